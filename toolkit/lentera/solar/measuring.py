"""The rules of what was measured: a number, its unit, and whether it can be true of the kit."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from math import inf
from pathlib import Path
from typing import Any, Final

from lentera.rules import Finding, RuleSet, load_rules, load_set, missed, right
from lentera.words import quantity

_TEXTS = Path(__file__).parent / "texts"

_FACTOR: Final = {"V": ("V", 1.0), "mV": ("V", 1e-3), "A": ("A", 1.0), "mA": ("A", 1e-3)}
"""Base unit and factor of each unit a meter shows."""

_NUMBER = re.compile(r"[+\-−]?\d{1,6}([.,]\d{1,4})?")


@dataclass(frozen=True)
class Expected:
    """Bound what a healthy 12 V kit can show; the bounds leave room for real meters.

    Attributes
    ----------
    unit : str
        Base unit.
    low, high : float
        Bounds [unit].
    too_low : str
        The mistake behind a number below them: a panel in the dark, a lamp that is off.
    loaded : float
        From here up to `low` it is a panel that still hangs on the battery [unit].
    """

    unit: str
    low: float
    high: float
    too_low: str = "out_of_range"
    loaded: float = inf


# A battery between empty under load and the controller's end of charge; one or two 3 W lamps at 11 to 14.4 V.
BATTERY_VOLTAGE: Final = Expected("V", 10.5, 14.8)
LAMP_CURRENT: Final = Expected("A", 0.15, 1.1)
# A panel for 12 V with nothing on it, from a dim room (model: 14.8 V at 1 W/m²) to a cool bright morning.
PANEL_VOLTAGE: Final = Expected("V", 14.8, 24.0, "dark", loaded=10.5)
LAMP_VOLTAGE: Final = Expected("V", 10.5, 14.8, "unlit")


@dataclass(frozen=True)
class Entry:
    """Hold one written reading as it stands in the form."""

    number: str
    unit: str

    @property
    def value(self) -> float | None:
        """Return the number; a decimal comma and a point are the same. None when it is no number."""
        if not _NUMBER.fullmatch(self.number):
            return None
        return float(self.number.replace(",", ".").replace("−", "-"))


def _read(content: Mapping[str, Any]) -> dict[str, Entry]:
    fields = content.get("isian") if isinstance(content, Mapping) else None
    if not isinstance(fields, Mapping):
        raise ValueError("the answer holds no readings")
    entries = {}
    for name, field in fields.items():
        if not isinstance(field, Mapping):
            raise ValueError(f"the reading {name!r} is not a number with a unit")
        entries[name] = Entry(str(field.get("nilai", "")).strip(), str(field.get("satuan", "")))
    return entries


def _reading(field: str, expected: Expected, entries: Mapping[str, Entry]) -> Finding:
    entry = entries.get(field, Entry("", ""))
    value = entry.value
    if value is None:
        return missed("no_number" if entry.number else "empty")
    if entry.unit not in _FACTOR:
        return missed("no_unit" if not entry.unit else "other_unit", 0.5, unit=entry.unit)
    base, factor = _FACTOR[entry.unit]
    if base != expected.unit:
        return missed("other_unit", 0.5, unit=entry.unit)
    if not expected.low <= value * factor <= expected.high:
        return missed(
            _likely_slip(value, factor, expected),
            0.5,
            unit=entry.unit,
            low=_edge(expected.low, base),
            high=_edge(expected.high, base),
        )
    return right(reading=quantity(value, entry.unit, 2 if base == "A" and factor == 1 else 1))


def _likely_slip(shown: float, factor: float, expected: Expected) -> str:
    """Tell a lost comma, a meter held the wrong way round, mV for V and an odd reading apart."""
    value = shown * factor
    if value < 0 and expected.low <= -value <= expected.high:
        return "negative"
    if factor < 1 and expected.low <= shown <= expected.high:
        return "milli"
    if any(expected.low <= value / slip <= expected.high for slip in (10, 100, 1000)):
        return "comma"
    if expected.loaded <= value < expected.low:
        return "loaded"
    return expected.too_low if 0 <= value < expected.low else "out_of_range"


def _edge(value: float, unit: str) -> str:
    return quantity(value, unit, 1 if unit == "V" else 2)


def _set(task: str, fields: Mapping[str, tuple[str, Expected]]) -> RuleSet[Any]:
    """Judge a field of the form by each rule."""
    path = _TEXTS / f"{task}.toml"
    checks = {rule: partial(_reading, field, expected) for rule, (field, expected) in fields.items()}
    return RuleSet(task, task, _read, load_rules(path, checks), load_set(path))


READINGS: Final = _set(
    "s06-ukur",
    {
        "s06.reading.battery-voltage": ("tegangan_baterai", BATTERY_VOLTAGE),
        "s06.reading.lamp-current": ("arus_lampu", LAMP_CURRENT),
    },
)
"""Task ``s06-ukur``: the battery's voltage and the lamp's current, each with its unit."""

VOLTAGES: Final = _set(
    "s04-ukur",
    {
        "s04.reading.battery-voltage": ("tegangan_baterai", BATTERY_VOLTAGE),
        "s04.reading.panel-voltage": ("tegangan_panel", PANEL_VOLTAGE),
        "s04.reading.lamp-voltage": ("tegangan_lampu", LAMP_VOLTAGE),
    },
)
"""Task ``s04-ukur``: the voltages of the battery, of the panel with nothing on it, and of the lit lamp."""
