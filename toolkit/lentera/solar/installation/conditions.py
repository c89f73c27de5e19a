"""What the surroundings do to an installation at one moment."""

from dataclasses import dataclass
from math import isfinite

from lentera.solar.panel import cell_temperature


@dataclass(frozen=True, slots=True)
class Conditions:
    """Hold the weather at the panel.

    Attributes
    ----------
    irradiance : float
        On the panel's plane [W/m²].
    air_temperature : float
        [°C].
    cell_temperature : float, optional
        Of the panel's cells [°C]; left out, it follows from the two.
    """

    irradiance: float = 800.0
    air_temperature: float = 29.0
    cell_temperature: float | None = None

    def __post_init__(self) -> None:
        if not 0.0 <= self.irradiance < 2000.0:  # noqa: PLR2004  nothing on Earth is brighter
            raise ValueError(f"irradiance is {self.irradiance} W/m²; give a number from 0 to 2000")
        if not isfinite(self.air_temperature):
            raise ValueError(f"air_temperature is {self.air_temperature} °C; give a number")
        if self.cell_temperature is not None and not isfinite(self.cell_temperature):
            raise ValueError(f"cell_temperature is {self.cell_temperature} °C; give a number or leave it out")

    def cell(self, irradiance: float) -> float:
        """Give the temperature of cells that see this irradiance [W/m²], the cloth counted [°C]."""
        if self.cell_temperature is not None:
            return self.cell_temperature
        return cell_temperature(irradiance) - 29.0 + self.air_temperature
