"""The tables of the market: orders, stock, parcels of the courier, the showroom, and what happened."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from lentera.market import Event, Market, Order, Role, State, coming
from lentera.market.courier import reasons, zone
from lentera.market.names import MAIN_PATH, deed_coming, role_name, state_name
from lentera.widgets.dates import long_date
from lentera.widgets.market.played import Played
from lentera.words import _, number, rupiah

Told = Sequence[tuple[Event, str]]
"""Every event of the round with its sentence."""


def buyer_of(order: Order) -> str:
    """Return who ordered."""
    return order.buyer or role_name(Role.BUYER)


def goods_in(market: Market, order: Order) -> str:
    """Return what an order holds: ``2 Keripik pisang, 1 Tas anyam``."""
    return ", ".join(f"{item.count} {market.shop.product(item.product).name}" for item in order.items)


def orders_table(played: Played, day: str) -> list[dict[str, Any]]:
    """Return every order of the round, the newest first."""
    market = played.market
    return [
        {
            "number": order.id,
            "cells": [
                _("Order {n}").format(n=order.id),
                buyer_of(order),
                goods_in(market, order),
                rupiah(order.total),
                state_name(order.state),
                _next_of(market, order, day),
            ],
            "open": order.id == played.order,
            "button": _("Open it"),
        }
        for order in reversed(market.orders.values())
    ]


def _next_of(market: Market, order: Order, day: str) -> str:
    deed = coming(market, order.id, day)
    return deed_coming(deed) if deed else _("finished")


def path_of(order: Order | None) -> list[dict[str, Any]]:
    """Return the eight places of an order's way, each done, now, or still to come."""
    steps = order.path if order else MAIN_PATH
    reached = order.reached if order else 0
    words = {"done": _("step done"), "now": _("step now"), "later": _("step to come")}
    found = []
    for index, state in enumerate(steps, start=1):
        when = (
            "later"
            if index > reached
            else "done"
            if index < reached or (order and order.completed)
            else "now"
        )
        found.append({"id": state.value, "name": state_name(state), "when": when, "word": words[when]})
    return found


def side_of(order: Order | None) -> dict[str, str] | None:
    """Return where an order stands when it left the path, or None."""
    if order is None or order.state in order.path:
        return None
    picture = "batal" if order.state in (State.CANCELLED, State.EXPIRED) else "berhenti"
    return {"picture": picture, "name": state_name(order.state)}


def stock_rows(market: Market) -> list[list[str]]:
    """Return each product's pieces: on hand, free, reserved, and the batch to take first."""
    rows = []
    for product in market.shop.products:
        batches = sorted(
            (one for one in market.stock.batches if one.product == product.id and one.on_hand),
            key=lambda one: (one.expires, one.code),
        )
        first = (
            _("{code}, best before {day}").format(
                code=batches[0].code, day=long_date(date.fromisoformat(batches[0].expires))
            )
            if batches
            else _("no batch")
        )
        stock = market.stock
        low = stock.free(product.id) <= product.restock_at
        rows.append(
            [
                product.name,
                number(stock.on_hand(product.id)),
                number(stock.free(product.id)),
                number(stock.reserved(product.id)),
                first,
                _("refill soon") if low else _("enough left"),
            ]
        )
    return rows


def parcels(market: Market) -> list[dict[str, Any]]:
    """Return the orders that concern the courier: waiting, on the way, or brought back."""
    waiting = {
        State.PACKED: _("waits for the courier"),
        State.HANDED_OVER: _("with the courier"),
        State.SHIPPED: _("on its way"),
        State.NOT_DELIVERED: _("not delivered"),
        State.RECEIVED: _("parcel received"),
    }
    return [
        {
            "number": order.id,
            "cells": [
                _("Order {n}").format(n=order.id),
                buyer_of(order),
                place_of(order),
                rupiah(order.total)
                if order.method.value == "tunai_kurir" and not order.paid
                else _("nothing to collect"),
                told
                + (
                    f": {reasons()[order.failed]}"
                    if order.failed and order.state is State.NOT_DELIVERED
                    else ""
                ),
            ],
            "button": _("Print the label"),
        }
        for order in market.orders.values()
        if (told := waiting.get(order.state))
    ]


def place_of(order: Order) -> str:
    """Return where a parcel goes: area, village, mark of the house; never a full home address."""
    address = order.address
    return ", ".join(part for part in (zone(address.zone).name, address.village, address.mark) if part)


def events_list(told: Told) -> list[dict[str, str]]:
    """Return what happened: time, who, what, and the note beside it."""
    return [
        {
            "time": event.at[11:].replace(":", "."),
            "who": " · ".join(part for part in (role_name(event.role), event.who) if part),
            "text": sentence,
            "note": event.note,
        }
        for event, sentence in told
    ]


def chat_of(played: Played, told: Told) -> list[dict[str, Any]]:
    """Return the conversation of the round: what the players wrote, and each event as a written message."""
    said = [
        (event.at, 0, event.role, event.who, " ".join(part for part in (sentence, event.note) if part))
        for event, sentence in told
    ]
    said += [(one.at, 1, one.role, one.who, one.text) for one in played.messages]
    return [
        {
            "who": " · ".join(part for part in (role_name(role), who) if part),
            "time": at[11:].replace(":", "."),
            "text": text,
            "mine": role is played.role,
        }
        for at, _later, role, who, text in sorted(said, key=lambda one: one[:2])
    ]


def showroom(market: Market) -> list[dict[str, Any]]:
    """Return the goods on show, those of the learners' groups first."""
    shown = sorted(
        market.shop.products, key=lambda product: (product.cohort == 0, -product.cohort, product.name)
    )
    return [card(market, product.id) for product in shown]


def card(market: Market, product_id: str) -> dict[str, Any]:
    """Return what stands on a product's card."""
    product = market.shop.product(product_id)
    place = [one.id for one in market.shop.products].index(product_id)
    free = market.stock.free(product_id)
    return {
        "id": product.id,
        "picture": place,
        "name": product.name,
        "price": rupiah(product.price),
        "about": _("{weight} g, {free} in stock").format(weight=number(product.weight), free=number(free)),
        "group": _("group {n}").format(n=product.cohort) if product.cohort else "",
    }


def money_of(market: Market) -> Mapping[str, str]:
    """Return what is in the cash box, with the courier, and left as profit."""
    courier = sum(order.with_courier for order in market.orders.values())
    return {
        "kas": rupiah(market.cash.balance),
        "kurir": rupiah(courier),
        "laba": rupiah(market.profit.amount),
    }
