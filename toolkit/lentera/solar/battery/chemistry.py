"""What is the same for all batteries of one kind: how a cell answers a current, how it fades."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from lentera.solar.parts.bounds import above_zero, check, share, zero_or_more
from lentera.solar.parts.catalogue import Table

if TYPE_CHECKING:
    from lentera.solar.parts import BatterySpec

MONTH: Final = 30.0 * 24.0
"""Hours of the month in which self-discharge is stated [h]."""


class BatteryError(ValueError):
    """Tell that a battery cannot be asked this."""


@dataclass(frozen=True, slots=True)
class Chemistry:
    """Describe a kind of cell; a rate is the current over the capacity [1/h].

    Under charge a cell stands above its rest voltage by ``rate · (kinetic / (1 + (100 rate)^exponent) +
    near_full / (1 − soc + offset)^exponent + linear)``, at most up to its end voltage ``end_voltage +
    end_voltage_log · ln(1 + rate)``. Under discharge it stands below by ``rate · (linear + near_empty /
    (soc + offset)^exponent)``. Each law is for 25 °C and changes with its `tempco` [1/K]. A cell with an
    `acceptance_slope` stores ``1 − exp(slope / (10 rate + offset) · (soc − 1))`` of what it is given. After
    `relaxation` [s] about a third of the polarisation is left.

    `self_discharge` is the share of the capacity lost each month at 25 °C. `full_cycles` of 100 % depth, or
    `calendar_years` at 25 °C, take a fifth of the capacity.

    References
    ----------
    J. B. Copetti, E. Lorenzo and F. Chenlo, "A general battery model for PV system simulation", Progress in
    Photovoltaics 1 (1993) 283-292, doi:10.1002/pip.4670010405, for the charge law, the end voltage and the
    acceptance of lead; the paper itself was not at hand, its formulas were read in a public program. There
    the current inside the kinetic term is in ampere whatever the size of the battery; taking it for a battery
    of 100 Ah is a choice of this model. The discharge law has the paper's form and constants of our own.
    """

    source: str
    charge_kinetic: float = field(metadata=zero_or_more("V h"))
    charge_kinetic_exponent: float = field(metadata=above_zero(""))
    charge_near_full: float = field(metadata=zero_or_more("V h"))
    charge_near_full_exponent: float = field(metadata=above_zero(""))
    charge_near_full_offset: float = field(metadata=above_zero(""))
    charge_linear: float = field(metadata=zero_or_more("V h"))
    charge_tempco: float = field(metadata=zero_or_more("1/K"))
    end_voltage: float = field(metadata=above_zero("V"))
    end_voltage_log: float = field(metadata=zero_or_more("V"))
    end_voltage_tempco: float = field(metadata=zero_or_more("1/K"))
    discharge_linear: float = field(metadata=zero_or_more("V h"))
    discharge_near_empty: float = field(metadata=zero_or_more("V h"))
    discharge_near_empty_exponent: float = field(metadata=above_zero(""))
    discharge_near_empty_offset: float = field(metadata=above_zero(""))
    discharge_tempco: float = field(metadata=zero_or_more("1/K"))
    capacity_tempco: float = field(metadata=zero_or_more("1/K"))
    coulombic: float = field(metadata=share())
    acceptance_slope: float = field(metadata=zero_or_more(""))
    acceptance_offset: float = field(metadata=above_zero(""))
    gasses: bool
    relaxation: float = field(metadata=above_zero("s"))
    self_discharge: float = field(metadata=share())
    self_discharge_doubling: float = field(metadata=above_zero("K"))
    full_cycles: float = field(metadata=above_zero("cycles"))
    depth_exponent: float = field(metadata=above_zero(""))
    calendar_years: float = field(metadata=above_zero("years"))
    calendar_doubling: float = field(metadata=above_zero("K"))
    resistance_growth: float = field(metadata=zero_or_more(""))

    def __post_init__(self) -> None:
        check(self)


CHEMISTRIES: Final = Table("chemistry", Chemistry)
"""Kinds of cells by name: `vrla` and `lfp`."""


def chemistry(spec: "BatterySpec") -> Chemistry:
    """Give the kind of cell that a battery is made of.

    Raises
    ------
    BatteryError
        When nothing is known about its chemistry.
    """
    if spec.chemistry not in CHEMISTRIES:
        raise BatteryError(
            f"chemistry is {spec.chemistry!r} in {spec.name!r}; give one of {', '.join(CHEMISTRIES)}"
        )
    return CHEMISTRIES[spec.chemistry]


class Constants(NamedTuple):
    """Hold all that the kernels need to know of one battery, as plain floats; see `Chemistry`."""

    capacity: float
    cells: float
    charge_kinetic: float
    charge_kinetic_exponent: float
    charge_near_full: float
    charge_near_full_exponent: float
    charge_near_full_offset: float
    charge_linear: float
    charge_tempco: float
    end_voltage: float
    end_voltage_log: float
    end_voltage_tempco: float
    discharge_linear: float
    discharge_near_empty: float
    discharge_near_empty_exponent: float
    discharge_near_empty_offset: float
    discharge_tempco: float
    capacity_tempco: float
    coulombic: float
    acceptance_slope: float
    acceptance_offset: float
    gasses: float
    relaxation: float
    self_discharge_rate: float
    self_discharge_doubling: float


@lru_cache(maxsize=64)
def constants(spec: "BatterySpec") -> Constants:
    """Give the numbers of a battery in the form that the kernels take.

    Raises
    ------
    BatteryError
        When nothing is known about its chemistry.
    """
    kind = chemistry(spec)
    own = {
        "capacity": spec.capacity,
        "cells": float(spec.cells),
        "gasses": float(kind.gasses),
        "self_discharge_rate": kind.self_discharge / MONTH,
    }
    return Constants(
        **{name: own[name] if name in own else getattr(kind, name) for name in Constants._fields}
    )
