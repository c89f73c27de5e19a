"""How clear each day is: sequences of the daily clearness index, day after day."""

import tomllib
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from importlib.resources import files
from itertools import accumulate
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from lentera.solar.weather.shares import meet
from lentera.solar.weather.site import MONTHS, Site, SiteError
from lentera.solar.weather.sky import Sky

Array = NDArray[np.float64]

STATES: Final = 10


@dataclass(frozen=True, slots=True)
class Transitions:
    """Hold one matrix of the library: ten equal states of the daily clearness index and their sequence.

    Attributes
    ----------
    up_to : float
        Largest monthly mean for which the matrix is meant.
    lowest, highest : float
        Ends of the first and last state.
    rows : tuple of tuples
        Probability of today's state (column) after yesterday's (row).
    """

    up_to: float
    lowest: float
    highest: float
    rows: tuple[tuple[float, ...], ...]

    @property
    def width(self) -> float:
        """Give the width of a state."""
        return (self.highest - self.lowest) / STATES

    def follow(self, yesterday: float, chance: float) -> float:
        """Draw today's clearness index after yesterday's with a chance from 0 to 1, even within a state."""
        state = min(max(int((yesterday - self.lowest) / self.width), 0), STATES - 1)
        sums = tuple(accumulate(self.rows[state]))
        chance *= sums[-1]
        today = min(bisect_right(sums, chance), bisect_left(sums, sums[-1]))
        within = 1.0 - (sums[today] - chance) / self.rows[state][today]
        return self.lowest + (today + within) * self.width


_TABLE: Final[dict[str, Any]] = tomllib.loads(
    files("lentera.solar.weather").joinpath("clearness.toml").read_text(encoding="utf-8")
)
LIBRARY: Final = tuple(
    Transitions(row["up_to"], row["lowest"], row["highest"], tuple(map(tuple, row["rows"])))
    for row in _TABLE["matrix"]
)
"""Aguiar, Collares-Pereira and Conde's ten matrices, by rising monthly mean."""
CLEAREST: Final[float] = _TABLE["clearest_day"]["value"]
"""Irradiation of the clearest day over that of the site's clear sky."""


def transitions_for(monthly_mean: float) -> Transitions:
    """Give the matrix for a month's mean clearness index."""
    return next((matrix for matrix in LIBRARY if monthly_mean <= matrix.up_to), LIBRARY[-1])


def daily_irradiation(irradiance: Array, step: int) -> Array:
    """Sum irradiance [W/m²] at steps of some minutes over each row [kWh/m²]."""
    total: Array = irradiance.sum(axis=1) * (step / 60_000.0)
    return total


def daily_ghi(
    site: Site, sky: Sky, months: NDArray[np.int64], rng: np.random.Generator, step: int = 1
) -> Array:
    """Draw the irradiation of each day so that every month has the site's mean.

    The sequence is drawn with the Markov matrices of R. Aguiar, M. Collares-Pereira and J. P. Conde,
    "Simple procedure for generating sequences of daily radiation values using a library of Markov
    transition matrices", Solar Energy 40 (1988) 269-279, doi:10.1016/0038-092X(88)90049-7. Two things are
    ours. The published states reach up to the clearest skies of the world (0.8), so they are stretched
    between the matrix's lowest value and the clearest day of this site. And each month is then bent to
    its mean exactly (`shares.meet`): days vary, months of different years do not.

    Parameters
    ----------
    sky : Sky
        Of the days to draw.
    months : (days,) array
        Month of each day, 0 to 11.
    rng : numpy.random.Generator
        Used for one number a day.

    Returns
    -------
    (days,) array
        Irradiation on the level [kWh/m²].

    Raises
    ------
    SiteError
        When the site's mean of a month is more than its clear sky can give.
    """
    above = daily_irradiation(sky.above, step)
    clearest = daily_irradiation(sky.clear, step) * CLEAREST
    starts = np.flatnonzero(np.diff(months, prepend=-1))
    spans = list(zip(starts, [*starts[1:], len(months)], strict=True))
    longest = max(end - begin for begin, end in spans)
    shares, room = np.full((len(spans), longest), 0.5), np.zeros((len(spans), longest))
    floors = np.empty(len(months))
    targets = np.empty(len(spans))
    chances = rng.random(len(months)).tolist()
    clearness = -1.0
    for row, (begin, end) in enumerate(spans):
        month = int(months[begin])
        mean = site.monthly_ghi[month] * (end - begin) / above[begin:end].sum()
        matrix = transitions_for(mean)
        if clearness < 0.0:
            clearness = mean
        for day in range(begin, end):
            clearness = matrix.follow(clearness, chances[day])
            shares[row, day - begin] = (clearness - matrix.lowest) / (matrix.highest - matrix.lowest)
        floors[begin:end] = np.minimum(matrix.lowest, mean / 2.0) * above[begin:end]
        room[row, : end - begin] = clearest[begin:end] - floors[begin:end]
        targets[row] = site.monthly_ghi[month] * (end - begin) - floors[begin:end].sum()
        if targets[row] >= room[row].sum():
            raise SiteError(
                f"monthly_ghi of month {month % MONTHS + 1} is {site.monthly_ghi[month]} kWh/m² a day but the"
                f" clearest sky here gives {clearest[begin:end].mean():.2f}; give a smaller number"
            )
    bent = meet(shares, room, targets)
    parts = [bent[row, : end - begin] for row, (begin, end) in enumerate(spans)]
    return floors + np.concatenate(parts) * (clearest - floors)
