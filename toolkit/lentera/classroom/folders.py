"""Replace a whole folder so that a killed run leaves the old one or the new one."""

import contextlib
import os
import secrets
import shutil
from pathlib import Path

_OLD = "lama."
_ROOM_NEEDED = 2**20
"""Free space below this [byte] is called a full disk."""


def replace_folder(new: Path, place: Path, room: Path) -> None:
    """Put a finished folder in its place.

    Folders cannot be swapped in one step everywhere, so the old one waits in ``room`` under a name that
    `recover` knows how to bring back.

    Parameters
    ----------
    new : Path
        The finished folder, on the same disk.
    place : Path
        Where it goes.
    room : Path
        Folder for half-done work.
    """
    sync_tree(new)
    place.parent.mkdir(parents=True, exist_ok=True)
    old = room / f"{_OLD}{'~'.join(place.parts[-3:])}"
    if place.exists():
        remove(old)
        room.mkdir(parents=True, exist_ok=True)
        place.rename(old)
    new.rename(place)
    remove(old)


def recover(room: Path, root: Path) -> None:
    """Bring back folders whose replacement was cut short, and sweep what was half-done."""
    for path in list(room.iterdir()) if room.is_dir() else []:
        if path.name.startswith(_OLD):
            place = root.joinpath(*path.name.removeprefix(_OLD).split("~"))
            if not place.exists():
                place.parent.mkdir(parents=True, exist_ok=True)
                path.rename(place)
                continue
        remove(path)


def disk_is_full(folder: Path) -> bool:
    """Tell whether a full disk explains that something could not be written."""
    return shutil.disk_usage(folder).free < _ROOM_NEEDED


def fresh(room: Path, stem: str) -> Path:
    """Return a new empty folder for half-done work."""
    path = room / f"{stem}.{secrets.token_hex(4)}"
    path.mkdir(parents=True)
    return path


def remove(path: Path) -> None:
    """Remove a file or a folder, also one that nbgrader has made read-only."""
    if path.is_dir() and not path.is_symlink():
        for inner, _folders, _files in os.walk(path):
            with contextlib.suppress(OSError):
                Path(inner).chmod(0o700)
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()


def sync_tree(folder: Path) -> None:
    """Make sure that every file of a folder is on the disk."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as stream, contextlib.suppress(OSError):
                os.fsync(stream.fileno())
