"""Read a row of the service log as a form or a file holds it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import nan
from typing import Any

from lentera.solar.maintenance.entry import LARGEST, Entry, EntryError, Reading

_NUMBER = re.compile(r"[+\-−]?\d{1,6}([.,]\d{1,4})?")
_RUPIAH = re.compile(r"(?:Rp\s?)?(?P<sign>[\-−]?)(?P<digits>\d{1,9}|\d{1,3}(?:\.\d{3}){1,2})")


def read_entry(fields: Any, today: date | None = None) -> Entry:
    """Read a row as a form or a file holds it: numbers may be texts with a decimal comma.

    Parameters
    ----------
    fields : mapping
        Keys ``date`` (ISO), ``finding``, ``sign``, ``readings`` (rows of ``place``, ``value``, ``unit``),
        ``action``, ``decision``, ``parts``, ``cost``, ``who``, ``tasks``.
    today : date, optional
        A later date is refused; None takes any.

    Raises
    ------
    EntryError
        At the first column that does not fit, in the order of the columns.
    """
    if not isinstance(fields, Mapping):
        raise EntryError("not_a_row")
    return Entry(
        day=read_day(fields, today),
        finding=text_of(fields, "finding"),
        sign=text_of(fields, "sign"),
        readings=read_readings(fields),
        action=text_of(fields, "action"),
        decision=text_of(fields, "decision"),
        parts=tuple(names_of(fields, "parts")),
        cost=read_cost(fields),
        who=text_of(fields, "who"),
        tasks=tuple(names_of(fields, "tasks")),
    )


def read_day(fields: Mapping[str, Any], today: date | None = None) -> date:
    """Read the date of a row; refuse a day after `today`."""
    found = text_of(fields, "date")
    try:
        day = date.fromisoformat(found)
    except ValueError:
        raise EntryError("no_date", value=repr(found)) from None
    if today is not None and day > today:
        raise EntryError("future", value=day.isoformat(), today=today.isoformat())
    return day


def read_readings(fields: Mapping[str, Any]) -> tuple[Reading, ...]:
    """Read the measured numbers of a row; refuse a row without one."""
    rows = fields.get("readings")
    if not isinstance(rows, Sequence) or isinstance(rows, str) or not rows:
        raise EntryError("no_reading")
    return tuple(_reading(row) for row in rows)


def read_cost(fields: Mapping[str, Any]) -> int:
    """Read the cost [Rp]: 12000, "12.000" or "Rp12.000"."""
    found = fields.get("cost")
    if isinstance(found, int | float) and not isinstance(found, bool):
        if not (-LARGEST < found < LARGEST and found == int(found)):
            raise EntryError("no_cost", value=str(found))
        amount = int(found)
    else:
        match = _RUPIAH.fullmatch(str(found).strip())
        if match is None:
            raise EntryError("no_cost", value=repr(found))
        amount = int(match["digits"].replace(".", "")) * (-1 if match["sign"] else 1)
    if amount < 0:
        raise EntryError("negative_cost", value=str(amount))
    return amount


def text_of(fields: Mapping[str, Any], key: str) -> str:
    """Give a field's text without spaces around it; empty where there is none."""
    found = fields.get(key, "")
    return found.strip() if isinstance(found, str) else ""


def names_of(fields: Mapping[str, Any], key: str) -> list[str]:
    """Give a field that lists names; a field that is no list counts as one unknown name."""
    found = fields.get(key, ())
    if isinstance(found, str) or not isinstance(found, Iterable):
        return [str(found)]
    return [str(name) for name in found]


def _reading(row: Any) -> Reading:
    if not isinstance(row, Mapping):
        raise EntryError("no_reading")
    found = row.get("value")
    if isinstance(found, int | float) and not isinstance(found, bool):
        value = float(found) if -LARGEST < found < LARGEST else nan
    elif _NUMBER.fullmatch(str(found).strip()):
        value = float(str(found).strip().replace(",", ".").replace("−", "-"))
    else:
        raise EntryError("no_number", value=repr(found))
    return Reading(text_of(row, "place"), value, text_of(row, "unit"))
