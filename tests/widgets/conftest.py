"""A learner's folder, and a real Notebook 7 in a real Chromium."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from lentera.desk import Desk, Preferences
from lentera.place import Place
from lentera.words import Address

WITA = timezone(timedelta(hours=8))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A workspace of a learner who is called Bu."""
    desk = Desk.open(tmp_path / "meja")
    desk.set_learner("SM-07")
    desk.set_preferences(Preferences(address=Address.IBU, name="Rahma"))
    return desk


@pytest.fixture
def place(desk: Desk) -> Place:
    """The folder of session 6 on that desk, with a clock that goes on one minute at each look."""
    folder = desk.session_folder("s06")
    folder.mkdir()
    ticks = iter(range(100_000))
    start = datetime(2026, 11, 22, 9, 0, tzinfo=WITA)
    return Place(folder, desk, lambda: start + timedelta(minutes=next(ticks)))


@dataclass(frozen=True)
class Notebooks:
    """A running Notebook 7 server on a workspace."""

    url: str
    token: str
    root: Path

    def write(self, name: str, *sources: str) -> str:
        """Write a notebook with these code cells and return its address."""
        cells = [
            {
                "cell_type": "code",
                "execution_count": None,
                "id": f"sel-{number}",
                "metadata": {},
                "outputs": [],
                "source": source,
            }
            for number, source in enumerate(sources)
        ]
        kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
        content = {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
        path = self.root / "s06" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content), encoding="utf-8")
        return f"{self.url}/notebooks/s06/{name}?token={self.token}"

    def stop_kernels(self) -> None:
        """Shut every kernel down, so that the next test has the laptop to itself."""
        for session in json.load(self._ask("GET", "/api/sessions")):
            self._ask("DELETE", f"/api/sessions/{session['id']}").close()

    def _ask(self, method: str, path: str) -> Any:
        request = urllib.request.Request(  # noqa: S310 - our own server on localhost
            self.url + path, method=method, headers={"Authorization": f"token {self.token}"}
        )
        return urllib.request.urlopen(request, timeout=30)  # noqa: S310 - as above


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def notebooks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebooks]:
    """Start `jupyter notebook` once, on a workspace of its own."""
    home = tmp_path_factory.mktemp("rumah")
    desk = Desk.open(home / "meja")
    desk.set_learner("SM-07")
    desk.set_preferences(Preferences(address=Address.IBU, name="Rahma"))
    port, token = _free_port(), "uji"
    environment = {
        **os.environ,
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "IPYTHONDIR": str(home / "ipython"),
        "HOME": str(home),
    }
    command = [
        *(sys.executable, "-m", "jupyter", "notebook", "--no-browser", "--allow-root"),
        *(f"--port={port}", f"--IdentityProvider.token={token}", f"--ServerApp.root_dir={desk.root}"),
        "--ServerApp.port_retries=0",
        "--LabApp.news_url=",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    with (home / "server.log").open("wb") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=desk.root)
        try:
            url = f"http://127.0.0.1:{port}"
            _wait_for(f"{url}/api/status?token={token}", server)
            yield Notebooks(url, token, desk.root)
        finally:
            server.terminate()
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _wait_for(url: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(300):
        if server.poll() is not None:
            pytest.fail(f"the notebook server stopped with {server.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=2):  # noqa: S310 - our own server on localhost
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the notebook server did not answer within a minute")


@pytest.fixture
def screen(browser: Any) -> Iterator[Any]:
    """Open activities without a notebook, in any of `screens.MODES`; errors in the page fail the test."""
    from tests.widgets import screens

    opened: list[Any] = []

    def go(activity: Any, mode: str = "terang") -> Any:
        opened.append(screens.open_screen(browser, activity, mode))
        return opened[-1]

    yield go
    for one in opened:
        one.page.context.close()
    assert [text for one in opened for text in one.broken] == []
