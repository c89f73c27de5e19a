"""The light by the clock: the sun over Sepaku in March, and what the sky leaves of it."""

import subprocess
import sys
from datetime import date

import pytest
from tests.solar.benches import lit

from lentera.solar.bench import (
    BenchError,
    BenchState,
    EventKind,
    Refusal,
    Remove,
    SetClock,
    SetCover,
    SetSun,
    Sky,
    apply,
    evaluate,
    sun_at,
)
from lentera.solar.weather.site import SEPAKU
from lentera.solar.weather.sky import sky_over


def test_the_sun_of_the_clock_is_the_clear_sky_of_the_weather():
    sky = sky_over(SEPAKU, date(2026, 3, 21), 1)
    for minute in (400, 570, 735, 900, 1090):
        expected = sky.clear[0, minute - sky.first_minute]
        assert sun_at(minute / 60.0, Sky.CLEAR) == pytest.approx(expected, abs=0.05)


def test_noon_in_march_near_the_equator():
    assert 900.0 < sun_at(12.0, Sky.CLEAR) < 1000.0
    assert sun_at(12.0, Sky.CLOUDY) == pytest.approx(0.3 * sun_at(12.0, Sky.CLEAR), abs=0.1)
    assert sun_at(12.0, Sky.RAIN) == pytest.approx(0.1 * sun_at(12.0, Sky.CLEAR), abs=0.1)


@pytest.mark.parametrize("hour", [0.0, 3.0, 5.9, 18.6, 21.0, 24.0])
@pytest.mark.parametrize("sky", Sky)
def test_the_night_is_dark_under_every_sky(hour, sky):
    assert sun_at(hour, sky) == 0.0


def test_the_light_rises_until_noon_and_falls_after_it():
    day = [sun_at(hour / 4.0, Sky.CLEAR) for hour in range(26, 73)]
    top = day.index(max(day))
    assert day[: top + 1] == sorted(day[: top + 1])
    assert day[top:] == sorted(day[top:], reverse=True)
    assert 11.75 <= (26 + top) / 4.0 <= 12.5


@pytest.mark.parametrize("hour", [-0.1, 24.1, float("nan"), float("inf")])
def test_an_hour_outside_the_day_is_refused(hour):
    with pytest.raises(ValueError, match=r"hour is .* give a number from 0 to 24"):
        sun_at(hour, Sky.CLEAR)
    with pytest.raises(BenchError) as refused:
        apply(BenchState(), SetClock(hour, Sky.CLEAR))
    assert refused.value.refusal is Refusal.CLOCK_OUT_OF_RANGE


def test_the_clock_sets_the_light_on_the_panel():
    state, events = apply(lit(), SetClock(9.5, Sky.CLOUDY))
    assert (events[0].kind, events[0].amount, events[0].sky) == (EventKind.CLOCK_CHANGED, 9.5, "mendung")
    assert (state.hour, state.sky, state.sun) == (9.5, Sky.CLOUDY, sun_at(9.5, Sky.CLOUDY))
    same = apply(lit(), SetSun(state.sun)).state
    assert evaluate(state).wires == evaluate(same).wires
    assert (same.hour, same.sky) == (None, None)


def test_dusk_by_the_clock_stops_the_charging_and_the_lamps_go_on():
    state = apply(lit(), SetClock(12.0, Sky.CLEAR)).state
    state, events = apply(state, SetClock(19.0, Sky.CLEAR))
    assert [event.kind for event in events] == [EventKind.CLOCK_CHANGED, EventKind.CHARGING_STOPPED]
    assert evaluate(state).lamps[0].amps > 0.3


def test_a_clock_that_runs_is_one_step_of_the_history():
    state = lit()
    steps = len(state.history)
    for hour in range(6, 19):
        state = apply(state, SetClock(float(hour), Sky.CLEAR)).state
    state = apply(state, SetClock(18.0, Sky.RAIN)).state
    assert state.history[steps:] == (SetClock(18.0, Sky.RAIN),)
    assert apply(state, SetSun(200.0)).state.history[steps:] == (SetSun(200.0),)
    state = apply(apply(state, Remove(1)).state, SetClock(7.0, Sky.CLEAR)).state
    assert state.history[steps:] == (SetClock(18.0, Sky.RAIN), Remove(1), SetClock(7.0, Sky.CLEAR))


def test_two_skies_by_their_buttons_are_two_steps_as_they_always_were():
    state = apply(apply(BenchState(), SetSun(0.0)).state, SetSun(200.0)).state
    assert state.history == (SetSun(0.0), SetSun(200.0))


def test_the_cloth_keeps_the_clocks_light_off():
    state = apply(apply(lit(), SetClock(12.0, Sky.CLEAR)).state, SetCover(covered=True)).state
    assert evaluate(state).panel.amps == 0.0


@pytest.mark.parametrize(("sun", "told"), [(10.0, False), (30.0, True)])
def test_from_a_hundredth_of_an_ampere_the_panel_counts_as_charging(sun, told):
    # The 10 Wp panel gives 0.57 A at 1000 W/m², so about 6 and 17 mA.
    state = apply(lit(), SetSun(sun)).state
    assert (EventKind.CHARGING in {event.kind for event in state.standing}) is told
    assert (evaluate(state).controller.charge_amps > 0.01) is told


def test_half_a_clock_is_refused():
    with pytest.raises(ValueError, match="hour and sky go together"):
        BenchState(hour=12.0)
    with pytest.raises(ValueError, match="hour is 25"):
        BenchState(hour=25.0, sky=Sky.CLEAR)


def test_a_bench_without_a_clock_loads_no_weather():
    code = (
        "import sys\n"
        "from lentera.solar.bench import BenchState, SetSun, apply\n"
        "apply(BenchState(), SetSun(200.0))\n"
        "assert 'lentera.solar.weather' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
