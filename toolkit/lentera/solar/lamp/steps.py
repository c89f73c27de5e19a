"""Cut a year of weather into the steps of the scan: minutes by day, longer ones in the even dark."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import gcd
from typing import Final

import numpy as np
from numpy.typing import NDArray

from lentera.solar.dusk import dusk_on
from lentera.solar.installation import DuskSwitch, Unit
from lentera.solar.lamp.arrange import arranged, wants_light
from lentera.solar.lamp.habits import MINUTES, Wanted
from lentera.solar.weather import Weather

LONGEST_LIT: Final = 1
"""Minutes of a step while something is on and the sun is down."""
LONGEST_IDLE: Final = 60
LONGEST_BY_DAY: Final = 10
"""Minutes of a step by day, when the weather itself comes in longer ones."""

Whole = NDArray[np.int64]
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Steps:
    """Hold the steps of a year, each a (k,) array, and the states that the household wants.

    `first` minute, `length` [min], `light` [W/m²], `state` as a place in `states`; `wanted` says of each
    state whether light is wanted in it.
    """

    first: Whole
    length: Whole
    light: Array
    state: Whole
    states: tuple[Mapping[str, Unit], ...]
    wanted: NDArray[np.bool_]


def _limit(unit: DuskSwitch, *, was_on: bool) -> float:
    """Find the irradiance above which a dusk switch is off [W/m²]."""
    low, high = 0.0, 2000.0
    for _ in range(50):
        middle = 0.5 * (low + high)
        if dusk_on(middle, was_on=was_on, spec=unit.spec):
            low = middle
        else:
            high = middle
    return high


def _dusk(unit: DuskSwitch, light: Array) -> Whole:
    """Say of each moment whether a dusk switch is on, as 0 or 1."""
    told = np.where(
        light < _limit(unit, was_on=False), 1, np.where(light >= _limit(unit, was_on=True), 0, -1)
    )
    told[0] = unit.on if told[0] < 0 else told[0]
    # Between its two lights it stays as it was last told.
    last: Whole = np.maximum.accumulate(np.where(told >= 0, np.arange(len(told)), 0))
    return told[last]


def steps_of(units: Mapping[str, Unit], weather: Weather, day: Sequence[Wanted]) -> Steps:
    """Cut weather into steps of equal light and equal wishes; no step goes past a whole hour."""
    whole = gcd(weather.step, 60)
    piece = next(size for size in range(LONGEST_BY_DAY, 0, -1) if whole % size == 0)
    light = np.repeat(weather.poa, weather.step // piece)
    minute = np.arange(len(light)) * piece
    kinds = sorted(set(day))
    code = np.tile([kinds.index(wanted) for wanted in day[::piece]], len(light) * piece // MINUTES)
    switches = {name: unit for name, unit in units.items() if isinstance(unit, DuskSwitch)}
    for unit in switches.values():
        code = 2 * code + _dusk(unit, light)
    seen = np.flatnonzero(np.bincount(code))
    place = np.searchsorted(seen, np.arange(seen[-1] + 1))[code]
    states, wanted, busy = [], [], []
    for each in seen.tolist():
        dusk = {name: bool(each >> shift & 1) for shift, name in enumerate(reversed(switches))}
        kind = kinds[each >> len(switches)]
        states.append(arranged(units, kind, dusk))
        wanted.append(wants_light(kind, dusk))
        busy.append(wanted[-1] or kind.phone)
    dark = light <= 0.0
    size = np.where(np.array(busy)[place], max(LONGEST_LIT, piece), LONGEST_IDLE)
    begins = ~dark | (minute % size == 0)
    begins[1:] |= (place[1:] != place[:-1]) | ~dark[:-1]
    begins[0] = True
    chosen = np.flatnonzero(begins)
    first = minute[chosen]
    length = np.diff(first, append=len(light) * piece)
    return Steps(first, length, light[chosen], place[chosen], tuple(states), np.array(wanted))
