"""Make weather: a whole year, or a few days of a chosen kind, the same for the same seed."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from lentera.solar.weather.assemble import ROOF, air_over, assemble
from lentera.solar.weather.clouds import minute_ghi
from lentera.solar.weather.days import daily_ghi, daily_irradiation
from lentera.solar.weather.site import SEPAKU, Site
from lentera.solar.weather.sky import Plane, Sky, months_of, sky_over
from lentera.solar.weather.sun import DAY
from lentera.solar.weather.weather import Weather

Array = NDArray[np.float64]

REFERENCE_YEAR: Final = 2025
"""Year without a leap day in which days of no particular year are placed."""
FIRST_YEAR, LAST_YEAR = 1950, 2099
"""Years for which the sun's position is good."""
LONGEST_PRESET: Final = 60


@dataclass(frozen=True, slots=True)
class Preset:
    """Describe a kind of days.

    Attributes
    ----------
    words : mapping
        Its name in Indonesian (`id`) and English (`en`).
    lowest, highest : float
        Clear-sky index of a whole day.
    days : int
        How many days have this sky before the usual ones follow; 0 for all.
    """

    words: Mapping[str, str]
    lowest: float
    highest: float
    days: int


def _presets() -> Mapping[str, Preset]:
    text = files("lentera.solar.weather").joinpath("presets.toml").read_text(encoding="utf-8")
    rows: dict[str, dict[str, Any]] = tomllib.loads(text)
    return MappingProxyType(
        {
            name: Preset(
                MappingProxyType({"id": row["id"], "en": row["en"]}),
                row["lowest"]["value"],
                row["highest"]["value"],
                row["days"],
            )
            for name, row in rows.items()
        }
    )


PRESETS: Final = _presets()
"""Kinds of days by name."""


def streams(seed: int, moment: int, count: int) -> list[np.random.Generator]:
    """Give independent streams of random numbers for a seed and a year or day: PCG64, by SeedSequence."""
    if seed < 0:
        raise ValueError(f"seed is {seed}; give a whole number of 0 or more")
    children = np.random.SeedSequence((seed, moment)).spawn(count)
    return [np.random.Generator(np.random.PCG64(child)) for child in children]


def year(site: Site = SEPAKU, year: int = REFERENCE_YEAR, seed: int = 0, plane: Plane = ROOF) -> Weather:
    """Make a year of weather in steps of one minute; a model value.

    Every month has the site's mean irradiation; days follow each other by published Markov matrices
    (`days.daily_ghi`), minutes by a chain of sky states (`clouds.clear_sky_index`). The same site, year
    and seed give the same bytes with the same numpy on the same kind of processor. The order of days does
    not depend on the clouds' draws.

    Parameters
    ----------
    year : int
        From 1950 to 2099; leap years have 527,040 minutes, others 525,600.
    seed : int
        0 or more.

    Raises
    ------
    ValueError
        When the year or the seed is out of range, or the site has a month brighter than its clear sky.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"year is {year}; give one from {FIRST_YEAR} to {LAST_YEAR}")
    first = date(year, 1, 1)
    days = (date(year + 1, 1, 1) - first).days
    of_days, of_clouds = streams(seed, year, 2)
    sky = sky_over(site, first, days)
    drawn = daily_ghi(site, sky, months_of(first, days), of_days)
    return _assembled(site, plane, first, sky, minute_ghi(sky.clear, drawn, of_clouds))


def preset(
    name: str,
    site: Site = SEPAKU,
    day_of_year: int = 80,
    seed: int = 0,
    *,
    days: int = 7,
    plane: Plane = ROOF,
) -> Weather:
    """Make a few days of a chosen kind in steps of one minute; a model value.

    At Sepaku a day of "cerah" brings about 6.3 kWh/m², of "berawan" about 4.3, and each of the first three
    days of "tiga_hari_hujan" about 1.3; its later days are the place's usual ones.

    Parameters
    ----------
    name : str
        A key of `PRESETS`.
    day_of_year : int
        First day, from 1 to 365.
    days : int
        From 1 to 60.

    Raises
    ------
    ValueError
        When there is no such preset, or a number is out of range.
    """
    if name not in PRESETS:
        raise ValueError(f"preset is {name!r}; give one of {', '.join(PRESETS)}")
    if not 1 <= day_of_year <= 365:  # noqa: PLR2004  days of a year
        raise ValueError(f"day_of_year is {day_of_year}; give a number from 1 to 365")
    if not 1 <= days <= LONGEST_PRESET:
        raise ValueError(f"days is {days}; give a number from 1 to {LONGEST_PRESET}")
    kind = PRESETS[name]
    of_days, of_clouds, of_kind = streams(seed, day_of_year, 3)
    first = date(REFERENCE_YEAR, 1, 1) + timedelta(days=day_of_year - 1)
    sky = sky_over(site, first, days)
    chosen = min(kind.days or days, days)
    index = of_kind.uniform(kind.lowest, kind.highest, chosen)
    ghi = daily_irradiation(sky.clear, 1)
    ghi[:chosen] *= index
    if chosen < days:
        ghi[chosen:] *= _usual_index(site, day_of_year, days, of_days)[chosen:]
    return _assembled(site, plane, first, sky, minute_ghi(sky.clear, ghi, of_clouds))


def _usual_index(site: Site, day_of_year: int, days: int, rng: np.random.Generator) -> Array:
    """Draw a whole year, so that its months have their means, and cut the days out of it."""
    first = date(REFERENCE_YEAR, 1, 1)
    sky = sky_over(site, first, 365, step=30)
    index = daily_ghi(site, sky, months_of(first, 365), rng, step=30) / daily_irradiation(sky.clear, 30)
    return index[(day_of_year - 1 + np.arange(days)) % 365]


def _assembled(site: Site, plane: Plane, first: date, sky: Sky, lit: Array) -> Weather:
    days, minutes = lit.shape
    ghi = np.zeros((days, DAY))
    ghi[:, sky.first_minute : sky.first_minute + minutes] = lit
    return assemble(site, plane, first, sky, ghi, air_over(site, first, days, 1))
