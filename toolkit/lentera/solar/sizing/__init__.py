"""How large a lamp system has to be: the course's sums, and the proof by a simulated year."""

from lentera.solar.sizing.design import Design, design
from lentera.solar.sizing.sums import (
    MARKET_SIZES,
    Chemistry,
    Load,
    Numbers,
    SizingError,
    battery_capacity,
    cable_area,
    daily_energy,
    fuse_rating,
    panel_power,
    round_up,
    voltage_drop,
)

__all__ = [
    "MARKET_SIZES",
    "Chemistry",
    "Design",
    "Load",
    "Numbers",
    "SizingError",
    "battery_capacity",
    "cable_area",
    "daily_energy",
    "design",
    "fuse_rating",
    "panel_power",
    "round_up",
    "voltage_drop",
]
