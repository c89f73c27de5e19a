"""A learner's desk in its own process, and her browser."""

import os
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest


class RunningDesk:
    """`lentera lab` as a learner starts it."""

    def __init__(self, workspace: Path, environment):
        command = [
            sys.executable,
            "-m",
            "lentera",
            "lab",
            "--no-browser",
            "--workspace",
            workspace,
            "--learner",
            "SM-07",
        ]
        self.process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment,
            start_new_session=True,
        )
        self.lines = []
        self._told = threading.Event()
        self.address = None
        threading.Thread(target=self._listen, daemon=True).start()

    def opened(self):
        told = self._told.wait(120)
        assert told, f"no address within two minutes: {self.lines}"
        assert self.address, f"the desk ended with {self.process.wait(5)}: {self.lines}"
        return self

    def _listen(self):
        for line in self.process.stdout:
            self.lines.append(line)
            found = re.search(r"(http://127\.0\.0\.1:\d+/\S+)", line)
            if found and self.address is None:
                self.address = found.group(1)
                self._told.set()
        self._told.set()

    def kill(self):
        """Pull the plug: server and kernels die at once."""
        os.killpg(self.process.pid, signal.SIGKILL)
        # The kernel, in a process group of its own, ends by itself once its parent is gone.
        self.process.wait(20)

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait(20)
        self.process.stdout.close()


@pytest.fixture
def stick(tmp_path):
    """A USB stick."""
    folder = tmp_path / "USB"
    folder.mkdir()
    return folder


@pytest.fixture
def environment(tmp_path, stick):
    return os.environ | {"LENTERA_DRIVES": str(stick), "HOME": str(tmp_path / "rumah"), "LENTERA_LANG": "id"}


@pytest.fixture
def workspace(tmp_path):
    return tmp_path / "meja"


@pytest.fixture
def open_desk(workspace, environment):
    """Start the desk; every desk started is stopped at the end."""
    desks = []

    def start():
        desks.append(RunningDesk(workspace, environment))
        return desks[-1].opened()

    yield start
    for desk in desks:
        desk.stop()


@pytest.fixture
def lentera(environment):
    """Run a command of the trainer's and give what it printed."""

    def run(*arguments, code=0):
        done = subprocess.run(
            [sys.executable, "-m", "lentera", *map(str, arguments)],
            capture_output=True,
            text=True,
            env=environment,
            check=False,
            timeout=300,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout

    return run
