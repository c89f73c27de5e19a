"""The weather as a lamp meets it: arrays of equal steps in local standard time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from lentera.solar.weather.sun import DAY

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Weather:
    """Hold weather in equal steps from a local midnight on; the arrays cannot be written.

    Attributes
    ----------
    start : datetime
        Local standard time of the first step's beginning, without time zone.
    step : int
        Minutes of a step.
    ghi : (n,) array
        Mean irradiance of each step on the level; 0 at night [W/m²].
    poa : (n,) array
        On the panel's plane [W/m²].
    air_temperature, cell_temperature : (n,) array
        [°C].

    Raises
    ------
    ValueError
        When an array has another length, a hole or an impossible number, or the steps do not fill whole days.
    """

    start: datetime
    step: int
    ghi: Array
    poa: Array
    air_temperature: Array
    cell_temperature: Array

    def __post_init__(self) -> None:
        if self.step < 1 or DAY % self.step:
            raise ValueError(f"step is {self.step} minutes; give a divisor of 1440")
        if self.start.tzinfo is not None:
            raise ValueError("start has a time zone; give local standard time without one")
        if not len(self.ghi) or len(self.ghi) % (DAY // self.step):
            raise ValueError(f"ghi has {len(self.ghi)} steps; give whole days of {DAY // self.step}")
        for name in ("ghi", "poa", "air_temperature", "cell_temperature"):
            values: Array = getattr(self, name)
            if values.shape != self.ghi.shape:
                raise ValueError(f"{name} has shape {values.shape}; give {self.ghi.shape} as ghi has")
            low = 0.0 if name in {"ghi", "poa"} else -90.0
            if not (values.min() >= low and values.max() < np.inf):
                row = int(np.flatnonzero(~((values >= low) & (values < np.inf)))[0])
                raise ValueError(f"{name} is {values[row]} at step {row}; give a number from {low:g} up")
            values.flags.writeable = False

    @property
    def days(self) -> int:
        """Give the number of days."""
        return len(self.ghi) * self.step // DAY

    def hours(self) -> Array:
        """Give the beginning of each step in hours since `start`, as a (n,) array."""
        return np.arange(len(self.ghi), dtype=np.float64) * (self.step / 60.0)

    def daily_ghi(self) -> Array:
        """Give the irradiation on the level of each day, as a (days,) array [kWh/m²]."""
        return _daily(self.ghi, self.step)

    def daily_poa(self) -> Array:
        """Give the irradiation on the panel's plane of each day, as a (days,) array [kWh/m²]."""
        return _daily(self.poa, self.step)

    def day(self, index: int) -> "Weather":
        """Cut out one day, counted from 0; raise ValueError when there is no such day."""
        if not 0 <= index < self.days:
            raise ValueError(f"day is {index}; give one from 0 to {self.days - 1}")
        steps = DAY // self.step
        cut = slice(index * steps, (index + 1) * steps)
        return Weather(
            self.start + timedelta(days=index),
            self.step,
            self.ghi[cut],
            self.poa[cut],
            self.air_temperature[cut],
            self.cell_temperature[cut],
        )

    def averaged(self, step: int) -> "Weather":
        """Give the same days in longer steps of some minutes, each with its mean.

        Raises
        ------
        ValueError
            When the step is no multiple of this one, or does not divide a day.
        """
        if step < self.step or step % self.step or DAY % step:
            raise ValueError(f"step is {step} minutes; give a multiple of {self.step} that divides 1440")
        arrays = (self.ghi, self.poa, self.air_temperature, self.cell_temperature)
        means = (values.reshape(-1, step // self.step).mean(axis=1) for values in arrays)
        return Weather(self.start, step, *means)

    def months(self) -> NDArray[np.int64]:
        """Give the month of each day, 1 to 12, as a (days,) array."""
        dates = np.datetime64(self.start.date(), "D") + np.arange(self.days)
        return np.asarray(dates.astype("datetime64[M]").astype(np.int64) % 12 + 1)


def _daily(irradiance: Array, step: int) -> Array:
    total: Array = irradiance.reshape(-1, DAY // step).sum(axis=1) * (step / 60_000.0)
    return total
