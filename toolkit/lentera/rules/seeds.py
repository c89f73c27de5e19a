"""Draw what differs from neighbour to neighbour.

The draw is the same on every laptop and in every release, or a mark would change.
"""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any, Final, TypeVar
from zlib import crc32

SEEDS: Final = 10_000
"""Seeds are 0 to one less than this."""

Thing = TypeVar("Thing")


def seed_of(learner: str | None, task: str) -> int:
    """Return the seed of a learner's task: neighbours get different ones."""
    return crc32(f"{learner}:{task}".encode()) % SEEDS


def as_seed(value: Any) -> int:
    """Return a seed that an answer names.

    Raises
    ------
    ValueError
        When it is no whole number from 0 to 9999.
    """
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < SEEDS:
        raise ValueError(f"seed is {value!r}; give a whole number from 0 to {SEEDS - 1}")
    return value


def pick(seed: int, purpose: str, things: Sequence[Thing]) -> Thing:
    """Pick one thing by seed."""
    return things[int.from_bytes(_mark(seed, purpose)[:8]) % len(things)]


def shuffled(seed: int, purpose: str, things: Sequence[Thing]) -> list[Thing]:
    """Shuffle things by seed."""
    marks = {place: _mark(seed, f"{purpose} {place}") for place in range(len(things))}
    return [things[place] for place in sorted(marks, key=lambda place: marks[place])]


def _mark(seed: int, purpose: str) -> bytes:
    return sha256(f"{seed} {purpose}".encode()).digest()
