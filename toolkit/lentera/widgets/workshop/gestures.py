"""What a hand does with an open case: bring it to a moment, look, measure, and decide."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from lentera.solar.diagnosis import Kind, looks_of, parts, take, volts_id
from lentera.solar.faults import Decision, Situation, fault
from lentera.widgets.activity import Refused
from lentera.widgets.line import Line
from lentera.widgets.workshop.casework import MOST_METERED, MOST_READINGS, Casework
from lentera.widgets.workshop.choosing import causes_of, next_probe, places_of, screws, ways_of
from lentera.widgets.workshop.naming import said, screw, taken, way_word
from lentera.widgets.workshop.report import decision_word
from lentera.widgets.workshop.scenery import broken_here
from lentera.words import _

Message = Mapping[str, Any]
Done = tuple[Casework, Line]
"""The case afterwards, and what is said."""


def act(work: Casework, message: Message) -> Done:
    """Do one gesture on a case.

    Raises
    ------
    Refused
        When it cannot be done now.
    KeyError, ValueError
        When the message makes no sense.
    """
    return _GESTURES[message["do"]](work, message)


def _moment(work: Casework, message: Message) -> Done:
    there = replace(work, situation=Situation(message["moment"]))
    name = said(there.situation.name_in_words)
    return there, Line.same(f"{name}. {broken_here(there)}".strip())


def _look(work: Casework, _message: Message) -> Done:
    seen = looks_of(work.case, work.situation)
    known = {one.measurement for one in work.readings}
    new = tuple(one for one in seen if one.measurement not in known)
    if len(work.readings) + len(new) > MOST_READINGS:
        raise Refused(_full())
    told = [said(work.situation.name_in_words) + "."]
    for reading in seen:
        _measurement, where, what = taken(work.case, reading)
        told.append(f"{where.shown}: {what.shown}.")
    return replace(work, readings=(*work.readings, *new)), Line.same(" ".join(told))


def _full() -> Line:
    return Line.same(_("The table is full. Decide now, or begin this case again."))


def _way(work: Casework, message: Message) -> Done:
    way = Kind(message["way"])
    if way not in ways_of(work.case.kit):
        raise ValueError(f"kit {work.case.kit.id} is not measured in {way}")
    line = Line.same(_("The meter is set to: {way}.").format(way=way_word(way).lower()))
    return replace(work, way=way.value, place=""), line


def _press(work: Casework, message: Message) -> Done:
    return _put(work, {"probe": next_probe(work), "terminal": message["terminal"]})


def _put(work: Casework, message: Message) -> Done:
    probe, terminal = message["probe"], message["terminal"]
    if probe not in {"red", "black"} or terminal not in screws(work.case.kit):
        raise ValueError(f"no probe {probe!r} can touch {terminal!r}")
    there = replace(work, way=Kind.VOLTS.value, place="")
    name = screw(terminal)
    if probe == "red":
        text, there = _("Red on {screw}."), replace(there, red=terminal)
    else:
        text, there = _("Black on {screw}."), replace(there, black=terminal)
    line = Line(text.format(screw=name.shown), text.format(screw=name.spoken))
    if there.red and there.black:
        return there, line + Line.same(_("Press Measure."))
    rest = _("Now the black probe.") if there.red else _("Now the red probe.")
    return there, line + Line.same(rest)


def _aimed(work: Casework, message: Message) -> Casework:
    """Put the probes, or choose the place, where the form says; the picture has put them already."""
    known = places_of(work.case.kit, Kind(work.way))
    if known:
        place = str(message.get("place", work.place))
        if place and place not in known:
            raise ValueError(f"there is no place {place!r} for {work.way}")
        return replace(work, place=place)
    red, black = str(message.get("red", work.red)), str(message.get("black", work.black))
    for terminal in (red, black):
        if terminal and terminal not in screws(work.case.kit):
            raise ValueError(f"kit {work.case.kit.id} has no screw {terminal!r}")
    return replace(work, red=red, black=black)


def _measured_id(work: Casework) -> str:
    """Give the id of what the meter stands ready to measure; refuse when it does not."""
    way = Kind(work.way)
    if not places_of(work.case.kit, way):
        if not work.red or not work.black or work.red == work.black:
            raise Refused(Line.same(_("Put red and black on two different screws.")))
        return volts_id(work.case.kit, work.situation, work.red, work.black)
    if not work.place:
        raise Refused(Line.same(_("Choose first where you measure.")))
    # Ohms are measured on a kit without power: there is but one moment for them.
    when = Situation.NIGHT_ON if way is Kind.OHMS else work.situation
    return f"{when}:{work.place}"


def _measure(work: Casework, message: Message) -> Done:
    if len(work.readings) >= MOST_READINGS or work.metered >= MOST_METERED:
        raise Refused(_full())
    aimed = _aimed(work, message)
    id_ = _measured_id(aimed)
    reading = take(aimed.case, id_)
    there = replace(aimed, readings=(*aimed.readings, reading))
    _measurement, where, shown = taken(there.case, reading)
    text, n = _("Reading {n}: {where}. Result {value}."), there.metered
    line = Line(
        text.format(n=n, where=where.shown, value=shown.shown),
        text.format(n=n, where=where.spoken, value=shown.spoken),
    )
    if any(one.measurement == id_ for one in work.readings):
        line += Line.same(_("This was measured before."))
    return there, line


def _part(work: Casework, message: Message) -> Done:
    part, causes = str(message["value"]), causes_of(work.case.kit)
    if part and part not in causes:
        raise ValueError(f"kit {work.case.kit.id} has no part {part!r}")
    cause = work.cause if work.cause in causes.get(part, {}) else ""
    line = _("No part is chosen.")
    if part:
        line = _("Part: {part}. Now choose the cause.").format(part=said(parts()[part]))
    return replace(work, part=part, cause=cause), Line.same(line)


def _named_cause(work: Casework, message: Message) -> str:
    value = str(message["value"])
    if value and all(value not in causes for causes in causes_of(work.case.kit).values()):
        raise ValueError(f"kit {work.case.kit.id} has no fault {value!r}")
    return value


def _cause_line(value: str) -> Line:
    text = _("Cause: {cause}.").format(cause=said(fault(value).name)) if value else _("No cause is chosen.")
    return Line.same(text)


def _cause(work: Casework, message: Message) -> Done:
    value = _named_cause(work, message)
    return replace(work, cause=value), _cause_line(value)


def _second(work: Casework, message: Message) -> Done:
    value = _named_cause(work, message)
    return replace(work, second=value), _cause_line(value)


def _decision(work: Casework, message: Message) -> Done:
    chosen = Decision(message["value"]) if message["value"] else None
    line = f"{decision_word(chosen)}." if chosen else _("No decision is chosen.")
    return replace(work, decision=chosen.value if chosen else ""), Line.same(line)


def _restart(work: Casework, _message: Message) -> Done:
    return work.begun_again(), Line.same(_("The case begins again. What was found stays counted."))


_GESTURES: Final[Mapping[str, Callable[[Casework, Message], Done]]] = {
    "moment": _moment,
    "look": _look,
    "way": _way,
    "press": _press,
    "put": _put,
    "measure": _measure,
    "part": _part,
    "cause": _cause,
    "second": _second,
    "decision": _decision,
    "restart": _restart,
}
