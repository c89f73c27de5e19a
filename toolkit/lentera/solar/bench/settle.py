"""See the bench as an installation, and let it react until nothing changes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, Final

from lentera.solar import parts
from lentera.solar.bench import plugs
from lentera.solar.bench.events import Event, EventKind
from lentera.solar.bench.leads import joint_of
from lentera.solar.bench.state import BenchState, PlugLamp
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
    Removed,
    Switch,
    Unit,
)
from lentera.solar.installation import circuit_of as circuit_of_installation
from lentera.solar.installation import settle as settle_installation
from lentera.solar.thresholds import profile_for

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
def _fuse(name: str | None, *, blown: bool) -> Unit:
    if name is None:
        return Removed(FuseHolder(parts.FUSES["fuse5a"]))
    return FuseHolder(parts.FUSES[name], blown)


@cache
def _switch(*, on: bool) -> Switch:
    return Switch(parts.SWITCHES["rocker"], on)


@cache
def _lamp(*, dead: bool) -> Lamp:
    return Lamp(parts.LAMPS["led3w"], open=dead)


@lru_cache(maxsize=1024)
def _lead(number: int, start: str, end: str, length: float, cable: str, connector: str) -> Lead:
    return Lead(f"wire{number}", start, end, length, cable, joint_of(connector))


def installation_of(state: BenchState, without: Iterable[str] = ()) -> Installation:
    """Give the bench as an installation.

    Leads are named ``wire1`` and so on; in kit A a cable is the two leads ``wire1.plus`` and ``wire1.minus``,
    and the units and the leads inside the lamps are those of `kit_a`.

    Parameters
    ----------
    without
        Units to lift off the table for a what-if.

    Raises
    ------
    ValueError
        When `without` names something else.
    """
    lifted = frozenset(without)
    installation = _plugged(state) if state.kit == "a" else _screwed(state)
    if lifted and not lifted <= installation.units.keys():
        raise ValueError(
            f"cannot lift {', '.join(sorted(lifted - installation.units.keys()))}; "
            f"choose among {', '.join(sorted(installation.units))}"
        )
    for name in sorted(lifted):
        installation = installation.without_unit(name)
    return installation


def _screwed(state: BenchState) -> Installation:
    units: dict[str, Unit] = {
        "battery": _battery(state.battery, state.soc),
        "fuse": _fuse(state.fuse, blown=state.fuse_blown),
        "controller": _controller(state.controller, state.battery),
        "panel": _panel(state.panel, covered=state.covered),
        "switch": _switch(on=state.switch_on),
        "lamp1": _lamp(dead=state.lamp1_dead),
        "lamp2": _lamp(dead=state.lamp2_dead),
    }
    leads = [_lead(w.id, w.start, w.end, w.length, w.cable, w.connector) for w in state.wires]
    return Installation(units, tuple(leads))


def _plugged(state: BenchState) -> Installation:
    bare = plugs.unplugged()
    units = dict(bare.units)
    units["panel"] = _of_kit_a("panel", covered=state.covered)
    for number, lamp in enumerate(state.lamps, start=1):
        name = f"lamp{number}"
        units[name] = _of_kit_a(name, open=lamp.dead)
        units[f"{name}_switch"] = _of_kit_a(f"{name}_switch", on=lamp.on)
        units[f"{name}_cell"] = _of_kit_a(f"{name}_cell", soc=state.soc)
        units[f"{name}_charger"] = _of_kit_a(f"{name}_charger", state=lamp.charger)
    cables = [lead for wire in state.wires for lead in plugs.leads_of(wire)]
    return replace(bare, units=units, leads=(*bare.leads, *cables))


@lru_cache(maxsize=256)
def _of_kit_a(name: str, **condition: Any) -> Unit:
    """Give a unit of kit A in a condition; the same object each time, for it keeps what it worked out."""
    unit: Any = plugs.unplugged().unit(name)
    changed: Unit = replace(unit, **condition)
    return changed


def circuit_of(state: BenchState, without: Iterable[str] = ()) -> Circuit:
    """Build the circuit of the bench as it stands; see `installation_of` for `without`."""
    circuit = circuit_of_installation(installation_of(state, without), Conditions(state.sun))
    circuit.extend(_meters(state))
    return circuit


def _meters(state: BenchState) -> tuple[Voltmeter, ...]:
    return plugs.METERS if state.kit == "a" else _METERS


@dataclass(frozen=True, slots=True)
class Settled:
    """Be the bench at rest: its state, its solution, and what broke on the way."""

    state: BenchState
    solution: Solution
    broken: tuple[Event, ...]
    buffered: bool


def settle(state: BenchState, without: Iterable[str] = ()) -> Settled:
    """Let the bench react until nothing changes any more; see `installation.settle`."""
    rest = settle_installation(installation_of(state, without), Conditions(state.sun), _meters(state))
    settled = (
        _after_plugged(state, rest.installation) if state.kit == "a" else _after(state, rest.installation)
    )
    broken = tuple(event for trip in rest.broken for event in _events(trip))
    return Settled(settled, rest.solution, broken, rest.buffered.get("controller", False))


def _after(state: BenchState, rest: Installation) -> BenchState:
    controller = rest.units["controller"]
    return replace(
        state,
        controller=controller.state if isinstance(controller, Controller) else state.controller,
        fuse_blown=_is_broken(rest, "fuse", before=state.fuse_blown),
        lamp1_dead=_is_broken(rest, "lamp1", before=state.lamp1_dead),
        lamp2_dead=_is_broken(rest, "lamp2", before=state.lamp2_dead),
    )


def _after_plugged(state: BenchState, rest: Installation) -> BenchState:
    lamps = []
    for number, lamp in enumerate(state.lamps, start=1):
        charger = rest.units[f"lamp{number}_charger"]
        dead = _is_broken(rest, f"lamp{number}", before=lamp.dead)
        now = charger.state if isinstance(charger, Controller) else lamp.charger
        lamps.append(PlugLamp(lamp.on, dead, now))
    return replace(state, lamps=tuple(lamps))


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
