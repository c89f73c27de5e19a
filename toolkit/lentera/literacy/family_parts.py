"""Ready sentences for a family's rules for devices: what each is about, for which age, and what it does."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

_PATH: Final = Path(__file__).parent / "texts" / "aturan.toml"

JUDGED: Final = ("waktu", "tempat", "isi", "cerita")
"""Elements that a family's rules need."""
ELEMENTS: Final = (*JUDGED, "dewasa")
"""All elements; what also holds for grown-ups is optional."""
AGES: Final = ("belum-sekolah", "sd", "smp", "remaja")
"""Ages of a child, never a day of birth."""


@dataclass(frozen=True)
class Part:
    """Hold one ready sentence.

    Attributes
    ----------
    id : str
        Stable name; it stands in answers.
    element : str
        One of `ELEMENTS`.
    ages : tuple of str
        The `AGES` it is offered to.
    text : str
        The sentence.
    picture : str
        Name of its drawing.
    does : str
        What it does for the element, as the data file explains.
    """

    id: str
    element: str
    ages: tuple[str, ...]
    text: str
    picture: str
    does: str


@cache
def parts() -> Mapping[str, Part]:
    """Return every ready sentence by its id."""
    return {
        one["id"]: Part(one["id"], one["unsur"], tuple(one["usia"]), one["teks"], one["gambar"], one["arti"])
        for one in _table()["kalimat"]
    }


def offered(age: str, element: str) -> list[Part]:
    """Return the ready sentences of an element for an age, in the order of the data."""
    return [part for part in parts().values() if part.element == element and age in part.ages]


def age_told(age: str) -> Mapping[str, str]:
    """Return the name of an age and the years it spans."""
    told: Mapping[str, str] = _table()["usia"][age]
    return told


def element_told(element: str) -> Mapping[str, str]:
    """Return an element's name, its short name, question, example and drawing."""
    told: Mapping[str, str] = _table()["unsur"][element]
    return told


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))
