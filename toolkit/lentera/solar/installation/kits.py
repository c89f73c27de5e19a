"""The kits of the course as installations, read from the TOML files beside this module."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from lentera.solar.installation.lead import Lead
from lentera.solar.installation.model import Installation
from lentera.solar.installation.units import Battery, Controller, FuseHolder, Lamp, Panel, Switch, Unit
from lentera.solar.parts import BATTERIES, CONTROLLERS, FUSES, LAMPS, PANELS, SWITCHES


@dataclass(frozen=True, slots=True)
class MeasuringPoint:
    """Be a pair of terminals that a learner measures between."""

    id: str
    red: str
    black: str
    name: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Kit:
    """Be a kit: what it is called, how it is put together, and where one measures."""

    id: str
    name: str
    name_en: str
    source: str
    installation: Installation
    test_points: Mapping[str, MeasuringPoint]


_MAKERS: Final[Mapping[str, Callable[[dict[str, Any]], Unit]]] = MappingProxyType(
    {
        "panel": lambda row: Panel(PANELS[row["part"]]),
        "battery": lambda row: Battery(BATTERIES[row["part"]]),
        "controller": lambda row: Controller(CONTROLLERS[row["part"]], row["profile"]),
        "fuse": lambda row: FuseHolder(FUSES[row["part"]]),
        "switch": lambda row: Switch(SWITCHES[row["part"]]),
        "lamp": lambda row: Lamp(LAMPS[row["part"]]),
    }
)


def _kit(table: dict[str, Any]) -> Kit:
    head = table["kit"]
    units = {name: _MAKERS[row["kind"]](row) for name, row in table["unit"].items()}
    leads = tuple(Lead(name, **row) for name, row in table["lead"].items())
    points = {
        name: MeasuringPoint(name, row["red"], row["black"], row["name"]["id"], row["name"]["en"])
        for name, row in table["test_point"].items()
    }
    return Kit(
        head["id"],
        head["name"]["id"],
        head["name"]["en"],
        head["source"],
        Installation(units, leads),
        MappingProxyType(points),
    )


@cache
def kit_b() -> Kit:
    """Give kit B, the 12 V kit: panel, controller, battery, fuse, switch and lamp."""
    text = files("lentera.solar.installation").joinpath("kit_b.toml").read_text(encoding="utf-8")
    return _kit(tomllib.loads(text))
