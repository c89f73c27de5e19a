"""Read everything off a bench at rest: volts, amperes, how each lamp looks, how warm each lead is."""

from typing import Final

from lentera.solar import parts
from lentera.solar.bench.plugs import cores
from lentera.solar.bench.readings import (
    CHARGING,
    ControllerReading,
    Flow,
    LampCondition,
    LampReading,
    Reading,
    SourceReading,
    WireReading,
)
from lentera.solar.bench.settle import Settled
from lentera.solar.bench.state import BenchState, JoinedWire
from lentera.solar.circuit import Solution
from lentera.solar.controller import Load
from lentera.solar.heating import heat_at, temperature_rise
from lentera.solar.parts import LampSpec

FLOWING: Final = 0.001
"""Current below which a reading shows no direction [A]; a meter would show 0,00."""


def look(settled: Settled, lifted: frozenset[str]) -> Reading:
    """Read a settled bench; `lifted` are the units that a what-if took off."""
    state, solution = settled.state, settled.solution
    plugged = state.kit == "a"
    wires = tuple([(_cable if plugged else _wire)(wire, solution) for wire in state.wires])
    lamps = _plug_lamps(state, solution, lifted) if plugged else _lamps(state, solution, lifted)
    current = solution.currents
    return Reading(
        state=state,
        panel=_source(solution.between("panel.plus", "panel.minus"), -current.get("panel", 0.0)),
        battery=None if plugged else _battery(solution),
        controller=None if plugged else _controller(settled),
        lamps=lamps,
        wires=wires,
        fuse_amps=current.get("fuse", 0.0),
        events=(),
        converged=solution.converged,
    )


def _source(volts: float, outward: float) -> SourceReading:
    if abs(outward) < FLOWING:
        return SourceReading(volts, 0.0, Flow.NONE)
    return SourceReading(volts, abs(outward), Flow.OUT if outward > 0.0 else Flow.IN)


def _battery(solution: Solution) -> SourceReading:
    volts = solution.between("battery.plus", "battery.minus")
    return _source(volts, -solution.currents.get("battery", 0.0))


def _controller(settled: Settled) -> ControllerReading:
    controller, solution = settled.state.controller, settled.solution
    battery_volts = solution.between("controller.battery_plus", "controller.battery_minus")
    charge_amps = solution.currents.get("controller.path", 0.0)
    return ControllerReading(
        state=controller,
        display=battery_volts if controller.awake else None,
        panel_volts=solution.between("controller.pv_plus", "controller.pv_minus"),
        battery_volts=battery_volts,
        load_volts=solution.between("controller.load_plus", "controller.load_minus"),
        charge_amps=charge_amps,
        load_amps=solution.currents.get("controller.load", 0.0),
        charging=controller.awake and settled.buffered and charge_amps > CHARGING,
        load_on=controller.load is Load.ON,
    )


def _wire(wire: JoinedWire, solution: Solution) -> WireReading:
    amps = solution.currents[f"wire{wire.id}"]
    return _warmed(wire, amps, solution.between(wire.start, wire.end))


def _cable(wire: JoinedWire, solution: Solution) -> WireReading:
    """Read a cable of two cores: what goes out by the plus comes back by the minus."""
    plus, minus = cores(wire.id)
    amps, back = solution.currents[plus], -solution.currents[minus]
    ohm = solution.elements[plus].ohm  # type: ignore[attr-defined]  # every lead is a `Wire`
    return _warmed(wire, amps, (amps + back) * ohm)


def _warmed(wire: JoinedWire, amps: float, drop: float) -> WireReading:
    cable = parts.CABLES[wire.cable]
    rise = temperature_rise(cable, amps)
    return WireReading(wire.id, amps, drop, heat_at(rise), rise)


def _lamps(state: BenchState, solution: Solution, lifted: frozenset[str]) -> tuple[LampReading, ...]:
    spec = parts.LAMPS["led3w"]
    return tuple(
        _lamp(f"lamp{number}", spec, solution, dead=dead, lifted=lifted)
        for number, dead in enumerate(state.lamps_dead, start=1)
    )


def _plug_lamps(state: BenchState, solution: Solution, lifted: frozenset[str]) -> tuple[LampReading, ...]:
    spec = parts.LAMPS["lamp405_bright"]
    return tuple(
        _lamp(
            f"lamp{number}",
            spec,
            solution,
            dead=lamp.dead,
            lifted=lifted,
            cell_volts=solution.between(f"lamp{number}_cell.plus", f"lamp{number}_cell.minus"),
            charge_amps=max(0.0, solution.currents.get(f"lamp{number}_charger.path", 0.0)),
        )
        for number, lamp in enumerate(state.lamps, start=1)
    )


def _lamp(
    name: str,
    spec: LampSpec,
    solution: Solution,
    *,
    dead: bool,
    lifted: frozenset[str],
    cell_volts: float | None = None,
    charge_amps: float | None = None,
) -> LampReading:
    volts = solution.between(f"{name}.plus", f"{name}.minus")
    amps = 0.0 if dead or name in lifted else max(0.0, solution.currents[name])
    condition = _condition(spec, amps, dead=dead)
    dark = condition in {LampCondition.BROKEN, LampCondition.DARK}
    return LampReading(
        volts, amps, 0.0 if dark else amps / spec.rated_current, condition, cell_volts, charge_amps
    )


def _condition(spec: LampSpec, amps: float, *, dead: bool) -> LampCondition:
    if dead:
        return LampCondition.BROKEN
    if amps < spec.dark_below:
        return LampCondition.DARK
    if amps < spec.dim_below:
        return LampCondition.DIM
    return LampCondition.LIT if amps <= spec.overbright_above else LampCondition.OVERBRIGHT
