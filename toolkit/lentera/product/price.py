"""The rules of price: cost of one pack, price from a margin, break-even rounded up.

Every result is judged against her own list of costs, or against an exercise that is worked out anew from its
seed. Who goes on with a result that is not right yet is not marked down twice: price and break-even may
follow either from what she wrote or from what is right.
"""

from math import floor
from pathlib import Path
from typing import Any, Final

from lentera.product.money import Number, Unread
from lentera.product.price_answer import Mode, Sums, other_round, read_sums
from lentera.product.price_sums import (
    break_even,
    margin_of,
    margin_price,
    markup_price,
    rounded_up,
    short_of,
    whole_packs,
)
from lentera.rules import Finding, RuleSet, load_rules, load_set, missed, right
from lentera.words import number, rupiah

_TEXTS: Final = Path(__file__).parent / "texts"

TOLERANCE: Final = 50.0
"""Rupiah by which the cost of a pack may differ, as the curriculum says."""
_SHARE: Final = 0.1
"""Below Rp500 a pack the tolerance is this part of the cost, or Rp50 would be everything."""
_PRICE_SHARE: Final = 0.005
_ROUGH: Final = 0.05
_DIGITS: Final = 0.01
"""Numbers this near to each other have the same digits."""
_MARKUP_STEP: Final = 500
_ALL_COUNTED: Final = frozenset({"fixed_twice", "not_divided", "thousands", "zeros", "rough"})
"""Slips of a result in which every cost of the list was counted."""


def near(value: float, wanted: float) -> bool:
    """Tell whether a cost of one pack is right."""
    return abs(value - wanted) <= max(1.0, min(TOLERANCE, _SHARE * wanted)) + 1e-9


def _unread(value: Number, **details: str) -> Finding | None:
    """Return the finding of a number that was not written, or not so that it can be read."""
    if value.why is None:
        return None
    return missed(value.why.value, 0.0, guess=rupiah(value.guess), plain=str(value.guess), **details)


def _list_finding(sums: Sums) -> Finding | None:  # noqa: PLR0911 - one return for each thing that is missing
    """Return what her own list of costs lacks, or None."""
    if not any(cost.amount.value for cost in sums.costs):
        return missed("no_costs")
    for cost in sums.costs:
        if cost.amount.why not in (None, Unread.EMPTY):
            return missed("cost_unread", cost=cost.name or "…", guess=rupiah(cost.amount.guess))
    if not sums.spent_on("tenaga"):
        return missed("labour_left_out")
    if not any(cost.amount.value is not None for cost in sums.of_group("kemasan")):
        return missed("packaging_left_out")
    for cost in sums.costs:
        if cost.name and cost.amount.is_empty:
            return missed("cost_open", cost=cost.name)
    if sums.packs.is_empty:
        return missed("no_packs")
    if not sums.has_packs:
        return missed("packs_unclear")
    return None


def _costs(sums: Sums) -> Finding:
    if sums.mode is Mode.OWN:
        return _list_finding(sums) or right(total=rupiah(sums.total))
    found = _unit(sums)  # an exercise gives the list: whether all of it was used shows in the result
    if found.holds or found.mistake in _ALL_COUNTED:
        return right(total=rupiah(sums.total))
    return missed(found.mistake or "off", 0.0, **found.details)


def _unit(sums: Sums) -> Finding:
    true = sums.true_unit
    packs = sums.packs.value or 0
    known = {"total": rupiah(sums.total), "packs": number(packs)}
    if true is None:
        return missed("list_first")
    unread = _unread(sums.unit, **known)
    if unread:
        return unread
    value = sums.unit.value or 0.0
    known |= {
        "value": rupiah(value),
        "labour": rupiah(sums.spent_on("tenaga")),
        "packaging": rupiah(sums.spent_on("kemasan")),
        "unit": rupiah(true),
    }
    if near(value, true):
        return right(**known)
    slip, share = _unit_slip(value, true, sums)
    return missed(slip, share, **known)


def _unit_slip(value: float, true: float, sums: Sums) -> tuple[str, float]:
    packs = sums.packs.value or 1
    slips = [
        ("labour_missing", (sums.total - sums.spent_on("tenaga")) / packs, 0.5),
        ("packaging_missing", (sums.total - sums.spent_on("kemasan")) / packs, 0.5),
        ("both_missing", (sums.total - sums.spent_on("kemasan") - sums.spent_on("tenaga")) / packs, 0.25),
        ("fixed_twice", (sums.total + (sums.fixed.value or 0)) / packs, 0.5),
        ("not_divided", sums.total, 0.0),
    ]
    for name, result, share in slips:
        if result > 0 and near(value, result):
            return name, share
    if abs(value * 1000 - true) < 1000:  # noqa: PLR2004 - who writes 7 or 8 means thousands
        return "thousands", 0.5
    if any(abs(value / times - true) <= _DIGITS * true for times in (10, 100, 0.1, 0.01)):
        return "zeros", 0.25
    if abs(value - true) <= _ROUGH * true:
        return "rough", 0.5
    return "off", 0.0


def _bases(written: Number, true: float | None) -> list[float]:
    """Return the costs from which a result may follow: the right one, and what she wrote."""
    found = [true] if true is not None else []
    return [*found, written.value] if written.value else found


def _price(sums: Sums) -> Finding:  # noqa: PLR0911 - one return for each thing that is missing
    bases = _bases(sums.unit, sums.true_unit)
    if not bases:
        return missed("cost_first")
    margin = sums.margin
    if margin.is_empty:
        return missed("no_margin")
    if margin.why is Unread.SHORT:
        return missed("margin_small", plain=str(margin.guess))
    if margin.value is not None and margin.value >= 100:  # noqa: PLR2004 - all of the price
        return missed("margin_too_high")
    if not sums.has_margin:
        return missed("margin_unclear")
    unread = _unread(sums.price)
    if unread:
        return unread
    return _priced(sums, bases)


def _priced(sums: Sums, bases: list[float]) -> Finding:
    percent, value, cost = sums.margin.value or 0.0, sums.price.value or 0.0, bases[0]
    exact = margin_price(cost, percent)
    known = {
        "margin": number(percent, 0 if float(percent).is_integer() else 1),
        "rest": number(1 - percent / 100, 2 if round(percent) % 10 else 1),
        "value": rupiah(value),
        "cost": rupiah(cost),
        "exact": rupiah(exact),
        "rounded": rupiah(rounded_up(exact)),
        "markup": rupiah(markup_price(cost, percent)),
        "lost": rupiah(cost - value),
        "reached": number(margin_of(value, cost), 1),
    }
    if value * 100 < cost and abs(value * 1000 - exact) <= max(1000.0, 0.1 * exact):
        return missed("thousands", 0.5, **known)
    if sums.true_unit is not None and value < sums.true_unit and not near(value, sums.true_unit):
        return missed("below_cost", **known)
    for base in bases:
        found = _slip_of_price(value, base, percent)
        if found is None:
            return right(**known)
    slip, share = _slip_of_price(value, cost, percent) or ("off", 0.0)
    return missed(slip, share, **known)


def _slip_of_price(value: float, cost: float, percent: float) -> tuple[str, float] | None:
    """Name the slip in a price, or None when it follows from cost and margin."""
    exact, markup = margin_price(cost, percent), markup_price(cost, percent)
    leeway = min(_PRICE_SHARE * exact, 0.4 * (exact - markup))
    if exact - leeway <= value <= rounded_up(exact) + 1e-9:
        return None
    if markup - leeway <= value <= max(rounded_up(markup, _MARKUP_STEP), markup + leeway) and value < exact:
        return "markup", 0.0
    if near(value, cost):
        return "no_profit", 0.0
    if near(value, cost * 100 / percent):
        return "divided_by_margin", 0.0
    if value < exact:
        return "too_low", 0.5 if value >= exact * (1 - _ROUGH) else 0.0
    return "too_high", 0.5 if value <= exact * 1.5 else 0.0


def _break_even(sums: Sums) -> Finding:  # noqa: PLR0911 - one return for each thing that is missing
    costs = _bases(sums.unit, sums.true_unit)
    priced = _price(sums)
    prices = [one for one in (sums.price.value, sums.true_price) if one and priced.mistake != "thousands"]
    if not costs or not prices or sums.price.why is not None:
        return missed("price_first")
    if sums.fixed.is_empty:
        return missed("no_fixed")
    if sums.fixed.why is not None:
        return missed("fixed_unclear")
    if not sums.fixed.value:
        return missed("fixed_zero")
    if prices[0] <= costs[0]:
        return missed("no_profit", price=rupiah(prices[0]), cost=rupiah(costs[0]))
    unread = _unread(sums.needed)
    if unread:
        return unread
    return _needed(sums, [(price, cost) for price in prices for cost in costs if cost < price])


def _needed(sums: Sums, pairs: list[tuple[float, float]]) -> Finding:
    """Judge the packs by each pair of price and cost they may follow from; the first is the one to tell."""
    fixed, value = sums.fixed.value or 0.0, sums.needed.value or 0.0
    found = [_packs_by(fixed, value, price, cost, sums) for price, cost in pairs]
    return max(found, key=lambda one: one.share)


def _packs_by(fixed: float, value: float, price: float, cost: float, sums: Sums) -> Finding:
    exact = break_even(fixed, price, cost)
    known = {
        "fixed": rupiah(fixed),
        "price": rupiah(price),
        "cost": rupiah(cost),
        "profit": rupiah(price - cost),
        "exact": number(exact, 1),
        "packs": number(whole_packs(exact)),
        "value": number(value, 0 if float(value).is_integer() else 1),
        "short": rupiah(short_of(fixed, price, cost)),
    }
    if value == whole_packs(exact):
        return right(**known)
    if value == round(exact * 1000) and not float(exact).is_integer():
        value = value / 1000  # "85.714" copied from a calculator is no eighty-five thousand
        known["value"] = number(value, 1)
    if not float(value).is_integer():
        follows = abs(value - exact) < 1
        return missed("part_of_a_pack" if follows else "off", 0.5 if follows else 0.0, **known)
    if value == floor(exact):
        return missed("rounded_down", 0.5, **known)
    slips = {
        "fixed_twice": _twice(fixed, price, sums, cost),
        "cost_forgotten": [fixed / price],
        "price_forgotten": [fixed / cost],
    }
    for name, results in slips.items():
        if any(value in {floor(one), whole_packs(one)} for one in results):
            return missed(name, 0.0, **known)
    close = abs(value - exact) <= max(2.0, 0.01 * exact)
    return missed("close" if close else "off", 0.4 if close else 0.0, **known)


def _twice(fixed: float, price: float, sums: Sums, cost: float) -> list[float]:
    """Return what comes out when fixed costs, or those of the packs, are counted a second time."""
    packs = sums.packs.value or 0
    loaded = cost + fixed / packs if packs else price
    doubled = (fixed + sums.total) / (price - cost)
    return [doubled, 2 * fixed / (price - cost), *([fixed / (price - loaded)] if loaded < price else [])]


UNIT_COST: Final[RuleSet[Any]] = RuleSet(
    "s07-hpp",
    "s07-harga",
    read_sums,
    load_rules(_TEXTS / "s07-hpp.toml", {"s07.hpp.costs": _costs, "s07.hpp.unit": _unit}),
    load_set(_TEXTS / "s07-hpp.toml"),
    earlier=other_round,
)
"""Task ``s07-hpp``: the cost of one pack, within Rp50."""

PRICE: Final[RuleSet[Any]] = RuleSet(
    "s07-harga",
    "s07-harga",
    read_sums,
    load_rules(_TEXTS / "s07-harga.toml", {"s07.price.margin": _price}),
    load_set(_TEXTS / "s07-harga.toml"),
    earlier=other_round,
)
"""Task ``s07-harga``: the price from a margin."""

BREAK_EVEN: Final[RuleSet[Any]] = RuleSet(
    "s07-impas",
    "s07-harga",
    read_sums,
    load_rules(_TEXTS / "s07-impas.toml", {"s07.break_even.packs": _break_even}),
    load_set(_TEXTS / "s07-impas.toml"),
    earlier=other_round,
)
"""Task ``s07-impas``: the packs that carry the fixed costs, rounded up."""
