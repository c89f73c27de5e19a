"""Draw five payments: each decision at least once, as buyer and as seller, by transfer and by QRIS."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from lentera.course.scenarios import Method, Outcome, Payment, Side
from lentera.literacy.bank import bank
from lentera.rules.seeds import as_seed, pick, shuffled

FIVE: Final = 5
_PATTERNS: Final = ((2, 2, 1), (2, 1, 2), (1, 2, 2))
"""How many are paid, not yet, and suspicious: no decision comes more than twice, so guessing earns little."""
_TRIES: Final = 100


def drawn(seed: int) -> tuple[Payment, ...]:
    """Return the five payments of a seed, easy ones first; the same ones whenever they are asked for.

    Raises
    ------
    ValueError
        When the seed is not a whole number from 0 to 9999.
    """
    return _drawn(as_seed(seed))


@cache
def _drawn(seed: int) -> tuple[Payment, ...]:
    # Marks rest on what every laptop has; a trainer's own payments are not drawn.
    ours = [one for one in bank().payments.values() if not one.origin.village]
    pattern = pick(seed, "pattern", _PATTERNS)
    found: list[Payment] = []
    for attempt in range(_TRIES):
        found = [
            payment
            for outcome, count in zip(Outcome, pattern, strict=True)
            for payment in shuffled(
                seed, f"{outcome} {attempt}", [one for one in ours if one.decision is outcome]
            )[:count]
        ]
        if _is_mixed(found):
            break
    return tuple(sorted(shuffled(seed, "order", found), key=lambda one: one.level))


def _is_mixed(payments: Sequence[Payment]) -> bool:
    return (
        {one.side for one in payments} == set(Side)
        and {one.method for one in payments} == set(Method)
        and min(one.level for one in payments) == 1
    )
