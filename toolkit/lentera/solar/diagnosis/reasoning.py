"""Whether a conclusion about a case is right, safe, and follows from what was measured."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from lentera.solar.diagnosis.chart import Chart, DiagnosisError, chart_of, row_of
from lentera.solar.diagnosis.evidence import TELLS, Reading, bits_of, fits, gains, posterior, remaining, twins
from lentera.solar.faults import Case, DangerLevel, Decision, Fault, Situation, fault
from lentera.solar.faults.situations import at
from lentera.solar.installation import FuseHolder, Installation, Settled, settle


class Support(StrEnum):
    """Say how a conclusion stands to the readings."""

    FOLLOWS = "follows"  # No other suspect is left that a measurement could rule out.
    OPEN = "open"  # The readings fit, and others fit as well.
    AGAINST = "against"  # A reading speaks against it.


@dataclass(frozen=True, slots=True)
class Conclusion:
    """Be what a learner concludes.

    Attributes
    ----------
    causes : tuple of str
        Ids of faults; two when she thinks that two things are wrong.
    part : str
        Part that she names: a unit, a lead, or a cable as `part_of` calls it.
    decision : Decision
        What she would do.
    """

    causes: tuple[str, ...]
    part: str
    decision: Decision

    def __post_init__(self) -> None:
        if not self.causes:
            raise DiagnosisError("causes is empty; name at least one fault")


@dataclass(frozen=True, slots=True)
class Step:
    """Be what one measurement told.

    Attributes
    ----------
    possible : float
        What it could be expected to tell when it was chosen [bit].
    before, after : int
        Suspects that were left before and after.
    repeated : bool
        Whether it had been taken already.
    """

    reading: Reading
    possible: float
    before: int
    after: int
    repeated: bool

    @property
    def told(self) -> bool:
        """Say whether it was worth its time when it was chosen."""
        return self.possible > TELLS and not self.repeated


@dataclass(frozen=True, slots=True)
class Reasoning:
    """Be the review of a diagnosis.

    Attributes
    ----------
    steps : tuple of Step
        In the order measured.
    right_cause, right_part : float
        Share of what is wrong that was named, 0 to 1; a fault that no measurement tells from it counts.
    support : Support
    against : tuple of str
        Measurements that speak against the causes named.
    rivals : tuple of str
        Other suspects that fit all readings and that a measurement could still tell apart.
    next_measurement : str or None
        What would tell the most about the rivals.
    safe : bool
        Whether the decision leads nobody into danger.
    right_decision : bool
        Whether it is what the catalogue advises.
    """

    steps: tuple[Step, ...]
    right_cause: float
    right_part: float
    support: Support
    against: tuple[str, ...]
    rivals: tuple[str, ...]
    next_measurement: str | None
    safe: bool
    right_decision: bool

    @property
    def wasted(self) -> int:
        """Count the measurements that could tell nothing when they were taken."""
        return sum(not step.told for step in self.steps)


def review(case: Case, readings: Sequence[Reading], conclusion: Conclusion) -> Reasoning:
    """Review how a case was solved.

    Parameters
    ----------
    readings
        What was measured, in order, with the values that the meter showed.

    Raises
    ------
    DiagnosisError, UnknownFaultError
        When a measurement or a fault does not exist.
    """
    chart = chart_of(case.kit.id)
    causes = tuple(fault(cause) for cause in dict.fromkeys(conclusion.causes))
    for cause in causes:
        chart.suspect(cause.id)
    against = _against(chart, case, readings, causes)
    rivals = _rivals(chart, readings, causes)
    fitting = Support.OPEN if rivals else Support.FOLLOWS
    ahead = gains(chart, readings) if rivals else ()
    named = _named(chart, case, causes)
    return Reasoning(
        steps=_steps(chart, readings),
        right_cause=named,
        right_part=_named_part(case, conclusion.part),
        support=Support.AGAINST if against else fitting,
        against=against,
        rivals=rivals,
        next_measurement=max(ahead, key=lambda gain: gain.bits).measurement.id if ahead else None,
        safe=_safe(case, conclusion, causes),
        right_decision=any(true.advice.decision is conclusion.decision for true in case.faults),
    )


def _steps(chart: Chart, readings: Sequence[Reading]) -> tuple[Step, ...]:
    steps: list[Step] = []
    left = len(chart.suspects)
    for count, reading in enumerate(readings):
        earlier = readings[:count]
        possible = bits_of(chart, posterior(chart, earlier), chart.measurement(reading.measurement))
        after = len(remaining(chart, readings[: count + 1]))
        repeated = any(reading.measurement == one.measurement for one in earlier)
        steps.append(Step(reading, possible, left, after, repeated))
        left = after
    return tuple(steps)


def _against(
    chart: Chart, case: Case, readings: Sequence[Reading], causes: tuple[Fault, ...]
) -> tuple[str, ...]:
    """Give the measurements whose reading these faults, together, would not show."""
    if len(causes) == 1:
        row = chart.suspect(causes[0].id)
        return tuple(reading.measurement for reading in readings if not fits(chart, reading)[row])
    shown = row_of(case.kit, causes, chart.measurements)
    found = []
    for reading in readings:
        column = chart.measurement(reading.measurement)
        if chart.alike(column, shown[column : column + 1], np.array([reading.value]))[0] > 1.0:
            found.append(reading.measurement)
    return tuple(found)


def _rivals(chart: Chart, readings: Sequence[Reading], causes: tuple[Fault, ...]) -> tuple[str, ...]:
    same = frozenset().union(*(twins(chart, cause.id) for cause in causes))
    return tuple(suspect for suspect in remaining(chart, readings) if suspect not in same)


def _named(chart: Chart, case: Case, causes: tuple[Fault, ...]) -> float:
    """Give the share of the case's faults that were named; a name too many counts like one missed."""
    true = [twins(chart, one.id) for one in case.faults]
    hit = sum(any(cause.id in same for cause in causes) for same in true)
    extra = sum(not any(cause.id in same for same in true) for cause in causes)
    return hit / (len(true) + extra)


def part_of(where: str) -> str:
    """Give the part that a learner names for a unit or a lead: a cable has one name for both its leads."""
    for part, places in _PARTS.items():
        if where in places:
            return part
    return where.rstrip("0123456789")


_PARTS: Final = {
    "panel_cable": {"panel_plus", "panel_minus"},
    "battery_cable": {"battery_fuse", "fuse_controller", "battery_minus"},
    "lamp_cable": {"load_switch", "switch_lamp1", "lamp1_minus"},
}


def _named_part(case: Case, part: str) -> float:
    return 1.0 if any(part_of(part) == part_of(true.where) for true in case.faults) else 0.0


_CAUTION: Final = {Decision.MEND: 0, Decision.REPLACE: 1, Decision.CALL: 2}


def _safe(case: Case, conclusion: Conclusion, causes: tuple[Fault, ...]) -> bool:
    """Say whether nobody and nothing comes to harm when the learner does what she decided.

    The decision must be as careful as the advice for every dangerous fault of the case, and when she mends
    what she named and switches on, nothing more may blow or burn.
    """
    careful = all(
        true.danger.level < DangerLevel.BURN
        or _CAUTION[conclusion.decision] >= _CAUTION[true.advice.decision]
        for true in case.faults
    )
    if not careful or conclusion.decision is Decision.CALL:
        return careful
    for situation in (Situation.NIGHT_ON, Situation.NOON_ON):
        found = _at_rest(case.installation, situation).installation
        for cause in causes:
            found = _mended(cause, found, case.kit.installation, situation)
        if _at_rest(found, situation).broken:
            return False
    return True


def _at_rest(installation: Installation, situation: Situation) -> Settled:
    return settle(at(installation, situation), situation.conditions)


def _mended(
    cause: Fault, installation: Installation, healthy: Installation, situation: Situation
) -> Installation:
    """Take a cause away, and renew the fuses that it blows: who mends it puts them in."""
    for name, unit in _at_rest(cause.apply(healthy), situation).installation.units.items():
        if isinstance(unit, FuseHolder) and unit.blown:
            installation = installation.with_unit(name, healthy.unit(name))
    return cause.repair(installation, healthy)
