"""Read the catalogue of parts: every number stands in a TOML file beside this one, with its certainty."""

import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final, Literal, TypeVar, overload

from lentera.solar.parts.specs import (
    AgeingSpec,
    BatterySpec,
    BypassSpec,
    CableSpec,
    Certainty,
    ControllerSpec,
    DuskSpec,
    FuseSpec,
    HolderSpec,
    InsulationSpec,
    LampSpec,
    MountingSpec,
    PanelSpec,
    SwitchSpec,
    UsbSpec,
)

_FILES: Final = ("panels", "batteries", "controllers", "profiles", "lamps", "wiring")


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


def table(kind: str, spec: type[Spec]) -> Mapping[str, Spec]:
    """Give every row of one kind as its spec, by name."""
    return MappingProxyType({name: spec(**_plain(row)) for name, row in _CATALOGUE[kind].items()})


PANELS: Final = table("panel", PanelSpec)
BYPASS_DIODES: Final = table("bypass", BypassSpec)
AGEINGS: Final = table("ageing", AgeingSpec)
MOUNTINGS: Final = table("mounting", MountingSpec)
BATTERIES: Final = table("battery", BatterySpec)
CONTROLLERS: Final = table("controller", ControllerSpec)
LAMPS: Final = table("lamp", LampSpec)
FUSES: Final = table("fuse", FuseSpec)
HOLDERS: Final = table("holder", HolderSpec)
CABLES: Final = table("cable", CableSpec)
INSULATIONS: Final = table("insulation", InsulationSpec)
SWITCHES: Final = table("switch", SwitchSpec)
USB_PORTS: Final = table("usb", UsbSpec)
DUSK_SWITCHES: Final = table("dusk", DuskSpec)

_TABLES: Final[Mapping[str, Mapping[str, object]]] = MappingProxyType(
    {
        "panel": PANELS,
        "bypass": BYPASS_DIODES,
        "ageing": AGEINGS,
        "mounting": MOUNTINGS,
        "battery": BATTERIES,
        "controller": CONTROLLERS,
        "lamp": LAMPS,
        "fuse": FUSES,
        "holder": HOLDERS,
        "cable": CABLES,
        "insulation": INSULATIONS,
        "switch": SWITCHES,
        "usb": USB_PORTS,
        "dusk": DUSK_SWITCHES,
    }
)


class UnknownPartError(ValueError):
    """Tell that the catalogue has no part of that name."""


def _unknown(what: str, name: str, known: Iterable[str]) -> UnknownPartError:
    near = get_close_matches(name, known, n=1)
    meant = f"did you mean {near[0]!r}? " if near else ""
    return UnknownPartError(
        f"{what} {name!r} is not in the catalogue; {meant}choose among {', '.join(known)}"
    )


@overload
def part(kind: Literal["panel"], name: str) -> PanelSpec: ...
@overload
def part(kind: Literal["battery"], name: str) -> BatterySpec: ...
@overload
def part(kind: Literal["controller"], name: str) -> ControllerSpec: ...
@overload
def part(kind: Literal["lamp"], name: str) -> LampSpec: ...
@overload
def part(kind: Literal["fuse"], name: str) -> FuseSpec: ...
@overload
def part(kind: Literal["holder"], name: str) -> HolderSpec: ...
@overload
def part(kind: Literal["cable"], name: str) -> CableSpec: ...
@overload
def part(kind: Literal["switch"], name: str) -> SwitchSpec: ...
@overload
def part(kind: Literal["usb"], name: str) -> UsbSpec: ...
@overload
def part(kind: Literal["dusk"], name: str) -> DuskSpec: ...
@overload
def part(kind: str, name: str) -> object: ...
def part(kind: str, name: str) -> object:
    """Give a part of the catalogue by its kind and name.

    Raises
    ------
    UnknownPartError
        When there is no such kind or name; the sentence tells the known ones and the nearest.
    """
    if kind not in _TABLES:
        raise _unknown("kind of part", kind, _TABLES)
    rows = _TABLES[kind]
    if name not in rows:
        raise _unknown(kind, name, rows)
    return rows[name]


def certainty(kind: str, name: str, quantity: str) -> Certainty:
    """Give the certainty mark of one number of the catalogue; raise KeyError when there is no such number."""
    entry = _CATALOGUE[kind][name][quantity]
    if not isinstance(entry, dict):
        raise KeyError(quantity)
    return Certainty(entry["mark"])
