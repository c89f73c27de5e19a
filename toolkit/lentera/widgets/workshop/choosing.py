"""What can be chosen on a kit: the ways to measure, the places, the parts and their causes."""

from collections.abc import Mapping

from lentera.solar.diagnosis import Kind, measurements_of, parts, parts_of, screws_of
from lentera.solar.faults import faults_of
from lentera.solar.installation import Kit
from lentera.widgets.workshop.casework import Casework
from lentera.widgets.workshop.naming import place_word, said


def screws(kit: Kit) -> tuple[str, ...]:
    """Return the screws that probes can touch; none on a kit of plugs, whose points are listed instead."""
    return screws_of(kit)


def ways_of(kit: Kit) -> tuple[Kind, ...]:
    """Return how a kit can be measured."""
    found = {measurement.kind for measurement in measurements_of(kit)}
    return tuple(kind for kind in Kind if kind in found and kind is not Kind.LOOK)


def places_of(kit: Kit, way: Kind) -> Mapping[str, str]:
    """Return where one measures in a way, with names; empty where two probes choose the place."""
    if way is Kind.VOLTS and screws(kit):
        return {}
    return {
        one.place: place_word(kit, way, one.place).shown for one in measurements_of(kit) if one.kind is way
    }


def causes_of(kit: Kit) -> Mapping[str, Mapping[str, str]]:
    """Return the parts of a kit, each with the causes that can be named for it."""
    found: dict[str, dict[str, str]] = {part: {} for part in parts(kit)}
    for one in faults_of(kit.id, real=False):
        for part in parts_of(one):
            found.setdefault(part, {})[one.id] = said(one.name)
    return found


def next_probe(work: Casework) -> str:
    """Return the probe that the next press puts down: red first, then black, then red again."""
    return "black" if work.red and not work.black else "red"
