"""Cases to decide: each with its choices, what is said to each, and reasons where they are asked for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from lentera.rules import Finding, RuleSet, load_rules, load_set, missed, right

TEXTS: Final = Path(__file__).parent / "texts"

NEARLY: Final = 0.75
"""What a careful choice earns that is not the best one."""


@dataclass(frozen=True)
class Reason:
    """Be one reason to tick; `not_here` is said where it does not hold."""

    id: str
    text: str
    not_here: str


@dataclass(frozen=True)
class Case:
    """Hold one case.

    Attributes
    ----------
    id, picture : str
        Stable name, and the name of a drawing.
    title, story : str
        What is decided on, in a few words and in a sentence.
    best : str
        The best choice.
    nearly : tuple of str
        Choices that are careful or workable too.
    replies : mapping of str to str
        What is said to each choice; its keys are all choices.
    reasons, needed, allowed : tuple
        Reasons on offer; ids of which at least one must be ticked; ids that may be ticked besides.
    facts : tuple of str
        Ids of facts that stand beside it.
    """

    id: str
    title: str
    story: str
    picture: str
    best: str
    nearly: tuple[str, ...]
    replies: Mapping[str, str]
    reasons: tuple[Reason, ...] = ()
    needed: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """Tell how one case stands: its share, what was said to the choice, and what to do next."""

    share: float
    said: str
    next: str = ""

    @property
    def right(self) -> bool:
        """Tell whether nothing is left to do."""
        return self.share == 1


@dataclass(frozen=True)
class Decided:
    """Hold the answer file: which cases she got, what she chose, and which she had looked at.

    Attributes
    ----------
    ids : tuple of str
        The cases in their places, each once.
    chosen : mapping of str to str
        The choice of a case.
    ticked : mapping of str to tuple of str
        The reasons of a case.
    checked : tuple of str
        Cases that were checked at least once.
    """

    ids: tuple[str, ...]
    chosen: Mapping[str, str] = field(default_factory=dict)
    ticked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    checked: tuple[str, ...] = ()

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "Decided":
        """Read the answer file.

        Raises
        ------
        ValueError
            When it is no such answer.
        """
        if not isinstance(content, Mapping) or not content.get("kasus"):
            raise ValueError("the answer has no 'kasus'; open the activity again")
        chosen, ticked = content.get("putusan", {}), content.get("alasan", {})
        if not isinstance(chosen, Mapping) or not isinstance(ticked, Mapping):
            raise ValueError("the choices cannot be read; open the activity again")
        if not all(isinstance(one, str) for one in (*chosen, *chosen.values(), *ticked)):
            raise ValueError("a choice is no text; open the activity again")
        return cls(
            _names(content["kasus"]),
            dict(chosen),
            {case: _names(reasons) for case, reasons in ticked.items()},
            _names(content.get("diperiksa", [])),
        )

    def to_content(self) -> dict[str, Any]:
        """Return what the answer file holds."""
        return {
            "kasus": list(self.ids),
            "putusan": dict(self.chosen),
            "alasan": {case: list(reasons) for case, reasons in self.ticked.items()},
            "diperiksa": list(self.checked),
        }

    def with_choice(self, case: str, choice: str) -> "Decided":
        """Return the answer with a case decided."""
        return replace(self, chosen={**self.chosen, case: choice})

    def with_reasons(self, case: str, reasons: Iterable[str]) -> "Decided":
        """Return the answer with these reasons ticked on a case."""
        kept = {**self.ticked, case: tuple(dict.fromkeys(reasons))}
        return replace(self, ticked={name: ticked for name, ticked in kept.items() if ticked})

    def with_check(self, case: str) -> "Decided":
        """Return the answer with a case looked at."""
        return replace(self, checked=tuple(dict.fromkeys((*self.checked, case))))


def judge_case(case: Case, choice: str, reasons: Sequence[str] = ()) -> Found:
    """Judge one case; where reasons are asked for, they are half of it."""
    share = 1.0 if choice == case.best else NEARLY if choice in case.nearly else 0.0
    said = case.replies.get(choice, "")
    if not case.reasons or share < 1:
        return Found(share if not case.reasons else share / 2, said)
    offered = {reason.id: reason for reason in case.reasons}
    false = [one for one in reasons if one in offered and one not in (*case.needed, *case.allowed)]
    if false:
        return Found(0.5, said, offered[false[0]].not_here)
    if not set(reasons) & set(case.needed):
        return Found(0.5, said)
    return Found(1, said)


def case_found(number: int, cases: Mapping[str, Case], answer: Decided) -> Finding:
    """Judge the case at a place, from 0, for a rule; which choice is best is not told."""
    if number >= len(answer.ids) or answer.ids[number] not in cases:
        return missed("absent")
    case = cases[answer.ids[number]]
    blanks = {"place": str(number + 1), "title": case.title}
    choice = answer.chosen.get(case.id)
    if choice is None:
        return missed("open", **blanks)
    found = judge_case(case, choice, answer.ticked.get(case.id, ()))
    if found.right:
        return right(**blanks)
    mistake = "reason" if case.reasons and choice == case.best else "careful" if found.share else "yet"
    return missed(mistake, found.share, **blanks, said=found.said, next=found.next)


def case_rules(
    task: str, answer: str, prefix: str, size: int, cases: Callable[[], Mapping[str, Case]]
) -> RuleSet[Decided]:
    """Return the rules of a task whose answer is a set of cases: one rule for each place.

    Parameters
    ----------
    task, answer : str
        Task id, which names the file of its texts too, and name of the answer file.
    prefix : str
        Of the rules' ids, such as ``s08.data``.
    size : int
        How many cases a set has.
    cases : callable
        Returns every case there is; called when an answer is judged.
    """

    def judge(number: int, decided: Decided) -> Finding:
        return case_found(number, cases(), decided)

    path = TEXTS / f"{task}.toml"
    checks = {f"{prefix}.{number + 1}": partial(judge, number) for number in range(size)}
    return RuleSet(task, answer, Decided.from_content, load_rules(path, checks), load_set(path))


def _names(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValueError(f"{value!r} is no list of names; open the activity again")
    return tuple(dict.fromkeys(value))
