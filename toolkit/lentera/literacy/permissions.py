"""Decide what an app may do: what it needs for its work, and no more."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from lentera.literacy.cases import TEXTS, Case, case_rules
from lentera.rules.seeds import shuffled

TASK: Final = "s08-izin"
CHOICES: Final = ("beri", "saat-dipakai", "tolak")
SIZE: Final = 5
_MIX: Final = {"beri": 1, "saat-dipakai": 2, "tolak": 2}
"""How many of each: refusing everything is no more right than giving everything."""


@cache
def apps() -> Mapping[str, tuple[str, str, str]]:
    """Return name, purpose and wish of the app of each case."""
    return {one["id"]: (one["aplikasi"], one["guna"], one["minta"]) for one in _table()}


@cache
def cases() -> Mapping[str, Case]:
    """Return every permission there is to decide on."""
    return {
        one["id"]: Case(
            id=one["id"],
            title=f"{one['aplikasi']}: {one['minta']}",
            story=one["guna"],
            picture=one["gambar"],
            best=one["tepat"],
            nearly=tuple(one.get("hampir", ())),
            replies={choice: one["balasan"][choice] for choice in CHOICES},
            facts=tuple(one.get("fakta", ())),
        )
        for one in _table()
    }


def draw(seed: int) -> tuple[str, ...]:
    """Draw five permissions, each of another app."""
    found: list[str] = []
    taken: set[str] = set()
    for best, count in _MIX.items():
        fitting = [case.id for case in cases().values() if case.best == best]
        for name in shuffled(seed, best, fitting):
            app = apps()[name][0]
            if app not in taken and sum(cases()[one].best == best for one in found) < count:
                found.append(name)
                taken.add(app)
    return tuple(shuffled(seed, "urutan", found))


@cache
def _table() -> list[dict[str, Any]]:
    table: list[dict[str, Any]] = tomllib.loads((TEXTS / "izin.toml").read_text(encoding="utf-8"))["izin"]
    return table


PERMISSIONS: Final = case_rules(TASK, TASK, "s08.permission", SIZE, cases)
"""Task ``s08-izin``: five permissions, 3 points each."""
