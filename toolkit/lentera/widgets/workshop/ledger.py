"""The row of the service log that a case begins: prefilled from what was measured, completed by hand."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from lentera.solar.diagnosis import Kind, ends_of, measurement_of
from lentera.solar.faults import fault
from lentera.solar.maintenance import COLUMNS, EntryError, column_name, named, read_entry
from lentera.widgets.workshop.casework import Casework
from lentera.widgets.workshop.naming import said
from lentera.words import language, number

_PLACES: Final = {
    "panel": "panel",
    "controller.pv": "controller_panel",
    "controller.battery": "controller_battery",
    "battery": "battery",
    "fuse": "fuse",
    "controller.load": "load",
    "switch": "switch",
    "lamp1": "lamp",
    "I_pv": "panel",
    "I_battery": "battery",
    "I_lamp": "lamp",
}
"""Place in the service log by the beginning of the red probe's screw, or by current."""

_DECISIONS: Final = {"mend": "self", "call": "call", "replace": "replace"}

TEXTS: Final = ("date", "finding", "action", "cost", "who")
CHOICES: Final = ("sign", "decision", "part")
_LONGEST: Final = 400
_MOST_READINGS: Final = 6


def begun(work: Casework, today: date) -> dict[str, Any]:
    """Return the row as it can be prefilled: day, complaint with cause, readings and decision."""
    causes = [said(fault(cause).name) for cause in (work.cause, work.second) if cause]
    complaint = said(work.case.complaint)
    return {
        "date": today.isoformat(),
        "finding": f"{complaint} {', '.join(causes)}." if causes else complaint,
        "sign": "",
        "readings": _readings(work),
        "action": "",
        "decision": _DECISIONS.get(work.decision, ""),
        "parts": [],
        "cost": "",
        "who": "",
    }


def _readings(work: Casework) -> list[dict[str, str]]:
    """Give the last volts and amperes that were measured, each with its place."""
    rows = []
    for reading in work.readings:
        measurement = measurement_of(work.case, reading.measurement)
        place = _place(work, measurement.place)
        if measurement.kind not in {Kind.VOLTS, Kind.AMPS} or not place:
            continue
        unit = "V" if measurement.kind is Kind.VOLTS else "A"
        rows.append({"place": place, "value": number(reading.value, 2), "unit": unit})
    return rows[-_MOST_READINGS:]


def _place(work: Casework, place: str) -> str:
    ends, point = ends_of(place), work.case.kit.test_points.get(place)
    red = ends[0] if ends else point.red if point else place
    begin = red.rpartition("_")[0] if red.startswith("controller.") else red.partition(".")[0]
    return _PLACES.get(place) or _PLACES.get(begin, "panel" if work.case.kit.id == "a" else "")


def written(log: Mapping[str, Any], name: str, value: object) -> dict[str, Any]:
    """Return the row with one field changed; raise KeyError or ValueError when it has no such field."""
    text = str(value)[:_LONGEST] if isinstance(value, str) else ""
    if name in TEXTS:
        return {**log, name: text}
    if name not in CHOICES:
        raise ValueError(f"the service log has no field {name!r}")
    if text and text not in named(name):
        raise ValueError(f"{name} has no {text!r}; choose from the list")
    return {**log, "parts": [text] if text else []} if name == "part" else {**log, name: text}


def lacking(log: Mapping[str, Any], today: date) -> str:
    """Say what the row lacks, in one sentence; empty when it is whole."""
    try:
        read_entry(log, today)
    except EntryError as error:
        return error.sentence("en" if language() == "en" else "id")
    return ""


def field_word(name: str) -> str:
    """Return what a field of the row is called."""
    known = {"sign": "finding", "decision": "action", "part": "cost", "who": "cost"}
    column = known.get(name, name)
    return column_name(column, "en" if language() == "en" else "id")


def readings_text(log: Mapping[str, Any]) -> list[str]:
    """Return the readings of the row, each in words."""
    code = "en" if language() == "en" else "id"
    places, rows = named("place"), log.get("readings")
    found = []
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, Mapping) and row.get("place") in places:
            name = places[row["place"]]["text"][code]
            found.append(f"{name}: {row.get('value', '')}\u00a0{row.get('unit', '')}")
    return found


def choices(table: str) -> list[list[str]]:
    """Return what can be chosen in a field: key and words."""
    code = "en" if language() == "en" else "id"
    rows = named(table)
    return [[key, row.get("text", row)[code] if "text" in row else row[code]] for key, row in rows.items()]


def columns() -> dict[str, str]:
    """Return the five columns by name."""
    return {column: column_name(column, "en" if language() == "en" else "id") for column in COLUMNS}
