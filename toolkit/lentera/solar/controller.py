"""The 12 V PWM charge controller as a state machine.

Its electrical side is `circuit.ChargeController`.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import inf
from typing import Final

from lentera.solar.parts.bounds import PartError
from lentera.solar.thresholds import CONTROLLER_THRESHOLDS, Thresholds

__all__ = [
    "AT_SET_POINT",
    "CONTROLLER_THRESHOLDS",
    "ELECTRONICS",
    "REVERSED_BELOW",
    "Charge",
    "ControllerReadings",
    "ControllerState",
    "Load",
    "Thresholds",
    "delay_of",
    "equalise",
    "next_state",
    "release",
    "survives",
]

AT_SET_POINT: Final = 0.9965
"""Share of the set point from which its time counts: half a tenth of a volt below 14.4 V [1]."""

REVERSED_BELOW: Final = -1.0
"""Battery voltage under which the battery counts as reversed [V]; a dead controller stands about zero."""


class Charge(StrEnum):
    """Name what the controller does with the panel."""

    OFF = "off"
    BULK = "bulk"
    ABSORPTION = "absorption"
    FLOAT = "float"
    EQUALISE = "equalise"
    OVER_VOLTAGE = "over_voltage"
    UNBUFFERED = "unbuffered"  # The panel feeds the controller and no battery holds the voltage down.
    REVERSED = "reversed"


class Load(StrEnum):
    """Name what the controller does with the load."""

    OFF = "off"
    ON = "on"
    LOW_VOLTAGE = "low_voltage"
    OVERLOAD = "overload"
    OVER_VOLTAGE = "over_voltage"
    FLICKERING = "flickering"  # On and off for ever; set by who watches the sequence, never by `next_state`.


_REGULATING: Final = frozenset({Charge.ABSORPTION, Charge.FLOAT, Charge.EQUALISE})


@dataclass(frozen=True, slots=True)
class ControllerState:
    """Be what the controller remembers.

    Attributes
    ----------
    held : float
        Time at the absorption or equalising voltage [s].
    waited : float
        Time since the load was latched off [s].
    retries : int
        How often it has tried a latched load again.
    """

    charge: Charge = Charge.OFF
    load: Load = Load.OFF
    held: float = 0.0
    waited: float = 0.0
    retries: int = 0

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
        return {
            Charge.ABSORPTION: thresholds.absorption,
            Charge.FLOAT: thresholds.float_,
            Charge.EQUALISE: thresholds.equalise,
            # Nothing is let through while the battery stands above this.
            Charge.OVER_VOLTAGE: thresholds.over_voltage_reconnect,
        }.get(self.charge)


@dataclass(frozen=True, slots=True)
class ControllerReadings:
    """Hold what the controller sees at its screws.

    `buffered` says whether a battery sits on the BATTERY screws; without one the pulses of the charge path
    are not smoothed, so no average voltage can be held. `charge_current` [A] is only needed to end absorption
    by its tail, `panel_voltage` [V] only for `survives`.
    """

    battery_voltage: float
    load_current: float = 0.0
    buffered: bool = True
    charge_current: float = inf
    panel_voltage: float = 0.0


def _next_charge(state: ControllerState, seen: ControllerReadings, limits: Thresholds) -> Charge:
    volts = seen.battery_voltage
    if volts < REVERSED_BELOW:
        return Charge.REVERSED
    if volts < (limits.undervoltage_lockout if state.awake else limits.wake):
        return Charge.OFF
    if not seen.buffered:
        return Charge.UNBUFFERED
    return _next_stage(state, seen, limits)


def _next_stage(state: ControllerState, seen: ControllerReadings, limits: Thresholds) -> Charge:
    """Choose among the stages of charging for a battery that is there."""
    stage, volts = state.charge, seen.battery_voltage
    if stage is Charge.OVER_VOLTAGE:
        return stage if volts >= limits.over_voltage_reconnect else Charge.ABSORPTION
    if stage not in _REGULATING:
        return Charge.ABSORPTION if stage is Charge.BULK and volts >= limits.absorption else Charge.BULK
    if volts >= limits.over_voltage:
        # Only from a stage that regulates: in bulk the set point comes first.
        return Charge.OVER_VOLTAGE
    if volts < limits.rebulk:
        return Charge.BULK
    return Charge.FLOAT if _charged(state, seen, limits) else stage


def _charged(state: ControllerState, seen: ControllerReadings, limits: Thresholds) -> bool:
    """Say whether absorption or equalising has done its work."""
    if state.charge is Charge.EQUALISE:
        return state.held >= limits.equalise_time
    if state.charge is not Charge.ABSORPTION:
        return False
    # A cloud makes the current small as well, but does not hold the voltage up.
    full = seen.battery_voltage >= limits.absorption * AT_SET_POINT
    tail = limits.tail_current is not None and full and seen.charge_current < limits.tail_current
    return tail or state.held >= limits.absorption_time


def _next_load(
    state: ControllerState, seen: ControllerReadings, charge: Charge, limits: Thresholds, dt: float
) -> Load:
    volts = seen.battery_voltage
    if charge in {Charge.OFF, Charge.REVERSED}:
        return Load.OFF
    if charge is Charge.OVER_VOLTAGE or (charge is Charge.UNBUFFERED and volts >= limits.over_voltage):
        return Load.OVER_VOLTAGE
    if state.load is Load.OVERLOAD and (
        state.retries >= limits.retries or state.waited + dt < limits.retry_after
    ):
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
    thresholds: Thresholds | None = None,
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
    thresholds
        Its setting; left out, ``CONTROLLER_THRESHOLDS["pwm_12v"]``.

    Notes
    -----
    An overload latch stays until the controller loses its battery voltage or `release` is called; a setting
    with `retries` tries the load again by itself, and stops when it has used them up.

    Charging voltages move with the battery's temperature: give ``thresholds.at(temperature)``.
    """
    thresholds = CONTROLLER_THRESHOLDS["pwm_12v"] if thresholds is None else thresholds
    if state.load is Load.ON and abs(readings.load_current) > thresholds.overload:
        # Even while a short drags the battery down, what the electronics have stored opens the load first.
        return replace(state, load=Load.OVERLOAD, waited=0.0)
    charge = _next_charge(state, readings, thresholds)
    load = _next_load(state, readings, charge, thresholds, dt)
    return ControllerState(
        charge, load, _held(state, readings, charge, thresholds, dt), *_latch(state, load, dt)
    )


def _held(
    state: ControllerState, seen: ControllerReadings, charge: Charge, limits: Thresholds, dt: float
) -> float:
    """Give the time at the set point; it counts while a stage lasts that ends by time."""
    target = {Charge.ABSORPTION: limits.absorption, Charge.EQUALISE: limits.equalise}.get(charge)
    if target is None:
        return 0.0
    return state.held + dt if seen.battery_voltage >= target * AT_SET_POINT else state.held


def _latch(state: ControllerState, load: Load, dt: float) -> tuple[float, int]:
    """Give the time in the overload latch and the retries so far."""
    if load is Load.OVERLOAD:
        return state.waited + dt, state.retries
    if load is Load.ON and state.load is Load.OVERLOAD:
        return 0.0, state.retries + 1
    # A load that has run for a while without trouble starts from the beginning again.
    return 0.0, state.retries if load is Load.ON and dt == 0.0 else 0


def equalise(state: ControllerState, thresholds: Thresholds) -> ControllerState:
    """Start the occasional overcharge that mixes the acid of a battery with caps.

    Raises
    ------
    PartError
        When the setting is for a battery that must never be equalised.
    """
    if thresholds.equalise is None:
        raise PartError(
            f"equalise is not allowed for {thresholds.name_en!r}; choose a flooded battery's setting"
        )
    return replace(state, charge=Charge.EQUALISE, held=0.0) if state.awake else state


def survives(readings: ControllerReadings, thresholds: Thresholds) -> bool:
    """Say whether a controller stands what is on its screws: panel too high, or battery reversed."""
    reversed_ = readings.battery_voltage < REVERSED_BELOW
    return abs(readings.panel_voltage) <= thresholds.max_panel and not (
        reversed_ and not thresholds.reverse_protected
    )


def release(state: ControllerState) -> ControllerState:
    """Clear an overload latch, as a press on the reset button does."""
    return replace(state, load=Load.ON, waited=0.0, retries=0) if state.latched else state


def delay_of(
    before: ControllerState, after: ControllerState, readings: ControllerReadings, thresholds: Thresholds
) -> float:
    """Give how long the controller waits before it makes a change [s]."""
    if after.load is not before.load and after.load is Load.OVERLOAD:
        shorted = abs(readings.load_current) > thresholds.short
        return thresholds.short_delay if shorted else thresholds.overload_delay
    if after.load is not before.load and after.load is Load.LOW_VOLTAGE and before.load is Load.ON:
        sudden = readings.battery_voltage < thresholds.under_voltage
        return ELECTRONICS if sudden else thresholds.low_voltage_delay
    return ELECTRONICS


ELECTRONICS: Final = 0.1
"""Time that the electronics take to start, to stop or to change the charge mode [s]."""
