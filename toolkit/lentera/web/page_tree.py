"""Build the tree of a page as browsers do, with the line of each tag's own ``<``.

html5lib decides what goes where. It is given our tokens and a light tree to build: its own tokens do not know
where they began, and building the learner's tree directly would take as long as all rules together.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from typing import Any, Final, cast

from bs4 import BeautifulSoup
from bs4.element import Comment, Doctype, NamespacedAttribute
from html5lib import HTMLParser
from html5lib.constants import tokenTypes

from lentera.web.page_nodes import HTML, LightTree, Node, Written
from lentera.web.page_planting import Planting
from lentera.web.tags_tokens import (
    Kind,
    Lines,
    Token,
    decoded,
    end_of_raw,
    is_letter,
    read_declaration,
    read_tag,
)

DEEPEST: Final = 200
"""Tags inside one another that are followed; what lies deeper was not written by hand and is left out."""
_MOST_FORMATTING: Final = 100
MOST_TAGS: Final = 8_000
"""Tags that are followed; a page of this many lines is not written by hand either."""

_TEXT: Final = tokenTypes["Characters"]
_SPACE: Final = tokenTypes["SpaceCharacters"]
_START: Final = tokenTypes["StartTag"]
_END: Final = tokenTypes["EndTag"]
_COMMENT: Final = tokenTypes["Comment"]
_DOCTYPE: Final = tokenTypes["Doctype"]
_DECODED: Final = frozenset(("title", "textarea"))
"""Tags in whose text references are read although tags are not."""
_BLANKS: Final = "\t\n\f\r "


class _Stream:
    """Tell html5lib where it is and that the encoding is settled."""

    charEncoding = ("utf-8", "certain")  # noqa: N815
    errors: tuple[str, ...] = ()

    def __init__(self) -> None:
        self.offset = 0

    def position(self) -> tuple[int, int]:
        return self.offset, 0


class Tokens:
    """Be a tokenizer for html5lib; the parser sets ``state`` when raw text begins."""

    dataState = "data"  # noqa: N815
    rcdataState = "rcdata"  # noqa: N815
    rawtextState = "rawtext"  # noqa: N815
    scriptDataState = "script"  # noqa: N815
    plaintextState = "plaintext"  # noqa: N815

    def __init__(self, text: str, tree: LightTree, pieces: Sequence[Token] = ()) -> None:
        self.state = self.dataState
        self.stream = _Stream()
        self.cut = ""
        self.html: Token | None = None
        self._text = text
        self._tree = tree
        self._pieces = pieces

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return self._given() if self._pieces else self._read()

    def _given(self) -> Iterator[dict[str, Any]]:
        """Give pieces that were cut already."""
        raw = ""
        for tags, token in enumerate(self._pieces):
            if self._is_too_deep() or tags > 2 * MOST_TAGS:
                self.cut = "long" if tags > 2 * MOST_TAGS else "deep"
                return
            self.stream.offset = token.start
            if self.state != self.dataState and token.kind is not Kind.TEXT:
                # A title or style without an end ends where the next tag begins.
                self.state = self.dataState
                if (token.kind, token.name) != (Kind.END, raw):
                    yield _tag(Token(Kind.END, token.start, token.start, raw, []))
            if token.kind is Kind.TEXT:
                content = self._text[token.start : token.end]
                plain = token.name == "raw" and raw not in _DECODED
                yield from _characters(content if plain else decoded(content))
            elif token.kind in (Kind.DOCTYPE, Kind.COMMENT):
                yield from self._declared_piece(token)
            else:
                if token.name == "html" and token.kind is Kind.START:
                    self.html = self.html or token
                raw = token.name
                yield _tag(token)

    def _declared_piece(self, token: Token) -> Iterator[dict[str, Any]]:
        _, said = read_declaration(self._text, token.start)
        if token.kind is Kind.COMMENT:
            yield {"type": _COMMENT, "data": said}
        else:
            yield _doctype(said if token.name == "html" else " html", closed=True)

    def _read(self) -> Iterator[dict[str, Any]]:
        """Cut the text as a browser does."""
        text, place, length = self._text, 0, len(self._text)
        raw, tags = "", 0
        while place < length:
            if self._is_too_deep() or tags > MOST_TAGS:
                self.cut = "long" if tags > MOST_TAGS else "deep"
                return
            self.stream.offset = place
            if self.state != self.dataState:
                place = yield from self._raw(place, raw)
                continue
            opened = text.find("<", place)
            following = text[opened + 1 : opened + 2] if opened >= 0 else ""
            if opened != place:
                end = opened if opened >= 0 else length
                yield from _characters(decoded(text[place:end]))
                place = end
            elif is_letter(following) or (following == "/" and is_letter(text[place + 2 : place + 3])):
                token = read_tag(text, place)
                raw, place, tags = token.name, token.end, tags + 1
                if token.closed:
                    if token.name == "html" and token.kind is Kind.START:
                        self.html = self.html or token
                    yield _tag(token)
            elif text.startswith("</>", place):
                place += 3
            elif following in ("!", "?") or (following == "/" and place + 2 < length):
                place = yield from self._declared(place)
            else:
                shown = "</" if following == "/" else "<"
                yield {"type": _TEXT, "data": shown}
                place += len(shown)

    def _raw(self, place: int, name: str) -> Generator[dict[str, Any], None, int]:
        """Give what stands up to the end tag as text; return where it ends."""
        text = self._text
        end = -1 if self.state == self.plaintextState else end_of_raw(text, name, place)
        content = text[place : end if end >= 0 else len(text)]
        if self.state == self.rcdataState:
            content = decoded(content)
        self.state = self.dataState
        yield from _characters(content)
        return end if end >= 0 else len(text)

    def _declared(self, place: int) -> Generator[dict[str, Any], None, int]:
        text, current = self._text, self._tree.openElements[-1:]
        if text.startswith("<![CDATA[", place) and current and current[0].namespace != HTML:
            end = text.find("]]>", place)
            content = text[place + 9 : end if end >= 0 else len(text)]
            if content:
                yield {"type": _TEXT, "data": content}
            return end + 3 if end >= 0 else len(text)
        token, said = read_declaration(text, place)
        if token.kind is Kind.DOCTYPE:
            yield _doctype(said, closed=token.closed)
        else:
            yield {"type": _COMMENT, "data": said}
        return token.end

    def _is_too_deep(self) -> bool:
        tree = self._tree
        return len(tree.openElements) > DEEPEST or len(tree.activeFormattingElements) > _MOST_FORMATTING


def _characters(content: str) -> Iterator[dict[str, Any]]:
    shown = content.lstrip(_BLANKS)
    if len(shown) < len(content):
        yield {"type": _SPACE, "data": content[: len(content) - len(shown)]}
    if shown:
        yield {"type": _TEXT, "data": shown}


def _tag(token: Token) -> dict[str, Any]:
    data = Written()
    data.offset = token.start
    for attribute in token.attributes:
        data.setdefault(attribute.name, decoded(attribute.value, attribute=True))
    return {
        "type": _START if token.kind is Kind.START else _END,
        "name": token.name,
        "data": data,
        "selfClosing": token.self_closing,
        "selfClosingAcknowledged": False,
    }


def _doctype(said: str, *, closed: bool) -> dict[str, Any]:
    name, keyword, ids, *_ = [*said.split(maxsplit=2), "", "", ""]
    quoted = ids.replace("'", '"').split('"')[1::2]
    public = quoted[0] if keyword.upper() == "PUBLIC" and quoted else None
    system = quoted[-1] if keyword.upper() == "SYSTEM" and quoted else None
    if public is not None and len(quoted) > 1:
        system = quoted[1]
    known = not keyword or public is not None or system is not None
    return {
        "type": _DOCTYPE,
        "name": name.lower(),
        "publicId": public,
        "systemId": system,
        "correct": closed and bool(name) and known,
    }


class _Parser(HTMLParser):
    """Let html5lib build a light tree from our tokens."""

    tree: LightTree

    def __init__(self) -> None:
        super().__init__(tree=LightTree)

    def adjustForeignAttributes(self, token: dict[str, Any]) -> None:  # noqa: N802 - html5lib's name
        """Name attributes such as ``xlink:href`` as browsers do."""
        _keeping_place(super().adjustForeignAttributes, token)

    def adjustSVGAttributes(self, token: dict[str, Any]) -> None:  # noqa: N802 - html5lib's name
        """Write attributes such as ``viewBox`` as browsers do."""
        _keeping_place(super().adjustSVGAttributes, token)

    def adjustMathMLAttributes(self, token: dict[str, Any]) -> None:  # noqa: N802 - html5lib's name
        """Write attributes such as ``definitionURL`` as browsers do."""
        _keeping_place(super().adjustMathMLAttributes, token)

    def build(self, text: str, pieces: Sequence[Token] = ()) -> str:
        """Build the tree of a text; tell why it had to be cut short, "" when it is whole."""
        self.innerHTMLMode = False
        self.scripting = False
        tokens = Tokens(text, self.tree, pieces)
        self.tokenizer = cast("Any", tokens)
        self.reset()
        # html5lib stumbles over a few odd mixtures, such as a select in a formula; the tree ends there.
        with suppress(AssertionError, AttributeError, LookupError, TypeError, ValueError):
            self.mainLoop()
        # html5lib puts html in itself before it looks at the tag that is there.
        for node in self.tree.document.childNodes:
            if tokens.html and isinstance(node, Node) and node.name == "html":
                node.attributes = Written(node.attributes)
                node.attributes.offset = tokens.html.start
        return tokens.cut


def _keeping_place(adjust: Callable[[dict[str, Any]], object], token: dict[str, Any]) -> None:
    """Let html5lib adjust attributes; it copies them for that, and the copy must know its place too."""
    place = token["data"].offset
    adjust(token)
    token["data"].offset = place


def _plant(root: Node, lines: Lines) -> BeautifulSoup:
    """Plant a light tree as the soup that rules look at."""
    planting = Planting(lines)
    waiting: list[Node | str | None] = list(reversed(root.childNodes))
    while waiting:
        node = waiting.pop()
        if node is None:
            planting.close()
        elif isinstance(node, str):
            planting.say(node)
        elif node.name.startswith("#"):
            planting.put(Comment(node.data) if node.name == "#comment" else Doctype(node.data))
        else:
            place = getattr(node.attributes, "offset", None)
            planting.open(node.name, _plain(node.attributes), place, node.namespace)
            waiting.append(None)
            waiting.extend(reversed(node.childNodes))
    planting.finish()
    return planting.soup


def _plain(attributes: dict[Any, str]) -> dict[str, str]:
    return {
        NamespacedAttribute(*name) if isinstance(name, tuple) else name: value
        for name, value in attributes.items()
    }


def build_tree(text: str, lines: Lines, pieces: Sequence[Token] = ()) -> tuple[BeautifulSoup, str]:
    """Build the tree of a page.

    Parameters
    ----------
    text : str
        The page.
    lines : Lines
        Of the text.
    pieces : sequence of Token, optional
        The pieces to build from, where they are not those that a browser cuts.

    Returns
    -------
    soup : BeautifulSoup
        The tree; a tag that the browser puts in itself has no line.
    cut : str
        Why the rest was left out: ``deep`` or ``long``; empty when the tree is whole.
    """
    parser = _Parser()
    cut = parser.build(text, pieces)
    return _plant(parser.tree.document, lines), cut
