"""The whole course in one object."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lentera.course.knowledge import Competence, Fact, Framework, GlossaryTerm, Kit
from lentera.course.plan import Session, Task
from lentera.course.programme import Programme

SESSION_FOLDER = "curriculum/sessions"
PROGRAMME_FILE = "curriculum/program.toml"
COMPETENCE_FILE = "curriculum/competences.toml"
FACT_FILE = "curriculum/facts.toml"
KIT_FILE = "curriculum/kit.toml"
GLOSSARY_FILE = "curriculum/glossary.csv"


@dataclass(frozen=True)
class Course:
    """Hold the whole plan as typed objects.

    Attributes
    ----------
    root : Path
        Folder that holds ``curriculum/``, ``sessions/`` and ``grading/``.
    sessions : mapping of str to Session
        By id, in teaching order.
    """

    root: Path
    programme: Programme
    sessions: Mapping[str, Session]
    frameworks: Mapping[str, Framework]
    competences: Mapping[str, Competence]
    facts: Mapping[str, Fact]
    kit: Kit
    glossary: tuple[GlossaryTerm, ...]

    def session(self, session_id: str) -> Session:
        """Return one session by its id.

        Raises
        ------
        KeyError
            When there is no such session; the message lists those there are.
        """
        if session_id not in self.sessions:
            raise KeyError(f"No session {session_id}; there are {', '.join(self.sessions)}.")
        return self.sessions[session_id]

    def task(self, task_id: str) -> Task:
        """Return one task by its id, such as ``s06-urutan``.

        Raises
        ------
        KeyError
            When there is no such session or task.
        """
        return self.session(task_id.split("-", maxsplit=1)[0]).task(task_id)

    def notebook_path(self, session_id: str) -> Path:
        """Return where a session's notebook lies."""
        return self.root / "sessions" / self.session(session_id).notebook

    def assignment_path(self, session_id: str) -> Path:
        """Return where a session's assignment is written; an installed course has the released one only."""
        name = self.session(session_id).assignment
        written = self.root / "grading" / "source" / name / f"{name}.ipynb"
        released = self.root / "grading" / "release" / name / f"{name}.ipynb"
        return released if released.is_file() and not written.is_file() else written
