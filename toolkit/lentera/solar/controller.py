"""The 12 V PWM charge controller as a state machine.

Its electrical side is `circuit.elements.ChargeController`.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Hold the numbers at which a controller changes its mind.

    Voltages are between its BATTERY screws [V], currents [A], times [s].
    """

    absorption: float
    float_: float
    absorption_time: float
    rebulk: float
    low_voltage_disconnect: float
    low_voltage_delay: float
    low_voltage_reconnect: float
    undervoltage_lockout: float
    wake: float
    overload: float
    overload_delay: float
    short: float
    short_delay: float
    own_use: float
    max_panel: float


CONTROLLER_THRESHOLDS: "Final[Mapping[str, Thresholds]]" = MappingProxyType(
    {
        "pwm_12v": Thresholds(
            absorption=14.4,
            float_=13.8,
            absorption_time=7200.0,
            rebulk=12.8,
            low_voltage_disconnect=11.1,
            low_voltage_delay=5.0,
            low_voltage_reconnect=12.6,
            undervoltage_lockout=8.0,
            wake=8.5,
            overload=10.0,
            overload_delay=0.5,
            short=30.0,
            short_delay=0.02,
            own_use=0.005,
            max_panel=30.0,
        )
    }
)
"""Controller settings by name.

14.4/13.8 V, 30 V panel and 5 mA as a Phocos CMLup20; 11.1/12.6 V as an Invertek L-series; the 8 V lock-out,
the delays, the 10 and 30 A limits and the return to bulk at 12.8 V are estimates to be confirmed on the kit.

Examples
--------
>>> CONTROLLER_THRESHOLDS["pwm_12v"].low_voltage_disconnect
11.1
"""

REVERSED_BELOW: Final = -1.0
"""Battery voltage under which the battery counts as reversed [V]; a dead controller stands about zero."""


class Charge(StrEnum):
    """Name what the controller does with the panel."""

    OFF = "off"
    BULK = "bulk"
    ABSORPTION = "absorption"
    FLOAT = "float"
    UNBUFFERED = "unbuffered"  # The panel feeds the controller and no battery holds the voltage down.
    REVERSED = "reversed"


class Load(StrEnum):
    """Name what the controller does with the load."""

    OFF = "off"
    ON = "on"
    LOW_VOLTAGE = "low_voltage"
    OVERLOAD = "overload"
    FLICKERING = "flickering"  # On and off for ever; set by who watches the sequence, never by `next_state`.


@dataclass(frozen=True, slots=True)
class ControllerState:
    """Be what the controller remembers; `held` is the time at the absorption voltage [s]."""

    charge: Charge = Charge.OFF
    load: Load = Load.OFF
    held: float = 0.0

    @property
    def awake(self) -> bool:
        """Say whether its display is lit."""
        return self.charge not in {Charge.OFF, Charge.REVERSED}

    @property
    def latched(self) -> bool:
        """Say whether the load is switched off for overload."""
        return self.load is Load.OVERLOAD

    def set_point(self, thresholds: Thresholds) -> float | None:
        """Give the battery voltage that the charge path holds [V], None when it does not regulate."""
        return {Charge.ABSORPTION: thresholds.absorption, Charge.FLOAT: thresholds.float_}.get(self.charge)


@dataclass(frozen=True, slots=True)
class ControllerReadings:
    """Hold what the controller sees at its screws.

    `buffered` says whether a battery sits on the BATTERY screws; without one the pulses of the charge path
    are not smoothed, so no average voltage can be held.
    """

    battery_voltage: float
    load_current: float = 0.0
    buffered: bool = True


def _next_charge(state: ControllerState, seen: ControllerReadings, limits: Thresholds) -> Charge:
    volts = seen.battery_voltage
    if volts < REVERSED_BELOW:
        return Charge.REVERSED
    if volts < (limits.undervoltage_lockout if state.awake else limits.wake):
        return Charge.OFF
    if not seen.buffered:
        return Charge.UNBUFFERED
    return _next_stage(state, volts, limits)


def _next_stage(state: ControllerState, volts: float, limits: Thresholds) -> Charge:
    """Choose among bulk, absorption and float for a battery that is there."""
    stage = state.charge if state.awake and state.charge is not Charge.UNBUFFERED else Charge.BULK
    if stage is not Charge.BULK and volts < limits.rebulk:
        return Charge.BULK
    if state.charge is Charge.BULK and volts >= limits.absorption:
        return Charge.ABSORPTION
    if stage is Charge.ABSORPTION and state.held >= limits.absorption_time:
        return Charge.FLOAT
    return stage


def _next_load(state: ControllerState, seen: ControllerReadings, charge: Charge, limits: Thresholds) -> Load:
    volts = seen.battery_voltage
    if charge in {Charge.OFF, Charge.REVERSED}:
        return Load.OFF
    if state.load is Load.OVERLOAD:
        return Load.OVERLOAD
    if state.load is Load.ON:
        return Load.LOW_VOLTAGE if volts < limits.low_voltage_disconnect else Load.ON
    if state.load is Load.LOW_VOLTAGE:
        return Load.ON if volts >= limits.low_voltage_reconnect else Load.LOW_VOLTAGE
    # Waking up: a battery between the two thresholds gets its load, as after fitting a fuse.
    return Load.ON if volts >= limits.low_voltage_disconnect else Load.LOW_VOLTAGE


def next_state(
    state: ControllerState,
    readings: ControllerReadings,
    dt: float,
    thresholds: Thresholds = CONTROLLER_THRESHOLDS["pwm_12v"],
) -> ControllerState:
    """Give the controller's state after it has seen `readings` for `dt` seconds.

    Called between solves only, never inside one, so a solve cannot oscillate between two states.

    Parameters
    ----------
    state
        What the controller was doing while the readings were taken.
    readings
        Voltage between the BATTERY screws [V] and current out of LOAD + [A].
    dt
        Time since the last call [s]; counts toward the absorption time.

    Notes
    -----
    An overload latch stays until the controller loses its battery voltage or `release` is called.
    """
    if state.load is Load.ON and abs(readings.load_current) > thresholds.overload:
        # Even while a short drags the battery down, what the electronics have stored opens the load first.
        return replace(state, load=Load.OVERLOAD)
    charge = _next_charge(state, readings, thresholds)
    at_set_point = charge is Charge.ABSORPTION and readings.battery_voltage >= thresholds.absorption - 0.05
    held = state.held + dt if at_set_point else (state.held if charge is Charge.ABSORPTION else 0.0)
    return ControllerState(charge, _next_load(state, readings, charge, thresholds), held)


def release(state: ControllerState) -> ControllerState:
    """Clear an overload latch, as the retry after some seconds or a press on the reset button does."""
    return replace(state, load=Load.ON) if state.latched else state


def delay_of(
    before: ControllerState, after: ControllerState, readings: ControllerReadings, thresholds: Thresholds
) -> float:
    """Give how long the controller waits before it makes a change [s]."""
    if after.load is not before.load and after.load is Load.OVERLOAD:
        shorted = abs(readings.load_current) > thresholds.short
        return thresholds.short_delay if shorted else thresholds.overload_delay
    if after.load is not before.load and after.load is Load.LOW_VOLTAGE and before.load is Load.ON:
        return thresholds.low_voltage_delay
    return ELECTRONICS


ELECTRONICS: Final = 0.1
"""Time that the electronics take to start, to stop or to change the charge mode [s]."""
