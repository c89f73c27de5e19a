"""The sums of a lamp's size, with the numbers of the course."""

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lentera.course import content_root, load_course
from lentera.solar.sizing import (
    MARKET_SIZES,
    Chemistry,
    Load,
    Numbers,
    SizingError,
    battery_capacity,
    cable_area,
    daily_energy,
    design,
    fuse_rating,
    panel_power,
    round_up,
    voltage_drop,
)

KIT = load_course(content_root()).kit
NUMBERS = Numbers.of(KIT)
EXAMPLE = (Load("lampu", 3.0, 3, 5.0), Load("HP", 10.0, 1, 1.0))


def test_the_worked_example_of_the_card():
    assert daily_energy(EXAMPLE) == 55.0
    assert panel_power(55.0, NUMBERS) == pytest.approx(21.2, abs=0.05)
    assert battery_capacity(55.0, Chemistry.LIFEPO4, NUMBERS) == pytest.approx(11.3, abs=0.05)
    assert battery_capacity(55.0, Chemistry.VRLA, NUMBERS) == pytest.approx(21.6, abs=0.05)
    assert voltage_drop(8.0, 0.75, 0.75, NUMBERS) == pytest.approx(0.28)
    lithium, lead = (design(EXAMPLE, chemistry, NUMBERS) for chemistry in (Chemistry.LIFEPO4, Chemistry.VRLA))
    assert (lithium.panel, lithium.battery) == (30.0, 12.0)
    assert (lead.panel, lead.battery) == (30.0, 24.0)


def test_the_numbers_are_those_of_the_course():
    lithium, lead = (design(EXAMPLE, chemistry, NUMBERS) for chemistry in (Chemistry.LIFEPO4, Chemistry.VRLA))
    assert lithium.energy == KIT["sizing.daily_energy"]
    assert lithium.panel_exact == pytest.approx(KIT["sizing.panel_exact"], abs=0.05)
    assert lithium.panel == KIT["sizing.panel_chosen"]
    assert lithium.battery == KIT["sizing.lfp_chosen"]
    assert KIT["sizing.vrla_chosen_low"] <= lead.battery <= KIT["sizing.vrla_chosen_high"]


@pytest.mark.parametrize(
    ("kind", "exact", "size"),
    [
        ("panel", 21.2, 30),
        ("panel", 30.0, 30),
        ("panel", 30.1, 50),
        ("panel", 0.1, 10),
        ("vrla", 21.6, 24),
        ("fuse", 3.1, 5),
    ],
)
def test_sizes_are_rounded_up_to_what_shops_sell(kind, exact, size):
    assert round_up(kind, exact) == size


@pytest.mark.parametrize(
    ("length", "amps", "area"), [(8.0, 0.75, 0.75), (15.0, 0.5, 0.75), (20.0, 1.0, 2.5), (3.0, 0.25, 0.5)]
)
def test_the_chosen_cable_keeps_the_target_and_the_next_thinner_does_not(length, amps, area):
    chosen = cable_area(length, amps, NUMBERS)
    assert chosen == area
    assert voltage_drop(length, amps, chosen, NUMBERS) <= NUMBERS.drop_target * 12.0
    thinner = [size for size in MARKET_SIZES["cable"] if size < chosen]
    assert not thinner or voltage_drop(length, amps, thinner[-1], NUMBERS) > NUMBERS.drop_target * 12.0


@pytest.mark.parametrize(
    ("amps", "ampacity", "rating"), [(1.7, 10.0, 3.0), (2.1, 10.0, 3.0), (3.0, 10.0, 5.0), (0.4, 10.0, 2.0)]
)
def test_a_fuse_carries_its_load_and_protects_its_cable(amps, ampacity, rating):
    assert fuse_rating(amps, ampacity) == rating


@pytest.mark.parametrize(
    ("work", "sentence"),
    [
        (lambda: Load("lampu", -3.0, 1, 5.0), r"lampu: watts is -3.0 W; give a number above 0"),
        (lambda: Load("lampu", nan, 1, 5.0), r"lampu: watts is nan W"),
        (lambda: Load("lampu", 3.0, 0, 5.0), r"lampu: count is 0"),
        (lambda: Load("lampu", 3.0, 1, 25.0), r"lampu: hours is 25.0 h"),
        (lambda: daily_energy(()), "loads is empty"),
        (lambda: panel_power(nan, NUMBERS), "energy is nan Wh"),
        (lambda: battery_capacity(55.0, Chemistry.VRLA, NUMBERS, 0.0), "reserve_days is 0.0 days"),
        (lambda: voltage_drop(1.0, 1.0, -1.0, NUMBERS), r"area is -1.0 mm²; give a number above 0"),
        (lambda: voltage_drop(inf, 1.0, 1.0, NUMBERS), "length is inf m"),
        (lambda: round_up("boat", 1.0), "kind is 'boat'; choose one of panel"),
        (lambda: round_up("panel", 900.0), "panel needs 900.0, and the largest is 200; split"),
        (lambda: fuse_rating(9.0, 10.0), "a fuse of 15 A does not protect a cable for 10 A"),
    ],
)
def test_what_cannot_be_sized_is_refused_by_the_name_of_the_field(work, sentence):
    with pytest.raises(SizingError, match=sentence):
        work()


@given(
    watts=st.floats(0.5, 10.0),
    hours=st.floats(0.5, 10.0),
    more=st.floats(1.0, 2.0),
    chemistry=st.sampled_from(Chemistry),
)
def test_more_use_never_gives_a_smaller_system(watts, hours, more, chemistry):
    small = design([Load("lampu", watts, 1, hours)], chemistry, NUMBERS)
    large = design([Load("lampu", watts * more, 1, hours)], chemistry, NUMBERS)
    assert small.panel <= large.panel
    assert small.battery <= large.battery
    assert small.panel >= small.panel_exact * (1 - 1e-9)
    assert small.battery >= small.battery_exact * (1 - 1e-9)
