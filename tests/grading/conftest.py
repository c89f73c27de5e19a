"""Fabricated learners: what each did, and a class folder that holds their submissions."""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from lentera.answers import AnswerFile
from lentera.classroom import ClassFolder
from lentera.course import content_root
from lentera.grading import Graded, grade
from lentera.solar.bench import BenchState, Join, apply, to_json

RELEASED = content_root() / "grading" / "release" / "s06" / "s06.ipynb"
NOW = datetime(2026, 11, 22, 9, 41, tzinfo=timezone(timedelta(hours=8)))

BATTERY = (("battery.plus", "fuse.a"), ("fuse.b", "controller.battery_plus"))
MINUS = ("battery.minus", "controller.battery_minus")
PANEL = (("panel.plus", "controller.pv_plus"), ("panel.minus", "controller.pv_minus"))
LAMP = (
    ("controller.load_plus", "switch.a"),
    ("switch.b", "lamp1.plus"),
    ("controller.load_minus", "lamp1.minus"),
)
RIGHT = (*BATTERY, MINUS, *PANEL, *LAMP)
LAMP_SECOND = (*BATTERY, MINUS, *LAMP, *PANEL)
PANEL_FIRST = (*PANEL, *BATTERY, MINUS, *LAMP)
NO_FUSE = (("battery.plus", "controller.battery_plus"), MINUS, *PANEL, *LAMP)
FUSE_ON_MINUS = (
    ("battery.plus", "controller.battery_plus"),
    ("battery.minus", "fuse.a"),
    ("fuse.b", "controller.battery_minus"),
    *PANEL,
    *LAMP,
)
READINGS = {
    "tegangan_baterai": {"nilai": "12,8", "satuan": "V"},
    "arus_lampu": {"nilai": "0,25", "satuan": "A"},
}
WITHOUT_UNIT = READINGS | {"arus_lampu": {"nilai": "0,25", "satuan": ""}}


def bench(leads: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    """Return an answer that joins leads in this order."""
    state = BenchState()
    for start, end in leads:
        state = apply(state, Join(start, end)).state
    return {"bench": to_json(state)}


@dataclass(frozen=True)
class Work:
    """What a fabricated learner hands in."""

    bench: Mapping[str, Any] | None = None
    readings: Mapping[str, Any] | None = None
    change: Callable[[dict[str, Any]], Any] = lambda notebook: notebook
    raw: bytes | None = None


def hand_over(classroom: ClassFolder, learner: str, work: Work) -> Path:
    """Lay a submission down as collecting does."""
    place = classroom.submitted(learner, "s06")
    place.mkdir(parents=True)
    notebook = work.change(json.loads(RELEASED.read_text()))
    (place / "s06.ipynb").write_bytes(json.dumps(notebook).encode() if work.raw is None else work.raw)
    (place / "timestamp.txt").write_text("2026-11-22 01:41:00.000000 UTC")
    if work.bench is not None:
        AnswerFile(place / "jawaban", "s06-rangkai").save(work.bench, NOW)
    if work.readings is not None:
        AnswerFile(place / "jawaban", "s06-ukur").save({"isian": work.readings}, NOW)
    return place


def cell(notebook: dict[str, Any], cell_id: str) -> dict[str, Any]:
    return next(cell for cell in notebook["cells"] if cell["id"] == cell_id)


def tangle(notebook: dict[str, Any]) -> dict[str, Any]:
    """Delete, duplicate, retype, edit and move cells, and add one of her own."""
    cells = notebook["cells"]
    cells.remove(cell(notebook, "s06-urutan-nilai"))
    again = json.loads(json.dumps(cell(notebook, "s06-sambungan-nilai"))) | {"id": "salinan"}
    cells.append(again)
    retyped = cell(notebook, "s06-sekering-nilai")
    retyped["cell_type"] = "markdown"
    retyped.pop("outputs")
    retyped.pop("execution_count")
    cell(notebook, "s06-ukur-nilai")["source"] = "10"
    cells.insert(0, cells.pop(cells.index(cell(notebook, "s06-tugas-ukur"))))
    cells.append({"cell_type": "code", "id": "milikku", "metadata": {}, "source": "1 + 1", "outputs": [],
                  "execution_count": 7})  # fmt: skip
    return notebook


def deadly(notebook: dict[str, Any]) -> dict[str, Any]:
    """Add a cell that kills the kernel."""
    notebook["cells"].insert(1, {"cell_type": "code", "id": "mati", "metadata": {}, "outputs": [],
                                 "execution_count": None, "source": "import os; os._exit(1)"})  # fmt: skip
    return notebook


def noisy(notebook: dict[str, Any]) -> dict[str, Any]:
    """Add cells that fail and that warn; neither may cost a task its points."""
    for number, source in enumerate(("1/0", "import sys; print('x', file=sys.stderr)")):
        notebook["cells"].insert(1, {"cell_type": "code", "id": f"ribut-{number}", "metadata": {},
                                     "outputs": [], "execution_count": None, "source": source})  # fmt: skip
    return notebook


TASKS = ("s06-sambungan", "s06-urutan", "s06-sekering", "s06-ukur")

CLASS = {
    "SM-01": Work(bench(RIGHT), READINGS),
    "SM-02": Work(),
    "SM-03": Work(bench(PANEL_FIRST), READINGS),
    "SM-04": Work(bench(NO_FUSE), READINGS),
    "SM-05": Work(bench(FUSE_ON_MINUS), WITHOUT_UNIT),
    "SM-06": Work(bench(LAMP_SECOND), READINGS, tangle),
    "SM-07": Work(bench(RIGHT), READINGS, raw=b"\x00 bukan buku catatan"),
    "SM-08": Work(bench(RIGHT), READINGS, deadly),
    "SM-09": Work({"bench": to_json(BenchState()), "rounds": [bench(RIGHT)]}, {}, noisy),
    "SM-10": Work({"bench": {"version": -1}}, {"tegangan_baterai": 3}),
}


@pytest.fixture(scope="session")
def graded_class(tmp_path_factory: pytest.TempPathFactory) -> tuple[ClassFolder, Graded]:
    """Return a class of fabricated learners, graded once for all tests that only read it."""
    classroom = ClassFolder.open(tmp_path_factory.mktemp("besar") / "kelas")
    for learner, work in CLASS.items():
        classroom.add_learner(learner, "solar_mum")
        hand_over(classroom, learner, work)
    os.environ["RAHASIA_PENGAJAR"] = "jangan bocor"
    try:
        return classroom, grade(classroom, ["s06"])
    finally:
        del os.environ["RAHASIA_PENGAJAR"]


@pytest.fixture(scope="session")
def answers() -> Mapping[str, Any]:
    """Return right answers by the name of their file."""
    return {"s06-rangkai": bench(RIGHT), "s06-ukur": {"isian": READINGS}}


@pytest.fixture(scope="session")
def mistakes() -> Mapping[str, Any]:
    """Return benches with one typical mistake each."""
    return {
        "panel_first": bench(PANEL_FIRST),
        "no_fuse": bench(NO_FUSE),
        "fuse_on_minus": bench(FUSE_ON_MINUS),
        "half_done": bench(BATTERY),
        "no_lamp": bench(RIGHT[:6]),
    }


@pytest.fixture
def now() -> datetime:
    return NOW
