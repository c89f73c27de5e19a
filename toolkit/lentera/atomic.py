"""Replace a file whole or not at all."""

import contextlib
import os
import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

_Result = TypeVar("_Result")

_PATIENCE = (0.01, 0.03, 0.1, 0.3)
"""Waits between tries [s] while a virus scanner or an indexer holds a file open on Windows."""

_SURELY_DEAD_NS = 60 * 10**9
"""A draft that is a minute older than its file will never be finished [ns]."""


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file so that a reader, now or after a power cut, finds the old content or the new.

    Parameters
    ----------
    path : Path
        File to write; its folder is made when it is not there.
    content : bytes
        The whole new content.

    Raises
    ------
    OSError
        When the disk is full or the folder cannot be written; the earlier file is untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}-{secrets.token_hex(4)}.tmp")
    try:
        with draft.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        patiently(lambda: draft.replace(path))
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in a folder survive a power cut, where the platform can."""
    if os.name == "nt":
        return  # a folder cannot be opened there; NTFS journals the rename itself
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some USB file systems refuse to sync a folder
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def patiently(action: Callable[[], _Result]) -> _Result:
    """Try again for a moment while another program holds the file open."""
    for wait in _PATIENCE:
        try:
            return action()
        except PermissionError:
            if os.name != "nt":
                raise  # elsewhere it is about rights, and waiting changes nothing
            time.sleep(wait)
    return action()


def remove_dead_drafts(path: Path) -> None:
    """Remove the drafts that killed processes left beside a file.

    Only drafts older than the file itself are dead for certain: a younger one may be about to replace it.
    """
    with contextlib.suppress(OSError):
        written = path.stat().st_mtime_ns
        for draft in path.parent.glob(f".{path.name}.*.tmp"):
            if draft.stat().st_mtime_ns < written - _SURELY_DEAD_NS:
                draft.unlink()
