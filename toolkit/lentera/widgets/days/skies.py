"""The weather of a choice: an example day, week or year at Sepaku, the same for everyone."""

from functools import cache
from typing import Final

from lentera.solar.weather import SEPAKU, Weather, preset, year
from lentera.widgets.days.choices import Length, Sky

DAY_OF_YEAR: Final = 80
"""First day of the example: 21 March, when day and night are equally long."""
YEAR: Final = 2025
SEED: Final = 1
STEP: Final = 10
"""Minutes of a step of the year: ten times as quick as minutes, and within a hundredth of them."""


@cache
def weather_for(span: Length, sky: Sky) -> Weather:
    """Make the weather; the year has a sky of its own."""
    if span is Length.YEAR:
        return _whole_year()
    return preset(sky, SEPAKU, DAY_OF_YEAR, SEED, days=1 if span is Length.DAY else 7)


@cache
def _whole_year() -> Weather:
    return year(SEPAKU, YEAR, SEED).averaged(STEP)
