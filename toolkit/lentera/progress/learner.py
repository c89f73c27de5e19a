"""What one learner did, her marks, and her next step in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from lentera.progress.plan import CoursePlan
from lentera.progress.sessions import SessionProgress, State, TaskProgress, sessions_of
from lentera.progress.statement import Statement
from lentera.progress.table import Cell, Column, Table
from lentera.words import _

_OBSERVED = "observed"


@dataclass(frozen=True)
class NextStep:
    """Name the one thing to do next.

    Attributes
    ----------
    sentence : str
        In the learner's language; may hold ``{sapaan}``, see `lentera.words.addressed`.
    session, task : str or None
        Where to do it; no session when everything is finished, no task when it is about the whole session.
    hand_in : bool
        Whether the next thing is to hand the session in.
    """

    sentence: str
    session: str | None = None
    task: str | None = None
    hand_in: bool = False


@dataclass(frozen=True)
class LearnerView:
    """Show one learner's way: her sessions in teaching order, and her next step."""

    learner: str
    sessions: tuple[SessionProgress, ...]
    next_step: NextStep

    def session(self, session_id: str) -> SessionProgress:
        """Return one session.

        Raises
        ------
        KeyError
            When the course has no such session.
        """
        for each in self.sessions:
            if each.id == session_id:
                return each
        raise KeyError(f"No session {session_id}; there are {', '.join(each.id for each in self.sessions)}.")

    def to_table(self) -> Table:
        """Return one row for each session."""
        return Table(
            _("Progress of {learner}").format(learner=self.learner),
            (
                Column("session", _("Session")),
                Column("title", _("Title")),
                Column("state", _("State")),
                Column("right", _("Tasks right")),
                Column("auto", _("Automatic points")),
                Column("observed", _("Trainer's points")),
                Column("mark", _("Mark")),
                Column("level", _("Level")),
            ),
            tuple(_session_row(each) for each in self.sessions),
        )

    def tasks_to_table(self, session_id: str) -> Table:
        """Return one row for each task of a session; raises KeyError as `session` does."""
        chosen = self.session(session_id)
        return Table(
            _("Tasks of {session} of {learner}").format(session=chosen.label, learner=self.learner),
            (
                Column("task", _("Task")),
                Column("points", _("Points")),
                Column("tries", _("Tries")),
                Column("best", _("Best try")),
                Column("mark", _("Mark")),
            ),
            tuple(
                (each.title, each.points, each.tries, each.best, _mark(each.mark, expected=chosen.handed_in))
                for each in chosen.tasks
            ),
        )


def learner_view(statements: Iterable[Statement], course: CoursePlan, learner: str) -> LearnerView:
    """Show one learner's progress.

    Parameters
    ----------
    statements : iterable of Statement
        Those of other learners are left out.
    course : CoursePlan
        The course, or the part of it that is on her track.
    learner : str
        Learner code.
    """
    sessions = sessions_of((each for each in statements if each.learner == learner), course)
    return LearnerView(learner, sessions, _next_step(sessions))


def _session_row(each: SessionProgress) -> tuple[Cell, ...]:
    begun = each.handed_in or each.last_active is not None
    right = _("{right} of {total}").format(right=each.right, total=len(each.tasks)) if begun else None
    people_mark = any(not task.is_auto for task in each.tasks)
    return (
        each.label,
        each.title,
        state_word(each.state),
        right,
        _mark(each.auto_mark, expected=each.handed_in and any(task.is_auto for task in each.tasks)),
        _mark(each.observed_mark, expected=each.handed_in and people_mark),
        _mark(each.mark, expected=each.handed_in),
        each.level.value if each.handed_in else None,
    )


def _mark(mark: float | None, *, expected: bool) -> Cell:
    """Return a mark; work that waits for one says so, and is neither zero nor full."""
    return _("not marked yet") if mark is None and expected else mark


def state_word(state: State) -> str:
    """Return the word for a state in the reader's language."""
    return {State.NOT_YET: _("not yet"), State.NOW: _("now"), State.DONE: _("done")}[state]


def _next_step(sessions: tuple[SessionProgress, ...]) -> NextStep:
    now = next((each for each in sessions if each.state is State.NOW), None)
    if now is None:
        return NextStep(_("All sessions are done. Well done, {sapaan}."))
    if now.last_active is None:
        opening = _("Next: open {session}, {title}.").format(session=now.label, title=now.title)
        return NextStep(opening, now.id)
    so_far = _("{session}: {right} of {total} tasks are right.").format(
        session=now.label, right=now.right, total=len(now.tasks)
    )
    todo = _next_task(now)
    if todo is None:
        hand_in = _("Next: hand in your work.")
        return NextStep(f"{so_far} {hand_in}", now.id, hand_in=True)
    together = todo.grading == _OBSERVED
    asks = _("Next, together with the trainer: {task}") if together else _("Next: {task}")
    return NextStep(f"{so_far} {asks.format(task=_onward(todo.text))}", now.id, todo.id)


def _onward(text: str) -> str:
    """Let a task's own words follow a colon."""
    return text[:1].lower() + text[1:]


def _next_task(now: SessionProgress) -> TaskProgress | None:
    """Return the first task that is not right yet; what people mark comes after what rules check."""
    waiting = [each for each in now.tasks if each.is_auto and not each.right]
    waiting += [each for each in now.tasks if not each.is_auto and not each.touched and each.mark is None]
    return waiting[0] if waiting else None
