"""Product cards: the form and the HTML of one card, both ways, and the page they stand on.

A change in the form changes only that value in the learner's source. What she wrote around it stays byte for
byte.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lentera.web.cards_reading import FIELDS, Card, FoundCard, amount_of, cards_of, tells_stock
from lentera.web.pieces import as_text, in_quotes, pieces
from lentera.web.tags_tokens import Kind, Token

__all__ = [
    "FIELDS",
    "Card",
    "FoundCard",
    "Shop",
    "amount_of",
    "cards_of",
    "catalogue_page",
    "html_of",
    "tells_stock",
    "with_card",
    "with_code",
    "without_card",
]

_LABELS: Final = {"weight": "Berat bersih", "price": "Harga", "stock": "Stok"}
_STEP: Final = "  "


def html_of(card: Card, heading: str = "h2", indent: str = "", newline: str = "\n") -> str:
    """Write a card as HTML that says what each part is; fields without a value keep their place."""
    card = card.tidy()
    lines = [
        "<article>",
        f"{_STEP}<{heading}>{as_text(card.name)}</{heading}>",
        f"{_STEP}<img src={in_quotes(card.picture)} alt={in_quotes(card.alt)}>",
        *(f"{_STEP}{_line(name, getattr(card, name))}" for name in _LABELS),
        "</article>",
    ]
    return newline.join(f"{indent}{line}" for line in lines)


def _line(name: str, value: str) -> str:
    return f"<p>{_LABELS[name]}: {as_text(value)}</p>"


def with_card(text: str, card: Card, index: int) -> str:
    """Write a card into a page's source.

    Parameters
    ----------
    text : str
        The source with its own line ends.
    card : Card
        What it says from now on.
    index : int
        Which card of the page; the number of its cards for a new one behind the last.

    Raises
    ------
    ValueError
        When the page has fewer cards than that.
    """
    card = card.tidy()
    found = cards_of(text)
    newline = "\r\n" if "\r\n" in text else "\n"
    if index == len(found):
        return _added(text, card, found, newline)
    if not 0 <= index < len(found):
        raise ValueError(f"this page has {len(found)} cards; give a number from 0 to {len(found)}")
    edits = _edits(text, found[index], card, newline)
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def _edits(text: str, found: FoundCard, card: Card, newline: str) -> list[tuple[int, int, str]]:
    """Return the changes of the source as (start, end, words)."""
    changed = [name for name in FIELDS if getattr(card, name) != getattr(found.card, name)]
    margin = _margin(text, found)
    edits: list[tuple[int, int, str]] = []
    lines: list[str] = []
    attributes = {"picture": "src", "alt": "alt"}
    for name in changed:
        value, span = getattr(card, name), found.spans.get(name)
        if name in attributes:
            written = f"{attributes[name]}={in_quotes(value)}"
            if span:
                edits.append((*span, written))
            elif found.picture_tag is not None:
                place = _before_end(text, found.picture_tag)
                edits.append((place, place, f" {written}"))
        elif span:
            empty = name != "name" and not getattr(found.card, name)
            edits.append((*span, f" {as_text(value)}" if empty else as_text(value)))
        elif name == "name":
            edits.append((found.within, found.within, f"{newline}{margin}<h2>{as_text(value)}</h2>"))
        else:
            lines.append(_line(name, value))
    if found.picture_tag is None and {"picture", "alt"} & set(changed):
        lines.insert(0, f"<img src={in_quotes(card.picture)} alt={in_quotes(card.alt)}>")
    if lines:
        edits.append((found.last, found.last, "".join(f"{newline}{margin}{line}" for line in lines)))
    return edits


def _before_end(text: str, token: Token) -> int:
    """Return where an attribute can be put into a tag."""
    place = token.end - 1
    if token.self_closing:
        place -= 1
    while text[place - 1] in " \t\r\n":
        place -= 1
    return place


def _margin(text: str, found: FoundCard) -> str:
    """Return the spaces before a line of the card."""
    inside = [start for start, _end in found.spans.values() if start > found.start]
    for start in inside:
        line = text[text.rfind("\n", 0, start) + 1 : start]
        if text.rfind("\n", found.start, start) >= 0:
            return line[: len(line) - len(line.lstrip())]
    return _indent(text, found.start) + ("" if found.within == found.start else _STEP)


def _indent(text: str, place: int) -> str:
    """Return the spaces before the tag at a place."""
    line = text[text.rfind("\n", 0, place) + 1 : place]
    return line if not line.strip() else ""


def _added(text: str, card: Card, found: Sequence[FoundCard], newline: str) -> str:
    if found:
        last = found[-1]
        indent = _indent(text, last.start)
        written = html_of(card, last.heading or "h2", indent, newline)
        return f"{text[: last.end]}{newline}{written}{text[last.end :]}"
    place = _end_of_content(text)
    indent = _indent(text, place)
    place -= len(indent)
    before = "" if not place or text[place - 1] == "\n" else newline
    written = html_of(card, "h2", indent + _STEP if indent else "", newline)
    return f"{text[:place]}{before}{written}{newline}{text[place:]}"


def _end_of_content(text: str) -> int:
    ends = {token.name: token.start for token in pieces(text) if token.kind is Kind.END}
    return next((ends[name] for name in ("main", "footer", "body", "html") if name in ends), len(text))


def without_card(text: str, index: int) -> str:
    """Take one card out of a page's source, with the line it leaves empty."""
    one = _numbered(text, index)
    start, end = one.start, one.end
    start -= len(_indent(text, start))
    if start == 0 or text[start - 1] == "\n":
        end += 2 if text.startswith("\r\n", end) else 1 if text.startswith("\n", end) else 0
    return text[:start] + text[end:]


def with_code(text: str, index: int, code: str) -> str:
    """Put other source in the place of one card."""
    one = _numbered(text, index)
    return text[: one.start] + code + text[one.end :]


def _numbered(text: str, index: int) -> FoundCard:
    found = cards_of(text)
    if not 0 <= index < len(found):
        raise ValueError(f"this page has {len(found)} cards; give a number from 0 to {len(found) - 1}")
    return found[index]


@dataclass(frozen=True)
class Shop:
    """Tell what a new catalogue page says around its cards.

    Attributes
    ----------
    name : str
        Of the shop.
    pages : tuple of (str, str)
        Address and words of the links to the other pages.
    style : str
        Address of the style sheet; empty without one.
    """

    name: str
    pages: tuple[tuple[str, str], ...] = ()
    style: str = ""


def catalogue_page(shop: Shop, cards: Sequence[Card] = ()) -> str:
    """Write a whole catalogue page that browsers and screen readers understand."""
    links = [f"      <a href={in_quotes(address)}>{as_text(words)}</a>" for address, words in shop.pages]
    nav = ["    <nav>", *links, "    </nav>"] if links else []
    style = [f'  <link rel="stylesheet" href={in_quotes(shop.style)}>'] if shop.style else []
    lines = [
        "<!DOCTYPE html>",
        '<html lang="id">',
        "<head>",
        '  <meta charset="utf-8">',
        '  <meta name="viewport" content="width=device-width, initial-scale=1">',
        f"  <title>{as_text(f'Produk {shop.name}'.strip())}</title>",
        *style,
        "</head>",
        "<body>",
        "  <header>",
        f"    <h1>{as_text(f'Produk {shop.name}'.strip())}</h1>",
        *nav,
        "  </header>",
        "  <main>",
        *(html_of(card, "h2", "    ") for card in cards),
        "  </main>",
        "  <footer>",
        f"    <p>{as_text(shop.name)}</p>" if shop.name else "    <p>Terima kasih sudah berkunjung.</p>",
        "  </footer>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"
