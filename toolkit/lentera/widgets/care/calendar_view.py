"""What is due at the learner's own lamp in the coming year, on the screen and on the wall."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from lentera.place import Place
from lentera.solar.maintenance import Due, EntryError, ServiceLog, due, read_entry, schedule
from lentera.widgets.care.state import CareState
from lentera.widgets.care.words import every, told, who
from lentera.widgets.dates import long_date, month_name
from lentera.widgets.printing import sheet_words
from lentera.words import _

LOG: Final = "s10-buku-servis"
AHEAD: Final = 364
MONTHS: Final = 12


def written_log(place: Place) -> ServiceLog:
    """Return the whole rows of the service log beside the notebook; rows under way do not count."""
    try:
        answer = place.answer(LOG).load()
    except (OSError, ValueError):
        place.note_trouble()
        return ServiceLog()
    rows = answer.payload.get("entries") if answer else None
    entries = []
    for row in rows if isinstance(rows, list) else []:
        try:
            entries.append(read_entry(row))
        except EntryError:
            continue
    return ServiceLog(tuple(entries))


def coming(state: CareState, place: Place) -> list[Due]:
    """List what is due within a year; a task never done counts from the day the lamp was put up, or today."""
    today = place.now().date()
    since = min(state.put_up or today, today)
    return due(schedule(state.kit), written_log(place), today, since=since, ahead=AHEAD)


def calendar_view(state: CareState, place: Place) -> dict[str, Any]:
    """Return what the tab of the calendar shows."""
    return {
        "put_up": state.put_up.isoformat() if state.put_up else "",
        "put_up_words": long_date(state.put_up) if state.put_up else _("Not told: counted from today."),
        "calendar": {
            "caption": _("Jobs, the next one first"),
            "head": [_("Job"), _("Next on"), _("How often"), _("Minutes each time"), _("Who does it")],
            "rows": [
                [told(one.task.text), _when(one), every(one.task), str(one.task.minutes), who(one.task)]
                for one in coming(state, place)
            ],
            "numbers": [3],
        },
    }


def wall_calendar(state: CareState, place: Place) -> Mapping[str, Any]:
    """Return the printed calendar: a box for each month in which a job is due."""
    today = place.now().date()
    months = [
        (today.year + (today.month - 1 + at) // MONTHS, (today.month - 1 + at) % MONTHS + 1)
        for at in range(MONTHS)
    ]
    listed = sorted(coming(state, place), key=lambda one: one.task.every)
    return {
        **sheet_words(
            place, _("Calendar of care"), _("Intervals are usual ones. Follow the manual of your kit.")
        ),
        "intro": _("Tick the box when the job is done. Keep to the safe order of steps."),
        "job": _("Job"),
        "months": [month_name(month)[:3] for _year, month in months],
        "rows": [
            {
                "text": told(one.task.text),
                "about": _("{often}, {n} minutes, {who}").format(
                    often=every(one.task).capitalize(), n=one.task.minutes, who=who(one.task)
                ),
                "months": _counts(one, today, months),
            }
            for one in listed
        ],
        "due": _("box to tick"),
        "key": _("A number in a box: how often in that month."),
        "notes": _("Own notes"),
    }


def _when(one: Due) -> str:
    if one.days == 0:
        return _("due today")
    if one.overdue:
        return _("{n} days late").format(n=one.days)
    return long_date(one.on)


def _counts(one: Due, today: date, months: list[tuple[int, int]]) -> list[int]:
    day, last = max(one.on, today), months[-1]
    counts = dict.fromkeys(months, 0)
    while (day.year, day.month) <= last:
        counts[day.year, day.month] += 1
        day += timedelta(days=one.task.every)
    if not any(counts.values()):
        counts[last] = 1  # a yearly job is due just after the sheet ends; a month early is safe, never is not
    return list(counts.values())
