"""Let an installation react until nothing changes: controllers switch, fuses blow, lamps die."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import inf
from typing import Final

from lentera.solar.circuit import Circuit, ControllerFault, Element, Solution, Trip, TripKind
from lentera.solar.controller import (
    ControllerReadings,
    ControllerState,
    Load,
    Thresholds,
    delay_of,
    next_state,
    release,
    survives,
)
from lentera.solar.installation.conditions import Conditions
from lentera.solar.installation.model import Installation, circuit_of
from lentera.solar.installation.nets import group
from lentera.solar.installation.units import (
    Battery,
    Controller,
    FuseHolder,
    Lamp,
    Switch,
    ends,
    poles,
)

_TURNS: Final = 60


@dataclass(frozen=True, slots=True)
class Settled:
    """Be an installation at rest.

    Attributes
    ----------
    installation : Installation
        As it is now.
    broken : tuple of Trip
        What gave way on the path, in order.
    buffered : Mapping of str to bool
        By controller, whether a battery sits on its BATTERY screws.
    endangered : tuple of str
        Controllers that see more than they survive. They go on here, as some real ones do.
    """

    installation: Installation
    solution: Solution
    broken: tuple[Trip, ...]
    buffered: Mapping[str, bool]
    endangered: tuple[str, ...] = ()


def buffered(installation: Installation, controller: str) -> bool:
    """Say whether a battery sits on a controller's BATTERY screws, one way round or the other."""
    pairs = [lead.pair for lead in installation.leads if not lead.open]
    batteries = []
    for name, unit in installation.units.items():
        if isinstance(unit, Battery):
            batteries.append(name)
        elif (isinstance(unit, FuseHolder) and not unit.blown) or (
            isinstance(unit, Switch) and unit.on and not unit.broken
        ):
            pairs.append(ends(name))
    found = {terminal: net for net in group(installation.terminals, pairs) for terminal in net}
    screws = (f"{controller}.battery_plus", f"{controller}.battery_minus")
    for battery in batteries:
        plus, minus = (found[pole] for pole in poles(battery))
        if (screws[0] in plus and screws[1] in minus) or (screws[0] in minus and screws[1] in plus):
            return True
    return False


# Starting afresh makes the outcome the same whatever the controller did before. A second circle means that
# the load flickers. A third one, with the load off, means that too little reaches the controller to wake it.
_AFTER_CIRCLE: Final = (ControllerState(), ControllerState(load=Load.FLICKERING), ControllerState())


class _Controller:
    """Follow a controller through its changes and notice when they go round in a circle."""

    def __init__(self, name: str, start: ControllerState, thresholds: Thresholds) -> None:
        self.name = name
        self.state = ControllerState() if start.load is Load.FLICKERING else release(start)
        self._thresholds = thresholds
        self._visited: set[ControllerState] = set()
        self._circles = 0

    def next(self, solution: Solution, *, held_up: bool) -> tuple[ControllerState, float]:
        """Give the next state and the time until then [s]; inf when it stays."""
        seen = readings_of(self.name, solution, held_up=held_up)
        after = next_state(self.state, seen, 0.0, self._thresholds)
        if self.state.load is Load.FLICKERING:
            after = replace(after, load=Load.FLICKERING)
        stays = after == self.state or self._circles > len(_AFTER_CIRCLE) - 1
        return after, inf if stays else delay_of(self.state, after, seen, self._thresholds)

    def in_danger(self, solution: Solution) -> bool:
        """Say whether it sees more than it survives."""
        return not survives(readings_of(self.name, solution, held_up=True), self._thresholds)

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


def readings_of(name: str, solution: Solution, *, held_up: bool) -> ControllerReadings:
    """Give what a controller sees at its screws; `held_up` says whether a battery sits there."""
    load = solution.currents.get(f"{name}.load", 0.0)
    return ControllerReadings(
        battery_voltage=solution.between(f"{name}.battery_plus", f"{name}.battery_minus"),
        load_current=load,
        buffered=held_up,
        charge_current=solution.currents.get(f"{name}.path", 0.0) - load,
        panel_voltage=solution.between(f"{name}.pv_plus", f"{name}.pv_minus"),
    )


def settle(
    installation: Installation,
    conditions: Conditions,
    meters: Iterable[Element] = (),
    previous: Solution | None = None,
) -> Settled:
    """Let an installation react until nothing changes any more.

    The soonest reaction happens first: electronics within a tenth of a second, a fuse by its I²t, an overload
    latch after half a second, a lamp by its heat after a minute. A controller retries a latched load at the
    start. When it would switch its load on and off for ever, as with a weak panel and no battery, the load
    counts as `Load.FLICKERING` and is off in the solution.

    Parameters
    ----------
    meters
        Elements that hang on the terminals while it settles.
    previous
        Solution of a similar circuit, as a warm start.

    Raises
    ------
    RuntimeError
        When it does not come to rest; no wiring is known that does this.
    """
    hung = tuple(meters)
    watched = [
        _Controller(name, unit.state, unit.thresholds)
        for name, unit in installation.units.items()
        if isinstance(unit, Controller) and unit.fault is not ControllerFault.DEAD
    ]
    held_up = {controller.name: buffered(installation, controller.name) for controller in watched}
    broken: list[Trip] = []
    solution = previous
    for _ in range(_TURNS):
        for controller in watched:
            installation = _with_state(installation, controller)
        solution = _circuit(installation, conditions, hung).solve(solution)
        changes = [
            (controller, *controller.next(solution, held_up=held_up[controller.name]))
            for controller in watched
        ]
        delay = min((change[2] for change in changes), default=inf)
        trip = next((t for t in solution.trips if t.kind is not TripKind.WIRE_HOT), None)
        if trip is not None and trip.after < delay:
            installation = _break(installation, trip)
            broken.append(trip)
            held_up = {controller.name: buffered(installation, controller.name) for controller in watched}
            for controller in watched:
                controller.forget()
        elif delay < inf:
            for controller, after, due in changes:
                if due == delay:
                    controller.become(after)
        else:
            endangered = tuple([c.name for c in watched if c.in_danger(solution)])
            return Settled(installation, solution, tuple(broken), held_up, endangered)
    raise RuntimeError(
        f"the installation did not come to rest in {_TURNS} turns; leads: {installation.leads}"
    )


def _with_state(installation: Installation, controller: _Controller) -> Installation:
    unit = installation.units[controller.name]
    if not isinstance(unit, Controller) or unit.state == controller.state:
        return installation
    return installation.with_unit(controller.name, replace(unit, state=controller.state))


def _circuit(installation: Installation, conditions: Conditions, meters: tuple[Element, ...]) -> Circuit:
    circuit = circuit_of(installation, conditions)
    circuit.extend(meters)
    return circuit


def _break(installation: Installation, trip: Trip) -> Installation:
    unit = installation.units[trip.element]
    match unit:
        case FuseHolder():
            return installation.with_unit(trip.element, replace(unit, blown=True))
        case Lamp():
            return installation.with_unit(trip.element, replace(unit, open=True))
        case _:
            raise TypeError(f"{trip.element!r} is a {type(unit).__name__}, which nothing breaks")
