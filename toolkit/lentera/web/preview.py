"""A learner's page as it may be shown beside her code: written anew without anything that acts.

Only tags and attributes that are known to show something are written; everything else is left out and named.
The result stands in a frame without any right, and a policy in it forbids what might have been overlooked.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any, Final
from urllib.parse import unquote

from bs4 import Tag
from bs4.element import NavigableString, PreformattedString

from lentera.web.page import Page, parse_page
from lentera.web.preview_picture import data_uri
from lentera.web.preview_style import Resolve, clean_declarations, clean_style, fetches_elsewhere
from lentera.web.preview_tags import ANYWHERE, GONE, OF_TAG, SHOWN, VOID, Kind
from lentera.web.site import Site

LARGEST: Final = 256 * 2**10
"""Longer pages [byte] are not previewed."""
POLICY: Final = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"
)

Source = Callable[[str], str | None]
"""Give the address that shows a picture of the site, by its path; None when it cannot be shown."""


@dataclass(frozen=True)
class Preview:
    """Hold a page that is safe to show, and what was left out of it.

    Attributes
    ----------
    html : str
        A whole document that fetches nothing and runs nothing.
    left_out : tuple of Kind
        Each kind once, in the order of `Kind`.
    """

    html: str
    left_out: tuple[Kind, ...] = ()


_DEEPEST: Final = 200
_FRAME_STYLE: Final = (
    "a{color:#23408e;text-decoration:underline;cursor:pointer}img{max-width:100%}"
    "img:not([src]){outline:2px dashed #66728f;padding:4px}"
    "body:focus-visible{outline:3px solid #16203a;outline-offset:-3px}"
    "[data-lentera-sini]{scroll-initial-target:nearest;scroll-margin-block:35vh}"
)


def preview(
    site: Site, name: str, read_picture: Callable[[str], bytes | None], *, line: int | None = None
) -> Preview:
    """Return a page of a site as it may be shown, with its styles and pictures inside.

    Parameters
    ----------
    site : Site
        The whole site; nothing outside it is shown.
    name : str
        Path of the page.
    read_picture : callable
        Give the bytes of a picture of the site by its path.
    line : int, optional
        Line of the page that comes into view first.
    """

    def source(path: str) -> str | None:
        content = read_picture(path)
        return None if content is None else data_uri(path, content)

    return draw(site, name, source, line=line)


def draw(site: Site, name: str, source: Source, *, line: int | None = None) -> Preview:
    """Return a page as `preview` does, with the addresses of its pictures from elsewhere."""
    content = site.texts.get(name, b"")
    if len(content) > LARGEST:
        return Preview(_document("", "<body></body>", ""), (Kind.LONG,))
    return _Writer(site, parse_page(name, content), source).written(line)


class _Writer:
    """Write one page anew."""

    def __init__(self, site: Site, page: Page, source: Source) -> None:
        self._site, self._page, self._source = site, page, source
        self._left: set[Kind] = set()
        self._sources: dict[str, str | None] = {}
        self._resolve = self._resolver(page.name)

    def written(self, line: int | None) -> Preview:
        soup = self._page.soup
        body, root = soup.find("body"), soup.find("html")
        self._look_at_head(soup)
        styles = "".join(f"<style>{style}</style>" for style in self._styles(soup))
        here = _at_line(body, line) if isinstance(body, Tag) and line else None
        shown = "".join(self._body(body, here)) if isinstance(body, Tag) else ""
        outer = "".join(self._attributes(root)) if isinstance(root, Tag) else ""
        inner = "".join(self._attributes(body)) if isinstance(body, Tag) else ""
        html = _document(styles, f'<body{inner} tabindex="0">{shown}</body>', outer)
        return Preview(html, tuple(kind for kind in Kind if kind in self._left))

    def _look_at_head(self, soup: Tag) -> None:
        for meta in soup.find_all("meta"):
            if str(meta.get("http-equiv", "")).strip().lower() == "refresh":
                self._left.add(Kind.FORWARD)
        for name in ("script", "base"):
            if soup.find(name):
                self._left.add(GONE[name] or Kind.PROGRAM)

    def _styles(self, soup: Tag) -> Iterator[str]:
        for tag in soup.find_all(["style", "link"]):
            if tag.name == "style":
                yield self._style("".join(map(str, tag.contents)), self._resolve)
            elif "stylesheet" in _words(tag, "rel"):
                path = inside_site(str(tag.get("href", "")), self._page.name)
                content = self._site.texts.get(path or "")
                if path and content is not None and path.lower().endswith(".css"):
                    yield self._style(content.decode("utf-8-sig", "replace"), self._resolver(path))

    def _style(self, text: str, resolve: Resolve) -> str:
        if fetches_elsewhere(text):
            self._left.add(Kind.OUTSIDE)
        return clean_style(text, resolve)

    def _body(self, body: Tag, here: Tag | None) -> Iterator[str]:
        """Walk through the tree without recursion: a hostile page nests fifty thousand tags."""
        waiting: list[tuple[Any, int]] = [(child, 0) for child in reversed(body.contents)]
        while waiting:
            node, depth = waiting.pop()
            if isinstance(node, str) and not isinstance(node, NavigableString):
                yield node
            elif isinstance(node, NavigableString):
                if not isinstance(node, PreformattedString):
                    yield escape(node, quote=False)
            elif isinstance(node, Tag):
                yield from self._tag(node, depth, waiting, here)

    def _tag(self, tag: Tag, depth: int, waiting: list[tuple[Any, int]], here: Tag | None) -> Iterator[str]:
        name = tag.name.lower()
        if name in GONE or (tag.prefix or tag.namespace not in {None, "http://www.w3.org/1999/xhtml"}):
            kind = GONE.get(name, Kind.PROGRAM)
            if kind is not None:
                self._left.add(kind)
            return
        if depth > _DEEPEST:
            self._left.add(Kind.DEEP)
            return
        shown = name in SHOWN
        if shown:
            mark = " data-lentera-sini" if tag is here else ""
            yield f"<{name}{''.join(self._attributes(tag))}{mark}>"
        if name in VOID:
            return
        if shown:
            waiting.append((f"</{name}>", depth))
        if name == "textarea":
            yield escape(tag.get_text(), quote=False)
            return
        waiting.extend((child, depth + 1) for child in reversed(tag.contents))

    def _attributes(self, tag: Tag) -> Iterator[str]:
        known = OF_TAG.get(tag.name.lower(), frozenset())
        for key, value in tag.attrs.items():
            name, text = key.lower(), value if isinstance(value, str) else " ".join(value)
            if name.startswith("on"):
                self._left.add(Kind.PROGRAM)
            elif name == "style":
                yield f' style="{escape(clean_declarations(text, self._resolve))}"'
            elif name == "src" and tag.name.lower() == "img":
                found = self._picture(text, self._page.name)
                yield f' src="{escape(found)}"' if found else ""
            elif name in ANYWHERE or name in known or _is_aria(name):
                yield f' {name}="{escape(text)}"'

    def _resolver(self, file: str) -> Resolve:
        return lambda written: self._picture(written, file)

    def _picture(self, written: str, file: str) -> str | None:
        path = inside_site(written, file)
        picture = self._site.pictures.get(path or "")
        if path is None or picture is None or not picture.whole:
            self._left.add(Kind.OUTSIDE if _is_outside(written) else Kind.PICTURE)
            return None
        if path not in self._sources:
            self._sources[path] = self._source(path)
        if self._sources[path] is None:
            self._left.add(Kind.PICTURE)
        return self._sources[path]


def inside_site(written: str, file: str) -> str | None:
    """Return the path in the site that an address in a file leads to; None when it leads out of the site."""
    if _is_outside(written):
        return None
    path = unquote(written.strip().split("#")[0].split("?")[0])
    if not path or path.startswith("/") or "\\" in path or "\0" in path:
        return None
    parts = file.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts) or None


def _is_outside(written: str) -> bool:
    tidy = "".join(sign for sign in written if sign > " ").lower()
    head = tidy.split("/")[0].split("?")[0].split("#")[0]
    return tidy.startswith(("//", "\\\\")) or ":" in head


def _is_aria(name: str) -> bool:
    return name.startswith("aria-") and name[5:].isalpha()


def _words(tag: Tag, name: str) -> list[str]:
    value = tag.get(name) or ""
    return (value if isinstance(value, str) else " ".join(value)).lower().split()


def _at_line(body: Tag, line: int) -> Tag | None:
    """Return the last shown tag that begins at or before a line."""
    found = None
    for tag in body.descendants:
        if isinstance(tag, Tag) and tag.name in SHOWN and tag.sourceline and tag.sourceline <= line:
            found = tag
    return found


def _document(styles: str, body: str, attributes: str) -> str:
    return (
        f'<!doctype html><html{attributes}><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f"<style>{_FRAME_STYLE}</style>{styles}</head>{body}</html>"
    )
