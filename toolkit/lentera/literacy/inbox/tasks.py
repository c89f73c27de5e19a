"""The rules of the inbox: twelve decisions, and the signs that led to six of them."""

import tomllib
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

from lentera.course.scenarios import Bank, Channel, Message
from lentera.literacy.bank import bank
from lentera.literacy.inbox.answers import Inbox
from lentera.literacy.inbox.drawing import SIZE, counted
from lentera.literacy.inbox.judging import judge_decision, judge_signs
from lentera.rules import Finding, RuleSet, Saying, load_rules, load_set, missed, right
from lentera.words import language

_TEXTS: Final = Path(__file__).parent.parent / "texts"
_DECISIONS: Final = _TEXTS / "s02-kotak-masuk.toml"
_SIGNS: Final = _TEXTS / "s02-tanda-bahaya.toml"
REASONS: Final = 6
"""Messages whose signs earn points; any six."""


def decision_found(number: int, inbox: Inbox, known: Bank) -> Finding:
    """Judge one of the messages that count, by its number from 0.

    Where to look is told, never what is to be found there.
    """
    messages = counted(inbox.ids, known)
    if number >= len(messages):
        return missed("absent", n=str(len(messages)), total=str(SIZE))
    message = messages[number]
    place = str(inbox.ids.index(message.id) + 1)
    decision = inbox.decided.get(message.id)
    if decision is None:
        return missed("open", place=place)
    share, _reply = judge_decision(message, decision)
    if share == 1:
        return right(place=place)
    return missed("careful" if share else "yet", share, place=place, look=where_to_look(message))


def where_to_look(message: Message) -> str:
    """Return which part of a message to look at again.

    It follows from what the message is made of: an honest one and a scam of the same make get the same words.
    """
    if message.attachment is not None:
        part = "attachment"
    elif message.channel in (Channel.MAIL, Channel.GROUP):
        part = message.channel.name.lower()
    else:
        part = "known" if message.known else "unknown"
    return _looks()[part].in_language(language())


def signs_found(number: int, inbox: Inbox, known: Bank) -> Finding:
    """Judge whether more than so many messages have their signs right; if not, tell of the first."""
    started: list[Finding] = []
    done = 0
    for message in counted(inbox.ids, known):
        chosen = inbox.signs.get(message.id, ())
        if not message.signs or not chosen:
            continue
        found = judge_signs(message, chosen, known)
        if found.right:
            done += 1
            continue
        place = str(inbox.ids.index(message.id) + 1)
        mistake = "partly" if found.said else "yet"
        started.append(missed(mistake, place=place, said=found.said, next=found.next))
    if done > number:
        return right()
    return started[0] if started else missed("open", n=str(done), total=str(REASONS))


def _judge_decision(number: int, inbox: Inbox) -> Finding:
    return decision_found(number, inbox, bank())


def _judge_signs(number: int, inbox: Inbox) -> Finding:
    return signs_found(number, inbox, bank())


@cache
def _looks() -> Mapping[str, Saying]:
    table = tomllib.loads(_DECISIONS.read_text(encoding="utf-8"))["look"]
    return {part: Saying.of(pair) for part, pair in table.items()}


DECISIONS: Final[RuleSet[Any]] = RuleSet(
    "s02-kotak-masuk",
    "s02-kotak-masuk",
    Inbox.from_content,
    load_rules(
        _DECISIONS, {f"s02.inbox.{number + 1}": partial(_judge_decision, number) for number in range(SIZE)}
    ),
    load_set(_DECISIONS),
)
"""Task ``s02-kotak-masuk``: twelve messages, 4 points each; a careful decision earns 3."""

SIGNS: Final[RuleSet[Any]] = RuleSet(
    "s02-tanda-bahaya",
    "s02-kotak-masuk",
    Inbox.from_content,
    load_rules(
        _SIGNS, {f"s02.signs.{number + 1}": partial(_judge_signs, number) for number in range(REASONS)}
    ),
    load_set(_SIGNS),
)
"""Task ``s02-tanda-bahaya``: the danger signs of six messages, 2 points each."""
