"""A sized lamp lives through a year of weather: whether its hours of light hold, and if not, when and why."""

from dataclasses import dataclass
from math import isfinite
from typing import Final

from lentera.solar.installation import Kit, kit_b, read_kit
from lentera.solar.lamp import Habits, Span, YearResult, simulate_year
from lentera.solar.parts import BATTERIES, PANELS
from lentera.solar.sizing.design import Design
from lentera.solar.sizing.sums import Chemistry, SizingError
from lentera.solar.weather import Weather

PROMISE: Final = 0.95
"""Share of the wanted hours that a sized lamp serves."""
LAMP: Final = "driver3w"
"""The 3 W lamp of the sums; one with a resistor in place of a driver takes about 5 W from the battery."""
_DUSK: Final = 18 * 60
_CHEMISTRY: Final = {Chemistry.VRLA: "vrla", Chemistry.LIFEPO4: "lfp"}


@dataclass(frozen=True, slots=True)
class Household:
    """Be what a house wants every day: 3 W lamps, their hours after dusk, energy for phones [Wh]."""

    lamps: int = 3
    hours: float = 5.0
    phone_energy: float = 10.0

    def __post_init__(self) -> None:
        if not 0.0 < self.hours <= 12.0:  # noqa: PLR2004  a night at the equator
            raise SizingError(f"hours is {self.hours} h; give a number above 0, up to 12")
        if not (isfinite(self.phone_energy) and self.phone_energy >= 0.0):
            raise SizingError(f"phone_energy is {self.phone_energy} Wh; give a number from 0 up")

    @property
    def habits(self) -> Habits:
        """Give it as habits: lamps from six in the evening, phones at noon and in the evening."""
        stop = (_DUSK + round(self.hours * 60.0)) % (24 * 60)
        return Habits(light=(Span(_DUSK, stop),), phone_energy=self.phone_energy)


@dataclass(frozen=True, slots=True)
class Proof:
    """Hold how a lamp system stood a year; model values.

    Attributes
    ----------
    panel : float
        [Wp].
    battery : float
        [Ah].
    served : float
        Share of the wanted hours with light, 0 to 1.
    by_month : tuple of float
        The same for each month that the weather reaches.
    result : YearResult
        Everything else: hours dark, cut-offs, energy by part.
    """

    panel: float
    battery: float
    chemistry: Chemistry
    served: float
    by_month: tuple[float, ...]
    result: YearResult

    @property
    def holds(self) -> bool:
        """Say whether it serves what a sized lamp promises."""
        return self.served >= PROMISE

    @property
    def wanted_energy(self) -> float:
        """Give what lamps and phones would have taken with light in every wanted hour [Wh]."""
        total = self.result.total
        return (total.lamps + total.phone) / self.served if self.served else 0.0

    @property
    def panel_share(self) -> float:
        """Give what the panels offered over what was wanted; losses take a third, so below 1.5 is little."""
        return self.result.total.possible / self.wanted_energy if self.served else 0.0

    @property
    def nights_of_reserve(self) -> float:
        """Give how many nights of full light the lamp lasted in a row of the darkest week, at most 7."""
        _, dark = self.result.worst_week
        wanted = (self.result.total.light + self.result.total.dark) / max(len(self.result.daily_light), 1)
        return max(7.0 - dark / wanted, 0.0) if wanted else 7.0


def kit_of(panel: float, battery: float, chemistry: Chemistry, household: Household) -> Kit:
    """Put a kit B together by its sizes.

    Parameters
    ----------
    panel : float
        Power on the label [Wp]; the catalogue has 10, 20, 30, 40 and 50.
    battery : float
        Capacity [Ah]; what the catalogue does not have is scaled from what it has.

    Raises
    ------
    SizingError
        When the catalogue has no panel of that power, or the number of lamps is not 1 to 6.
    """
    by_power = {round(spec.power, -1): name for name, spec in PANELS.items()}
    if panel not in by_power:
        sizes = ", ".join(f"{size:g}" for size in sorted(by_power))
        raise SizingError(f"panel is {panel:g} Wp; the year can be worked out for {sizes} Wp")
    if not 1 <= household.lamps <= 6:  # noqa: PLR2004  what kit B has room for
        raise SizingError(f"lamps is {household.lamps}; give a number from 1 to 6")
    known = {
        spec.capacity: name
        for name, spec in BATTERIES.items()
        if spec.chemistry == _CHEMISTRY[chemistry] and spec.cells > 1
    }
    if battery in known:
        return kit_b(by_power[panel], known[battery], household.lamps, LAMP, usb=household.phone_energy > 0.0)
    return read_kit(
        f'[kit]\nbase = "b"\nlamps = {household.lamps}\nusb = {str(household.phone_energy > 0.0).lower()}\n'
        f'[unit.panel]\npart = "{by_power[panel]}"\n[unit.lamp1]\npart = "{LAMP}"\n'
        f'[unit.battery]\ncapacity = {battery}\nchemistry = "{_CHEMISTRY[chemistry]}"\n'
    )


def prove(
    panel: float, battery: float, chemistry: Chemistry, household: Household, weather: Weather
) -> Proof:
    """Let a lamp system of these sizes live through the weather.

    Raises
    ------
    SizingError
        When there is no such kit.
    """
    kit = kit_of(panel, battery, chemistry, household)
    result = simulate_year(kit.installation, weather, household.habits)
    return Proof(
        panel=panel,
        battery=battery,
        chemistry=chemistry,
        served=result.total.light / (result.total.light + result.total.dark),
        by_month=tuple(
            month.light / (month.light + month.dark) for month in result.months if month.light + month.dark
        ),
        result=result,
    )


def prove_design(design: Design, household: Household, weather: Weather) -> Proof:
    """Let a design live through the weather with what it was sized for; see `prove`."""
    return prove(design.panel, design.battery, design.chemistry, household, weather)
