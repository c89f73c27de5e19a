"""Made weather: months keep their means, days follow each other, clouds keep their limits."""

import subprocess
import sys
import tomllib
from dataclasses import replace
from datetime import date, datetime
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from lentera.course.style import TextKind, lint_text
from lentera.solar.panel import cell_temperature
from lentera.solar.weather import PRESETS, SEPAKU, Plane, SiteError, Weather, preset, year
from lentera.solar.weather.clouds import CLOUDS, clear_sky_index, minute_ghi, sky_states
from lentera.solar.weather.days import LIBRARY, daily_ghi, daily_irradiation, transitions_for
from lentera.solar.weather.generate import streams
from lentera.solar.weather.shares import meet
from lentera.solar.weather.sky import months_of, sky_light_share, sky_over
from lentera.solar.weather.sun import DAY

NEW_YEAR = date(2025, 1, 1)
MONTHS = months_of(NEW_YEAR, 365)


@pytest.fixture(scope="module")
def made():
    return year(SEPAKU, 2025, 7)


@pytest.fixture(scope="module")
def sky():
    return sky_over(SEPAKU, NEW_YEAR, 365)


@pytest.fixture(scope="module")
def coarse():
    return sky_over(SEPAKU, NEW_YEAR, 365, 30)


def table(name):
    return tomllib.loads(files("lentera.solar.weather").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


# months and days


@pytest.mark.parametrize(
    ("number", "seed", "days"),
    [(2024, 2, 366), (2099, 4, 365)],
)
def test_every_month_of_any_year_has_the_mean_of_the_site(number, seed, days):
    weather = year(SEPAKU, number, seed)
    assert (weather.days, weather.start, weather.step) == (days, datetime.fromisoformat(f"{number}-01-01"), 1)
    assert len(weather.ghi) == days * 1440
    sums, months = weather.daily_ghi(), weather.months()
    means = [sums[months == month].mean() for month in range(1, 13)]
    assert means == pytest.approx(SEPAKU.monthly_ghi, rel=0.005)


def test_the_table_of_the_site_follows_from_its_sunshine():
    rows = table("sepaku")
    sunshine = np.array(rows["sunshine"]["value"]) / 100.0
    guess = np.array(rows["monthly_h0"]["value"]) * (0.25 + 0.50 * sunshine)
    assert list(SEPAKU.monthly_ghi) == pytest.approx(guess.tolist(), abs=0.04)
    assert sum(SEPAKU.monthly_ghi) / 12 == pytest.approx(4.89, abs=0.01)


def test_clear_and_dull_days_follow_each_other_as_in_measured_years(coarse):
    above = daily_irradiation(coarse.above, 30)
    found = []
    for seed in range(24):
        clearness = daily_ghi(SEPAKU, coarse, MONTHS, np.random.default_rng(seed), 30) / above
        left = clearness - np.array([clearness[month == MONTHS].mean() for month in range(12)])[MONTHS]
        found.append(np.corrcoef(left[1:], left[:-1])[0, 1])
    assert 0.2 <= np.mean(found) <= 0.4
    # One year scatters by some 0.06 around its process.
    assert min(found) > 0.05
    assert max(found) < 0.45


def test_days_differ_and_none_is_brighter_than_the_clearest_sky(coarse):
    clear = daily_irradiation(coarse.clear, 30)
    index = np.concatenate(
        [daily_ghi(SEPAKU, coarse, MONTHS, np.random.default_rng(seed), 30) / clear for seed in range(8)]
    )
    assert index.max() <= 1.05
    assert 0.02 < index.min() < 0.3
    assert 0.15 < index.std() < 0.30
    # About one dark day in ten and one clear day in four: nobody has counted them at Sepaku yet.
    assert 0.04 < (index < 0.4).mean() < 0.15
    assert 0.15 < (index > 0.9).mean() < 0.45


@pytest.mark.parametrize("matrix", LIBRARY, ids=lambda matrix: f"{matrix.up_to:.2f}")
def test_each_published_matrix_is_a_chain_whose_mean_lies_in_its_class(matrix):
    rows = np.array(matrix.rows)
    assert rows.shape == (10, 10)
    assert rows.sum(axis=1) == pytest.approx(np.ones(10), abs=0.0035)
    steady = np.full(10, 0.1)
    for _ in range(500):
        steady = steady @ (rows / rows.sum(axis=1, keepdims=True))
    mean = matrix.lowest + matrix.width * (steady @ (np.arange(10) + 0.5))
    below = matrix.up_to - 0.05 if matrix.up_to < 1.0 else 0.70
    assert (0.0 if matrix is LIBRARY[0] else below) - 0.01 <= mean <= matrix.up_to + 0.01


def test_months_take_the_matrix_of_their_class():
    assert [transitions_for(mean).up_to for mean in (0.1, 0.30, 0.301, 0.52, 0.70, 0.71)] == pytest.approx(
        [0.30, 0.30, 0.35, 0.55, 0.70, 1.0]
    )


def test_the_next_day_is_drawn_with_the_probabilities_of_the_row():
    matrix = transitions_for(0.48)
    yesterday = matrix.lowest + 6.5 * matrix.width
    chances = (np.arange(20_000) + 0.5) / 20_000
    drawn = np.array([matrix.follow(yesterday, chance) for chance in chances])
    states = ((drawn - matrix.lowest) / matrix.width).astype(int)
    shares = np.bincount(states, minlength=10) / len(drawn)
    # Row 7 of the fifth matrix of the paper.
    assert shares == pytest.approx(
        [0, 0.013, 0.045, 0.108, 0.112, 0.175, 0.188, 0.224, 0.117, 0.018], abs=1e-3
    )
    assert np.all(np.diff(drawn) > 0)


@pytest.mark.parametrize("chance", [0.0, 0.5, np.nextafter(1.0, 0.0), 1.0])
@pytest.mark.parametrize("yesterday", [-1.0, 0.3, 2.0])
def test_no_draw_leaves_the_states(yesterday, chance):
    for matrix in LIBRARY:
        assert matrix.lowest - 1e-9 <= matrix.follow(yesterday, chance) <= matrix.highest + 1e-9


def test_a_site_brighter_than_its_clear_sky_is_refused():
    bright = replace(SEPAKU, monthly_ghi=(4.5, 5.0, 7.5) + (5.0,) * 9)
    with pytest.raises(
        SiteError, match=r"monthly_ghi of month 3 is 7\.5 kWh/m² a day but the clearest sky here gives 7\.1"
    ):
        year(bright, 2025, 1)


@pytest.mark.parametrize("ghi", [0.3, 1.5, 6.0])
def test_very_dull_and_very_clear_sites_are_met_as_well(ghi, sky):
    site = replace(SEPAKU, monthly_ghi=(ghi,) * 12)
    drawn = daily_ghi(site, sky, MONTHS, np.random.default_rng(5))
    assert [drawn[month == MONTHS].mean() for month in range(12)] == pytest.approx([ghi] * 12, rel=0.005)
    # The minutes of the darkest and of the brightest days can bring it.
    some = np.argsort(drawn)[[0, 1, 2, 3, -4, -3, -2, -1]]
    minutes = minute_ghi(sky.clear[some], drawn[some], np.random.default_rng(6))
    assert daily_irradiation(minutes, 1) == pytest.approx(drawn[some], rel=1e-6)


def test_a_site_far_from_the_equator_works_too():
    delft = replace(
        SEPAKU,
        name="Delft",
        latitude=52.0,
        longitude=4.4,
        utc_offset=1.0,
        linke_turbidity=(3.0,) * 12,
        monthly_ghi=(0.7, 1.3, 2.5, 4.0, 5.0, 5.3, 5.1, 4.4, 3.1, 1.8, 0.8, 0.5),
    )
    weather = year(delft, 2023, 1)
    sums, months = weather.daily_ghi(), weather.months()
    assert [sums[months == m].mean() for m in range(1, 13)] == pytest.approx(delft.monthly_ghi, rel=0.005)


# minutes


def test_no_minute_is_brighter_than_its_limit_and_nights_are_dark(made, sky):
    ghi = made.ghi.reshape(365, DAY)
    clear = np.zeros((365, DAY))
    clear[:, sky.first_minute : sky.first_minute + sky.clear.shape[1]] = sky.clear
    assert np.all(ghi <= 1.3 * clear)
    assert np.all(ghi >= 0.0)
    night = clear == 0.0
    assert night.mean() == pytest.approx(0.5, abs=0.01)
    assert not ghi[night].any()
    assert not made.poa.reshape(365, DAY)[night].any()
    assert np.all(ghi[clear > 1.0] > 0.0)


def test_the_limit_holds_for_the_clearest_day_a_site_can_have(sky):
    clear = sky.clear[:20]
    energy = daily_irradiation(clear, 1)
    ghi = minute_ghi(clear, energy * 1.2, np.random.default_rng(0))
    assert np.all(ghi <= 1.3 * clear)
    assert daily_irradiation(ghi, 1) == pytest.approx(energy * 1.2, rel=1e-9)


def test_the_same_seed_gives_the_same_bytes(made):
    again = year(SEPAKU, 2025, 7)
    for name in ("ghi", "poa", "air_temperature", "cell_temperature"):
        assert getattr(again, name).tobytes() == getattr(made, name).tobytes()


def test_another_seed_gives_other_days_and_so_does_another_year(sky):
    found = [
        daily_ghi(SEPAKU, sky, MONTHS, streams(seed, year_, 2)[0])
        for seed, year_ in ((7, 2025), (8, 2025), (7, 2026))
    ]
    likeness = np.corrcoef(found)
    assert abs(likeness[0, 1]) < 0.3
    assert abs(likeness[0, 2]) < 0.3


def test_the_order_of_days_does_not_depend_on_the_clouds(made, sky):
    days_alone = daily_ghi(SEPAKU, sky, MONTHS, streams(7, 2025, 2)[0])
    assert made.daily_ghi() == pytest.approx(days_alone, rel=1e-8)


def test_sunshine_hours_are_near_those_of_the_station(made, sky):
    ghi = made.ghi.reshape(365, DAY)[:, sky.first_minute : sky.first_minute + sky.clear.shape[1]]
    up = np.maximum(sky.sun[2], 0.065)
    clearness = np.minimum(ghi / (sky.beam_above * up), 1.0)
    beam = np.where(sky.sun[2] > 0.0523, ghi * (1.0 - sky_light_share(clearness)) / up, 0.0)
    # WMO counts a moment as sunny from 120 W/m² of beam. Balikpapan: 48 %, with a recorder that needs more.
    sunny = (beam > 120.0).sum() / (sky.sun[2] > 0.0).sum()
    assert 0.42 < sunny < 0.60


def test_light_jumps_on_broken_days_and_not_on_clear_ones(made, sky):
    clear = daily_irradiation(sky.clear, 1)
    index = made.daily_ghi() / clear
    jumps = np.abs(np.diff(made.ghi.reshape(365, DAY), axis=1))
    big = (jumps > 100.0).sum(axis=1)
    assert np.median(big[(index > 0.5) & (index < 0.8)]) > 15
    assert np.median(big[index < 0.25]) < 8
    assert np.median(big[index > 0.98]) < 15
    # Clouds pass within minutes: no jump of a minute is near the whole light of noon.
    assert jumps.max() < 600.0
    assert np.quantile(jumps[:, 480:960], 0.5) < 10.0


def test_bright_clouds_beside_the_sun_lift_some_minutes_above_the_clear_sky(made):
    assert 1050.0 < made.ghi.max() < 1300.0
    assert 1e-4 < (made.ghi > 1000.0).mean() < 0.05


def test_the_chain_keeps_the_shares_of_its_states():
    index = np.full(600, 0.65)
    shares = CLOUDS.shares_of(index)
    chances = np.random.default_rng(3).random((600, 700))
    states = sky_states(chances, CLOUDS.transitions(shares), shares)
    found = np.bincount(states.ravel(), minlength=4) / states.size
    assert CLOUDS.names == ("overcast", "shade", "sun", "edge")
    assert found == pytest.approx([0.20, 0.42, 0.33, 0.05], abs=0.02)


def test_overcast_lasts_longer_than_the_shadow_of_a_cloud_and_a_bright_edge_is_short():
    shares = CLOUDS.shares_of(np.array([0.65, 0.25, 0.97]))
    stay = np.diagonal(CLOUDS.transitions(shares), axis1=1, axis2=2)
    with np.errstate(divide="ignore"):
        minutes = 1.0 / (1.0 - stay)
    broken, dull, bright = minutes
    assert 15.0 < broken[0] < 60.0
    assert 3.0 < broken[1] < 12.0
    assert 4.0 < broken[2] < 20.0
    assert 1.0 < broken[3] < 4.0
    assert dull[0] > 60.0
    assert bright[2] > 60.0


@pytest.mark.parametrize("index", [0.25, 0.45, 0.65, 0.85, 0.97])
def test_drawn_minutes_have_about_the_index_of_their_day_before_they_are_bent(index):
    drawn = clear_sky_index(np.full(400, index), 700, np.random.default_rng(4))
    assert drawn.mean() == pytest.approx(index, abs=0.04)


def test_every_table_of_the_cloud_model_is_consistent():
    assert CLOUDS.share.sum(axis=1) == pytest.approx(np.ones(len(CLOUDS.index)))
    assert CLOUDS.exchange.tolist() == CLOUDS.exchange.T.tolist()
    everything = CLOUDS.transitions(CLOUDS.shares_of(np.linspace(0.0, 1.2, 200)))
    assert everything.min() >= 0.0
    assert everything.sum(axis=2) == pytest.approx(np.ones((200, 4)))


# temperature


def test_air_is_coolest_at_dawn_and_warmest_in_the_afternoon(made):
    air = made.air_temperature.reshape(365, DAY)
    assert np.all(np.abs(air.argmin(axis=1) - 6 * 60) <= 1)
    assert np.all(np.abs(air.argmax(axis=1) - 14 * 60) <= 1)
    assert np.ptp(air, axis=1) == pytest.approx(np.full(365, 7.0), abs=0.01)
    months = made.months()
    means = [air[months == month].mean() for month in range(1, 13)]
    assert means == pytest.approx(SEPAKU.air_temperature, abs=0.1)
    assert np.abs(np.diff(made.air_temperature)).max() < 0.05


@pytest.mark.parametrize("minute", [0, 400, 720, 100_000, 300_000])
def test_cells_are_as_warm_as_the_panel_model_says(made, minute):
    expected = cell_temperature(float(made.poa[minute]), float(made.air_temperature[minute]))
    assert made.cell_temperature[minute] == pytest.approx(expected, abs=1e-9)


# presets


def test_a_sunny_day_brings_more_than_a_cloudy_one_and_that_more_than_a_rainy_one():
    for seed in range(2):
        for day in (1, 120, 300):
            sunny, cloudy = (preset(name, SEPAKU, day, seed, days=3) for name in ("cerah", "berawan"))
            rainy = preset("tiga_hari_hujan", SEPAKU, day, seed, days=3)
            assert 5.4 < sunny.daily_ghi().min() <= sunny.daily_ghi().max() < 6.9
            assert 3.4 < cloudy.daily_ghi().min() <= cloudy.daily_ghi().max() < 5.0
            assert 0.8 < rainy.daily_ghi().min() <= rainy.daily_ghi().max() < 1.9


def test_after_three_rainy_days_the_usual_weather_comes_back():
    later = [
        preset("tiga_hari_hujan", SEPAKU, day, 3, days=30).daily_ghi()[3:].mean() for day in (1, 91, 182, 274)
    ]
    assert np.mean(later) == pytest.approx(4.9, abs=0.7)


def test_a_preset_begins_where_it_is_asked_to_and_is_the_same_again():
    weather = preset("berawan", SEPAKU, 363, 5, days=10)
    assert (weather.start, weather.days) == (datetime.fromisoformat("2025-12-29"), 10)
    assert weather.ghi.tobytes() == preset("berawan", SEPAKU, 363, 5, days=10).ghi.tobytes()
    assert weather.ghi.tobytes() != preset("berawan", SEPAKU, 363, 6, days=10).ghi.tobytes()


def test_presets_are_named_in_plain_words():
    assert set(PRESETS) == {"cerah", "berawan", "tiga_hari_hujan"}
    for kind in PRESETS.values():
        assert set(kind.words) == {"id", "en"}
        assert lint_text(kind.words["id"], kind=TextKind.LABEL) == []
        assert 0.0 < kind.lowest < kind.highest <= 1.05


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: preset("badai"), "preset is 'badai'; give one of cerah, berawan, tiga_hari_hujan"),
        (lambda: preset("cerah", day_of_year=0), "day_of_year is 0; give a number from 1 to 365"),
        (lambda: preset("cerah", day_of_year=366), "day_of_year is 366; give"),
        (lambda: preset("cerah", days=0), "days is 0; give a number from 1 to 60"),
        (lambda: preset("cerah", seed=-1), "seed is -1; give a whole number of 0 or more"),
        (lambda: year(seed=-5), "seed is -5; give"),
        (lambda: year(year=1900), "year is 1900; give one from 1950 to 2099"),
        (lambda: year(year=2100), "year is 2100; give"),
    ],
)
def test_a_wrong_wish_is_refused_with_what_is_possible(call, sentence):
    with pytest.raises(ValueError) as error:
        call()
    assert str(error.value).startswith(sentence)


# the arrays


def test_weather_cannot_be_written_and_knows_its_hours(made):
    with pytest.raises(ValueError, match="read-only"):
        made.ghi[0] = 1.0
    assert made.hours()[[0, 90, -1]].tolist() == [0.0, 1.5, pytest.approx(8760 - 1 / 60)]
    assert made.daily_poa().sum() == pytest.approx(made.daily_ghi().sum(), rel=0.02)


def test_a_day_can_be_cut_out(made):
    day = made.day(31)
    assert (day.start, day.days) == (datetime.fromisoformat("2025-02-01"), 1)
    assert day.daily_ghi()[0] == pytest.approx(made.daily_ghi()[31])
    for index in (-1, 365):
        with pytest.raises(ValueError, match=f"day is {index}; give one from 0 to 364"):
            made.day(index)


def some(value, count=24):
    return np.full(count, float(value))


BAD_WEATHER = [
    ({"step": 7}, "step is 7 minutes; give a divisor of 1440"),
    ({"step": 0}, "step is 0 minutes"),
    ({"ghi": some(0, 23)}, "ghi has 23 steps; give whole days of 24"),
    ({"ghi": some(0, 0)}, "ghi has 0 steps"),
    ({"ghi": some(-1)}, "ghi is -1.0 at step 0; give a number from 0 up"),
    ({"poa": some(float("nan"))}, "poa is nan at step 0; give"),
    ({"poa": some(1, 25)}, "poa has shape (25,); give (24,) as ghi has"),
    ({"air_temperature": some(float("inf"))}, "air_temperature is inf at step 0; give"),
    ({"cell_temperature": some(-300)}, "cell_temperature is -300.0 at step 0; give a number from -90 up"),
]


@pytest.mark.parametrize(("change", "sentence"), BAD_WEATHER)
def test_impossible_weather_is_refused_by_field_and_step(change, sentence):
    good = {
        "start": datetime.fromisoformat("2025-01-01"),
        "step": 60,
        "ghi": some(0),
        "poa": some(0),
        "air_temperature": some(27),
        "cell_temperature": some(27),
    }
    Weather(
        **{key: np.copy(value) if isinstance(value, np.ndarray) else value for key, value in good.items()}
    )
    with pytest.raises(ValueError) as error:
        Weather(**(good | change))
    assert str(error.value).startswith(sentence)


def test_weather_needs_neither_pandas_nor_pvlib_nor_scipy_nor_numba():
    code = (
        "import sys; from lentera.solar.weather import preset; preset('tiga_hari_hujan', days=4);"
        "print([name for name in ('pandas', 'pvlib', 'scipy', 'numba') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_panel_may_look_anywhere_and_the_level_stays_the_same():
    north, south = (
        preset("cerah", day_of_year=172, days=2, plane=Plane(15.0, azimuth)) for azimuth in (0.0, 180.0)
    )
    assert south.ghi.tobytes() == north.ghi.tobytes()
    # In June the sun stands north of Sepaku.
    assert south.daily_poa().sum() < 0.9 * north.daily_poa().sum()


# shares

weights = arrays(np.float64, (3, 12), elements=st.floats(0.1, 1000.0))
bare_shares = arrays(np.float64, (3, 12), elements=st.floats(0.001, 0.999))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(bare_shares, weights, st.floats(0.02, 0.98))
def test_bent_shares_meet_their_total_and_keep_their_order(shares, given_weights, part):
    totals = given_weights.sum(axis=1) * part
    bent = meet(shares, given_weights, totals)
    assert (bent * given_weights).sum(axis=1) == pytest.approx(totals, rel=1e-9)
    assert np.all((bent >= 0.0) & (bent <= 1.0))
    order = np.argsort(shares, axis=1)
    assert np.all(np.diff(np.take_along_axis(bent, order, axis=1), axis=1) >= -1e-12)


def test_shares_that_fit_are_left_alone():
    shares = np.array([[0.2, 0.5, 0.9]])
    assert meet(shares, np.ones((1, 3)), np.array([1.6])) == pytest.approx(shares)


@pytest.mark.parametrize("total", [0.0, -1.0, 3.0, 9.0, float("nan")])
def test_a_total_out_of_reach_is_refused(total):
    with pytest.raises(ValueError, match="row 0 has a total of"):
        meet(np.array([[0.2, 0.5, 0.9]]), np.ones((1, 3)), np.array([total]))


@pytest.mark.parametrize("name", ["sepaku", "clearness", "clouds", "presets"])
def test_every_physical_number_has_a_mark(name):
    def look(node, path):
        if isinstance(node, dict):
            if "value" in node or "rows" in node:
                assert node["mark"] in {"M", "R", "S", "K"}, path
                return
            for key, child in node.items():
                look(child, f"{path}.{key}")
        elif isinstance(node, list):
            for child in node:
                look(child, path)
        else:
            assert isinstance(node, str) or path.endswith(".days"), path

    look(table(name), name)


@pytest.mark.soak
def test_a_hundred_years_keep_every_promise():
    for seed in range(100):
        weather = year(SEPAKU, 1990 + seed, seed)
        sums, months = weather.daily_ghi(), weather.months()
        assert [sums[months == m].mean() for m in range(1, 13)] == pytest.approx(
            SEPAKU.monthly_ghi, rel=0.005
        )
        assert weather.ghi.max() < 1300.0
