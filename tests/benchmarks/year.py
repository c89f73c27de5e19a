"""A lamp's year against pvlib's panel-only model chain at the same minutes, and by hours against PySAM."""

import importlib
import importlib.util
import warnings
from collections.abc import Callable
from functools import cache

import pandas as pd
from tests.benchmarks.pairs import PROCESSOR, MissingPeerError, Result, alternate

from lentera.solar.installation import kit_b
from lentera.solar.lamp import simulate_year
from lentera.solar.parts import PANELS
from lentera.solar.weather import ROOF, SEPAKU, Weather, year
from lentera.solar.weather.assemble import assemble
from lentera.solar.weather.sky import sky_over

TURNS = 5
YEAR = 2025
HOURS = 8760


def _ours(*, compiled: bool) -> Callable[[int], object]:
    """Make a year of minute weather and carry kit B through it, sun to lamp."""
    return lambda turn: simulate_year(kit_b().installation, year(SEPAKU, YEAR, turn), compiled=compiled)


@cache
def _chain():
    """Make pvlib's chain for the panel of kit B, with the sun's position by the method that ours uses."""
    from pvlib.location import Location
    from pvlib.modelchain import ModelChain
    from pvlib.pvsystem import Array, FixedMount, PVSystem

    class EphemerisLocation(Location):
        def get_solarposition(self, times, pressure=None, temperature=12, **_):
            return super().get_solarposition(times, pressure, temperature, method="ephemeris")

    spec = PANELS["ks20"]
    module = {
        "alpha_sc": spec.current_tempco,
        "a_ref": spec.ideality_voltage,
        "I_L_ref": spec.photocurrent,
        "I_o_ref": spec.saturation_current,
        "R_sh_ref": spec.shunt_resistance,
        "R_s": spec.series_resistance,
        "Adjust": spec.adjust,
    }
    array = Array(
        mount=FixedMount(surface_tilt=10, surface_azimuth=0),
        module_parameters=module,
        temperature_model_parameters={"a": -3.47, "b": -0.0594, "deltaT": 3},
    )
    place = EphemerisLocation(SEPAKU.latitude, SEPAKU.longitude, "Etc/GMT-8", SEPAKU.altitude)
    return ModelChain(
        PVSystem(arrays=[array], inverter_parameters={"pdc0": spec.power}),
        place,
        dc_model="cec",
        ac_model="pvwatts",
        aoi_model="no_loss",
        spectral_model="no_loss",
        losses_model="no_loss",
    )


@cache
def _made() -> Weather:
    return year(SEPAKU, YEAR, 0)


@cache
def _sky(step: str, count: int) -> pd.DataFrame:
    """Give weather for pvlib; how it came about is not in its time."""
    made = _made()
    minutes = made.ghi.reshape(count, -1).mean(axis=1)
    index = pd.date_range(f"{YEAR}-01-01", periods=count, freq=step, tz="Etc/GMT-8")
    return pd.DataFrame(
        {
            "ghi": minutes,
            "dni": 0.3 * minutes,
            "dhi": 0.7 * minutes,
            "temp_air": made.air_temperature.reshape(count, -1).mean(axis=1),
            "wind_speed": 1.0,
        },
        index=index,
    )


def _minutes(name: str, goal: float, *, compiled: bool) -> Result:
    # pvlib's search for the best point finds no end in the dark; it is spared the night, which brings nothing.
    sky = _sky("min", 525_600)
    sky = sky[sky["ghi"] > 0.0]
    chain = _chain()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ours, peer = alternate(
            _ours(compiled=compiled), lambda _: chain.run_model(sky), TURNS, clock=PROCESSOR, warm_up=1
        )
    return Result(name, ours, peer, "pvlib ModelChain, panel only, by day", "s", goal, TURNS)


def year_minute() -> Result:
    """Compare a whole year by minutes, the loop compiled."""
    if importlib.util.find_spec("numba") is None:
        raise MissingPeerError("numba is missing; install lentera[speed]")
    return _minutes("year-minute", 0.25, compiled=True)


def year_minute_plain() -> Result:
    """Compare the same on plain Python lists."""
    return _minutes("year-minute-plain", 0.8, compiled=False)


def _hourly_ours() -> Callable[[int], object]:
    """Bring given hours of light to the panel's plane and carry kit B through them, panel to lamp."""
    made = _made()
    first = made.start.date()
    shape = (365, 24)
    ghi, air = (values.reshape(HOURS, 60).mean(axis=1) for values in (made.ghi, made.air_temperature))

    def work(_: int) -> object:
        sky = sky_over(SEPAKU, first, 365, step=60)
        weather = assemble(SEPAKU, ROOF, first, sky, ghi.reshape(shape), air.reshape(shape))
        return simulate_year(kit_b().installation, weather)

    return work


def _hourly_peer() -> Callable[[int], object]:
    """Let SAM bring the same hours to the panel's plane, and drive its battery from Python hour by hour."""
    panel = importlib.import_module("PySAM.Pvwattsv8").default("PVWattsNone")
    battery = importlib.import_module("PySAM.BatteryStateful").default("LFPGraphite")
    made = _made()
    hours = pd.date_range(f"{YEAR}-01-01 00:30", periods=HOURS, freq="h")
    light = made.ghi.reshape(HOURS, 60).mean(axis=1)
    resource = {
        "lat": SEPAKU.latitude,
        "lon": SEPAKU.longitude,
        "tz": SEPAKU.utc_offset,
        "elev": SEPAKU.altitude,
        "year": hours.year.tolist(),
        "month": hours.month.tolist(),
        "day": hours.day.tolist(),
        "hour": hours.hour.tolist(),
        "minute": hours.minute.tolist(),
        "dn": (0.3 * light).tolist(),
        "df": (0.7 * light).tolist(),
        "tdry": made.air_temperature.reshape(HOURS, 60).mean(axis=1).tolist(),
        "wspd": [1.0] * HOURS,
    }
    panel.SystemDesign.assign({"system_capacity": 0.02, "tilt": 10.0, "azimuth": 0.0})
    cell, controls = battery.ParamsCell, battery.Controls
    cell.initial_SOC, cell.minimum_SOC, cell.maximum_SOC = 80.0, 0.0, 100.0
    controls.control_mode, controls.dt_hr, controls.input_current = 0, 1.0, 0.0
    battery.setup()
    evening = range(18, 23)

    def work(_: int) -> object:
        panel.SolarResource.solar_resource_data = resource
        panel.execute(0)
        for hour, watts in enumerate(panel.Outputs.dc):
            controls.input_current = (5.0 if hour % 24 in evening else 0.0) - watts / 12.0
            battery.execute(0)
        return battery.StatePack.SOC

    return work


def year_hourly() -> Result:
    """Compare a year by hours with SAM's panel and battery."""
    if importlib.util.find_spec("PySAM") is None:
        raise MissingPeerError("PySAM is missing; install nrel-pysam")
    ours, peer = alternate(_hourly_ours(), _hourly_peer(), TURNS, clock=PROCESSOR, warm_up=1)
    return Result("year-hourly", ours, peer, "PySAM Pvwattsv8 + BatteryStateful", "s", 1.0, TURNS)


BENCHMARKS = {
    "year-minute": year_minute,
    "year-minute-plain": year_minute_plain,
    "year-hourly": year_hourly,
}
