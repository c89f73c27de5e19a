"""What a card can take over from session 7: the worked-out price, the weight of the standard sheet."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeGuard

from lentera.place import Place
from lentera.widgets.label.sources import from_standard

SESSION = "s07"
PRICE_ANSWER = "s07-harga"


@dataclass(frozen=True)
class Noted:
    """Hold what the desk knows, by name of the product: prices [rupiah], weights with their unit."""

    prices: Mapping[str, int] = field(default_factory=dict)
    weights: Mapping[str, str] = field(default_factory=dict)


def noted_on(place: Place) -> Noted:
    """Return what the desk knows of her products; nothing outside of a desk."""
    if place.desk is None:
        return Noted()
    there = replace(place, folder=place.desk.session_folder(SESSION))
    return Noted(_prices(there), _weights(there))


def _prices(place: Place) -> dict[str, int]:
    try:
        answer = place.answer(PRICE_ANSWER).load()
    except (OSError, ValueError):
        place.note_trouble()
        return {}
    content = answer.payload if answer else {}
    name, price = content.get("nama"), content.get("harga")
    if not isinstance(name, str) or not name.strip() or not is_price(price):
        return {}
    return {" ".join(name.split()): price}


def is_price(value: object) -> TypeGuard[int]:
    """Tell whether a value of a file is a price [rupiah]."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**9


def _weights(place: Place) -> dict[str, str]:
    sheet = from_standard(place)
    if sheet is None or not sheet.size or not sheet.unit:
        return {}
    return {" ".join(sheet.name.split()): f"{sheet.size} {sheet.unit}"}
