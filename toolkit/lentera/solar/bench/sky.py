"""The light on the table by the clock: a day at Sepaku when the sun stands straight above at noon."""

from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Final

from lentera.solar.parts.bounds import Bound

HOURS: Final = Bound("o'clock", 0.0, 24.0)
_DAY: Final = date(2026, 3, 21)
_MINUTES: Final = 1440


class Sky(StrEnum):
    """Name a sky."""

    CLEAR = "cerah"
    CLOUDY = "mendung"
    RAIN = "hujan"


def sun_at(hour: float, sky: Sky) -> float:
    """Give the irradiance on the level at Sepaku on 21 March [W/m²]; a model value.

    Parameters
    ----------
    hour
        Local standard time, 0 to 24 [h].

    Raises
    ------
    ValueError
        When the hour is outside a day.
    """
    HOURS.refuse("hour", hour, ValueError)
    minute = min(int(hour * 60.0), _MINUTES - 1)
    return round(_clear_day()[minute] * float(_table()[sky]["share"]["value"]), 1)


def sky_name(hour: float, sky: Sky, language: str) -> str:
    """Name the sky at an hour as it follows the time in a sentence: "langit cerah", after dark "malam"."""
    name: str = _table()[sky if sun_at(hour, sky) > 0.0 else _NIGHT]["name"][language]
    return name


_NIGHT: Final = "malam"


@cache
def _clear_day() -> tuple[float, ...]:
    """Give the irradiance of each minute under a cloudless sky [W/m²]."""
    # The weather takes as long to load as the whole bench, which opens without a clock.
    from lentera.solar.weather.site import SEPAKU  # noqa: PLC0415
    from lentera.solar.weather.sky import sky_over  # noqa: PLC0415

    sky = sky_over(SEPAKU, _DAY, 1)
    lit = [float(light) for light in sky.clear[0]]
    night = _MINUTES - sky.first_minute - len(lit)
    return (*[0.0] * sky.first_minute, *lit, *[0.0] * night)


@cache
def _table() -> dict[str, Any]:
    import tomllib  # noqa: PLC0415
    from importlib.resources import files  # noqa: PLC0415

    text = files("lentera.solar.bench").joinpath("sky.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
