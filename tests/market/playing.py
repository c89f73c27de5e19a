"""Play the market in a few words: what the tests of its parts share."""

from lentera.market import Deed, Event, Market, MarketError, Method, Role, State, apply
from lentera.market.goods import Batch, Product, Shop

DAY = "2026-11-22"
SHOP = Shop(
    "Toko Uji",
    DAY,
    100_000,
    (
        Product("keripik", "Keripik pisang 150 g", 11_000, 150, 7_500),
        Product("gula", "Gula semut 250 g", 22_000, 260, 15_400),
    ),
    (
        Batch("K1", "keripik", "2026-12-10", 2),
        Batch("K2", "keripik", "2026-12-30", 4),
        Batch("G1", "gula", "2027-02-01", 3),
    ),
)
WHO = {
    Deed.ORDER: Role.BUYER,
    Deed.COMPLETE_ADDRESS: Role.BUYER,
    Deed.SEND_PROOF: Role.BUYER,
    Deed.PAY: Role.BUYER,
    Deed.PAY_COURIER: Role.BUYER,
    Deed.RECEIVE: Role.BUYER,
    Deed.COMPLAIN: Role.BUYER,
    Deed.REVIEW: Role.BUYER,
    Deed.CONFIRM: Role.SELLER,
    Deed.PACK: Role.SELLER,
    Deed.HAND_OVER: Role.SELLER,
    Deed.CANCEL: Role.SELLER,
    Deed.EXPIRE: Role.SELLER,
    Deed.CONSIGN: Role.SELLER,
    Deed.TAKE_BACK: Role.SELLER,
    Deed.RESERVE: Role.STOCKIST,
    Deed.OUT_OF_STOCK: Role.STOCKIST,
    Deed.RESTOCK: Role.STOCKIST,
    Deed.WRITE_OFF: Role.STOCKIST,
    Deed.SELL_CONSIGNED: Role.STOCKIST,
    Deed.SETTLE: Role.STOCKIST,
    Deed.SET_OFF: Role.COURIER,
    Deed.FAIL: Role.COURIER,
    Deed.RETRY: Role.COURIER,
    Deed.BRING_BACK: Role.COURIER,
    Deed.HAND_IN: Role.COURIER,
    Deed.REPLACE: Role.COMPLAINTS,
    Deed.REFUND: Role.COMPLAINTS,
}
ADDRESS = {"daerah": "desa", "desa": "Sukamaju", "ciri": "rumah pagar hijau"}


def opened():
    return Market.opened(SHOP)


def do(market, deed, order=0, *, role=None, at=f"{DAY}T09:00", who="Siti", **data):
    return apply(market, Event(deed, role or WHO[deed], at, order, who, data=data))


def ordered(market=None, method=Method.QRIS, count=1, product="keripik", **changed):
    data = {"barang": {product: count}, "bayar": method.value, **ADDRESS, **changed}
    return do(market or opened(), Deed.ORDER, **data)


def paid(market, order=1):
    due = market.orders[order].rest
    return do(do(market, Deed.PAY, order, nama="Toko Uji", jumlah=due), Deed.CONFIRM, order)


def many(market, order, *deeds):
    for deed in deeds:
        market = do(market, deed, order)
    return market


def sent(market, order=1):
    return many(market, order, Deed.RESERVE, Deed.PACK, Deed.HAND_OVER, Deed.SET_OFF)


def received(market, order=1):
    return do(sent(market, order), Deed.RECEIVE, order, penerima="Wati")


def cod_paid(market, order=1):
    return many(market, order, Deed.PAY_COURIER, Deed.HAND_IN, Deed.CONFIRM)


def complaint(market, order=1):
    return do(market, Deed.COMPLAIN, order, barang={"keripik": 1}, sebab="rusak")


def reviewed(market, order=1):
    return do(market, Deed.REVIEW, order, bintang=5, teks="Renyah dan utuh.")


def reach(state, method):
    """Bring order 1 to a state."""
    qris = method is Method.QRIS
    start = ordered(method=method)
    ready = paid(start) if qris else start
    steps = (Deed.RESERVE, Deed.PACK, Deed.HAND_OVER, Deed.SET_OFF)
    ways = {
        State.ORDERED: lambda: start,
        State.PAID: lambda: ready if qris else settled(),
        State.RESERVED: lambda: many(ready, 1, *steps[:1]),
        State.PACKED: lambda: many(ready, 1, *steps[:2]),
        State.HANDED_OVER: lambda: many(ready, 1, *steps[:3]),
        State.SHIPPED: lambda: many(ready, 1, *steps),
        State.RECEIVED: lambda: received(ready),
        State.REVIEWED: lambda: reviewed(settled()),
        State.CANCELLED: lambda: do(start, Deed.CANCEL, 1),
        State.OUT_OF_STOCK: lambda: do(short(), Deed.OUT_OF_STOCK, 1),
        State.NOT_DELIVERED: lambda: do(sent(ready), Deed.FAIL, 1, sebab="tidak_di_rumah"),
        State.COMPLAINT: lambda: complaint(settled()),
        State.REPLACED: lambda: do(complaint(settled()), Deed.REPLACE, 1),
        State.RETURNED: lambda: do(complaint(settled()), Deed.REFUND, 1),
        State.EXPIRED: lambda: do(start, Deed.EXPIRE, 1),
    }

    def settled():
        return received(ready) if qris else cod_paid(received(ready))

    def short():
        market = ordered(method=method, count=7)
        return paid(market) if qris else market

    return ways[state]()


def refused(market, deed, order=0, **data):
    """Do what must be refused, and give the refusal; the market is as it was."""
    before = (market.events, dict(market.orders), market.stock, market.cash, market.stall)
    try:
        do(market, deed, order, **data)
    except MarketError as reason:
        assert (market.events, dict(market.orders), market.stock, market.cash, market.stall) == before
        return reason
    raise AssertionError(f"{deed} was done")
