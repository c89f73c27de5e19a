"""Write a bench with its history as JSON values and read it back, refusing what does not fit."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, Final, TypeVar

from lentera.solar.bench.events import Event, EventKind
from lentera.solar.bench.nets import replay
from lentera.solar.bench.state import (
    Action,
    BenchState,
    Colour,
    Join,
    JoinedWire,
    Remove,
    ReplaceFuse,
    ReplaceLamp,
    SetCover,
    SetSun,
    SetSwitch,
    StartOver,
)
from lentera.solar.bench.terminals import TERMINALS
from lentera.solar.controller import Charge, ControllerState, Load

VERSION: Final = 1
"""Version of the written form; a reader refuses any other."""

T = TypeVar("T")


def to_json(state: BenchState) -> dict[str, Any]:
    """Write a bench as JSON values."""
    return {
        "version": VERSION,
        "panel": state.panel,
        "battery": state.battery,
        "soc": state.soc,
        "sun": state.sun,
        "covered": state.covered,
        "switch_on": state.switch_on,
        "fuse_blown": state.fuse_blown,
        "lamps_dead": list(state.lamps_dead),
        "controller": {
            "charge": state.controller.charge.value,
            "load": state.controller.load.value,
            "held": state.controller.held,
        },
        "wires": [
            {"id": wire.id, "start": wire.start, "end": wire.end, "colour": wire.colour.value}
            for wire in state.wires
        ],
        "standing": [event_to_json(event) for event in state.standing],
        "history": [action_to_json(action) for action in state.history],
    }


def event_to_json(event: Event) -> dict[str, Any]:
    """Write an event, leaving out what it does not say."""
    row = {
        "kind": event.kind.value,
        "wire": event.wire,
        "lamp": event.lamp,
        "start": event.start,
        "end": event.end,
        "amount": event.amount,
    }
    return {key: value for key, value in row.items() if value is not None}


def action_to_json(action: Action) -> dict[str, Any]:
    """Write an action as `{"do": name, ...}`."""
    return {"do": _NAMES[type(action)], **asdict(action)}


_NAMES: Final = {
    Join: "join",
    Remove: "remove",
    SetSwitch: "switch",
    SetCover: "cover",
    SetSun: "sun",
    ReplaceFuse: "replace_fuse",
    ReplaceLamp: "replace_lamp",
    StartOver: "start_over",
}


class _Reader:
    """Read one JSON object, naming the place in every complaint."""

    def __init__(self, value: object, place: str) -> None:
        if not isinstance(value, Mapping):
            raise ValueError(f"{place or 'bench'}: expected an object, found {_found(value)}")
        self._value = value
        self._place = place
        self._asked: set[str] = set()

    def place(self, key: str) -> str:
        """Give the path of a key."""
        return f"{self._place}.{key}" if self._place else key

    def raw(self, key: str) -> object:
        """Give a value as it stands."""
        self._asked.add(key)
        if key not in self._value:
            raise ValueError(f"{self.place(key)}: missing")
        return self._value[key]

    def has(self, key: str) -> bool:
        """Say whether a key is there."""
        return key in self._value

    def flag(self, key: str) -> bool:
        """Read true or false."""
        return _flag(self.raw(key), self.place(key))

    def text(self, key: str) -> str:
        """Read a text."""
        value = self.raw(key)
        if not isinstance(value, str):
            raise ValueError(f"{self.place(key)}: expected text, found {_found(value)}")
        return value

    def whole(self, key: str) -> int:
        """Read a whole number."""
        value = self.raw(key)
        if isinstance(value, bool) or not isinstance(value, int):
            raise ValueError(f"{self.place(key)}: expected a whole number, found {_found(value)}")
        return value

    def number(self, key: str) -> float:
        """Read a finite number."""
        value = self.raw(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < float("inf"):
            raise ValueError(f"{self.place(key)}: expected a number, found {_found(value)}")
        return float(value)

    def choice(self, key: str, read: Callable[[str], T], choices: Mapping[str, object] | type) -> T:
        """Read one of a set of words."""
        value = self.text(key)
        try:
            return read(value)
        except ValueError:
            allowed = ", ".join(str(choice) for choice in choices)  # type: ignore[union-attr]
            raise ValueError(f"{self.place(key)}: {value!r} is not one of {allowed}") from None

    def terminal(self, key: str) -> str:
        """Read a terminal id."""
        value = self.text(key)
        if value not in TERMINALS:
            raise ValueError(f"{self.place(key)}: {value!r} is not a terminal of the bench")
        return value

    def items(self, key: str, read: Callable[[object, str], T]) -> tuple[T, ...]:
        """Read a list."""
        value = self.raw(key)
        if not isinstance(value, list):
            raise ValueError(f"{self.place(key)}: expected a list, found {_found(value)}")
        return tuple(read(item, f"{self.place(key)}[{n}]") for n, item in enumerate(value))

    def done(self) -> None:
        """Refuse keys that nobody asked for."""
        left = sorted(str(key) for key in self._value if key not in self._asked)
        if left:
            raise ValueError(f"{self.place(left[0])}: not expected here")


def _found(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + " ..."


_LONGEST: Final = 40


def _flag(value: object, place: str) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{place}: expected true or false, found {_found(value)}")
    return value


def action_from_json(document: object, place: str = "") -> Action:
    """Read an action; raise ValueError with the place of the fault."""
    reader = _Reader(document, place)
    name = reader.text("do")
    action: Action
    match name:
        case "join":
            action = Join(
                reader.terminal("start"), reader.terminal("end"), reader.choice("colour", Colour, Colour)
            )
        case "remove":
            action = Remove(reader.whole("wire"))
        case "switch":
            action = SetSwitch(reader.flag("on"))
        case "cover":
            action = SetCover(reader.flag("covered"))
        case "sun":
            action = SetSun(reader.number("sun"))
        case "replace_fuse":
            action = ReplaceFuse()
        case "replace_lamp":
            action = ReplaceLamp(reader.whole("lamp"))
        case "start_over":
            action = StartOver()
        case _:
            raise ValueError(f"{reader.place('do')}: {name!r} is not an action of the bench")
    reader.done()
    return action


def _wire(document: object, place: str) -> JoinedWire:
    reader = _Reader(document, place)
    wire = JoinedWire(
        reader.whole("id"),
        reader.terminal("start"),
        reader.terminal("end"),
        reader.choice("colour", Colour, Colour),
    )
    reader.done()
    if wire.id < 1:
        raise ValueError(f"{reader.place('id')}: wire numbers start at 1, found {wire.id}")
    if wire.start == wire.end:
        raise ValueError(f"{place}: both ends are on {wire.start!r}")
    return wire


def _event(document: object, place: str) -> Event:
    reader = _Reader(document, place)
    event = Event(
        reader.choice("kind", EventKind, EventKind),
        wire=reader.whole("wire") if reader.has("wire") else None,
        lamp=reader.whole("lamp") if reader.has("lamp") else None,
        start=reader.terminal("start") if reader.has("start") else None,
        end=reader.terminal("end") if reader.has("end") else None,
        amount=reader.number("amount") if reader.has("amount") else None,
    )
    reader.done()
    return event


def _controller(document: object, place: str) -> ControllerState:
    reader = _Reader(document, place)
    state = ControllerState(
        reader.choice("charge", Charge, Charge), reader.choice("load", Load, Load), reader.number("held")
    )
    reader.done()
    return state


def from_json(document: object) -> BenchState:
    """Read a bench that `to_json` wrote.

    Raises
    ------
    ValueError
        When something is missing, of the wrong kind, out of range, or when the history does not lead to the
        wires; the text names the place, for example `wires[2].start`.
    """
    reader = _Reader(document, "")
    version = reader.whole("version")
    if version != VERSION:
        raise ValueError(f"version: this reader knows {VERSION}, found {version}")
    dead = reader.items("lamps_dead", _flag)
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
    )
    reader.done()
    replayed = replay(state.history)
    if replayed != state.wires:
        raise ValueError(
            f"wires: the history leads to {len(replayed)} wires, not to the {len(state.wires)} written"
        )
    return state
