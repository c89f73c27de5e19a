"""Word what the screen of days says: its sentences, and times, shares and lengths as people say them."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

from lentera.words import language, number, quantity

HOUR: Final = 60
_MANY_HOURS: Final = 100
"""Hours from which minutes are left out."""


@cache
def _sentences() -> dict[str, dict[str, str]]:
    text = files("lentera.widgets.days").joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def told(key: str, **blanks: object) -> str:
    """Give a sentence in the interface language, its blanks filled in."""
    tongue = "en" if language() == "en" else "id"
    return _sentences()[key][tongue].format(**blanks)


def length(minutes: int) -> str:
    """Write a length of time: "4 jam 35 menit"; long ones in whole hours."""
    hours, rest = divmod(minutes, HOUR)
    if hours >= _MANY_HOURS:
        hours, rest = round(minutes / HOUR), 0
    if not rest:
        return told("hours", h=number(hours))
    if not hours:
        return told("minutes", m=rest)
    return told("hours_minutes", h=number(hours), m=rest)


def time_of_day(minute: int) -> str:
    """Write a minute of the day: "22.35"; the end of a day is 24.00."""
    hour, rest = divmod(minute, HOUR)
    separator = ":" if language() == "en" else "."
    return f"{hour:02d}{separator}{rest:02d}"


def share(value: float) -> str:
    """Write a share as per cent."""
    return quantity(value * 100.0, "%", 0)


def power(watts: float) -> str:
    """Write an irradiance."""
    return quantity(watts, "W/m²", 0)


def energy(watts: float) -> str:
    """Write what a mean irradiance brings in a day."""
    return quantity(daily(watts), "kWh/m²", 1)


def daily(watts: float) -> float:
    """Give what a mean irradiance [W/m²] brings in a day [kWh/m²]."""
    return watts * 24.0 / 1000.0


def month(index: int, *, short: bool = False) -> str:
    """Name a month, 0 to 11."""
    return told("months_short" if short else "months").split()[index]


def aloud(text: str) -> str:
    """Write units as they are spoken."""
    text = text.replace("kWh/m²", told("aloud_energy")).replace("W/m²", told("aloud_power"))
    text = text.replace("\u00a0%", f" {told('aloud_percent')}")
    return re.sub("\u00a0V\\b", f" {told('aloud_volt')}", text).replace("\u00a0", " ")
