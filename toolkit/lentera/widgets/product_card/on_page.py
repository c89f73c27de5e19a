"""Where the cards stand in her site, and each change of one card as a new text of its page."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from lentera.rules import Verdict, missed
from lentera.web import HOME, Site
from lentera.web.cards import (
    Card,
    FoundCard,
    Shop,
    cards_of,
    catalogue_page,
    html_of,
    with_card,
    with_code,
    without_card,
)
from lentera.web.kept import SMALL, kept_by_size, kept_for_newest
from lentera.web.links_addresses import written
from lentera.web.looked import places
from lentera.web.page import ParseError, parse_page
from lentera.web.pieces import attribute_of, pieces
from lentera.web.publishing import title_of
from lentera.web.rules_tags import CODES, RULES, worded

PAGE: Final = "produk.html"
"""The page that is made where there is none."""
KNOWN: Final = (PAGE, "katalog.html")
STYLE: Final = "gaya.css"
LARGEST: Final = 256 * 2**10
"""Longer pages [byte] are not worked on."""

_EMPTY: Final = html_of(Card())


@kept_by_size(len, SMALL)
def found_in(text: str) -> tuple[FoundCard, ...]:
    """Return the cards of a page's source."""
    return cards_of(text)


def text_of(site: Site, page: str) -> str | None:
    """Return the source of a page with its own line ends; None when it cannot be written back as it was."""
    content = site.texts.get(page, b"")
    try:
        return content.decode("utf-8") if len(content) <= LARGEST else None
    except UnicodeDecodeError:
        return None


def cards_on(site: Site, page: str) -> tuple[FoundCard, ...]:
    """Return the cards of a page of the site; none where it is missing or cannot be read."""
    return found_in(text_of(site, page) or "")


@kept_for_newest
def pages_with_cards(site: Site) -> tuple[str, ...]:
    """Return the pages among which she chooses: those with cards, and those that are named for it."""
    return tuple(name for name in site.pages if cards_on(site, name) or name.lower() in KNOWN)


def page_of_cards(site: Site, chosen: str = "") -> str:
    """Return the page to work on: the chosen one, else the one with most cards; empty without any."""
    if chosen in site.pages:
        return chosen
    ranked = sorted(
        pages_with_cards(site),
        key=lambda name: (-len(cards_on(site, name)), name.lower() not in KNOWN, name == HOME),
    )
    return next(iter(ranked), "")


def new_page(site: Site) -> str:
    """Write the page that her cards will stand on, with links to what is there already."""
    pages = [(written(PAGE, name), _words_for(site, name)) for name in site.pages]
    style = STYLE if STYLE in site.texts else ""
    return catalogue_page(Shop(title_of(site), tuple(pages), style))


def _words_for(site: Site, name: str) -> str:
    if name == HOME:
        return "Beranda"
    title = parse_page(name, site.texts[name]).soup.title
    words = " ".join(title.get_text(" ").split()) if title else ""
    return words[:60] or name.rsplit("/", 1)[-1].rsplit(".", 1)[0].replace("-", " ").capitalize()


# One card


def with_value(text: str, index: int, field: str, value: str) -> str | None:
    """Return the page with one value of a card changed; None when it could not be read back from there."""
    found = found_in(text)
    before = found[index].card if found else Card()
    card = replace(before, **{field: value}).tidy()
    new = with_card(text, card, index)
    again = found_in(new)
    cards = [one.card for one in found[:index]] + [card] + [one.card for one in found[index + 1 :]]
    return new if [one.card for one in again] == cards else None


def with_copy(text: str, index: int) -> str:
    """Return the page with a copy of a card behind the last one, built in the same way if it can be."""
    found = found_in(text)
    one, last = found[index], found[-1]
    source = text[one.start : one.end]
    if _tag(source) == _tag(text[last.start : last.end]) and not _has_id(source):
        newline = "\r\n" if "\r\n" in text else "\n"
        new = f"{text[: last.end]}{newline}{margin_of(text, last)}{source}{text[last.end :]}"
        if [card.card for card in found_in(new)] == [*(card.card for card in found), one.card]:
            return new
    return with_card(text, one.card, len(found))


def _tag(source: str) -> str:
    return next((token.name for token in pieces(source)), "")


def _has_id(source: str) -> bool:
    """Tell whether something in the source has an id, which may stand on a page only once."""
    return any(attribute_of(token, "id") for token in pieces(source))


def without(text: str, index: int) -> str:
    """Return the page without a card."""
    return without_card(text, index)


# Its code


def margin_of(text: str, found: FoundCard) -> str:
    """Return the spaces before the first line of a card."""
    line = text[text.rfind("\n", 0, found.start) + 1 : found.start]
    return line if not line.strip() else ""


def code_of(text: str, index: int) -> str:
    """Return a card's source as the code box shows it: without the spaces that all lines share."""
    found = found_in(text)[index]
    first, *rest = _plain(text[found.start : found.end]).split("\n")
    margin = _shared_margin(text, found)
    return "\n".join([first, *(line.removeprefix(margin) for line in rest)])


def _shared_margin(text: str, found: FoundCard) -> str:
    rest = _plain(text[found.start : found.end]).split("\n")[1:]
    margin = margin_of(text, found)
    return margin if all(line.startswith(margin) or not line.strip() for line in rest) else ""


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def same_code(one: str, other: str) -> bool:
    """Tell whether two sources differ in nothing but spaces and line ends."""
    return one.split() == other.split()


@dataclass(frozen=True)
class Tried:
    """Tell what came of a card's new source.

    Attributes
    ----------
    text : str or None
        The page with it; None while it is not yet a card.
    fault : str
        ``empty``, ``none``, ``many`` or ``tags``.
    line : int
        Of the finding, in the code box; 0 without one.
    verdict : Verdict or None
        What the rules on tags say.
    """

    text: str | None
    fault: str = ""
    line: int = 0
    verdict: Verdict | None = None


def with_source(text: str, index: int, code: str) -> Tried:
    """Put new source in the place of a card, if it is one card and its tags are in order.

    What was not in order before she changed anything does not stand in her way.
    """
    one = found_in(text)[index]
    if not code.strip():
        return Tried(None, "empty")
    slip = first_slip(code, code_of(text, index))
    if slip is not None:
        return slip
    newline = "\r\n" if "\r\n" in text else "\n"
    margin = _shared_margin(text, one)
    first, *rest = code.strip().split("\n")
    lines = [first, *(margin + line if line.strip() else line for line in rest)]
    new = with_code(text, index, newline.join(lines))
    length = len(newline.join(lines))
    found, again = found_in(text), found_in(new)
    if len(again) > len(found):
        return Tried(None, "many", again[index + 1].line - one.line + 1)
    whole = (
        len(again) == len(found)
        and (again[index].start, again[index].end) == (one.start, one.start + length)
        and all(
            other.card == there.card for other, there in zip(again, found, strict=True) if there is not one
        )
    )
    return Tried(new) if whole else Tried(None, "none")


def first_slip(code: str, before: str) -> Tried | None:
    """Find the first thing about the tags of a card that was in order before."""
    known = Counter(map(_kind, _errors(_EMPTY))) | Counter(map(_kind, _errors(before)))
    fresh = []
    for error in _errors(code):
        if known[_kind(error)]:
            known[_kind(error)] -= 1
        else:
            fresh.append(error)
    for rule in RULES:
        for error in fresh:
            if error.code in CODES[rule.id]:
                finding = missed(error.code, **worded(error), **places([error.line]))
                return Tried(None, "tags", error.line, Verdict(rule, finding))
    return None


def _errors(code: str) -> Iterator[ParseError]:
    # Spaces before the code are hers, and its lines are counted with them.
    yield from parse_page("kartu.html", code.encode("utf-8", "replace")).errors


def _kind(error: ParseError) -> tuple[str, str]:
    return error.code, error.details.get("tag", "")
