"""The bench behind the screen: take a gesture, save what came of it, and only then show it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lentera.place import Place
from lentera.rules import RuleSet
from lentera.solar.bench import BenchError, BenchState, SetClock, SetSun, StartOver, apply
from lentera.widgets.activity import Refused
from lentera.widgets.bench import sentences
from lentera.widgets.bench.gestures import action_of
from lentera.widgets.bench.keeping import Cupboard
from lentera.widgets.bench.table import END, LIVE, Kept, Table
from lentera.widgets.bench.timeline import Timeline
from lentera.widgets.bench.view import bench_view
from lentera.widgets.bench.watch import Note, note_on
from lentera.widgets.bench.words import bench_words
from lentera.widgets.judged import JudgedActivity, read_out
from lentera.widgets.line import Doing, Line
from lentera.words import _

ROUNDS = 3
"""How often the lamp is wired right before hands go to the real kit."""

_RULED_KIT = "b"
"""The kit that the rules of the wired lamp know."""


class BenchSession(JudgedActivity[Table]):
    """One learner's bench, without any screen.

    Its gestures are those of `action_of`, and undo, redo, start_over {kit}, check, hint, judging {when},
    keep {name}, open_kept {index}, drop_kept {index}, share {name}, list_shared, open_shared {file}.

    Parameters
    ----------
    place : Place
        Where answers and log are.
    answer_name : str
        Name of the answer file.
    rule_sets : sequence of RuleSet
        Rules of the tasks that read it, in the order of the curriculum. In free play they only warn.
    points : mapping of str to float
        Points of each task.
    hints : sequence of str
        From a nudge to a worked example.
    free : bool, optional
        Free play: no checks and no marks, either kit, and benches of others can be opened. Left out, it is
        free when there are no rules.
    kit : str
        The kit on the empty table, "a" or "b"; a task always has kit B.
    """

    screen = "bench"
    milestones = frozenset({"check", "start_over", "open_kept", "open_shared"})

    def __init__(
        self,
        place: Place,
        answer_name: str,
        rule_sets: Sequence[RuleSet[Any]] = (),
        points: Mapping[str, float] | None = None,
        hints: Sequence[str] = (),
        *,
        free: bool | None = None,
        kit: str = "b",
    ) -> None:
        self._hints = tuple(hints)
        self._free = not rule_sets if free is None else free
        self._first_kit = kit if self._free else _RULED_KIT
        self._watched: tuple[BenchState, Note | None] | None = None
        self._alarmed = False
        self._cupboard = Cupboard(place)
        super().__init__(place, answer_name, rule_sets, points)

    @property
    def bench(self) -> BenchState:
        """Return the bench as it stands."""
        return self._state.bench

    @property
    def finished_rounds(self) -> int:
        """Return how many rounds were wired right."""
        return len(self._state.rounds)

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the bench."""
        return bench_words(free=self._free)

    def _empty(self) -> Table:
        return Table(Timeline.alone(BenchState(kit=self._first_kit)))

    def _read(self, content: Mapping[str, Any]) -> Table:
        return Table.from_content(content)

    def _write(self, state: Table) -> Mapping[str, Any]:
        return state.to_content()

    def _ready(self) -> str:
        if self.bench.kit == "a":
            return _("The bench is ready. Start with the panel.")
        return _("The bench is ready. Start with the battery.")

    def _back(self) -> str:
        return _("The bench is as you left it.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        if message["do"] not in {"keep", "share"}:
            self._cupboard.forget()
        before, self._alarmed = self._note(), False
        line = self._do(message)
        return line + self._noticed(before, self._note())

    def _do(self, message: Mapping[str, Any]) -> Line:
        """Do a gesture; what the session does not know is one of the bench."""
        gestures: dict[str, Callable[[Mapping[str, Any]], Line]] = {
            "undo": lambda _message: self._undo(),
            "redo": lambda _message: self._redo(),
            "start_over": self._start_over,
            "check": lambda _message: self._check(),
            "hint": lambda _message: self._hint(),
            "judging": self._judge_when,
            "keep": self._keep,
            "open_kept": self._open_kept,
            "drop_kept": self._drop_kept,
            "share": lambda asked: self._cupboard.share(self.bench, asked["name"]),
            "list_shared": lambda _message: self._cupboard.list_shared(),
            "open_shared": self._open_shared,
        }
        return gestures.get(message["do"], self._change)(message)

    def _undo(self) -> Line:
        return self._travel(self._state.timeline.undo(), _("Undone."), _("There is nothing to undo."))

    def _redo(self) -> Line:
        return self._travel(self._state.timeline.redo(), _("Redone."), _("There is nothing to redo."))

    def _change(self, message: Mapping[str, Any]) -> Line:
        try:
            bench, events = apply(self.bench, action_of(message, self.bench))
        except BenchError as error:
            raise Refused(sentences.refused(error)) from error
        self._become(replace(self._state, timeline=self._state.timeline.advance(bench)))
        self._alarmed = sentences.is_alarm(events)
        return sentences.told(events, bench)

    def _travel(self, timeline: Timeline, done: str, nothing: str) -> Line:
        if timeline == self._state.timeline:
            return Line.same(nothing)
        changed = sentences.difference(self.bench, timeline.bench)
        self._become(replace(self._state, timeline=timeline))
        return Line.same(done) + changed

    def _start_over(self, message: Mapping[str, Any]) -> Line:
        kit = message.get("kit")
        if kit is not None and not self._free:
            raise ValueError("the kit of a task stays as it is")
        bench, events = apply(self.bench, StartOver(kit))
        self._become(replace(self._state, timeline=self._state.timeline.begin(bench)))
        line = sentences.told(events, bench)
        return line if kit is None else line + Line.same(sentences.kit_now(bench))

    def _judge_when(self, message: Mapping[str, Any]) -> Line:
        when = str(message["when"])
        if when not in {LIVE, END} or not self._can_watch():
            raise ValueError(f"judging is {when!r}; choose {LIVE} or {END}")
        self._state = replace(self._state, judging=when)  # what a check found still holds
        return Line.same(
            _("What must be changed is told at once.")
            if when == LIVE
            else _("What must be changed is told only with Check.")
            if self._judged
            else _("What must be changed is not told now.")
        )

    def _keep(self, message: Mapping[str, Any]) -> Line:
        self._state, line = self._cupboard.keep(self._state, message["name"])
        return line

    def _drop_kept(self, message: Mapping[str, Any]) -> Line:
        gone = self._kept(message)
        self._state = replace(self._state, kept=tuple(one for one in self._state.kept if one is not gone))
        return Line.same(_("“{name}” is thrown away.").format(name=gone.name))

    def _open_kept(self, message: Mapping[str, Any]) -> Line:
        kept = self._kept(message)
        try:
            bench = kept.open()
        except ValueError as error:
            self.place.note_trouble()
            raise Refused(Line.same(_("This kept bench cannot be read any more."))) from error
        return self._open_bench(bench, _("“{name}” is open.").format(name=kept.name))

    def _kept(self, message: Mapping[str, Any]) -> Kept:
        index, kept = int(message["index"]), self._state.kept
        if not 0 <= index < len(kept):
            raise ValueError(f"index is {index}; {len(kept)} benches are kept")
        return kept[index]

    def _open_shared(self, message: Mapping[str, Any]) -> Line:
        file = message["file"]
        if not self._free:
            # A task is for one's own hands; what others made is for looking and trying.
            raise Refused(Line.same(_("Benches of others are opened on the free bench.")))
        return self._open_bench(self._cupboard.open_shared(file), _("The bench from the file is open."))

    def _open_bench(self, bench: BenchState, said: str) -> Line:
        if not self._free and bench.kit != _RULED_KIT:
            raise Refused(Line.same(_("This bench has the other kit. Open it on the free bench.")))
        changed = sentences.difference(self.bench, bench)
        self._become(replace(self._state, timeline=self._state.timeline.begin(bench)))
        return Line.same(said) + changed

    @property
    def _judged(self) -> bool:
        return bool(self._rule_sets) and not self._free

    def _can_watch(self) -> bool:
        return bool(self._rule_sets) and self.bench.kit == _RULED_KIT

    def _note(self) -> Note | None:
        """Return what the rules would take back now, when she wants to be told while joining."""
        if self._state.judging != LIVE or not self._can_watch() or not self.bench.wires:
            return None
        known = _what_rules_see(self.bench)
        if self._watched is None or self._watched[0] != known:
            self._watched = (known, note_on(self.bench, self._rule_sets, self.place.address))
        return self._watched[1]

    def _noticed(self, before: Note | None, after: Note | None) -> Line:
        """Tell a note that is new, and that the one before is gone; what was told is not repeated."""
        if before == after or self._found is not None or self._alarmed:
            return Line()
        if after is not None:
            return read_out(after.text)
        return Line.same(_("What was not right yet is right now.")) if self._state.judging == LIVE else Line()

    def _answer(self) -> Mapping[str, Any] | None:
        return self._state.to_content() if self.bench.history else None

    def _hints_read(self) -> int:
        return self._state.hints

    def _check(self) -> Line:
        if not self._judged:
            raise ValueError("free play is not judged")
        line = super()._check()
        if not self._found["holds"]:
            return line
        own = self._state.timeline.here.start == 0
        if own:
            self._keep_round()
        following = self._after_round() if own else _("An opened bench does not count as a round.")
        self._found["next"] = self._found["spoken"]["next"] = following
        return Line.same(_("Everything is right.") + f" {following}")

    def _keep_round(self) -> None:
        """Keep a finished round once; going on in the same round renews it."""
        number = self._state.timeline.round
        kept = {"babak": number, **Timeline.alone(self.bench).to_content()}
        others = tuple(one for one in self._state.rounds if one.get("babak") != number)
        self._state = replace(self._state, rounds=(*others, kept))

    def _after_round(self) -> str:
        n = self.finished_rounds
        if n < ROUNDS:
            text = _("Round {n} of {all} is right. Press “Start over” for round {next}.")
            return text.format(n=n, all=ROUNDS, next=n + 1)
        return _("Three rounds are right. Now the real kit: call the trainer.")

    def _hint(self) -> Line:
        if self._state.hints >= len(self._hints):
            return Line.same(_("All hints are open."))
        self._state = replace(self._state, hints=self._state.hints + 1)
        n = self._state.hints
        shown = _("Hint {n} is open.").format(n=n)
        heard = _("Hint {n}: {hint}").format(n=n, hint=self._hints[n - 1])
        return Line(shown, read_out(heard).spoken)

    def _draw(self) -> dict[str, Any]:
        note = self._note()
        wrong = (self._found or {}).get("wire", "") or (note.wire if note else "")
        return {
            **bench_view(self.bench, wrong),
            **self._steps(),
            **self._cupboard.to_json(self._state),
            **self._hint_view(),
            "free": self._free,
            "judged": self._judged,
            "judging": self._state.judging if self._can_watch() else None,
            "watch": note.to_json() if note else None,
            "check": self._found,
            "rounds": self._round_sentence(),
        }

    def _steps(self) -> dict[str, Any]:
        timeline = self._state.timeline
        waits = _("Undo and Redo wait for the first step.")
        undo_waits = _("There is nothing to undo.") if timeline.can_redo else waits
        redo_waits = _("Redo can be pressed after Undo.") if timeline.can_undo else waits
        return {
            "undo": Doing(timeline.can_undo, undo_waits).to_json(),
            "redo": Doing(timeline.can_redo, redo_waits).to_json(),
            "start_over": Doing(bool(self.bench.history), _("The table is already empty.")).to_json(),
        }

    def _hint_view(self) -> dict[str, Any]:
        read = self._state.hints
        return {
            "hints": list(self._hints[:read]),
            "hints_spoken": [read_out(one).spoken for one in self._hints[:read]],
            "next_hint": {
                **Doing(read < len(self._hints), _("All hints are open.")).to_json(),
                "label": _("Hint {n} of {all}").format(
                    n=min(read + 1, max(1, len(self._hints))), all=len(self._hints)
                ),
            },
        }

    def _round_sentence(self) -> str:
        if not self._judged or not self.finished_rounds:
            return ""
        return _("{n} of {all} rounds are right.").format(n=min(self.finished_rounds, ROUNDS), all=ROUNDS)


def _what_rules_see(bench: BenchState) -> BenchState:
    """Return a bench without light and clock: a slider that only moves the sun asks no rule again."""
    history = tuple(action for action in bench.history if not isinstance(action, SetClock | SetSun))
    still = BenchState()
    return replace(bench, sun=still.sun, hour=None, sky=None, standing=(), history=history)
