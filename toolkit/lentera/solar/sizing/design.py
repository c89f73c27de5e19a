"""One lamp system from its loads to its sizes, step by step."""

from collections.abc import Iterable
from dataclasses import dataclass

from lentera.solar.sizing.sums import (
    Chemistry,
    Load,
    Numbers,
    battery_capacity,
    daily_energy,
    panel_power,
    round_up,
)


@dataclass(frozen=True, slots=True)
class Design:
    """Hold the sizes of a lamp system, exact and as sold.

    Attributes
    ----------
    loads : tuple of Load
    chemistry : Chemistry
    energy : float
        Energy of one day [Wh].
    panel_exact, panel : float
        [Wp].
    battery_exact, battery : float
        [Ah].
    """

    loads: tuple[Load, ...]
    chemistry: Chemistry
    energy: float
    panel_exact: float
    panel: float
    battery_exact: float
    battery: float


def design(loads: Iterable[Load], chemistry: Chemistry, numbers: Numbers) -> Design:
    """Size panel and battery for these loads, each rounded up to what shops sell.

    Raises
    ------
    SizingError
        When there is no load, or it needs more than one system can give.

    Examples
    --------
    Three lamps of 3 W for 5 hours and a phone of 10 Wh: 55 Wh, 30 Wp, LiFePO4 12 Ah.
    """
    wanted = tuple(loads)
    energy = daily_energy(wanted)
    panel = panel_power(energy, numbers)
    battery = battery_capacity(energy, chemistry, numbers)
    return Design(
        loads=wanted,
        chemistry=chemistry,
        energy=energy,
        panel_exact=panel,
        panel=round_up("panel", panel),
        battery_exact=battery,
        battery=round_up(chemistry.value, battery),
    )
