"""Advice on a review or a seller's answer: facts, politeness, no personal data. The mark is given by hand."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from lentera.market.reading import has_long_number, names_street
from lentera.rules import Saying
from lentera.words import language

_PATH: Final = Path(__file__).parent / "texts" / "reviews.toml"
FEWEST_WORDS: Final = 6
_SHOUTED: Final = 0.6
_LETTERS_TO_SHOUT: Final = 12


@dataclass(frozen=True)
class Advice:
    """Be one piece of advice.

    Attributes
    ----------
    id : str
        ``empty, short, phone, address, rude, threat, shouting, facts`` or ``thanks``.
    text : str
        What was noticed and what to do, in the interface language.
    serious : bool
        Whether it must be changed before others may read it.
    """

    id: str
    text: str
    serious: bool


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters, without the signs around them."""
    bare = (
        "".join(sign for sign in word if sign.isalnum() or sign == "-") for word in text.casefold().split()
    )
    return [word for word in bare if word]


def advise(text: str, *, answer: bool = False) -> tuple[Advice, ...]:
    """Look at a review, or at a seller's answer to one, and return advice; what must change stands first.

    Parameters
    ----------
    answer : bool
        Whether it is the seller who writes: then a thank-you is looked for, not facts of the goods.
    """
    spoken = words_of(text)
    if not spoken:
        return (_advice("empty", serious=True),)
    found = [_advice(name, serious=True) for name in _serious(text, spoken)]
    if len(spoken) < FEWEST_WORDS:
        found.append(_advice("short", serious=False))
    wanted = "thanks" if answer else "facts"
    if not _holds(spoken, wanted):
        found.append(_advice(wanted, serious=False))
    if _shouts(text):
        found.append(_advice("shouting", serious=False))
    return tuple(found)


def _serious(text: str, spoken: list[str]) -> list[str]:
    kinds = [name for name in ("threat", "rude") if _holds(spoken, name)]
    kinds += ["address"] * (_holds(spoken, "address") or names_street(text))
    return kinds + ["phone"] * has_long_number(text)


def _holds(spoken: list[str], kind: str) -> bool:
    """Tell whether one of the kind's words, or two of them in a row, stands in the text."""
    row = f" {' '.join(spoken)} "
    return any(f" {phrase} " in row for phrase in _table()["words"][kind])


def _shouts(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    loud = sum(sign.isupper() for sign in letters)
    return len(letters) >= _LETTERS_TO_SHOUT and loud > _SHOUTED * len(letters)


def _advice(name: str, *, serious: bool) -> Advice:
    return Advice(name, Saying.of(_table()["advice"][name]).in_language(language()), serious)
