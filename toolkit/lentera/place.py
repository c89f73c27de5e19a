"""Where a notebook stands: its answers, whose desk it is, and how she likes to work."""

import os
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lentera.answers import AnswerFile, answers_folder
from lentera.desk import Desk, Preferences
from lentera.words import Address

if TYPE_CHECKING:
    from lentera.progress import Recorder
    from lentera.rules import RuleSet

SITE_FOLDER = "situs"
"""Folder of the learner's website."""


def local_now() -> datetime:
    """Return the laptop's time with its offset."""
    return datetime.now().astimezone()


def is_grading() -> bool:
    """Tell whether this kernel runs to give marks: nobody looks at the screen."""
    return bool(os.environ.get("LENTERA_GRADING"))


@dataclass(frozen=True)
class Place:
    """Tell where a notebook's widgets read and write.

    Parameters
    ----------
    folder : Path
        The notebook's folder.
    desk : Desk or None
        The workspace around it; None when a notebook is opened anywhere else.
    now : callable
        The clock.
    """

    folder: Path
    desk: Desk | None = None
    now: Callable[[], datetime] = local_now

    @classmethod
    def here(cls) -> "Place":
        """Return the place of the running notebook.

        While marks are given it is at nobody's desk: the class folder has a ``.lentera`` too, and the
        trainer's preferences and log are not the learner's.
        """
        folder = Path.cwd()
        return cls(folder, None if is_grading() else Desk.find(folder))

    def answer(self, name: str) -> AnswerFile:
        """Return an answer file beside the notebook."""
        return AnswerFile(answers_folder(self.folder), name)

    @property
    def at_home(self) -> "Place":
        """Return the place of what goes on through all sessions: the desk, or here where there is none."""
        return replace(self, folder=self.desk.root) if self.desk else self

    @property
    def site_folder(self) -> Path:
        """Return the folder of her website: one for all sessions on a desk, beside the notebook elsewhere.

        What is handed in lies beside the notebook, so marks are given on the pages that travelled with it.
        """
        return (self.desk.root if self.desk else self.folder) / SITE_FOLDER

    def content(self, rules: "RuleSet[Any]") -> Mapping[str, Any] | None:
        """Return what the rules of a task judge: the answer file and, where they ask for it, the website.

        Raises
        ------
        OSError
            When the answer file is there but the disk does not give it out.
        """
        answer = self.answer(rules.answer).load()
        return rules.gather(answer.payload if answer else None, self.site_folder)

    @property
    def preferences(self) -> Preferences:
        """Return how the learner likes to work."""
        return self.desk.preferences if self.desk else Preferences()

    @property
    def learner(self) -> str | None:
        """Return the learner's code, by which her questions, cases and orders are drawn; None without one."""
        return self.desk.learner if self.desk else None

    @property
    def address(self) -> Address:
        """Return the chosen form of address."""
        return self.preferences.address

    @property
    def look(self) -> dict[str, object]:
        """Return theme, text size, short keys and reading aloud for the screen."""
        chosen = self.preferences
        return {
            "theme": chosen.theme,
            "text_size": chosen.text_size,
            "keys": chosen.keys,
            "sound": chosen.sound,
        }

    def record(self, write: "Callable[[Recorder], object]") -> None:
        """Write to the log; what cannot be logged never stops a learner, her answer is in its own file."""
        if self.desk is None:
            return
        try:
            with self.desk.recorder() as recorder:
                write(recorder)
        except Exception:  # noqa: BLE001 - a broken log must not cost a lesson; the trainer finds the details
            self.note_trouble()

    def note_trouble(self) -> None:
        """Keep the error that is being handled for the trainer; no learner sees a traceback."""
        with suppress(OSError):
            if self.desk is not None:
                self.desk.note_trouble(traceback.format_exc())
