"""What a learner remembers of each kind of message, and when she should meet it again.

Forgetting is reckoned by FSRS, a published model of it, in whole calendar days of her laptop: lessons are
days apart, so a kind missed today is due tomorrow and never "in ten minutes".
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final, cast

from fsrs import Card, Rating, Scheduler, State

from lentera.course.scenarios import Message

HARDEST: Final = 3
_LEVEL_UP: Final = 2
"""Right decisions in a row after which messages become harder."""
_MOST_SEEN: Final = 300
"""Messages whose day is kept; the oldest go first."""
_EARLIEST: Final = date(2000, 1, 1)
_LATEST: Final = date(2999, 12, 31)
"""Days a broken clock may show; beyond them it is read as the nearest."""
_STEP: Final = (timedelta(days=1),)
_SCHEDULER: Final = Scheduler(
    learning_steps=_STEP,
    relearning_steps=_STEP,
    # Tricks change, and a scam that is met once a year is not practised: two months is the longest rest.
    maximum_interval=60,
    enable_fuzzing=False,
)


@dataclass(frozen=True)
class Trace:
    """Hold what is remembered of one kind of message.

    Attributes
    ----------
    due, last : date
        The day it should come again, and the day it was last met.
    stability, difficulty : float
        Days until one in ten would be forgotten, and 1 easy to 10 hard; both as FSRS has them.
    state : State
        Learning, review, or relearning after a miss.
    level : int
        How hard its messages are now, 1 to 3.
    row : int
        Right decisions in a row at this level.
    """

    due: date
    last: date
    stability: float
    difficulty: float
    state: State
    level: int = 1
    row: int = 0

    @property
    def unsure(self) -> bool:
        """Tell whether it was missed, or half known, and has not been known since."""
        return self.state is not State.Review

    def seen_from(self, today: date) -> "Trace":
        """Return the trace as it is on a day; one from a clock that ran ahead counts as met today."""
        if self.last <= today:
            return self
        return replace(self, last=today, due=today + (self.due - self.last))

    def recalled(self, today: date) -> float:
        """Return how likely she still knows it, 0 to 1."""
        return float(_SCHEDULER.get_card_retrievability(_card(self.seen_from(today), today), _noon(today)))


@dataclass(frozen=True)
class Memory:
    """Hold what a learner remembers.

    Attributes
    ----------
    kinds : mapping of str to Trace
        By kind of message.
    seen : mapping of str to date
        When each message was last met.
    """

    kinds: Mapping[str, Trace] = field(default_factory=dict)
    seen: Mapping[str, date] = field(default_factory=dict)

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "Memory":
        """Read what an answer file keeps.

        Raises
        ------
        ValueError
            When it is no such memory.
        """
        kinds, seen = content.get("jenis", {}), content.get("dilihat", {})
        if not isinstance(kinds, Mapping) or not isinstance(seen, Mapping):
            raise ValueError("'jenis' and 'dilihat' do not hold kinds and messages by name; begin anew")
        return cls(
            {str(kind): _trace(kind, row) for kind, row in kinds.items()},
            {str(message): _day(message, day) for message, day in seen.items()},
        )

    def to_content(self) -> dict[str, Any]:
        """Return the content for an answer file: a few thousand letters for ever."""
        return {
            "jenis": {
                kind: {
                    "lagi": trace.due.isoformat(),
                    "terakhir": trace.last.isoformat(),
                    "kuat": trace.stability,
                    "sukar": trace.difficulty,
                    "tahap": int(trace.state),
                    "tingkat": trace.level,
                    "beruntun": trace.row,
                }
                for kind, trace in self.kinds.items()
            },
            "dilihat": {message: day.isoformat() for message, day in self.seen.items()},
        }

    def level(self, kind: str) -> int:
        """Return how hard messages of a kind should be, 1 to 3."""
        trace = self.kinds.get(kind)
        return trace.level if trace else 1

    def after(
        self,
        message: Message,
        share: float,
        signs_right: bool | None,  # noqa: FBT001 - one of three findings, no flag
        now: datetime,
    ) -> "Memory":
        """Return the memory after a message was decided for the first time.

        Parameters
        ----------
        share : float
            What the decision earned, 0 to 1.
        signs_right : bool or None
            Whether its signs were found too; None where she was not asked.
        now : datetime
            With an offset; the laptop's clock may be years off.

        Raises
        ------
        ValueError
            When the time has no offset.
        """
        today = day_of(now)
        before = self.kinds.get(message.kind)
        if before is not None:
            before = before.seen_from(today)
        rating = _rating(message, share, signs_right, before, today)
        card, _log = _SCHEDULER.review_card(_card(before, today), rating, _noon(today))
        level, row = _harder(before, share)
        # Rounded as the file keeps them, so that a memory read back is the same memory.
        stability, difficulty = (round(cast("float", one), 4) for one in (card.stability, card.difficulty))
        trace = Trace(card.due.date(), today, stability, difficulty, card.state, level, row)
        seen = {name: min(day, today) for name, day in self.seen.items() if name != message.id}
        newest = sorted(seen, key=lambda name: seen[name])[-(_MOST_SEEN - 1) :]
        return Memory(
            {**self.kinds, message.kind: trace}, {**{name: seen[name] for name in newest}, message.id: today}
        )


def day_of(now: datetime) -> date:
    """Return the calendar day on her laptop.

    Raises
    ------
    ValueError
        When the time has no offset.
    """
    if now.utcoffset() is None:
        raise ValueError(f"the time {now} has no offset; use datetime.astimezone()")
    return _possible(now.date())


def _possible(day: date) -> date:
    return min(max(day, _EARLIEST), _LATEST)


def _rating(
    message: Message,
    share: float,
    signs_right: bool | None,  # noqa: FBT001 - one of three findings, no flag
    before: Trace | None,
    today: date,
) -> Rating:
    """Rate one decision.

    Nobody knows a kind for certain after one right choice among three, or after two on the same day: only a
    hard message with all its signs on a later day is easy for her.
    """
    if not share:
        return Rating.Again
    if share < 1 or signs_right is False:
        return Rating.Hard
    later = before is not None and before.last < today
    return Rating.Easy if later and signs_right and message.level == HARDEST else Rating.Good


def _harder(before: Trace | None, share: float) -> tuple[int, int]:
    """Return the next level and how many right ones stand in a row; a careful decision leaves both."""
    level, row = (before.level, before.row) if before else (1, 0)
    if not share:
        return max(1, level - 1), 0
    if share < 1:
        return level, row
    return (min(HARDEST, level + 1), 0) if row + 1 == _LEVEL_UP else (level, row + 1)


def _card(trace: Trace | None, today: date) -> Card:
    if trace is None:
        return Card(card_id=1, due=_noon(today))
    return Card(
        card_id=1,
        state=trace.state,
        step=None if trace.state is State.Review else 0,
        stability=trace.stability,
        difficulty=trace.difficulty,
        due=_noon(trace.due),
        last_review=_noon(trace.last),
    )


def _noon(day: date) -> datetime:
    """Return one hour for the whole day: what she did in the evening is a day old in the morning."""
    return datetime.combine(day, time(12), UTC)


def _trace(kind: str, row: Any) -> Trace:
    if not isinstance(row, Mapping):
        raise ValueError(f"what is kept of {kind!r} is damaged; begin anew")
    due, last = _day(kind, row.get("lagi")), _possible(_day(kind, row.get("terakhir")))
    stability, difficulty = (_number(kind, row.get(key)) for key in ("kuat", "sukar"))
    state, level, done = (int(_number(kind, row.get(key))) for key in ("tahap", "tingkat", "beruntun"))
    return Trace(
        # No more than the longest rest may lie between them, whoever wrote the file.
        min(max(due, last), last + timedelta(days=_SCHEDULER.maximum_interval)),
        last,
        max(stability, 0.001),
        min(max(difficulty, 1.0), 10.0),
        State(state),
        min(max(level, 1), HARDEST),
        min(max(done, 0), _LEVEL_UP - 1),
    )


def _number(kind: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(f"what is kept of {kind!r} is no number; begin anew")
    return float(value)


def _day(name: str, value: Any) -> date:
    if not isinstance(value, str):
        raise ValueError(f"the day of {name!r} is {value!r}; write it like 2026-12-01")
    return date.fromisoformat(value)
