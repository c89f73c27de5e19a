"""Tell in one sentence what just happened in the market, and who comes next."""

from collections.abc import Sequence

from lentera.market.cash import Account, CashRow
from lentera.market.events import Event
from lentera.market.names import STOCK_DEEDS, Deed, deed_coming, deed_done, line
from lentera.market.play import Market, apply, coming
from lentera.words import rupiah


def happened(before: Market, after: Market) -> str:
    """Return what the last event did, as in "Pesanan 1 dikemas.".

    Parameters
    ----------
    before, after : Market
        The market before and after that event.
    """
    event = after.events[-1]
    moved = after.cash.rows[len(before.cash.rows) :]
    blanks = {
        "order": str(event.order),
        "who": after.orders[event.order].receiver if event.order else "",
        "thing": _thing(after, event),
        "amount": rupiah(_amount(after, event, moved)),
        "commission": rupiah(_sum(moved, Account.COMMISSION)),
        "rest": rupiah(after.orders[event.order].rest) if event.order else "",
    }
    told = " ".join(_sentences(before, after, event))
    for blank, value in blanks.items():
        told = told.replace("{" + blank + "}", value)
    return told


def _sentences(before: Market, after: Market, event: Event) -> list[str]:
    if event.deed is Deed.CONFIRM and after.orders[event.order].rest:
        return [line("partly")]
    told = [deed_done(event.deed)]
    if event.deed in (Deed.CANCEL, Deed.BRING_BACK):
        earlier, order = before.orders[event.order], after.orders[event.order]
        if event.deed is Deed.CANCEL and earlier.picks:
            told.append(line("released"))
        if order.refunded:
            told.append(line("returned"))
    return told


def following(market: Market, order: int, day: str) -> str:
    """Return who does what next: ``Berikutnya: stokis mencadangkan stok.``; empty for a closed order."""
    deed = coming(market, order, day)
    return "" if deed is None else line("next").replace("{coming}", deed_coming(deed))


def said(before: Market, after: Market) -> str:
    """Return the live sentence of the last event: what happened, and who comes next."""
    event = after.events[-1]
    told = happened(before, after)
    return f"{told} {following(after, event.order, event.day)}".strip() if event.order else told


def _thing(market: Market, event: Event) -> str:
    if event.deed not in STOCK_DEEDS or event.deed is Deed.SETTLE:
        return ""
    code = event.data.get("kode", "")
    product = event.data.get("barang") or market.stock.batch(code).product
    return f"{event.data['jumlah']} {market.shop.product(product).name}"


def _amount(market: Market, event: Event, moved: Sequence[CashRow]) -> int:
    """Return the money the event moved [Rp]: paid by the buyer, else through the cash box."""
    if event.deed is Deed.PAY:
        return int(event.data["jumlah"])
    if event.deed in (Deed.PAY_COURIER, Deed.HAND_IN):
        return market.orders[event.order].total
    return sum(_sum(moved, account) for account in Account if account is not Account.COMMISSION)


def _sum(moved: Sequence[CashRow], account: Account) -> int:
    return sum(abs(row.amount) for row in moved if row.account is account)


def happenings(market: Market) -> tuple[tuple[Event, str], ...]:
    """List every event with its sentence: what is read before the cash book is written."""
    told, one = [], Market.opened(market.shop)
    for event in market.events:
        after = apply(one, event)
        told.append((event, happened(one, after)))
        one = after
    return tuple(told)
