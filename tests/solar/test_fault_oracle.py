"""Every fault's circuits in ngspice: the same currents, by day and by night."""

import pytest
from tests.solar.spice import OPTIONS, Deck, deck_of, library

from lentera.solar.faults import Situation, faults_of, first_instant, readings
from lentera.solar.faults.catalogue import kits

CLOSE = 1e-5
HAVING = [(kit, fault) for letter, kit in kits().items() for fault in faults_of(letter, real=False)]


# Where parts hang on nothing but leakage, ngspice asks for more digits than a double has and gives up.
PATIENT = OPTIONS.replace("vntol=1e-10 reltol=1e-8", "vntol=1e-8 reltol=1e-6")


def worst(solution):
    """Give the largest difference of a branch current: absolute up to 1 A, relative above."""
    deck = deck_of(solution)
    patient = Deck([PATIENT if line == OPTIONS else line for line in deck.lines], deck.probes)
    found = library().currents(deck) or library().currents(patient)
    assert found is not None, "ngspice finds no operating point"
    return max(
        abs(amps - solution.currents[name]) / max(1.0, abs(solution.currents[name]))
        for name, amps in found.items()
    )


@pytest.mark.oracle
@pytest.mark.parametrize("situation", [Situation.NOON_ON, Situation.NIGHT_ON])
@pytest.mark.parametrize(("kit", "fault"), HAVING, ids=[f"{kit.id}-{fault.id}" for kit, fault in HAVING])
def test_the_currents_of_a_fault_are_those_of_ngspice(kit, fault, situation):
    assert worst(readings(fault.apply(kit.installation), situation, {}).solution) < CLOSE
    assert worst(first_instant(kit.installation, (fault,), situation, {}).solution) < CLOSE


def test_the_patient_setting_is_another_one():
    assert PATIENT != OPTIONS
