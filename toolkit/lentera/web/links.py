"""Where every link and picture of a site leads, as on a host that serves plain files.

A Windows laptop opens ``Foto/Keripik.JPG`` for ``foto/keripik.jpg``; a host does not. What works on the host
is alive here, and everything else says what was probably meant.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final

from lentera.web.kept import kept_for_newest
from lentera.web.links_addresses import State, follow
from lentera.web.links_reading import (
    Addresses,
    Use,
    Written,
    addresses_in,
    addresses_in_page,
    written_in_style,
)
from lentera.web.site import HOME, Site, is_page
from lentera.web.tags_tokens import Lines

if TYPE_CHECKING:
    from lentera.web.page import Page

__all__ = ["Link", "LinkMap", "State", "Use", "link_map", "links_of"]


class Reach(StrEnum):
    """Say how a visitor comes to a page."""

    FIRST = "first"
    LED_TO = "led_to"
    LONELY = "lonely"


@dataclass(frozen=True)
class Link:
    """Be one address that a page or style writes down.

    Attributes
    ----------
    source : str
        Page or style it stands in.
    line : int
        From 1.
    use : Use
        Whether it leads on, shows a picture or loads something else.
    tag : str
        Tag or ``css``.
    text : str
        What a visitor reads: the words of a link, the alt text of a picture.
    written : str
        The address as it is written.
    state : State
        Where it leads.
    target : str
        Path in the site; empty outside of it.
    meant : str
        What to write instead, where that can be told; empty otherwise.
    number : int
        Which of the file's addresses this is, from 0.
    """

    source: str
    line: int
    use: Use
    tag: str
    text: str
    written: str
    state: State
    target: str = ""
    meant: str = ""
    number: int = 0

    @property
    def alive(self) -> bool:
        """Tell whether a visitor arrives."""
        return self.state in ALIVE


ALIVE: Final = frozenset((State.ALIVE, State.OUTSIDE))


@dataclass(frozen=True)
class LinkMap:
    """Hold all addresses of a site and who reaches whom.

    Attributes
    ----------
    pages : tuple of str
        The first page first.
    links : tuple of Link
        By file, then as written.
    """

    pages: tuple[str, ...]
    links: tuple[Link, ...]
    _edges: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def dead(self) -> tuple[Link, ...]:
        """Return the addresses at which nobody arrives."""
        return tuple(link for link in self.links if not link.alive)

    def of(self, source: str) -> tuple[Link, ...]:
        """Return the addresses in one page or style."""
        return tuple(link for link in self.links if link.source == source)

    def leads_to(self, page: str) -> frozenset[str]:
        """Return the pages to which a page leads directly."""
        return self._edges.get(page, frozenset())

    def reached_from(self, page: str) -> frozenset[str]:
        """Return the pages a visitor of one page can come to by links, that page among them."""
        if page not in self._reached:
            reached, waiting = {page}, [page]
            while waiting:
                fresh = self.leads_to(waiting.pop()) - reached
                reached |= fresh
                waiting += fresh
            self._reached[page] = frozenset(reached)
        return self._reached[page]

    @cached_property
    def _reached(self) -> dict[str, frozenset[str]]:
        """Keep what was followed: rules ask for each page from each other one."""
        return {}

    @cached_property
    def lonely(self) -> tuple[str, ...]:
        """Return the pages to which nobody comes from the first page."""
        start = HOME if HOME in self.pages else next(iter(self.pages), "")
        reached = self.reached_from(start)
        return tuple(page for page in self.pages if page not in reached)

    def reach(self, page: str) -> Reach:
        """Tell how a visitor comes to a page."""
        if page == next(iter(self.pages), ""):
            return Reach.FIRST
        return Reach.LONELY if page in self.lonely else Reach.LED_TO

    @cached_property
    def missing_pages(self) -> tuple[str, ...]:
        """Return the pages that links name and that are not there yet and mean no other."""
        named = [
            link.target
            for link in self.dead
            if link.state is State.NO_FILE and not link.meant and link.use is Use.LEADS
        ]
        return tuple(dict.fromkeys(name for name in named if is_page(name)))


def links_of(site: Site, source: str, page: "Page | None" = None) -> tuple[Link, ...]:
    """Follow the addresses in one page or style of a site.

    Parameters
    ----------
    site : Site
    source : str
        Path of the page or style.
    page : Page, optional
        The page of that path, where it was read already.
    """
    content = site.texts.get(source, b"")
    if page is not None:
        own = addresses_in(page.text, Lines(page.text), page.pieces)
    elif is_page(source):
        own = addresses_in_page(content)
    else:
        own = Addresses(written_in_style(content), "", frozenset())
    return tuple(_link(site, source, number, one, own) for number, one in enumerate(own.written))


def _link(site: Site, source: str, number: int, one: Written, own: Addresses) -> Link:
    found = follow(site, source, one.address, own.base)
    state = found.state
    if state is State.ALIVE and found.part and is_page(found.target):
        there = own if found.target == source else addresses_in_page(site.texts[found.target])
        state = State.ALIVE if found.part in there.parts else State.NO_PART
    elif state is State.OUTSIDE and one.use is not Use.LEADS and not one.address.lower().startswith("data:"):
        state = State.AWAY
    return Link(
        source, one.line, one.use, one.tag, one.text, one.address, state, found.target, found.meant, number
    )


@kept_for_newest
def link_map(site: Site) -> LinkMap:
    """Follow every address of every page and style of a site; the same site is followed once."""
    styles = sorted(set(site.texts) - set(site.pages))
    links = tuple(link for source in (*site.pages, *styles) for link in links_of(site, source))
    edges: dict[str, set[str]] = {page: set() for page in site.pages}
    for link in links:
        if link.source in edges and link.use is Use.LEADS and link.alive and is_page(link.target):
            edges[link.source].add(link.target)
    return LinkMap(site.pages, links, {page: frozenset(led) for page, led in edges.items()})
