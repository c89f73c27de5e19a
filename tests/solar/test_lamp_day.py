"""Days of a lamp: every minute solved, every watt-hour and ampere-hour accounted for."""

from dataclasses import replace
from datetime import datetime

import numpy as np
import pytest

from lentera.solar.battery import BatteryState, step
from lentera.solar.controller import Charge, Load
from lentera.solar.installation import Bridge, kit_a, kit_b
from lentera.solar.lamp import Habits, LampError, Span, simulate
from lentera.solar.weather import SEPAKU, Weather, preset

KIT = kit_b().installation


def with_charge(installation, soc):
    return installation.with_unit("battery", replace(installation.units["battery"], soc=soc))


def of_constant_light(poa, hours=24, step=60):
    n = 24 * 60 // step
    light = np.zeros(n)
    light[:hours] = poa
    return Weather(datetime(2025, 3, 21), step, light, light.copy(), np.full(n, 29.0), np.full(n, 40.0))  # noqa: DTZ001


@pytest.fixture(scope="module")
def sunny():
    return simulate(with_charge(KIT, 0.4), preset("cerah", SEPAKU, 80, 1, days=1))


def throughput(trace):
    return float(np.abs(np.concatenate([flows.terminal for flows in trace.batteries.values()])).sum())


def stored_by_table(spec, before, after, capacity):
    """Integrate the rest voltage by tiny steps, independently of the trace's own sum."""
    points = np.linspace(before, after, 20_001)
    volts = np.interp(points, spec.soc, spec.rest_voltage)
    return float(np.sum((volts[1:] + volts[:-1]) / 2.0 * np.diff(points))) * capacity


def test_what_the_panel_gives_is_what_everything_else_takes(sunny):
    taken = {name: float(watt_hours.sum()) for name, watt_hours in sunny.energy.items()}
    given = -taken.pop("panel")
    assert given > 15.0
    assert sum(taken.values()) == pytest.approx(given, abs=1e-6 * throughput(sunny))
    assert set(taken) >= {"battery", "controller", "lamp1", "fuse", "panel_plus", "switch_lamp1"}
    assert all(taken[name] >= 0.0 for name in taken if name != "battery")


def test_cables_lose_what_their_current_squared_says(sunny):
    ohm = KIT.lead("panel_plus").element().ohm
    assert float(sunny.energy["panel_plus"].sum()) == pytest.approx(
        float((sunny.panel_amps**2).sum()) * ohm / 60.0, rel=1e-9
    )


def test_the_battery_stores_and_loses_what_comes_to_its_posts(sunny):
    flows = sunny.batteries["battery"]
    spec = KIT.units["battery"].spec
    parts = flows.resistance + flows.polarisation + flows.gassing + flows.self_discharge
    stored = stored_by_table(spec, 0.4, flows.soc[-1], flows.capacity)
    assert float(flows.stored.sum()) == pytest.approx(stored, abs=1e-5)
    assert float(flows.terminal.sum()) == pytest.approx(
        stored + float(parts.sum()), abs=1e-6 * throughput(sunny)
    )
    assert float(flows.terminal.sum()) == pytest.approx(float(sunny.energy["battery"].sum()), rel=1e-12)


def test_the_battery_s_charge_is_what_its_current_brought(sunny):
    flows = sunny.batteries["battery"]
    brought = float(flows.amps.sum()) / 60.0
    lost = float(flows.gassing_charge.sum() + flows.self_discharge_charge.sum() + flows.refused_charge.sum())
    through = float(np.abs(flows.amps).sum()) / 60.0
    assert (flows.soc[-1] - 0.4) * 7.0 == pytest.approx(brought - lost, abs=1e-6 * through)


def test_the_battery_follows_its_own_model_step_by_step(sunny):
    flows = sunny.batteries["battery"]
    spec = KIT.units["battery"].spec
    state = BatteryState(0.4)
    for amps in flows.amps:
        state, _ = step(spec, state, float(amps), 60.0, KIT.units["battery"].temperature)
    assert state.soc == pytest.approx(flows.soc[-1], abs=1e-12)


def test_a_sunny_day_goes_from_bulk_over_absorption_to_float(sunny):
    stages = [event.what for event in sunny.events if event.what in set(Charge)]
    assert stages[:2] == [Charge.ABSORPTION, Charge.FLOAT]
    afternoon = slice(14 * 60, 17 * 60)
    assert set(sunny.charge[afternoon]) == {Charge.FLOAT}
    assert sunny.battery_volts.max() < 14.42
    assert sunny.battery_volts.max() > 14.3
    assert 0.4 < sunny.charge_amps.max() < 1.3


def test_the_lamp_draws_its_0_4_ampere_for_its_five_hours(sunny):
    # What the day left on the plates drains within half an hour.
    evening = slice(18 * 60 + 30, 23 * 60)
    assert sunny.hours_of_light == 5.0
    assert sunny.hours_unmet == 0.0
    assert 0.36 < sunny.lamp_amps[evening].min() <= sunny.lamp_amps[evening].max() < 0.46
    assert sunny.lamp_amps[: 17 * 60].max() < 1e-6
    assert sunny.brightness[20 * 60] == pytest.approx(sunny.lamp_amps[20 * 60] / 0.41)
    assert float(sunny.energy["lamp1"].sum()) == pytest.approx(5.0 * 4.97, rel=0.02)


def test_rows_tell_the_day_by_hours(sunny):
    rows = sunny.rows()
    assert len(rows) == 24
    assert rows[19].hour == sunny.start.replace(hour=19)
    assert [row.light for row in rows] == [0] * 18 + [60] * 5 + [0]
    assert rows[12].sun > 700.0
    assert rows[2].sun == 0.0
    assert rows[17].soc > rows[23].soc


def test_after_rain_the_lamp_goes_out_when_the_controller_says_so():
    low = with_charge(KIT, 0.12)
    trace = simulate(low, of_constant_light(40.0, hours=8))
    off = next(event.minute for event in trace.events if event.what is Load.LOW_VOLTAGE)
    assert 18 * 60 < off < 23 * 60
    assert trace.battery_volts[off - 1] < 11.4
    assert trace.unmet[off : 23 * 60].all()
    assert not trace.unmet[18 * 60 : off].any()
    assert trace.hours_of_light + trace.hours_unmet == pytest.approx(5.0)
    assert trace.final.units["controller"].state.load is Load.LOW_VOLTAGE


def test_weather_by_hours_is_lived_through_by_minutes():
    trace = simulate(KIT, of_constant_light(300.0, hours=12))
    assert trace.minutes == 1440
    assert trace.irradiance[: 12 * 60].min() == 300.0


@pytest.mark.parametrize(
    ("fault", "left"),
    [
        (lambda kit: kit.with_bridge(Bridge("short", "lamp1.plus", "lamp1.minus", 0.01)), "fuse"),
        (lambda kit: kit.with_unit("lamp1", replace(kit.units["lamp1"], shorted=1)), "lamp"),
    ],
)
def test_what_gives_way_stays_broken_and_the_night_is_dark(fault, left):
    trace = simulate(fault(KIT), of_constant_light(0.0))
    assert [event.what for event in trace.events if event.what in {"fuse", "lamp"}] == [left]
    assert trace.hours_of_light <= 1 / 60
    assert trace.hours_unmet == pytest.approx(5.0, abs=1 / 60)
    assert sum(float(watt_hours.sum()) for watt_hours in trace.energy.values()) == pytest.approx(
        0.0, abs=1e-5
    )


def test_a_reversed_panel_charges_nothing():
    kit = KIT.without_lead("panel_plus").without_lead("panel_minus")
    plus, minus = KIT.lead("panel_plus"), KIT.lead("panel_minus")
    kit = kit.with_lead(replace(plus, end=minus.end)).with_lead(replace(minus, end=plus.end))
    trace = simulate(kit, of_constant_light(500.0, hours=10))
    assert trace.charge_amps.max() < 1e-3
    assert trace.hours_of_light == 5.0
    assert trace.soc[-1] < 0.6


@pytest.mark.soak
def test_kit_a_charges_its_four_lamps_alike_and_books_all_of_it():
    kit = kit_a().installation
    night = Habits(light=(Span.of("01:00-02:00"),))
    short = of_constant_light(0.0)
    light = short.poa.copy()
    light[3:4] = 300.0
    weather = Weather(short.start, 60, light, light.copy(), short.air_temperature, short.cell_temperature)
    trace = simulate(kit, weather, night)
    charges = [flows.soc[-1] for flows in trace.batteries.values()]
    assert len(charges) == 4
    assert max(charges) - min(charges) < 0.01
    assert trace.hours_of_light == 1.0
    assert sum(float(v.sum()) for v in trace.energy.values()) == pytest.approx(
        0.0, abs=1e-6 * throughput(trace)
    )


@pytest.mark.parametrize("missing", ["panel", "battery", "controller", "lamp1"])
def test_an_installation_without_a_part_is_refused_by_its_name(missing):
    with pytest.raises(LampError, match=missing.rstrip("1")):
        simulate(KIT.without_unit(missing), of_constant_light(0.0))
