"""A learner's own cash book of a play, set against what really went through the cash box."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Final

from lentera.market.cash import Account, CashRow
from lentera.market.names import Method, State
from lentera.market.orders import Order
from lentera.market.play import Market
from lentera.market.rounds import Round

MOST_ROWS: Final = 60
_MOST_DIGITS: Final = 9
_GROUP: Final = 3


def rupiah_in(text: str) -> int | None:
    """Return a sum as people write it, ``27.000``, ``Rp27.000,00`` or ``27000``; None when it is none."""
    bare = "".join(text.split()).casefold().removeprefix("rp").removeprefix(".")
    for ending in ("rupiah", ",-", ",00"):
        bare = bare.removesuffix(ending)
    for thousand in ("ribu", "rb"):
        whole = bare.removesuffix(thousand)
        if whole != bare:
            bare = f"{whole}000" if whole.isdigit() else ""
    groups = bare.replace(",", ".").split(".")
    digits = "".join(groups)
    if not (digits.isascii() and digits.isdigit()) or len(digits) > _MOST_DIGITS:
        return None
    if len(groups) > 1 and (
        not 0 < len(groups[0]) <= _GROUP or any(len(one) != _GROUP for one in groups[1:])
    ):
        return None
    return int(digits)


def _unsigned(text: str) -> str:
    """Return a sum that went out without the minus some people write before it."""
    return text.strip().removeprefix("-").removeprefix("−")


@dataclass(frozen=True)
class Written:
    """Be one row as it was written: day, what for, and the two sums as text."""

    day: str
    what: str
    money_in: str
    money_out: str

    @property
    def amounts(self) -> tuple[int, ...]:
        """Return the sums of the row, those that went out below zero; a row may hold one of each."""
        came, went = rupiah_in(self.money_in), rupiah_in(_unsigned(self.money_out))
        return tuple(amount for amount in (came or 0, -(went or 0)) if amount)

    @property
    def readable(self) -> bool:
        """Tell whether everything in the two columns of money is a sum."""
        return all(
            not text.strip() or rupiah_in(text) is not None
            for text in (self.money_in, _unsigned(self.money_out))
        )

    @property
    def empty(self) -> bool:
        """Tell whether nothing but a day is written."""
        return not any(text.strip() for text in (self.what, self.money_in, self.money_out))

    def names(self, order: int) -> bool:
        """Tell whether the row's words hold the number of an order."""
        words = ("".join(sign for sign in word if sign.isalnum()) for word in self.what.split())
        return str(order) in words


@dataclass(frozen=True)
class OwnBook:
    """Hold an answer: the round it is about, her rows, and her profit as text."""

    round: Round
    rows: tuple[Written, ...]
    profit: str = ""

    @property
    def market(self) -> Market:
        """Return the market as the round left it."""
        return self.round.market

    @property
    def balances(self) -> tuple[int, ...]:
        """Return what is in the box after each row, by her own rows [Rp]."""
        total, found = self.market.cash.opening, []
        for row in self.rows:
            total += sum(row.amounts)
            found.append(total)
        return tuple(found)

    @property
    def balance(self) -> int:
        """Return what is in the box by her own rows [Rp]."""
        return self.balances[-1] if self.rows else self.market.cash.opening


def read_book(content: Mapping[str, Any]) -> OwnBook:
    """Read an answer file's content; the round is played again, so none of its sums are believed.

    Raises
    ------
    ValueError
        When it is no such answer.
    """
    rows, profit = content.get("baris"), content.get("laba", "")
    if not isinstance(rows, list) or len(rows) > MOST_ROWS or not isinstance(profit, str):
        raise ValueError(f"'baris' needs up to {MOST_ROWS} rows and 'laba' a text; write the book again")
    return OwnBook(Round.from_json(content.get("putaran", {})), tuple(_row(row) for row in rows), profit)


def _row(row: Any) -> Written:
    if not isinstance(row, Mapping):
        raise ValueError(f"{row!r} is no row of a cash book; write it again")
    texts = [row.get(key, "") for key in ("tanggal", "keterangan", "masuk", "keluar")]
    if not all(isinstance(text, str) for text in texts):
        raise ValueError("a row of the cash book holds something that is no text; write it again")
    return Written(*texts)


@dataclass(frozen=True)
class Slip:
    """Name what is wrong with one sum in the book, or which sum it lacks.

    Attributes
    ----------
    name : str
        ``sign, proof, cod_early, unpaid, opening, double, zeros, extra`` or ``missing``.
    amount : int
        The sum [Rp], below zero when it went out.
    number : int
        Number of the row, from 1; 0 for a sum that is missing.
    row : CashRow or None
        What really went through the box, where that is known.
    order : int
        Number of the order it is about, or 0.
    """

    name: str
    amount: int
    number: int = 0
    row: CashRow | None = None
    order: int = 0


@dataclass(frozen=True)
class Comparison:
    """Set a book against the truth.

    Attributes
    ----------
    matched : tuple of CashRow
        What stands in both.
    slips : tuple of Slip
        What does not, her rows before what is missing.
    """

    matched: tuple[CashRow, ...]
    slips: tuple[Slip, ...]

    def share(self, *, money_in: bool) -> float:
        """Return how much of one side of the book is right, 0 to 1."""
        good = sum((row.amount > 0) is money_in for row in self.matched)
        odd = sum((slip.amount > 0) is money_in for slip in self.slips)
        return good / (good + odd) if good + odd else 1.0


def compare(book: OwnBook) -> Comparison:
    """Set a book against what went through the cash box since the opening."""
    truth = _as_she_wrote(
        [row for row in book.market.cash.rows if row.account is not Account.CAPITAL],
        Counter(amount for row in book.rows for amount in row.amounts),
    )
    open_rows, matched = list(truth), []
    odd = [(number, amount) for number, row in enumerate(book.rows, start=1) for amount in row.amounts]
    # First the rows that name their order: two deliveries at one price are told apart by it.
    for named in (True, False):
        for number, amount in tuple(odd):
            found = _like(open_rows, amount, book.rows[number - 1])
            if found is not None and (not named or book.rows[number - 1].names(found.order)):
                odd.remove((number, amount))
                open_rows.remove(found)
                matched.append(found)
    slips = []
    for number, amount in odd:
        slip = _slip(book, number, amount, open_rows, matched)
        if slip.row in open_rows:
            open_rows.remove(slip.row)
        slips.append(slip)
    slips += [Slip("missing", row.amount, row=row, order=row.order) for row in open_rows]
    return Comparison(tuple(matched), tuple(slips))


def _like(rows: Sequence[CashRow], amount: int, written: Written) -> CashRow | None:
    """Return a row of that sum, one whose order she names before any other."""
    same = [row for row in rows if row.amount == amount]
    return next((row for row in same if written.names(row.order)), same[0] if same else None)


def _as_she_wrote(truth: Sequence[CashRow], written: Mapping[int, int]) -> list[CashRow]:
    """Join a stall's money and its commission where she wrote what was left: that is right too."""
    rows = list(truth)
    for sale, taken in pairwise(truth):
        left = sale.amount + taken.amount
        if taken.account is Account.COMMISSION and written.get(left) and not written.get(sale.amount):
            at = rows.index(sale)
            rows[at : at + 2] = [replace(sale, amount=left)]
    return rows


def _slip(
    book: OwnBook, number: int, amount: int, missing: Sequence[CashRow], matched: Sequence[CashRow]
) -> Slip:
    """Name what a sum that never went through the box most likely is."""
    market, written = book.market, book.rows[number - 1]
    turned = _like(missing, -amount, written)
    if turned is not None:
        return Slip("sign", amount, number, turned, turned.order)
    early = _early(market, amount)
    if early is not None:
        return replace(early, number=number)
    if amount == market.cash.opening:
        return Slip("opening", amount, number)
    twice = _like(matched, amount, written)
    if twice is not None:
        return Slip("double", amount, number, twice, twice.order)
    for times in (10, 100, 1000):
        for row in missing:
            if amount in (row.amount * times, row.amount / times):
                return Slip("zeros", amount, number, row, row.order)
    return Slip("extra", amount, number)


def _early(market: Market, amount: int) -> Slip | None:
    """Find the order whose money was counted before it was there."""
    for order in market.orders.values():
        if amount != order.total or order.paid:
            continue
        return Slip(_why_early(order), amount, order=order.id)
    return None


def _why_early(order: Order) -> str:
    if order.method is Method.COD:
        return "cod_early" if order.state is not State.CANCELLED else "unpaid"
    return "proof" if order.proof_sent else "unpaid"
