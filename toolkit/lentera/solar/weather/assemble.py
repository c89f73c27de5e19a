"""From light on the level to the weather of a panel: its plane, the air, its cells."""

from datetime import date, datetime, time
from typing import Final

import numpy as np
from numpy.typing import NDArray

from lentera.solar.panel import cell_temperature
from lentera.solar.weather.site import Site
from lentera.solar.weather.sky import Plane, Sky, on_plane, sky_over, through_the_year
from lentera.solar.weather.sun import DAY, days_of_year
from lentera.solar.weather.weather import Weather

Array = NDArray[np.float64]

ROOF: Final = Plane()
COOLEST_MINUTE: Final = 6 * 60
WARMEST_MINUTE: Final = 14 * 60


def cells(air_temperature: Array, poa: Array) -> Array:
    """Give the temperature of a panel's cells in the open, as `panel.cell_temperature` does [°C]."""
    heating = cell_temperature(1.0, air_temperature=0.0)
    return air_temperature + heating * poa


def daily_course(step: int) -> Array:
    """Give the course of air temperature through a day, -1 at 6:00 to 1 at 14:00, at the middle of each step.

    Half a cosine up and half a cosine down, so its mean is 0. An assumption; rain does not cool it.
    """
    minute = np.arange(0, DAY, step) + step / 2.0
    warming = WARMEST_MINUTE - COOLEST_MINUTE
    since_dawn = (minute - COOLEST_MINUTE) % DAY
    up = since_dawn < warming
    return np.where(
        up,
        -np.cos(np.pi * since_dawn / warming),
        np.cos(np.pi * (since_dawn - warming) / (DAY - warming)),
    )


def air_over(site: Site, first: date, days: int, step: int) -> Array:
    """Give the air temperature of each step of some days, as a (days, steps) array [°C]; a model value."""
    mean = through_the_year(site.air_temperature, days_of_year(first, days))
    return mean[:, None] + site.air_swing / 2.0 * daily_course(step)


def assemble(site: Site, plane: Plane, first: date, sky: Sky, ghi: Array, air: Array) -> Weather:
    """Put the weather of whole days together.

    Parameters
    ----------
    sky : Sky
        Of the same days and steps.
    ghi, air : (days, steps) array
        Irradiance on the level [W/m²] and air temperature [°C] of every step of the day.
    """
    step = DAY // ghi.shape[1]
    begin = sky.first_minute // step
    lit = slice(begin, begin + sky.above.shape[1])
    poa = ghi.copy()
    poa[:, lit] = on_plane(site, plane, sky, ghi[:, lit])
    return Weather(
        start=datetime.combine(first, time()),
        step=step,
        ghi=ghi.ravel(),
        poa=poa.ravel(),
        air_temperature=air.ravel(),
        cell_temperature=cells(air, poa).ravel(),
    )


def to_minutes(weather: Weather, site: Site, plane: Plane = ROOF) -> Weather:
    """Turn weather of longer steps into minutes; every step keeps its irradiation on the level.

    Within a step the light follows the sun's height. Where that would outshine the sun (a step at dawn
    with more light than its few minutes of sun can bring) it is spread evenly. Air temperature is drawn
    straight between the middles of the steps. There are no clouds within a step.
    """
    if weather.step == 1:
        return weather
    first = weather.start.date()
    sky = sky_over(site, first, weather.days)
    course = np.zeros((weather.days, DAY))
    course[:, sky.first_minute : sky.first_minute + sky.above.shape[1]] = sky.above
    course = course.reshape(-1, weather.step)
    mean = course.mean(axis=1)
    clearness = np.divide(weather.ghi, mean, out=np.full_like(mean, np.inf), where=mean > 0.0)
    follows = clearness <= 1.0
    ghi = np.where(
        follows[:, None], course * np.where(follows, clearness, 0.0)[:, None], weather.ghi[:, None]
    )
    middles = (np.arange(len(weather.ghi)) + 0.5) * weather.step
    air = np.interp(np.arange(weather.days * DAY) + 0.5, middles, weather.air_temperature)
    shape = (weather.days, DAY)
    return assemble(site, plane, first, sky, ghi.reshape(shape), air.reshape(shape))
