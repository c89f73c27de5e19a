"""The marked tasks of the fault workshop: each rule looks at one of the four best cases, so points add up."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from lentera.rules import Finding, RuleSet, load_rules, load_set, missed, right
from lentera.solar.diagnosis.chart import DiagnosisError
from lentera.solar.diagnosis.judging import MOST_MEASUREMENTS, Attempt, read_attempt

CASES: Final = 6
"""Cases of the task."""
COUNTED: Final = 4
"""Of these the best are counted."""

_TEXTS: Final = Path(__file__).parent.parent / "texts"


@dataclass(frozen=True, slots=True)
class Tried:
    """Be one case of the answer: its number on the screen, and the better of now and her best check."""

    number: int
    attempt: Attempt

    @property
    def begun(self) -> bool:
        """Say whether anything was done with it."""
        return bool(self.attempt.readings or self.attempt.causes)

    @property
    def found(self) -> float:
        """Give the share of part and cause that is right, 0 to 1; a guess without any reading is none."""
        reasoning = self.attempt.reasoning
        if reasoning is None or not self.attempt.readings:
            return 0.0
        return (reasoning.right_part + reasoning.right_cause) / 2.0

    @property
    def safe(self) -> bool:
        """Say whether a decision is there and leads nobody into danger."""
        attempt = self.attempt
        return attempt.decision is not None and attempt.reasoning is not None and attempt.reasoning.safe

    @property
    def thrift(self) -> float:
        """Give how sparing the measurements of a solved case were, 1 for few enough; 0 when not solved."""
        if self.found < 1.0:
            return 0.0
        return min(1.0, MOST_MEASUREMENTS / max(1, self.attempt.metered))


def read_cases(content: Mapping[str, Any]) -> tuple[Tried, ...]:
    """Read the cases of an answer: `kasus`, a list of attempts; each may keep its best check as `terbaik`.

    Raises
    ------
    ValueError
        When it cannot be read, there are more cases than the task has, or one comes twice.
    """
    rows = content.get("kasus") if isinstance(content, Mapping) else None
    if not isinstance(rows, list) or len(rows) > CASES:
        raise DiagnosisError(f"kasus is no list of up to {CASES} cases")
    cases = tuple(_better(number, row) for number, row in enumerate(rows, start=1))
    codes = [tried.attempt.case.code for tried in cases]
    if len(set(codes)) < len(codes):
        raise DiagnosisError("kasus holds a case twice; take each once")
    return cases


def _better(number: int, row: Any) -> Tried:
    now = Tried(number, read_attempt(row))
    kept = row.get("terbaik")
    if not isinstance(kept, Mapping):
        return now
    best = Tried(number, read_attempt({**kept, "code": row["code"]}))
    return max(best, now, key=lambda tried: (tried.found, tried.thrift))


def _found(place: int, cases: tuple[Tried, ...]) -> Finding:
    tried = _ranked(cases, lambda one: (one.found, one.begun))[place : place + 1]
    if not tried or not tried[0].begun:
        return missed("unfinished")
    return _of_case(tried[0])


def _of_case(tried: Tried) -> Finding:
    mistake, case = _mistake(tried), str(tried.number)
    return right(case=case) if mistake is None else missed(mistake, tried.found, case=case)


def _mistake(tried: Tried) -> str | None:
    """Name what keeps a case that was begun from being found; danger first."""
    attempt = tried.attempt
    reasoning = attempt.reasoning
    if reasoning is None:
        return "open"
    wrong_cause = "second" if reasoning.right_cause else "cause"
    known = {
        "short_first": attempt.short_first,
        "danger": attempt.decision is not None and not tried.safe,
        "guess": not attempt.readings,
        "part": not reasoning.right_part,
        wrong_cause: reasoning.right_cause < 1.0,
    }
    return next((mistake for mistake, is_so in known.items() if is_so), None)


def _few(place: int, cases: tuple[Tried, ...]) -> Finding:
    tried = _ranked(cases, lambda one: (one.thrift, one.found))[place : place + 1]
    if not tried or tried[0].found < 1.0:
        return missed("unsolved")
    if tried[0].thrift < 1.0:
        return missed(
            "many",
            tried[0].thrift,
            case=str(tried[0].number),
            count=str(tried[0].attempt.metered),
            most=str(MOST_MEASUREMENTS),
        )
    return right(case=str(tried[0].number))


def _ranked(cases: tuple[Tried, ...], key: Callable[[Tried], Any]) -> tuple[Tried, ...]:
    """Put the best cases first; of equals the earlier one."""
    return tuple(sorted(cases, key=key, reverse=True))


def _rule_set(task: str, prefix: str, check: Callable[[int, tuple[Tried, ...]], Finding]) -> RuleSet[Any]:
    path = _TEXTS / f"{task}.toml"
    checks = {f"{prefix}.{place + 1}": partial(check, place) for place in range(COUNTED)}
    return RuleSet(task, "s10-gangguan", read_cases, load_rules(path, checks), load_set(path))


FOUND: Final = _rule_set("s10-gangguan", "s10.found", _found)
"""Task ``s10-gangguan``: part and cause of the four best cases."""
FEW_MEASUREMENTS: Final = _rule_set("s10-hemat-ukur", "s10.few", _few)
"""Task ``s10-hemat-ukur``: at most six measurements for each of four solved cases."""
