"""The rules of one case of the fault workshop: what its learner reads; the marks of the tasks sum them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from lentera.rules import Finding, RuleSet, Saying, load_rules, load_set, missed, right
from lentera.solar.diagnosis.actions import actions
from lentera.solar.diagnosis.chart import Chart, DiagnosisError, chart_with
from lentera.solar.diagnosis.evidence import Reading, advised
from lentera.solar.diagnosis.measurement import Kind
from lentera.solar.diagnosis.part import part_of, parts
from lentera.solar.diagnosis.reasoning import Conclusion, Reasoning, Support, review
from lentera.solar.diagnosis.safety import blows_again
from lentera.solar.diagnosis.taking import measurement_of
from lentera.solar.faults import Case, Decision, case, fault
from lentera.solar.faults.cases import CaseError
from lentera.words import language

MOST_MEASUREMENTS: Final = 6
"""Measurements that a case should take at most; looking costs nothing."""

_TEXTS: Final = Path(__file__).parent / "texts.toml"


@dataclass(frozen=True, slots=True)
class Attempt:
    """Be what a learner has done with a case; what she has not chosen yet is empty or None."""

    case: Case
    readings: tuple[Reading, ...]
    causes: tuple[str, ...]
    part: str
    decision: Decision | None
    reasoning: Reasoning | None

    @property
    def chart(self) -> Chart:
        """Give the chart of the case's kit."""
        return chart_with(self.case.kit.id, (reading.measurement for reading in self.readings))

    @property
    def metered(self) -> int:
        """Count the measurements that took a meter; looking costs nothing."""
        return sum(
            measurement_of(self.case, reading.measurement).kind is not Kind.LOOK for reading in self.readings
        )

    @property
    def short_first(self) -> bool:
        """Say whether a new fuse would blow at once: she mends what blew, not what made it blow."""
        if self.decision not in {Decision.MEND, Decision.REPLACE}:
            return False
        return blows_again(self.case, tuple(map(fault, self.causes)))


def read_attempt(content: Mapping[str, Any]) -> Attempt:
    """Read an attempt.

    It holds `code`, `readings` (a list of {"measurement", "value"}), `causes`, `part` and `decision`.

    Raises
    ------
    ValueError
        When it cannot be read; the sentence names the field.
    """
    if not isinstance(content, Mapping) or not isinstance(content.get("code"), str):
        raise DiagnosisError("the attempt has no code")
    try:
        drawn = case(content["code"])
        readings = tuple(_reading(row) for row in content.get("readings", ()))
        causes = tuple(str(cause) for cause in content.get("causes", ()))
        part = str(content.get("part") or "")
        decision = Decision(content["decision"]) if content.get("decision") else None
        conclusion = Conclusion(causes, part, decision or Decision.CALL) if causes else None
        # Reading names out also when nothing is concluded yet, so that a bad one is told at once.
        for reading in readings:
            measurement_of(drawn, reading.measurement)
        reasoning = review(drawn, readings, conclusion) if conclusion else None
    except (CaseError, TypeError) as error:
        raise DiagnosisError(f"the attempt at {content['code']!r} cannot be read: {error}") from error
    return Attempt(drawn, readings, causes, part, decision, reasoning)


def _reading(row: Any) -> Reading:
    if not isinstance(row, Mapping) or not isinstance(row.get("value"), int | float):
        raise DiagnosisError(f"readings holds {row!r}; give a measurement and a value")
    return Reading(str(row.get("measurement", "")), float(row["value"]))


def _worded(text: Saying) -> str:
    words = text.in_language(language())
    return words[:1].lower() + words[1:]


def _measurement(chart: Chart, id_: str) -> str:
    return _worded(chart.measurements[chart.measurement(id_)].name)


def _next(attempt: Attempt) -> str:
    gain = advised(attempt.chart, attempt.readings)
    return "" if gain is None else _worded(gain.measurement.name)


def _decision(attempt: Attempt) -> Finding:
    if attempt.decision is None or attempt.reasoning is None:
        return missed("unfinished")
    if not attempt.reasoning.safe:
        return missed("short_first" if attempt.short_first else "danger")
    return right() if attempt.reasoning.right_decision else missed("other", 0.5)


def _reasoning(attempt: Attempt) -> Finding:
    reasoning = attempt.reasoning
    if reasoning is None:
        return missed("unfinished", next=_next(attempt))
    if not attempt.readings:
        return missed("guess", next=_next(attempt))
    match reasoning.support:
        case Support.AGAINST:
            return missed("against", measurement=_measurement(attempt.chart, reasoning.against[0]))
        case Support.OPEN:
            ahead = reasoning.next_measurement
            following = "" if ahead is None else _measurement(attempt.chart, ahead)
            share = 1.0 / (1 + len(reasoning.rivals))
            return missed("open", share, rivals=str(len(reasoning.rivals)), next=following)
        case _:
            return right(more=_action(reasoning))


def _action(reasoning: Reasoning) -> str:
    """Word how to tell apart what no measurement tells apart, after a space."""
    does = {action.id: action.does for action in actions()}
    if reasoning.action is None:
        return ""
    text = does[reasoning.action]
    return f" {text.in_language(language())}"


def _part(attempt: Attempt) -> Finding:
    if not attempt.part or attempt.reasoning is None:
        return missed("unfinished")
    if not attempt.reasoning.right_part:
        return missed("other")
    named = part_of(attempt.part)
    return right(place=_worded(parts()[named]) if named in parts() else named)


def _cause(attempt: Attempt) -> Finding:
    if attempt.reasoning is None:
        return missed("unfinished")
    share = attempt.reasoning.right_cause
    if share == 1.0:
        return right()
    more = attempt.reasoning.unexplained
    if share and more is not None:
        return missed("second", share, next=_measurement(attempt.chart, more))
    return missed("half", share) if share else missed("other")


def _thrift(attempt: Attempt) -> Finding:
    if not attempt.readings:
        return missed("unfinished", next=_next(attempt))
    count = attempt.metered
    if count <= MOST_MEASUREMENTS:
        return right()
    return missed("many", MOST_MEASUREMENTS / count, count=str(count), most=str(MOST_MEASUREMENTS))


_CHECKS: Final[Mapping[str, Callable[[Attempt], Finding]]] = {
    "case.decision": _decision,
    "case.reasoning": _reasoning,
    "case.part": _part,
    "case.cause": _cause,
    "case.thrift": _thrift,
}

CASE_RULES: Final[RuleSet[Attempt]] = RuleSet(
    "bengkel-gangguan", "s10-gangguan", read_attempt, load_rules(_TEXTS, _CHECKS), load_set(_TEXTS)
)
"""The feedback on one case: a safe decision, a conclusion that follows, part, cause, few measurements."""
