"""The fixed words of leaving a laptop."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from lentera.rules import Saying
from lentera.widgets.frame import frame_words
from lentera.widgets.ordering import ordering_words
from lentera.words import _, language


@cache
def _folds() -> list[dict[str, Any]]:
    text = (Path(__file__).parent / "folds.toml").read_text(encoding="utf-8")
    folds: list[dict[str, Any]] = tomllib.loads(text)["fold"]
    return folds


def leaving_words() -> dict[str, Any]:
    """Return every fixed word of the screen."""
    code = language()
    return {
        **frame_words(_("Leaving the laptop")),
        "intro": _(
            "You are called away for a moment. The laptop stays. Choose 4 of 6 steps and put them in order."
        ),
        "super": _("Windows + L locks the screen. On Ubuntu the Windows key is called Super."),
        "actions": _("Possible steps"),
        **ordering_words(),
        "steps": _("Your steps in order"),
        "scenes": _("How the laptop looks"),
        "unsaved_mark": _("not saved"),
        "saved_mark": _("saved"),
        "locked_mark": _("locked"),
        "lost_mark": _("lost"),
        "simulation": _("SIMULATION"),
        "more": _("More on caring for the laptop and the account"),
        "two_picture": _("Two steps to get in"),
        "two_text": _(
            "First the password, then a code from her own phone. A thief with one of them stays out."
        ),
        "two_first": _("1. Password"),
        "two_second": _("2. Code on the phone"),
        "two_inside": _("Account open"),
        "folds": [
            {
                "id": fold["id"],
                "title": Saying.of(fold["title"]).in_language(code),
                "steps": [Saying.of(step).in_language(code) for step in fold["steps"]],
                "note": Saying.of(fold["note"]).in_language(code),
            }
            for fold in _folds()
        ],
    }
