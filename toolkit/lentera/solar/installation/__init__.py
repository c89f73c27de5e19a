"""A solar lamp as it is installed: units in some condition, the leads between them, and how it settles."""

from importlib import import_module
from typing import TYPE_CHECKING, Final

from lentera.solar.circuit import ControllerFault
from lentera.solar.installation.accessories import DuskSwitch, Hub, UsbPort
from lentera.solar.installation.conditions import Conditions
from lentera.solar.installation.lead import Bridge, Lead
from lentera.solar.installation.model import Installation, UnknownNameError, circuit_of
from lentera.solar.installation.settle import Settled, settle
from lentera.solar.installation.units import (
    Battery,
    Controller,
    FuseHolder,
    Lamp,
    Panel,
    Removed,
    Switch,
    Unit,
)

if TYPE_CHECKING:
    from lentera.solar.installation.kits import (
        Kit,
        KitError,
        KitFault,
        MeasuringPoint,
        kit_a,
        kit_b,
        read_kit,
        write_kit,
    )

__all__ = [
    "Battery",
    "Bridge",
    "Conditions",
    "Controller",
    "ControllerFault",
    "DuskSwitch",
    "FuseHolder",
    "Hub",
    "Installation",
    "Kit",
    "KitError",
    "KitFault",
    "Lamp",
    "Lead",
    "MeasuringPoint",
    "Panel",
    "Removed",
    "Settled",
    "Switch",
    "Unit",
    "UnknownNameError",
    "UsbPort",
    "circuit_of",
    "kit_a",
    "kit_b",
    "read_kit",
    "settle",
    "write_kit",
]

_IN_KITS: Final = frozenset(
    {"Kit", "KitError", "KitFault", "MeasuringPoint", "kit_a", "kit_b", "read_kit", "write_kit"}
)

if not TYPE_CHECKING:  # For the type checker the names are above, and nothing else is there.

    def __getattr__(name: str) -> object:
        """Load the reader of kit files when a kit is asked for: the bench opens without it."""
        if name in _IN_KITS:
            return getattr(import_module("lentera.solar.installation.kits"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
