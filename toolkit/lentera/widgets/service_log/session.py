"""The service log behind the screen: rows grow field by field, and everything is saved as it is written."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from lentera.solar.maintenance import COLUMNS, SERVICE_LOG, column_name
from lentera.widgets.activity import Refused
from lentera.widgets.judged import JudgedActivity
from lentera.widgets.line import Doing, Line
from lentera.widgets.printing import print_beside
from lentera.widgets.service_log import wording
from lentera.widgets.service_log.book import (
    LONGEST_TEXT,
    MOST_READINGS,
    MOST_ROWS,
    READING,
    TEXTS,
    Book,
    Row,
    empty_reading,
    known_values,
)
from lentera.widgets.service_log.cases import workshop_cases
from lentera.words import _

_RULE_OF: Final = {column: f"s10.log.{column}" for column in COLUMNS} | {"readings": "s10.log.reading"}


class ServiceLogSession(JudgedActivity[Book]):
    """One learner's service log, without any screen."""

    screen = "service_log"
    milestones = frozenset({"check", "remove", "print"})

    _printed: Mapping[str, str] | None = None

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the service log."""
        return wording.log_words()

    def _empty(self) -> Book:
        return Book()

    def _read(self, content: Mapping[str, Any]) -> Book:
        return Book.from_content(content)

    def _write(self, state: Book) -> Mapping[str, Any]:
        # The day of the answer: the rules refuse a row that is dated after it.
        return {**state.to_content(), "today": self.place.now().date().isoformat()}

    def _ready(self) -> str:
        return _("The service log is empty. Begin with the date.")

    def _back(self) -> str:
        return _("The service log is as you left it.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "set": lambda: self._set(message["field"], message["value"]),
            "reading": lambda: self._measure(message["number"], message["field"], message["value"]),
            "add_reading": self._add_reading,
            "remove_reading": lambda: self._remove_reading(message["number"]),
            "new": self._new,
            "open": lambda: self._open_row(message["row"]),
            "remove": lambda: self._remove(message["row"]),
            "undo": self._undo,
            "take": lambda: self._take(message["code"]),
            "check": self._check,
            "print": self._print,
        }
        return gestures[message["do"]]()

    def _set(self, field: str, value: Any) -> Line:
        if field in TEXTS:
            if not isinstance(value, str):
                raise ValueError(f"{field} is {value!r}; give a text")
            value = value[:LONGEST_TEXT]
        elif field in {"parts", "tasks"}:
            value = [name for name in known_values(field) if name in _names(value)]
        elif field not in {"sign", "decision"} or value not in {"", *known_values(field)}:
            raise ValueError(f"{field} cannot be {value!r}")
        return self._changed(wording.field_names()[field], **{field: value})

    def _measure(self, number: Any, field: str, value: Any) -> Line:
        readings = self._readings()
        one = readings[_index(number, len(readings))]
        known = None if field == "value" else {"", *known_values(field)}
        if field not in READING or not isinstance(value, str) or (known is not None and value not in known):
            raise ValueError(f"{field} of a reading cannot be {value!r}")
        one[field] = value[:LONGEST_TEXT]
        return self._changed(wording.field_names()[field], readings=readings)

    def _changed(self, label: str, **changes: Any) -> Line:
        if self._state.at == MOST_ROWS:
            raise Refused(Line.same(_("The service log is full. Print it, then remove old rows.")))
        self._become(self._state.with_row(**changes))
        return Line.same(_("Saved: {label}").format(label=label))

    def _readings(self) -> list[dict[str, str]]:
        return [dict(one) for one in self._state.row["readings"]] or [empty_reading()]

    def _add_reading(self) -> Line:
        readings = self._readings()
        if len(readings) == MOST_READINGS:
            raise Refused(Line.same(_("This row is full of measurements. Use a new row.")))
        if not any(readings[-1].values()):
            raise Refused(Line.same(_("Fill in the last measurement first.")))
        self._become(self._state.with_row(readings=[*readings, empty_reading()]))
        return Line.same(_("Measurement {n} added. Choose where you measured.").format(n=len(readings) + 1))

    def _remove_reading(self, number: Any) -> Line:
        readings = self._readings()
        del readings[_index(number, len(readings))]
        self._become(self._state.with_row(readings=readings))
        return Line.same(_("Measurement {n} removed.").format(n=number + 1))

    def _new(self) -> Line:
        if self._state.at == len(self._state.rows):
            raise Refused(Line.same(_("The form is empty already. Begin with the date.")))
        self._become(self._state.with_new())
        return Line.same(_("Row {n} is open. Begin with the date.").format(n=self._state.at + 1))

    def _open_row(self, number: Any) -> Line:
        at = _index(number, len(self._state.rows))
        self._become(Book(self._state.rows, at, self._state.removed))
        return Line.same(_("Row {n} is open.").format(n=at + 1))

    def _remove(self, number: Any) -> Line:
        at = _index(number, len(self._state.rows))
        self._become(self._state.without(at))
        return Line.same(_("Row {n} removed. You can put it back.").format(n=at + 1))

    def _undo(self) -> Line:
        if self._state.removed is None:
            raise Refused(Line.same(_("There is no removed row.")))
        if len(self._state.rows) == MOST_ROWS:
            raise Refused(Line.same(_("The service log is full. Print it, then remove old rows.")))
        self._become(self._state.with_removed())
        return Line.same(_("Row {n} is back.").format(n=self._state.at + 1))

    def _take(self, code: Any) -> Line:
        row = {case.code: case.row for case in workshop_cases(self.place)}[code]
        if len(self._state.rows) == MOST_ROWS:
            raise Refused(Line.same(_("The service log is full. Print it, then remove old rows.")))
        if row in self._state.rows:
            raise Refused(Line.same(_("This case is in the service log already.")))
        self._become(self._state.with_new(row))
        found = _("Case {code} is row {n} now. Complete its columns.")
        return Line.same(found.format(code=code, n=self._state.at + 1))

    def _print(self) -> Line:
        line, self._printed = print_beside(self.place, "buku-servis", wording.sheet(self.place, self._state))
        return line

    def _draw(self) -> dict[str, Any]:
        book, today = self._state, self.place.now().date()
        return {
            "row": {**book.row, "readings": self._readings()},
            "at": book.at,
            "form_title": _("Row {n}").format(n=book.at + 1),
            "day": wording.day_of(book.row),
            "shelf": _shelf(book.row),
            "rows": [_row(row, at, book.at, wording.missing(row, today)) for at, row in enumerate(book.rows)],
            "no_rows": "" if book.rows else _("No row yet. It appears here while you write."),
            "add": Doing(book.at < len(book.rows), _("The form is empty already.")).to_json(),
            "undo": book.removed is not None,
            "more": Doing(*self._more()).to_json(),
            "cases": [
                {"code": case.code, "text": wording.cells(case.row)[1] or case.code}
                for case in workshop_cases(self.place)
                if case.row not in book.rows
            ],
            "check": self._found,
            "printed": self._printed,
        }

    def _more(self) -> tuple[bool, str]:
        readings = self._readings()
        if len(readings) == MOST_READINGS:
            return False, _("This row is full of measurements. Use a new row.")
        return any(readings[-1].values()), _("Fill in the last measurement first.")


def _index(number: Any, count: int) -> int:
    if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number < count:
        raise ValueError(f"there is no number {number!r}; give one from 0 to {count - 1}")
    return number


def _names(value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValueError(f"{value!r} is no list of names")
    return value


def _shelf(row: Row) -> list[dict[str, Any]]:
    """Tell of each column what the rules of the task say of it."""
    holds = {verdict.rule.id: verdict.holds for verdict in SERVICE_LOG.judge({"entries": [row]}).verdicts}
    words = {True: _("filled in"), False: _("under way")}
    return [
        {
            "name": column_name(column, wording.code()),
            "full": holds[_RULE_OF[column]],
            "word": words[holds[_RULE_OF[column]]] if cell else _("still empty"),
        }
        for column, cell in zip(COLUMNS, wording.cells(row), strict=True)
    ]


def _row(row: Row, at: int, open_at: int, lacks: str) -> dict[str, Any]:
    return {
        "name": _("Row {n}").format(n=at + 1),
        "cells": wording.cells(row),
        "open": at == open_at,
        "whole": not lacks,
        "lacks": lacks or _("this row is complete"),
        "edit": _("Open row {n}").format(n=at + 1),
        "remove": _("Remove row {n}").format(n=at + 1),
    }
