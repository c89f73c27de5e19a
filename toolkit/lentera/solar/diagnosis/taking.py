"""What a learner sees, and what her meter shows, when she looks at a case or measures it."""

from functools import lru_cache
from typing import Final

from lentera.solar.diagnosis.chart import DiagnosisError, shown
from lentera.solar.diagnosis.evidence import Reading
from lentera.solar.diagnosis.measurement import DISPLAY, Kind, Measurement, measurements_of, pair_named
from lentera.solar.faults import Case, Readings, Situation, case, readings
from lentera.solar.multimeter import RANGES, Display, Range, show

# The dial stands at volts: a learner reads 0,00 V where a meter that ranges by itself shows 3 mV.
_RANGES: Final[dict[Kind, tuple[Range, ...]]] = {
    Kind.VOLTS: (RANGES["20V"], RANGES["200V"]),
    Kind.COMPARE: (RANGES["20V"], RANGES["200V"]),
    Kind.AMPS: (RANGES["10A"],),
    Kind.OHMS: (RANGES["200ohm"], RANGES["2kohm"]),
}


@lru_cache(maxsize=64)
def seen_in(code: str, situation: Situation) -> Readings:
    """Bring a case, by its code, to a moment, as it was found, and let it come to rest."""
    drawn = case(code)
    return readings(drawn.installation, situation, drawn.kit.test_points)


def measurement_of(of: Case, id_: str) -> Measurement:
    """Give a measurement of a case's kit by its id; raise DiagnosisError when there is none."""
    for measurement in measurements_of(of.kit):
        if measurement.id == id_:
            return measurement
    found = pair_named(of.kit, id_)
    if found is None:
        raise DiagnosisError(f"kit {of.kit.id} has no measurement {id_!r}; see measurements_of(kit)")
    return found


def take(of: Case, id_: str) -> Reading:
    """Look or measure: give the look, or the number on the meter's display.

    Raises
    ------
    DiagnosisError
        When the kit has no such measurement.
    """
    measurement = measurement_of(of, id_)
    value = shown(
        measurement, of.installation, {measurement.situation: seen_in(of.code, measurement.situation)}
    )
    if measurement.kind is Kind.LOOK:
        return Reading(id_, value)
    read = displayed(measurement, value).value
    return Reading(id_, value if read is None else read)


def displayed(measurement: Measurement, value: float) -> Display:
    """Give what the meter's display shows for a value [V], [A] or [ohm]."""
    return show(value, _RANGES[measurement.kind])


def looks_of(of: Case, situation: Situation) -> tuple[Reading, ...]:
    """Give all that one sees of a case in a situation without a meter: its lamps, then the display."""
    looks = [m for m in measurements_of(of.kit) if m.kind is Kind.LOOK and m.situation is situation]
    return tuple(take(of, one.id) for one in sorted(looks, key=lambda one: one.place == DISPLAY))
