"""Find the junction voltages of a network that is linear but for its diodes.

The linear network is reduced once to what the diodes see, so an iteration costs a system as large as the
number of diodes and not as large as the number of nodes. Each diode is given a constant conductance `G_REF`
in the linear part and the same amount is taken off again in its law: an island that hangs on blocked diodes
alone then still has a well-conditioned matrix.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from operator import add, mul, sub
from typing import Final, NamedTuple

import numpy as np

G_REF: Final = 0.01
"""Conductance lent to each diode in the linear part [S]."""

G_MIN: Final = 1e-12
"""Conductance across each junction [S], in the current and in its slope alike; the traps of SPICE lie in
either one missing."""

RELATIVE: Final = 1e-6
EXACT: Final = 1e-10
"""A solution that is not this close gets one more step, so a panel's curve is right to a nanoampere."""
ABSOLUTE: Final = 1e-11
MAX_ITERATIONS: Final = 100
_MAX_EXPONENT: Final = 200.0
_SMALL: Final = 9

Rows = list[list[float]]


class Junction(NamedTuple):
    """Hold the law of a diode branch, whose current counts from anode to cathode.

    It is `series` [ohm] in line with (diode with `saturation` [A] and `ideality` [V], beside `shunt` [S] and
    a source that pushes `light` [A] against the diode).
    """

    saturation: float
    ideality: float
    shunt: float = 0.0
    light: float = 0.0
    series: float = 0.0

    @property
    def bend(self) -> float:
        """Give the voltage at which the diode's curve bends the most [V]: the cold start, as in SPICE."""
        return self.ideality * log(self.ideality / (_ROOT_OF_2 * self.saturation))


_ROOT_OF_2: Final = sqrt(2.0)


@dataclass(slots=True)
class Answer:
    """Hold junction voltages [V] and branch currents [A] that fit the network, and how they were found."""

    volts: list[float]
    amps: list[float]
    iterations: int
    converged: bool


def _limit(wanted: float, old: float, ideality: float, bend: float) -> float:
    """Keep a long step from running along the exponential, upward or downward.

    Upward it is the junction limiter of SPICE. Downward a tangent lets go of only one `ideality` a step,
    however far the junction has to fall; one more is taken, never so much that the climb back is long.
    """
    if wanted > bend:
        if abs(wanted - old) <= 2.0 * ideality:
            return wanted
        if old <= 0.0:
            return ideality * log(wanted / ideality)
        ratio = 1.0 + (wanted - old) / ideality
        return old + ideality * log(ratio) if ratio > 0.0 else bend
    falls = 0.0 < wanted < old - 0.5 * ideality
    return max(wanted - ideality, 0.0) if falls else wanted


def _solve_small(rows: Rows) -> list[float]:
    """Solve a few equations in place, each with its right side last; far below ten this beats LAPACK."""
    size = len(rows)
    for column in range(size):
        pivot, largest = column, abs(rows[column][column])
        for row in range(column + 1, size):
            entry = abs(rows[row][column])
            if entry > largest:
                pivot, largest = row, entry
        rows[column], rows[pivot] = rows[pivot], rows[column]
        top = rows[column]
        for row in range(column + 1, size):
            line = rows[row]
            factor = line[column] / top[column]
            if factor:
                for k in range(column + 1, size + 1):
                    line[k] -= factor * top[k]
    solution = [0.0] * size
    for column in range(size - 1, -1, -1):
        line = rows[column]
        total = line[size]
        for k in range(column + 1, size):
            total -= line[k] * solution[k]
        solution[column] = total / line[column]
    return solution


def _solve(rows: Rows) -> list[float]:
    if len(rows) < _SMALL:
        return _solve_small(rows)
    array = np.array(rows)
    solution: list[float] = np.linalg.solve(array[:, :-1], array[:, -1]).tolist()
    return solution


def _iterate(
    impedance: Rows,
    open_volts: Sequence[float],
    junctions: Sequence[Junction],
    start: list[float],
    extra: float = 0.0,
) -> Answer:
    """Run Newton's method from `start`, with `extra` conductance across every junction [S]."""
    laws = [(j.saturation, j.ideality, j.shunt + G_MIN + extra, j.light, j.bend) for j in junctions]
    series = [junction.series for junction in junctions]
    own = [1.0 - G_REF * ohm for ohm in series]
    volts = wanted = fitted = start
    for iteration in range(MAX_ITERATIONS + 1):
        limited, amps, slope = [], [], []
        for (saturation, ideality, shunt, light, bend), old, u in zip(laws, volts, wanted, strict=True):
            if u > bend or 0.0 < u < old:
                u = _limit(u, old, ideality, bend)  # noqa: PLW2901  the step that is taken
            grown = saturation * exp(u / ideality if u < _MAX_EXPONENT * ideality else _MAX_EXPONENT)
            limited.append(u)
            amps.append(grown - saturation + shunt * u - light)
            slope.append(grown / ideality + shunt)
        volts = limited
        close = iteration > 0 and volts == wanted and _agree(amps, fitted, RELATIVE)
        if close and _agree(amps, fitted, EXACT):
            return Answer(volts, fitted, iteration, converged=True)
        # About `volts` a branch is a line: amps = offset + slope · wanted. The network holds `G_REF` in its
        # place, so it draws `own` of that current less what `G_REF` draws.
        offset = list(map(sub, amps, map(mul, slope, volts)))
        pushed = list(map(mul, own, offset))
        drawn = [share * g - G_REF for share, g in zip(own, slope, strict=True)]
        rows = []
        for k, line in enumerate(impedance):
            row = list(map(mul, line, drawn))
            row[k] += 1.0 + series[k] * slope[k]
            row.append(open_volts[k] - series[k] * offset[k] - sum(map(mul, line, pushed)))
            rows.append(row)
        wanted = _solve(rows)
        fitted = list(map(add, offset, map(mul, slope, wanted)))
        if close:
            return Answer(wanted, fitted, iteration + 1, converged=True)
    return Answer(volts, fitted, MAX_ITERATIONS, converged=False)


def _agree(law: list[float], fitted: list[float], relative: float) -> bool:
    """Say whether the currents of the junctions' laws are those of the network."""
    return all(abs(i - fit) <= ABSOLUTE + relative * abs(i) for i, fit in zip(law, fitted, strict=True))


def find(
    impedance: Rows, open_volts: Sequence[float], junctions: Sequence[Junction], start: list[float]
) -> Answer:
    """Find the junction voltages.

    Parameters
    ----------
    impedance
        What a current into each branch does to the voltage of each branch, with `G_REF` in place [ohm]; (k,
        k).
    open_volts
        Branch voltages with `G_REF` in place of every diode [V]; k of them.
    junctions
        The k diode branches.
    start
        First guess of the junction voltages [V]; k of them.

    Notes
    -----
    When Newton's method does not settle, conductance across the junctions is lowered in steps, then the
    sources are raised in steps.
    """
    answer = _iterate(impedance, open_volts, junctions, start)
    if answer.converged:
        return answer
    spent = answer.iterations
    for ramp in (_lower_conductance, _raise_sources):
        answer = ramp(impedance, open_volts, junctions)
        spent += answer.iterations
        if answer.converged:
            break
    answer.iterations = spent
    return answer


def _lower_conductance(impedance: Rows, open_volts: Sequence[float], junctions: Sequence[Junction]) -> Answer:
    volts = [0.0] * len(junctions)
    spent = 0
    answer = Answer(volts, volts, 0, converged=False)
    for extra in (1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 0.0):
        answer = _iterate(impedance, open_volts, junctions, answer.volts, extra)
        spent += answer.iterations
    answer.iterations = spent
    return answer


def _raise_sources(impedance: Rows, open_volts: Sequence[float], junctions: Sequence[Junction]) -> Answer:
    volts = [0.0] * len(junctions)
    spent = 0
    answer = Answer(volts, volts, 0, converged=False)
    for tenths in range(1, 11):
        share = tenths / 10.0
        dimmed = [junction._replace(light=share * junction.light) for junction in junctions]
        scaled = [share * value for value in open_volts]
        answer = _iterate(impedance, scaled, dimmed, answer.volts)
        spent += answer.iterations
    answer.iterations = spent
    return answer
