"""How warm a cable gets."""

from itertools import pairwise
from math import inf, nan, pi

import pytest

from lentera.solar.circuit import TripKind, Wire
from lentera.solar.heating import Heat, heat_of, temperature_rise
from lentera.solar.parts import CABLES

CABLE = CABLES["cu075"]


def test_at_its_ampacity_a_cable_is_30_kelvin_warmer():
    for cable in CABLES.values():
        assert temperature_rise(cable, cable.ampacity) == pytest.approx(30.0)
        assert temperature_rise(cable, -cable.ampacity / 2) == pytest.approx(7.5)


def test_ampacities_lie_where_still_air_cools_a_round_cable():
    # Heat of a metre of copper over its surface and 30 K: 8 to 14 W/(m² K) is still air around a thin cable.
    for cable in CABLES.values():
        outer = 2.0 * (cable.area / pi) ** 0.5 * 1.15 + 1.2
        heat = cable.ampacity**2 * 0.0175 / cable.area
        assert 8.0 < heat / (pi * outer * 1e-3 * 30.0) < 14.0, cable.name_en


@pytest.mark.parametrize(
    ("amps", "heat"),
    [
        (1.0, Heat.COOL),
        (7.0, Heat.COOL),
        (7.2, Heat.WARM),
        (10.1, Heat.HOT),
        (12.0, Heat.SOFTENING),
        (21.0, Heat.MELTING),
    ],
)
def test_heat_by_current(amps, heat):
    assert heat_of(CABLE, amps) is heat
    assert heat_of(CABLE, -amps) is heat


def test_a_hot_cable_is_what_the_circuit_warns_of():
    for amps in (9.9, 10.1):
        wire = Wire("w", "a", "b", 1.0, CABLE.area, CABLE.contact_resistance, CABLE.ampacity)
        trip = wire.trip(amps)
        assert (trip is not None and trip.kind is TripKind.WIRE_HOT) == (heat_of(CABLE, amps) is Heat.HOT)


def test_thicker_cable_carries_more_and_stays_cooler():
    cables = sorted(CABLES.values(), key=lambda cable: cable.area)
    assert all(a.ampacity < b.ampacity for a, b in pairwise(cables))
    assert all(temperature_rise(a, 6.0) > temperature_rise(b, 6.0) for a, b in pairwise(cables))


@pytest.mark.parametrize("amps", [nan, inf, -inf])
def test_a_current_must_be_a_number(amps):
    with pytest.raises(ValueError, match=f"amps is {amps} A; give a finite number"):
        temperature_rise(CABLE, amps)
