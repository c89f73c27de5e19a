"""How far one learner is in each session: tries, best scores, marks and states."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from lentera.course import Level, level
from lentera.progress.plan import CoursePlan, SessionPlan, TaskPlan
from lentera.progress.statement import TRIES, Activity, Statement, Verb, in_order, session, task

_AUTO = "auto"


class State(StrEnum):
    """Tell where a session stands for a learner; exactly one is *sekarang* until all are *selesai*."""

    NOT_YET = "belum"
    NOW = "sekarang"
    DONE = "selesai"


@dataclass(frozen=True)
class TaskProgress:
    """Tell how far a learner is in one task.

    Attributes
    ----------
    id, title, text, points, grading
        As in the course.
    tries : int
        Checks so far, right or not.
    hints : int
        Hints read so far; never held against her.
    best : float or None
        Best score of her own checks [points].
    mark : float or None
        Mark [points]: of an automatic task the best one, of the others the trainer's last word; None while
        nobody has marked it.
    right : bool
        Whether a check held once, or the mark is full.
    touched : bool
        Whether she has done anything in it.
    """

    id: str
    title: str
    text: str
    points: float
    grading: str
    tries: int
    hints: int
    best: float | None
    mark: float | None
    right: bool
    touched: bool

    @property
    def is_auto(self) -> bool:
        """Tell whether rules mark it."""
        return self.grading == _AUTO


@dataclass(frozen=True)
class SessionProgress:
    """Tell how far a learner is in one session.

    Attributes
    ----------
    id, label, title
        As in the course.
    state : State
        *belum*, *sekarang* or *selesai*.
    tasks : tuple of TaskProgress
        In the order of the course.
    last_active : datetime or None
        When the learner last did something in it.
    handed_in : bool
        Whether her work was handed in or collected.
    """

    id: str
    label: str
    title: str
    state: State
    tasks: tuple[TaskProgress, ...]
    last_active: datetime | None
    handed_in: bool

    @property
    def right(self) -> int:
        """Return how many tasks are right."""
        return sum(task.right for task in self.tasks)

    @property
    def auto_mark(self) -> float | None:
        """Return the marks of the automatic tasks [points]; None while one is missing or there are none."""
        return _total([task.mark for task in self.tasks if task.is_auto])

    @property
    def observed_mark(self) -> float | None:
        """Return the marks people give [points]; None while one is missing or there are none."""
        return _total([task.mark for task in self.tasks if not task.is_auto])

    @property
    def mark(self) -> float | None:
        """Return the mark of the session [points]; None while a task is unmarked."""
        return _total([task.mark for task in self.tasks])

    @property
    def level(self) -> Level:
        """Return the level; *Belum dinilai* while a task is unmarked: neither zero nor full."""
        points = sum(task.points for task in self.tasks)
        return level(None if self.mark is None or not points else 100 * self.mark / points)


def _total(marks: Sequence[float | None]) -> float | None:
    known = [mark for mark in marks if mark is not None]
    return round(sum(known), 2) if marks and len(known) == len(marks) else None


def sessions_of(statements: Iterable[Statement], course: CoursePlan) -> tuple[SessionProgress, ...]:
    """Work out how far a learner is in every session of a course, from her statements in any order."""
    about: dict[Activity, list[Statement]] = defaultdict(list)
    for statement in in_order(statements):
        about[statement.activity].append(statement)
    plans = tuple(course.sessions.values())
    tasks = {
        plan.id: tuple(_task(each, about.get(task(each.id), ())) for each in plan.tasks) for plan in plans
    }
    active = {plan.id: _last_active(plan, about) for plan in plans}
    done = {plan.id: _is_handed_in(about.get(session(plan.id), ()), tasks[plan.id]) for plan in plans}
    now = _current(plans, done, active)
    states = {key: State.DONE if done[key] else State.NOW if key == now else State.NOT_YET for key in done}
    return tuple(
        SessionProgress(
            plan.id, plan.label, plan.title, states[plan.id], tasks[plan.id], active[plan.id], done[plan.id]
        )
        for plan in plans
    )


def _task(plan: TaskPlan, statements: Sequence[Statement]) -> TaskProgress:
    tries = [statement for statement in statements if statement.verb in TRIES]
    best = max((earned for each in tries if (earned := _points(each, plan)) is not None), default=None)
    marks = [
        earned
        for each in statements
        if each.verb is Verb.GRADED and (earned := _points(each, plan)) is not None
    ]
    mark = None
    if marks:
        # Unlimited tries, the best one kept; what people see with their own eyes they may also correct.
        mark = max(marks) if plan.grading == _AUTO else marks[-1]
    return TaskProgress(
        id=plan.id,
        title=plan.title,
        text=plan.text,
        points=plan.points,
        grading=plan.grading,
        tries=len(tries),
        hints=max((each.result.hints or 0 for each in tries if each.result), default=0),
        best=best,
        mark=mark,
        right=any(each.verb is Verb.PASSED for each in tries) or (mark is not None and mark >= plan.points),
        touched=any(each.verb is not Verb.GRADED for each in statements),
    )


def _points(statement: Statement, plan: TaskPlan) -> float | None:
    score = statement.result.score if statement.result else None
    return None if score is None else round(score.scaled * plan.points, 2)


def _last_active(plan: SessionPlan, about: Mapping[Activity, Sequence[Statement]]) -> datetime | None:
    activities = (session(plan.id), *(task(each.id) for each in plan.tasks))
    own = [
        statement.timestamp
        for activity in activities
        for statement in about.get(activity, ())
        if statement.verb not in {Verb.GRADED, Verb.PRESENT}  # these are the trainer's doing
    ]
    return max(own, default=None)


def _is_handed_in(statements: Sequence[Statement], tasks: Sequence[TaskProgress]) -> bool:
    if any(statement.verb is Verb.HANDED_IN for statement in statements):
        return True
    # Rules mark collected work only, so one such mark shows that it was collected. A trainer may mark what
    # she observes earlier, hence all marks are needed where no rule marks.
    marked_by_rules = any(each.is_auto and each.mark is not None for each in tasks)
    return marked_by_rules or (bool(tasks) and all(each.mark is not None for each in tasks))


def _current(
    plans: Sequence[SessionPlan], done: Mapping[str, bool], active: Mapping[str, datetime | None]
) -> str | None:
    """Return the session to go on with: the one last worked in, or the one after the last done."""
    begun = [(moment, plan.id) for plan in plans if not done[plan.id] and (moment := active[plan.id])]
    if begun:
        return max(begun)[1]
    order = [plan.id for plan in plans]
    last_done = max((place for place, key in enumerate(order) if done[key]), default=-1)
    onward = [*order[last_done + 1 :], *order[: last_done + 1]]
    return next((key for key in onward if not done[key]), None)
