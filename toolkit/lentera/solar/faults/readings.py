"""What a meter shows at the test points of an installation, and what one sees."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from lentera.solar.circuit import Solution, Trip, Voltmeter
from lentera.solar.controller import ControllerState, Load
from lentera.solar.faults.fault import Fault, with_faults
from lentera.solar.faults.situations import Situation, at
from lentera.solar.installation import (
    Battery,
    Conditions,
    Controller,
    ControllerFault,
    Installation,
    Lamp,
    MeasuringPoint,
    Panel,
    Unit,
    circuit_of,
    settle,
)
from lentera.solar.parts import LampSpec


class UnknownReadingError(ValueError):
    """Tell that nothing of that name was measured."""


class Glow(StrEnum):
    """Name how a lamp looks, the darkest first."""

    DARK = "dark"
    FLICKERING = "flickering"
    DIM = "dim"
    LIT = "lit"
    OVERBRIGHT = "overbright"


@dataclass(frozen=True, slots=True)
class Readings:
    """Hold what one measures and sees in one situation.

    Attributes
    ----------
    volts : Mapping of str to float
        By test point, red probe against black [V]; a dead terminal reads 0.
    amps : Mapping of str to float
        `I_pv` out of the panels, `I_battery` into the batteries, `I_lamp` into the lamps, in their leads [A].
    lamps : Mapping of str to Glow
        Every lamp by name.
    controllers : Mapping of str to ControllerState
        What each controller does; a dead one is asleep.
    broken : tuple of Trip
        What gave way on the path to rest.
    installation : Installation
        As it stands now.
    solution : Solution
        Its circuit without a meter.
    """

    situation: Situation
    volts: Mapping[str, float]
    amps: Mapping[str, float]
    lamps: Mapping[str, Glow]
    controllers: Mapping[str, ControllerState]
    broken: tuple[Trip, ...]
    installation: Installation
    solution: Solution

    def display_lit(self, controller: str = "controller") -> bool:
        """Say whether the display of a controller is lit; raise UnknownReadingError when there is none."""
        if controller not in self.controllers:
            raise UnknownReadingError(f"there is no controller {controller!r}; {_choice(self.controllers)}")
        return self.controllers[controller].awake

    def value(self, name: str) -> float:
        """Give a reading by its name, a test point [V] or a current [A]; raise UnknownReadingError."""
        every = {**self.volts, **self.amps}
        if name not in every:
            raise UnknownReadingError(f"there is no reading {name!r}; {_choice(every)}")
        return every[name]

    def between(self, red: str, black: str) -> float:
        """Give what a meter shows between two terminals, red probe first [V]."""
        meter = Voltmeter("meter", red, black)
        conditions = self.situation.conditions
        return _with_meters(self.installation, conditions, (meter,), self.solution).between(red, black)


def _choice(names: Iterable[str]) -> str:
    return f"there are {', '.join(names)}"


def readings(
    installation: Installation,
    situation: Situation,
    points: Mapping[str, MeasuringPoint],
    *,
    reacted: bool = True,
    previous: Solution | None = None,
) -> Readings:
    """Measure an installation at its test points, with one meter, one point at a time.

    Parameters
    ----------
    situation
        The moment; it turns the switches and brings the sun.
    points
        Where to measure, as `Kit.test_points`.
    reacted
        False: controllers keep the state that they have in `installation`, and nothing blows. That is the
        moment at which a fault happens; most meters are too slow for it.
    previous
        Solution of a similar circuit, as a warm start.

    Notes
    -----
    All readings are model values.
    """
    placed = at(installation, situation)
    conditions = situation.conditions
    broken: tuple[Trip, ...] = ()
    if reacted:
        settled = settle(placed, conditions, previous=previous)
        placed, solution, broken = settled.installation, settled.solution, settled.broken
    else:
        solution = circuit_of(placed, conditions).solve(previous)
    return Readings(
        situation,
        MappingProxyType(_volts(placed, conditions, solution, points)),
        MappingProxyType(_amps(placed, solution)),
        MappingProxyType(_lamps(placed, conditions, solution)),
        MappingProxyType(_controllers(placed)),
        broken,
        placed,
        solution,
    )


def _volts(
    installation: Installation,
    conditions: Conditions,
    solution: Solution,
    points: Mapping[str, MeasuringPoint],
) -> dict[str, float]:
    """Give what one meter shows at each point.

    Where even the meters of all points together pull nothing down, one of them cannot; only the other points
    need a circuit with their own meter.
    """
    if not points:
        return {}
    meters = {name: Voltmeter(f"meter {name}", point.red, point.black) for name, point in points.items()}
    pulled = _with_meters(installation, conditions, meters.values(), solution)
    volts = {}
    for name, meter in meters.items():
        volts[name] = solution.between(meter.red, meter.black)
        if abs(pulled.between(meter.red, meter.black) - volts[name]) > _STIFF:
            own = _with_meters(installation, conditions, (meter,), solution)
            volts[name] = own.between(meter.red, meter.black)
    return volts


def _with_meters(
    installation: Installation, conditions: Conditions, meters: Iterable[Voltmeter], previous: Solution
) -> Solution:
    circuit = circuit_of(installation, conditions)
    for meter in meters:
        circuit.add(meter)
    return circuit.solve(previous)


_STIFF: Final = 0.001
"""Change that no meter of the course can show; its last digit is 10 mV [V]."""


def reading_table(
    installation: Installation, points: Mapping[str, MeasuringPoint]
) -> Mapping[Situation, Readings]:
    """Measure an installation in all four situations."""
    table: dict[Situation, Readings] = {}
    solution = None
    for situation in Situation:
        table[situation] = readings(installation, situation, points, previous=solution)
        solution = table[situation].solution
    return MappingProxyType(table)


def first_instant(
    healthy: Installation,
    faults: Iterable[Fault],
    situation: Situation,
    points: Mapping[str, MeasuringPoint],
) -> Readings:
    """Measure at the instant at which faults happen to a kit at rest, before anything reacts or blows."""
    settled = settle(at(healthy, situation), situation.conditions)
    struck = with_faults(settled.installation, *faults)
    return readings(struck, situation, points, reacted=False, previous=settled.solution)


def _amps(installation: Installation, solution: Solution) -> dict[str, float]:
    """Give the currents in the leads, where a learner can put an ammeter or a clamp."""
    return {
        "I_pv": -_into(installation, solution, Panel),
        "I_battery": _into(installation, solution, Battery),
        "I_lamp": _into(installation, solution, Lamp),
    }


def _into(installation: Installation, solution: Solution, kind: type[Unit]) -> float:
    """Sum the lead currents into the plus poles of all units of a kind [A]."""
    poles = {f"{name}.plus" for name, unit in installation.units.items() if isinstance(unit, kind)}
    return sum(
        ((lead.end in poles) - (lead.start in poles)) * solution.currents[lead.name]
        for lead in installation.leads
        if not lead.open
    )


def _lamps(installation: Installation, conditions: Conditions, solution: Solution) -> dict[str, Glow]:
    lamps = {name: unit for name, unit in installation.units.items() if isinstance(unit, Lamp)}
    seen = {name: _glow(lamp.spec, solution.currents[name]) for name, lamp in lamps.items()}
    flashing = _with_load_on(installation)
    if flashing is not installation:
        lit = circuit_of(flashing, conditions).solve(solution)
        for name, lamp in lamps.items():
            if seen[name] is Glow.DARK and _glow(lamp.spec, lit.currents[name]) is not Glow.DARK:
                seen[name] = Glow.FLICKERING
    return seen


def _with_load_on(installation: Installation) -> Installation:
    """Catch a load that goes on and off for ever at a moment when it is on."""
    for name, unit in installation.units.items():
        if isinstance(unit, Controller) and unit.state.load is Load.FLICKERING:
            on = replace(unit, state=replace(unit.state, load=Load.ON))
            installation = installation.with_unit(name, on)
    return installation


def _glow(spec: LampSpec, amps: float) -> Glow:
    if amps < spec.dark_below:
        return Glow.DARK
    if amps < spec.dim_below:
        return Glow.DIM
    return Glow.OVERBRIGHT if amps > spec.overbright_above else Glow.LIT


def _controllers(installation: Installation) -> dict[str, ControllerState]:
    return {
        name: ControllerState() if unit.fault is ControllerFault.DEAD else unit.state
        for name, unit in installation.units.items()
        if isinstance(unit, Controller)
    }
