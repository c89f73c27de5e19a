"""The register of a production house: batches, each with its day, code, quantity and best-before day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from lentera.product.expiry import MOST_BATCHES_A_DAY, BatchCode, ShelfLife, best_before, read_code, read_day

SOON: Final = 30
"""Days before the best-before day from which a batch is sold first."""
MOST_PACKS: Final = 9999
MOST_BATCHES: Final = 60
LONGEST_LIFE: Final = {"hari": 730, "minggu": 104, "bulan": 24}


class State(StrEnum):
    """Tell how a batch stands today."""

    GOOD = "baik"
    SOON = "dulu"
    OVER = "lewat"


@dataclass(frozen=True)
class Batch:
    """Be one batch.

    Attributes
    ----------
    code : BatchCode
        Names line, batch and the day it was made.
    product : str
        What was made.
    packs : int
        How many.
    best_before : date
        Until when it is good.
    """

    code: BatchCode
    product: str
    packs: int
    best_before: date

    @property
    def made(self) -> date:
        """Return the day it was made."""
        return self.code.made

    def state(self, today: date) -> State:
        """Return how it stands on a day."""
        left = (self.best_before - today).days
        return State.OVER if left < 0 else State.SOON if left <= SOON else State.GOOD

    def to_content(self) -> dict[str, Any]:
        """Return it as the answer file holds it."""
        return {
            "kode": str(self.code),
            "produk": self.product,
            "jumlah": self.packs,
            "dibuat": self.made.isoformat(),
            "baik_sebelum": self.best_before.isoformat(),
        }


def read_batch(row: Mapping[str, Any]) -> Batch:
    """Read a batch as the answer file holds it.

    Raises
    ------
    ValueError
        When code, quantity or day is none.
    """
    code = read_code(str(row.get("kode", "")))
    until = read_day(str(row.get("baik_sebelum", "")))
    packs = row.get("jumlah")
    if code is None or until is None or until <= code.made:
        raise ValueError(f"the batch {row.get('kode')!r} has no readable code or day; write it again")
    if not isinstance(packs, int) or isinstance(packs, bool) or not 0 < packs <= MOST_PACKS:
        raise ValueError(f"the batch {code} has {packs!r} packs; give a whole number from 1 to {MOST_PACKS}")
    return Batch(code, str(row.get("produk", ""))[:80], packs, until)


def expiry_first(batches: tuple[Batch, ...]) -> tuple[Batch, ...]:
    """Return the batches in the order in which they are sold: the one that expires first comes first."""
    return tuple(sorted(batches, key=lambda one: (one.best_before, one.made, str(one.code))))


def next_code(batches: tuple[Batch, ...], line: str, made: date) -> BatchCode:
    """Return the code of the next batch of a line on a day.

    Raises
    ------
    ValueError
        When the line is no letter, or the day has no number left.
    """
    if len(line) != 1 or not "A" <= line <= "Z":
        raise ValueError(f"the line is {line!r}; give one letter from A to Z")
    taken = {one.code.number for one in batches if (one.code.line, one.made) == (line, made)}
    for number in range(1, MOST_BATCHES_A_DAY + 1):
        if number not in taken:
            return BatchCode(line, number, made)
    raise ValueError(f"line {line} has {MOST_BATCHES_A_DAY} batches on {made}; use another line")


def make_batch(
    batches: tuple[Batch, ...], line: str, made: date, product: str, packs: int, life: ShelfLife
) -> Batch:
    """Make the next batch of a line.

    Raises
    ------
    ValueError
        When line, quantity or shelf life is impossible.
    """
    if not 0 < packs <= MOST_PACKS:
        raise ValueError(f"{packs} packs are impossible; give 1 to {MOST_PACKS}")
    if life.unit not in LONGEST_LIFE or not 0 < life.count <= LONGEST_LIFE[life.unit]:
        raise ValueError(f"{life.count} {life.unit} is no shelf life; give at most 24 months")
    return Batch(next_code(batches, line, made), product, packs, best_before(made, life))
