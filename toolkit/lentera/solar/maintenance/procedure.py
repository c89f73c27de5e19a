"""A job at the kit: its steps, what comes before what, and the safety rules it must keep."""

from collections.abc import Mapping
from dataclasses import dataclass

from lentera.rules import Saying
from lentera.solar.maintenance.constraint import Constraint
from lentera.solar.maintenance.step import Condition, Danger, Facts, Step, StepRole
from lentera.solar.parts import Certainty


class ProcedureError(ValueError):
    """Report a procedure that cannot be read or judged: what, where, and what to write instead."""


@dataclass(frozen=True, slots=True)
class SafetyRule:
    """Pair a constraint with what is said about it.

    Attributes
    ----------
    id : str
        Stable name; the same danger has the same name in every procedure.
    danger : Danger
        What breaking it can hurt.
    constraint : Constraint
        What must not happen in this procedure.
    holds, says, next, reason : Saying
        Kept; broken; the one thing to do then; why.
    source : str
        Where the reason comes from.
    mark : Certainty
        How sure it is.
    """

    id: str
    danger: Danger
    constraint: Constraint
    holds: Saying
    says: Saying
    next: Saying
    reason: Saying
    source: str
    mark: Certainty


@dataclass(frozen=True, slots=True, eq=False)
class Procedure:
    """Describe a job as a partial order of steps with safety rules; any order that fits it is right.

    Attributes
    ----------
    id : str
        Stable name, for example ``b-pasang``.
    kits : tuple of str
        The kits it is for: ``a`` plug-and-play, ``b`` the 12 V kit with screws.
    title : Saying
        What the job is called.
    steps : mapping of str to Step
        In the order of the file, traps last.
    rules : tuple of SafetyRule
        Most dangerous first.
    start : Facts
        What holds before the first step.
    goal : tuple of Condition
        What must hold at the end.
    example : tuple of str
        One order that is right, traps left out.
    """

    id: str
    kits: tuple[str, ...]
    title: Saying
    steps: Mapping[str, Step]
    rules: tuple[SafetyRule, ...]
    start: Facts
    goal: tuple[Condition, ...]
    example: tuple[str, ...]

    @property
    def required(self) -> tuple[Step, ...]:
        """Give the steps that must be done."""
        return tuple(step for step in self.steps.values() if step.role is StepRole.REQUIRED)

    def watched(self, rule: SafetyRule) -> frozenset[str]:
        """Give the required steps at which a rule can be kept or broken; all of them for a trap."""
        required = frozenset(step.id for step in self.required)
        return rule.constraint.watched(self.steps) & required or required
