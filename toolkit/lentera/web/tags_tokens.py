"""Cut a page's text into tags, text and comments exactly as a browser does, with the place of each.

The place is why this is not left to the parser: a learner is told a line, and a parser only knows where a
tag ended.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from html.entities import html5
from math import inf
from typing import Final

_SPACE: Final = " \t\n\f\r"
_NAME = re.compile(r"[^ \t\n\f\r/>]*")
_GAP = re.compile(r"[ \t\n\f\r/]*")
_BLANK = re.compile(r"[ \t\n\f\r]*")
_ATTRIBUTE_NAME = re.compile(r"[^ \t\n\f\r/>][^ \t\n\f\r/>=]*")
_UNQUOTED = re.compile(r"[^ \t\n\f\r>]*")
_PLAIN_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:[ \n]+[a-z][a-z-]*="[^"<>\n]*")*)[ \n]*(/?)>')
_PLAIN_ATTRIBUTE = re.compile(r'([a-z][a-z-]*)="([^"]*)"')
_COMMENT_END = re.compile(r"--!?>")
_REFERENCE = re.compile(r"&(#[xX][0-9a-fA-F]+;?|#[0-9]+;?|[0-9A-Za-z]+;?)")
_LOWER: Final = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}

_LONGEST_ENTITY: Final = max(map(len, html5))
_SURROGATES: Final = range(0xD800, 0xE000)
_WINDOWS: Final = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}


class Kind(StrEnum):
    """Name what a piece of a page is."""

    TEXT = "text"
    START = "start"
    END = "end"
    COMMENT = "comment"
    DOCTYPE = "doctype"


@dataclass(slots=True)
class Attribute:
    """Be one attribute as it is written.

    Attributes
    ----------
    name : str
        In small letters.
    value : str
        Without its quotes, before references such as ``&amp;`` are read.
    quote : str or None
        The quote around the value, "" around none; None when there is no equals sign.
    start, end : int
        Where it stands in the text.
    closed : bool
        False when the page ends before the quote does.
    """

    name: str
    value: str
    quote: str | None
    start: int
    end: int
    closed: bool = True


@dataclass(slots=True)
class Token:
    """Be one piece of a page.

    Attributes
    ----------
    kind : Kind
        What it is.
    start, end : int
        Where it stands in the text.
    name : str
        Of a tag, in small letters.
    attributes : list of Attribute
        Of a tag, as written.
    self_closing : bool
        Whether a tag ends in ``/>``.
    closed : bool
        False when the page ends before the tag or comment does.
    """

    kind: Kind
    start: int
    end: int
    name: str
    attributes: list[Attribute]
    self_closing: bool = False
    closed: bool = True


class Lines:
    """Tell line and column of places in a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def line(self, offset: int) -> int:
        """Return the line of a place, from 1."""
        return bisect_right(self._starts, offset)

    def column(self, offset: int) -> int:
        """Return the column of a place, from 1."""
        return self.both(offset)[1] + 1

    def both(self, offset: int) -> tuple[int, int]:
        """Return the line of a place, from 1, and how many characters stand before it in its line."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1]


def lower(name: str) -> str:
    """Return a name with its Latin letters made small, as browsers compare names."""
    return name.lower() if name.isascii() else name.translate(_LOWER)


def is_letter(character: str) -> bool:
    """Tell whether a tag's name can begin with a character."""
    return character.isascii() and character.isalpha()


def read_plain_tag(text: str, start: int) -> Token | None:
    """Read the tag at a place when it is written as the lesson writes it; None for any other.

    Almost every tag is, and this takes a fraction of the time.
    """
    matched = _PLAIN_TAG.match(text, start)
    if matched is None:
        return None
    closing, name, written, slash = matched.groups()
    attributes: list[Attribute] = []
    if written:
        if closing:
            return None
        offset = matched.start(3)
        attributes = [
            Attribute(one[1], one[2], '"', offset + one.start(1), offset + one.end())
            for one in _PLAIN_ATTRIBUTE.finditer(written)
        ]
    return Token(Kind.END if closing else Kind.START, start, matched.end(), name, attributes, bool(slash))


def read_tag(text: str, start: int, most: float = inf) -> Token:
    """Read the tag whose ``<`` stands at a place; a letter follows the ``<`` or ``</``.

    With more attributes than ``most`` it is left unclosed there.
    """
    kind = Kind.END if text.startswith("/", start + 1) else Kind.START
    name, place = read_name(text, start + (2 if kind is Kind.END else 1))
    attributes: list[Attribute] = []
    length = len(text)
    while True:
        after = skip_gap(text, place)
        if after >= length or len(attributes) > most:
            return Token(kind, start, after, name, attributes, closed=False)
        if text[after] == ">":
            slash = after > place and text[after - 1] == "/"
            return Token(kind, start, after + 1, name, attributes, slash)
        attribute = read_attribute(text, after)
        attributes.append(attribute)
        place = attribute.end


def read_name(text: str, start: int) -> tuple[str, int]:
    """Return the name of a tag that begins at a place, and where it ends."""
    matched = _NAME.match(text, start)
    end = matched.end() if matched else start
    return lower(text[start:end]), end


def skip_gap(text: str, start: int) -> int:
    """Return where the next attribute or the end of a tag begins."""
    matched = _GAP.match(text, start)
    return matched.end() if matched else start


def read_attribute(text: str, start: int) -> Attribute:
    """Read the attribute that begins at a place."""
    matched = _ATTRIBUTE_NAME.match(text, start)
    end = matched.end() if matched else start + 1
    name = lower(text[start:end])
    blank = _BLANK.match(text, end)
    equals = blank.end() if blank else end
    if not text.startswith("=", equals):
        return Attribute(name, "", None, start, end)
    blank = _BLANK.match(text, equals + 1)
    place = blank.end() if blank else equals + 1
    quote = text[place : place + 1]
    if quote and quote in "\"'":
        closing = text.find(quote, place + 1)
        if closing < 0:
            return Attribute(name, text[place + 1 :], quote, start, len(text), closed=False)
        return Attribute(name, text[place + 1 : closing], quote, start, closing + 1)
    found = _UNQUOTED.match(text, place)
    value = found.group() if found else ""
    return Attribute(name, value, "", start, place + len(value))


def read_declaration(text: str, start: int) -> tuple[Token, str]:
    """Read the comment or doctype at ``<!``, ``<?`` or ``</`` without a letter, and what it says."""
    if text.startswith("<!--", start):
        content = start + 4
        for short in (">", "->"):
            if text.startswith(short, content):
                return Token(Kind.COMMENT, start, content + len(short), "", []), ""
        matched = _COMMENT_END.search(text, content)
        if matched:
            said = text[content : matched.start()]
            return Token(Kind.COMMENT, start, matched.end(), "", []), said
        return Token(Kind.COMMENT, start, len(text), "", [], closed=False), text[content:]
    doctype = text[start + 2 : start + 9].lower() == "doctype"
    content = start + (9 if doctype else 1 if text.startswith("<?", start) else 2)
    end = text.find(">", content)
    kind = Kind.DOCTYPE if doctype else Kind.COMMENT
    if end < 0:
        return Token(kind, start, len(text), "", [], closed=False), text[content:]
    return Token(kind, start, end + 1, "", []), text[content:end]


def end_of_raw(text: str, name: str, start: int) -> int:
    """Return where the raw text of a ``title`` or ``style`` ends: at its end tag, or -1."""
    matched = re.compile(rf"</{re.escape(name)}(?=[ \t\n\f\r/>])", re.IGNORECASE).search(text, start)
    return matched.start() if matched else -1


def references(text: str) -> Iterator[re.Match[str]]:
    """Find what looks like a reference to a character."""
    return _REFERENCE.finditer(text)


def decoded(text: str, *, attribute: bool = False) -> str:
    """Return a text with references such as ``&amp;`` read as a browser reads them."""
    if "&" not in text:
        return text

    def read(matched: re.Match[str]) -> str:
        written = matched.group(1)
        if written.startswith("#"):
            return _numbered(written)
        name = named(written)
        if name is None:
            return matched.group()
        following = written[len(name) :] or text[matched.end() : matched.end() + 1]
        if attribute and not name.endswith(";") and (following[:1].isalnum() or following[:1] == "="):
            return matched.group()
        return html5[name] + written[len(name) :]

    return _REFERENCE.sub(read, text)


def named(written: str) -> str | None:
    """Return the longest known name that a reference begins with, or None."""
    for length in range(min(len(written), _LONGEST_ENTITY), 1, -1):
        if written[:length] in html5:
            return written[:length]
    return None


def _numbered(written: str) -> str:
    digits = written[1:].rstrip(";")
    code = int(digits[1:], 16) if digits[0] in "xX" else int(digits[:9])
    if code == 0 or code > sys.maxunicode or code in _SURROGATES:
        return "\ufffd"
    return _WINDOWS.get(code) or chr(code)
