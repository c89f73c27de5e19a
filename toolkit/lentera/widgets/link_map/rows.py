"""The link map in words: what is not right yet, and the links of one page."""

from collections.abc import Mapping
from typing import Any, Final

from lentera.web.links import Link, LinkMap, State, Use
from lentera.web.links_writing import words_for
from lentera.web.rules_links import remark_of
from lentera.web.site import Site, is_page
from lentera.widgets.frame import frame_words
from lentera.words import _, language, ngettext

MOST_FINDINGS: Final = 8
LONGEST: Final = 60
_CHANGEABLE: Final = frozenset(("a", "area", "img", "link", "source", "input", "iframe", "script"))


def map_words() -> dict[str, Any]:
    """Return every fixed word of the link map."""
    return {
        **frame_words(_("Link map")),
        "intro": _("A link (tautan) leads from page to page. Here is where yours lead."),
        "picture": _("Picture of the pages and links"),
        "pages": _("Pages"),
        "findings": _("Not right yet comes first"),
        "head": [_("Words of the link"), _("Leads to"), _("What is there")],
        "menu": _("Add links to all pages"),
        "undo": _("Take back"),
        "missing": _("not there yet"),
        "key": [_("a link that arrives"), _("a link that does not arrive")],
        "legend": _("What the lines mean"),
    }


def state_word(state: State) -> str:
    """Return the word for where an address leads."""
    return {
        State.ALIVE: _("arrives"),
        State.OUTSIDE: _("leads out into the internet or to a program"),
        State.AWAY: _("comes from the internet"),
        State.NO_FILE: _("the file is not there yet"),
        State.NO_PART: _("the part is not there yet"),
        State.CASE: _("capital and small letters differ"),
        State.FOLDER: _("the file lies in another folder"),
        State.BACKSLASH: _("the slash leans the wrong way"),
        State.DISK: _("only on this laptop"),
        State.LEADS_OUT: _("leads out of the folder situs"),
        State.LEFT_OUT: _("is not published"),
        State.EMPTY: _("leads nowhere yet"),
    }[state]


def use_word(use: Use) -> str:
    """Return the word for what an address is for."""
    return {Use.LEADS: _("link (tautan)"), Use.SHOWS: _("picture (gambar)"), Use.LOADS: _("style file")}[use]


def pages_of(found: LinkMap) -> list[dict[str, Any]]:
    """Tell of each page how many links it has and how it is reached."""
    rows = []
    for page in found.pages:
        links = found.of(page)
        dead = [link for link in links if not link.alive]
        count = ngettext("{n} link", "{n} links", len(links)).format(n=len(links))
        parts = [count]
        if dead:
            parts.append(_("{n} not right yet").format(n=len(dead)))
        if page in found.lonely:
            parts.append(_("nobody leads here"))
        rows.append(
            {
                "name": page,
                "words": words_for(page),
                "told": ", ".join(parts),
                "whole": not dead and page not in found.lonely,
            }
        )
    return rows


def findings_of(found: LinkMap) -> tuple[list[dict[str, Any]], str]:
    """Return what is not right yet, most useful first, each with its step; and how many more there are."""
    rows = [_dead(link) for link in sorted(found.dead, key=lambda link: link.use is not Use.LEADS)]
    rows += [
        {
            "where": page,
            "says": _("No link leads to {page}.").format(page=page),
            "next": _("Press {button}.").format(button=_("Add links to all pages")),
            "act": None,
        }
        for page in found.lonely
    ]
    more = len(rows) - MOST_FINDINGS
    return rows[:MOST_FINDINGS], _("And {n} more.").format(n=more) if more > 0 else ""


def _dead(link: Link) -> dict[str, Any]:
    remark, details = remark_of(link)
    code = "en" if language() == "en" else "id"
    return {
        "where": link.source,
        "says": remark.says.in_language(code, details),
        "next": remark.next.in_language(code, details),
        "act": _act(link),
    }


def _act(link: Link) -> dict[str, Any] | None:
    """Return the one step a button can do."""
    if link.meant and link.tag in _CHANGEABLE and is_page(link.source):
        label = _("Write {address} in line {line}").format(address=link.meant, line=link.line)
        return {"do": "use", "source": link.source, "number": link.number, "label": label}
    if link.state is State.NO_FILE and link.use is Use.LEADS and is_page(link.target):
        label = _("Make the page {page}").format(page=link.target)
        return {"do": "make", "page": link.target, "label": label}
    return None


def table_of(found: LinkMap, page: str) -> dict[str, Any]:
    """Return the links of one page as a table."""
    return {
        "caption": _("Links and pictures in {page}").format(page=page),
        "head": map_words()["head"],
        "rows": [
            [
                _("Line {n}: {text}").format(n=link.line, text=_short(link.text) or use_word(link.use)),
                _short(link.written.strip()) or _("(empty)"),
                state_word(link.state),
            ]
            for link in found.of(page)
        ],
    }


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def described(found: LinkMap) -> Mapping[str, str]:
    """Return title and description of the picture."""
    ways = []
    for page in found.pages:
        others = [words_for(other) for other in found.pages if other in found.leads_to(page) - {page}]
        ways.append(
            _("{page} leads to {others}.").format(page=words_for(page), others=", ".join(others))
            if others
            else _("{page} leads to no other page.").format(page=words_for(page))
        )
    return {"title": _("Pages and the links between them"), "desc": " ".join(ways)}


def lacks_menu(site: Site, found: LinkMap) -> dict[str, list[str]]:
    """Return the pages that do not lead to every other page, with those they leave out."""
    return {
        page: lacking
        for page in found.pages
        if site.texts[page].strip()
        and (
            lacking := [other for other in found.pages if other != page and other not in found.leads_to(page)]
        )
    }
