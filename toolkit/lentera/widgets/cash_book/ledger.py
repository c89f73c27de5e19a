"""One table of the cash book for the screen, the paper and the spreadsheet."""

import csv
import io
from dataclasses import dataclass
from typing import Final

from lentera.market.bookkeeping import OwnBook
from lentera.words import _, rupiah

_FORMULA: Final = ("=", "+", "-", "@", "\t")
"""Signs with which a spreadsheet begins a formula."""


@dataclass(frozen=True)
class Ledger:
    """Hold the table: heads, rows with their balance, and the sums.

    Attributes
    ----------
    rows : tuple of tuple
        Day, what for, money in, money out, and the balance [Rp]; 0 where nothing is written.
    opening, money_in, money_out, balance : int
        [Rp].
    """

    rows: tuple[tuple[str, str, int, int, int], ...]
    opening: int
    money_in: int
    money_out: int
    balance: int

    @classmethod
    def of(cls, book: OwnBook) -> "Ledger":
        """Make the table of a book."""
        rows = tuple(
            (
                row.day,
                row.what,
                sum(max(amount, 0) for amount in row.amounts),
                sum(max(-amount, 0) for amount in row.amounts),
                balance,
            )
            for row, balance in zip(book.rows, book.balances, strict=True)
        )
        opening = book.market.cash.opening
        return cls(rows, opening, sum(row[2] for row in rows), sum(row[3] for row in rows), book.balance)

    def printed(self) -> list[list[str]]:
        """Return the rows as people read them, the money at the start first."""
        first = ["", _("Cash at the start"), "", "", rupiah(self.opening)]
        return [
            first,
            *([day, what, _sum(came), _sum(went), rupiah(left)] for day, what, came, went, left in self.rows),
        ]

    def csv(self) -> bytes:
        """Return the table for a spreadsheet: semicolons, plain numbers, and a mark that it is UTF-8."""
        text = io.StringIO()
        table = csv.writer(text, delimiter=";", lineterminator="\r\n")
        table.writerow(heads())
        table.writerow(["", _("Cash at the start"), "", "", self.opening])
        for day, what, came, went, left in self.rows:
            table.writerow([_plain(day), _plain(what), came or "", went or "", left])
        table.writerow(["", _("All together"), self.money_in, self.money_out, self.balance])
        return text.getvalue().encode("utf-8-sig")


def heads() -> list[str]:
    """Return the heads of the five columns."""
    return [_("Day of the row"), _("What for"), _("Money in"), _("Money out"), _("Cash balance")]


def _sum(amount: int) -> str:
    return rupiah(amount) if amount else ""


def _plain(text: str) -> str:
    """Keep a spreadsheet from taking what she wrote for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
