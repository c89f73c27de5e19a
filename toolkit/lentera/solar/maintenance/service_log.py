"""The service log: rows that are only ever added, sorted by date."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Any, Final

from lentera.solar.maintenance.entry import COLUMNS, Entry, EntryError, Reading, column_name, named
from lentera.solar.maintenance.read_entry import read_entry

VERSION: Final = 1
"""Version of the written form; a reader refuses any other."""

_RISKY: Final = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins so for a formula."""


@dataclass(frozen=True, slots=True)
class ServiceLog:
    """Hold the rows of a lamp's service log, oldest first; rows of one day keep their order.

    Attributes
    ----------
    entries : tuple of Entry
        The rows.
    """

    entries: tuple[Entry, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "entries", tuple(sorted(self.entries, key=lambda entry: entry.day)))

    def add(self, entry: Entry, today: date) -> "ServiceLog":
        """Return the log with one more row; what stands in it is never changed.

        Raises
        ------
        EntryError
            When the row's date is after `today`.
        """
        if entry.day > today:
            raise EntryError("future", value=entry.day.isoformat(), today=today.isoformat())
        return ServiceLog((*self.entries, entry))

    def total_cost(self, since: date | None = None, until: date | None = None) -> int:
        """Add up what was spent [Rp], both days included."""
        return sum(
            entry.cost
            for entry in self.entries
            if (since is None or since <= entry.day) and (until is None or entry.day <= until)
        )

    def last_done(self, until: date | None = None) -> Mapping[str, date]:
        """Give the day on which each task was last done; rows after `until` do not count."""
        return {
            task: entry.day
            for entry in self.entries
            if until is None or entry.day <= until
            for task in entry.tasks
        }

    def to_json(self) -> dict[str, Any]:
        """Write the log as JSON values."""
        return {"version": VERSION, "entries": [entry.to_json() for entry in self.entries]}

    def to_csv(self, code: str = "id") -> str:
        """Write the five columns for a spreadsheet, in Indonesian or English.

        Indonesian tables part cells by semicolons, because the comma is the decimal sign.
        """
        text = StringIO(newline="")
        writer = csv.writer(text, delimiter="," if code == "en" else ";", lineterminator="\r\n")
        writer.writerow([column_name(column, code) for column in COLUMNS])
        for entry in self.entries:
            writer.writerow([_plain(cell) for cell in _cells(entry, code)])
        return text.getvalue()


def from_json(content: Any) -> ServiceLog:
    """Read a log that `ServiceLog.to_json` wrote.

    Raises
    ------
    EntryError
        When a row does not fit.
    ValueError
        When it is not a service log of this version.
    """
    if not isinstance(content, Mapping) or not isinstance(content.get("entries"), list):
        raise ValueError("the service log has no list of entries; open the file that holds them")
    if content.get("version") != VERSION:
        raise ValueError(f"version is {content.get('version')!r}; this program reads version {VERSION}")
    return ServiceLog(tuple(read_entry(row) for row in content["entries"]))


def _cells(entry: Entry, code: str) -> tuple[str, ...]:
    parts = ", ".join(named("part")[part][code] for part in entry.parts)
    cost = f"Rp{entry.cost:,}"
    return (
        entry.day.isoformat(),
        entry.finding,
        ", ".join(_reading(reading, code) for reading in entry.readings),
        f"{entry.action} ({named('decision')[entry.decision][code]})",
        " / ".join(filter(None, (parts, cost if code == "en" else cost.replace(",", "."), entry.who))),
    )


def _reading(reading: Reading, code: str) -> str:
    number = f"{reading.value:.10g}".replace("-", "−")
    if code != "en":
        number = number.replace(".", ",")
    return f"{named('place')[reading.place]['text'][code]} {number} {reading.unit}"


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_RISKY) else cell
