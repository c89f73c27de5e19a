"""A form behind the screen: every change is saved before it counts, and answers are noted field by field."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from lentera.answers import AnswerNotSaved
from lentera.place import Place
from lentera.widgets.form import Form, Kind, Note
from lentera.words import _, addressed, clock

FIELDS = "isian"
"""Key of the answer file's content that holds one value for each field."""


class FormSession:
    """One learner's form, without any screen.

    Parameters
    ----------
    place : Place
        Where answers and log are.
    form : Form
        What is asked.
    on_check : callable
        Called with the content after "Periksa"; it writes the log.
    """

    def __init__(
        self, place: Place, form: Form, on_check: Callable[[Mapping[str, Any]], None] = lambda _content: None
    ) -> None:
        self.place = place
        self.form = form
        self._file = place.answer(form.answer)
        self._on_check = on_check
        self._values = {field.id: field.empty() for field in form.fields}
        self._content: Mapping[str, Any] | None = None
        self._saved_at: datetime | None = None
        self._notes: Mapping[str, Note] = {}
        self._revision = 0
        self._unlogged = False
        self.view: dict[str, Any] = {}
        self._open()

    @property
    def content(self) -> dict[str, Any]:
        """Return the answer file's content; fields no longer asked are kept as they are."""
        return {**(self._content or {}), FIELDS: {**self._stored_fields(), **self._values}}

    @property
    def is_complete(self) -> bool:
        """Tell whether every field is answered, and every item ticked."""
        return all(
            len(self._values[field.id]["butir"]) == len(field.options)
            if field.kind is Kind.CHECKS
            else field.is_answered(self._values[field.id])
            for field in self.form.fields
        )

    def handle(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """Take one change or a wish to check, and return the new view."""
        self._take_in_other_notebook()
        before = dict(self._values)
        try:
            match message.get("do"):
                case "set":
                    line = self._set(message)
                case "check" if self.form.judge is not None:
                    line = self._check()
                case _:
                    line = _("That step was not understood. Nothing has changed. Try again.")
        except AnswerNotSaved as error:
            self._values = before
            line = str(error)
        return self._show(line)

    def write_log(self) -> None:
        """Write what the last gesture did to the log; called once the screen is up to date."""
        if self._unlogged:
            self._unlogged = False
            self._on_check(self.content)

    def _set(self, message: Mapping[str, Any]) -> str:
        field = next((one for one in self.form.fields if one.id == message.get("field")), None)
        if field is None:
            return _("That step was not understood. Nothing has changed. Try again.")
        was_complete = self.is_complete
        self._values[field.id] = field.read(message.get("value"))
        self._save(milestone=False)
        self._notes = {name: note for name, note in self._notes.items() if name != field.id}
        if self.is_complete and not was_complete and self.form.judge is None:
            self._unlogged = True
        if field.kind is Kind.CHECKS:
            return self._tally()
        return _("Saved: {label}").format(label=field.label)

    def _check(self) -> str:
        self._save(milestone=True)
        notes = self.form.judge(self.content) if self.form.judge else {}
        self._notes = {
            name: Note(note.kind, addressed(note.text, self.place.address)) for name, note in notes.items()
        }
        self._unlogged = True
        missed = [note.text for note in self._notes.values() if note.kind == "yet"]
        return missed[0] if missed else addressed(self.form.closing, self.place.address)

    def _tally(self) -> str:
        ticked, total = self._ticked()
        return _("{n} of {all} are ticked.").format(n=ticked, all=total)

    def _ticked(self) -> tuple[int, int]:
        lists = [field for field in self.form.fields if field.kind is Kind.CHECKS]
        ticked = sum(len(self._values[field.id]["butir"]) for field in lists)
        return ticked, sum(len(field.options) for field in lists)

    def _open(self) -> None:
        line = _("Ready for your answers.")
        try:
            answer = self._file.load()
            if answer is not None:
                self._adopt(answer.payload, answer.saved_at)
                line = _("Your answers are as you left them.")
        except OSError:
            self.place.note_trouble()
            line = _("Your answers cannot be read from the disk. Call the trainer before you go on.")
        self._show(line)

    def _stored_fields(self) -> dict[str, Any]:
        stored = (self._content or {}).get(FIELDS)
        return dict(stored) if isinstance(stored, Mapping) else {}

    def _adopt(self, content: Mapping[str, Any], saved_at: datetime) -> None:
        self._content, self._saved_at = content, saved_at
        stored = self._stored_fields()
        self._values = {field.id: field.read(stored.get(field.id)) for field in self.form.fields}

    def _take_in_other_notebook(self) -> None:
        try:
            answer = self._file.load()
            if answer is not None and answer.payload != self._content:
                self._adopt(answer.payload, answer.saved_at)
                self._notes = {}
        except OSError:
            self.place.note_trouble()

    def _save(self, *, milestone: bool) -> None:
        content, moment = self.content, self.place.now()
        self._file.save(content, moment, milestone=milestone)
        self._content, self._saved_at = content, moment

    def _show(self, line: str) -> dict[str, Any]:
        self._revision += 1
        ticked, total = self._ticked()
        done = self._is_done(ticked, total)
        saved = _("Each answer is saved on this laptop by itself.")
        if self._saved_at is not None:
            saved = _("Saved on this laptop at {time}.").format(time=clock(self._saved_at))
        self.view = {
            "rev": self._revision,
            "values": self._values,
            "notes": {name: asdict(note) for name, note in self._notes.items()},
            "live": line,
            "tally": self._tally() if total else "",
            "closing": addressed(self.form.closing, self.place.address) if done else "",
            "saved": saved,
        }
        return self.view

    def _is_done(self, ticked: int, total: int) -> bool:
        if self.form.judge is None:
            return bool(total) and ticked == total
        return bool(self._notes) and all(note.kind != "yet" for note in self._notes.values())
