"""The homework on the practice school's page: three files, one of them for today, drawn by seed."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from lentera.rules.seeds import as_seed, pick, shuffled

_PATH: Final = Path(__file__).parents[1] / "texts" / "tugas-anak.toml"

QUESTIONS: Final = 3
"""Questions of one file."""
DAYS: Final = ("hari ini", "besok", "lusa")
LONGEST_ANSWER: Final = 200
MOST_CHARACTERS: Final = 4000
"""A file is read up to here: longer than any that this page gives out."""
_QUESTION: Final = "Soal"
_ANSWER: Final = "Jawaban"


@dataclass(frozen=True)
class Assignment:
    """Be one file of homework.

    Attributes
    ----------
    id : str
        The subject.
    day : str
        When it is due; the first of `DAYS` is the one that counts.
    """

    id: str
    name: str
    school: str
    child: str
    grade: int
    day: str
    questions: tuple[str, ...]

    @property
    def file(self) -> str:
        """Return the name of the task file."""
        return f"tugas-{self.id}.txt"

    @property
    def answer_file(self) -> str:
        """Return the name of the file with the answers."""
        return f"jawaban-{self.file}"

    @property
    def is_due(self) -> bool:
        """Tell whether it is today's."""
        return self.day == DAYS[0]

    def text(self, answers: Sequence[str] = ()) -> str:
        """Return the file's text, with answers where there are some."""
        lines = [
            f"SIMULASI. {self.school}, contoh.",
            f"Tugas {self.name}, kelas {self.grade}",
            f"Nama depan: {self.child}",
        ]
        for number, question in enumerate(self.questions, 1):
            answer = answers[number - 1] if number <= len(answers) else ""
            lines += ["", f"{_QUESTION} {number}: {question}", f"{_ANSWER} {number}: {answer}".rstrip()]
        return "\n".join(lines) + "\n"


def read_answers(text: str) -> tuple[str, ...]:
    """Return the answers of a file's text; "" for each that is not there.

    What stands under an answer belongs to it, up to the next question.
    """
    found = [""] * QUESTIONS
    at = -1
    for line in text[:MOST_CHARACTERS].splitlines():
        head, colon, rest = line.partition(":")
        word, _space, number = head.strip().partition(" ")
        if colon and word in (_QUESTION, _ANSWER) and number.isdigit():
            known = word == _ANSWER and number in {str(one) for one in range(1, QUESTIONS + 1)}
            at = int(number) - 1 if known else -1
            if known:
                found[at] = rest.strip()
        elif at >= 0 and line.strip():
            found[at] = f"{found[at]} {line.strip()}".strip()
    return tuple(one_line(answer) for answer in found)


def one_line(answer: str) -> str:
    """Return an answer as a file holds it: in one line, and no longer than it may be."""
    return " ".join(answer.split())[:LONGEST_ANSWER].rstrip()


def assignments(seed: int) -> tuple[Assignment, ...]:
    """Return the homework of a seed, in the order of the page.

    Raises
    ------
    ValueError
        When the seed is not a whole number from 0 to 9999.
    """
    return _drawn(as_seed(seed))


def due(seed: int) -> Assignment:
    """Return today's homework."""
    return next(one for one in assignments(seed) if one.is_due)


def child_of(seed: int) -> str:
    """Return the first name of the child in the story."""
    name: str = pick(as_seed(seed), "child", _table()["anak"])
    return name


@cache
def _drawn(seed: int) -> tuple[Assignment, ...]:
    table = _table()
    grade = pick(seed, "grade", table["kelas"])
    subjects = shuffled(seed, "subjects", list(table["mapel"]))[: len(DAYS)]
    made = [
        Assignment(
            subject,
            table["mapel"][subject]["nama"],
            table["sekolah"],
            child_of(seed),
            grade,
            day,
            tuple(shuffled(seed, f"questions {subject}", table["mapel"][subject]["soal"])[:QUESTIONS]),
        )
        for subject, day in zip(subjects, DAYS, strict=True)
    ]
    return tuple(shuffled(seed, "page", made))


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))
