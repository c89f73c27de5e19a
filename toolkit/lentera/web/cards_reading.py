"""Find the product cards of a page, however they are built, and where each of their values stands.

A card is an article, a list row or a box with one heading and what a buyer asks for. The tags tell where it
begins and ends; only the few words inside, such as "Berat bersih: 150 g", are read as words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from lentera.web.cards_tree import Chunk, Element, chunks_of, read_tree
from lentera.web.pieces import attribute_of, value_of
from lentera.web.tags_names import HEADINGS
from lentera.web.tags_tokens import Lines, Token

FIELDS: Final = ("name", "picture", "alt", "weight", "price", "stock")

_MOST_INSIDE: Final = 300
"""An element with more elements inside is a whole page, not a card."""
_BOXES: Final = frozenset(("article", "li", "div", "section", "td", "figure", "a"))
_SUBHEADS: Final = HEADINGS - {"h1"}

_FOLLOWED = r"(?=[\s:=]*(?:\d|Rp|\.\.|$)|\s*[:=])"
_LABELS: Final = tuple(
    (name, re.compile(rf"\s*(?:{words})\b{_FOLLOWED}\s*[:=]?", re.IGNORECASE))
    for name, words in (
        ("weight", r"berat(?: bersih)?|isi(?: bersih)?|netto|neto|bobot|net weight|weight"),
        ("price", r"harga(?: satuan)?|price"),
        ("stock", r"stok|persediaan|sisa|stock"),
    )
)
_STOCK_WORD: Final = re.compile(r"\s*(?:stok|stock)\s+", re.IGNORECASE)
_APART: Final = re.compile(
    r"[;|·•]|[,.]\s+(?=(?:berat|isi|netto|neto|harga|stok|sisa|persediaan)\b)|\s[–—-]\s", re.IGNORECASE
)
_PRICE: Final = re.compile(r"Rp\.?\s*\d[\d.,]*", re.IGNORECASE)
_UNITS: Final = (
    r"kilogram|kilo|kg|gram|gr|g|ons|mililiter|ml|cc|liter|lt|l|pcs|buah|biji|butir|bungkus|lembar|potong|botol"
    r"|ikat|saset|pak|set|pasang|tusuk|porsi|paket|kotak|dus|boks|toples|stoples|kaleng|gelas|mangkuk|kantong"
    r"|karung|sisir|tandan|batang|helai|ekor|lusin|rol|unit|meter|cm|m|kali|menit|jam|hari|pieces|packs|bottles"
)
_AMOUNT: Final = re.compile(rf"(?<![\w.,])(\d+(?:[.,]\d+)?)\s*({_UNITS})\b", re.IGNORECASE)
_MASS: Final = frozenset(
    ("kilogram", "kilo", "kg", "gram", "gr", "g", "ons", "mililiter", "ml", "cc", "liter", "lt", "l")
)
_SOLD_OUT: Final = frozenset(("habis", "kosong", "tersedia", "ready", "ada", "sold out", "available"))


@dataclass(frozen=True)
class Card:
    """Be what a buyer reads about one product, each value as it is written.

    Attributes
    ----------
    name : str
        Of the product.
    picture, alt : str
        Address of the photo and what it shows in words.
    weight : str
        With its unit: ``150 g``.
    price : str
        As on a price tag: ``Rp11.000``.
    stock : str
        A number, or a word such as ``habis``.
    """

    name: str = ""
    picture: str = ""
    alt: str = ""
    weight: str = ""
    price: str = ""
    stock: str = ""

    def tidy(self) -> "Card":
        """Return the card with single spaces."""
        return Card(*(" ".join(getattr(self, name).split()) for name in FIELDS))


@dataclass(frozen=True, eq=False)
class FoundCard:
    """Be one card of a page.

    Attributes
    ----------
    card : Card
        What it says.
    line : int
        Where it begins, from 1.
    start, end : int
        The whole card in the source.
    heading : str
        Tag of its heading; empty without one.
    spans : mapping of str to (int, int)
        Where each value stands in the source; a field without a place is missing here.
    picture_tag : Token or None
        Its first picture.
    within : int
        Behind the opening tag of the card: where a heading can be put in.
    last : int
        Behind the last thing in the card: where a line can be put in.
    """

    card: Card
    line: int
    start: int
    end: int
    heading: str = ""
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    picture_tag: Token | None = None
    within: int = 0
    last: int = 0


def amount_of(weight: str) -> tuple[str, str] | None:
    """Return number and unit of a weight or content such as ``150 g``; None when one of them is missing."""
    found = _AMOUNT.search(weight)
    return (found.group(1), found.group(2)) if found else None


def tells_stock(stock: str) -> bool:
    """Tell whether a stock is a number or a word a buyer understands."""
    small = stock.casefold().strip(" .!")
    return any(sign.isdigit() for sign in stock) or small in _SOLD_OUT


def cards_of(text: str) -> tuple[FoundCard, ...]:
    """Find the product cards in a page's source, in the order of the page."""
    tree = read_tree(text)
    lines = Lines(text)
    boxes = _boxes(text, tree)
    found = [_found(text, lines, box, box.children, box.start, box.end) for box in boxes]
    inside = set(boxes) | {one for box in boxes for one in box.elements()}
    for heading, nodes in _flat(tree, inside):
        end = next(
            (_end(node) for node in reversed(nodes) if not _is_blank(text, node)),
            heading.end,
        )
        card = _found(text, lines, None, nodes, heading.start, end)
        if {"weight", "price", "stock"} & set(card.spans):
            found.append(card)
    return tuple(sorted(found, key=lambda one: one.start))


def _end(node: Element | Token) -> int:
    return node.end


def _is_blank(text: str, node: Element | Token) -> bool:
    return isinstance(node, Token) and not text[node.start : node.end].strip()


def _boxes(text: str, tree: Element) -> list[Element]:
    """Return the elements that are cards, the tightest that hold everything."""
    chosen: dict[Element, frozenset[str]] = {}
    for element in tree.elements():
        if element.name not in _BOXES:
            continue
        inside = list(islice(element.elements(), _MOST_INSIDE + 1))
        if len(inside) > _MOST_INSIDE:
            continue
        heads = [one for one in inside if one.name in (HEADINGS if element.name == "article" else _SUBHEADS)]
        if len(heads) > 1:
            continue
        told = frozenset(_values(text, element.children, frozenset(heads)))
        pictured = any(one.name == "img" for one in inside)
        kinds = told | ({"picture"} if pictured else set())
        if (element.name == "article" and kinds) or (told and (heads or pictured)):
            _choose(chosen, element, kinds)
    return list(chosen)


def _choose(chosen: dict[Element, frozenset[str]], element: Element, kinds: frozenset[str]) -> None:
    """Keep the outer of two boxes around one heading only when it is an article or holds more."""
    outer = next((one for one in chosen if one.start <= element.start and element.end <= one.end), None)
    if outer is not None:
        more = outer.name != "article" and (element.name == "article" or kinds >= chosen[outer])
        if not more:
            return
        del chosen[outer]
    chosen[element] = kinds


def _flat(tree: Element, inside: set[Element]) -> Iterator[tuple[Element, list[Element | Token]]]:
    """Give the headings outside of any card, each with what follows it up to the next heading."""
    for parent in (tree, *tree.elements()):
        if parent in inside:
            continue
        nodes = parent.children
        heads = [
            place
            for place, node in enumerate(nodes)
            if isinstance(node, Element) and node not in inside and node.name in HEADINGS
        ]
        for place, following in zip(heads, [*heads[1:], len(nodes)], strict=False):
            heading = nodes[place]
            if isinstance(heading, Element) and heading.name in _SUBHEADS:
                stop = next((at for at in range(place, following) if _is_in(nodes[at], inside)), following)
                yield heading, nodes[place:stop]


def _is_in(node: Element | Token, some: set[Element]) -> bool:
    return isinstance(node, Element) and node in some


def _found(
    text: str, lines: Lines, box: Element | None, nodes: list[Element | Token], start: int, end: int
) -> FoundCard:
    tops = [node for node in nodes if isinstance(node, Element)]
    inside = [*tops, *(one for node in tops for one in node.elements())]
    inside.sort(key=lambda one: one.start)
    heading = next((one for one in inside if one.name in HEADINGS), None)
    picture = next((one.token for one in inside if one.name == "img"), None)
    apart = frozenset([heading] if heading else [])
    values = _values(text, nodes, apart)
    spans = {name: span for name, (_value, span) in values.items()}
    card = Card(**{name: value for name, (value, _span) in values.items()})
    if heading is not None:
        name, spans["name"] = _heading(text, heading)
        card = replace(card, name=name)
    if picture is not None:
        for key, attribute in (("picture", "src"), ("alt", "alt")):
            written = attribute_of(picture, attribute)
            if written is not None:
                spans[key] = (written.start, written.end)
        said = {key: value_of(picture, name) or "" for key, name in (("picture", "src"), ("alt", "alt"))}
        card = replace(card, **said)
    within = box.inner if box else start
    last = max([within, *(_end(node) for node in nodes if not _is_blank(text, node))])
    tag = heading.name if heading else ""
    return FoundCard(card.tidy(), lines.line(start), start, end, tag, spans, picture, within, last)


def _heading(text: str, heading: Element) -> tuple[str, tuple[int, int]]:
    chunks = chunks_of(text, heading.children)
    if not chunks:
        return "", (heading.inner, heading.inner_end)
    first, last = chunks[0], chunks[-1]
    start = len(first.text) - len(first.text.lstrip())
    end = len(last.text.rstrip())
    span = (first.places[start][0], last.places[end - 1][1])
    return " ".join(chunk.text for chunk in chunks), span


_Values = dict[str, tuple[str, tuple[int, int]]]


def _values(text: str, nodes: list[Element | Token], apart: frozenset[Element]) -> _Values:
    """Read weight, price and stock; a label whose value comes in the next line waits for it."""
    found: _Values = {}
    waiting = ""
    for chunk in chunks_of(text, nodes, apart):
        for start, end in _segments(chunk.text):
            name, value_start = _label(chunk.text, start, end)
            if name and name not in found:
                found[name] = _value(text, chunk, value_start, end)
                waiting = name if not found[name][0] else ""
            elif waiting and not name:
                found[waiting] = _value(text, chunk, start, end)
                waiting = ""
            elif not name:
                _unlabelled(chunk, start, end, found)
    return found


def _segments(words: str) -> list[tuple[int, int]]:
    cuts = [found.span() for found in _APART.finditer(words)]
    starts = [0, *(end for _start, end in cuts)]
    ends = [*(start for start, _end in cuts), len(words)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if words[start:end].strip()]


def _label(words: str, start: int, end: int) -> tuple[str, int]:
    for name, pattern in _LABELS:
        found = pattern.match(words, start, end)
        if found:
            return name, found.end()
    found = _STOCK_WORD.match(words, start, end)
    if found and words[found.end() : end].strip(" .!").casefold() in _SOLD_OUT:
        return "stock", found.end()
    return "", start


def _value(text: str, chunk: Chunk, start: int, end: int) -> tuple[str, tuple[int, int]]:
    """Return a value and its place; an empty one stands behind its label, together with the spaces there."""
    words = chunk.text[start:end]
    if words.strip():
        first = start + len(words) - len(words.lstrip())
        return " ".join(words.split()), chunk.span(first, start + len(words.rstrip()))
    place = chunk.places[start - 1][1] if start else chunk.places[0][0]
    after = place
    while after < len(text) and text[after] in " \t":
        after += 1
    return "", (place, after)


def _unlabelled(chunk: Chunk, start: int, end: int, found: _Values) -> None:
    price = _PRICE.search(chunk.text, start, end)
    if price and "price" not in found:
        stop = price.end() - (price.group()[-1] in ".,")
        found["price"] = (chunk.text[price.start() : stop], chunk.span(price.start(), stop))
    amount = next(
        (one for one in _AMOUNT.finditer(chunk.text, start, end) if one.group(2).casefold() in _MASS), None
    )
    if amount and "weight" not in found:
        found["weight"] = (amount.group(), chunk.span(*amount.span()))
    words = chunk.text[start:end]
    if "stock" not in found and words.strip(" .!\n\t").casefold() in _SOLD_OUT - {"ada"}:
        found["stock"] = _value("", chunk, start, end)
