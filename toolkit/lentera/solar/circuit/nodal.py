"""The nodal equations of a circuit, reduced to its diodes and solved back to all nodes."""

from array import array
from operator import sub
from typing import TYPE_CHECKING, Final

import numpy as np

from lentera.solar.circuit.newton import G_REF, Answer, find

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from lentera.solar.circuit.stamps import Stamps


def solve(
    stamps: "Stamps", islands: "Sequence[int]", reference: int | None, known: "Mapping[str, float]"
) -> "tuple[list[float], list[float], Answer]":
    """Solve a circuit whose elements are stamped.

    Parameters
    ----------
    islands
        First node of the island of each node.
    reference
        Node that counts as 0 V in its island.
    known
        Junction voltages of a similar circuit [V], by the name of the branch.

    Returns
    -------
    tuple
        Voltage of every node [V], current of every row of `stamps.fixed` [A], and what the diodes do.

    Raises
    ------
    numpy.linalg.LinAlgError
        When a held voltage cannot be held by its current.
    """
    place, free = _places(islands, reference, len(stamps.fixed))
    system = _equations(stamps, place, free)
    # The last line belongs to the reference nodes, which stand at zero.
    size = len(system) - 1
    reduced = np.linalg.solve(system[:size, :size], system[:size, size + 1 :])
    lines = reduced.tolist()
    lines.append([0.0] * (1 + len(stamps.branches)))
    seen = [list(map(sub, lines[place[p]], lines[place[q]])) for _, p, q in stamps.branches]
    impedance = [line[1:] for line in seen]
    answer = find(impedance, [line[0] for line in seen], stamps.junctions, _start(stamps, known, impedance))
    weights = [1.0]
    for junction, amps, volts in zip(stamps.junctions, answer.amps, answer.volts, strict=True):
        weights.append(G_REF * volts - (1.0 - G_REF * junction.series) * amps)
    unknowns: list[float] = (reduced @ weights).tolist()
    unknowns.append(0.0)
    return [unknowns[k] for k in place], unknowns[free:size], answer


def _places(islands: "Sequence[int]", reference: int | None, held: int) -> tuple[list[int], int]:
    """Give the line of each node, and how many nodes have one; the reference nodes share the last line."""
    grounds = set(islands)
    if reference is not None:
        grounds.discard(islands[reference])
        grounds.add(reference)
    free = len(islands) - len(grounds)
    lines = iter(range(free))
    last = free + held
    return [last if node in grounds else next(lines) for node in range(len(islands))], free


def _equations(stamps: "Stamps", place: "Sequence[int]", free: int) -> "NDArray[np.float64]":
    """Write the sums of currents at the nodes, then the held voltages, and a line for the reference nodes.

    The right side follows after the square: the sources, then a unit current into each diode. The numbers are
    added up in an array of Python's own, which at twenty nodes is much faster than one of numpy.
    """
    size = free + len(stamps.fixed) + 1
    width = size + 1 + len(stamps.branches)
    cells = array("d", bytes(8 * size * width))
    for _, p, q, siemens, offset in stamps.linear:
        a, b = place[p], place[q]
        first, second = a * width, b * width
        cells[first + a] += siemens
        cells[first + b] -= siemens
        cells[second + a] -= siemens
        cells[second + b] += siemens
        if offset:
            cells[first + size] -= offset
            cells[second + size] += offset
    for column, (_, p, q) in enumerate(stamps.branches, start=size + 1):
        a, b = place[p], place[q]
        first, second = a * width, b * width
        cells[first + a] += G_REF
        cells[first + b] -= G_REF
        cells[second + a] -= G_REF
        cells[second + b] += G_REF
        cells[first + column] = 1.0
        cells[second + column] = -1.0
    for _, p, q, amps in stamps.source:
        cells[place[p] * width + size] -= amps
        cells[place[q] * width + size] += amps
    for row, (_, p, q, high, low, volts) in enumerate(stamps.fixed, start=free):
        cells[place[p] * width + row] += 1.0
        cells[place[q] * width + row] -= 1.0
        cells[row * width + place[high]] += 1.0
        cells[row * width + place[low]] -= 1.0
        cells[row * width + size] = volts
    return np.frombuffer(cells).reshape(size, width)


def _start(stamps: "Stamps", known: "Mapping[str, float]", impedance: list[list[float]]) -> list[float]:
    """Guess the junction voltages: as in the similar circuit, else where the curve bends.

    A blocked junction starts at the bend too, since falling from there takes few steps and climbing up to it
    many. A panel in the light starts where its diode takes little of the light's current, as under load. A
    branch that nothing but a meter joins carries nothing: the linear part shows hardly more than the
    conductance that was lent to it.
    """
    start = []
    for k, ((name, _, _), junction) in enumerate(zip(stamps.branches, stamps.junctions, strict=True)):
        bend, before = junction.bend, known.get(name)
        if before is not None:
            start.append(before)
        elif junction.light:
            start.append(bend - _UNDER_LOAD * junction.ideality)
        elif abs(1.0 - G_REF * impedance[k][k]) < _LONELY:
            start.append(0.0)
        else:
            start.append(bend)
    return start


_LONELY: Final = 1e-4
_UNDER_LOAD: Final = 4.0
