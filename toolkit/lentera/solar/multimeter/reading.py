"""What comes out of a measurement."""

from dataclasses import dataclass

from lentera.solar.circuit import Solution
from lentera.solar.installation import Installation
from lentera.solar.multimeter.display import Display
from lentera.solar.multimeter.meter import Meter, Socket
from lentera.solar.multimeter.notes import Note, told
from lentera.words import quantity


@dataclass(frozen=True, slots=True)
class MeterReading:
    """Be what the meter shows and what came of measuring.

    Attributes
    ----------
    display : Display
        Text, unit and number.
    notes : tuple of Note
        What is worth telling, in order.
    meter : Meter
        The meter afterwards; its fuse may have blown.
    installation : Installation
        The installation afterwards, the opened lead put back; its fuse may have blown.
    solution : Solution or None
        The circuit while the probes were on, as a warm start for the next reading.
    """

    display: Display
    notes: tuple[Note, ...]
    meter: Meter
    installation: Installation
    solution: Solution | None = None

    @property
    def text(self) -> str:
        """Give what the display shows, with a point as on the meter: "12.56", "OL", or nothing."""
        return self.display.text

    @property
    def unit(self) -> str:
        """Give the unit on the display."""
        return self.display.unit

    @property
    def value(self) -> float | None:
        """Give the number shown [V, A or ohm]; None when the display is blank or shows OL."""
        return self.display.value

    @property
    def beep(self) -> bool:
        """Say whether it beeps."""
        return Note.CONNECTED in self.notes or Note.BEEPS_LIVE in self.notes

    @property
    def live(self) -> bool:
        """Say whether a voltage of the installation spoils a reading in ohms."""
        return Note.LIVE in self.notes

    @property
    def sentences(self) -> tuple[str, ...]:
        """Tell the notes, each in a sentence of the interface language."""
        row = self.display.range
        return tuple(told(note, Socket.VOLT_OHM if row is None else row.socket) for note in self.notes)

    @property
    def said(self) -> str:
        """Give number and unit as people write them, "12,56 V"; OL as it is; nothing for a blank display."""
        shown = self.display
        if shown.value is None or shown.range is None:
            return shown.text
        return quantity(shown.value * shown.range.scale, shown.unit, shown.range.decimals)
