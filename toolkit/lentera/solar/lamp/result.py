"""What a year of a lamp came to, in plain numbers."""

from dataclasses import asdict, dataclass
from typing import Any

Numbers = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Sums:
    """Hold what came together over a time: hours [h], counts, energy [Wh].

    `possible` is what the panels would have given had the controller never held back, `controllers` all that
    the controllers turned to warmth with their `own_use`, `battery_loss` what the batteries took and neither
    gave nor kept.
    """

    light: float
    dark: float
    full: int
    cut_off: int
    possible: float
    panel: float
    battery_in: float
    battery_out: float
    lamps: float
    phone: float
    cables: float
    controllers: float
    own_use: float

    @property
    def held_back(self) -> float:
        """Give what the sun offered and the full battery did not take [Wh]."""
        return self.possible - self.panel


@dataclass(frozen=True, slots=True)
class YearResult:
    """Hold a year of a lamp in plain numbers; model values.

    Attributes
    ----------
    total : Sums
    months : tuple of Sums
        January first; a month that the weather does not reach has zeros.
    daily_light : tuple of float
        Hours of wanted light of each day [h].
    daily_lowest : tuple of float
        Lowest state of charge of each day.
    worst_week : tuple of int and float
        First day of the week with the most hours wanted and dark (0 is the first day of the year), and
        these hours [h].
    final_charge, lowest_charge : float
        State of charge at the end, and the lowest.
    stored : float
        What the batteries hold more than at the start [Wh].
    battery_loss : float
        What went into the batteries and neither came out nor stayed [Wh].
    charge_in, charge_out, gassing, self_discharge, refused : float
        Of one battery [Ah].
    broken : tuple of str
        What gave way on the first day.
    """

    total: Sums
    months: tuple[Sums, ...]
    daily_light: Numbers
    daily_lowest: Numbers
    worst_week: tuple[int, float]
    final_charge: float
    lowest_charge: float
    stored: float
    battery_loss: float
    charge_in: float
    charge_out: float
    gassing: float
    self_discharge: float
    refused: float
    broken: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give it as plain numbers, lists and mappings, ready for JSON."""
        return asdict(self)
