"""Walk through any order of steps: what was broken where, what is missing, what is possible next."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from lentera.solar.maintenance.constraint import Moment
from lentera.solar.maintenance.procedure import Procedure, ProcedureError, SafetyRule
from lentera.solar.maintenance.step import Danger, Facts, Step, StepRole


@dataclass(frozen=True, slots=True)
class Violation:
    """Tell which safety rule was broken, and the first step that did it.

    Attributes
    ----------
    rule : SafetyRule
        The rule.
    position : int
        Which step of the learner's order, from 1.
    step : Step
        The step at that position.
    """

    rule: SafetyRule
    position: int
    step: Step


@dataclass(frozen=True, slots=True)
class Early:
    """Tell that a step came before one that it needs: untidy, and dangerous only if a safety rule says so."""

    step: Step
    need: Step
    position: int


@dataclass(frozen=True)
class Walk:
    """Tell what became of one learner's order.

    Attributes
    ----------
    procedure : Procedure
        The job.
    done : frozenset of str
        The steps that were done at least once.
    facts : Facts
        What holds after the last step.
    violations : tuple of Violation
        Broken safety rules, each once, most dangerous first.
    early : tuple of Early
        Steps that came before one that they need, each once, in the learner's order.
    missing : tuple of Step
        Required steps that were not done, or whose effect was undone again.
    unknown, repeated : tuple of int
        Positions, from 1, of names that are no step here and of steps done again without use.
    """

    procedure: Procedure
    done: frozenset[str]
    facts: Facts
    violations: tuple[Violation, ...]
    early: tuple[Early, ...]
    missing: tuple[Step, ...]
    unknown: tuple[int, ...]
    repeated: tuple[int, ...]

    @property
    def complete(self) -> bool:
        """Tell whether nothing is missing."""
        return not self.missing

    @property
    def safe(self) -> bool:
        """Tell whether nobody was in danger and nothing could break."""
        return all(violation.rule.danger is Danger.CARE for violation in self.violations)

    @cached_property
    def next_steps(self) -> tuple[Step, ...]:
        """Give the steps that can be done now and break nothing; what is still required stands first.

        Where a required step waits for a state that was lost on the way (the cloth came off the panel), the
        first step of the shortest safe way to it stands in its place; what ends a dangerous state stands
        before everything.
        """
        possible = [step for step in self._open if self._safe(step, self.facts)]
        waiting = [step for step in self.missing if step.needs <= self.done]
        toward = [step for step in map(self._toward, waiting) if step is not None]
        ending = [step for step in possible if self._ends(step)]
        further = [step for step in possible if step.id not in self.done]
        return tuple({step.id: step for step in chain(ending, toward, further)}.values())

    @cached_property
    def _open(self) -> tuple[Step, ...]:
        """Give the steps whose needs are done, no traps."""
        steps = self.procedure.steps.values()
        return tuple(step for step in steps if step.role is not StepRole.TRAP and step.needs <= self.done)

    def _safe(self, step: Step, facts: Facts) -> bool:
        """Tell whether a step breaks no rule in a state, be it one that was broken before."""
        moment = Moment(step.id, self.done, facts, step.after(facts))
        return not any(rule.constraint.broken(moment) for rule in self.procedure.rules)

    def _toward(self, goal: Step) -> Step | None:
        """Give a step itself where it is safe, else the first one of the shortest way that makes it safe."""
        if self._safe(goal, self.facts):
            return goal
        # Only what is usually done again is tried: a few facts, so few states.
        means = [step for step in self._open if step.repeatable]
        seen = {self.facts}
        ways: deque[tuple[Facts, Step | None]] = deque([(self.facts, None)])
        while ways:
            facts, first = ways.popleft()
            for step in means:
                after = step.after(facts)
                if after in seen or not self._safe(step, facts):
                    continue
                seen.add(after)
                if self._safe(goal, after):
                    return first or step
                ways.append((after, first or step))
        return None

    def _ends(self, step: Step) -> bool:
        """Tell whether a step ends a dangerous state that stands now."""
        after = step.after(self.facts)
        return any(
            rule.constraint.forbids(self.facts) and not rule.constraint.forbids(after)
            for rule in self.procedure.rules
        )


def walk(procedure: Procedure, steps_done: Sequence[str]) -> Walk:
    """Walk through an order of steps: any order, also unfinished, with repeats and unknown names.

    Raises
    ------
    ProcedureError
        When `steps_done` is not a list of names.
    """
    if isinstance(steps_done, str) or not all(isinstance(name, str) for name in steps_done):
        raise ProcedureError("steps_done is not a list of step names; give one name for each step done")
    facts = procedure.start
    done: set[str] = set()
    violations: dict[str, Violation] = {}
    early: list[Early] = []
    unknown, repeated = [], []
    for position, name in enumerate(steps_done, start=1):
        step = procedure.steps.get(name)
        if step is None:
            unknown.append(position)
            continue
        if step.id not in done:
            early += [
                Early(step, procedure.steps[need], position)
                for need in procedure.steps
                if need in step.needs - done
            ]
        elif not step.repeatable:
            repeated.append(position)
        moment = Moment(step.id, frozenset(done), facts, step.after(facts))
        for rule in procedure.rules:
            if rule.id not in violations and rule.constraint.broken(moment):
                violations[rule.id] = Violation(rule, position, step)
        done.add(step.id)
        facts = moment.after
    return Walk(
        procedure,
        frozenset(done),
        facts,
        tuple(sorted(violations.values(), key=lambda found: (found.rule.danger.rank, found.position))),
        tuple(early),
        _missing(procedure, done, facts),
        tuple(unknown),
        tuple(repeated),
    )


def _missing(procedure: Procedure, done: set[str], facts: Facts) -> tuple[Step, ...]:
    unmet = facts.unmet(procedure.goal)
    return tuple(
        step
        for step in procedure.required
        if step.id not in done or any(step.meets(condition) for condition in unmet)
    )
