"""Publishing behind the screen: declare, check, seal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from lentera.classroom import ClassroomError, drives
from lentera.classroom.publishing import publish
from lentera.rules import Verdict
from lentera.web import Site
from lentera.web.links import link_map
from lentera.web.publishing import (
    Point,
    State,
    address_name,
    checklist,
    is_address_name,
    is_ready,
    summary_of,
    title_of,
)
from lentera.widgets.activity import Refused
from lentera.widgets.line import Doing, Line
from lentera.widgets.publish.qr import qr_path
from lentera.widgets.publish.words import KINDS, kind_words, point_words, publish_words
from lentera.widgets.site_activity import SiteActivity, SiteState
from lentera.words import _, addressed, clock, language

NETWORK: Final = "http://desa.local/"
"""Where the class network will serve the showroom."""
TASK: Final = "s09-terbit"
"""The observed task that publishing belongs to; the mark is the trainer's."""
LONGEST_CONTACT: Final = 80


@dataclass(frozen=True)
class PublishState(SiteState):
    """Hold what was declared and what came of it.

    Attributes
    ----------
    photos : mapping of str to str
        Path of a picture to one of `KINDS`.
    contact : str
        How buyers reach the business; empty when she gives none.
    address : str
        Name in the address; empty before she chose one.
    published : mapping
        ``alamat``, ``amplop``, ``zip``, ``jam`` and ``tinggal`` of the last time; empty before.
    """

    photos: Mapping[str, str] = field(default_factory=dict)
    contact: str = ""
    address: str = ""
    published: Mapping[str, Any] = field(default_factory=dict)


class PublishSession(SiteActivity[PublishState]):
    """One learner's publishing, without any screen."""

    screen = "publish"
    milestones = frozenset({"publish"})

    _looked: tuple[Site, Mapping[str, Any], tuple[Point, ...]] | None = None
    """Site and declaration that were gone through last: going through long pages takes its time."""

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return publish_words()

    def _state_of(self, site: Site, content: Mapping[str, Any]) -> PublishState:
        photos, published = content.get("foto", {}), content.get("terbit", {})
        texts = [content.get(name, "") for name in ("kontak_usaha", "alamat_situs")]
        if not isinstance(photos, dict) or not isinstance(published, dict):
            raise ValueError("foto and terbit are tables")
        if not all(isinstance(text, str) for text in texts):
            raise ValueError("kontak_usaha and alamat_situs are texts")
        known = {name: kind for name, kind in photos.items() if kind in KINDS}
        return PublishState(site, known, texts[0], texts[1], published)

    def _rest(self, state: PublishState) -> Mapping[str, Any]:
        return {
            "foto": dict(state.photos),
            "kontak_usaha": state.contact,
            "alamat_situs": state.address,
            "terbit": dict(state.published),
        }

    def _ready(self) -> str:
        return _("Ready. Begin with the list.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "photo": lambda: self._declare(message["name"], message["kind"]),
            "contact": lambda: self._contact(message["text"]),
            "address": lambda: self._address(message["text"]),
            "look": self._look,
            "publish": lambda: self._publish(message["to"]),
        }
        return gestures[message["do"]]()

    def _declare(self, name: str, kind: str) -> Line:
        if name not in self._shown_pictures() or kind not in {*KINDS, ""}:
            raise ValueError(f"{name!r} cannot be declared as {kind!r}")
        photos = {one: said for one, said in self._state.photos.items() if one != name}
        self._become(replace(self._state, photos={**photos, name: kind} if kind else photos))
        if not kind:
            return Line.same(_("{file}: not chosen yet.").format(file=name))
        line = _("{file}: {kind}.").format(file=name, kind=kind_words()[kind].lower())
        if kind == "anak":
            line = f"{line} " + _("Take this photo out of the page.")
        return Line.same(line)

    def _contact(self, text: str) -> Line:
        self._become(replace(self._state, contact=_text(text)[:LONGEST_CONTACT]))
        return Line.same(_("Contact of the business saved."))

    def _address(self, text: str) -> Line:
        name = address_name(_text(text))
        if not name:
            raise Refused(Line.same(_("An address needs at least one letter or digit.")))
        self._become(replace(self._state, address=name))
        return Line.same(_("Site address: {address}").format(address=_spoken_address(name)))

    def _look(self) -> Line:
        points = self._checklist()
        open_points = [point for point in points if point.state is State.YET]
        if not open_points:
            return Line.same(_("All {n} points are ready. Publish now.").format(n=len(points)))
        first = min(open_points, key=lambda point: not point.blocks)
        said = self._worded(first)
        ready = _("{n} of {total} points are ready.").format(
            n=len(points) - len(open_points), total=len(points)
        )
        return Line.same(f"{ready} {said['says']} {said['next']}")

    def _publish(self, to: str) -> Line:
        doing = self._may_publish()
        if not doing.ok:
            raise Refused(Line.same(doing.why))
        desk = self.place.desk
        target = next((path for path, _label in self._places() if str(path) == to), None)
        if desk is None or target is None:
            raise Refused(Line.same(_("This place is not here any more. Choose another one.")))
        site, address, now = self._state.site, self._address_now(), self.place.now()
        files = {name: self._bytes(name) for name in sorted(self._visited())}
        said = {"address": address, "title": title_of(site) or address, "summary": summary_of(site)}
        try:
            done = publish(desk, files, said, target, now)
        except ClassroomError as error:
            raise Refused(Line.same(" ".join(error.sentences()))) from error
        self._become(
            replace(
                self._state,
                address=address,
                published={
                    "alamat": address,
                    "amplop": done.envelope.name,
                    "folder": str(done.envelope.parent),
                    "zip": done.archive.name,
                    "jam": clock(now),
                    "tinggal": list(done.stays),
                },
            )
        )
        self._unlogged.append(lambda: self.place.record(lambda log: log.completed(TASK)))
        line = _("Published. {file} is ready for the trainer.").format(file=done.envelope.name)
        return Line.same(f"{line} " + _("Site address: {address}").format(address=_spoken_address(address)))

    def _bytes(self, name: str) -> bytes:
        text = self._state.site.texts.get(name)
        return text if text is not None else self.folder.joinpath(*name.split("/")).read_bytes()

    def _visited(self) -> set[str]:
        """Return what visitors need: all pages and styles, and of the pictures only those a page shows."""
        return {*self._state.site.texts, *self._shown_pictures()}

    def _shown_pictures(self) -> list[str]:
        used = {link.target for link in link_map(self._state.site).links if link.target}
        return [name for name in sorted(self._state.site.pictures) if name in used]

    def _declared(self) -> dict[str, Any]:
        return {"foto": dict(self._state.photos), "kontak_usaha": self._state.contact}

    def _checklist(self) -> tuple[Point, ...]:
        site, declared = self._state.site, self._declared()
        if self._looked is None or self._looked[:2] != (site, declared):
            self._looked = (site, declared, checklist(site, declared))
        return self._looked[2]

    def _address_now(self) -> str:
        name = self._state.address or address_name(title_of(self._state.site))
        return name if is_address_name(name) else "toko"

    def _places(self) -> list[tuple[Path, str]]:
        if self.place.desk is None:
            return []
        here = self.place.desk.root / "serahan"
        sticks = [(drive.path, drive.label) for drive in drives() if drive.writable]
        return [*sticks, (here, _("folder on this laptop: {folder}").format(folder=here.name))]

    def _may_publish(self) -> Doing:
        if self.place.desk is None:
            return Doing(ok=False, why=_("Open this lesson from the home page, then publish."))
        if self.place.desk.learner is None:
            return Doing(ok=False, why=_("Ask the trainer for your code and type it on the home page."))
        points = self._checklist()
        if not is_ready(points):
            blocking = next(point for point in points if point.blocks)
            return Doing(ok=False, why=_("First: {point}.").format(point=point_words()[blocking.id].lower()))
        return Doing(ok=True)

    def _worded(self, point: Point) -> dict[str, Any]:
        code = language()
        says, following = "", ""
        if isinstance(point.found, Verdict):
            says = addressed(point.found.sentence(code), self.place.address)
            following = addressed(point.found.next_step(code), self.place.address)
        elif point.active is not None:
            says = _("Line {line} holds {what}, which acts by itself.").format(
                line=point.active.line, what=point.active.what
            )
            following = _("Delete it, so that visitors are safe.")
        elif point.state is State.YET:
            says, following = _plain_findings()[point.id]
        return {
            "id": point.id,
            "title": point_words()[point.id],
            "ok": point.state is State.OK,
            "blocks": point.blocks,
            "page": point.page if point.state is State.YET else "",
            "says": says,
            "next": following,
        }

    def _draw(self) -> dict[str, Any]:
        state, published = self._state, self._state.published
        shown = self._shown_pictures()
        points = [self._worded(point) for point in self._checklist()]
        address = self._address_now()
        return {
            "points": points,
            "ready": sum(point["ok"] for point in points),
            "photos": [[name, state.photos.get(name, "")] for name in shown],
            "contact": state.contact,
            "address": address,
            "address_whole": f"{NETWORK.removeprefix('http://')}{address}",
            "places": [[str(path), label] for path, label in self._places()],
            "publish": self._may_publish().to_json(),
            "published": self._published(published) if published else None,
        }

    def _published(self, published: Mapping[str, Any]) -> dict[str, Any]:
        whole = f"{NETWORK}{published.get('alamat', '')}/"
        return {
            "address": whole.removeprefix("http://").rstrip("/"),
            "spoken": _spoken_address(str(published.get("alamat", ""))),
            "qr": qr_path(whole),
            "envelope": f"{published.get('amplop', '')} ({published.get('folder', '')})",
            "archive": f"terbit/{published.get('zip', '')}",
            "time": str(published.get("jam", "")),
            "stays": [str(name) for name in published.get("tinggal", [])],
        }


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no text")
    return " ".join(value.split())


def _spoken_address(name: str) -> str:
    """Return an address as it is told on the telephone."""
    return _("desa dot local slash {name}").format(name=name.replace("-", _(" dash ")))


def _plain_findings() -> dict[str, tuple[str, str]]:
    return {
        "home": (
            _("There is no index.html yet. It is the page that opens first."),
            _("Make index.html in the page editor."),
        ),
        "safe": (_("This page is too long to be looked through."), _("Split it into two pages.")),
        "weight": (
            _("The pictures are heavy. A phone waits long for them."),
            _("Make them smaller in the photo studio."),
        ),
    }
