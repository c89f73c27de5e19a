"""A year by table and loop against days solved minute by minute, and against its own accounts."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from lentera.solar.battery import capacity
from lentera.solar.installation import Bridge, ControllerFault, kit_a, kit_b
from lentera.solar.lamp import Brightness, Habits, LampError, Span, compiled, simulate, simulate_year
from lentera.solar.weather import SEPAKU, Weather, preset, year

KIT = kit_b().installation
LONG_NIGHTS = Habits(light=(Span.of("17:00-04:00"),))


def with_charge(installation, soc):
    return installation.with_unit("battery", replace(installation.units["battery"], soc=soc))


def days(weather, first, count):
    part = slice(first * 1440 // weather.step, (first + count) * 1440 // weather.step)
    arrays = (weather.ghi, weather.poa, weather.air_temperature, weather.cell_temperature)
    return Weather(weather.start + timedelta(days=first), weather.step, *(values[part] for values in arrays))


def by_hours(weather):
    arrays = (weather.ghi, weather.poa, weather.air_temperature, weather.cell_temperature)
    return Weather(weather.start, 60, *(values.reshape(-1, 60).mean(axis=1) for values in arrays))


@pytest.fixture(scope="module")
def month():
    return days(year(SEPAKU, 2025, 3), 0, 31)


@pytest.fixture(scope="module")
def whole():
    return simulate_year(KIT, year(SEPAKU, 2025, 3))


def both(installation, weather, habits):
    """Give panel, lamps, battery in and out [Wh], final charge, light and dark [h] of the days and of the year."""
    exact = simulate(installation, weather, habits)
    quick = simulate_year(installation, weather, habits, compiled=False)
    posts = np.sum([flows.terminal for flows in exact.batteries.values()], axis=0)
    lamps = sum(
        float(v.sum()) for name, v in exact.energy.items() if name in installation.units and "lamp" in name
    )
    return (
        {
            "panel": -float(exact.energy["panel"].sum()),
            "lamps": lamps,
            "in": float(posts[posts > 0.0].sum()),
            "out": -float(posts[posts < 0.0].sum()),
            "charge": float(exact.soc[-1]),
            "light": exact.hours_of_light,
            "dark": exact.hours_unmet,
        },
        {
            "panel": quick.total.panel,
            "lamps": quick.total.lamps,
            "in": quick.total.battery_in,
            "out": quick.total.battery_out,
            "charge": quick.final_charge,
            "light": quick.total.light,
            "dark": quick.total.dark,
        },
    )


def agree(exact, quick):
    assert quick["panel"] == pytest.approx(exact["panel"], rel=0.01)
    assert quick["lamps"] == pytest.approx(exact["lamps"], rel=0.01)
    assert quick["in"] == pytest.approx(exact["in"], rel=0.01)
    assert quick["out"] == pytest.approx(exact["out"], rel=0.01)
    assert quick["charge"] == pytest.approx(exact["charge"], abs=0.01)
    assert quick["light"] == pytest.approx(exact["light"], abs=0.2)
    assert quick["dark"] == pytest.approx(exact["dark"], abs=0.2)


@pytest.mark.parametrize(
    ("kind", "count", "soc", "habits"),
    [
        ("cerah", 2, 0.4, Habits()),
        ("berawan", 1, 0.6, Habits()),
        ("tiga_hari_hujan", 3, 0.25, LONG_NIGHTS),
    ],
)
def test_the_year_agrees_with_solved_days_within_one_per_cent(kind, count, soc, habits):
    exact, quick = both(with_charge(KIT, soc), preset(kind, SEPAKU, 200, 1, days=count), habits)
    agree(exact, quick)
    if habits is LONG_NIGHTS:
        assert exact["dark"] > 3.0


@pytest.mark.soak
@pytest.mark.parametrize("first", [10, 100, 190, 280, 330])
@pytest.mark.parametrize(
    ("kit", "habits"),
    [
        (kit_b(), Habits()),
        (kit_b(battery="lifepo4", usb=True), Habits()),
        (kit_b(panel="sx350", battery="vrla26", lamp="driver3w", lamps=3, usb=True), LONG_NIGHTS),
        (kit_b(battery="lifepo4_12", dusk=True), Habits(dusk=True)),
    ],
)
def test_it_agrees_for_other_kits_and_days_of_a_year(kit, habits, first):
    agree(*both(kit.installation, days(year(SEPAKU, 2025, 7), first, 2), habits))


def test_compiled_and_plain_loops_give_the_same_numbers_to_the_last_bit(month):
    quick = simulate_year(with_charge(KIT, 0.3), month, LONG_NIGHTS, compiled=True)
    assert quick.total.cut_off > 1
    assert quick == simulate_year(with_charge(KIT, 0.3), month, LONG_NIGHTS, compiled=False)


def test_charge_is_accounted_for(whole):
    through = whole.charge_in + whole.charge_out
    kept = (whole.final_charge - 0.86) * 7.0
    gone = whole.gassing + whole.self_discharge + whole.refused
    assert whole.charge_in - whole.charge_out - gone == pytest.approx(kept, abs=1e-6 * through)
    assert 2.0 < whole.self_discharge < 7.0 * 12 * 0.06
    assert 0.0 < whole.gassing < 0.2 * whole.charge_in


def test_energy_goes_somewhere(whole):
    total = whole.total
    assert total.battery_in - total.battery_out - whole.stored == pytest.approx(whole.battery_loss)
    assert 0.7 < total.battery_out / total.battery_in < 0.95
    assert total.own_use == pytest.approx(0.005 / 12.5 * 13.2**2 * 8760, rel=0.06)
    assert total.own_use < total.controllers < 0.3 * total.panel
    assert 0.0 < total.cables < 0.02 * total.panel
    assert total.lamps == pytest.approx(1825 * 4.9, rel=0.03)
    assert total.held_back > 0.0


def test_months_and_days_add_up_to_the_year(whole):
    assert len(whole.months) == 12
    assert sum(month.panel for month in whole.months) == pytest.approx(whole.total.panel)
    assert sum(month.full for month in whole.months) == whole.total.full
    assert len(whole.daily_light) == 365
    assert sum(whole.daily_light) == pytest.approx(whole.total.light)
    assert [round(month.light) for month in whole.months] == [
        155,
        140,
        155,
        150,
        155,
        150,
        155,
        155,
        150,
        155,
        150,
        155,
    ]
    assert min(whole.daily_lowest) == whole.lowest_charge


def test_a_result_is_plain_numbers(whole):
    told = json.loads(json.dumps(whole.to_dict()))
    assert told["total"]["light"] == whole.total.light
    assert told["worst_week"] == list(whole.worst_week)


def test_more_hours_than_the_sun_feeds_end_in_the_dark_and_the_worst_week_tells(month):
    hours = [(Span.of("18:00-22:00"),), (Span.of("18:00-04:00"),), (Span.of("16:00-08:00"),)]
    results = [simulate_year(KIT, month, Habits(light=light), compiled=False) for light in hours]
    darkness = [result.total.dark for result in results]
    assert darkness[0] == 0.0
    assert darkness[0] <= darkness[1] < darkness[2]
    assert all(
        r.total.light + r.total.dark == pytest.approx(31 * h)
        for r, h in zip(results, (4, 10, 16), strict=True)
    )
    first, worst = results[2].worst_week
    dark = 16.0 - np.array(results[2].daily_light)
    assert worst == pytest.approx(max(dark[k : k + 7].sum() for k in range(25)))
    assert dark[first : first + 7].sum() == pytest.approx(worst)
    assert results[2].total.cut_off > 5


def test_a_dirty_panel_brings_less_and_corroded_battery_terminals_heat(month):
    week = days(month, 0, 7)
    clean = simulate_year(with_charge(KIT, 0.3), week, LONG_NIGHTS, compiled=False)
    # A little less than its share of light: a battery that stays lower takes the same amperes at less volts.
    dirty = with_charge(KIT, 0.3).with_unit("panel", replace(KIT.units["panel"], soiling=0.35))
    assert simulate_year(dirty, week, LONG_NIGHTS, compiled=False).total.possible == pytest.approx(
        0.65 * clean.total.possible, rel=0.05
    )
    corroded = with_charge(KIT, 0.3).with_lead(replace(KIT.lead("battery_minus"), joint=0.8))
    assert simulate_year(corroded, week, LONG_NIGHTS, compiled=False).total.cables > 3.0 * clean.total.cables


def test_a_controller_that_never_holds_overcharges_and_a_dead_one_leaves_all_dark(month):
    week = days(month, 0, 7)
    healthy = simulate_year(KIT, week, compiled=False)
    controller = KIT.units["controller"]
    wild = KIT.with_unit("controller", replace(controller, fault=ControllerFault.NO_REGULATION))
    assert simulate_year(wild, week, compiled=False).gassing > 5.0 * healthy.gassing
    dead = KIT.with_unit("controller", replace(controller, fault=ControllerFault.DEAD))
    result = simulate_year(dead, week, compiled=False)
    assert (result.total.light, result.total.dark) == (0.0, 35.0)
    assert result.charge_in == pytest.approx(0.0, abs=1e-3)


def test_a_lamp_that_dies_does_so_on_the_first_day(month):
    week = days(month, 0, 7)
    faulty = KIT.with_unit("lamp1", replace(KIT.units["lamp1"], shorted=1))
    result = simulate_year(faulty, week, compiled=False)
    assert result.broken == ("lamp1",)
    assert result.total.light == 0.0


def test_four_lamps_with_cells_of_their_own_move_as_one():
    weather = preset("cerah", SEPAKU, 80, 1, days=2)
    dim = simulate_year(
        kit_a().installation, weather, Habits(brightness=Brightness.DIM, phone_energy=0.0), compiled=False
    )
    bright = simulate_year(kit_a().installation, weather, Habits(phone_energy=0.0), compiled=False)
    assert dim.total.light == 10.0
    assert bright.total.light + bright.total.dark == 10.0
    assert dim.total.lamps < 0.2 * bright.total.lamps
    # 47 h from 6 Ah: five hours take a tenth, twice; the sun brings it back.
    assert dim.lowest_charge == pytest.approx(0.86, abs=0.06)
    assert dim.daily_lowest[1] == pytest.approx(1.0 - 5.0 / 47.0, abs=0.05)


def test_weather_by_hours_gives_nearly_the_same_month(month):
    fine = simulate_year(KIT, month, compiled=False)
    coarse = simulate_year(KIT, by_hours(month), compiled=False)
    assert coarse.total.lamps == pytest.approx(fine.total.lamps, rel=0.005)
    assert coarse.total.panel == pytest.approx(fine.total.panel, rel=0.03)
    assert coarse.final_charge == pytest.approx(fine.final_charge, abs=0.01)


def test_health_shrinks_the_battery():
    weather = preset("tiga_hari_hujan", SEPAKU, 200, 1, days=3)
    worn = KIT.with_unit("battery", replace(KIT.units["battery"], health=0.5))
    new, old = (simulate_year(kit, weather, compiled=False) for kit in (KIT, worn))
    assert capacity(KIT.units["battery"].spec, 0.5, 25.0) == 3.5
    assert old.lowest_charge < new.lowest_charge - 0.2


def test_a_folder_that_cannot_be_written_only_costs_the_store(monkeypatch):
    import numba

    def njit(function, *, cache=False):
        if cache:
            raise RuntimeError("cannot cache function: no locator available")
        return function

    compiled._compiled.cache_clear()
    monkeypatch.setattr(numba, "njit", njit)
    try:
        assert compiled._compiled().__name__ == "scan"
    finally:
        compiled._compiled.cache_clear()


def test_importing_the_package_loads_neither_numba_nor_pandas():
    code = "import sys, lentera.solar.lamp; print([m for m in ('numba', 'pandas', 'pvlib', 'scipy') if m in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )


@pytest.mark.parametrize("missing", ["panel", "battery", "controller", "lamp1"])
def test_an_installation_without_a_part_is_refused_by_its_name(missing, month):
    with pytest.raises(LampError, match=missing.rstrip("1")):
        simulate_year(KIT.without_unit(missing), days(month, 0, 1))


def test_a_blown_fuse_is_refused_with_the_way_out(month):
    blown = KIT.with_unit("fuse", replace(KIT.units["fuse"], blown=True))
    with pytest.raises(LampError, match=r"battery_plus .* simulate"):
        simulate_year(blown, days(month, 0, 1))


def test_a_short_that_blows_the_fuse_is_refused_as_well(month):
    shorted = KIT.with_bridge(Bridge("short", "battery.minus", "fuse.b", 0.01))
    with pytest.raises(LampError, match="simulate"):
        simulate_year(shorted, days(month, 0, 1))


def test_cells_that_differ_are_refused_by_name(month):
    kit = kit_a().installation
    odd = kit.with_unit("lamp3_cell", replace(kit.units["lamp3_cell"], soc=0.1))
    with pytest.raises(LampError, match="lamp3_cell is not as lamp1_cell"):
        simulate_year(odd, days(month, 0, 1))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda poa: poa[:-1], r"poa has shape \(1439,\)"),
        (lambda poa: np.where(np.arange(1440) == 700, np.nan, poa), r"poa is nan at step 700"),
    ],
)
def test_weather_with_holes_never_comes_so_far(change, sentence, month):
    day = days(month, 0, 1)
    with pytest.raises(ValueError, match=sentence):
        replace(day, poa=change(day.poa.copy()))
