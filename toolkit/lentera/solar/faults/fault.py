"""What is known of a fault: how it shows, what it does, and what one does about it."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from lentera.rules import Saying
from lentera.solar.faults.changes import Change, combine
from lentera.solar.installation import Installation
from lentera.solar.parts import Certainty


class Decision(StrEnum):
    """Name what the village technician does."""

    MEND = "mend"
    CALL = "call"
    REPLACE = "replace"


class DangerLevel(IntEnum):
    """Say how bad it can get: nothing, a broken part, burns or a fire, acid, gas or a fall."""

    NONE = 0
    DAMAGE = 1
    BURN = 2
    SEVERE = 3


class Shows(StrEnum):
    """Say how a fault differs from a sound kit."""

    READINGS = "readings"
    DAYS = "days"  # Readings differ little at one moment; a few days of use tell.
    EYES = "eyes"  # No test point that a learner reaches tells it; only a look does.


@dataclass(frozen=True, slots=True)
class Danger:
    """Be the danger of a fault and how to stay out of it."""

    level: DangerLevel
    sentence: Saying


@dataclass(frozen=True, slots=True)
class Advice:
    """Be what to do, and why this and not another way."""

    decision: Decision
    reason: Saying


@dataclass(frozen=True, slots=True)
class Cost:
    """Be an example of a price [Rp]; every village has its own."""

    low: int
    high: int
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Fault:
    """Be a fault of the catalogue.

    Attributes
    ----------
    id : str
        Never changes.
    number : int
        Row of the fault table; from 36 on it is a fault of kit A.
    kits : tuple of str
        Kits that can have it: "a", "b".
    level : int
        From 1, one look or one measurement, to 3, several measurements and a thought.
    real : bool
        False for what only looks like a fault.
    where : str
        Unit, or lead, that it sits in; it may be one that the fault hangs on.
    also : tuple of str
        Other units and leads that one may just as well name as its place.
    points : tuple of str
        Test points that tell it from a sound kit, the most telling first; empty when none does.
    tools : tuple of str
        Keys of `tools()`.
    minutes : int
        Work to set it right [min].
    prior : float
        How often it is met, relative to the others.
    certainty : Certainty
        Of its readings and its story.
    """

    id: str
    number: int
    kits: tuple[str, ...]
    level: int
    real: bool
    shows: Shows
    where: str
    name: Saying
    symptom: Saying
    cause: Saying
    points: tuple[str, ...]
    fix: Saying
    tools: tuple[str, ...]
    cost: Cost
    minutes: int
    danger: Danger
    advice: Advice
    prior: float
    prior_certainty: Certainty
    source: str
    certainty: Certainty
    changes: tuple[Change, ...]
    also: tuple[str, ...] = ()

    @property
    def touches(self) -> frozenset[str]:
        """Give the leads, units and terminals that it changes."""
        return frozenset().union(*(change.touches for change in self.changes))

    def apply(self, installation: Installation) -> Installation:
        """Let an installation have this fault."""
        return combine(self.changes, installation)

    def repair(self, installation: Installation, healthy: Installation) -> Installation:
        """Set right what this fault changed, as it is in `healthy`; what broke on the way stays broken."""
        for change in sorted(self.changes, key=lambda change: -change.rank):
            installation = change.restore(installation, healthy)
        return installation


def with_faults(installation: Installation, *faults: Fault) -> Installation:
    """Let an installation have several faults at once, whatever their order."""
    return combine(tuple(change for fault in faults for change in fault.changes), installation)
