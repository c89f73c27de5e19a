"""The rooms of the market: the showroom with its goods, and the courier's corner with what waits there."""

from collections.abc import Sequence
from dataclasses import dataclass

from lentera.market.goods import Product
from lentera.market.names import Method, State
from lentera.market.orders import Order
from lentera.market.play import Market


def showroom(products: Sequence[Product], favoured: int = 0) -> tuple[Product, ...]:
    """List products as they are shown (*rumah pamer*).

    Parameters
    ----------
    favoured : int
        Group of learners (*angkatan*) that is launching now: its products come first. With 0 nobody's do.

    Returns
    -------
    tuple of Product
        The favoured group first, then group after group, then those without one; by name within a group.
    """

    def rank(product: Product) -> tuple[bool, bool, int, str]:
        launching = bool(favoured) and product.cohort == favoured
        return (not launching, not product.cohort, product.cohort, product.name.casefold())

    return tuple(sorted(products, key=rank))


def low(market: Market) -> tuple[Product, ...]:
    """List the products of which so little is free that the stockist should refill."""
    return tuple(one for one in market.shop.products if market.stock.free(one.id) <= one.restock_at)


@dataclass(frozen=True)
class Waiting:
    """Be one parcel in the courier's corner.

    Attributes
    ----------
    collect : int
        Cash that the courier takes at the door [Rp].
    holds : int
        Cash of this order that the courier holds now [Rp].
    """

    order: int
    buyer: str
    village: str
    state: State
    collect: int
    holds: int


_IN_CORNER = (State.PACKED, State.HANDED_OVER, State.SHIPPED, State.NOT_DELIVERED)


def courier_area(market: Market) -> tuple[Waiting, ...]:
    """List the parcels that wait for the courier or are with him, and the cash he still holds."""
    return tuple(
        Waiting(
            order.id, order.buyer, order.address.village, order.state, _to_collect(order), order.with_courier
        )
        for order in market.orders.values()
        if order.state in _IN_CORNER or order.with_courier
    )


def _to_collect(order: Order) -> int:
    return order.rest if order.method is Method.COD else 0
