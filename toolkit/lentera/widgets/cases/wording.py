"""The words that all sets of cases share."""

from typing import Any

from lentera.widgets.frame import frame_words
from lentera.words import _


def frame() -> dict[str, Any]:
    """Return the words of the frame."""
    return {
        **frame_words(""),
        "simulation": "SIMULASI",
        "list": _("All numbers"),
        "reasons": _("Reasons; there may be more than one"),
        "after": _("The next number"),
        "keys": _("Number keys choose too."),
        "known": _("What is known"),
    }
