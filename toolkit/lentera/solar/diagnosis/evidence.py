"""What readings leave of the suspects, and which reading would tell the most next.

A measurement tells as many bits as its outcome is uncertain: suspects whose readings a meter cannot tell
apart count as one outcome. With weights p and the likeness k of two readings (1 alike, 0 apart) that is
Σ_s p_s log2(1 / Σ_t p_t k_st), which is Shannon's entropy when no two readings are alike.

A meter is taken to scatter normally, with the tolerance as two standard deviations. Then exp(-2 d²) at a
distance of d tolerances is both what a reading leaves of a suspect and the likeness in the sum, and the sum
is an upper bound of the information that the reading gives of the suspect.

References
----------
T. Leinster and C. A. Cobbold, "Measuring diversity: the importance of species similarity", Ecology 93 (2012)
477-489, doi:10.1890/10-2402.1, for the entropy with likeness.
A. Kolchinsky and B. D. Tracey, "Estimating mixture entropy with pairwise distances", Entropy 19 (2017) 361,
doi:10.3390/e19070361, for the bound.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Final

import numpy as np
from numpy.typing import NDArray

from lentera.solar.diagnosis.chart import Chart, DiagnosisError
from lentera.solar.diagnosis.measurement import Measurement
from lentera.solar.faults import Situation

TELLS: Final = 0.05
"""Bits under which a measurement tells nothing."""
HARM: Final = 0.01
"""Likelihood of breaking something that one may run for a measurement."""
_NEARLY: Final = 0.9
"""Share of the best gain that is as good as the best."""
_FLOOR: Final = 1e-3
"""Likeness that a reading keeps for a suspect it speaks against: one slip must not end the search."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Be one reading of a learner: the id of the measurement and what it showed."""

    measurement: str
    value: float

    def __post_init__(self) -> None:
        if not isfinite(self.value):
            raise DiagnosisError(f"{self.measurement}: value is {self.value}; give a number")


@dataclass(frozen=True, slots=True)
class Gain:
    """Be what a measurement would tell.

    Attributes
    ----------
    bits : float
        Expected gain of information.
    bits_per_minute : float
        The same for the time it takes.
    groups : tuple of tuple of str
        Suspects that it leaves together, the largest group first.
    """

    measurement: Measurement
    bits: float
    bits_per_minute: float
    groups: tuple[tuple[str, ...], ...]


def _likeness(distance: NDArray[np.float64]) -> NDArray[np.float64]:
    alike: NDArray[np.float64] = np.exp(-2.0 * distance * distance)
    return alike


def posterior(chart: Chart, readings: Iterable[Reading]) -> NDArray[np.float64]:
    """Give how likely each suspect is after the readings, shape (suspects,); it sums to 1.

    Raises
    ------
    DiagnosisError
        When a reading names no measurement of the chart.
    """
    weights = chart.priors.copy()
    for reading in readings:
        column = chart.measurement(reading.measurement)
        value = np.array(reading.value)
        weights *= np.maximum(_likeness(chart.alike(column, chart.values[:, column], value)), _FLOOR)
        weights /= weights.sum()
    return weights


def fits(chart: Chart, reading: Reading) -> NDArray[np.bool_]:
    """Say for each suspect whether it could show this reading, shape (suspects,)."""
    column = chart.measurement(reading.measurement)
    alike: NDArray[np.bool_] = chart.alike(column, chart.values[:, column], np.array(reading.value)) <= 1.0
    return alike


def remaining(chart: Chart, readings: Iterable[Reading]) -> tuple[str, ...]:
    """Give the suspects that no reading speaks against, the likeliest first.

    Empty when no single fault explains the readings: there may be two, or a reading is mistaken.
    """
    taken = tuple(readings)
    possible = np.ones(len(chart.suspects), dtype=bool)
    for reading in taken:
        possible &= fits(chart, reading)
    weights = posterior(chart, taken)
    order = sorted(np.flatnonzero(possible), key=lambda row: (-weights[row], chart.suspects[row]))
    return tuple(chart.suspects[row] for row in order)


def bits_of(chart: Chart, weights: NDArray[np.float64], column: int) -> float:
    """Give the expected gain of one measurement under these weights [bit]."""
    held = np.flatnonzero(weights > _FLOOR * weights.max())
    p = weights[held] / weights[held].sum()
    values = chart.values[held, column]
    alike = _likeness(chart.alike(column, values[:, None], values[None, :]))
    return max(float(-(p * np.log2(alike @ p)).sum()), 0.0)


def gains(chart: Chart, readings: Iterable[Reading] = ()) -> tuple[Gain, ...]:
    """Give what every measurement would still tell, the most for its time first.

    Measurements that separate nothing are left out; empty means that no measurement tells the remaining
    suspects apart.
    """
    taken = tuple(readings)
    weights = posterior(chart, taken)
    done = {reading.measurement for reading in taken}
    suspects = remaining(chart, taken) or chart.suspects
    rows = [chart.suspect(suspect) for suspect in suspects]
    found = []
    for column, measurement in enumerate(chart.measurements):
        if measurement.id in done:
            continue
        bits = bits_of(chart, weights, column)
        if bits > TELLS:
            groups = _groups(chart, rows, column)
            found.append(Gain(measurement, bits, bits * 60.0 / measurement.seconds, groups))
    return tuple(sorted(found, key=lambda gain: (-round(gain.bits_per_minute, 9), gain.measurement.id)))


def advised(chart: Chart, readings: Iterable[Reading] = ()) -> Gain | None:
    """Give what to look at or measure next: what tells the most for its time; None when none tells anything.

    So looks come before the voltmeter, and the voltmeter before the ammeter, which opens a lead. Of what
    tells nearly as much, something in the situation of the last reading is taken: the night is far. Where the
    readings leave a suspect of which something would break, nobody is sent: the lamp may have no battery.
    """
    taken = tuple(readings)
    weights = posterior(chart, taken)
    safe = {situation for situation in Situation if chart.harm(situation, weights) <= HARM}
    found = [gain for gain in gains(chart, taken) if gain.measurement.situation in safe]
    if not found:
        return None
    near = [gain for gain in found if gain.bits_per_minute >= _NEARLY * found[0].bits_per_minute]
    now = chart.measurements[chart.measurement(taken[-1].measurement)].situation if taken else None
    return next((gain for gain in near if gain.measurement.situation is now), near[0])


def most_telling(chart: Chart, readings: Iterable[Reading] = ()) -> Gain | None:
    """Give the measurement that tells the most, whatever time it takes; None when none tells anything.

    Of measurements that tell nearly as much the quickest is taken.
    """
    found = gains(chart, readings)
    if not found:
        return None
    most = max(gain.bits for gain in found)
    near = [gain for gain in found if gain.bits >= _NEARLY * most]
    return min(near, key=lambda gain: (gain.measurement.seconds, -gain.bits, gain.measurement.id))


def _groups(chart: Chart, rows: Sequence[int], column: int) -> tuple[tuple[str, ...], ...]:
    """Put suspects together whose readings in one measurement lie within a tolerance of their lowest."""
    ordered = sorted(rows, key=lambda row: (chart.values[row, column], chart.suspects[row]))
    groups: list[list[int]] = []
    for row in ordered:
        first = groups[-1][0] if groups else None
        if first is not None and _one(chart, column, first, row):
            groups[-1].append(row)
        else:
            groups.append([row])
    named = [tuple(sorted(chart.suspects[row] for row in group)) for group in groups]
    return tuple(sorted(named, key=lambda group: (-len(group), group)))


def _one(chart: Chart, column: int, first: int, second: int) -> bool:
    values = chart.values[:, column]
    return bool(chart.alike(column, values[first], values[second]) <= 1.0)


def twins(chart: Chart, suspect: str) -> frozenset[str]:
    """Give the suspects that no measurement tells from this one, itself among them."""
    row = chart.suspect(suspect)
    same = np.ones(len(chart.suspects), dtype=bool)
    for column in range(len(chart.measurements)):
        values = chart.values[:, column]
        same &= chart.alike(column, values, values[row]) <= 1.0
    return frozenset(chart.suspects[k] for k in np.flatnonzero(same))
