"""What a learner reads about her marked work: one page, made from gradebook and answers alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import jinja2

from lentera.classroom import ClassFolder
from lentera.course import Course, Grading, Level, Session, Task, level
from lentera.grading.marks import Mark, points_text
from lentera.place import Place
from lentera.tasks import RULE_SETS
from lentera.widgets.assets import stylesheet
from lentera.words import Address, _, addressed, language

_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class TaskFeedback:
    """What the learner reads about one task.

    Attributes
    ----------
    number : int
        Place in the session, from 1.
    points : str
        What counts, "30 dari 30 poin", or that it is not marked yet.
    newest : str
        What the newest hand-in has, when an earlier one was better; else empty.
    full : bool
        Whether what counts is all there is to earn.
    waits : bool
        Whether the trainer has still to look at it.
    points_in_table : str
        The same as ``points`` under a heading that says what they are.
    right, not_yet, next_step : sequence of str, str, str
        What holds already, the first thing that does not, and what to do about it.
    not_yet_title : str
        Whether that thing is not right, not there, or not marked yet.
    comment : str
        The trainer's words.
    """

    number: int
    title: str
    text: str
    points: str
    level: Level
    right: tuple[str, ...] = ()
    not_yet: str = ""
    not_yet_title: str = ""
    next_step: str = ""
    comment: str = ""
    newest: str = ""
    full: bool = False
    waits: bool = False
    points_in_table: str = ""


@dataclass(frozen=True)
class Page:
    """Everything one feedback page says.

    Attributes
    ----------
    total : str
        What counts so far: of each task the best mark.
    newest : str
        What the newest hand-in has, when an earlier one was better; else empty.
    """

    learner: str
    session: Session
    tasks: tuple[TaskFeedback, ...]
    total: str
    level: Level
    next_step: str
    newest: str = ""


def compose(
    classroom: ClassFolder,
    course: Course,
    learner: str,
    session_id: str,
    marks: Mapping[str, Mark],
    counting: Mapping[str, float] | None = None,
) -> Page:
    """Work out what a learner's page says; the same gradebook, answers and log give the same page.

    Parameters
    ----------
    classroom, course, learner, session_id
        Whose page.
    marks : mapping of str to Mark
        What the newest hand-in has, by task.
    counting : mapping of str to float, optional
        What counts by task [points], see `lentera.grading.marks.counting_points`; the marks themselves when
        left out. Tries are unlimited and the best one counts, so a worse later hand-in costs nothing.
    """
    session = course.session(session_id)
    place = Place(classroom.autograded(learner, session_id))
    tasks = tuple(
        _task(number, task, marks.get(task.id), (counting or {}).get(task.id, 0.0), place)
        for number, task in enumerate(session.tasks, start=1)
    )
    given = [marks[task.id] for task in session.tasks if task.id in marks]
    known = [mark for mark in given if mark.points is not None]
    of = sum(mark.maximum for mark in known)
    now = sum(mark.points or 0.0 for mark in known)
    earned = sum(_counts(mark, (counting or {}).get(mark.task, 0.0)) for mark in known)
    complete = len(known) == len(session.tasks)
    total = _("{points} of {maximum} points").format(points=points_text(earned), maximum=points_text(of))
    if not complete:
        total = _("{total} so far. {rest} points are not marked yet.").format(
            total=total, rest=points_text(session.points - of)
        )
    return Page(
        learner,
        session,
        tasks,
        total,
        _level(earned, of if complete else 0),
        _first_step(tasks, earned, of, complete=complete),
        _newest(now, of) if earned > now else "",
    )


def _counts(mark: Mark, best: float) -> float:
    """Return what counts of a marked task [points]: never less than its best mark."""
    return max(mark.points or 0.0, min(best, mark.maximum))


def _newest(points: float, maximum: float) -> str:
    return _("Newest hand-in: {points} of {maximum} points").format(
        points=points_text(points), maximum=points_text(maximum)
    )


def _first_step(tasks: Sequence[TaskFeedback], earned: float, of: float, *, complete: bool) -> str:
    """Return the one thing to do next: the first task that is not right yet decides."""
    for task in tasks:
        if task.not_yet and not task.full and task.level is not Level.BELUM_DINILAI:
            return task.next_step or task.not_yet
    if not complete:
        return _("Show the trainer your work on the real kit.")
    if earned < of:
        return _("Look at the points with the trainer.")
    return _("All tasks are right. Go on with the next session.")


def render(page: Page) -> str:
    """Return the page as one HTML file that loads nothing."""
    return _template().render(page=page, language=language(), stylesheet=stylesheet())


def _task(number: int, task: Task, mark: Mark | None, best: float, place: Place) -> TaskFeedback:
    maximum = mark.maximum if mark else float(task.points)
    points, newest = None, ""
    if mark is None or mark.points is None:
        told = short = _("Not marked yet")
    else:
        points = _counts(mark, best)
        newest = _newest(mark.points, maximum) if points > mark.points else ""
        short = _("{points} of {maximum}").format(points=points_text(points), maximum=points_text(maximum))
        told = _("{points} of {maximum} points").format(
            points=points_text(points), maximum=points_text(maximum)
        )
    said = TaskFeedback(
        number=number,
        title=task.title,
        text=task.text,
        points=told,
        level=_level(points or 0.0, maximum if points is not None else 0),
        comment=mark.comment.strip() if mark else "",
        newest=newest,
        points_in_table=short,
        full=points is not None and points >= maximum,
    )
    if task.id in RULE_SETS:
        return _judged(said, task, place)
    if points is None and task.grading is Grading.OBSERVED:
        words = _("The trainer marks this after watching you work.")
        return replace(said, not_yet=words, not_yet_title=_("Waiting"), waits=True)
    return said


def _judged(said: TaskFeedback, task: Task, place: Place) -> TaskFeedback:
    """Run the task's rules on her answer and word the best round, one finding at a time."""
    rules = RULE_SETS[task.id]
    try:
        content = place.content(rules)
    except OSError:
        content = None
    report = rules.best(content)
    code = language()
    title = _("Not right yet") if report.without_answer is None else _("No answer yet")
    return replace(
        said,
        right=tuple(_plain(sentence) for sentence in report.praise(code)),
        not_yet=_plain(report.finding_sentence(code)),
        not_yet_title=title,
        next_step=_plain(report.next_step(code)),
    )


def _plain(sentence: str) -> str:
    """Leave the form of address out: how she likes to be called stays on her own laptop."""
    return addressed(sentence, Address.ANDA)


def _level(points: float, maximum: float) -> Level:
    return level(None if not maximum else min(100.0, max(0.0, 100 * points / maximum)))


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals["_"] = _
    return environment.get_template("umpan_balik.html")
