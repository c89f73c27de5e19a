"""What learners read about copied voices, in the interface language."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from lentera.rules.texts import Saying
from lentera.words import language

_PATH: Final = Path(__file__).with_name("texts.toml")
_STORY: Final = ("name", "who", "happens", "what", "feels")


@cache
def _tables() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))


def stories() -> tuple[str, ...]:
    """Return the ids of the stories."""
    return tuple(_tables()["story"])


def ways() -> tuple[str, ...]:
    """Return the ids of the three checks."""
    return tuple(_tables()["way"])


def parts() -> tuple[str, ...]:
    """Return the ids of the parts of a plan."""
    return tuple(_tables()["part"])


def options(part: str) -> tuple[str, ...]:
    """Return the ids of what can be chosen in a part; raise KeyError when there is no such part."""
    return tuple(_tables()["part"][part]["options"])


def story(name: str) -> dict[str, str]:
    """Return the words of a story; raise KeyError when there is none."""
    table = _tables()["story"][name]
    return {key: _told(table[key]) for key in _STORY}


def way(name: str, story_name: str) -> dict[str, str]:
    """Return a check: its name, how it is done, and what follows from it in a story."""
    table = _tables()["way"][name]
    return {"name": _told(table["name"]), "how": _told(table["how"]), "follows": _told(table[story_name])}


def part_name(part: str) -> str:
    """Return the question of a part of the plan."""
    return _told(_tables()["part"][part]["name"])


def option_name(part: str, option: str) -> str:
    """Return what can be chosen in a part; raise KeyError when it cannot."""
    return _told(_tables()["part"][part]["options"][option])


def _told(pair: Mapping[str, str]) -> str:
    return Saying.of(pair).in_language(language())
