"""The moments at which one measures: by day or by night, with the switch on or off."""

import tomllib
from dataclasses import replace
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from lentera.rules import Saying
from lentera.solar.installation import Battery, Conditions, DuskSwitch, Installation, Switch, settle


class Situation(StrEnum):
    """Name a moment."""

    NOON_OFF = "noon_off"
    NOON_ON = "noon_on"
    NIGHT_ON = "night_on"
    NIGHT_OFF = "night_off"

    @property
    def name_in_words(self) -> Saying:
        """Give its name."""
        return Saying(**_table()[self]["name"])

    @property
    def conditions(self) -> Conditions:
        """Give the weather at the panel."""
        row = _table()[self]
        return Conditions(row["irradiance"]["value"], cell_temperature=row["cell_temperature"]["value"])

    @property
    def lamp_on(self) -> bool:
        """Say whether the switches are on."""
        return bool(_table()[self]["lamp_on"])

    @property
    def dark(self) -> bool:
        """Say whether it is night."""
        return self.conditions.irradiance == 0.0


@cache
def _table() -> dict[str, Any]:
    folder = files("lentera.solar.faults").joinpath("data")
    return tomllib.loads(folder.joinpath("situations.toml").read_text(encoding="utf-8"))


def at(installation: Installation, situation: Situation) -> Installation:
    """Bring an installation to a moment: switches are turned, and by night its batteries have rested.

    Rest takes away the voltage that charging leaves on a battery; the low voltage of a battery drawn too deep
    stays.
    """
    for name, unit in installation.units.items():
        match unit:
            case Switch(on=on) if on != situation.lamp_on:
                installation = installation.with_unit(name, replace(unit, on=situation.lamp_on))
            case DuskSwitch(on=on) if on != situation.dark:
                installation = installation.with_unit(name, replace(unit, on=situation.dark))
            case Battery(polarisation=polarisation) if situation.dark and polarisation > 0.0:
                installation = installation.with_unit(name, replace(unit, polarisation=0.0))
            case _:
                pass
    return installation


def as_found(installation: Installation) -> Installation:
    """Give an installation as one finds it after an evening of use: a fuse that blew then stays blown."""
    evening = settle(at(installation, Situation.NIGHT_ON), Situation.NIGHT_ON.conditions)
    for trip in evening.broken:
        installation = installation.with_unit(trip.element, evening.installation.units[trip.element])
    return installation
