"""The last milestones of an answer, kept beside it for the day its file is damaged."""

import contextlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from lentera.answers.envelope import Answer, UnreadableAnswer, from_bytes, to_bytes
from lentera.atomic import write_atomically

KEPT = 20
"""Milestones kept of each answer."""

PACE = timedelta(minutes=1)
"""A change becomes a milestone once the newest one is this old: most keystrokes cost one write only."""


@dataclass(frozen=True)
class History:
    """Keep a ring of milestones of one answer.

    Parameters
    ----------
    folder : Path
        The hidden folder beside the answer files.
    task : str
        Name of the answer file, without ``.json``.
    """

    folder: Path
    task: str

    def newest_first(self) -> Iterator[Answer]:
        """Yield the readable milestones, newest first; each says which file it came from."""
        for __, path in reversed(self._numbered()):
            with contextlib.suppress(OSError, UnreadableAnswer):
                answer = from_bytes(self.task, path.read_bytes())
                if answer is not None:
                    yield replace(answer, recovered_from=path)

    def is_due(self, answer: Answer) -> bool:
        """Tell whether an answer is new and late enough to become a milestone by itself."""
        newest = next(self.newest_first(), None)
        # A clock that was set back must not stop the history, hence the distance and not the order.
        return newest is None or abs(answer.saved_at - newest.saved_at) >= PACE

    def keep(self, answer: Answer) -> None:
        """Add a milestone unless the newest one says the same, and drop the oldest beyond the ring.

        Raises
        ------
        OSError
            When the milestone cannot be written.
        """
        newest = next(self.newest_first(), None)
        if newest is not None and newest.payload == answer.payload:
            return
        path = self._claim_next()
        try:
            write_atomically(path, to_bytes(self.task, answer.payload, answer.saved_at))
        except OSError:
            with contextlib.suppress(OSError):
                path.unlink()
            raise
        for __, old in self._numbered()[:-KEPT]:
            with contextlib.suppress(OSError):
                old.unlink()

    def _claim_next(self) -> Path:
        """Take the next number for this process alone."""
        self.folder.mkdir(parents=True, exist_ok=True)
        numbered = self._numbered()
        number = numbered[-1][0] + 1 if numbered else 1
        while True:
            path = self.folder / f"{self.task}.{number}.json"
            try:
                os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
            except FileExistsError:
                number += 1
            else:
                return path

    def _numbered(self) -> list[tuple[int, Path]]:
        name = re.compile(re.escape(self.task) + r"\.(\d+)\.json")
        try:
            found = [(name.fullmatch(path.name), path) for path in self.folder.iterdir()]
        except OSError:
            return []
        return sorted((int(match[1]), path) for match, path in found if match)
