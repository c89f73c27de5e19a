"""Whether nobody comes to harm when a learner does what she decided; the circuit tells, not a table."""

from collections.abc import Iterator
from typing import Final

from lentera.solar.circuit import Trip
from lentera.solar.faults import Case, DangerLevel, Decision, Fault, Situation
from lentera.solar.faults.situations import at
from lentera.solar.installation import FuseHolder, Installation, Settled, settle

_CAUTION: Final = {Decision.MEND: 0, Decision.REPLACE: 1, Decision.CALL: 2}


def is_safe(case: Case, decision: Decision, causes: tuple[Fault, ...]) -> bool:
    """Say whether nobody and nothing comes to harm when the learner does what she decided.

    The decision must be as careful as the advice for every dangerous fault of the case, and when she mends
    what she named and switches on, nothing more may blow or burn.
    """
    careful = all(
        true.danger.level < DangerLevel.BURN or _CAUTION[decision] >= _CAUTION[true.advice.decision]
        for true in case.faults
    )
    if not careful or decision is Decision.CALL:
        return careful
    return not any(_broken_again(case, causes))


def blows_again(case: Case, causes: tuple[Fault, ...]) -> bool:
    """Say whether a fuse blows as soon as these causes are mended: a short is still there."""
    fuses = {name for name, unit in case.installation.units.items() if isinstance(unit, FuseHolder)}
    return any(trip.element in fuses for trip in _broken_again(case, causes))


def _broken_again(case: Case, causes: tuple[Fault, ...]) -> Iterator[Trip]:
    """Give what breaks when these causes are mended and the switch is on, by night and by day."""
    for situation in (Situation.NIGHT_ON, Situation.NOON_ON):
        found = _at_rest(case.installation, situation).installation
        for cause in causes:
            found = _mended(cause, found, case.kit.installation, situation)
        yield from _at_rest(found, situation).broken


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
