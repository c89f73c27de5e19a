"""A whole play to keep the books of, for a learner who has not played one herself."""

from lentera.market.events import Event
from lentera.market.goods import sample_shop
from lentera.market.names import ROLES_OF, Deed
from lentera.market.play import apply
from lentera.market.rounds import Round
from lentera.rules.seeds import pick


def sample_round(seed: int, day: str) -> Round:
    """Return a played round (*contoh*): paid first, paid to the courier, cancelled, and a picture only.

    Parameters
    ----------
    day : str
        Day of the play, ``2026-11-22``.
    """
    begun = Round.begin(seed, sample_shop(day))
    market, minute = begun.market, 9 * 60
    first, second, third = (pick(seed, name, (1, 2, 3)) for name in ("first", "second", "third"))
    crisps, wafers, sugar = (product.id for product in market.shop.products)

    def order(product: str, count: int, method: str, buyer: str) -> tuple[Deed, int, dict[str, object]]:
        address = {"daerah": "desa", "desa": "Sukamaju", "ciri": "rumah pagar hijau"}
        return Deed.ORDER, 0, {"barang": {product: count}, "bayar": method, "untuk": buyer, **address}

    def paid(number: int, product: str, count: int) -> list[tuple[Deed, int, dict[str, object]]]:
        amount = count * market.shop.product(product).price + 5000
        pay = {"nama": market.shop.name, "jumlah": amount}
        return [(Deed.PAY, number, pay), (Deed.CONFIRM, number, {}), (Deed.RESERVE, number, {})]

    def sent(number: int, receiver: str) -> list[tuple[Deed, int, dict[str, object]]]:
        steps = (Deed.PACK, Deed.HAND_OVER, Deed.SET_OFF)
        return [*((deed, number, {}) for deed in steps), (Deed.RECEIVE, number, {"penerima": receiver})]

    script = [
        order(crisps, first, "qris", "Siti"),
        *paid(1, crisps, first),
        *sent(1, "Siti"),
        order(wafers, second, "tunai_kurir", "Made"),
        (Deed.RESERVE, 2, {}),
        *sent(2, "Made"),
        (Deed.PAY_COURIER, 2, {}),
        (Deed.HAND_IN, 2, {}),
        (Deed.CONFIRM, 2, {}),
        order(sugar, third, "qris", "Wati"),
        *paid(3, sugar, third),
        (Deed.CANCEL, 3, {}),
        order(sugar, third + 1, "qris", "Tono"),
        (Deed.SEND_PROOF, 4, {}),
        (Deed.REVIEW, 1, {"bintang": 5, "teks": "Renyah dan utuh."}),
    ]
    for deed, number, data in script:
        at = f"{day}T{minute // 60:02}:{minute % 60:02}"
        market = apply(market, Event(deed, ROLES_OF[deed][0], at, number, data=data))
        minute += 5
    return begun.after(market)
