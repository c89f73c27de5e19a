"""A rule: what it looks at, and what the learner reads when it holds and when it does not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from lentera.rules.texts import MistakeKind, Saying

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Finding:
    """Tell what a check found in one answer.

    Attributes
    ----------
    share : float
        How much of the rule's weight was earned, 0 to 1.
    mistake : str or None
        Which of the rule's known mistakes this is; None when the rule holds.
    details : mapping
        Values for the sentence's blanks, already worded for people.
    """

    share: float
    mistake: str | None = None
    details: Mapping[str, str] = field(default_factory=dict)

    @property
    def holds(self) -> bool:
        """Tell whether the rule holds."""
        return self.mistake is None


def right(**details: str) -> Finding:
    """Return the finding of a rule that holds."""
    return Finding(1.0, None, details)


def missed(mistake: str, share: float = 0.0, /, **details: str) -> Finding:
    """Return the finding of a rule that does not hold yet, with the share already earned."""
    return Finding(share, mistake, details)


@dataclass(frozen=True)
class Remark:
    """Pair what is not there yet with the one next step."""

    says: Saying
    next: Saying
    kind: MistakeKind = MistakeKind.IMPROVE


@dataclass(frozen=True)
class Rule(Generic[Answer]):
    """Judge one thing about an answer and word the judgement.

    Attributes
    ----------
    id : str
        Stable name; it goes into the log and never changes.
    weight : float
        Share of the task's points, relative to the other rules of the set.
    check : callable
        Look at the parsed answer and return a `Finding`; it never raises on a parsed answer.
    holds : Saying
        The sentence when the rule holds; empty when there is nothing worth saying.
    mistakes : mapping of str to Remark
        The sentence and next step of each typical mistake `check` can name.
    """

    id: str
    weight: float
    check: Callable[[Answer], Finding]
    holds: Saying
    mistakes: Mapping[str, Remark]
