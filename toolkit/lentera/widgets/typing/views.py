"""What the typing desk shows: the key that is asked for, the sheet, and the file in its list."""

from typing import Any

from lentera.literacy.typing.desk import FILE, WritingDesk
from lentera.literacy.typing.keyboard import EXERCISES, exercise_name, key_name, where
from lentera.literacy.typing.sentences import sentences
from lentera.literacy.typing.tasks import WANTED, is_changed_again, own_sentences
from lentera.widgets.typing.state import Typing
from lentera.widgets.typing.wording import all_found, counted, saved_clock
from lentera.words import _, language


def keys_view(state: Typing, last: tuple[str, bool] | None) -> dict[str, Any]:
    """Return the rows of keys, the asked one, and the one pressed last."""
    code, asked = language(), state.asked
    is_capital = len(asked) == 1 and asked.isupper()
    return {
        "rows": [
            {
                "id": one.id,
                "text": exercise_name(one.id, code),
                **_mark(done=one.id in state.rows, now=one.id == state.row),
            }
            for one in EXERCISES
        ],
        "asked": {
            "key": asked.lower() if is_capital else asked,
            "shift": is_capital,
            "name": key_name(asked, code),
            "where": where(asked, code),
        },
        "pressed": {"key": last[0], "ok": last[1]} if last else None,
        "progress": _("Key {n} of {all}").format(n=state.at + 1, all=len(state.exercise.keys)),
        "all_found": all_found() if len(state.rows) == len(EXERCISES) else "",
    }


def desk_view(desk: WritingDesk) -> dict[str, Any]:
    """Return the sheet, the list of files, and the steps from the first word to the last saving."""
    found = sentences(desk.draft)
    loose = [str(number) for number, one in enumerate(found, start=1) if not one.ended]
    saved = desk.savings[-1] if desk.savings else None
    steps = [
        (
            _("Write 3 sentences"),
            len(own_sentences(desk.draft if desk.is_open else desk.file or "")) >= WANTED,
        ),
        (_("Save the sheet"), saved is not None),
        (_("Close the sheet"), desk.was_opened_again or (saved is not None and not desk.is_open)),
        (_("Open it again"), desk.was_opened_again),
        (_("Change 1 sentence and save"), is_changed_again(desk)),
    ]
    now = next((number for number, (_text, done) in enumerate(steps) if not done), -1)
    return {
        "is_open": desk.is_open,
        "text": desk.draft,
        "unsaved": desk.is_unsaved,
        "count": counted(len(found)),
        "loose": _("No full stop yet: sentence {list}.").format(list=", ".join(loose)) if loose else "",
        "file": None
        if saved is None
        else {
            "name": FILE,
            "about": _("{count}, saved {clock}").format(
                count=counted(len(sentences(saved.text))), clock=saved_clock(saved.moment)
            ),
        },
        "left": bool(desk.left),
        "steps": [
            {"text": f"{number + 1}. {text}", **_mark(done=done, now=number == now)}
            for number, (text, done) in enumerate(steps)
        ],
    }


def _mark(*, done: bool, now: bool) -> dict[str, Any]:
    """Return how a row or step stands: a picture and a word."""
    if done:
        return {"mark": "ok", "word": _("finished"), "now": now}
    return {"mark": "next", "word": _("now"), "now": True} if now else {"mark": "", "word": "", "now": False}
