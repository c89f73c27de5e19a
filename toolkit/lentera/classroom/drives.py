"""Find the USB sticks that are plugged in."""

import os
import string
import sys
from dataclasses import dataclass
from pathlib import Path

_REMOVABLE = 2  # DRIVE_REMOVABLE of the Windows API


@dataclass(frozen=True)
class Drive:
    """A place that can carry envelopes.

    Attributes
    ----------
    path : Path
        Where it is mounted.
    label : str
        What to call it on the screen.
    writable : bool
        Whether this user may write to it.
    """

    path: Path
    label: str
    writable: bool

    @property
    def target(self) -> str:
        """Return the form that `hand_in` takes: ``usb:/media/ibu/STIK``."""
        return f"usb:{self.path}"


def drives() -> list[Drive]:
    """Return the removable drives, by name.

    ``LENTERA_DRIVES`` (paths joined as in PATH) adds places this laptop's system does not show as removable.
    """
    extra = [Path(part) for part in os.environ.get("LENTERA_DRIVES", "").split(os.pathsep) if part]
    found = _windows() if sys.platform == "win32" else _mounted()
    paths = dict.fromkeys(path for path in [*extra, *found] if path.is_dir())
    return [Drive(path, path.name or str(path), os.access(path, os.W_OK)) for path in sorted(paths)]


def _mounted() -> list[Path]:
    places = (*Path("/media").glob("*/*"), *Path("/run/media").glob("*/*"), *Path("/Volumes").glob("*"))
    return [place for place in places if place.is_dir() and os.path.ismount(place)]


def _windows() -> list[Path]:
    if sys.platform != "win32":
        return []
    import ctypes  # noqa: PLC0415 - the call exists on Windows alone

    kind_of = ctypes.windll.kernel32.GetDriveTypeW
    return [
        Path(f"{letter}:\\") for letter in string.ascii_uppercase if kind_of(f"{letter}:\\") == _REMOVABLE
    ]
