"""A deed that cannot be done now: one sentence, and what to do next."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from lentera.rules import Saying
from lentera.words import language

_PATH: Final = Path(__file__).parent / "texts" / "refusals.toml"


class MarketError(ValueError):
    """Refuse a deed in the learner's language.

    Attributes
    ----------
    name : str
        Stable name of the reason.
    sentence : str
        Why it cannot be done now.
    next : str
        What to do instead.
    """

    def __init__(self, name: str, sentence: str, following: str) -> None:
        super().__init__(f"{sentence} {following}".strip())
        self.name = name
        self.sentence = sentence
        self.next = following


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))


def refusal(name: str, **details: str) -> MarketError:
    """Make the refusal of a name, its blanks filled in."""
    row, code = _table()[name], language()
    return MarketError(
        name,
        Saying.of(row["says"]).in_language(code, details),
        Saying.of(row["next"]).in_language(code, details),
    )
