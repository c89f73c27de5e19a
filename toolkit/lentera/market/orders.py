"""One order and the two tables that say where it may go: paid first, or paid to the courier."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from lentera.market.courier import Address
from lentera.market.names import COD_PATH, MAIN_PATH, Deed, Method, State
from lentera.market.stock import Pick


@dataclass(frozen=True)
class Item:
    """Be one line of an order: a product, how many, and the price of one [Rp]."""

    product: str
    count: int
    price: int

    @property
    def amount(self) -> int:
        """Return the price of the line [Rp]."""
        return self.count * self.price


@dataclass(frozen=True)
class Review:
    """Hold a buyer's review: 1 to 5 stars and her words."""

    stars: int
    text: str


@dataclass(frozen=True)
class Complaint:
    """Hold what a buyer complains of: which goods, how many, and the reason by id."""

    items: tuple[Item, ...]
    reason: str


@dataclass(frozen=True)
class Order:
    """Be one order as it stands now.

    Attributes
    ----------
    id : int
        Number of the order, from 1.
    fee : int
        What the delivery costs the buyer and the shop [Rp].
    history : tuple of State
        Every state in the order in which it was reached, the first one included.
    arrived : int
        Money that has come in and the seller has not confirmed yet [Rp].
    paid : int
        Money the seller has confirmed [Rp].
    with_courier : int
        Cash that the courier still holds [Rp].
    refunded : int
        Money given back [Rp].
    proof_sent : bool
        Whether a picture was sent as proof; it is no money.
    picks : tuple of Pick
        The pieces set aside for it, then packed, then sent.
    failed : str
        Reason of the last failed delivery, by id; empty when there was none.
    address_doubted : bool
        Whether the last delivery failed by the address, which was not completed since.
    receiver : str
        First name of who took the parcel: the proof of delivery.
    """

    id: int
    buyer: str
    items: tuple[Item, ...]
    method: Method
    address: Address
    fee: int
    state: State = State.ORDERED
    history: tuple[State, ...] = (State.ORDERED,)
    arrived: int = 0
    paid: int = 0
    with_courier: int = 0
    refunded: int = 0
    proof_sent: bool = False
    picks: tuple[Pick, ...] = ()
    failed: str = ""
    address_doubted: bool = False
    receiver: str = ""
    complaint: Complaint | None = None
    review: Review | None = None

    @property
    def goods(self) -> int:
        """Return the price of the goods [Rp]."""
        return sum(item.amount for item in self.items)

    @property
    def total(self) -> int:
        """Return what the buyer pays: goods and delivery [Rp]."""
        return self.goods + self.fee

    @property
    def rest(self) -> int:
        """Return what has not come in yet [Rp]."""
        return self.total - self.paid - self.arrived - self.with_courier

    @property
    def path(self) -> tuple[State, ...]:
        """Return the eight states this order goes through when all is well."""
        return MAIN_PATH if self.method is Method.QRIS else COD_PATH

    @property
    def reached(self) -> int:
        """Count the states of its path that it has reached, 1 to 8; each follows the one before."""
        return max(self.path.index(state) + 1 for state in self.history if state in self.path)

    @property
    def completed(self) -> bool:
        """Tell whether it went the whole way to its review."""
        return self.state is State.REVIEWED

    @property
    def closed(self) -> bool:
        """Tell whether nothing more can happen to it."""
        return not any(state is self.state for state, _ in table(self.method))


_STEPS = {
    (State.RESERVED, Deed.COMPLETE_ADDRESS): State.RESERVED,
    (State.RESERVED, Deed.PACK): State.PACKED,
    (State.RESERVED, Deed.CANCEL): State.CANCELLED,
    (State.PACKED, Deed.COMPLETE_ADDRESS): State.PACKED,
    (State.PACKED, Deed.HAND_OVER): State.HANDED_OVER,
    (State.PACKED, Deed.CANCEL): State.CANCELLED,
    (State.HANDED_OVER, Deed.SET_OFF): State.SHIPPED,
    (State.SHIPPED, Deed.RECEIVE): State.RECEIVED,
    (State.SHIPPED, Deed.FAIL): State.NOT_DELIVERED,
    (State.NOT_DELIVERED, Deed.COMPLETE_ADDRESS): State.NOT_DELIVERED,
    (State.NOT_DELIVERED, Deed.RETRY): State.SHIPPED,
    (State.NOT_DELIVERED, Deed.BRING_BACK): State.CANCELLED,
    (State.OUT_OF_STOCK, Deed.COMPLETE_ADDRESS): State.OUT_OF_STOCK,
    (State.OUT_OF_STOCK, Deed.RESERVE): State.RESERVED,
    (State.OUT_OF_STOCK, Deed.CANCEL): State.CANCELLED,
    (State.COMPLAINT, Deed.REPLACE): State.REPLACED,
    (State.COMPLAINT, Deed.REFUND): State.RETURNED,
    (State.REPLACED, Deed.REVIEW): State.REVIEWED,
    (State.RETURNED, Deed.REVIEW): State.REVIEWED,
    (State.ORDERED, Deed.COMPLETE_ADDRESS): State.ORDERED,
    (State.ORDERED, Deed.CANCEL): State.CANCELLED,
}

PREPAID: Final[Mapping[tuple[State, Deed], State]] = MappingProxyType(
    _STEPS
    | {
        (State.ORDERED, Deed.SEND_PROOF): State.ORDERED,
        (State.ORDERED, Deed.PAY): State.ORDERED,
        (State.ORDERED, Deed.CONFIRM): State.PAID,
        (State.ORDERED, Deed.EXPIRE): State.EXPIRED,
        (State.PAID, Deed.COMPLETE_ADDRESS): State.PAID,
        (State.PAID, Deed.RESERVE): State.RESERVED,
        (State.PAID, Deed.OUT_OF_STOCK): State.OUT_OF_STOCK,
        (State.PAID, Deed.CANCEL): State.CANCELLED,
        (State.RECEIVED, Deed.COMPLAIN): State.COMPLAINT,
        (State.RECEIVED, Deed.REVIEW): State.REVIEWED,
    }
)
"""Where an order that is paid first goes by which deed; what is not here is refused.

A confirmation of only a part of the money leaves the order where it stands.
"""

COD: Final[Mapping[tuple[State, Deed], State]] = MappingProxyType(
    _STEPS
    | {
        (State.ORDERED, Deed.RESERVE): State.RESERVED,
        (State.ORDERED, Deed.OUT_OF_STOCK): State.OUT_OF_STOCK,
        (State.RECEIVED, Deed.PAY_COURIER): State.RECEIVED,
        (State.RECEIVED, Deed.HAND_IN): State.RECEIVED,
        (State.RECEIVED, Deed.CONFIRM): State.PAID,
        (State.PAID, Deed.COMPLAIN): State.COMPLAINT,
        (State.PAID, Deed.REVIEW): State.REVIEWED,
    }
)
"""Where an order that is paid to the courier goes by which deed."""


def table(method: Method) -> Mapping[tuple[State, Deed], State]:
    """Return the table of a way to pay."""
    return PREPAID if method is Method.QRIS else COD
