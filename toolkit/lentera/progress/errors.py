"""What can go wrong with the log, and what to do next."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from lentera.words import _


class StatementError(ValueError):
    """Report a statement that has not the shape the log keeps."""


class LogError(Exception):
    """Report that the log could not do what was asked."""


class LogConflict(LogError):  # noqa: N818 - reads as what happened
    """Report a statement whose id is taken by a different one."""


class LogNotRead(LogError):  # noqa: N818 - reads as what happened
    """Report a log that cannot be read; ``str()`` is whole sentences for people."""

    def __init__(self, where: str) -> None:
        super().__init__(
            _("The progress record cannot be read: {where}. Keep this file and call the trainer.").format(
                where=where
            )
        )


class LogNotWritten(LogError):  # noqa: N818 - reads as what happened
    """Report a statement that was not recorded; callers may go on, the answer files are what matters.

    ``str()`` is whole sentences for people: what happened, where, what next.
    """

    def __init__(self, where: str, cause: BaseException | None = None) -> None:
        super().__init__(_not_written(primary_code(cause)).format(where=where))


def primary_code(cause: BaseException | None) -> int:
    """Return SQLite's primary error code, or 0 for another database or error."""
    original = getattr(cause, "orig", cause)
    return getattr(original, "sqlite_errorcode", 0) & 0xFF


def _not_written(code: int) -> str:
    if code == sqlite3.SQLITE_FULL:
        return _(
            "The progress record is not written yet: the disk is full ({where}). "
            "Delete files you no longer use, then try again."
        )
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
        return _(
            "The progress record is not written yet: its folder can only be read ({where}). "
            "Ask the trainer to open the folder for writing."
        )
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return _(
            "The progress record is not written yet: another program is using it ({where}). "
            "Close that program, then try again."
        )
    return _("The progress record is not written yet: {where}. Keep working and tell the trainer.")


@dataclass(frozen=True)
class DamagedLog:
    """Tell that a damaged log was kept aside and a new one was begun.

    Attributes
    ----------
    kept_as : Path
        Where the damaged file lies now; it is never deleted.
    rescued : int
        Statements that could still be read from it and are in the new log.
    """

    kept_as: Path
    rescued: int

    def __str__(self) -> str:
        return _(
            "The progress record was damaged. {rescued} notes were rescued. "
            "The damaged file is kept as {name}. Show it to the trainer."
        ).format(rescued=self.rescued, name=self.kept_as.name)
