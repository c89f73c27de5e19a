"""Refuse numbers that no battery can have, in one sentence."""

from lentera.solar.battery.chemistry import BatteryError
from lentera.solar.parts.bounds import Bound


def within(quantity: str, value: float, low: float, high: float, unit: str = "") -> None:
    """Raise BatteryError unless `value` lies from `low` to `high`; NaN never does, nor does infinity."""
    Bound(unit, low, high).refuse(quantity, value, BatteryError)
