"""The weather over a site: made minute by minute from a seed, or read from a file."""

from lentera.solar.weather.assemble import ROOF, to_minutes
from lentera.solar.weather.generate import PRESETS, Preset, preset, year
from lentera.solar.weather.read import parse_csv, read_climatology, read_csv
from lentera.solar.weather.site import SEPAKU, Site, SiteError
from lentera.solar.weather.sky import Plane
from lentera.solar.weather.table import WeatherFileError
from lentera.solar.weather.weather import Weather

__all__ = [
    "PRESETS",
    "ROOF",
    "SEPAKU",
    "Plane",
    "Preset",
    "Site",
    "SiteError",
    "Weather",
    "WeatherFileError",
    "parse_csv",
    "preset",
    "read_climatology",
    "read_csv",
    "to_minutes",
    "year",
]
