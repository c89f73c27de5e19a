"""The words of the typing desk."""

from datetime import datetime
from typing import Any

from lentera.literacy.typing.desk import FILE, LONGEST
from lentera.literacy.typing.keyboard import MARKED, TALL, WIDE, described, key_name, keys, where
from lentera.widgets.frame import frame_words
from lentera.words import _, clock, language


def typing_words() -> dict[str, Any]:
    """Return every fixed word of the screen."""
    return {
        **frame_words(_("Type, save, open again")),
        "tabs": _("Parts of this exercise"),
        "tab_names": {"tombol": _("1. Find the keys"), "meja": _("2. Write and save")},
        "rows": _("Rows to find"),
        "press_here": _("Press the key here"),
        "field_help": _("There is no hurry. Tab leads on to the next button."),
        "skip": _("Skip this key"),
        "to_desk": _("Go on to writing"),
        "board": _("Picture of the keyboard"),
        "board_text": _("The asked key has a thick frame. Dots mark the keys with a bump: F, J and Enter."),
        "in_words": _("The keyboard in words"),
        "described": list(described(language())),
        "wide": WIDE,
        "tall": TALL,
        "keys": [
            {"id": one.id, "x": one.x, "y": one.y, "w": one.width, "h": one.height, "label": _label(one.id)}
            for one in keys()
        ],
        "marked": list(MARKED),
        "press": _("Press"),
        "steps": _("Steps on the writing desk"),
        "file_name": FILE,
        "unsaved": _("not saved yet"),
        "stored": _("saved to the file"),
        "text": _("Text about yourself"),
        "text_help": _(
            "Three sentences, invented ones will do. No full address, no phone number. "
            "For example: your name, your village, what you like."
        ),
        "longest": LONGEST,
        "save": _("Save to the file"),
        "save_key": _("Ctrl and S together also save."),
        "close": _("Close the sheet"),
        "asking": {
            "label": _("Close the sheet"),
            "question": _("The sheet is not saved yet. Save it before closing?"),
            "yes": _("Save, then close"),
            "leave": _("Close without saving"),
            "cancel": _("Go on writing"),
        },
        "files": _("Files on this desk"),
        "no_file": _("There is no file on this desk yet."),
        "open": _("Open the file"),
        "new": _("Take a new sheet"),
        "take_back": _("Take back the unsaved text"),
        "left": _("A text that was not saved is kept."),
    }


def _label(key: str) -> str:
    """Return what is printed on a key."""
    printed = {
        "backspace": "Backspace",
        "tab": "Tab",
        "caps": "Caps",
        "enter": "Enter",
        "shift": "Shift",
        "shift_right": "Shift",
        "ctrl": "Ctrl",
        "meta": "Win",
        "alt": "Alt",
        "altgr": "Alt",
        "space": _("Space bar"),
        "left": "←",
        "right": "→",
        "up": "↑",
        "down": "↓",
    }
    return printed.get(key, key.upper())


def asks(key: str) -> str:
    """Ask for a key and tell where it is."""
    code = language()
    return _("Press {key}. {where}").format(key=key_name(key, code), where=where(key, code))


def all_found() -> str:
    """Say that every row of keys is found."""
    return _("All rows are finished. Go on to writing, or practise again.")


def counted(count: int) -> str:
    """Return a number of sentences in words."""
    return _("1 sentence") if count == 1 else _("{n} sentences").format(n=count)


def saved_clock(moment: str) -> str:
    """Return the time of a saving as people write it; empty when the answer holds none."""
    try:
        return clock(datetime.fromisoformat(moment))
    except ValueError:
        return ""
