"""What the stockist and the seller do with stock that belongs to no order."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from lentera.market.cash import Account, CashRow
from lentera.market.consignment import commission
from lentera.market.deeds import enough_cash
from lentera.market.events import Event
from lentera.market.goods import Batch
from lentera.market.names import Deed
from lentera.market.reading import text_of, whole
from lentera.market.refusal import refusal
from lentera.market.stock import Pick

if TYPE_CHECKING:
    from lentera.market.play import Market

MOST_AT_ONCE: Final = 999


def _product(market: "Market", event: Event) -> str:
    product = text_of(event.data, "barang")
    if product not in {one.id for one in market.shop.products}:
        raise refusal("no_such_goods")
    return product


def _count(event: Event) -> int:
    count = whole(event.data.get("jumlah"))
    if not 0 < count <= MOST_AT_ONCE:
        raise refusal("no_amount", most=str(MOST_AT_ONCE))
    return count


def _free_picks(market: "Market", event: Event) -> tuple[Pick, ...]:
    product, count = _product(market, event), _count(event)
    picks = market.stock.pick(product, count, event.day)
    if not picks:
        raise refusal(
            "not_enough_stock",
            thing=market.shop.product(product).name,
            free=str(market.stock.free(product, event.day)),
            need=str(count),
        )
    return picks


def _restock(market: "Market", event: Event) -> "Market":
    product, count = _product(market, event), _count(event)
    code = text_of(event.data, "kode")
    if not code:
        raise refusal("no_such_batch")
    expires = date.fromisoformat(text_of(event.data, "kedaluwarsa")).isoformat()
    cost = count * market.shop.product(product).unit_cost
    enough_cash(market, cost)
    stock = market.stock.restock(event.at, Batch(code, product, expires, count))
    return replace(market, stock=stock).booked(CashRow(event.at, Account.GOODS, -cost, note=product))


def _write_off(market: "Market", event: Event) -> "Market":
    batch, count, reason = market.stock.batch(text_of(event.data, "kode")), _count(event), event.data
    if not text_of(reason, "sebab"):
        raise refusal("no_reason")
    pick = Pick(batch.code, batch.product, count)
    return replace(market, stock=market.stock.write_off(event.at, pick, text_of(reason, "sebab")))


def _consign(market: "Market", event: Event) -> "Market":
    picks = _free_picks(market, event)
    stall = market.stall.given(_product(market, event), picks)
    return replace(market, stock=market.stock.consign(event.at, picks), stall=stall)


def _sold(market: "Market", event: Event) -> "Market":
    return replace(market, stall=market.stall.sold(_product(market, event), _count(event)))


def _settle(market: "Market", event: Event) -> "Market":
    amount = sum(one.unsettled * market.shop.product(one.product).price for one in market.stall.goods)
    if not amount:
        raise refusal("nothing_sold")
    booked = market.booked(CashRow(event.at, Account.SALES, amount, note="titipan"))
    booked = booked.booked(CashRow(event.at, Account.COMMISSION, -commission(amount), note="titipan"))
    return replace(booked, stall=market.stall.settled())


def _take_back(market: "Market", event: Event) -> "Market":
    stall, picks = market.stall.returned(_product(market, event), _count(event))
    return replace(market, stock=market.stock.take_unsold(event.at, picks), stall=stall)


EFFECTS: Final[Mapping[Deed, Callable[["Market", Event], "Market"]]] = {
    Deed.RESTOCK: _restock,
    Deed.WRITE_OFF: _write_off,
    Deed.CONSIGN: _consign,
    Deed.SELL_CONSIGNED: _sold,
    Deed.SETTLE: _settle,
    Deed.TAKE_BACK: _take_back,
}
"""What each deed without an order does."""
