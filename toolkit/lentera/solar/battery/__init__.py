"""A battery as a thing in time: what it takes, what it holds, how its voltage follows, how it ages.

Amperes above 0 charge, below 0 discharge. The circuit sees the battery as its rest voltage plus a slow
`polarisation` behind a resistance; this package moves the charge and the polarisation from step to step.
A loop that solves a circuit once a minute gives it the `companion` of the battery, or a regulated charge
swings between too much and nothing. The accounts run on ``spec.capacity · health``, whatever the temperature.
All voltages and ampere-hours are model values: check them on a real battery with a meter.
"""

from lentera.solar.battery.chemistry import CHEMISTRIES, BatteryError, Chemistry, Constants, constants
from lentera.solar.battery.discharge import CapacityTest, capacity_test
from lentera.solar.battery.fading import WORN_OUT, age, capacity, resistance
from lentera.solar.battery.kernels import advance, respond, rest_voltage
from lentera.solar.battery.state import (
    BatteryState,
    Companion,
    Flows,
    acceptance,
    companion,
    polarisation_target,
    slope,
    step,
    terminal_voltage,
)

__all__ = [
    "CHEMISTRIES",
    "WORN_OUT",
    "BatteryError",
    "BatteryState",
    "CapacityTest",
    "Chemistry",
    "Companion",
    "Constants",
    "Flows",
    "acceptance",
    "advance",
    "age",
    "capacity",
    "capacity_test",
    "companion",
    "constants",
    "polarisation_target",
    "resistance",
    "respond",
    "rest_voltage",
    "slope",
    "step",
    "terminal_voltage",
]
