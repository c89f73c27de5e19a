"""Sort data by UU 27/2022: general, specific, or nobody's."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from lentera.literacy.cases import TEXTS, Case, case_rules
from lentera.rules.seeds import pick, shuffled

TASK: Final = "s08-data"
CHOICES: Final = ("umum", "spesifik", "bukan")
SIZE: Final = 10
_MIXES: Final = ((3, 4, 3), (4, 3, 3), (4, 4, 2))
"""How many of general, specific and nobody's: no one of them is most of a set."""
_FACTS: Final = {"umum": ("pdp-umum",), "spesifik": ("pdp-spesifik",), "bukan": ()}


@cache
def cases() -> Mapping[str, Case]:
    """Return every piece of data there is to sort."""
    return {case.id: case for group in _groups().values() for case in group}


def draw(seed: int) -> tuple[str, ...]:
    """Draw ten pieces: of each sort several, and no group of data more often than needed."""
    found: list[str] = []
    for kind, count in zip(CHOICES, pick(seed, "campuran", _MIXES), strict=True):
        groups = [
            shuffled(seed, name, [case.id for case in group])
            for name, group in _groups().items()
            if group[0].best == kind
        ]
        order = shuffled(seed, kind, groups)
        in_turn = [group[at] for at in range(SIZE) for group in order if at < len(group)]
        found += in_turn[:count]
    return tuple(shuffled(seed, "urutan", found))


@cache
def _groups() -> Mapping[str, tuple[Case, ...]]:
    table = tomllib.loads((TEXTS / "data-pribadi.toml").read_text(encoding="utf-8"))
    return {group["id"]: tuple(_case(group, item) for item in group["isi"]) for group in table["kelompok"]}


def _case(group: Mapping[str, Any], item: Mapping[str, str]) -> Case:
    return Case(
        id=item["id"],
        title=item["cerita"],
        story=item["cerita"],
        picture=group["gambar"],
        best=group["jenis"],
        nearly=(),
        replies={choice: group["balasan"][choice] for choice in CHOICES},
        facts=_FACTS[group["jenis"]],
    )


SORTED: Final = case_rules(TASK, TASK, "s08.data", SIZE, cases)
"""Task ``s08-data``: ten pieces of data, 2 points each."""
