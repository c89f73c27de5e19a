"""Every sentence of answers and progress has its Indonesian words, and they are plain."""

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import lentera

HERE = Path(lentera.__file__).parent
CATALOGUES = HERE / "locale" / "id" / "LC_MESSAGES"
BLANK = re.compile(r"\{\w+\}")


def catalogue(domain):
    with (CATALOGUES / f"{domain}.po").open("rb") as stream:
        return {message.id: message.string for message in read_po(stream) if message.id}


@pytest.mark.parametrize("domain", ["answers", "progress"])
class TestCatalogue:
    def test_has_every_message_and_no_other(self, domain):
        used = {message for __, __, message, __, __ in extract_from_dir(HERE / domain, [("**.py", "python")])}
        assert used == set(catalogue(domain))

    def test_is_compiled(self, domain):
        with (CATALOGUES / f"{domain}.mo").open("rb") as stream:
            compiled = {message.id: message.string for message in read_mo(stream) if message.id}
        assert compiled == catalogue(domain)

    def test_keeps_the_blanks_and_the_style(self, domain):
        for message, words in catalogue(domain).items():
            assert words, message
            assert sorted(BLANK.findall(words)) == sorted(BLANK.findall(message))
            assert not re.search(r"\b(salah|gagal|gampang|cukup|tinggal|kamu|kalian)\b", words, re.IGNORECASE)
            assert max(len(sentence.split()) for sentence in words.split(". ")) < 15, words
