"""Open the learner's desk: one Jupyter server on this laptop, with our home page in front."""

import logging
import os
import secrets
import shutil
import socket
import sys
import time
import webbrowser
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lentera.course import content_root
from lentera.desk import Desk, LearnerCodeError
from lentera.lab.jupyter_settings import apply_environment, server_config
from lentera.lab.look_of_lab import keep_look
from lentera.lab.running import (
    PortBusyError,
    RunningDesk,
    find_running,
    forget_running,
    listen,
    note_running,
    only_desk,
)
from lentera.lab.workspace import ChangeKind, WorkspaceError, prepare
from lentera.words import _

if TYPE_CHECKING:
    from lentera.lab.desk_app import DeskApp

_PATIENCE = 20
"""Time given to a desk that is just opening to answer [s]."""

LEAST_FREE = 50_000_000
"""Free disk space below which the learner is warned [bytes]."""


def open_desk(
    workspace: Path, learner: str | None = None, port: int | None = None, *, browser: bool = True
) -> int:
    """Open the desk, print the address it serves, and stay until Ctrl+C.

    A second call on the same workspace shows the desk that is open already.

    Parameters
    ----------
    workspace : Path
        The learner's folder; made when it is missing.
    learner : str, optional
        Learner code to keep in the workspace.
    port : int, optional
        Port to listen on; without one the first free port from `FIRST_PORT` on.
    browser : bool
        Open the browser on the home page.

    Returns
    -------
    int
        Exit code: 0 done, 1 the desk could not open, 2 the call was not understood.
    """
    try:
        desk = Desk.open(workspace)
        if learner is not None:
            desk.set_learner(learner)
    except LearnerCodeError as error:
        _tell(
            _(
                "The learner code {code} is not known. A code looks like SM-07: letters, a dash, digits."
            ).format(code=error)
        )
        return 2
    except OSError as error:
        _tell(
            _(
                "The folder {folder} cannot be used ({reason}). Choose another folder with --workspace, "
                "or ask the trainer for help."
            ).format(folder=workspace, reason=error.strerror or error)
        )
        return 1
    with only_desk(desk) as mine:
        return _serve(desk, port, browser=browser) if mine else _show_the_other(desk, browser=browser)


def _serve(desk: Desk, port: int | None, *, browser: bool) -> int:
    _bring_sessions(desk)
    try:
        listener = listen(port)
    except PortBusyError as error:
        _tell(
            _("Port {port} is used by another program. Leave out --port, or choose another number.").format(
                port=error
            )
        )
        return 1
    running = RunningDesk(int(listener.getsockname()[1]), secrets.token_urlsafe(32), os.getpid())
    try:
        app = _make_server(desk, running, listener)
        app.io_loop.add_callback(_announce, desk, running, browser=browser)
        app.start()
    except OSError as error:
        _tell(
            _(
                "Lentera could not open in {folder} ({reason}). Your work is still there. "
                "Check that the disk is not full, then try again."
            ).format(folder=desk.root, reason=error.strerror or error)
        )
        return 1
    finally:
        listener.close()
        forget_running(desk)
    _tell(_("Lentera is closed. All your work is saved in {folder}.").format(folder=desk.root))
    return 0


def _show_the_other(desk: Desk, *, browser: bool) -> int:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        running = find_running(desk)
        if running is not None:
            _tell(_("Lentera is open already. Here it is."))
            _show(running, browser=browser)
            return 0
        time.sleep(0.3)
    _tell(
        _(
            "Another Lentera holds {folder} but does not answer. Close it, or restart the laptop, "
            "then open Lentera again."
        ).format(folder=desk.root)
    )
    return 1


def _bring_sessions(desk: Desk) -> None:
    try:
        changes = prepare(desk.root, content_root(), datetime.now().astimezone().date())
    except (WorkspaceError, FileNotFoundError) as error:
        _tell(str(error))
    else:
        for change in changes:
            if change.kind is not ChangeKind.NEW:
                _tell(change.sentence())
    if shutil.disk_usage(desk.root).free < LEAST_FREE:
        _tell(_("The disk is almost full. Empty the bin or ask the trainer before you go on."))


def _make_server(desk: Desk, running: RunningDesk, listener: socket.socket) -> "DeskApp":
    apply_environment(desk)
    keep_look(desk)
    _skip_slow_grammar()
    # On a full disk a log line that does not fit would put its traceback into the learner's window.
    logging.raiseExceptions = False
    from lentera.lab.desk_app import make_server  # noqa: PLC0415 - Jupyter reads the environment when imported

    return make_server(server_config(desk, running.port, running.token), listener)


def _skip_slow_grammar() -> None:
    """Leave out the grammar of international web addresses: compiling it takes a third of the start.

    ``jsonschema`` does without it when it is not installed; no schema that a desk reads asks for one.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # None means: not to be imported


def _announce(desk: Desk, running: RunningDesk, *, browser: bool) -> None:
    note_running(desk, running)
    _show(running, browser=browser)
    _tell(_("Keep this window open. To close Lentera, press Ctrl and C here."))


def _show(running: RunningDesk, *, browser: bool) -> None:
    _tell(_("Address: {address}").format(address=running.address))
    if browser:
        webbrowser.open(running.address)


def _tell(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()
