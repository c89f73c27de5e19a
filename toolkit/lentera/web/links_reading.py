"""Find the addresses that pages and styles write down, with their lines and the words that go with them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from lentera.web.kept import SMALL, kept_by_size
from lentera.web.pieces import attribute_of, in_quotes, value_of
from lentera.web.reading import read_text
from lentera.web.tags import read_tags
from lentera.web.tags_mending import read_mended
from lentera.web.tags_tokens import Kind, Lines, Token, decoded, lower


class Use(StrEnum):
    """Say what an address is for."""

    LEADS = "leads"
    SHOWS = "shows"
    LOADS = "loads"


_ADDRESSES: Final[Mapping[str, tuple[tuple[str, Use], ...]]] = {
    "a": (("href", Use.LEADS),),
    "area": (("href", Use.LEADS),),
    "img": (("src", Use.SHOWS), ("srcset", Use.SHOWS)),
    "source": (("src", Use.LOADS), ("srcset", Use.SHOWS)),
    "input": (("src", Use.SHOWS),),
    "link": (("href", Use.LOADS),),
    "script": (("src", Use.LOADS),),
    "iframe": (("src", Use.LOADS),),
    "video": (("src", Use.LOADS), ("poster", Use.SHOWS)),
    "audio": (("src", Use.LOADS),),
    "track": (("src", Use.LOADS),),
    "embed": (("src", Use.LOADS),),
    "object": (("data", Use.LOADS),),
}
_NEEDED: Final = frozenset((("img", "src"),))
"""Attributes without which a tag does nothing: a missing one is an empty address."""


@dataclass(frozen=True)
class Written:
    """Be one address as it is written, and where.

    Attributes
    ----------
    start, end : int
        Of the whole attribute in the text read; both 0 where the attribute is missing or is part of a style.
    """

    line: int
    use: Use
    tag: str
    attribute: str
    address: str
    text: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Addresses:
    """Hold the addresses of a page, and what they can be followed by.

    Attributes
    ----------
    written : tuple of Written
        In the order of the page.
    base : str
        What the ``base`` tag says.
    parts : frozenset of str
        The parts of the page that an address can name after ``#``.
    """

    written: tuple[Written, ...]
    base: str
    parts: frozenset[str]


@kept_by_size(len, SMALL)
def addresses_in_page(content: bytes) -> Addresses:
    """Find the addresses of a page as its writer meant it; the same bytes are read once."""
    return addresses_in_text(read_text(content)[0])


def addresses_in_text(text: str) -> Addresses:
    """Find the addresses in a page's source, as its writer meant it."""
    return addresses_in(text, Lines(text), read_tags(text, read_mended(text)).pieces)


def addresses_in(text: str, lines: Lines, pieces: Iterable[Token]) -> Addresses:
    """Find the addresses in the pieces of a page."""
    reading = _Reading(text, lines)
    for piece in pieces:
        if piece.kind is Kind.TEXT:
            reading.read_text(piece)
        elif piece.kind in (Kind.START, Kind.END):
            reading.read_tag(piece)
    return reading.addresses


class _Reading:
    """Gather addresses, and the words of the link that was opened last."""

    def __init__(self, text: str, lines: Lines) -> None:
        self._text, self._lines = text, lines
        self._found: list[Written] = []
        self._base = ""
        self._parts: set[str] = set()
        self._words: dict[int, list[str]] = {}
        self._hearing: list[str] | None = None
        self._styled = False

    @property
    def addresses(self) -> Addresses:
        said = {number: " ".join(" ".join(words).split()) for number, words in self._words.items()}
        written = tuple(_with_text(one, said.get(number)) for number, one in enumerate(self._found))
        return Addresses(written, self._base, frozenset(self._parts - {""}))

    def read_text(self, piece: Token) -> None:
        if piece.name == "raw":
            if self._styled:
                self._found += _styled(self._text[piece.start : piece.end], self._lines, piece.start)
        elif self._hearing is not None:
            self._hearing.append(decoded(self._text[piece.start : piece.end]))

    def read_tag(self, piece: Token) -> None:
        name, starts = piece.name, piece.kind is Kind.START
        if name == "a":
            self._hearing = None
        self._styled = starts and name == "style"
        if not starts or not (piece.attributes or name == "img"):
            return
        self._parts.add(value_of(piece, "id") or "")
        if name == "a":
            self._parts.add(value_of(piece, "name") or "")
        elif name == "base":
            self._base = self._base or value_of(piece, "href") or ""
        for one in _in_tag(piece, self._lines):
            if name == "a":
                self._hearing = [] if self._hearing is None else self._hearing
                self._words[len(self._found)] = self._hearing
            self._found.append(one)
        if name == "img" and self._hearing is not None:
            self._hearing.append(value_of(piece, "alt") or "")


def _with_text(one: Written, text: str | None) -> Written:
    if text is None:
        return one
    return Written(one.line, one.use, one.tag, one.attribute, one.address, text, one.start, one.end)


def _in_tag(token: Token, lines: Lines) -> Iterator[Written]:
    known = _ADDRESSES.get(token.name, ())
    style = attribute_of(token, "style")
    if not known and style is None:
        return
    line = lines.line(token.start)
    said = " ".join((value_of(token, "alt") or "").split())
    for name, use in known:
        attribute = attribute_of(token, name)
        if attribute is None:
            if (token.name, name) in _NEEDED and value_of(token, "srcset") is None:
                yield Written(line, use, token.name, name, "", said)
            continue
        value = decoded(attribute.value, attribute=True)
        addresses = _from_set(value) if name == "srcset" else [value]
        for address in addresses:
            yield Written(line, use, token.name, name, address, said, attribute.start, attribute.end)
    if style is not None:
        for one in written_in_rules(decoded(style.value, attribute=True)):
            yield Written(line, one.use, "css", "style", one.address)


def _from_set(value: str) -> list[str]:
    return [part.split()[0] for part in value.split(",") if part.split()]


def _styled(css: str, lines: Lines, start: int) -> Iterator[Written]:
    first = lines.line(start)
    for one in written_in_rules(css):
        yield Written(first + one.line - 1, one.use, "css", "style", one.address)


@kept_by_size(len, SMALL)
def written_in_style(content: bytes) -> tuple[Written, ...]:
    """Find the addresses in a style sheet."""
    return tuple(written_in_rules(read_text(content)[0]))


def written_in_rules(css: str) -> Iterator[Written]:
    """Find ``url()`` and ``@import`` in the text of a style."""
    small = lower(css)
    if "url(" not in small and "@import" not in small:
        return
    import tinycss2  # noqa: PLC0415 - most pages and styles name no address

    waiting: list[Any] = list(tinycss2.parse_component_value_list(css, skip_comments=True))[::-1]
    importing = False
    while waiting:
        node = waiting.pop()
        if node.type == "url":
            yield Written(node.source_line, Use.LOADS if importing else Use.SHOWS, "css", "url", node.value)
            importing = False
        elif node.type == "string" and importing:
            yield Written(node.source_line, Use.LOADS, "css", "import", node.value)
            importing = False
        elif node.type == "at-keyword":
            importing = node.lower_value == "import"
        elif node.type == "function" and node.lower_name == "url":
            strings = [part for part in node.arguments if part.type == "string"]
            for string in strings:
                use = Use.LOADS if importing else Use.SHOWS
                yield Written(node.source_line, use, "css", "url", string.value)
            importing = False
        elif node.type == "literal" and node.value == ";":
            importing = False
        else:
            waiting.extend(reversed(getattr(node, "content", None) or getattr(node, "arguments", None) or []))


def with_address(text: str, number: int, address: str) -> str:
    """Write another address in place of one in a page's source; everything else stays as it is.

    Parameters
    ----------
    text : str
        The source with its own line ends.
    number : int
        Which of the page's addresses, from 0.
    address : str
        The new one.

    Raises
    ------
    ValueError
        When there is no such address, or it stands in a style.
    """
    written = addresses_in_text(text.replace("\r\n", "\n").replace("\r", "\n")).written
    if not 0 <= number < len(written) or not written[number].end or written[number].attribute == "srcset":
        raise ValueError(f"address {number} of this page cannot be changed here; change it in the editor")
    one = written[number]
    start, end = _place_in(text, one.start), _place_in(text, one.end)
    return f"{text[:start]}{one.attribute}={in_quotes(address)}{text[end:]}"


def _place_in(text: str, place: int) -> int:
    """Return where a place stands in a text with its own line ends, counted with plain ones."""
    pairs = [found.start() - before for before, found in enumerate(re.finditer("\r\n", text))]
    return place + bisect_left(pairs, place)
