"""A battery from one step to the next."""

from dataclasses import dataclass
from math import exp, inf
from typing import TYPE_CHECKING, Final, NamedTuple

from lentera.solar.battery.checks import within
from lentera.solar.battery.chemistry import constants
from lentera.solar.battery.fading import LEAST_HEALTH
from lentera.solar.battery.kernels import advance, respond, rest_voltage

if TYPE_CHECKING:
    from lentera.solar.parts import BatterySpec

WARM_DAY: Final = 29.0
"""Temperature where nothing else is known: an average at the coast of East Kalimantan [°C]."""
GENTLE_RATE: Final = 0.05
"""Rate that stands in for a current that is not known yet [1/h]."""


@dataclass(frozen=True, slots=True)
class BatteryState:
    """Be a battery at one moment.

    Attributes
    ----------
    soc : float
        State of charge, 0 to 1, of the capacity that is left.
    polarisation : float
        Voltage above (charged a moment ago) or below its rest voltage [V].
    health : float
        Share of the rated capacity that is left, up to 1.
    throughput : float
        Charge drawn so far [Ah].
    """

    soc: float
    polarisation: float = 0.0
    health: float = 1.0
    throughput: float = 0.0

    def __post_init__(self) -> None:
        within("soc", self.soc, 0.0, 1.0)
        within("polarisation", self.polarisation, -inf, inf, "V")
        within("health", self.health, LEAST_HEALTH, 1.0)
        within("throughput", self.throughput, 0.0, inf, "Ah")


class Flows(NamedTuple):
    """Account for the charge of one step [Ah].

    What went in, less what left as gas or heat, less what went out, less self-discharge, is what the battery
    holds more than before. `refused` never passed: a full lithium pack or an empty battery would not have it.
    """

    amp_hours_in: float
    amp_hours_out: float
    gassing: float
    self_discharge: float
    refused: float


class Companion(NamedTuple):
    """Be what a circuit sees of a battery over one step: `polarisation` [V] and `extra` resistance [ohm]."""

    polarisation: float
    extra: float


def _look(amps: float, temperature: float) -> None:
    within("amps", amps, -inf, inf, "A")
    within("temperature", temperature, -40.0, 80.0, "°C")


def step(
    spec: "BatterySpec", state: BatteryState, amps: float, seconds: float, temperature: float = WARM_DAY
) -> tuple[BatteryState, Flows]:
    """Move a battery on by one step of steady current.

    Parameters
    ----------
    amps
        Above 0 into the battery, below 0 out of it [A].
    seconds
        Length of the step [s]; up to an hour while current flows, because the laws are taken at its start.
    temperature
        Of the battery [°C].

    Raises
    ------
    BatteryError
        When a number is out of range; the sentence names it.
    """
    _look(amps, temperature)
    within("seconds", seconds, 0.0, inf, "s")
    known = constants(spec)
    rest = rest_voltage(spec.soc, spec.rest_voltage, state.soc)
    stored, target = respond(known, state.soc, rest, state.health, amps, temperature)
    soc, polarisation, *flows = advance(
        known, state.soc, state.polarisation, state.health, stored, target, amps, seconds, temperature
    )
    moved = Flows(*flows)
    return BatteryState(soc, polarisation, state.health, state.throughput + moved.amp_hours_out), moved


def _respond(spec: "BatterySpec", soc: float, amps: float, temperature: float) -> tuple[float, float]:
    within("soc", soc, 0.0, 1.0)
    _look(amps, temperature)
    rest = rest_voltage(spec.soc, spec.rest_voltage, soc)
    return respond(constants(spec), soc, rest, 1.0, amps, temperature)


def acceptance(spec: "BatterySpec", soc: float, amps: float, temperature: float = WARM_DAY) -> float:
    """Give the share of a charging current that is stored, 0 to 1; the rest leaves as gas and heat.

    Raises
    ------
    BatteryError
        When a number is out of range; the sentence names it.
    """
    return _respond(spec, soc, amps, temperature)[0]


def polarisation_target(spec: "BatterySpec", soc: float, amps: float, temperature: float = WARM_DAY) -> float:
    """Give the voltage above (below) rest that a steady current leads to [V]; a model value.

    Raises
    ------
    BatteryError
        When a number is out of range; the sentence names it.
    """
    return _respond(spec, soc, amps, temperature)[1]


def slope(spec: "BatterySpec", soc: float) -> float:
    """Give how steep the rest voltage is at a state of charge [V per whole charge]; upward at a corner.

    Raises
    ------
    BatteryError
        When `soc` is not from 0 to 1.
    """
    within("soc", soc, 0.0, 1.0)
    upper = next((k for k, limit in enumerate(spec.soc) if soc < limit), len(spec.soc) - 1)
    rise = spec.rest_voltage[upper] - spec.rest_voltage[upper - 1]
    return rise / (spec.soc[upper] - spec.soc[upper - 1])


def terminal_voltage(spec: "BatterySpec", state: BatteryState, amps: float, extra: float = 0.0) -> float:
    """Give the voltage at the posts while a current flows [V], as the circuit element has it.

    Raises
    ------
    BatteryError
        When a number is out of range; the sentence names it.
    """
    within("amps", amps, -inf, inf, "A")
    within("extra", extra, 0.0, inf, "ohm")
    return spec.open_circuit_voltage(state.soc) + state.polarisation + amps * (spec.resistance + extra)


def companion(
    spec: "BatterySpec", state: BatteryState, amps: float, seconds: float, temperature: float = WARM_DAY
) -> Companion:
    """Give the voltage and resistance with which a circuit has the battery at the end of a step.

    Near full a little current makes much polarisation. A circuit that holds 14.4 V and knows only the
    polarisation of the step before would therefore swing between too much and nothing. With this pair it
    solves the end of the step, and `step` with the current it finds arrives there.

    Parameters
    ----------
    amps
        The current expected, as that of the step before [A]; 0 counts as a gentle charge. When the solved
        current turns out to flow the other way, ask again with it.
    seconds
        Length of the step to come [s].

    Raises
    ------
    BatteryError
        When a number is out of range; the sentence names it.
    """
    _look(amps, temperature)
    within("seconds", seconds, 0.0, inf, "s")
    known = constants(spec)
    if amps == 0.0:
        amps = GENTLE_RATE * known.capacity
    rest = rest_voltage(spec.soc, spec.rest_voltage, state.soc)
    _, target = respond(known, state.soc, rest, state.health, amps, temperature)
    settling = 1.0 - exp(-seconds / known.relaxation)
    return Companion((1.0 - settling) * state.polarisation, settling * target / amps)
