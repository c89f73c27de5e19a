"""How each result is worked out, in lines, bars, coins and a plot: everything the price screen tells."""

from collections.abc import Sequence
from typing import Any, Final

from lentera.product.price_answer import Sums
from lentera.product.price_sums import (
    break_even,
    margin_of,
    margin_price,
    markup_price,
    rounded_up,
    whole_packs,
)
from lentera.words import _, number, rupiah

_PIECES: Final = (100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100)
_NOTES_FROM: Final = 1_000
_MOST_DRAWN: Final = 12


def percent(value: float) -> str:
    """Write a percentage in words."""
    return _("{n} percent").format(n=number(value, 0 if abs(value - round(value)) < 0.05 else 1))  # noqa: PLR2004 - one decimal


def unit_lines(sums: Sums) -> list[str]:
    """Tell how the cost of one pack is worked out."""
    cost, packs = sums.true_unit, sums.packs.value
    if cost is None or packs is None:
        return []
    return [
        _("All costs together: {total}.").format(total=rupiah(sums.total)),
        _("{total} ÷ {packs} packs = {unit}.").format(
            total=rupiah(sums.total), packs=number(packs), unit=rupiah(cost)
        ),
    ]


def price_lines(sums: Sums) -> list[str]:
    """Tell how the price is worked out."""
    cost, margin = sums.true_unit, sums.margin.value
    if cost is None or margin is None or not sums.has_margin:
        return []
    exact = margin_price(cost, margin)
    return [
        _("The profit is {margin} of the price. The cost is the rest: {rest}.").format(
            margin=percent(margin), rest=percent(100 - margin)
        ),
        _("{cost} ÷ {rest} = {price}.").format(
            cost=rupiah(cost), rest=number(1 - margin / 100, 2), price=rupiah(exact)
        ),
        _("Rounded up: {price}.").format(price=rupiah(rounded_up(exact))),
    ]


def needed_lines(sums: Sums) -> list[str]:
    """Tell how break-even is worked out."""
    cost, price, fixed = sums.true_unit, price_of(sums), sums.fixed.value
    if cost is None or not price or not fixed or price <= cost:
        return []
    exact = break_even(fixed, price, cost)
    return [
        _("Profit of one pack: {price} − {cost} = {profit}.").format(
            price=rupiah(price), cost=rupiah(cost), profit=rupiah(price - cost)
        ),
        _("{fixed} ÷ {profit} = {exact} packs.").format(
            fixed=rupiah(fixed), profit=rupiah(price - cost), exact=number(exact, 1)
        ),
        _("Rounded up: {n} packs.").format(n=number(whole_packs(exact))),
    ]


def price_of(sums: Sums) -> float | None:
    """Return her own price where it can be read, else the one from the margin."""
    return sums.price.value or sums.true_price


def coins(amount: float, title: str) -> dict[str, Any]:
    """Lay an amount in notes and coins, largest first; what is below Rp100 is left out."""
    left, pieces = round(amount), []
    for value in _PIECES:
        many, left = divmod(left, value)
        if many:
            pieces.append({"value": rupiah(value), "n": many, "note": value >= _NOTES_FROM})
    drawn = sum(piece["n"] for piece in pieces) <= _MOST_DRAWN
    told = ", ".join(f"{piece['n']} × {piece['value']}" for piece in pieces)
    return {
        "title": _("{title} in money: {amount}").format(title=title, amount=rupiah(amount)),
        "told": told,
        "pieces": pieces if drawn else [],
    }


def bars(cost: float, percentage: float) -> dict[str, Any]:
    """Set margin and markup of the same percentage side by side."""
    rows: list[tuple[str, float]] = [
        (_("Markup {p}: added to the cost").format(p=percent(percentage)), markup_price(cost, percentage)),
        (_("Margin {p}: part of the price").format(p=percent(percentage)), margin_price(cost, percentage)),
    ]
    most = max(price for _name, price in rows)
    drawn = [
        {
            "name": name,
            "cost": cost / most,
            "profit": (price - cost) / most,
            "cost_text": rupiah(cost),
            "profit_text": rupiah(price - cost),
            "price_text": rupiah(price),
        }
        for name, price in rows
    ]
    return {
        "title": _("Markup and margin of the same cost"),
        "told": _("With markup the price is {a}. With margin it is {b}.").format(
            a=rupiah(rows[0][1]), b=rupiah(rows[1][1])
        ),
        "rows": drawn,
        "table": {
            "caption": _("Markup and margin of {p}").format(p=percent(percentage)),
            "head": [
                _("Way to a price"),
                _("Profit of a pack"),
                _("Price of a pack"),
                _("Profit in percent"),
            ],
            "rows": [
                [name.partition(":")[0], rupiah(price - cost), rupiah(price), _of(price, cost)]
                for name, price in rows
            ],
        },
    }


def _of(price: float, cost: float) -> str:
    return percent(margin_of(price, cost))


def plot(fixed: float, price: float, cost: float) -> dict[str, Any]:
    """Return what is needed to draw money in and money out against packs, and the same as a table."""
    exact = break_even(fixed, price, cost)
    packs = whole_packs(exact)
    most = max(2, round(packs * 1.6))
    points = sorted({0, packs // 2, packs - 1, packs, most})
    return {
        "title": _("Money in and money out"),
        "told": _("Both lines meet at {n} packs. From there on each pack earns {profit}.").format(
            n=number(packs), profit=rupiah(price - cost)
        ),
        "most": most,
        "meet": exact,
        "packs": packs,
        "packs_text": _("{n} packs").format(n=number(packs)),
        "most_text": number(most),
        "fixed": fixed / (price * most),
        "out": (fixed + cost * most) / (price * most),
        "top_text": rupiah(price * most),
        "fixed_text": rupiah(fixed),
        "table": {
            "caption": _("Money by packs sold"),
            "head": [_("Packs sold"), _("Money in"), _("Money out"), _("Left over")],
            "rows": [_point(n, fixed, price, cost) for n in points],
        },
    }


def _point(packs: int, fixed: float, price: float, cost: float) -> Sequence[str]:
    money_in, money_out = price * packs, fixed + cost * packs
    return [number(packs), rupiah(money_in), rupiah(money_out), rupiah(money_in - money_out)]


def what_if(fixed: float, price: float, cost: float) -> str:
    """Tell what another price would mean."""
    if price <= cost:
        return (
            _("At {price} each pack loses {lost}. Break-even is never reached.").format(
                price=rupiah(price), lost=rupiah(cost - price)
            )
            if price < cost
            else _("At {price} a pack earns nothing. Break-even is never reached.").format(
                price=rupiah(price)
            )
        )
    return _("At {price}: {n} packs to break even, margin {margin}.").format(
        price=rupiah(price),
        n=number(whole_packs(break_even(fixed, price, cost))),
        margin=percent(margin_of(price, cost)),
    )
