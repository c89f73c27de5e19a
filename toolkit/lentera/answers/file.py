"""One answer on disk: save it at every change, and find it again whatever happened meanwhile."""

import contextlib
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from lentera.answers.envelope import Answer, UnreadableAnswer, from_bytes, to_bytes
from lentera.answers.errors import AnswerNotSaved
from lentera.answers.history import History
from lentera.atomic import patiently, remove_dead_drafts, write_atomically

FOLDER = "jawaban"
HISTORY_FOLDER = ".riwayat"

_TASK_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_NAME = 60
_WINDOWS_DEVICES = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}


def answers_folder(start: Path) -> Path:
    """Return the folder of the answer files beside a notebook in ``start``."""
    return start / FOLDER


class AnswerFile:
    """Save and load one answer.

    Parameters
    ----------
    folder : Path
        The ``jawaban`` folder; made at the first save.
    task : str
        Name of the file without ``.json``: small letters, digits and single dashes, such as ``s06-rangkai``.

    Raises
    ------
    ValueError
        When the name could leave the folder or cannot be a file name everywhere.
    """

    def __init__(self, folder: Path, task: str) -> None:
        if not _TASK_NAME.fullmatch(task) or len(task) > _LONGEST_NAME or task in _WINDOWS_DEVICES:
            raise ValueError(
                f"{task!r} cannot name an answer file. "
                "Use small letters, digits and single dashes, such as s06-rangkai."
            )
        self.folder = folder
        self.task = task
        self.path = folder / f"{task}.json"
        self._history = History(folder / HISTORY_FOLDER, task)
        self._seen = False  # whether a damaged file, if any, has been kept aside

    def save(self, payload: Mapping[str, Any], saved_at: datetime, *, milestone: bool = False) -> None:
        """Write the answer; when this returns, a power cut cannot take it away.

        Parameters
        ----------
        payload : mapping
            JSON values only.
        saved_at : datetime
            With an offset.
        milestone : bool
            Keep this state in the history for certain, as when the learner asks for a check. Other saves
            are kept about once a minute.

        Raises
        ------
        AnswerNotSaved
            When the disk is full or the folder cannot be written; the earlier answer is untouched.
        ValueError, TypeError
            When the payload is not JSON or the time has no offset.
        """
        content = to_bytes(self.task, payload, saved_at)
        if not self._seen:  # never write over a damaged file that nobody has looked at
            with contextlib.suppress(OSError):
                self.load()
        self._write(content)
        answer = Answer(self.task, payload, saved_at)
        with contextlib.suppress(OSError):  # the answer itself is safe; the history is only a second net
            if milestone or self._history.is_due(answer):
                self._history.keep(answer)

    def load(self) -> Answer | None:
        """Read the answer back; None when there is none yet.

        A file that is damaged or was lost is replaced by the newest milestone of the history, and
        `Answer.recovered_from` names it. The damaged file is kept as ``<task>.rusak-1.json``. In a folder
        that can only be read nothing is moved and the same answer is returned.

        Raises
        ------
        OSError
            When the file is there but the disk does not give it out.
        """
        remove_dead_drafts(self.path)
        self._seen = True
        try:
            content = patiently(self.path.read_bytes)
        except (FileNotFoundError, NotADirectoryError):
            return self._recover()
        try:
            return from_bytes(self.task, content)
        except UnreadableAnswer:
            with contextlib.suppress(OSError):
                self._keep_aside(content)
            return self._recover()

    def start_over(self, saved_at: datetime | None = None) -> None:
        """Begin anew: `load` returns None afterwards, and the old answer stays in the history.

        Parameters
        ----------
        saved_at : datetime, optional
            With an offset; the time of the old answer when left out.

        Raises
        ------
        AnswerNotSaved
            When the disk does not take it; the old answer is untouched.
        """
        answer = self.load()
        if answer is None:
            return
        try:
            self._history.keep(answer)
        except OSError as error:
            raise AnswerNotSaved(self.path, error) from error
        self._write(to_bytes(self.task, None, saved_at or answer.saved_at))

    def history(self) -> tuple[Answer, ...]:
        """Return the readable milestones, newest first."""
        return tuple(self._history.newest_first())

    def damaged_files(self) -> tuple[Path, ...]:
        """Return the damaged files that were kept aside, oldest first."""
        name = re.compile(re.escape(self.task) + r"\.rusak-(\d+)\.json")
        try:
            found = [(name.fullmatch(path.name), path) for path in self.folder.iterdir()]
        except OSError:
            return ()
        return tuple(path for __, path in sorted((int(match[1]), path) for match, path in found if match))

    def _write(self, content: bytes) -> None:
        try:
            write_atomically(self.path, content)
        except OSError as error:
            raise AnswerNotSaved(self.path, error) from error

    def _recover(self) -> Answer | None:
        answer = next(self._history.newest_first(), None)
        if answer is None:
            return None
        with contextlib.suppress(OSError):  # the next load finds the same milestone again
            write_atomically(self.path, to_bytes(self.task, answer.payload, answer.saved_at))
        return answer

    def _keep_aside(self, content: bytes) -> None:
        """Copy the damaged content aside, and never twice; the main file stays until it is replaced."""
        kept = self.damaged_files()
        if any(path.read_bytes() == content for path in kept):
            return
        number = 1
        while (aside := self.folder / f"{self.task}.rusak-{number}.json").exists():
            number += 1
        write_atomically(aside, content)
