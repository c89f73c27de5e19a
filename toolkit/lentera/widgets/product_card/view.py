"""What the screen of the product cards shows, already worded."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from lentera.web import Site
from lentera.web.cards import FIELDS, Card, html_of
from lentera.web.outline import outline
from lentera.web.page import parse_page
from lentera.web.tasks.catalogue import WANTED, amount_in, worked_out
from lentera.widgets.line import Doing
from lentera.widgets.product_card.looks import Look, alt_told, looks_of
from lentera.widgets.product_card.notes import Noted
from lentera.widgets.product_card.on_page import (
    Tried,
    cards_on,
    code_of,
    first_slip,
    pages_with_cards,
    text_of,
    with_source,
)
from lentera.widgets.product_card.pictures import choices, picture_of
from lentera.widgets.product_card.state import CODE, CardsState
from lentera.widgets.product_card.wording import copy_words, finding_words
from lentera.words import _, rupiah


def waits() -> str:
    """Say that what was typed cannot stand on the page yet."""
    return _("Not on the page yet. Write one value only, without ; or |.")


def looks(state: CardsState) -> tuple[Look, ...]:
    """Look at the cards of the page."""
    cards = [one.card for one in cards_on(state.site, state.page)]
    return looks_of(state.site, state.page, cards, state.prices)


def may_copy(count: int, most: int) -> Doing:
    """Tell whether one more card can be made."""
    if not count:
        return Doing(ok=False, why=_("Fill in card 1 first."))
    return Doing(count < most, _("The page is full. Delete a card first."))


def stamp(site: Site, name: str) -> str:
    """Return what tells a picture from an earlier one of that name."""
    picture = site.pictures[name]
    return f"{crc32(name.encode('utf-8', 'replace')):08x}-{picture.size}-{picture.changed}"


@dataclass(frozen=True)
class Offer:
    """Be a value that was noted before; without a value, say why there is none for this card."""

    label: str
    value: str = ""
    why: str = ""


def offers(card: Card, state: CardsState, noted: Noted) -> dict[str, Offer]:
    """Return what can be taken over from session 7, by field."""
    found: dict[str, Offer] = {}
    if state.prices:
        price = worked_out(state.prices, card.name)
        label = _("Use the price of your calculation")
        others = [one.card.name for one in cards_on(state.site, state.page)]
        if price is None:
            if all(worked_out(state.prices, name) is None for name in others):
                names = ", ".join(state.prices)
                found["price"] = Offer(label, why=_("Your calculation is about {names}.").format(names=names))
        elif amount_in(card.price) != price or card.price != rupiah(price):
            found["price"] = Offer(f"{label}: {rupiah(price)}", rupiah(price))
    if card.name and noted.weights:
        name, weight = next(iter(noted.weights.items()))
        if worked_out({name: 1}, card.name) is not None and card.weight != weight:
            label = _("Use the weight of the standard sheet: {weight}").format(weight=weight)
            found["weight"] = Offer(label, weight)
    return found


def drawn(state: CardsState, noted: Noted, most: int) -> dict[str, Any]:
    """Return all about the cards, the open one in full."""
    found = cards_on(state.site, state.page)
    seen, at = looks(state), state.at
    card = found[at].card if found else Card()
    whole = sum(look.lack is None for look in seen)
    picture = picture_of(state.site, state.page, card.picture)
    return {
        "pages": [[name, name] for name in pages_with_cards(state.site)],
        "page": state.page,
        "page_line": _page_line(state),
        "cards": [_row(look) for look in seen] or [_first_row()],
        "tally": _("{n} of {total} cards are whole.").format(n=whole, total=max(WANTED, len(seen))),
        "number": at,
        "values": {name: _value(state, at, name, card) for name in FIELDS if name != "picture"},
        "notes": _notes(state, at, card, seen[at].notes if seen else {}),
        "alt_told": alt_told(card) if card.alt else "",
        "offers": _offered(offers(card, state, noted)),
        "photos": choices(state.site, state.page, card.picture),
        "photo": picture or card.picture,
        "shown": {"name": picture, "key": stamp(state.site, picture)} if picture else None,
        "card": {name: getattr(card, name) for name in FIELDS},
        "code": _code(state, at),
        "heard": _heard(state, at),
        "copy": {**may_copy(len(found), most).to_json(), "text": copy_words(max(1, len(found)))},
        "remove": Doing(bool(found), _("There is no card to delete yet.")).to_json(),
    }


def _page_line(state: CardsState) -> str:
    if state.page not in state.site.texts:
        return _("The page {file} is made with the first word.").format(file=state.page)
    if text_of(state.site, state.page) is None:
        return _("{file} cannot be read. Save it again in the page editor.").format(file=state.page)
    return _("The cards stand on {file}.").format(file=state.page)


def _row(look: Look) -> dict[str, str]:
    return {
        "name": look.card.name or _("without a name"),
        "word": look.word,
        "state": "ok" if look.lack is None else "",
    }


def _first_row() -> dict[str, str]:
    return {"name": _("New card"), "word": _("begin here"), "state": ""}


def _value(state: CardsState, at: int, name: str, card: Card) -> str:
    draft = state.draft(at, name)
    return str(getattr(card, name)) if draft is None else draft


def _notes(state: CardsState, at: int, card: Card, notes: Mapping[str, str]) -> dict[str, str]:
    told = {name: notes.get(name, "") for name in FIELDS}
    for name in FIELDS:
        if state.draft(at, name) is not None:
            kept = _("On the page it still says: {value}.").format(value=getattr(card, name) or "–")
            told[name] = f"{waits()} {kept}"
    return told


def _offered(found: Mapping[str, Offer]) -> dict[str, Any]:
    return {
        field: {"label": offer.label, "ok": bool(offer.value), "why": offer.why}
        for field, offer in found.items()
    }


def source_of(state: CardsState, at: int) -> str:
    """Return the open card's code on the page, or that of an empty card."""
    found = cards_on(state.site, state.page)
    text = text_of(state.site, state.page)
    return code_of(text, at) if found and text is not None else html_of(Card())


def _code(state: CardsState, at: int) -> dict[str, Any]:
    now, draft = source_of(state, at), state.draft(at, CODE)
    if draft is None:
        return {"text": now, "base": now, "finding": None}
    tried = _why_not(state, at, draft, now)
    says, following = finding_words(tried)
    return {"text": draft, "base": now, "finding": {"says": says, "next": following, "line": tried.line}}


def _why_not(state: CardsState, at: int, draft: str, now: str) -> Tried:
    text = text_of(state.site, state.page)
    if text is not None and cards_on(state.site, state.page):
        tried = with_source(text, at, draft)
        return tried if tried.text is None else Tried(None, "other")
    if not draft.strip():
        return Tried(None, "empty")
    return first_slip(draft, now) or Tried(None, "none")


def _heard(state: CardsState, at: int) -> list[list[str]]:
    """Return what a screen reader reads on the card, in the order of its code."""
    page = parse_page("kartu.html", source_of(state, at).encode("utf-8", "replace"))
    return [[part.label, part.text] for part in outline(page)]
