"""Read a kit from a TOML file: the kits of the course, and a kit that a learner has at home."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from lentera.solar.installation.kits.derive import by_area
from lentera.solar.installation.kits.faults import KitError, Notes
from lentera.solar.installation.kits.forms import BAD, choice, decode, fill, one_of, table
from lentera.solar.installation.kits.kit import Kit, MeasuringPoint
from lentera.solar.installation.kits.parse import TABLES, Raw, is_controller
from lentera.solar.installation.kits.units import KINDS, read_unit
from lentera.solar.installation.lead import Bridge, Lead
from lentera.solar.installation.model import Installation
from lentera.solar.installation.units import Battery, Unit
from lentera.solar.parts import CABLES

RESERVED: Final = "multimeter"
"""A name that the meter has in a circuit."""

_HEAD: Final = ("id", "name", "source", "reference")
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def kit_of(raw: Raw, notes: Notes | None = None) -> Kit:
    """Make a kit from the tables of its file.

    Parameters
    ----------
    notes
        Faults that were found before; they are reported together with those found here.

    Raises
    ------
    KitError
        When anything in it cannot be used; its `faults` name all of them.
    """
    notes = Notes() if notes is None else notes
    for key in raw:
        if key not in TABLES:
            notes.unknown_key(key, key, TABLES)
    head = _head(raw, notes)
    units = _units(raw, notes)
    terminals = _terminals(raw, units)
    leads = [_lead(name, row, terminals, notes) for name, row in _rows(raw, "lead", notes).items()]
    bridges = [_bridge(name, row, terminals, notes) for name, row in _rows(raw, "bridge", notes).items()]
    points = {
        name: _point(name, row, terminals, notes) for name, row in _rows(raw, "test_point", notes).items()
    }
    _names(raw, notes)
    reference = head.pop("reference", None)
    if reference is not None:
        _terminal(reference, "kit.reference", terminals, notes)
    if notes.faults:
        raise KitError(notes.faults)
    installation = Installation(
        {name: unit for name, unit in units.items() if unit is not None},
        tuple(lead for lead in leads if lead is not None),
        tuple(bridge for bridge in bridges if bridge is not None),
        **({} if reference is None else {"reference": reference}),
    )
    measured = {name: point for name, point in points.items() if point is not None}
    return Kit(installation=installation, test_points=MappingProxyType(measured), **head)


def _rows(raw: Raw, name: str, notes: Notes) -> Mapping[str, Any]:
    return table(raw.get(name, {}), name, notes)


def _head(raw: Raw, notes: Notes) -> Raw:
    if "kit" not in raw:
        notes.note("missing_table", "kit")
        return {}
    rows = table(raw["kit"], "kit", notes)
    for key in rows:
        if key not in _HEAD:
            notes.unknown_key(f"kit.{key}", key, _HEAD)
    head = {
        "id": decode(str, rows.get("id", "sendiri"), "kit.id", notes),
        "source": decode(str, rows.get("source", ""), "kit.source", notes),
    }
    head |= _both(rows.get("name", {"id": "Rakitan sendiri", "en": "Own kit"}), "kit.name", notes)
    if "reference" in rows:
        head["reference"] = rows["reference"]
    return head


def _both(value: Any, path: str, notes: Notes) -> Raw:
    """Read a text in both languages."""
    rows = table(value, path, notes)
    for key in rows:
        if key not in {"id", "en"}:
            notes.unknown_key(f"{path}.{key}", key, ("id", "en"))
    found = {}
    for key, field in (("id", "name"), ("en", "name_en")):
        if key in rows:
            found[field] = decode(str, rows[key], f"{path}.{key}", notes)
        elif isinstance(value, Mapping):
            notes.note("missing_key", f"{path}.{key}")
    return found


def _units(raw: Raw, notes: Notes) -> dict[str, Unit | None]:
    if "unit" not in raw:
        notes.note("missing_table", "unit")
        return {}
    rows = _rows(raw, "unit", notes)
    # A controller may take its setting from the battery, so batteries come first; the order stays.
    found: dict[str, Unit | None] = dict.fromkeys(rows)
    for name, row in rows.items():
        if not is_controller(row):
            found[name] = read_unit(row, f"unit.{name}", notes)
    battery = next((unit.spec for unit in found.values() if isinstance(unit, Battery)), None)
    for name, row in rows.items():
        if is_controller(row):
            found[name] = read_unit(row, f"unit.{name}", notes, battery)
    return found


def _terminals(raw: Raw, units: Mapping[str, Unit | None]) -> tuple[str, ...]:
    """Give every terminal, also of units whose numbers are at fault: a lead there is no second fault."""
    found: list[str] = []
    rows = raw.get("unit")
    for name, unit in units.items():
        if unit is not None:
            found += unit.terminals(name)
            continue
        row = rows.get(name) if isinstance(rows, Mapping) else None
        word = row.get("kind") if isinstance(row, Mapping) else None
        kind = KINDS.get(word) if isinstance(word, str) else None
        if kind is not None:
            stand_in = kind.unit() if kind.spec is None else kind.unit(next(iter(kind.parts.values())))
            found += stand_in.terminals(name)
        else:
            # Of what kind it is cannot be told: whatever a lead joins there is taken as it is.
            found += [end for end in _ends(raw) if end.startswith(f"{name}.")]
    return tuple(found)


def _ends(raw: Raw) -> Iterable[str]:
    for name, keys in (("lead", ("start", "end")), ("bridge", ("a", "b")), ("test_point", ("red", "black"))):
        rows = raw.get(name)
        for row in rows.values() if isinstance(rows, Mapping) else ():
            if isinstance(row, Mapping):
                yield from (row[key] for key in keys if isinstance(row.get(key), str))


def _terminal(value: Any, path: str, terminals: Iterable[str], notes: Notes) -> bool:
    names = {name: name for name in terminals}
    return choice(value, names, path, notes) is not BAD


def _joins(
    rows: Mapping[str, Any], keys: tuple[str, str], path: str, names: Iterable[str], notes: Notes
) -> None:
    """Look at the two terminals that something joins."""
    known = tuple(names)
    for key in keys:
        if key in rows:
            _terminal(rows[key], f"{path}.{key}", known, notes)
    first, second = (rows.get(key) for key in keys)
    if first is not None and first == second:
        notes.note("same_ends", path, value=str(first))


def _lead(name: str, value: Any, terminals: Iterable[str], notes: Notes) -> Lead | None:
    path = f"lead.{name}"
    rows = dict(table(value, path, notes))
    if not isinstance(value, Mapping):
        return None
    before = len(notes.faults)
    if one_of(rows, ("cable", "area"), path, notes) == "area":
        rows["cable"] = by_area(rows.pop("area"), f"{path}.area", notes, CABLES)
    elif "cable" in rows:
        choice(rows["cable"], CABLES, f"{path}.cable", notes)
    _joins(rows, ("start", "end"), path, terminals, notes)
    rows.pop("area", None)
    given = {"name": name}
    if len(notes.faults) > before:
        rows.pop("cable", None)
    lead = fill(Lead, rows, path, notes, given=given)
    return lead if isinstance(lead, Lead) and len(notes.faults) == before else None


def _bridge(name: str, value: Any, terminals: Iterable[str], notes: Notes) -> Bridge | None:
    path = f"bridge.{name}"
    before = len(notes.faults)
    _joins(table(value, path, notes), ("a", "b"), path, terminals, notes)
    if not isinstance(value, Mapping):
        return None
    bridge = fill(Bridge, value, path, notes, given={"name": name})
    return bridge if isinstance(bridge, Bridge) and len(notes.faults) == before else None


def _point(name: str, value: Any, terminals: Iterable[str], notes: Notes) -> MeasuringPoint | None:
    path = f"test_point.{name}"
    rows = dict(table(value, path, notes))
    if not isinstance(value, Mapping):
        return None
    before = len(notes.faults)
    _joins(rows, ("red", "black"), path, terminals, notes)
    words = _both(rows.pop("name", {"id": name, "en": name}), f"{path}.name", notes)
    given = {"id": name, "name": words.get("name", ""), "name_en": words.get("name_en", "")}
    point = fill(MeasuringPoint, rows, path, notes, given=given)
    return point if isinstance(point, MeasuringPoint) and len(notes.faults) == before else None


def _names(raw: Raw, notes: Notes) -> None:
    """Look at the names: they become names of terminals and of elements, so each is there once."""
    taken = {RESERVED}
    for kind in ("unit", "lead", "bridge"):
        rows = raw.get(kind)
        for name in rows if isinstance(rows, Mapping) else ():
            if not _NAME.fullmatch(name):
                notes.note("bad_name", f"{kind}.{name}")
            elif name in taken:
                notes.note("same_name", f"{kind}.{name}")
            taken.add(name)
