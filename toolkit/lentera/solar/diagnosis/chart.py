"""What every suspect would show in every measurement."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from lentera.solar.circuit import CurrentSource, Resistor
from lentera.solar.diagnosis.measurement import (
    DISPLAY,
    Kind,
    Measurement,
    ends_of,
    measurements_of,
    pair_named,
    tolerance,
)
from lentera.solar.faults import (
    Fault,
    Glow,
    Readings,
    Situation,
    as_found,
    faults_of,
    reading_table,
    with_faults,
)
from lentera.solar.faults.catalogue import kits
from lentera.solar.installation import Conditions, Installation, Kit, Lamp, Panel, Switch, circuit_of

SOUND = "sound"
"""The suspect that nothing is wrong."""
SOUND_PRIOR = 1.0
OPEN_LOOP = 2e3
"""What the meter shows as over its range [ohm]; beyond it one sees the controller, not a cable."""
_TEST_AMPS, _TEST_OHM = 1e-4, 2e4


class DiagnosisError(ValueError):
    """Tell that there is no such suspect or measurement."""


@dataclass(frozen=True, slots=True, eq=False)
class Chart:
    """Hold the readings of all suspects.

    Attributes
    ----------
    suspects : tuple of str
        Ids of faults, and `SOUND`.
    measurements : tuple of Measurement
    priors : array, shape (suspects,)
        How often each is met; they sum to 1.
    values : array, shape (suspects, measurements)
        Readings [V], [A] or [ohm], a difference for two points to compare; for a look the place in the order
        of `Glow`, or 0 and 1 for a display.
    breaks : Mapping of Situation to frozenset of str
        Suspects of which something more breaks in a situation, as a lamp in the sun without its battery.
    """

    suspects: tuple[str, ...]
    measurements: tuple[Measurement, ...]
    priors: NDArray[np.float64]
    values: NDArray[np.float64]
    breaks: Mapping[Situation, frozenset[str]] = field(default_factory=dict)

    def harm(self, situation: Situation, weights: NDArray[np.float64]) -> float:
        """Give how likely a situation breaks something more, with these weights of the suspects."""
        struck = self.breaks.get(situation, frozenset())
        return float(sum(weights[self.suspect(suspect)] for suspect in struck))

    def suspect(self, id_: str) -> int:
        """Give the row of a suspect; raise DiagnosisError with the nearest ids when there is none."""
        return _position(id_, self.suspects, "suspect")

    def measurement(self, id_: str) -> int:
        """Give the column of a measurement; raise DiagnosisError with the nearest ids when there is none."""
        return _position(id_, [measurement.id for measurement in self.measurements], "measurement")

    def alike(
        self, column: int, first: NDArray[np.float64], second: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Say how far readings lie apart, in tolerances of the measurement; 1 is the limit."""
        limit = tolerance(self.measurements[column].kind)
        allowed = np.maximum(limit.least, limit.share * np.maximum(np.abs(first), np.abs(second)))
        distance: NDArray[np.float64] = np.abs(first - second) / allowed
        return distance


def _position(id_: str, known: "list[str] | tuple[str, ...]", what: str) -> int:
    if id_ in known:
        return known.index(id_)
    near = get_close_matches(id_, known, n=3, cutoff=0.4)
    hint = f"; near it are {', '.join(near)}" if near else f"; there are {', '.join(known[:4])} and others"
    raise DiagnosisError(f"there is no {what} {id_!r}{hint}")


def shown(measurement: Measurement, installation: Installation, table: Mapping[Situation, Readings]) -> float:
    """Give what one measurement shows on an installation whose readings are `table`."""
    seen = table[measurement.situation]
    match measurement.kind:
        case Kind.LOOK if measurement.place == DISPLAY:
            return float(seen.display_lit())
        case Kind.LOOK:
            return float(list(Glow).index(seen.lamps[measurement.place]))
        case Kind.OHMS:
            return _lamp_cable_ohm(installation)
        case Kind.VOLTS if (ends := ends_of(measurement.place)) is not None:
            return seen.between(*ends)
        case Kind.COMPARE:
            one, other = measurement.place.split("-")
            return seen.value(one) - seen.value(other)
        case _:
            return seen.value(measurement.place)


def _lamp_cable_ohm(installation: Installation) -> float:
    """Measure between the two wires of the lamp cable, with fuse and lamps off [ohm]."""
    for name, unit in installation.units.items():
        if isinstance(unit, Lamp):
            installation = installation.without_unit(name)
        elif isinstance(unit, Panel):
            installation = installation.with_unit(name, replace(unit, covered=True))
        elif isinstance(unit, Switch):
            installation = installation.with_unit(name, replace(unit, on=True))
    installation = installation.without_unit("fuse")
    circuit = circuit_of(installation, Conditions(0.0))
    circuit.add(CurrentSource("meter", "controller.load_minus", "switch.b", _TEST_AMPS))
    circuit.add(Resistor("meter.ohm", "switch.b", "controller.load_minus", _TEST_OHM))
    volts = circuit.solve().between("switch.b", "controller.load_minus")
    outward = _TEST_AMPS - volts / _TEST_OHM
    return min(max(volts / outward, 0.0), OPEN_LOOP) if outward * OPEN_LOOP > volts else OPEN_LOOP


def row_of(kit: Kit, faults: tuple[Fault, ...], measurements: tuple[Measurement, ...]) -> NDArray[np.float64]:
    """Give what every measurement shows on a kit with these faults, shape (measurements,)."""
    installation, table = _table(kit, faults)
    return np.array([shown(measurement, installation, table) for measurement in measurements])


def _table(kit: Kit, faults: tuple[Fault, ...]) -> tuple[Installation, Mapping[Situation, Readings]]:
    installation = as_found(with_faults(kit.installation, *faults))
    return installation, reading_table(installation, kit.test_points)


@cache
def _tables(kit: str) -> Mapping[str, tuple[Installation, Mapping[Situation, Readings]]]:
    """Measure the sound kit and every fault of the catalogue in all situations."""
    faults = faults_of(kit, real=False)
    whole = kits()[kit]
    return {SOUND: _table(whole, ())} | {fault.id: _table(whole, (fault,)) for fault in faults}


@cache
def chart_of(kit: str) -> Chart:
    """Work out the chart of a kit: every fault of the catalogue, and the sound kit.

    Raises
    ------
    UnknownFaultError
        When there is no such kit.
    """
    tables = _tables(kit)
    measurements = measurements_of(kits()[kit])
    breaks = {
        situation: frozenset(id_ for id_, (_, table) in tables.items() if table[situation].broken)
        for situation in Situation
    }
    priors = np.array([SOUND_PRIOR, *(fault.prior for fault in faults_of(kit, real=False))])
    values = np.array([_column(kit, measurement) for measurement in measurements]).T
    values.flags.writeable = False
    return Chart(tuple(tables), measurements, priors / priors.sum(), values, breaks)


@cache
def _column(kit: str, measurement: Measurement) -> tuple[float, ...]:
    """Give what one measurement shows for every suspect."""
    return tuple(shown(measurement, *table) for table in _tables(kit).values())


def chart_with(kit: str, taken: Iterable[str]) -> Chart:
    """Give the chart of a kit with a column more for each pair of screws that was measured.

    Parameters
    ----------
    taken
        Ids of measurements; those that the chart has already change nothing.

    Raises
    ------
    DiagnosisError
        When there is no such measurement, nor such a pair of screws.
    """
    chart = chart_of(kit)
    known = {measurement.id for measurement in chart.measurements}
    return _widened(kit, tuple(id_ for id_ in dict.fromkeys(taken) if id_ not in known))


@lru_cache(maxsize=64)
def _widened(kit: str, pairs: tuple[str, ...]) -> Chart:
    chart = chart_of(kit)
    if not pairs:
        return chart
    more = []
    for id_ in pairs:
        found = pair_named(kits()[kit], id_)
        if found is None:
            chart.measurement(id_)  # Says which ids come near.
        else:
            more.append(found)
    columns = np.array([_column(kit, measurement) for measurement in more]).T
    values = np.hstack([chart.values, columns])
    values.flags.writeable = False
    return replace(chart, measurements=(*chart.measurements, *more), values=values)
