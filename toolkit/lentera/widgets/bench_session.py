"""The bench behind the screen: take a gesture, save what came of it, and only then show it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from lentera.answers import AnswerFile, AnswerNotSaved
from lentera.place import Place
from lentera.rules import Report, RuleSet, check
from lentera.solar.bench import (
    SUN_PRESETS,
    TERMINALS,
    Action,
    BenchError,
    BenchState,
    Colour,
    Join,
    Polarity,
    Remove,
    ReplaceFuse,
    ReplaceLamp,
    SetCover,
    SetSun,
    SetSwitch,
    StartOver,
    apply,
)
from lentera.widgets import bench_sentences
from lentera.widgets.bench_sentences import Line
from lentera.widgets.bench_view import Doing, bench_view
from lentera.widgets.reporting import log_try
from lentera.widgets.timeline import Timeline
from lentera.words import _, clock

ROUNDS = 3
"""How often the lamp is wired right before hands go to the real kit."""


@dataclass(frozen=True)
class Table:
    """Hold what is saved: the way of the bench, the finished rounds, and how many hints were read."""

    timeline: Timeline
    rounds: tuple[Mapping[str, Any], ...] = ()
    hints: int = 0

    def to_content(self) -> dict[str, Any]:
        """Return the answer file's content."""
        content = self.timeline.to_content()
        if self.rounds:
            content["rounds"] = [dict(one) for one in self.rounds]
        if self.hints:
            content["petunjuk"] = self.hints
        return content

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "Table":
        """Read an answer file's content; raise ValueError when there is no bench in it."""
        rounds = content.get("rounds")
        hints = content.get("petunjuk")
        return cls(
            Timeline.from_content(content),
            tuple(one for one in rounds if isinstance(one, Mapping)) if isinstance(rounds, list) else (),
            hints if isinstance(hints, int) and hints > 0 else 0,
        )


class BenchSession:
    """One learner's bench, without any screen.

    Parameters
    ----------
    place : Place
        Where answers and log are.
    answer_name : str
        Name of the answer file.
    rule_sets : sequence of RuleSet
        Rules of the tasks that read it, in the order of the curriculum; none for free play.
    points : mapping of str to float
        Points of each task.
    hints : sequence of str
        From a nudge to a worked example.
    """

    def __init__(
        self,
        place: Place,
        answer_name: str,
        rule_sets: Sequence[RuleSet[Any]] = (),
        points: Mapping[str, float] | None = None,
        hints: Sequence[str] = (),
    ) -> None:
        self.place = place
        self._file: AnswerFile = place.answer(answer_name)
        self._rule_sets = tuple(rule_sets)
        self._points = dict(points or {})
        self._hints = tuple(hints)
        self._table = Table(Timeline())
        self._content: Mapping[str, Any] | None = None
        self._saved_at: datetime | None = None
        self._checked: dict[str, Any] | None = None
        self._unlogged: tuple[Report, ...] = ()
        self._revision = 0
        self.view: dict[str, Any] = {}
        self._open()

    @property
    def bench(self) -> BenchState:
        """Return the bench as it stands."""
        return self._table.timeline.bench

    @property
    def finished_rounds(self) -> int:
        """Return how many rounds were wired right."""
        return len(self._table.rounds)

    def handle(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """Take one gesture and return the new view; what it shows is on the disk.

        An impossible gesture, a full disk or a message nobody knows change nothing and are told in the
        live line.
        """
        self._take_in_other_notebook()
        before, checked = self._table, self._checked
        try:
            line = self._act(message)
            if self._table != before:
                self._save(milestone=message.get("do") in {"check", "start_over"})
        except BenchError as error:
            line = bench_sentences.refused(error)
        except AnswerNotSaved as error:
            self._table, self._checked = before, checked
            line = Line.same(str(error))
        except (KeyError, TypeError, ValueError):
            self.place.note_trouble()
            self._table, self._checked = before, checked
            line = Line.same(_("That step was not understood. Nothing has changed. Try again."))
        return self._show(line)

    def write_log(self) -> None:
        """Write what the last check found to the log; called once the screen is up to date."""
        reports, self._unlogged = self._unlogged, ()
        for report in reports:
            log_try(self.place, report, self._points.get(report.task, 0.0), hints=self._table.hints)

    def _act(self, message: Mapping[str, Any]) -> Line:
        match message["do"]:
            case "undo":
                return self._travel(self._table.timeline.undo(), _("Undone."), _("There is nothing to undo."))
            case "redo":
                return self._travel(self._table.timeline.redo(), _("Redone."), _("There is nothing to redo."))
            case "start_over":
                return self._start_over()
            case "check":
                return self._check()
            case "hint":
                return self._hint()
            case _:
                return self._change(self._action(message))

    def _action(self, message: Mapping[str, Any]) -> Action:
        simple: dict[str, Callable[[], Action]] = {
            "remove": lambda: Remove(int(message["wire"])),
            "switch": lambda: SetSwitch(on=not self.bench.switch_on),
            "cover": lambda: SetCover(covered=not self.bench.covered),
            "sun": lambda: SetSun(SUN_PRESETS[message["sun"]]),
            "replace_fuse": ReplaceFuse,
            "replace_lamp": lambda: ReplaceLamp(self._dead_lamp()),
        }
        if message["do"] == "join":
            start, end = str(message["start"]), str(message["end"])
            return Join(start, end, _colour(message.get("colour"), start, end))
        return simple[message["do"]]()

    def _dead_lamp(self) -> int:
        return 2 if self.bench.lamps_dead == (False, True) else 1

    def _change(self, action: Action) -> Line:
        bench, events = apply(self.bench, action)
        self._table = replace(self._table, timeline=self._table.timeline.advance(bench))
        self._checked = None
        return bench_sentences.told(events)

    def _travel(self, timeline: Timeline, done: str, nothing: str) -> Line:
        if timeline == self._table.timeline:
            return Line.same(nothing)
        changed = bench_sentences.difference(self.bench, timeline.bench)
        self._table = replace(self._table, timeline=timeline)
        self._checked = None
        return Line.same(done) + changed

    def _start_over(self) -> Line:
        bench, events = apply(self.bench, StartOver())
        self._table = replace(self._table, timeline=self._table.timeline.start_over(bench))
        self._checked = None
        return bench_sentences.told(events)

    def _check(self) -> Line:
        # Before the first lead there is no answer, and the rules have their own sentence for that.
        content = self._table.to_content() if self.bench.history else None
        found = check(self._rule_sets, content)
        self._checked = _with_spoken(found.shown(self.place.address))
        self._unlogged = found.reports
        if not found.holds or not found.reports:
            said = f"{self._checked['yet']} {self._checked['next']}".strip()
            return bench_sentences.read_out(said or _("The check is done."))
        self._keep_round()
        following = self._after_round()
        self._checked["next"] = self._checked["spoken"]["next"] = following
        return Line.same(_("Everything is right.") + f" {following}")

    def _keep_round(self) -> None:
        """Keep a finished round once; going on in the same round renews it."""
        number = self._table.timeline.round
        kept = {"babak": number, **Timeline.alone(self.bench).to_content()}
        others = tuple(one for one in self._table.rounds if one.get("babak") != number)
        self._table = replace(self._table, rounds=(*others, kept))

    def _after_round(self) -> str:
        n = self.finished_rounds
        if n < ROUNDS:
            text = _("Round {n} of {all} is right. Press “Start over” for round {next}.")
            return text.format(n=n, all=ROUNDS, next=n + 1)
        return _("Three rounds are right. Now the real kit: call the trainer.")

    def _hint(self) -> Line:
        if self._table.hints >= len(self._hints):
            return Line.same(_("All hints are open."))
        self._table = replace(self._table, hints=self._table.hints + 1)
        n = self._table.hints
        shown = _("Hint {n} is open.").format(n=n)
        heard = _("Hint {n}: {hint}").format(n=n, hint=self._hints[n - 1])
        return Line(shown, bench_sentences.read_out(heard).spoken)

    def _open(self) -> None:
        line = Line.same(_("The bench is ready. Start with the battery."))
        try:
            answer = self._file.load()
            if answer is not None:
                self._adopt(answer.payload, answer.saved_at)
                line = Line.same(_("The bench is as you left it."))
                if answer.recovered_from is not None:
                    line = Line.same(_("The last file was damaged. The bench is back from its copy."))
        except ValueError:
            self.place.note_trouble()
            self._file.start_over(self.place.now())
            line = Line.same(_("The old bench cannot be read and is kept aside. The table is empty."))
        except OSError:
            self.place.note_trouble()
            line = Line.same(_("The bench cannot be read from the disk. Call the trainer before you go on."))
        self._show(line)

    def _adopt(self, content: Mapping[str, Any], saved_at: datetime) -> None:
        self._table = Table.from_content(content)
        self._content, self._saved_at = content, saved_at

    def _take_in_other_notebook(self) -> None:
        """Go on from what another notebook has saved meanwhile: both share the answer file."""
        try:
            answer = self._file.load()
            if answer is not None and answer.payload != self._content:
                self._adopt(answer.payload, answer.saved_at)
                self._checked = None
        except (OSError, ValueError):
            self.place.note_trouble()

    def _save(self, *, milestone: bool) -> None:
        content, moment = self._table.to_content(), self.place.now()
        self._file.save(content, moment, milestone=milestone)
        self._content, self._saved_at = content, moment

    def _show(self, line: Line) -> dict[str, Any]:
        timeline, table = self._table.timeline, self._table
        self._revision += 1
        hint = min(table.hints + 1, max(1, len(self._hints)))
        empty = not self.bench.history
        waits = _("Undo and Redo wait for the first step.")
        undo_waits = _("There is nothing to undo.") if timeline.can_redo else waits
        redo_waits = _("Redo can be pressed after Undo.") if timeline.can_undo else waits
        self.view = {
            "rev": self._revision,
            **bench_view(self.bench, line, (self._checked or {}).get("wire", "")),
            "undo": Doing(timeline.can_undo, undo_waits).to_json(),
            "redo": Doing(timeline.can_redo, redo_waits).to_json(),
            "start_over": Doing(not empty, _("The table is already empty.")).to_json(),
            "judged": bool(self._rule_sets),
            "check": self._checked,
            "hints": list(self._hints[: table.hints]),
            "hints_spoken": [bench_sentences.read_out(one).spoken for one in self._hints[: table.hints]],
            "next_hint": {
                **Doing(table.hints < len(self._hints), _("All hints are open.")).to_json(),
                "label": _("Hint {n} of {all}").format(n=hint, all=len(self._hints)),
            },
            "rounds": self._round_sentence(),
            "saved": self._saved_sentence(),
        }
        return self.view

    def _round_sentence(self) -> str:
        if not self._rule_sets or not self.finished_rounds:
            return ""
        return _("{n} of {all} rounds are right.").format(n=min(self.finished_rounds, ROUNDS), all=ROUNDS)

    def _saved_sentence(self) -> str:
        if self._saved_at is None:
            return _("Each step is saved on this laptop by itself.")
        return _("Saved on this laptop at {time}.").format(time=clock(self._saved_at))


def _with_spoken(shown: dict[str, Any]) -> dict[str, Any]:
    """Add to the rows of feedback how they are read out."""

    def heard(text: str) -> str:
        return bench_sentences.read_out(text).spoken

    rows = {"right": [heard(text) for text in shown["right"]]}
    return {**shown, "spoken": {**rows, "yet": heard(shown["yet"]), "next": heard(shown["next"])}}


def _colour(asked: object, start: str, end: str) -> Colour:
    """Return the colour asked for, or the one the terminals call for: black as soon as a minus is there."""
    if asked in set(Colour):
        return Colour(str(asked))
    poles = {TERMINALS[name].polarity for name in (start, end) if name in TERMINALS}
    return Colour.MINUS if Polarity.MINUS in poles and Polarity.PLUS not in poles else Colour.PLUS
