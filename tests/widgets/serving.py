"""A real Jupyter server on a workspace of its own, for tests and benchmarks that need a kernel and a browser."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from lentera.desk import Desk, Preferences
from lentera.words import Address


@dataclass(frozen=True)
class Notebooks:
    """A running Notebook 7 server on a workspace."""

    url: str
    token: str
    root: Path
    server: "subprocess.Popen[bytes]"

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

    def in_lab(self, name: str) -> str:
        """Return the address of a notebook in JupyterLab."""
        return f"{self.url}/lab/tree/s06/{name}?token={self.token}&reset"

    def kill(self) -> None:
        """Pull the plug: server and kernels die at once."""
        for process in (*psutil.Process(self.server.pid).children(recursive=True), self.server):
            process.kill()
        self.server.wait()

    def stop_kernels(self, besides: str = "") -> None:
        """Shut every kernel down but that of one notebook, so that the next test has the laptop to itself."""
        for session in json.load(self._ask("GET", "/api/sessions")):
            if session["name"] != besides:
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


@contextmanager
def serve(home: Path) -> Iterator[Notebooks]:
    """Start `jupyter notebook` (JupyterLab under /lab) on the desk of a learner who is called Bu."""
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
    with (home / "server.log").open("ab") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=desk.root)
        try:
            url = f"http://127.0.0.1:{port}"
            _wait_for(f"{url}/api/status?token={token}", server)
            yield Notebooks(url, token, desk.root, server)
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
            raise RuntimeError(f"the notebook server stopped with {server.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=2):  # noqa: S310 - our own server on localhost
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("the notebook server did not answer within a minute")
