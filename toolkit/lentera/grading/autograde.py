"""Grade a class: put each submission right, let nbgrader grade it, tell the log."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lentera.classroom import ClassFolder, ClassroomError, folders
from lentera.classroom.errors import cause_in_words
from lentera.classroom.lock import alone
from lentera.course import content_root, load_course
from lentera.grading.engine import Engine
from lentera.grading.marks import Mark, counting_points, points_text, read_marks, record_marks
from lentera.grading.nbgrader_names import READY
from lentera.grading.releasing import release_with
from lentera.grading.repair import repair
from lentera.progress import LogError
from lentera.words import _

Progress = Callable[[int, int, str], object]
"""Called after each submission: how many are done, how many there are, whose was the last."""


@dataclass(frozen=True)
class LearnerGraded:
    """Tell how one submission was graded.

    Attributes
    ----------
    marks : tuple of Mark
        Empty when the submission could not be graded.
    repairs : tuple of str
        What was put right before, in words.
    trouble : str
        Why it could not be graded, or was graded another way; empty on an ordinary day.
    counting : mapping of str to float
        What counts by task [points]: the best marks so far.
    """

    learner: str
    session: str
    marks: tuple[Mark, ...] = ()
    repairs: tuple[str, ...] = ()
    trouble: str = ""
    graded: bool = True
    counting: Mapping[str, float] = field(default_factory=dict)

    def sentences(self) -> list[str]:
        """Return what to tell the trainer."""
        about = {"learner": self.learner, "number": int(self.session[1:])}
        if not self.graded:
            return [_("{learner}, session {number}: not graded.").format(**about), self.trouble]
        known = [mark for mark in self.marks if mark.points is not None]
        told = _("{learner}, session {number}: {points} of {maximum} points.").format(
            points=points_text(sum(mark.points or 0.0 for mark in known)),
            maximum=points_text(sum(mark.maximum for mark in known)),
            **about,
        )
        waiting = [mark.task for mark in self.marks if mark.points is None]
        said = [told]
        kept = sum(max(mark.points or 0.0, self.counting.get(mark.task, 0.0)) for mark in known)
        if kept > sum(mark.points or 0.0 for mark in known):
            said.append(_("The best marks so far stay: {points} points.").format(points=points_text(kept)))
        if waiting:
            said.append(_("Not marked yet: {tasks}.").format(tasks=", ".join(waiting)))
        return [*said, *self.repairs, *([self.trouble] if self.trouble else [])]

    def to_json(self) -> dict[str, Any]:
        """Return the result for a program that reads it."""
        return {
            "learner": self.learner,
            "session": self.session,
            "graded": self.graded,
            "marks": {mark.task: mark.points for mark in self.marks},
            "counting": dict(self.counting),
            "repairs": list(self.repairs),
            "trouble": self.trouble,
        }


@dataclass(frozen=True)
class Graded:
    """Gather the results of one run."""

    learners: tuple[LearnerGraded, ...]
    recorded: int

    def sentences(self) -> list[str]:
        """Return what to tell the trainer."""
        if not self.learners:
            return [_("There is nothing to grade yet. Collect envelopes first.")]
        summary = _("{graded} of {all} submissions are graded.").format(
            graded=sum(each.graded for each in self.learners), all=len(self.learners)
        )
        said = [no_sandbox(), summary, *(line for each in self.learners for line in each.sentences())]
        if any(mark.points is None for each in self.learners for mark in each.marks):
            said.append(_("Mark what is not marked yet with: lentera trainer."))
        if any(each.graded for each in self.learners):
            said.append(_("Give the marks back with: lentera feedback --all."))
        return said

    def to_json(self) -> dict[str, Any]:
        """Return the result for a program that reads it."""
        return {"learners": [each.to_json() for each in self.learners], "sandbox": False}


def no_sandbox() -> str:
    """Return the plain word on how learners' notebooks are run."""
    return _("Learners' notebooks run on this laptop without a locked room. Grade only your own class.")


def grade(classroom: ClassFolder, session_ids: Sequence[str], progress: Progress | None = None) -> Graded:
    """Grade all submissions of some sessions with nbgrader's own executor, one after another.

    Grading again gives the same marks and keeps those a trainer gave by hand.

    Parameters
    ----------
    classroom : ClassFolder
        The class.
    session_ids : sequence of str
        Such as ``s06``; all that have an assignment when empty.
    progress : callable, optional
        Told after each submission.

    Raises
    ------
    ClassroomError
        When a session has no assignment or the disk is full; earlier marks stay.
    """
    try:
        with alone(classroom.private), Engine(classroom.root) as engine:
            return _grade_with(engine, classroom, session_ids, progress)
    except (OSError, LogError) as error:
        raise ClassroomError(
            _("The grading stopped: {cause}.").format(cause=cause_in_words(error)),
            _("Free some space, then grade again. Earlier marks stay."),
        ) from error


def _grade_with(
    engine: Engine, classroom: ClassFolder, session_ids: Sequence[str], progress: Progress | None
) -> Graded:
    sessions = release_with(engine, classroom.root, session_ids, gradebook=True).sessions
    waiting = [(learner, session) for session in sessions for learner in classroom.submissions(session)]
    if not waiting:
        return Graded((), 0)
    folders.remove(classroom.root / READY)
    repairs = {pair: _make_ready(classroom, *pair) for pair in waiting}
    results = []
    for step, retried in _graded_one_by_one(engine, classroom, waiting):
        pair = step["learner"], step["session"]
        full = bool(step["error"]) and folders.disk_is_full(classroom.root)
        results.append(_result(pair, repairs[pair], step["error"], retried=retried, disk_is_full=full))
        if progress is not None:
            progress(len(results), len(waiting), step["learner"])
    folders.remove(classroom.root / READY)
    graded_pairs = {(each.learner, each.session) for each in results if each.graded}
    marks = [mark for mark in read_marks(engine, sessions) if (mark.learner, mark.session) in graded_pairs]
    recorded = record_marks(classroom, marks)
    course = load_course(content_root())
    counting = {
        session: counting_points(classroom, course, {each.learner for each in results}, session)
        for session in sessions
    }
    told = (replace(each, counting=counting[each.session][each.learner]) for each in results)
    return Graded(tuple(_with_marks(each, marks) for each in told), recorded)


def _graded_one_by_one(
    engine: Engine, classroom: ClassFolder, waiting: Sequence[tuple[str, str]]
) -> Iterator[tuple[dict[str, Any], bool]]:
    """Yield each submission's step; one that broke the grader is tried again with the released notebook.

    The marks come from the answer files, so the released notebook gives what the learner has earned even when
    something she added to hers cannot be run.
    """
    for learner, session in waiting:
        step = _graded(engine, learner, session)
        if not step["error"]:
            yield step, False
            continue
        place = classroom.root / READY / learner / session / f"{session}.ipynb"
        place.write_bytes(classroom.released(session).read_bytes())
        yield _graded(engine, learner, session), True


def _graded(engine: Engine, learner: str, session: str) -> dict[str, Any]:
    """Grade one submission; a grader that died is an error of this one, and the next one starts it anew."""
    try:
        (step,) = engine.run({"do": "grade", "learner": learner, "session": session})
    except ClassroomError as error:
        return {"learner": learner, "session": session, "error": error.what}
    return step


def _make_ready(classroom: ClassFolder, learner: str, session: str) -> tuple[str, ...]:
    """Lay a repaired copy of a submission out for nbgrader; what was handed in stays as it is."""
    handed_in, place = classroom.submitted(learner, session), classroom.root / READY / learner / session
    place.mkdir(parents=True, exist_ok=True)
    name = f"{session}.ipynb"
    for path in handed_in.rglob("*"):
        if path.is_file() and not path.is_symlink() and path.name != name:
            copy = place / path.relative_to(handed_in)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    released = json.loads(classroom.released(session).read_text(encoding="utf-8"))
    repaired = repair(_bytes_of(handed_in / name), released)
    text = json.dumps(repaired.notebook, ensure_ascii=False, indent=1, sort_keys=True)
    (place / name).write_text(text + "\n", encoding="utf-8")
    return tuple(repaired.sentences())


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _result(
    pair: tuple[str, str], repairs: tuple[str, ...], error: str, *, retried: bool, disk_is_full: bool
) -> LearnerGraded:
    learner, session = pair
    if disk_is_full:
        trouble = _("The disk is full. Free some space, then grade again. Earlier marks stay.")
        return LearnerGraded(learner, session, (), repairs, trouble, graded=False)
    if error:
        trouble = _("The reason is in .lentera/penilaian.log. Her earlier marks stay.")
        return LearnerGraded(learner, session, (), repairs, trouble, graded=False)
    trouble = ""
    if retried:
        trouble = _("Her notebook stopped while it ran. The released one was graded with her answers.")
    return LearnerGraded(learner, session, (), repairs, trouble)


def _with_marks(result: LearnerGraded, marks: Sequence[Mark]) -> LearnerGraded:
    own = tuple(mark for mark in marks if (mark.learner, mark.session) == (result.learner, result.session))
    return replace(result, marks=own)
