"""The dusk switch: a light-dependent resistor, and when it lets the lamp burn."""

from math import inf
from typing import Final

from lentera.solar.parts import DUSK_SWITCHES, DuskSpec

DAYLIGHT: Final = 120.0
"""Luminous efficacy of daylight under clear to cloudy skies, about 105 to 130 [lm/W]; [K]."""
REFERENCE_LUX: Final = 10.0
"""Light at which data sheets state the resistance [lx]."""

MOONLESS: Final = 1e-6
"""Less light than any night has [lx]; below it the power law would only overflow."""


class LightError(ValueError):
    """Tell that an amount of light cannot be."""


def daylight_lux(irradiance: float) -> float:
    """Give the illuminance of daylight [lx] by its irradiance [W/m²]; a model value.

    Raises
    ------
    LightError
        When the irradiance is negative or not a number.
    """
    if not 0.0 <= irradiance < inf:
        raise LightError(f"irradiance is {irradiance} W/m²; give a number from 0 up")
    return DAYLIGHT * irradiance


def ldr_resistance(spec: DuskSpec, lux: float) -> float:
    """Give the resistance of the light-dependent resistor [ohm]; a model value.

    It follows a power law of the light, up to the resistance in the dark.

    Raises
    ------
    LightError
        When the illuminance is negative or not a number.
    """
    if not 0.0 <= lux < inf:
        raise LightError(f"lux is {lux} lx; give a number from 0 up")
    share: float = (max(lux, MOONLESS) / REFERENCE_LUX) ** -spec.gamma
    return min(spec.dark_resistance, spec.resistance_at_10_lux * share)


def dusk_on(irradiance: float, *, was_on: bool, spec: DuskSpec | None = None) -> bool:
    """Say whether the switch is on.

    It compares the resistance with the ones at its two lights: on from `on_below` down, off from `off_above`
    up, in between as before, so a passing cloud does not make the lamp flicker.

    Parameters
    ----------
    irradiance
        Daylight on its eye [W/m²]; 0 when the eye is covered.
    was_on
        Whether it was on just before.
    spec
        Its data sheet; left out, the one with the light-dependent resistor of the catalogue.

    Raises
    ------
    LightError
        When the irradiance is negative or not a number.
    """
    spec = DUSK_SWITCHES["ldr"] if spec is None else spec
    ohm = ldr_resistance(spec, daylight_lux(irradiance))
    if ohm >= ldr_resistance(spec, spec.on_below):
        return True
    if ohm <= ldr_resistance(spec, spec.off_above):
        return False
    return was_on
