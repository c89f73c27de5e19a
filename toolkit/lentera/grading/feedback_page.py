"""What a learner reads about her marked work: one page, made from gradebook and answers alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import jinja2

from lentera.answers import AnswerFile, answers_folder
from lentera.classroom import ClassFolder
from lentera.course import Course, Grading, Level, Session, Task, level
from lentera.grading.marks import Mark, points_text
from lentera.solar.tasks import RULE_SETS
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
        "30 dari 30 poin", or that it is not marked yet.
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


@dataclass(frozen=True)
class Page:
    """Everything one feedback page says."""

    learner: str
    session: Session
    tasks: tuple[TaskFeedback, ...]
    total: str
    level: Level
    next_step: str


def compose(
    classroom: ClassFolder, course: Course, learner: str, session_id: str, marks: Mapping[str, Mark]
) -> Page:
    """Work out what a learner's page says; the same gradebook and answers give the same page."""
    session = course.session(session_id)
    answers = answers_folder(classroom.autograded(learner, session_id))
    tasks = tuple(
        _task(number, task, marks.get(task.id), answers) for number, task in enumerate(session.tasks, start=1)
    )
    given = [marks[task.id] for task in session.tasks if task.id in marks]
    known = [mark for mark in given if mark.points is not None]
    earned, of = sum(mark.points or 0.0 for mark in known), sum(mark.maximum for mark in known)
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
    )


def _first_step(tasks: Sequence[TaskFeedback], earned: float, of: float, *, complete: bool) -> str:
    """Return the one thing to do next: the first task that is not right yet decides."""
    for task in tasks:
        if task.not_yet and task.level is not Level.BELUM_DINILAI:
            return task.next_step or task.not_yet
    if not complete:
        return _("Show the trainer your work on the real kit.")
    if earned < of:
        return _("Look at the points with the trainer.")
    return _("All tasks are right. Go on with the next session.")


def render(page: Page) -> str:
    """Return the page as one HTML file that loads nothing."""
    return _template().render(page=page, language=language(), stylesheet=stylesheet())


def _task(number: int, task: Task, mark: Mark | None, answers: Path) -> TaskFeedback:
    points, maximum = (mark.points, mark.maximum) if mark else (None, float(task.points))
    if points is None:
        told = _("Not marked yet")
    else:
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
    )
    if task.id in RULE_SETS:
        return _judged(said, task, answers)
    if points is None and task.grading is Grading.OBSERVED:
        words = _("The trainer marks this after watching you work.")
        return replace(said, not_yet=words, not_yet_title=_("Waiting"))
    return said


def _judged(said: TaskFeedback, task: Task, answers: Path) -> TaskFeedback:
    """Run the task's rules on her answer and word the best round, one finding at a time."""
    rules = RULE_SETS[task.id]
    try:
        answer = AnswerFile(answers, rules.answer).load()
    except OSError:
        answer = None
    report = rules.best(None if answer is None else answer.payload)
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
