"""What the phones of buyer and seller show while an order is paid; every screen says SIMULASI."""

from typing import Any

from lentera.market import Method, Order, Role, State
from lentera.market.payment import invoice, qr_svg
from lentera.widgets.market.played import Played
from lentera.words import _, rupiah


def phone_of(played: Played, order: Order | None) -> dict[str, Any] | None:
    """Return what the phone of the open card's player shows, or None where no phone is needed."""
    if order is None or order.method is not Method.QRIS or order.state is not State.ORDERED:
        return None
    if played.role is Role.BUYER and order.rest:
        asked = invoice(played.market, order.id)
        return {
            "title": _("Phone of the buyer"),
            "lines": [
                _("Name: {name}").format(name=asked.name),
                _("Sum: {amount}").format(amount=rupiah(asked.amount)),
                _("Compare the name before you pay."),
            ],
            "qr": qr_svg(
                asked.payload,
                _("QR code, SIMULATION"),
                _("No bank can read it. Name and sum stand beside it."),
            ),
            "key": asked.payload,
        }
    if played.role is Role.SELLER:
        return {"title": _("Phone of the seller"), "lines": _notified(order), "qr": "", "key": ""}
    return None


def _notified(order: Order) -> list[str]:
    lines = []
    if order.proof_sent:
        lines.append(_("The buyer sent a picture as proof. A picture is no money."))
    if order.arrived:
        lines.append(_("Notification: {amount} came in (SIMULATION).").format(amount=rupiah(order.arrived)))
    else:
        lines.append(_("No notification yet."))
    return lines
