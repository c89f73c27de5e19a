"""Choose the strong one of three example passwords and say why the others are weak."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from lentera.literacy.cases import TEXTS, Case, Reason, case_rules
from lentera.literacy.passphrase.person import MONTHS, PEOPLE, Person
from lentera.rules.seeds import pick, shuffled

TASK: Final = "s01-pilih-sandi"
CHOICES: Final = ("kuat", "lemah")
SIZE: Final = 3
_JOINT: Final = "@"
"""Stands between the example and the number of its person in an id, such as ``lagu@2``."""


def person_of(case: str) -> Person:
    """Return the example person of a case."""
    return PEOPLE[int(case.partition(_JOINT)[2])]


@cache
def cases() -> Mapping[str, Case]:
    """Return every example password for every example person."""
    reasons = tuple(Reason(one["id"], one["teks"], one["bila_keliru"]) for one in _table()["alasan"])
    found = {}
    for number, one in enumerate(PEOPLE):
        for example in _table()["sandi"]:
            case = _case(example, number, one, reasons)
            found[case.id] = case
    return found


def draw(seed: int) -> tuple[str, ...]:
    """Draw one strong and two weak ones that are weak in different ways."""
    number = pick(seed, "orang", range(len(PEOPLE)))
    examples = shuffled(seed, "contoh", _table()["sandi"])
    strong = next(one for one in examples if one["kuat"])
    weak: dict[str, str] = {}
    for one in examples:
        if not one["kuat"]:
            weak.setdefault(one["alasan"][0], one["id"])
    names = [strong["id"], *list(weak.values())[: SIZE - 1]]
    return tuple(f"{name}{_JOINT}{number}" for name in shuffled(seed, "urutan", names))


def _case(example: Mapping[str, Any], number: int, one: Person, reasons: tuple[Reason, ...]) -> Case:
    text = example["teks"].format(
        nama=one.name.split()[0].lower(),
        anak=one.child.split()[0].lower(),
        tahun=one.born.year,
        tanggal=f"{one.born.day} {MONTHS[one.born.month - 1]}",
    )
    kind = "kuat" if example["kuat"] else example["alasan"][0]
    return Case(
        id=f"{example['id']}{_JOINT}{number}",
        title=text,
        story=text,
        picture="kunci",
        best=CHOICES[0] if example["kuat"] else CHOICES[1],
        nearly=(),
        replies={choice: _table()["balasan"][kind][choice] for choice in CHOICES},
        reasons=reasons,
        needed=tuple(example["alasan"]),
        allowed=tuple(example.get("boleh", ())),
    )


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((TEXTS / "sandi.toml").read_text(encoding="utf-8"))


CHOSEN: Final = case_rules(TASK, "s01-sandi", "s01.password", SIZE, cases)
"""Task ``s01-pilih-sandi``: three examples, half of each for the choice and half for the reasons."""
