"""The production house behind the screen: batches get code and day by themselves, and go to the label."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from lentera.place import Place
from lentera.product.expiry import SHELF_UNITS, ShelfLife, as_printed, best_before, read_day
from lentera.product.label_fields import Label, read_label
from lentera.product.production import (
    LONGEST_LIFE,
    MOST_BATCHES,
    MOST_PACKS,
    Batch,
    State,
    expiry_first,
    make_batch,
    read_batch,
)
from lentera.product.standard_measures import read_number
from lentera.rules import RuleSet
from lentera.widgets.activity import Activity, Refused
from lentera.widgets.dates import long_date
from lentera.widgets.label.sources import from_standard, taken
from lentera.widgets.line import Doing, Line
from lentera.widgets.printing import print_beside
from lentera.widgets.production import wording
from lentera.words import _

LABEL_ANSWER: Final = "s07-label"
LINES: Final = "ABCDEF"
LONGEST: Final = 80
_FORM: Final = ("produk", "jalur", "dibuat", "jumlah", "umur", "satuan")


@dataclass(frozen=True)
class Register:
    """Hold what is saved: batches, the form for the next one, what was removed, what is on the label."""

    batches: tuple[Batch, ...] = ()
    form: tuple[str, ...] = ("", "A", "", "", "3", "bulan")
    removed: Batch | None = None
    on_label: str = ""

    def field(self, name: str) -> str:
        """Return what stands in a field of the form."""
        return self.form[_FORM.index(name)]

    def with_field(self, name: str, value: str) -> "Register":
        """Return the register with another text in the form."""
        at = _FORM.index(name)
        return replace(self, form=(*self.form[:at], value, *self.form[at + 1 :]))


class ProductionSession(Activity[Register]):
    """One learner's production house, without any screen."""

    screen = "production"
    milestones = frozenset({"add", "remove", "label", "print"})

    _printed: Mapping[str, str] | None = None

    def __init__(
        self,
        place: Place,
        answer_name: str = "s07-produksi",
        rule_sets: Sequence[RuleSet[Any]] = (),
        points: Mapping[str, float] | None = None,
    ) -> None:
        del rule_sets, points  # nothing here is marked; the label is
        super().__init__(place, answer_name)

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return wording.production_words()

    def _empty(self) -> Register:
        return Register()

    def _read(self, content: Mapping[str, Any]) -> Register:
        rows, form = content.get("batch"), content.get("isian")
        if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
            raise ValueError("the answer has no list of batches; start the register anew")
        fields = form if isinstance(form, Mapping) else {}
        given = [fields.get(name) for name in _FORM]
        empty = Register()
        removed = content.get("dihapus")
        return Register(
            tuple(read_batch(row) for row in rows[:MOST_BATCHES]),
            tuple(
                _form_value(name, value, before)
                for name, value, before in zip(_FORM, given, empty.form, strict=True)
            ),
            read_batch(removed) if isinstance(removed, Mapping) else None,
            str(content.get("di_label", ""))[:LONGEST],
        )

    def _write(self, state: Register) -> Mapping[str, Any]:
        content: dict[str, Any] = {
            "batch": [one.to_content() for one in state.batches],
            "isian": dict(zip(_FORM, state.form, strict=True)),
            "di_label": state.on_label,
        }
        if state.removed is not None:
            content["dihapus"] = state.removed.to_content()
        return content

    def _ready(self) -> str:
        return _("The register is empty. Begin with the product of the batch.")

    def _back(self) -> str:
        return _("The register is as you left it.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "set": lambda: self._set(message["field"], message["value"]),
            "add": self._add,
            "remove": lambda: self._remove(message["code"]),
            "undo": self._undo,
            "label": lambda: self._label(message["code"]),
            "print": self._print,
        }
        return gestures[message["do"]]()

    def _set(self, field: str, value: Any) -> Line:
        if not isinstance(value, str) or field not in _FORM:
            raise ValueError(f"{field!r} cannot be {value!r}")
        known = {"jalur": tuple(LINES), "satuan": SHELF_UNITS}.get(field)
        if known is not None and value not in known:
            raise ValueError(f"{field} cannot be {value!r}; choose one of {', '.join(known)}")
        self._become(self._state.with_field(field, value[:LONGEST]))
        return Line.same(_("Saved: {label}").format(label=wording.field_names()[field]))

    def _add(self) -> Line:
        batch = self._next()
        if isinstance(batch, str):
            raise Refused(Line.same(batch))
        state = replace(self._state, batches=(*self._state.batches, batch))
        self._become(state.with_field("jumlah", ""))
        said = _("Batch {code} added: {packs} packs, best before {day}.")
        return Line.same(said.format(code=batch.code, packs=batch.packs, day=long_date(batch.best_before)))

    def _next(self) -> Batch | str:
        """Return the batch the form describes, or the one thing that is still missing."""
        lacking = next(self._lacking(), "")
        if lacking:
            return lacking
        form = self._state.field
        life = ShelfLife(int(read_number(form("umur")) or 0), form("satuan"))
        made, packs = self._made() or self.place.now().date(), int(read_number(form("jumlah")) or 0)
        try:
            return make_batch(self._state.batches, form("jalur"), made, form("produk").strip(), packs, life)
        except ValueError:
            return _("This line has no code left for that day. Choose another line.")

    def _lacking(self) -> Iterator[str]:
        """Name what is missing in the form, the first field first."""
        form, made = self._state.field, self._made()
        if len(self._state.batches) >= MOST_BATCHES:
            yield _("The register is full. Print it, then remove old batches.")
        if not form("produk").strip():
            yield _("Write the product of the batch first.")
        if made is None or made > self.place.now().date():
            yield _("Choose the day it was made: today or before.")
        if not _is_count(read_number(form("jumlah")), MOST_PACKS):
            yield _("Write how many packs there are, for example 40.")
        if not _is_count(read_number(form("umur")), LONGEST_LIFE[form("satuan")]):
            yield _("Write how long it keeps: 1 or more, up to 24 months.")

    def _made(self) -> date | None:
        """Return the day in the form; today where none is written."""
        written = self._state.field("dibuat")
        return read_day(written) if written else self.place.now().date()

    def _remove(self, code: Any) -> Line:
        gone = self._batch(code)
        kept = tuple(one for one in self._state.batches if one is not gone)
        self._become(replace(self._state, batches=kept, removed=gone))
        return Line.same(_("Batch {code} removed. You can put it back.").format(code=code))

    def _undo(self) -> Line:
        gone = self._state.removed
        if gone is None:
            raise Refused(Line.same(_("There is no removed batch.")))
        if str(gone.code) in {str(one.code) for one in self._state.batches}:
            raise Refused(Line.same(_("Another batch has the code {code} now.").format(code=gone.code)))
        if len(self._state.batches) >= MOST_BATCHES:
            raise Refused(Line.same(_("The register is full. Print it, then remove old batches.")))
        self._become(replace(self._state, batches=(*self._state.batches, gone), removed=None))
        return Line.same(_("Batch {code} is back.").format(code=gone.code))

    def _label(self, code: Any) -> Line:
        """Write code and days of a batch into the label's answer; an open label takes them in by itself."""
        batch = self._batch(code)
        if batch.state(self.place.now().date()) is State.OVER:
            raise Refused(Line.same(_("Batch {code} is past its day. Do not sell it.").format(code=code)))
        file, moment = self.place.answer(LABEL_ANSWER), self.place.now()
        try:
            answer = file.load()
            label = read_label(answer.payload) if answer else Label()
        except (OSError, ValueError):
            self.place.note_trouble()
            raise Refused(Line.same(_("The label cannot be read. Open the label first."))) from None
        label = replace(label, today=moment.date()).with_batch(taken(batch))
        if not label.name.strip():
            label = replace(label, name=batch.product)
        file.save(label.to_content(), moment, milestone=True)
        self._become(replace(self._state, on_label=str(batch.code)))
        return Line.same(_("Batch {code} is on the label now.").format(code=code))

    def _batch(self, code: Any) -> Batch:
        return {str(one.code): one for one in self._state.batches}[code]

    def _print(self) -> Line:
        sheet = wording.sheet(self.place, expiry_first(self._state.batches), self.place.now().date())
        line, self._printed = print_beside(self.place, "rumah-produksi", sheet)
        return line

    def _draw(self) -> dict[str, Any]:
        state, today = self._state, self.place.now().date()
        following = self._next()
        standard = from_standard(self.place)
        made, life = self._made(), read_number(state.field("umur"))
        day = ""
        if made and life and _is_count(life, LONGEST_LIFE[state.field("satuan")]):
            day = long_date(best_before(made, ShelfLife(int(life), state.field("satuan"))))
        return {
            "values": {
                **dict(zip(_FORM, state.form, strict=True)),
                "dibuat": state.field("dibuat") or today.isoformat(),
            },
            "suggested": standard.name if standard else "",
            "preview": wording.preview(following if isinstance(following, Batch) else None, day),
            "add": Doing(
                isinstance(following, Batch), following if isinstance(following, str) else ""
            ).to_json(),
            "batches": [
                {
                    "code": str(one.code),
                    "cells": wording.cells(one),
                    "until": as_printed(one.best_before),
                    "until_told": long_date(one.best_before),
                    "state": one.state(today).value,
                    "word": wording.state_words(one, today),
                    "on_label": str(one.code) == state.on_label,
                }
                for one in expiry_first(state.batches)
            ],
            "none": "" if state.batches else _("No batch yet. Each batch you add appears here."),
            "undo": state.removed is not None,
            "printed": self._printed,
        }


def _is_count(value: float | None, most: int) -> bool:
    return value is not None and value == int(value) and 0 < value <= most


def _form_value(name: str, value: object, before: str) -> str:
    known = {"jalur": tuple(LINES), "satuan": SHELF_UNITS}.get(name)
    if not isinstance(value, str) or (known is not None and value not in known):
        return before
    return value[:LONGEST]
