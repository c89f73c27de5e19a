"""What is published: the checklist before, the short address, the zip for any host, the list of shops.

A published site is plain files. Any host that serves files takes the zip as it is.
"""

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from textwrap import shorten
from typing import Any, Final

from lentera.rules import Report, Verdict
from lentera.web.active import Active, active_content
from lentera.web.checking import check_page
from lentera.web.page import parse_page
from lentera.web.site import HOME, Site

LARGEST_PAGE: Final = 512 * 2**10
"""A longer page [byte] is not read to its end by the check, so it is not published."""
LARGEST_SITE: Final = 5 * 2**20
"""A site that is heavier [byte] keeps a phone waiting; it is published, and told."""
_ADDRESS: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ADDRESS: Final = 40
_LONGEST_SUMMARY: Final = 140
_PACKED: Final = (".jpg", ".jpeg", ".png", ".gif", ".webp")
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)

GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "readable": ("readable", "tags"),
    "content": ("structure", "meaning"),
    "links": ("links",),
    "access": ("access", "style"),
    "privacy": ("privacy",),
}
"""Points of the checklist that come from the page rules, and the groups of rules they gather."""
BLOCKING: Final = frozenset({"home", "safe", "privacy"})
"""Points without which nothing is published; the others are advice."""


class State(StrEnum):
    """Say how a point of the checklist stands."""

    OK = "ok"
    YET = "yet"


@dataclass(frozen=True)
class Point:
    """Be one point of the checklist.

    Attributes
    ----------
    id : str
        ``home``, ``safe``, ``weight`` or a key of `GROUPS`.
    state : State
        Whether it holds for every page.
    page : str
        The page of the first finding; empty when it holds.
    found : Verdict or None
        The first finding of the page rules.
    active : Active or None
        The first thing that acts by itself.
    """

    id: str
    state: State
    page: str = ""
    found: Verdict | None = None
    active: Active | None = None

    @property
    def blocks(self) -> bool:
        """Tell whether nothing is published while this point stands like this."""
        return self.state is State.YET and self.id in BLOCKING


def checklist(site: Site, declared: Mapping[str, Any]) -> tuple[Point, ...]:
    """Go through a site before it is published, the most basic first.

    Parameters
    ----------
    site : Site
        All of it.
    declared : mapping
        What the learner declared about photos and contact: keys ``foto`` and ``kontak_usaha``.
    """
    points = [Point("home", State.OK if HOME in site.texts else State.YET, HOME)]
    found: dict[str, Point] = {}
    for name in site.pages:  # page by page: a site of many pages is read once
        for point in GROUPS.keys() - found.keys():
            report: Report = check_page(site, name, declared, GROUPS[point])
            if report.finding is not None:
                found[point] = Point(point, State.YET, name, report.finding)
    points += [found.get(point, Point(point, State.OK)) for point in GROUPS]
    points.append(_safe(site))
    weight = sum(map(len, site.texts.values())) + sum(one.size for one in site.pictures.values())
    points.append(Point("weight", State.OK if weight <= LARGEST_SITE else State.YET))
    return tuple(points)


def _safe(site: Site) -> Point:
    for name, content in site.texts.items():
        if len(content) > LARGEST_PAGE:
            return Point("safe", State.YET, name)
    found = active_content(site)
    if found:
        return Point("safe", State.YET, found[0].file, active=found[0])
    return Point("safe", State.OK)


def is_ready(points: Iterable[Point]) -> bool:
    """Tell whether a site may be published."""
    return not any(point.blocks for point in points)


def title_of(site: Site) -> str:
    """Return what the first page calls itself: its main heading, else its title; may be empty."""
    if HOME not in site.texts:
        return ""
    soup = parse_page(HOME, site.texts[HOME]).soup
    for tag in (soup.h1, soup.title):
        words = " ".join(tag.get_text(" ").split()) if tag else ""
        if words:
            return words[:80]
    return ""


def summary_of(site: Site) -> str:
    """Return the first filled paragraph of the first page, shortened to a card's length; may be empty."""
    if HOME not in site.texts:
        return ""
    for tag in parse_page(HOME, site.texts[HOME]).soup.find_all("p"):
        words = " ".join(tag.get_text(" ").split())
        if words:
            return shorten(words, _LONGEST_SUMMARY, placeholder="…")
    return ""


def address_name(text: str) -> str:
    """Make a short address out of a name: small letters, digits and dashes; empty when nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return name[:_LONGEST_ADDRESS].strip("-")


def is_address_name(text: str) -> bool:
    """Tell whether a text can be the last part of a site's address."""
    return len(text) <= _LONGEST_ADDRESS and _ADDRESS.fullmatch(text) is not None


def to_zip(files: Mapping[str, bytes]) -> bytes:
    """Pack a site for a static host; the same files give the same bytes.

    Parameters
    ----------
    files : mapping of str to bytes
        By path from the site's folder.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            # Photos are packed already: trying again takes seconds and saves nothing.
            entry.compress_type = (
                zipfile.ZIP_STORED if name.lower().endswith(_PACKED) else zipfile.ZIP_DEFLATED
            )
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, files[name])
    return packed.getvalue()


@dataclass(frozen=True)
class Shown:
    """Be one site of the showroom: its address, its name and one sentence about it."""

    address: str
    title: str
    summary: str = ""


def showroom_page(sites: Iterable[Shown], words: Mapping[str, str], style: str) -> bytes:
    """Write the showroom's first page: a list of links that reads well aloud and without any style.

    Parameters
    ----------
    sites : iterable of Shown
        In the order of the page.
    words : mapping
        ``lang``, ``title``, ``lead``, ``empty`` and ``sites``.
    style : str
        Stylesheet; nothing is loaded from elsewhere.
    """
    said = {name: escape(text) for name, text in words.items()}
    rows = "\n".join(
        f'<li><a href="{escape(one.address)}/index.html"><h2>{escape(one.title)}</h2></a>'
        + (f"<p>{escape(one.summary)}</p>" if one.summary else "")
        + "</li>"
        for one in sites
    )
    body = f'<ul aria-label="{said["sites"]}">\n{rows}\n</ul>' if rows else f"<p>{said['empty']}</p>"
    return (
        f'<!doctype html>\n<html lang="{said["lang"]}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{said['title']}</title>\n<style>\n{style}\n</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{said['title']}</h1>\n<p>{said['lead']}</p>\n{body}\n</main>\n</body>\n</html>\n"
    ).encode()
