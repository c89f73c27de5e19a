"""A circuit of named elements and its DC solution."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from lentera.solar.circuit import nodal
from lentera.solar.circuit.charge import ChargeController, Path
from lentera.solar.circuit.elements import Element, Trip, Wire
from lentera.solar.circuit.kit import Fuse, LedString
from lentera.solar.circuit.stamps import Stamps
from lentera.solar.circuit.tracking import track


class CircuitError(ValueError):
    """Tell that a circuit cannot be built or has no solution as drawn."""


class UnknownTerminalError(CircuitError):
    """Tell that a terminal does not exist."""


class DuplicateNameError(CircuitError):
    """Tell that two elements have one name."""


class VoltageSourceLoopError(CircuitError):
    """Tell that ideal voltage sources form a loop, so their currents are not determined."""


class NoReturnPathError(CircuitError):
    """Tell that a current source has no way back."""


@dataclass(frozen=True, slots=True)
class Solution:
    """Hold the state of rest of a circuit.

    `voltages` are node voltages [V], each island against its own reference node. `currents` are element
    currents [A], first terminal to second. `islands` tells nodes apart that nothing conducts between.
    """

    voltages: Mapping[str, float]
    currents: Mapping[str, float]
    converged: bool
    iterations: int
    islands: Mapping[str, int]
    junction_volts: Mapping[str, float]
    elements: Mapping[str, Element]

    def between(self, high: str, low: str) -> float:
        """Give the voltage from `high` to `low` [V]; 0 across two islands, as a real meter shows.

        Raises
        ------
        UnknownTerminalError
            When a node is not in the circuit.
        """
        for node in (high, low):
            if node not in self.voltages:
                raise UnknownTerminalError(f"node {node!r} is not in the circuit; see Solution.voltages")
        if self.islands[high] != self.islands[low]:
            return 0.0
        return self.voltages[high] - self.voltages[low]

    @property
    def paths(self) -> Mapping[str, Path]:
        """Give how the charge path of each controller stands."""
        return {e.name: e.path for e in self.elements.values() if isinstance(e, ChargeController)}

    @property
    def trips(self) -> tuple[Trip, ...]:
        """Give what would give way at these currents, soonest first; nothing is changed."""
        found = [
            trip
            for name, element in self.elements.items()
            if isinstance(element, Fuse | LedString | Wire)
            and (trip := element.trip(self.currents[name])) is not None
        ]
        return tuple(sorted(found, key=lambda trip: trip.after))


class Circuit:
    """Be a set of elements joined at named nodes.

    Parameters
    ----------
    terminals
        The nodes that exist. When given, an element at any other node is refused, and every one of them
        gets a voltage. When left out, nodes come with the elements.
    reference
        Node that counts as 0 V in its island, when it is in the circuit.

    Examples
    --------
    >>> from lentera.solar.circuit import Circuit, Resistor, VoltageSource
    >>> circuit = Circuit()
    >>> circuit.add(VoltageSource("source", "top", "0", 12.0))
    >>> circuit.add(Resistor("lamp", "top", "0", 24.0))
    >>> circuit.solve().currents["lamp"]
    0.5
    """

    def __init__(self, terminals: Iterable[str] = (), reference: str | None = None) -> None:
        self._terminals = tuple(dict.fromkeys(terminals))
        self._known = frozenset(self._terminals)
        self._reference = reference
        self._elements: dict[str, Element] = {}

    @property
    def elements(self) -> Mapping[str, Element]:
        """Give the elements by name, in the order of adding."""
        return dict(self._elements)

    def add(self, element: Element) -> None:
        """Put an element in.

        Raises
        ------
        DuplicateNameError
            When an element of that name is there.
        UnknownTerminalError
            When it touches a node outside the given terminals.
        CircuitError
            When both its ends are on one node.
        """
        self.extend((element,))

    def extend(self, elements: Iterable[Element]) -> None:
        """Put several elements in, in order; see `add` for what is refused."""
        inside, known = self._elements, self._known
        for element in elements:
            name, ends = element.name, element.terminals
            if name in inside:
                raise DuplicateNameError(f"element {name!r} is already in the circuit; give another name")
            if known and not known.issuperset(ends):
                unknown = ", ".join(repr(node) for node in ends if node not in known)
                raise UnknownTerminalError(f"{name!r} touches {unknown}, which the circuit does not have")
            if ends[0] == ends[1]:
                raise CircuitError(f"{name!r} has both ends on {ends[0]!r}; give two different nodes")
            inside[name] = element

    def solve(self, previous: Solution | None = None) -> Solution:
        """Find the state of rest.

        Parameters
        ----------
        previous
            Solution of a similar circuit, as a warm start; elements are matched by name.

        Raises
        ------
        VoltageSourceLoopError, NoReturnPathError
            When the ideal sources contradict each other.

        Notes
        -----
        A controller that regulates is first tried with its path through. When its battery then stands above
        the set point, the path holds the set point, and when even that needs a current backwards, the path
        is open. The battery voltage only rises with the path's current, so the first fitting answer is the
        answer.

        A controller that converts is brought to its point of work by `tracking.track`.
        """
        solution = self._solve_once(self._elements, previous)
        for controller in [e for e in self._elements.values() if isinstance(e, ChargeController)]:
            if controller.converts:
                solution = track(self._solve_once, solution.elements, controller, previous)
            elif controller.set_point is not None:
                solution = self._regulate(controller, controller.set_point, solution)
        return solution

    def _regulate(self, controller: ChargeController, set_point: float, through: Solution) -> Solution:
        plus, minus = f"{controller.prefix}battery_plus", f"{controller.prefix}battery_minus"
        elements = dict(through.elements)
        if through.between(plus, minus) <= set_point:
            return through
        elements[controller.name] = replace(controller, path=Path.HOLDING)
        try:
            held = self._solve_once(elements, through)
        except np.linalg.LinAlgError:
            held = None
        if held is not None and held.converged and held.currents[f"{controller.name}.held"] >= 0.0:
            return held
        elements[controller.name] = replace(controller, path=Path.OPEN)
        return self._solve_once(elements, through)

    def _solve_once(self, elements: Mapping[str, Element], previous: Solution | None) -> Solution:
        stamps = Stamps({terminal: position for position, terminal in enumerate(self._terminals)})
        for element in elements.values():
            element.stamp(stamps)
        nodes, branches = stamps.nodes, stamps.branches
        islands = _islands(stamps)
        reference = None if self._reference is None else nodes.get(self._reference)
        known = {} if previous is None else previous.junction_volts
        voltages, fixed, answer = nodal.solve(stamps, islands, reference, known)
        currents = dict.fromkeys(elements, 0.0)
        for name, p, q, siemens, offset in stamps.linear:
            currents[name] = siemens * (voltages[p] - voltages[q]) + offset
        junction_volts = {}
        for (name, _, _), amps, volts in zip(branches, answer.amps, answer.volts, strict=True):
            currents[name], junction_volts[name] = amps, volts
        for row, amps in zip(stamps.fixed, fixed, strict=True):
            currents[row[0]] = amps
        for name, _, _, amps in stamps.source:
            currents[name] = amps
        return Solution(
            voltages=dict(zip(nodes, voltages, strict=True)),
            currents=currents,
            converged=answer.converged,
            iterations=answer.iterations,
            islands=dict(zip(nodes, islands, strict=True)),
            junction_volts=junction_volts,
            elements=elements,
        )


def _islands(stamps: Stamps) -> list[int]:
    """Give each node the first node of its island; refuse contradicting ideal sources."""
    owner = list(range(len(stamps.nodes)))
    for name, p, q, high, low, _ in stamps.fixed:
        if (p, q) == (high, low) and not _unite(owner, p, q):
            raise VoltageSourceLoopError(
                f"voltage source {name!r} closes a loop of ideal voltage sources; put a resistor in the loop"
            )
    _unite_all(owner, [row[1:3] for row in stamps.linear])
    _unite_all(owner, [row[1:3] for row in stamps.branches])
    _unite_all(owner, [row[1:3] for row in stamps.fixed])
    # A node's owner comes before it, so one pass in order brings every node to the first of its island.
    for node, before in enumerate(owner):
        owner[node] = owner[before]
    for name, p, q, _ in stamps.source:
        if owner[p] != owner[q]:
            raise NoReturnPathError(f"current source {name!r} has no way back; close its circuit")
    return owner


def _unite(owner: list[int], p: int, q: int) -> bool:
    """Make two islands one; say False when they were one already."""
    before = owner.copy()
    _unite_all(owner, [(p, q)])
    return owner != before


def _unite_all(owner: list[int], joins: list[tuple[int, int]]) -> None:
    """Make the islands of each pair one."""
    for p, q in joins:
        first, second = p, q
        while owner[first] != first:
            first = owner[first]
        while owner[second] != second:
            second = owner[second]
        if first < second:
            owner[second] = first
        else:
            owner[first] = second
