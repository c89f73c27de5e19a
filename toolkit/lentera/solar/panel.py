"""A photovoltaic module at a given irradiance and cell temperature, by the CEC single-diode model."""

from dataclasses import dataclass
from math import exp
from typing import Final

from lentera.solar.parts import PanelSpec

STANDARD_IRRADIANCE: Final = 1000.0
STANDARD_TEMPERATURE: Final = 25.0
BOLTZMANN: Final = 8.617333262e-5
"""Boltzmann constant [eV/K]."""
BAND_GAP: Final = 1.121
"""Band gap of silicon at 25 °C [eV]."""
BAND_GAP_TEMPCO: Final = -0.0002677
"""Relative change of the band gap [1/K]."""
SHUNT_FLOOR: Final = 10.0
"""Irradiance below which the shunt resistance grows no further [W/m²]; in the model it would become
infinite in the dark and a covered panel would show volts from the leakage of the controller."""


@dataclass(frozen=True, slots=True)
class SingleDiode:
    """Hold the five parameters of a module: currents [A], resistances [ohm], `ideality_voltage` [V]."""

    photocurrent: float
    saturation_current: float
    series_resistance: float
    shunt_resistance: float
    ideality_voltage: float


def single_diode(spec: PanelSpec, irradiance: float, cell_temperature: float) -> SingleDiode:
    """Bring a module's parameters to an irradiance [W/m²] and a cell temperature [°C].

    References
    ----------
    A. Dobos, "An Improved Coefficient Calculator for the California Energy Commission 6 Parameter
    Photovoltaic Module Model", J. Solar Energy Engineering 134 (2012), doi:10.1115/1.4005759. W. De Soto et
    al., Solar Energy 80 (2006) 78-88, doi:10.1016/j.solener.2005.06.010.
    """
    kelvin = cell_temperature + 273.15
    standard = STANDARD_TEMPERATURE + 273.15
    warmer = cell_temperature - STANDARD_TEMPERATURE
    tempco = spec.current_tempco * (1.0 - spec.adjust / 100.0)
    gap = BAND_GAP * (1.0 + BAND_GAP_TEMPCO * warmer)
    return SingleDiode(
        photocurrent=irradiance / STANDARD_IRRADIANCE * (spec.photocurrent + tempco * warmer),
        saturation_current=spec.saturation_current
        * (kelvin / standard) ** 3
        * exp(BAND_GAP / (BOLTZMANN * standard) - gap / (BOLTZMANN * kelvin)),
        series_resistance=spec.series_resistance,
        shunt_resistance=spec.shunt_resistance * STANDARD_IRRADIANCE / max(irradiance, SHUNT_FLOOR),
        ideality_voltage=spec.ideality_voltage * kelvin / standard,
    )


def cell_temperature(irradiance: float) -> float:
    """Estimate the cell temperature of a panel in the open at 29 °C air, 45 °C at 800 W/m² [°C]."""
    return 29.0 + 0.02 * irradiance
