"""Files of PVGIS, https://re.jrc.ec.europa.eu/pvg_tools, as CSV: hours of years or a typical year."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

import numpy as np

from lentera.solar.weather.site import Site
from lentera.solar.weather.table import (
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

TYPICAL: Final = "time(UTC)"
HOURLY: Final = "time"
AIR: Final = "T2m"
TYPICAL_YEAR: Final = 2025
"""Year into which a typical year is put, since its months come from different years; it has no leap day."""
PARTS: Final = ("Gb(i)", "Gd(i)", "Gr(i)")


def is_pvgis(lines: Sequence[str]) -> bool:
    """Tell whether a file looks like PVGIS's."""
    return any(line.startswith(("time,", "time(UTC),", "Latitude (decimal")) for line in lines)


def parse_pvgis(lines: Sequence[str], site: Site) -> Readings:
    """Read the hours of years or of a typical year; they are UTC and become local.

    A value stands for the hour in which its time lies. Satellite values are of one moment of it.

    Raises
    ------
    WeatherFileError
        With the line and the column, when something is missing, doubled or impossible, or the values are of a
        tilted plane.
    """
    header = next((n for n, line in enumerate(lines) if line.startswith(("time,", "time(UTC),"))), None)
    if header is None:
        raise WeatherFileError(
            "no line of columns begins with time in the file; download hourly values as CSV"
        )
    _must_be_level_and_here(lines[:header], site)
    names = lines[header].split(",")
    typical = names[0] == TYPICAL
    light = ("G(h)",) if typical else ("G(i)",) if "G(i)" in names else PARTS
    rows = rows_below(lines, header, (names[0], *light))
    times = [_time(row, names[0], typical=typical) for row in rows]
    must_follow(rows, times, timedelta(hours=1))
    whole_days(rows, times)
    ghi = np.array([sum(row.number(name, 0.0, BRIGHTEST_HOUR, "W/m²") for name in light) for row in rows])
    air = None
    if AIR in names:
        air = to_local(np.array([row.number(AIR, -HOTTEST, HOTTEST, "°C") for row in rows]), site)
    return Readings(times[0].date(), hourly=True, ghi=to_local(ghi, site), air_temperature=air)


def _must_be_level_and_here(head: Sequence[str], site: Site) -> None:
    place: dict[str, float] = {}
    for number, line in enumerate(head, start=1):
        found = re.match(r"(Latitude|Longitude|Slope)\b[^:]*:\s*(-?\d+\.?\d*)", line)
        if found:
            place[found[1]] = float(found[2])
            if found[1] == "Slope" and float(found[2]):
                raise WeatherFileError(
                    f"line {number}: Slope is {found[2]}°; download slope 0, the panel is tilted here"
                )
    if "Latitude" in place and "Longitude" in place:
        must_be_near(site, place["Latitude"], place["Longitude"])


def _time(row: Row, name: str, *, typical: bool) -> datetime:
    text = row.cells[name]
    try:
        moment = datetime.strptime(text, "%Y%m%d:%H%M")  # noqa: DTZ007  UTC, made local by `to_local`
        return moment.replace(year=TYPICAL_YEAR if typical else moment.year, minute=0)
    except ValueError:
        raise WeatherFileError(
            f"line {row.line}: {name} is {text!r}; give a time like 20160101:0010"
        ) from None
