"""A place under the sun: where it is and what its sky is like, month by month."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from math import isfinite
from typing import Any, Final

from lentera.solar.parts import Certainty

MONTHS: Final = 12
MOST_DAYLIGHT_SHIFT: Final = 4.0
"""Largest believable difference between zone time and the sun's time [h]; Kashgar's is about 3."""


class SiteError(ValueError):
    """Say in one sentence what a site lacks."""


@dataclass(frozen=True, slots=True)
class Site:
    """Describe a place.

    Attributes
    ----------
    name : str
    latitude, longitude : float
        North and east are positive [°].
    altitude : float
        [m].
    utc_offset : float
        Local standard time minus UTC [h].
    linke_turbidity : tuple of 12 floats
        Haze of each month, 2 (clean) to 8 (very hazy) [1].
    monthly_ghi : tuple of 12 floats
        Mean daily irradiation on the level of each month [kWh/m²].
    air_temperature : tuple of 12 floats
        Mean of each month, day and night [°C].
    air_swing : float
        From dawn to early afternoon [K].
    albedo : float
        Light that the ground gives back, 0 to 1.

    Raises
    ------
    SiteError
        When a number is missing, not a number or out of its range.
    """

    name: str
    latitude: float
    longitude: float
    altitude: float
    utc_offset: float
    linke_turbidity: tuple[float, ...]
    monthly_ghi: tuple[float, ...]
    air_temperature: tuple[float, ...]
    air_swing: float
    albedo: float = 0.2

    def __post_init__(self) -> None:
        _inside("latitude", self.latitude, -66.0, 66.0, "°")
        _inside("longitude", self.longitude, -180.0, 180.0, "°")
        _inside("altitude", self.altitude, -430.0, 6000.0, "m")
        _inside("utc_offset", self.utc_offset, -12.0, 14.0, "h")
        _inside("air_swing", self.air_swing, 0.0, 30.0, "K")
        _inside("albedo", self.albedo, 0.0, 1.0, "")
        _inside_each("linke_turbidity", self.linke_turbidity, 1.0, 10.0, "")
        _inside_each("monthly_ghi", self.monthly_ghi, 0.1, 12.0, "kWh/m² a day")
        _inside_each("air_temperature", self.air_temperature, -60.0, 60.0, "°C")
        shift = (self.utc_offset - self.longitude / 15.0 + 12.0) % 24.0 - 12.0
        if abs(shift) > MOST_DAYLIGHT_SHIFT:
            raise SiteError(
                f"utc_offset is {self.utc_offset} h but longitude {self.longitude}° has the sun's noon"
                f" {abs(shift):.0f} h away; give the local standard time of the place"
            )


def _inside(name: str, value: float, low: float, high: float, unit: str) -> None:
    if not (isfinite(value) and low <= value <= high):
        raise SiteError(
            f"{name} is {value} {unit}; give a number from {low:g} to {high:g}".replace("  ", " ")
        )


def _inside_each(name: str, values: tuple[float, ...], low: float, high: float, unit: str) -> None:
    if len(values) != MONTHS:
        raise SiteError(f"{name} has {len(values)} values; give one for each of the 12 months")
    for month, value in enumerate(values, start=1):
        _inside(f"{name} of month {month}", value, low, high, unit)


_SEPAKU: Final[dict[str, Any]] = tomllib.loads(
    files("lentera.solar.weather").joinpath("sepaku.toml").read_text(encoding="utf-8")
)


def _months(name: str) -> tuple[float, ...]:
    return tuple(float(value) for value in _SEPAKU[name]["value"])


def certainty(quantity: str) -> Certainty:
    """Give the certainty mark of one of Sepaku's numbers; raise KeyError when there is no such number."""
    return Certainty(_SEPAKU[quantity]["mark"])


SEPAKU: Final = Site(
    name=_SEPAKU["name"],
    latitude=_SEPAKU["latitude"]["value"],
    longitude=_SEPAKU["longitude"]["value"],
    altitude=_SEPAKU["altitude"]["value"],
    utc_offset=_SEPAKU["utc_offset"]["value"],
    linke_turbidity=_months("linke_turbidity"),
    monthly_ghi=_months("monthly_ghi"),
    air_temperature=_months("air_temperature"),
    air_swing=_SEPAKU["air_swing"]["value"],
    albedo=_SEPAKU["albedo"]["value"],
)
"""Sepaku, East Kalimantan; the irradiation is an estimate, ±10 %."""
