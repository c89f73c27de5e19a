"""A whole year of a lamp: the circuit solved into a table, a battery carried through every minute."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import numpy as np

from lentera.solar.battery import constants
from lentera.solar.controller import AT_SET_POINT, Load
from lentera.solar.installation import (
    Battery,
    Conditions,
    Controller,
    ControllerFault,
    Installation,
    Unit,
    settle,
)
from lentera.solar.lamp import scan as loop
from lentera.solar.lamp.accounts import Accounts, result_of
from lentera.solar.lamp.arrange import dimmed, phone_power
from lentera.solar.lamp.compiled import HAS_NUMBA, run
from lentera.solar.lamp.errors import LampError, complete
from lentera.solar.lamp.habits import Habits
from lentera.solar.lamp.kept import Tables
from lentera.solar.lamp.result import YearResult
from lentera.solar.lamp.steps import LONGEST_IDLE, Steps, steps_of
from lentera.solar.lamp.sweep import Array
from lentera.solar.lamp.table import Table
from lentera.solar.parts.specs import STANDARD_TEMPERATURE
from lentera.solar.weather import Weather

ASKED_WITHIN: Final = 180.0
"""Seconds after which a battery that settles in as many is asked anew how it answers its current; one that
settles more slowly is asked less often."""


def _alone(units: Mapping[str, Unit]) -> tuple[Battery, Controller]:
    """Give the battery and the controller that stand for all; refuse those that differ."""
    batteries = {name: unit for name, unit in units.items() if isinstance(unit, Battery)}
    controllers = {name: unit for name, unit in units.items() if isinstance(unit, Controller)}
    for group in (batteries, controllers):
        first, *others = group
        for name in others:
            if group[name] != group[first]:
                raise LampError(
                    f"{name} is not as {first}; a year needs them alike, so let simulate solve the days"
                )
    return next(iter(batteries.values())), next(iter(controllers.values()))


def _settled(
    installation: Installation, states: tuple[Mapping[str, Unit], ...], brightest: float
) -> tuple[Installation, tuple[Mapping[str, Unit], ...], tuple[str, ...]]:
    """Let whatever gives way in the first day do so; give the installation, its states and what broke."""
    broken: dict[str, Unit] = {}
    for state in states:
        for irradiance in (0.0, brightest):
            stands = replace(installation, units={**state, **broken})
            settled = settle(stands, Conditions(irradiance))
            broken |= {trip.element: settled.installation.units[trip.element] for trip in settled.broken}
    stays = replace(installation, units={**installation.units, **broken})
    return stays, tuple({**state, **broken} for state in states), tuple(broken)


def _cell_law(weather: Weather) -> tuple[float, float]:
    """Fit the cell temperature by irradiance: the warmth of a sunless panel [°C] and its rise [K m²/W]."""
    shown = weather.poa > 0.0
    light, cells = weather.poa[shown][::7], weather.cell_temperature[shown][::7]
    if light.size < 2 or np.ptp(light) == 0.0:  # noqa: PLR2004  a line needs two points
        return float(weather.cell_temperature.mean()), 0.0
    # Bright minutes bring the charge, so they count as much as they bring.
    rise, dark = np.polyfit(light, cells, 1, w=light)
    return float(dark), float(rise)


def simulate_year(
    installation: Installation, weather: Weather, habits: Habits | None = None, *, compiled: bool = HAS_NUMBA
) -> YearResult:
    """Carry a lamp through a year, or through any number of days; model values.

    The circuit is solved at some irradiances and battery voltages for every state of the switches. A loop
    then carries the battery and the controller from minute to minute by looking up these answers: one
    minute a step by day and while something is on, an hour in the idle dark. It agrees with `simulate` within
    one per cent. What gives way (a fuse, a lamp) is taken to do so on the first day. Batteries stay at
    their units' temperature. Several lamps with a battery each must be alike.

    Parameters
    ----------
    compiled
        Whether numba runs the loop; the results are the same.

    Raises
    ------
    LampError
        When the installation has no panel, battery, controller or lamp, when its batteries differ, or when a
        battery is not joined to its controller alone, as after a blown fuse.
    """
    accounts, last, broken = lived(installation, weather, habits or Habits(), compiled=compiled)
    return result_of(accounts, last, broken)


def lived(
    installation: Installation,
    weather: Weather,
    habits: Habits,
    *,
    compiled: bool = HAS_NUMBA,
    tables: Tables | None = None,
) -> tuple[Accounts, tuple[float, ...], tuple[str, ...]]:
    """Carry a lamp through all steps; give what happened in each, the end, and what broke on the first day.

    Raises
    ------
    LampError
        As `simulate_year`.
    """
    complete(installation)
    units = dimmed(installation.units, habits.brightness)
    steps = steps_of(units, weather, habits.day(phone_power(installation)))
    brightest = max(float(steps.light.max()), 100.0)
    stands, states, broken = _settled(replace(installation, units=units), steps.states, brightest)
    battery, controller = _alone(stands.units)
    table = (tables or Tables()).of(stands, states, brightest, _cell_law(weather))
    sun = np.interp(steps.light, table.sun, np.arange(len(table.sun)))
    sun = np.minimum(sun, len(table.sun) - 1 - 1e-9)
    last, out = run(_arguments(table, steps, sun, battery, controller), len(sun), compiled=compiled)
    return Accounts(weather, steps, table, battery, sun, *out), last, broken


def _arguments(
    table: Table, steps: Steps, sun: Array, battery: Battery, controller: Controller
) -> tuple[Any, ...]:
    """Put together what the loop takes, in its order."""
    known = constants(battery.spec)
    limits = controller.thresholds
    seconds = np.arange(LONGEST_IDLE + 1) * 60.0
    soc_steps = np.linspace(0.0, 1.0, 101)
    faster = 2.0 ** ((battery.temperature - STANDARD_TEMPERATURE) / known.self_discharge_doubling)
    row = sun.astype(np.int64)
    return (
        row,
        sun - row,
        steps.state,
        steps.length,
        table.amps,
        len(steps.states),
        (float(table.emf[0]), float(1.0 / (table.emf[1] - table.emf[0]))),
        (
            known,
            battery.health,
            battery.temperature,
            np.interp(soc_steps, battery.spec.soc, battery.spec.rest_voltage),
            battery.drop,
        ),
        (
            1.0 - np.exp(-seconds / known.relaxation),
            seconds / 3600.0,
            known.self_discharge_rate * seconds / 3600.0 * faster,
            max(1, int(known.relaxation / ASKED_WITHIN)),
        ),
        table.screw,
        (
            limits.absorption,
            limits.absorption * AT_SET_POINT,
            limits.absorption_time / 3600.0,
            -1.0 if limits.tail_current is None else limits.tail_current,
            limits.float_,
            limits.rebulk,
            limits.low_voltage_disconnect,
            limits.low_voltage_reconnect,
            limits.undervoltage_lockout,
            limits.wake,
            controller.fault is None or controller.fault is ControllerFault.LOAD_OPEN,
        ),
        (
            battery.soc,
            battery.polarisation,
            loop.BULK,
            loop.LOW if controller.state.load is Load.LOW_VOLTAGE else loop.ON,
            0.0,
        ),
    )
