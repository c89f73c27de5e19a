"""Lay what a learner's file says over a kit of the course."""

from collections.abc import Mapping
from typing import Any, Final

from lentera.solar.installation.kits.faults import Notes
from lentera.solar.installation.kits.forms import table
from lentera.solar.installation.kits.parse import TABLES, Raw, is_controller
from lentera.solar.installation.kits.units import KINDS, origins

_LEAD_ORIGINS: Final = ("cable", "area")


def merged(base: Raw, changes: Raw, notes: Notes) -> Raw:
    """Lay the tables of a learner's file over those of a kit, row by row.

    A row that says anew where its numbers come from, as with `label`, drops what the kit said about that. A
    new battery brings the controller's setting with it, unless the file says otherwise.
    """
    whole: Raw = {**base}
    for name in TABLES:
        rows = table(changes.get(name, {}), name, notes)
        before = base.get(name, {})
        if name != "kit":
            rows = {key: _row(before.get(key), row) for key, row in rows.items()}
        whole[name] = {**before, **rows}
    for name in changes:
        if name not in TABLES:
            whole[name] = changes[name]
    _follow(whole, changes)
    return whole


def _row(before: Any, row: Any) -> Any:
    if not isinstance(before, Mapping) or not isinstance(row, Mapping):
        return row
    kind = KINDS.get(str(row.get("kind", before.get("kind"))))
    keys = _LEAD_ORIGINS if kind is None else (*origins(kind), "chemistry")
    kept = before
    if any(key in row for key in keys):
        kept = {key: value for key, value in before.items() if key not in keys}
    return {**kept, **row}


def _follow(whole: Raw, changes: Raw) -> None:
    """Let a controller's setting follow a battery that the file changes."""
    rows = changes.get("unit")
    if not isinstance(rows, Mapping) or not isinstance(rows.get("battery"), Mapping):
        return
    battery = KINDS["battery"]
    if not any(key in rows["battery"] for key in (*origins(battery), "chemistry")):
        return
    for name, row in whole["unit"].items():
        asked = rows.get(name)
        if is_controller(row) and not (isinstance(asked, Mapping) and "profile" in asked):
            whole["unit"][name] = {key: value for key, value in row.items() if key != "profile"}
