"""Readings that were written down with the multimeter."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any, Final

from lentera.solar.multimeter import MeterReading, Mode, Note
from lentera.widgets.meter.desk import MeterDesk, place_name

MOST_NOTES: Final = 24
"""How many readings can be written down; more than anybody needs, and few enough for a table."""

_IDLE: Final = frozenset({Note.METER_OFF, Note.PROBE_OFF})
"""Notes of a meter that shows nothing worth writing down."""


@dataclass(frozen=True, slots=True)
class Noted:
    """Be one row of "Catat ukur".

    Attributes
    ----------
    number : int
        It stays with the row when others are taken away.
    text, unit : str
        What the display showed.
    value : float or None
        In V, A or ohm; None for OL.
    place : str
        What was measured on: a key of the screen's own.
    """

    number: int
    red: str | None
    black: str | None
    mode: Mode
    text: str
    unit: str
    value: float | None
    place: str = ""

    @property
    def decimals(self) -> int:
        """Give how many decimals the display showed."""
        return len(self.text.partition(".")[2])

    def to_json(self) -> dict[str, Any]:
        """Return it as it stands in an answer file."""
        return {
            "nomor": self.number,
            "merah": self.red,
            "hitam": self.black,
            "tombol": self.mode.value,
            "teks": self.text,
            "satuan": self.unit,
            "nilai": self.value,
            "di": self.place,
        }

    @classmethod
    def from_json(cls, table: object) -> "Noted":
        """Read it from an answer file; raise ValueError when it is no reading."""
        if not isinstance(table, Mapping):
            raise ValueError(f"a noted reading is {table!r}; expected a table")
        try:
            value = table["nilai"]
            text, unit = str(table["teks"]), str(table["satuan"])
            if value is not None and not (isfinite(float(value)) and isfinite(float(text))):
                raise ValueError(f"a noted reading has the number {value!r}")
            red, black = (place_name(table[key]) for key in ("merah", "hitam"))
            number, mode = int(table["nomor"]), Mode(table["tombol"])
            return cls(number, red, black, mode, text, unit, value, str(table.get("di", "")))
        except (KeyError, TypeError) as error:
            raise ValueError(f"a noted reading lacks or misspells {error}") from error


def is_shown(reading: MeterReading) -> bool:
    """Say whether the display shows something that can be written down."""
    return bool(reading.text) and not _IDLE & set(reading.notes)


def noted(
    desk: MeterDesk, reading: MeterReading, notes: tuple[Noted, ...], place: str = ""
) -> tuple[Noted, ...]:
    """Return the notes with what the meter shows now."""
    number = max((one.number for one in notes), default=0) + 1
    shown = reading.display
    mode = desk.meter.mode
    new = Noted(number, desk.red, desk.black, mode, shown.text, shown.unit, shown.value, place)
    return (*notes, new)
