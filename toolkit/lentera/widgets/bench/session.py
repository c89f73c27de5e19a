"""The bench behind the screen: take a gesture, save what came of it, and only then show it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lentera.place import Place
from lentera.rules import RuleSet
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
from lentera.widgets.activity import Refused
from lentera.widgets.bench import sentences
from lentera.widgets.bench.timeline import Timeline
from lentera.widgets.bench.view import bench_view
from lentera.widgets.bench.words import bench_words
from lentera.widgets.judged import JudgedActivity, read_out
from lentera.widgets.line import Doing, Line
from lentera.words import _

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


class BenchSession(JudgedActivity[Table]):
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

    screen = "bench"
    milestones = frozenset({"check", "start_over"})

    def __init__(
        self,
        place: Place,
        answer_name: str,
        rule_sets: Sequence[RuleSet[Any]] = (),
        points: Mapping[str, float] | None = None,
        hints: Sequence[str] = (),
    ) -> None:
        self._hints = tuple(hints)
        super().__init__(place, answer_name, rule_sets, points)

    @property
    def bench(self) -> BenchState:
        """Return the bench as it stands."""
        return self._state.timeline.bench

    @property
    def finished_rounds(self) -> int:
        """Return how many rounds were wired right."""
        return len(self._state.rounds)

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the bench."""
        return bench_words()

    def _empty(self) -> Table:
        return Table(Timeline())

    def _read(self, content: Mapping[str, Any]) -> Table:
        return Table.from_content(content)

    def _write(self, state: Table) -> Mapping[str, Any]:
        return state.to_content()

    def _ready(self) -> str:
        return _("The bench is ready. Start with the battery.")

    def _back(self) -> str:
        return _("The bench is as you left it.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        match message["do"]:
            case "undo":
                return self._travel(self._state.timeline.undo(), _("Undone."), _("There is nothing to undo."))
            case "redo":
                return self._travel(self._state.timeline.redo(), _("Redone."), _("There is nothing to redo."))
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
        try:
            bench, events = apply(self.bench, action)
        except BenchError as error:
            raise Refused(sentences.refused(error)) from error
        self._become(replace(self._state, timeline=self._state.timeline.advance(bench)))
        return sentences.told(events)

    def _travel(self, timeline: Timeline, done: str, nothing: str) -> Line:
        if timeline == self._state.timeline:
            return Line.same(nothing)
        changed = sentences.difference(self.bench, timeline.bench)
        self._become(replace(self._state, timeline=timeline))
        return Line.same(done) + changed

    def _start_over(self) -> Line:
        bench, events = apply(self.bench, StartOver())
        self._become(replace(self._state, timeline=self._state.timeline.start_over(bench)))
        return sentences.told(events)

    def _answer(self) -> Mapping[str, Any] | None:
        return self._state.to_content() if self.bench.history else None

    def _hints_read(self) -> int:
        return self._state.hints

    def _check(self) -> Line:
        line = super()._check()
        if not self._found["holds"]:
            return line
        self._keep_round()
        following = self._after_round()
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
        timeline, table = self._state.timeline, self._state
        hint = min(table.hints + 1, max(1, len(self._hints)))
        empty = not self.bench.history
        waits = _("Undo and Redo wait for the first step.")
        undo_waits = _("There is nothing to undo.") if timeline.can_redo else waits
        redo_waits = _("Redo can be pressed after Undo.") if timeline.can_undo else waits
        return {
            **bench_view(self.bench, (self._found or {}).get("wire", "")),
            "undo": Doing(timeline.can_undo, undo_waits).to_json(),
            "redo": Doing(timeline.can_redo, redo_waits).to_json(),
            "start_over": Doing(not empty, _("The table is already empty.")).to_json(),
            "judged": bool(self._rule_sets),
            "check": self._found,
            "hints": list(self._hints[: table.hints]),
            "hints_spoken": [read_out(one).spoken for one in self._hints[: table.hints]],
            "next_hint": {
                **Doing(table.hints < len(self._hints), _("All hints are open.")).to_json(),
                "label": _("Hint {n} of {all}").format(n=hint, all=len(self._hints)),
            },
            "rounds": self._round_sentence(),
        }

    def _round_sentence(self) -> str:
        if not self._rule_sets or not self.finished_rounds:
            return ""
        return _("{n} of {all} rounds are right.").format(n=min(self.finished_rounds, ROUNDS), all=ROUNDS)


def _colour(asked: object, start: str, end: str) -> Colour:
    """Return the colour asked for, or the one the terminals call for: black as soon as a minus is there."""
    if asked in set(Colour):
        return Colour(str(asked))
    poles = {TERMINALS[name].polarity for name in (start, end) if name in TERMINALS}
    return Colour.MINUS if Polarity.MINUS in poles and Polarity.PLUS not in poles else Colour.PLUS
