"""What the linter reports, and the kinds of text it tells apart."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from lentera.words import language

_WORDS = Path(__file__).with_name("words.toml")


class StyleSeverity(StrEnum):
    """Tell whether a text must be rewritten or only read again."""

    ERROR = "error"
    WARNING = "warning"


class TextKind(StrEnum):
    """Name what a text is for; some rules hold for some kinds only.

    `LESSON` is running prose, `STEP` an instruction, `FEEDBACK` an answer to what the learner did, `LABEL` a
    title or an outcome, `TRAINER` a note that no learner reads.
    """

    LESSON = "lesson"
    STEP = "step"
    FEEDBACK = "feedback"
    LABEL = "label"
    TRAINER = "trainer"


@dataclass(frozen=True, order=True)
class StyleFault:
    """Report one departure from the plain-language guide.

    Attributes
    ----------
    line : int
        Line of the text, from 1.
    rule : str
        Stable name of the rule.
    severity : StyleSeverity
        Whether it must be rewritten.
    found : str
        The words it is about.
    advice : str
        What to write instead, in the reader's language.
    cell : int or None
        Number of the notebook cell, from 0; None for plain text.
    """

    line: int
    rule: str
    severity: StyleSeverity
    found: str
    advice: str
    cell: int | None = None


@cache
def word_lists() -> dict[str, Any]:
    """Return the linter's word lists and sentences."""
    return tomllib.loads(_WORDS.read_text(encoding="utf-8"))


def style_fault(rule: str, severity: StyleSeverity, found: str, line: int, **details: object) -> StyleFault:
    """Word a departure from a known rule."""
    sentence = word_lists()["advice"][rule]["en" if language() == "en" else "id"]
    return StyleFault(line, rule, severity, found.strip(), sentence.format(**details))
