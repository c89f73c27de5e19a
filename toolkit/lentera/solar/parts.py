"""Kit B: the panels, batteries, lamps and small parts on the bench, each number with its certainty."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


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
class WireSpec:
    """Describe a lead: `length` [m], `area` [mm²], `contact_resistance` [ohm], `ampacity` [A]."""

    name: str
    name_en: str
    source: str
    length: float
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


_CATALOGUE: Final[dict[str, dict[str, dict[str, Any]]]] = tomllib.loads(
    files("lentera.solar").joinpath("parts.toml").read_text(encoding="utf-8")
)


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for key, entry in row.items():
        value = entry["value"] if isinstance(entry, dict) else entry
        plain[key] = tuple(value) if isinstance(value, list) else value
    return plain


def _table(kind: str) -> dict[str, dict[str, Any]]:
    return {name: _plain(row) for name, row in _CATALOGUE[kind].items()}


PANELS: "Final[Mapping[str, PanelSpec]]" = MappingProxyType(
    {name: PanelSpec(**row) for name, row in _table("panel").items()}
)
BATTERIES: "Final[Mapping[str, BatterySpec]]" = MappingProxyType(
    {name: BatterySpec(**row) for name, row in _table("battery").items()}
)
LAMP: Final = LampSpec(**_table("lamp")["led3w"])
FUSE: Final = FuseSpec(**_table("fuse")["fuse5a"])
LEAD: Final = WireSpec(**_table("wire")["lead"])
SWITCH: Final = SwitchSpec(**_table("switch")["rocker"])
CONTROLLER: Final = ControllerSpec(**_table("controller")["pwm10a"])


def certainty(kind: str, name: str, quantity: str) -> Certainty:
    """Give the certainty mark of one number of the catalogue; raise KeyError when there is no such number."""
    entry = _CATALOGUE[kind][name][quantity]
    if not isinstance(entry, dict):
        raise KeyError(quantity)
    return Certainty(entry["mark"])
