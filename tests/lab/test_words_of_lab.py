"""Every word on the pages is Indonesian, and plain."""

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import lentera.lab
from lentera.words import LOCALE_FOLDER

FOLDER = Path(lentera.lab.__file__).parent
CATALOGUE = LOCALE_FOLDER / "id" / "LC_MESSAGES" / "lab.po"
BANNED = re.compile(r"\b(salah|gagal|gampang|cukup|tinggal|kalian|kamu)\b", re.IGNORECASE)
LONGEST = 17


@pytest.fixture(scope="module")
def words():
    with CATALOGUE.open("rb") as stream:
        return {_key(message.id): _key(message.string) for message in read_po(stream) if message.id}


def _key(text):
    return text if isinstance(text, str) else text[0]


def test_every_message_is_translated_and_none_is_left_over(words):
    methods = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]
    used = {_key(found[2]) for found in extract_from_dir(FOLDER, methods)}
    assert used - words.keys() == set()
    assert words.keys() - used == set()
    assert all(words.values())


def test_the_compiled_catalogue_is_the_written_one(words):
    import gettext

    with CATALOGUE.with_suffix(".mo").open("rb") as stream:
        compiled = gettext.GNUTranslations(stream)
    assert {message: compiled.gettext(message) for message in words if message in compiled._catalog} == {
        message: said for message, said in words.items() if message in compiled._catalog
    }


def test_blanks_are_the_same_in_both_languages(words):
    for message, said in words.items():
        assert set(re.findall(r"{\w+}", message)) == set(re.findall(r"{\w+}", said)), message


def test_sentences_are_short_and_kind(words):
    for said in words.values():
        assert not BANNED.search(said), said
        for sentence in re.split(r"(?<=[.?!])\s", said):
            assert len(sentence.split()) <= LONGEST, sentence
