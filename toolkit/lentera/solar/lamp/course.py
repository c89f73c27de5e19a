"""Some days or a year of a lamp as curves, from the year's table: quick enough to answer a slider."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import numpy as np
from numpy.typing import NDArray

from lentera.solar.controller import Charge, Load
from lentera.solar.installation import Installation, UsbPort
from lentera.solar.lamp import scan as loop
from lentera.solar.lamp.accounts import Accounts
from lentera.solar.lamp.compiled import HAS_NUMBA
from lentera.solar.lamp.habits import MINUTES, Habits
from lentera.solar.lamp.kept import Tables
from lentera.solar.lamp.steps import Steps
from lentera.solar.lamp.trace import Event
from lentera.solar.lamp.year import lived
from lentera.solar.weather import Weather

Array = NDArray[np.float64]
Marks = NDArray[np.bool_]
Whole = NDArray[np.int64]

LOADS: Final = {loop.OFF: Load.OFF, loop.ON: Load.ON, loop.LOW: Load.LOW_VOLTAGE}
"""What the controller does with the load, by the loop's number for it."""
CHARGES: Final = {loop.BULK: Charge.BULK, loop.ABSORPTION: Charge.ABSORPTION, loop.FLOAT: Charge.FLOAT}
"""What it does with the panel."""
AWAKE: Final = 0.5
"""Share of its rated power from which a port works; below, its current has died away."""


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """Hold some days of a lamp in equal steps in local standard time; model values.

    Attributes
    ----------
    start : datetime
        Beginning of the first step.
    step : int
        Minutes of a step.
    irradiance : (n,) array
        On the panel's plane [W/m²].
    soc : (n,) array
        State of charge at the end of the step.
    volts : (n,) array
        At the posts of a battery [V].
    panel, phone, lamps : (n,) array
        Out of the panels, out of the port into a phone, into the lamps [W].
    wanted, lit : (n,) array of bool
        Whether light was wanted, and whether every lamp gave more than dim light.
    load, charge : (n,) array of int
        Keys of `LOADS` and `CHARGES`.
    broken : tuple of str
        What gave way on the first day.
    """

    start: datetime
    step: int
    irradiance: Array
    soc: Array
    volts: Array
    panel: Array
    phone: Array
    lamps: Array
    wanted: Marks
    lit: Marks
    load: Whole
    charge: Whole
    broken: tuple[str, ...]

    @property
    def days(self) -> int:
        """Give the number of days."""
        return len(self.soc) * self.step // MINUTES

    def events(self) -> tuple[Event, ...]:
        """Give each change of the controllers' minds, in order of time; the unit is ``controller``."""
        found = []
        for codes, names in ((self.charge, CHARGES), (self.load, LOADS)):
            changed = np.flatnonzero(np.diff(codes)) + 1
            found += [
                Event(int(place) * self.step, "controller", names[int(codes[place])]) for place in changed
            ]
        return tuple(sorted(found, key=lambda event: event.minute))


def simulate_course(
    installation: Installation,
    weather: Weather,
    habits: Habits | None = None,
    *,
    tables: Tables | None = None,
    compiled: bool = HAS_NUMBA,
) -> Course:
    """Carry a lamp through some days by table, as `simulate_year` does, and give the curves.

    Parameters
    ----------
    tables
        Kept from question to question, they save most of the work.

    Raises
    ------
    LampError
        As `simulate_year`.
    """
    accounts, _, broken = lived(installation, weather, habits or Habits(), compiled=compiled, tables=tables)
    return _curves(accounts, broken)


def _curves(accounts: Accounts, broken: tuple[str, ...]) -> Course:
    steps, battery, mode = accounts.steps, accounts.battery, accounts.mode
    # The weather's own step: the steps of the loop are whole multiples of a piece of it.
    piece = int(np.gcd.reduce(steps.length))
    times = steps.length // piece
    power = accounts.power()
    load = mode % 4
    posts = accounts.emf + accounts.amps * (battery.spec.resistance + battery.extra)
    return Course(
        start=accounts.weather.start,
        step=piece,
        irradiance=np.repeat(steps.light, times),
        soc=np.repeat(accounts.soc, times),
        volts=np.repeat(posts, times),
        panel=np.repeat(power["panel"], times),
        phone=np.repeat(_into_phone(steps, power["phone"]), times),
        lamps=np.repeat(power["lamps"], times),
        wanted=np.repeat(steps.wanted[steps.state], times),
        lit=np.repeat((load == loop.ON) & (power["lit"] > 0.0), times),
        load=np.repeat(load, times),
        charge=np.repeat(mode // 4 % 4, times),
        broken=broken,
    )


def _into_phone(steps: Steps, taken: Array) -> Array:
    """Give what a phone gets of what the port takes [W]: a port that works holds its output."""
    given = np.zeros_like(taken)
    for state, units in enumerate(steps.states):
        for unit in units.values():
            if isinstance(unit, UsbPort) and unit.drawing:
                watts = unit.spec.power if unit.watts is None else unit.watts
                here = np.flatnonzero(steps.state == state)
                works = taken[here] > AWAKE * watts / unit.spec.efficiency
                given[here] = np.where(works, watts, taken[here] * unit.spec.efficiency)
    return given
