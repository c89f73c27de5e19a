"""How far a style sheet is read: brackets deep inside one another are damage, and too deep for its reader."""

import re
from typing import Final

DEEPEST: Final = 40
"""Brackets inside one another that are read; nobody nests so many by hand."""
_CLOSING: Final = {"(": ")", "[": "]", "{": "}"}
_PIECE: Final = re.compile(
    r"""/\*.*?(?:\*/|\Z)|"(?:\\.|[^"\\\n])*+|'(?:\\.|[^'\\\n])*+|\\."""
    r"""|(?<![\w-])url\(\s*+(?!["'])(?:\\.|[^)\\])*+\)?|[()\[\]{}]""",
    re.DOTALL | re.IGNORECASE,
)
"""A note, a text, a sign that is meant as a letter, an address, or a bracket."""


def within_reach(text: str) -> str:
    """Return a style sheet up to where its brackets stand too deep inside one another to be read."""
    if sum(map(text.count, _CLOSING)) <= DEEPEST:
        return text
    waiting: list[str] = []
    at = 0
    while (piece := _PIECE.search(text, at)) is not None:
        sign, at = piece[0], piece.end()
        if sign in _CLOSING:
            if len(waiting) == DEEPEST:
                return text[: piece.start()]
            waiting.append(_CLOSING[sign])
        elif waiting and sign == waiting[-1]:
            waiting.pop()
        elif sign[0] in "\"'" and text[at : at + 1] == sign[0]:
            at += 1  # the mark that ends a text
    return text
