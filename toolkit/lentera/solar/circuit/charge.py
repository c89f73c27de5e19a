"""The charge controller as a circuit element, in one fixed state."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from lentera.solar.circuit.stamps import Stamps
from lentera.solar.controller import CONTROLLER_THRESHOLDS, ControllerState, Load, Thresholds
from lentera.solar.parts import CONTROLLERS, ControllerSpec

NOMINAL_VOLTAGE: Final = 12.5
"""Voltage at which the controller's own use is stated [V]."""


class Path(StrEnum):
    """Say how the charge path stands in a solve."""

    THROUGH = "through"
    HOLDING = "holding"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class ChargeController:
    """Be the six-screw controller in one fixed state.

    Its currents are `name.path` (panel to battery), `name.load` (battery to load), `name.own`,
    `name.pv_return` and `name.load_return` (into the common minus). `prefix` goes before the six screw
    names.
    """

    name: str
    state: ControllerState
    spec: ControllerSpec = CONTROLLERS["pwm10a"]
    thresholds: Thresholds = CONTROLLER_THRESHOLDS["pwm_12v"]
    prefix: str = "controller."
    path: Path = Path.THROUGH

    @property
    def terminals(self) -> tuple[str, ...]:
        """Give the six screws."""
        return tuple(
            f"{self.prefix}{place}_{pole}"
            for place in ("pv", "battery", "load")
            for pole in ("plus", "minus")
        )

    @property
    def set_point(self) -> float | None:
        """Give the battery voltage to hold [V], None when the path is simply through."""
        return self.state.set_point(self.thresholds)

    def stamp(self, stamps: Stamps) -> None:
        """Add the charge path, the load path, the common minus and the own use."""
        name, prefix, spec = self.name, self.prefix, self.spec
        pv_plus, pv_minus = f"{prefix}pv_plus", f"{prefix}pv_minus"
        plus, minus = f"{prefix}battery_plus", f"{prefix}battery_minus"
        load_plus, load_minus = f"{prefix}load_plus", f"{prefix}load_minus"
        common = 1.0 / spec.negative_resistance
        stamps.conductance(f"{name}.pv_return", pv_minus, minus, common)
        stamps.conductance(f"{name}.load_return", load_minus, minus, common)
        own = self.thresholds.own_use / NOMINAL_VOLTAGE if self.state.awake else 1.0 / spec.asleep_resistance
        stamps.conductance(f"{name}.own", plus, minus, own)
        if self.path is not Path.OPEN:
            end = plus
            if self.path is Path.HOLDING and self.set_point is not None:
                # The pulses are averaged: the path drops whatever keeps the battery at the set point.
                end = f"{name}#held"
                stamps.hold(f"{name}.held", (end, plus), (plus, minus), self.set_point)
            stamps.diode(
                f"{name}.path",
                pv_plus,
                end,
                spec.path_saturation_current,
                spec.path_ideality_voltage,
                series=spec.path_resistance,
            )
        if self.state.load is Load.ON:
            stamps.conductance(f"{name}.load", plus, load_plus, 1.0 / spec.load_resistance)
        else:
            # A FET that is off still has its body diode: a source on the load screws feeds the battery
            # through it.
            stamps.diode(
                f"{name}.body",
                load_plus,
                plus,
                spec.body_saturation_current,
                spec.body_ideality_voltage,
                series=spec.load_resistance,
            )
