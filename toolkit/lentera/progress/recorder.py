"""Record what happens here and now: the clock and the ids come in at this edge."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid4

from lentera.progress.log import Log
from lentera.progress.statement import Activity, Result, Score, Statement, Verb, session, task


def local_now() -> datetime:
    """Return the laptop's time with its offset."""
    return datetime.now().astimezone()


class Recorder:
    """Write statements of one learner on one device.

    Parameters
    ----------
    log : Log
        Where they go.
    learner, device : str
        Learner code and opaque device id.
    now, new_id : callable
        The clock and the source of ids; tests pass their own.

    Notes
    -----
    Each method raises `LogNotWritten` when the log does not take the statement. A screen may go on then: the
    learner's answer is in its own file.
    """

    def __init__(
        self,
        log: Log,
        learner: str,
        device: str,
        now: Callable[[], datetime] = local_now,
        new_id: Callable[[], UUID] = uuid4,
    ) -> None:
        self.log = log
        self.learner = learner
        self.device = device
        self._now = now
        self._new_id = new_id

    def record(
        self, verb: Verb, activity: Activity, result: Result | None = None, *, learner: str | None = None
    ) -> Statement:
        """Record that something happened now and return the statement.

        Parameters
        ----------
        verb, activity, result
            What happened, to what, and how it came out.
        learner : str, optional
            Another learner, as when a trainer marks her work.
        """
        statement_id, moment = self._new_id(), self._now()

        def numbered(sequence: int) -> Statement:
            return Statement(
                statement_id, learner or self.learner, verb, activity, moment, self.device, sequence, result
            )

        return self.log.append(self.device, numbered)

    def opened(self, session_id: str) -> Statement:
        """Record that a session was opened."""
        return self.record(Verb.OPENED, session(session_id))

    def tried(
        self,
        task_id: str,
        *,
        holds: bool,
        score: Score | None = None,
        rule: str | None = None,
        mistake: str | None = None,
        hints: int | None = None,
    ) -> Statement:
        """Record one check of a task: right, or not right yet with the rule and the mistake it found."""
        verb = Verb.PASSED if holds else Verb.NOT_YET
        return self.record(verb, task(task_id), Result(score, holds, None, rule, mistake, hints))

    def completed(self, task_id: str) -> Statement:
        """Record that the learner has finished a task that people mark, such as a self-check list."""
        return self.record(Verb.COMPLETED, task(task_id), Result(completion=True))

    def handed_in(self, session_id: str) -> Statement:
        """Record that the work of a session was handed in."""
        return self.record(Verb.HANDED_IN, session(session_id), Result(completion=True))

    def graded(self, task_id: str, score: Score, *, learner: str | None = None) -> Statement:
        """Record the mark of a task; an unmarked task is simply not recorded."""
        return self.record(Verb.GRADED, task(task_id), Result(score), learner=learner)
