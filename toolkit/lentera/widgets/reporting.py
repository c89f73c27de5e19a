"""Log what a check found."""

from typing import TYPE_CHECKING

from lentera.place import Place
from lentera.rules import MistakeKind, Report

if TYPE_CHECKING:
    from lentera.progress import Recorder


def log_try(place: Place, report: Report, points: float, *, hints: int = 0) -> None:
    """Log one check of one task.

    Work that is only under way is an attempt, not a wrong try: a learner who checks after every lead is
    careful, and must not show up as one who needs help.
    """

    def write(recorder: "Recorder") -> None:
        from lentera.progress import Result, Score, Verb, task  # noqa: PLC0415 - grading a cell must not load SQLAlchemy

        score = Score(report.points(points), points) if points > 0 else None
        found = report.finding
        mistake = found.finding.mistake if found else None
        if not report.holds and (found is None or found.kind is MistakeKind.UNFINISHED):
            result = Result(score, None, None, found.rule.id if found else None, mistake, hints)
            recorder.record(Verb.ATTEMPTED, task(report.task), result)
            return
        recorder.tried(
            report.task,
            holds=report.holds,
            score=score,
            rule=found.rule.id if found else None,
            mistake=mistake,
            hints=hints,
        )

    place.record(write)
