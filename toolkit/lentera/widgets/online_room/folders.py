"""The real files of the homework: what comes down lies in ``unduhan``, what was sent in ``kiriman``."""

import errno
from contextlib import suppress
from pathlib import Path
from typing import Final

from lentera.answers import AnswerNotSaved
from lentera.atomic import remove_dead_drafts, write_atomically
from lentera.literacy.online_room.assignments import MOST_CHARACTERS

DOWNLOADS: Final = "unduhan"
SENT: Final = "kiriman"


class Folders:
    """Write, read and remove the homework's files beside a notebook, and take back what a gesture did.

    Parameters
    ----------
    folder : Path
        The notebook's folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._before: dict[Path, bytes | None] = {}

    def settle(self) -> None:
        """Keep what earlier gestures wrote."""
        self._before = {}

    def take_back(self) -> None:
        """Undo what was written since `settle`; what the disk does not take back stays."""
        for path, content in self._before.items():
            with suppress(OSError):
                if content is None:
                    path.unlink(missing_ok=True)
                else:
                    write_atomically(path, content)
        self._before = {}

    def write(self, kind: str, name: str, text: str) -> None:
        """Write a file whole or not at all.

        Raises
        ------
        AnswerNotSaved
            When the disk does not take it, or a link leads elsewhere.
        """
        path = self._folder / kind / name
        try:
            self._stay_inside(path)
            self._note(path)
            remove_dead_drafts(path)
            write_atomically(path, text.encode("utf-8", "replace"))
        except OSError as error:
            raise AnswerNotSaved(path, error) from error

    def remove(self, kind: str, name: str) -> None:
        """Remove a file that may be gone already; raise `AnswerNotSaved` when the disk does not let it go."""
        path = self._folder / kind / name
        try:
            self._stay_inside(path)
            self._note(path)
            path.unlink(missing_ok=True)
        except OSError as error:
            raise AnswerNotSaved(path, error) from error

    def read(self, kind: str, name: str) -> str | None:
        """Return a file's text as another program may have left it; None when it cannot be read."""
        path = self._folder / kind / name
        try:
            self._stay_inside(path)
            with path.open("rb") as stream:
                content = stream.read(4 * MOST_CHARACTERS)
        except OSError:
            return None
        return content.decode("utf-8-sig", "replace").replace("\r\n", "\n")[:MOST_CHARACTERS]

    def _note(self, path: Path) -> None:
        if path not in self._before:
            self._before[path] = path.read_bytes() if path.is_file() else None

    def _stay_inside(self, path: Path) -> None:
        if path.is_symlink() or path.parent.is_symlink():
            raise OSError(errno.EACCES, "this is a link to another place")
