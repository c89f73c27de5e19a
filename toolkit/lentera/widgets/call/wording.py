"""The words of practice calls."""

from typing import Any

from lentera.course.scenarios import Call, End
from lentera.widgets.frame import frame_words
from lentera.words import _


def call_words() -> dict[str, Any]:
    """Return every fixed word of the screen; ``{Sapaan}`` in the heading of the answers stays."""
    return {
        **frame_words(_("Practice calls")),
        "mark": _("SIMULATION"),
        "intro": _("Nobody really calls. Answer as you like, and see what follows. Some callers are honest."),
        "cards_label": _("Calls to practise"),
        "story": _("What is going on"),
        "chat": _("What was said"),
        "rest": _("Time stands still. Think first."),
        "pick_up": _("Pick up"),
        "hang_up": _("Hang up"),
        "answers": _("{Sapaan}, your answer"),
        "keys": _("Keys 1, 2 and 3 choose. Enter says it."),
        "speak": _("Say this answer"),
        "pick_first": _("Choose an answer first, or hang up."),
        "remark": _("About that answer"),
        "end": _("How it ended"),
        "signs": _("What gave it away"),
        "if_done": _("If it has happened"),
        "facts": _("Good to know"),
        "back": _("Another answer"),
        "again": _("From the beginning"),
        "next_call": _("Next call"),
        "listen": _("Listen"),
        "quiet": _("Stop listening"),
    }


def end_name(end: End) -> str:
    """Return an end by name."""
    return {
        End.SAFE: _("safe"),
        End.NEARLY: _("it was close"),
        End.HAPPENED: _("it happened"),
    }[end]


def end_told(call: Call, end: End) -> str:
    """Return what an end means; ``{Sapaan}`` stays."""
    if end is End.HAPPENED:
        return _(
            "It happened, only here in practice. {Sapaan}, this is not your mistake. The deceiver is wrong."
        )
    if end is End.NEARLY:
        return _("It was close. Stopping in the middle is always possible.")
    return _("Safe. {Sapaan}, you gave away nothing.") if call.scam else _("Safe. This caller was honest.")
