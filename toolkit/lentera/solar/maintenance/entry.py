"""A row of the service log, refused with a kind sentence where it does not fit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from lentera.rules import Saying
from lentera.solar.maintenance.read_procedures import packaged

COLUMNS: Final = ("date", "finding", "readings", "action", "cost")
"""The five columns of the service log; `cost` holds parts and who did it as well."""

UNITS: Final[Mapping[str, tuple[str, float]]] = {
    "V": ("V", 1.0),
    "mV": ("V", 1e-3),
    "A": ("A", 1.0),
    "mA": ("A", 1e-3),
    "ohm": ("ohm", 1.0),
    "Ah": ("Ah", 1.0),
    "W": ("W", 1.0),
    "jam": ("jam", 1.0),
}
"""Base unit and factor of each unit that can be written down."""

LARGEST: Final = 1e9
"""Nothing in a service log is larger; a comparison with it refuses NaN as well."""


class EntryError(ValueError):
    """Refuse a row: `fault` names why, `sentence` tells the learner.

    Attributes
    ----------
    fault : str
        Key of the table ``fault`` in ``service_log.toml``.
    details : mapping of str to str
        What was found, for the sentence's blanks.
    """

    def __init__(self, fault: str, **details: str) -> None:
        self.fault = fault
        self.details = details
        super().__init__(self.sentence("en"))

    def sentence(self, code: str) -> str:
        """Return what to do, in Indonesian or English."""
        row = packaged("service_log.toml")["fault"][self.fault]
        return Saying(row["id"], row["en"]).in_language(code, self.details)


@dataclass(frozen=True, slots=True)
class Reading:
    """Be one measured number: where, how much, in which unit."""

    place: str
    value: float
    unit: str

    def __post_init__(self) -> None:
        _one_of("unknown_place", self.place, named("place"))
        if isinstance(self.value, bool) or not -LARGEST < self.value < LARGEST:
            raise EntryError("no_number", value=str(self.value))
        _one_of("no_unit", self.unit, UNITS)

    @property
    def base(self) -> tuple[float, str]:
        """Give value and base unit: 410 mA is 0.41 A."""
        unit, factor = UNITS[self.unit]
        return self.value * factor, unit


@dataclass(frozen=True, slots=True)
class Entry:
    """Be one row of the service log.

    Attributes
    ----------
    day : date
        When.
    finding : str
        What was complained of and found, in the writer's words.
    sign : str
        The same as a choice: key of the table ``sign``.
    readings : tuple of Reading
        At least one measured number.
    action : str
        What was done, in the writer's words.
    decision : str
        ``self``, ``call`` or ``replace``.
    parts : tuple of str
        Parts that were used; may be empty.
    cost : int
        Money spent [Rp].
    who : str
        Who did it.
    tasks : tuple of str
        Tasks of the schedule that this row ticks off.

    Raises
    ------
    EntryError
        When a column is empty, a choice is unknown, or a number is none.
    """

    day: date
    finding: str
    sign: str
    readings: tuple[Reading, ...]
    action: str
    decision: str
    parts: tuple[str, ...]
    cost: int
    who: str
    tasks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for field, column in (("finding", "finding"), ("action", "action"), ("who", "cost")):
            if not any(character.isalnum() for character in getattr(self, field)):
                raise EntryError("empty", field=field, column=column_name(column))
        _one_of("unknown_sign", self.sign, named("sign"))
        _one_of("unknown_decision", self.decision, named("decision"))
        for part in self.parts:
            _one_of("unknown_part", part, named("part"))
        known_tasks = packaged("schedule.toml")["task"]
        for task in self.tasks:
            _one_of("unknown_task", task, known_tasks)
        if not self.readings:
            raise EntryError("no_reading")
        if isinstance(self.cost, bool) or not isinstance(self.cost, int):
            raise EntryError("no_cost", value=str(self.cost))
        if self.cost < 0:
            raise EntryError("negative_cost", value=str(self.cost))

    def to_json(self) -> dict[str, Any]:
        """Write the row as JSON values that ``read_entry`` reads back."""
        return {
            "date": self.day.isoformat(),
            "finding": self.finding,
            "sign": self.sign,
            "readings": [
                {"place": reading.place, "value": reading.value, "unit": reading.unit}
                for reading in self.readings
            ],
            "action": self.action,
            "decision": self.decision,
            "parts": list(self.parts),
            "cost": self.cost,
            "who": self.who,
            "tasks": list(self.tasks),
        }


@cache
def named(table: str) -> Mapping[str, Any]:
    """Give a table of choices: ``part``, ``place``, ``sign`` or ``decision``."""
    rows: Mapping[str, Any] = packaged("service_log.toml")[table]
    return rows


def column_name(column: str, code: str = "id") -> str:
    """Give the heading of one of `COLUMNS`."""
    return str(packaged("service_log.toml")["column"][column][code])


def _one_of(fault: str, value: str, known: Iterable[str]) -> None:
    known = list(known)
    if value not in known:
        raise EntryError(fault, value=repr(value), known=", ".join(known))
