"""Which terminals are joined to which, and since when."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from lentera.solar.bench.plugs import BARS, cable_between
from lentera.solar.bench.state import (
    Action,
    BenchState,
    Join,
    JoinedWire,
    PullFuse,
    PutFuse,
    Remove,
    SetLead,
)
from lentera.solar.bench.terminals import TERMINALS, terminals_of
from lentera.solar.installation.nets import Net, group

CONTROLLER_TERMINALS: Final = tuple(id_ for id_ in TERMINALS if id_.startswith("controller."))


def _pairs(wires: Iterable[JoinedWire], *, fuse: bool, switch: bool) -> list[tuple[str, str]]:
    pairs = [(wire.start, wire.end) for wire in wires]
    if fuse:
        pairs.append(("fuse.a", "fuse.b"))
    if switch:
        pairs.append(("switch.a", "switch.b"))
    return pairs


def nets(state: BenchState, *, fuse: bool = False, switch: bool = False) -> tuple[Net, ...]:
    """Give the nets that the leads make.

    Parameters
    ----------
    fuse, switch
        Whether the fuse or the switch counts as a lead (blown, pulled or open all the same: this is about
        the wiring). Kit A has neither; the sockets of a box are one net.

    Returns
    -------
    Every terminal in exactly one net; a terminal without a lead is a net of its own.
    """
    if state.kit == "a":
        return group(terminals_of("a"), [*BARS, *_pairs(state.wires, fuse=False, switch=False)])
    return group(TERMINALS, _pairs(state.wires, fuse=fuse, switch=switch))


def net_of(state: BenchState, terminal: str, *, fuse: bool = False, switch: bool = False) -> Net:
    """Give the net that holds `terminal`; raise KeyError when there is no such terminal."""
    for net in nets(state, fuse=fuse, switch=switch):
        if terminal in net:
            return net
    raise KeyError(terminal)


def joined(state: BenchState, start: str, end: str, *, fuse: bool = True, switch: bool = True) -> bool:
    """Say whether a path of leads, and by default of fuse and switch, joins two terminals."""
    return end in net_of(state, start, fuse=fuse, switch=switch)


@dataclass(frozen=True, slots=True)
class Connections:
    """Say since which step each thing has been joined to the controller without a break.

    A step is the position in the history, the first action being 1; None means not joined now. `battery`,
    `panel`, `lamp1` and `lamp2` ask for both poles at the right screws (through fuse and switch).
    `panel_any` and `battery_any` ask only that both poles touch two different screws of the controller,
    whichever they are. `panel_alone` says that the battery was not on when the panel was joined.
    """

    battery: int | None
    panel: int | None
    lamp1: int | None
    lamp2: int | None
    battery_any: int | None
    panel_any: int | None
    panel_alone: bool

    @property
    def panel_before_battery(self) -> bool:
        """Say whether the panel reached the controller while the battery was not on it."""
        if self.panel_any is None:
            return False
        return self.panel_alone or self.battery is None or self.panel_any < self.battery


_PROPER: Final = {
    "battery": (("battery.plus", "controller.battery_plus"), ("battery.minus", "controller.battery_minus")),
    "panel": (("panel.plus", "controller.pv_plus"), ("panel.minus", "controller.pv_minus")),
    "lamp1": (("lamp1.plus", "controller.load_plus"), ("lamp1.minus", "controller.load_minus")),
    "lamp2": (("lamp2.plus", "controller.load_plus"), ("lamp2.minus", "controller.load_minus")),
}


def _present(wires: Iterable[JoinedWire], *, fuse: bool = True) -> dict[str, bool]:
    found: dict[str, Net] = {}
    for net in group(TERMINALS, _pairs(wires, fuse=fuse, switch=True)):
        for terminal in net:
            found[terminal] = net
    present = {name: all(end in found[start] for start, end in pairs) for name, pairs in _PROPER.items()}
    for source in ("battery", "panel"):
        plus, minus = found[f"{source}.plus"], found[f"{source}.minus"]
        present[f"{source}_any"] = plus is not minus and all(
            any(screw in pole for screw in CONTROLLER_TERMINALS) for pole in (plus, minus)
        )
    return present


def connections(state: BenchState) -> Connections:
    """Replay the history and tell since when battery, panel and lamps are on the controller.

    A connection that was undone and made again counts from the second time. With the fuse pulled the battery
    is not joined yet; pulling it later, as for cleaning the posts, undoes nothing, but a panel that is joined
    meanwhile finds no battery. In kit A nothing of all this is joined.
    """
    wires: tuple[JoinedWire, ...] = ()
    since: dict[str, int | None] = dict.fromkeys(_present(wires))
    if state.kit == "a":
        return Connections(**since, panel_alone=False)
    fuse_in, alone = True, False
    for step, action in enumerate(state.history, start=1):
        if isinstance(action, Join | Remove):
            wires = rewire(wires, action)
        elif isinstance(action, PullFuse | PutFuse):
            fuse_in = isinstance(action, PutFuse)
        else:
            continue
        present = _present(wires)
        reached = present if fuse_in else _present(wires, fuse=False)
        for name, now in present.items():
            if not now:
                since[name] = None
            elif since[name] is None and reached[name]:
                since[name] = step
                alone = not reached["battery"] if name == "panel_any" else alone
    return Connections(**since, panel_alone=alone)


def free_id(wires: Iterable[JoinedWire]) -> int:
    """Give the smallest wire number that is not in use, so that numbers on the table stay small."""
    used = {wire.id for wire in wires}
    return next(number for number in range(1, len(used) + 2) if number not in used)


def rewire(
    wires: tuple[JoinedWire, ...], action: Join | Remove | SetLead, kit: str = "b"
) -> tuple[JoinedWire, ...]:
    """Give the wires after one was joined, removed or changed."""
    match action:
        case Join(start=start, end=end, colour=colour):
            cable = (action.cable, action.length, action.connector)
            if kit == "a":
                cable = cable_between(start, end)
            return (*wires, JoinedWire(free_id(wires), start, end, colour, *cable))
        case Remove(wire=number):
            return tuple(wire for wire in wires if wire.id != number)
        case SetLead(wire=number, cable=cable, length=length, connector=connector):
            return tuple(
                replace(wire, cable=cable, length=length, connector=connector) if wire.id == number else wire
                for wire in wires
            )


def replay(history: Iterable[Action], kit: str = "b") -> tuple[JoinedWire, ...]:
    """Give the wires that a history leads to, from an empty bench."""
    wires: tuple[JoinedWire, ...] = ()
    for action in history:
        if isinstance(action, Join | Remove | SetLead):
            wires = rewire(wires, action, kit)
    return wires
