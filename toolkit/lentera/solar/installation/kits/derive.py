"""Make a data sheet from what stands on a part: a panel's label, a battery's capacity, a fuse's rating."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import inf
from types import MappingProxyType
from typing import Any, Final

from lentera.rules import Saying
from lentera.solar.installation.kits.faults import Notes, shown
from lentera.solar.installation.kits.forms import BAD, attempt, choice, decode, table
from lentera.solar.label import panel_from_label
from lentera.solar.parts import BATTERIES, FUSES, LAMPS
from lentera.solar.parts.bounds import Bound

_BY_CHEMISTRY: Final = MappingProxyType({"vrla": "vrla", "lfp": "lifepo4"})
"""The battery whose numbers a battery of another capacity is scaled from."""

_BY_WATTS: Final = MappingProxyType({1.0: "driver1w", 3.0: "led3w", 5.0: "driver5w"})
_LABEL: Final = ("isc", "voc", "imp", "vmp")
_ABOVE_ZERO: Final = Bound("", 0.0, inf, low_allowed=False)
_POWER_TOLERANCE: Final = 0.1
"""Share by which imp times vmp of a label may differ from its power."""


def _labelled(value: Any, rest: dict[str, Any], path: str, notes: Notes) -> Any:  # noqa: ARG001  one shape for all
    """Make a panel from its label: `power` [W] may be left out, `cells` as well."""
    path = f"{path}.label"
    rows = table(value, path, notes)
    before = len(notes.faults)
    numbers: dict[str, Any] = {}
    for key in rows:
        if key in {*_LABEL, "power"}:
            numbers[key] = decode(float, rows[key], f"{path}.{key}", notes, _ABOVE_ZERO)
        elif key == "cells":
            numbers[key] = decode(int, rows[key], f"{path}.{key}", notes, _ABOVE_ZERO)
        elif key == "name":
            numbers[key] = decode(str, rows[key], f"{path}.{key}", notes)
        else:
            notes.unknown_key(f"{path}.{key}", key, ("name", "power", *_LABEL, "cells"))
    for key in _LABEL:
        if key not in rows:
            notes.note("missing_key", f"{path}.{key}")
    if len(notes.faults) > before:
        return BAD
    power = numbers.pop("power", None)
    name = numbers.pop("name", "Panel sendiri")
    if power is not None:
        reckoned = numbers["imp"] * numbers["vmp"]
        if abs(power - reckoned) > _POWER_TOLERANCE * reckoned:
            reason = f"power is {power:g} W, but imp times vmp is {reckoned:.3g} W"
            notes.note("label", path, reason=reason)
            return BAD
    return attempt(lambda: panel_from_label(name, **numbers), path, notes, "label")


def _of_capacity(value: Any, rest: dict[str, Any], path: str, notes: Notes) -> Any:
    """Make a battery of any capacity [Ah]; its resistance falls as the capacity grows, unless it is given."""
    ohm = rest.pop("resistance", None)
    base = choice(rest.pop("chemistry", "vrla"), _BY_CHEMISTRY, f"{path}.chemistry", notes)
    amp_hours = decode(float, value, f"{path}.capacity", notes, replace(_ABOVE_ZERO, unit="Ah"))
    if ohm is not None:
        ohm = decode(float, ohm, f"{path}.resistance", notes, replace(_ABOVE_ZERO, unit="ohm"))
    if BAD in (base, amp_hours, ohm):
        return BAD
    known = BATTERIES[str(base)]
    size = f"{amp_hours:g} Ah"
    return replace(
        known,
        name=f"Baterai {known.chemistry.upper()} {size}".replace(".", ","),
        name_en=f"{known.chemistry.upper()} battery {size}",
        source=f"Scaled from {known.name_en}; model value",
        capacity=amp_hours,
        resistance=known.resistance * known.capacity / amp_hours if ohm is None else ohm,
    )


def _rated(value: Any, rest: dict[str, Any], path: str, notes: Notes) -> Any:  # noqa: ARG001  one shape for all
    """Give the blade fuse of a rating [A]."""
    known = {spec.rating: spec for name, spec in FUSES.items() if name.startswith("fuse")}
    return _by_number(value, known, Bound("A", 0.0, inf, low_allowed=False), f"{path}.rating", notes)


def _of_watts(value: Any, rest: dict[str, Any], path: str, notes: Notes) -> Any:  # noqa: ARG001  one shape for all
    """Give the lamp of a power [W]."""
    known = {watts: LAMPS[name] for watts, name in _BY_WATTS.items()}
    return _by_number(value, known, Bound("W", 0.0, inf, low_allowed=False), f"{path}.watts", notes)


def by_area(value: Any, path: str, notes: Notes, cables: Mapping[str, Any]) -> Any:
    """Give the name of the cable of a cross-section [mm²]."""
    known = {spec.area: name for name, spec in cables.items()}
    return _by_number(value, known, Bound("mm²", 0.0, inf, low_allowed=False), path, notes)


def _by_number(value: Any, known: Mapping[float, Any], bound: Bound, path: str, notes: Notes) -> Any:
    number = decode(float, value, path, notes, bound)
    if number is BAD or number in known:
        return known.get(number, BAD)
    # With a point in both languages: it is what the file must say.
    sizes = ", ".join(f"{size:g}" for size in sorted(known))
    wanted = Saying(f"salah satu dari {sizes}", f"one of {sizes}")
    notes.note("out_of_range", path, value=shown(value, bound.unit), expected=wanted)
    return BAD


DERIVED: Final[Mapping[str, Callable[[Any, dict[str, Any], str, Notes], Any]]] = MappingProxyType(
    {"label": _labelled, "capacity": _of_capacity, "rating": _rated, "watts": _of_watts}
)
"""Readers of a data sheet by the key that a file uses."""
