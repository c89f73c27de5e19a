"""What in a page acts by itself: programs, forms, frames, and whatever is fetched from elsewhere.

A village site shows things and leads to pages. Nothing of this list is needed for that, and each of them
could harm whoever opens the page, so a site that has one is not published.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import tinycss2
from bs4 import Tag

from lentera.web.page import Page, parse_page
from lentera.web.site import Site

ACTIVE_TAGS: Final = frozenset(
    {
        "script",
        "iframe",
        "frame",
        "frameset",
        "object",
        "embed",
        "applet",
        "form",
        "base",
        "portal",
        "template",
    }
)
_FETCHING: Final = {
    "img": ("src", "srcset", "longdesc"),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "link": ("href",),
    "input": ("src",),
    "image": ("href", "xlink:href", "src"),
    "use": ("href", "xlink:href"),
    "body": ("background",),
    "table": ("background",),
    "td": ("background",),
}
_SCHEME: Final = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_BLANKS: Final = re.compile(r"[\x00-\x20]+")
_SVG_FAULTS: Final = re.compile(
    rb"<!(?:doctype|entity)|<script|<foreignobject|\son[a-z]+\s*=|(?:href|src)\s*=\s*['\"]?\s*(?!#)[a-z/]|@import|url\(\s*['\"]?(?!#)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Active:
    """Name one thing that acts by itself.

    Attributes
    ----------
    file : str
        Page or style it stands in.
    line : int
        1-based.
    what : str
        As it is written: ``<script>``, ``onclick``, ``http:``.
    """

    file: str
    line: int
    what: str


def active_content(site: Site) -> tuple[Active, ...]:
    """Find everything in pages and styles that acts or fetches by itself."""
    found: list[Active] = []
    for name, content in site.texts.items():
        if name.lower().endswith(".css"):
            found += _in_style(name, content.decode("utf-8", "replace"))
        else:
            found += _in_page(parse_page(name, content))
    return tuple(found)


def is_passive_svg(content: bytes) -> bool:
    """Tell whether a drawing only draws: no program, no entity, nothing fetched."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"<svg" in content and not _SVG_FAULTS.search(content)


def _in_page(page: Page) -> Iterator[Active]:
    for tag in page.soup.find_all(True):
        line = tag.sourceline or 1
        name = tag.name.lower()
        if name in ACTIVE_TAGS:
            yield Active(page.name, line, f"<{name}>")
        if name == "meta" and str(tag.get("http-equiv", "")).strip().lower() == "refresh":
            yield Active(page.name, line, "refresh")
        yield from _in_attributes(page.name, line, tag)
        if name == "style":  # its text is no text of the page, so `get_text` leaves it out
            style = "".join(str(part) for part in tag.contents)
            yield from (Active(page.name, line, one.what) for one in _in_style(page.name, style))


def _in_attributes(file: str, line: int, tag: Tag) -> Iterator[Active]:
    for key, value in tag.attrs.items():
        text = value if isinstance(value, str) else " ".join(value)
        if key.lower().startswith("on"):
            yield Active(file, line, key.lower())
        scheme = _scheme(text)
        if scheme in {"javascript", "vbscript"} or (scheme == "data" and not _is_own_picture(tag, key, text)):
            yield Active(file, line, f"{scheme}:")
        elif key.lower() in _FETCHING.get(tag.name.lower(), ()) and _is_elsewhere(text):
            yield Active(file, line, f"{key.lower()}={text.strip()[:40]}")
        if key.lower() == "style":
            yield from (Active(file, line, one.what) for one in _in_style(file, text))


def _scheme(text: str) -> str:
    found = _SCHEME.match(_BLANKS.sub("", text))
    return found[1].lower() if found else ""


def _is_own_picture(tag: Tag, key: str, text: str) -> bool:
    return (
        tag.name.lower() == "img" and key.lower() == "src" and text.strip().lower().startswith("data:image/")
    )


def _is_elsewhere(text: str) -> bool:
    tidy = _BLANKS.sub("", text)
    return tidy.startswith(("//", "\\\\")) or _scheme(tidy) in {"http", "https", "ftp", "file", "ws", "wss"}


def _in_style(file: str, text: str) -> Iterator[Active]:
    for token in _tokens(tinycss2.parse_component_value_list(text)):
        if token.type == "at-keyword" and token.lower_value == "import":
            yield Active(file, token.source_line, "@import")
        if token.type == "url" and (_is_elsewhere(token.value) or _scheme(token.value) == "data"):
            yield Active(file, token.source_line, f"url({token.value.strip()[:40]})")
        if token.type == "function" and token.lower_name in {
            "url",
            "image",
            "image-set",
            "src",
            "expression",
        }:
            inner = "".join(one.value for one in token.arguments if one.type == "string")
            if token.lower_name == "expression" or _is_elsewhere(inner) or _scheme(inner) == "data":
                yield Active(file, token.source_line, f"{token.lower_name}({inner.strip()[:40]})")


def _tokens(found: list[tinycss2.ast.Node]) -> Iterator[tinycss2.ast.Node]:
    """Walk through tokens and blocks without recursion: a hostile style nests a hundred thousand brackets."""
    waiting = list(reversed(found))
    while waiting:
        token = waiting.pop()
        yield token
        inner = getattr(token, "content", None) or getattr(token, "arguments", None)
        if isinstance(inner, list):
            waiting.extend(reversed(inner))
