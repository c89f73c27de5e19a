"""Refuse numbers that no battery can have, in one sentence."""

from math import inf

from lentera.solar.battery.chemistry import BatteryError


def within(quantity: str, value: float, low: float, high: float, unit: str = "") -> None:
    """Raise BatteryError unless `value` lies from `low` to `high`; NaN never does, nor does infinity."""
    if low <= value <= high and abs(value) < inf:
        return
    shown = f"{value} {unit}".strip()
    limits = f"from {low:g} up" if high == inf else f"from {low:g} to {high:g}"
    if high == inf and low == -inf:
        raise BatteryError(f"{quantity} is {shown}; give a number")
    raise BatteryError(f"{quantity} is {shown}; give a number {limits}")
