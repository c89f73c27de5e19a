"""Whether a conclusion about a case is right, safe, and follows from what was measured."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from lentera.solar.diagnosis.actions import action_apart
from lentera.solar.diagnosis.chart import Chart, DiagnosisError, chart_with, row_of
from lentera.solar.diagnosis.evidence import HARM, TELLS, Reading, bits_of, fits, posterior, remaining, twins
from lentera.solar.diagnosis.part import part_of, parts_of
from lentera.solar.diagnosis.safety import is_safe
from lentera.solar.faults import Case, Decision, Fault, Situation, fault


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
        Other suspects that fit all readings and that a measurement not yet taken would tell from the causes.
    next_measurement : str or None
        What tells the most rivals from the causes for its time; None when there are no rivals.
    safe : bool
        Whether the decision leads nobody into danger.
    right_decision : bool
        Whether it is what the catalogue advises.
    alike : tuple of str
        Suspects that no measurement tells from the causes named.
    action : str or None
        Id of the action that tells those apart.
    unexplained : str or None
        When a fault of the case was not named: the quickest measurement not yet taken that shows it.
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
    alike: tuple[str, ...] = ()
    action: str | None = None
    unexplained: str | None = None

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
    chart = chart_with(case.kit.id, (reading.measurement for reading in readings))
    causes = tuple(fault(cause) for cause in dict.fromkeys(conclusion.causes))
    for cause in causes:
        chart.suspect(cause.id)
    against = _against(chart, case, readings, causes)
    rivals, following = _rivals(chart, readings, causes)
    fitting = Support.OPEN if rivals else Support.FOLLOWS
    named = _named(chart, case, causes)
    pairs = [twins(chart, cause.id) for cause in causes]
    action = next((found for pair in pairs if (found := action_apart(pair)) is not None), None)
    return Reasoning(
        steps=_steps(chart, readings),
        right_cause=named,
        right_part=_named_part(case, conclusion.part),
        support=Support.AGAINST if against else fitting,
        against=against,
        rivals=rivals,
        next_measurement=following,
        safe=is_safe(case, conclusion.decision, causes),
        right_decision=any(true.advice.decision is conclusion.decision for true in case.faults),
        alike=tuple(sorted(frozenset().union(*pairs) - {cause.id for cause in causes})),
        action=None if action is None else action.id,
        unexplained=_unexplained(chart, case, readings, causes) if len(causes) < len(case.faults) else None,
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
    return tuple(reading.measurement for reading in readings if not _like(chart, reading, shown))


def _like(chart: Chart, reading: Reading, shown: NDArray[np.float64]) -> bool:
    column = chart.measurement(reading.measurement)
    return bool(chart.alike(column, shown[column], np.array(reading.value)) <= 1.0)


def _unexplained(
    chart: Chart, case: Case, readings: Sequence[Reading], causes: tuple[Fault, ...]
) -> str | None:
    real = row_of(case.kit, case.faults, chart.measurements)
    shown = row_of(case.kit, causes, chart.measurements)
    done = {reading.measurement for reading in readings}
    telling = [
        measurement
        for measurement, value in zip(chart.measurements, real, strict=True)
        if measurement.id not in done and not _like(chart, Reading(measurement.id, float(value)), shown)
    ]
    return min(telling, key=lambda measurement: measurement.seconds).id if telling else None


def _rivals(
    chart: Chart, readings: Sequence[Reading], causes: tuple[Fault, ...]
) -> tuple[tuple[str, ...], str | None]:
    """Give the suspects that are still to be told from the causes, and the measurement for that.

    A suspect that no measurement left could tell from the causes is none, nor one that fits so badly, beside
    the causes, that hardly anything is to be learned of it.
    """
    named = [chart.suspect(cause.id) for cause in causes]
    fitting = [chart.suspect(suspect) for suspect in remaining(chart, readings)]
    done = {reading.measurement for reading in readings}
    known = posterior(chart, readings)
    weights = np.zeros_like(known)
    weights[fitting] = known[fitting]
    weights[named] = known.max()
    safe = {situation for situation in Situation if chart.harm(situation, weights / weights.sum()) <= HARM}
    rivals: set[int] = set()
    telling: dict[int, float] = {}
    for column, measurement in enumerate(chart.measurements):
        values = chart.values[:, column]
        apart = [k for k in fitting if (chart.alike(column, values[named], values[k]) > 1.0).all()]
        if not apart or measurement.id in done or measurement.situation not in safe:
            continue
        if (bits := bits_of(chart, weights, column)) > TELLS:
            rivals.update(apart)
            telling[column] = bits / measurement.seconds
    if not rivals:
        return (), None
    best = max(telling, key=lambda column: telling[column])
    return tuple(chart.suspects[k] for k in fitting if k in rivals), chart.measurements[best].id


def _named(chart: Chart, case: Case, causes: tuple[Fault, ...]) -> float:
    """Give the share of the case's faults that were named; a name too many counts like one missed."""
    true = [twins(chart, one.id) for one in case.faults]
    hit = sum(any(cause.id in same for cause in causes) for same in true)
    extra = sum(not any(cause.id in same for same in true) for cause in causes)
    return hit / (len(true) + extra)


def _named_part(case: Case, part: str) -> float:
    return 1.0 if any(part_of(part) in parts_of(true) for true in case.faults) else 0.0
