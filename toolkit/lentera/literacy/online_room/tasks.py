"""The rules of the homework: downloaded, filled in, saved, and the filled-in file sent."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from lentera.literacy.online_room.assignments import QUESTIONS, Assignment, due, one_line, read_answers
from lentera.literacy.online_room.homework import Homework, Sent, read_homework
from lentera.rules import Finding, RuleSet, load_rules, load_set, missed, right

_PATH: Final = Path(__file__).parents[1] / "texts" / "s08-ruang-daring.toml"
_TWICE: Final = 0.75
"""Share that stays when the same file lies at the school twice."""


def _names(one: Assignment) -> dict[str, str]:
    return {"file": one.file, "answer": one.answer_file, "name": one.name}


def _downloaded(homework: Homework) -> Finding:
    today = due(homework.seed)
    if today.id in homework.downloaded:
        return right()
    if not homework.downloaded:
        return missed("empty", **_names(today))
    other = homework.assignment(homework.downloaded[-1]).file
    return missed("other", other=other, **_names(today))


def _filled(homework: Homework) -> Finding:
    today = due(homework.seed)
    answers = [one_line(answer) for answer in homework.draft(today.id)]
    told, names = [answer for answer in answers if answer], _names(today)
    if not told:
        return missed("empty", **names)
    good = 0
    odd: tuple[str, int] | None = None
    for at, answer in enumerate(answers):
        slip = _slip(answer, today.questions[at])
        good += bool(answer) and not slip
        if slip and odd is None:
            odd = slip, at + 1
    share = good / QUESTIONS
    if odd is not None:
        return missed(odd[0], share, number=str(odd[1]), **names)
    if good < QUESTIONS:
        number = str(answers.index("") + 1)
        return missed("some", share, n=str(good), total=str(QUESTIONS), number=number, **names)
    return right()


def _slip(answer: str, question: str) -> str:
    if answer and not any(sign.isalnum() for sign in answer):
        return "marks"
    return "copied" if answer and answer.casefold() == one_line(question).casefold() else ""


def _saved(homework: Homework) -> Finding:
    today = due(homework.seed)
    if today.id not in homework.saved or not any(homework.draft(today.id)):
        return missed("empty", **_names(today))
    if not homework.is_saved(today.id):
        return missed("older", 0.5, **_names(today))
    return right()


def sent_finding(homework: Homework) -> Finding:
    """Judge what lies at the school: the last file counts, because the teacher reads that one."""
    today = due(homework.seed)
    names = _names(today)
    if not homework.sent:
        return missed("empty", **names)
    last = homework.sent[-1]
    if last.file != today.answer_file:
        return missed("original" if last.file == today.file else "other", sent=last.file, **names)
    answers = read_answers(last.text)
    if not any(answers):
        return missed("blank", **names)
    if "" in answers:
        share = sum(map(bool, answers)) / QUESTIONS
        return missed("half", share / 2, number=str(answers.index("") + 1), **names)
    if answers != tuple(one_line(answer) for answer in homework.draft(today.id)):
        return missed("older", 0.5, **names)
    return missed("twice", _TWICE, **names) if _again(homework.sent) else right()


def _again(sent: Sequence[Sent]) -> bool:
    last = sent[-1]
    return any((one.file, one.text) == (last.file, last.text) for one in sent[:-1])


HOMEWORK: Final[RuleSet[Any]] = RuleSet(
    "s08-ruang-daring",
    "s08-ruang-daring",
    read_homework,
    load_rules(
        _PATH,
        {
            "s08.homework.downloaded": _downloaded,
            "s08.homework.filled": _filled,
            "s08.homework.saved": _saved,
            "s08.homework.uploaded": sent_finding,
        },
    ),
    load_set(_PATH),
)
"""Task ``s08-ruang-daring``: the child's homework down, filled in, and up again."""
