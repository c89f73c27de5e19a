"""The fixed words of the village market."""

from typing import Any

from lentera.market import Role
from lentera.market.names import role_name
from lentera.widgets.frame import frame_words
from lentera.words import _


def market_words() -> dict[str, Any]:
    """Return every fixed word of the screen."""
    return {
        **frame_words(_("Village market")),
        "mark": _("SIMULATION"),
        "intro": _("Goods, prices and money are examples. Nothing is really paid."),
        "new_round": _("Start a new round"),
        "round": {
            "label": _("New round"),
            "question": _("Start a new round? This round is kept."),
            "yes": _("Yes, a new round"),
            "cancel": _("Cancel"),
        },
        "roles": _("Whose card is open"),
        "role_names": [[role.value, role_name(role)] for role in Role],
        "turn": _("has the turn"),
        "waits": _("Not possible yet"),
        "others": _("Other steps"),
        "note": _("Note beside the next step (may stay empty)"),
        "path": _("Way of the order"),
        "cart": _("Shop and cart"),
        "new_order": _("New order"),
        "tabs": {
            "orders": _("Orders"),
            "chat": _("Chat"),
            "stock": _("Stock room"),
            "courier": _("Courier's corner"),
            "showroom": _("Showroom"),
            "events": _("What happened so far"),
            "table": _("Players"),
        },
        "views": _("Rooms of the market"),
        "orders": {
            "caption": _("Orders of this round"),
            "head": [
                _("Order number"),
                _("Buyer of the order"),
                _("Goods of the shop"),
                _("Sum together"),
                _("State of the order"),
                _("Comes next"),
                _("Open it"),
            ],
        },
        "stock": {
            "caption": _("Stock in the store"),
            "head": [
                _("Goods of the shop"),
                _("In the store"),
                _("Free pieces"),
                _("Reserved pieces"),
                _("Take first"),
                _("State of the stock"),
            ],
            "work": _("Work in the store"),
            "nobody": _("Open the card of the stockist or of the seller. Then the work stands here."),
        },
        "courier": {
            "caption": _("Parcels of the courier"),
            "head": [
                _("Order number"),
                _("Receiver of the parcel"),
                _("Goes to"),
                _("Cash to collect"),
                _("State of the order"),
                _("Parcel label"),
            ],
        },
        "chat": _("Messages of this round"),
        "write": _("Write a message"),
        "send": _("Send the message"),
        "showroom": _("Goods on show"),
        "events": _("What happened in this round"),
        "sheet": _("Sheet to print:"),
        "open_sheet": _("Download the sheet"),
        "phone": _("Phone screen (SIMULATION)"),
        "figures": [
            ["kas", _("Cash box")],
            ["kurir", _("Still with the courier")],
            ["laba", _("Profit so far")],
        ],
        "seats": {
            "title": _("Who sits at the table"),
            "help": _("One learner plays all roles: leave the names empty. Write first names only."),
            "names": [[role.value, _("First name: {role}").format(role=role_name(role))] for role in Role],
            "turned": _("Move every role one seat on"),
        },
        "facts": _("About QRIS"),
    }
