"""Know whether a desk is open already, and where: one server for one workspace."""

import json
import os
import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import IO

from lentera.atomic import write_atomically
from lentera.desk import Desk

_STATE = "meja-buka.json"
_LOCK = "meja.kunci"
FIRST_PORT = 8810
"""Port tried first; fixed, so that a page left open finds the desk again after a restart."""
_PORTS = 40


class PortBusyError(Exception):
    """Report that the port asked for, or every port tried, is in use."""


@dataclass(frozen=True)
class RunningDesk:
    """Tell where a running desk listens."""

    port: int
    token: str
    pid: int

    @property
    def base(self) -> str:
        """Return the address without the token."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def address(self) -> str:
        """Return the home page's address with the token in it."""
        return f"{self.base}/lentera/?token={self.token}"


@contextmanager
def only_desk(desk: Desk) -> Iterator[bool]:
    """Hold the workspace for this process and tell whether that worked.

    The system releases the hold when the process ends, however it ends.
    """
    with (desk.private / _LOCK).open("a+b") as stream:
        yield _hold(stream)


def note_running(desk: Desk, running: RunningDesk) -> None:
    """Write down where this desk listens, readable by this user alone."""
    path = desk.private / _STATE
    write_atomically(path, json.dumps(asdict(running)).encode())
    path.chmod(0o600)


def forget_running(desk: Desk) -> None:
    """Remove the note when the desk closes."""
    (desk.private / _STATE).unlink(missing_ok=True)


def find_running(desk: Desk) -> RunningDesk | None:
    """Return the desk that answers for this workspace right now, or None."""
    noted = last_noted(desk)
    return noted if noted is not None and _answers(noted, desk) else None


def last_noted(desk: Desk) -> RunningDesk | None:
    """Return where this workspace listened last, whether or not it still does."""
    try:
        return RunningDesk(**json.loads((desk.private / _STATE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def listen(wanted: int | None) -> socket.socket:
    """Return a socket that listens on this laptop alone.

    It listens at once: a port that is only looked at can be taken before the server is ready, and
    two desks that open at the same moment are nothing rare on a trainer's laptop.

    Raises
    ------
    PortBusyError
        When the wanted port, or every port tried, is in use.
    """
    tried = [wanted] if wanted is not None else list(range(FIRST_PORT, FIRST_PORT + _PORTS))
    for port in tried:
        try:
            listener = socket.create_server(("127.0.0.1", port), backlog=128)
        except OSError:
            continue
        listener.setblocking(False)  # tornado waits for it
        return listener
    raise PortBusyError(str(wanted) if wanted is not None else f"{tried[0]}–{tried[-1]}")


def _answers(noted: RunningDesk, desk: Desk) -> bool:
    question = urllib.request.Request(  # noqa: S310 - always http to this machine
        f"{noted.base}/lentera/api/meja", headers={"Authorization": f"token {noted.token}"}
    )
    try:
        with urllib.request.urlopen(question, timeout=3) as answer:  # noqa: S310 - as above
            return bool(json.load(answer).get("meja") == str(desk.root))
    except (urllib.error.URLError, OSError, ValueError):
        return False


if os.name == "nt":
    import msvcrt

    def _hold(stream: IO[bytes]) -> bool:
        stream.seek(0)
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _hold(stream: IO[bytes]) -> bool:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
