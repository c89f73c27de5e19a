"""Change the bench: every action gives a new bench and what happened, or a refusal that says why."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple

from lentera.solar.bench import joining
from lentera.solar.bench.evaluate import evaluate
from lentera.solar.bench.events import Event, EventKind
from lentera.solar.bench.refusals import BenchError, Refusal
from lentera.solar.bench.sky import HOURS, sun_at
from lentera.solar.bench.state import (
    Action,
    BenchState,
    Join,
    PullFuse,
    PutFuse,
    Remove,
    ReplaceFuse,
    ReplaceLamp,
    SetClock,
    SetCover,
    SetLead,
    SetSun,
    SetSwitch,
    StartOver,
)
from lentera.solar.bench.terminals import KITS
from lentera.solar.parts import FUSES


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
        changed = replace(changed, history=_recorded(state.history, action))
    reading = evaluate(changed)
    return Outcome(reading.state, (event, *reading.events))


def _recorded(history: tuple[Action, ...], action: Action) -> tuple[Action, ...]:
    """Add an action; a clock that is moved on takes the place of where the light stood before."""
    last = history[-1] if history else None
    lights = isinstance(last, SetClock | SetSun) and isinstance(action, SetClock | SetSun)
    # Two skies chosen by their buttons, one after the other, are two steps.
    if lights and not (isinstance(last, SetSun) and isinstance(action, SetSun)):
        history = history[:-1]
    return (*history, action)


def can_replace_fuse(state: BenchState) -> bool:
    """Say whether a new fuse would be needed and would stay whole."""
    return state.fuse_blown and not evaluate(replace(state, fuse_blown=False)).state.fuse_blown


def _change(state: BenchState, action: Action) -> tuple[BenchState, Event]:
    if state.kit == "a" and isinstance(action, _OF_KIT_B):
        raise BenchError(Refusal.NOT_IN_KIT, f"kit A has no part for {type(action).__name__}")
    return _DOES[type(action)](state, action)


def _light(state: BenchState, action: SetCover | SetSun | SetClock) -> tuple[BenchState, Event]:
    match action:
        case SetCover(covered=covered):
            kind = EventKind.PANEL_COVERED if covered else EventKind.PANEL_UNCOVERED
            return replace(state, covered=covered), Event(kind)
        case SetSun(sun=sun):
            try:
                changed = replace(state, sun=sun, hour=None, sky=None)
            except ValueError as error:
                raise BenchError(Refusal.SUN_OUT_OF_RANGE, str(error)) from error
            return changed, Event(EventKind.SUN_CHANGED, amount=sun)
        case SetClock(hour=hour, sky=sky):
            if not HOURS.holds(hour):
                raise BenchError(Refusal.CLOCK_OUT_OF_RANGE, f"hour is {hour}; give {HOURS.wanted}")
            changed = replace(state, sun=sun_at(hour, sky), hour=hour, sky=sky)
            return changed, Event(EventKind.CLOCK_CHANGED, amount=hour, sky=sky.value)


def _fuse(state: BenchState, action: PullFuse | PutFuse | ReplaceFuse) -> tuple[BenchState, Event]:
    if isinstance(action, PutFuse):
        return _put_fuse(state, action.fuse)
    if state.fuse is None:
        raise BenchError(Refusal.FUSE_ABSENT, "the holder is empty; put a fuse in")
    if isinstance(action, PullFuse):
        event = Event(EventKind.FUSE_PULLED, fuse=state.fuse)
        return replace(state, fuse=None, fuse_blown=False), event
    if not state.fuse_blown:
        raise BenchError(Refusal.FUSE_WHOLE, "the fuse is whole; only a blown fuse is replaced")
    if not can_replace_fuse(state):
        raise BenchError(Refusal.FUSE_WOULD_BLOW, "a new fuse would blow at once; remove the short first")
    return replace(state, fuse_blown=False), Event(EventKind.FUSE_REPLACED)


def _put_fuse(state: BenchState, fuse: str) -> tuple[BenchState, Event]:
    if state.fuse is not None:
        raise BenchError(Refusal.FUSE_IN_PLACE, f"{state.fuse!r} is in the holder; pull it first")
    if fuse not in FUSES:
        raise BenchError(Refusal.UNKNOWN_FUSE, f"fuse {fuse!r} is not one of {', '.join(FUSES)}")
    return replace(state, fuse=fuse), Event(EventKind.FUSE_PUT, fuse=fuse)


def _switch(state: BenchState, action: SetSwitch) -> tuple[BenchState, Event]:
    on, lamp = action.on, action.lamp
    if state.kit == "b":
        if lamp is not None:
            raise BenchError(Refusal.NOT_IN_KIT, f"lamp {lamp} has no switch of its own in kit B")
        return replace(state, switch_on=on), Event(EventKind.SWITCH_ON if on else EventKind.SWITCH_OFF)
    if lamp is None or not 1 <= lamp <= len(state.lamps):
        raise _no_lamp(state, lamp)
    lamps = tuple(
        replace(one, on=on) if number == lamp else one for number, one in enumerate(state.lamps, start=1)
    )
    kind = EventKind.LAMP_SWITCHED_ON if on else EventKind.LAMP_SWITCHED_OFF
    return replace(state, lamps=lamps), Event(kind, lamp=lamp)


def _replace_lamp(state: BenchState, action: ReplaceLamp) -> tuple[BenchState, Event]:
    lamp = action.lamp
    event = Event(EventKind.LAMP_REPLACED, lamp=lamp)
    if not 1 <= lamp <= len(state.lamps_dead):
        raise _no_lamp(state, lamp)
    if not state.lamps_dead[lamp - 1]:
        raise BenchError(Refusal.LAMP_WHOLE, f"lamp {lamp} is whole; only a broken lamp is replaced", event)
    if state.kit == "a":
        lamps = tuple(
            replace(one, dead=False) if number == lamp else one
            for number, one in enumerate(state.lamps, start=1)
        )
        return replace(state, lamps=lamps), event
    return (replace(state, lamp1_dead=False) if lamp == 1 else replace(state, lamp2_dead=False)), event


def _no_lamp(state: BenchState, lamp: int | None) -> BenchError:
    known = range(1, len(state.lamps_dead) + 1)
    return BenchError(
        Refusal.UNKNOWN_LAMP, f"there is no lamp {lamp}; there are {', '.join(map(str, known))}"
    )


def _start_over(state: BenchState, action: StartOver) -> tuple[BenchState, Event]:
    kit = state.kit if action.kit is None else action.kit
    if kit not in KITS:
        raise BenchError(Refusal.UNKNOWN_KIT, f"kit is {kit!r}; choose one of {', '.join(KITS)}")
    fresh = BenchState(
        kit=kit,
        sun=state.sun,
        hour=state.hour,
        sky=state.sky,
        battery=state.battery,
        panel=state.panel,
        soc=state.soc,
    )
    return fresh, Event(EventKind.STARTED_OVER)


_OF_KIT_B: Final = (PullFuse, PutFuse, ReplaceFuse)
_DOES: Final[Mapping[type[Action], Callable[[BenchState, Any], tuple[BenchState, Event]]]] = {
    Join: joining.join,
    Remove: joining.remove,
    SetLead: joining.change,
    SetSwitch: _switch,
    SetCover: _light,
    SetSun: _light,
    SetClock: _light,
    PullFuse: _fuse,
    PutFuse: _fuse,
    ReplaceFuse: _fuse,
    ReplaceLamp: _replace_lamp,
    StartOver: _start_over,
}
