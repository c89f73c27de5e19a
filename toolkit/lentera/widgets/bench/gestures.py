"""Turn the gestures of the bench's screen into actions of the bench."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from lentera.solar.bench import (
    SUN_PRESETS,
    Action,
    BenchState,
    Colour,
    Join,
    JoinedWire,
    Polarity,
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
    Sky,
    terminals_of,
)

NOON = 12.0
"""Hour from which the clock starts when only the sky is chosen."""


def action_of(message: Mapping[str, Any], bench: BenchState) -> Action:
    """Return the action that a gesture asks for.

    Raises
    ------
    KeyError, TypeError, ValueError
        When the message makes no sense.
    """
    simple: dict[str, Callable[[], Action]] = {
        "join": lambda: _join(message, bench),
        "lead": lambda: _lead(message, bench),
        "remove": lambda: Remove(int(message["wire"])),
        "switch": lambda: _switch(message, bench),
        "cover": lambda: SetCover(covered=not bench.covered),
        "sun": lambda: SetSun(SUN_PRESETS[message["sun"]]),
        "clock": lambda: _clock(message, bench),
        "pull_fuse": PullFuse,
        "put_fuse": lambda: PutFuse(str(message["fuse"])),
        "replace_fuse": ReplaceFuse,
        "replace_lamp": lambda: ReplaceLamp(_dead_lamp(bench)),
    }
    return simple[message["do"]]()


def _kind(message: Mapping[str, Any], lead: JoinedWire | Join) -> dict[str, Any]:
    """Return cable, length and connector as asked; what is not asked stays as it is."""
    asked = {key: message.get(key) for key in ("cable", "length", "connector")}
    kind = {key: getattr(lead, key) if value in (None, "") else value for key, value in asked.items()}
    return {"cable": str(kind["cable"]), "length": float(kind["length"]), "connector": str(kind["connector"])}


def _join(message: Mapping[str, Any], bench: BenchState) -> Action:
    start, end = str(message["start"]), str(message["end"])
    plain = Join(start, end, _colour(message.get("colour"), start, end, bench.kit))
    return replace(plain, **_kind(message, plain))


def _lead(message: Mapping[str, Any], bench: BenchState) -> Action:
    number = int(message["wire"])
    there = next((wire for wire in bench.wires if wire.id == number), Join("", ""))
    return SetLead(number, **_kind(message, there))


def _colour(asked: object, start: str, end: str, kit: str) -> Colour:
    """Return the colour asked for, or the one the terminals call for: black as soon as a minus is there."""
    if asked in set(Colour):
        return Colour(str(asked))
    known = terminals_of(kit)
    poles = {known[name].polarity for name in (start, end) if name in known}
    return Colour.MINUS if Polarity.MINUS in poles and Polarity.PLUS not in poles else Colour.PLUS


def _switch(message: Mapping[str, Any], bench: BenchState) -> Action:
    if bench.kit == "b":
        return SetSwitch(on=not bench.switch_on)
    number = int(message["lamp"])
    on = 1 <= number <= len(bench.lamps) and bench.lamps[number - 1].on
    return SetSwitch(on=not on, lamp=number)


def _clock(message: Mapping[str, Any], bench: BenchState) -> Action:
    hour = message.get("hour", bench.hour)
    sky = message.get("sky", bench.sky)
    return SetClock(NOON if hour is None else float(hour), Sky.CLEAR if sky is None else Sky(sky))


def _dead_lamp(bench: BenchState) -> int:
    dead = bench.lamps_dead
    return dead.index(True) + 1 if any(dead) else 1
