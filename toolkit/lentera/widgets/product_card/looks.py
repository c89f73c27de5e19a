"""How far each card is, and what each of its values still lacks, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lentera.web import Site
from lentera.web.access import fault_of_picture
from lentera.web.cards import Card, html_of
from lentera.web.page import parse_page
from lentera.web.tasks.catalogue import (
    LONGEST_ALT,
    SHORTEST_ALT,
    Catalogue,
    Listed,
    amount_in,
    fault_of_price,
    lacks,
    worked_out,
)
from lentera.words import _, rupiah

_FIELD_OF: Final = {
    "template": "name",
    "name": "name",
    "twin": "name",
    "picture": "picture",
    "picture_missing": "picture",
    "alt": "alt",
    "weight": "weight",
    "unit": "weight",
    "price": "price",
    "stock": "stock",
}


@dataclass(frozen=True)
class Look:
    """Be one card as the screen tells it.

    Attributes
    ----------
    lack : str or None
        What a buyer misses first; None when the card is whole.
    notes : mapping of str to str
        By field: what is not right yet about what stands there.
    """

    card: Card
    lack: str | None
    notes: Mapping[str, str]

    @property
    def word(self) -> str:
        """Tell in a word or two how far the card is."""
        if self.lack is None:
            return _("whole")
        return _("still to do: {field}").format(field=short_names()[_FIELD_OF[self.lack]])


def short_names() -> dict[str, str]:
    """Return the fields as they stand inside a sentence."""
    return {
        "name": _("name"),
        "picture": _("photo"),
        "alt": _("alt text"),
        "weight": _("net weight"),
        "price": _("price"),
        "stock": _("stock"),
    }


def looks_of(site: Site, page: str, cards: Sequence[Card], prices: Mapping[str, int]) -> tuple[Look, ...]:
    """Look at all cards of a page as a buyer does."""
    listed = tuple(Listed(page, number, card) for number, card in enumerate(cards, start=1))
    catalogue = Catalogue(site, listed, prices)
    return tuple(_look(catalogue, one) for one in listed)


def _look(catalogue: Catalogue, one: Listed) -> Look:
    card = one.card
    lack = lacks(catalogue, one)
    notes = {}
    if lack == "twin":
        notes["name"] = _("Another card has this name too. Change it here.")
    if lack == "template":
        notes["name"] = _("Put the name of your product here.")
    if lack == "picture_missing":
        notes["picture"] = _("This photo is not in the folder situs.")
    if card.weight and lack in {"weight", "unit"}:
        notes["weight"] = _("Write number and unit, for example 150 g.")
    price = _price_note(card, catalogue.worked_out)
    if price:
        notes["price"] = price
    if card.stock and lack == "stock":
        notes["stock"] = _("Write a number, for example 12. If there is none, write habis.")
    earlier = {other.card.alt for other in catalogue.cards[: one.number - 1]}
    if slip_of_alt(card) and card.alt:
        notes["alt"] = alt_told(card)
    elif card.alt in earlier - {""}:
        notes["alt"] = _("Another card has this text too. Tell of the photo of this card.")
    if lack is None:
        lack = "alt" if slip_of_alt(card) else "price" if price else None
    return Look(card, lack, notes)


def _price_note(card: Card, prices: Mapping[str, int]) -> str:
    if not card.price:
        return ""
    amount = amount_in(card.price)
    if fault_of_price(card.price):
        tag = rupiah(amount) if amount is not None else "Rp11.000"
        return _("Write it like this: {price}.").format(price=tag)
    wanted = worked_out(prices, card.name)
    if wanted is not None and wanted != amount:
        return _("Your calculation says {price}. Make both the same.").format(price=rupiah(wanted))
    return ""


def slip_of_alt(card: Card) -> str | None:
    """Name what is not right yet about the alt text of a card; None when nothing is."""
    page = parse_page("kartu.html", html_of(Card(picture=card.picture, alt=card.alt)).encode())
    image = page.soup.img
    fault = fault_of_picture(image, frozenset(), page) if image else None
    if fault is None and len(card.alt) < SHORTEST_ALT:
        return "short"
    if fault is None and len(card.alt) > LONGEST_ALT:
        return "long"
    return fault


def alt_told(card: Card) -> str:
    """Tell how long an alt text is, and what it still lacks."""
    count = _("{n} letters of {most}.").format(n=len(card.alt), most=LONGEST_ALT)
    told = {
        None: _("The text tells what is seen."),
        "file_name": _("This is a file name. Tell what is seen."),
        "says_picture": _("Begin with the thing itself."),
        "short": _("Tell more: colour or packaging."),
        "long": _("Make it shorter."),
    }.get(slip_of_alt(card), _("Write what is seen: what is it, how is it packed?"))
    return f"{count} {told}"
