"""What happened, as one immutable statement: who did what to what, when, with which result."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from uuid import UUID, uuid5

from lentera.progress.errors import StatementError

_LEARNER = re.compile(r"[A-Z]{2,4}-\d{2,4}")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,99}")


class Verb(StrEnum):
    """Name what the learner did or what was done with her work."""

    OPENED = "opened"
    ATTEMPTED = "attempted"
    PASSED = "passed"
    NOT_YET = "failed"  # xAPI's word for a machine; people read "belum tepat"
    COMPLETED = "completed"
    HANDED_IN = "handed_in"
    GRADED = "graded"
    PRESENT = "present"


TRIES = frozenset({Verb.ATTEMPTED, Verb.PASSED, Verb.NOT_YET})
"""Verbs that count as one try of a task."""


class ActivityKind(StrEnum):
    """Name what a statement can be about."""

    SESSION = "session"
    TASK = "task"
    RULE = "rule"


@cache  # a class has a few hundred ids and tens of thousands of statements
def _require_name(value: str | None, what: str) -> None:
    if value is not None and not _NAME.fullmatch(value):
        raise StatementError(
            f"{value!r} cannot be the {what} of a statement. Use its id: letters, digits, dots and dashes. "
            "Free text stays out of the log."
        )


@dataclass(frozen=True)
class Activity:
    """Name the session, task or rule a statement is about."""

    kind: ActivityKind
    id: str

    def __post_init__(self) -> None:
        _require_name(self.id, "activity")


def session(session_id: str) -> Activity:
    """Return a session such as ``s06`` as an activity."""
    return Activity(ActivityKind.SESSION, session_id)


def task(task_id: str) -> Activity:
    """Return a task such as ``s06-urutan`` as an activity."""
    return Activity(ActivityKind.TASK, task_id)


def rule(rule_id: str) -> Activity:
    """Return a rule as an activity."""
    return Activity(ActivityKind.RULE, rule_id)


@dataclass(frozen=True)
class Score:
    """Hold what was earned, ``raw`` of ``max`` [points]."""

    raw: float
    max: float

    def __post_init__(self) -> None:
        if not 0 <= self.raw <= self.max or not 0 < self.max < float("inf"):
            raise StatementError(f"A score lies between 0 and its maximum; this is {self.raw} of {self.max}.")

    @property
    def scaled(self) -> float:
        """Return the earned share, 0 to 1."""
        return self.raw / self.max


@dataclass(frozen=True)
class Result:
    """Hold how a try or a mark came out.

    Attributes
    ----------
    score : Score or None
        Points earned.
    success, completion : bool or None
        Whether the answer is right, and whether the work is whole.
    rule, mistake : str or None
        Id of the first rule that does not hold yet and of the mistake it found.
    hints : int or None
        Hints read so far.
    """

    score: Score | None = None
    success: bool | None = None
    completion: bool | None = None
    rule: str | None = None
    mistake: str | None = None
    hints: int | None = None

    def __post_init__(self) -> None:
        _require_name(self.rule, "rule")
        _require_name(self.mistake, "mistake")
        if self.hints is not None and self.hints < 0:
            raise StatementError(f"Hints are counted from 0; this is {self.hints}.")


@dataclass(frozen=True)
class Statement:
    """Tell one thing that happened.

    Attributes
    ----------
    id : UUID
        Made once, where it happened; merging is the union by id.
    learner : str
        Learner code such as ``SM-07``: never a name.
    verb : Verb
        What happened.
    activity : Activity
        To what.
    timestamp : datetime
        When, with the offset of the device's clock (whole minutes).
    device : str
        Opaque id of the laptop.
    sequence : int
        Place among the device's statements, from 1; right even when the laptop's clock is not.
    result : Result or None
        How it came out.

    Raises
    ------
    StatementError
        When a field has not its shape.
    """

    id: UUID
    learner: str
    verb: Verb
    activity: Activity
    timestamp: datetime
    device: str
    sequence: int
    result: Result | None = None

    def __post_init__(self) -> None:
        if not _LEARNER.fullmatch(self.learner):
            raise StatementError(
                f"{self.learner!r} is no learner code. Use two to four letters, a dash and a number: SM-07."
            )
        offset = self.timestamp.utcoffset()
        if offset is None or offset % timedelta(minutes=1):
            raise StatementError(
                f"The time {self.timestamp} needs an offset of whole minutes. Use datetime.astimezone()."
            )
        _require_name(self.device, "device")
        if self.sequence < 1:
            raise StatementError(f"A device counts its statements from 1; this is {self.sequence}.")


def adopted(statements: Iterable[Statement], learner: str) -> list[Statement]:
    """Say statements again as another actor's: a guest has got her code.

    Ids follow from the originals and the code, so that saying them twice adds nothing. Time, device and
    sequence stay: this is when it happened.
    """
    return [replace(each, id=uuid5(each.id, learner), learner=learner) for each in statements]


def in_order(statements: Iterable[Statement]) -> list[Statement]:
    """Sort statements by when they happened.

    A device's own count outranks its clock: a laptop whose clock battery died says 2000 for a while, yet what
    came later stays later. Devices are woven together by their clocks. The order of the input plays no part.
    """
    latest: dict[str, datetime] = {}
    keyed = []
    for statement in sorted(statements, key=lambda s: (s.device, s.sequence, s.timestamp, s.id)):
        moment = max(latest.get(statement.device, statement.timestamp), statement.timestamp)
        latest[statement.device] = moment
        keyed.append(
            ((moment, statement.device, statement.sequence, statement.timestamp, statement.id), statement)
        )
    return [statement for __, statement in sorted(keyed, key=lambda pair: pair[0])]
