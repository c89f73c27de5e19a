"""Undo and redo of any length, also after the notebook was closed.

A bench keeps every accepted action in its history, so an earlier bench is that history without its end, done
again from an empty table. What is undone has never happened: the recorded order stays the true one. Starting
over begins a new round; undoing it leads back into the one before.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lentera.solar.bench import BenchState, apply, from_json, to_json


@dataclass(frozen=True)
class Timeline:
    """Hold every round's farthest bench and the place where the learner stands.

    Attributes
    ----------
    rounds : tuple of BenchState
        One for each time she began with an empty table, as far as she ever got in it.
    round : int
        Index of the round she is in.
    step : int
        How many actions of that round's history count now.
    bench : BenchState
        The bench at that place.
    """

    rounds: tuple[BenchState, ...] = (BenchState(),)
    round: int = 0
    step: int = 0
    bench: BenchState = field(default_factory=BenchState)

    @classmethod
    def alone(cls, bench: BenchState) -> "Timeline":
        """Return a timeline of one round that ends with this bench."""
        return cls((bench,), 0, len(bench.history), bench)

    @property
    def can_undo(self) -> bool:
        """Tell whether there is something to undo."""
        return self.step > 0 or self.round > 0

    @property
    def can_redo(self) -> bool:
        """Tell whether something was undone."""
        return self.step < len(self.rounds[self.round].history) or self.round + 1 < len(self.rounds)

    def advance(self, bench: BenchState) -> "Timeline":
        """Return the timeline after an action; what was undone before it is gone."""
        return Timeline((*self.rounds[: self.round], bench), self.round, len(bench.history), bench)

    def start_over(self, bench: BenchState) -> "Timeline":
        """Return the timeline with a new round that begins with an empty table."""
        return Timeline((*self.rounds[: self.round], self.bench, bench), self.round + 1, 0, bench)

    def undo(self) -> "Timeline":
        """Go one step back; at the start of a round, to the end of the one before."""
        if self.step > 0:
            return self._at(self.round, self.step - 1)
        return self._at(self.round - 1, len(self.rounds[self.round - 1].history)) if self.round else self

    def redo(self) -> "Timeline":
        """Go one step forward again."""
        if self.step < len(self.rounds[self.round].history):
            return self._at(self.round, self.step + 1)
        return self._at(self.round + 1, 0) if self.round + 1 < len(self.rounds) else self

    def _at(self, number: int, step: int) -> "Timeline":
        return replace(self, round=number, step=step, bench=_replay(self.rounds, number, step))

    def to_content(self) -> dict[str, Any]:
        """Return what an answer file keeps: the bench, and the rest of the way only where there is one."""
        content: dict[str, Any] = {"bench": to_json(self.bench)}
        if len(self.rounds) > 1 or self.rounds[0] != self.bench:
            content["jalan"] = {
                "babak": [to_json(bench) for bench in self.rounds],
                "di_babak": self.round,
                "di_langkah": self.step,
            }
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
            rounds = tuple(from_json(one) for one in way["babak"])
            number, step = int(way["di_babak"]), int(way["di_langkah"])
        except (KeyError, TypeError, ValueError):
            return alone
        fits = 0 <= number < len(rounds) and rounds[number].history[:step] == bench.history
        return cls(rounds, number, step, bench) if fits else alone


def _replay(rounds: tuple[BenchState, ...], number: int, step: int) -> BenchState:
    """Do a round's first actions again; the sky stays as it was when the table was cleared."""
    far = rounds[number]
    if step == len(far.history):
        return far
    bench = BenchState(battery=far.battery, panel=far.panel, soc=far.soc)
    if number:
        bench = replace(bench, sun=rounds[number - 1].sun)
    for action in far.history[:step]:
        bench = apply(bench, action).state
    return bench
