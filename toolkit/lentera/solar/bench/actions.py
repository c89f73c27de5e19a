"""Change the bench: every action gives a new bench and what happened, or a refusal that says why."""

from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from lentera.solar.bench.evaluate import evaluate
from lentera.solar.bench.events import Event, EventKind
from lentera.solar.bench.nets import rewire
from lentera.solar.bench.state import (
    Action,
    BenchState,
    Join,
    Remove,
    ReplaceFuse,
    ReplaceLamp,
    SetCover,
    SetSun,
    SetSwitch,
    StartOver,
)
from lentera.solar.bench.terminals import TERMINALS


class Refusal(StrEnum):
    """Name why an action was refused; each has its sentence in `sentences.toml`."""

    UNKNOWN_TERMINAL = "unknown_terminal"
    SAME_TERMINAL = "same_terminal"
    ALREADY_JOINED = "already_joined"
    UNKNOWN_WIRE = "unknown_wire"
    FUSE_WHOLE = "fuse_whole"
    FUSE_WOULD_BLOW = "fuse_would_blow"
    UNKNOWN_LAMP = "unknown_lamp"
    LAMP_WHOLE = "lamp_whole"
    SUN_OUT_OF_RANGE = "sun_out_of_range"


class BenchError(ValueError):
    """Tell that an action cannot be done; the bench is as before.

    `refusal` names the sentence; `event` carries its terminals or wire number.
    """

    def __init__(self, refusal: Refusal, message: str, event: Event | None = None) -> None:
        super().__init__(message)
        self.refusal = refusal
        self.event = event


class Outcome(NamedTuple):
    """Be the bench after an action and what happened, in order; the action itself comes first."""

    state: BenchState
    events: tuple[Event, ...]


def apply(state: BenchState, action: Action) -> Outcome:
    """Do one action and let the bench settle.

    Raises
    ------
    BenchError
        When the action cannot be done; `refusal` says why.
    """
    changed, event = _change(state, action)
    if not isinstance(action, StartOver):
        changed = replace(changed, history=(*state.history, action))
    reading = evaluate(changed)
    return Outcome(reading.state, (event, *reading.events))


def can_replace_fuse(state: BenchState) -> bool:
    """Say whether a new fuse would be needed and would stay whole."""
    return state.fuse_blown and not evaluate(replace(state, fuse_blown=False)).state.fuse_blown


def _change(state: BenchState, action: Action) -> tuple[BenchState, Event]:
    match action:
        case Join():
            return _join(state, action)
        case Remove():
            return _remove(state, action)
        case ReplaceFuse():
            return _replace_fuse(state)
        case ReplaceLamp():
            return _replace_lamp(state, action)
        case _:
            return _set(state, action)


def _set(state: BenchState, action: SetSwitch | SetCover | SetSun | StartOver) -> tuple[BenchState, Event]:
    match action:
        case SetSwitch(on=on):
            kind = EventKind.SWITCH_ON if on else EventKind.SWITCH_OFF
            return replace(state, switch_on=on), Event(kind)
        case SetCover(covered=covered):
            kind = EventKind.PANEL_COVERED if covered else EventKind.PANEL_UNCOVERED
            return replace(state, covered=covered), Event(kind)
        case SetSun(sun=sun):
            try:
                return replace(state, sun=sun), Event(EventKind.SUN_CHANGED, amount=sun)
            except ValueError as error:
                raise BenchError(Refusal.SUN_OUT_OF_RANGE, str(error)) from error
        case StartOver():
            fresh = BenchState(sun=state.sun, battery=state.battery, panel=state.panel, soc=state.soc)
            return fresh, Event(EventKind.STARTED_OVER)


def _join(state: BenchState, action: Join) -> tuple[BenchState, Event]:
    ends = Event(EventKind.WIRE_JOINED, start=action.start, end=action.end)
    for terminal in (action.start, action.end):
        if terminal not in TERMINALS:
            raise BenchError(
                Refusal.UNKNOWN_TERMINAL, f"terminal {terminal!r} is not on the bench; see TERMINALS", ends
            )
    if action.start == action.end:
        raise BenchError(
            Refusal.SAME_TERMINAL, f"both ends are on {action.start!r}; choose two terminals", ends
        )
    pair = frozenset((action.start, action.end))
    for wire in state.wires:
        if wire.pair == pair:
            raise BenchError(
                Refusal.ALREADY_JOINED,
                f"wire {wire.id} already joins {action.start!r} and {action.end!r}; remove it first",
                replace(ends, wire=wire.id),
            )
    wires = rewire(state.wires, action)
    return replace(state, wires=wires), replace(ends, wire=wires[-1].id)


def _remove(state: BenchState, action: Remove) -> tuple[BenchState, Event]:
    for wire in state.wires:
        if wire.id == action.wire:
            event = Event(EventKind.WIRE_REMOVED, wire=wire.id, start=wire.start, end=wire.end)
            return replace(state, wires=rewire(state.wires, action)), event
    raise BenchError(
        Refusal.UNKNOWN_WIRE,
        f"there is no wire {action.wire}; there are {[wire.id for wire in state.wires]}",
        Event(EventKind.WIRE_REMOVED, wire=action.wire),
    )


def _replace_fuse(state: BenchState) -> tuple[BenchState, Event]:
    if not state.fuse_blown:
        raise BenchError(Refusal.FUSE_WHOLE, "the fuse is whole; only a blown fuse is replaced")
    if not can_replace_fuse(state):
        raise BenchError(Refusal.FUSE_WOULD_BLOW, "a new fuse would blow at once; remove the short first")
    return replace(state, fuse_blown=False), Event(EventKind.FUSE_REPLACED)


def _replace_lamp(state: BenchState, action: ReplaceLamp) -> tuple[BenchState, Event]:
    if action.lamp not in {1, 2}:
        raise BenchError(Refusal.UNKNOWN_LAMP, f"there is no lamp {action.lamp}; there are 1 and 2")
    if not state.lamps_dead[action.lamp - 1]:
        raise BenchError(
            Refusal.LAMP_WHOLE,
            f"lamp {action.lamp} is whole; only a broken lamp is replaced",
            Event(EventKind.LAMP_REPLACED, lamp=action.lamp),
        )
    event = Event(EventKind.LAMP_REPLACED, lamp=action.lamp)
    if action.lamp == 1:
        return replace(state, lamp1_dead=False), event
    return replace(state, lamp2_dead=False), event
