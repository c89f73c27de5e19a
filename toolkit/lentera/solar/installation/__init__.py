"""A solar lamp as it is installed: units in some condition, the leads between them, and how it settles."""

from lentera.solar.circuit import ControllerFault
from lentera.solar.installation.accessories import DuskSwitch, Hub, UsbPort
from lentera.solar.installation.conditions import Conditions
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
