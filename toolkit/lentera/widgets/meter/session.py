"""The multimeter behind its screen: measure, note, and write the answers of the task."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from lentera.place import Place
from lentera.rules import RuleSet
from lentera.solar.circuit import TripKind
from lentera.solar.installation import Installation, settle
from lentera.solar.multimeter import MeterReading, Note, told
from lentera.widgets.activity import Refused
from lentera.widgets.drawing.picture import picture_of
from lentera.widgets.drawing.words import board_words
from lentera.widgets.frame import frame_words
from lentera.widgets.judged import JudgedActivity, read_out
from lentera.widgets.line import Doing, Line
from lentera.widgets.meter.answers import Questions, questions
from lentera.widgets.meter.desk import GESTURES, MeterDesk, act
from lentera.widgets.meter.noted import Noted, noted
from lentera.widgets.meter.table import Table
from lentera.widgets.meter.things import Thing, Things
from lentera.widgets.meter.view import (
    gesture_line,
    meter_view,
    meter_words,
    note_doing,
    noted_line,
    noted_result,
    notes_view,
    outcome,
)
from lentera.words import _

_NOTES: Final = {TripKind.LAMP: Note.LAMP_BROKE, TripKind.FUSE: Note.KIT_FUSE_BLEW}
LAMPS: Final = 1
"""Lamps of the kit as it is installed in a house."""


class MeterSession(JudgedActivity[Table]):
    """One learner's multimeter, without any screen.

    A check judges the written answers alone, so its rows stay while she goes on measuring.

    Parameters
    ----------
    place : Place
        Where answers and log are.
    answer_name : str
        Name of the answer file.
    rule_sets : sequence of RuleSet
        Rules of the tasks that read it; none for free play, which asks nothing.
    points : mapping of str to float
        Points of each task.
    """

    screen = "meter"

    def __init__(
        self,
        place: Place,
        answer_name: str = "s04-ukur",
        rule_sets: Sequence[RuleSet[Any]] = (),
        points: Mapping[str, float] | None = None,
    ) -> None:
        self._asked = questions(answer_name) if rule_sets else Questions()
        self._measured: tuple[tuple[Things, MeterDesk], MeterReading] | None = None
        super().__init__(place, answer_name, rule_sets, points)

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return {
            **frame_words(_("Multimeter")),
            "board": board_words("b", lamps=LAMPS),
            "meter": meter_words(),
            "intro": self._asked.intro,
            "thing_title": _("What is measured"),
            "things": [[thing.value, word] for thing, word in _thing_words().items()],
            "answers": _("Answers of the task"),
            "fields": [one.to_json() for one in self._asked.fields],
            "number": _("Measured number"),
            "unit": _("Unit"),
            "pick_unit": _("Choose a unit"),
            "from_note": _("From the noted readings"),
            "pick_note": _("Choose a reading"),
            "use": _("Use this reading"),
            "hint_number": _("Hint {n} of 3"),
        }

    def _empty(self) -> Table:
        return Table(fields=self._asked.empty())

    def _read(self, content: Mapping[str, Any]) -> Table:
        return Table.from_content(content, self._asked)

    def _write(self, state: Table) -> Mapping[str, Any]:
        return state.to_content()

    def _ready(self) -> str:
        return _("The meter is off. Turn its dial to V.")

    def _back(self) -> str:
        return _("Meter and notes are as you left them.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        done = message["do"]
        if done in GESTURES:
            return self._measure(message)
        doers: dict[str, Callable[[Mapping[str, Any]], Line]] = {
            "thing": self._lay,
            "switch": self._switch,
            "cover": self._cover,
            "fuse": self._fuse,
            "lamp": self._lamp,
            "note": self._note,
            "remove_note": self._remove_note,
            "set": self._set,
            "use": self._use,
            "check": lambda _message: self._check(),
            "hint": lambda _message: self._hint(),
        }
        return doers[done](message)

    # The meter

    def _measure(self, message: Mapping[str, Any]) -> Line:
        before, installation = self._state.desk, self._state.things.installation
        desk = act(before, message, installation)
        reading, broke = self._settle(self._state.things, desk)
        return gesture_line(before, desk, reading, installation) + broke

    def _settle(self, things: Things, desk: MeterDesk) -> tuple[MeterReading, Line]:
        """Let things and meter react to each other and keep what broke; tell what broke on its own."""
        reading, broke = desk.read(things.installation, things.conditions), Line()
        after = reading.installation
        if reading.solution is None:
            settled = settle(after, things.conditions)
            after = settled.installation
            kinds = dict.fromkeys(trip.kind for trip in settled.broken)
            broke = Line.same(" ".join(told(_NOTES[kind]) for kind in kinds if kind in _NOTES))
        self._state = replace(self._state, things=things.after(after), desk=desk.after(reading))
        return reading, broke

    def _reading(self) -> MeterReading:
        key = (self._state.things, self._state.desk)
        if self._measured is None or self._measured[0] != key:
            self._measured = (key, key[1].read(key[0].installation, key[0].conditions))
        return self._measured[1]

    # What lies on the table

    def _lay(self, message: Mapping[str, Any]) -> Line:
        thing = Thing(message["thing"])
        self._state = replace(self._state, desk=self._state.desk.close_lead())
        return self._change(
            Things(thing), _("On the table now: {thing}.").format(thing=_thing_words()[thing])
        )

    def _change(self, things: Things, said: str) -> Line:
        reading, broke = self._settle(things, self._state.desk)
        return Line.same(said) + outcome(self._state.desk, reading) + broke

    def _switch(self, _message: Mapping[str, Any]) -> Line:
        on = not self._state.things.switch_on
        said = _("The switch is on.") if on else _("The switch is off.")
        return self._change(replace(self._state.things, switch_on=on), said)

    def _cover(self, _message: Mapping[str, Any]) -> Line:
        covered = not self._state.things.covered
        said = _("The cloth is on the panel.") if covered else _("The cloth is off the panel.")
        return self._change(replace(self._state.things, covered=covered), said)

    def _fuse(self, _message: Mapping[str, Any]) -> Line:
        fuse = "out" if self._state.things.fuse == "in" else "in"
        said = _("The kit's fuse is pulled out.") if fuse == "out" else _("A good fuse is in the holder.")
        return self._change(replace(self._state.things, fuse=fuse), said)

    def _lamp(self, _message: Mapping[str, Any]) -> Line:
        if not self._state.things.lamp_dead:
            raise Refused(Line.same(_("The lamp is whole.")))
        return self._change(replace(self._state.things, lamp_dead=False), _("A new lamp is in its place."))

    # Notes and answers

    def _note(self, _message: Mapping[str, Any]) -> Line:
        reading, state = self._reading(), self._state
        why = note_doing(reading, state.notes)
        if why:
            raise Refused(Line.same(why))
        rows = noted(state.desk, reading, state.notes, state.things.thing.value)
        self._state = replace(state, notes=rows)
        return noted_line(self._state.notes[-1])

    def _remove_note(self, message: Mapping[str, Any]) -> Line:
        gone = self._noted(message["number"])
        left = tuple(one for one in self._state.notes if one is not gone)
        self._state = replace(self._state, notes=left)
        return Line.same(_("Note {n} is removed.").format(n=gone.number))

    def _noted(self, number: object) -> Noted:
        return {one.number: one for one in self._state.notes}[int(str(number))]

    def _set(self, message: Mapping[str, Any]) -> Line:
        asked = self._asked.field(message["field"])
        value = asked.read(message["value"])
        self._become(replace(self._state, fields={**self._state.fields, asked.id: value}))
        return Line.same(_("Saved: {label}").format(label=asked.label))

    def _use(self, message: Mapping[str, Any]) -> Line:
        asked, one = self._asked.field(message["field"]), self._noted(message["number"])
        if one.value is None:
            raise Refused(Line.same(_("Note {n} shows no number. Choose another one.").format(n=one.number)))
        result = noted_result(one)
        value = asked.read({"nilai": result.partition("\u00a0")[0], "satuan": one.unit})
        self._become(replace(self._state, fields={**self._state.fields, asked.id: value}))
        said = _("{label}: {value}, from note {n}.")
        return Line.same(said.format(label=asked.label, value=result, n=one.number))

    def _answer(self) -> Mapping[str, Any] | None:
        return None if self._state.fields == self._asked.empty() else self._write(self._state)

    def _hints_read(self) -> int:
        return self._state.hints

    def _hint(self) -> Line:
        n = self._state.hints + 1
        if n > len(self._asked.hints):
            raise Refused(Line.same(_("All hints are open.")))
        self._state = replace(self._state, hints=n)
        heard = _("Hint {n}: {hint}").format(n=n, hint=self._asked.hints[n - 1])
        return Line(_("Hint {n} is open.").format(n=n), read_out(heard).spoken)

    # The screen

    def _draw(self) -> dict[str, Any]:
        state, reading = self._state, self._reading()
        things, hints = state.things, self._asked.hints
        left = state.hints < len(hints)
        return {
            "meter": meter_view(state.desk, reading, things.installation),
            "picture": self._picture(reading),
            "thing": things.thing.value,
            "switch": _("Switch off") if things.switch_on else _("Switch on"),
            "cover": _("Take the cloth off") if things.covered else _("Put the cloth on"),
            "fuse": _fuse_doing(things.fuse),
            "lamp": _("Replace the lamp") if things.lamp_dead else "",
            "note": Doing(not note_doing(reading, state.notes), note_doing(reading, state.notes)).to_json(),
            "notes": notes_view(state.notes),
            "usable": [[str(one.number), _offer(one)] for one in state.notes if one.value is not None],
            "values": {name: dict(value) for name, value in state.fields.items()},
            "judged": bool(self._rule_sets),
            "check": self._found,
            "hints": list(hints[: state.hints]),
            "hints_spoken": [read_out(one).spoken for one in hints[: state.hints]],
            "next_hint": {
                **Doing(left, _("All hints are open.")).to_json(),
                "label": _("Hint {n} of {all}").format(n=min(state.hints + 1, len(hints)), all=len(hints)),
            },
        }

    def _picture(self, reading: MeterReading) -> dict[str, Any]:
        state = self._state
        things, desk = state.things, state.desk
        seen = _with_gap(reading.installation, desk.opened)
        solution = reading.solution
        if solution is None:
            settled = settle(seen, things.conditions)
            seen, solution = settled.installation, settled.solution
        return picture_of(
            seen,
            solution,
            things.conditions,
            title=_("What is measured: {thing}").format(thing=_thing_words()[things.thing]) + ".",
            description=_("The fields below hold the same and do the same."),
            probes={"red": desk.red, "black": desk.black},
        )


def _with_gap(installation: Installation, opened: str | None) -> Installation:
    """Give the installation as it is seen while the meter stands in a lead."""
    if opened is None:
        return installation
    return installation.with_lead(replace(installation.lead(opened), open=True))


def _thing_words() -> dict[Thing, str]:
    return {
        Thing.LOOSE: _("loose parts, sunny"),
        Thing.DAY: _("installed kit, by day"),
        Thing.NIGHT: _("installed kit, by night"),
    }


def _fuse_doing(fuse: str) -> str:
    return {
        "in": _("Pull the kit's fuse"),
        "blown": _("Replace the kit's fuse"),
        "out": _("Put the kit's fuse in"),
    }[fuse]


def _offer(one: Noted) -> str:
    """Name a noted reading in a list."""
    line = noted_line(one)
    return f"{one.number}: {noted_result(one)}, {line.shown.partition(': ')[2].partition('.')[0]}"
