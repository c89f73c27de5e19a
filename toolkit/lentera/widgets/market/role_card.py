"""The card of a role: what it does, what it may do now with its fields, and the reason of what must wait."""

from typing import Any, Final

from lentera.market import Deed, Market, Order, Role, coming, why_not
from lentera.market.names import (
    ROLES_OF,
    STOCK_DEEDS,
    deed_name,
    deeds_of,
    role_name,
    role_task,
)
from lentera.market.telling import following as told_next
from lentera.widgets.market.fields import fields_of
from lentera.widgets.market.played import Played
from lentera.widgets.market.tables import card, goods_in
from lentera.words import _, rupiah

_ABOUT: Final = {
    Deed.PAY: lambda order: _("Due: {amount}. This is a SIMULATION.").format(amount=rupiah(order.rest)),
    Deed.CONFIRM: lambda order: _("Notification on your own phone: {amount}.").format(
        amount=rupiah(order.arrived)
    ),
    Deed.SEND_PROOF: lambda _order: _(
        "A picture as proof is no money. The seller waits for her notification."
    ),
    Deed.PAY_COURIER: lambda order: _("The courier receives {amount}.").format(amount=rupiah(order.total)),
}


def turn_of(played: Played, day: str) -> Role:
    """Return the role whose turn it is with the open order."""
    deed = next_deed(played, day)
    return ROLES_OF[deed][0] if deed else Role.BUYER


def next_deed(played: Played, day: str) -> Deed | None:
    """Return what comes next for the open order; without one that is a new order."""
    return coming(played.market, played.order, day) if played.order else Deed.ORDER


def name_at(played: Played, role: Role) -> str:
    """Return a role with who plays it: ``Stokis (Siti)``."""
    who = played.player(role)
    return f"{role_name(role)} ({who})" if who else role_name(role)


def role_card(played: Played, day: str) -> dict[str, Any]:
    """Return the card of the chosen role for the open order."""
    market, role = played.market, played.role
    order = market.orders.get(played.order)
    following = next_deed(played, day)
    can, waits = _deeds(played, day, following)
    turn = turn_of(played, day)
    return {
        "title": _("Card: {role}").format(role=name_at(played, role)),
        "task": role_task(role),
        "picture": role.value,
        "now": _now(played, following, day),
        "deeds": [_deed(played, deed, order, main=deed is following) for deed in can],
        "waits": waits,
        "none": "" if can else _("Nothing to do for this role now."),
        "hand": None
        if turn is role or following is None
        else {"role": turn.value, "label": _("Go on as {role}").format(role=name_at(played, turn))},
        "shop": shop(played) if Deed.ORDER in can else None,
    }


def _deeds(played: Played, day: str, following: Deed | None) -> tuple[list[Deed], list[dict[str, str]]]:
    """Return what the role may do now, the next deed first, and why the rest must wait."""
    can, waits = [], []
    for deed in deeds_of(played.role):
        if deed in STOCK_DEEDS and deed is not following:
            continue
        if deed is Deed.ORDER and played.order:
            continue
        if not played.order and deed is not Deed.ORDER and deed not in STOCK_DEEDS:
            continue
        reason = why_not(played.market, played.role, deed, played.order, day)
        if reason is None:
            can.append(deed)
        else:
            waits.append({"name": deed_name(deed), "why": str(reason)})
    return sorted(can, key=lambda deed: deed is not following), waits


def _now(played: Played, following: Deed | None, day: str) -> str:
    if not played.order:
        return _("A new order. Choose goods, then order them.")
    if following is None:
        return _("Order {n} is finished. Make a new order.").format(n=played.order)
    return told_next(played.market, played.order, day)


def _deed(played: Played, deed: Deed, order: Order | None, *, main: bool) -> dict[str, Any]:
    about = _ABOUT.get(deed)
    return {
        "id": deed.value,
        "key": f"{deed.value} {played.order}",
        "label": deed_name(deed),
        "about": about(order) if about and order else "",
        "main": main,
        "fields": fields_of(
            played.market, deed, order, played.drafts.get(deed.value, {}), cart_weight(played)
        ),
    }


def stock_work(played: Played) -> list[dict[str, Any]]:
    """Return the work in the store and at the stall that the role may do, each with its fields."""
    return [_deed(played, deed, None, main=False) for deed in deeds_of(played.role) if deed in STOCK_DEEDS]


def cart_weight(played: Played) -> int:
    """Return what the cart weighs [g]."""
    return sum(count * played.market.shop.product(product).weight for product, count in played.cart.items())


def shop(played: Played) -> dict[str, Any]:
    """Return the goods with how many are in the cart, and their price together."""
    market: Market = played.market
    total = sum(count * market.shop.product(product).price for product, count in played.cart.items())
    goods = [
        {
            **card(market, product.id),
            "count": played.cart.get(product.id, 0),
            "more": _("One more: {product}").format(product=product.name),
            "less": _("One less: {product}").format(product=product.name),
        }
        for product in market.shop.products
    ]
    return {"goods": goods, "sum": _("Goods in the cart: {amount}").format(amount=rupiah(total))}


def order_line(market: Market, order: Order | None) -> str:
    """Return what the open order holds and costs, in one line."""
    if order is None:
        return ""
    parts = (goods_in(market, order), _("goods {amount}").format(amount=rupiah(order.goods)))
    sums = _("delivery {fee}, together {amount}").format(fee=rupiah(order.fee), amount=rupiah(order.total))
    return "; ".join((*parts, sums))
