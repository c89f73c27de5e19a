"""What the product cards keep: the open card, worked-out prices, and what is not on the page yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from lentera.web import Site
from lentera.web.cards import FIELDS
from lentera.widgets.product_card.notes import is_price
from lentera.widgets.product_card.on_page import PAGE, cards_on, page_of_cards
from lentera.widgets.site_activity import SiteState

MINE: Final = "kartu_produk"
PRICES: Final = "harga_hitungan"
CODE: Final = "kode"
LONGEST_VALUE: Final = 300
LONGEST_CODE: Final = 8000
MOST_DRAFTS: Final = 12

Key = tuple[str, int, str]
"""Page, number of the card from 0, and field or code."""


@dataclass(frozen=True)
class CardsState(SiteState):
    """Hold what is saved besides the site.

    Attributes
    ----------
    chosen : str
        The page she chose or began; empty before.
    number : int
        The open card, from 0.
    hints : int
        Hints read.
    prices : mapping of str to int
        Price of a product as it was worked out [rupiah].
    drafts : mapping of Key to str
        What she typed that cannot stand on the page yet.
    """

    chosen: str = ""
    number: int = 0
    hints: int = 0
    prices: Mapping[str, int] = field(default_factory=dict)
    drafts: Mapping[Key, str] = field(default_factory=dict)

    @property
    def page(self) -> str:
        """Return the page that is worked on; it may still have to be made."""
        return page_of_cards(self.site, self.chosen) or PAGE

    @property
    def at(self) -> int:
        """Return the open card, or the last one while the open one is not there."""
        return max(0, min(self.number, len(cards_on(self.site, self.page)) - 1))

    def draft(self, index: int, part: str) -> str | None:
        """Return what waits for a field or the code of a card; None when nothing does."""
        return self.drafts.get((self.page, index, part))

    def with_draft(self, index: int, part: str, text: str | None) -> "CardsState":
        """Return the state with a draft kept, or gone for None."""
        key = (self.page, index, part)
        kept = {one: words for one, words in self.drafts.items() if one != key}
        if text is not None:
            kept[key] = text
        return replace(self, drafts=dict(list(kept.items())[-MOST_DRAFTS:]))

    def without_drafts_of(self, index: int) -> "CardsState":
        """Return the state without the drafts of a card."""
        kept = {one: words for one, words in self.drafts.items() if one[:2] != (self.page, index)}
        return replace(self, drafts=kept)

    def without_card(self, index: int) -> "CardsState":
        """Return the state without the drafts of a card that goes; those behind it move up."""
        page = self.page
        kept = {
            (name, number - (name == page and number > index), part): words
            for (name, number, part), words in self.drafts.items()
            if (name, number) != (page, index)
        }
        return replace(self, drafts=kept)


def read_state(site: Site, content: Mapping[str, Any]) -> CardsState:
    """Read what was saved; others write to the same answer, so what does not fit is left out."""
    mine, prices = content.get(MINE), content.get(PRICES)
    mine = mine if isinstance(mine, Mapping) else {}
    known = prices.items() if isinstance(prices, Mapping) else ()
    chosen = mine.get("halaman")
    return CardsState(
        site,
        chosen if isinstance(chosen, str) else "",
        _count(mine.get("kartu")),
        _count(mine.get("petunjuk")),
        {str(name): int(price) for name, price in known if is_price(price)},
        _drafts(mine.get("naskah")),
    )


def _count(given: object) -> int:
    return given if isinstance(given, int) and not isinstance(given, bool) and 0 <= given < 100 else 0  # noqa: PLR2004 - nobody has more cards


def _drafts(given: object) -> dict[Key, str]:
    found: dict[Key, str] = {}
    for one in given[:MOST_DRAFTS] if isinstance(given, list) else ():
        row = one if isinstance(one, Mapping) else {}
        page, part, text = (row.get(name) for name in ("halaman", "bagian", "isi"))
        if (
            isinstance(page, str)
            and isinstance(text, str)
            and len(text) <= LONGEST_CODE
            and part in (*FIELDS, CODE)
        ):
            found[(page, _count(row.get("kartu")), str(part))] = text
    return found


def written_state(state: CardsState) -> dict[str, Any]:
    """Return what is saved besides the pages: two keys of the answer that nobody else writes."""
    drafts = [
        {"halaman": page, "kartu": number, "bagian": part, "isi": text}
        for (page, number, part), text in state.drafts.items()
    ]
    mine = {"halaman": state.chosen, "kartu": state.number, "petunjuk": state.hints, "naskah": drafts}
    return {MINE: mine, PRICES: dict(state.prices)}
