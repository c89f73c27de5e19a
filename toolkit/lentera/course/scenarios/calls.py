"""Practice calls: what the caller says, what can be answered, what follows from it, and the ways out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from lentera.course.reader import Reader
from lentera.course.scenarios.origin import Origin
from lentera.course.style import TextKind

MOST_WORDS = 25
"""Longest thing a caller says at once [words]: it is read aloud and signed."""
_ANSWERS = range(2, 4)


class End(StrEnum):
    """Name how a call can end; the values stand in answer files."""

    SAFE = "aman"
    NEARLY = "nyaris"
    HAPPENED = "telanjur"


@dataclass(frozen=True)
class Answer:
    """Hold one thing to say or do.

    Attributes
    ----------
    text, remark : str
        What she says or does, and what is said of it.
    leads : str
        Id of the turn that follows; empty when the call ends with it.
    end : End or None
        How the call ends; None when it goes on.
    """

    id: str
    text: str
    remark: str
    leads: str
    end: End | None


@dataclass(frozen=True)
class Turn:
    """Hold what the caller says once, and what can be answered.

    Attributes
    ----------
    hang_up : str
        What is said of ending the call here.
    hang_up_end : End
        How it has ended then.
    """

    id: str
    words: str
    answers: tuple[Answer, ...]
    hang_up: str
    hang_up_end: End

    def answer(self, name: str) -> Answer | None:
        """Return an answer by its id, or None."""
        return next((one for one in self.answers if one.id == name), None)


@dataclass(frozen=True)
class Call:
    """Hold one call of our own writing.

    Attributes
    ----------
    id, name : str
        Stable name, and a short one for the list that tells nothing of the end.
    caller, story : str
        What the phone shows, and what was going on.
    scam : bool
        Whether it deceives.
    turns : mapping of str to Turn
        By id; the first begins.
    signs : tuple of str
        What told that it deceives, or that it is honest.
    if_done : tuple of str
        What to do when it has happened.
    facts : tuple of str
        Ids of `facts.toml` that stand beside it.
    """

    id: str
    name: str
    caller: str
    story: str
    scam: bool
    turns: Mapping[str, Turn]
    signs: tuple[str, ...]
    if_done: tuple[str, ...]
    facts: tuple[str, ...]
    origin: Origin

    @property
    def first(self) -> Turn:
        """Return the turn that begins."""
        return next(iter(self.turns.values()))


def read_call(table: Reader, origin: Origin) -> Call:
    """Build one call; a path that leads nowhere is a fault."""
    turns: dict[str, Turn] = {}
    for row in table.tables("giliran"):
        turn = _turn(row)
        if turn.id in turns:
            row.note("duplicate_id", "id", id=turn.id)
        turns.setdefault(turn.id, turn)
    call = Call(
        id=table.text("id"),
        name=table.text("nama"),
        caller=table.text("penelepon"),
        story=table.text("cerita"),
        scam=table.flag("penipuan"),
        turns=turns,
        signs=table.texts("tanda"),
        if_done=table.texts("telanjur", optional=True),
        facts=table.texts("fakta", optional=True),
        origin=origin,
    )
    table.finish()
    _look_at(table, call)
    return call


def _turn(row: Reader) -> Turn:
    answers = []
    for one in row.tables("jawaban"):
        ends = one.choice("akhir", End) if "akhir" in one.names() else None
        leads = one.text("ke", default="")
        if bool(leads) == bool(ends):
            one.note("call_where", "ke")
        answers.append(Answer(one.text("id"), one.text("teks"), one.text("catatan"), leads, ends))
        one.finish()
    turn = Turn(
        id=row.text("id"),
        words=row.text("kata"),
        answers=tuple(answers),
        hang_up=row.text("tutup"),
        hang_up_end=row.choice("tutup_akhir", End) if "tutup_akhir" in row.names() else End.SAFE,
    )
    row.finish()
    if len(answers) not in _ANSWERS or len({one.id for one in answers}) < len(answers):
        row.note("call_answers", "jawaban", count=len(answers))
    count = len(turn.words.split())
    if count > MOST_WORDS:
        row.note("scene_long", "kata", count=count, limit=MOST_WORDS)
    return turn


def _look_at(table: Reader, call: Call) -> None:
    if not call.turns:
        if "giliran" in table.names():
            table.note("empty", "giliran")
        return
    for at, turn in enumerate(call.turns.values()):
        for number, answer in enumerate(turn.answers):
            if answer.leads and answer.leads not in call.turns:
                where = f"giliran[{at}].jawaban[{number}].ke"
                table.note("scenario_unknown", where, value=answer.leads, choices=", ".join(call.turns))
    lost = set(call.turns) - _reached(call)
    if lost:
        table.note("call_unreached", "giliran", value=", ".join(sorted(lost)))
    endless = [turn.id for turn in call.turns.values() if not _has_way_out(call, turn)]
    if endless:
        table.note("call_no_way_out", "giliran", value=", ".join(endless))
    ends = {answer.end for turn in call.turns.values() for answer in turn.answers}
    if End.HAPPENED in ends and not call.if_done:
        table.note("missing_key", "telanjur")


def _reached(call: Call) -> set[str]:
    return _after(call, call.first.id)


def _after(call: Call, start: str) -> set[str]:
    """Return a turn and all that can follow it."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name in seen or name not in call.turns:
            continue
        seen.add(name)
        waiting += [answer.leads for answer in call.turns[name].answers if answer.leads]
    return seen


def _has_way_out(call: Call, turn: Turn) -> bool:
    """Tell whether her own words can still end the call well, as hanging up must."""
    answers = [answer for name in _after(call, turn.id) for answer in call.turns[name].answers]
    return turn.hang_up_end is not End.HAPPENED and any(
        answer.end not in {None, End.HAPPENED} for answer in answers
    )


def call_texts(call: Call) -> Iterator[tuple[str, TextKind, str]]:
    """Yield every text a learner reads, but the caller's own words: people speak as they speak."""
    yield "nama", TextKind.LABEL, call.name
    yield "cerita", TextKind.LESSON, call.story
    for index, sign in enumerate(call.signs):
        yield f"tanda[{index}]", TextKind.FEEDBACK, sign
    for index, step in enumerate(call.if_done):
        yield f"telanjur[{index}]", TextKind.STEP, step
    for at, turn in enumerate(call.turns.values()):
        yield f"giliran[{at}].tutup", TextKind.FEEDBACK, turn.hang_up
        for number, answer in enumerate(turn.answers):
            yield f"giliran[{at}].jawaban[{number}].teks", TextKind.LABEL, answer.text
            yield f"giliran[{at}].jawaban[{number}].catatan", TextKind.FEEDBACK, answer.remark


def call_as_written(call: Call) -> Iterator[tuple[str, str]]:
    """Yield every invented name, number and word, to be held against what is real."""
    yield "penelepon", call.caller
    yield "cerita", call.story
    for at, turn in enumerate(call.turns.values()):
        yield f"giliran[{at}].kata", turn.words
        for number, answer in enumerate(turn.answers):
            yield f"giliran[{at}].jawaban[{number}].teks", answer.text
