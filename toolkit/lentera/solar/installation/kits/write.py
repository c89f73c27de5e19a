"""Write a kit as TOML, so that reading gives the same kit again."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, Final

from lentera.solar.controller import CONTROLLER_THRESHOLDS, Thresholds
from lentera.solar.installation.kits.forms import NONE
from lentera.solar.installation.kits.kit import Kit
from lentera.solar.installation.kits.units import KINDS, kind_of
from lentera.solar.installation.lead import Bridge, Lead
from lentera.solar.installation.model import Installation
from lentera.solar.installation.units import Controller, Removed, Unit

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_DEFAULT_REFERENCE: Final = Installation({}).reference


def write_kit(kit: Kit) -> str:
    """Write a kit with everything it is made of; `read_kit` of the text gives an equal kit.

    A part of the catalogue is written by its name; a part of one's own with all its numbers.
    """
    installation = kit.installation
    head = {"id": kit.id, "name": {"id": kit.name, "en": kit.name_en}, "source": kit.source}
    if installation.reference != _DEFAULT_REFERENCE:
        head["reference"] = installation.reference
    tables: dict[str, Mapping[str, Any]] = {"kit": head}
    tables |= {f"unit.{_key(name)}": _unit(unit) for name, unit in installation.units.items()}
    if not installation.units:
        tables["unit"] = {}
    tables |= {f"lead.{_key(lead.name)}": _named(lead) for lead in installation.leads}
    tables |= {f"bridge.{_key(bridge.name)}": _named(bridge) for bridge in installation.bridges}
    for name, point in kit.test_points.items():
        tables[f"test_point.{_key(name)}"] = {
            "red": point.red,
            "black": point.black,
            "name": {"id": point.name, "en": point.name_en},
        }
    return "\n".join(_lines(tables))


def _lines(tables: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for name, rows in tables.items():
        yield f"[{name}]"
        yield from (f"{_key(key)} = {_value(value)}" for key, value in rows.items())
        yield ""


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _value(name)


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            # TOML has no unescaped delete character; JSON leaves it as it is.
            return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007F")
        case int() | float():
            return repr(value)
        case list() | tuple():
            return f"[{', '.join(map(_value, value))}]"
        case Mapping():
            inner = ", ".join(f"{_key(key)} = {_value(item)}" for key, item in value.items())
            return f"{{ {inner} }}" if inner else "{}"
    raise TypeError(f"{value!r} is a {type(value).__name__}, which a kit file cannot hold")


def _unit(unit: Unit) -> dict[str, Any]:
    if isinstance(unit, Removed):
        return {**_unit(unit.unit), "removed": True}
    name = kind_of(unit)
    kind = KINDS[name]
    row: dict[str, Any] = {"kind": name}
    if kind.spec is not None:
        spec = getattr(unit, "spec")  # noqa: B009  every kind with a spec has this field
        known = next((key for key, found in kind.parts.items() if found == spec), None)
        row |= {"part": known} if known is not None else {"spec": _all(spec)}
    if isinstance(unit, Controller):
        row["profile"] = unit.profile
        if unit.own is not None:
            row["thresholds"] = _changes(CONTROLLER_THRESHOLDS[unit.profile], unit.own)
    return row | {
        key: value for key, value in _changed(unit).items() if key not in {"spec", "profile", "own"}
    }


def _named(thing: Lead | Bridge) -> dict[str, Any]:
    return {key: value for key, value in _changed(thing).items() if key != "name"}


def _changed(thing: Any) -> dict[str, Any]:
    """Give the fields of a dataclass that are not as they are by default."""
    return {
        field.name: _plain(getattr(thing, field.name))
        for field in fields(thing)
        if field.init and (field.default is MISSING or getattr(thing, field.name) != field.default)
    }


def _changes(base: Thresholds, own: Thresholds) -> dict[str, Any]:
    """Give the thresholds that differ."""
    return {key: value for key, value in _all(own).items() if value != _all(base)[key]}


def _all(thing: Any) -> dict[str, Any]:
    return {field.name: _plain(getattr(thing, field.name)) for field in fields(thing) if field.init}


def _plain(value: Any) -> Any:
    if value is None:
        return NONE
    return _changed(value) if is_dataclass(value) else value
