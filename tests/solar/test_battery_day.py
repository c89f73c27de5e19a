"""A battery, a panel and a controller through a day, minute by minute: bulk, absorption, float, night."""

from itertools import pairwise
from math import pi, sin
from typing import NamedTuple

import pytest

from lentera.solar.battery import BatteryState, Companion, Flows, companion, step
from lentera.solar.circuit import Battery, ChargeController, Circuit, LedString, PVModule
from lentera.solar.controller import (
    CONTROLLER_THRESHOLDS,
    Charge,
    ControllerReadings,
    ControllerState,
    Load,
    next_state,
)
from lentera.solar.panel import cell_temperature, single_diode
from lentera.solar.parts import BATTERIES, PANELS

WARM = 29.0
POLES = ("controller.battery_plus", "controller.battery_minus")


class Minute(NamedTuple):
    hour: float
    volts: float
    amps: float
    soc: float
    charge: Charge
    load: Load
    flows: Flows


def clear_sky(hour):
    return 1000.0 * sin(pi * (hour - 6.0) / 12.0) if 6.0 < hour < 18.0 else 0.0


def passing_clouds(hour):
    return clear_sky(hour) * (0.25 if int(hour * 60.0) // 7 % 2 else 1.0)


def evening(hour):
    return 18.0 <= hour < 22.0


def days(battery, profile, soc, *, sky=clear_sky, lamp=evening, count=1, implicit=True):
    spec, limits = BATTERIES[battery], CONTROLLER_THRESHOLDS[profile].at(WARM)
    state, control, amps = BatteryState(soc), ControllerState(Charge.BULK, Load.ON), 0.0
    minutes = []

    def solve(pair):
        circuit = Circuit(reference=POLES[1])
        light = sky(hour)
        if light > 0.0:
            law = single_diode(PANELS["ks20"], light, cell_temperature(light))
            circuit.add(PVModule("panel", "controller.pv_plus", "controller.pv_minus", law))
        circuit.add(Battery("battery", *POLES, spec, state.soc, pair.polarisation, pair.extra))
        circuit.add(ChargeController("controller", control, thresholds=limits))
        if lamp(hour):
            circuit.add(LedString("lamp", "controller.load_plus", "controller.load_minus"))
        return circuit.solve()

    for minute in range(count * 1440):
        hour = minute / 60.0 % 24.0
        for _ in range(5):
            for _ in range(2):
                pair = (
                    companion(spec, state, amps, 60.0, WARM)
                    if implicit
                    else Companion(state.polarisation, 0.0)
                )
                before, solution = amps, solve(pair)
                amps = solution.currents["battery"]
                if amps * before > 0.0:
                    break
            seen = ControllerReadings(
                solution.between(*POLES),
                solution.currents.get("controller.load", 0.0),
                charge_current=max(amps, 0.0),
            )
            after = next_state(control, seen, 0.0, limits)
            if after == control:
                break
            control = after
        state, flows = step(spec, state, amps, 60.0, WARM)
        minutes.append(
            Minute(hour, seen.battery_voltage, amps, state.soc, control.charge, control.load, flows)
        )
        control = next_state(control, seen, 60.0, limits)
    return minutes


def stages(minutes, quantity="charge"):
    """Give each stage once, in order, with the hour it begins."""
    found = [(getattr(minutes[0], quantity), 0.0)]
    for minute in minutes:
        if getattr(minute, quantity) is not found[-1][0]:
            found.append((getattr(minute, quantity), minute.hour))
    return found


def total(minutes, flow):
    return sum(getattr(minute.flows, flow) for minute in minutes)


def at(minutes, hour):
    return minutes[round(hour * 60.0)]


@pytest.fixture(scope="module")
def lead_day():
    return days("vrla", "pwm_12v", 0.5)


def test_a_sunny_day_goes_through_the_three_stages(lead_day):
    found = stages(lead_day)
    assert [stage for stage, _ in found] == [Charge.BULK, Charge.ABSORPTION, Charge.FLOAT, Charge.BULK]
    bulk_ends, float_begins, night = (hour for _, hour in found[1:])
    assert 8.0 < bulk_ends < 12.0
    assert float_begins - bulk_ends == pytest.approx(2.0, abs=0.3)
    assert 18.0 < night < 19.0


def test_a_sunny_day_nearly_fills_lead(lead_day):
    assert 0.92 < at(lead_day, 17.9).soc < 0.99
    stored = total(lead_day, "amp_hours_in") - total(lead_day, "gassing")
    assert 0.85 < stored / total(lead_day, "amp_hours_in") < 0.99


def test_regulation_holds_steady_from_minute_to_minute(lead_day):
    held = [m for m in lead_day if m.charge in {Charge.ABSORPTION, Charge.FLOAT} and 9.5 < m.hour < 16.0]
    changes = [abs(after.amps - before.amps) for before, after in pairwise(held)]
    # The drop to float is the one jump.
    assert max(changes) < 0.4
    assert sorted(changes)[-20] < 0.03
    absorbing = [m for m in held if m.charge is Charge.ABSORPTION]
    assert all(m.volts == pytest.approx(14.3, abs=0.05) for m in absorbing)
    assert absorbing[-1].amps < 0.6 * absorbing[0].amps


def test_without_the_companion_the_regulated_current_swings():
    minutes = [m for m in days("vrla", "pwm_12v", 0.5, implicit=False) if m.charge is Charge.ABSORPTION]
    swings = [abs(after.amps - before.amps) for before, after in pairwise(minutes)]
    assert max(swings) > 0.8


def test_the_night_rests_lead_within_the_hour(lead_day):
    spec = BATTERIES["vrla"]
    assert at(lead_day, 20.0).volts < spec.open_circuit_voltage(at(lead_day, 20.0).soc)
    late = at(lead_day, 23.0)
    assert late.volts == pytest.approx(spec.open_circuit_voltage(late.soc), abs=0.01)


def test_the_accounts_of_a_day_close(lead_day):
    change = (lead_day[-1].soc - 0.5) * 7.0
    flows = [total(lead_day, flow) for flow in Flows._fields]
    assert change == pytest.approx(flows[0] - flows[1] - flows[2] - flows[3], abs=1e-10)
    assert flows[4] == 0.0


def test_lithium_ends_its_charge_by_the_tail():
    minutes = days("lifepo4", "lfp_12v", 0.4)
    found = stages(minutes)
    assert [stage for stage, _ in found] == [Charge.BULK, Charge.ABSORPTION, Charge.FLOAT, Charge.BULK]
    assert found[2][1] - found[1][1] < 0.5
    assert at(minutes, 16.0).soc > 0.99
    assert total(minutes, "gassing") < 0.01 * total(minutes, "amp_hours_in")


def test_the_cell_of_a_plug_in_lamp_is_charged_by_its_own_profile():
    minutes = days("lfp_cell", "lamp_3v2", 0.6, lamp=lambda _: False)
    assert max(m.volts for m in minutes) < 3.62
    assert at(minutes, 16.0).soc > 0.98


def test_passing_clouds_do_not_confuse_the_stages():
    minutes = days("vrla", "pwm_12v", 0.7, sky=passing_clouds)
    found = stages(minutes)
    assert [stage for stage, _ in found] == [Charge.BULK, Charge.ABSORPTION, Charge.FLOAT, Charge.BULK]
    # Only minutes at the voltage count, so the clouds make absorption longer.
    assert found[2][1] - found[1][1] > 2.2


def test_a_lamp_left_on_in_the_rain_is_cut_once_and_does_not_flicker():
    minutes = days("vrla", "pwm_12v", 0.4, sky=lambda hour: 0.05 * clear_sky(hour), lamp=lambda _: True)
    assert [load for load, _ in stages(minutes, "load")] == [Load.ON, Load.LOW_VOLTAGE]
    off = [m for m in minutes if m.load is Load.LOW_VOLTAGE]
    assert 0.0 < off[0].soc < 0.15
    # The voltage climbs after the cut and stays under the reconnect voltage.
    assert off[0].volts < max(m.volts for m in off) < 12.6


@pytest.mark.soak
def test_a_week_finds_its_rhythm():
    minutes = days("vrla", "pwm_12v", 0.3, count=7)
    dusk = [minutes[day * 1440 + 1075].soc for day in range(7)]
    assert abs(dusk[-1] - dusk[-2]) < 0.005
    assert 0.9 < dusk[-1] < 1.0
