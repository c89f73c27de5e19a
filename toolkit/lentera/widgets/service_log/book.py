"""The rows of a service log while they are being written: raw, as the form holds them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from lentera.solar.maintenance import UNITS, named, schedule

MOST_ROWS: Final = 40
MOST_READINGS: Final = 4
LONGEST_TEXT: Final = 300

TEXTS: Final = ("date", "finding", "action", "cost", "who")
READING: Final = ("place", "value", "unit")

Row = Mapping[str, Any]


def known_values(field: str) -> tuple[str, ...]:
    """Return what can be chosen in a field; raise KeyError when it is not chosen from a list."""
    return {
        "sign": tuple(named("sign")),
        "decision": tuple(named("decision")),
        "parts": tuple(named("part")),
        "place": tuple(named("place")),
        "unit": tuple(UNITS),
        "tasks": tuple(
            dict.fromkeys(task.id for kit in "ba" for task in schedule(kit).tasks.values() if task.logged)
        ),
    }[field]


def empty_row() -> dict[str, Any]:
    """Return a row nobody has written in."""
    return {
        "date": "",
        "finding": "",
        "sign": "",
        "readings": [],
        "action": "",
        "decision": "",
        "parts": [],
        "cost": "",
        "who": "",
        "tasks": [],
    }


def empty_reading() -> dict[str, str]:
    """Return a reading nobody has written in."""
    return dict.fromkeys(READING, "")


def read_row(given: object) -> dict[str, Any]:
    """Return a row in the form's shape; what does not fit becomes empty."""
    row = given if isinstance(given, Mapping) else {}
    readings = row.get("readings")
    return {
        **{name: _text(row.get(name)) for name in TEXTS},
        **{name: _one(name, row.get(name)) for name in ("sign", "decision")},
        **{name: _some(name, row.get(name)) for name in ("parts", "tasks")},
        "readings": [_reading(one) for one in readings[:MOST_READINGS]] if isinstance(readings, list) else [],
    }


@dataclass(frozen=True)
class Book:
    """Hold what is saved.

    Attributes
    ----------
    rows : tuple of mapping
        Rows as they stand, also unfinished ones.
    at : int
        The row in the form; one behind the last is a new one.
    removed : tuple of int and mapping, or None
        The row that was taken out last, and where it stood.
    """

    rows: tuple[Row, ...] = ()
    at: int = 0
    removed: tuple[int, Row] | None = None

    @property
    def row(self) -> Row:
        """Return the row in the form."""
        return self.rows[self.at] if self.at < len(self.rows) else empty_row()

    def with_row(self, **changes: Any) -> "Book":
        """Return the book with changes in the row in the form."""
        changed = {**self.row, **changes}
        if changed == empty_row() and self.at == len(self.rows):
            return self
        return replace(self, rows=(*self.rows[: self.at], changed, *self.rows[self.at + 1 :]))

    def with_new(self, row: Row | None = None) -> "Book":
        """Return the book with an empty form, or with one more row that is open."""
        rows = self.rows if row is None else (*self.rows, row)
        return replace(self, rows=rows, at=len(rows) - (row is not None))

    def without(self, at: int) -> "Book":
        """Return the book without a row."""
        rows = (*self.rows[:at], *self.rows[at + 1 :])
        open_at = self.at - (self.at > at)
        return Book(rows, min(open_at, len(rows)), (at, self.rows[at]))

    def with_removed(self) -> "Book":
        """Return the book with the removed row back in its place, open."""
        at, row = self.removed or (0, empty_row())
        at = min(at, len(self.rows))
        return Book((*self.rows[:at], row, *self.rows[at:]), at)

    def to_content(self) -> dict[str, Any]:
        """Return the answer file's content, which the rules of the task read."""
        content: dict[str, Any] = {"version": 1, "entries": [_finished(row) for row in self.rows]}
        content["baris"] = self.at
        if self.removed is not None:
            content["dihapus"] = {"tempat": self.removed[0], "baris": _finished(self.removed[1])}
        return content

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "Book":
        """Read an answer file's content; raise ValueError when there are no rows in it."""
        entries = content.get("entries")
        if not isinstance(entries, list) or not all(isinstance(row, Mapping) for row in entries):
            raise ValueError("the answer has no list of rows; start the service log anew")
        rows = tuple(read_row(row) for row in entries[:MOST_ROWS])
        at, removed = content.get("baris"), content.get("dihapus")
        place = removed.get("tempat") if isinstance(removed, Mapping) else None
        return cls(
            rows,
            at if _is_place(at) and at <= len(rows) else len(rows),
            (place, read_row(removed["baris"])) if _is_place(place) and "baris" in removed else None,
        )


def _is_place(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _finished(row: Row) -> dict[str, Any]:
    """Leave out readings in which nothing stands."""
    return {**row, "readings": [one for one in row["readings"] if any(one.values())]}


def _text(value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:.10g}".replace(".", ",")
    return value[:LONGEST_TEXT] if isinstance(value, str) else ""


def _one(field: str, value: object) -> str:
    return value if isinstance(value, str) and value in known_values(field) else ""


def _some(field: str, value: object) -> list[str]:
    chosen = value if isinstance(value, list) else []
    return [name for name in known_values(field) if name in chosen]


def _reading(given: object) -> dict[str, str]:
    one = given if isinstance(given, Mapping) else {}
    return {
        "place": _one("place", one.get("place")),
        "value": _text(one.get("value")),
        "unit": _one("unit", one.get("unit")),
    }
