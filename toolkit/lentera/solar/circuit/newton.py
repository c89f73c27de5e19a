"""Find the junction voltages of a network that is linear but for its diodes.

The linear network is reduced once to what the diodes see, so an iteration costs a system as large as the
number of diodes and not as large as the number of nodes. Each diode is given a constant conductance `G_REF`
in the linear part and the same amount is taken off again in its law: an island that hangs on blocked diodes
alone then still has a well-conditioned matrix.
"""

from dataclasses import dataclass, field
from math import exp, log, sqrt
from operator import mul
from typing import Final

import numpy as np

G_REF: Final = 0.01
"""Conductance lent to each diode in the linear part [S]."""

G_MIN: Final = 1e-12
"""Conductance across each junction [S], in the current and in its slope alike; the traps of SPICE lie in
either one missing."""

RELATIVE: Final = 1e-6
ABSOLUTE: Final = 1e-11
MAX_ITERATIONS: Final = 100
_MAX_EXPONENT: Final = 200.0
_SMALL: Final = 9


@dataclass(slots=True)
class Junctions:
    """Hold the laws of all diodes of a circuit as columns.

    A branch is `series` [ohm] in line with (diode with `saturation` [A] and `ideality` [V], beside `shunt`
    [S] and a source that pushes `light` [A] against the diode). Its current counts from anode to cathode.
    """

    saturation: list[float] = field(default_factory=list)
    ideality: list[float] = field(default_factory=list)
    shunt: list[float] = field(default_factory=list)
    light: list[float] = field(default_factory=list)
    series: list[float] = field(default_factory=list)

    def append(
        self, saturation: float, ideality: float, shunt: float = 0.0, light: float = 0.0, series: float = 0.0
    ) -> int:
        """Add one branch and return its position."""
        self.saturation.append(saturation)
        self.ideality.append(ideality)
        self.shunt.append(shunt + G_MIN)
        self.light.append(light)
        self.series.append(series)
        return len(self.series) - 1

    def __len__(self) -> int:
        return len(self.series)


@dataclass(slots=True)
class Answer:
    """Hold junction voltages [V] and branch currents [A] that fit the network, and how they were found."""

    volts: list[float]
    amps: list[float]
    iterations: int
    converged: bool


def critical_voltage(saturation: float, ideality: float) -> float:
    """Give the voltage at which the diode's curve bends the most [V]: the cold start, as in SPICE."""
    return ideality * log(ideality / (sqrt(2.0) * saturation))


def _limit(new: float, old: float, ideality: float, critical: float) -> float:
    """Keep a step on the exponential from overshooting (the junction limiter of SPICE)."""
    if new <= critical or abs(new - old) <= 2.0 * ideality:
        return new
    if old <= 0.0:
        return ideality * log(new / ideality)
    ratio = 1.0 + (new - old) / ideality
    return old + ideality * log(ratio) if ratio > 0.0 else critical


def _largest(rows: list[list[float]], column: int) -> int:
    """Give the row from `column` down with the largest entry in that column."""
    found, size = column, abs(rows[column][column])
    for row in range(column + 1, len(rows)):
        entry = abs(rows[row][column])
        if entry > size:
            found, size = row, entry
    return found


def _eliminate(rows: list[list[float]], right: list[float]) -> None:
    """Bring equations to upper triangular form in place, with row pivots."""
    size = len(right)
    for column in range(size):
        pivot = _largest(rows, column)
        if pivot != column:
            rows[column], rows[pivot] = rows[pivot], rows[column]
            right[column], right[pivot] = right[pivot], right[column]
        top = rows[column]
        for row in range(column + 1, size):
            line = rows[row]
            factor = line[column] / top[column]
            if factor:
                for k in range(column + 1, size):
                    line[k] -= factor * top[k]
                right[row] -= factor * right[column]


def _solve_small(rows: list[list[float]], right: list[float]) -> list[float]:
    """Solve a few linear equations in place; far below ten unknowns this beats the call into LAPACK."""
    _eliminate(rows, right)
    size = len(right)
    for column in range(size - 1, -1, -1):
        line = rows[column]
        total = right[column]
        for k in range(column + 1, size):
            total -= line[k] * right[k]
        right[column] = total / line[column]
    return right


def _solve(rows: list[list[float]], right: list[float]) -> list[float]:
    if len(right) < _SMALL:
        return _solve_small(rows, right)
    solution: list[float] = np.linalg.solve(np.array(rows), np.array(right)).tolist()
    return solution


def _iterate(
    kept: list[list[float]],
    coupling: list[list[float]],
    open_volts: list[float],
    junctions: Junctions,
    start: list[float],
    extra: float,
) -> Answer:
    """Run Newton's method from `start`, with `extra` conductance across every junction [S]."""
    span = range(len(junctions))
    saturation, ideality, light = junctions.saturation, junctions.ideality, junctions.light
    shunt = [value + extra for value in junctions.shunt] if extra else junctions.shunt
    laws = list(zip(saturation, ideality, shunt, light, strict=True))
    critical = [critical_voltage(s, n) for s, n in zip(saturation, ideality, strict=True)]
    volts = start
    amps, slope = _currents(laws, volts)
    fitted = amps
    for iteration in range(1, MAX_ITERATIONS + 1):
        offset = [i - g * u for i, g, u in zip(amps, slope, volts, strict=True)]
        rows = [
            [a + c * g for a, c, g in zip(keep, line, slope, strict=True)]
            for keep, line in zip(kept, coupling, strict=True)
        ]
        right = [v - sum(map(mul, line, offset)) for v, line in zip(open_volts, coupling, strict=True)]
        new = _solve(rows, right)
        fitted = [o + g * u for o, g, u in zip(offset, slope, new, strict=True)]
        limited = [_limit(new[k], volts[k], ideality[k], critical[k]) for k in span]
        amps, slope = _currents(laws, limited)
        settled = limited == new
        volts = limited
        if settled and all(
            abs(law - fit) <= ABSOLUTE + RELATIVE * abs(law) for law, fit in zip(amps, fitted, strict=True)
        ):
            return Answer(volts, fitted, iteration, converged=True)
    return Answer(volts, fitted, MAX_ITERATIONS, converged=False)


def _currents(
    laws: list[tuple[float, float, float, float]], volts: list[float]
) -> tuple[list[float], list[float]]:
    """Give currents [A] and slopes [S] of all junctions."""
    amps, slope = [], []
    for (saturation, ideality, shunt, light), u in zip(laws, volts, strict=True):
        grown = saturation * exp(min(u / ideality, _MAX_EXPONENT))
        amps.append(grown - saturation + shunt * u - light)
        slope.append(grown / ideality + shunt)
    return amps, slope


def find(
    impedance: "np.ndarray[tuple[int, int], np.dtype[np.float64]]",
    open_volts: list[float],
    junctions: Junctions,
    start: list[float],
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
    series = junctions.series
    lines: list[list[float]] = impedance.tolist()
    kept = [[-G_REF * value for value in line] for line in lines]
    coupling = [[value * (1.0 - G_REF * series[m]) for m, value in enumerate(line)] for line in lines]
    for k in range(len(junctions)):
        kept[k][k] += 1.0
        coupling[k][k] += series[k]
    answer = _iterate(kept, coupling, open_volts, junctions, start, 0.0)
    if answer.converged:
        return answer
    spent = answer.iterations
    for ramp in (_lower_conductance, _raise_sources):
        answer = ramp(kept, coupling, open_volts, junctions)
        spent += answer.iterations
        if answer.converged:
            break
    answer.iterations = spent
    return answer


def _lower_conductance(
    kept: list[list[float]], coupling: list[list[float]], open_volts: list[float], junctions: Junctions
) -> Answer:
    volts = [0.0] * len(junctions)
    spent = 0
    answer = Answer(volts, volts, 0, converged=False)
    for extra in (1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 0.0):
        answer = _iterate(kept, coupling, open_volts, junctions, answer.volts, extra)
        spent += answer.iterations
    answer.iterations = spent
    return answer


def _raise_sources(
    kept: list[list[float]], coupling: list[list[float]], open_volts: list[float], junctions: Junctions
) -> Answer:
    volts = [0.0] * len(junctions)
    spent = 0
    answer = Answer(volts, volts, 0, converged=False)
    light = junctions.light
    for tenths in range(1, 11):
        share = tenths / 10.0
        junctions.light = [share * value for value in light]
        scaled = [share * value for value in open_volts]
        answer = _iterate(kept, coupling, scaled, junctions, answer.volts, 0.0)
        spent += answer.iterations
    junctions.light = light
    answer.iterations = spent
    return answer
