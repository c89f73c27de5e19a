"""The writing desk: a sheet that is written on, and the file that holds only what was saved."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

FILE: Final = "perkenalan.txt"
LONGEST: Final = 4000
"""Longest text of a sheet [characters]."""
MOST_SAVINGS: Final = 12
"""Rounds of opening and saving that are kept."""


@dataclass(frozen=True)
class Saving:
    """Be one round in which something was saved.

    Attributes
    ----------
    opened : str or None
        What stood in the file when it was opened for this round; None for a new sheet.
    text : str
        What was saved last in this round.
    moment : str
        When, in ISO format.
    """

    opened: str | None
    text: str
    moment: str


@dataclass(frozen=True)
class WritingDesk:
    """Hold the sheet and the file.

    Attributes
    ----------
    draft : str
        What stands on the sheet, saved or not.
    is_open : bool
        Whether the sheet is open.
    opened : str or None
        What stood in the file when it was opened; None while the sheet is a new one.
    savings : tuple of Saving
        Rounds in which something was saved, oldest first.
    left : str
        What stood unsaved on the sheet when it was closed without saving.
    """

    draft: str = ""
    is_open: bool = True
    opened: str | None = None
    savings: tuple[Saving, ...] = ()
    left: str = ""

    @property
    def file(self) -> str | None:
        """Return what stands in the file; None when there is none yet."""
        return self.savings[-1].text if self.savings else None

    @property
    def is_unsaved(self) -> bool:
        """Tell whether the sheet says something that the file does not."""
        last = self.savings[-1] if self.savings else None
        of_this_round = last is not None and last.opened == self.opened
        stored = last.text if last is not None and of_this_round else self.opened
        return self.is_open and self.draft != (stored or "")

    @property
    def was_opened_again(self) -> bool:
        """Tell whether the file was ever closed and opened again."""
        return self.opened is not None or any(one.opened is not None for one in self.savings)

    def written(self, text: str) -> "WritingDesk":
        """Return the desk with another text on the sheet."""
        return replace(self, draft=text[:LONGEST])

    def saved(self, moment: str) -> "WritingDesk":
        """Return the desk with the sheet saved to the file; saving the same again only renews the time."""
        saving = Saving(self.opened, self.draft, moment)
        last = self.savings[-1] if self.savings else None
        again = last is not None and (last.opened, last.text) == (saving.opened, saving.text)
        earlier = self.savings[:-1] if again else self.savings
        return replace(self, savings=_bounded((*earlier, saving)), left="")

    def closed(self) -> "WritingDesk":
        """Return the desk with the sheet put away; what was not saved is kept beside it."""
        left = self.draft if self.is_unsaved else self.left
        return replace(self, draft="", is_open=False, opened=None, left=left)

    def opened_again(self, text: str) -> "WritingDesk":
        """Return the desk with the file's text on the sheet."""
        return replace(self, draft=text[:LONGEST], is_open=True, opened=text[:LONGEST])

    def new_sheet(self) -> "WritingDesk":
        """Return the desk with an empty sheet."""
        return replace(self, draft="", is_open=True, opened=None)

    def taken_back(self) -> "WritingDesk":
        """Return the desk with the unsaved text on the open sheet again."""
        return replace(self, draft=self.left, left="")

    def to_content(self) -> dict[str, Any]:
        """Return the answer file's content, which the rules of both tasks read."""
        return {
            "berkas": FILE,
            "draf": self.draft,
            "terbuka": self.is_open,
            "dibuka": self.opened,
            "belum_disimpan": self.left,
            "simpanan": [
                {"dibuka": one.opened, "disimpan": one.text, "saat": one.moment} for one in self.savings
            ],
        }

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "WritingDesk":
        """Read an answer file's content.

        Raises
        ------
        ValueError
            When it is no writing desk's.
        """
        rows, is_open = content.get("simpanan"), content.get("terbuka")
        if not isinstance(rows, list) or not isinstance(is_open, bool):
            raise ValueError("the answer has no 'simpanan' and 'terbuka'; open the typing desk again")
        return cls(
            _text(content.get("draf", "")),
            is_open,
            _opened(content.get("dibuka")),
            _bounded(tuple(_saving(row) for row in rows)),
            _text(content.get("belum_disimpan", "")),
        )


def _bounded(savings: tuple[Saving, ...]) -> tuple[Saving, ...]:
    """Leave out the oldest rounds beyond the most: first those between that changed nothing."""
    kept = list(savings)
    while len(kept) > MOST_SAVINGS:
        idle = (at for at, one in enumerate(kept[1:-1], start=1) if one.opened in {None, one.text})
        del kept[next(idle, 1)]
    return tuple(kept)


def _saving(row: Any) -> Saving:
    if not isinstance(row, Mapping) or not isinstance(row.get("saat"), str):
        raise ValueError(f"{row!r} in 'simpanan' is no saved text; save once more")
    return Saving(_opened(row.get("dibuka")), _text(row.get("disimpan")), row["saat"])


def _opened(value: Any) -> str | None:
    return None if value is None else _text(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no text; open the typing desk again")
    return value[:LONGEST]
