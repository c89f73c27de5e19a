"""The written form of an answer: one small JSON object that people can read."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

FORMAT = "lentera.answer/1"


class UnreadableAnswer(ValueError):  # noqa: N818 - names the state of the file
    """Report content that is not a whole answer of this task."""


@dataclass(frozen=True)
class Answer:
    """Hold what a learner did in one task.

    Attributes
    ----------
    task : str
        Name of the answer file, without ``.json``.
    payload : mapping
        What the widget saved: JSON values only.
    saved_at : datetime
        When, with the offset of the laptop's clock.
    recovered_from : Path or None
        The history file this came from when the main file was damaged or lost; None on an ordinary day.
    """

    task: str
    payload: Mapping[str, Any]
    saved_at: datetime
    recovered_from: Path | None = None


def to_bytes(task: str, payload: Mapping[str, Any] | None, saved_at: datetime) -> bytes:
    """Write an answer as UTF-8 JSON; a payload of None says that the learner started over.

    Raises
    ------
    ValueError
        When the time has no offset, or a number is not finite.
    TypeError
        When the payload holds something JSON cannot.
    """
    if saved_at.utcoffset() is None:
        raise ValueError(f"An answer's time needs an offset; {saved_at} has none. Use datetime.astimezone().")
    answer = None if payload is None else dict(payload)
    envelope = {"format": FORMAT, "task": task, "saved_at": saved_at.isoformat(), "answer": answer}
    try:
        return _dump(envelope, readable=True).encode()
    except UnicodeEncodeError:  # half of an emoji from a browser's text field: keep it, escaped
        return _dump(envelope, readable=False).encode()


def _dump(envelope: Mapping[str, Any], *, readable: bool) -> str:
    return json.dumps(envelope, ensure_ascii=not readable, indent=2, sort_keys=True, allow_nan=False) + "\n"


def from_bytes(task: str, content: bytes) -> Answer | None:
    """Read an answer; None when the learner started over.

    Raises
    ------
    UnreadableAnswer
        When the content is truncated, damaged or belongs to another task.
    """
    try:
        envelope = json.loads(content)
        written_as, written_for = envelope["format"], envelope["task"]
        saved_at = datetime.fromisoformat(envelope["saved_at"])
        payload = envelope["answer"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableAnswer(f"This is not a whole answer of {task}: {error}") from error
    if (written_as, written_for) != (FORMAT, task):
        raise UnreadableAnswer(f"This is {written_as} of {written_for}, not {FORMAT} of {task}.")
    if payload is None:
        return None
    if not isinstance(payload, dict) or saved_at.utcoffset() is None:
        raise UnreadableAnswer(f"The answer of {task} is no object, or its time has no offset.")
    return Answer(task, payload, saved_at)
