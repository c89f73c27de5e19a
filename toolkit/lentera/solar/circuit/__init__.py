"""DC circuits of any wiring: build one from named elements, solve it, read volts and amperes."""

from lentera.solar.circuit.charge import ChargeController, ControllerFault, Conversion, Path
from lentera.solar.circuit.elements import (
    Ammeter,
    CurrentSource,
    Diode,
    Element,
    Resistor,
    Switch,
    Trip,
    TripKind,
    VoltageSource,
    Voltmeter,
    Wire,
)
from lentera.solar.circuit.kit import Battery, Fuse, LedString, PVModule, UsbPort
from lentera.solar.circuit.netlist import (
    Circuit,
    CircuitError,
    DuplicateNameError,
    NoReturnPathError,
    Solution,
    UnknownTerminalError,
    VoltageSourceLoopError,
)

__all__ = [
    "Ammeter",
    "Battery",
    "ChargeController",
    "Circuit",
    "CircuitError",
    "ControllerFault",
    "Conversion",
    "CurrentSource",
    "Diode",
    "DuplicateNameError",
    "Element",
    "Fuse",
    "LedString",
    "NoReturnPathError",
    "PVModule",
    "Path",
    "Resistor",
    "Solution",
    "Switch",
    "Trip",
    "TripKind",
    "UnknownTerminalError",
    "UsbPort",
    "VoltageSource",
    "VoltageSourceLoopError",
    "Voltmeter",
    "Wire",
]
