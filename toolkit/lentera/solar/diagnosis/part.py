"""The parts that a learner names: what she takes for broken, in her own words and not by terminal or lead."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from lentera.rules import Saying
from lentera.solar.faults import Fault
from lentera.solar.installation import Kit

# A cable has one name for all its leads; of a plug-in lamp one sees the lamp, whatever is inside.
_PARTS: Final = (
    ("panel_cable", re.compile(r"panel_(plus|minus)|plug")),
    ("battery_cable", re.compile(r"battery_fuse|fuse_controller|battery_minus")),
    ("lamp_cable", re.compile(r"load_switch|switch_lamp\d+|lamp\d+_minus")),
    ("lamp_plug", re.compile(r"lamp\d+_plug_(plus|minus)")),
    ("hub", re.compile(r"hub\d+(_plus|_minus)?")),
    ("usb", re.compile(r"(added_)?usb\d*(_plus|_minus)?")),
    ("battery", re.compile(r"lamp\d+_cell")),
    ("switch", re.compile(r"lamp\d+_switch")),
    ("lamp", re.compile(r"(added_)?lamp\d+(_charger|_(cell|load|return|switched).*)?")),
)


def part_of(where: str) -> str:
    """Give the part that a learner names for a unit or a lead: a cable has one name for all its leads."""
    for part, places in _PARTS:
        if places.fullmatch(where):
            return part
    return where.rstrip("0123456789")


def parts_of(fault: Fault) -> frozenset[str]:
    """Give the parts that are right to name for a fault."""
    return frozenset(map(part_of, (fault.where, *fault.also)))


@cache
def _named() -> Mapping[str, Saying]:
    text = files("lentera.solar.diagnosis").joinpath("texts.toml").read_text(encoding="utf-8")
    return {name: Saying(**row) for name, row in tomllib.loads(text)["part"].items()}


def parts(kit: Kit | None = None) -> Mapping[str, Saying]:
    """Give what a learner can name as the part, with its name; with a kit only what that kit has."""
    if kit is None:
        return _named()
    places = (*kit.installation.units, *(lead.name for lead in kit.installation.leads), "usb")
    found = set(map(part_of, places))
    return {part: name for part, name in _named().items() if part in found}
