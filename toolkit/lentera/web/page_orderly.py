"""Build the tree of a page that is in order, without asking how browsers forgive.

Where every tag is closed in order and stands where it may, there is one tree, and nothing to tell about the
tags. Most pages that are checked are such pages. At the first thing that is not plainly in order the page is
left to `lentera.web.page_tree` and `lentera.web.tags_reading`, which know all there is to know.
"""

from collections.abc import Sequence
from typing import Final

from bs4 import BeautifulSoup, Comment, Doctype

from lentera.web.page_nodes import HTML
from lentera.web.page_planting import Planting
from lentera.web.tags_names import BLOCKS, HEADINGS, HOLDS_INLINE, VOID
from lentera.web.tags_tokens import Kind, Lines, Token, decoded, read_declaration

_DEEPEST: Final = 80
_MOST_PIECES: Final = 16_000

_ROWS: Final = frozenset(("tr",))
_ITEMS: Final = frozenset(("li",))
_PUT_IN: Final = "(tbody)"
"""The part of a table that browsers put around rows by themselves."""
_HOLDS: Final[dict[str, frozenset[str]]] = {
    "": frozenset(("html",)),
    "html": frozenset(("head", "body")),
    "head": frozenset(("title", "meta", "link", "style")),
    "title": frozenset(),
    "style": frozenset(),
    "ul": _ITEMS,
    "ol": _ITEMS,
    "dl": frozenset(("dt", "dd")),
    "table": frozenset(("thead", "tbody", "tfoot", "tr")),
    "thead": _ROWS,
    "tbody": _ROWS,
    "tfoot": _ROWS,
    _PUT_IN: _ROWS,
    "tr": frozenset(("td", "th")),
}
"""Tags that hold certain tags only, and no text."""
_ELSEWHERE: Final = HEADINGS | frozenset(
    (
        "p", "div", "main", "header", "footer", "nav", "section", "article", "aside", "address", "figure",
        "figcaption", "blockquote", "details", "summary", "form", "ul", "ol", "dl", "table", "hr", "a",
        "abbr", "b", "br", "button", "cite", "code", "em", "i", "img", "input", "label", "mark", "q", "s",
        "small", "span", "strong", "sub", "sup", "time", "u", "wbr",
    )
)  # fmt: skip
"""Tags that may stand anywhere else in the body."""
_ONCE: Final = frozenset(("html", "head", "body"))
_NOT_IN_ITSELF: Final = frozenset(("a", "button", "form"))


class _OutOfOrderError(Exception):
    """Say that a page has to be read as browsers forgive."""


def plant_in_order(text: str, pieces: Sequence[Token], lines: Lines) -> BeautifulSoup | None:
    """Build the tree of a page that is in order; None when something is not.

    Parameters
    ----------
    text : str
        The page.
    pieces : sequence of Token
        Its pieces, of which none had to be mended.
    lines : Lines
        Of the text.
    """
    if len(pieces) > _MOST_PIECES:
        return None
    try:
        return _Orderly(text, lines).plant(pieces)
    except _OutOfOrderError:
        return None


class _Orderly:
    def __init__(self, text: str, lines: Lines) -> None:
        self._text = text
        self._planting = Planting(lines)
        self._open = [""]
        self._narrow = 0
        """Open tags in which no block can stand."""
        self._seen: set[str] = set()
        self._over = False
        """Whether the body is closed."""

    def plant(self, pieces: Sequence[Token]) -> BeautifulSoup:
        for piece in pieces:
            kind = piece.kind
            if kind is Kind.TEXT:
                self._say(piece)
            elif kind is Kind.START:
                self._start(piece)
            elif kind is Kind.END:
                self._end(piece.name)
            else:
                self._declare(piece)
        if self._open != [""] or "body" not in self._seen:
            raise _OutOfOrderError
        self._planting.finish()
        return self._planting.soup

    def _say(self, piece: Token) -> None:
        written = self._text[piece.start : piece.end]
        top = self._open[-1]
        if piece.name == "raw":
            self._planting.say(decoded(written) if top == "title" else written)
        elif top not in _HOLDS:
            self._planting.say(decoded(written))
        elif written.strip(" \t\n\f\r") or top in ("title", "style"):
            raise _OutOfOrderError
        elif self._over or "head" in self._seen:
            # Blanks behind the body are moved into it; those before the head are dropped.
            self._planting.say(written)

    def _start(self, piece: Token) -> None:
        name, top = piece.name, self._open[-1]
        void = name in VOID
        if piece.self_closing and not void:
            raise _OutOfOrderError
        held = _HOLDS.get(top)
        if (name not in held) if held is not None else (name not in _ELSEWHERE):
            raise _OutOfOrderError
        if self._narrow and name in BLOCKS:
            raise _OutOfOrderError
        if name in _NOT_IN_ITSELF and name in self._open:
            raise _OutOfOrderError
        if name in _ONCE:
            self._begin(name)
        if name == "tr" and top == "table":
            self._open.append(_PUT_IN)
            self._planting.open("tbody", {}, None, HTML)
        self._planting.open(name, _attributes(piece), piece.start, HTML)
        if void:
            self._planting.close()
            return
        self._open.append(name)
        self._narrow += name in HOLDS_INLINE
        if len(self._open) > _DEEPEST:
            raise _OutOfOrderError

    def _begin(self, name: str) -> None:
        """Begin one of the three parts that every page has once and in this order."""
        needed = {"html": "doctype", "head": "html", "body": "head"}[name]
        if name in self._seen or needed not in self._seen or (name == "head" and "body" in self._seen):
            raise _OutOfOrderError
        self._seen.add(name)

    def _end(self, name: str) -> None:
        if name == "table" and self._open[-1] == _PUT_IN:
            self._open.pop()
            self._planting.close()
        if self._open[-1] != name:
            raise _OutOfOrderError
        self._open.pop()
        self._narrow -= name in HOLDS_INLINE
        if name in ("body", "html"):
            # Both stay open for the blanks behind them.
            if name == "html" and not self._over:
                raise _OutOfOrderError
            self._over = True
        else:
            self._planting.close()

    def _declare(self, piece: Token) -> None:
        said = read_declaration(self._text, piece.start)[1]
        if piece.kind is Kind.DOCTYPE:
            if self._seen or piece.name != "html" or said.strip().lower() != "html":
                raise _OutOfOrderError
            self._seen.add("doctype")
            self._planting.put(Doctype.for_name_and_ids("html", None, None))
        elif self._over or self._open[-1] == "":
            raise _OutOfOrderError
        else:
            self._planting.put(Comment(said))


def _attributes(piece: Token) -> dict[str, str]:
    return {one.name: decoded(one.value, attribute=True) for one in piece.attributes}
