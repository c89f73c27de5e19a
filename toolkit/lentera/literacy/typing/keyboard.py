"""The keyboard of the loaned laptops: where each key is, which finger reaches it, and rows to find."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from lentera.rules import Saying

_PATH: Final = Path(__file__).parents[1] / "texts" / "keyboard.toml"

WIDE: Final = 15.0
"""Width of the keyboard, in keys."""
TALL: Final = 5.0

_ROWS: Final = (
    (("`", 1), *((sign, 1) for sign in "1234567890-="), ("backspace", 2)),
    (("tab", 1.5), *((sign, 1) for sign in "qwertyuiop[]"), ("\\", 1.5)),
    (("caps", 1.75), *((sign, 1) for sign in "asdfghjkl;'"), ("enter", 2.25)),
    (("shift", 2.25), *((sign, 1) for sign in "zxcvbnm,./"), ("shift_right", 2.75)),
    (("ctrl", 1.5), ("meta", 1.25), ("alt", 1.25), ("space", 6), ("altgr", 1.25)),
)
_ARROWS: Final = {"left": (12, 4.5), "up": (13, 4), "down": (13, 4.5), "right": (14, 4.5)}
_PRESSED: Final = {
    " ": "space",
    "Enter": "enter",
    "Backspace": "backspace",
    "Shift": "shift",
    "ArrowLeft": "left",
    "ArrowRight": "right",
    "ArrowUp": "up",
    "ArrowDown": "down",
    "CapsLock": "caps",
}
MARKED: Final = ("f", "j", "enter")
"""Keys that are found by touch."""


@dataclass(frozen=True)
class Key:
    """Be one key: its name and its place, in keys from the top left corner."""

    id: str
    x: float
    y: float
    width: float
    height: float = 1.0


@dataclass(frozen=True)
class Exercise:
    """Be a row of keys to find, one after the other; a capital letter asks for Shift."""

    id: str
    keys: tuple[str, ...]


EXERCISES: Final = (
    Exercise("tengah", tuple("fjdkslagh")),
    Exercise("atas", tuple("eirutywoqp")),
    Exercise("bawah", tuple("vmnbcxz")),
    Exercise("jarak", ("space", "enter", "backspace")),
    Exercise("tanda", (".", ",")),
    Exercise("kapital", tuple("SIB")),
    Exercise("panah", ("left", "right", "up", "down")),
)


@cache
def keys() -> tuple[Key, ...]:
    """Return every key with its place."""
    placed = []
    for number, row in enumerate(_ROWS):
        x = 0.0
        for name, width in row:
            placed.append(Key(str(name), x, float(number), float(width)))
            x += width
    placed += [Key(name, float(x), y, 1.0, 0.5) for name, (x, y) in _ARROWS.items()]
    return tuple(placed)


def pressed(key: Any) -> str:
    """Return the name of a pressed key as the browser tells it; capitals stay capitals.

    Raises
    ------
    ValueError
        When it is no text.
    """
    if not isinstance(key, str) or not key:
        raise ValueError(f"{key!r} is no key; give what the browser calls it")
    return _PRESSED.get(key, key)


def fits(asked: str, given: str) -> bool:
    """Tell whether a pressed key is the asked one; a small letter is asked for by its place only."""
    return given == asked or (
        asked.isalpha() and asked.islower() and len(asked) == 1 and given.lower() == asked
    )


def key_name(key: str, code: str) -> str:
    """Name a key: "huruf f", "huruf S besar", "tombol Enter"."""
    table = _table()
    said = table["name"].get(key)
    if said is not None:
        return Saying.of(said).in_language(code)
    kind = ("capital" if key.isupper() else "letter") if len(key) == 1 and key.isalpha() else "other"
    if len(key) == 1 and key.isdigit():
        kind = "digit"
    return Saying.of(table["kind"][kind]).in_language(code, {"key": key[:12]})


def where(key: str, code: str) -> str:
    """Tell where a key is and how a finger finds it, in words."""
    table, small = _table(), key.lower() if len(key) == 1 else key
    parts = []
    if key.isupper() and len(key) == 1:
        parts.append(Saying.of(table["shift"]).in_language(code))
    if small in table["place"]:
        parts.append(Saying.of(table["place"][small]).in_language(code))
    else:
        row = next((one["id"] for one in table["row"] if small in one["keys"]), "")
        finger = next((one for one in table["finger"] if small in one["keys"]), None)
        if row and finger is not None:
            parts.append(Saying.of(table["rows"][row]).in_language(code))
            parts.append(Saying.of(finger["says"]).in_language(code))
    return " ".join(parts)


def way(given: str, asked: str, code: str) -> str:
    """Tell how far the asked key is from the given one in the same row; empty where that is no help."""
    places = {key.id: key for key in keys()}
    here, there = places.get(given.lower()), places.get(asked.lower())
    if here is None or there is None or here.y != there.y or here.height != 1 or here == there:
        return ""
    row = [key.id for key in keys() if key.y == here.y and key.height == 1]
    steps = row.index(there.id) - row.index(here.id)
    said = _table()["right" if steps > 0 else "left"]
    return Saying.of(said).in_language(code, {"n": str(abs(steps))})


def exercise_name(name: str, code: str) -> str:
    """Name a row to find."""
    return Saying.of(_table()["exercise"][name]).in_language(code)


def described(code: str) -> tuple[str, ...]:
    """Describe the whole keyboard in sentences, for hands that do not see it."""
    return tuple(Saying.of(one).in_language(code) for one in _table()["described"])


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))
