"""The words every activity's frame needs, in the interface language."""

from typing import Any

from lentera.words import _, language


def frame_words(title: str) -> dict[str, Any]:
    """Return the words of the frame: heading, live line, rows of feedback, and what silence means."""
    return {
        "lang": language(),
        "title": title,
        "last": _("Latest"),
        "check": _("Check"),
        "result": _("Result of the check"),
        "right": _("Already right"),
        "yet": _("Not right yet"),
        "next": _("Next step"),
        "cancel": _("Cancel"),
        "silent": _(
            "The learning engine does not answer. Everything up to the last sentence is saved. "
            "Reload this page to go on."
        ),
    }
