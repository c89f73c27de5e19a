"""Give marks back: write each learner's page, and seal it for her."""

import errno
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from lentera.atomic import write_atomically
from lentera.classroom import ClassFolder, ClassroomError, Kind, Manifest, folders, log_lines
from lentera.classroom.collecting import TAG
from lentera.classroom.envelope import FEEDBACK_NAME, LOG_NAME, SUFFIX, seal
from lentera.classroom.keys import signing_key
from lentera.classroom.lock import alone
from lentera.course import Session, content_root, load_course
from lentera.grading.engine import Engine
from lentera.grading.feedback_page import compose, render
from lentera.grading.marks import counting_points, read_marks, record_marks
from lentera.grading.releasing import require_assignments
from lentera.progress import LogError, Verb
from lentera.progress import task as task_activity
from lentera.words import _


def local_now() -> datetime:
    """Return the laptop's time with its offset."""
    return datetime.now().astimezone()


@dataclass(frozen=True)
class FeedbackGiven:
    """Tell which learners' feedback is ready, and where the envelopes lie.

    Attributes
    ----------
    envelopes : mapping of (str, str) to Path
        By learner and session.
    recorded : int
        Marks that are new in the class log.
    broken_off : sequence of (str, str)
        Learners and sessions whose grading stopped midway: no feedback is given for them.
    outdated : sequence of (str, str)
        Those who handed in again after the grading: their feedback is about the earlier work.
    """

    envelopes: Mapping[tuple[str, str], Path]
    recorded: int
    broken_off: Sequence[tuple[str, str]] = ()
    outdated: Sequence[tuple[str, str]] = ()

    def sentences(self) -> list[str]:
        """Return what to tell the trainer."""
        notes = [
            _("{learner}, session {number}: the grading stopped midway. Grade again first.").format(
                learner=learner, number=int(session[1:])
            )
            for learner, session in self.broken_off
        ]
        notes += [
            _("{learner}, session {number}: newer work is not graded yet. Grade again.").format(
                learner=learner, number=int(session[1:])
            )
            for learner, session in self.outdated
        ]
        if not self.envelopes:
            return notes or [_("There is no graded work yet. Grade first.")]
        place = next(iter(self.envelopes.values())).parent
        return [
            *notes,
            _("Feedback for {count} learners lies in {folder}.").format(
                count=len({learner for learner, _session in self.envelopes}), folder=place
            ),
            _("Each learner takes it from the home page."),
        ]

    def to_json(self) -> dict[str, Any]:
        """Return the result for a program that reads it."""
        return {
            "envelopes": [
                {"learner": learner, "session": session, "file": str(path)}
                for (learner, session), path in sorted(self.envelopes.items())
            ],
            "broken_off": [list(pair) for pair in self.broken_off],
            "outdated": [list(pair) for pair in self.outdated],
        }


def feedback(
    classroom: ClassFolder,
    session_ids: Sequence[str],
    *,
    to: str | Path | None = None,
    now: Callable[[], datetime] = local_now,
) -> FeedbackGiven:
    """Write feedback pages into nbgrader's ``feedback/`` and seal one envelope for each learner and session.

    Parameters
    ----------
    classroom : ClassFolder
        The class.
    session_ids : sequence of str
        Such as ``s06``; all that have an assignment when empty.
    to : str or Path, optional
        ``usb:DIR`` or a folder; the class folder's own outbox when left out.
    now : callable
        The clock.

    Raises
    ------
    ClassroomError
        When a session has no assignment, or the place is not there or full; what was written stays.
    """
    require_assignments(session_ids, classroom.sessions())
    place = _place(classroom, to)
    try:
        with alone(classroom.private):
            return _give(classroom, list(session_ids) or classroom.sessions(), now(), place)
    except LogError as error:
        raise ClassroomError(
            _("The marks could not be written into the class log."),
            _("Free some space on this laptop. Then give feedback again."),
        ) from error


def _give(classroom: ClassFolder, sessions: Sequence[str], now: datetime, place: Path) -> FeedbackGiven:
    course = load_course(content_root())
    marks = []
    if (classroom.root / "gradebook.db").exists():
        with Engine(classroom.root) as engine:
            marks = read_marks(engine, sessions)
    recorded = record_marks(classroom, marks)
    envelopes, broken_off, outdated = {}, [], []
    for session in sessions:
        learners = sorted({mark.learner for mark in marks if mark.session == session})
        counting = counting_points(classroom, course, learners, session)
        for learner in learners:
            if not classroom.autograded(learner, session).is_dir():
                broken_off.append((learner, session))
                continue
            if _has_newer_work(classroom, learner, session):
                outdated.append((learner, session))
            own = {mark.task: mark for mark in marks if (mark.learner, mark.session) == (learner, session)}
            page = compose(classroom, course, learner, session, own, counting[learner])
            html = render(page).encode()
            statements = _statements(classroom, course.session(session), learner)
            try:
                write_atomically(classroom.root / "feedback" / learner / session / f"{session}.html", html)
                files = {FEEDBACK_NAME: html, LOG_NAME: statements}
                envelopes[learner, session] = _seal(classroom, place, (learner, session), now, files)
            except OSError as error:
                raise _not_written(place, error) from error
    return FeedbackGiven(envelopes, recorded, broken_off, outdated)


def _has_newer_work(classroom: ClassFolder, learner: str, session: str) -> bool:
    """Tell whether another envelope was taken in since; its tag travels with the work."""
    handed_in, graded = (
        place(learner, session) / TAG for place in (classroom.submitted, classroom.autograded)
    )
    return handed_in.is_file() and graded.is_file() and handed_in.read_bytes() != graded.read_bytes()


def _seal(
    classroom: ClassFolder, place: Path, whose: tuple[str, str], now: datetime, files: Mapping[str, bytes]
) -> Path:
    """Seal feedback for the outbox and the stick; earlier feedback of hers makes room there."""
    learner, session = whose
    counter = _next_counter((classroom.outbox, place), learner, session)
    manifest = Manifest(Kind.FEEDBACK, learner, session, now, classroom.device, counter)
    name = f"{learner}_{session}_umpan-balik_{counter}{SUFFIX}"
    key = signing_key(classroom.private)
    seal(classroom.outbox / name, manifest, files, key)
    envelope = seal(place / name, manifest, files, key)
    for folder in {classroom.outbox, place}:
        for path in folder.iterdir():
            if path.name != name and _name_shape(learner, session).fullmatch(path.name):
                folders.remove(path)
    return envelope


def _statements(classroom: ClassFolder, session: Session, learner: str) -> bytes:
    activities = [task_activity(task.id) for task in session.tasks]
    with classroom.open_log() as log:
        return log_lines.written(
            log.statements(learners=[learner], verbs=[Verb.GRADED], activities=activities)
        )


def _place(classroom: ClassFolder, to: str | Path | None) -> Path:
    if to is None:
        return classroom.outbox
    text = str(to)
    place = Path(text.removeprefix("usb:")).expanduser()
    if text.startswith("usb:") and not place.is_dir():
        raise ClassroomError(
            _("The USB stick {folder} was not found.").format(folder=place),
            _("Plug the stick in and wait a moment. Then try again."),
        )
    return place


def _name_shape(learner: str, session: str) -> re.Pattern[str]:
    return re.compile(rf"{learner}_{session}_umpan-balik_(\d{{1,8}}){re.escape(SUFFIX)}")


def _next_counter(places: Sequence[Path], learner: str, session: str) -> int:
    shape = _name_shape(learner, session)
    names = (path.name for place in places if place.is_dir() for path in place.iterdir())
    return 1 + max((int(match[1]) for name in names if (match := shape.fullmatch(name))), default=0)


def _not_written(place: Path, error: OSError) -> ClassroomError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return ClassroomError(
            _("{folder} is full. Not all feedback is there yet.").format(folder=place),
            _("Use another stick or delete files there. Then give feedback again."),
        )
    return ClassroomError(
        _("{folder} does not take the feedback.").format(folder=place),
        _("Plug the stick in again or use another one. Then give feedback again."),
    )
