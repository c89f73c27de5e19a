"""The shopping list that follows from the sizes; every price is an example and says so."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from lentera.solar.sizing.house import House
from lentera.words import _, number

_DATA: Final = Path(__file__).parent / "data"
_CONTROLLER: Final = 10
"""Amperes of the controller that carries up to 120 Wp at 12 V."""
_SPARE: Final = 2
"""Fuses to buy: one to use, one to keep."""
_LAMPS: Final = frozenset({"lampu", "lampu5"})


@cache
def _prices() -> Mapping[str, Any]:
    return tomllib.loads((_DATA / "prices.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Item:
    """Be one line of the list; `price` is for all of it [Rp], an example."""

    name: str
    amount: str
    price: int


def rupiah(amount: float) -> str:
    """Write money: ``Rp11.000``."""
    return f"Rp{number(amount)}"


def checked_on() -> str:
    """Return the day on which the example prices were last looked at."""
    return f"{_prices()['checked_on']:%d-%m-%Y}"


def shopping_list(house: House) -> tuple[Item, ...]:
    """Return what to buy for the sizes that are chosen so far."""
    items = []
    panel, battery = house.number("panel_beli"), house.number("baterai_beli")
    if panel is not None:
        items.append(_item("panel", _("Solar panel {size} Wp").format(size=number(panel)), panel))
    if battery is not None and house.chemistry is not None:
        name = {"vrla": _("VRLA battery 12 V {size} Ah"), "lifepo4": _("LiFePO4 battery 12.8 V {size} Ah")}
        size = number(battery)
        items.append(_item(house.chemistry.value, name[house.chemistry.value].format(size=size), battery))
    if items:
        items.append(
            _item("controller", _("Charge controller {size} A").format(size=_CONTROLLER), _CONTROLLER)
        )
    fuse = house.number("sekering")
    if fuse is not None:
        name_of_fuse = _("Fuse {size} A with holder").format(size=number(fuse, _decimals(fuse)))
        items.append(_each("fuse", name_of_fuse, _SPARE))
    area, length = house.number("kabel_luas"), house.number("kabel_panjang")
    if area is not None and length:
        # There and back, and the shop cuts whole metres.
        metres = -int(-2 * length // 1)
        price = _price("cable", area) * metres
        name_of_cable = _("Copper cable {size} mm²").format(size=number(area, _decimals(area, 2)))
        items.append(Item(name_of_cable, _("{n} m").format(n=metres), price))
    lamps = sum(load.count for load in house.loads if load.name in _LAMPS)
    if lamps:
        items.append(_each("lamp", _("12 V LED lamp"), lamps))
        items.append(_each("switch", _("Switch"), 1))
    return tuple(item for item in items if item.price)


def _decimals(value: float, most: int = 1) -> int:
    return next(n for n in range(most + 1) if n == most or round(value, n) == value)


def _price(kind: str, size: float) -> int:
    return int(_prices()[kind]["sizes"].get(f"{size:g}", 0))


def _item(kind: str, name: str, size: float) -> Item:
    return Item(name, _("{n} pc").format(n=1), _price(kind, size))


def _each(kind: str, name: str, count: int) -> Item:
    return Item(name, _("{n} pc").format(n=count), count * int(_prices()[kind]["each"]))


def as_text(items: tuple[Item, ...], title: str) -> str:
    """Return the list as plain text to print or to read out."""
    lines = [title, "", *(f"- {item.name}, {item.amount}: {rupiah(item.price)}" for item in items), ""]
    lines.append(_("Total: {total}").format(total=rupiah(sum(item.price for item in items))))
    lines.append(_("All prices are examples. Ask in the shop."))
    return "\n".join(lines) + "\n"
