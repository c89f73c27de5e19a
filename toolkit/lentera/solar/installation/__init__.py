"""A solar lamp as it is installed: units in some condition, the leads between them, and how it settles."""

from lentera.solar.installation.conditions import Conditions
from lentera.solar.installation.kits import Kit, MeasuringPoint, kit_b
from lentera.solar.installation.lead import Bridge, Lead
from lentera.solar.installation.model import Installation, UnknownNameError, circuit_of
from lentera.solar.installation.settle import Settled, settle
from lentera.solar.installation.units import (
    Battery,
    Controller,
    ControllerFault,
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
    "FuseHolder",
    "Installation",
    "Kit",
    "Lamp",
    "Lead",
    "MeasuringPoint",
    "Panel",
    "Removed",
    "Settled",
    "Switch",
    "Unit",
    "UnknownNameError",
    "circuit_of",
    "kit_b",
    "settle",
]
