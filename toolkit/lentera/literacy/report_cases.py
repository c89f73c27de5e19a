"""Invented stories for the draft of a report: what happened on which day, to which account, for how much."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

from lentera.rules.seeds import pick
from lentera.words import rupiah

_PATH: Final = Path(__file__).parent / "texts" / "laporan.toml"

WEEKDAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS: Final = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
PARTS: Final = ("mulai", "lalu", "akibat")
"""Parts of what happened: how it began, what was done, what came of it."""

_FIRST_DAY: Final = date(2026, 9, 1)
_DAYS: Final = 60


@dataclass(frozen=True)
class Case:
    """Hold one story.

    Attributes
    ----------
    id, name, text : str
        Stable name, short name, and the story.
    day : date
        When it happened.
    hour, minute : int
        Time of day.
    amount : int
        What was lost [rupiah].
    number, account, holder : str
        Number and account of the other side, which hold x where real ones hold digits, and its name.
    told : mapping of str to tuple of str
        Words by which people tell each of `PARTS`.
    """

    id: str
    name: str
    text: str
    day: date
    hour: int
    minute: int
    amount: int
    number: str
    account: str
    holder: str
    told: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Step:
    """Hold one thing that can be done: its kind, and what is said when it does not help."""

    id: str
    text: str
    kind: str
    says: str


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))


def case_of(seed: int) -> Case:
    """Return the story of a seed."""
    row = pick(seed, "cerita", _table()["cerita"])
    day = _FIRST_DAY + timedelta(days=pick(seed, "hari", range(_DAYS)))
    hour, minute = pick(seed, "jam", (8, 9, 10, 13, 14, 16, 19)), pick(seed, "menit", (5, 12, 20, 35, 48))
    amount = pick(seed, "jumlah", row["jumlah"])
    number = f"08xx-xxxx-x{pick(seed, 'nomor', range(200, 1000))}"
    account = f"xxxx-xx{pick(seed, 'rekening', range(200, 1000))}"
    blanks = {
        "hari": WEEKDAYS[day.weekday()],
        "tanggal": f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        "jam": f"{hour:02}.{minute:02}",
        "jumlah": rupiah(amount),
        "nomor": number,
        "rekening": account,
        "nama": row["nama_orang"],
    }
    return Case(
        id=row["id"],
        name=row["nama"],
        text=row["teks"].format(**blanks),
        day=day,
        hour=hour,
        minute=minute,
        amount=amount,
        number=number,
        account=account,
        holder=row["nama_orang"],
        told={part: tuple(row[part]) for part in PARTS},
    )


def evidence() -> Mapping[str, Step]:
    """Return what can be done to keep evidence, right or not."""
    return _steps("bukti")


def first_steps() -> Mapping[str, Step]:
    """Return what can be done in the first half hour, right or not."""
    return _steps("pertama")


@cache
def _steps(table: str) -> Mapping[str, Step]:
    return {
        name: Step(name, row["teks"], row["macam"], row.get("balasan", ""))
        for name, row in _table()[table].items()
    }
