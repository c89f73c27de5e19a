"""What a lamp did, minute by minute."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from lentera.solar.controller import Charge, Load
from lentera.solar.installation import Installation

Array = NDArray[np.float64]
Marks = NDArray[np.bool_]

_HOUR: Final = 60


class Event(NamedTuple):
    """Tell that a unit changed at a minute: `what` is a charge stage, a load state, "fuse" or "lamp"."""

    minute: int
    unit: str
    what: str


class Row(NamedTuple):
    """Be an hour: mean sun [W/m²] and state of charge [1], minutes of light, minutes wanted but dark."""

    hour: datetime
    sun: float
    soc: float
    light: int
    dark: int


@dataclass(frozen=True, slots=True, eq=False)
class BatteryFlows:
    """Hold what went through a battery: one number a minute, each a (n,) array.

    `soc` at the end of the minute, `volts` at its posts and `amps` into it, charge [Ah] and energy [Wh] of
    the minute. Its `terminal` energy is the sum of what follows it; `refused_charge` is what its protection
    kept out, and its energy counts as `gassing`.
    """

    capacity: float
    soc: Array
    volts: Array
    amps: Array
    gassing_charge: Array
    self_discharge_charge: Array
    refused_charge: Array
    terminal: Array
    stored: Array
    resistance: Array
    polarisation: Array
    gassing: Array
    self_discharge: Array


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """Hold some days of a lamp, one number a minute in local standard time.

    Attributes
    ----------
    start : datetime
        Beginning of the first minute.
    irradiance : (n,) array
        On the panel's plane [W/m²].
    soc : (n,) array
        State of charge at the end of the minute; of several batteries the mean by capacity.
    battery_volts : (n,) array
        At the posts; of several batteries the mean [V].
    panel_amps, charge_amps, load_amps, lamp_amps : (n,) array
        Out of the panels, into the batteries, out of the controllers' LOAD screws, through the lamps [A].
    brightness : (n,) array
        Mean of the lamps' current over their rated current.
    charge, load : tuple
        What the first controller did with the panel and with the load.
    wanted, lit : (n,) array of bool
        Whether light was wanted, and whether every lamp gave more than dim light.
    energy : mapping of str to (n,) array
        What each element of the circuit took [Wh]; a panel takes less than 0.
    batteries : mapping of str to BatteryFlows
        By unit.
    events : tuple of Event
        In order of time.
    final : Installation
        As the last minute left it.
    """

    start: datetime
    irradiance: Array
    soc: Array
    battery_volts: Array
    panel_amps: Array
    charge_amps: Array
    load_amps: Array
    lamp_amps: Array
    brightness: Array
    charge: tuple[Charge, ...]
    load: tuple[Load, ...]
    wanted: Marks
    lit: Marks
    energy: Mapping[str, Array]
    batteries: Mapping[str, BatteryFlows]
    events: tuple[Event, ...]
    final: Installation

    @property
    def minutes(self) -> int:
        """Give the number of minutes."""
        return len(self.soc)

    @property
    def unmet(self) -> Marks:
        """Say for each minute whether light was wanted and missing."""
        return self.wanted & ~self.lit

    @property
    def hours_of_light(self) -> float:
        """Give how long wanted light was there [h]."""
        return float(np.count_nonzero(self.wanted & self.lit)) / _HOUR

    @property
    def hours_unmet(self) -> float:
        """Give how long wanted light was missing [h]."""
        return float(np.count_nonzero(self.unmet)) / _HOUR

    def rows(self) -> tuple[Row, ...]:
        """Give the trace by hours, for a table or a picture."""
        lit, dark = self.wanted & self.lit, self.unmet
        return tuple(
            Row(
                self.start + timedelta(minutes=first),
                float(self.irradiance[first : first + _HOUR].mean()),
                float(self.soc[first : first + _HOUR].mean()),
                int(lit[first : first + _HOUR].sum()),
                int(dark[first : first + _HOUR].sum()),
            )
            for first in range(0, self.minutes, _HOUR)
        )
