"""Statements as they travel in an envelope, and which of them to believe."""

import json
from collections.abc import Collection, Iterable
from uuid import UUID, uuid5

from lentera.classroom.envelope import Manifest
from lentera.progress import Result, Statement, StatementError, Verb, from_xapi, session, to_xapi

_HAND_INS = UUID("6e3b5d60-1f0c-5c8e-9a55-0d9f6f3f6c01")

LEARNER_VERBS = frozenset(Verb) - {Verb.GRADED, Verb.PRESENT}
"""What a learner's laptop may say; marks and attendance are the trainer's to say."""


def written(statements: Iterable[Statement]) -> bytes:
    """Return statements as JSON lines."""
    lines = (json.dumps(to_xapi(statement), ensure_ascii=False, sort_keys=True) for statement in statements)
    return "".join(line + "\n" for line in lines).encode()


def read(content: bytes, *, learner: str, verbs: Collection[Verb]) -> list[Statement]:
    """Return the statements that this sender may make; others and unreadable lines are left out.

    Nobody can speak for another learner, and a learner cannot mark her own work.
    """
    found = []
    for line in content.splitlines():
        try:
            statement = from_xapi(json.loads(line))
        except (ValueError, TypeError, StatementError, RecursionError):
            continue
        if statement.learner == learner and statement.verb in verbs:
            found.append(statement)
    return found


def handed_in(manifest: Manifest, envelope_id: str, sequence: int) -> Statement:
    """Return the statement that work was handed in; both sides make the same one from the envelope."""
    return Statement(
        id=uuid5(_HAND_INS, envelope_id),
        learner=manifest.learner,
        verb=Verb.HANDED_IN,
        activity=session(manifest.session),
        timestamp=manifest.created,
        device=manifest.device,
        sequence=sequence,
        result=Result(completion=True),
    )


def next_sequence(statements: Iterable[Statement], device: str) -> int:
    """Return the number the device's next statement will have."""
    return 1 + max((statement.sequence for statement in statements if statement.device == device), default=0)
