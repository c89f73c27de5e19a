"""Time two ways of doing one thing, alternated, in one process."""

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import Any

Work = Callable[[int], object]


@dataclass(frozen=True)
class Result:
    """Hold one benchmark's outcome; `ratio` is ours / peer, so smaller is better."""

    name: str
    ours: float
    peer: float
    peer_name: str
    unit: str
    goal: float
    n: int
    details: Mapping[str, float] = field(default_factory=dict)
    """What the number is made of."""

    @property
    def ratio(self) -> float:
        """Give ours / peer."""
        return self.ours / self.peer

    @property
    def reached(self) -> bool:
        """Say whether the goal is reached."""
        return self.ratio <= self.goal

    def row(self) -> dict[str, Any]:
        """Give the row of build/bench.json."""
        return {
            "name": self.name,
            "ours": self.ours,
            "peer": self.peer,
            "peer_name": self.peer_name,
            "unit": self.unit,
            "ratio": self.ratio,
            "goal": self.goal,
            "n": self.n,
            **({"details": dict(self.details)} if self.details else {}),
        }


class MissingPeerError(Exception):
    """Tell that the other side of a comparison is not installed."""


Clock = Callable[[], float]

# The time of this thread on the processor: a busy machine does not count. It sees no other process, so for those
# there is the clock on the wall.
PROCESSOR: Clock = time.thread_time
WALL: Clock = time.perf_counter


def _time(work: Work, turn: int, clock: Clock) -> float:
    start = clock()
    work(turn)
    return clock() - start


def alternate(
    ours: Work,
    peer: Work,
    turns: int,
    *,
    clock: Clock,
    tidy: Callable[[], object] = lambda: None,
    warm_up: int = 5,
) -> tuple[float, float]:
    """Give the median times [s] of both, each called once a turn with the number of the turn.

    `tidy` runs after each turn and is not timed; `warm_up` turns before the first are not either.
    """
    for turn in range(warm_up):
        ours(turn)
        peer(turn)
        tidy()
    gc.collect()
    gc.disable()
    try:
        times = []
        for turn in range(turns):
            times.append((_time(ours, turn, clock), _time(peer, turn, clock)))
            tidy()
    finally:
        gc.enable()
    return median(mine for mine, _ in times), median(theirs for _, theirs in times)
