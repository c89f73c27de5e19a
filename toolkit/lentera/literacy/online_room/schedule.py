"""One or two computers for two to four children: live classes are fixed, homework moves, eyes need breaks."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeGuard

from lentera.rules.rule import Finding, missed, right
from lentera.rules.seeds import as_seed, pick, shuffled
from lentera.rules.texts import Saying

_PATH: Final = Path(__file__).parents[1] / "texts" / "jadwal.toml"

CHILDREN: Final = (2, 3, 4)
COMPUTERS: Final = (1, 2)
_MANY: Final = 4
_FAIR: Final = 1
"""Extra times by which two children may differ."""


@dataclass(frozen=True)
class Child:
    """Be one child of the story.

    Attributes
    ----------
    live : int
        The slot of the live class.
    homework : int
        How many further slots homework needs.
    has_phone : bool
        Whether there is another device at home; who has none comes first when time is left.
    """

    name: str
    grade: int
    live: int
    homework: int
    has_phone: bool


@dataclass(frozen=True)
class Plan:
    """Hold the schedule.

    Attributes
    ----------
    children, computers : int
        How many there are.
    taken : mapping of pairs of int to str
        Name of the child by slot and computer, both from 0.
    """

    children: int = 3
    computers: int = 1
    taken: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def at(self, slot: int, computer: int) -> str:
        """Return who has a computer then; empty when nobody has."""
        return self.taken.get((slot, computer), "")

    def who(self, slot: int) -> tuple[str, ...]:
        """Return who sits at a computer then."""
        return tuple(name for computer in range(self.computers) if (name := self.at(slot, computer)))

    def with_child(self, slot: int, computer: int, name: str) -> "Plan":
        """Return the plan with one place given to a child, or freed."""
        others = {place: one for place, one in self.taken.items() if place != (slot, computer)}
        return replace(self, taken={**others, (slot, computer): name} if name else others)

    def for_many(self, seed: int, children: int, computers: int) -> "Plan":
        """Return the plan for other numbers; who is no longer there leaves it."""
        known = {child.name for child in children_of(seed, children)}
        kept = {place: name for place, name in self.taken.items() if place[1] < computers and name in known}
        return Plan(children, computers, kept)

    def to_content(self) -> dict[str, Any]:
        """Return the part of the answer file's content."""
        rows = [
            [self.at(slot, computer) for computer in range(self.computers)] for slot in range(len(times()))
        ]
        return {"anak": self.children, "komputer": self.computers, "jam": rows}


def read_plan(seed: int, content: Mapping[str, Any]) -> Plan:
    """Read an answer file's content; where there is no schedule it is a new one.

    Raises
    ------
    ValueError
        When it is no such schedule.
    """
    part = content.get("jadwal")
    if part is None:
        return Plan()
    if not isinstance(part, Mapping) or not isinstance(part.get("jam"), list):
        raise ValueError("'jadwal' is no schedule; open the online room again")
    children, computers = part.get("anak"), part.get("komputer")
    if not _among(children, CHILDREN) or not _among(computers, COMPUTERS):
        raise ValueError(
            f"a schedule is not for {children!r} children at {computers!r} computers; make it again"
        )
    known = {child.name for child in children_of(seed, children)}
    plan = Plan(children, computers)
    for slot, row in enumerate(part["jam"][: len(times())]):
        if not isinstance(row, list):
            raise ValueError(f"{row!r} is not who sits where; make the schedule again")
        for computer, name in enumerate(row[:computers]):
            if name and (not isinstance(name, str) or name not in known):
                raise ValueError(f"there is no child {name!r} in this schedule; choose again")
            plan = plan.with_child(slot, computer, name)
    return plan


def _among(value: Any, known: tuple[int, ...]) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and value in known


def times() -> tuple[str, ...]:
    """Return the slots as people read them."""
    return tuple(_table()["jam"])


def children_of(seed: int, count: int) -> tuple[Child, ...]:
    """Draw the children of a seed; more children only add to the ones before.

    Each live class has a slot of its own, so that one computer is enough for every number of children.
    """
    return _children(as_seed(seed))[:count]


@cache
def _children(seed: int) -> tuple[Child, ...]:
    rows = shuffled(seed, "children", _table()["anak"])[:_MANY]
    # Every other slot up to the last but one: homework finds room between and after.
    lives = shuffled(seed, "live", range(0, len(times()) - 1, 2))
    without = pick(seed, "phone", range(2))
    return tuple(
        Child(row["nama"], row["kelas"], lives[number], 1 + (number == without), number != without)
        for number, row in enumerate(rows)
    )


def judge(seed: int, plan: Plan) -> Finding:
    """Judge a schedule and name the first thing that does not fit; many schedules are right."""
    children = children_of(seed, plan.children)
    if not plan.taken:
        first = min(children, key=lambda child: child.live)
        return missed("kosong", child=first.name, time=times()[first.live])
    for look in (_twice, _classes, _breaks, _homework, _fairness):
        found = look(children, plan)
        if found is not None:
            return found
    return right()


def turns(plan: Plan, name: str) -> tuple[int, ...]:
    """Return the slots in which a child sits at a computer."""
    return tuple(slot for slot in range(len(times())) if name in plan.who(slot))


def extra(child: Child, plan: Plan) -> int:
    """Return how many times a child has beyond class and homework."""
    return max(0, len(turns(plan, child.name)) - 1 - child.homework)


def _twice(children: tuple[Child, ...], plan: Plan) -> Finding | None:
    for slot, time in enumerate(times()):
        for child in children:
            if plan.who(slot).count(child.name) > 1:
                return missed("dua", child=child.name, time=time)
    return None


def _classes(children: tuple[Child, ...], plan: Plan) -> Finding | None:
    for child in sorted(children, key=lambda one: one.live):
        there = plan.who(child.live)
        if child.name in there:
            continue
        known = {"child": child.name, "time": times()[child.live]}
        if len(there) == plan.computers:
            return missed("bentrok", other=there[0], **known)
        return missed("kelas", **known)
    return None


def _breaks(children: tuple[Child, ...], plan: Plan) -> Finding | None:
    for child in children:
        taken = turns(plan, child.name)
        for slot in taken:
            # The midday break lies between the morning and the afternoon.
            if slot + 1 in taken and slot + 1 != _table()["siang"]:
                return missed("istirahat", child=child.name, time=times()[slot].partition("–")[0])
    return None


def _homework(children: tuple[Child, ...], plan: Plan) -> Finding | None:
    for child in children:
        lacks = 1 + child.homework - len(turns(plan, child.name))
        if lacks > 0:
            return missed("tugas", child=child.name, n=str(lacks))
    return None


def _fairness(children: tuple[Child, ...], plan: Plan) -> Finding | None:
    """Find extra time that is shared unfairly; a child without a device at home comes first."""
    most = max(children, key=lambda child: extra(child, plan))
    least = min(children, key=lambda child: (extra(child, plan), child.has_phone))
    gap = extra(most, plan) - extra(least, plan)
    if gap > _FAIR or (gap == _FAIR and most.has_phone and not least.has_phone):
        return missed("adil", child=most.name, other=least.name, n=str(extra(most, plan)))
    return None


def said(name: str) -> Saying:
    """Return a sentence of praise."""
    return Saying.of(_table()["kata"][name])


def told(finding: Finding) -> tuple[Saying, Saying]:
    """Return what does not fit and the one next step."""
    row = _table()["kata"]["masalah"][finding.mistake]
    return Saying.of(row["says"]), Saying.of(row["next"])


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))
