"""How large a lamp system has to be: the course's sums, and the proof by a simulated year."""

from lentera.solar.sizing.design import Design, design
from lentera.solar.sizing.proof import PROMISE, Household, Proof, kit_of, prove, prove_design
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
    "PROMISE",
    "Chemistry",
    "Design",
    "Household",
    "Load",
    "Numbers",
    "Proof",
    "SizingError",
    "battery_capacity",
    "cable_area",
    "daily_energy",
    "design",
    "fuse_rating",
    "kit_of",
    "panel_power",
    "prove",
    "prove_design",
    "round_up",
    "voltage_drop",
]
