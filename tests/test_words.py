"""Numbers, times and forms of address as people here write them."""

import re
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from lentera import words
from lentera.words import Address, addressed, clock, number, quantity


@pytest.mark.parametrize(
    ("value", "decimals", "id_text", "en_text"),
    [
        (12.75, 1, "12,8", "12.8"),
        (11000, 0, "11.000", "11,000"),
        (-0.5, 2, "−0,50", "−0.50"),
        (0, 1, "0,0", "0.0"),
    ],
)
def test_numbers(monkeypatch, value, decimals, id_text, en_text):
    assert number(value, decimals) == id_text
    monkeypatch.setenv("LENTERA_LANG", "en")
    assert number(value, decimals) == en_text


def test_a_quantity_keeps_its_unit_on_the_line():
    assert quantity(12.75, "V") == "12,8\u00a0V"


@pytest.mark.parametrize(("hours", "zone"), [(7, " WIB"), (8, " WITA"), (9, " WIT"), (2, "")])
def test_the_clock_names_the_zone_of_indonesia(hours, zone):
    moment = datetime(2026, 11, 22, 9, 41, tzinfo=timezone(timedelta(hours=hours)))
    assert clock(moment) == f"09.41{zone}"


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        (Address.IBU, "Bagus, Bu. Ibu bisa."),
        (Address.BAPAK, "Bagus, Pak. Bapak bisa."),
        (Address.KAK, "Bagus, Kak. Kak bisa."),
        (Address.ANDA, "Bagus. Anda bisa."),
    ],
)
def test_the_chosen_form_of_address(form, sentence):
    assert addressed("Bagus, {sapaan}. {Sapaan} bisa.", form) == sentence


def first(message):
    return message.id if isinstance(message.id, str) else message.id[0]


def strings(message):
    """The translations of a message, one or (for plurals) several."""
    return [message.string] if isinstance(message.string, str) else list(message.string)


CATALOGUES = sorted(words.LOCALE_FOLDER.glob("id/LC_MESSAGES/*.po"))


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_catalogue_is_complete_and_compiled(path):
    from babel.messages.mofile import read_mo
    from babel.messages.pofile import read_po

    with path.open("rb") as stream:
        catalogue = [message for message in read_po(stream, locale="id") if message.id]
    assert catalogue
    assert not [message.id for message in catalogue if message.fuzzy or not all(strings(message))]
    written = {first(message): strings(message) for message in catalogue}
    with path.with_suffix(".mo").open("rb") as stream:
        compiled = {first(message): strings(message) for message in read_mo(stream) if message.id}
    assert compiled == written, "run `make messages`"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_translations_keep_the_blanks_of_the_original(path):
    from babel.messages.pofile import read_po

    with path.open("rb") as stream:
        for message in read_po(stream, locale="id"):
            if message.id:
                ids = [message.id] if isinstance(message.id, str) else message.id
                blanks = set(re.findall(r"\{\w+\}", "".join(ids)))
                assert set(re.findall(r"\{\w+\}", "".join(strings(message)))) <= blanks | {
                    "{sapaan}",
                    "{Sapaan}",
                }, message.id


def test_every_message_in_the_code_has_its_indonesian(tmp_path):
    from babel.messages.pofile import read_po

    package = Path(words.__file__).parent
    template = tmp_path / "all.pot"
    subprocess.run(
        [
            sys.executable,
            "-m",
            "babel.messages.frontend",
            "-q",
            "extract",
            "--no-location",
            "-k",
            "_ ngettext:1,2",
            "-o",
            template,
            package,
        ],
        check=True,
    )
    known = set()
    for path in CATALOGUES:
        with path.open("rb") as stream:
            known |= {message.id for message in read_po(stream) if message.string}
    with template.open("rb") as stream:
        lacking = {message.id for message in read_po(stream) if message.id} - known
    assert not lacking
