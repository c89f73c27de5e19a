"""The shop of a round: the learner's own catalogue when her website has one, else the sample."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any, Final

from lentera.market import Shop, sample_shop, shop_from_catalogue
from lentera.market.bookkeeping import rupiah_in
from lentera.place import Place
from lentera.web import read_site
from lentera.web.cards_reading import Card, amount_of, cards_of
from lentera.words import language

CATALOGUE: Final = "produk.html"
"""Page that is looked at before the others."""
PRICE_SESSION: Final = "s07"
PRICE_ANSWER: Final = "s07-harga"
_GRAMS: Final = {"g": 1, "gr": 1, "gram": 1, "kg": 1000}


def own_shop(place: Place, day: str) -> Shop:
    """Return the shop that opens on a day; a catalogue without a name or price on each card is left alone."""
    costs = _worked_out(place)
    rows = [row | costs.get(_plain(row["nama"]), {}) for row in map(_row, _cards(place)) if row]
    if not rows:
        return _sample(day, language())
    try:
        return shop_from_catalogue(rows, day)
    except ValueError:
        place.note_trouble()
        return _sample(day, language())


def _worked_out(place: Place) -> Mapping[str, Mapping[str, int]]:
    """Return the cost of one piece as she worked it out in the price lesson, by the product's name."""
    if place.desk is None:
        return {}
    there = replace(place, folder=place.desk.session_folder(PRICE_SESSION))
    try:
        answer = there.answer(PRICE_ANSWER).load()
    except (OSError, ValueError):
        place.note_trouble()
        return {}
    content = answer.payload if answer else {}
    name, cost = content.get("nama"), content.get("hpp")
    if not isinstance(name, str) or isinstance(cost, bool) or not isinstance(cost, int) or cost <= 0:
        return {}
    return {_plain(name): {"hpp": cost}}


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


@cache
def _sample(day: str, _language: str) -> Shop:
    return sample_shop(day)


def _cards(place: Place) -> list[Card]:
    """Return the cards of the first page that has some."""
    try:
        site = read_site(place.site_folder)
    except OSError:
        place.note_trouble()
        return []
    for name in sorted(site.pages, key=lambda name: (name != CATALOGUE, name)):
        found = cards_of(site.texts[name].decode("utf-8", "replace"))
        if found:
            return [one.card for one in found]
    return []


def _row(card: Card) -> Mapping[str, Any] | None:
    """Return a card as a row of a catalogue; None where name or price is missing."""
    price = rupiah_in(card.price)
    if not card.name.strip() or not price:
        return None
    row: dict[str, Any] = {"nama": card.name, "harga": price}
    amount = amount_of(card.weight)
    if amount and amount[0].isdecimal() and amount[1].lower() in _GRAMS:
        row["berat"] = int(amount[0]) * _GRAMS[amount[1].lower()]
    stock = "".join(sign for sign in card.stock if sign in "0123456789")[:4]
    if stock or "habis" in card.stock.casefold():
        row["stok"] = int(stock or 0)
    return row
