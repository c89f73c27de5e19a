"""The rules of session 5: three pages that can be read and lead to one another, with links that say where."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from lentera.rules import Finding, RuleSet, load_rules, load_set, missed, right
from lentera.web.access import LinkText, links_of, shortened, told, too_small, unreadable
from lentera.web.cascade import DESKTOP, text_looks
from lentera.web.contrast import BLACK, WHITE, Colour
from lentera.web.links import LinkMap, Use, link_map
from lentera.web.looked import places
from lentera.web.meaning import placeholder_in, words_of
from lentera.web.page import Page, parse_page
from lentera.web.rules_access import kind_of_low
from lentera.web.site import Site, gather
from lentera.web.styles import Declaration, inline_of, sheets_of

ANSWER: Final = "s05-situs"
WANTED: Final = 3
"""Pages of the site: Beranda, Produk, Hubungi."""

_TEXTS: Final = Path(__file__).parents[1] / "texts"
_LINK_BLUE: Final = Colour(0, 0, 238)
_COLOURS: Final = frozenset({"color", "background", "background-color", "background-image"})


@dataclass(frozen=True)
class Styled:
    """Be the site that is judged, with its pages read."""

    site: Site
    pages: tuple[Page, ...]


def read_answer(content: Mapping[str, Any]) -> Styled:
    """Take the site out of an answer.

    Raises
    ------
    ValueError
        When there is none in it.
    """
    site = content.get("situs") if isinstance(content, Mapping) else None
    if not isinstance(site, Site):
        raise ValueError("the answer has no website; open the folder situs and save a page")
    return Styled(site, tuple(parse_page(name, site.texts[name]) for name in site.pages))


def _nothing(answer: Styled) -> Finding | None:
    """Say that there is nothing to judge yet."""
    if not answer.pages:
        return missed("no_page")
    if not any(text_looks(answer.site, page) for page in answer.pages):
        return missed("no_text")
    return None


def _chosen(answer: Styled) -> Finding:
    empty = _nothing(answer)
    if empty is not None:
        return empty
    return right() if _has_colours(answer) else missed("untouched")


def _has_colours(answer: Styled) -> bool:
    """Tell whether colours were chosen; who writes black on white has chosen them too."""
    if any(one.name in _COLOURS for one in _declarations(answer)):
        return True
    return any(
        text.ground is None or text.ground != WHITE or text.colour not in {BLACK, _LINK_BLUE}
        for page in answer.pages
        for text in text_looks(answer.site, page, DESKTOP)
    )


def _declarations(answer: Styled) -> Iterator[Declaration]:
    """Go through everything that style sheets and elements of the pages say."""
    for page in answer.pages:
        for applied in sheets_of(answer.site, page):
            for rule in applied.sheet.rules:
                yield from rule.declarations
        for tag in page.soup.find_all(style=True):
            yield from inline_of(page, tag)


def _enough(answer: Styled) -> Finding:
    empty = _nothing(answer)
    if empty is not None:
        return empty
    if not _has_colours(answer):
        return missed("untouched")  # what the browser brings along was not chosen by anybody
    low = [(page, text) for page in answer.pages for text in unreadable(answer.site, page)]
    if not low:
        return right()
    count = sum(len(text_looks(answer.site, page)) for page in answer.pages)
    page, text = low[0]
    share = max(0.0, 1 - len(low) / max(1, count))
    lines = [one.line for there, one in low if there is page]
    return missed(kind_of_low(text), round(share, 2), berkas=page.name, **told(text), **places(lines))


def _sizes(answer: Styled) -> Finding:
    empty = _nothing(answer)
    if empty is not None:
        return empty
    if next(_declarations(answer), None) is None:
        return missed("untouched")
    small = [(page, text) for page in answer.pages for text in too_small(answer.site, page)]
    if not small:
        return right()
    count = sum(len(text_looks(answer.site, page)) for page in answer.pages)
    page, text = small[0]
    share = max(0.0, 1 - len(small) / max(1, count))
    lines = [one.line for there, one in small if there is page]
    return missed("small", round(share, 2), berkas=page.name, **told(text), **places(lines))


def _three(answer: Styled) -> Finding:
    written = [page for page in answer.pages if text_looks(answer.site, page)]
    left = {page.name: words for page in written if (words := _left_over(page))}
    filled = [page for page in written if page.name not in left]
    if len(filled) >= WANTED:
        return right(jumlah=str(len(filled)))
    share = len(filled) / WANTED
    if left and len(written) >= WANTED:
        name = next(iter(left))
        return missed("template", round(share, 2), berkas=name, teks=left[name])
    if len(answer.pages) >= WANTED:
        blank = next(page.name for page in answer.pages if page not in filled)
        return missed("blank", round(share, 2), berkas=blank)
    return missed("few" if filled else "no_page", round(share, 2), jumlah=str(len(filled)))


def _left_over(page: Page) -> str:
    """Return what a template left in a page; empty when all of it is her own."""
    return placeholder_in(words_of(page.soup.body)) if page.soup.body is not None else ""


def _alive(answer: Styled) -> Finding:
    found = link_map(answer.site)
    links = [link for link in found.links if link.use is Use.LEADS and link.source in found.pages]
    if not links:
        return missed("no_link")
    dead = [link for link in links if not link.alive]
    part = min(1.0, len(found.pages) / WANTED)
    if not dead:
        return right() if part == 1 else missed("few", round(part, 2))
    first = dead[0]
    share = part * (1 - len(dead) / len(links))
    known = {"berkas": first.source, "ditulis": shortened(first.written), "maksud": first.meant}
    lines = [link.line for link in dead if link.source == first.source]
    return missed("dead_meant" if first.meant else "dead", round(share, 2), **known, **places(lines))


def _reach(answer: Styled) -> Finding:
    found = link_map(answer.site)
    if len(found.pages) < WANTED:
        return missed("few")
    ways = [(one, other) for one in found.pages for other in found.pages if one != other]
    shut = [(one, other) for one, other in ways if other not in found.reached_from(one)]
    if not shut:
        return right()
    start, lost = _first_shut(found, shut)
    return missed("shut", round(1 - len(shut) / len(ways), 2), dari=start, ke=lost)


def _first_shut(found: LinkMap, shut: list[tuple[str, str]]) -> tuple[str, str]:
    """Name the way whose link mends most: from the first page outwards, then back to it."""
    first = found.pages[0]
    return next(
        (one for one in shut if one[0] == first), next((one for one in shut if one[1] == first), shut[0])
    )


def _words(answer: Styled) -> Finding:
    links: list[tuple[Page, LinkText]] = [(page, link) for page in answer.pages for link in links_of(page)]
    if not links:
        return missed("no_link")
    odd = [(page, link) for page, link in links if link.fault is not None]
    if not odd:
        return right()
    page, link = odd[0]
    alike = [one.tag.sourceline or 1 for there, one in odd if there is page and one.fault == link.fault]
    share = 1 - len(odd) / len(links)
    return missed(
        link.fault or "", round(share, 2), berkas=page.name, teks=shortened(link.name), **places(alike)
    )


def _set(task: str, checks: Mapping[str, Any]) -> RuleSet[Styled]:
    path = _TEXTS / f"{task}.toml"
    return RuleSet(task, ANSWER, read_answer, load_rules(path, checks), load_set(path), gather=gather)


CONTRAST: Final = _set("s05-kontras", {"s05.contrast.chosen": _chosen, "s05.contrast.enough": _enough})
"""Task ``s05-kontras``: every text of every page reads well on its ground."""

TEXT_SIZE: Final = _set("s05-huruf", {"s05.size.body": _sizes})
"""Task ``s05-huruf``: ordinary text has 16 px or more."""

THREE_PAGES: Final = _set(
    "s05-tautan", {"s05.pages.three": _three, "s05.pages.alive": _alive, "s05.pages.reach": _reach}
)
"""Task ``s05-tautan``: three pages, every link alive, every page reached from every other."""

LINK_TEXTS: Final = _set("s05-teks-tautan", {"s05.links.words": _words})
"""Task ``s05-teks-tautan``: every link says where it leads."""
