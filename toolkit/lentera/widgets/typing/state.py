"""What is saved of the typing desk: the sheet and its file, and how far the keys are found."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from lentera.literacy.typing.desk import WritingDesk
from lentera.literacy.typing.keyboard import EXERCISES, Exercise

TABS: Final = ("tombol", "meja")
_BY_NAME: Final = {one.id: one for one in EXERCISES}


@dataclass(frozen=True)
class Typing:
    """Hold what is saved.

    Attributes
    ----------
    desk : WritingDesk
        The sheet and its file.
    tab : str
        Which of `TABS` is open.
    row : str
        The row of keys being found.
    at : int
        How many of its keys are found.
    rows : tuple of str
        Rows that are finished.
    """

    desk: WritingDesk = field(default_factory=WritingDesk)
    tab: str = TABS[0]
    row: str = EXERCISES[0].id
    at: int = 0
    rows: tuple[str, ...] = ()

    @property
    def exercise(self) -> Exercise:
        """Return the row being found."""
        return _BY_NAME[self.row]

    @property
    def asked(self) -> str:
        """Return the key that is asked for."""
        return self.exercise.keys[self.at]

    def with_row(self, name: str) -> "Typing":
        """Return the practice at the beginning of a row; raise KeyError when there is none of that name."""
        return replace(self, row=_BY_NAME[name].id, at=0)

    def one_further(self) -> "Typing":
        """Return the practice one key further; behind the last key comes the next unfinished row."""
        if self.at + 1 < len(self.exercise.keys):
            return replace(self, at=self.at + 1)
        rows = tuple(one.id for one in EXERCISES if one.id in (*self.rows, self.row))
        order = [one.id for one in EXERCISES]
        start = order.index(self.row) + 1
        following = next((one for one in order[start:] + order[:start] if one not in rows), self.row)
        return replace(self, rows=rows, row=following, at=0)

    def to_content(self) -> dict[str, Any]:
        """Return the answer file's content."""
        practice = {"baris": self.row, "ke": self.at, "selesai": list(self.rows)}
        return {**self.desk.to_content(), "latihan": practice, "lembar": self.tab}

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "Typing":
        """Read an answer file's content; a practice that makes no sense begins anew, the texts never do.

        Raises
        ------
        ValueError
            When it is no writing desk's.
        """
        desk, practice = WritingDesk.from_content(content), content.get("latihan")
        known = practice if isinstance(practice, Mapping) else {}
        row, at, rows = known.get("baris"), known.get("ke"), known.get("selesai")
        tab = content.get("lembar")
        read = cls(desk, tab if isinstance(tab, str) and tab in TABS else TABS[0])
        if isinstance(rows, list):
            read = replace(read, rows=tuple(one.id for one in EXERCISES if one.id in rows))
        if isinstance(row, str) and row in _BY_NAME:
            read = read.with_row(row)
        if isinstance(at, int) and not isinstance(at, bool) and 0 <= at < len(read.exercise.keys):
            read = replace(read, at=at)
        return read
