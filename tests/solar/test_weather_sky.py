"""The sun and the cloudless sky over a site, against published numbers and against pvlib."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pvlib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lentera.solar.parts import Certainty
from lentera.solar.weather import SEPAKU, Plane, SiteError
from lentera.solar.weather.days import daily_irradiation
from lentera.solar.weather.site import certainty
from lentera.solar.weather.sky import months_of, on_plane, sky_over, through_the_year
from lentera.solar.weather.sun import DAY, daylight, days_of_year, sun_direction

GOLDEN = replace(
    SEPAKU, name="Golden", latitude=39.742476, longitude=-105.1786, altitude=1830.14, utc_offset=-7.0
)
DELFT = replace(SEPAKU, name="Delft", latitude=52.0, longitude=4.4, altitude=0.0, utc_offset=1.0)
# A place whose day crosses midnight in its official time.
SHIFTED = replace(SEPAKU, name="Kashgar", latitude=39.5, longitude=76.0, utc_offset=8.0)

# H0 and Ineichen's clear sky [kWh/m² a day], worked out with pvlib 0.16.1 when the site was described.
ABOVE = [10.18, 10.48, 10.53, 10.15, 9.57, 9.20, 9.33, 9.82, 10.28, 10.40, 10.20, 10.02]
CLEAR = [6.58, 6.80, 6.77, 6.54, 6.16, 5.85, 6.06, 6.47, 6.67, 6.71, 6.58, 6.42]


def height_and_azimuth(direction):
    east, north, up = direction
    return np.degrees(np.arcsin(up)), np.degrees(np.arctan2(east, north)) % 360.0


def moments(site, first, sky):
    """UTC times of a sky's columns."""
    minute = sky.first_minute + np.arange(sky.clear.shape[1]) + 0.5
    seconds = (minute * 60.0 - site.utc_offset * 3600.0).astype("timedelta64[s]")
    days = np.datetime64(first, "s") + np.arange(len(sky.clear)) * np.timedelta64(86400, "s")
    return pd.DatetimeIndex((days[:, None] + seconds).ravel(), tz="UTC")


def test_the_sun_stands_where_the_worked_example_of_nrel_says():
    # Reda and Andreas, NREL/TP-560-34302: 17 October 2003, 12:30:30 MST; e0 is the height without refraction.
    direction = sun_direction(GOLDEN, date(2003, 10, 17), 1, np.array([12 * 60 + 30.5]))[:, 0, 0]
    height, azimuth = height_and_azimuth(direction)
    assert height == pytest.approx(39.872046, abs=0.02)
    assert azimuth == pytest.approx(194.340241, abs=0.02)
    assert np.linalg.norm(direction) == pytest.approx(1.0, abs=1e-12)


@pytest.mark.parametrize("year", [1950, 2025, 2099])
@pytest.mark.parametrize("site", [SEPAKU, DELFT], ids=lambda site: site.name)
def test_the_sun_stands_where_pvlib_sees_it(site, year):
    first = date(year, 1, 1)
    sky = sky_over(site, first, 365)
    some = np.random.default_rng(1).choice(sky.clear.size, 2000, replace=False)
    seen = pvlib.solarposition.spa_python(moments(site, first, sky)[some], site.latitude, site.longitude)
    zenith, azimuth = np.radians(seen["zenith"].to_numpy()), np.radians(seen["azimuth"].to_numpy())
    there = np.stack([np.sin(zenith) * np.sin(azimuth), np.sin(zenith) * np.cos(azimuth), np.cos(zenith)])
    here = sky.sun.reshape(3, -1)[:, some]
    assert np.degrees(np.abs(here - there).max()) < 0.02


def test_the_noon_sun_over_sepaku_stands_between_65_7_and_90_degrees():
    sky = sky_over(SEPAKU, date(2025, 1, 1), 365)
    noon = np.degrees(np.arcsin(sky.sun[2].max(axis=1)))
    assert noon.min() == pytest.approx(65.7, abs=0.15)
    assert noon.max() == pytest.approx(90.0, abs=0.25)


def test_a_clear_day_brings_what_pvlib_worked_out_for_every_month():
    first = date(2025, 1, 1)
    sky = sky_over(SEPAKU, first, 365)
    months = months_of(first, 365)
    above, clear = daily_irradiation(sky.above, 1), daily_irradiation(sky.clear, 1)
    assert [above[months == month].mean() for month in range(12)] == pytest.approx(ABOVE, abs=0.02)
    assert [clear[months == month].mean() for month in range(12)] == pytest.approx(CLEAR, abs=0.02)


@pytest.mark.parametrize("site", [SEPAKU, GOLDEN, DELFT], ids=lambda site: site.name)
def test_the_clear_sky_is_pvlibs_within_a_quarter_watt(site):
    first = date(2025, 3, 1)
    sky = sky_over(site, first, 60)
    some = np.random.default_rng(2).choice(sky.clear.size, 3000, replace=False)
    times = moments(site, first, sky)[some]
    pressure = pvlib.atmosphere.alt2pres(site.altitude)
    seen = pvlib.solarposition.spa_python(times, site.latitude, site.longitude, site.altitude, pressure)
    zenith = seen["apparent_zenith"].to_numpy()
    day = np.repeat(days_of_year(first, 60), sky.clear.shape[1])[some]
    air_mass = pvlib.atmosphere.get_absolute_airmass(pvlib.atmosphere.get_relative_airmass(zenith), pressure)
    beam = np.asarray(pvlib.irradiance.get_extra_radiation(day))
    with np.errstate(divide="ignore", invalid="ignore"):
        there = pvlib.clearsky.ineichen(
            zenith, air_mass, through_the_year(site.linke_turbidity, day), site.altitude, beam
        )["ghi"]
    up = zenith < 89.0
    assert np.abs(sky.clear.ravel()[some] - there)[up].max() < 0.25


@pytest.mark.parametrize(
    "plane", [Plane(10.0, 0.0), Plane(10.0, 180.0), Plane(35.0, 90.0), Plane(90.0, 270.0)]
)
def test_light_on_a_tilted_panel_is_pvlibs_within_a_watt(plane):
    first = date(2025, 6, 1)
    sky = sky_over(SEPAKU, first, 30)
    ghi = sky.clear * np.random.default_rng(3).uniform(0.05, 1.25, sky.clear.shape)
    here = on_plane(SEPAKU, plane, sky, ghi).ravel()
    height, azimuth = height_and_azimuth(sky.sun.reshape(3, -1))
    zenith = 90.0 - height
    day = np.repeat(days_of_year(first, 30), sky.clear.shape[1])
    parts = pvlib.irradiance.erbs(ghi.ravel(), zenith, day)
    there = pvlib.irradiance.get_total_irradiance(
        plane.tilt,
        plane.azimuth,
        zenith,
        azimuth,
        parts["dni"],
        ghi.ravel(),
        parts["dhi"],
        dni_extra=np.asarray(pvlib.irradiance.get_extra_radiation(day)),
        albedo=SEPAKU.albedo,
        model="haydavies",
    )["poa_global"]
    assert np.abs(here - there).max() < 1.0
    assert here.min() >= 0.0


def test_a_level_panel_gets_the_light_of_the_level():
    sky = sky_over(SEPAKU, date(2025, 9, 1), 3)
    assert on_plane(SEPAKU, Plane(tilt=0.0), sky, sky.clear) == pytest.approx(sky.clear, abs=1e-9)


def test_near_the_equator_north_and_south_change_places_with_the_season():
    north, south = Plane(20.0, 0.0), Plane(20.0, 180.0)
    for first, better, worse in ((date(2025, 6, 20), north, south), (date(2025, 12, 20), south, north)):
        sky = sky_over(SEPAKU, first, 1)
        assert (
            on_plane(SEPAKU, better, sky, sky.clear).sum()
            > 1.1 * on_plane(SEPAKU, worse, sky, sky.clear).sum()
        )


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    latitude=st.floats(-66.0, 66.0),
    longitude=st.floats(-180.0, 180.0),
    late=st.floats(-3.9, 3.9),
    first=st.dates(date(1950, 1, 1), date(2099, 1, 1)),
)
def test_no_minute_of_sun_lies_outside_the_daylight(latitude, longitude, late, first):
    offset = min(max(longitude / 15.0 + late, -12.0), 14.0)
    site = replace(SEPAKU, latitude=latitude, longitude=longitude, utc_offset=offset)
    begin, end = daylight(site, first, 40)
    up = sun_direction(site, first, 40, np.arange(DAY) + 0.5)[2] > 0.0
    assert not up[:, :begin].any()
    assert not up[:, end:].any()


@pytest.mark.parametrize("step", [1, 15, 60])
def test_longer_steps_begin_on_the_clock_and_keep_the_days_energy(step):
    sky = sky_over(SHIFTED, date(2025, 4, 1), 5, step)
    exact = daily_irradiation(sky_over(SHIFTED, date(2025, 4, 1), 5).clear, 1)
    assert sky.first_minute % step == 0
    assert daily_irradiation(sky.clear, step) == pytest.approx(exact, rel=0.01)


def test_days_of_the_year_know_leap_years():
    assert days_of_year(date(2024, 12, 30), 4).tolist() == [365.0, 366.0, 1.0, 2.0]
    assert months_of(date(2024, 2, 28), 3).tolist() == [1, 1, 2]


BAD_SITES = [
    ({"latitude": float("nan")}, "latitude is nan °; give a number from -66 to 66"),
    ({"latitude": 80.0}, "latitude is 80.0 °; give"),
    ({"longitude": 181.0}, "longitude is 181.0 °; give"),
    ({"altitude": float("inf")}, "altitude is inf m; give"),
    ({"utc_offset": -8.0}, "utc_offset is -8.0 h but longitude 116.78° has the sun's noon 8 h away"),
    ({"air_swing": -1.0}, "air_swing is -1.0 K; give"),
    ({"albedo": 1.5}, "albedo is 1.5 ; give"),
    ({"monthly_ghi": (5.0,) * 11}, "monthly_ghi has 11 values; give one for each of the 12 months"),
    ({"monthly_ghi": (5.0,) * 11 + (float("nan"),)}, "monthly_ghi of month 12 is nan kWh/m² a day; give"),
    ({"monthly_ghi": (-999.0,) * 12}, "monthly_ghi of month 1 is -999.0 kWh/m² a day; give"),
    ({"linke_turbidity": (0.5,) * 12}, "linke_turbidity of month 1 is 0.5 ; give"),
    ({"air_temperature": (300.0,) * 12}, "air_temperature of month 1 is 300.0 °C; give"),
]


@pytest.mark.parametrize(
    ("change", "sentence"), BAD_SITES, ids=[next(iter(change)) for change, _ in BAD_SITES]
)
def test_an_impossible_site_is_refused_by_the_name_of_its_field(change, sentence):
    with pytest.raises(SiteError) as error:
        replace(SEPAKU, **change)
    assert str(error.value).startswith(sentence)


@pytest.mark.parametrize(
    ("tilt", "azimuth"), [(-1.0, 0.0), (91.0, 0.0), (float("nan"), 0.0), (10.0, float("nan"))]
)
def test_an_impossible_plane_is_refused(tilt, azimuth):
    with pytest.raises(SiteError, match="; give a number"):
        Plane(tilt, azimuth)


def test_numbers_of_sepaku_say_how_sure_they_are():
    assert certainty("monthly_h0") is Certainty.MEASURED
    assert certainty("linke_turbidity") is Certainty.READ
    # Computed, but with coefficients that nobody has checked here: an estimate.
    assert certainty("monthly_ghi") is Certainty.KNOWLEDGE
    assert certainty("sunshine") is Certainty.SEEN
    assert certainty("air_temperature") is Certainty.KNOWLEDGE
    with pytest.raises(KeyError):
        certainty("rain")
