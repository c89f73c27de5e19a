"""Make the notebooks that learners get from the sources: nothing hidden in them, same bytes each time."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lentera.atomic import write_atomically
from lentera.classroom import ClassFolder, ClassroomError, folders
from lentera.classroom.errors import cause_in_words
from lentera.classroom.lock import alone
from lentera.grading.engine import Engine
from lentera.grading.nbgrader_names import RELEASING
from lentera.words import _


@dataclass(frozen=True)
class Released:
    """Tell which assignments were released, and which of them changed."""

    sessions: tuple[str, ...]
    changed: tuple[str, ...]

    def sentences(self) -> list[str]:
        """Return what to tell the trainer."""
        return [
            (
                _("Session {number}: the assignment is released.")
                if session in self.changed
                else _("Session {number}: the assignment is as before.")
            ).format(number=int(session[1:]))
            for session in self.sessions
        ]

    def to_json(self) -> dict[str, Any]:
        """Return the result for a program that reads it."""
        return {"sessions": list(self.sessions), "changed": list(self.changed)}


def sources(course: Path) -> list[str]:
    """Return the sessions that have an assignment source."""
    return sorted(path.parent.name for path in course.glob("source/*/*.ipynb"))


def require_assignments(session_ids: Sequence[str], have: Sequence[str]) -> None:
    """Raise ClassroomError when a session is not among those that have an assignment."""
    for session in session_ids:
        if session not in have:
            raise ClassroomError(
                _("Session {session} has no assignment yet.").format(session=session),
                _("These have one: {sessions}.").format(sessions=", ".join(have) or "-"),
            )


def release(course: ClassFolder | Path, session_ids: Sequence[str]) -> Released:
    """Release assignments.

    Parameters
    ----------
    course : ClassFolder or Path
        A class folder (the gradebook learns of the assignment), or the ``grading`` folder of the course.
    session_ids : sequence of str
        Such as ``s06``; all that have a source when empty.

    Raises
    ------
    ClassroomError
        When there is no such source, or nbgrader does not accept it; earlier releases stay.
    """
    root = course.root if isinstance(course, ClassFolder) else course.resolve()
    try:
        with alone(root / ".lentera"), Engine(root) as engine:
            return release_with(engine, root, session_ids, gradebook=isinstance(course, ClassFolder))
    finally:
        if not isinstance(course, ClassFolder):  # the repository keeps sources and releases, nothing else
            folders.remove(root / ".lentera")


def release_with(engine: Engine, root: Path, session_ids: Sequence[str], *, gradebook: bool) -> Released:
    """Release assignments with an engine that is running already; raises as `release` does."""
    have = sources(root)
    require_assignments(session_ids, have)
    wanted = list(session_ids) or have
    changed = []
    try:
        for step in engine.run({"do": "release", "sessions": wanted, "gradebook": gradebook}):
            if step["error"] and folders.disk_is_full(root):
                raise _not_written(_("the disk is full"))
            if step["error"]:
                raise ClassroomError(
                    _("The assignment {session} could not be released: {cause}").format(
                        session=step["session"], cause=step["error"]
                    ),
                    _("Put the source right, then release again. The earlier release stays."),
                )
            if _take_place(root, step["session"]):
                changed.append(step["session"])
    except OSError as error:
        raise _not_written(cause_in_words(error)) from error
    finally:
        folders.remove(root / RELEASING)
    return Released(tuple(wanted), tuple(changed))


def _not_written(cause: str) -> ClassroomError:
    return ClassroomError(
        _("The assignments could not be written: {cause}.").format(cause=cause),
        _("Free some space, then run the command again. The earlier release stays."),
    )


def _take_place(root: Path, session: str) -> bool:
    """Move a finished release to its place, file by file so that only what differs changes."""
    new, place = root / RELEASING / session, root / "release" / session
    wanted = {path.relative_to(new): path.read_bytes() for path in new.rglob("*") if path.is_file()}
    changed = False
    for name, content in wanted.items():
        path = place / name
        if not path.is_file() or path.read_bytes() != content:
            write_atomically(path, content)
            changed = True
    for path in [path for path in place.rglob("*") if path.is_file()]:
        if path.relative_to(place) not in wanted:
            folders.remove(path)
            changed = True
    return changed
