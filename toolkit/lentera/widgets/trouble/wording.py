"""The fixed words of the four mishaps."""

from typing import Any

from lentera.widgets.frame import frame_words
from lentera.widgets.ordering import ordering_words
from lentera.words import _


def trouble_words() -> dict[str, Any]:
    """Return every fixed word of the screen."""
    return {
        **frame_words(_("Orders that go astray")),
        "intro": _("Four cards. Decide what to do, in which order. Then answer politely."),
        "cards_label": _("Cards to decide"),
        "check": _("Check this card"),
        "situation": _("What is the matter"),
        "chat": _("Messages so far"),
        "actions": _("Possible steps"),
        **ordering_words(),
        "steps": _("Your steps in order"),
        "reply": _("Your polite reply"),
        "reply_help": _("Choose one sentence of each kind, or write your own below."),
        "none": _("no sentence"),
        "own": _("Own words (stand in place of the sentences)"),
        "preview": _("So it will be sent"),
    }


def slot_names() -> dict[str, str]:
    """Return the parts of a polite reply by name."""
    return {
        "salam": _("Greeting"),
        "fakta": _("What happened to it"),
        "tawaran": _("What we offer"),
        "penutup": _("Closing of the reply"),
    }
