"""A step of a procedure and the state of the kit that steps change."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from lentera.rules import Saying


class StepRole(StrEnum):
    """Say what doing a step is worth."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    TRAP = "trap"
    """Offered among the others, never right."""


class Danger(StrEnum):
    """Say what a mistake can hurt; the members stand with the most dangerous first."""

    INJURY = "injury"
    DAMAGE = "damage"
    CARE = "care"

    @property
    def rank(self) -> int:
        """Give 0 for the most dangerous."""
        return list(Danger).index(self)


@dataclass(frozen=True, slots=True)
class Condition:
    """Want a fact to hold, or not to hold.

    Attributes
    ----------
    fact : str
        Name of the fact.
    wanted : bool
        False when it must not hold.
    means : tuple of Condition
        For a derived fact, what it is made of: it holds when all of these do. Empty for a plain fact.
    """

    fact: str
    wanted: bool = True
    means: tuple["Condition", ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Be what holds at one moment: leads joined, panel covered, rings off."""

    names: frozenset[str] = frozenset()

    def hold(self, state: Iterable[Condition]) -> bool:
        """Tell whether every condition is met."""
        return all(self._holds(condition) for condition in state)

    def unmet(self, state: Iterable[Condition]) -> tuple[Condition, ...]:
        """Give the conditions that are not met."""
        return tuple(condition for condition in state if not self._holds(condition))

    def _holds(self, condition: Condition) -> bool:
        holds = self.hold(condition.means) if condition.means else condition.fact in self.names
        return holds is condition.wanted


@dataclass(frozen=True, slots=True)
class Step:
    """Describe one action.

    Attributes
    ----------
    id : str
        Stable name; it goes into answer files.
    text : Saying
        One sentence, verb first.
    part : str
        The part of the kit it is about.
    tools : tuple of str
        Names in the table of tools.
    needs : frozenset of str
        Steps of the same procedure that come before.
    role : StepRole
        Required, optional, or a trap.
    repeatable : bool
        Doing it again is usual.
    sets, clears : frozenset of str
        Facts that hold, or no longer hold, after it.
    """

    id: str
    text: Saying
    part: str
    tools: tuple[str, ...]
    needs: frozenset[str]
    role: StepRole
    repeatable: bool
    sets: frozenset[str]
    clears: frozenset[str]

    def after(self, facts: Facts) -> Facts:
        """Give what holds once the step is done."""
        return Facts((facts.names - self.clears) | self.sets)

    def meets(self, condition: Condition) -> bool:
        """Tell whether the step brings about what a condition on a plain fact wants."""
        return condition.fact in (self.sets if condition.wanted else self.clears)
