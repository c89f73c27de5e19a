"""Which six cases a learner gets: the same every time, and others than her neighbours."""

import re
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Final

from lentera.solar.diagnosis.part import parts_of
from lentera.solar.faults import Case, Shows, draw
from lentera.solar.faults.cases import NUMBERS

LEVELS: Final = (1, 1, 1, 2, 2, 3)
"""Levels of the six cases, in order."""

_CODE: Final = re.compile(r"(?P<group>.*?)(?P<number>\d*)")
_NEXT_LEARNER: Final = 101
_NEXT_CASE: Final = 1709


@lru_cache(maxsize=256)
def cases_for(learner: str, task: str = "s10-gangguan") -> tuple[Case, ...]:
    """Draw the six cases of a learner by her code; an empty code gives the cases of a laptop without a desk.

    Six different parts are at fault. Learners whose codes differ by one, as SM-07 and SM-08, never have the
    same fault in cases of one number.
    """
    found = _CODE.fullmatch(learner)
    group, digits = (found["group"], found["number"]) if found else (learner, "")
    number = int(digits or 0)
    series = int.from_bytes(sha256(f"{task}/{group}".encode()).digest()[:4])
    if number % 2 == 0:
        return _drawn(series, number, {})
    beside = [_drawn(series, number + step, {}) for step in (-1, 1)]
    taken = {place: frozenset(_hand(cases[place]) for cases in beside) for place in range(len(LEVELS))}
    return _drawn(series, number, taken)


def _drawn(series: int, number: int, taken: Mapping[int, frozenset[frozenset[str]]]) -> tuple[Case, ...]:
    cases: list[Case] = []
    parts: set[str] = set()
    for place, level in enumerate(LEVELS):
        start = series + _NEXT_LEARNER * number + _NEXT_CASE * place
        for step in range(NUMBERS):
            one = draw((start + step) % NUMBERS, level)
            own = set().union(*map(parts_of, one.faults))
            fair = all(fault.shows is Shows.READINGS for fault in one.faults)
            if fair and not own & parts and _hand(one) not in taken.get(place, frozenset()):
                cases.append(one)
                parts |= own
                break
        else:
            raise ValueError(f"level {level} has no case left beside {', '.join(sorted(parts))}")
    return tuple(cases)


def _hand(case: Case) -> frozenset[str]:
    return frozenset(fault.id for fault in case.faults)
