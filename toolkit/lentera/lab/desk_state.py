"""Read what the pages show: the log, the course and the files on the desk."""

from dataclasses import dataclass

from lentera.course import Course, content_root, load_course
from lentera.desk import GUEST, Desk
from lentera.lab.home_view import Lantern, OnDesk, lanterns
from lentera.lab.workspace import SessionFiles, session_files
from lentera.progress import LearnerView, LogError, Statement, learner_view


@dataclass(frozen=True)
class DeskState:
    """All that a page may show, read once for one request.

    Attributes
    ----------
    view, open_view : LearnerView
        Progress in the whole course, and in the sessions that are on the desk.
    trouble : str
        A sentence when the log could not be read; empty otherwise.
    """

    course: Course
    view: LearnerView
    open_view: LearnerView
    files: dict[str, SessionFiles]
    trouble: str

    @property
    def lanterns(self) -> tuple[Lantern, ...]:
        """Return the map of the twelve sessions."""
        return lanterns(self.view, self.open_view, self.course)


def read_state(desk: Desk) -> DeskState:
    """Read course, log and files of a desk.

    Raises
    ------
    CourseError, FileNotFoundError
        When the course itself cannot be read.
    """
    course = load_course(content_root())
    learner = desk.learner or GUEST
    statements, trouble = _statements(desk, learner)
    files = session_files(desk)
    here = OnDesk({key: session for key, session in course.sessions.items() if key in files})
    return DeskState(
        course,
        learner_view(statements, course, learner),
        learner_view(statements, here, learner),
        files,
        trouble,
    )


def _statements(desk: Desk, learner: str) -> tuple[list[Statement], str]:
    try:
        with desk.open_log() as log:
            return list(log.statements(learners=[learner])), str(log.warning or "")
    except LogError as error:
        return [], str(error)
