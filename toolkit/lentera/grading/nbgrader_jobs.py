"""The part that talks to nbgrader; it runs as a process of its own.

nbgrader changes the working folder, logs, warns, and starts kernels that inherit its environment. As a child
process it gets a bare environment without the trainer's secrets, and its death costs one job, not the class.
One JSON job comes in on each line of standard input; one JSON line goes out for each thing done, and
``null`` when the job is done. It lives as long as its caller, because importing nbgrader takes seconds.
"""

import asyncio
import json
import logging
import sys
import warnings
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters import Autograde, GenerateAssignment
from nbgrader.converters.base import BaseConverter, NbGraderException
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from lentera.grading.nbgrader_names import READY, RELEASING


def run(job: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Do one job and tell what was done, step by step."""
    course = Path(job["course"])
    if job["do"] == "release":
        for session in job["sessions"]:
            yield {"session": session, "error": _release(course, session, in_gradebook=job["gradebook"])}
    elif job["do"] == "grade":
        learner, session = job["learner"], job["session"]
        yield {"learner": learner, "session": session, "error": _grade(course, learner, session)}
    elif job["do"] == "marks":
        yield {"marks": list(_marks(course, job["sessions"]))}


def _config(course: Path) -> Config:
    return PyFileConfigLoader("nbgrader_config.py", path=str(course)).load_config()


def _course_directory(course: Path, config: Config, **traits: str) -> CourseDirectory:
    return CourseDirectory(config=config, **{"root": str(course), **traits})


def _convert(converter: BaseConverter, log: "_Complaints") -> str:
    """Run a converter; return what went wrong, empty when nothing did."""
    converter.log = log.logger
    try:
        converter.start()
    except (NbGraderException, SystemExit):
        return log.text() or "nbgrader stopped"
    except Exception as error:  # noqa: BLE001 - one broken submission must not stop the class
        return f"{type(error).__name__}: {error}"
    return ""


def _release(course: Path, session: str, *, in_gradebook: bool) -> str:
    config = _config(course)
    if not in_gradebook:
        config.SaveCells.enabled = False
        config.GenerateAssignment.no_database = True
    directory = _course_directory(course, config, assignment_id=session, release_directory=RELEASING)
    return _convert(GenerateAssignment(coursedir=directory, config=config, force=True), _Complaints())


def _grade(course: Path, learner: str, session: str) -> str:
    config = _config(course)
    directory = _course_directory(
        course, config, assignment_id=session, student_id=learner, submitted_directory=READY
    )
    return _convert(Autograde(coursedir=directory, config=config, force=True), _Complaints())


def _marks(course: Path, sessions: list[str]) -> Iterator[dict[str, Any]]:
    directory = _course_directory(course, _config(course))
    with Gradebook(directory.db_url, directory.course_id) as gradebook:
        for session in sessions:
            try:
                submissions = gradebook.assignment_submissions(session)
            except MissingEntry:
                continue
            for submission in submissions:
                for notebook in submission.notebooks:
                    comments = {comment.name: comment.comment or "" for comment in notebook.comments}
                    for grade in notebook.grades:
                        yield {
                            "learner": submission.student.id,
                            "session": session,
                            "task": grade.name,
                            "max": grade.max_score,
                            "auto": grade.auto_score,
                            "manual": grade.manual_score,
                            "extra": grade.extra_credit or 0.0,
                            "waits": bool(grade.needs_manual_grade),
                            "comment": comments.get(grade.name, ""),
                        }


class _Complaints(logging.Handler):
    """Gather what nbgrader logs as an error, for the class folder's log."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []
        self.logger = logging.getLogger("lentera.nbgrader")
        self.logger.propagate = False
        self.logger.handlers = [self]

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
        sys.stderr.write(f"{record.getMessage()}\n")  # the parent keeps it in penilaian.log

    def text(self) -> str:
        return "\n".join(self.lines)


def main() -> None:
    """Read jobs, do them, write what was done."""
    warnings.simplefilter("ignore")
    asyncio.set_event_loop(asyncio.new_event_loop())
    out = sys.stdout
    sys.stdout = sys.stderr  # nothing but the protocol may reach standard output
    for line in sys.stdin:
        for step in chain(run(json.loads(line)), [None]):
            out.write(json.dumps(step) + "\n")
            out.flush()


if __name__ == "__main__":
    main()
