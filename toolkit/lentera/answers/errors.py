"""What goes wrong when an answer is saved, in words for the learner."""

import errno
from pathlib import Path

from lentera.words import _

_DISK_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}


class AnswerNotSaved(Exception):  # noqa: N818 - reads as what happened: the learner meets it, not a developer
    """Report an answer that could not be written; the earlier file is untouched.

    ``str()`` of it is a whole sentence for the learner: what happened, where, what next.

    Attributes
    ----------
    path : Path
        The answer file.
    """

    def __init__(self, path: Path, cause: OSError) -> None:
        self.path = path
        super().__init__(_sentence(path, cause))


def _sentence(path: Path, cause: OSError) -> str:
    where = "/".join(path.parts[-3:])
    if cause.errno in _DISK_FULL:
        return _(
            "The answer is not saved yet at {where}: the disk of this laptop is full. "
            "Delete files you no longer use. Then repeat the last step. Your earlier answer is safe."
        ).format(where=where)
    if cause.errno in _NOT_ALLOWED:
        return _(
            "The answer is not saved yet at {where}: this folder can only be read. "
            "Keep this page open and call the trainer. Your earlier answer is safe."
        ).format(where=where)
    return _(
        "The answer is not saved yet at {where}: the disk does not respond. "
        "Keep this page open and call the trainer. Your earlier answer is safe."
    ).format(where=where)
