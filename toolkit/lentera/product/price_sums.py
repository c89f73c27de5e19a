"""The sums of a price: what one pack costs, what it is sold for, and how many packs carry the month."""

from math import ceil, floor
from typing import Final

_STEPS: Final = ((2_000, 100), (5_000, 500), (50_000, 1_000))
_LARGE_STEP: Final = 5_000
_HAIR: Final = 1e-9
_FINE: Final = 1e-12
"""Part of a number that floating point may add to it."""


def unit_cost(total: float, packs: float) -> float:
    """Return what one pack costs [Rp].

    Raises
    ------
    ValueError
        When there are no packs to share the cost.
    """
    if packs <= 0:
        raise ValueError(f"{packs!r} packs cannot share a cost; give 1 or more")
    return total / packs


def margin_price(cost: float, margin: float) -> float:
    """Return the price of which `margin` [percent] is profit [Rp].

    Raises
    ------
    ValueError
        When the margin leaves nothing for the cost.
    """
    if not 0 <= margin < 100:  # noqa: PLR2004 - all of the price
        raise ValueError(f"a margin of {margin!r} percent is no margin; give 0 to 99")
    return cost / (1 - margin / 100)


def markup_price(cost: float, markup: float) -> float:
    """Return the cost with `markup` [percent] of itself added [Rp]."""
    return cost * (1 + markup / 100)


def margin_of(price: float, cost: float) -> float:
    """Return which part of a price is profit [percent]; negative when money is lost."""
    return 100 * (price - cost) / price if price else 0.0


def step_of(price: float) -> int:
    """Return the step to which a price of this size is rounded up in a shop [Rp]."""
    return next((step for most, step in _STEPS if price < most), _LARGE_STEP)


def rounded_up(price: float, step: int | None = None) -> int:
    """Return a price rounded up as shops do: Rp10.714 becomes Rp11.000."""
    chosen = step or step_of(price)
    return ceil(price / chosen - _HAIR) * chosen


def break_even(fixed: float, price: float, cost: float) -> float:
    """Return how many packs earn the fixed cost, before rounding.

    Raises
    ------
    ValueError
        When a pack earns nothing.
    """
    if price <= cost:
        raise ValueError(f"a price of {price!r} earns nothing above the cost {cost!r}; raise the price")
    return fixed / (price - cost)


def whole_packs(needed: float) -> int:
    """Return the packs to sell: a part of one is one more."""
    return ceil(needed - max(_HAIR, _FINE * needed))


def short_of(fixed: float, price: float, cost: float) -> float:
    """Return what is still missing when break-even is rounded down [Rp]."""
    return fixed - floor(break_even(fixed, price, cost) + _HAIR) * (price - cost)
