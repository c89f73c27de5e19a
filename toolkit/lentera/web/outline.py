"""The outline of a page as it is heard: what comes after what, for whoever does not look at the preview."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bs4 import Tag
from bs4.element import NavigableString, PreformattedString

from lentera.web.page import Page
from lentera.words import _, ngettext

LONGEST: Final = 240
"""Longer texts [characters] are cut at a word."""
MOST_PARTS: Final = 200
MOST_ITEMS: Final = 12

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PARAGRAPHS: Final = frozenset({"p", "blockquote", "address", "figcaption", "pre", "dt", "dd", "summary"})
_LISTS: Final = frozenset({"ul", "ol", "menu"})
_FIELDS: Final = frozenset({"input", "select", "textarea", "button"})
_UNHEARD: Final = frozenset(
    {"head", "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "title"}
)
_INSIDE: Final = ("img", "a")


@dataclass(frozen=True)
class Part:
    """Be one part of a page as it is told.

    Attributes
    ----------
    label : str
        What it is: "Heading 1", "Picture".
    text : str
        What is in it.
    line : int or None
        Where it begins in the source.
    told : bool
        False when it says nothing yet to whoever does not see it.
    """

    label: str
    text: str
    line: int | None = None
    told: bool = True

    @property
    def sentence(self) -> str:
        """Return the part as one sentence for the ear."""
        return f"{self.label}: {self.text}."


def outline(page: Page) -> tuple[Part, ...]:
    """Return the parts of a page in reading order."""
    parts: list[Part] = []
    body = page.soup.find("body")
    if isinstance(body, Tag):
        for part in _walk(body):
            parts.append(part)
            if len(parts) == MOST_PARTS:
                break
    return tuple(parts)


def _walk(body: Tag) -> Iterator[Part]:
    """Walk through the tree without recursion; what is told as a whole is not entered again."""
    waiting: list[object] = list(reversed(body.contents))
    while waiting:
        node = waiting.pop()
        if isinstance(node, Tag):
            if _is_unheard(node):
                continue
            whole = list(_whole(node))
            yield from whole
            if not _is_whole(node):
                waiting.extend(reversed(node.contents))
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            text = _tidy(str(node))
            if text:
                yield Part(_("Plain text"), text, node.parent.sourceline if node.parent else None)


def _is_unheard(tag: Tag) -> bool:
    return tag.name in _UNHEARD or tag.has_attr("hidden") or tag.get("aria-hidden") == "true"


def _is_whole(tag: Tag) -> bool:
    return tag.name in _HEADINGS | _PARAGRAPHS | _LISTS | _FIELDS | {"table", "img", "a"}


def _whole(tag: Tag) -> Iterator[Part]:
    name = tag.name
    if name in _HEADINGS:
        yield _spoken(_("Heading {n}").format(n=name[1]), _words(tag), tag.sourceline)
    elif name in _PARAGRAPHS:
        text = _words(tag)
        if text or not tag.find(_INSIDE):
            yield _spoken(_("Paragraph"), text, tag.sourceline)
    elif name in _LISTS:
        yield _list(tag)
    elif name == "table":
        yield _table(tag)
    elif name == "nav":
        yield Part(_("Section"), _("menu"), tag.sourceline)
    elif name in _FIELDS and tag.get("type") != "hidden":
        yield _spoken(_("Field"), _field(tag), tag.sourceline)
    elif name in _INSIDE:
        yield _inside(tag)
    if _is_whole(tag):
        yield from map(_inside, tag.find_all(_INSIDE))


def _inside(tag: Tag) -> Part:
    return _picture(tag) if tag.name == "img" else _link(tag)


def _spoken(label: str, text: str, line: int | None) -> Part:
    return Part(label, text or _("still empty"), line, told=bool(text))


def _list(tag: Tag) -> Part:
    items = [_words(item) for item in tag.find_all("li", recursive=False)]
    said = [item for item in items if item]
    shown = ", ".join(said[:MOST_ITEMS]) + (", …" if len(said) > MOST_ITEMS else "")
    count = ngettext("{n} item: {items}", "{n} items: {items}", len(items))
    text = count.format(n=len(items), items=shown) if said else ""
    return _spoken(_("List"), text, tag.sourceline)


def _table(tag: Tag) -> Part:
    rows = tag.find_all("tr")
    columns = max((len(row.find_all(["td", "th"], recursive=False)) for row in rows), default=0)
    size = _("{rows} rows, {columns} columns").format(rows=len(rows), columns=columns)
    caption = tag.find("caption")
    title = _words(caption) if isinstance(caption, Tag) else ""
    return Part(_("Table"), f"{title}, {size}" if title else size, tag.sourceline, told=bool(rows))


def _picture(tag: Tag) -> Part:
    told = _tidy(str(tag.get("alt", "")))
    return Part(_("Picture"), told or _("tells nothing yet"), tag.sourceline, told=bool(told))


def _link(tag: Tag) -> Part:
    goal = _tidy(str(tag.get("href", "")))
    name = _words(tag) or ", ".join(_tidy(str(one.get("alt", ""))) for one in tag.find_all("img"))
    if not goal:
        return Part(_("Link"), _("{name}, leads nowhere yet").format(name=name), tag.sourceline, told=False)
    said = _("{name}, leads to {goal}").format(name=name or _("still empty"), goal=goal)
    return Part(_("Link"), said, tag.sourceline, told=bool(name))


def _field(tag: Tag) -> str:
    own = tag.get("aria-label") or tag.get("placeholder") or (_words(tag) if tag.name == "button" else "")
    label = tag.find_parent("label")
    return _tidy(str(own)) or (_words(label) if isinstance(label, Tag) else "")


def _words(tag: Tag) -> str:
    found = [
        str(text)
        for text in tag.descendants
        if isinstance(text, NavigableString)
        and not isinstance(text, PreformattedString)
        and not (text.parent and text.parent.name in _UNHEARD)
    ]
    return _tidy(
        " ".join(found) if tag.name in {"li", "td"} and tag.find(["ul", "ol", "p"]) else "".join(found)
    )


def _tidy(text: str) -> str:
    tidy = " ".join(text.split())
    if len(tidy) <= LONGEST:
        return tidy
    return tidy[:LONGEST].rsplit(" ", 1)[0] + " …"
