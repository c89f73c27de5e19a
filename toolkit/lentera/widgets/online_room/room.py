"""What was done in the online room, as it is saved."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from lentera.literacy.online_room.class_steps import Lesson, read_lesson
from lentera.literacy.online_room.companions import Visit, read_visits
from lentera.literacy.online_room.homework import Homework, read_homework
from lentera.literacy.online_room.schedule import Plan, read_plan

TABS: Final = ("kelas", "tugas", "jadwal", "pendamping")


@dataclass(frozen=True)
class Room:
    """Hold what is saved.

    Attributes
    ----------
    tab : str
        The part that is open, of `TABS`.
    removed : Visit or None
        The row that was taken out of the log last; it is not saved, so what is deleted is gone from the disk.
    """

    homework: Homework
    lesson: Lesson = field(default_factory=Lesson)
    plan: Plan = field(default_factory=Plan)
    visits: tuple[Visit, ...] = ()
    tab: str = TABS[0]
    removed: Visit | None = None

    @property
    def seed(self) -> int:
        """Return the seed of the stories."""
        return self.homework.seed

    def with_lesson(self, **changes: Any) -> "Room":
        """Return the room with changes in the class."""
        return replace(self, lesson=replace(self.lesson, **changes))

    def to_content(self) -> dict[str, Any]:
        """Return the answer file's content, which the rules of the task read."""
        return {
            "benih": self.seed,
            "bagian": self.tab,
            "tugas": self.homework.to_content(),
            "kelas": self.lesson.to_content(),
            "jadwal": self.plan.to_content(),
            "pendamping": [visit.to_content() for visit in self.visits],
        }

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "Room":
        """Read an answer file's content; raise ValueError when it is none."""
        homework = read_homework(content)
        tab = content.get("bagian")
        return cls(
            homework,
            read_lesson(content),
            read_plan(homework.seed, content),
            read_visits(content),
            tab if isinstance(tab, str) and tab in TABS else TABS[0],
        )
