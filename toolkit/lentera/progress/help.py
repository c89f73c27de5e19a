"""Who is stuck: four wrong tries of one task since it was last right."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from lentera.progress.plan import CoursePlan
from lentera.progress.statement import ActivityKind, Statement, Verb, in_order
from lentera.progress.table import Column, Table
from lentera.words import _

WRONG_TRIES = 4
"""Wrong tries after which a trainer should come; the rule of Kolibri's coach notifications."""


@dataclass(frozen=True)
class HelpNeed:
    """Tell that a learner is stuck in a task; there is one for each learner and task, however many tries.

    Attributes
    ----------
    learner, task : str
        Who and where.
    wrong_tries : int
        Wrong tries since the task was last right.
    rule, mistake : str or None
        The mistake made most often in them, the later one of equals, and the rule that found it.
    since, latest : datetime
        The first and the last of these tries.
    """

    learner: str
    task: str
    wrong_tries: int
    rule: str | None
    mistake: str | None
    since: datetime
    latest: datetime


def needs_help(
    statements: Iterable[Statement],
    learners: Sequence[str] | None = None,
    *,
    wrong_tries: int = WRONG_TRIES,
) -> tuple[HelpNeed, ...]:
    """Return who needs help now, the latest try first.

    Parameters
    ----------
    statements : iterable of Statement
        In any order.
    learners : sequence of str, optional
        Only these learners; everybody when left out.
    wrong_tries : int
        How many wrong tries mean that help is needed.
    """
    wrong: dict[tuple[str, str], list[Statement]] = {}
    for statement in in_order(statements):
        if statement.activity.kind is not ActivityKind.TASK:
            continue
        if learners is not None and statement.learner not in learners:
            continue
        key = (statement.learner, statement.activity.id)
        if statement.verb is Verb.NOT_YET:
            wrong.setdefault(key, []).append(statement)
        elif _is_success(statement):
            wrong.pop(key, None)
    needs = [_need(run) for run in wrong.values() if len(run) >= wrong_tries]
    return tuple(sorted(needs, key=lambda need: (need.latest, need.learner, need.task), reverse=True))


def help_table(
    needs: Iterable[HelpNeed],
    course: CoursePlan,
    describe: Callable[[str, str], str] = lambda _rule, mistake: mistake,
) -> Table:
    """Return one row for each need.

    Parameters
    ----------
    needs : iterable of HelpNeed
        From `needs_help`.
    course : CoursePlan
        For the names of sessions and tasks.
    describe : callable
        Turn a rule id and a mistake id into words; the ids themselves are shown when it is left out.
    """
    names = {task.id: (plan.label, task.title) for plan in course.sessions.values() for task in plan.tasks}
    rows = []
    for need in needs:
        label, title = names.get(need.task, ("", need.task))
        mistake = describe(need.rule, need.mistake) if need.rule and need.mistake else None
        rows.append((need.learner, label, title, need.wrong_tries, mistake))
    return Table(
        _("Who needs help"),
        (
            Column("learner", _("Learner")),
            Column("session", _("Session")),
            Column("task", _("Task")),
            Column("wrong_tries", _("Tries not right yet")),
            Column("mistake", _("Most often")),
        ),
        tuple(rows),
    )


def _is_success(statement: Statement) -> bool:
    if statement.verb is Verb.PASSED:
        return True
    score = statement.result.score if statement.result else None
    return statement.verb is Verb.GRADED and score is not None and score.raw >= score.max


def _need(run: Sequence[Statement]) -> HelpNeed:
    found = [
        (each.result.rule, each.result.mistake)
        for each in reversed(run)
        if each.result and each.result.mistake
    ]
    # Counter keeps the order of first sight, so reading backwards prefers the later of equals.
    rule, mistake = Counter(found).most_common(1)[0][0] if found else (None, None)
    first, last = run[0], run[-1]
    return HelpNeed(
        learner=last.learner,
        task=last.activity.id,
        wrong_tries=len(run),
        rule=rule,
        mistake=mistake,
        since=first.timestamp,
        latest=last.timestamp,
    )
