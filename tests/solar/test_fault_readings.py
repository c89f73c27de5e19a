"""Readings in four situations: what the moment does to a kit, warm starts, variants of the kits, and what one sees."""

from dataclasses import replace

import pytest

from lentera.solar.controller import Load
from lentera.solar.faults import (
    Glow,
    Situation,
    UnknownReadingError,
    fault,
    faults_of,
    reading_table,
    readings,
    with_faults,
)
from lentera.solar.faults.situations import at
from lentera.solar.installation import DuskSwitch, kit_b

KIT = kit_b()
VARIANT = kit_b(battery="lifepo4", lamps=3, usb=True, dusk=True)


@pytest.mark.parametrize("situation", list(Situation))
def test_a_situation_turns_the_switch_and_brings_the_sun(situation):
    placed = at(KIT.installation, situation)
    assert placed.unit("switch").on is situation.name.endswith("_ON")
    assert (situation.conditions.irradiance > 0.0) is situation.name.startswith("NOON")
    assert situation.dark is situation.name.startswith("NIGHT")


def test_by_night_a_battery_has_lost_what_charging_put_on_it():
    battery = KIT.installation.unit("battery")
    for polarisation, rested in ((1.5, 0.0), (-0.7, -0.7), (0.0, 0.0)):
        charged = KIT.installation.with_unit("battery", replace(battery, polarisation=polarisation))
        assert at(charged, Situation.NIGHT_OFF).unit("battery").polarisation == rested
        assert at(charged, Situation.NOON_OFF).unit("battery").polarisation == polarisation


def test_a_dusk_switch_is_on_by_night_and_off_by_day():
    name = next(name for name, unit in VARIANT.installation.units.items() if isinstance(unit, DuskSwitch))
    assert at(VARIANT.installation, Situation.NIGHT_ON).unit(name).on
    assert not at(at(VARIANT.installation, Situation.NIGHT_ON), Situation.NOON_ON).unit(name).on
    by_day = readings(VARIANT.installation, Situation.NOON_ON, VARIANT.test_points)
    by_night = readings(VARIANT.installation, Situation.NIGHT_ON, VARIANT.test_points)
    assert set(by_day.lamps.values()) == {Glow.DARK}
    assert set(by_night.lamps.values()) == {Glow.LIT}


def test_every_situation_is_measured_at_every_point():
    table = reading_table(KIT.installation, KIT.test_points)
    assert list(table) == list(Situation)
    assert all(list(seen.volts) == [f"TP{k}" for k in range(1, 9)] for seen in table.values())
    assert all(list(seen.amps) == ["I_pv", "I_battery", "I_lamp"] for seen in table.values())


def test_a_warm_start_changes_no_reading():
    start = readings(KIT.installation, Situation.NIGHT_OFF, KIT.test_points).solution
    struck = fault("fuse-holder-corroded").apply(KIT.installation)
    cold = readings(struck, Situation.NOON_ON, KIT.test_points)
    warm = readings(struck, Situation.NOON_ON, KIT.test_points, previous=start)
    for name in (*cold.volts, *cold.amps):
        assert warm.value(name) == pytest.approx(cold.value(name), abs=1e-5)


def test_the_currents_balance_at_the_controller():
    seen = readings(KIT.installation, Situation.NOON_ON, KIT.test_points)
    own_use = 0.005
    assert seen.amps["I_pv"] == pytest.approx(
        seen.amps["I_battery"] + seen.amps["I_lamp"] + own_use, abs=0.001
    )


def test_what_a_fuse_did_is_told():
    struck = with_faults(KIT.installation, fault("lamp-shorted"))
    seen = readings(struck, Situation.NIGHT_ON, KIT.test_points)
    assert [trip.element for trip in seen.broken] == ["fuse"]
    assert seen.installation.unit("fuse").blown
    assert not seen.display_lit()


def test_a_flat_battery_shows_as_a_load_that_is_cut_with_the_display_lit():
    seen = readings(fault("battery-flat").apply(KIT.installation), Situation.NIGHT_ON, KIT.test_points)
    assert seen.display_lit()
    assert seen.controllers["controller"].load is Load.LOW_VOLTAGE


@pytest.mark.parametrize("found", faults_of("b", real=False), ids=lambda found: found.id)
def test_faults_fit_the_variants_of_the_kit(found):
    for situation in (Situation.NOON_ON, Situation.NIGHT_ON):
        seen = readings(found.apply(VARIANT.installation), situation, VARIANT.test_points)
        assert seen.solution.converged
        assert set(VARIANT.test_points) == set(seen.volts)


def test_without_points_one_only_sees():
    seen = readings(KIT.installation, Situation.NIGHT_ON, {})
    assert seen.volts == {}
    assert seen.lamps == {"lamp1": Glow.LIT}


def test_a_reading_that_was_not_taken_is_told_with_those_that_were():
    seen = readings(KIT.installation, Situation.NIGHT_ON, KIT.test_points)
    with pytest.raises(UnknownReadingError, match="there is no reading 'TP9'; there are TP1, TP2"):
        seen.value("TP9")
    with pytest.raises(UnknownReadingError, match="there is no controller 'brain'; there are controller"):
        seen.display_lit("brain")
