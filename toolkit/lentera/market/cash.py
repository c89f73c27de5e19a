"""The shop's cash book: each row has two sides, so the accounts always add up to nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Account(StrEnum):
    """Name what a sum of money came from or went to."""

    CAPITAL = "modal_awal"
    SALES = "penjualan"
    GOODS = "modal_barang"
    DELIVERY = "ongkir"
    COMMISSION = "komisi"
    REFUND = "pengembalian"


@dataclass(frozen=True)
class CashRow:
    """Be one row of the cash book.

    Attributes
    ----------
    account : Account
        The other side of the row; the first side is always the cash box.
    amount : int
        Into the box above zero, out of it below [Rp].
    order : int
        Number of the order, or 0.
    """

    at: str
    account: Account
    amount: int
    order: int = 0
    note: str = ""

    @property
    def money_in(self) -> int:
        """Return what came in [Rp]."""
        return max(self.amount, 0)

    @property
    def money_out(self) -> int:
        """Return what went out [Rp]."""
        return max(-self.amount, 0)


@dataclass(frozen=True)
class CashBook:
    """Hold the rows since the opening; the first one is the money at the start."""

    rows: tuple[CashRow, ...] = ()

    @property
    def opening(self) -> int:
        """Return the money at the start [Rp]."""
        return sum(row.amount for row in self.rows if row.account is Account.CAPITAL)

    @property
    def balance(self) -> int:
        """Return what is in the box now [Rp]."""
        return sum(row.amount for row in self.rows)

    def booked(self, row: CashRow) -> "CashBook":
        """Return the book with one more row."""
        return CashBook((*self.rows, row))

    def total(self, account: Account) -> int:
        """Return what came in less what went out on one account [Rp]."""
        return sum(row.amount for row in self.rows if row.account is account)

    def accounts(self) -> Mapping[str, int]:
        """Return the balance of every account with the cash box first; together they are nothing [Rp]."""
        return {"kas": self.balance} | {account.value: -self.total(account) for account in Account}


@dataclass(frozen=True)
class Profit:
    """Hold what is left of the sales.

    Attributes
    ----------
    sales : int
        Confirmed money of buyers and stall, less what was returned [Rp].
    goods : int
        Cost of the goods that were sold, and of those lost to damage and replacement [Rp].
    costs : int
        Delivery and commission [Rp].
    """

    sales: int
    goods: int
    costs: int

    @property
    def amount(self) -> int:
        """Return the profit; a loss is below zero [Rp]."""
        return self.sales - self.goods - self.costs
