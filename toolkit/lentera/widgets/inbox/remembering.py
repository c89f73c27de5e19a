"""What was known at first sight, kept for the practice at home."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from lentera.course.scenarios import Message
from lentera.literacy.inbox.memory import Memory
from lentera.place import Place

PRACTICE: Final = "latihan-pesan"
"""Answer file of the practice, at home on the desk."""
MEMORY: Final = "ingatan"
"""Its key for what is remembered."""


def read_memory(content: Mapping[str, Any]) -> Memory:
    """Read what a practice file remembers; raise ValueError when it is damaged."""
    stored = content.get(MEMORY, {})
    if not isinstance(stored, Mapping):
        raise ValueError(f"{MEMORY!r} does not hold kinds and messages by name; begin anew")
    return Memory.from_content(stored)


def remember(place: Place, message: Message, share: float, signs_right: bool | None, now: datetime) -> None:  # noqa: FBT001 - as `Memory.after` takes it
    """Keep for the practice what was known of a message at first sight.

    Whatever happens to that file, the lesson goes on: its own answer is saved already.
    """
    try:
        file = place.at_home.answer(PRACTICE)
        stored = file.load()
        content = dict(stored.payload) if stored else {}
        memory = read_memory(content).after(message, share, signs_right, now)
        file.save({**content, MEMORY: memory.to_content()}, now)
    except Exception:  # noqa: BLE001 - a practice that cannot be planned must not cost a lesson
        place.note_trouble()
