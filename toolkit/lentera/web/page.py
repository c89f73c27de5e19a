"""A page as a value: its text, its tree with true line numbers, and what was wrong on the way there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from lentera.web.kept import kept_by_size
from lentera.web.page_orderly import plant_in_order
from lentera.web.page_tree import build_tree
from lentera.web.reading import LONGEST, Trouble, read_text
from lentera.web.tags import read_tags
from lentera.web.tags_mending import read_mended
from lentera.web.tags_tokens import Lines, Token

__all__ = ["Page", "ParseError", "Trouble", "parse_page"]


@dataclass(frozen=True)
class ParseError:
    """Be one thing about the tags that a browser forgives and a beginner should see.

    Attributes
    ----------
    code : str
        Stable name of the kind.
    line, column : int
        Where it begins, from 1.
    details : mapping of str to str
        Values for the blanks of its sentence.
    """

    code: str
    line: int
    column: int
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Page:
    """Be one page as it was read.

    Attributes
    ----------
    name : str
        Path from the site's folder.
    text : str
        The characters, with plain line ends.
    soup : BeautifulSoup
        The tree as a browser builds it; ``sourceline`` of each tag is the line where the tag begins, from 1,
        or None for a tag that the browser put in itself.
    errors : tuple of ParseError
        By line and column.
    reading : tuple of Trouble
        What was wrong with the bytes, most basic first.
    pieces : tuple of Token
        The pieces as they were meant.
    as_seen : bool
        Whether the tree was built of them; a browser cuts other pieces where a quote or bracket is missing.
    """

    name: str
    text: str
    soup: BeautifulSoup
    errors: tuple[ParseError, ...] = ()
    reading: tuple[Trouble, ...] = ()
    pieces: tuple[Token, ...] = ()
    as_seen: bool = True

    @cached_property
    def meant(self) -> "Page":
        """Return the page as its writer meant it: what one forgotten quote swallowed is there.

        Rules look at this one, so that one slip is told once and costs once.
        """
        if self.as_seen:
            return self
        soup, _ = build_tree(self.text, Lines(self.text), self.pieces)
        return replace(self, soup=soup, as_seen=True)

    def tags(self, *names: str) -> list[Tag]:
        """Return the tags of some names, or all tags, in the order of the page."""
        if len(names) == 1:
            return list(self._by_name.get(names[0], ()))
        wanted = frozenset(names)
        return [tag for tag in self._nodes[0] if tag.name in wanted] if names else list(self._nodes[0])

    def tags_with(self, attribute: str) -> list[Tag]:
        """Return the tags that have an attribute, in the order of the page."""
        return [tag for tag in self._nodes[0] if attribute in tag.attrs]

    @property
    def strings(self) -> Sequence[NavigableString]:
        """Return texts, comments and the doctype, in the order of the page."""
        return self._nodes[1]

    @cached_property
    def _nodes(self) -> tuple[list[Tag], list[NavigableString]]:
        tags: list[Tag] = []
        strings: list[NavigableString] = []
        node = self.soup.contents[0] if self.soup.contents else None
        while node is not None:
            if isinstance(node, Tag):
                tags.append(node)
            elif isinstance(node, NavigableString):
                strings.append(node)
            node = node.next_element
        return tags, strings

    @cached_property
    def _by_name(self) -> dict[str, list[Tag]]:
        found: dict[str, list[Tag]] = {}
        for tag in self._nodes[0]:
            found.setdefault(tag.name, []).append(tag)
        return found


def parse_page(name: str, content: bytes) -> Page:
    """Read the bytes of a page; the same bytes are read once.

    Parameters
    ----------
    name : str
        Path from the site's folder.
    content : bytes
        The file as it lies on the disk; whatever it is, a page comes back.
    """
    return _parsed(name, content[: LONGEST + 1])


@kept_by_size(lambda _name, content: len(content))
def _parsed(name: str, content: bytes) -> Page:
    text, troubles = read_text(content)
    lines = Lines(text)
    mended = read_mended(text)
    orderly = None if mended.slips or mended.guessed else plant_in_order(text, mended.tokens, lines)
    if orderly is not None:
        return Page(name, text, orderly, (), troubles, tuple(mended.tokens))
    reading = read_tags(text, mended)
    soup, cut = build_tree(text, lines, reading.pieces if reading.as_seen else ())
    if cut and cut not in [trouble.code for trouble in troubles]:
        troubles = (*troubles, Trouble(cut))
    errors = tuple(
        ParseError(slip.code, lines.line(slip.start), lines.column(slip.start), slip.details)
        for slip in reading.slips
    )
    return Page(name, text, soup, errors, troubles, reading.pieces, reading.as_seen)
