"""The class at one glance: learners by sessions."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from lentera.progress.plan import CoursePlan
from lentera.progress.sessions import SessionProgress, sessions_of
from lentera.progress.statement import Statement
from lentera.progress.table import Column, Table
from lentera.words import _


def class_view(statements: Iterable[Statement], course: CoursePlan, learners: Sequence[str]) -> Table:
    """Return the class grid: one row for each learner, one column for each session.

    A cell says *belum* (nothing done), *dikerjakan* (begun, not handed in), *Belum dinilai* (handed in, not
    all tasks marked), or the level.

    Parameters
    ----------
    statements : iterable of Statement
        Those of people who are not in ``learners``, such as trainers, are left out.
    course : CoursePlan
        The sessions to show.
    learners : sequence of str
        Learner codes, in the order of the rows.
    """
    own: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        own[statement.learner].append(statement)
    rows = tuple(
        (learner, *(_cell(each) for each in sessions_of(own.get(learner, ()), course)))
        for learner in learners
    )
    columns = tuple(Column(plan.id, plan.label) for plan in course.sessions.values())
    return Table(_("Class progress"), (Column("learner", _("Learner")), *columns), rows)


def _cell(each: SessionProgress) -> str:
    if each.handed_in:
        return each.level.value
    return _("in progress") if each.last_active is not None else _("not yet")
