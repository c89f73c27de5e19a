"""Undo and redo of any length, also after the notebook was closed.

A bench keeps every accepted action in its history, so an earlier bench is that history without its end, done
again from where the round began. What is undone has never happened: the recorded order stays the true one.
Starting over begins a new round with an empty table, opening a kept bench begins one with that bench; undoing
either leads back into the round before.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lentera.solar.bench import BenchState, StartOver, apply, from_json, to_json


@dataclass(frozen=True)
class Round:
    """Hold one round: the bench with which it began, and how far it ever got."""

    first: BenchState
    far: BenchState

    @property
    def start(self) -> int:
        """Tell how many actions the bench had when the round began; 0 for an empty table."""
        return len(self.first.history)

    def at(self, step: int) -> BenchState:
        """Do the round's actions again, up to a step."""
        if step == len(self.far.history):
            return self.far
        bench, done = self.first, self.first.history
        # A slider that went on where the opened bench had left it has taken the place of its last action.
        same = self.start if self.far.history[: self.start] == done else self.start - 1
        for action in self.far.history[same:step]:
            bench = apply(bench, action).state
        return bench


@dataclass(frozen=True)
class Timeline:
    """Hold every round and the place where the learner stands.

    Attributes
    ----------
    rounds : tuple of Round
        One for each time she began anew, as far as she ever got in it.
    round : int
        Index of the round she is in.
    step : int
        How many actions of that round's history count now.
    bench : BenchState
        The bench at that place.
    """

    rounds: tuple[Round, ...] = (Round(BenchState(), BenchState()),)
    round: int = 0
    step: int = 0
    bench: BenchState = field(default_factory=BenchState)

    @classmethod
    def alone(cls, bench: BenchState) -> "Timeline":
        """Return a timeline of one round that began with an empty table and ends with this bench."""
        return cls((Round(_emptied(bench, None), bench),), 0, len(bench.history), bench)

    @property
    def here(self) -> Round:
        """Return the round she is in."""
        return self.rounds[self.round]

    @property
    def can_undo(self) -> bool:
        """Tell whether there is something to undo."""
        return self.step > self.here.start or self.round > 0

    @property
    def can_redo(self) -> bool:
        """Tell whether something was undone."""
        return self.step < len(self.here.far.history) or self.round + 1 < len(self.rounds)

    def advance(self, bench: BenchState) -> "Timeline":
        """Return the timeline after an action; what was undone before it is gone."""
        rounds = (*self.rounds[: self.round], Round(self.here.first, bench))
        return Timeline(rounds, self.round, len(bench.history), bench)

    def begin(self, bench: BenchState) -> "Timeline":
        """Return the timeline with a new round that begins with this bench: an empty one, or a kept one."""
        before = (*self.rounds[: self.round], Round(self.here.first, self.bench))
        return Timeline((*before, Round(bench, bench)), self.round + 1, len(bench.history), bench)

    def undo(self) -> "Timeline":
        """Go one step back; at the start of a round, to the end of the one before."""
        if self.step > self.here.start:
            return self._at(self.round, self.step - 1)
        return self._at(self.round - 1, len(self.rounds[self.round - 1].far.history)) if self.round else self

    def redo(self) -> "Timeline":
        """Go one step forward again."""
        if self.step < len(self.here.far.history):
            return self._at(self.round, self.step + 1)
        if self.round + 1 < len(self.rounds):
            return self._at(self.round + 1, self.rounds[self.round + 1].start)
        return self

    def _at(self, number: int, step: int) -> "Timeline":
        return replace(self, round=number, step=step, bench=self.rounds[number].at(step))

    def to_content(self) -> dict[str, Any]:
        """Return what an answer file keeps: the bench, and the rest of the way only where there is one."""
        content: dict[str, Any] = {"bench": to_json(self.bench)}
        if len(self.rounds) > 1 or self.here.far != self.bench or self.here.start:
            way: dict[str, Any] = {
                "babak": [to_json(one.far) for one in self.rounds],
                "di_babak": self.round,
                "di_langkah": self.step,
            }
            opened = {str(n): to_json(one.first) for n, one in enumerate(self.rounds) if one.start}
            if opened:
                way["dibuka"] = opened
            content["jalan"] = way
        return content

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "Timeline":
        """Read an answer file's content back.

        Raises
        ------
        ValueError
            When there is no readable bench in it. A damaged way back is left out: the bench is what matters.
        """
        if "bench" not in content:
            raise ValueError("the answer holds no bench")
        bench = from_json(content["bench"])
        alone = cls.alone(bench)
        way = content.get("jalan")
        if not isinstance(way, Mapping):
            return alone
        try:
            rounds = _rounds([from_json(one) for one in way["babak"]], way.get("dibuka", {}))
            number, step = int(way["di_babak"]), int(way["di_langkah"])
        except (KeyError, TypeError, ValueError):
            return alone
        fits = 0 <= number < len(rounds) and rounds[number].start <= step
        fits = fits and rounds[number].far.history[:step] == bench.history
        return cls(rounds, number, step, bench) if fits else alone


def _rounds(benches: list[BenchState], opened: Mapping[str, Any]) -> tuple[Round, ...]:
    """Put rounds together again; what is not written as opened began with an empty table."""
    rounds: list[Round] = []
    for n, far in enumerate(benches):
        first = (
            from_json(opened[str(n)]) if str(n) in opened else _emptied(far, rounds[-1] if rounds else None)
        )
        rounds.append(Round(first, far))
    return tuple(rounds)


def _emptied(far: BenchState, before: Round | None) -> BenchState:
    """Return the empty table of a round; the sky stays as it was when the table was cleared."""
    same = BenchState(battery=far.battery, panel=far.panel, soc=far.soc)
    if before is not None:
        same = replace(same, sun=before.far.sun, hour=before.far.hour, sky=before.far.sky)
    return same if before is None and far.kit == same.kit else apply(same, StartOver(far.kit)).state
