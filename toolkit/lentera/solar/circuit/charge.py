"""The charge controller as a circuit element, in one fixed state."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from math import inf

from lentera.solar.circuit.stamps import Stamps
from lentera.solar.controller import CONTROLLER_THRESHOLDS, ControllerState, Load, Thresholds
from lentera.solar.parts import CONTROLLERS, ControllerSpec


class Path(StrEnum):
    """Say how the charge path stands in a solve."""

    THROUGH = "through"
    HOLDING = "holding"
    OPEN = "open"
    CONVERTING = "converting"


class ControllerFault(StrEnum):
    """Name what is broken inside a controller."""

    DEAD = "dead"
    LOAD_OPEN = "load_open"
    NO_REGULATION = "no_regulation"


@dataclass(frozen=True, slots=True)
class Conversion:
    """Fix what a converter does in one solve.

    It holds its panel screws at `panel_volts` [V]. It gives `amps` [A] at `volts` [V] and less above, as a
    source of constant power does near that point; with `holding` it instead gives what keeps the battery
    screws at `volts`.
    """

    panel_volts: float
    volts: float
    amps: float = 0.0
    holding: bool = False


@cache
def _screws(prefix: str) -> tuple[str, ...]:
    return tuple(
        f"{prefix}{place}_{pole}" for place in ("pv", "battery", "load") for pole in ("plus", "minus")
    )


@dataclass(frozen=True, slots=True)
class ChargeController:
    """Be the six-screw controller in one fixed state.

    Its currents are `name.path` (into the battery screw), `name.load` (battery to load), `name.own`,
    `name.pv_return` and `name.load_return` (into the common minus), with a `leak` below inf `name.leak`, and
    for a converter `name.input` (out of the panel). A current that the state does not have is left out.
    `prefix` goes before the six screw names.

    A `DEAD` one joins only its minus screws; with `LOAD_OPEN` the load gets nothing, whatever the state says;
    with `NO_REGULATION` the path is a shorted transistor, so it never holds. `leak` [ohm] lies across the
    battery screws, as insects or damp do.
    """

    name: str
    state: ControllerState
    spec: ControllerSpec = field(default_factory=lambda: CONTROLLERS["pwm10a"])
    thresholds: Thresholds = field(default_factory=lambda: CONTROLLER_THRESHOLDS["pwm_12v"])
    prefix: str = "controller."
    path: Path = Path.THROUGH
    fault: ControllerFault | None = None
    leak: float = inf
    conversion: Conversion | None = None

    def __post_init__(self) -> None:
        if not self.leak > 0.0:
            raise ValueError(f"{self.name}: leak is {self.leak} ohm; give a number above 0")

    @property
    def terminals(self) -> tuple[str, ...]:
        """Give the six screws."""
        return _screws(self.prefix)

    @property
    def set_point(self) -> float | None:
        """Give the battery voltage to hold [V], None when the path is simply through."""
        if self.fault in {ControllerFault.DEAD, ControllerFault.NO_REGULATION}:
            return None
        return self.state.set_point(self.thresholds)

    @property
    def converts(self) -> bool:
        """Say whether it looks for the panel's maximum power."""
        return self.spec.efficiency > 0.0 and self.fault not in {
            ControllerFault.DEAD,
            ControllerFault.NO_REGULATION,
        }

    def stamp(self, stamps: Stamps) -> None:
        """Add the charge path, the load path, the common minus and the own use."""
        name, prefix, spec = self.name, self.prefix, self.spec
        minus = f"{prefix}battery_minus"
        common = 1.0 / spec.negative_resistance
        stamps.conductance(f"{name}.pv_return", f"{prefix}pv_minus", minus, common)
        stamps.conductance(f"{name}.load_return", f"{prefix}load_minus", minus, common)
        plus = f"{prefix}battery_plus"
        if self.leak < inf:
            stamps.conductance(f"{name}.leak", plus, minus, 1.0 / self.leak)
        if self.fault is ControllerFault.DEAD:
            return
        own = (
            self.thresholds.own_use / spec.nominal_voltage
            if self.state.awake
            else 1.0 / spec.asleep_resistance
        )
        stamps.conductance(f"{name}.own", plus, minus, own)
        if self.path is Path.CONVERTING and self.conversion is not None:
            self._convert(stamps, self.conversion)
        elif self.path is not Path.OPEN:
            self._pass(stamps)
        if self.fault is not ControllerFault.LOAD_OPEN:
            self._feed(stamps)

    def _pass(self, stamps: Stamps) -> None:
        """Add the path that joins panel and battery."""
        name, spec = self.name, self.spec
        plus, minus = f"{self.prefix}battery_plus", f"{self.prefix}battery_minus"
        end = plus
        if self.path is Path.HOLDING and self.set_point is not None:
            # The pulses are averaged: the path drops whatever keeps the battery at the set point.
            end = f"{name}#held"
            stamps.hold(f"{name}.held", (end, plus), (plus, minus), self.set_point)
        stamps.diode(
            f"{name}.path",
            f"{self.prefix}pv_plus",
            end,
            spec.path_saturation_current,
            spec.path_ideality_voltage,
            series=spec.path_resistance,
        )

    def _convert(self, stamps: Stamps, fixed: Conversion) -> None:
        """Add the two sides of a converter."""
        name = self.name
        plus, minus = f"{self.prefix}battery_plus", f"{self.prefix}battery_minus"
        panel = (f"{self.prefix}pv_plus", f"{self.prefix}pv_minus")
        stamps.hold(f"{name}.input", panel, panel, fixed.panel_volts)
        if fixed.holding:
            stamps.hold(f"{name}.path", (minus, plus), (plus, minus), fixed.volts)
        else:
            slope = fixed.amps / fixed.volts
            stamps.conductance(f"{name}.path", minus, plus, slope, 2.0 * fixed.amps)

    def _feed(self, stamps: Stamps) -> None:
        """Add the load path."""
        spec = self.spec
        plus, load_plus = f"{self.prefix}battery_plus", f"{self.prefix}load_plus"
        if self.state.load is Load.ON:
            stamps.conductance(f"{self.name}.load", plus, load_plus, 1.0 / spec.load_resistance)
        else:
            # A FET that is off still has its body diode: a source on the load screws feeds the battery
            # through it.
            stamps.diode(
                f"{self.name}.body",
                load_plus,
                plus,
                spec.body_saturation_current,
                spec.body_ideality_voltage,
                series=spec.load_resistance,
            )
