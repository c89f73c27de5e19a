"""Some days of a lamp, with the whole circuit solved at every minute."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from lentera.solar.controller import ControllerState, Load, next_state
from lentera.solar.installation import (
    Battery,
    Conditions,
    Controller,
    ControllerFault,
    Installation,
    Lamp,
    Panel,
    Settled,
    settle,
)
from lentera.solar.installation.settle import readings_of
from lentera.solar.lamp.arrange import arranged, dimmed, dusk_of, phone_power, wants_light
from lentera.solar.lamp.cell import SECONDS, Cell
from lentera.solar.lamp.errors import complete
from lentera.solar.lamp.habits import MINUTES, Habits
from lentera.solar.lamp.power import powers
from lentera.solar.lamp.trace import Event, Trace
from lentera.solar.weather import Weather

if TYPE_CHECKING:
    from lentera.solar.circuit import Solution

_ASKED_AGAIN: Final = 4


@dataclass(slots=True)
class _Gathered:
    rows: list[tuple[float, ...]] = field(default_factory=list)
    states: list[ControllerState] = field(default_factory=list)
    energy: list[dict[str, float]] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)


class _Household:
    """Be an installation in use: what is wanted, what it settles to, and what it remembers."""

    def __init__(self, installation: Installation, habits: Habits) -> None:
        units = dimmed(installation.units, habits.brightness)
        self.installation = replace(installation, units=units)
        self.cells = [Cell.of(name, unit) for name, unit in units.items() if isinstance(unit, Battery)]
        self.panels = tuple(name for name, unit in units.items() if isinstance(unit, Panel))
        self.lamps = {name: unit.spec for name, unit in units.items() if isinstance(unit, Lamp)}
        self.controllers = tuple(name for name, unit in units.items() if isinstance(unit, Controller))
        self.day = habits.day(phone_power(installation))
        self.gathered = _Gathered()
        self._previous: Solution | None = None

    def minute(self, number: int, conditions: Conditions) -> None:
        """Live through one minute."""
        wanted = self.day[number % MINUTES]
        dusk = dusk_of(self.installation.units, conditions.irradiance)
        units = arranged(self.installation.units, wanted, dusk)
        for _ in range(_ASKED_AGAIN):
            units |= {cell.name: cell.shown() for cell in self.cells}
            settled = settle(replace(self.installation, units=units), conditions, previous=self._previous)
            self._previous = settled.solution
            # A list, because every cell must hear of its current.
            if all([cell.fits(settled.solution.currents[cell.name]) for cell in self.cells]):  # noqa: C419
                break
        self._note(number, conditions.irradiance, settled)
        self.gathered.rows[-1] += (wants_light(wanted, dusk),)
        self._remember(settled)

    def _remember(self, settled: Settled) -> None:
        solution = settled.solution
        units = dict(settled.installation.units) | {cell.name: cell.take(solution) for cell in self.cells}
        for name in self.controllers:
            unit = units[name]
            if (
                isinstance(unit, Controller)
                and unit.fault is not ControllerFault.DEAD
                and unit.state.load is not Load.FLICKERING
            ):
                seen = readings_of(name, solution, held_up=settled.buffered[name])
                units[name] = replace(unit, state=next_state(unit.state, seen, SECONDS, unit.thresholds))
        self.installation = replace(settled.installation, units=units)

    def _note(self, number: int, irradiance: float, settled: Settled) -> None:
        currents, gathered = settled.solution.currents, self.gathered
        bright = [currents[name] / spec.rated_current for name, spec in self.lamps.items()]
        gathered.rows.append(
            (
                irradiance,
                -sum(currents[name] for name in self.panels),
                sum(currents.get(f"{name}.load", 0.0) for name in self.controllers),
                sum(currents[name] for name in self.lamps),
                sum(bright) / len(bright),
                all(currents[name] >= spec.dim_below for name, spec in self.lamps.items()),
            )
        )
        gathered.energy.append(powers(settled.solution))
        gathered.events += [Event(number, trip.element, trip.kind) for trip in settled.broken]
        first = settled.installation.units[self.controllers[0]]
        if not isinstance(first, Controller):
            raise TypeError(f"{self.controllers[0]!r} is not a controller any more")
        gathered.states.append(first.state)
        before = gathered.states[-2:][0]
        changes = ((before.charge, first.state.charge), (before.load, first.state.load))
        gathered.events += [
            Event(number, self.controllers[0], now) for last, now in changes if now is not last
        ]


def simulate(installation: Installation, weather: Weather, habits: Habits | None = None) -> Trace:
    """Let a lamp live through some days, the circuit solved at every minute; model values.

    Each minute: switches as the household wants them, the installation settles (controllers switch, fuses
    blow, lamps die), the batteries take the current of the minute, the controllers count the time. The
    batteries stay at their units' temperature. Weather in longer steps is the same throughout a step. Any
    wiring goes, faulty ones too.

    Parameters
    ----------
    installation
        As it stands when the first minute begins, with its batteries' charge.
    habits
        What the household does; left out, `Habits()`.

    Raises
    ------
    LampError
        When the installation has no panel, battery, controller or lamp.
    """
    complete(installation)
    household = _Household(installation, habits or Habits())
    sky = (weather.poa, weather.air_temperature, weather.cell_temperature)
    light, air, cells = (np.repeat(values, weather.step).tolist() for values in sky)
    for number, (irradiance, air_temperature, cell) in enumerate(zip(light, air, cells, strict=True)):
        household.minute(number, Conditions(irradiance, air_temperature, cell))
    return _trace(household, weather)


def _trace(household: _Household, weather: Weather) -> Trace:
    gathered = household.gathered
    columns = np.array(gathered.rows, dtype=float).T
    batteries = {cell.name: cell.flows() for cell in household.cells}
    total = sum(flows.capacity for flows in batteries.values())
    energy = {
        name: np.array([minute.get(name, 0.0) for minute in gathered.energy]) * (SECONDS / 3600.0)
        for name in gathered.energy[0]
    }
    return Trace(
        start=weather.start,
        irradiance=columns[0],
        soc=np.asarray(sum(flows.soc * flows.capacity for flows in batteries.values()) / total),
        battery_volts=np.mean([flows.volts for flows in batteries.values()], axis=0),
        panel_amps=columns[1],
        charge_amps=np.sum([flows.amps for flows in batteries.values()], axis=0),
        load_amps=columns[2],
        lamp_amps=columns[3],
        brightness=columns[4],
        charge=tuple(state.charge for state in gathered.states),
        load=tuple(state.load for state in gathered.states),
        lit=columns[5].astype(bool),
        wanted=columns[6].astype(bool),
        energy=energy,
        batteries=batteries,
        events=tuple(gathered.events),
        final=household.installation,
    )
