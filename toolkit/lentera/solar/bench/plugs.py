"""Kit A on the table: what can be plugged into what, and the installation that the cables make."""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from lentera.solar.bench.terminals import Part, terminals_of
from lentera.solar.circuit import Voltmeter
from lentera.solar.installation.lead import Lead

if TYPE_CHECKING:
    from lentera.solar.bench.state import JoinedWire
    from lentera.solar.installation.model import Installation

CABLE_CONNECTOR: Final = "plug"
_OWN_CABLE: Final = MappingProxyType({"panel": "panel_plus", "lamp": "lamp1_plug_plus", "": "hub1_plus"})
"""Lead of the kit's file that is the cable of the panel, of a lamp, and of a box to a box."""


def _poles(socket: str) -> tuple[str, str]:
    part = socket.partition(".")[0]
    if part == "box":
        return ("plug.plus", "plug.minus")
    if part.startswith("lamp"):
        return (f"{part}_charger.pv_plus", f"{part}_charger.pv_minus")
    return (f"{part}.plus", f"{part}.minus")


POLES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType({s: _poles(s) for s in terminals_of("a")})
"""Socket to the terminals of the installation behind its plus and its minus."""


def _bars() -> Iterable[tuple[str, str]]:
    for part in (Part.BOX, Part.HUB1, Part.HUB2):
        yield from pairwise(socket.id for socket in terminals_of("a").values() if socket.part is part)


BARS: Final = tuple(_bars())
"""Pairs of sockets that are one inside a box."""

_LAMPS: Final = tuple((f"lamp{number}.plus", f"lamp{number}.minus") for number in (1, 2, 3, 4))
METERS: Final = tuple(
    Voltmeter(f"meter.{plus.partition('.')[0]}", plus, minus)
    for plus, minus in sorted({*POLES.values(), *_LAMPS})
)
"""A meter on every pair of poles: a socket with nothing behind it shows no ghost voltage."""


def same_box(start: str, end: str) -> bool:
    """Say whether two sockets are in one thing."""
    return terminals_of("a")[start].part is terminals_of("a")[end].part


def fits(start: str, end: str) -> bool:
    """Say whether a cable goes from one socket to the other: one must give and one must take."""
    sockets = terminals_of("a")
    return sockets[start].takes is not sockets[end].takes


def taken(wires: "Iterable[JoinedWire]", *sockets: str) -> str | None:
    """Give the first of some sockets that has a cable already, or None."""
    used = {end for wire in wires for end in (wire.start, wire.end)}
    return next((socket for socket in sockets if socket in used), None)


def cable_between(start: str, end: str) -> tuple[str, float, str]:
    """Give cable, length [m] and connector of the cable that the kit has for two sockets."""
    parts = {start.partition(".")[0], end.partition(".")[0]}
    kind = "panel" if "panel" in parts else "lamp" if any(part.startswith("lamp") for part in parts) else ""
    own = _kit().lead(_OWN_CABLE[kind])
    return (own.cable, own.length, CABLE_CONNECTOR)


def cores(wire: int) -> tuple[str, str]:
    """Name the two leads of a cable, plus and minus."""
    return (f"wire{wire}.plus", f"wire{wire}.minus")


def leads_of(wire: "JoinedWire") -> tuple[Lead, Lead]:
    """Give the two leads of a cable."""
    plus, minus = (
        Lead(name, start, end, wire.length, wire.cable)
        for name, start, end in zip(cores(wire.id), POLES[wire.start], POLES[wire.end], strict=True)
    )
    return (plus, minus)


@cache
def _kit() -> "Installation":
    # Reading the kit's file takes longer than opening the bench, and most benches are kit B's.
    from lentera.solar.installation.kits import kit_a  # noqa: PLC0415

    return kit_a().installation


@cache
def unplugged() -> "Installation":
    """Give the kit with every cable pulled: what is joined inside the lamps and the hubs stays."""
    behind = {pole for pair in POLES.values() for pole in pair}
    bare = _kit()
    for lead in _kit().leads:
        if {lead.start, lead.end} <= behind:
            bare = bare.without_lead(lead.name)
    return bare
