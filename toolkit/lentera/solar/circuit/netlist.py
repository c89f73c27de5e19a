"""A circuit of named elements and its DC solution."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from lentera.solar.circuit.charge import ChargeController, Path
from lentera.solar.circuit.elements import Element, Trip, Wire
from lentera.solar.circuit.kit import Fuse, LedString
from lentera.solar.circuit.newton import G_REF, Answer, critical_voltage, find
from lentera.solar.circuit.stamps import Stamps

if TYPE_CHECKING:
    from numpy.typing import NDArray


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
    paths: Mapping[str, Path]
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
        self._terminals = tuple(terminals)
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
        if element.name in self._elements:
            raise DuplicateNameError(f"element {element.name!r} is already in the circuit; give another name")
        ends = element.terminals
        if self._known and not self._known.issuperset(ends):
            unknown = ", ".join(repr(node) for node in ends if node not in self._known)
            raise UnknownTerminalError(f"{element.name!r} touches {unknown}, which the circuit does not have")
        if ends[0] == ends[1]:
            raise CircuitError(f"{element.name!r} has both ends on {ends[0]!r}; give two different nodes")
        self._elements[element.name] = element

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
        """
        solution = self._solve_once(self._elements, previous)
        for controller in [e for e in self._elements.values() if isinstance(e, ChargeController)]:
            if controller.set_point is not None:
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
        stamps = Stamps()
        for terminal in self._terminals:
            stamps.node(terminal)
        for element in elements.values():
            element.stamp(stamps)
        islands = _islands(stamps)
        voltages, amps, fixed, answer = _nodal(stamps, islands, self._reference, previous)
        currents = dict.fromkeys(elements, 0.0)
        currents.update((row[0], flow) for row, flow in zip(stamps.linear, amps, strict=True))
        currents.update(zip(stamps.branch_names, answer.amps, strict=True))
        currents.update(zip(stamps.fixed_names, fixed, strict=True))
        currents.update((name, row[2]) for name, row in zip(stamps.source_names, stamps.source, strict=True))
        return Solution(
            voltages=dict(zip(stamps.nodes, voltages, strict=True)),
            currents=currents,
            converged=answer.converged,
            iterations=answer.iterations,
            islands=dict(zip(stamps.nodes, islands, strict=True)),
            junction_volts=dict(zip(stamps.branch_names, answer.volts, strict=True)),
            paths={e.name: e.path for e in elements.values() if isinstance(e, ChargeController)},
            elements=elements,
        )


def _root(owner: list[int], node: int) -> int:
    while owner[node] != node:
        owner[node] = owner[owner[node]]
        node = owner[node]
    return node


def _islands(stamps: Stamps) -> list[int]:
    """Give each node the first node of its island; refuse contradicting ideal sources."""
    owner = list(range(len(stamps.nodes)))
    for p, q, name in stamps.ideal:
        first, second = _root(owner, p), _root(owner, q)
        if first == second:
            raise VoltageSourceLoopError(
                f"voltage source {name!r} closes a loop of ideal voltage sources; put a resistor in the loop"
            )
        owner[max(first, second)] = min(first, second)
    joins = [row[1:3] for row in stamps.linear]
    joins += zip(stamps.branch_p, stamps.branch_q, strict=True)
    joins += [row[:2] for row in stamps.fixed]
    for p, q in joins:
        first, second = _root(owner, p), _root(owner, q)
        if first != second:
            owner[max(first, second)] = min(first, second)
    islands = [_root(owner, node) for node in range(len(owner))]
    for (p, q, _), name in zip(stamps.source, stamps.source_names, strict=True):
        if islands[p] != islands[q]:
            raise NoReturnPathError(f"current source {name!r} has no way back; close its circuit")
    return islands


def _nodal(
    stamps: Stamps, islands: list[int], reference: str | None, previous: Solution | None
) -> "tuple[list[float], list[float], list[float], Answer]":
    """Assemble the nodal equations, reduce them to the diodes, solve those, and go back to all nodes."""
    grounds = set(islands)
    if reference in stamps.nodes:
        node = stamps.nodes[reference]
        grounds.discard(islands[node])
        grounds.add(node)
    # Reference nodes share one last row that is cut off; unknown currents come after the free nodes.
    free = len(islands) - len(grounds)
    size = free + len(stamps.fixed)
    numbers = iter(range(free))
    place = [size if node in grounds else next(numbers) for node in range(len(islands))]
    linear, diodes = len(stamps.linear), len(stamps.junctions)
    starts = [place[row[1]] for row in stamps.linear] + [place[p] for p in stamps.branch_p]
    ends = [place[row[2]] for row in stamps.linear] + [place[q] for q in stamps.branch_q]
    rows = np.arange(linear + diodes)
    incidence = np.zeros((linear + diodes, size + 1))
    incidence[rows, starts] = 1.0
    incidence[rows, ends] -= 1.0
    siemens = np.array([row[3] for row in stamps.linear] + [G_REF] * diodes)
    offset = np.array([row[4] for row in stamps.linear])
    branches = incidence[linear:]

    matrix = incidence.T @ (incidence * siemens[:, None])
    right = np.empty((size + 1, diodes + 1))
    right[:, 0] = -(offset @ incidence[:linear])
    right[:, 1:] = branches.T
    for start, end, amps in stamps.source:
        right[place[start], 0] -= amps
        right[place[end], 0] += amps
    for k, (start, end, high, low, volts) in enumerate(stamps.fixed):
        row = free + k
        matrix[place[start], row] += 1.0
        matrix[place[end], row] -= 1.0
        matrix[row, place[high]] += 1.0
        matrix[row, place[low]] -= 1.0
        right[row, 0] = volts
    reduced = np.zeros((size + 1, diodes + 1))
    if size:
        reduced[:size] = np.linalg.solve(matrix[:size, :size], right[:size])
    seen: NDArray[np.float64] = branches @ reduced
    answer = find(seen[:, 1:], seen[:, 0].tolist(), stamps.junctions, _start(stamps, previous, seen))
    push = np.array(
        [
            (1.0 - G_REF * series) * amps - G_REF * volts
            for series, amps, volts in zip(stamps.junctions.series, answer.amps, answer.volts, strict=True)
        ]
    )
    solved = reduced[:, 0] - reduced[:, 1:] @ push if diodes else reduced[:, 0]
    unknowns: list[float] = solved.tolist()
    flows = siemens[:linear] * (incidence[:linear] @ solved) + offset
    return [unknowns[k] for k in place], flows.tolist(), unknowns[free:size], answer


def _start(stamps: Stamps, previous: Solution | None, seen: "NDArray[np.float64]") -> list[float]:
    """Guess the junction voltages: as before where one conducted, else where its curve bends.

    A blocked junction starts at the bend too, since falling from there takes one step and climbing up to it
    many. A branch that nothing but a meter joins carries nothing: the linear part shows hardly more than the
    conductance that was lent to it.
    """
    known = {} if previous is None else previous.junction_volts
    lonely = (abs(1.0 - G_REF * seen.diagonal(1)) < _LONELY).tolist()
    junctions = stamps.junctions
    start = []
    for k, name in enumerate(stamps.branch_names):
        bend = critical_voltage(junctions.saturation[k], junctions.ideality[k])
        if lonely[k] and not junctions.light[k]:
            start.append(0.0)
        else:
            before = known.get(name, 0.0)
            start.append(before if before > _CONDUCTING * bend else bend)
    return start


_LONELY: Final = 1e-4
_CONDUCTING: Final = 0.6
