"""The words of practice payments."""

from typing import Any, Final

from lentera.course.scenarios import Outcome, Side
from lentera.widgets.frame import frame_words
from lentera.words import _

OWN_SHOP: Final = "Dapur Melati"
"""The learner's shop where she sells; the scenarios name it."""


def payment_words() -> dict[str, Any]:
    """Return every fixed word of the screen; ``{Sapaan}`` in the heading of the decision stays."""
    return {
        **frame_words(_("Practice payments")),
        "mark": _("SIMULATION"),
        "intro": _("Five payments. Read the screens. Then decide. No real money moves."),
        "cards_label": _("Five payments"),
        "check": _("Check this payment"),
        "story": _("The story"),
        "screens": _("What can be read"),
        "decision": _("{Sapaan}, what do you decide?"),
        "decisions": {side.value: _decisions(side) for side in Side},
        "reasons": _("What you noticed (may be several)"),
        "keys": _("Keys 1, 2 and 3 choose too."),
        "press": _("Button on that screen:"),
        "next_card": _("Next payment"),
        "more": _("Five other payments"),
        "more_question": _("Begin five other payments? These five are closed."),
        "more_yes": _("Yes, five others"),
        "facts": _("Good to know"),
        "listen": _("Listen"),
        "quiet": _("Stop listening"),
        "kinds": {
            "konfirmasi": _("Phone, before paying"),
            "status": _("Phone, after paying"),
            "notifikasi": _("Own phone, money that came in"),
            "bukti": _("A picture that was sent"),
            "stiker": _("Sticker on the table"),
            "pesan": _("A message that came"),
        },
    }


def outcome_name(outcome: Outcome) -> str:
    """Return a decision by name."""
    return {
        Outcome.PAID: _("Paid"),
        Outcome.NOT_YET: _("Not yet"),
        Outcome.SUSPECT: _("Suspicious"),
    }[outcome]


def follows(side: Side, outcome: Outcome) -> str:
    """Return what a decision means for the goods."""
    if side is Side.SELLER:
        return {
            Outcome.PAID: _("The goods are handed over."),
            Outcome.NOT_YET: _("The goods stay here until the money is in."),
            Outcome.SUSPECT: _("The goods stay here. First find out."),
        }[outcome]
    return {
        Outcome.PAID: _("The money has arrived at the right person."),
        Outcome.NOT_YET: _("The payment is not finished yet."),
        Outcome.SUSPECT: _("Stop. Nothing is sent before asking."),
    }[outcome]


def side_told(side: Side) -> str:
    """Return who she is in the story; the form of address is still to be put in."""
    if side is Side.SELLER:
        return _("{Sapaan}, you are the seller. Your shop is called {shop}.").replace("{shop}", OWN_SHOP)
    return _("{Sapaan}, you are the buyer.")


def _decisions(side: Side) -> list[dict[str, str]]:
    faces = {Outcome.PAID: "safe", Outcome.NOT_YET: "doubt", Outcome.SUSPECT: "danger"}
    if side is Side.SELLER:
        hints = {
            Outcome.PAID: _("I hand over the goods"),
            Outcome.NOT_YET: _("I wait, the goods stay here"),
            Outcome.SUSPECT: _("I stop and find out"),
        }
    else:
        hints = {
            Outcome.PAID: _("money sent, to the right name"),
            Outcome.NOT_YET: _("not sent, or not the right sum"),
            Outcome.SUSPECT: _("I stop and ask first"),
        }
    return [
        {"id": one.value, "text": outcome_name(one), "hint": hints[one], "picture": faces[one]}
        for one in Outcome
    ]
