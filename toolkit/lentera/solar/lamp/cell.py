"""One battery through the minutes of a day, with its charge and energy accounted for."""

from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import copysign
from typing import Final

import numpy as np

from lentera.solar.battery import (
    BatteryState,
    Companion,
    companion,
    constants,
    respond,
    slope,
    step,
)
from lentera.solar.circuit import Solution
from lentera.solar.installation import Battery
from lentera.solar.lamp.trace import BatteryFlows
from lentera.solar.parts import BatterySpec

SECONDS: Final = 60.0
HOURS: Final = 1.0 / 60.0
NEAR_ENOUGH: Final = 1e-3
"""How far the polarisation of a solved minute may lie from the one that the battery comes to [V]."""


def rest_energy(spec: BatterySpec, soc: float) -> float:
    """Give what a battery holds at a state of charge, for each ampere-hour of capacity [Wh/Ah]."""
    energy = 0.0
    for (low, high), (below, above) in zip(pairwise(spec.soc), pairwise(spec.rest_voltage), strict=True):
        share = min((soc - low) / (high - low), 1.0)
        if share <= 0.0:
            break
        energy += (below + 0.5 * share * (above - below)) * share * (high - low)
    return energy


AT_REST: Final = Companion(0.0, 0.0)


@dataclass(slots=True)
class Cell:
    """Follow a battery; what each minute brought gathers in `rows`.

    `expected` is the current that the minute is likely to have [A], `slow` how its polarisation follows from
    it.
    """

    name: str
    unit: Battery
    state: BatteryState
    capacity: float
    expected: float = 0.0
    slow: Companion = AT_REST
    rows: list[tuple[float, ...]] = field(default_factory=list)

    @classmethod
    def of(cls, name: str, unit: Battery) -> "Cell":
        """Begin with a battery as it stands."""
        state = BatteryState(unit.soc, unit.polarisation, unit.health)
        return cls(name, unit, state, unit.spec.capacity * unit.health)

    def _respond(self, amps: float) -> tuple[float, float]:
        unit, state = self.unit, self.state
        rest = unit.spec.open_circuit_voltage(state.soc)
        return respond(constants(unit.spec), state.soc, rest, state.health, amps, unit.temperature)

    def shown(self) -> Battery:
        """Give the battery as the circuit meets it in the coming minute.

        Its polarisation is that of the minute's end, and its rest voltage that of the minute's middle. Both
        move in proportion to the current, so a resistance stands for them, and the energy of the solved
        minute is the one that the battery stores and loses.
        """
        unit, state = self.unit, self.state
        at_end = self.slow = companion(unit.spec, state, self.expected, SECONDS, unit.temperature)
        stored = self._respond(self.expected)[0]
        half_way = slope(unit.spec, state.soc) * stored * HOURS / (2.0 * self.capacity)
        return replace(
            unit,
            soc=state.soc,
            polarisation=at_end.polarisation,
            extra=unit.extra + at_end.extra + half_way,
        )

    def fits(self, amps: float) -> bool:
        """Say whether a solved current leads to the polarisation it was solved with; expect it next."""
        again = companion(self.unit.spec, self.state, amps, SECONDS, self.unit.temperature)
        self.expected = amps
        return abs((self.slow.extra - again.extra) * amps) < NEAR_ENOUGH

    def take(self, solution: Solution) -> Battery:
        """Let the solved minute pass; give the battery as it is after it."""
        unit, before, spec = self.unit, self.state, self.unit.spec
        amps = solution.currents[self.name]
        volts = solution.voltages[f"{self.name}.plus"] - solution.voltages[f"{self.name}.minus"]
        self.state, flows = step(spec, before, amps, SECONDS, unit.temperature)
        charge = amps * HOURS
        lost = flows.gassing + copysign(flows.refused, charge)
        moved = charge - lost
        steep = slope(spec, before.soc)
        middle = spec.open_circuit_voltage(before.soc) + steep * moved / (2.0 * self.capacity)
        after = spec.open_circuit_voltage(self.state.soc)
        slow = self.slow.polarisation + amps * self.slow.extra
        self.rows.append(
            (
                self.state.soc,
                volts,
                amps,
                flows.gassing,
                flows.self_discharge,
                flows.refused,
                volts * charge,
                self.capacity * (rest_energy(spec, self.state.soc) - rest_energy(spec, before.soc)),
                amps * charge * (spec.resistance + unit.extra),
                (slow - unit.drop) * charge,
                middle * lost,
                after * flows.self_discharge,
            )
        )
        self.expected = amps
        return replace(unit, soc=self.state.soc, polarisation=self.state.polarisation)

    def flows(self) -> BatteryFlows:
        """Give its minutes as arrays."""
        return BatteryFlows(self.capacity, *np.array(self.rows).T)
