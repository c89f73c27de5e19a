"""The elements of a page with their places in the source, so that a value can be changed where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lentera.web.pieces import pieces
from lentera.web.tags_names import BLOCKS, HEADINGS, VOID
from lentera.web.tags_tokens import Kind, Token, decoded, references

_ROWS: Final = frozenset(("li", "dt", "dd", "td", "th", "tr"))
_BREAKS: Final = BLOCKS | _ROWS | {"br", "img", "body", "html", "head", "title", "figcaption"}
_DEEPEST: Final = 200


@dataclass(eq=False)
class Element:
    """Be one element: its tag, its place in the source, what is inside.

    Attributes
    ----------
    start, end : int
        The whole element.
    inner, inner_end : int
        What is between its tags.
    """

    name: str
    token: Token | None
    start: int
    inner: int
    inner_end: int
    end: int
    parent: "Element | None" = None
    children: list["Element | Token"] = field(default_factory=list)

    def elements(self) -> Iterator["Element"]:
        """Give every element inside, in the order of the page."""
        waiting = self.children[::-1]
        while waiting:
            child = waiting.pop()
            if isinstance(child, Element):
                yield child
                waiting += child.children[::-1]


def read_tree(text: str) -> Element:
    """Read a page's source as elements; what is left open ends with the element around it."""
    length = len(text)
    root = Element("", None, 0, 0, length, length)
    opened = [root]
    for token in pieces(text):
        if token.kind is Kind.TEXT:
            if token.name != "raw":
                opened[-1].children.append(token)
        elif token.kind is Kind.START:
            _leave(opened, token)
            _enter(opened, token, length)
        else:
            names = [one.name for one in opened]
            if token.name in names:
                while opened[-1].name != token.name:
                    _close(opened, token.start, token.start)
                _close(opened, token.start, token.end)
    return root


def _enter(opened: list[Element], token: Token, length: int) -> None:
    above = opened[-1]
    alone = token.name in VOID
    end = token.end if alone else length
    element = Element(token.name, token, token.start, token.end, end, end, above)
    above.children.append(element)
    if not alone and len(opened) < _DEEPEST:
        opened.append(element)


def _leave(opened: list[Element], token: Token) -> None:
    """End what does not go on once this tag begins: as browsers do, and a heading whose end was forgotten."""
    top = opened[-1].name
    ends = (
        (top == "p" and token.name in BLOCKS | {"li"})
        or (top in _ROWS and token.name == top)
        or (top in ("dt", "dd") and token.name in ("dt", "dd"))
        or (top in HEADINGS and token.name in BLOCKS | _ROWS)
    )
    if ends:
        _close(opened, token.start, token.start)


def _close(opened: list[Element], start: int, end: int) -> None:
    one = opened.pop()
    one.inner_end, one.end = start, end


@dataclass(frozen=True)
class Chunk:
    """Be words that stand in one line for a reader, and where each character is written.

    Attributes
    ----------
    text : str
        As a reader has it, with spaces as they stand.
    places : tuple of (int, int)
        Beginning and end of each character in the source.
    """

    text: str
    places: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part of the text stands in the source."""
        return self.places[start][0], self.places[end - 1][1]


def chunks_of(
    text: str, nodes: list[Element | Token], apart: frozenset[Element] = frozenset()
) -> list[Chunk]:
    """Return the lines of words in some nodes; elements of ``apart`` are left out."""
    lines: list[list[Token]] = [[]]
    _gather(nodes, apart, lines)
    return [chunk for line in lines if line and (chunk := _chunk(text, line)).text.strip()]


def _gather(nodes: list[Element | Token], apart: frozenset[Element], lines: list[list[Token]]) -> None:
    for node in nodes:
        if isinstance(node, Token):
            lines[-1].append(node)
        elif node in apart:
            lines.append([])
        elif node.name in _BREAKS:
            lines.append([])
            _gather(node.children, apart, lines)
            lines.append([])
        else:
            _gather(node.children, apart, lines)


def _chunk(text: str, line: list[Token]) -> Chunk:
    signs: list[str] = []
    spots: list[tuple[int, int]] = []
    for token in line:
        source, place = text[token.start : token.end], 0
        for found in references(source):
            _put(signs, spots, source[place : found.start()], token.start + place)
            written = decoded(found.group())
            start, end = token.start + found.start(), token.start + found.end()
            signs += written
            spots += [(start, end)] * len(written)
            place = found.end()
        _put(signs, spots, source[place:], token.start + place)
    return Chunk("".join(signs), tuple(spots))


def _put(signs: list[str], spots: list[tuple[int, int]], plain: str, start: int) -> None:
    signs += plain
    spots += [(place, place + 1) for place in range(start, start + len(plain))]
