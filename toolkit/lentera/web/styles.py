"""The styles of a page as a value: what each rule says, for which elements, in which line of which file.

A page takes its styles from linked files, from ``<style>`` and from ``style=""``. Whatever a browser would
leave out, because it is misspelt or cut off, is left out here; `lentera.web.styles_faults` says what it was.
"""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final
from urllib.parse import unquote

import tinycss2
from bs4 import Tag

from lentera.web.page import Page
from lentera.web.site import Site
from lentera.web.styles_reach import within_reach

Node = Any
"""A token or rule of tinycss2."""

_MOST_IMPORTS: Final = 4
"""Style sheets that call one another are followed this deep."""
_DEEPEST_RULE: Final = 4
LONGEST: Final = 256 * 2**10
"""Longer style sheets [characters] are read up to here: nobody writes them by hand."""


@dataclass(frozen=True, eq=False)
class Declaration:
    """Be one declaration.

    Attributes
    ----------
    name : str
        Of the property, in small letters; custom properties as they are written.
    value : tuple
        Tokens of tinycss2, without blanks around them.
    important : bool
        Whether it is marked so.
    file : str
        Where it stands.
    line, column : int
        From 1; the column within the style sheet's own line.
    """

    name: str
    value: tuple[Node, ...]
    important: bool
    file: str
    line: int
    column: int

    @property
    def by_width(self) -> bool:
        """Tell whether the value is measured by the screen, as ``3vw``."""
        return _by_width(self.value)

    @property
    def text(self) -> str:
        """Return the value as it is written."""
        return str(tinycss2.serialize(self.value)).strip()


def _by_width(tokens: Iterable[Node]) -> bool:
    waiting = list(tokens)
    while waiting:
        token = waiting.pop()
        if token.type == "dimension" and "v" in token.lower_unit:
            return True
        waiting += getattr(token, "arguments", None) or getattr(token, "content", None) or ()
    return False


@dataclass(frozen=True, eq=False)
class StyleRule:
    """Be one rule: for which elements, on which screens, and what it says.

    Attributes
    ----------
    selector : str
        As it is written; a rule inside another one has the outer selector in it.
    media : tuple of str
        Every condition it stands under, outermost first.
    declarations : tuple of Declaration
    line : int
        Where the selector begins.
    """

    selector: str
    media: tuple[str, ...]
    declarations: tuple[Declaration, ...]
    file: str
    line: int


@dataclass(frozen=True, eq=False)
class Sheet:
    """Be one style sheet as it was read.

    Attributes
    ----------
    file : str
        The style file, or the page for what stands in ``<style>``.
    text : str
        Its characters.
    first_line : int
        Line of the file in which it begins.
    rules : tuple of StyleRule
        In order; those of an ``@import`` are not among them.
    imports : tuple of (str, str)
        Address and condition of each ``@import``.
    """

    file: str
    text: str
    first_line: int
    rules: tuple[StyleRule, ...]
    imports: tuple[tuple[str, str], ...] = ()

    @cached_property
    def by_width(self) -> bool:
        """Tell whether what it says may depend on the width of the screen."""
        return any(rule.media or any(one.by_width for one in rule.declarations) for rule in self.rules)


@dataclass(frozen=True)
class Applied:
    """Be a style sheet where a page calls it, with the condition it is called under."""

    sheet: Sheet
    media: tuple[str, ...] = ()


@lru_cache(maxsize=64)
def read_sheet(file: str, text: str, first_line: int = 1) -> Sheet:
    """Read a style sheet; the same text is read once."""
    text = text[:LONGEST]
    rules: list[StyleRule] = []
    imports: list[tuple[str, str]] = []
    nodes = tinycss2.parse_stylesheet(within_reach(text), skip_comments=True, skip_whitespace=True)
    _collect(nodes, file, first_line, (), "", 0, rules, imports)
    return Sheet(file, text, first_line, tuple(rules), tuple(imports))


def _collect(
    nodes: list[Node],
    file: str,
    first_line: int,
    media: tuple[str, ...],
    outer: str,
    depth: int,
    rules: list[StyleRule],
    imports: list[tuple[str, str]],
) -> None:
    if depth > _DEEPEST_RULE:
        return
    for node in nodes:
        if node.type == "qualified-rule":
            selector = _inside(outer, tinycss2.serialize(_plain(node.prelude)).strip())
            inner = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            said = tuple(_declarations(inner, file, first_line))
            rules.append(StyleRule(selector, media, said, file, first_line + node.source_line - 1))
            _collect(inner, file, first_line, media, selector, depth + 1, rules, imports)
        elif node.type == "at-rule":
            prelude = tinycss2.serialize(node.prelude).strip()
            name = node.lower_at_keyword
            if name == "import" and not depth and not rules:
                imports.extend(_import(node.prelude))
            elif name == "supports" and prelude.lower().startswith("not"):
                continue
            elif name in {"media", "supports", "layer"} and node.content is not None:
                within = (*media, prelude) if name == "media" else media
                if outer:
                    inner = tinycss2.parse_blocks_contents(
                        node.content, skip_comments=True, skip_whitespace=True
                    )
                    said = tuple(_declarations(inner, file, first_line))
                    rules.append(StyleRule(outer, within, said, file, first_line + node.source_line - 1))
                else:
                    inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                _collect(inner, file, first_line, within, outer, depth + 1, rules, imports)


def _plain(tokens: list[Node]) -> list[Node]:
    return [one for one in tokens if one.type != "comment"]


def _inside(outer: str, selector: str) -> str:
    """Return the selector of a rule that may stand inside another one."""
    if not outer:
        return selector
    if "&" in selector:
        return selector.replace("&", f":is({outer})")
    return ", ".join(f":is({outer}) {one.strip()}" for one in selector.split(","))


def _import(prelude: list[Node]) -> Iterator[tuple[str, str]]:
    tokens = [one for one in prelude if one.type not in {"whitespace", "comment"}]
    if not tokens:
        return
    first = tokens[0]
    address = first.value if first.type in {"string", "url"} else ""
    if first.type == "function" and first.lower_name == "url" and first.arguments:
        address = getattr(first.arguments[0], "value", "")
    if isinstance(address, str) and address:
        yield address, tinycss2.serialize(tokens[1:]).strip()


def _declarations(nodes: list[Node], file: str, first_line: int) -> Iterator[Declaration]:
    for node in nodes:
        if node.type == "declaration":
            name = node.name if node.name.startswith("--") else node.lower_name
            value = tuple(_trimmed(node.value))
            line = first_line + node.source_line - 1
            yield Declaration(name, value, node.important, file, line, node.source_column)


def _trimmed(tokens: list[Node]) -> list[Node]:
    kept = [one for one in tokens if one.type != "comment"]
    while kept and kept[0].type == "whitespace":
        kept.pop(0)
    while kept and kept[-1].type == "whitespace":
        kept.pop()
    return kept


@lru_cache(maxsize=512)
def read_inline(file: str, text: str, line: int) -> tuple[Declaration, ...]:
    """Read what stands in a ``style`` attribute."""
    read = within_reach(text[:LONGEST])
    nodes = tinycss2.parse_blocks_contents(read, skip_comments=True, skip_whitespace=True)
    return tuple(_declarations(nodes, file, line))


def inline_of(page: Page, tag: Tag) -> tuple[Declaration, ...]:
    """Return the declarations of an element's own ``style`` attribute."""
    text = tag.attrs.get("style")
    return read_inline(page.name, str(text), tag.sourceline or 1) if text else ()


def resolved(base: str, address: str) -> str:
    """Return the path of the file that an address leads to; empty when it leads outside."""
    address = address.strip().split("#")[0].split("?")[0]
    if not address or "\\" in address or address.startswith("/") or ":" in address.split("/")[0]:
        return ""
    path = posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(address)))
    return "" if path.startswith("..") else path


def sheet_of_file(site: Site, name: str) -> Sheet | None:
    """Read a style file of the site; None when it is not there."""
    content = site.texts.get(name)
    if content is None or not name.lower().endswith(".css"):
        return None
    return read_sheet(name, content.decode("utf-8-sig", "replace"))


def linked_names(page: Page) -> tuple[str, ...]:
    """Return the paths of the style files a page links, whether they are there or not."""
    named = (resolved(page.name, str(link.attrs.get("href") or "")) for link in _links(page))
    return tuple(dict.fromkeys(name for name in named if name))


def _links(page: Page) -> list[Tag]:
    return [tag for tag in page.tags("link") if "stylesheet" in _rel(tag) and tag.attrs.get("href")]


def _rel(tag: Tag) -> list[str]:
    rel: Any = tag.attrs.get("rel") or []
    return [str(one).lower() for one in (rel.split() if isinstance(rel, str) else rel)]


def sheets_of(site: Site, page: Page) -> tuple[Applied, ...]:
    """Return the style sheets of a page in the order in which they count."""
    found: list[Applied] = []
    for tag in page.tags("link", "style"):
        media = (str(tag.attrs["media"]),) if tag.attrs.get("media") else ()
        if tag.name == "style":
            text = tag.string if tag.string is not None else tag.get_text()
            _add(site, read_sheet(page.name, str(text), tag.sourceline or 1), media, found, 0)
        elif "stylesheet" in _rel(tag) and "alternate" not in _rel(tag):
            sheet = sheet_of_file(site, resolved(page.name, str(tag.attrs.get("href") or "")))
            if sheet is not None:
                _add(site, sheet, media, found, 0)
    return tuple(found)


def _add(site: Site, sheet: Sheet, media: tuple[str, ...], found: list[Applied], depth: int) -> None:
    for address, condition in sheet.imports:
        called = sheet_of_file(site, resolved(sheet.file, address))
        if called is not None and depth < _MOST_IMPORTS:
            within = (*media, condition) if condition else media
            _add(site, called, within, found, depth + 1)
    found.append(Applied(sheet, media))
