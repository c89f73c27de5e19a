"""Keep nbgrader in a child process with a bare environment, and give it jobs."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from lentera.classroom.errors import ClassroomError
from lentera.course import content_root
from lentera.grading.nbgrader_names import ROOM
from lentera.words import _

_PASSED_ON = (
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "TZ",
    "TMPDIR",
    "TEMP",
    "TMP",
    "SYSTEMROOT",
    "PATHEXT",
    "LENTERA_LANG",
)
"""The only variables of the trainer's session that a learner's notebook can see."""


class Engine:
    """Run jobs of `nbgrader_jobs` in one process, started at the first job and again when it has died.

    Parameters
    ----------
    course : Path
        The nbgrader course; what nbgrader has to say goes to ``.lentera/penilaian.log`` in it.
    """

    def __init__(self, course: Path) -> None:
        self._course = course
        self._log = course / ".lentera" / "penilaian.log"
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def run(self, job: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """Do one job and yield each step as it is done.

        Raises
        ------
        ClassroomError
            When the process ends before the job does.
        """
        child = self._child if self._child is not None and self._child.poll() is None else self._start()
        try:
            yield from self._steps(child, {**job, "course": str(self._course)})
        except BaseException:  # a job that was given up in the middle must not answer the next one
            self._stop()
            raise

    def _steps(self, child: "subprocess.Popen[bytes]", job: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        if child.stdin is None or child.stdout is None:
            raise ValueError("the child was started without pipes")
        try:
            child.stdin.write(json.dumps(job).encode() + b"\n")
            child.stdin.flush()
        except BrokenPipeError:
            pass  # it died at once; the missing answer tells
        for line in child.stdout:
            step = json.loads(line)
            if step is None:
                return
            yield step
        raise ClassroomError(
            _("The marking program stopped before it was done."),
            _("Read {log}, then run the command again. Earlier marks are kept.").format(log=self._log),
        )

    def _start(self) -> "subprocess.Popen[bytes]":
        self._log.parent.mkdir(parents=True, exist_ok=True)
        with self._log.open("ab") as complaints:
            self._child = subprocess.Popen(
                [sys.executable, "-m", "lentera.grading.nbgrader_jobs"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
                cwd=self._course,
                env=bare_environment(self._course),
            )
        return self._child

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                pipe.close()


def bare_environment(course: Path) -> dict[str, str]:
    """Return an environment with what Python and Jupyter need and none of the trainer's secrets."""
    home = course / ROOM / "rumah"
    home.mkdir(parents=True, exist_ok=True)
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    binaries = Path(sys.executable).parent  # nbgrader calls `alembic` by its name
    return kept | {
        "PATH": os.pathsep.join([str(binaries), os.defpath]),
        "HOME": str(home),
        "USERPROFILE": str(home),
        "IPYTHONDIR": str(home / "ipython"),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "LENTERA_CONTENT": str(content_root()),
        "LENTERA_GRADING": "1",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONWARNINGS": "ignore",  # a stray warning on stderr would cost the task its points
    }
