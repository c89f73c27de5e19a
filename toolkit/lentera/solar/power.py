"""The rules of power: three questions made from solved circuits, volts times amperes and back.

An answer names the seed of its questions and holds what was written; the questions themselves are always
worked out anew, so no number in an answer file is believed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

from lentera.rules import Finding, RuleSet, load_rules, load_set, missed, right
from lentera.rules.seeds import as_seed, pick
from lentera.solar.measuring import Entry
from lentera.solar.supply import (
    CABLE_CHOICES,
    as_read,
    load_scenes,
    questions,
    supply,
    watts_of,
)
from lentera.words import language, number, quantity

_PATH = Path(__file__).parent / "texts" / "s04-daya.toml"

NAMES: Final = ("soal1", "soal2", "soal3")
"""The three questions, as the answer file names them."""
UNITS: Final = ("W", "mW", "V", "A", "mA")
_FACTOR: Final = {"W": ("W", 1.0), "mW": ("W", 1e-3), "A": ("A", 1.0), "mA": ("A", 1e-3), "V": ("V", 1.0)}
_NEAR: Final = 0.03
"""Share by which a right answer may differ: somebody rounds on the way."""
_ROUGH: Final = 0.12
_HALF: Final = {"W": 0.06, "A": 0.006}
"""What rounding to the last digit that is asked for may cost [W or A]."""
_CHARGES: Final = range(40, 101, 10)
_ONE_LAMP: Final = ("lampu3", "lampu5", "kit1")


class Asked(StrEnum):
    """Name what a question asks for."""

    WATTS = "watts"
    AMPS = "amps"


@dataclass(frozen=True)
class Question:
    """Be one question.

    Attributes
    ----------
    asked : Asked
        Watts from volts and amperes, or amperes from watts and volts.
    volts, amps, watts : float
        As they are shown; the one that is asked for is not.
    """

    asked: Asked
    load: str
    volts: float
    amps: float
    watts: float

    @property
    def unit(self) -> str:
        """Return the unit of the answer."""
        return "W" if self.asked is Asked.WATTS else "A"

    @property
    def expected(self) -> float:
        """Return what follows from the numbers shown [W or A]."""
        return self.volts * self.amps if self.asked is Asked.WATTS else self.watts / self.volts

    @property
    def sum(self) -> str:
        """Return what is to be worked out, as it is written: ``12,6 × 0,25``."""
        volts = number(self.volts, 1)
        if self.asked is Asked.WATTS:
            return f"{volts} × {number(self.amps, 2)}"
        return f"{number(self.watts, 1)} ÷ {volts}"

    @property
    def text(self) -> str:
        """Return the question in the interface language."""
        code = language()
        blanks = {
            "scene": load_scenes()[self.load].in_language(code),
            "volts": quantity(self.volts, "V"),
            "amps": quantity(self.amps, "A", 2),
            "watts": quantity(self.watts, "W"),
        }
        return questions()[self.asked].in_language(code, blanks)


def questions_of(seed: int) -> tuple[Question, Question, Question]:
    """Make the three questions of a seed; the same ones whenever they are asked for.

    Raises
    ------
    ValueError
        When the seed is not a whole number from 0 to 9999.
    """
    return _made(as_seed(seed))


@cache
def _made(seed: int) -> tuple[Question, Question, Question]:
    first = pick(seed, "first", _ONE_LAMP)
    second = pick(seed, "second", ("kit2", "hp"))
    third = pick(seed, "third", [load for load in _ONE_LAMP if load != first])
    return (
        _question(Asked.WATTS, first, seed, "first"),
        _question(Asked.WATTS, second, seed, "second"),
        _question(Asked.AMPS, third, seed, "third"),
    )


def _question(asked: Asked, load: str, seed: int, which: str) -> Question:
    found = supply(pick(seed, f"{which} charge", _CHARGES), load, pick(seed, f"{which} cable", CABLE_CHOICES))
    volts, amps = as_read(found.load, 1), as_read(found.amps, 2)
    return Question(asked, load, volts, amps, watts_of(volts, amps))


@dataclass(frozen=True)
class Written:
    """Hold an answer: the seed of its questions and what stands in each field."""

    seed: int
    entries: Mapping[str, Entry]


def read_answer(content: Mapping[str, Any]) -> Written:
    """Read an answer file's content; a question without an entry is an empty one.

    Raises
    ------
    ValueError
        When it is no such answer.
    """
    fields = content.get("isian") if isinstance(content, Mapping) else None
    if not isinstance(fields, Mapping):
        raise ValueError("the answer has no 'isian'; write the three numbers again")
    seed: Any = content.get("benih")
    questions_of(seed)  # refuses what is no seed
    entries = {}
    for name in NAMES:
        field = fields.get(name, {})
        if not isinstance(field, Mapping):
            raise ValueError(f"the answer {name!r} is not a number with a unit; write it again")
        entries[name] = Entry(str(field.get("nilai", "")).strip(), str(field.get("satuan", "")))
    return Written(seed, entries)


def _judge(position: int, written: Written) -> Finding:
    question = questions_of(written.seed)[position]
    entry = written.entries[NAMES[position]]
    asked = {"W": ("daya", "power"), "A": ("arus", "current")}[question.unit][language() == "en"]
    known = {"question": str(position + 1), "sum": question.sum, "asked": asked, "unit": entry.unit}
    value = entry.value
    if value is None:
        return missed("no_number" if entry.number else "empty", **known)
    base, factor = _FACTOR.get(entry.unit, ("", 1.0))
    in_unit = base == question.unit
    if _fits(value * (factor if in_unit else 1.0), question):
        if in_unit:
            return right(result=quantity(value, entry.unit, _decimals(entry.number)), **known)
        return missed("other_unit" if base else "no_unit", 0.5, **known)
    slip, share = _slip(value * (factor if in_unit else 1.0), question)
    return missed(slip, share if in_unit else share / 2, **known)


def _decimals(written: str) -> int:
    return len(written.replace(",", ".").partition(".")[2])


def _fits(value: float, question: Question) -> bool:
    expected = question.expected
    return abs(value - expected) <= max(_NEAR * expected, _HALF[question.unit])


def _slip(value: float, question: Question) -> tuple[str, float]:
    """Name the likely slip and the share that it still earns."""
    volts, amps, watts = question.volts, question.amps, question.watts
    by_hand: dict[str, tuple[float, ...]]
    if question.asked is Asked.WATTS:
        by_hand = {"added": (volts + amps, volts - amps), "divided": (volts / amps, amps / volts)}
    else:
        by_hand = {
            "added": (volts + watts, volts - watts),
            "multiplied": (watts * volts,),
            "inverted": (volts / watts,),
        }
    for name, results in by_hand.items():
        if any(_about(value, result) for result in results):
            return name, 0.0
    expected = question.expected
    if any(_about(value, expected * slip) for slip in (1000.0, 0.001)):
        return "milli", 0.5
    if any(_about(value, expected * slip) for slip in (10.0, 100.0, 0.1, 0.01)):
        return "comma", 0.5
    if abs(value - expected) <= _ROUGH * expected:
        return "rough", 0.5
    return "off", 0.0


def _about(value: float, wanted: float) -> bool:
    return abs(value - wanted) <= _NEAR * wanted


POWER: Final[RuleSet[Any]] = RuleSet(
    "s04-daya",
    "s04-daya",
    read_answer,
    load_rules(
        _PATH,
        {
            f"s04.power.{name}": partial(_judge, position)
            for position, name in enumerate(("first", "second", "third"))
        },
    ),
    load_set(_PATH),
)
"""Task ``s04-daya``: three questions on volts, amperes and watts, 6 points each."""
