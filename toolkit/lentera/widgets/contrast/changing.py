"""Write colours into the files of a site: which style file, which rule, and what has to follow."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import tinycss2

from lentera.web import Site
from lentera.web.cascade import WIDTHS, text_looks
from lentera.web.contrast import Sample
from lentera.web.page import parse_page
from lentera.web.styles import linked_names
from lentera.web.styles_edit import with_link, with_value

STYLE: Final = "gaya.css"
"""The style file that is made where a page has none."""
WHOLE: Final = "body"
"""The part that is the whole page."""


class NotTextError(ValueError):
    """Report a file that is no text in UTF-8, which must not be written anew."""


@dataclass(frozen=True)
class Change:
    """Hold what one step wrote: the texts before and after, by file; no text before for a new file."""

    before: Mapping[str, str]
    after: Mapping[str, str]


def text_in(site: Site, name: str) -> str:
    """Return the text of a file.

    Raises
    ------
    NotTextError
        When its bytes are no UTF-8: writing it anew would lose some of it.
    """
    try:
        return site.texts.get(name, b"").decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotTextError(f"{name} is not in UTF-8; save it again in the page editor") from error


def style_file(site: Site, page: str) -> str:
    """Return the style file of a page: the last one it links that is there, else the one to make."""
    linked = [name for name in linked_names(parse_page(page, site.texts[page])) if name.endswith(".css")]
    there = [name for name in linked if name in site.texts]
    return (there or linked or [STYLE])[-1]


def with_values(site: Site, page: str, values: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """Return the texts that change when rules say new values; the page links its style file afterwards.

    Parameters
    ----------
    values : mapping of (str, str) to str
        Selector and property to value.
    """
    name = style_file(site, page)
    css = text_in(site, name)
    for (selector, prop), value in values.items():
        css = with_value(css, selector, prop, value)
    return _told(site, {name: css, **_linked(site, page, name)})


def with_sample(site: Site, page: str, sample: Sample) -> dict[str, str]:
    """Return the texts that change when a ready-made style is used; her other rules stay."""
    name = style_file(site, page)
    css = text_in(site, name)
    if not css.strip():
        return _told(site, {name: sample.css.lstrip(), **_linked(site, page, name)})
    for rule in tinycss2.parse_stylesheet(sample.css, skip_comments=True, skip_whitespace=True):
        selector = tinycss2.serialize(rule.prelude).strip()
        for one in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
            css = with_value(css, selector, one.lower_name, tinycss2.serialize(one.value).strip())
    return _told(site, {name: css, **_linked(site, page, name)})


def _linked(site: Site, page: str, name: str) -> dict[str, str]:
    text = text_in(site, page)
    address = posixpath.relpath(name, posixpath.dirname(page) or ".")
    return {page: with_link(text, parse_page(page, site.texts[page]), address)}


def _told(site: Site, texts: Mapping[str, str]) -> dict[str, str]:
    return {
        name: text for name, text in texts.items() if site.texts.get(name) != text.encode("utf-8", "replace")
    }


def put(site: Site, texts: Mapping[str, str]) -> Site:
    """Return the site with texts put in."""
    for name, text in texts.items():
        site = site.with_text(name, text.encode("utf-8", "replace"))
    return site


def links_follow(site: Site, page: str, texts: Mapping[str, str], colour: str) -> dict[str, str]:
    """Give links the colour of the text too where they could not be read on the new ground."""
    there = put(site, texts)
    parsed = parse_page(page, there.texts[page])
    looks = [text for width in WIDTHS for text in text_looks(there, parsed, width)]
    if not any(text.tag.name == "a" and text.enough is False for text in looks):
        return dict(texts)
    return {**texts, **with_values(there, page, {("a", "color"): colour})}
