"""The practice video class on the screen: a lobby, the class step by step, and what remains."""

from dataclasses import replace
from typing import Any

from lentera.literacy.online_room.assignments import child_of
from lentera.literacy.online_room.class_steps import (
    BACKGROUNDS,
    SIZES,
    STRANGER,
    SWITCHES,
    Lesson,
    acts,
    backgrounds,
    names,
    people,
    step_ids,
    steps,
    waits_for,
)
from lentera.rules import Saying
from lentera.widgets.activity import Refused
from lentera.widgets.line import Doing, Line
from lentera.widgets.online_room.room import Room
from lentera.widgets.ordering import index
from lentera.words import _, language


def act(room: Room, message: dict[str, Any]) -> tuple[Room, Line]:
    """Do one gesture of the class; raise KeyError or ValueError when it makes no sense."""
    gestures = {
        "name": _name,
        "background": _background,
        "switch": _switch,
        "size": _size,
        "join": _join,
        "reply": _reply,
        "act": _act,
        "go_on": _go_on,
        "leave": _leave,
        "again": _again,
    }
    return gestures[message["do"]](room, message)


def _name(room: Room, message: dict[str, Any]) -> tuple[Room, Line]:
    choice = names(room.seed)[message["name"]]
    return room.with_lesson(name=choice.id), Line.same(f"{_said(choice.name)}: {_said(choice.told)}")


def _background(room: Room, message: dict[str, Any]) -> tuple[Room, Line]:
    choice = backgrounds()[message["background"]]
    return room.with_lesson(background=choice.id), Line.same(_said(choice.told))


def _switch(room: Room, message: dict[str, Any]) -> tuple[Room, Line]:
    name = message["name"]
    if name not in SWITCHES or room.lesson.has_left:
        raise ValueError(f"the class has no switch {name!r} now")
    if name == "hand" and not _inside(room.lesson):
        raise ValueError("a hand is raised inside the class only")
    lesson = room.lesson.switched(name)
    said = f"{_state(name, lesson)}."
    if name == "camera" and "camera" in lesson.on:
        said = f"{said} {_said(backgrounds()[lesson.background].told)}"
    return replace(room, lesson=lesson), Line.same(said)


def _size(room: Room, message: dict[str, Any]) -> tuple[Room, Line]:
    size = message["size"]
    if size not in SIZES or isinstance(size, bool | float):
        raise ValueError(f"captions have no size {size!r}")
    return room.with_lesson(size=size), Line.same(_("Captions: {n} percent.").format(n=size))


def _join(room: Room, _message: dict[str, Any]) -> tuple[Room, Line]:
    if room.lesson.has_left or _inside(room.lesson):
        raise ValueError("the class cannot be entered from here")
    can = _can_join(room)
    if not can.ok:
        raise Refused(Line.same(can.why))
    room = room.with_lesson(at=max(room.lesson.at, 0), away=False)
    return room, _step_line(room)


def _reply(room: Room, message: dict[str, Any]) -> tuple[Room, Line]:
    step = _step(room)
    number = index(message["number"], len(step.replies))
    room = room.with_lesson(replies={**room.lesson.replies, step.id: number})
    said = _("Sent in the chat: {text}").format(text=step.replies[number])
    return room, Line.same(said)


def _act(room: Room, message: dict[str, Any]) -> tuple[Room, Line]:
    choice = acts()[message["act"]]
    if room.lesson.step != STRANGER:
        raise ValueError("nobody unknown has written now")
    return room.with_lesson(act=choice.id), Line.same(f"{_said(choice.told)} {_said(choice.next)}".strip())


def _go_on(room: Room, _message: dict[str, Any]) -> tuple[Room, Line]:
    _step(room)
    can = _can_go_on(room)
    if not can.ok:
        raise Refused(Line.same(can.why))
    room = room.with_lesson(at=room.lesson.at + 1)
    return room, _step_line(room)


def _leave(room: Room, _message: dict[str, Any]) -> tuple[Room, Line]:
    _step(room)
    room = replace(room, lesson=room.lesson.left())
    if room.lesson.has_left:
        return room, Line.same(_("The class is over. Microphone and camera are off."))
    return room, Line.same(_("You left the class. Microphone and camera are off. You can enter again."))


def _again(room: Room, _message: dict[str, Any]) -> tuple[Room, Line]:
    lesson = Lesson(on=room.lesson.on & {"captions", "pinned"}, size=room.lesson.size)
    return replace(room, lesson=lesson), Line.same(
        _("The class can begin anew. Choose the name for the screen.")
    )


def _inside(lesson: Lesson) -> bool:
    return bool(lesson.step) and not lesson.away


def _step(room: Room) -> Any:
    if not _inside(room.lesson):
        raise ValueError("nobody is in the class now")
    return steps(room.seed)[room.lesson.at]


def _step_line(room: Room) -> Line:
    """Tell the step: for the ear with what is said in the class, for the eye the captions show it."""
    step, lesson = _step(room), room.lesson
    teacher, stranger, _mates = people()
    count = _("Step {n} of {all}.").format(n=lesson.at + 1, all=len(step_ids()))
    heard = f"{teacher}: {' '.join(step.says)}" if step.says else f"{stranger}: {' '.join(step.messages)}"
    asks = _said(step.asks)
    return Line(f"{count} {asks}", f"{count} {heard} {asks}")


def _can_join(room: Room) -> Doing:
    chosen = names(room.seed).get(room.lesson.name)
    if chosen is None:
        return Doing(ok=False, why=_("Choose the name for the screen first."))
    return Doing(chosen.right, _said(chosen.told))


def _can_go_on(room: Room) -> Doing:
    waits, step = waits_for(room.lesson), _step(room)
    chosen = acts().get(room.lesson.act)
    if waits and chosen and step.id == STRANGER:
        return Doing(ok=False, why=_said(chosen.next))
    rest = {"hand": _("lower the hand"), "mic": _("turn the microphone off")}
    words = step.waits.in_language(language(), {"rest": ", ".join(rest.get(one, "") for one in waits)})
    return Doing(not waits, words)


def _state(name: str, lesson: Lesson) -> str:
    lit = name in lesson.on
    return {
        "mic": _("Microphone on") if lit else _("Microphone off"),
        "camera": _("Camera on") if lit else _("Camera off"),
        "hand": _("Hand raised") if lit else _("Hand down"),
        "captions": _("Captions on") if lit else _("Captions off"),
        "pinned": _("Interpreter pinned") if lit else _("Interpreter not pinned"),
    }[name]


def _said(saying: Saying) -> str:
    return saying.in_language(language())


def draw(room: Room) -> dict[str, Any]:
    """Return what the screen shows of the class."""
    lesson = room.lesson
    shown: dict[str, Any] = {
        "phase": "over" if lesson.has_left else "inside" if _inside(lesson) else "lobby",
        "name": lesson.name,
        "name_told": _said(names(room.seed)[lesson.name].told) if lesson.name else "",
        "name_right": bool(lesson.name) and names(room.seed)[lesson.name].right,
        "background": lesson.background,
        "background_told": _said(backgrounds()[lesson.background].told),
        "plain": lesson.background == BACKGROUNDS[0],
        "on": {name: name in lesson.on for name in SWITCHES},
        "states": {name: _state(name, lesson) for name in SWITCHES},
        "size": lesson.size,
        "join": _can_join(room).to_json(),
        "enter": _("Enter again at step {n}").format(n=lesson.at + 1)
        if lesson.away
        else _("Enter the class"),
        "step": None,
    }
    if shown["phase"] == "inside":
        shown["step"] = _draw_step(room)
    return shown


def _draw_step(room: Room) -> dict[str, Any]:
    lesson, step = room.lesson, _step(room)
    teacher, _stranger, mates = people()
    child = child_of(room.seed)
    chosen = acts().get(lesson.act)
    is_last = lesson.at == len(step_ids()) - 1
    return {
        "count": _("Step {n} of {all}").format(n=lesson.at + 1, all=len(step_ids())),
        "asks": _said(step.asks),
        "is_done": not is_last and not waits_for(lesson) and bool(step.waits),
        "teacher": teacher,
        "caption": " ".join(step.says),
        "script": " ".join(step.says or step.messages),
        "tiles": [
            {"id": f"teman{number}", "name": name, "state": _("Microphone off")}
            for number, name in enumerate(mates)
        ],
        "child": child,
        "chat": _chat(room),
        "replies": [
            {"text": text, "sent": lesson.replies.get(step.id) == number}
            for number, text in enumerate(step.replies)
        ],
        "stranger": step.id == STRANGER,
        "act": lesson.act,
        "told": {
            "kind": "ok" if chosen.right else "stop" if chosen.danger else "yet",
            "says": _said(chosen.told),
            "next": _said(chosen.next),
        }
        if chosen and step.id == STRANGER
        else None,
        "go_on": _can_go_on(room).to_json(),
        "last": is_last,
    }


def _chat(room: Room) -> list[dict[str, Any]]:
    lesson, child = room.lesson, child_of(room.seed)
    stranger = people()[1]
    written = []
    for step in steps(room.seed)[: lesson.at + 1]:
        written += [{"who": stranger, "time": "", "text": text, "mine": False} for text in step.messages]
        if step.id in lesson.replies:
            text = step.replies[lesson.replies[step.id]]
            written.append({"who": child, "time": "", "text": text, "mine": True})
    return written
