"""A learner's own panel, from the four numbers on its label."""

from math import inf
from typing import TYPE_CHECKING, Final

import numpy as np

from lentera.solar.panel import ABSOLUTE_ZERO, BOLTZMANN, SingleDiode
from lentera.solar.parts import PanelSpec
from lentera.solar.parts.specs import STANDARD_TEMPERATURE

if TYPE_CHECKING:
    from numpy.typing import NDArray

THERMAL: Final = BOLTZMANN * (STANDARD_TEMPERATURE - ABSOLUTE_ZERO)
"""kT/q at 25 °C [V]."""
CELL_VOLTAGE: Final = 0.6
"""Open-circuit voltage of one silicon cell [V]; 36 cells have 21.0 to 21.8 V."""
CURRENT_TEMPCO: Final = 0.0005
"""Relative growth of the short-circuit current of silicon, 0.0004 to 0.00065 in the catalogue [1/K]."""
VOLTAGE_TEMPCO: Final = -0.0038
"""Relative growth of the open-circuit voltage of silicon, -0.0038 in the catalogue [1/K]."""
BYPASSED_FROM: Final = 15.0
"""Open-circuit voltage from which a panel usually has bypass diodes [V]; [K]."""
FILL_FACTORS: Final = (0.4, 0.85)
VOLTAGES: Final = (4.0, 45.0)
# Silicon lies near 1; a label that is rounded or flattering needs a diode that is a little softer or harder.
_IDEALITIES: Final = tuple(
    sorted((round(0.2 + 0.02 * k, 2) for k in range(116)), key=lambda n: (abs(n - 1.0), n))
)
_STEPS: Final = 400
_HALVINGS: Final = 60


class LabelError(ValueError):
    """Tell that the numbers of a label cannot be."""


def fit_single_diode(isc: float, voc: float, imp: float, vmp: float, cells: int | None = None) -> SingleDiode:
    """Find the five parameters of a module from its label.

    Parameters
    ----------
    isc, voc
        Short-circuit current [A] and open-circuit voltage [V], of a panel of 4 V to 45 V.
    imp, vmp
        Current [A] and voltage [V] at maximum power.
    cells
        Silicon cells in series; when left out, one for each 0.6 V.

    Returns
    -------
    SingleDiode
        Parameters at 1000 W/m² and 25 °C whose curve goes through the three points and has its most power at
        the middle one.

    Raises
    ------
    LabelError
        When a number is not above 0 or the four do not fit one silicon panel; the sentence says which.

    Notes
    -----
    Four numbers do not fix five parameters: the ideality nearest to 1 is taken that leaves both resistances
    positive. For given ideality and series resistance the three points are linear in the other three
    parameters; the slope at maximum power then fixes the series resistance. Model value.

    References
    ----------
    M. Villalva, J. Gazoli and E. Filho, "Comprehensive Approach to Modeling and Simulation of Photovoltaic
    Arrays", IEEE Trans. Power Electronics 24 (2009) 1198-1208, doi:10.1109/TPEL.2009.2013862.
    """
    _refuse_label(isc, voc, imp, vmp)
    count = _cells(voc, cells)
    for ideality in _IDEALITIES:
        found = _fit(ideality * count * THERMAL, isc, voc, imp, vmp)
        if found is not None:
            return found
    raise LabelError(
        f"isc {isc} A, voc {voc} V, imp {imp} A and vmp {vmp} V do not belong to one panel of {count} "
        "silicon cells; read the label again"
    )


def _cells(voc: float, cells: int | None) -> int:
    count = cells if cells is not None else round(voc / CELL_VOLTAGE)
    if count < 1:
        raise LabelError(f"cells is {count}; give the number of cells in series, 36 on most 12 V panels")
    return count


def _refuse_label(isc: float, voc: float, imp: float, vmp: float) -> None:
    label = (("isc", isc, "A"), ("voc", voc, "V"), ("imp", imp, "A"), ("vmp", vmp, "V"))
    for quantity, value, unit in label:
        if not 0.0 < value < inf:
            raise LabelError(f"{quantity} is {value} {unit}; give a number above 0")
    lowest, highest = VOLTAGES
    if not lowest <= voc <= highest:
        raise LabelError(f"voc is {voc} V; give a panel of {lowest:g} V to {highest:g} V")
    if vmp >= voc:
        raise LabelError(f"vmp is {vmp} V, not below voc of {voc} V; see whether the two were swapped")
    if imp >= isc:
        raise LabelError(f"imp is {imp} A, not below isc of {isc} A; see whether the two were swapped")
    fill = imp * vmp / (isc * voc)
    lowest, highest = FILL_FACTORS
    if not lowest <= fill <= highest:
        raise LabelError(
            f"imp x vmp is {fill:.2f} of isc x voc; silicon panels have {lowest:g} to {highest:g}, so read "
            "the label again"
        )
    if 2.0 * imp <= isc or 2.0 * vmp <= voc:
        raise LabelError(
            f"imp {imp} A and vmp {vmp} V are not both above half of isc {isc} A and voc {voc} V; read the "
            "label again"
        )


def _fit(a: float, isc: float, voc: float, imp: float, vmp: float) -> SingleDiode | None:
    """Find the parameters for one ideality voltage `a` [V]; None when a resistance would be negative."""

    def slope_error(series: "NDArray[np.float64]") -> "NDArray[np.float64]":
        light, saturation, shunt = _linear(a, series, isc, voc, imp, vmp)
        inner = vmp + imp * series
        steep = saturation / a * np.exp((inner - voc) / a) + shunt
        error = steep / (1.0 + steep * series) - imp / vmp
        return np.where((light > 0.0) & (saturation > 0.0) & (shunt >= 0.0), error, np.nan)

    grid = np.linspace(0.0, (voc - vmp) / imp, _STEPS, endpoint=False)[1:]
    errors = slope_error(grid)
    turns = np.flatnonzero(np.sign(errors[:-1]) * np.sign(errors[1:]) < 0.0)
    if not len(turns):
        return None
    low, high = grid[turns[0]], grid[turns[0] + 1]
    rising = errors[turns[0]] < 0.0
    for _ in range(_HALVINGS):
        middle = 0.5 * (low + high)
        if (slope_error(np.array([middle]))[0] < 0.0) == rising:
            low = middle
        else:
            high = middle
    series = 0.5 * (low + high)
    light, saturation, shunt = (float(part[0]) for part in _linear(a, np.array([series]), isc, voc, imp, vmp))
    if not shunt > 0.0:
        return None
    return SingleDiode(light, saturation * float(np.exp(-voc / a)), float(series), 1.0 / shunt, a)


def _linear(
    a: float, series: "NDArray[np.float64]", isc: float, voc: float, imp: float, vmp: float
) -> "tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]":
    """Solve the three points for light current, saturation current x exp(voc/a), and shunt conductance.

    I = light - s (exp((V + I Rs - voc)/a) - exp(-voc/a)) - g (V + I Rs) for the three points; the light
    cancels in the differences to the open circuit.
    """
    short, most = isc * series, vmp + imp * series
    # Rows: current minus that at open circuit = s * d_exp + g * d_volts.
    s1, g1 = 1.0 - np.exp((short - voc) / a), voc - short
    s2, g2 = 1.0 - np.exp((most - voc) / a), voc - most
    under = s1 * g2 - s2 * g1
    with np.errstate(divide="ignore", invalid="ignore"):
        saturation = (isc * g2 - imp * g1) / under
        shunt = (s1 * imp - s2 * isc) / under
    light = saturation * (1.0 - np.exp(-voc / a)) + shunt * voc
    return light, saturation, shunt


def panel_from_label(
    name: str, isc: float, voc: float, imp: float, vmp: float, cells: int | None = None
) -> PanelSpec:
    """Make a panel of the catalogue's kind from its label; see `fit_single_diode`.

    Temperature coefficients are those of common silicon. Its cells count as two substrings when they can
    be halved and it is a 12 V panel or larger, else as one.

    Raises
    ------
    LabelError
        When the numbers cannot be.
    """
    law = fit_single_diode(isc, voc, imp, vmp, cells)
    count = _cells(voc, cells)
    return PanelSpec(
        name=name,
        name_en=name,
        source="Label of the panel; single-diode fit of its four numbers",
        power=imp * vmp,
        short_circuit_current=isc,
        open_circuit_voltage=voc,
        max_power_current=imp,
        max_power_voltage=vmp,
        photocurrent=law.photocurrent,
        saturation_current=law.saturation_current,
        series_resistance=law.series_resistance,
        shunt_resistance=law.shunt_resistance,
        ideality_voltage=law.ideality_voltage,
        adjust=0.0,
        current_tempco=CURRENT_TEMPCO * isc,
        voltage_tempco=VOLTAGE_TEMPCO * voc,
        cells=count,
        substrings=2 if count % 2 == 0 and voc > BYPASSED_FROM else 1,
    )
