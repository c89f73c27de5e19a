"""The market as the fold of what happened: every beginning of the list is a whole market.

``data`` of an event, by deed:

- ``pesan``: ``barang`` {product: count}, ``bayar`` (qris, tunai_kurir), ``daerah`` (zone), ``desa``, ``ciri``
  and ``untuk`` (first name of the receiver, if it is not the player)
- ``lengkapi_alamat``: ``desa``, ``ciri``
- ``bayar``: ``nama`` (the name on the screen), ``jumlah`` [Rp]
- ``kemas``: ``kode`` {batch: count}, if the packer says what was taken
- ``terima``: ``penerima``
- ``keluhan``: ``barang`` {product: count}, ``sebab`` (rusak, kurang, keliru)
- ``gagal_antar``: ``sebab`` (see `courier.reasons`)
- ``ulas``: ``bintang`` 1 to 5, ``teks``
- ``isi_stok``: ``barang``, ``jumlah``, ``kode``, ``kedaluwarsa``
- ``buang_rusak``: ``kode``, ``jumlah``, ``sebab``
- ``titip``, ``titipan_laku``, ``ambil_titipan``: ``barang``, ``jumlah``
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from lentera.market import deeds, storeroom
from lentera.market.cash import Account, CashBook, CashRow, Profit
from lentera.market.consignment import Stall
from lentera.market.events import Event
from lentera.market.goods import Shop
from lentera.market.names import (
    ROLES_OF,
    STOCK_DEEDS,
    Deed,
    Method,
    Role,
    State,
    deed_coming,
    role_name,
    state_name,
)
from lentera.market.orders import Order, table
from lentera.market.refusal import MarketError, refusal
from lentera.market.stock import Ledger, Move


@dataclass(frozen=True)
class Market:
    """Be the market after some events.

    Attributes
    ----------
    shop : Shop
        The shop on its opening day.
    events : tuple of Event
        Everything that happened, in order.
    orders : mapping of int to Order
        The orders as they stand now, by number.
    """

    shop: Shop
    events: tuple[Event, ...] = ()
    orders: Mapping[int, Order] = field(default_factory=dict)
    stock: Ledger = field(default_factory=Ledger)
    cash: CashBook = field(default_factory=CashBook)
    stall: Stall = field(default_factory=Stall)

    @classmethod
    def opened(cls, shop: Shop) -> "Market":
        """Open a shop: stock on the shelf, money in the box, nothing ordered."""
        at = f"{shop.opened}T00:00"
        cash = CashBook((CashRow(at, Account.CAPITAL, shop.opening_cash),))
        return cls(shop, stock=Ledger.opening(shop.batches, at), cash=cash)

    @property
    def profit(self) -> Profit:
        """Return what is left of the sales so far; goods of an order count once it is fully paid."""
        book, shop = self.cash, self.shop
        sold = [
            (item.product, item.count)
            for order in self.orders.values()
            if order.paid == order.total and order.state is not State.CANCELLED
            for item in order.items
        ]
        sold += [(one.product, one.settled) for one in self.stall.goods]
        lost = (Move.WRITTEN_OFF, Move.REPLACEMENT)
        sold += [(row.product, -row.free) for row in self.stock.rows if row.move in lost]
        return Profit(
            sales=book.total(Account.SALES) + book.total(Account.REFUND),
            goods=sum(count * shop.product(product).unit_cost for product, count in sold),
            costs=-book.total(Account.DELIVERY) - book.total(Account.COMMISSION),
        )

    def order(self, number: int) -> Order:
        """Return an order.

        Raises
        ------
        MarketError
            When there is none of that number.
        """
        if number not in self.orders:
            raise refusal("no_order", order=str(number))
        return self.orders[number]

    def with_order(self, order: Order) -> "Market":
        """Return the market with a new or changed order."""
        return replace(self, orders={**self.orders, order.id: order})

    def booked(self, row: CashRow) -> "Market":
        """Return the market with one more row in its cash book."""
        return replace(self, cash=self.cash.booked(row))


def apply(market: Market, event: Event) -> Market:
    """Return the market after one more event; the given market is never changed.

    Raises
    ------
    MarketError
        When the deed cannot be done now: a sentence and the next step, in the learner's language.
    ValueError
        When the event is nonsense, which no screen offers.
    """
    _check_role(event.role, event.deed)
    if market.events and event.at < market.events[-1].at:
        raise refusal("earlier_time")
    if event.deed in STOCK_DEEDS:
        after = storeroom.EFFECTS[event.deed](market, event)
    elif event.deed is Deed.ORDER:
        number = len(market.orders) + 1
        if event.order not in (0, number):
            raise ValueError(f"a new order is number {number}, not {event.order}")
        event = replace(event, order=number)
        after = deeds.new_order(market, event)
    else:
        after = _on_order(market, event)
    return replace(after, events=(*market.events, event))


def _on_order(market: Market, event: Event) -> Market:
    order = market.order(event.order)
    to = _target(market, order, event.deed, event.day)
    after = deeds.EFFECTS[event.deed](market, order, event)
    changed = after.orders[order.id]
    state = deeds.next_state(changed, event.deed, to)
    if state is order.state:
        return after
    return after.with_order(replace(changed, state=state, history=(*changed.history, state)))


def _check_role(role: Role, deed: Deed) -> None:
    right = ROLES_OF[deed]
    if role not in right:
        names = " / ".join(role_name(one).lower() for one in right)
        raise refusal("wrong_role", role=role_name(role).lower(), right=names)


def _target(market: Market, order: Order, deed: Deed, day: str) -> State:
    """Return where the deed leads, or refuse it."""
    to = table(order.method).get((order.state, deed))
    if to is None:
        following, state = coming(market, order.id, day), state_name(order.state).lower()
        if following is None:
            raise refusal("closed", order=str(order.id), state=state)
        raise refusal("not_now", order=str(order.id), state=state, coming=deed_coming(following))
    guard = deeds.GUARDS.get(deed)
    if guard is not None:
        guard(market, order, day)
    return to


def why_not(market: Market, role: Role, deed: Deed, order: int, day: str) -> MarketError | None:
    """Tell why a role cannot do a deed now, or None when it can; what it writes is checked later.

    Parameters
    ----------
    order : int
        Number of the order; any number for a deed that belongs to none.
    day : str
        The day of the play, ``2026-11-22``.
    """
    try:
        _check_role(role, deed)
        if deed is not Deed.ORDER and deed not in STOCK_DEEDS:
            _target(market, market.order(order), deed, day)
    except MarketError as reason:
        return reason
    return None


def coming(market: Market, order: int, day: str) -> Deed | None:
    """Return what should happen to an order next; None when it is closed."""
    one = market.order(order)
    if one.closed:
        return None
    if one.state is State.RECEIVED and one.method is Method.COD:
        return Deed.CONFIRM if one.arrived else Deed.HAND_IN if one.with_courier else Deed.PAY_COURIER
    if one.state is State.ORDERED and one.method is Method.QRIS:
        return Deed.CONFIRM if one.arrived else Deed.PAY
    if (one.state, Deed.RESERVE) in table(one.method):
        return _for_the_stockist(market, one, day)
    if one.state is State.NOT_DELIVERED:
        return _after_failure(one)
    return _FOLLOWS.get(one.state, Deed.REVIEW) if one.address.complete else Deed.COMPLETE_ADDRESS


_FOLLOWS = {
    State.RESERVED: Deed.PACK,
    State.PACKED: Deed.HAND_OVER,
    State.HANDED_OVER: Deed.SET_OFF,
    State.SHIPPED: Deed.RECEIVE,
    State.COMPLAINT: Deed.REPLACE,
}


def _for_the_stockist(market: Market, order: Order, day: str) -> Deed:
    if deeds.lacking(market, order, day) is None:
        return Deed.RESERVE
    return Deed.RESTOCK if order.state is State.OUT_OF_STOCK else Deed.OUT_OF_STOCK


def _after_failure(order: Order) -> Deed:
    if order.address_doubted:
        return Deed.COMPLETE_ADDRESS
    return Deed.BRING_BACK if order.failed == "ditolak" else Deed.RETRY


def replay(shop: Shop, events: Iterable[Event]) -> Market:
    """Return the market after all events.

    Raises
    ------
    ValueError
        When one of them cannot have happened; a `MarketError` says why.
    """
    market = Market.opened(shop)
    for event in events:
        market = apply(market, event)
    return market
