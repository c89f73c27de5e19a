"""The settings of charge controllers, and what the newer ones add: over-voltage, retries, tail, equalising."""

from dataclasses import replace
from itertools import pairwise
from math import inf, nan

import pytest

from lentera.course.style import TextKind, lint_text
from lentera.solar.controller import (
    CONTROLLER_THRESHOLDS,
    Charge,
    ControllerReadings,
    ControllerState,
    Load,
    delay_of,
    equalise,
    next_state,
    release,
    survives,
)
from lentera.solar.parts import certainty
from lentera.solar.parts.bounds import PartError

PWM, PHOCOS, FLOODED, MACON, LITHIUM, CELL = (
    CONTROLLER_THRESHOLDS[name]
    for name in ("pwm_12v", "phocos_cml", "flooded_12v", "macon_shls", "lfp_12v", "lamp_3v2")
)
BULK = ControllerState(Charge.BULK, Load.ON)
ABSORPTION = ControllerState(Charge.ABSORPTION, Load.ON)
FLOAT = ControllerState(Charge.FLOAT, Load.ON)


def after(state, volts, limits, dt=60.0, **others):
    return next_state(state, ControllerReadings(volts, **others), dt, limits)


# The numbers.


def test_settings_of_the_catalogue():
    assert set(CONTROLLER_THRESHOLDS) == {
        "pwm_12v",
        "phocos_cml",
        "flooded_12v",
        "macon_shls",
        "lfp_12v",
        "lamp_3v2",
    }
    # Phocos CMLup20 data sheet: float, main, disconnect, reconnect, over-voltage, panel, own use.
    assert (PHOCOS.float_, PHOCOS.absorption, PHOCOS.low_voltage_disconnect) == (13.8, 14.4, 11.0)
    assert (PHOCOS.low_voltage_reconnect, PHOCOS.over_voltage, PHOCOS.under_voltage) == (12.8, 15.5, 10.5)
    assert (PHOCOS.max_panel, PHOCOS.tempco, PHOCOS.own_use, PHOCOS.overload) == (30.0, -0.025, 0.005, 20.0)
    assert (MACON.overload, MACON.retry_after, MACON.over_voltage) == (3.0, 5.0, 15.0)
    assert 14.0 <= LITHIUM.absorption <= 14.6
    assert 11.5 <= LITHIUM.low_voltage_disconnect <= 12.0
    assert (CELL.absorption, CELL.low_voltage_disconnect, CELL.low_voltage_reconnect) == (3.6, 2.8, 3.1)


def test_only_a_battery_with_caps_may_be_equalised():
    assert FLOODED.equalise == 14.8
    assert all(
        limits.equalise is None for name, limits in CONTROLLER_THRESHOLDS.items() if name != "flooded_12v"
    )


def test_numbers_carry_their_certainty():
    assert certainty("profile", "phocos_cml", "over_voltage") == "S"
    assert certainty("profile", "macon_shls", "retry_after") == "S"
    assert certainty("profile", "lfp_12v", "low_voltage_disconnect") == "K"
    assert certainty("profile", "lamp_3v2", "absorption") == "K"


@pytest.mark.parametrize("limits", CONTROLLER_THRESHOLDS.values(), ids=CONTROLLER_THRESHOLDS)
def test_every_setting_is_named_in_two_languages_and_has_a_source(limits):
    assert limits.name
    assert limits.name_en
    assert limits.name != limits.name_en
    assert len(limits.source) > 30
    assert lint_text(limits.name, TextKind.LABEL) == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"absorption": nan}, "absorption is nan V; give a number above 0"),
        ({"own_use": -0.1}, "own_use is -0.1 A; give a number from 0 up"),
        ({"tempco": inf}, "tempco is inf V/K; give a finite number"),
        ({"over_voltage": nan}, "over_voltage is nan; give a number from 0 up"),
        ({"tail_current": nan}, "tail_current is nan; give a number from 0 up"),
        ({"tail_current": -0.3}, "tail_current is -0.3; give a number from 0 up"),
        ({"equalise_time": nan}, "equalise_time is nan; give a number from 0 up"),
        ({"equalise": nan}, "absorption is 14.4 V; give at most equalise, which is nan V"),
        ({"retries": -1}, "retries is -1; give a number from 0 up"),
        ({"float_": 15.0}, "float_ is 15.0 V; give at most absorption, which is 14.4 V"),
        ({"low_voltage_disconnect": 12.7}, "low_voltage_disconnect is 12.7 V; give at most low_voltage_reconnect, which is 12.6 V"),
        ({"wake": 7.0}, "undervoltage_lockout is 8.0 V; give at most wake, which is 7.0 V"),
        ({"over_voltage": 15.0, "over_voltage_reconnect": 14.0}, "absorption is 14.4 V; give at most over_voltage_reconnect, which is 14.0 V"),
        ({"equalise": 14.0}, "absorption is 14.4 V; give at most equalise, which is 14.0 V"),
    ],
)  # fmt: skip
def test_settings_that_cannot_be_are_refused(changes, sentence):
    with pytest.raises(PartError) as caught:
        replace(PWM, **changes)
    assert str(caught.value) == sentence


# Temperature.


def test_a_warm_lead_battery_is_charged_to_less():
    warm = PWM.at(35.0)
    assert (warm.absorption, warm.float_) == pytest.approx((14.15, 13.55))
    assert warm.low_voltage_disconnect == PWM.low_voltage_disconnect
    assert PWM.at(25.0) == PWM
    assert FLOODED.at(15.0).equalise == pytest.approx(15.05)


@pytest.mark.parametrize("temperature", [-20.0, 0.0, 12.0, 20.0, 45.0, 70.0])
@pytest.mark.parametrize("limits", CONTROLLER_THRESHOLDS.values(), ids=CONTROLLER_THRESHOLDS)
def test_every_setting_can_be_had_for_a_morning_in_the_hills_and_a_box_in_the_sun(limits, temperature):
    moved = limits.at(temperature)
    assert moved.rebulk <= moved.float_ <= moved.absorption <= moved.over_voltage_reconnect
    assert moved.over_voltage == limits.over_voltage
    # Regulating at its own voltage must never look like too much of it.
    regulating = ControllerState(Charge.ABSORPTION, Load.ON)
    assert after(regulating, moved.absorption - 0.01, moved).charge is Charge.ABSORPTION


def test_a_cool_morning_moves_what_regulates_and_the_way_back_above_it():
    cool = PHOCOS.at(15.0)
    assert (cool.absorption, cool.float_, cool.over_voltage_reconnect) == pytest.approx((14.65, 14.05, 14.65))
    # Far below freezing the set point stops at the cut-off, or it would cut itself off.
    assert PHOCOS.at(-30.0).absorption == PHOCOS.over_voltage == 15.5
    assert FLOODED.at(-30.0).equalise == 15.5


def test_lithium_is_charged_alike_in_cold_and_warmth():
    assert LITHIUM.at(10.0) == LITHIUM.at(40.0) == LITHIUM


def test_a_temperature_that_is_none_is_refused():
    with pytest.raises(PartError, match="temperature is nan °C; give a number"):
        PWM.at(nan)


def test_heat_so_great_that_the_order_breaks_is_refused():
    with pytest.raises(PartError, match="give at most"):
        PWM.at(120.0)


# Over-voltage.


def test_above_the_limit_charge_and_load_go_off_until_it_is_lower():
    state = after(ABSORPTION, 15.6, PHOCOS)
    assert (state.charge, state.load) == (Charge.OVER_VOLTAGE, Load.OVER_VOLTAGE)
    state = after(state, 15.0, PHOCOS)
    assert (state.charge, state.load) == (Charge.OVER_VOLTAGE, Load.OVER_VOLTAGE)
    state = after(state, 14.4, PHOCOS)
    assert (state.charge, state.load) == (Charge.ABSORPTION, Load.ON)


def test_nothing_is_let_through_meanwhile():
    state = ControllerState(Charge.OVER_VOLTAGE, Load.OVER_VOLTAGE)
    assert state.set_point(PHOCOS) == PHOCOS.over_voltage_reconnect
    assert state.awake


def test_regulation_comes_before_protection():
    assert after(BULK, 15.6, PHOCOS).charge is Charge.ABSORPTION


def test_a_panel_without_battery_loses_its_load_where_the_protection_exists():
    alone = ControllerState(Charge.UNBUFFERED, Load.ON)
    assert after(alone, 16.3, PHOCOS, buffered=False).load is Load.OVER_VOLTAGE
    assert after(alone, 16.3, PWM, buffered=False).load is Load.ON


def test_a_recovered_load_waits_for_a_charged_battery():
    state = after(ControllerState(Charge.OVER_VOLTAGE, Load.OVER_VOLTAGE), 10.9, PHOCOS)
    assert state.load is Load.LOW_VOLTAGE


# Overload.


def trouble(limits, seconds, dt, shorted):
    """Run a load that draws too much while `shorted(time)`; give the state and the times it was tried."""
    state, tries = BULK, []
    for k in range(round(seconds / dt)):
        amps = 40.0 if state.load is Load.ON and shorted(k * dt) else 0.0
        before, state = state, after(state, 12.6, limits, dt, load_current=amps)
        if before.load is Load.OVERLOAD and state.load is Load.ON:
            tries.append(k * dt)
    return state, tries


@pytest.mark.parametrize("dt", [0.5, 1.0, 5.0, 60.0])
def test_a_lasting_short_is_tried_some_times_and_then_left(dt):
    state, tries = trouble(MACON, 40 * max(dt, 5.0), dt, lambda _: True)
    assert state.load is Load.OVERLOAD
    assert len(tries) == MACON.retries
    assert all(b - a >= MACON.retry_after for a, b in pairwise(tries))


def test_a_short_that_goes_away_gives_the_light_back():
    state, tries = trouble(MACON, 60.0, 1.0, lambda time: time < 13.0)
    assert state.load is Load.ON
    assert len(tries) == 3
    assert (state.retries, state.waited) == (0, 0.0)


def test_the_controller_of_the_kit_waits_for_a_reset():
    state, tries = trouble(PWM, 3600.0, 60.0, lambda time: time < 60.0)
    assert state.load is Load.OVERLOAD
    assert not tries
    assert release(state) == BULK


def test_a_retry_of_an_empty_battery_does_not_switch_the_load_on():
    latched = ControllerState(Charge.BULK, Load.OVERLOAD, waited=10.0)
    assert after(latched, 11.0, MACON).load is Load.LOW_VOLTAGE


def test_looking_again_at_the_same_moment_does_not_count():
    latched = ControllerState(Charge.BULK, Load.OVERLOAD, waited=4.0, retries=1)
    assert after(latched, 12.6, MACON, dt=0.0) == latched
    tried = ControllerState(Charge.BULK, Load.ON, retries=2)
    assert after(tried, 12.6, MACON, dt=0.0) == tried


def test_losing_power_forgets_the_trouble():
    latched = ControllerState(Charge.BULK, Load.OVERLOAD, waited=4.0, retries=5)
    assert after(latched, 0.0, MACON) == ControllerState()


# Low voltage.


def test_far_below_the_limit_the_load_goes_off_at_once():
    low = ControllerState(Charge.BULK, Load.LOW_VOLTAGE)
    assert delay_of(BULK, low, ControllerReadings(10.9), PHOCOS) == PHOCOS.low_voltage_delay
    assert delay_of(BULK, low, ControllerReadings(10.4), PHOCOS) < 1.0


# The end of absorption.


def test_a_small_current_at_the_set_point_ends_absorption_early():
    assert after(ABSORPTION, 14.4, LITHIUM, charge_current=0.2).charge is Charge.FLOAT
    assert after(ABSORPTION, 14.4, LITHIUM, charge_current=0.9).charge is Charge.ABSORPTION


def test_a_cloud_does_not_end_absorption():
    assert after(ABSORPTION, 13.9, LITHIUM, charge_current=0.05).charge is Charge.ABSORPTION


def test_lead_is_held_for_its_time_whatever_the_current():
    assert after(ABSORPTION, 14.4, PWM, charge_current=0.01).charge is Charge.ABSORPTION


@pytest.mark.parametrize("dt", [1.0, 60.0, 600.0])
def test_absorption_lasts_its_time_at_any_step(dt):
    state, time = ABSORPTION, 0.0
    while state.charge is Charge.ABSORPTION:
        state = after(state, 14.38, PWM, dt)
        time += dt
    assert PWM.absorption_time <= time <= PWM.absorption_time + 2.0 * dt


def test_one_cell_counts_its_time_at_its_own_voltage():
    assert after(ABSORPTION, 3.595, CELL).held == 60.0
    assert after(ABSORPTION, 3.55, CELL).held == 0.0


# Equalising.


def test_equalising_holds_its_voltage_for_its_time_and_floats():
    state = equalise(FLOAT, FLOODED)
    assert state.set_point(FLOODED) == 14.8
    state = after(state, 14.8, FLOODED, 3600.0)
    assert (state.charge, state.held) == (Charge.EQUALISE, 3600.0)
    state = after(state, 14.8, FLOODED, 3600.0)
    assert after(state, 14.8, FLOODED).charge is Charge.FLOAT
    assert after(equalise(FLOAT, FLOODED), 12.5, FLOODED).charge is Charge.BULK


def test_a_sealed_battery_is_never_equalised():
    with pytest.raises(PartError) as caught:
        equalise(FLOAT, PWM)
    assert str(caught.value) == (
        "equalise is not allowed for '12 V sealed lead battery'; choose a flooded battery's setting"
    )


def test_a_sleeping_controller_does_not_equalise():
    assert equalise(ControllerState(), FLOODED) == ControllerState()


# What destroys a controller.


def test_too_high_a_panel_or_a_reversed_battery_destroys():
    assert survives(ControllerReadings(12.6, panel_voltage=21.7), PWM)
    assert survives(ControllerReadings(12.6, panel_voltage=-21.7), PWM)
    assert not survives(ControllerReadings(12.6, panel_voltage=43.0), PWM)
    assert survives(ControllerReadings(-12.6), PWM)
    assert not survives(ControllerReadings(-12.6), replace(PWM, reverse_protected=False))
    assert not survives(ControllerReadings(12.6, panel_voltage=nan), PWM)
