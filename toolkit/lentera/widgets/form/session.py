"""A form behind the screen: every change is saved before it counts, and answers are noted field by field."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from lentera.place import Place
from lentera.widgets.activity import Activity
from lentera.widgets.form.form import Field, Form, Kind, Note
from lentera.widgets.frame import frame_words
from lentera.widgets.line import Line
from lentera.words import _, addressed

FIELDS = "isian"
"""Key of the answer file's content that holds one value for each field."""


class FormSession(Activity[Mapping[str, Any]]):
    """One learner's form; what is saved is the answer file's content itself.

    Parameters
    ----------
    place : Place
        Where answers and log are.
    form : Form
        What is asked.
    on_check : callable
        Called with the content after "Periksa"; it writes the log.
    """

    screen = "form"

    def __init__(
        self, place: Place, form: Form, on_check: Callable[[Mapping[str, Any]], None] = lambda _content: None
    ) -> None:
        self.form = form
        self._on_check = on_check
        super().__init__(place, form.answer)

    @property
    def content(self) -> Mapping[str, Any]:
        """Return the answer file's content; fields no longer asked are kept as they are."""
        return self._state

    @property
    def is_complete(self) -> bool:
        """Tell whether every field is answered, and every item ticked."""
        return all(
            len(self._value(field)["butir"]) == len(field.options)
            if field.kind is Kind.CHECKS
            else field.is_answered(self._value(field))
            for field in self.form.fields
        )

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the form."""
        return {
            **frame_words(self.form.title),
            "intro": self.form.intro,
            "fields": [field.to_json() for field in self.form.fields],
            "judged": self.form.judge is not None,
            "number": _("Measured number"),
            "unit": _("Unit"),
            "pick_unit": _("Choose a unit"),
            "next": _("Noted"),
        }

    def _empty(self) -> Mapping[str, Any]:
        return {FIELDS: {field.id: field.empty() for field in self.form.fields}}

    def _read(self, content: Mapping[str, Any]) -> Mapping[str, Any]:
        stored = content.get(FIELDS)
        known = dict(stored) if isinstance(stored, Mapping) else {}
        return {
            **content,
            FIELDS: {**known, **{field.id: field.read(known.get(field.id)) for field in self.form.fields}},
        }

    def _write(self, state: Mapping[str, Any]) -> Mapping[str, Any]:
        return state

    def _ready(self) -> str:
        return _("Ready for your answers.")

    def _back(self) -> str:
        return _("Your answers are as you left them.")

    def _untouched(self) -> str:
        return _("Each answer is saved on this laptop by itself.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        if message["do"] == "set":
            return Line.same(self._set(message))
        if message["do"] == "check" and self.form.judge is not None:
            return Line.same(self._check(self.form.judge))
        raise ValueError(f"a form does not know {message['do']!r}")

    def _value(self, field: Field) -> Mapping[str, Any]:
        value: Mapping[str, Any] = self._state[FIELDS][field.id]
        return value

    def _set(self, message: Mapping[str, Any]) -> str:
        field = {one.id: one for one in self.form.fields}[message["field"]]
        was_complete, notes = self.is_complete, dict(self._found or {})
        fields = {**self._state[FIELDS], field.id: field.read(message["value"])}
        self._become({**self._state, FIELDS: fields})
        notes.pop(field.id, None)
        self._found = notes
        if self.is_complete and not was_complete and self.form.judge is None:
            self._log_soon()
        return self._tally() if field.kind is Kind.CHECKS else _("Saved: {label}").format(label=field.label)

    def _check(self, judge: Callable[[Mapping[str, Any]], Mapping[str, Note]]) -> str:
        self._found = {
            name: Note(note.kind, addressed(note.text, self.place.address))
            for name, note in judge(self.content).items()
        }
        self._log_soon()
        missed = [note.text for note in self._found.values() if note.kind == "yet"]
        return missed[0] if missed else addressed(self.form.closing, self.place.address)

    def _log_soon(self) -> None:
        content = self.content
        self._unlogged.append(lambda: self._on_check(content))

    def _tally(self) -> str:
        ticked, total = self._ticked()
        return _("{n} of {all} are ticked.").format(n=ticked, all=total)

    def _ticked(self) -> tuple[int, int]:
        lists = [field for field in self.form.fields if field.kind is Kind.CHECKS]
        ticked = sum(len(self._value(field)["butir"]) for field in lists)
        return ticked, sum(len(field.options) for field in lists)

    def _draw(self) -> dict[str, Any]:
        ticked, total = self._ticked()
        done = self._is_done(ticked, total)
        return {
            "values": {field.id: self._value(field) for field in self.form.fields},
            "notes": {name: asdict(note) for name, note in (self._found or {}).items()},
            "tally": self._tally() if total else "",
            "closing": addressed(self.form.closing, self.place.address) if done else "",
        }

    def _is_done(self, ticked: int, total: int) -> bool:
        if self.form.judge is None:
            return bool(total) and ticked == total
        return bool(self._found) and all(note.kind != "yet" for note in self._found.values())
