"""Open the trainer's lab: JupyterLab with nbgrader's formgrader on the class folder."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import webbrowser
from pathlib import Path

from lentera.classroom import ClassFolder, ClassroomError
from lentera.words import _

_HOST = "127.0.0.1"
_TEMPLATES = Path(__file__).parent / "templates" / "jupyter"
"""Searched before Jupyter's own: its page template would load MathJax from the internet."""
_PORT = 8890
_TRIES = 50
_STARTS = 2
"""Two desks opened at the same moment may find the same port free; the slower one looks for another."""
_PATIENCE = 60.0
"""Longest wait for the server [s]: an old laptop with a cold disk takes half of it."""


def open_trainer(classroom: ClassFolder, port: int | None = None, *, browser: bool = True) -> int:
    """Serve the class folder on this laptop alone until the trainer stops it; return the exit code.

    Prints one line ``Alamat: http://127.0.0.1:…`` once the server answers.

    Raises
    ------
    ClassroomError
        When no port is free or the server does not start.
    """
    token, log = secrets.token_urlsafe(24), classroom.private / "pengajar.log"
    _let_a_closed_window_stop_us()
    with log.open("ab") as complaints:
        for _start in range(_STARTS):
            chosen = _free_port(port or _PORT)
            server = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                command(classroom, chosen),
                cwd=classroom.root,
                env=_environment(classroom, token),
                stdout=complaints,
                stderr=complaints,
            )
            try:
                if answers(server, chosen, token):
                    break
            except KeyboardInterrupt:
                _stop(server)
                return 0
            _stop(server)
        else:
            raise ClassroomError(
                _("The trainer's lab did not start."),
                _("Read {log}, then run the command again.").format(log=log),
            )
        address = f"http://{_HOST}:{chosen}/formgrader?token={token}"
        try:
            sys.stdout.write(_("Address: {address}").format(address=address) + "\n")
            sys.stdout.flush()
            if browser:
                webbrowser.open(address)
            return server.wait()
        except KeyboardInterrupt:
            return 0
        finally:
            _stop(server)


def command(classroom: ClassFolder, port: int) -> list[str]:
    """Return how the server is started; the token goes by environment, where `ps` does not show it."""
    settings = {
        "ServerApp.ip": _HOST,
        "ServerApp.port": port,
        "ServerApp.port_retries": 0,
        "ServerApp.open_browser": False,
        "ServerApp.root_dir": str(classroom.root),
        "ServerApp.allow_root": True,
        "ServerApp.terminals_enabled": False,
        "LabApp.news_url": None,
        "LabApp.check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
    }
    return [sys.executable, "-m", "jupyterlab", *(f"--{name}={value}" for name, value in settings.items())]


def _environment(classroom: ClassFolder, token: str) -> dict[str, str]:
    """Keep Jupyter's files inside the class folder and let nbgrader find `alembic`."""
    own = classroom.private / "jupyter"
    binaries = str(Path(sys.executable).parent)
    return os.environ | {
        "PATH": os.pathsep.join([binaries, os.environ.get("PATH", os.defpath)]),
        "JUPYTER_TOKEN": token,
        "JUPYTER_PATH": str(_TEMPLATES),
        "JUPYTER_CONFIG_DIR": str(own / "config"),
        "JUPYTER_DATA_DIR": str(own / "data"),
        "JUPYTER_RUNTIME_DIR": str(own / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(own / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(own / "workspaces"),
        "LENTERA_GRADING": "1",
    }


def _let_a_closed_window_stop_us() -> None:
    """Turn the signals of a closed window into the one of Ctrl+C, so that no server is left behind."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, signal.default_int_handler)


def _free_port(wanted: int) -> int:
    for port in range(wanted, wanted + _TRIES):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            if probe.connect_ex((_HOST, port)) != 0:
                return port
    raise ClassroomError(
        _("No port from {first} to {last} is free.").format(first=wanted, last=wanted + _TRIES - 1),
        _("Close other programs or choose a port with --port."),
    )


def answers(server: "subprocess.Popen[bytes]", port: int, token: str) -> bool:
    """Wait for the server; tell whether it is this one that answers, and not another one on its port."""
    status = urllib.request.Request(
        f"http://{_HOST}:{port}/api/status", headers={"Authorization": f"token {token}"}
    )
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(status, timeout=2):  # noqa: S310 - as above
                return True
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    return False


def _stop(server: "subprocess.Popen[bytes]") -> None:
    if server.poll() is None:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
