"""The sums of a solar lamp's size: energy, panel, battery, cable, fuse.

Every function is the formula of the course's card, so a learner can follow it with a pencil.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from math import inf
from types import MappingProxyType
from typing import Final

from lentera.course import Kit
from lentera.solar.parts.bounds import Bound


class SizingError(ValueError):
    """Tell that a size cannot be worked out; the sentence names the field."""


class Chemistry(StrEnum):
    """Name the two kinds of battery of the course."""

    VRLA = "vrla"
    LIFEPO4 = "lifepo4"


def _above_zero(field: str, value: float, unit: str) -> None:
    Bound(unit, 0.0, inf, low_allowed=False).refuse(field, value, SizingError)


@dataclass(frozen=True, slots=True)
class Load:
    """Be something that uses the lamp's electricity every day.

    Attributes
    ----------
    name : str
        What it is.
    watts : float
        Power of one [W].
    count : int
        How many.
    hours : float
        Hours of use a day [h].
    """

    name: str
    watts: float
    count: int
    hours: float

    def __post_init__(self) -> None:
        _above_zero(f"{self.name}: watts", self.watts, "W")
        if self.count < 1 or self.count != int(self.count):
            raise SizingError(f"{self.name}: count is {self.count}; give a whole number from 1 up")
        if not 0.0 < self.hours <= 24.0:  # noqa: PLR2004  hours of a day
            raise SizingError(f"{self.name}: hours is {self.hours} h; give a number above 0, up to 24")

    @property
    def energy(self) -> float:
        """Give its energy a day [Wh]."""
        return self.watts * self.count * self.hours


@dataclass(frozen=True, slots=True)
class Depth:
    """Hold how a kind of battery counts: `volts` [V], usable `share` [1], `efficiency` [1]."""

    volts: float
    share: float
    efficiency: float


@dataclass(frozen=True, slots=True)
class Numbers:
    """Hold the teaching values of the course.

    Attributes
    ----------
    peak_sun_hours : float
        Hours of full sun a day [h]; 4.0 leaves a reserve for cloudy months.
    system_efficiency : float
        What of the panel's energy arrives [1].
    reserve_days : float
        Days without sun to bridge.
    depths : Mapping of Chemistry to Depth
    copper : float
        Resistivity [ohm mm²/m].
    drop_target, drop_limit : float
        Wanted and largest drop of voltage, as a share of 12 V [1].
    """

    peak_sun_hours: float
    system_efficiency: float
    reserve_days: float
    depths: Mapping[Chemistry, Depth]
    copper: float
    drop_target: float
    drop_limit: float

    @classmethod
    def of(cls, kit: Kit) -> "Numbers":
        """Take them from the course's one set of numbers; raise KeyError when one is missing."""
        return cls(
            peak_sun_hours=kit["sizing.peak_sun_hours"],
            system_efficiency=kit["sizing.system_efficiency"],
            reserve_days=kit["sizing.reserve_days"],
            depths=MappingProxyType(
                {
                    Chemistry.VRLA: Depth(
                        kit["battery.vrla_voltage"], kit["sizing.vrla_depth"], kit["sizing.vrla_efficiency"]
                    ),
                    Chemistry.LIFEPO4: Depth(
                        kit["battery.lfp_voltage"], kit["sizing.lfp_depth"], kit["sizing.lfp_efficiency"]
                    ),
                }
            ),
            copper=kit["cable.copper"],
            drop_target=kit["cable.drop_target"] / 100.0,
            drop_limit=kit["cable.drop_limit"] / 100.0,
        )


def _market() -> Mapping[str, tuple[float, ...]]:
    text = files("lentera.solar.sizing").joinpath("market.toml").read_text(encoding="utf-8")
    return MappingProxyType(
        {
            name: tuple(float(size) for size in row["sizes"]["value"])
            for name, row in tomllib.loads(text).items()
        }
    )


MARKET_SIZES: Final = _market()
"""Sizes that shops sell, by kind: "panel" [Wp], "lifepo4" and "vrla" [Ah], "cable" [mm²], "fuse" [A]."""


def round_up(kind: str, exact: float) -> float:
    """Give the smallest size on the market that is not below `exact`.

    Raises
    ------
    SizingError
        When nothing sold is as large, or the kind is unknown.
    """
    if kind not in MARKET_SIZES:
        raise SizingError(f"kind is {kind!r}; choose one of {', '.join(MARKET_SIZES)}")
    _above_zero(kind, exact, "")
    for size in MARKET_SIZES[kind]:
        if size >= exact * (1.0 - 1e-9):
            return size
    largest = MARKET_SIZES[kind][-1]
    raise SizingError(
        f"{kind} needs {exact:.1f}, and the largest is {largest:g}; split the lamps over two systems"
    )


def daily_energy(loads: Iterable[Load]) -> float:
    """Give the energy of one day: watts times hours, added up [Wh]."""
    total = sum(load.energy for load in loads)
    if not total:
        raise SizingError("loads is empty; name at least one lamp")
    return total


def panel_power(energy: float, numbers: Numbers) -> float:
    """Give the panel that earns `energy` [Wh] a day: energy / (peak sun hours × efficiency) [Wp]."""
    _above_zero("energy", energy, "Wh")
    return energy / (numbers.peak_sun_hours * numbers.system_efficiency)


def battery_capacity(
    energy: float, chemistry: Chemistry, numbers: Numbers, reserve_days: float | None = None
) -> float:
    """Give the battery that bridges the reserve days [Ah].

    Energy × days / (volts × depth of use × efficiency); `reserve_days` overrides the teaching value.
    """
    _above_zero("energy", energy, "Wh")
    days = numbers.reserve_days if reserve_days is None else reserve_days
    _above_zero("reserve_days", days, "days")
    depth = numbers.depths[chemistry]
    return energy * days / (depth.volts * depth.share * depth.efficiency)


def voltage_drop(length: float, amps: float, area: float, numbers: Numbers) -> float:
    """Give the voltage lost there and back: 2 × length [m] × amps [A] × copper / area [mm²] [V]."""
    _above_zero("length", length, "m")
    _above_zero("amps", amps, "A")
    _above_zero("area", area, "mm²")
    return 2.0 * length * amps * numbers.copper / area


def cable_area(length: float, amps: float, numbers: Numbers, *, volts: float = 12.0) -> float:
    """Give the thinnest cable on the market that stays below the drop target [mm²]."""
    _above_zero("volts", volts, "V")
    exact = voltage_drop(length, amps, 1.0, numbers) / (numbers.drop_target * volts)
    return round_up("cable", exact)


FUSE_FACTORS: Final = (1.25, 1.5)
"""A fuse stands 1.25 to 1.5 times the largest current [K]."""


def fuse_rating(largest_current: float, ampacity: float) -> float:
    """Give the fuse for a cable: from 1.25 times its largest current [A], below its ampacity [A].

    Raises
    ------
    SizingError
        When the cable is too thin for any fuse that carries the current.
    """
    _above_zero("largest_current", largest_current, "A")
    _above_zero("ampacity", ampacity, "A")
    rating = round_up("fuse", FUSE_FACTORS[0] * largest_current)
    if rating > ampacity:
        raise SizingError(
            f"a fuse of {rating:g} A does not protect a cable for {ampacity:g} A; take a thicker cable"
        )
    return rating
