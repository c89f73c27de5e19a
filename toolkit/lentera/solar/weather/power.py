"""Files of NASA POWER, https://power.larc.nasa.gov, downloaded as CSV: hours, days or months."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

import numpy as np

from lentera.solar.weather.site import MONTHS, Site
from lentera.solar.weather.table import (
    BRIGHTEST_DAY,
    BRIGHTEST_HOUR,
    HOTTEST,
    Readings,
    Row,
    WeatherFileError,
    must_be_near,
    must_follow,
    rows_below,
    to_local,
    whole_days,
)

LIGHT: Final = "ALLSKY_SFC_SW_DWN"
AIR: Final = "T2M"
END: Final = "-END HEADER-"
NAMES_OF_MONTHS: Final = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
PER_HOUR: Final = {
    "Wh/m^2": 1.0,
    "W/m^2": 1.0,
    "kW-hr/m^2": 1000.0,
    "MJ/hr": 1e6 / 3600.0,
    "MJ/m^2": 1e6 / 3600.0,
}
"""What turns an hour's value into [W/m²], by the unit in the header."""
PER_DAY: Final = {"kW-hr/m^2/day": 1.0, "kWh/m^2/day": 1.0, "MJ/m^2/day": 1.0 / 3.6, "W/m^2": 0.024}
"""What turns a day's value into [kWh/m²], by the unit in the header; the AG community gets MJ."""


def is_power(lines: Sequence[str]) -> bool:
    """Tell whether a file looks like NASA POWER's."""
    return any("-BEGIN HEADER-" in line or line.startswith(("YEAR,", "PARAMETER,")) for line in lines)


def parse_power(lines: Sequence[str], site: Site) -> Readings:
    """Read hours or days; local solar time is taken for local standard time.

    Raises
    ------
    WeatherFileError
        With the line and the column, when something is missing, doubled or impossible.
    """
    header = _columns_line(lines, "YEAR,")
    _must_be_here(lines[:header], site)
    names = lines[header].split(",")
    if "HR" in names:
        return _hours(rows_below(lines, header, ("YEAR", "MO", "DY", "HR", LIGHT)), lines[:header], site)
    return _days(rows_below(lines, header, ("YEAR", LIGHT)), lines[:header])


def _columns_line(lines: Sequence[str], start: str) -> int:
    for number, line in enumerate(lines):
        if line.startswith(start):
            return number
    raise WeatherFileError(f"no line of columns begins with {start} in the file; download it again as CSV")


def _must_be_here(head: Sequence[str], site: Site) -> None:
    for line in head:
        place = re.search(r"Latitude\s+(-?\d+\.?\d*)\s+Longitude\s+(-?\d+\.?\d*)", line)
        if place:
            must_be_near(site, float(place[1]), float(place[2]))


def _factor(head: Sequence[str], factors: dict[str, float], default: str) -> float:
    for number, line in enumerate(head, start=1):
        if line.startswith(LIGHT + " "):
            unit = re.search(r"\(([^()]*)\)\s*$", line)
            if unit is None or unit[1] not in factors:
                raise WeatherFileError(
                    f"line {number}: the unit of {LIGHT} is not one of {', '.join(factors)};"
                    " download the file for renewable energy"
                )
            return factors[unit[1]]
    return factors[default]


def _time(row: Row) -> datetime:
    cells = row.cells
    try:
        if "DOY" in cells:
            return datetime(row.whole("YEAR"), 1, 1) + timedelta(days=row.whole("DOY") - 1)  # noqa: DTZ001
        hour = row.whole("HR") if "HR" in cells else 0
        return datetime(row.whole("YEAR"), row.whole("MO"), row.whole("DY"), hour)  # noqa: DTZ001
    except KeyError:
        raise WeatherFileError(
            f"line {row.line}: the columns of the date are missing; download again"
        ) from None
    except WeatherFileError:
        raise
    except (ValueError, OverflowError):
        raise WeatherFileError(
            f"line {row.line}: there is no such date or hour; download the file again"
        ) from None


def _air(rows: Sequence[Row]) -> np.ndarray[tuple[int], np.dtype[np.float64]] | None:
    if AIR not in rows[0].cells:
        return None
    return np.array([row.number(AIR, -HOTTEST, HOTTEST, "°C") for row in rows])


def _hours(rows: Sequence[Row], head: Sequence[str], site: Site) -> Readings:
    times = [_time(row) for row in rows]
    must_follow(rows, times, timedelta(hours=1))
    whole_days(rows, times)
    factor = _factor(head, PER_HOUR, "Wh/m^2")
    ghi = np.array([row.number(LIGHT, 0.0, BRIGHTEST_HOUR / factor, "an hour") * factor for row in rows])
    air = _air(rows)
    if any(re.search(r"\bin UTC\s*$", line) for line in head):
        ghi = to_local(ghi, site)
        air = None if air is None else to_local(air, site)
    return Readings(times[0].date(), hourly=True, ghi=ghi, air_temperature=air)


def _days(rows: Sequence[Row], head: Sequence[str]) -> Readings:
    times = [_time(row) for row in rows]
    must_follow(rows, times, timedelta(days=1))
    factor = _factor(head, PER_DAY, "kW-hr/m^2/day")
    ghi = np.array([row.number(LIGHT, 0.0, BRIGHTEST_DAY / factor, "a day") * factor for row in rows])
    return Readings(times[0].date(), hourly=False, ghi=ghi, air_temperature=_air(rows))


def parse_climatology(lines: Sequence[str], site: Site) -> tuple[float, ...]:
    """Read twelve means of daily irradiation from a climatology or from the months of years [kWh/m²].

    Raises
    ------
    WeatherFileError
        With the line and the column, when something is missing or impossible.
    """
    header = _columns_line(lines, "PARAMETER,")
    _must_be_here(lines[:header], site)
    factor = _factor(lines[:header], PER_DAY, "kW-hr/m^2/day")
    rows = rows_below(lines, header, ("PARAMETER", *NAMES_OF_MONTHS))
    light = [row for row in rows if row.cells["PARAMETER"] == LIGHT]
    if not light:
        raise WeatherFileError(f"line {header + 1}: no row {LIGHT} below; download this parameter")
    table = [
        [row.number(month, 0.1, BRIGHTEST_DAY / factor, "a day") * factor for month in NAMES_OF_MONTHS]
        for row in light
    ]
    means = np.array(table).mean(axis=0)
    return tuple(float(means[month]) for month in range(MONTHS))
