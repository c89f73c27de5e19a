"""The link map behind the screen: where links lead, a missing page made, a menu written into every page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from lentera.place import Place
from lentera.rules import RuleSet
from lentera.web import HOME, Site
from lentera.web.links import LinkMap, Use, link_map
from lentera.web.links_reading import with_address
from lentera.web.links_writing import new_page, with_menu
from lentera.web.pieces import source_of
from lentera.web.site import fault_of_name, is_page
from lentera.widgets.activity import Refused
from lentera.widgets.line import Line
from lentera.widgets.link_map.picture import layout
from lentera.widgets.link_map.rows import (
    described,
    findings_of,
    lacks_menu,
    map_words,
    pages_of,
    table_of,
)
from lentera.widgets.site_activity import SiteActivity, SiteState
from lentera.words import _, ngettext

_MINE: Final = "peta_tautan"
_TASK: Final = "s05-tautan"
_MOST_UNDONE: Final = 5
_LARGEST_UNDONE: Final = 64 * 2**10
"""Longer pages are changed without a way back here; the editor keeps its own."""


@dataclass(frozen=True)
class Change:
    """Hold what one step wrote: the source of each page before and after."""

    before: Mapping[str, str]
    after: Mapping[str, str]


@dataclass(frozen=True)
class Mapped(SiteState):
    """Hold what is saved besides the site: the last steps, the newest last."""

    changes: tuple[Change, ...] = ()


class LinkMapSession(SiteActivity[Mapped]):
    """One learner's link map, without any screen."""

    screen = "link_map"
    milestones = frozenset({"check", "make", "menu", "undo"})

    _page: str = ""  # whose links are shown; not saved
    _known: tuple[Site, LinkMap] | None = None

    def __init__(
        self,
        place: Place,
        answer_name: str = "s05-situs",
        rule_sets: Sequence[RuleSet[Any]] = (),
        points: Mapping[str, float] | None = None,
    ) -> None:
        # The site's other tasks are judged where their colours and words can be changed.
        own = [rules for rules in rule_sets if rules.task == _TASK]
        super().__init__(place, answer_name, own or rule_sets, points)

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return map_words()

    def _state_of(self, site: Site, content: Mapping[str, Any]) -> Mapped:
        mine = content.get(_MINE, {})
        if not isinstance(mine, Mapping):
            raise ValueError(f"{_MINE!r} is {mine!r}; open the link map again")
        return Mapped(site, _changes(mine.get("langkah")))

    def _rest(self, state: Mapped) -> Mapping[str, Any]:
        steps = [{"sebelum": dict(one.before), "sesudah": dict(one.after)} for one in state.changes]
        return {_MINE: {"langkah": steps}}

    def _ready(self) -> str:
        if not self._state.site.pages:
            return _("There is no page yet. Make the first page here.")
        return self._summary()

    def _back(self) -> str:
        return self._ready()

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "open": lambda: self._open_page(message["page"]),
            "make": lambda: self._make(message["page"]),
            "use": lambda: self._use(message["source"], message["number"]),
            "menu": self._menu,
            "undo": self._undo,
            "check": self._check,
        }
        return gestures[message["do"]]()

    def _map(self) -> LinkMap:
        """Follow the links of the site; the same site is followed once."""
        site = self._state.site
        if self._known is None or self._known[0] is not site:
            self._known = (site, link_map(site))
        return self._known[1]

    def _summary(self) -> str:
        found = self._map()
        pages = ngettext("{n} page.", "{n} pages.", len(found.pages)).format(n=len(found.pages))
        if found.dead:
            count = len(found.dead)
            said = ngettext("{n} link does not arrive yet.", "{n} links do not arrive yet.", count)
            return f"{pages} {said.format(n=count)}"
        if found.lonely:
            return f"{pages} " + _("No link leads to {page}.").format(page=found.lonely[0])
        return f"{pages} " + _("Every link arrives.")

    def _shown_page(self) -> str:
        pages = self._state.site.pages
        return self._page if self._page in pages else next(iter(pages), "")

    def _open_page(self, page: str) -> Line:
        if page not in self._state.site.pages:
            raise ValueError(f"there is no page {page!r}")
        self._page = page
        row = next(one for one in pages_of(self._map()) if one["name"] == page)
        return Line.same(_("{page} is shown: {told}.").format(page=page, told=row["told"]))

    def _make(self, page: str) -> Line:
        site = self._state.site
        if page in site.names:
            raise Refused(Line.same(_("{page} is there already.").format(page=page)))
        wanted = (HOME,) if not site.pages else self._map().missing_pages
        if page not in wanted or not is_page(page):
            raise ValueError(f"no link asks for a page {page!r}")
        if fault_of_name(page) is not None:
            raise Refused(Line.same(_("A page cannot have that name. Change the address in the editor.")))
        before = len(self._map().dead)
        self._put(page, new_page(page, site.pages))
        self._page = page
        mended = before - len(self._map().dead)
        line = _("{page} is made, with links to the other pages.").format(page=page)
        return Line.same(f"{line} {self._arrive(mended)}".strip())

    def _arrive(self, count: int) -> str:
        if count <= 0:
            return ""
        return ngettext("{n} link arrives now.", "{n} links arrive now.", count).format(n=count)

    def _use(self, source: str, number: Any) -> Line:
        link = next((one for one in self._map().of(source) if one.number == number), None)
        if link is None or isinstance(number, bool) or not link.meant:
            raise ValueError(f"{source!r} has no address {number!r} that means another")
        text = source_of(self._state.site.texts[source])
        self._change({source: with_address(text, link.number, link.meant)})
        told = _("Line {n} of {page} leads to {address} now.")
        if link.use is Use.SHOWS:
            told = _("Line {n} of {page} shows {address} now.")
        return Line.same(told.format(n=link.line, page=source, address=link.meant))

    def _menu(self) -> Line:
        site = self._state.site
        lacking = lacks_menu(site, self._map())
        if not lacking:
            raise Refused(Line.same(_("Every page leads to every other page already.")))
        self._change(
            {page: with_menu(source_of(site.texts[page]), page, others) for page, others in lacking.items()}
        )
        count = len(lacking)
        told = ngettext("Links are added to {n} page.", "Links are added to {n} pages.", count).format(
            n=count
        )
        return Line.same(f"{told} {self._summary()}")

    def _change(self, after: Mapping[str, str]) -> None:
        """Write pages anew and remember how they were."""
        site = self._state.site
        before = {page: source_of(site.texts[page]) for page in after}
        changes = self._state.changes
        if sum(map(len, (*before.values(), *after.values()))) <= _LARGEST_UNDONE:
            changes = (*changes, Change(before, after))[-_MOST_UNDONE:]
        for page, text in after.items():
            self._put(page, text)
        self._become(replace(self._state, changes=changes))

    def _undo(self) -> Line:
        if not self._state.changes:
            raise Refused(Line.same(_("There is nothing to take back.")))
        *earlier, last = self._state.changes
        site = self._state.site
        written = {page: source_of(site.texts.get(page, b"")) for page in last.after}
        if written != dict(last.after):
            self._become(replace(self._state, changes=tuple(earlier)))
            return Line.same(_("The page was changed meanwhile. It stays as it is."))
        for page, text in last.before.items():
            self._put(page, text)
        self._become(replace(self._state, changes=tuple(earlier)))
        return Line.same(_("Taken back.") + f" {self._summary()}")

    def _draw(self) -> dict[str, Any]:
        found, site = self._map(), self._state.site
        findings, more = findings_of(found)
        page = self._shown_page()
        return {
            "pages": pages_of(found),
            "page": page,
            "findings": findings,
            "more": more,
            "fine": "" if findings or not found.pages else _("Every link arrives. Every page is reached."),
            "table": table_of(found, page) if page else None,
            "empty": "" if not page or found.of(page) else _("This page has no links yet."),
            "picture": {**layout(found), **described(found)} if found.pages else None,
            "first": not found.pages,
            "make_first": {"page": HOME, "label": _("Make the page {page}").format(page=HOME)},
            "menu": {
                "ok": len(found.pages) > 1 and bool(lacks_menu(site, found)),
                "why": _("Every page leads to every other page already.")
                if len(found.pages) > 1
                else _("A menu needs at least two pages."),
            },
            "undo": bool(self._state.changes),
            "check": self._found,
        }


def _changes(kept: Any) -> tuple[Change, ...]:
    """Read the steps an answer keeps; what makes no sense is left out."""
    found = []
    for one in kept if isinstance(kept, list) else []:
        sides = [one.get(side) for side in ("sebelum", "sesudah")] if isinstance(one, Mapping) else []
        if sides and all(_is_pages(side) for side in sides):
            found.append(Change(*sides))
    return tuple(found[-_MOST_UNDONE:])


def _is_pages(side: Any) -> bool:
    return (
        isinstance(side, dict)
        and bool(side)
        and all(
            isinstance(text, str) and is_page(name) and fault_of_name(name) is None
            for name, text in side.items()
        )
    )
