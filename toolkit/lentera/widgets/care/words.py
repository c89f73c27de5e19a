"""The fixed words of the calendar of care."""

from typing import Any

from lentera.rules import Saying
from lentera.solar.maintenance import Task, Who
from lentera.widgets.frame import frame_words
from lentera.words import _, language, number

_WEEK, _MONTHS, _YEAR = 7, {91: 3, 182: 6}, 364


def told(saying: Saying) -> str:
    """Return a sentence of the domain in the interface language."""
    return saying.in_language("en" if language() == "en" else "id")


def who(task: Task) -> str:
    """Return who does a task."""
    return {Who.SELF: _("by yourself"), Who.PAIR: _("two together"), Who.CALL: _("the technician")}[task.who]


def every(task: Task) -> str:
    """Return how often a task comes round."""
    if task.every == 1:
        return _("every day")
    if task.every in _MONTHS:
        return _("every {n} months").format(n=_MONTHS[task.every])
    if task.every % _YEAR == 0:
        years = task.every // _YEAR
        return _("every year") if years == 1 else _("every {n} years").format(n=years)
    weeks = task.every // _WEEK
    return _("every week") if weeks == 1 else _("every {n} weeks").format(n=weeks)


def many(count: int, one: str, more: str) -> str:
    """Return the sentence for one or for more, with the count in it."""
    return (one if count == 1 else more).format(n=number(count))


def hours(value: float) -> str:
    """Return hours of light in whole numbers, as one says them."""
    return many(round(value), _("{n} hour"), _("{n} hours"))


def cause_names() -> dict[str, str]:
    """Return the name of each cause of lost light."""
    return {
        "dirt": _("Dirt on the panel"),
        "plants": _("Shade of plants"),
        "joints": _("Loose or corroded joints"),
    }


def cause_jobs() -> dict[str, str]:
    """Return the job that keeps each cause off."""
    return {
        "dirt": _("wash the panel"),
        "plants": _("prune twigs"),
        "joints": _("clean and tighten the joints"),
    }


def care_words() -> dict[str, Any]:
    """Return every fixed word of the screen."""
    return {
        **frame_words(_("Calendar of care")),
        "tabs": _("Parts of the calendar of care"),
        "tab_year": _("A year of care"),
        "tab_steps": _("Step by step"),
        "tab_calendar": _("My calendar"),
        "kit": _("Lamp at home"),
        "kits": [["b", _("Kit B: three lamps, 12 V")], ["a", _("Kit A: four plug-in lamps")]],
        "jobs": _("What is due this month"),
        "all": _("Choose all jobs"),
        "run": _("Live this month"),
        "back": _("Back one month"),
        "again": _("Begin a new year"),
        "again_ask": _("Begin a new year? The months that are done go away."),
        "again_yes": _("Yes, begin again"),
        "chart": _("Hours of light in each month"),
        "state": _("The lamp now"),
        "report": _("What care is worth"),
        "legend": {
            "light": _("lamp lit"),
            "lost": _("lost, for want of care"),
            "dark": _("dark, though well kept"),
        },
        "job": _("Job to practise"),
        "offered": _("Steps to choose from"),
        "order": _("My order"),
        "pick": _("Put in"),
        "no_order": _("No step yet. Choose the first one."),
        "all_used": _("Every step is in your order."),
        "check_order": _("Check the order"),
        "clear": _("Empty the order"),
        "up": _("Earlier"),
        "down": _("Later"),
        "drop": _("Take out"),
        "at_end": _("This step is at the end of the order already."),
        "put_up": _("Day the lamp was put up"),
        "calendar": _("What is due in the coming year"),
        "calendar_from": _("Rows of the service log count as done."),
        "print": _("Print (PDF)"),
        "sheet": _("Sheet to print:"),
        "open_sheet": _("Download the sheet"),
    }
