"""What many people know: common words, passwords that many use, sayings. Read from data files of our own."""

from functools import cache
from pathlib import Path
from typing import Final

_DATA: Final = Path(__file__).parent / "data"


@cache
def words() -> tuple[str, ...]:
    """Return common Indonesian words, the most common first."""
    return _lines("kata")


@cache
def passwords() -> tuple[str, ...]:
    """Return passwords that many people use, letters and digits joined."""
    return tuple(dict.fromkeys(one.replace(" ", "") for one in _lines("sandi")))


@cache
def sayings() -> tuple[str, ...]:
    """Return sayings, opening words of songs and greetings, letters and digits joined."""
    return tuple(dict.fromkeys("".join(one.split()) for one in _lines("kalimat")))


def _lines(name: str) -> tuple[str, ...]:
    text = (_DATA / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))
