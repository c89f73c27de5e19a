"""The played year as it is shown and told: jobs of the month, bars, table, report."""

from typing import Any

from lentera.solar.care_year import (
    CAUSES,
    MONTHS,
    Month,
    due_in,
    house,
    minutes_in_month,
    neglect_in,
    worth,
)
from lentera.solar.maintenance import schedule
from lentera.solar.weather import SEPAKU
from lentera.widgets.care.state import CareState, Played
from lentera.widgets.care.words import cause_jobs, cause_names, every, hours, many, told, who
from lentera.widgets.dates import month_name
from lentera.widgets.line import Doing, Line
from lentera.words import _, number, quantity

_CLOUDY, _SUNNY = 0.95, 1.03
"""A month's sun over the year's mean, below and above which its sky is named."""


def year_view(state: CareState) -> dict[str, Any]:
    """Return what the tab of the year shows."""
    year = state.year
    return {
        "kit": state.kit,
        "house": _("{n} lamps are on from 6 to 11 in the evening.").format(n=house(state.kit).lamps),
        "over": year.over,
        "month": _month_title(year),
        "sky": "" if year.over else _sky(len(year.months)),
        "jobs": [] if year.over else _jobs(state.kit, year),
        "sum": "" if year.over else ticked_sum(state),
        "all": Doing(not year.over, _("The year is over. Read the report.")).to_json(),
        "run": Doing(not year.over, _("The year is over. Read the report.")).to_json(),
        "back": Doing(bool(year.months), _("This is the first month.")).to_json(),
        "condition": _condition(state.kit, year),
        "bars": [_bar(year, month) for month in range(MONTHS)],
        "picture": _picture(year),
        "table": _table(year),
        "report": _report(state.kit, year),
    }


def lived_line(state: CareState) -> Line:
    """Return what the month just lived has come to."""
    month = state.year.months[-1]
    name = month_name(len(state.year.months))
    said = [
        _("{month}: {hours} of light, of {all}.").format(
            month=name, hours=hours(month.own.light), all=hours(month.own.light + month.own.dark)
        )
    ]
    lost = round(_lost(month))
    if lost:
        said.append(_("A well-kept lamp has {hours} more.").format(hours=hours(lost)))
        cause = _heaviest(month)
        if cause:
            said.append(_("The main cause: {cause}.").format(cause=cause_names()[cause].lower()))
    else:
        said.append(_("A well-kept lamp has as much."))
    if state.year.over:
        said.append(_("The year is over. Read the report."))
    else:
        said.append(_("Now it is {month}.").format(month=month_name(len(state.year.months) + 1)))
    return Line.same(" ".join(said))


def ticked_sum(state: CareState) -> str:
    """Return how many jobs are ticked for the month and how long they take together."""
    tasks = [schedule(state.kit).tasks[name] for name in state.year.ticked]
    if not tasks:
        return _("No job chosen yet.")
    chosen = many(len(tasks), _("{n} job chosen"), _("{n} jobs chosen"))
    minutes = sum(map(minutes_in_month, tasks))
    return _("{chosen}: {minutes} minutes this month.").format(chosen=chosen, minutes=minutes)


def _lost(month: Month) -> float:
    return max(month.lost, 0.0)


def _heaviest(month: Month) -> str:
    back = {cause: month.own.dark - outcome.dark for cause, outcome in month.spared.items()}
    cause = max(back, key=lambda name: back[name])
    return cause if round(back[cause]) > 0 else ""


def _month_title(year: Played) -> str:
    if year.over:
        return _("The year is over")
    at = len(year.months) + 1
    return _("{month}, month {n} of 12").format(month=month_name(at), n=at)


def _sky(month: int) -> str:
    share = SEPAKU.monthly_ghi[month] / (sum(SEPAKU.monthly_ghi) / MONTHS)
    if share < _CLOUDY:
        return _("The sky over Sepaku is cloudier than usual.")
    if share > _SUNNY:
        return _("The sky over Sepaku is sunnier than usual.")
    return _("The sky over Sepaku is as usual.")


def _jobs(kit: str, year: Played) -> list[dict[str, Any]]:
    rows = []
    for task, days in due_in(kit, year.done):
        late = max(days - task.every, 0) if task.logged else 0
        about = [
            _("{n} minutes this month").format(n=minutes_in_month(task)),
            every(task),
            who(task),
        ]
        if late >= task.every:
            about.append(_("left undone for {n} days").format(n=days))
        rows.append(
            {
                "id": task.id,
                "text": told(task.text),
                "why": told(task.why),
                "about": ", ".join(about),
                "ticked": task.id in year.ticked,
            }
        )
    return rows


def _condition(kit: str, year: Played) -> list[dict[str, str]]:
    if not year.months:
        return []
    found = neglect_in(kit, year.done)
    ohm = sum(found.joints.values()) + found.holder
    last = year.months[-1]
    return [
        {"name": _("Light last month"), "value": hours(last.own.light), "note": _well_kept(last)},
        {
            "name": _("Dirt now"),
            "value": f"{number(100 * found.soiling)}\u00a0%",
            "note": _("of the sun is held back"),
        },
        {
            "name": _("Plants now"),
            "value": f"{number(100 * found.shade)}\u00a0%",
            "note": _("of the panel is shaded"),
        },
        {"name": _("Joints now"), "value": quantity(ohm, "ohm", 2), "note": _("more than in the beginning")},
    ]


def _well_kept(month: Month) -> str:
    return _("well kept: {hours}").format(hours=hours(month.kept.light))


def _bar(year: Played, month: int) -> dict[str, Any]:
    name = month_name(month + 1)
    if month >= len(year.months):
        return {"name": name, "short": name[:3], "lived": False}
    lived = year.months[month]
    lost = min(_lost(lived), lived.own.dark)
    return {
        "name": name,
        "short": name[:3],
        "lived": True,
        "light": round(lived.own.light, 1),
        "lost": round(lost, 1),
        "dark": round(lived.own.dark - lost, 1),
        "value": number(lived.own.light),
    }


def _picture(year: Played) -> dict[str, str]:
    lived = year.months
    if not lived:
        return {
            "title": _("Picture of the year: no month lived yet."),
            "desc": _("Twelve empty bars stand ready."),
        }
    worst = max(range(len(lived)), key=lambda at: _lost(lived[at]))
    desc = _("Least light is lost where every job is done.")
    if round(_lost(lived[worst])):
        desc = _("Most light is lost in {month}: {hours}.").format(
            month=month_name(worst + 1), hours=hours(_lost(lived[worst]))
        )
    title = many(
        len(lived), _("Picture of the year: {n} month lived."), _("Picture of the year: {n} months lived.")
    )
    return {"title": title, "desc": desc}


def _table(year: Played) -> dict[str, Any]:
    rows = []
    for at, month in enumerate(year.months):
        bar = _bar(year, at)
        lost, dark = (number(bar[name], 1) for name in ("lost", "dark"))
        rows.append([month_name(at + 1), number(month.own.light, 1), lost, dark, str(len(month.done))])
    if rows:
        bars = [_bar(year, at) for at in range(len(rows))]
        sums = [number(sum(bar[name] for bar in bars), 1) for name in ("light", "lost", "dark")]
        rows.append([_("Whole year"), *sums, str(sum(len(month.done) for month in year.months))])
    return {
        "caption": _("Hours of light, model values"),
        "head": [
            _("Month of the year"),
            _("Hours lit"),
            _("Lost, no care"),
            _("Dark, though well kept"),
            _("Jobs done"),
        ],
        "rows": rows,
        "numbers": [1, 2, 3, 4],
    }


def _report(kit: str, year: Played) -> dict[str, Any] | None:
    if not year.months:
        return None
    own, kept = (sum(getattr(month, who).light for month in year.months) for who in ("own", "kept"))
    lost = kept - own
    back = {cause: hours_back for cause, hours_back in worth(year.months).items() if round(hours_back) > 0}
    said = [
        _("Your lamp: {hours} of light.").format(hours=hours(own)),
        _("A well-kept lamp: {hours}.").format(hours=hours(kept)),
    ]
    said.append(
        _("Want of care took {hours}.").format(hours=hours(lost))
        if round(lost) > 0
        else _("Care has kept every hour of light.")
    )
    return {
        "said": said,
        "best": _best(kit, back) if year.over else "",
        "notes": [
            _("Clouds and an ageing battery darken the well-kept lamp too."),
            _("After these months the battery holds {share} percent of what a new one holds.").format(
                share=number(100 * year.months[-1].health)
            ),
            _("The other jobs keep people and kit safe. This sum counts light only."),
            _("Rain is not counted. Numbers are model values for Sepaku."),
        ],
        "table": {
            "caption": _("Hours that come back when a job is done in time"),
            "head": [_("What took light"), _("Job"), _("Hours back")],
            "rows": [
                [cause_names()[cause], cause_jobs()[cause], number(value)] for cause, value in back.items()
            ],
            "numbers": [2],
        },
    }


def _best(kit: str, back: dict[str, float]) -> str:
    if not back:
        return ""
    cause = next(iter(back))
    tasks = [schedule(kit).tasks[name] for name in CAUSES[cause] if name in schedule(kit).tasks]
    minutes = sum(round(365 / task.every) * task.minutes for task in tasks)
    return _("Worth the most: {job}. {hours} come back for {minutes} minutes of work a year.").format(
        job=cause_jobs()[cause], hours=hours(back[cause]), minutes=number(minutes)
    )
