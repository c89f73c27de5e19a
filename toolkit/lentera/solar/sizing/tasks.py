"""The rules of one's own lamp: the energy of a day, then panel and battery, worked out and as sold.

Everything is worked out again from the loads she wrote down. What follows rightly from an energy that she
added up wrongly counts as well: see `House.energies`.
"""

from collections.abc import Callable, Mapping
from functools import partial
from math import ceil, floor, isclose
from pathlib import Path
from typing import Any, Final

from lentera.rules import Finding, RuleSet, load_rules, load_set, missed, right
from lentera.solar.sizing.house import House, teaching_numbers
from lentera.solar.sizing.sums import (
    MARKET_SIZES,
    Chemistry,
    SizingError,
    battery_capacity,
    panel_power,
    round_up,
)
from lentera.words import number, quantity

_TEXTS: Final = Path(__file__).parents[1] / "texts"
_CLOSE: Final = 0.03
"""How far a rounded result may lie from the exact one [1]."""
_EXACT: Final = 0.01
"""The same for the energy of a day, which is a plain product: a forgotten row shows."""
_WHOLE: Final = 5.0
"""From here up a result may be rounded down to a whole number; below, that leaves too much out."""
_LARGE: Final = 2.0
"""A market size above this many times the result costs more than it helps."""
_DAYLIGHT: Final = 12.0
"""Hours from sunrise to sunset [h]: the typical slip for hours of full sun."""


def _is(value: float, exact: float, close: float = _CLOSE) -> bool:
    """Tell whether a written number is a result, rounded as people round."""
    if exact <= 0.0:
        return False
    near = floor(exact + 0.5) if exact >= _WHOLE else exact
    return abs(value - exact) <= close * exact or value in (near, ceil(exact))


def _slip(value: float, slips: Mapping[str, float]) -> str | None:
    """Name the first slip that leads to a number."""
    return next((name for name, result in slips.items() if _is(value, result)), None)


def _ten(value: float, exact: float) -> bool:
    return any(_is(value, exact * slip) for slip in (10.0, 100.0, 0.1))


def _energy(house: House) -> Finding:
    loads, value = house.loads, house.number("energi")
    if not loads:
        return missed("no_loads")
    if len(loads) < len(house.rows):
        return missed("row_open", n=str(1 + [row.load is None for row in house.rows].index(True)))
    if value is None:
        return missed("no_number" if house.written.get("energi", "").strip() else "empty")
    if _is(value, house.energy, _EXACT):
        return right(energy=quantity(house.energy, "Wh", _decimals(house.energy)))
    watts = sum(load.watts * load.count for load in loads)
    slips = {
        "without_hours": watts,
        "without_count": sum(load.watts * load.hours for load in loads),
        "hours_added": watts * sum(load.hours for load in loads),
        "one_row": loads[0].energy,
        "last_row": house.energy - loads[-1].energy,
    }
    if len(loads) == 1:
        slips = {
            name: result
            for name, result in slips.items()
            if name not in {"hours_added", "one_row", "last_row"}
        }
    slip = _slip(value, slips)
    return missed(slip or ("comma" if _ten(value, house.energy) else "other"))


def _decimals(value: float) -> int:
    return 0 if float(value).is_integer() else 1


def _plain(value: float) -> str:
    return number(value, _decimals(value))


def _worked_out(
    field: str,
    exact: Callable[[House, float], float],
    slips: Callable[[House, float], Mapping[str, float]],
    house: House,
) -> Finding:
    """Judge a number that follows from the energy of a day by the card's formula."""
    value = house.number(field)
    if not house.energies:
        return missed("no_energy")
    if value is None:
        return missed("no_number" if house.written.get(field, "").strip() else "empty")
    if any(_is(value, exact(house, energy)) for energy in house.energies):
        return right(value=_plain(value))
    for energy in house.energies:
        if slip := _slip(value, slips(house, energy)):
            return missed(slip)
    return missed("comma" if any(_ten(value, exact(house, energy)) for energy in house.energies) else "other")


def _panel_exact(_house: House, energy: float) -> float:
    return panel_power(energy, teaching_numbers())


def _panel_slips(_house: House, energy: float) -> dict[str, float]:
    numbers = teaching_numbers()
    sun, share = numbers.peak_sun_hours, numbers.system_efficiency
    return {
        "without_losses": energy / sun,
        "without_sun": energy / share,
        "daylight": energy / (_DAYLIGHT * share),
        "daylight_only": energy / _DAYLIGHT,
        "times": energy * sun * share,
        "losses_upside_down": energy / sun * share,
    }


def _battery_exact(house: House, energy: float) -> float:
    return battery_capacity(energy, house.chemistry or Chemistry.LIFEPO4, teaching_numbers())


def _battery_slips(house: House, energy: float) -> dict[str, float]:
    numbers, chosen = teaching_numbers(), house.chemistry or Chemistry.LIFEPO4
    depth, days = numbers.depths[chosen], numbers.reserve_days
    other = next(kind for kind in Chemistry if kind is not chosen)
    one_day = battery_capacity(energy, chosen, numbers, reserve_days=1.0)
    without_depth = energy * days / (depth.volts * depth.efficiency)
    # Two days at half the depth: which of the two was left out cannot be told from the number.
    halved = {"half": one_day} if isclose(one_day, without_depth) else {}
    return {
        **halved,
        "one_day": one_day,
        "without_depth": without_depth,
        "without_efficiency": energy * days / (depth.volts * depth.share),
        "only_volts": energy * days / depth.volts,
        "other_battery": battery_capacity(energy, other, numbers),
        "watt_hours": energy * days,
        "watt_hours_one_day": energy,
    }


def _battery(house: House) -> Finding:
    if house.chemistry is None:
        return missed("no_chemistry")
    return _worked_out("baterai_hitung", _battery_exact, _battery_slips, house)


def _bought(
    field: str, kind: Callable[[House], str], exact: Callable[[House, float], float], house: House
) -> Finding:
    """Judge a size as sold: the next one up, or one more."""
    if not house.energies:
        return missed("no_energy")
    value = house.number(field)
    if value is None or value not in MARKET_SIZES[kind(house)]:
        return missed("empty" if value is None else "not_sold")
    size = _plain(value)
    # What the loads need comes first; what follows from an energy added up wrongly is right only beside it.
    needed = [exact(house, energy) for energy in house.energies]
    fits = [_sold(kind(house), need) for need in needed]
    if fits[0] is None:
        return missed("too_much")
    if any(
        fit is not None and (value == fit or fit < value <= _LARGE * need)
        for fit, need in zip(fits, needed, strict=True)
    ):
        return right(size=size)
    return missed("too_small", size=size) if value < fits[0] else missed("too_large", 0.5, size=size)


def _sold(kind: str, exact: float) -> float | None:
    """Give the market size for a result; None when nothing sold is as large."""
    try:
        return round_up(kind, exact)
    except SizingError:
        return None


def _battery_bought(house: House) -> Finding:
    if house.chemistry is None:
        return missed("no_chemistry")
    return _bought("baterai_beli", lambda one: str(one.chemistry), _battery_exact, house)


def _set(task: str, checks: Mapping[str, Callable[[House], Finding]]) -> RuleSet[Any]:
    path = _TEXTS / f"{task}.toml"
    return RuleSet(task, "s12-ukuran", House.from_content, load_rules(path, checks), load_set(path))


ENERGY: Final = _set("s12-energi", {"s12.energy.day": _energy})
"""Task ``s12-energi``: watts times how many times hours, added up."""

SIZES: Final = _set(
    "s12-ukuran",
    {
        "s12.panel.worked-out": partial(_worked_out, "panel_hitung", _panel_exact, _panel_slips),
        "s12.panel.bought": partial(_bought, "panel_beli", lambda _house: "panel", _panel_exact),
        "s12.battery.worked-out": _battery,
        "s12.battery.bought": _battery_bought,
    },
)
"""Task ``s12-ukuran``: panel and battery by the formula, then the next size that shops sell."""
