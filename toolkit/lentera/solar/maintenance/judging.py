"""Judge any order of steps: the same rules give the feedback and the mark."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any, Final

from lentera.rules import (
    Finding,
    MistakeKind,
    Remark,
    Report,
    Rule,
    RuleSet,
    Saying,
    SetTexts,
    Verdict,
    missed,
    right,
)
from lentera.solar.maintenance.procedure import Procedure, SafetyRule
from lentera.solar.maintenance.read_procedures import packaged, procedure, saying
from lentera.solar.maintenance.step import Danger, Step
from lentera.solar.maintenance.walk import Early, Violation, Walk, walk
from lentera.words import language

_KIND: Final = {
    Danger.INJURY: MistakeKind.DANGER,
    Danger.DAMAGE: MistakeKind.UNDO,
    Danger.CARE: MistakeKind.IMPROVE,
}
_HEAVINESS: Final = {Danger.INJURY: 3.0, Danger.DAMAGE: 2.0, Danger.CARE: 1.0}
_LATER: Final = (MistakeKind.IMPROVE, MistakeKind.UNFINISHED, None)
"""What is told after the broken safety rules: the order, what is not done yet, what holds."""
_SAFETY, _ORDER, _COMPLETE = 40.0, 20.0, 40.0
"""Shares of the mark [%]: the safety rules together, a tidy order without any danger, all steps done."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Tell a learner's order as it is: what was unsafe, what is missing, what comes next, the mark.

    Attributes
    ----------
    walk : Walk
        What became of the order, step by step.
    report : Report
        The rules' verdicts, what must be told first standing first.
    """

    walk: Walk
    report: Report

    @property
    def violations(self) -> tuple[Violation, ...]:
        """Give the broken safety rules, most dangerous first."""
        return self.walk.violations

    @property
    def early(self) -> tuple[Early, ...]:
        """Give the steps that came before one that they need."""
        return self.walk.early

    @property
    def missing(self) -> tuple[Step, ...]:
        """Give the required steps that are still to come."""
        return self.walk.missing

    @property
    def next_steps(self) -> tuple[Step, ...]:
        """Give the steps that are possible and safe now."""
        return self.walk.next_steps

    @property
    def share(self) -> float:
        """Give the earned share of the mark, 0 to 1."""
        return self.report.share

    def praise(self, code: str = "id") -> list[str]:
        """Return what is right already, in Indonesian or English."""
        return self.report.praise(code)


def judge(name: str | Procedure, steps_done: Sequence[str]) -> Judgement:
    """Judge an order of steps.

    Parameters
    ----------
    name : str or Procedure
        The procedure or its id.
    steps_done : sequence of str
        Step ids as the learner did them: any order, unfinished, with repeats and unknown names.

    Raises
    ------
    ProcedureError
        When there is no such procedure or `steps_done` is no list of names.
    """
    job = procedure(name) if isinstance(name, str) else name
    walked = walk(job, steps_done)
    report = procedure_rules(job).judge({"steps": list(steps_done)})
    told = [f"{job.id}.{found.rule.id}" for found in walked.violations]

    def rank(verdict: Verdict) -> int:
        if verdict.rule.id in told:
            return told.index(verdict.rule.id) - len(told)
        return _LATER.index(verdict.kind)

    return Judgement(walked, replace(report, verdicts=tuple(sorted(report.verdicts, key=rank))))


def procedure_rules(job: Procedure, task: str | None = None, answer: str | None = None) -> RuleSet[Walk]:
    """Make the rules of a procedure as a task's rule set.

    The answer file's content is ``{"steps": ["rings_off", …]}``. There is one rule for each safety rule, one
    for the order and one for completeness; their ids are ``<procedure>.<rule>``, ``.order``, ``.complete``.

    Parameters
    ----------
    job : Procedure
        The procedure.
    task, answer : str, optional
        Task id and answer file; the procedure's id where they are left out.
    """
    return replace(_rules(job), task=task or job.id, answer=answer or job.id)


@cache
def _rules(job: Procedure) -> RuleSet[Walk]:
    texts = packaged("safety.toml")["general"]
    remarks = {
        name: Remark(
            saying(name, texts[name], "says"),
            saying(name, texts[name], "next"),
            MistakeKind.IMPROVE if name in {"early", "unsafe"} else MistakeKind.UNFINISHED,
        )
        for name in ("unfinished", "missing", "early", "unsafe")
    }
    heaviness = sum(_HEAVINESS[rule.danger] for rule in job.rules)
    rules = [
        Rule(
            f"{job.id}.{rule.id}",
            _SAFETY * _HEAVINESS[rule.danger] / heaviness,
            partial(_kept, rule),
            rule.holds,
            {"broken": Remark(rule.says, rule.next, _KIND[rule.danger]), "unfinished": remarks["unfinished"]},
        )
        for rule in job.rules
    ]
    rules += [
        Rule(
            f"{job.id}.order",
            _ORDER,
            _in_order,
            saying("early", texts["early"], "holds"),
            {name: remarks[name] for name in ("early", "unsafe", "unfinished")},
        ),
        Rule(
            f"{job.id}.complete",
            _COMPLETE,
            _complete,
            saying("missing", texts["missing"], "holds"),
            {"missing": remarks["missing"]},
        ),
    ]
    whole = SetTexts(*(saying("general", texts, name) for name in SetTexts.__dataclass_fields__))
    return RuleSet(job.id, job.id, partial(_read, job), tuple(rules), whole)


def _read(job: Procedure, content: Mapping[str, Any]) -> Walk:
    steps = content.get("steps") if isinstance(content, Mapping) else None
    if not isinstance(steps, list):
        raise ValueError("the answer holds no steps")
    return walk(job, steps)


def _kept(rule: SafetyRule, walked: Walk) -> Finding:
    broken = next((found for found in walked.violations if found.rule.id == rule.id), None)
    if broken is not None:
        return missed("broken", 0.0, position=str(broken.position), step=_text(broken.step.text))
    watched = walked.procedure.watched(rule)
    return _so_far(walked, len(watched & walked.done) / len(watched))


def _in_order(walked: Walk) -> Finding:
    slipped = {slip.step.id for slip in walked.early}
    tidy = [step for step in walked.procedure.required if step.id in walked.done - slipped]
    # Who met a danger on the path has no tidy order yet, be all the other steps as they should.
    share = len(tidy) / len(walked.procedure.required) if walked.safe else 0.0
    if walked.early:
        slip = walked.early[0]
        return missed("early", share, position=str(slip.position), step=_text(slip.need.text))
    return _so_far(walked, share) if walked.safe else missed("unsafe")


def _complete(walked: Walk) -> Finding:
    count = len(walked.missing)
    if not count:
        return right()
    share = 1.0 - count / len(walked.procedure.required)
    return missed("missing", share, count=str(count), step=_next(walked))


def _so_far(walked: Walk, share: float) -> Finding:
    """Praise a rule only once every step is done at which it could have been broken."""
    return right() if share == 1.0 else missed("unfinished", share, step=_next(walked))


def _next(walked: Walk) -> str:
    steps = walked.next_steps or walked.missing
    return _text(steps[0].text) if steps else ""


def _text(words: Saying) -> str:
    return words.in_language(language())
