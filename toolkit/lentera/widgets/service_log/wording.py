"""The words of the service log: its fixed words, its rows as people read them, its sheet."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from lentera.place import Place
from lentera.solar.maintenance import COLUMNS, EntryError, column_name, named, read_entry, schedule
from lentera.widgets.dates import long_date
from lentera.widgets.frame import frame_words
from lentera.widgets.printing import sheet_words
from lentera.widgets.service_log.book import MOST_READINGS, Book, Row, known_values
from lentera.words import _, language, number

BLANK_ROWS: Final = 4
"""Empty rows on the sheet, for the pen."""


def code() -> str:
    """Return the language of the domain's tables."""
    return "en" if language() == "en" else "id"


def log_words() -> dict[str, Any]:
    """Return every fixed word of the service log."""
    return {
        **frame_words(_("Service log")),
        "intro": _("One row tells one job. Fill in its five columns."),
        "columns": [column_name(column, code()) for column in COLUMNS],
        "fields": field_names(),
        "choose": _("Choose from the list"),
        "none": _("No job of the calendar"),
        "choices": {
            field: [[value, text(field, value)] for value in known_values(field)]
            for field in ("sign", "decision", "parts", "place", "unit", "tasks")
        },
        "helps": {
            "finding": _("Example: the lamp is dim, the panel is dirty."),
            "action": _("Example: panel washed, both screws tightened."),
            "value": _("Example: 12.6"),
            "cost": _("Nothing spent? Write 0."),
        },
        "readings": [
            {
                "title": _("Measurement {n}").format(n=n),
                "remove": _("Remove measurement {n}").format(n=n),
            }
            for n in range(1, MOST_READINGS + 1)
        ],
        "rows": _("Rows of the service log"),
        "add": _("New row"),
        "add_reading": _("Add a measurement"),
        "undo": _("Put the row back"),
        "print": _("Print (PDF)"),
        "sheet": _("Sheet to print:"),
        "open_sheet": _("Download the sheet"),
        "workshop": _("From the fault workshop"),
        "workshop_help": _("Take a case over. Its columns are filled in for you to complete."),
        "take": _("Take over"),
        "case": _("Case of the workshop"),
        "shelf": _("Columns of this row"),
    }


def field_names() -> dict[str, str]:
    """Return the label of each field."""
    return {
        "date": _("Day of the work"),
        "finding": _("Complaint and finding"),
        "sign": _("Sign of the fault"),
        "place": _("Measured where"),
        "value": _("Number on the meter"),
        "unit": _("Unit"),
        "action": _("What was done"),
        "decision": _("Decision in this row"),
        "tasks": _("Job of the care calendar"),
        "parts": _("Spare parts used"),
        "cost": _("Cost in rupiah"),
        "who": _("Who did it"),
    }


def text(field: str, value: str) -> str:
    """Return a choice as it is read."""
    if field == "unit":
        return {"jam": "h"}.get(value, value) if code() == "en" else value
    if field == "tasks":
        for kit in "ba":
            task = schedule(kit).tasks.get(value)
            if task is not None:
                return task.text.in_language(code())
    row = named({"parts": "part"}.get(field, field))[value]
    return str(row["text"][code()] if "text" in row else row[code()])


def day_of(row: Row) -> str:
    """Return a row's date in words; as it stands where it is none."""
    try:
        return long_date(date.fromisoformat(row["date"]))
    except ValueError:
        return str(row["date"])


def cells(row: Row) -> list[str]:
    """Return the five columns of a row as people read them; empty where nothing stands."""
    readings = [
        " ".join(
            part
            for part in (
                text("place", one["place"]) if one["place"] else "",
                one["value"],
                text("unit", one["unit"]) if one["unit"] else "",
            )
            if part
        )
        for one in row["readings"]
    ]
    sign = text("sign", row["sign"]) if row["sign"] else ""
    decision = text("decision", row["decision"]) if row["decision"] else ""
    parts = ", ".join(text("parts", part) for part in row["parts"])
    return [
        day_of(row),
        _joined(row["finding"], sign),
        ", ".join(one for one in readings if one),
        _joined(row["action"], decision),
        " / ".join(part for part in (parts, rupiah(row["cost"]), row["who"].strip()) if part),
    ]


def rupiah(cost: str) -> str:
    """Return money as it is written; what is no number stays as it stands."""
    plain = cost.strip().removeprefix("Rp").strip().replace(".", "")
    return f"Rp{number(int(plain))}" if plain.isdecimal() and len(plain) <= 9 else cost.strip()  # noqa: PLR2004 - as the log reads it


def missing(row: Row, today: date) -> str:
    """Return what a row lacks, in one sentence; empty when it is whole."""
    try:
        read_entry(row, today)
    except EntryError as error:
        return error.sentence(code())
    return ""


def sheet(place: Place, book: Book) -> Mapping[str, Any]:
    """Return what is printed."""
    return {
        **sheet_words(place, _("Service log"), _("One row tells one job.")),
        "intro": _("Write the rest by hand. Keep this sheet near the lamp."),
        "columns": [column_name(column, code()) for column in COLUMNS],
        "rows": [cells(row) for row in book.rows],
        "blank": BLANK_ROWS,
    }


def _joined(first: str, second: str) -> str:
    first = first.strip()
    return f"{first} ({second})" if first and second else first or second
