"""What a hand does to an activity: gestures, and how one message is made of each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from lentera.place import Place
from lentera.widgets.activity import Activity

Gesture = Mapping[str, Any]
"""A message; where a list of words stands, the hand takes one of them."""

SMALL = [0, 1, 2, 3]
NUMBERS = ["", "0", "5", "12,8", "0.25", "60", "abc", "-3", "1e9"]
NAMES = ["Rahma", "rumah Siti", "CON", "../../luar", "nul.txt", "titik. . .", "😀", "é" * 300, "a/b\\c:d", ""]
TEXTS = ["", "Lampu mati", "2026-11-20", "Rp11.000", "Bu Rahma 😀", "x" * 500]


@dataclass(frozen=True)
class Opening:
    """Hold how an activity is opened and used.

    Attributes
    ----------
    verb : callable
        What a notebook calls.
    answer : str
        Name of the answer file.
    gestures : callable, optional
        All gestures, told from the opened activity; a form tells its own.
    ready : callable, optional
        Lays what the activity needs into the place, such as the pages of a website.
    own : frozenset of str
        Folders of the desk, and files and folders beside the notebook, that it may write besides every one's.
    at_home : bool
        Whether its answer goes on through all sessions and lies on the desk.
    """

    verb: Callable[[], Any]
    answer: str
    gestures: Callable[[Activity[Any]], list[Gesture]] | None = None
    ready: Callable[[Place], None] | None = None
    own: frozenset[str] = frozenset()
    at_home: bool = False


def made(gesture: Gesture, chance: Random) -> dict[str, Any]:
    """Make one message of a gesture."""
    return {key: chance.choice(value) if isinstance(value, list) else value for key, value in gesture.items()}
