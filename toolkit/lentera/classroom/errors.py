"""The one error of hub and grading: what happened, where, and what to do next."""

import errno

from lentera.progress import LogError
from lentera.words import _


class ClassroomError(Exception):
    """Report work that could not be done, in sentences a trainer or learner can act on.

    Parameters
    ----------
    what : str
        What happened and where, as one sentence in the reader's language.
    next_step : str
        What to do now, as one sentence; empty when there is nothing to do.
    """

    def __init__(self, what: str, next_step: str = "") -> None:
        super().__init__(f"{what} {next_step}".strip())
        self.what = what
        self.next_step = next_step

    def sentences(self) -> list[str]:
        """Return the sentences to show, in order."""
        return [sentence for sentence in (self.what, self.next_step) if sentence]

    def to_json(self) -> dict[str, str]:
        """Return the error for a program that reads it."""
        return {"error": self.what, "next": self.next_step}


def cause_in_words(error: Exception) -> str:
    """Return why a file was not written, in the reader's language wherever the cause is a known one."""
    if isinstance(error, LogError):
        return _("the class log does not take it")
    number = getattr(error, "errno", None)
    if number in {errno.ENOSPC, errno.EDQUOT}:
        return _("the disk is full")
    if number in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return _("the folder can only be read")
    if number in {errno.EIO, errno.ENODEV, errno.ENOENT}:
        return _("the disk or stick stopped answering")
    return str(error)
