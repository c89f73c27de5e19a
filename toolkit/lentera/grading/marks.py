"""Read marks from nbgrader's gradebook and tell them to the class log."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lentera.classroom import ClassFolder
from lentera.course import Course
from lentera.grading.engine import Engine
from lentera.progress import Recorder, Score, Verb, learner_view
from lentera.words import number


@dataclass(frozen=True)
class Mark:
    """The mark of one task.

    Attributes
    ----------
    points : float or None
        What the newest hand-in has [points]: the trainer's mark, else the automatic one; None while nobody
        has marked. What counts in the end says `counting_points`.
    maximum : float
        Points of the task.
    waits : bool
        Whether a trainer still has to look at it.
    comment : str
        The trainer's words; empty when there are none.
    """

    learner: str
    session: str
    task: str
    points: float | None
    maximum: float
    waits: bool
    comment: str


def read_marks(engine: Engine, session_ids: Sequence[str]) -> list[Mark]:
    """Return all marks of some sessions, as the gradebook has them now."""
    marks = []
    for step in engine.run({"do": "marks", "sessions": list(session_ids)}):
        marks += [_mark(row) for row in step["marks"]]
    return marks


def record_marks(classroom: ClassFolder, marks: Iterable[Mark]) -> int:
    """Record the marks that differ from what the log says last; return how many there were."""
    given = [mark for mark in marks if mark.points is not None]
    recorded = 0
    with classroom.open_log() as log:
        said = {
            (statement.learner, statement.activity.id): statement.result
            for statement in log.statements(verbs=[Verb.GRADED])
        }
        recorder = Recorder(log, learner="TAMU-00", device=classroom.device)
        for mark in given:
            score = Score(mark.points or 0.0, mark.maximum)
            last = said.get((mark.learner, mark.task))
            if last is None or last.score != score:
                recorder.graded(mark.task, score, learner=mark.learner)
                recorded += 1
    return recorded


def counting_points(
    classroom: ClassFolder, course: Course, learners: Iterable[str], session_id: str
) -> dict[str, dict[str, float]]:
    """Return what counts [points] by learner and task, from the class log.

    The gradebook holds the marks of the newest hand-in; the log remembers the best ones. It is the learner's
    own view, so that her home page and her feedback cannot disagree.
    """
    with classroom.open_log() as log:
        given = log.statements(verbs=[Verb.GRADED])
    return {
        learner: {
            task.id: task.mark
            for task in learner_view(given, course, learner).session(session_id).tasks
            if task.mark is not None
        }
        for learner in learners
    }


def points_text(points: float) -> str:
    """Write points without needless decimals: ``30``, ``2,5``."""
    whole = f"{points:.2f}".rstrip("0").partition(".")[2]
    return number(points, len(whole))


def _mark(row: dict[str, object]) -> Mark:
    manual, automatic, extra = row["manual"], row["auto"], row["extra"]
    base = manual if manual is not None else automatic
    most = float(str(row["max"]))
    # Extra credit cannot lift a task above its points, or 100 would not be the whole of a session.
    points = None if base is None else min(max(float(str(base)) + float(str(extra or 0.0)), 0.0), most)
    return Mark(
        learner=str(row["learner"]),
        session=str(row["session"]),
        task=str(row["task"]),
        points=points,
        maximum=most,
        waits=bool(row["waits"]),
        comment=str(row["comment"]),
    )
