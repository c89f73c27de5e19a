"""What a safety rule forbids: an order, a step in the wrong state, a dangerous state, a step at any time."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lentera.solar.maintenance.step import Condition, Facts, Step


@dataclass(frozen=True, slots=True)
class Moment:
    """Be the moment of one step: what was done before it, and what holds before and after it."""

    step: str
    done: frozenset[str]
    before: Facts
    after: Facts


class Constraint(ABC):
    """Be one thing that must not happen."""

    __slots__ = ()

    @abstractmethod
    def broken(self, moment: Moment) -> bool:
        """Tell whether the step of this moment breaks it."""

    def watched(self, steps: Mapping[str, Step]) -> frozenset[str]:  # noqa: ARG002 - for those that need it
        """Give the steps at which it can be kept or broken; none when it is about the whole procedure."""
        return frozenset()

    def forbids(self, facts: Facts) -> bool:  # noqa: ARG002 - for those that need it
        """Tell whether this state itself is dangerous."""
        return False


@dataclass(frozen=True, slots=True)
class Before(Constraint):
    """Want every step of `first` done before any of `steps`."""

    first: frozenset[str]
    steps: frozenset[str]

    def broken(self, moment: Moment) -> bool:
        """Tell whether a later step came while an earlier one was open."""
        return moment.step in self.steps and not self.first <= moment.done

    def watched(self, steps: Mapping[str, Step]) -> frozenset[str]:  # noqa: ARG002
        """Give the later steps."""
        return self.steps


@dataclass(frozen=True, slots=True)
class OnlyWhen(Constraint):
    """Want a state to hold whenever one of `steps` is done."""

    state: tuple[Condition, ...]
    steps: frozenset[str]

    def broken(self, moment: Moment) -> bool:
        """Tell whether one of the steps was done in another state."""
        return moment.step in self.steps and not moment.before.hold(self.state)

    def watched(self, steps: Mapping[str, Step]) -> frozenset[str]:  # noqa: ARG002
        """Give the steps that want the state."""
        return self.steps


@dataclass(frozen=True, slots=True)
class NeverWhile(Constraint):
    """Forbid a state as a whole: it is broken by the step that brings it about.

    A state that is there before the first step (a fuse that has blown in the sun) is nobody's mistake.
    """

    state: tuple[Condition, ...]

    def broken(self, moment: Moment) -> bool:
        """Tell whether the step brought the state about."""
        return self.forbids(moment.after) and not self.forbids(moment.before)

    def watched(self, steps: Mapping[str, Step]) -> frozenset[str]:
        """Give the steps that touch a fact of the state, also one that only a derived fact is made of."""
        facts = _facts_behind(self.state)
        return frozenset(name for name, step in steps.items() if facts & (step.sets | step.clears))

    def forbids(self, facts: Facts) -> bool:
        """Tell whether the state stands."""
        return facts.hold(self.state)


@dataclass(frozen=True, slots=True)
class Never(Constraint):
    """Forbid steps at any time: a trap is passed when the procedure is done without it."""

    steps: frozenset[str]

    def broken(self, moment: Moment) -> bool:
        """Tell whether a forbidden step was done."""
        return moment.step in self.steps


def _facts_behind(state: Iterable[Condition]) -> frozenset[str]:
    facts: set[str] = set()
    for condition in state:
        facts |= _facts_behind(condition.means) if condition.means else {condition.fact}
    return frozenset(facts)
