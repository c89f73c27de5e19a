"""Cases to solve: a kit with one fault or two, told by its owner, and drawn again by the same code."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import combinations
from typing import Final

import numpy as np

from lentera.rules import Saying
from lentera.solar.faults.catalogue import faults_of, hidden_pairs, kits
from lentera.solar.faults.fault import Fault, Shows, with_faults
from lentera.solar.faults.readings import Glow, readings
from lentera.solar.faults.situations import Situation, as_found
from lentera.solar.installation import Installation, Kit

LEVELS: Final = (1, 2, 3)
NUMBERS: Final = 10_000
"""Cases of a kit and level; their numbers run from 0."""

_SHAPE: Final = re.compile(r"(?P<kit>[A-Z])(?P<level>\d)-(?P<number>\d{4})")
_BLOCK: Final = 20
_PAIRS_SHARE: Final = 0.5


class CaseError(ValueError):
    """Tell that there is no such case."""


@dataclass(frozen=True)
class Case:
    """Be a case.

    Attributes
    ----------
    code : str
        Kit, level and number, as "B2-0417"; it draws the case again.
    faults : tuple of Fault
        One, or two at level 3.
    """

    code: str
    level: int
    kit: Kit
    faults: tuple[Fault, ...]

    @cached_property
    def installation(self) -> Installation:
        """Give the kit with its faults as one finds it, with what blew in the evening's use."""
        return as_found(with_faults(self.kit.installation, *self.faults))

    @cached_property
    def complaint(self) -> Saying:
        """Give what the owner says: of two faults, the one that leaves the lamp darker at night."""
        if len(self.faults) == 1:
            return self.faults[0].symptom
        return min(self.faults, key=self._night_glow).symptom

    def mended(self, fault: Fault) -> "Case":
        """Give the case with one of its faults set right."""
        return Case(self.code, self.level, self.kit, tuple(f for f in self.faults if f.id != fault.id))

    def _night_glow(self, fault: Fault) -> int:
        seen = readings(fault.apply(self.kit.installation), Situation.NIGHT_ON, {})
        return min(list(Glow).index(glow) for glow in seen.lamps.values())


def draw(number: int, level: int, kit: str = "b") -> Case:
    """Draw a case.

    The same arguments give the same case, and a case differs from its neighbours: two learners side by side
    who take the next number each have another fault.

    Parameters
    ----------
    number
        0 to 9999.
    level
        1: one easy fault; 2: one that takes several measurements, or what only looks like a fault; 3: one
        hard fault, or two at once, each of which shows in some measurement.
    kit
        "a" or "b".

    Raises
    ------
    CaseError
        When a number is out of range or there is no such kit.
    """
    if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number < NUMBERS:
        raise CaseError(f"number is {number!r}; give a whole number from 0 to {NUMBERS - 1}")
    if level not in LEVELS:
        raise CaseError(f"level is {level!r}; give 1, 2 or 3")
    if kit not in kits():
        raise CaseError(f"kit is {kit!r}; there are {', '.join(kits())}")
    block, place = divmod(number, _BLOCK)
    drawn = _block(kit, level, block)[place]
    return Case(f"{kit.upper()}{level}-{number:04d}", level, kits()[kit], drawn)


def case(code: str) -> Case:
    """Draw a case by its code; raise CaseError when it is not one."""
    found = _SHAPE.fullmatch(code.strip().upper())
    if found is None:
        raise CaseError(f"code is {code!r}; write kit, level and four digits, as B2-0417")
    return draw(int(found["number"]), int(found["level"]), found["kit"].lower())


Hand = tuple[Fault, ...]


@cache
def _hands(level: int, kit: str) -> tuple[tuple[Hand, float], ...]:
    """Give what can be drawn at a level, with its weight."""
    known = faults_of(kit, real=level != 2)  # noqa: PLR2004  the middle level holds what only looks like a fault
    single: list[tuple[Hand, float]] = [((fault,), fault.prior) for fault in known if fault.level == level]
    if level < max(LEVELS):
        return tuple(single)
    pairs: list[tuple[Hand, float]] = [
        ((a, b), a.prior * b.prior) for a, b in combinations(known, 2) if _fair(a, b, kit)
    ]
    alone, together = sum(weight for _, weight in single), sum(weight for _, weight in pairs)
    share = _PAIRS_SHARE if single else 1.0
    return (
        *((hand, (1.0 - share) * weight / alone) for hand, weight in single),
        *((hand, share * weight / together) for hand, weight in pairs),
    )


def _fair(one: Fault, other: Fault, kit: str) -> bool:
    """Say whether two faults sit in two places and each shows in a measurement beside the other."""
    apart = not one.touches & other.touches and one.where != other.where
    seen = Shows.EYES not in (one.shows, other.shows)
    return apart and seen and frozenset({one.id, other.id}) not in hidden_pairs(kit)


@lru_cache(maxsize=64)
def _block(kit: str, level: int, block: int) -> list[Hand]:
    rng = np.random.default_rng([ord(kit), level, block])
    return _sequence(_hands(level, kit), rng)


def _sequence(hands: Sequence[tuple[Hand, float]], rng: np.random.Generator) -> list[Hand]:
    """Draw a block of hands, no two neighbours alike, whatever the blocks beside it hold.

    A block begins with one of the even hands and ends with one of the odd ones after an even one.
    """
    weights = np.array([weight for _, weight in hands])
    even = np.arange(len(hands)) % 2 == 0
    among = {0: even, _BLOCK - 2: even, _BLOCK - 1: ~even}
    drawn: list[int] = []
    for place in range(_BLOCK):
        allowed = np.where(among.get(place, True), weights, 0.0)
        if drawn:
            allowed[drawn[-1]] = 0.0
        drawn.append(int(rng.choice(len(hands), p=allowed / allowed.sum())))
    return [hands[k][0] for k in drawn]
