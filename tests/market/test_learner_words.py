"""What learners read at the market: plain, spelt right, in both languages, and no blank left unfilled."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from lentera.course.style import StyleSeverity, TextKind, lint_text

ROOT = Path(str(files("lentera.market"))) / "texts"
BLANKS = re.compile(r"\{\w+\}")


def pairs(table, at=""):
    """Give every pair of Indonesian and English in a file, with its place."""
    if isinstance(table, dict):
        if isinstance(table.get("id"), str) and isinstance(table.get("en"), str):
            yield at, table["id"], table["en"]
        for key, entry in table.items():
            yield from pairs(entry, f"{at}.{key}")
    elif isinstance(table, list):
        for number, entry in enumerate(table):
            yield from pairs(entry, f"{at}[{number}]")


ALL = [
    (f"{path.name}{at}", indonesian, english)
    for path in sorted(ROOT.glob("*.toml"))
    for at, indonesian, english in pairs(tomllib.loads(path.read_text(encoding="utf-8")))
]


def test_all_texts_are_found():
    assert len(ALL) > 400
    assert len({place.split(".")[0] for place, *_ in ALL}) >= 9


def test_both_languages_have_the_same_blanks():
    odd = [place for place, ours, theirs in ALL if set(BLANKS.findall(ours)) != set(BLANKS.findall(theirs))]
    assert odd == []


def test_both_languages_are_there():
    assert [place for place, ours, theirs in ALL if bool(ours) != bool(theirs)] == []


def test_no_text_breaks_the_rules_of_plain_language():
    faults = []
    for place, text, _ in ALL:
        plain = BLANKS.sub("Siti", text)
        faults += [
            (place, fault)
            for fault in lint_text(plain, TextKind.LESSON)
            if fault.severity is StyleSeverity.ERROR
        ]
    assert faults == []


@pytest.mark.parametrize("word", ["salah", "gagal", "gampang", "cukup", "tinggal", "kalian", "kamu"])
def test_words_that_hurt_or_hurry_are_not_used(word):
    heard = [place for place, text, _ in ALL if re.search(rf"\b{word}\b", text, re.IGNORECASE)]
    assert heard == []


def test_a_payment_is_always_marked():
    names = {place: text for place, text, _ in ALL}
    assert "SIMULASI" in names["names.toml.method.qris.name"]
    assert "SIMULASI" in names["names.toml.deed.bayar.name"]
