"""Tables in downloaded files: columns by name, numbers with their line, hours without holes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import isfinite
from typing import Final

import numpy as np
from numpy.typing import NDArray

from lentera.solar.weather.site import Site

Array = NDArray[np.float64]

MISSING: Final = -999.0
"""What NASA POWER writes where it has no value."""
BRIGHTEST_HOUR: Final = 1500.0
"""Mean irradiance that no hour on Earth reaches [W/m²]."""
BRIGHTEST_DAY: Final = 13.0
"""Irradiation that no day on Earth reaches [kWh/m²]."""
HOTTEST: Final = 60.0
NEARBY: Final = 1.0
"""Largest accepted distance in degrees between the place of a file and the site."""


class WeatherFileError(ValueError):
    """Say in one sentence what a weather file lacks, where, and what to do."""


@dataclass(frozen=True, slots=True, eq=False)
class Readings:
    """Hold what a file says, from a local midnight on.

    Attributes
    ----------
    first : date
    hourly : bool
        Whether the values are of hours, or of days.
    ghi : array
        Mean of each hour [W/m²], or sum of each day [kWh/m²].
    air_temperature : array or None
        [°C].
    """

    first: date
    hourly: bool
    ghi: Array
    air_temperature: Array | None


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one line's cells by column name."""

    line: int
    cells: dict[str, str]

    def number(self, name: str, low: float, high: float, unit: str) -> float:
        """Read a cell as a number within limits."""
        text = self.cells[name]
        try:
            value = float(text)
        except ValueError:
            raise WeatherFileError(f"line {self.line}: {name} is {text!r}; give a number") from None
        if value == MISSING:
            raise WeatherFileError(
                f"line {self.line}: {name} is -999, a missing value; download a period without holes"
            )
        if not (isfinite(value) and low <= value <= high):
            raise WeatherFileError(
                f"line {self.line}: {name} is {text} {unit}; give a number from {low:g} to {high:g}"
            )
        return value + 0.0

    def whole(self, name: str) -> int:
        """Read a cell as a whole number."""
        try:
            return int(self.cells[name])
        except ValueError:
            raise WeatherFileError(
                f"line {self.line}: {name} is {self.cells[name]!r}; give a whole number"
            ) from None


def tidy_lines(text: str) -> list[str]:
    """Split a file into lines, without byte-order mark, quotes, spaces and empty cells that programs add."""
    lines = [
        ",".join(cell.strip().strip('"').strip() for cell in line.split(",")).rstrip(",")
        for line in text.removeprefix("\ufeff").splitlines()
    ]
    for number, line in enumerate(lines, start=1):
        if line.startswith(("YEAR;", "time;", "time(UTC);", "PARAMETER;")):
            raise WeatherFileError(
                f"line {number}: columns are parted by semicolons; use the file as downloaded"
            )
    return lines


def rows_below(lines: Sequence[str], header: int, needed: Sequence[str]) -> list[Row]:
    """Read the rows below a line of column names, up to an empty line.

    Parameters
    ----------
    header : int
        Index of the line of names.
    needed : sequence of str
        Columns without which the file is of no use.
    """
    names = [name.strip() for name in lines[header].split(",")]
    for name in needed:
        if name not in names:
            raise WeatherFileError(f"line {header + 1}: column {name} is missing; download it along")
    rows = []
    for number, line in enumerate(lines[header + 1 :], start=header + 2):
        if not line.strip():
            break
        cells = [cell.strip() for cell in line.split(",")]
        if len(cells) != len(names):
            raise WeatherFileError(
                f"line {number}: {len(cells)} cells under {len(names)} columns; download the file again"
            )
        rows.append(Row(number, dict(zip(names, cells, strict=True))))
    if not rows:
        raise WeatherFileError(f"line {header + 1}: no rows below the columns; download the file again")
    return rows


def must_be_near(site: Site, latitude: float, longitude: float) -> None:
    """Refuse a file of another place."""
    if abs(latitude - site.latitude) > NEARBY or abs(longitude - site.longitude) > NEARBY:
        raise WeatherFileError(
            f"the file is of {latitude:g}, {longitude:g} but {site.name} lies at {site.latitude:g},"
            f" {site.longitude:g}; give the file of the place, or its site"
        )


def must_follow(rows: Sequence[Row], times: Sequence[datetime], step: timedelta) -> None:
    """Refuse rows whose times do not follow each other in equal steps."""
    for row, before, now in zip(rows[1:], times, times[1:], strict=False):
        if now == before:
            raise WeatherFileError(f"line {row.line}: {now:%Y-%m-%d %H:%M} comes twice; keep one of the two")
        if now != before + step:
            raise WeatherFileError(
                f"line {row.line}: {now:%Y-%m-%d %H:%M} follows {before:%Y-%m-%d %H:%M}; rows are missing or"
                " out of order, download the file again"
            )


def whole_days(rows: Sequence[Row], times: Sequence[datetime]) -> None:
    """Refuse hours that do not begin at midnight or end before it."""
    if times[0].hour or len(rows) % 24:
        raise WeatherFileError(
            f"line {rows[0].line}: {len(rows)} hours from {times[0]:%Y-%m-%d %H:%M} on are no whole days;"
            " give days from hour 0 to hour 23"
        )


def to_local(values: Array, site: Site) -> Array:
    """Turn hours of whole UTC days into hours of the same local days.

    The few hours that fall on the day before or after the file are moved to its other end.
    """
    if not float(site.utc_offset).is_integer():
        raise WeatherFileError(
            f"utc_offset of {site.name} is {site.utc_offset} h and the file's hours are UTC; download local"
            " time"
        )
    return np.roll(values, int(site.utc_offset))
