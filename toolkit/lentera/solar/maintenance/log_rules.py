"""The rules of the service log: five columns filled, a reading that can be true, a safe decision."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from lentera.rules import Finding, RuleSet, load_rules, load_set, missed, right
from lentera.solar.maintenance.entry import EntryError, Reading, named
from lentera.solar.maintenance.read_entry import names_of, read_cost, read_day, read_readings, text_of
from lentera.words import language, quantity

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Book:
    """Hold the rows of an answer as they were written, and the day of the answer where it says."""

    rows: tuple[Row, ...]
    today: date | None


def _read(content: Mapping[str, Any]) -> Book:
    rows = content.get("entries") if isinstance(content, Mapping) else None
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise ValueError("the answer holds no rows")
    said = content.get("today")
    return Book(tuple(rows), None if said is None else date.fromisoformat(str(said)))


def _date(book: Book, row: Row) -> Finding:
    if not text_of(row, "date"):
        return missed("empty")
    try:
        read_day(row, book.today)
    except EntryError as error:
        return missed(error.fault)
    return right()


def _words(field: str, _book: Book, row: Row) -> Finding:
    found = text_of(row, field)
    if not found:
        return missed("empty")
    return right() if any(character.isalpha() for character in found) else missed("no_words")


def _readings(_book: Book, row: Row) -> Finding:
    try:
        readings = read_readings(row)
    except EntryError as error:
        return missed(error.fault, 0.5 if error.fault in {"no_unit", "unknown_place"} else 0.0)
    findings = [_plausible(reading) for reading in readings]
    return min(findings, key=lambda finding: finding.share)


def _plausible(reading: Reading) -> Finding:
    value, unit = reading.base
    place = named("place")[reading.place]
    bounds = place.get(unit)
    if bounds is None or bounds["low"] <= value <= bounds["high"]:
        return right()
    details = {
        "place": str(place["text"]["en" if language() == "en" else "id"]),
        "low": quantity(bounds["low"], unit),
        "high": quantity(bounds["high"], unit),
    }
    slipped = any(abs(value) / slip <= bounds["high"] for slip in (10, 100, 1000))
    return missed("comma" if slipped else "out_of_range", 0.5, **details)


def _cost(_book: Book, row: Row) -> Finding:
    found = row.get("cost")
    if found is None or found == "":
        return missed("empty")
    try:
        read_cost(row)
    except EntryError as error:
        return missed(error.fault)
    if any(part not in named("part") for part in names_of(row, "parts")):
        return missed("unknown_part", 0.5)
    return right() if text_of(row, "who") else missed("nobody", 0.5)


def _decision(_book: Book, row: Row) -> Finding:
    sign = named("sign").get(text_of(row, "sign"))
    decision = text_of(row, "decision")
    if sign is None:
        return missed("no_sign")
    if decision not in named("decision"):
        return missed("empty")
    if decision in sign["safe"]:
        return right()
    said = sign["text"]["en" if language() == "en" else "id"]
    return missed(sign["otherwise"], 0.5 if sign["otherwise"] == "wasteful" else 0.0, sign=said)


Check = Callable[[Book, Row], Finding]

_COLUMNS: Final[Mapping[str, Check]] = {
    "s10.log.date": _date,
    "s10.log.finding": partial(_words, "finding"),
    "s10.log.reading": _readings,
    "s10.log.action": partial(_words, "action"),
    "s10.log.cost": _cost,
}


def _best(rows: Sequence[Row], book: Book) -> Row:
    """Choose the fullest row: one is asked for, further ones may be drafts."""
    checks = [*_COLUMNS.values(), _decision]
    return max(rows, key=lambda row: sum(check(book, row).share for check in checks), default={})


def _of_best(check: Check, book: Book) -> Finding:
    return check(book, _best(book.rows, book))


def _all_safe(book: Book) -> Finding:
    """Judge the decision of the fullest row, unless any other row decides something unsafe."""
    unsafe = [
        finding
        for finding in (_decision(book, row) for row in book.rows)
        if finding.mistake in {"danger", "not_repairable", "cause_first"}
    ]
    dangerous = [finding for finding in unsafe if finding.mistake == "danger"]
    return (dangerous or unsafe or [_of_best(_decision, book)])[0]


_PATH: Final = Path(str(files("lentera.solar"))) / "texts" / "s10-buku-servis.toml"

SERVICE_LOG: Final[RuleSet[Book]] = RuleSet(
    "s10-buku-servis",
    "s10-buku-servis",
    _read,
    load_rules(
        _PATH,
        {
            "s10.log.decision": _all_safe,
            **{name: partial(_of_best, check) for name, check in _COLUMNS.items()},
        },
    ),
    load_set(_PATH),
)
"""Task ``s10-buku-servis``: one full row, a reading that can be true, safe decisions in all rows."""
