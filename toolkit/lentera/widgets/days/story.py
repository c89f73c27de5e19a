"""What happened, in slices of time: one object that picture, table and summary all read."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Final, NamedTuple

import numpy as np

from lentera.solar.controller import Charge, Load
from lentera.solar.lamp import Course
from lentera.widgets.days.choices import Length

DAY: Final = 1440
POINT: Final = {Length.DAY: 5, Length.WEEK: 30, Length.YEAR: DAY}
"""Minutes of one point of the curves."""
_GLOW: Final = 0.02
"""Power below which no lamp is seen [W]."""
_WEEK: Final = 7
_FULL: Final = 0.97
"""Charge from which a battery is called full when its controller begins to hold back."""


class Slice(NamedTuple):
    """Be a piece of time: when it begins and how long it is [min], and what it brought.

    `sun` is a mean [W/m²], `charge` stands at the end, `low` and `high` are its ends within, `volts` a mean;
    `light`, `dim` and `dark` are minutes of wanted light, `phone` and `panel` energy [Wh].
    """

    first: int
    minutes: int
    sun: float
    charge: float
    low: float
    high: float
    volts: float
    light: int
    dim: int
    dark: int
    phone: float
    panel: float

    @property
    def wanted(self) -> int:
        """Give the minutes of light that were wanted."""
        return self.light + self.dim + self.dark

    @property
    def missing(self) -> int:
        """Give the minutes of light that were wanted and not bright."""
        return self.dim + self.dark


class Moment(NamedTuple):
    """Be something that happened: `what` is full, nearly, cut, cut_idle, back, worst or lowest."""

    minute: int
    what: str
    charge: float
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Story:
    """Hold what a lamp did.

    Attributes
    ----------
    points : tuple of Slice
        Fine slices, for curves.
    rows : tuple of Slice
        The same put together by hour, day or month, for a table.
    total : Slice
        The rows put together.
    moments : tuple of Moment
        In order of time.
    broken : tuple of str
        What gave way on the first day.
    """

    span: Length
    start: datetime
    points: tuple[Slice, ...]
    rows: tuple[Slice, ...]
    total: Slice
    moments: tuple[Moment, ...]
    broken: tuple[str, ...]

    def inside(self, row: Slice) -> tuple[Slice, ...]:
        """Give the points of a row."""
        return tuple(one for one in self.points if row.first <= one.first < row.first + row.minutes)

    def at(self, minute: int) -> datetime:
        """Give the date and time of a minute."""
        return self.start + timedelta(minutes=minute)

    @property
    def days(self) -> int:
        """Give the number of days."""
        return self.total.minutes // DAY

    @property
    def days_short(self) -> int:
        """Give the number of days on which wanted light was missing."""
        return sum(
            any(one.missing for one in group)
            for _, group in groupby(self.points, key=lambda one: one.first // DAY)
        )


def joined(parts: tuple[Slice, ...]) -> Slice:
    """Put slices that follow each other together."""
    minutes = sum(one.minutes for one in parts)
    return Slice(
        first=parts[0].first,
        minutes=minutes,
        sun=sum(one.sun * one.minutes for one in parts) / minutes,
        charge=parts[-1].charge,
        low=min(one.low for one in parts),
        high=max(one.high for one in parts),
        volts=sum(one.volts * one.minutes for one in parts) / minutes,
        light=sum(one.light for one in parts),
        dim=sum(one.dim for one in parts),
        dark=sum(one.dark for one in parts),
        phone=sum(one.phone for one in parts),
        panel=sum(one.panel for one in parts),
    )


def story_of(course: Course, span: Length) -> Story:
    """Cut a course into slices and find what is worth telling."""
    points = _points(course, POINT[span])
    start = course.start

    def row_of(one: Slice) -> int:
        if span is Length.DAY:
            return one.first // 60
        if span is Length.WEEK:
            return one.first // DAY
        return (start + timedelta(minutes=one.first)).month

    rows = tuple(joined(tuple(group)) for _, group in groupby(points, key=row_of))
    moments = _of_year(points) if span is Length.YEAR else _of_days(course, span)
    return Story(span, start, points, rows, joined(rows), moments, course.broken)


def _points(course: Course, minutes: int) -> tuple[Slice, ...]:
    size = minutes // course.step
    lit = course.wanted & course.lit
    dim = course.wanted & ~course.lit & (course.lamps > _GLOW)
    dark = course.wanted & ~course.lit & ~dim
    soc = course.soc.reshape(-1, size)
    columns = zip(
        course.irradiance.reshape(-1, size).mean(axis=1).tolist(),
        soc[:, -1].tolist(),
        soc.min(axis=1).tolist(),
        soc.max(axis=1).tolist(),
        course.volts.reshape(-1, size).mean(axis=1).tolist(),
        *((marks.reshape(-1, size).sum(axis=1) * course.step).tolist() for marks in (lit, dim, dark)),
        *(
            (watts.reshape(-1, size).mean(axis=1) * minutes / 60.0).tolist()
            for watts in (course.phone, course.panel)
        ),
        strict=True,
    )
    return tuple(Slice(number * minutes, minutes, *values) for number, values in enumerate(columns))


def _of_days(course: Course, span: Length) -> tuple[Moment, ...]:
    """Find when the battery was full, once a day, and when the controller cut the lamps or joined them."""
    found: list[Moment] = []
    full_on: set[int] = set()
    for event in course.events():
        place = event.minute // course.step
        charge = float(course.soc[place])
        day = event.minute // DAY
        if event.what is Charge.FLOAT and day not in full_on:
            full_on.add(day)
            found.append(Moment(event.minute, "full" if charge >= _FULL else "nearly", charge))
        elif event.what is Load.LOW_VOLTAGE:
            found.append(Moment(event.minute, "cut" if course.wanted[place] else "cut_idle", charge))
        elif event.what is Load.ON and span is Length.DAY:
            found.append(Moment(event.minute, "back", charge))
    return tuple(found)


def _of_year(points: tuple[Slice, ...]) -> tuple[Moment, ...]:
    """Find the week with the least of the wanted light, and the day with the emptiest battery."""
    missing = np.convolve([one.missing for one in points], np.ones(_WEEK), "valid")
    worst = int(missing.argmax())
    lowest = min(points, key=lambda one: one.low)
    found = [Moment(lowest.first, "lowest", lowest.low)]
    if missing[worst] > 0:
        found.append(Moment(points[worst].first, "worst", points[worst].low, int(missing[worst])))
    return tuple(sorted(found))
