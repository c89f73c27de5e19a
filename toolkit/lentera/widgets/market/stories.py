"""What a round is about: nothing special in the first one, a mishap drawn by seed in each later one."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

from lentera.market.rounds import Round
from lentera.rules import Saying
from lentera.words import language

_PATH: Final = Path(__file__).parent / "stories.toml"
_SMOOTH: Final = "smooth"


@cache
def _stories() -> dict[str, Any]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))


def story_of(one: Round) -> list[str]:
    """Return what the round is about, and what its made-up buyer wants."""
    row = _stories().get(one.mishap, _stories()[_SMOOTH])
    wish = one.wish
    mark = f"{wish.address.mark[:1].upper()}{wish.address.mark[1:]}." if wish.address.mark else ""
    told = [Saying.of(row["text"]).in_language(language()), f"{wish.text} {mark}".strip()]
    return [text for text in told if text]
