"""What each deed does to an order, to the stock and to the cash book."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lentera.market.cash import Account, CashRow
from lentera.market.courier import Address, fee, reasons, zones
from lentera.market.events import Event
from lentera.market.names import Deed, Method, State
from lentera.market.orders import Complaint, Item, Order, Review
from lentera.market.reading import (
    counted,
    first_name,
    goods_of,
    has_long_number,
    leads_to_a_house,
    text_of,
    whole,
)
from lentera.market.refusal import refusal
from lentera.words import rupiah

if TYPE_CHECKING:
    from lentera.market.play import Market
    from lentera.market.stock import Pick

MOST_OF_ONE: Final = 99
"""Pieces of one product that an order may hold."""
COMPLAINTS: Final = ("rusak", "kurang", "keliru")
"""Reasons of a complaint: damaged, too few, other goods."""
_MOST_STARS: Final = 5


def new_order(market: "Market", event: Event) -> "Market":
    """Write down a new order."""
    data = event.data
    area = text_of(data, "daerah")
    if area not in {zone.id for zone in zones()}:
        raise refusal("no_village")
    items = tuple(
        Item(product, count, market.shop.product(product).price)
        for product, count in goods_of(market.shop, data.get("barang"), MOST_OF_ONE).items()
    )
    if not items:
        raise refusal("no_goods")
    weight = sum(item.count * market.shop.product(item.product).weight for item in items)
    order = Order(
        id=event.order,
        buyer=first_name(text_of(data, "untuk") or event.who),
        items=items,
        method=Method(data.get("bayar", Method.QRIS)),
        address=_address(area, event),
        fee=fee(area, weight),
    )
    return market.with_order(order)


def _address(zone_id: str, event: Event) -> Address:
    """Read where a parcel goes; numbers and full addresses are refused, for many see a label."""
    village, mark = text_of(event.data, "desa"), text_of(event.data, "ciri")
    if has_long_number(f"{village} {mark}"):
        raise refusal("address_private")
    if leads_to_a_house(f"{village} {mark}"):
        raise refusal("address_whole")
    return Address(zone_id, village, mark)


def lacking(market: "Market", order: Order, day: str) -> Item | None:
    """Return the first line of an order for which there is too little free stock, or None."""
    return next((item for item in order.items if market.stock.free(item.product, day) < item.count), None)


# What must hold before a deed, whatever its data say.


def _enough_stock(market: "Market", order: Order, day: str) -> None:
    short = lacking(market, order, day)
    if short is not None:
        _too_little(market, short, day)


def _too_little(market: "Market", item: Item, day: str) -> None:
    raise refusal(
        "not_enough_stock",
        thing=market.shop.product(item.product).name,
        free=str(market.stock.free(item.product, day)),
        need=str(item.count),
    )


def _stock_lacks(market: "Market", order: Order, day: str) -> None:
    if lacking(market, order, day) is None:
        raise refusal("stock_is_there", order=str(order.id))


def _something_due(_market: "Market", order: Order, _day: str) -> None:
    if order.rest <= 0:
        raise refusal("nothing_due", order=str(order.id))


def _money_arrived(_market: "Market", order: Order, _day: str) -> None:
    if order.arrived:
        return
    if order.method is Method.QRIS:
        raise refusal("no_notification")
    raise refusal("money_with_courier" if order.with_courier else "courier_unpaid", order=str(order.id))


def _nothing_paid(market: "Market", order: Order, day: str) -> None:
    _no_money_waits(market, order, day)
    if order.paid:
        raise refusal("partly_paid", order=str(order.id))


def _no_money_waits(_market: "Market", order: Order, _day: str) -> None:
    if order.arrived:
        raise refusal("money_waits", order=str(order.id), amount=rupiah(order.arrived))


def _may_cancel(market: "Market", order: Order, day: str) -> None:
    _no_money_waits(market, order, day)
    enough_cash(market, order.paid)


def _still_good(market: "Market", order: Order, day: str) -> None:
    if any(market.stock.batch(pick.batch).expires < day for pick in order.picks):
        raise refusal("reserved_expired")


def _ready_for_courier(market: "Market", order: Order, day: str) -> None:
    _still_good(market, order, day)
    if not order.address.complete:
        raise refusal("address_incomplete")
    enough_cash(market, order.fee)


def _address_known(_market: "Market", order: Order, _day: str) -> None:
    if order.address_doubted:
        raise refusal("address_incomplete")


def _may_bring_back(market: "Market", order: Order, _day: str) -> None:
    enough_cash(market, order.paid)


def _courier_not_paid(_market: "Market", order: Order, _day: str) -> None:
    if order.with_courier or order.arrived:
        raise refusal("courier_paid", order=str(order.id))


def _courier_holds(_market: "Market", order: Order, _day: str) -> None:
    if order.arrived:
        raise refusal("money_waits", order=str(order.id), amount=rupiah(order.arrived))
    if not order.with_courier:
        raise refusal("courier_unpaid", order=str(order.id))


def _may_replace(market: "Market", order: Order, day: str) -> None:
    for item in _complained(order):
        if market.stock.free(item.product, day) < item.count:
            _too_little(market, item, day)


def _may_refund(market: "Market", order: Order, _day: str) -> None:
    enough_cash(market, sum(item.amount for item in _complained(order)))


def enough_cash(market: "Market", need: int) -> None:
    """Refuse what the cash box cannot pay."""
    if market.cash.balance < need:
        raise refusal("not_enough_cash", cash=rupiah(market.cash.balance), need=rupiah(need))


def _complained(order: Order) -> tuple[Item, ...]:
    return order.complaint.items if order.complaint else ()


GUARDS: Final[Mapping[Deed, Callable[["Market", Order, str], None]]] = {
    Deed.PAY: _something_due,
    Deed.CONFIRM: _money_arrived,
    Deed.EXPIRE: _nothing_paid,
    Deed.RESERVE: _enough_stock,
    Deed.OUT_OF_STOCK: _stock_lacks,
    Deed.PACK: _still_good,
    Deed.HAND_OVER: _ready_for_courier,
    Deed.RETRY: _address_known,
    Deed.BRING_BACK: _may_bring_back,
    Deed.CANCEL: _may_cancel,
    Deed.PAY_COURIER: _courier_not_paid,
    Deed.HAND_IN: _courier_holds,
    Deed.REPLACE: _may_replace,
    Deed.REFUND: _may_refund,
}
"""What must hold of market and order before a deed, besides the order's state."""


# What a deed does. The state is changed by the table of the order.


def _complete_address(market: "Market", order: Order, event: Event) -> "Market":
    address = _address(order.address.zone, event)
    if not address.complete:
        raise refusal("mark_empty")
    return market.with_order(replace(order, address=address, address_doubted=False))


def _send_proof(market: "Market", order: Order, _event: Event) -> "Market":
    return market.with_order(replace(order, proof_sent=True))


def _pay(market: "Market", order: Order, event: Event) -> "Market":
    name = text_of(event.data, "nama")
    if name != market.shop.name:
        raise refusal("other_name", seen=name or "-", shop=market.shop.name)
    amount = whole(event.data.get("jumlah"))
    if not 0 < amount <= order.rest:
        raise refusal("wrong_amount", rest=rupiah(order.rest))
    return market.with_order(replace(order, arrived=order.arrived + amount))


def _confirm(market: "Market", order: Order, event: Event) -> "Market":
    booked = market.booked(CashRow(event.at, Account.SALES, order.arrived, order.id))
    return booked.with_order(replace(order, paid=order.paid + order.arrived, arrived=0))


def _reserve(market: "Market", order: Order, event: Event) -> "Market":
    picks: list[Pick] = []
    for item in order.items:
        picks += market.stock.pick(item.product, item.count, event.day)
    stock = market.stock.reserve(event.at, picks, order.id)
    return replace(market, stock=stock).with_order(replace(order, picks=tuple(picks)))


def _pack(market: "Market", order: Order, event: Event) -> "Market":
    taken = event.data.get("kode")
    first = {pick.batch: pick.count for pick in order.picks}
    if taken is not None and counted(taken) != first:
        raise refusal("other_batch", batches=", ".join(first))
    return market


def _hand_over(market: "Market", order: Order, event: Event) -> "Market":
    stock = market.stock.take_out(event.at, order.picks, order.id)
    return replace(market, stock=stock).booked(CashRow(event.at, Account.DELIVERY, -order.fee, order.id))


def _receive(market: "Market", order: Order, event: Event) -> "Market":
    receiver = text_of(event.data, "penerima")
    if not receiver:
        raise refusal("no_receiver")
    return market.with_order(replace(order, receiver=first_name(receiver)))


def _fail(market: "Market", order: Order, event: Event) -> "Market":
    reason = text_of(event.data, "sebab")
    if reason not in reasons():
        raise refusal("no_reason")
    return market.with_order(replace(order, failed=reason, address_doubted=reason == "alamat"))


def _bring_back(market: "Market", order: Order, event: Event) -> "Market":
    stock = market.stock.put_back(event.at, order.picks, order.id)
    return _refunded(replace(market, stock=stock), replace(order, picks=()), event, order.paid)


def _cancel(market: "Market", order: Order, event: Event) -> "Market":
    stock = market.stock.release(event.at, order.picks, order.id)
    return _refunded(replace(market, stock=stock), replace(order, picks=()), event, order.paid)


def _refunded(market: "Market", order: Order, event: Event, amount: int) -> "Market":
    if not amount:
        return market.with_order(order)
    booked = market.booked(CashRow(event.at, Account.REFUND, -amount, order.id))
    return booked.with_order(replace(order, refunded=order.refunded + amount))


def _complain(market: "Market", order: Order, event: Event) -> "Market":
    reason = text_of(event.data, "sebab")
    if reason not in COMPLAINTS:
        raise refusal("no_reason")
    wanted = goods_of(market.shop, event.data.get("barang"), MOST_OF_ONE)
    bought = {item.product: item for item in order.items}
    if not wanted or any(
        product not in bought or count > bought[product].count for product, count in wanted.items()
    ):
        raise refusal("complaint_goods")
    items = tuple(Item(product, count, bought[product].price) for product, count in wanted.items())
    return market.with_order(replace(order, complaint=Complaint(items, reason)))


def _replace_goods(market: "Market", order: Order, event: Event) -> "Market":
    picks: list[Pick] = []
    for item in _complained(order):
        picks += market.stock.pick(item.product, item.count, event.day)
    return replace(market, stock=market.stock.replace(event.at, picks, order.id))


def _refund(market: "Market", order: Order, event: Event) -> "Market":
    return _refunded(market, order, event, sum(item.amount for item in _complained(order)))


def _review(market: "Market", order: Order, event: Event) -> "Market":
    stars, text = event.data.get("bintang"), text_of(event.data, "teks")
    if isinstance(stars, bool) or not isinstance(stars, int) or not 1 <= stars <= _MOST_STARS:
        raise refusal("no_stars")
    if not text:
        raise refusal("no_review")
    return market.with_order(replace(order, review=Review(stars, text)))


def _pay_courier(market: "Market", order: Order, _event: Event) -> "Market":
    return market.with_order(replace(order, with_courier=order.total))


def _hand_in(market: "Market", order: Order, _event: Event) -> "Market":
    return market.with_order(replace(order, with_courier=0, arrived=order.with_courier))


def _nothing_more(market: "Market", _order: Order, _event: Event) -> "Market":
    return market


EFFECTS: Final[Mapping[Deed, Callable[["Market", Order, Event], "Market"]]] = {
    Deed.COMPLETE_ADDRESS: _complete_address,
    Deed.SEND_PROOF: _send_proof,
    Deed.PAY: _pay,
    Deed.PAY_COURIER: _pay_courier,
    Deed.RECEIVE: _receive,
    Deed.COMPLAIN: _complain,
    Deed.REVIEW: _review,
    Deed.CONFIRM: _confirm,
    Deed.PACK: _pack,
    Deed.HAND_OVER: _hand_over,
    Deed.CANCEL: _cancel,
    Deed.EXPIRE: _nothing_more,
    Deed.RESERVE: _reserve,
    Deed.OUT_OF_STOCK: _nothing_more,
    Deed.SET_OFF: _nothing_more,
    Deed.FAIL: _fail,
    Deed.RETRY: _nothing_more,
    Deed.BRING_BACK: _bring_back,
    Deed.HAND_IN: _hand_in,
    Deed.REPLACE: _replace_goods,
    Deed.REFUND: _refund,
}
"""What each deed on an order does besides changing its state."""


def next_state(order: Order, deed: Deed, to: State) -> State:
    """Return where an order stands after a deed: a part of the money does not make it paid."""
    return order.state if deed is Deed.CONFIRM and order.paid < order.total else to
