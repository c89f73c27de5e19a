"""Choose the messages to practise next: what is forgotten first, honest ones always among them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from lentera.course.scenarios import Bank, Message
from lentera.literacy.inbox.memory import Memory, day_of
from lentera.rules.seeds import shuffled

COUNT: Final = 6
"""Messages in one round of practice."""
_HONEST: Final = 3
"""At least one in so many is honest: a round of scams alone teaches that everything is a danger."""
_FRESH: Final = timedelta(days=14)
"""A message met within this time waits while there are others of its kind."""


def next_messages(
    memory: Memory, bank: Bank, now: datetime, seed: int, count: int = COUNT
) -> tuple[str, ...]:
    """Choose the ids of the next round, each once; fewer than asked only where the bank holds fewer.

    Kinds that are due come first, the one she is likeliest to have forgotten before all; then kinds she has
    not met, then the others, and last those she met today. Nothing is ever held back: who wants another round
    gets one.
    """
    today = day_of(now)
    ranked = _by_need(memory, bank, today, seed)
    pools = {kind: _by_turn(memory, bank, kind, today, seed) for kind in ranked}
    honest = [kind for kind in ranked if not bank.kinds[kind].scam]
    scams = [kind for kind in ranked if bank.kinds[kind].scam]
    least = -(-count // _HONEST)
    # One more where she mistrusted an honest one: that is a miss like any other.
    wanted = least + any(kind in memory.kinds and memory.kinds[kind].unsure for kind in honest)
    chosen = _in_turn(honest, pools, min(wanted, count))
    chosen += _in_turn(scams, pools, count - len(chosen))
    chosen += _in_turn(ranked, pools, count - len(chosen))
    return tuple(shuffled(seed, f"latihan {today}", [message.id for message in chosen]))


def due_kinds(memory: Memory, bank: Bank, day: date) -> tuple[str, ...]:
    """Return the kinds that are due on a day, such as tomorrow."""
    return tuple(kind for kind, trace in memory.kinds.items() if kind in bank.kinds and trace.due <= day)


def _by_need(memory: Memory, bank: Bank, today: date, seed: int) -> list[str]:
    """Return the kinds that have messages, the one that is needed most first."""
    kinds = sorted({message.kind for message in bank.messages.values() if message.kind in bank.kinds})
    met = Counter(
        message.kind for message in bank.messages.values() if memory.seen.get(message.id, date.min) >= today
    )

    def need(kind: str) -> tuple[int, float, date]:
        trace = memory.kinds.get(kind)
        if trace is None:
            return 1, 0.0, today
        trace = trace.seen_from(today)
        if trace.due <= today:
            return 0, trace.recalled(today), trace.due
        return 2, met[kind], trace.due

    return sorted(shuffled(seed, f"latihan {today} jenis", kinds), key=need)


def _by_turn(memory: Memory, bank: Bank, kind: str, today: date, seed: int) -> list[Message]:
    """Return the messages of a kind, the one whose turn it is first."""
    trace = memory.kinds.get(kind)
    due = trace is not None and trace.seen_from(today).due <= today
    level = memory.level(kind)

    def turn(message: Message) -> tuple[bool, bool, bool, date, int]:
        seen = min(memory.seen.get(message.id, date.min), today)
        distance = abs(message.level - level)
        return (
            message.id in memory.seen and today - seen < _FRESH,
            not (due and message.origin.village),
            distance > 1,
            seen,
            distance,
        )

    of_kind = sorted((one for one in bank.messages.values() if one.kind == kind), key=lambda one: one.id)
    return sorted(shuffled(seed, f"latihan {today} {kind}", of_kind), key=turn)


def _in_turn(kinds: Sequence[str], pools: Mapping[str, list[Message]], count: int) -> list[Message]:
    """Take one message of each kind, then a second of each, until there are enough."""
    taken: list[Message] = []
    while len(taken) < count and any(pools[kind] for kind in kinds):
        for kind in kinds:
            if pools[kind] and len(taken) < count:
                taken.append(pools[kind].pop(0))
    return taken
