"""Read the catalogue of parts: every number stands in a TOML file beside this one, with its certainty."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final, TypeVar

from lentera.solar.parts.specs import (
    BatterySpec,
    CableSpec,
    Certainty,
    ControllerSpec,
    FuseSpec,
    LampSpec,
    PanelSpec,
    SwitchSpec,
)

_FILES: Final = ("panels", "batteries", "controllers", "lamps", "wiring")


def _catalogue() -> dict[str, dict[str, dict[str, Any]]]:
    tables: dict[str, dict[str, dict[str, Any]]] = {}
    for name in _FILES:
        text = files("lentera.solar.parts").joinpath(f"{name}.toml").read_text(encoding="utf-8")
        tables |= tomllib.loads(text)
    return tables


_CATALOGUE: Final = _catalogue()


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for key, entry in row.items():
        value = entry["value"] if isinstance(entry, dict) else entry
        plain[key] = tuple(value) if isinstance(value, list) else value
    return plain


Spec = TypeVar("Spec")


def _table(kind: str, spec: type[Spec]) -> Mapping[str, Spec]:
    return MappingProxyType({name: spec(**_plain(row)) for name, row in _CATALOGUE[kind].items()})


PANELS: Final = _table("panel", PanelSpec)
BATTERIES: Final = _table("battery", BatterySpec)
CONTROLLERS: Final = _table("controller", ControllerSpec)
LAMPS: Final = _table("lamp", LampSpec)
FUSES: Final = _table("fuse", FuseSpec)
CABLES: Final = _table("cable", CableSpec)
SWITCHES: Final = _table("switch", SwitchSpec)


def certainty(kind: str, name: str, quantity: str) -> Certainty:
    """Give the certainty mark of one number of the catalogue; raise KeyError when there is no such number."""
    entry = _CATALOGUE[kind][name][quantity]
    if not isinstance(entry, dict):
        raise KeyError(quantity)
    return Certainty(entry["mark"])
