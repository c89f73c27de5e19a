"""How far a learner is in an inbox, as it is saved."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeVar

from lentera.course.scenarios import Decision, Message
from lentera.literacy.inbox.answers import Inbox
from lentera.literacy.inbox.judging import judge_decision

HINTS: Final = 3


@dataclass(frozen=True)
class Judged:
    """Hold what was chosen on a message when it was checked last."""

    decision: Decision
    signs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """Hold what is saved of an inbox.

    Attributes
    ----------
    inbox : Inbox
        The messages and what was chosen; the rules of the tasks read only this.
    at : str
        The open message.
    read : tuple of str
        Messages that were open at least once.
    hints : mapping of str to int
        How many hints were opened, by message.
    judged : mapping of str to Judged
        What the last check of each message has seen.
    """

    inbox: Inbox
    at: str
    read: tuple[str, ...] = ()
    hints: Mapping[str, int] = field(default_factory=dict)
    judged: Mapping[str, Judged] = field(default_factory=dict)

    @property
    def signs(self) -> tuple[str, ...]:
        """Return the signs that are ticked on the open message."""
        return self.inbox.signs.get(self.at, ())

    @property
    def order(self) -> tuple[str, ...]:
        """Return the actions that are chosen for the open message."""
        return self.inbox.order.get(self.at, ())

    def share(self, message: Message) -> float | None:
        """Return what a checked decision earns; None when it is not checked as it stands now."""
        judged, decision = self.judged.get(message.id), self.inbox.decided.get(message.id)
        if judged is None or judged.decision is not decision:
            return None
        return judge_decision(message, decision)[0]

    def signs_stand(self, message: str) -> bool:
        """Tell whether the ticked signs are those that were checked."""
        judged = self.judged.get(message)
        return judged is not None and set(judged.signs) == set(self.inbox.signs.get(message, ()))

    def to_content(self) -> dict[str, Any]:
        """Return the content for an answer file."""
        return {
            **self.inbox.to_content(),
            "terbuka": self.at,
            "dibaca": list(self.read),
            "petunjuk": dict(self.hints),
            "dinilai": {
                name: {"putusan": str(one.decision), "tanda": list(one.signs)}
                for name, one in self.judged.items()
            },
        }


R = TypeVar("R", bound=Reading)
"""A reading, or what a practice keeps besides."""


def opened(reading: R, message: str) -> R:
    """Return a reading with a message open."""
    return replace(reading, at=message, read=tuple(dict.fromkeys((*reading.read, message))))


def read_reading(content: Mapping[str, Any]) -> Reading:
    """Read an answer file's content.

    Raises
    ------
    ValueError
        When it is no inbox. What only the screen needs is left out where it makes no sense.
    """
    inbox = Inbox.from_content(content)
    if not inbox.ids:
        raise ValueError("the inbox is empty; begin anew")
    at, read = content.get("terbuka"), content.get("dibaca")
    hints, judged = (_table(content.get(key)) for key in ("petunjuk", "dinilai"))
    return Reading(
        inbox,
        at if at in inbox.ids else inbox.ids[0],
        tuple(one for one in read if one in inbox.ids) if isinstance(read, list) else (),
        {
            name: min(count, HINTS)
            for name, count in hints.items()
            if isinstance(count, int) and not isinstance(count, bool) and count > 0
        },
        {name: found for name, row in judged.items() if (found := _judged(row)) is not None},
    )


def _table(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _judged(row: Any) -> Judged | None:
    """Read what was checked; None where it makes no sense, and the message is checked once more."""
    row = _table(row)
    decision, signs = row.get("putusan"), row.get("tanda")
    if decision not in set(Decision) or not isinstance(signs, list):
        return None
    return Judged(Decision(decision), tuple(one for one in signs if isinstance(one, str)))
