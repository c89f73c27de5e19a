"""The companions' log on the screen: a row is kept only when it tells no more than it should."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from lentera.literacy.online_room.companions import MOST_VISITS, Visit, VisitFault, made_visit
from lentera.widgets.activity import Refused
from lentera.widgets.dates import long_date
from lentera.widgets.facts import facts_told
from lentera.widgets.line import Line
from lentera.widgets.online_room.room import Room
from lentera.widgets.ordering import index
from lentera.words import _

_DAYS: Final = 14
"""Days back that can be chosen."""


def add(room: Room, given: Mapping[str, Any], today: date) -> tuple[Room, Line]:
    """Keep a row.

    Raises
    ------
    VisitFault
        When something is missing or too much; nothing of the row is kept.
    """
    if len(room.visits) == MOST_VISITS:
        raise Refused(Line.same(_("The log is full. Delete old rows first.")))
    visit = made_visit(given, today)
    if visit in room.visits:
        raise Refused(Line.same(_("This row is in the log already.")))
    room = replace(room, visits=(*room.visits, visit), removed=None)
    said = _("Row saved: {name}, {start} to {end}.")
    return room, Line.same(said.format(name=visit.name, start=visit.start, end=visit.end))


def fault_line(fault: VisitFault) -> Line:
    """Return what is told about a row that is not kept."""
    empty = {
        "name": _("Write the companion's first name."),
        "day": _("Choose the day."),
        "time": _("Choose from when to when."),
        "done": _("Write what the children did."),
    }
    if fault.fault == "empty":
        return Line.same(empty[fault.field])
    if fault.fault == "full" and fault.field != "name":
        return Line.same(
            _(
                "This may be a full name, and it is not kept. "
                "Write the first name, or small letters when it is no name."
            )
        )
    return Line.same(
        {
            "number": _("Well written. A number stands in it, and it is not kept. Remove it, then save."),
            "school": _("Well written. A school stands in it, and it is not kept. Remove it, then save."),
            "address": _("Well written. An address stands in it, and it is not kept. Remove it, then save."),
            "full": _("A first name is all that is needed; a full name is not kept. Write one name only."),
            "later": _("This day has not come yet. Choose today or an earlier day."),
            "order": _("The end comes before the beginning. Choose a later end."),
        }[fault.fault]
    )


def remove(room: Room, number: Any) -> tuple[Room, Line]:
    """Delete a row; it can be put back until the page is closed."""
    at = index(number, len(room.visits))
    gone = room.visits[at]
    room = replace(room, visits=(*room.visits[:at], *room.visits[at + 1 :]), removed=gone)
    return room, Line.same(_("Row of {name} deleted. You can put it back.").format(name=gone.name))


def undo(room: Room) -> tuple[Room, Line]:
    """Put back the row that was deleted last."""
    if room.removed is None:
        raise Refused(Line.same(_("No row was deleted.")))
    name = room.removed.name
    room = replace(room, visits=(*room.visits, room.removed), removed=None)
    return room, Line.same(_("Row of {name} is back.").format(name=name))


def told_names() -> dict[str, str]:
    """Return whom one can tell about something odd."""
    return {
        "guru": _("the teacher"),
        "pengelola": _("who runs the room"),
        "orang_tua": _("the child's family"),
        "sapa": _("SAPA service"),
    }


def draw(room: Room, today: date) -> dict[str, Any]:
    """Return what the screen shows of the log."""
    return {
        "days": _days(today),
        "rows": [_row(visit) for visit in room.visits],
        "no_rows": "" if room.visits else _("The log has no row yet."),
        "undo": room.removed is not None,
        "report": facts_told(["lapor-sapa"], today),
        "account": facts_told(["anak-usia", "anak-akun"], today),
    }


def _days(today: date) -> list[list[str]]:
    """Return the days that can be chosen, today first, as value and words."""
    days = [today - timedelta(days=back) for back in range(_DAYS)]
    said = [long_date(day) for day in days]
    said[0] = _("today, {day}").format(day=said[0])
    said[1] = _("yesterday, {day}").format(day=said[1])
    return [[day.isoformat(), words] for day, words in zip(days, said, strict=True)]


def _row(visit: Visit) -> dict[str, str]:
    names = ", ".join(told_names()[one] for one in visit.told)
    odd = _("Odd: {text}").format(text=visit.odd) if visit.odd else ""
    told = _("Told: {names}").format(names=names) if names else _("Tell the teacher or who runs the room.")
    return {
        "name": visit.name,
        "when": f"{long_date(date.fromisoformat(visit.day))}, {visit.start}–{visit.end}",
        "done": visit.done,
        "odd": f"{odd}. {told}" if odd else "",
        "remove": _("Delete the row of {name}").format(name=visit.name),
    }
