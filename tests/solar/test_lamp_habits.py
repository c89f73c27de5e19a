"""What a household wants at each minute."""

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lentera.solar.installation import Switch, kit_a, kit_b
from lentera.solar.lamp import Brightness, HabitError, Habits, Span
from lentera.solar.lamp.arrange import arranged, dimmed, dusk_of, wants_light

EVENING = 19 * 60


def test_the_usual_household_has_five_hours_of_light_and_ten_watt_hours_for_the_phone():
    day = Habits().day(phone_power=10.0)
    assert len(day) == 1440
    assert sum(wanted.light for wanted in day) == 5 * 60
    assert [m for m, wanted in enumerate(day) if wanted.light] == list(range(18 * 60, 23 * 60))
    assert sum(wanted.phone for wanted in day) / 60 * 10.0 == pytest.approx(10.0)


def test_a_phone_stops_when_it_is_full_and_a_weak_port_takes_longer():
    assert sum(wanted.phone for wanted in Habits(phone_energy=5.0).day(10.0)) == 30
    assert sum(wanted.phone for wanted in Habits(phone_energy=5.0).day(5.0)) == 60
    assert not any(wanted.phone for wanted in Habits(phone_energy=0.0).day(10.0))


@given(st.integers(0, 1439), st.integers(1, 1440))
def test_a_span_holds_as_many_minutes_as_it_is_long_even_past_midnight(start, length):
    span = Span(start, (start + length) % 1440 if (start + length) % 1440 != start else (start + 720) % 1440)
    held = [minute for minute in range(1440) if span.holds(minute)]
    assert len(held) == span.minutes
    assert span.holds(start)
    assert not span.holds((start - 1) % 1440) or span.minutes == 1440


def test_a_span_is_read_as_people_write_it():
    assert Span.of("18:00-23:00") == Span(1080, 1380)
    assert Span.of("22:30-01:15").minutes == 165


@pytest.mark.parametrize(
    "text", ["", "18-23", "18:00", "18:00-25:00", "18:60-19:00", "a:b-c:d", "18:00-18:00"]
)
def test_a_span_that_is_none_is_refused_with_its_cure(text):
    with pytest.raises(HabitError, match=r"18:00-23:00|minute"):
        Span.of(text)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("phone_energy", nan, "phone_energy is nan"),
        ("phone_energy", -1.0, "phone_energy is -1.0 Wh"),
        ("phone_energy", inf, "phone_energy is inf"),
        ("light", (Span(0, 60), Span(30, 90)), "light has spans that overlap"),
        ("phone", (Span(1380, 60), Span(0, 10)), "phone has spans that overlap"),
        ("own", (("a", ()), ("a", ())), "own names a switch twice"),
    ],
)
def test_habits_that_nobody_can_have_are_refused_by_field(field, value, sentence):
    with pytest.raises(HabitError, match=sentence):
        Habits(**{field: value})


@pytest.mark.parametrize("power", [0.0, -5.0, nan])
def test_a_phone_without_power_is_refused(power):
    with pytest.raises(HabitError, match="phone_power"):
        Habits().day(power)


def test_switches_follow_the_household_and_those_with_hours_of_their_own_follow_theirs():
    units = kit_a().installation.units
    habits = Habits(own=(("lamp2_switch", (Span.of("20:00-21:00"),)),))
    on = {
        name: unit.on
        for name, unit in arranged(units, habits.wanted(EVENING), {}).items()
        if isinstance(unit, Switch)
    }
    assert on == {"lamp1_switch": True, "lamp2_switch": False, "lamp3_switch": True, "lamp4_switch": True}


def test_only_lamps_with_steps_are_dimmed():
    lamps = dimmed(kit_a().installation.units, Brightness.DIM)
    assert lamps["lamp1"].spec.lumens == 43.0
    assert dimmed(kit_b().installation.units, Brightness.DIM) == dict(kit_b().installation.units)


def test_with_a_dusk_switch_light_is_wanted_from_dusk_to_dawn():
    units = kit_b(dusk=True).installation.units
    wanted = Habits(dusk=True).wanted(12 * 60)
    assert not wants_light(wanted, dusk_of(units, 600.0))
    assert wants_light(wanted, dusk_of(units, 0.0))
