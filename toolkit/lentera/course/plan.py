"""What is taught and marked: sessions, their activities and their tasks."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

SESSION_COUNT = 12
"""Meetings of the course."""

SESSION_MINUTES = 150
"""Length of every session and parallel module [minutes], break included."""

SESSION_POINTS = 100
"""Points every session gives in total."""


class Attendance(StrEnum):
    """Tell whether a track must take a session."""

    CORE = "core"
    OPTIONAL = "optional"


class Grading(StrEnum):
    """Tell who marks a task.

    `AUTO` is marked by rules, `OBSERVED` by a trainer watching real hands, `MANUAL` by a trainer reading the
    answer. Until a trainer has marked, the last two are *belum dinilai*: neither zero nor full.
    """

    AUTO = "auto"
    OBSERVED = "observed"
    MANUAL = "manual"


class Phase(StrEnum):
    """Name the part of the session skeleton an activity belongs to."""

    OPENING = "pembuka"
    CLASS_BUSINESS = "urusan_kelas"
    TEST = "tes"
    EXAMPLE = "contoh"
    TOGETHER = "coba_bersama"
    BREAK = "istirahat"
    ALONE = "coba_sendiri"
    SHOW = "tunjukkan"
    EXIT = "pintu_keluar"


class Need(StrEnum):
    """Name the ways of learning an access note speaks to."""

    BLIND = "netra"
    DEAF = "tuli"
    MOTOR = "motorik"
    LITERACY = "literasi"


@dataclass(frozen=True)
class Activity:
    """Give one stretch of a session: how long [minutes], what, and which widgets it uses."""

    minutes: int
    phase: Phase
    title: str
    widgets: tuple[str, ...] = ()


@dataclass(frozen=True)
class CheckItem:
    """Name one thing a trainer observes, and the points it gives."""

    id: str
    text: str
    points: float


@dataclass(frozen=True)
class Task:
    """Describe one marked task.

    Attributes
    ----------
    id : str
        Stable name in files, notebooks and the log, such as ``s06-urutan``.
    title, text : str
        Short name, and the sentence the learner reads.
    points : int
        Points of the session's 100.
    grading : Grading
        Who marks it.
    answer : str
        Name of the answer file it reads, without ``.json``; empty when the work is not a file.
    items : tuple of CheckItem
        The observed items; their points add up to `points`.
    note : str
        What a trainer must know when marking; empty when there is nothing special.
    """

    id: str
    title: str
    text: str
    points: int
    grading: Grading
    answer: str = ""
    items: tuple[CheckItem, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Question:
    """Pair a question that checks understanding with the answer to expect."""

    question: str
    answer: str


@dataclass(frozen=True)
class CommonMistake:
    """Pair what a trainer sees with what helps."""

    seen: str
    reply: str


@dataclass(frozen=True)
class Card:
    """Hold the trainer's card of one session."""

    say: tuple[str, ...]
    do: tuple[str, ...]
    ask: tuple[Question, ...]
    mistakes: tuple[CommonMistake, ...]
    power_out: str
    dangers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Session:
    """Describe one of the twelve meetings.

    Attributes
    ----------
    id : str
        ``s01`` to ``s12``.
    venue : str
        Id of the venue it is held in.
    tracks : mapping of str to Attendance
        Track id to whether that track must come.
    competences : tuple of str
        Competence ids, such as ``digcomp-5.2``.
    notebook : str
        File name in ``sessions/``.
    assignment : str
        Assignment id, also the folder in ``grading/source/``.
    answers : tuple of str
        Answer files of the session that no task reads, such as the exit ticket.
    carries : tuple of str
        Folders of the learner's desk that travel with her work: ``situs`` where her website is judged.
    access : mapping of Need to str
        What a trainer prepares for each way of learning.
    """

    id: str
    title: str
    strand: str
    week: int
    venue: str
    tracks: Mapping[str, Attendance]
    competences: tuple[str, ...]
    outcomes: tuple[str, ...]
    activities: tuple[Activity, ...]
    tasks: tuple[Task, ...]
    tools: tuple[str, ...]
    notebook: str
    assignment: str
    access: Mapping[Need, str]
    card: Card
    answers: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """Return the meeting's number, 1 to 12."""
        return int(self.id[1:])

    @property
    def label(self) -> str:
        """Return the name learners read: ``Sesi 6``."""
        return f"Sesi {self.number}"

    @property
    def minutes(self) -> int:
        """Return the length [minutes]."""
        return sum(activity.minutes for activity in self.activities)

    @property
    def points(self) -> int:
        """Return the points of all tasks."""
        return sum(task.points for task in self.tasks)

    def task(self, task_id: str) -> Task:
        """Return one task by its id.

        Raises
        ------
        KeyError
            When the session has no such task; the message lists those it has.
        """
        for task in self.tasks:
            if task.id == task_id:
                return task
        have = ", ".join(task.id for task in self.tasks)
        raise KeyError(f"{self.id} has no task {task_id}; it has {have}.")
