"""Read and name the units of a kit: what kinds there are, where their numbers come from."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from types import MappingProxyType
from typing import Any, Final

from lentera.solar.controller import CONTROLLER_THRESHOLDS, Thresholds
from lentera.solar.installation.accessories import DuskSwitch, Hub, UsbPort
from lentera.solar.installation.kits.derive import DERIVED
from lentera.solar.installation.kits.faults import Notes
from lentera.solar.installation.kits.forms import (
    BAD,
    attempt,
    choice,
    decode,
    fill,
    hints_of,
    one_of,
    table,
)
from lentera.solar.installation.units import (
    Battery,
    Controller,
    FuseHolder,
    Lamp,
    Panel,
    Removed,
    Switch,
    Unit,
)
from lentera.solar.parts import (
    BATTERIES,
    CONTROLLERS,
    DUSK_SWITCHES,
    FUSES,
    LAMPS,
    PANELS,
    SWITCHES,
    USB_PORTS,
    BatterySpec,
    ControllerSpec,
    DuskSpec,
    FuseSpec,
    LampSpec,
    PanelSpec,
    SwitchSpec,
    UsbSpec,
)
from lentera.solar.parts.bounds import bounds_of
from lentera.solar.thresholds import profile_for


@dataclass(frozen=True, slots=True)
class Kind:
    """Be a kind of unit: its class and its data sheets.

    `sources` are keys of a file that stand for a data sheet, beside `part` and `spec`.
    """

    unit: type[Any]
    spec: type[Any] | None
    parts: Mapping[str, Any]
    sources: tuple[str, ...] = ()


KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "panel": Kind(Panel, PanelSpec, PANELS, ("label",)),
        "battery": Kind(Battery, BatterySpec, BATTERIES, ("capacity",)),
        "controller": Kind(Controller, ControllerSpec, CONTROLLERS),
        "fuse": Kind(FuseHolder, FuseSpec, FUSES, ("rating",)),
        "switch": Kind(Switch, SwitchSpec, SWITCHES),
        "lamp": Kind(Lamp, LampSpec, LAMPS, ("watts",)),
        "usb": Kind(UsbPort, UsbSpec, USB_PORTS),
        "dusk": Kind(DuskSwitch, DuskSpec, DUSK_SWITCHES),
        "hub": Kind(Hub, None, {}),
    }
)
"""Every kind of unit by the word that a file uses."""

_SETTING: Final = "thresholds"


def origins(kind: Kind) -> tuple[str, ...]:
    """Give the keys of which one says where a unit's numbers come from."""
    return ("part", "spec", *kind.sources)


def kind_of(unit: Unit) -> str:
    """Give the word for a unit's kind."""
    return next(name for name, kind in KINDS.items() if isinstance(unit, kind.unit))


def read_unit(row: Any, path: str, notes: Notes, battery: BatterySpec | None = None) -> Unit | None:
    """Read one unit; None when something in its table was noted as a fault.

    `battery` is the kit's battery: a controller without `profile` takes the setting that suits it.
    """
    rest = dict(table(row, path, notes))
    if not isinstance(row, Mapping):
        return None
    if "kind" not in rest:
        notes.note("missing_key", f"{path}.kind")
        return None
    kind = choice(rest.pop("kind"), KINDS, f"{path}.kind", notes)
    removed = decode(bool, rest.pop("removed", False), f"{path}.removed", notes)
    if not isinstance(kind, Kind):
        return None
    before = len(notes.faults)
    given = {}
    if kind.spec is not None:
        given["spec"] = _spec(kind, rest, path, notes)
    if kind.unit is Controller:
        rest.setdefault("profile", "pwm_12v" if battery is None else profile_for(battery))
        given |= _setting(rest, path, notes)
    unit = _condition(kind, rest, given, path, notes)
    if len(notes.faults) > before or unit is None:
        return None
    return Removed(unit) if removed else unit


def _condition(
    kind: Kind, rest: Mapping[str, Any], given: dict[str, Any], path: str, notes: Notes
) -> Unit | None:
    if given.get("spec") is not BAD:
        unit: Any = fill(kind.unit, rest, path, notes, given=given)
        if unit is BAD:
            return None
        whole: Unit = unit
        return whole
    # The data sheet is at fault: look at the rest too, so that one pass tells everything.
    stand_in = {**given, "spec": next(iter(kind.parts.values()))}
    fill(kind.unit, rest, path, notes, given=stand_in)
    return None


def _spec(kind: Kind, rest: dict[str, Any], path: str, notes: Notes) -> Any:
    """Take the data sheet out of a unit's table."""
    keys = origins(kind)
    origin = one_of(rest, keys, path, notes)
    taken = {key: rest.pop(key) for key in keys if key in rest}
    match origin:
        case "part":
            return choice(taken["part"], kind.parts, f"{path}.part", notes)
        case "spec" if kind.spec is not None:
            return fill(kind.spec, taken["spec"], f"{path}.spec", notes)
        case None:
            wanted = "part"
            if rest.pop("chemistry", None) is not None:
                wanted = "capacity"
            notes.note("missing_key", f"{path}.{wanted}")
            return BAD
        case _:
            return DERIVED[origin](taken[origin], rest, path, notes)


def _setting(rest: dict[str, Any], path: str, notes: Notes) -> dict[str, Any]:
    """Take a controller's profile and its own thresholds out of its table."""
    profile = choice(rest.pop("profile"), CONTROLLER_THRESHOLDS, f"{path}.profile", notes)
    if not isinstance(profile, Thresholds):
        rest.pop(_SETTING, None)
        return {"profile": "pwm_12v", "own": None}
    name = next(name for name, known in CONTROLLER_THRESHOLDS.items() if known is profile)
    if _SETTING not in rest:
        return {"profile": name, "own": None}
    where = f"{path}.{_SETTING}"
    rows = table(rest.pop(_SETTING), where, notes)
    known = {field.name: field for field in fields(Thresholds)}
    changed = {}
    hints = hints_of(Thresholds)
    for key, value in rows.items():
        if key in known:
            changed[key] = decode(hints[key], value, f"{where}.{key}", notes, bounds_of(Thresholds).get(key))
        else:
            notes.unknown_key(f"{where}.{key}", key, known)
    if BAD in changed.values():
        return {"profile": name, "own": None}
    own = attempt(lambda: replace(profile, **changed), where, notes)
    return {"profile": name, "own": own}
