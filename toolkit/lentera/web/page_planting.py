"""Plant the soup that rules look at, one node after the other in the order of the page.

The soup is the one that Beautiful Soup makes of the same nodes. Its own way asks of every node whether it
closes another one and where it belongs, which is known here, and takes longer than all rules together.
"""

from typing import Final

from bs4 import BeautifulSoup, Tag
from bs4.builder import HTMLTreeBuilder
from bs4.element import AttributeValueList, NavigableString, PageElement

from lentera.web.tags_tokens import Lines


class _Builder(HTMLTreeBuilder):
    """Tell Beautiful Soup how tags of HTML differ, and nothing of how they are read."""

    TRACKS_LINE_NUMBERS = True
    NAME = "lentera"
    features = ()

    def feed(self, markup: object) -> None:
        """Leave the soup empty: it is planted afterwards."""


_BUILDER: Final = _Builder()
_LISTS: Final[dict[str, set[str]]] = _BUILDER.cdata_list_attributes or {}
"""Attributes whose value is a list of words, by tag; ``*`` for every tag."""
_EVERYWHERE: Final = frozenset(_LISTS.get("*", ()))
_KEEPS_BLANKS: Final = _BUILDER.preserve_whitespace_tags
_CONTAINERS: Final = _BUILDER.string_containers
"""Tags whose text is no text of the page, and what it is instead."""
_VOID: Final = frozenset(_BUILDER.empty_element_tags or ())
_BLANKS: Final = " \n\t\f\r"


class Planting:
    """Plant a soup; `soup` is whole once every tag is closed and `finish` was called."""

    def __init__(self, lines: Lines) -> None:
        self.soup = BeautifulSoup("", builder=_Builder())
        self._lines = lines
        self._open: list[Tag] = [self.soup]
        self._last: PageElement | None = None
        self._said: list[str] = []
        self._keeping: list[Tag] = []
        self._containers: list[Tag] = []

    def open(self, name: str, attributes: dict[str, str], place: int | None, namespace: str | None) -> None:
        """Open a tag that begins at a place of the text; None for one that the browser puts in."""
        if self._said:
            self.finish()
        line = column = None
        if place is not None:
            line, column = self._lines.both(place)
        tag = Tag(
            name=name,
            namespace=namespace,
            is_xml=False,
            sourceline=line,
            sourcepos=column,
            can_be_empty_element=name in _VOID,
            cdata_list_attributes=_LISTS,
            preserve_whitespace_tags=_KEEPS_BLANKS,
            interesting_string_types={_CONTAINERS[name]} if name in _CONTAINERS else _MAIN,
        )
        tag.parser_class = BeautifulSoup
        if attributes:
            tag.attrs = _with_lists(name, attributes)
            if name == "meta":
                _BUILDER.set_up_substitutions(tag)
        self._plant(tag)
        self._open.append(tag)
        if name in _KEEPS_BLANKS:
            self._keeping.append(tag)
        if name in _CONTAINERS:
            self._containers.append(tag)

    def close(self) -> None:
        """Close the tag that was opened last."""
        if self._said:
            self.finish()
        tag = self._open.pop()
        for special in (self._keeping, self._containers):
            if special and special[-1] is tag:
                special.pop()

    def say(self, text: str) -> None:
        """Put text where the page is now; what follows at once belongs to it."""
        self._said.append(text)

    def put(self, node: PageElement) -> None:
        """Put a comment or doctype where the page is now."""
        if self._said:
            self.finish()
        self._plant(node)

    def finish(self) -> None:
        """Plant the text that was said last."""
        text = "".join(self._said)
        self._said = []
        if not text:
            return
        if not self._keeping and not text.strip(_BLANKS):
            text = "\n" if "\n" in text else " "
        kind = _CONTAINERS[self._containers[-1].name] if self._containers else NavigableString
        self._plant(kind(text))

    def _plant(self, node: PageElement) -> None:
        parent, last = self._open[-1], self._last
        node.parent = parent
        node.previous_element = last
        if last is not None:
            last.next_element = node
        siblings = parent.contents
        if siblings:
            before = siblings[-1]
            before.next_sibling = node
            node.previous_sibling = before
        siblings.append(node)
        self._last = node


_MAIN: Final = Tag.MAIN_CONTENT_STRING_TYPES


def _with_lists(name: str, attributes: dict[str, str]) -> dict[str, str | AttributeValueList]:
    """Return attributes with values such as that of ``class`` as lists of words."""
    own = _LISTS.get(name, ())
    return {
        key: AttributeValueList(value.split()) if key in _EVERYWHERE or key in own else value
        for key, value in attributes.items()
    }
