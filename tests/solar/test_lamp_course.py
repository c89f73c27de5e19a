"""Days by table, quick enough for a slider, against days solved minute by minute and against the year's sums."""

from dataclasses import replace

import numpy as np
import pytest

from lentera.solar.controller import Charge, Load
from lentera.solar.installation import Battery, kit_a, kit_b
from lentera.solar.lamp import (
    Brightness,
    Habits,
    Span,
    Tables,
    kept,
    simulate,
    simulate_course,
    simulate_year,
)
from lentera.solar.weather import SEPAKU, Weather, preset, year

LONG_NIGHTS = Habits(light=(Span.of("17:00-04:00"),))
EVENING = Habits(phone=(Span.of("10:00-22:00"),))
LAMPS = {"lamp1", "lamp2", "lamp3", "lamp4"}


def with_charge(installation, soc):
    units = {
        name: replace(unit, soc=soc) if isinstance(unit, Battery) else unit
        for name, unit in installation.units.items()
    }
    return replace(installation, units=units)


def first_days(weather, count):
    part = slice(0, count * 1440 // weather.step)
    arrays = (weather.ghi, weather.poa, weather.air_temperature, weather.cell_temperature)
    return Weather(weather.start, weather.step, *(values[part] for values in arrays))


def changes(events, *kinds):
    return [(event.minute, event.what) for event in events if event.what in kinds]


@pytest.mark.parametrize(
    ("kit", "kind", "count", "soc", "habits", "cuts"),
    [
        (kit_b(), "tiga_hari_hujan", 1, 0.25, LONG_NIGHTS, 1),
        (kit_b(usb=True), "cerah", 1, 0.6, EVENING, 0),
        (kit_a(), "berawan", 1, 0.6, EVENING, 1),
    ],
)
def test_quick_days_agree_with_solved_ones(kit, kind, count, soc, habits, cuts):
    installation = with_charge(kit.installation, soc)
    weather = preset(kind, SEPAKU, 80, 1, days=count)
    exact = simulate(installation, weather, habits)
    quick = simulate_course(installation, weather, habits)
    assert quick.step == 1
    assert quick.soc == pytest.approx(exact.soc, abs=0.01)
    assert float(quick.panel.sum()) / 60 == pytest.approx(-float(exact.energy["panel"].sum()), rel=0.015)
    lamps = sum(float(values.sum()) for name, values in exact.energy.items() if name in LAMPS)
    assert float(quick.lamps.sum()) / 60 == pytest.approx(lamps, rel=0.01)
    solved, told = changes(exact.events, Load.LOW_VOLTAGE), changes(quick.events(), Load.LOW_VOLTAGE)
    # Lamps with a cell each are told as one; in the exact day the first one speaks for all.
    assert len(solved) == len(told) == cuts
    for (one, _), (other, _) in zip(solved, told, strict=True):
        assert abs(one - other) <= 2
    full = changes(quick.events(), Charge.FLOAT)
    assert len(full) == len(changes(exact.events, Charge.FLOAT))


def test_curves_add_up_to_the_sums_of_the_year():
    weather = preset("tiga_hari_hujan", SEPAKU, 80, 1, days=5)
    installation = with_charge(kit_b(usb=True).installation, 0.4)
    course = simulate_course(installation, weather, LONG_NIGHTS)
    sums = simulate_year(installation, weather, LONG_NIGHTS)
    assert float(course.panel.sum()) / 60 == pytest.approx(sums.total.panel)
    assert float(course.lamps.sum()) / 60 == pytest.approx(sums.total.lamps)
    assert np.count_nonzero(course.wanted & course.lit) / 60 == pytest.approx(sums.total.light)
    assert np.count_nonzero(course.wanted & ~course.lit) / 60 == pytest.approx(sums.total.dark)
    assert len(changes(course.events(), Load.LOW_VOLTAGE)) == sums.total.cut_off > 0
    assert course.soc[-1] == pytest.approx(sums.final_charge)


def test_a_phone_gets_what_it_takes_to_be_full_and_no_more():
    weather = preset("cerah", SEPAKU, 80, 1, days=1)
    course = simulate_course(kit_b(usb=True).installation, weather, EVENING)
    charging = np.flatnonzero(course.phone)
    assert (charging[0], charging[-1], len(charging)) == (600, 659, 60)
    assert float(course.phone.sum()) / 60 == pytest.approx(10.0)


def test_a_port_that_is_cut_off_gives_nothing():
    weather = preset("tiga_hari_hujan", SEPAKU, 80, 1, days=1)
    course = simulate_course(with_charge(kit_b(usb=True).installation, 0.05), weather, EVENING)
    (cut,) = changes(course.events(), Load.LOW_VOLTAGE)
    assert 600 < cut[0] < 660
    assert float(course.phone[cut[0] :].max()) < 1e-6
    assert float(course.phone.sum()) / 60 == pytest.approx((cut[0] - 600) / 6)


def test_a_plug_in_kit_charges_a_phone_by_day_only():
    weather = preset("cerah", SEPAKU, 80, 1, days=1)
    dark = replace(EVENING, phone=(Span.of("20:00-24:00"),))
    assert float(simulate_course(kit_a().installation, weather, dark).phone.max()) < 1e-6
    assert float(simulate_course(kit_a().installation, weather, EVENING).phone.sum()) / 60 > 9.0


def test_a_year_in_steps_of_ten_minutes_tells_the_same_as_in_minutes():
    weather = first_days(year(SEPAKU, 2025, 1), 28)
    for kit, habits in (
        (kit_b(usb=True), replace(EVENING, light=(Span.of("18:00-02:00"),))),
        (kit_a(), EVENING),
    ):
        minutes = simulate_course(kit.installation, weather, habits)
        tens = simulate_course(kit.installation, weather.averaged(10), habits)
        assert tens.step == 10
        assert float(tens.panel.sum()) / 6 == pytest.approx(float(minutes.panel.sum()) / 60, rel=0.01)
        light = [np.count_nonzero(one.wanted & one.lit) * one.step / 60 for one in (minutes, tens)]
        assert light[1] == pytest.approx(light[0], rel=0.02)
        assert float(tens.soc.min()) == pytest.approx(float(minutes.soc.min()), abs=0.02)


def test_a_table_is_solved_once_whatever_the_hours_and_the_charge(monkeypatch):
    weather = preset("cerah", SEPAKU, 80, 1, days=1)
    kit, tables = kit_b(usb=True).installation, Tables()
    simulate_course(with_charge(kit, 0.9), weather, EVENING, tables=tables)
    longer = replace(EVENING, light=(Span.of("17:30-23:30"),))
    cold = simulate_course(with_charge(kit, 0.3), weather, longer)

    def never(*_arguments):
        raise AssertionError("the table was solved again")

    monkeypatch.setattr(kept, "table_of", never)
    warm = simulate_course(with_charge(kit, 0.3), weather, longer, tables=tables)
    assert np.array_equal(warm.soc, cold.soc)
    with pytest.raises(AssertionError, match="solved again"):
        simulate_course(kit, preset("berawan", SEPAKU, 80, 1, days=1), longer, tables=tables)
    with pytest.raises(AssertionError, match="solved again"):
        simulate_course(kit_b(panel="sx350", usb=True).installation, weather, longer, tables=tables)


def test_brightness_has_a_table_of_its_own():
    weather, tables = preset("cerah", SEPAKU, 80, 1, days=1), Tables()
    ends = [
        simulate_course(kit_a().installation, weather, replace(EVENING, brightness=step), tables=tables).soc[
            -1
        ]
        for step in (Brightness.BRIGHT, Brightness.DIM, Brightness.BRIGHT)
    ]
    assert ends[0] == ends[2] < ends[1]


def test_the_oldest_table_is_forgotten(monkeypatch):
    asked = []
    monkeypatch.setattr(kept, "table_of", lambda *given: asked.append(given[2]) or given[2])
    tables, kit = Tables(), kit_b().installation
    for brightest in [*range(kept.MOST), 0, kept.MOST, 0, 1]:
        assert tables.of(kit, [kit.units], float(brightest), (25.0, 0.03)) == brightest
    assert asked == [*map(float, range(kept.MOST)), float(kept.MOST), 1.0]


def test_longer_steps_keep_their_means():
    weather = preset("berawan", SEPAKU, 80, 1, days=2)
    hours = weather.averaged(60)
    assert (hours.step, hours.days) == (60, 2)
    assert hours.daily_poa() == pytest.approx(weather.daily_poa())
    assert hours.poa[12] == pytest.approx(weather.poa[720:780].mean())


@pytest.mark.parametrize(("weather_step", "step"), [(60, 10), (10, 25), (1, 7), (1, 0)])
def test_steps_that_do_not_fit_are_refused(weather_step, step):
    weather = preset("cerah", SEPAKU, 80, 1, days=1).averaged(weather_step)
    with pytest.raises(ValueError, match=f"step is {step} minutes; give a multiple of {weather_step}"):
        weather.averaged(step)
