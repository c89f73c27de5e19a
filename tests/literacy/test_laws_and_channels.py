"""Laws and offices change: what is said of them stands in ``facts.toml`` with its day, and nowhere else."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lentera import literacy
from lentera.course import content_root
from lentera.literacy.sums import words_of

TEXTS = sorted((Path(literacy.__file__).parent / "texts").glob("*.toml"))
SCENARIOS = sorted((content_root() / "curriculum" / "scenarios").rglob("*.toml"))
EXPIRING = {
    "uu",
    "undang",
    "pasal",
    "permen",
    "kuhp",
    "nist",
    "iasc",
    "ojk",
    "kominfo",
    "komdigi",
    "legal",
    "ilegal",
}
NAMES = {"jenis.toml"}
"""A kind of message is named as people name it: "pinjaman daring ilegal"."""


def told(value: Any) -> Iterator[str]:
    """Every text a learner may read; names of facts are no such text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            if key != "fakta":
                yield from told(one)
    elif isinstance(value, list):
        for one in value:
            yield from told(one)


@pytest.mark.parametrize(
    "path", [one for one in [*TEXTS, *SCENARIOS] if one.name not in NAMES], ids=lambda one: one.name
)
def test_no_text_says_what_a_law_or_an_office_demands(path):
    found = [
        text
        for text in told(tomllib.loads(path.read_text(encoding="utf-8")))
        if EXPIRING & set(words_of(text))
    ]
    assert found == []
