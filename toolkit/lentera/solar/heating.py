"""How warm a cable gets."""

from enum import StrEnum
from math import isfinite

from lentera.solar.parts import INSULATIONS, CableSpec, InsulationSpec


class Heat(StrEnum):
    """Say what a hand on a cable would tell."""

    COOL = "cool"
    WARM = "warm"
    HOT = "hot"
    SOFTENING = "softening"
    MELTING = "melting"


def temperature_rise(cable: CableSpec, amps: float, insulation: InsulationSpec | None = None) -> float:
    """Give how much warmer than still air a cable stands in the end [K]; model value.

    The heat grows with the square of the current and leaves in proportion to the rise, so the rise is that at
    the ampacity times the square of the share. The resistance is taken as constant: above twice the ampacity
    the real cable gets hotter still. A cable in a bundle or under a roof is hotter, too. An insulation left
    out is PVC.

    Raises
    ------
    ValueError
        When the current is not a finite number.
    """
    if not isfinite(amps):
        raise ValueError(f"amps is {amps} A; give a finite number")
    rise = (INSULATIONS["pvc"] if insulation is None else insulation).rise
    return rise * (amps / cable.ampacity) ** 2


def heat_of(cable: CableSpec, amps: float, insulation: InsulationSpec | None = None) -> Heat:
    """Say how warm a cable gets at a current [A]; an insulation left out is PVC.

    Raises
    ------
    ValueError
        When the current is not a finite number.
    """
    return heat_at(temperature_rise(cable, amps, insulation), insulation)


def heat_at(rise: float, insulation: InsulationSpec | None = None) -> Heat:
    """Say what a hand would tell of a cable that stands `rise` above the air [K]; left out, it is PVC."""
    insulation = INSULATIONS["pvc"] if insulation is None else insulation
    if rise < insulation.warm:
        return Heat.COOL
    if rise < insulation.hot:
        return Heat.WARM
    if rise < insulation.softens:
        return Heat.HOT
    return Heat.SOFTENING if rise < insulation.melts else Heat.MELTING
