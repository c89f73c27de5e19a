"""An activity that works on the learner's website: the pages are real files, and a copy is kept."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from lentera.answers import AnswerNotSaved
from lentera.place import Place
from lentera.rules import RuleSet
from lentera.web import CannotWriteError, Site, read_site, write_file
from lentera.web.site import MOST_FILES, kept_texts
from lentera.widgets.activity import Refused
from lentera.widgets.judged import JudgedActivity
from lentera.widgets.line import Line
from lentera.words import _

MOST_KEPT = 256 * 2**10
"""Pages and styles are copied to the answer file up to this size together [byte]."""


@dataclass(frozen=True)
class SiteState:
    """Hold the site an activity works on; a subclass adds what else is saved."""

    site: Site = field(default_factory=Site)


W = TypeVar("W", bound=SiteState)


class SiteActivity(JudgedActivity[W]):
    """Keep a website and an answer file in step.

    The files in ``situs/`` are what counts: whoever changes them, in another notebook or with another
    program, is followed at the next gesture. The answer file holds what else was done, and a copy of the
    pages from which a lost folder comes back. A subclass gives `_state_of` and `_rest`, and changes pages
    through `_put`.
    """

    def __init__(
        self,
        place: Place,
        answer_name: str,
        rule_sets: Sequence[RuleSet[Any]] = (),
        points: Mapping[str, float] | None = None,
    ) -> None:
        self.folder = place.site_folder
        self._on_disk = read_site(self.folder)
        self._brought: dict[str, bytes | None] = {}
        super().__init__(place, answer_name, rule_sets, points)

    @abstractmethod
    def _state_of(self, site: Site, content: Mapping[str, Any]) -> W:
        """Return the state from the site and the rest of an answer's content, which may be empty."""

    @abstractmethod
    def _rest(self, state: W) -> Mapping[str, Any]:
        """Return what is saved besides the pages."""

    def _put(self, name: str, text: str) -> None:
        """Replace or add a page or style; it is on the disk before it is shown."""
        if name not in self._state.site.names:
            self._need_room(1)
        content = text.encode("utf-8", "replace")
        self._become(replace(self._state, site=self._state.site.with_text(name, content)))

    def _bring(self, pictures: Mapping[str, bytes]) -> None:
        """Put pictures into the site; they are there for drawing, and go again when the gesture is not saved.

        Raises
        ------
        Refused
            When the site is full.
        AnswerNotSaved
            When the disk does not take them.
        """
        self._need_room(len(pictures.keys() - self._state.site.names))
        for name, content in pictures.items():
            path = self.folder.joinpath(*name.split("/"))
            self._brought[name] = path.read_bytes() if path.is_file() else None
            self._write_file(name, content)
        self._on_disk = read_site(self.folder, self._on_disk)
        site = Site(self._state.site.texts, self._on_disk.pictures, self._on_disk.left_out)
        self._become(replace(self._state, site=site))

    def _need_room(self, files: int) -> None:
        """Refuse to add files of which `read_site` would leave some out."""
        if len(self._state.site.names) + files > MOST_FILES:
            said = _("The site is full: it holds up to {n} files. Delete one first.").format(n=MOST_FILES)
            raise Refused(Line.same(said))

    def _empty(self) -> W:
        return self._state_of(self._on_disk, {})

    def _read(self, content: Mapping[str, Any]) -> W:
        self._on_disk = read_site(self.folder, self._on_disk)
        return self._state_of(_with_lost_pages(self._on_disk, content), content)

    def _write(self, state: W) -> Mapping[str, Any]:
        # Several activities of a session share one answer file; each leaves the others' keys as they are.
        return {**(self._content or {}), **self._rest(state), "halaman": _copies(state.site)}

    def _answer(self) -> Mapping[str, Any] | None:
        """Return what `nilai` would read back from the disk, without reading it."""
        if not self._state.site and self._content is None and self._state == self._empty():
            return None
        return {**self._write(self._state), "situs": self._state.site}

    def _take_in_other_notebook(self) -> None:
        state, on_disk = self._state, self._on_disk
        super()._take_in_other_notebook()
        if self._state is state:
            self._on_disk = on_disk  # an answer that could not be taken in has shown its pages to nobody
        found = read_site(self.folder, self._on_disk)
        # A picture whose gesture was refused later lies in the folder all the same.
        if found != self._on_disk or found.pictures != self._state.site.pictures:
            self._on_disk = found
            self._become(replace(self._state, site=_with_lost_pages(found, self._content or {})))

    def _save(self, *, milestone: bool) -> None:
        """Write pages, then the answer; when the disk takes only some of it, put the earlier pages back."""
        before = self._on_disk
        written: list[str] = []
        try:
            for name, content in self._state.site.texts.items():
                if before.texts.get(name) != content:
                    self._write_file(name, content)
                    written.append(name)
            super()._save(milestone=milestone)
        except BaseException:
            for name in written:
                self._put_back(name, before.texts.get(name))
            raise
        for name in written:
            self._on_disk = self._on_disk.with_text(name, self._state.site.texts[name])
        self._brought = {}

    def _take_back(self) -> None:
        if self._brought:
            for name, content in self._brought.items():
                self._put_back(name, content)
            self._brought = {}
            self._on_disk = read_site(self.folder, self._on_disk)

    def _write_file(self, name: str, content: bytes) -> None:
        try:
            write_file(self.folder, name, content)
        except OSError as error:
            raise AnswerNotSaved(self.folder / name, error) from error

    def _put_back(self, name: str, content: bytes | None) -> None:
        """Undo one write; what the disk does not take back is followed at the next gesture."""
        with suppress(OSError, CannotWriteError):
            if content is None:
                self.folder.joinpath(*name.split("/")).unlink(missing_ok=True)
            else:
                write_file(self.folder, name, content)


def _with_lost_pages(site: Site, content: Mapping[str, Any]) -> Site:
    """Return a site whose folder was lost with the pages that an answer's content keeps."""
    if site.pages:
        return site
    return Site({**kept_texts(content), **site.texts}, site.pictures, site.left_out)


def _copies(site: Site) -> dict[str, str]:
    kept: dict[str, str] = {}
    room = MOST_KEPT
    for name, content in sorted(site.texts.items(), key=lambda one: len(one[1])):
        room -= len(content)
        if room >= 0:
            kept[name] = content.decode("utf-8", "replace")
    return dict(sorted(kept.items()))
