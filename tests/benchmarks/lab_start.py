"""Opening the learner's desk against plain Jupyter Notebook: time to the first page, and memory."""

import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from statistics import median

import psutil
from tests.benchmarks.pairs import Result

_PAIRS = 3
_PATIENCE = 120
_OPEN_DESK = (
    "import sys; from pathlib import Path; from lentera.lab import open_desk; "
    "sys.exit(open_desk(Path(sys.argv[1]), 'SM-07', browser=False))"
)
_PEER = "jupyter notebook"


@contextmanager
def _serving(command: list[str], environment: dict[str, str]):
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | environment,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def _until_page(address: str) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - always this machine
                answer.read()
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
    raise TimeoutError(f"{address.split('?', maxsplit=1)[0]} did not answer within {_PATIENCE} s.")


def _measure(process: subprocess.Popen, began: float, address: str) -> tuple[float, float]:
    _until_page(address)
    return time.perf_counter() - began, psutil.Process(process.pid).memory_info().rss / 1e6


def _ours(folder: Path) -> tuple[float, float]:
    began = time.perf_counter()
    with _serving([sys.executable, "-c", _OPEN_DESK, str(folder / "meja")], {}) as process:
        for line in process.stdout:
            found = re.search(r"http://127\.0\.0\.1:\d+/\S+", line)
            if found:
                return _measure(process, began, found[0].replace("/lentera/?", "/lentera/bantuan?"))
    raise RuntimeError("The desk did not open.")


def _peer(folder: Path) -> tuple[float, float]:
    names = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    environment = {name: str(folder / name.lower()) for name in names}
    command = [
        sys.executable,
        "-m",
        "notebook",
        "--no-browser",
        "--allow-root",
        "--ip=127.0.0.1",
        "--port=8991",
    ]
    command += ["--IdentityProvider.token=pembanding", str(folder)]
    began = time.perf_counter()
    with _serving(command, environment) as process:
        return _measure(process, began, "http://127.0.0.1:8991/tree?token=pembanding")


@cache
def _pairs() -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Measure alternated pairs, each on fresh folders."""
    pairs = []
    for _turn in range(_PAIRS):
        with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as peer:
            pairs.append((_ours(Path(ours)), _peer(Path(peer))))
    return pairs


def _result(name: str, unit: str, which: int) -> Result:
    ours = median(pair[0][which] for pair in _pairs())
    peer = median(pair[1][which] for pair in _pairs())
    return Result(name=name, ours=ours, peer=peer, peer_name=_PEER, unit=unit, goal=1.0, n=_PAIRS)


BENCHMARKS: dict[str, Callable[[], Result]] = {
    "lab-start": lambda: _result("lab-start", "s", 0),
    "lab-memory": lambda: _result("lab-memory", "MB", 1),
}
