"""A year of our panel at its best point beside SAM's PVWatts under the same hourly sky.

The two share nothing but the sun: other models of the cell, of its warmth and of the sky's light. PVWatts's losses
are taken out; what is left are signs, ranks and rough size.
"""

import importlib

import numpy as np
import pandas as pd
import pytest

from lentera.solar.panel import max_power_voltage, single_diode
from lentera.solar.parts import PANELS
from lentera.solar.weather import SEPAKU, year

pytestmark = pytest.mark.oracle

HOURS = 8760
MADE = 2025


@pytest.fixture(scope="module")
def sam():
    return importlib.import_module("PySAM.Pvwattsv8")


@pytest.fixture(scope="module")
def sky():
    made = year(SEPAKU, MADE, 5)
    return {
        name: getattr(made, name).reshape(HOURS, 60).mean(axis=1)
        for name in ("ghi", "poa", "air_temperature", "cell_temperature")
    }


def by_month(hourly):
    index = pd.date_range(f"{MADE}-01-01", periods=HOURS, freq="h")
    return pd.Series(hourly, index=index).groupby(index.month).sum().to_numpy()


def best_power(spec, irradiance, cell_temperature):
    law = single_diode(spec, irradiance, cell_temperature)
    volts = max_power_voltage(law)
    # The current at these volts by bisection of the diode's own equation.
    low, high = -1.0, law.photocurrent
    for _ in range(60):
        amps = 0.5 * (low + high)
        inner = volts + amps * law.series_resistance
        diode = law.saturation_current * np.expm1(inner / law.ideality_voltage) + inner / law.shunt_resistance
        low, high = (amps, high) if law.photocurrent - diode > amps else (low, amps)
    return volts * low


def ours(spec, sky):
    """Give watt-hours of each hour for one watt of panel, from a table by irradiance at the usual warmth."""
    nodes = np.array([5.0, 20.0, 60.0, 150.0, 300.0, 500.0, 700.0, 900.0, 1100.0])
    rise = float(np.polyfit(sky["poa"], sky["cell_temperature"] - sky["air_temperature"], 1)[0])
    warm = [sky["air_temperature"].mean() + 2.0 + rise * light for light in nodes]
    power = [best_power(spec, light, cell) for light, cell in zip(nodes, warm, strict=True)]
    return np.interp(sky["poa"], [0.0, *nodes], [0.0, *power]) / spec.power


def theirs(sam, sky):
    from pvlib.irradiance import erbs
    from pvlib.solarposition import get_solarposition

    times = pd.date_range(f"{MADE}-01-01 00:30", periods=HOURS, freq="h", tz="Etc/GMT-8")
    zenith = get_solarposition(times, SEPAKU.latitude, SEPAKU.longitude)["zenith"].to_numpy()
    split = erbs(sky["ghi"], zenith, times.day_of_year.to_numpy())
    model = sam.default("PVWattsNone")
    model.SolarResource.solar_resource_data = {
        "lat": SEPAKU.latitude,
        "lon": SEPAKU.longitude,
        "tz": SEPAKU.utc_offset,
        "elev": SEPAKU.altitude,
        **{name: getattr(times, name).tolist() for name in ("year", "month", "day", "hour", "minute")},
        "dn": np.asarray(split["dni"]).tolist(),
        "df": np.asarray(split["dhi"]).tolist(),
        "tdry": sky["air_temperature"].tolist(),
        "wspd": [1.5] * HOURS,
    }
    model.SystemDesign.assign(
        {
            "system_capacity": 1.0,
            "tilt": 10.0,
            "azimuth": 0.0,
            "array_type": 0.0,
            "losses": 0.0,
            "module_type": 0.0,
        }
    )
    model.execute(0)
    return np.array(model.Outputs.dc) / 1000.0


@pytest.fixture(scope="module")
def yields(sam, sky):
    return by_month(ours(PANELS["ks20"], sky)), by_month(theirs(sam, sky))


def test_the_year_s_yield_is_within_15_per_cent(yields):
    mine, sams = (months.sum() for months in yields)
    assert 1200.0 < mine < 1700.0
    assert mine == pytest.approx(sams, rel=0.15)


def test_every_month_is_within_15_per_cent_and_good_months_are_the_same(yields):
    mine, sams = yields
    assert mine == pytest.approx(sams, rel=0.15)
    ranks = [np.argsort(np.argsort(months)) for months in yields]
    assert np.corrcoef(*ranks)[0, 1] > 0.9
