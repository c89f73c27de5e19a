"""DC circuits of any wiring: build one from named elements, solve it, read volts and amperes."""

from lentera.solar.circuit.charge import ChargeController, Path
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
from lentera.solar.circuit.kit import Battery, Fuse, LedString, PVModule
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
    "VoltageSource",
    "VoltageSourceLoopError",
    "Voltmeter",
    "Wire",
]
