"""Write a bench with its history as JSON values and read it back, refusing what does not fit."""

from dataclasses import fields, replace
from enum import StrEnum
from typing import Any, Final

from lentera.solar.bench import joining
from lentera.solar.bench.events import Event, EventKind
from lentera.solar.bench.leads import LEAD_CABLE, LEAD_CONNECTOR, LEAD_LENGTH, LEAD_LENGTHS
from lentera.solar.bench.nets import replay
from lentera.solar.bench.reader import Reader, read_flag
from lentera.solar.bench.refusals import BenchError
from lentera.solar.bench.sky import HOURS, Sky
from lentera.solar.bench.state import (
    PLUG_LAMPS,
    Action,
    BenchState,
    Colour,
    Join,
    JoinedWire,
    PlugLamp,
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
from lentera.solar.bench.terminals import KITS, terminals_of
from lentera.solar.controller import Charge, ControllerState, Load
from lentera.solar.parts import CABLES, CONNECTORS, FUSES

VERSION: Final = 2
"""Version of the written form; version 1 knew kit B with one kind of lead and one fuse, and is read too."""
_READ: Final = (1, VERSION)


def to_json(state: BenchState) -> dict[str, Any]:
    """Write a bench as JSON values; what every plain lead has is left out."""
    written = {
        "version": VERSION,
        "kit": state.kit,
        "panel": state.panel,
        "battery": state.battery,
        "soc": state.soc,
        "sun": state.sun,
        "hour": state.hour,
        "sky": None if state.sky is None else state.sky.value,
        "covered": state.covered,
        "switch_on": state.switch_on,
        "fuse": state.fuse,
        "fuse_blown": state.fuse_blown,
        "lamps_dead": [state.lamp1_dead, state.lamp2_dead],
        "controller": _controller_to_json(state.controller),
        "wires": [_plain(wire) for wire in state.wires],
        "standing": [event_to_json(event) for event in state.standing],
        "history": [action_to_json(action) for action in state.history],
    }
    if state.kit == "a":
        written["lamps"] = [
            {"on": lamp.on, "dead": lamp.dead, "charger": _controller_to_json(lamp.charger)}
            for lamp in state.lamps
        ]
    return written


def _controller_to_json(state: ControllerState) -> dict[str, Any]:
    return {"charge": state.charge.value, "load": state.load.value, "held": state.held}


def event_to_json(event: Event) -> dict[str, Any]:
    """Write an event, leaving out what it does not say."""
    return {key: value for key, value in _plain(event).items() if value is not None}


def action_to_json(action: Action) -> dict[str, Any]:
    """Write an action as `{"do": name, ...}`, leaving out what is as in a plain one."""
    return {"do": _NAMES[type(action)], **_plain(action)}


def _plain(thing: JoinedWire | Event | Action) -> dict[str, Any]:
    """Give the fields of a thing; those that later versions added only where they say something."""
    row = {field.name: (getattr(thing, field.name), field.default) for field in fields(thing)}
    return {
        key: value.value if isinstance(value, StrEnum) else value
        for key, (value, usual) in row.items()
        if key in _ALWAYS or value != usual
    }


_ALWAYS: Final = frozenset({"start", "end", "colour"})

_NAMES: Final = {
    Join: "join",
    Remove: "remove",
    SetLead: "lead",
    SetSwitch: "switch",
    SetCover: "cover",
    SetSun: "sun",
    SetClock: "clock",
    PullFuse: "pull_fuse",
    PutFuse: "put_fuse",
    ReplaceFuse: "replace_fuse",
    ReplaceLamp: "replace_lamp",
    StartOver: "start_over",
}


def action_from_json(document: object, place: str = "") -> Action:
    """Read an action; raise ValueError with the place of the fault."""
    reader = Reader(document, place)
    name = reader.text("do")
    action: Action
    match name:
        case "join":
            colour = reader.choice("colour", Colour, Colour)
            action = Join(reader.terminal("start"), reader.terminal("end"), colour, *_lead(reader))
        case "remove":
            action = Remove(reader.whole("wire"))
        case "lead":
            action = SetLead(reader.whole("wire"), *_lead(reader))
        case "switch":
            action = SetSwitch(reader.flag("on"), reader.whole("lamp") if reader.has("lamp") else None)
        case "cover":
            action = SetCover(reader.flag("covered"))
        case "sun":
            action = SetSun(reader.number("sun"))
        case "clock":
            action = SetClock(reader.within("hour", HOURS), reader.choice("sky", Sky, Sky))
        case _:
            action = _repair(reader, name)
    reader.done()
    return action


def _repair(reader: Reader, name: str) -> Action:
    match name:
        case "pull_fuse":
            return PullFuse()
        case "put_fuse":
            return PutFuse(reader.part("fuse", FUSES))
        case "replace_fuse":
            return ReplaceFuse()
        case "replace_lamp":
            return ReplaceLamp(reader.whole("lamp"))
        case "start_over":
            return StartOver(reader.text("kit") if reader.has("kit") else None)
        case _:
            raise ValueError(f"{reader.place('do')}: {name!r} is not an action of the bench")


def _lead(reader: Reader) -> tuple[str, float, str]:
    """Read cable, length and connector of a lead; a plain one says none of them."""
    return (
        reader.part("cable", CABLES) if reader.has("cable") else LEAD_CABLE,
        reader.within("length", LEAD_LENGTHS) if reader.has("length") else LEAD_LENGTH,
        reader.part("connector", CONNECTORS) if reader.has("connector") else LEAD_CONNECTOR,
    )


def _wire(document: object, place: str) -> JoinedWire:
    reader = Reader(document, place)
    wire = JoinedWire(
        reader.whole("id"),
        reader.terminal("start"),
        reader.terminal("end"),
        reader.choice("colour", Colour, Colour),
        *_lead(reader),
    )
    reader.done()
    if wire.id < 1:
        raise ValueError(f"{reader.place('id')}: wire numbers start at 1, found {wire.id}")
    if wire.start == wire.end:
        raise ValueError(f"{place}: both ends are on {wire.start!r}")
    return wire


def _event(document: object, place: str) -> Event:
    reader = Reader(document, place)
    event = Event(
        reader.choice("kind", EventKind, EventKind),
        wire=reader.whole("wire") if reader.has("wire") else None,
        lamp=reader.whole("lamp") if reader.has("lamp") else None,
        start=reader.terminal("start") if reader.has("start") else None,
        end=reader.terminal("end") if reader.has("end") else None,
        amount=reader.number("amount") if reader.has("amount") else None,
        cable=reader.part("cable", CABLES) if reader.has("cable") else None,
        connector=reader.part("connector", CONNECTORS) if reader.has("connector") else None,
        fuse=reader.part("fuse", FUSES) if reader.has("fuse") else None,
        sky=reader.choice("sky", Sky, Sky).value if reader.has("sky") else None,
    )
    reader.done()
    return event


def _controller(document: object, place: str) -> ControllerState:
    reader = Reader(document, place)
    state = ControllerState(
        reader.choice("charge", Charge, Charge), reader.choice("load", Load, Load), reader.number("held")
    )
    reader.done()
    return state


def _plug_lamp(document: object, place: str) -> PlugLamp:
    reader = Reader(document, place)
    charger = _controller(reader.raw("charger"), reader.place("charger"))
    lamp = PlugLamp(reader.flag("on"), reader.flag("dead"), charger)
    reader.done()
    return lamp


def from_json(document: object) -> BenchState:
    """Read a bench that `to_json` wrote, of this version or an earlier one.

    Raises
    ------
    ValueError
        When something is missing, of the wrong kind, out of range, or when the history does not lead to the
        wires; the text names the place, for example `wires[2].start`.
    """
    reader = Reader(document, "")
    version = reader.whole("version")
    if version not in _READ:
        raise ValueError(f"version: this reader knows {' and '.join(map(str, _READ))}, found {version}")
    dead = reader.items("lamps_dead", read_flag)
    if len(dead) != len(("lamp1", "lamp2")):
        raise ValueError(f"lamps_dead: expected two values, found {len(dead)}")
    state = BenchState(
        wires=reader.items("wires", _wire),
        switch_on=reader.flag("switch_on"),
        covered=reader.flag("covered"),
        sun=reader.number("sun"),
        fuse_blown=reader.flag("fuse_blown"),
        lamp1_dead=dead[0],
        lamp2_dead=dead[1],
        controller=_controller(reader.raw("controller"), "controller"),
        battery=reader.text("battery"),
        panel=reader.text("panel"),
        soc=reader.number("soc"),
        standing=reader.items("standing", _event),
        history=reader.items("history", action_from_json),
        **({} if version == 1 else _of_version_2(reader)),
    )
    reader.done()
    replayed = replay(state.history, state.kit)
    if replayed != state.wires:
        raise ValueError(
            f"wires: the history leads to {len(replayed)} wires, not to the {len(state.wires)} written"
        )
    _refuse_unless_joinable(state)
    return state


def _of_version_2(reader: Reader) -> dict[str, Any]:
    kit = reader.text("kit")
    if kit not in KITS:
        raise ValueError(f"kit: {kit!r} is not one of {', '.join(KITS)}")
    lamps = reader.items("lamps", _plug_lamp) if kit == "a" else ()
    if kit == "a" and len(lamps) != len(PLUG_LAMPS):
        raise ValueError(f"lamps: expected {len(PLUG_LAMPS)} values, found {len(lamps)}")
    return {
        "kit": kit,
        "fuse": None if reader.raw("fuse") is None else reader.part("fuse", FUSES),
        "hour": None if reader.raw("hour") is None else reader.within("hour", HOURS),
        "sky": None if reader.raw("sky") is None else reader.choice("sky", Sky, Sky),
        "lamps": lamps,
    }


def _refuse_unless_joinable(state: BenchState) -> None:
    """Raise ValueError when a wire ends on the other kit, or when cables of kit A cannot meet."""
    known = terminals_of(state.kit)
    for number, wire in enumerate(state.wires):
        for key in ("start", "end"):
            terminal = getattr(wire, key)
            if terminal not in known:
                raise ValueError(f"wires[{number}].{key}: {terminal!r} is not a terminal of kit {state.kit}")
        if state.kit == "a":
            before = replace(state, wires=state.wires[:number])
            try:
                joining.join(before, Join(wire.start, wire.end))
            except BenchError as error:
                raise ValueError(f"wires[{number}]: {error}") from error
