"""A photovoltaic module at a given irradiance and cell temperature, by the CEC single-diode model."""

from dataclasses import dataclass, replace
from math import exp, inf, isfinite, log1p
from typing import Final

from lentera.solar.parts import AGEINGS, MOUNTINGS, MountingSpec, PanelSpec
from lentera.solar.parts.bounds import Bound
from lentera.solar.parts.specs import STANDARD_TEMPERATURE

STANDARD_IRRADIANCE: Final = 1000.0
BOLTZMANN: Final = 8.617333262e-5
"""Boltzmann constant [eV/K]."""
BAND_GAP: Final = 1.121
"""Band gap of silicon at 25 °C [eV]."""
BAND_GAP_TEMPCO: Final = -0.0002677
"""Relative change of the band gap [1/K]."""
SHUNT_FLOOR: Final = 10.0
"""Irradiance below which the shunt resistance grows no further [W/m²]; in the model it would become
infinite in the dark and a covered panel would show volts from the leakage of the controller."""
JOINT_SHARE: Final = 0.1
"""Share of the series resistance that lies outside the bypass diodes, in joints and junction box [1]; model
value, [K]."""
ABSOLUTE_ZERO: Final = -273.15


class PanelConditionError(ValueError):
    """Tell that a panel cannot be in that condition."""


def _refuse_share(quantity: str, value: float) -> None:
    Bound("", 0.0, 1.0).refuse(quantity, value, PanelConditionError)


def _refuse_irradiance(irradiance: float) -> None:
    Bound("W/m²", 0.0, inf).refuse("irradiance", irradiance, PanelConditionError)


@dataclass(frozen=True, slots=True)
class SingleDiode:
    """Hold the five parameters of a module: currents [A], resistances [ohm], `ideality_voltage` [V]."""

    photocurrent: float
    saturation_current: float
    series_resistance: float
    shunt_resistance: float
    ideality_voltage: float


@dataclass(frozen=True, slots=True)
class UnevenModule:
    """Hold a module whose cells do not all get the same light.

    `substrings` go from plus to minus, each with its own bypass diode; in a substring each law stands for a
    group of cells in equal light, in series. `joint_resistance` is outside the bypass diodes [ohm].
    """

    substrings: tuple[tuple[SingleDiode, ...], ...]
    joint_resistance: float


@dataclass(frozen=True, slots=True)
class Shade:
    """Be a shadow: how many cells of each substring it covers, and the share of light that comes through.

    Parameters
    ----------
    cells
        Shaded cells of each substring, from plus to minus; what is left out counts as 0. None is the whole
        panel.
    transmission
        Share of the light that still reaches them, 0 to 1.

    Raises
    ------
    PanelConditionError
        When a number is outside its range.
    """

    cells: tuple[int, ...] | None = ()
    transmission: float = 1.0

    def __post_init__(self) -> None:
        _refuse_share("transmission", self.transmission)
        if not all(count >= 0 for count in self.cells or ()):
            raise PanelConditionError(f"cells is {self.cells}; give numbers of cells from 0 up")


UNSHADED: Final = Shade()


@dataclass(frozen=True, slots=True)
class PanelCondition:
    """Be the condition of a module.

    Parameters
    ----------
    soiling
        Share of the light that dirt takes away, 0 to 1.
    shade
        The shadow on it.
    age
        Years in the sun.
    light_share
        Share of its light-made current that the first substring still gives when its cells are cracked, 0 to
        1.

    Raises
    ------
    PanelConditionError
        When a number is outside its range.
    """

    soiling: float = 0.0
    shade: Shade = UNSHADED
    age: float = 0.0
    light_share: float = 1.0

    def __post_init__(self) -> None:
        _refuse_share("soiling", self.soiling)
        _refuse_share("light_share", self.light_share)
        Bound("years", 0.0, inf).refuse("age", self.age, PanelConditionError)


SOUND: Final = PanelCondition()


def single_diode(spec: PanelSpec, irradiance: float, cell_temperature: float) -> SingleDiode:
    """Bring a module's parameters to an irradiance [W/m²] and a cell temperature [°C].

    Raises
    ------
    PanelConditionError
        When the irradiance is negative, the temperature below absolute zero, or one of them not finite.

    References
    ----------
    A. Dobos, "An Improved Coefficient Calculator for the California Energy Commission 6 Parameter
    Photovoltaic Module Model", J. Solar Energy Engineering 134 (2012), doi:10.1115/1.4005759. W. De Soto et
    al., Solar Energy 80 (2006) 78-88, doi:10.1016/j.solener.2005.06.010.
    """
    _refuse_irradiance(irradiance)
    if not ABSOLUTE_ZERO < cell_temperature < inf:
        raise PanelConditionError(f"cell_temperature is {cell_temperature} °C; give degrees Celsius")
    kelvin = cell_temperature - ABSOLUTE_ZERO
    standard = STANDARD_TEMPERATURE - ABSOLUTE_ZERO
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


def module_law(
    spec: PanelSpec, irradiance: float, cell_temperature: float, condition: PanelCondition = SOUND
) -> SingleDiode | UnevenModule:
    """Give the law of a module in its condition.

    Parameters
    ----------
    irradiance
        Light on the plane of the panel, before dirt and shadow [W/m²].
    cell_temperature
        Of all cells [°C]; a cell that turns into a load and heats up is not modelled.

    Returns
    -------
    SingleDiode or UnevenModule
        One diode when all cells get the same light. Its bypass diodes are then left out: they would act only
        on a module that something else drives backwards.

    Raises
    ------
    PanelConditionError
        When a shadow covers more cells than a substring has, or a number is outside its range.

    Notes
    -----
    Cells share the module's resistances and its voltage equally. A cell that is driven backwards lets pass
    what its shunt does; avalanche breakdown is not modelled, so a hot spot is milder than in the field.

    References
    ----------
    J. W. Bishop, "Computer simulation of the effects of electrical mismatches in photovoltaic cell
    interconnection circuits", Solar Cells 25 (1988) 73-89, doi:10.1016/0379-6787(88)90059-2.
    """
    groups = _groups(spec, condition)
    light = irradiance * (1.0 - condition.soiling)
    shares = {share for substring in groups for _, share in substring}
    if len(shares) == 1:
        return _aged(single_diode(spec, light * shares.pop(), cell_temperature), condition.age)
    laws = {
        share: _aged(single_diode(spec, light * share, cell_temperature), condition.age) for share in shares
    }
    joint = JOINT_SHARE * next(iter(laws.values())).series_resistance
    return UnevenModule(
        tuple(
            tuple(_part_of(laws[share], cells / spec.cells) for cells, share in substring)
            for substring in groups
        ),
        joint,
    )


def max_power_voltage(law: SingleDiode) -> float:
    """Give the voltage at which a module gives most power [V]; 0 in the dark.

    Power over the voltage of the junction has one top, where its slope changes sign.
    """
    if law.photocurrent <= 0.0:
        return 0.0
    low, high = 0.0, law.ideality_voltage * log1p(law.photocurrent / law.saturation_current)
    volts = 0.0
    while high - low > _TOP_WIDTH:
        junction = 0.5 * (low + high)
        grown = law.saturation_current * exp(junction / law.ideality_voltage)
        amps = law.photocurrent - grown + law.saturation_current - junction / law.shunt_resistance
        slope = -grown / law.ideality_voltage - 1.0 / law.shunt_resistance
        volts = junction - amps * law.series_resistance
        if amps * (1.0 - slope * law.series_resistance) + volts * slope > 0.0:
            low = junction
        else:
            high = junction
    return volts


_TOP_WIDTH: Final = 1e-6


def _groups(spec: PanelSpec, condition: PanelCondition) -> list[list[tuple[int, float]]]:
    """Give for each substring its groups of (cells, share of the light)."""
    size = spec.cells // spec.substrings
    shaded = condition.shade.cells
    if shaded is None:
        shaded = (size,) * spec.substrings
    if len(shaded) > spec.substrings or any(count > size for count in shaded):
        raise PanelConditionError(
            f"shade covers {shaded} cells; this panel has {spec.substrings} substrings of {size} cells"
        )
    groups = []
    for position in range(spec.substrings):
        count = shaded[position] if position < len(shaded) else 0
        light = condition.light_share if position == 0 else 1.0
        pairs = ((size - count, light), (count, light * condition.shade.transmission))
        groups.append([pair for pair in pairs if pair[0]])
    return groups


def _aged(law: SingleDiode, years: float) -> SingleDiode:
    if not years:
        return law
    ageing = AGEINGS["silicon"]
    return replace(
        law,
        photocurrent=law.photocurrent * (1.0 - ageing.light_loss) ** years,
        series_resistance=law.series_resistance * (1.0 + ageing.resistance_growth * years),
    )


def _part_of(law: SingleDiode, share: float) -> SingleDiode:
    """Give the law of a share of the cells in series; what lies in the joints is taken off."""
    return replace(
        law,
        series_resistance=law.series_resistance * share * (1.0 - JOINT_SHARE),
        shunt_resistance=law.shunt_resistance * share,
        ideality_voltage=law.ideality_voltage * share,
    )


def cell_temperature(
    irradiance: float, air_temperature: float = 29.0, mounting: MountingSpec | None = None
) -> float:
    """Estimate the cell temperature [°C]; in the open 45 °C at 800 W/m² and 29 °C air; a model value.

    It is the temperature of steady light in a light wind: a real panel needs some minutes to follow a cloud,
    and gets hotter when the air stands still.

    Parameters
    ----------
    irradiance
        On the plane of the panel [W/m²].
    air_temperature
        In the shade [°C].
    mounting
        How well air reaches its back; left out, it stands in the open.

    Raises
    ------
    PanelConditionError
        When the irradiance is negative, or a number is not finite.

    References
    ----------
    R. G. Ross, 15th IEEE Photovoltaic Specialist Conference (1981); coefficients by E. Skoplaki and J. A.
    Palyvos, Renewable Energy 34 (2009) 23-29, doi:10.1016/j.renene.2008.04.009.
    """
    _refuse_irradiance(irradiance)
    if not isfinite(air_temperature):
        raise PanelConditionError(f"air_temperature is {air_temperature} °C; give degrees Celsius")
    heating = (MOUNTINGS["open"] if mounting is None else mounting).heating
    return air_temperature + heating * irradiance
