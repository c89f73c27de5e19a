"""A learner's desk with some work on it, a class, and a stick between the two."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from lentera.answers import AnswerFile
from lentera.classroom import ClassFolder
from lentera.course import content_root
from lentera.desk import Desk

WITA = timezone(timedelta(hours=8))
RELEASED = content_root() / "grading" / "release" / "s06" / "s06.ipynb"


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 22, 9, 41, tzinfo=WITA)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stik"
    folder.mkdir()
    return folder


@pytest.fixture
def make_desk(tmp_path: Path, now: datetime) -> Callable[..., Desk]:
    def make(code: str = "SM-07", place: str = "") -> Desk:
        desk = Desk.open(tmp_path / (place or code))
        desk.set_learner(code)
        folder = desk.session_folder("s06")
        folder.mkdir()
        (folder / "s06.ipynb").write_bytes(RELEASED.read_bytes())
        AnswerFile(folder / "jawaban", "s06-ukur").save({"isian": {"catatan": code}}, now)
        with desk.recorder() as recorder:
            recorder.opened("s06")
        return desk

    return make


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    return make_desk()


@pytest.fixture
def classroom(tmp_path: Path) -> ClassFolder:
    folder = ClassFolder.open(tmp_path / "kelas")
    folder.add_learner("SM-07", "solar_mum")
    return folder


@pytest.fixture
def tree() -> Callable[[Path], dict[str, bytes]]:
    """Return a function that reads a whole folder, to see that nothing changed."""

    def read(folder: Path) -> dict[str, bytes]:
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and "catatan.sqlite" not in path.name
        }

    return read


@pytest.fixture
def answer_of() -> Callable[[Path], str]:
    """Return a function that reads the note in a submission's answer file."""

    def read(folder: Path) -> str:
        return json.loads((folder / "jawaban" / "s06-ukur.json").read_text())["answer"]["isian"]["catatan"]

    return read
