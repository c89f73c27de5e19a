"""Read the settled bench and tell what is new."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from lentera.solar import parts
from lentera.solar.bench.events import Event, EventKind
from lentera.solar.bench.readings import (
    ControllerReading,
    Flow,
    LampCondition,
    LampReading,
    Reading,
    SourceReading,
    WireReading,
)
from lentera.solar.bench.settle import LEAD_CABLE, Settled, circuit_of, settle
from lentera.solar.bench.state import BenchState
from lentera.solar.bench.terminals import TERMINALS
from lentera.solar.circuit import Solution, UnknownTerminalError, Voltmeter
from lentera.solar.controller import CONTROLLER_THRESHOLDS, Charge, Load

FLOWING: Final = 0.001
"""Current below which a reading shows no direction [A]; a meter would show 0,00."""
CHARGING: Final = 0.01
"""Panel current from which the charging light is on [A]."""
SHORTED: Final = 15.0
"""Battery current that nothing on this bench but a short can draw [A]."""
REVERSED: Final = -1.0
"""Voltage below which a pair of screws or a lamp counts as reversed [V]."""
LOAD_LIMIT: Final = 15.0
"""Voltage that lamps for 12 V must not see [V]."""
PANEL_SHORTED: Final = 1.0
"""Voltage under which a lit, delivering panel is shorted [V]."""

_MINOR: Final = {
    EventKind.LAMP_LIT: EventKind.LAMPS_LIT,
    EventKind.LAMP_DIM: EventKind.LAMPS_DIM,
    EventKind.LAMP_OUT: EventKind.LAMPS_OUT,
}
_GLOWING: Final = {LampCondition.LIT: EventKind.LAMP_LIT, LampCondition.DIM: EventKind.LAMP_DIM}


def evaluate(state: BenchState, without: Iterable[str] = ()) -> Reading:
    """Solve the bench, let it react, and read it.

    Parameters
    ----------
    state
        The bench; it is not changed. `Reading.state` is the settled one.
    without
        Parts to lift off for a what-if ("fuse", "battery", "panel", "switch", "lamp1", "lamp2",
        "controller").

    Raises
    ------
    ValueError
        When `without` names something else.
    """
    # Readings do not depend on the past, so undo and redo find them in the cache.
    past = state.history
    reading = _evaluate(replace(state, history=()) if past else state, frozenset(without))
    return replace(reading, state=replace(reading.state, history=past)) if past else reading


@lru_cache(maxsize=256)
def _evaluate(state: BenchState, lifted: frozenset[str]) -> Reading:
    settled = settle(state, lifted)
    reading = _read(settled, lifted)
    standing = _standing(reading)
    events = (*settled.broken, *_news(state.standing, standing, settled.broken, reading))
    told = tuple(event if event.amount is None else replace(event, amount=None) for event in standing)
    return replace(reading, state=replace(settled.state, standing=told), events=events)


def measure(state: BenchState, red: str, black: str) -> float:
    """Read a multimeter between two terminals [V]: 10 megohm, so a dead terminal reads 0.

    Raises
    ------
    UnknownTerminalError
        When a probe is on no terminal of the bench.
    """
    for probe in (red, black):
        if probe not in TERMINALS:
            raise UnknownTerminalError(f"terminal {probe!r} is not on the bench; see TERMINALS")
    if red == black:
        return 0.0
    circuit = circuit_of(evaluate(state).state)
    circuit.add(Voltmeter("meter", red, black))
    return circuit.solve().between(red, black)


def _source(volts: float, outward: float) -> SourceReading:
    if abs(outward) < FLOWING:
        return SourceReading(volts, 0.0, Flow.NONE)
    return SourceReading(volts, abs(outward), Flow.OUT if outward > 0.0 else Flow.IN)


def _lamp(number: int, solution: Solution, *, dead: bool, lifted: bool) -> LampReading:
    volts = solution.between(f"lamp{number}.plus", f"lamp{number}.minus")
    amps = 0.0 if dead or lifted else max(0.0, solution.currents[f"lamp{number}"])
    lamp = parts.LAMPS["led3w"]
    if dead:
        condition = LampCondition.BROKEN
    elif amps < lamp.dark_below:
        condition = LampCondition.DARK
    elif amps < lamp.dim_below:
        condition = LampCondition.DIM
    elif amps <= lamp.overbright_above:
        condition = LampCondition.LIT
    else:
        condition = LampCondition.OVERBRIGHT
    brightness = 0.0 if condition in {LampCondition.BROKEN, LampCondition.DARK} else amps / lamp.rated_current
    return LampReading(volts, amps, brightness, condition)


def _read(settled: Settled, lifted: frozenset[str]) -> Reading:
    state, solution = settled.state, settled.solution
    current = solution.currents
    controller = state.controller
    battery_volts = solution.between("controller.battery_plus", "controller.battery_minus")
    charge_amps = current.get("controller.path", 0.0)
    cable = parts.CABLES[LEAD_CABLE]
    wires = tuple(
        WireReading(
            wire.id,
            current[f"wire{wire.id}"],
            solution.between(wire.start, wire.end),
            abs(current[f"wire{wire.id}"]) > cable.ampacity,
        )
        for wire in state.wires
    )
    lamps = [
        _lamp(number, solution, dead=dead, lifted=f"lamp{number}" in lifted)
        for number, dead in enumerate(state.lamps_dead, start=1)
    ]
    return Reading(
        state=state,
        panel=_source(solution.between("panel.plus", "panel.minus"), -current.get("panel", 0.0)),
        battery=_source(solution.between("battery.plus", "battery.minus"), -current.get("battery", 0.0)),
        controller=ControllerReading(
            state=controller,
            display=battery_volts if controller.awake else None,
            panel_volts=solution.between("controller.pv_plus", "controller.pv_minus"),
            battery_volts=battery_volts,
            load_volts=solution.between("controller.load_plus", "controller.load_minus"),
            charge_amps=charge_amps,
            load_amps=current.get("controller.load", 0.0),
            charging=controller.awake and settled.buffered and charge_amps > CHARGING,
            load_on=controller.load is Load.ON,
        ),
        lamps=(lamps[0], lamps[1]),
        wires=wires,
        fuse_amps=current.get("fuse", 0.0),
        events=(),
        converged=solution.converged,
    )


def _faults(reading: Reading) -> list[Event]:
    """Tell everything that is wrong as long as it stands, the most dangerous first."""
    return [*_source_faults(reading), *_load_faults(reading)]


def _source_faults(reading: Reading) -> Iterator[Event]:
    controller = reading.controller
    if reading.battery.flow is Flow.OUT and reading.battery.amps > SHORTED:
        yield Event(EventKind.SHORT_ACROSS_BATTERY, amount=reading.battery.amps)
    for wire in reading.wires:
        if wire.hot:
            yield Event(EventKind.WIRE_HOT, wire=wire.wire, amount=abs(wire.amps))
    if controller.state.charge is Charge.REVERSED:
        driven = reading.panel.amps > FLOWING
        kind = EventKind.BATTERY_REVERSED_WITH_PANEL if driven else EventKind.BATTERY_REVERSED
        yield Event(kind, amount=controller.battery_volts)
    elif controller.panel_volts < REVERSED:
        yield Event(EventKind.PANEL_REVERSED, amount=controller.panel_volts)
    if abs(controller.panel_volts) > CONTROLLER_THRESHOLDS["pwm_12v"].max_panel:
        yield Event(EventKind.PANEL_OVERVOLTAGE, amount=controller.panel_volts)
    if reading.panel.flow is Flow.OUT and abs(reading.panel.volts) < PANEL_SHORTED:
        yield Event(EventKind.PANEL_SHORTED, amount=reading.panel.amps)


def _load_faults(reading: Reading) -> Iterator[Event]:
    controller = reading.controller
    if controller.load_volts > LOAD_LIMIT:
        yield Event(EventKind.LOAD_OVERVOLTAGE, amount=controller.load_volts)
    for number, lamp in enumerate(reading.lamps, start=1):
        if lamp.condition is LampCondition.OVERBRIGHT:
            yield Event(EventKind.LAMP_OVERBRIGHT, lamp=number, amount=lamp.amps)
        elif lamp.volts < REVERSED:
            yield Event(EventKind.LAMP_REVERSED, lamp=number, amount=lamp.volts)
    kind = _LOAD_FAULTS.get(controller.state.load)
    if kind is not None:
        yield Event(kind, amount=controller.battery_volts)


_LOAD_FAULTS: Final = {
    Load.LOW_VOLTAGE: EventKind.LOAD_LOW_BATTERY,
    Load.OVERLOAD: EventKind.LOAD_OVERLOAD,
    Load.OVER_VOLTAGE: EventKind.LOAD_PROTECTED,
    Load.FLICKERING: EventKind.LOAD_FLICKERS,
}


def _standing(reading: Reading) -> tuple[Event, ...]:
    """Tell the faults and the good things that stand now."""
    found = _faults(reading)
    if reading.controller.state.awake:
        found.append(Event(EventKind.CONTROLLER_ON))
    if reading.controller.charging:
        found.append(Event(EventKind.CHARGING))
    found += [
        Event(_GLOWING[lamp.condition], lamp=number)
        for number, lamp in enumerate(reading.lamps, start=1)
        if lamp.condition in _GLOWING
    ]
    return tuple(found)


def _news(
    before: tuple[Event, ...], now: tuple[Event, ...], broken: tuple[Event, ...], reading: Reading
) -> list[Event]:
    """Tell what ended and what began; both lamps doing the same thing is one event."""
    old, new = {event.topic for event in before}, {event.topic for event in now}
    told = {event.topic for event in broken}
    ended: list[Event] = []
    if (EventKind.CONTROLLER_ON, None, None) in old - new:
        ended.append(Event(EventKind.CONTROLLER_OFF))
    if (EventKind.CHARGING, None, None) in old - new:
        ended.append(Event(EventKind.CHARGING_STOPPED))
    for number, lamp in enumerate(reading.lamps, start=1):
        shone = any(kind in _SHINING and which == number for kind, _, which in old)
        if shone and lamp.condition is LampCondition.DARK:
            ended.append(Event(EventKind.LAMP_OUT, lamp=number))
    began = [event for event in now if event.topic not in old | told]
    return _pair_lamps(began + ended)


_SHINING: Final = frozenset({EventKind.LAMP_LIT, EventKind.LAMP_DIM, EventKind.LAMP_OVERBRIGHT})


def _pair_lamps(events: list[Event]) -> list[Event]:
    for single, both in _MINOR.items():
        found = [event for event in events if event.kind is single]
        if len(found) == len(("lamp1", "lamp2")):
            events[events.index(found[0])] = Event(both)
            events.remove(found[1])
    return events
