"""The calendar of care: what is due, what comes when, and who does it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from lentera.rules import Saying
from lentera.solar.maintenance.read_procedures import packaged, procedures, saying
from lentera.solar.maintenance.service_log import ServiceLog
from lentera.solar.maintenance.step import Danger
from lentera.solar.parts import Certainty


class ScheduleError(ValueError):
    """Report a schedule, a kit or a number of days that cannot be used."""


class Who(StrEnum):
    """Say who does a task."""

    SELF = "self"
    PAIR = "pair"
    """Two people together."""
    CALL = "call"
    """A technician, when it is high up, heavy or dangerous."""


class Season(StrEnum):
    """Name the season of a hint."""

    DRY = "dry"
    RAINY = "rainy"


@dataclass(frozen=True, slots=True)
class Task:
    """Describe one thing to look after.

    Attributes
    ----------
    id : str
        Stable name; service-log entries name it.
    text, why : Saying
        What to do, and what for.
    every : int
        Interval [days].
    minutes : int
        How long it takes [min].
    tools : tuple of str
        Names in the table of tools of the steps.
    danger : Danger
        What can happen while doing it.
    who : Who
        Who does it.
    logged : bool
        Whether it goes into the service log; what does not comes round by the calendar alone.
    procedure : str or None
        The procedure that tells its steps.
    hints : mapping of Season to Saying
        What the season changes.
    source : str
        Where the interval comes from; `certainty` gives its mark.
    """

    id: str
    text: Saying
    why: Saying
    every: int
    minutes: int
    tools: tuple[str, ...]
    danger: Danger
    who: Who
    logged: bool
    procedure: str | None
    hints: Mapping[Season, Saying]
    source: str


@dataclass(frozen=True, slots=True)
class Schedule:
    """Hold the tasks of one kit, the most frequent first."""

    kit: str
    tasks: Mapping[str, Task]


@dataclass(frozen=True, slots=True)
class Due:
    """Tell when a task is due.

    Attributes
    ----------
    task : Task
        The task.
    last : date or None
        When it was last done, if that is known.
    on : date
        The day it is due.
    days : int
        Days overdue; 0 today, negative while it is still to come.
    """

    task: Task
    last: date | None
    on: date
    days: int

    @property
    def overdue(self) -> bool:
        """Tell whether its day has passed."""
        return self.days > 0


@dataclass(frozen=True, slots=True)
class Visit:
    """Gather the tasks that fall on one day, the most dangerous first."""

    day: date
    tasks: tuple[Task, ...]

    @property
    def minutes(self) -> int:
        """Add up how long they take [min]."""
        return sum(task.minutes for task in self.tasks)


@cache
def schedule(kit: str = "b") -> Schedule:
    """Give the schedule of kit ``a`` (plug-and-play) or ``b`` (12 V with screws).

    Raises
    ------
    ScheduleError
        When there is no such kit.
    """
    rows = packaged("schedule.toml")["task"]
    kits = {name for row in rows.values() for name in row["kits"]}
    if kit not in kits:
        raise ScheduleError(f"kit is {kit!r}; choose one of {', '.join(sorted(kits))}")
    tasks = [_task(name, row) for name, row in rows.items() if kit in row["kits"]]
    tasks.sort(key=lambda task: task.every)
    return Schedule(kit, MappingProxyType({task.id: task for task in tasks}))


def certainty(table: str, name: str, quantity: str) -> Certainty:
    """Give the mark of a number, as of ("task", "wash_panel", "every"); KeyError if there is none."""
    rows = {"task": packaged("schedule.toml"), "process": packaged("neglect.toml")}[table][table]
    return Certainty(rows[name][quantity]["mark"])


def due(
    plan: Schedule, log: ServiceLog, today: date, *, since: date | None = None, ahead: int = 7
) -> list[Due]:
    """List what is overdue, due today, or due soon; the longest overdue first.

    Parameters
    ----------
    plan : Schedule
        The kit's tasks.
    log : ServiceLog
        Tells when each task was last done; entries after `today` do not count.
    today : date
        The day to look from.
    since : date, optional
        The day the lamp was put up: a task never done counts from there. Without it such a task is due today.
    ahead : int
        How far to look [days].

    Raises
    ------
    ScheduleError
        When `ahead` is negative.
    """
    if ahead < 0:
        raise ScheduleError(f"ahead is {ahead} days; give a number from 0 up")
    last_done = log.last_done(today)
    found = [_due(task, last_done.get(task.id), today, since) for task in plan.tasks.values()]
    near = [entry for entry in found if entry.days >= -ahead]
    return sorted(
        near, key=lambda entry: (-entry.days, entry.task.danger.rank, entry.task.every, entry.task.id)
    )


def calendar(plan: Schedule, start: date, days: int) -> list[Visit]:
    """Plan the coming days of a lamp that is put up, or fully looked after, on `start`.

    Parameters
    ----------
    plan : Schedule
        The kit's tasks.
    start : date
        The day from which intervals count; the first visit is the day after.
    days : int
        How many days to plan [days].

    Raises
    ------
    ScheduleError
        When `days` is negative.
    """
    if days < 0:
        raise ScheduleError(f"days is {days}; give a number from 0 up")
    visits = []
    for count in range(1, days + 1):
        tasks = [task for task in plan.tasks.values() if count % task.every == 0]
        if tasks:
            tasks.sort(key=lambda task: (task.danger.rank, task.every, task.id))
            visits.append(Visit(start + timedelta(days=count), tuple(tasks)))
    return visits


def _due(task: Task, last: date | None, today: date, since: date | None) -> Due:
    if not task.logged:
        # Nobody writes these down: they come round on their own, counted from a day that all agree on.
        anchor = since if since is not None else date(1, 1, 1)
        wait = (anchor - today).days % task.every
        return Due(task, None, today + timedelta(days=wait), -wait)
    if last is None and since is None:
        return Due(task, None, today, 0)
    on = (last or since or today) + timedelta(days=task.every)
    return Due(task, last, on, (today - on).days)


def _task(name: str, row: Mapping[str, Any]) -> Task:
    where = f"task {name}"
    unknown = [tool for tool in row["tools"] if tool not in packaged("steps.toml")["tool"]]
    if unknown:
        raise ScheduleError(f"{where}: {unknown[0]!r} is not a tool; check its spelling")
    if row.get("procedure") not in {None, *procedures()}:
        raise ScheduleError(f"{where}: {row['procedure']!r} is not a procedure; check its spelling")
    for field in ("every", "minutes"):
        if not (isinstance(row[field]["value"], int) and row[field]["value"] > 0):
            raise ScheduleError(f"{where}: {field} is {row[field]['value']}; give a whole number above 0")
        Certainty(row[field]["mark"])
    return Task(
        id=name,
        text=saying(where, row, "text"),
        why=saying(where, row, "why"),
        every=row["every"]["value"],
        minutes=row["minutes"]["value"],
        tools=tuple(row["tools"]),
        danger=Danger(row["danger"]),
        who=Who(row["who"]),
        logged=row["logged"],
        procedure=row.get("procedure"),
        hints=MappingProxyType({season: saying(where, row, season) for season in Season if season in row}),
        source=row["source"],
    )
