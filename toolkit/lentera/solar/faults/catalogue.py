"""The catalogue of faults, read from the TOML files in the folder `data`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from lentera.rules import Saying
from lentera.solar.faults.fault import Fault
from lentera.solar.faults.read import CatalogueError, read_faults
from lentera.solar.installation import Kit, kit_a, kit_b

_FILES: Final = ("panel", "battery", "controller", "load", "plug_in")


class UnknownFaultError(ValueError):
    """Tell that the catalogue has no fault of that id."""


def _table(name: str) -> dict[str, Any]:
    folder = files("lentera.solar.faults").joinpath("data")
    return tomllib.loads(folder.joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def kits() -> Mapping[str, Kit]:
    """Give the kits that faults are for, by letter."""
    return MappingProxyType({"a": kit_a(), "b": kit_b()})


@cache
def tools() -> Mapping[str, Saying]:
    """Give the names of the tools that faults call for."""
    return MappingProxyType({name: Saying(**row) for name, row in _table("tools").items()})


@cache
def catalogue() -> Mapping[str, Fault]:
    """Give every fault by its id, in the order of the fault table.

    Raises
    ------
    CatalogueError
        When a fault cannot be read or does not fit its kit.
    """
    found = [fault for name in _FILES for fault in read_faults(_table(name), kits())]
    for fault in found:
        for tool in fault.tools:
            if tool not in tools():
                raise CatalogueError(f"fault {fault.id!r}: tools: {tool!r} is unknown; see tools.toml")
    if len({fault.id for fault in found}) < len(found) or len({f.number for f in found}) < len(found):
        raise CatalogueError("two faults have one id or one number; give each its own")
    return MappingProxyType({fault.id: fault for fault in sorted(found, key=lambda fault: fault.number)})


@cache
def hidden_pairs(kit: str) -> frozenset[frozenset[str]]:
    """Give the pairs of faults of a kit of which one keeps the other from showing in any measurement."""
    hides = _table("hidden").get(kit, {})
    return frozenset(frozenset({one, other}) for one, others in hides.items() for other in others)


def fault(id_: str) -> Fault:
    """Give one fault; raise UnknownFaultError when there is none of that id."""
    if id_ not in catalogue():
        raise UnknownFaultError(f"there is no fault {id_!r}; see catalogue() for the {len(catalogue())} ids")
    return catalogue()[id_]


def faults_of(kit: str, *, real: bool = True) -> tuple[Fault, ...]:
    """Give the faults that a kit can have; with `real` only what is truly wrong."""
    if kit not in kits():
        raise UnknownFaultError(f"there is no kit {kit!r}; there are {', '.join(kits())}")
    return tuple(fault for fault in catalogue().values() if kit in fault.kits and (fault.real or not real))
