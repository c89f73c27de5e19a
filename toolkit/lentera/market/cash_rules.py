"""The rules of the cash book: what came in, what went out, what for, what is left, and the profit."""

import tomllib
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

from lentera.market.bookkeeping import OwnBook, Slip, compare, read_book, rupiah_in
from lentera.market.cash import Account, CashRow
from lentera.rules import Finding, RuleSet, Saying, load_rules, load_set, missed, right
from lentera.words import language, rupiah

_PATH: Final = Path(__file__).parent / "texts" / "s11-kas.toml"
_RANK: Final = ("proof", "cod_early", "unpaid", "sign", "opening", "double", "zeros", "extra", "missing")


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))["what"]  # type: ignore[no-any-return]


def described(row: CashRow) -> str:
    """Return what a row of the market's own book is for: ``ongkir pesanan 2``."""
    name = f"{row.account}{'' if row.order else '_toko'}"
    return Saying.of(_words()[name]).in_language(language(), {"order": str(row.order)})


def _unplayed(book: OwnBook) -> bool:
    return not book.market.cash.total(Account.SALES)


def _not_ready(book: OwnBook) -> Finding | None:
    """Return what keeps every rule from holding: nothing sold, or nothing written."""
    if _unplayed(book):
        return missed("not_played")
    return missed("empty") if all(row.empty for row in book.rows) else None


def _side(book: OwnBook, *, money_in: bool) -> Finding:
    """Judge one column of money and name its first slip."""
    waiting = _not_ready(book)
    if waiting is not None:
        return waiting
    unread = next((number for number, row in enumerate(book.rows, start=1) if not row.readable), None)
    found = compare(book)
    share = found.share(money_in=money_in)
    if unread is not None:
        return missed("no_number", share / 2, number=str(unread))
    slips = [slip for slip in found.slips if (slip.amount > 0) is money_in]
    if not slips:
        return right()
    first = min(slips, key=lambda slip: _RANK.index(slip.name))
    return missed(first.name, share, **_told(first))


def _told(slip: Slip) -> dict[str, str]:
    return {
        "number": str(slip.number),
        "order": str(slip.order),
        "amount": rupiah(abs(slip.amount)),
        "what": described(slip.row) if slip.row is not None else "",
        "right": rupiah(abs(slip.row.amount)) if slip.row is not None else "",
    }


def _said(book: OwnBook) -> Finding:
    """Judge that each row tells what it is for."""
    waiting = _not_ready(book)
    if waiting is not None:
        return waiting
    rows = [(number, row) for number, row in enumerate(book.rows, start=1) if not row.empty]
    silent = [number for number, row in rows if not row.what.strip()]
    if silent:
        return missed("no_words", 1 - len(silent) / len(rows), number=str(silent[0]))
    return right()


def _balance(book: OwnBook) -> Finding:
    """Judge that what is left by her book is what lies in the box."""
    waiting = _not_ready(book)
    if waiting is not None:
        return waiting
    known = {"book": rupiah(book.balance), "box": rupiah(book.market.cash.balance)}
    return right(**known) if book.balance == book.market.cash.balance else missed("off", **known)


def _profit(book: OwnBook) -> Finding:
    """Judge her profit; each usual slip has a sentence of its own."""
    if _unplayed(book):
        return missed("not_played")
    written = book.profit.strip()
    if not written:
        return missed("no_profit")
    minus = written[0] in "-−"
    amount = rupiah_in(written[minus:])
    if amount is None:
        return missed("profit_no_number")
    amount = -amount if minus else amount
    truth = book.market.profit
    known = {
        "sales": rupiah(truth.sales),
        "goods": rupiah(truth.goods),
        "costs": rupiah(truth.costs),
        "profit": rupiah(truth.amount),
    }
    if amount == truth.amount:
        return right(**known)
    cash = book.market.cash
    slips = {
        "no_goods_cost": truth.sales - truth.costs,
        "no_costs": truth.sales - truth.goods,
        "only_sales": truth.sales,
        "added": truth.sales + truth.goods + truth.costs,
        "cash_difference": cash.balance - cash.opening,
        "cash_itself": cash.balance,
        "turned": -truth.amount,
    }
    slip = next((name for name, result in slips.items() if amount == result), "profit_off")
    half = slip in {"no_goods_cost", "no_costs", "turned"}
    return missed(slip, 0.5 if half else 0.0, **known)


CASH: Final[RuleSet[Any]] = RuleSet(
    "s11-kas",
    "s11-kas",
    read_book,
    load_rules(
        _PATH,
        {
            "s11.cash.money_in": partial(_side, money_in=True),
            "s11.cash.money_out": partial(_side, money_in=False),
            "s11.cash.words": _said,
            "s11.cash.balance": _balance,
            "s11.cash.profit": _profit,
        },
    ),
    load_set(_PATH),
)
"""Task ``s11-kas``: her own cash book of a play, set against what went through the box."""
