"""What was done with the homework: downloaded, opened, written, saved, sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from lentera.literacy.online_room.assignments import (
    MOST_CHARACTERS,
    QUESTIONS,
    Assignment,
    assignments,
    one_line,
    read_answers,
)
from lentera.rules.seeds import as_seed

MOST_SENT: Final = 12
_LONGEST_TIME: Final = 20
_EMPTY: Final = ("",) * QUESTIONS


@dataclass(frozen=True)
class Sent:
    """Be one file that was uploaded: its name, its text then, and the time of day."""

    file: str
    text: str
    at: str


@dataclass(frozen=True)
class Homework:
    """Hold what is saved of the homework.

    Attributes
    ----------
    downloaded : tuple of str
        Subjects whose task file lies in the folder, oldest first.
    opened : str
        The subject in the field; empty when none is.
    drafts : mapping of str to tuple of str
        What stands in the fields, by subject.
    saved : mapping of str to str
        Text of each answer file, by subject.
    sent : tuple of Sent
        What was uploaded and not taken back, oldest first.
    """

    seed: int
    downloaded: tuple[str, ...] = ()
    opened: str = ""
    drafts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    saved: Mapping[str, str] = field(default_factory=dict)
    sent: tuple[Sent, ...] = ()

    def assignment(self, subject: str) -> Assignment:
        """Return the homework of a subject; raise KeyError when the page has none."""
        return {one.id: one for one in assignments(self.seed)}[subject]

    def draft(self, subject: str) -> tuple[str, ...]:
        """Return what stands in the fields of a subject."""
        return self.drafts.get(subject, _EMPTY)

    def is_saved(self, subject: str) -> bool:
        """Tell whether the answer file holds what stands in the fields."""
        return subject in self.saved and read_answers(self.saved[subject]) == tuple(
            one_line(answer) for answer in self.draft(subject)
        )

    @property
    def files(self) -> dict[str, str]:
        """Return the files of the download folder: name to text."""
        found = {}
        for one in assignments(self.seed):
            if one.id in self.downloaded:
                found[one.file] = one.text()
            if one.id in self.saved:
                found[one.answer_file] = self.saved[one.id]
        return found

    def with_download(self, subject: str) -> "Homework":
        """Return it with a task file in the folder."""
        known = self.assignment(subject).id
        return replace(self, downloaded=tuple(dict.fromkeys((*self.downloaded, known))))

    def with_text(self, subject: str, text: str) -> "Homework":
        """Return it with what another program wrote in the answer file."""
        return replace(
            self,
            saved={**self.saved, subject: text[:MOST_CHARACTERS]},
            drafts={**self.drafts, subject: read_answers(text)},
        )

    def with_answer(self, number: int, text: str) -> "Homework":
        """Return it with one field of the open file changed; ``number`` counts from 0."""
        before = self.draft(self.opened)
        changed = (*before[:number], text, *before[number + 1 :])
        return replace(self, drafts={**self.drafts, self.opened: changed})

    def with_saved(self) -> "Homework":
        """Return it with the open fields written to the answer file."""
        text = self.assignment(self.opened).text([one_line(answer) for answer in self.draft(self.opened)])
        return replace(self, saved={**self.saved, self.opened: text})

    def to_content(self) -> dict[str, Any]:
        """Return the part of the answer file's content."""
        return {
            "diunduh": list(self.downloaded),
            "dibuka": self.opened,
            "isian": {subject: list(answers) for subject, answers in self.drafts.items()},
            "disimpan": dict(self.saved),
            "dikirim": [{"berkas": one.file, "isi": one.text, "jam": one.at} for one in self.sent],
        }


def read_homework(content: Mapping[str, Any]) -> Homework:
    """Read an answer file's content; homework nobody has begun is empty.

    Raises
    ------
    ValueError
        When it is no such answer.
    """
    seed = as_seed(content.get("benih"))
    part = content.get("tugas", {})
    if not isinstance(part, Mapping):
        raise ValueError("'tugas' is not what was done with the homework; open the online room again")
    known = {one.id for one in assignments(seed)}
    downloaded = tuple(_known(known, one) for one in _list(part, "diunduh"))
    opened = part.get("dibuka", "")
    if opened != "":
        _known(set(downloaded), opened)
    drafts, saved = _table(part, "isian"), _table(part, "disimpan")
    for subject in (*drafts, *saved):
        _known(set(downloaded), subject)
    return Homework(
        seed,
        tuple(dict.fromkeys(downloaded)),
        opened,
        {subject: _answers(row) for subject, row in drafts.items()},
        {subject: _text(text) for subject, text in saved.items()},
        tuple(_sent(seed, row) for row in _list(part, "dikirim")[:MOST_SENT]),
    )


def _list(part: Mapping[str, Any], key: str) -> list[Any]:
    found = part.get(key, [])
    if not isinstance(found, list):
        raise ValueError(f"{key!r} is no list; open the online room again")
    return found


def _table(part: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = part.get(key, {})
    if not isinstance(found, Mapping):
        raise ValueError(f"{key!r} is not kept by subject; open the online room again")
    return found


def _known(subjects: set[str], name: Any) -> str:
    if not isinstance(name, str) or name not in subjects:
        raise ValueError(f"there is no homework {name!r} here; open the online room again")
    return name


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no text of a file; save the answers again")
    return value[:MOST_CHARACTERS]


def _answers(row: Any) -> tuple[str, ...]:
    if not isinstance(row, list) or len(row) != QUESTIONS or not all(isinstance(one, str) for one in row):
        raise ValueError(f"{row!r} is not {QUESTIONS} answers; write them again")
    return tuple(one[:MOST_CHARACTERS] for one in row)


def _sent(seed: int, row: Any) -> Sent:
    names = {name for one in assignments(seed) for name in (one.file, one.answer_file)}
    if not isinstance(row, Mapping) or row.get("berkas") not in names:
        raise ValueError("a file that was sent is none of this page's; upload it again")
    return Sent(row["berkas"], _text(row.get("isi")), _text(row.get("jam"))[:_LONGEST_TIME])
