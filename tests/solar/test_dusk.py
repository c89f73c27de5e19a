"""The dusk switch and its light-dependent resistor."""

from math import inf, nan

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lentera.solar.dusk import LightError, daylight_lux, dusk_on, ldr_resistance
from lentera.solar.parts import DUSK_SWITCHES

LDR = DUSK_SWITCHES["ldr"]


def test_resistance_is_that_of_the_facts():
    assert ldr_resistance(LDR, 0.0) == 1e6
    assert 10e3 <= ldr_resistance(LDR, 10.0) <= 20e3
    assert 0.5e3 <= ldr_resistance(LDR, 500.0) <= 1.5e3
    assert ldr_resistance(LDR, 0.001) == 1e6


def test_full_sun_is_about_a_hundred_thousand_lux():
    assert 100_000.0 <= daylight_lux(1000.0) <= 130_000.0


def test_the_lamp_burns_by_night_and_rests_by_day():
    for before in (False, True):
        assert dusk_on(0.0, was_on=before)
        assert not dusk_on(5.0, was_on=before)
        assert not dusk_on(800.0, was_on=before)


def test_between_the_two_lights_nothing_changes():
    between = 20.0 / 120.0
    assert dusk_on(between, was_on=True)
    assert not dusk_on(between, was_on=False)


def test_an_evening_switches_once():
    on, changes = False, 0
    for step in range(400):
        flutter = 0.03 * (-1) ** step
        light = max(0.0, 0.8 - step * 0.004 + flutter)
        after = dusk_on(light, was_on=on)
        changes += after is not on
        on = after
    assert (on, changes) == (True, 1)


@given(st.floats(0.0, 2000.0), st.floats(0.0, 2000.0))
@example(0.0, 5e-324)
def test_more_light_never_means_more_resistance(a, b):
    assert ldr_resistance(LDR, max(a, b)) <= ldr_resistance(LDR, min(a, b))


@pytest.mark.parametrize("value", [-1.0, nan, inf])
def test_light_that_cannot_be_is_refused(value):
    with pytest.raises(LightError, match=f"irradiance is {value} W/m²; give a number from 0 up"):
        dusk_on(value, was_on=False)
    with pytest.raises(LightError, match=f"lux is {value} lx; give a number from 0 up"):
        ldr_resistance(LDR, value)
