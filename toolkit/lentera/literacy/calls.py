"""Walk through a practice call: what was said so far, where it stands, and how it ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lentera.course.scenarios import Call, End, Turn

HANG_UP: Final = "tutup"
"""The step of ending the call, which every turn has."""


@dataclass(frozen=True)
class Said:
    """Hold one line of a call: the caller's words, or hers."""

    mine: bool
    text: str


@dataclass(frozen=True)
class Conversation:
    """Hold a call as far as it has gone.

    Attributes
    ----------
    path : tuple of str
        Ids of the answers given, as far as the call has them; the last may be `HANG_UP`.
    lines : tuple of Said
        What was said; hanging up says nothing.
    remark : str
        What is said of the last step; empty at the beginning.
    turn : Turn or None
        Where it stands; None when it has ended.
    end : End or None
        How it ended.
    """

    path: tuple[str, ...]
    lines: tuple[Said, ...]
    remark: str
    turn: Turn | None
    end: End | None


def walk(call: Call, path: Sequence[str]) -> Conversation:
    """Follow a path through a call; what the call does not have, and all after it, is left out.

    A saved path may come from an earlier release: what still fits is kept.
    """
    turn, remark = call.first, ""
    kept: list[str] = []
    lines = [Said(mine=False, text=turn.words)]
    for step in path:
        if step == HANG_UP:
            return Conversation((*kept, step), tuple(lines), turn.hang_up, None, turn.hang_up_end)
        answer = turn.answer(step)
        if answer is None:
            break
        kept.append(step)
        remark = answer.remark
        lines.append(Said(mine=True, text=answer.text))
        if answer.end is not None:
            return Conversation(tuple(kept), tuple(lines), remark, None, answer.end)
        turn = call.turns[answer.leads]
        lines.append(Said(mine=False, text=turn.words))
    return Conversation(tuple(kept), tuple(lines), remark, turn, None)
