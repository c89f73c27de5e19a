"""See the bench as an installation, and let it react until nothing changes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from lentera.solar import parts
from lentera.solar.bench.events import Event, EventKind
from lentera.solar.bench.state import BenchState
from lentera.solar.circuit import Circuit, Solution, Trip, TripKind, Voltmeter
from lentera.solar.controller import ControllerState
from lentera.solar.installation import (
    Battery,
    Conditions,
    Controller,
    FuseHolder,
    Installation,
    Lamp,
    Lead,
    Panel,
    Switch,
    Unit,
)
from lentera.solar.installation import circuit_of as circuit_of_installation
from lentera.solar.installation import settle as settle_installation
from lentera.solar.thresholds import profile_for

REMOVABLE: Final = frozenset({"panel", "battery", "fuse", "switch", "lamp1", "lamp2", "controller"})
LEAD_CABLE: Final = "cu075"
LEAD_LENGTH: Final = 0.6
"""Length of every lead on the table [m]."""
# What the learner reads is what a meter reads: without its 10 megohm a pair of screws that hangs on blocked
# diodes would show a ghost voltage.
_METERS: Final = tuple(
    Voltmeter(f"meter.{place}", f"{place}plus", f"{place}minus")
    for place in ("lamp1.", "lamp2.", "controller.pv_", "controller.load_")
)


@lru_cache(maxsize=64)
def _panel(name: str, *, covered: bool) -> Panel:
    return Panel(parts.PANELS[name], covered=covered)


@lru_cache(maxsize=64)
def _battery(name: str, soc: float) -> Battery:
    return Battery(parts.BATTERIES[name], soc)


@lru_cache(maxsize=64)
def _controller(state: ControllerState, battery: str) -> Controller:
    profile = profile_for(parts.BATTERIES[battery])
    return Controller(parts.CONTROLLERS["pwm10a"], profile, state)


@cache
def _fuse(*, blown: bool) -> FuseHolder:
    return FuseHolder(parts.FUSES["fuse5a"], blown)


@cache
def _switch(*, on: bool) -> Switch:
    return Switch(parts.SWITCHES["rocker"], on)


@cache
def _lamp(*, dead: bool) -> Lamp:
    return Lamp(parts.LAMPS["led3w"], open=dead)


@lru_cache(maxsize=1024)
def _lead(number: int, start: str, end: str) -> Lead:
    return Lead(f"wire{number}", start, end, LEAD_LENGTH, LEAD_CABLE)


def installation_of(state: BenchState, without: Iterable[str] = ()) -> Installation:
    """Give the bench as an installation.

    Parameters
    ----------
    without
        Parts to lift off the table for a what-if: names out of `REMOVABLE`.

    Raises
    ------
    ValueError
        When `without` names something else.
    """
    lifted = frozenset(without)
    if not lifted <= REMOVABLE:
        raise ValueError(
            f"cannot lift {', '.join(sorted(lifted - REMOVABLE))}; "
            f"choose among {', '.join(sorted(REMOVABLE))}"
        )
    units: dict[str, Unit] = {
        "battery": _battery(state.battery, state.soc),
        "fuse": _fuse(blown=state.fuse_blown),
        "controller": _controller(state.controller, state.battery),
        "panel": _panel(state.panel, covered=state.covered),
        "switch": _switch(on=state.switch_on),
        "lamp1": _lamp(dead=state.lamp1_dead),
        "lamp2": _lamp(dead=state.lamp2_dead),
    }
    installation = Installation(units, tuple([_lead(wire.id, wire.start, wire.end) for wire in state.wires]))
    for name in sorted(lifted):
        installation = installation.without_unit(name)
    return installation


def circuit_of(state: BenchState, without: Iterable[str] = ()) -> Circuit:
    """Build the circuit of the bench as it stands; see `installation_of` for `without`."""
    circuit = circuit_of_installation(installation_of(state, without), Conditions(state.sun))
    circuit.extend(_METERS)
    return circuit


@dataclass(frozen=True, slots=True)
class Settled:
    """Be the bench at rest: its state, its solution, and what broke on the way."""

    state: BenchState
    solution: Solution
    broken: tuple[Event, ...]
    buffered: bool


def settle(state: BenchState, without: Iterable[str] = ()) -> Settled:
    """Let the bench react until nothing changes any more; see `installation.settle`."""
    rest = settle_installation(installation_of(state, without), Conditions(state.sun), _METERS)
    units = rest.installation.units
    controller = units["controller"]
    settled = replace(
        state,
        controller=controller.state if isinstance(controller, Controller) else state.controller,
        fuse_blown=_is_broken(rest.installation, "fuse", before=state.fuse_blown),
        lamp1_dead=_is_broken(rest.installation, "lamp1", before=state.lamp1_dead),
        lamp2_dead=_is_broken(rest.installation, "lamp2", before=state.lamp2_dead),
    )
    broken = tuple(event for trip in rest.broken for event in _events(trip))
    return Settled(settled, rest.solution, broken, rest.buffered.get("controller", False))


def _is_broken(installation: Installation, name: str, *, before: bool) -> bool:
    match installation.units[name]:
        case FuseHolder(blown=blown):
            return blown
        case Lamp(open=dead):
            return dead
        case _:
            return before


def _events(trip: Trip) -> tuple[Event, ...]:
    if trip.kind is TripKind.FUSE:
        return (Event(EventKind.FUSE_BLEW, amount=abs(trip.amps)),)
    lamp = int(trip.element.removeprefix("lamp"))
    return tuple(
        Event(kind, lamp=lamp, amount=trip.amps) for kind in (EventKind.LAMP_OVERBRIGHT, EventKind.LAMP_DEAD)
    )
