"""Draw the twelve messages of an inbox: every kind of scam once, honest ones between them.

A draw rests on the messages of the course alone, so it is the same on every laptop.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from lentera.course.scenarios import Bank, Decision, Message, Surface
from lentera.literacy.inbox.judging import judge_decision
from lentera.rules.seeds import shuffled

SIZE: Final = 12
HONEST: Final = 4
"""Honest messages among the twelve."""
_OF_EACH: Final = 2
"""Fewest messages for each of the three decisions."""
_LEVELS: Final = (1, 1, 1, 1), (2, 2, 2, 2, 3, 3, 3, 3)
"""How hard the messages of the first third should be, and of the others in any order."""
_ALWAYS_THE_SAME: Final = 0.7
"""The most that one decision on all twelve may earn: who never reads must not pass well."""
_TRIES: Final = 200


def draw(seed: int, bank: Bank) -> tuple[str, ...]:
    """Draw the ids of an inbox by seed; the same ones whenever they are asked for.

    Where a message stands says nothing of its kind: the kinds are put in their places first, and the first
    third then gets easy messages of whatever kind stands there.
    """
    best: list[Message] = []
    for attempt in range(_TRIES):
        drawn = _attempt(seed, f"kotak masuk {attempt}", bank)
        if _wanting(drawn) == 0:
            best = drawn
            break
        best = min(best or drawn, drawn, key=_wanting)
    return tuple(message.id for message in best)


def refilled(ids: Sequence[str], seed: int, bank: Bank) -> tuple[str, ...]:
    """Return an inbox in which messages that nobody knows any more have made room for others.

    All that stay keep their places.
    """
    drawn = counted(ids, bank)
    kept = {message.id for message in drawn}
    fresh = [bank.messages[name] for name in draw(seed, bank) if name not in kept]
    spare = shuffled(seed, "kotak masuk pengganti", sorted(bank.ours, key=lambda message: message.id))
    places: list[str | None] = [name if name in kept else None for name in dict.fromkeys(ids)]
    for message in (*fresh, *spare):
        if len(drawn) == SIZE:
            break
        if len(counted([*kept, message.id], bank)) > len(drawn):
            kept.add(message.id)
            drawn = (*drawn, message)
            if None in places:
                places[places.index(None)] = message.id
            else:
                places.append(message.id)
    return tuple(name for name in places if name is not None)


def counted(ids: Iterable[str], bank: Bank) -> tuple[Message, ...]:
    """Return the messages of an inbox that count: known, each once, and in the mix that a draw has.

    That is one of each kind of scam and four honest ones. An inbox of twelve copies of one message, or of
    the easiest kind alone, holds one message that counts.
    """
    known = {message.id: message for message in bank.ours}
    found: list[Message] = []
    taken: list[str] = []
    honest = 0
    for name in dict.fromkeys(ids):
        message = known.get(name)
        if message is None or len(found) == SIZE:
            continue
        if not bank.kinds[message.kind].scam:
            if honest == HONEST:
                continue
            honest += 1
        elif message.kind in taken or len(taken) == SIZE - HONEST:
            continue
        else:
            taken.append(message.kind)
        found.append(message)
    return tuple(found)


def _attempt(seed: int, purpose: str, bank: Bank) -> list[Message]:
    """Put kinds in places, then a message of each kind in its place."""
    by_kind: dict[str, list[Message]] = {}
    for message in sorted(bank.ours, key=lambda message: message.id):
        by_kind.setdefault(message.kind, []).append(message)
    scams = [kind for kind in sorted(by_kind) if bank.kinds[kind].scam]
    honest = [message for kind in sorted(by_kind) if kind not in scams for message in by_kind[kind]]
    pools = [by_kind[kind] for kind in shuffled(seed, f"{purpose} jenis", scams)[: SIZE - HONEST]]
    pools += [honest] * HONEST
    easy, other = _LEVELS
    levels = [*easy, *shuffled(seed, f"{purpose} sulit", other)]
    drawn: list[Message] = []
    for place, pool in enumerate(shuffled(seed, f"{purpose} tempat", pools)):
        free = [message for message in pool if message not in drawn]
        if free:
            drawn.append(_near(seed, f"{purpose} {place}", free, levels[place]))
    return drawn


def _near(seed: int, purpose: str, pool: Sequence[Message], level: int) -> Message:
    """Pick a message as near to a level as there is; of those as near, any."""
    return min(shuffled(seed, purpose, pool), key=lambda message: abs(message.level - level))


def _wanting(drawn: Sequence[Message]) -> int:
    """Count what a draw should have and has not."""
    surfaces = {message.surface for message in drawn}
    wanting = sum(surface not in surfaces for surface in (Surface.LOOKS_ODD, Surface.LOOKS_FINE))
    for decision in Decision:
        wanting += max(0, _OF_EACH - sum(message.decision is decision for message in drawn))
        earned = sum(judge_decision(message, decision)[0] for message in drawn)
        wanting += earned > _ALWAYS_THE_SAME * SIZE
    return wanting
