"""The companions' log: who was with the children, by first name only; what is too much is not kept."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

_PATH: Final = Path(__file__).parents[1] / "texts" / "pendamping.toml"

MOST_VISITS: Final = 30
LONGEST_NAME: Final = 24
LONGEST_TEXT: Final = 200
FIRST_HOUR, LAST_HOUR = 7, 20
TOLD: Final = ("guru", "pengelola", "orang_tua", "sapa")
"""Whom one can tell about something odd."""

_DIGITS: Final = 5
"""So many digits together are no time of day and no class: they are somebody's number."""
_LONG_RUN: Final = 3
"""A space behind so many digits may stand inside of one number."""


@dataclass(frozen=True)
class Visit:
    """Be one row: who was there on which day from when to when, what was done, and what was odd.

    Attributes
    ----------
    day : str
        ISO date.
    start, end : str
        Times of day such as ``09.30``.
    told : tuple of str
        Of `TOLD`, who knows about what was odd.
    """

    name: str
    day: str
    start: str
    end: str
    done: str
    odd: str = ""
    told: tuple[str, ...] = ()

    def to_content(self) -> dict[str, Any]:
        """Return the row as the answer file keeps it."""
        return {
            "nama": self.name,
            "hari": self.day,
            "dari": self.start,
            "sampai": self.end,
            "kegiatan": self.done,
            "janggal": self.odd,
            "diberi_tahu": list(self.told),
        }


def hours() -> tuple[str, ...]:
    """Return the times of day that can be chosen, every half hour."""
    return tuple(f"{hour:02}.{minute:02}" for hour in range(FIRST_HOUR, LAST_HOUR + 1) for minute in (0, 30))


def first_name_fault(name: str) -> str:
    """Name what is the matter with a first name: ``empty``, ``number``, ``school``, ``full``, or nothing."""
    words = _words(name)
    if not words:
        return "empty"
    if any(sign.isdigit() for sign in name):
        return "number"
    if any(word.casefold() in _known()["sekolah"] for word in words):
        return "school"
    own = [word for word in words if word.casefold() not in _known()["sapaan"]]
    return "full" if len(own) > 1 else ""


def text_fault(text: str) -> str:
    """Name what is too much in a text: ``number``, ``school``, ``address``, ``full``, or nothing."""
    words = _words(text)
    small = [word.casefold() for word in words]
    if _has_number(text):
        return "number"
    for word, following in zip(small, [*words[1:], ""], strict=False):
        named = bool(following) and (following[0].isupper() or following[0].isdigit())
        if word in _known()["sekolah_bernomor"] or (word in _known()["sekolah"] and named):
            return "school"
        if word in _known()["jalan"] and named:
            return "address"
    return "full" if _has_full_name(words) else ""


def _words(text: str) -> list[str]:
    cleaned = "".join(sign if sign.isalnum() or sign in "'-" else " " for sign in text)
    return [word for word in (one.strip("'-") for one in cleaned.split()) if word]


def _has_number(text: str) -> bool:
    """Tell whether digits stand together that may be somebody's number, spaces and dashes between or not."""
    run = 0
    for sign in text:
        if sign.isdigit():
            run += 1
        elif sign not in " -" or (sign == " " and run < _LONG_RUN):
            run = 0
        if run >= _DIGITS:
            return True
    return False


def _has_full_name(words: list[str]) -> bool:
    """Tell whether two words side by side look like somebody's name and family name."""

    def named(word: str) -> bool:
        other = _known()["bukan_nama"] | _known()["sapaan"]
        return word[0].isupper() and word[1:].islower() and word.casefold() not in other

    return any(named(one) and named(other) for one, other in pairwise(words))


@cache
def _known() -> Mapping[str, frozenset[str]]:
    table = tomllib.loads(_PATH.read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in table.items()}


def made_visit(given: Mapping[str, Any], today: date) -> Visit:
    """Make a row of what stands in the form.

    Raises
    ------
    VisitFault
        With the first thing that is missing or too much.
    TypeError, ValueError
        When the message makes no sense.
    """
    name, day, start, end, done, odd = (
        _line(given[key]) for key in ("name", "day", "start", "end", "done", "odd")
    )
    _refuse(first_name_fault(name), "name")
    try:
        when = date.fromisoformat(day)
    except ValueError:
        raise VisitFault("empty", "day") from None
    if when > today:
        raise VisitFault("later", "day")
    if start not in hours() or end not in hours():
        raise VisitFault("empty", "time")
    if end <= start:
        raise VisitFault("order", "time")
    if not done:
        raise VisitFault("empty", "done")
    _refuse(text_fault(done), "done")
    _refuse(text_fault(odd), "odd")
    told = tuple(one for one in TOLD if one in given["told"])
    return Visit(name[:LONGEST_NAME], when.isoformat(), start, end, done, odd, told if odd else ())


class VisitFault(ValueError):  # noqa: N818 - reads as what is the matter with the row
    """Tell what is the matter with a row.

    Attributes
    ----------
    fault : str
        ``empty``, ``number``, ``school``, ``address``, ``full``, ``later`` or ``order``.
    field : str
        Where: ``name``, ``day``, ``time``, ``done``, ``odd``.
    """

    def __init__(self, fault: str, field: str) -> None:
        super().__init__(f"{field}: {fault}; mend it, then save again")
        self.fault = fault
        self.field = field


def _refuse(fault: str, field: str) -> None:
    if fault:
        raise VisitFault(fault, field)


def _line(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text; write it again")
    return " ".join(value.split())[:LONGEST_TEXT]


def read_visits(content: Mapping[str, Any]) -> tuple[Visit, ...]:
    """Read an answer file's content; a row that says too much is left out.

    Raises
    ------
    ValueError
        When it is no list of rows.
    """
    rows = content.get("pendamping", [])
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise ValueError("'pendamping' is no list of rows; open the online room again")
    kept = []
    for row in rows[:MOST_VISITS]:
        given = {
            key: row.get(stored, "")
            for key, stored in zip(
                ("name", "day", "start", "end", "done", "odd", "told"),
                ("nama", "hari", "dari", "sampai", "kegiatan", "janggal", "diberi_tahu"),
                strict=True,
            )
        }
        try:
            # Whatever the clock says: it may have been set back since the row was written.
            kept.append(made_visit(given, date.max))
        except VisitFault:
            continue
        except TypeError as error:
            raise ValueError(f"a row of the companions' log is damaged: {error}") from error
    return tuple(kept)
