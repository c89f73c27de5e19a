"""Build the bench's circuit, solve it, and let its parts react until nothing changes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from math import inf
from typing import Final

from lentera.solar import parts
from lentera.solar.bench.events import Event, EventKind
from lentera.solar.bench.nets import group
from lentera.solar.bench.state import BenchState, JoinedWire
from lentera.solar.bench.terminals import TERMINALS
from lentera.solar.circuit import (
    Battery,
    ChargeController,
    Circuit,
    Element,
    Fuse,
    LedString,
    PVModule,
    Solution,
    Switch,
    Trip,
    TripKind,
    Voltmeter,
    Wire,
)
from lentera.solar.controller import (
    CONTROLLER_THRESHOLDS,
    Charge,
    ControllerReadings,
    ControllerState,
    Load,
    delay_of,
    next_state,
    release,
)
from lentera.solar.panel import cell_temperature, single_diode

REFERENCE: Final = "controller.battery_minus"
REMOVABLE: Final = frozenset({"panel", "battery", "fuse", "switch", "lamp1", "lamp2", "controller"})
_TURNS: Final = 60
LEAD_CABLE: Final = "cu075"
LEAD_LENGTH: Final = 0.6
"""Length of every lead on the table [m]."""
_PWM: Final = CONTROLLER_THRESHOLDS["pwm_12v"]
_WHOLE_FUSE: Final = Fuse("fuse", "fuse.a", "fuse.b")
_CLOSED_SWITCH: Final = Switch(
    "switch", "switch.a", "switch.b", closed=True, ohm=parts.SWITCHES["rocker"].resistance
)
_LAMPS: Final = tuple(LedString(f"lamp{n}", f"lamp{n}.plus", f"lamp{n}.minus") for n in (1, 2))
_BROKEN_LAMPS: Final = tuple(replace(lamp, open=True) for lamp in _LAMPS)
# What the learner reads is what a meter reads: without its 10 megohm a pair of screws that hangs on blocked
# diodes would show a ghost voltage.
_METERS: Final = tuple(
    Voltmeter(f"meter.{place}", f"{place}plus", f"{place}minus")
    for place in ("lamp1.", "lamp2.", "controller.pv_", "controller.load_")
)


@lru_cache(maxsize=64)
def _panel(name: str, irradiance: float) -> PVModule:
    law = single_diode(parts.PANELS[name], irradiance, cell_temperature(irradiance))
    return PVModule("panel", "panel.plus", "panel.minus", law)


@lru_cache(maxsize=64)
def _battery(name: str, soc: float) -> Battery:
    return Battery("battery", "battery.plus", "battery.minus", parts.BATTERIES[name], soc)


@lru_cache(maxsize=64)
def _controller(charge: Charge, load: Load) -> ChargeController:
    return ChargeController("controller", ControllerState(charge, load))


@lru_cache(maxsize=1024)
def _wire(wire: JoinedWire) -> Wire:
    cable = parts.CABLES[LEAD_CABLE]
    return Wire(
        f"wire{wire.id}",
        wire.start,
        wire.end,
        LEAD_LENGTH,
        cable.area,
        cable.contact_resistance,
        cable.ampacity,
    )


def circuit_of(state: BenchState, without: Iterable[str] = ()) -> Circuit:
    """Build the circuit of the bench as it stands.

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
    circuit = Circuit(TERMINALS, reference=REFERENCE)
    there: list[Element] = [
        _panel(state.panel, state.irradiance),
        _battery(state.battery, state.soc),
        _controller(state.controller.charge, state.controller.load),
    ]
    if not state.fuse_blown:
        there.append(_WHOLE_FUSE)
    if state.switch_on:
        there.append(_CLOSED_SWITCH)
    there += [(_BROKEN_LAMPS if dead else _LAMPS)[position] for position, dead in enumerate(state.lamps_dead)]
    for part in there:
        if part.name not in lifted:
            circuit.add(part)
    for wire in state.wires:
        circuit.add(_wire(wire))
    for meter in _METERS:
        circuit.add(meter)
    return circuit


def _buffered(state: BenchState, lifted: frozenset[str]) -> bool:
    """Say whether the battery sits on the BATTERY screws, one way round or the other."""
    if "battery" in lifted:
        return False
    pairs = [(wire.start, wire.end) for wire in state.wires]
    if not state.fuse_blown and "fuse" not in lifted:
        pairs.append(("fuse.a", "fuse.b"))
    if state.switch_on and "switch" not in lifted:
        pairs.append(("switch.a", "switch.b"))
    found = {terminal: net for net in group(pairs) for terminal in net}
    plus, minus = found["battery.plus"], found["battery.minus"]
    return ("controller.battery_plus" in plus and "controller.battery_minus" in minus) or (
        "controller.battery_plus" in minus and "controller.battery_minus" in plus
    )


@dataclass(frozen=True, slots=True)
class Settled:
    """Be the bench at rest: its state, its solution, and what broke on the way."""

    state: BenchState
    solution: Solution
    broken: tuple[Event, ...]
    buffered: bool


# Starting afresh makes the outcome the same whatever the controller did before. A second circle means that
# the load flickers. A third one, with the load off, means that too little reaches the controller to wake it.
_AFTER_CIRCLE: Final = (ControllerState(), ControllerState(load=Load.FLICKERING), ControllerState())


class _Controller:
    """Follow the controller through its changes and notice when they go round in a circle."""

    def __init__(self, start: ControllerState) -> None:
        self.state = ControllerState() if start.load is Load.FLICKERING else release(start)
        self._visited: set[ControllerState] = set()
        self._circles = 0

    def next(self, solution: Solution, *, buffered: bool) -> tuple[ControllerState, float]:
        """Give the next state and the time until then [s]; inf when it stays."""
        seen = ControllerReadings(
            battery_voltage=solution.between("controller.battery_plus", "controller.battery_minus"),
            load_current=solution.currents.get("controller.load", 0.0),
            buffered=buffered,
        )
        after = next_state(self.state, seen, 0.0)
        if self.state.load is Load.FLICKERING:
            after = replace(after, load=Load.FLICKERING)
        stays = after == self.state or self._circles > len(_AFTER_CIRCLE) - 1
        return after, inf if stays else delay_of(self.state, after, seen, _PWM)

    def become(self, after: ControllerState) -> None:
        """Change, or leave a circle for the next of `_AFTER_CIRCLE`."""
        self._visited.add(self.state)
        if after not in self._visited:
            self.state = after
            return
        self._visited.clear()
        self.state = _AFTER_CIRCLE[self._circles]
        self._circles += 1

    def forget(self) -> None:
        """Begin anew after something broke: the circuit is another one."""
        self._visited.clear()
        self._circles = 0
        if self.state.load is Load.FLICKERING:
            self.state = ControllerState()


def settle(state: BenchState, without: Iterable[str] = ()) -> Settled:
    """Let the bench react until nothing changes any more.

    The soonest reaction happens first: electronics within a tenth of a second, a fuse by its I²t, an overload
    latch after half a second, a lamp by its heat after a minute. The controller retries a latched load at the
    start. When it would switch its load on and off for ever, as with a weak panel and no battery, the load
    counts as `Load.FLICKERING` and is off in the solution.

    Raises
    ------
    RuntimeError
        When the bench does not come to rest; no wiring is known that does this.
    """
    lifted = frozenset(without)
    controller = _Controller(state.controller)
    broken: list[Event] = []
    solution: Solution | None = None
    buffered = _buffered(state, lifted)
    for _ in range(_TURNS):
        if state.controller != controller.state:
            state = replace(state, controller=controller.state)
        solution = circuit_of(state, lifted).solve(solution)
        after, delay = controller.state, inf
        if "controller" not in lifted:
            after, delay = controller.next(solution, buffered=buffered)
        trip = next((t for t in solution.trips if t.kind is not TripKind.WIRE_HOT), None)
        if trip is not None and trip.after < delay:
            state, events = _break(state, trip)
            broken += events
            buffered = _buffered(state, lifted)
            controller.forget()
        elif delay < inf:
            controller.become(after)
        else:
            return Settled(state, solution, tuple(broken), buffered)
    raise RuntimeError(f"the bench did not come to rest in {_TURNS} turns; wires: {state.wires}")


def _break(state: BenchState, trip: Trip) -> tuple[BenchState, list[Event]]:
    if trip.kind is TripKind.FUSE:
        return replace(state, fuse_blown=True), [Event(EventKind.FUSE_BLEW, amount=abs(trip.amps))]
    lamp = int(trip.element.removeprefix("lamp"))
    events = [
        Event(kind, lamp=lamp, amount=trip.amps) for kind in (EventKind.LAMP_OVERBRIGHT, EventKind.LAMP_DEAD)
    ]
    if lamp == 1:
        return replace(state, lamp1_dead=True), events
    return replace(state, lamp2_dead=True), events
