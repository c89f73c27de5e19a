"""One command at a time on a class folder; a killed command lets go by itself."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from lentera.classroom.errors import ClassroomError
from lentera.words import _

_FILE = "sedang-bekerja"


@contextlib.contextmanager
def alone(private: Path) -> Iterator[None]:
    """Hold the class folder while a command changes it.

    Raises
    ------
    ClassroomError
        When another command holds it.
    """
    with held(private) as got_it:
        if not got_it:
            raise ClassroomError(
                _("Another command is working on the class folder {folder}.").format(folder=private.parent),
                _("Wait until it is done, then try again."),
            )
        yield


@contextlib.contextmanager
def held(private: Path) -> Iterator[bool]:
    """Hold the class folder if nobody else does, and tell whether that went well."""
    private.mkdir(parents=True, exist_ok=True)
    with (private / _FILE).open("ab") as stream:
        yield _lock(stream)


def _lock(stream: IO[bytes]) -> bool:
    """Take the system's lock on an open file; the system frees it when the file is closed."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - each system has one of the two modules

            stream.seek(0)
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - as above

            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
