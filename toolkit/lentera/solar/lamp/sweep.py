"""Solve an installation at many battery voltages and irradiances, and read off what matters in a year."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from lentera.solar.circuit import Fuse, Solution, Wire
from lentera.solar.circuit import Switch as SwitchElement
from lentera.solar.controller import Charge, ControllerState, Load
from lentera.solar.installation import (
    Battery,
    Conditions,
    Controller,
    Installation,
    Lamp,
    Panel,
    Unit,
    UsbPort,
    circuit_of,
)
from lentera.solar.installation.units import poles
from lentera.solar.lamp.errors import LampError
from lentera.solar.lamp.power import powers

Array = NDArray[np.float64]

ALIKE: Final = 0.1
"""How far the currents of batteries that count as one may lie apart, of the largest. A cell that got more
stands higher and takes less, so small differences even out."""
ALIKE_RATE: Final = 5e-3
"""The same for small currents, of the capacity [1/h]."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Name the units that a table is about."""

    batteries: Mapping[str, Battery]
    controllers: tuple[str, ...]
    panels: tuple[str, ...]
    lamps: Mapping[str, Lamp]
    ports: tuple[str, ...]

    @property
    def capacity(self) -> float:
        """Give the capacity of one battery [Ah]."""
        return next(iter(self.batteries.values())).spec.capacity

    @classmethod
    def of(cls, units: Mapping[str, Unit]) -> "Plan":
        """Find them among the units of an installation."""
        return cls(
            {name: unit for name, unit in units.items() if isinstance(unit, Battery)},
            tuple(name for name, unit in units.items() if isinstance(unit, Controller)),
            tuple(name for name, unit in units.items() if isinstance(unit, Panel)),
            {name: unit for name, unit in units.items() if isinstance(unit, Lamp)},
            tuple(name for name, unit in units.items() if isinstance(unit, UsbPort)),
        )


COLUMNS: Final = (
    "amps",
    "volts",
    "panel",
    "panel_amps",
    "panel_volts",
    "lamps",
    "phone",
    "own",
    "cables",
    "lit",
)
AT: Final = {name: position for position, name in enumerate(COLUMNS)}


def forced(units: Mapping[str, Unit], load: Load) -> dict[str, Unit]:
    """Put every controller to charging with all it gets, its load as told."""
    state = ControllerState(Charge.BULK, load)
    return {
        name: replace(unit, state=state) if isinstance(unit, Controller) else unit
        for name, unit in units.items()
    }


def _answer(solution: Solution, plan: Plan) -> tuple[float, ...]:
    """Read one solved circuit; the columns are `COLUMNS`."""
    currents, taken = solution.currents, powers(solution)
    amps = [currents[name] for name in plan.batteries]
    share = abs(sum(currents[name] for name in plan.panels)) / len(amps)
    if max(amps) - min(amps) > ALIKE * max(share, *map(abs, amps)) + ALIKE_RATE * plan.capacity:
        raise LampError(
            f"the batteries {', '.join(plan.batteries)} do not charge alike; let simulate solve the days"
        )
    seen = [solution.between(f"{name}.battery_plus", f"{name}.battery_minus") for name in plan.controllers]
    bright = [(currents[name], unit.spec) for name, unit in plan.lamps.items()]
    cables = sum(
        watts
        for name, watts in taken.items()
        if isinstance(solution.elements[name], Wire | Fuse | SwitchElement)
    )
    own = sum(
        currents.get(f"{name}.own", 0.0) * volts for name, volts in zip(plan.controllers, seen, strict=True)
    )
    return (
        sum(amps) / len(amps),
        sum(seen) / len(seen),
        -sum(taken[name] for name in plan.panels),
        -sum(currents[name] for name in plan.panels),
        sum(solution.between(*poles(name)) for name in plan.panels) / len(plan.panels),
        sum(taken[name] for name in plan.lamps),
        sum(taken.get(name, 0.0) for name in plan.ports),
        own,
        cables,
        min(current - spec.dim_below for current, spec in bright),
    )


class Sweeper:
    """Solve one installation at many voltages and irradiances, each solve from where the last one ended."""

    def __init__(self, installation: Installation, cell_at: Callable[[float], float]) -> None:
        self.installation = installation
        self.plan = Plan.of(installation.units)
        self._cell_at = cell_at

    def sweep(self, units: Mapping[str, Unit], suns: Sequence[float], emfs: Sequence[float]) -> Array:
        """Give the answers as a (g, e, column) array."""
        rows = []
        for sun in suns:
            conditions = Conditions(sun, cell_temperature=self._cell_at(sun))
            solution: Solution | None = None
            for emf in emfs:
                batteries = {
                    name: replace(
                        unit, polarisation=emf - unit.spec.open_circuit_voltage(unit.soc) + unit.drop
                    )
                    for name, unit in self.plan.batteries.items()
                }
                installation = replace(self.installation, units={**units, **batteries})
                solution = circuit_of(installation, conditions).solve(solution)
                rows.append(_answer(solution, self.plan))
        return np.array(rows).reshape(len(suns), len(emfs), len(COLUMNS))
