"""The page editor behind the screen: every change is in the learner's own file before it is shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from zlib import crc32

from lentera.answers import Answer, AnswerNotSaved
from lentera.place import Place
from lentera.rules import Report, RuleSet
from lentera.web import HOME, CannotWriteError, Site
from lentera.web.checking import check_page
from lentera.web.preview_picture import data_uri, read_picture
from lentera.widgets.activity import Refused
from lentera.widgets.editor import view
from lentera.widgets.editor.materials import FIRST, hints_of, samples, templates
from lentera.widgets.editor.state import (
    LARGEST_EDITED,
    EditorState,
    fitting_name,
    free_name,
    is_fitting,
    is_text_name,
    stamp,
    text_of,
    written,
)
from lentera.widgets.editor.words import editor_words
from lentera.widgets.judged import read_out
from lentera.widgets.line import Doing, Line
from lentera.widgets.site_activity import SiteActivity
from lentera.words import _, addressed

_PICTURE_MARK = "data:image/lentera;"
"""Where the preview waits for a picture that the screen asks for once."""
_MOST_PICTURES = 12


class EditorSession(SiteActivity[EditorState]):
    """One learner's page editor, without any screen.

    Parameters
    ----------
    place : Place
        Where site, answers and log are.
    answer_name : str
        Name of the answer file.
    rule_sets : sequence of RuleSet
        Rules of the tasks that are judged by it; without any, the open page is checked as a page.
    points : mapping of str to float
        Points of each task.
    hints : sequence of str
        From a nudge to a worked example; those of the answer when left out.
    page : str
        The file that opens first.
    """

    screen = "editor"
    milestones = frozenset({"check", "restore", "remove", "rename", "new"})

    def __init__(
        self,
        place: Place,
        answer_name: str,
        rule_sets: Sequence[RuleSet[Any]] = (),
        points: Mapping[str, float] | None = None,
        *,
        hints: Sequence[str] = (),
        page: str = HOME,
    ) -> None:
        self._first = page
        self._hints = tuple(addressed(one, place.address) for one in tuple(hints) or hints_of(answer_name))
        self._line: int | None = None
        self._kept: tuple[Answer, ...] | None = None
        self._fetched: dict[str, str | None] = {}
        self._pictures: dict[str, str] = {}
        self._typed: tuple[str, bytes] | None = None
        self._quiet = False
        super().__init__(place, answer_name, rule_sets, points)

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the editor."""
        return editor_words(_("Page editor"))

    def _state_of(self, site: Site, content: Mapping[str, Any]) -> EditorState:
        return EditorState.of(site, content, self._first)

    def _rest(self, state: EditorState) -> Mapping[str, Any]:
        return state.rest

    def _ready(self) -> str:
        return _("The editor is ready. Write between > and <.")

    def _back(self) -> str:
        return _("Your pages are as you left them.")

    def _open(self) -> None:
        super()._open()
        if self._state.site.texts or self._state.removed or self._unreadable:
            return
        before = self._state
        try:
            self._put(HOME, templates()[FIRST].content().decode("utf-8"))
            self._state = self._state.opened(HOME)
            self._save(milestone=True)
            line = Line.same(_("Your first page is made: index.html. Replace the words in capitals."))
        except AnswerNotSaved as error:
            self._state = before
            line = Line.same(str(error))
        except CannotWriteError:
            self.place.note_trouble()
            self._state = before
            line = Line.same(_("The folder situs leads to another place. Call the trainer."))
        self._show(line, self._draw())

    def _take_in_other_notebook(self) -> None:
        super()._take_in_other_notebook()
        if self._state.file not in self._state.site.texts:
            self._state = self._state.opened(self._state.file)

    def handle(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """Take one gesture; what was asked for once is shown once."""
        self._fetched = {}
        self._typed, self._quiet = None, False
        return super().handle(message)

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "type": lambda: self._type(
                message["file"], message["text"], message["base"], message.get("line")
            ),
            "open": lambda: self._open_file(message["file"]),
            "new": lambda: self._new(message["template"], message["name"]),
            "rename": lambda: self._rename(message["file"], message["to"]),
            "remove": lambda: self._remove(message["file"]),
            "put_back": self._bring_back,
            "sample": lambda: self._sample(message["file"]),
            "pictures": lambda: self._fetch(message["keys"]),
            "hint": self._hint,
            "check": self._check,
            "all": self._all,
            "history": self._history,
            "restore": lambda: self._restore(message["number"]),
        }
        return gestures[message["do"]]()

    def _type(self, name: Any, text: Any, base: Any, line: Any) -> Line:
        if not is_text_name(name) or not isinstance(text, str) or not isinstance(base, str):
            raise ValueError(f"{name!r} cannot be written; open a file of the site")
        before = self._state.site.texts.get(name)
        new = written(text, before)
        if len(new.encode("utf-8", "replace")) > LARGEST_EDITED:
            raise Refused(Line.same(_("This page is too long. Cut something out, then it is saved again.")))
        if before is not None and len(before) > LARGEST_EDITED:
            raise Refused(Line.same(_("This file is too long to be changed here.")))
        self._line = line if isinstance(line, int) and not isinstance(line, bool) else None
        found = self._found
        copy = self._copy_of_other(name, before, text, base)
        if new.encode("utf-8", "replace") != before:
            self._put(name, new)
            # What was found stays readable while she mends it; it is only no longer the newest word.
            self._found = {**found, "stale": True} if found else None
        self._typed = None if copy else (name, self._state.site.texts[name])
        if copy:
            said = _("{file} was also changed elsewhere. Your text stays. The other one is kept in {copy}.")
            return Line.same(said.format(file=name, copy=copy))
        return Line.same(_("Saved: {label}").format(label=name))

    def _copy_of_other(self, name: str, before: bytes | None, text: str, base: str) -> str:
        """Keep what another program wrote meanwhile; return the copy's name, empty when there was nothing."""
        if before is None or text_of(before) in ("", text) or stamp(text_of(before)) == base:
            return ""
        copy = free_name(self._state.site, name)
        self._put(copy, text_of(before))
        return copy

    def _open_file(self, name: Any) -> Line:
        if name not in self._state.site.texts:
            raise Refused(Line.same(_("This file is no longer there.")))
        found = self._found
        self._become(self._state.opened(name))
        self._found, self._line, self._kept = found, None, None
        return Line.same(_("{file} is open.").format(file=name))

    def _new(self, template: Any, given: Any) -> Line:
        made = templates()[template]
        name = self._checked_name(given, ".css" if made.file.endswith(".css") else ".html")
        self._put(name, made.content().decode("utf-8"))
        self._become(self._state.opened(name))
        self._line = self._kept = None
        return Line.same(_("{file} is made and open.").format(file=name))

    def _checked_name(self, given: Any, ending: str) -> str:
        if not isinstance(given, str):
            raise ValueError(f"{given!r} is no file name; give a text")
        fitting = fitting_name(given, ending)
        name = given.strip()
        name = name if name.endswith(ending) else name + ending
        if not given.strip():
            raise Refused(Line.same(_("Give the file a name first, such as {name}.").format(name=fitting)))
        if name != fitting or not is_fitting(name):
            said = _("A file name has small letters, digits and dashes. Use {name}.")
            raise Refused(Line.same(said.format(name=fitting)))
        if name in {one.lower() for one in self._state.site.names}:
            raise Refused(Line.same(_("{file} is there already. Choose another name.").format(file=name)))
        return name

    def _rename(self, old: Any, given: Any) -> Line:
        if old not in self._state.site.texts:
            raise Refused(Line.same(_("This file is no longer there.")))
        if old == HOME:
            raise Refused(Line.same(_("index.html is the first page of every site. Its name stays.")))
        name = self._checked_name(given, ".css" if old.lower().endswith(".css") else ".html")
        site = self._state.site
        texts = {one: text for one, text in site.texts.items() if one != old} | {name: site.texts[old]}
        self._become(replace(self._state, site=Site(texts, site.pictures, site.left_out), file=name))
        self._kept = None
        said = _("{old} is now called {new}. Change the links that led to {old}.")
        return Line.same(said.format(old=old, new=name))

    def _remove(self, name: Any) -> Line:
        if name not in self._state.site.texts:
            raise Refused(Line.same(_("This file is no longer there.")))
        self._become(self._state.without(name))
        self._line = self._kept = None
        return Line.same(_("{file} is deleted. The button beside it puts it back.").format(file=name))

    def _bring_back(self) -> Line:
        if self._state.removed is None:
            raise Refused(Line.same(_("There is nothing to put back.")))
        name, text = self._state.removed
        if name in self._state.site.texts:
            name = free_name(self._state.site, name)
        self._put(name, text)
        self._become(replace(self._state.opened(name), removed=None))
        return Line.same(_("{file} is back.").format(file=name))

    def _sample(self, file: Any) -> Line:
        sample = samples()[file]
        if sample.name not in self._state.site.pictures:
            self._bring({sample.name: sample.content()})
        return Line.same(_("The drawing is now in your site: {name}.").format(name=sample.name))

    def _fetch(self, keys: Any) -> Line:
        if not isinstance(keys, list):
            raise ValueError("name the pictures in a list")
        for key in keys[:_MOST_PICTURES]:
            name = self._pictures.get(str(key))
            self._fetched[str(key)] = self._shown_picture(name) if name else None
        self._quiet = True
        return Line(self.view["live"], self.view["live_spoken"])

    def _shown_picture(self, name: str) -> str | None:
        content = read_picture(self.folder, name)
        return None if content is None else data_uri(name, content)

    def _source(self, name: str) -> str:
        picture = self._state.site.pictures[name]
        key = f"{crc32(name.encode()):08x}-{picture.size}-{picture.changed}"
        self._pictures[key] = name
        return _PICTURE_MARK + key

    def _hint(self) -> Line:
        if self._state.hints >= len(self._hints):
            return Line.same(_("All hints are open."))
        self._state = replace(self._state, hints=self._state.hints + 1)
        n = self._state.hints
        return Line.same(_("Hint {n}: {hint}").format(n=n, hint=self._hints[n - 1]))

    def _hints_read(self) -> int:
        return self._state.hints

    def _check(self) -> Line:
        if not self._rule_sets:
            return self._check_free()
        said = super()._check()
        reports = self._reports
        judged = HOME if HOME in self._state.site.texts else self._state.page
        first = next((report.finding for report in reports if report.finding), None)
        named = first.finding.details.get("berkas", "") if first else ""
        file = named if named in self._state.site.texts else judged
        marks = [view.finding_view(first, file, self.place.address)] if first else []
        self._found |= {"rows": view.rows_of(reports), "marks": marks}
        right = sum(report.holds for report in reports)
        tally = _("{n} of {total} are right.").format(n=right, total=len(reports))
        return Line.same(tally) + said if len(reports) > 1 else said

    def _check_free(self) -> Line:
        report = self._page_report()
        if report is None:
            raise Refused(Line.same(_("There is no page to check yet. Make a new page.")))
        found = view.findings_view(
            [report.finding] if report.finding else [], self._state.page, self.place.address
        )
        right = report.praise("id" if self.words()["lang"] == "id" else "en") if report.holds else []
        yet, following = (found[0]["says"], found[0]["next"]) if found else ("", "")
        self._found = {"right": right, "yet": yet, "next": following, "rows": [], "marks": found}
        return read_out(f"{yet} {following}".strip() or " ".join(right))

    def _page_report(self) -> Report | None:
        page = self._state.page
        return check_page(self._state.site, page) if page else None

    def _all(self) -> Line:
        report = self._page_report()
        if report is None:
            raise Refused(Line.same(_("There is no page to check yet. Make a new page.")))
        if self._found and self._found.get("all") is not None and not self._found.get("stale"):
            self._found = {key: value for key, value in self._found.items() if key != "all"}
            return Line.same(_("The findings are hidden."))
        missed = [verdict for verdict in report.verdicts if not verdict.holds]
        found = view.findings_view(missed, self._state.page, self.place.address)
        self._found = {**(self._found or {}), "all": found, "marks": found, "stale": False}
        if not found:
            return Line.same(_("No findings in {file}.").format(file=self._state.page))
        return Line.same(_("{n} findings in {file}.").format(n=len(found), file=self._state.page))

    def _history(self) -> Line:
        self._kept = self._file.history()
        found = view.history_view(self._kept, self._state, self.place.now())
        if not found:
            return Line.same(_("There is no other saved state of this file yet."))
        return Line.same(_("Saved states: {n}. Choose one.").format(n=len(found)))

    def _restore(self, number: Any) -> Line:
        kept = self._kept or self._file.history()
        at = int(number) if isinstance(number, str) and number.isdigit() else -1
        text = view.saved_text(kept[at].payload, self._state.file) if 0 <= at < len(kept) else None
        if text is None:
            raise Refused(Line.same(_("This saved state is no longer there. Show the saved states again.")))
        self._save(milestone=True)
        self._put(self._state.file, written(text, self._state.site.texts.get(self._state.file)))
        self._kept = self._line = None
        return Line.same(
            _("{file} is as it was then. What stood there is kept too.").format(file=self._state.file)
        )

    def _save(self, *, milestone: bool) -> None:
        gone = [name for name in self._on_disk.texts if name not in self._state.site.texts]
        super()._save(milestone=milestone)
        # The text is in the answer file by now: a name is taken from the folder last.
        for name in gone:
            try:
                self.folder.joinpath(*name.split("/")).unlink(missing_ok=True)
            except OSError as error:
                raise AnswerNotSaved(self.folder / name, error) from error
        self._on_disk = Site(
            {name: text for name, text in self._on_disk.texts.items() if name not in gone},
            self._on_disk.pictures,
            self._on_disk.left_out,
        )

    def _is_plain_typing(self) -> bool:
        """Tell whether letters were taken in as they are: a sentence with each of them would be too much."""
        return self._typed is not None and self._state.site.texts.get(self._typed[0]) == self._typed[1]

    def _draw(self) -> dict[str, Any]:
        state, read = self._state, self._state.hints
        removed = state.removed[0] if state.removed else ""
        kept = view.history_view(self._kept, state, self.place.now()) if self._kept is not None else None
        return {
            **view.file_view(state),
            **view.page_view(state, self._source, self._line),
            "files": view.file_names(state.site),
            "pictures": view.picture_views(state),
            "fetched": self._fetched,
            "check": self._found,
            "hints": list(self._hints[:read]),
            "next_hint": Doing(read < len(self._hints), _("All hints are open.")).to_json(),
            "removed": removed,
            "history": kept,
            "quiet": self._quiet or self._is_plain_typing(),
            "is_page": state.file in state.site.pages,
        }
