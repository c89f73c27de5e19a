"""The cash book while it is written: the round it is about, the rows as they were typed, her profit."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from lentera.market.bookkeeping import MOST_ROWS, OwnBook, Written, read_book
from lentera.market.rounds import Round

FIELDS: Final = {"tanggal": "day", "keterangan": "what", "masuk": "money_in", "keluar": "money_out"}
LONGEST: Final = 120
SAMPLE: Final = 0
"""Number of the round that stands in for a play of her own."""


@dataclass(frozen=True)
class CashState:
    """Hold what is saved.

    Attributes
    ----------
    number : int
        Number of the round in her play, from 1; 0 for the sample.
    removed : tuple of int and Written, or None
        The row that was taken out last, and where it stood.
    """

    round: Round
    number: int = SAMPLE
    rows: tuple[Written, ...] = ()
    profit: str = ""
    removed: tuple[int, Written] | None = None

    @property
    def own(self) -> OwnBook:
        """Return the book as the rules read it."""
        return OwnBook(self.round, self.rows, self.profit)

    def with_field(self, at: int, field: str, value: str) -> "CashState":
        """Return the book with one field written in."""
        row = replace(self.rows[at], **{FIELDS[field]: value[:LONGEST]})
        return replace(self, rows=(*self.rows[:at], row, *self.rows[at + 1 :]))

    def with_row(self, row: Written, at: int | None = None) -> "CashState":
        """Return the book with one more row, at the end or where it stood before."""
        place = len(self.rows) if at is None else min(at, len(self.rows))
        return replace(self, rows=(*self.rows[:place], row, *self.rows[place:]), removed=None)

    def without(self, at: int) -> "CashState":
        """Return the book without a row, which can come back."""
        return replace(self, rows=(*self.rows[:at], *self.rows[at + 1 :]), removed=(at, self.rows[at]))

    def to_content(self) -> dict[str, Any]:
        """Return the answer file's content, which the rules of the task read."""
        content: dict[str, Any] = {
            "putaran": self.round.to_json(),
            "nomor": self.number,
            "baris": [_row(row) for row in self.rows],
            "laba": self.profit,
        }
        if self.removed is not None:
            content["dihapus"] = {"tempat": self.removed[0], "baris": _row(self.removed[1])}
        return content

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "CashState":
        """Read an answer file's content; raise ValueError when it is no cash book."""
        book, number = read_book(content), content.get("nomor", SAMPLE)
        if isinstance(number, bool) or not isinstance(number, int) or number < 0:
            raise ValueError(f"the round {number!r} is none; choose a round again")
        rows = tuple(_short(row) for row in book.rows)
        return cls(book.round, number, rows, book.profit[:LONGEST], _removed(content.get("dihapus")))


def is_full(state: CashState) -> bool:
    """Tell whether no row can be added."""
    return len(state.rows) == MOST_ROWS


def _row(row: Written) -> dict[str, str]:
    return {key: getattr(row, name) for key, name in FIELDS.items()}


def _short(row: Written) -> Written:
    return Written(*(getattr(row, name)[:LONGEST] for name in FIELDS.values()))


def _removed(given: object) -> tuple[int, Written] | None:
    if not isinstance(given, Mapping):
        return None
    at, row = given.get("tempat"), given.get("baris")
    texts = [row.get(key, "") for key in FIELDS] if isinstance(row, Mapping) else [None]
    if (
        isinstance(at, bool)
        or not isinstance(at, int)
        or at < 0
        or not all(isinstance(one, str) for one in texts)
    ):
        return None
    return at, _short(Written(*texts))
