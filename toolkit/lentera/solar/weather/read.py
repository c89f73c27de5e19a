"""Read real weather from files: NASA POWER and PVGIS."""

from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from lentera.solar.weather.assemble import ROOF, air_over, assemble
from lentera.solar.weather.power import is_power, parse_climatology, parse_power
from lentera.solar.weather.pvgis import is_pvgis, parse_pvgis
from lentera.solar.weather.site import SEPAKU, Site
from lentera.solar.weather.sky import Plane, sky_over
from lentera.solar.weather.sun import DAY
from lentera.solar.weather.table import Readings, WeatherFileError, tidy_lines
from lentera.solar.weather.weather import Weather

Array = NDArray[np.float64]

HOUR: Final = 60
"""Minutes of the files' steps."""


def read_csv(path: Path, site: Site = SEPAKU, plane: Plane = ROOF) -> Weather:
    """Read a file of NASA POWER (hours, days) or PVGIS (hours, typical year) as weather in steps of an hour.

    Times become local standard time. A day's sum is spread like the sun's height. Without air temperature
    in the file the site's is taken.

    Raises
    ------
    WeatherFileError
        With the line and the column, when the file cannot be used.
    """
    return parse_csv(_text(path), site, plane)


def read_climatology(path: Path, site: Site = SEPAKU) -> tuple[float, ...]:
    """Read `Site.monthly_ghi` from a monthly file of NASA POWER [kWh/m² a day].

    `dataclasses.replace(SEPAKU, monthly_ghi=read_climatology(path))` is Sepaku with these months.

    Raises
    ------
    WeatherFileError
        With the line and the column, when the file cannot be used.
    """
    return parse_climatology(tidy_lines(_text(path)), site)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise WeatherFileError(f"{path.name} cannot be read ({error.strerror}); check its name") from error
    except UnicodeDecodeError as error:
        raise WeatherFileError(f"{path.name} is no text file; download it again as CSV") from error


def parse_csv(text: str, site: Site = SEPAKU, plane: Plane = ROOF) -> Weather:
    """Read the text of a file; see `read_csv`."""
    lines = tidy_lines(text)
    if any(line.startswith("PARAMETER,") for line in lines):
        raise WeatherFileError("the file has months only; give it to read_climatology, or download hours")
    if is_power(lines):
        return _weather(parse_power(lines, site), site, plane)
    if is_pvgis(lines):
        return _weather(parse_pvgis(lines, site), site, plane)
    raise WeatherFileError("the file is neither of NASA POWER nor of PVGIS; download one of these as CSV")


def _weather(readings: Readings, site: Site, plane: Plane) -> Weather:
    per_day = DAY // HOUR
    days = len(readings.ghi) // (per_day if readings.hourly else 1)
    sky = sky_over(site, readings.first, days, HOUR)
    if readings.hourly:
        ghi = readings.ghi.reshape(days, per_day)
    else:
        ghi = np.zeros((days, per_day))
        begin = sky.first_minute // HOUR
        ghi[:, begin : begin + sky.above.shape[1]] = (
            sky.above / sky.above.sum(axis=1, keepdims=True) * readings.ghi[:, None] * 1000.0
        )
    if readings.air_temperature is None:
        air = air_over(site, readings.first, days, HOUR)
    elif readings.hourly:
        air = readings.air_temperature.reshape(days, per_day)
    else:
        usual = air_over(site, readings.first, days, HOUR)
        air = usual + (readings.air_temperature - usual.mean(axis=1))[:, None]
    return assemble(site, plane, readings.first, sky, ghi, air)
