"""What a part is: its ratings and the parameters of its model."""

from dataclasses import dataclass
from enum import StrEnum


class Certainty(StrEnum):
    """Say how sure a number is."""

    MEASURED = "M"
    READ = "R"
    SEEN = "S"
    KNOWLEDGE = "K"


@dataclass(frozen=True, slots=True)
class PanelSpec:
    """Describe a module by its data-sheet points and its single-diode parameters at 1000 W/m² and 25 °C.

    Currents [A], voltages [V], resistances [ohm], `power` [W], `adjust` [%], `current_tempco` [A/K].
    """

    name: str
    name_en: str
    source: str
    power: float
    short_circuit_current: float
    open_circuit_voltage: float
    max_power_current: float
    max_power_voltage: float
    photocurrent: float
    saturation_current: float
    series_resistance: float
    shunt_resistance: float
    ideality_voltage: float
    adjust: float
    current_tempco: float


@dataclass(frozen=True, slots=True)
class BatterySpec:
    """Describe a battery: `capacity` [Ah], `resistance` [ohm], rest voltage [V] by charge (0 to 1)."""

    name: str
    name_en: str
    source: str
    capacity: float
    resistance: float
    soc: tuple[float, ...]
    rest_voltage: tuple[float, ...]

    def open_circuit_voltage(self, soc: float) -> float:
        """Interpolate the rest voltage [V] at a state of charge from 0 to 1."""
        if soc <= self.soc[0]:
            return self.rest_voltage[0]
        for low, high, low_volts, high_volts in zip(
            self.soc, self.soc[1:], self.rest_voltage, self.rest_voltage[1:], strict=False
        ):
            if soc <= high:
                return low_volts + (soc - low) / (high - low) * (high_volts - low_volts)
        return self.rest_voltage[-1]


@dataclass(frozen=True, slots=True)
class LampSpec:
    """Describe an LED lamp: currents [A], resistances [ohm], `ideality_voltage` of one LED [V], times [s]."""

    name: str
    name_en: str
    source: str
    diodes: int
    saturation_current: float
    ideality_voltage: float
    diode_resistance: float
    series_resistance: float
    rated_current: float
    dim_below: float
    dark_below: float
    overbright_above: float
    dies_above: float
    dies_after: float


@dataclass(frozen=True, slots=True)
class FuseSpec:
    """Describe a fuse: `rating` [A], `cold_resistance` [ohm], `melting_i2t` [A²s], `holds` [1]."""

    name: str
    name_en: str
    source: str
    rating: float
    cold_resistance: float
    melting_i2t: float
    holds: float


@dataclass(frozen=True, slots=True)
class CableSpec:
    """Describe a copper cable: `area` [mm²], `contact_resistance` of both ends [ohm], `ampacity` [A]."""

    name: str
    name_en: str
    source: str
    area: float
    contact_resistance: float
    ampacity: float


@dataclass(frozen=True, slots=True)
class SwitchSpec:
    """Describe a switch: `resistance` when closed [ohm]."""

    name: str
    name_en: str
    source: str
    resistance: float


@dataclass(frozen=True, slots=True)
class ControllerSpec:
    """Describe a controller's power path: saturation [A], ideality voltages [V], resistances [ohm]."""

    name: str
    name_en: str
    source: str
    path_saturation_current: float
    path_ideality_voltage: float
    path_resistance: float
    load_resistance: float
    body_saturation_current: float
    body_ideality_voltage: float
    negative_resistance: float
    asleep_resistance: float
