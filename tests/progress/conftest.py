"""A small course and a story-teller that makes statements."""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from uuid import NAMESPACE_URL, uuid5

import pytest

from lentera.progress import Log, Result, Score, Statement, Verb, session, task

FIRST_MORNING = datetime(2026, 11, 22, 9, 0, tzinfo=timezone(timedelta(hours=8)))


@dataclass(frozen=True)
class PlannedTask:
    id: str
    title: str
    points: float
    grading: str

    @property
    def text(self):
        return f"Kerjakan {self.title.lower()}."


@dataclass(frozen=True)
class PlannedSession:
    id: str
    title: str
    label: str
    tasks: tuple


@dataclass(frozen=True)
class PlannedCourse:
    sessions: dict


class Story:
    """Make statements of one device, a minute apart."""

    def __init__(self, learner="SM-07", device="laptop-1", start=FIRST_MORNING):
        self.learner, self.device, self.start = learner, device, start
        self.told = []

    def tell(self, verb, activity, result=None, *, learner=None, timestamp=None):
        count = len(self.told) + 1
        self.told.append(
            Statement(
                uuid5(NAMESPACE_URL, f"{self.device}/{self.learner}/{count}"),
                learner or self.learner,
                verb,
                activity,
                timestamp or self.start + timedelta(minutes=count),
                self.device,
                count,
                result,
            )
        )
        return self

    def opens(self, session_id):
        return self.tell(Verb.OPENED, session(session_id))

    def passes(self, task_id, raw=None, highest=None):
        score = None if raw is None else Score(raw, highest)
        return self.tell(Verb.PASSED, task(task_id), Result(score, success=True))

    def misses(self, task_id, mistake="panel-dulu", raw=0, highest=20, times=1, rule="urutan"):
        for __ in range(times):
            self.tell(
                Verb.NOT_YET,
                task(task_id),
                Result(Score(raw, highest), success=False, rule=rule, mistake=mistake),
            )
        return self

    def completes(self, task_id):
        return self.tell(Verb.COMPLETED, task(task_id), Result(completion=True))

    def hands_in(self, session_id):
        return self.tell(Verb.HANDED_IN, session(session_id), Result(completion=True))

    def graded(self, task_id, raw, highest, learner=None):
        return self.tell(Verb.GRADED, task(task_id), Result(Score(raw, highest)), learner=learner)


@pytest.fixture(autouse=True)
def indonesian(monkeypatch):
    monkeypatch.delenv("LENTERA_LANG", raising=False)


@pytest.fixture
def story():
    return Story


@pytest.fixture
def course():
    s06 = (
        PlannedTask("s06-sambungan", "Sambungan", 30, "auto"),
        PlannedTask("s06-urutan", "Urutan aman", 20, "auto"),
        PlannedTask("s06-sekering", "Sekering", 10, "auto"),
        PlannedTask("s06-kit", "Kit nyata", 30, "observed"),
        PlannedTask("s06-ukur", "Catat ukur", 10, "auto"),
    )
    sessions = [
        PlannedSession("s05", "Menata Halaman", "Sesi 5", (PlannedTask("s05-warna", "Warna", 100, "auto"),)),
        PlannedSession("s06", "Merakit Lampu Surya", "Sesi 6", s06),
        PlannedSession(
            "s07", "Produk Siap Jual", "Sesi 7", (PlannedTask("s07-label", "Label", 100, "manual"),)
        ),
    ]
    return PlannedCourse({each.id: each for each in sessions})


@pytest.fixture
def log(tmp_path):
    with Log.open(tmp_path / "catatan.sqlite") as opened:
        yield opened
