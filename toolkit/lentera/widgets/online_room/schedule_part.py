"""The schedule of the shared computer on the screen: a table of choices, checked and printed."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from lentera.literacy.online_room import schedule
from lentera.literacy.online_room.schedule import CHILDREN, COMPUTERS, Plan, children_of, times, turns
from lentera.place import Place
from lentera.widgets.activity import Refused
from lentera.widgets.line import Line
from lentera.widgets.online_room.room import Room
from lentera.widgets.ordering import index
from lentera.widgets.printing import sheet_words
from lentera.words import _, language, ngettext

SHEET: Final = "jadwal-komputer"
_AT_ONCE: Final = ("dua", "bentrok", "istirahat")
"""What is told together with the gesture: it is there already; the rest is only still missing."""


def many(room: Room, children: Any, computers: Any) -> tuple[Room, Line]:
    """Take other numbers of children and computers; who stays keeps her places."""
    if isinstance(children, bool | float) or isinstance(computers, bool | float):
        raise ValueError("children and computers are whole numbers")
    if children not in CHILDREN or computers not in COMPUTERS:
        raise ValueError(f"there is no schedule for {children!r} children at {computers!r} computers")
    room = replace(room, plan=room.plan.for_many(room.seed, children, computers))
    told = _("{n} children, {m} computer.") if computers == 1 else _("{n} children, {m} computers.")
    return room, Line.same(told.format(n=children, m=computers))


def seat(room: Room, slot: Any, computer: Any, name: Any) -> tuple[Room, Line]:
    """Give one place to a child or free it; a clash is told in the same sentence."""
    at, number = index(slot, len(times())), index(computer, room.plan.computers)
    if name != "" and name not in {child.name for child in children_of(room.seed, room.plan.children)}:
        raise ValueError(f"there is no child {name!r} in this schedule")
    room = replace(room, plan=room.plan.with_child(at, number, name))
    told = {"time": times()[at], "n": str(number + 1), "child": name}
    said = _("{time}, computer {n}: {child}.") if name else _("{time}, computer {n}: free.")
    found = schedule.judge(room.seed, room.plan)
    clash = ""
    if found.mistake in _AT_ONCE:
        clash = schedule.told(found)[0].in_language(language(), found.details)
    return room, Line.same(f"{said.format(**told)} {clash}".strip())


def clear(room: Room) -> tuple[Room, Line]:
    """Free all places."""
    if not room.plan.taken:
        raise Refused(Line.same(_("The schedule is empty already.")))
    plan = Plan(room.plan.children, room.plan.computers)
    return replace(room, plan=plan), Line.same(_("The schedule is empty. Begin with the live classes."))


def check(room: Room) -> dict[str, Any]:
    """Judge the schedule and return the rows of feedback."""
    found, code = schedule.judge(room.seed, room.plan), language()
    if found.holds:
        right = [schedule.said(name).in_language(code) for name in ("penuh", "adil")]
        return {"right": right, "yet": "", "next": "", "holds": True}
    yet, following = (saying.in_language(code, found.details) for saying in schedule.told(found))
    praise = {"istirahat": "kelas_ada", "tugas": "kelas_ada", "adil": "tugas_ada"}.get(found.mistake or "")
    right = [schedule.said(praise).in_language(code)] if praise else []
    return {"right": right, "yet": yet, "next": following, "holds": False}


def draw(room: Room) -> dict[str, Any]:
    """Return what the screen shows of the schedule."""
    plan = room.plan
    children = children_of(room.seed, plan.children)
    live = {child.live: child.name for child in children}
    return {
        "children": plan.children,
        "computers": plan.computers,
        "heads": _heads(plan),
        "needs": [
            {
                "name": child.name,
                "grade": _("class {n}").format(n=child.grade),
                "live": _("live class {time}").format(time=times()[child.live]),
                "homework": ngettext("homework: {n} time", "homework: {n} times", child.homework).format(
                    n=child.homework
                ),
                "device": _("has a phone at home") if child.has_phone else _("no device at home"),
                "turns": _turns(plan, child.name),
            }
            for child in children
        ],
        "options": [["", _("free")], *([child.name, child.name] for child in children)],
        "rows": [
            {
                "time": time,
                "seats": [plan.at(slot, computer) for computer in range(plan.computers)],
                "labels": [f"{time}, {_computer(computer)}" for computer in range(plan.computers)],
                "note": _("live class {child}").format(child=live[slot]) if slot in live else "",
            }
            for slot, time in enumerate(times())
        ],
    }


def sheet(place: Place, room: Room) -> Mapping[str, Any]:
    """Return what is printed."""
    plan = room.plan
    live = {child.live: child.name for child in children_of(room.seed, plan.children)}
    return {
        **sheet_words(
            place, _("Schedule of the shared computer"), _("SIMULATION. The children's names are examples.")
        ),
        "intro": _("Write the real names by hand. First names only."),
        "columns": _heads(plan),
        "rows": [
            [
                time,
                *(plan.at(slot, computer) for computer in range(plan.computers)),
                _("live class {child}").format(child=live[slot]) if slot in live else "",
            ]
            for slot, time in enumerate(times())
        ],
        "rules": [
            _("After 45 minutes eyes and body rest."),
            _("Who has no device at home comes first."),
            _("A companion is in the room."),
        ],
    }


def _heads(plan: Plan) -> list[str]:
    return [_("Time"), *(_computer(one) for one in range(plan.computers)), _("Note")]


def _computer(number: int) -> str:
    return _("Computer {n}").format(n=number + 1)


def _turns(plan: Plan, name: str) -> str:
    count = len(turns(plan, name))
    return ngettext("now {n} time", "now {n} times", count).format(n=count)
