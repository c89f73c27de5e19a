"""Judge one message: the decision, the signs that led to it, and the order of what is done."""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from lentera.course.scenarios import Bank, Decision, Message, MessageKind
from lentera.rules import Saying
from lentera.rules.seeds import shuffled
from lentera.words import language

_PATH: Final = Path(__file__).parent.parent / "texts" / "inbox.toml"
NEARLY: Final = 0.75
"""What a decision earns that is careful too."""


@dataclass(frozen=True)
class SignsFound:
    """Tell what was found in the ticked signs.

    Attributes
    ----------
    right : bool
        Whether all true signs are ticked and nothing else.
    said : str
        What is right already; empty when nothing is.
    next : str
        The one thing to look at; empty when they are right.
    """

    right: bool
    said: str
    next: str


@dataclass(frozen=True)
class OrderFound:
    """Tell what was found in the order of actions: whether it is right, and one thing to say."""

    right: bool
    said: str


def judge_decision(message: Message, decision: Decision) -> tuple[float, str]:
    """Return what a decision earns, 0 to 1, and what is said to it."""
    if decision is message.decision:
        return 1.0, message.replies[decision]
    return (NEARLY if decision in message.nearly else 0.0), message.replies[decision]


def offered_signs(message: Message, seed: int) -> tuple[str, ...]:
    """Return the signs to choose from: those it has and those it has not, mixed by seed."""
    return tuple(shuffled(seed, f"tanda {message.id}", sorted({*message.signs, *message.decoys})))


def judge_signs(message: Message, chosen: Collection[str], bank: Bank) -> SignsFound:
    """Judge the ticked signs: first one that is no danger sign, then how many are missing.

    One that is not offered any more is passed over.
    """
    wrong = [name for name in message.decoys if name in chosen]
    found = [name for name in message.signs if name in chosen]
    said = _said("signs", "one" if len(found) == 1 else "some", n=len(found)) if found else ""
    if wrong:
        return SignsFound(False, said, bank.signs[wrong[0]].not_here)
    if not found:
        return SignsFound(False, "", _said("signs", "none"))
    left = len(message.signs) - len(found)
    if left:
        return SignsFound(False, said, _said("signs", "last" if left == 1 else "missing", left=left))
    return SignsFound(True, _said("signs", "all"), "")


def judge_order(kind: MessageKind, chosen: Sequence[str]) -> OrderFound:
    """Judge actions in order: every order that keeps what must come first is right.

    An action that was put before what it needs is told first, also when that is not chosen at all; then
    the first action that is missing.
    """
    texts = dict(kind.actions)
    known = [name for name in chosen if name in texts]
    if texts and not known:
        return OrderFound(False, _said("order", "none"))
    for first, then, reply in kind.before:
        if then in known and first not in known[: known.index(then)]:
            return OrderFound(False, reply)
    absent = next((name for name in texts if name not in known), None)
    if absent is not None:
        return OrderFound(False, _said("order", "missing", name=texts[absent]))
    return OrderFound(True, _said("order", "all") if texts else "")


def _said(part: str, which: str, /, **details: object) -> str:
    blanks = {key: str(value) for key, value in details.items()}
    return _texts()[part][which].in_language(language(), blanks)


@cache
def _texts() -> Mapping[str, Mapping[str, Saying]]:
    table = tomllib.loads(_PATH.read_text(encoding="utf-8"))
    return {part: {name: Saying.of(pair) for name, pair in rows.items()} for part, rows in table.items()}
