"""Charts of both kits, and learners who measure as they are advised."""

from dataclasses import replace
from functools import cache

from lentera.solar.diagnosis import Conclusion, Kind, Reading, advised, chart_of, review
from lentera.solar.faults import case, draw, fault

CHART = chart_of("b")
CHARTS = {"a": chart_of("a"), "b": CHART}
SUSPECTS = [(kit, suspect) for kit, chart in CHARTS.items() for suspect in chart.suspects]


def shown(suspect, measurement, factor=1.0, chart=CHART):
    """Take a reading of a kit with one fault."""
    value = chart.values[chart.suspect(suspect), chart.measurement(measurement)]
    return Reading(measurement, float(value) * factor)


def search(suspect, factor=1.0, chart=CHART, choose=advised):
    """Measure as advised until nothing tells any more."""
    taken = []
    while (gain := choose(chart, taken)) is not None:
        assert len(taken) < 20
        taken.append(shown(suspect, gain.measurement.id, factor, chart))
    return taken


def metered(chart, readings):
    """Take those readings that need a meter."""
    kinds = {measurement.id: measurement.kind for measurement in chart.measurements}
    return [reading for reading in readings if kinds[reading.measurement] is not Kind.LOOK]


@cache
def code_of(*ids):
    """Find a case with just these faults."""
    level = fault(ids[0]).level if len(ids) == 1 else 3
    letter = "b" if "b" in fault(ids[0]).kits else "a"
    for wanted in (level, 3):
        for number in range(10_000):
            found = draw(number, wanted, letter)
            if {one.id for one in found.faults} == set(ids):
                return found.code
    raise AssertionError(ids)


def attempt(ids, causes, readings, part=None, decision=None):
    drawn = case(code_of(*ids))
    first = fault(causes[0])
    decision = first.advice.decision if decision is None else decision
    return review(drawn, readings, Conclusion(tuple(causes), part or first.where, decision))


def replace_case(*faults):
    return replace(draw(0, 1), code="B1-0000", faults=faults)
