"""The sun over a site: where it stands, what a cloudless sky lets through, what reaches a tilted panel."""

from dataclasses import dataclass
from datetime import date
from math import cos, exp, isfinite, radians, sin
from typing import Final

import numpy as np
from numpy.typing import NDArray

from lentera.solar.weather.site import Site, SiteError
from lentera.solar.weather.sun import DAY, beam_above, daylight, days_of_year, sun_direction

Array = NDArray[np.float64]

STEEPEST: Final = 90.0
LOWEST_SINE: Final = 0.01745
"""Sine of the sun's height below which Hay and Davies's ratio grows no further: 1°."""
LOWEST_SPLIT_SINE: Final = 0.065
"""Sine of the sun's height below which the clearness of a moment grows no further: 3.7°."""
NO_BEAM_SINE: Final = 0.0523
"""Sine of the sun's height below which all light counts as sky light: 3°."""


@dataclass(frozen=True, slots=True)
class Plane:
    """Say how a panel is mounted.

    Attributes
    ----------
    tilt : float
        From the level [°]; 10° near the equator, so that rain washes the glass.
    azimuth : float
        Where it looks, from north over east [°].
    """

    tilt: float = 10.0
    azimuth: float = 0.0

    def __post_init__(self) -> None:
        if not 0.0 <= self.tilt <= STEEPEST:
            raise SiteError(f"tilt is {self.tilt}°; give a number from 0 to 90")
        if not isfinite(self.azimuth):
            raise SiteError(f"azimuth is {self.azimuth}°; give a number, 0 for north and 90 for east")


@dataclass(frozen=True, slots=True, eq=False)
class Sky:
    """Hold the sun and the cloudless sky of some days, for the minutes that can have sun.

    Attributes
    ----------
    first_minute : int
        Minute of the day of the first column.
    sun : (3, days, steps) array
        Direction of the sun without refraction, at the middle of the step: east, north, up.
    beam_above : (days, 1) array
        Irradiance above the atmosphere, facing the sun [W/m²].
    above : (days, steps) array
        The same on the level; 0 while the sun is down [W/m²].
    clear : (days, steps) array
        Global horizontal irradiance of a cloudless sky [W/m²].
    """

    first_minute: int
    sun: Array
    beam_above: Array
    above: Array
    clear: Array


def months_of(first: date, days: int) -> NDArray[np.int64]:
    """Give the month, 0 to 11, of consecutive days as a (days,) array."""
    dates = np.datetime64(first, "D") + np.arange(days)
    return np.asarray(dates.astype("datetime64[M]").astype(np.int64) % 12)


def through_the_year(monthly: tuple[float, ...], day_of_year: Array) -> Array:
    """Draw a line through twelve monthly values, each at the middle of its month."""
    middles = np.array([15.5, 45.0, 74.5, 105.0, 135.5, 166.0, 196.5, 227.5, 258.0, 288.5, 319.0, 349.5])
    return np.asarray(np.interp(day_of_year, middles, np.array(monthly), period=365.0))


def pressure(altitude: float) -> float:
    """Give the air pressure of the standard atmosphere at an altitude [m] over that at the sea."""
    return float((1.0 - 2.25577e-5 * altitude) ** 5.25588)


def clear_sky(altitude: float, turbidity: Array, above_beam: Array, sine: Array) -> Array:
    """Give the global horizontal irradiance of a cloudless sky [W/m²]; a model value.

    P. Ineichen and R. Perez, "A new airmass independent formulation for the Linke turbidity coefficient",
    Solar Energy 73 (2002) 151-157, doi:10.1016/S0038-092X(02)00045-2. Air mass after F. Kasten and A. T.
    Young, Applied Optics 28 (1989) 4735, doi:10.1364/AO.28.004735; refraction after J. Meeus,
    Astronomical Algorithms (1998). Other clear-sky models differ by some 13 % in haze as thick as
    Sepaku's.

    Parameters
    ----------
    altitude : float
        [m].
    turbidity : array
        Linke turbidity [1].
    above_beam : array
        Irradiance above the atmosphere, facing the sun [W/m²].
    sine : array
        Sine of the sun's height without refraction.
    """
    height = np.degrees(np.arcsin(sine))
    pressed = pressure(altitude)
    height += 1.02 / 60.0 * pressed / np.tan(np.radians(height + 10.3 / (height + 5.11)))
    up = height > 0.0
    height = np.where(up, height, 0.0)
    seen = np.sin(np.radians(height))
    air_mass = pressed / (seen + 0.50572 * (height + 6.07995) ** -1.6364)
    thickness = exp(-altitude / 8000.0) + exp(-altitude / 1250.0) * (turbidity - 1.0)
    fading = np.exp(-(3.92e-5 * altitude + 0.0387) * air_mass * thickness)
    clear: Array = (5.09e-5 * altitude + 0.868) * above_beam * seen * fading
    return clear


def sky_over(site: Site, first: date, days: int, step: int = 1) -> Sky:
    """Work out the sun and the cloudless sky of consecutive days.

    Parameters
    ----------
    step : int
        Minutes between columns, a divisor of 1440; the sun is taken at the middle of the step.
    """
    day_of_year = days_of_year(first, days)
    begin, end = daylight(site, first, days)
    begin, end = begin // step * step, min(-(-end // step) * step, DAY)
    sun = sun_direction(site, first, days, np.arange(begin, end, step) + step / 2.0)
    facing = beam_above(day_of_year)[:, None]
    sine = sun[2]
    turbidity = through_the_year(site.linke_turbidity, day_of_year)[:, None]
    is_up = sine > 0.0
    return Sky(
        first_minute=begin,
        sun=sun,
        beam_above=facing,
        above=np.where(is_up, facing * sine, 0.0),
        clear=np.where(is_up, clear_sky(site.altitude, turbidity, facing, sine), 0.0),
    )


def sky_light_share(clearness: Array) -> Array:
    """Give the share of light that comes from the sky and not from the sun, by the clearness of the moment.

    D. G. Erbs, S. A. Klein and J. A. Duffie, Solar Energy 28 (1982) 293-302,
    doi:10.1016/0038-092X(82)90302-4; made for hours and used here for minutes.
    """
    middle = 0.9511 + clearness * (-0.1604 + clearness * (4.388 + clearness * (-16.638 + clearness * 12.336)))
    hazy = np.where(clearness <= 0.22, 1.0 - 0.09 * clearness, middle)  # noqa: PLR2004  Erbs's limits
    return np.where(clearness > 0.8, 0.165, hazy)  # noqa: PLR2004


def on_plane(site: Site, plane: Plane, sky: Sky, ghi: Array) -> Array:
    """Carry irradiance on the level over to a panel's plane [W/m²]; a model value.

    Beam and sky light are told apart by `sky_light_share`; light of the sky near the sun is treated as
    beam, as Hay and Davies do (Proc. First Canadian Solar Radiation Data Workshop, 1980); the ground
    gives back the site's albedo.

    Parameters
    ----------
    ghi : (days, steps) array
        On the level, at the steps of the sky [W/m²].
    """
    tilt, azimuth = radians(plane.tilt), radians(plane.azimuth)
    east, north, up = sky.sun
    facing = sin(tilt) * (sin(azimuth) * east + cos(azimuth) * north) + cos(tilt) * up
    np.maximum(facing, 0.0, out=facing)
    clearness = np.minimum(ghi / (sky.beam_above * np.maximum(up, LOWEST_SPLIT_SINE)), 1.0)
    beam = ghi * (1.0 - sky_light_share(clearness)) / np.maximum(up, NO_BEAM_SINE)
    # An hour of a file can be brighter than the sun in its middle: what is too much counts as sky light.
    beam = np.where(up > NO_BEAM_SINE, np.minimum(beam, sky.beam_above), 0.0)
    scattered = ghi - beam * np.maximum(up, 0.0)
    near_sun = beam / sky.beam_above
    from_sky = scattered * (
        (1.0 - near_sun) * (1.0 + cos(tilt)) / 2.0 + near_sun * facing / np.maximum(up, LOWEST_SINE)
    )
    from_ground = ghi * (site.albedo * (1.0 - cos(tilt)) / 2.0)
    total: Array = beam * facing + from_sky + from_ground
    return total
