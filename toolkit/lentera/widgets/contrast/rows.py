"""The texts of a page as rows: alike ones together, what cannot be read first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from bs4 import BeautifulSoup, Tag
from soupsieve import SelectorSyntaxError

from lentera.web import Site
from lentera.web.access import element_name, shortened, size_text
from lentera.web.cascade import DESKTOP, WIDTHS, TextLook, text_looks
from lentera.web.contrast import Colour, nearest
from lentera.web.contrast import ratio_text as plain_ratio
from lentera.web.page import parse_page
from lentera.web.styles import sheets_of
from lentera.words import _

_MOST_ROWS: Final = 40
_MOST_LINES: Final = 3
_MOST_PARTS: Final = 30
_LONGEST_PART: Final = 60
PARTS: Final = (
    "body",
    "h1",
    "h2",
    "h3",
    "p",
    "li",
    "a",
    "header",
    "nav",
    "main",
    "footer",
    "th",
    "td",
    "button",
)
"""Parts of a page that can have colours of their own, where the page has them."""


@dataclass(frozen=True)
class Row:
    """Be all texts of a page that look alike."""

    texts: tuple[TextLook, ...]
    phone_only: bool

    @property
    def first(self) -> TextLook:
        """Return the first of them."""
        return self.texts[0]

    @property
    def enough(self) -> bool | None:
        """Tell whether they can be read; None where nobody can tell."""
        return self.first.enough


def rows_of(site: Site, page: str) -> tuple[Row, ...]:
    """Return the rows of a page, what cannot be read first."""
    alike: dict[tuple[Any, ...], list[TextLook]] = {}
    known: set[tuple[int, Any]] = set()
    at_desktop: set[tuple[Any, ...]] = set()
    parsed = parse_page(page, site.texts[page])
    for width in WIDTHS:
        for text in text_looks(site, parsed, width):
            ground = text.ground.hex if text.ground is not None else ""
            key = (text.tag.name, text.colour.hex, ground, text.needed)
            if width == DESKTOP:
                at_desktop.add(key)
            if (id(text.tag), key) not in known:
                known.add((id(text.tag), key))
                alike.setdefault(key, []).append(text)
    rows = [Row(tuple(texts), key not in at_desktop) for key, texts in alike.items()]
    return tuple(sorted(rows, key=lambda row: {False: 0, None: 1, True: 2}[row.enough]))


def drawn(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Return the rows as the screen shows them."""
    return [_drawn(row) for row in list(rows)[:_MOST_ROWS]]


def _drawn(row: Row) -> dict[str, Any]:
    text = row.first
    lines = list(dict.fromkeys(one.line for one in row.texts if one.line))
    told = ", ".join(str(line) for line in lines[:_MOST_LINES])
    more = len(lines) - _MOST_LINES
    where = _("line {lines}").format(lines=told) if told else ""
    if more > 0:
        where = _("line {lines} and {n} more").format(lines=told, n=more)
    if row.phone_only:
        where = _("{where}, on a phone").format(where=where)
    return {
        "what": element_name(text.tag).capitalize(),
        "where": where,
        "sample": shortened(text.sample, 28),
        "text": text.colour.hex,
        "ground": text.ground.hex if text.ground is not None else "",
        "colours": pair_words(text.colour, text.ground),
        "codes": f"{text.colour.hex} / {text.ground.hex}" if text.ground is not None else text.colour.hex,
        "ratio": ratio_text(text.ratio) if text.ratio is not None else "?",
        "needs": _("needs {ratio}").format(ratio=ratio_text(text.needed)),
        "size": size_text(text.size),
        "word": word_of(row.enough),
        "kind": {True: "ok", False: "yet", None: "later"}[row.enough],
    }


def ratio_text(value: float) -> str:
    """Write a contrast as it is told, so that no line breaks inside it."""
    return plain_ratio(value).replace(" ", "\N{NO-BREAK SPACE}")


def word_of(enough: bool | None) -> str:  # noqa: FBT001 - three answers, None among them
    """Return how a contrast is told."""
    if enough is None:
        return _("cannot be told: a picture is behind")
    return _("passes") if enough else _("does not pass yet")


def pair_words(text: Colour, ground: Colour | None) -> str:
    """Return two colours by their names."""
    if ground is None:
        return _("{text} on a picture").format(text=nearest(text).word)
    return _("{text} on {ground}").format(text=nearest(text).word, ground=nearest(ground).word)


def parts_of(site: Site, page: str) -> list[str]:
    """Return the parts that the page has, and the selectors of her own rules that set colours."""
    parsed = parse_page(page, site.texts[page])
    parts = [name for name in PARTS if parsed.soup.find(name) is not None]
    for applied in sheets_of(site, parsed):
        for rule in applied.sheet.rules:
            coloured = any(
                one.name in {"color", "background", "background-color"} for one in rule.declarations
            )
            if coloured and not rule.media and _means_something(parsed.soup, rule.selector):
                parts.append(rule.selector)
    return list(dict.fromkeys(parts))[:_MOST_PARTS]


def _means_something(soup: BeautifulSoup, selector: str) -> bool:
    return len(selector) <= _LONGEST_PART and bool(_selected(soup, selector))


def _selected(soup: BeautifulSoup, selector: str) -> list[Tag]:
    try:
        return list(soup.select(selector))
    except (SelectorSyntaxError, NotImplementedError, ValueError):
        return []


def look_of_part(site: Site, page: str, part: str) -> TextLook | None:
    """Return how the first text in a part looks."""
    parsed = parse_page(page, site.texts[page])
    meant = {id(tag) for tag in _selected(parsed.soup, part)}
    texts = text_looks(site, parsed)
    own = next((text for text in texts if id(text.tag) in meant), None)
    inside = (text for text in texts if any(id(one) in meant for one in text.tag.parents))
    return own or next(inside, None)
