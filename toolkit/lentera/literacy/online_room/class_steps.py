"""The practice video class: it goes on when she says so, and each step waits for what the teacher asked."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from lentera.literacy.online_room.assignments import child_of, due
from lentera.rules.seeds import as_seed
from lentera.rules.texts import Saying

_PATH: Final = Path(__file__).parents[1] / "texts" / "kelas-video.toml"

SWITCHES: Final = ("mic", "camera", "hand", "captions", "pinned")
"""What is on or off inside the class, as the answer file names it in `_KEYS`."""
SIZES: Final = (100, 130, 160)
"""Sizes of the captions [percent]."""
BACKGROUNDS: Final = ("polos", "rumah")
STRANGER: Final = "asing"
_KEYS: Final = {
    "mic": "mikrofon",
    "camera": "kamera",
    "hand": "tangan",
    "captions": "teks",
    "pinned": "sematkan",
}
_NOTHING: Final = Saying("", "")


@dataclass(frozen=True)
class Step:
    """Be one step of the class.

    Attributes
    ----------
    says : tuple of str
        What the teacher says.
    messages : tuple of str
        What a stranger writes in the chat.
    replies : tuple of str
        What the child can write in the chat.
    asks, waits : Saying
        What is asked of her, and what is told when it is not done yet.
    """

    id: str
    says: tuple[str, ...]
    messages: tuple[str, ...]
    replies: tuple[str, ...]
    asks: Saying
    waits: Saying


@dataclass(frozen=True)
class Choice:
    """Be one of several things to choose: its words, whether it is right or a danger, and what is told."""

    id: str
    name: Saying
    right: bool
    danger: bool
    told: Saying
    next: Saying


@dataclass(frozen=True)
class Lesson:
    """Hold how the class stands.

    Attributes
    ----------
    name : str
        The chosen name for the screen; "" before one is chosen.
    at : int
        The step, from 0; -1 before joining, and the number of steps after leaving.
    on : frozenset of str
        Which of `SWITCHES` are on.
    replies : mapping of str to int
        Number of the sentence the child has sent, by step.
    act : str
        What was chosen about the stranger.
    away : bool
        Whether she left before the end; the class waits at its step.
    """

    name: str = ""
    background: str = BACKGROUNDS[0]
    at: int = -1
    on: frozenset[str] = field(default_factory=lambda: frozenset({"captions"}))
    size: int = SIZES[0]
    replies: Mapping[str, int] = field(default_factory=dict)
    act: str = ""
    away: bool = False

    @property
    def step(self) -> str:
        """Return the id of the step; empty outside the class."""
        return step_ids()[self.at] if 0 <= self.at < len(step_ids()) else ""

    @property
    def has_left(self) -> bool:
        """Tell whether the class is over."""
        return self.at == len(step_ids())

    def switched(self, name: str) -> "Lesson":
        """Return it with one switch turned over."""
        return replace(self, on=self.on ^ {name})

    def left(self) -> "Lesson":
        """Return it after leaving, with nothing of the child on; before the last step the class waits."""
        ends = self.at == len(step_ids()) - 1
        quiet = self.on - {"mic", "camera", "hand"}
        return replace(self, at=self.at + ends, away=not ends, on=quiet)

    def to_content(self) -> dict[str, Any]:
        """Return the part of the answer file's content."""
        return {
            "nama": self.name,
            "latar": self.background,
            "langkah": self.at,
            "nyala": [_KEYS[name] for name in SWITCHES if name in self.on],
            "ukuran": self.size,
            "pesan": dict(self.replies),
            "tindakan": self.act,
            "keluar_dulu": self.away,
        }


def read_lesson(content: Mapping[str, Any]) -> Lesson:
    """Read an answer file's content; a class nobody has entered is a new one.

    Raises
    ------
    ValueError
        When it is no such class.
    """
    part = content.get("kelas")
    if part is None:
        return Lesson()
    if not isinstance(part, Mapping):
        raise ValueError("'kelas' is not how the class stands; open the online room again")
    at, size, lit, sent = (part.get(key) for key in ("langkah", "ukuran", "nyala", "pesan"))
    if isinstance(at, bool) or not isinstance(at, int) or not -1 <= at <= len(step_ids()):
        raise ValueError(f"the class has no step {at!r}; begin the class again")
    if not isinstance(lit, list) or not isinstance(sent, Mapping) or size not in SIZES:
        raise ValueError("the switches of the class are damaged; begin the class again")
    return Lesson(
        _one("nama", part.get("nama"), names(0)),
        _one("latar", part.get("latar"), BACKGROUNDS) or BACKGROUNDS[0],
        at,
        frozenset(name for name in SWITCHES if _KEYS[name] in lit),
        int(size),
        {step: _reply(step, number) for step, number in sent.items()},
        _one("tindakan", part.get("tindakan"), acts()),
        part.get("keluar_dulu") is True,
    )


def _one(key: str, value: Any, known: Mapping[str, Any] | Sequence[str]) -> str:
    if not isinstance(value, str) or (value and value not in known):
        raise ValueError(f"{key!r} cannot be {value!r}; begin the class again")
    return value


def _reply(step: Any, number: Any) -> int:
    replies = {one["id"]: one.get("pilihan", ()) for one in _table()["langkah"]}.get(step, ())
    if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number < len(replies):
        raise ValueError(f"the step {step!r} has no sentence {number!r}; begin the class again")
    return number


def waits_for(lesson: Lesson) -> tuple[str, ...]:
    """Return what the step still waits for: names of switches, ``reply`` or ``act``."""
    lit, spoken = lesson.on, lesson.step in lesson.replies
    open_things: dict[str, tuple[tuple[str, bool], ...]] = {
        "hadir": (("reply", not spoken),),
        "suara": (("mic", "mic" not in lit and not spoken),),
        "bisu": (("mic", "mic" in lit),),
        "tanya": (("hand", "hand" not in lit),),
        "jawab": (("reply", not spoken),),
        "turun": (("hand", "hand" in lit), ("mic", "mic" in lit)),
        STRANGER: (("act", not lesson.act or not acts()[lesson.act].right),),
    }
    return tuple(name for name, waits in open_things.get(lesson.step, ()) if waits)


def steps(seed: int) -> tuple[Step, ...]:
    """Return the steps of the class for a seed.

    Raises
    ------
    ValueError
        When the seed is not a whole number from 0 to 9999.
    """
    return _steps(as_seed(seed))


def step_ids() -> tuple[str, ...]:
    """Return the ids of the steps, in order."""
    return tuple(one["id"] for one in _table()["langkah"])


def acts() -> Mapping[str, Choice]:
    """Return what can be done about the stranger."""
    return {name: _choice(name, row, Saying.of(row["nama"])) for name, row in _table()["tindakan"].items()}


def names(seed: int) -> Mapping[str, Choice]:
    """Return the names that can be chosen for the screen."""
    today = due(seed)
    blanks = {"child": child_of(seed), "grade": str(today.grade), "school": today.school}
    return {
        name: _choice(name, row, Saying(*[_filled(row["teks"], blanks)] * 2))
        for name, row in _table()["nama"].items()
    }


def backgrounds() -> Mapping[str, Choice]:
    """Return what can be behind the child."""
    return {name: _choice(name, row, Saying.of(row["nama"])) for name, row in _table()["latar"].items()}


def people() -> tuple[str, str, tuple[str, ...]]:
    """Return the names of the teacher, the stranger and the class mates."""
    table = _table()
    return table["guru"], table[STRANGER], tuple(table["teman"])


@cache
def _steps(seed: int) -> tuple[Step, ...]:
    blanks = {"child": child_of(seed), "file": due(seed).file}

    def words(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
        return tuple(_filled(text, blanks) for text in row.get(key, ()))

    def saying(row: Mapping[str, Any], key: str) -> Saying:
        found = Saying.of(row[key]) if key in row else _NOTHING
        return Saying(_filled(found.id, blanks), _filled(found.en, blanks))

    return tuple(
        Step(
            row["id"],
            words(row, "ucapan"),
            words(row, "pesan"),
            words(row, "pilihan"),
            saying(row, "minta"),
            saying(row, "belum"),
        )
        for row in _table()["langkah"]
    )


def _filled(text: str, blanks: Mapping[str, str]) -> str:
    for blank, value in blanks.items():
        text = text.replace("{" + blank + "}", value)
    return text


def _choice(name: str, row: Mapping[str, Any], words: Saying) -> Choice:
    following = Saying.of(row["lanjut"]) if "lanjut" in row else _NOTHING
    return Choice(
        name, words, row.get("tepat", False), row.get("bahaya", False), Saying.of(row["kata"]), following
    )


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))
