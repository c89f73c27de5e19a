"""Goods that a stall sells for the shop (*titip jual*): left there, sold, still there, handed in."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from lentera.market.refusal import refusal
from lentera.market.stock import Pick

COMMISSION_PERCENT: Final = 10
"""What the stall keeps of each sale (*contoh*)."""


@dataclass(frozen=True)
class Consigned:
    """Hold one product at the stall.

    Attributes
    ----------
    given, sold, returned, settled : int
        Pieces left there, sold, taken back, and sold with the money handed in.
    left : tuple of Pick
        What is still there, by batch.
    """

    product: str
    given: int = 0
    sold: int = 0
    returned: int = 0
    settled: int = 0
    left: tuple[Pick, ...] = ()

    @property
    def remaining(self) -> int:
        """Return the pieces still at the stall."""
        return self.given - self.sold - self.returned

    @property
    def unsettled(self) -> int:
        """Return the sold pieces whose money is not handed in yet."""
        return self.sold - self.settled


@dataclass(frozen=True)
class Stall:
    """Hold everything the shop has at the stall."""

    goods: tuple[Consigned, ...] = ()

    def of(self, product: str) -> Consigned:
        """Return what the stall has of a product."""
        return next((one for one in self.goods if one.product == product), Consigned(product))

    def given(self, product: str, picks: Iterable[Pick]) -> "Stall":
        """Return the stall with more pieces."""
        one, more = self.of(product), tuple(picks)
        count = sum(pick.count for pick in more)
        return self._with(replace(one, given=one.given + count, left=(*one.left, *more)))

    def sold(self, product: str, count: int) -> "Stall":
        """Return the stall after a sale.

        Raises
        ------
        MarketError
            When there is not as much.
        """
        one, (_gone, left) = self.of(product), self._split(product, count)
        return self._with(replace(one, sold=one.sold + count, left=left))

    def returned(self, product: str, count: int) -> tuple["Stall", tuple[Pick, ...]]:
        """Return the stall after the shop took pieces back, and those pieces."""
        one, (gone, left) = self.of(product), self._split(product, count)
        return self._with(replace(one, returned=one.returned + count, left=left)), gone

    def settled(self) -> "Stall":
        """Return the stall after all money of its sales was handed in."""
        return Stall(tuple(replace(one, settled=one.sold) for one in self.goods))

    def _with(self, changed: Consigned) -> "Stall":
        kept = [one for one in self.goods if one.product != changed.product]
        return Stall((*kept, changed))

    def _split(self, product: str, count: int) -> tuple[tuple[Pick, ...], tuple[Pick, ...]]:
        """Part the first pieces from the others."""
        one = self.of(product)
        if count > one.remaining:
            raise refusal("not_at_stall", left=str(one.remaining))
        gone, left = [], []
        for pick in one.left:
            taken = min(count, pick.count)
            count -= taken
            if taken:
                gone.append(replace(pick, count=taken))
            if taken < pick.count:
                left.append(replace(pick, count=pick.count - taken))
        return tuple(gone), tuple(left)


def commission(amount: int) -> int:
    """Return the stall's part of a sale [Rp]."""
    return amount * COMMISSION_PERCENT // 100
