"""What the lessons rest on: facts that can expire, the kit's numbers, competences and terms."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

FACT_AGE_LIMIT = 180
"""Age [days] after which a fact must be looked up again."""


class Certainty(StrEnum):
    """Tell how sure a statement is.

    `STATED` in the programme's own news report, `PAGE` read in a public page, `MEMORY` professional knowledge
    without a page, `VERIFY` must be asked before it reaches a learner.
    """

    STATED = "S"
    PAGE = "K"
    MEMORY = "M"
    VERIFY = "V"


@dataclass(frozen=True)
class Fact:
    """Hold one statement that can expire, with its source and the day it was last looked up."""

    id: str
    topic: str
    text: str
    source: str
    certainty: Certainty
    checked_on: date
    expires: date | None = None

    def ask_first(self, today: date) -> bool:
        """Tell whether screens must show it as *tanyakan dulu* instead of as certain: unsure, old or over."""
        over = self.expires is not None and self.expires < today
        return self.certainty is Certainty.VERIFY or over or self.age(today) > FACT_AGE_LIMIT

    def age(self, today: date) -> int:
        """Return the days since it was last looked up."""
        return (today - self.checked_on).days


@dataclass(frozen=True)
class Quantity:
    """Hold one number of the kit with its unit, certainty and source."""

    value: float
    unit: str
    certainty: Certainty
    source: str
    note: str = ""


@dataclass(frozen=True)
class Kit:
    """Hold the one set of solar and business numbers used everywhere, by dotted name."""

    values: Mapping[str, Quantity]

    def __getitem__(self, name: str) -> float:
        """Return one number by its dotted name, such as ``panel.voc`` [V].

        Raises
        ------
        KeyError
            When kit.toml has no such number.
        """
        if name not in self.values:
            raise KeyError(f"kit.toml has no number {name}; its names look like panel.voc.")
        return self.values[name].value


@dataclass(frozen=True)
class Framework:
    """Describe a competence framework and how far this course may lean on it."""

    id: str
    title: str
    source: str
    certainty: Certainty
    claim: str
    note: str = ""


@dataclass(frozen=True)
class Competence:
    """Name one competence of a framework."""

    id: str
    framework: str
    code: str
    title: str
    source: str
    certainty: Certainty
    note: str = ""


@dataclass(frozen=True)
class GlossaryTerm:
    """Pair an English term with the Indonesian one and a plain explanation."""

    english: str
    indonesian: str
    explanation: str
