"""Orders that go astray: what happened, what people wrote, what can be done, and a polite reply in parts."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from lentera.rules import Saying
from lentera.rules.seeds import pick
from lentera.words import language, rupiah

_PATH: Final = Path(__file__).parent / "texts" / "mishaps.toml"

FOUR: Final = ("stok_habis", "alamat", "barang_rusak", "bukti_palsu")
"""The mishaps of the task."""
MORE: Final = ("pembeli_batal", "tidak_di_rumah", "bayar_kurang")
"""Mishaps to practise besides."""
SLOTS: Final = ("salam", "fakta", "tawaran", "penutup")
"""The parts of a polite reply, in order: greeting, what happened, what we offer, closing."""


@dataclass(frozen=True)
class Message:
    """Be one written message: the role who wrote it, her name, and the text."""

    role: str
    name: str
    text: str


@dataclass(frozen=True)
class Action:
    """Be something that can be done.

    Attributes
    ----------
    right : bool
        Whether it belongs to the way out.
    danger : bool
        Whether it costs money or hurts a person.
    says, next : str
        Feedback on a wrong action, and the hint that leads to a right one.
    """

    id: str
    text: str
    right: bool
    danger: bool
    says: str
    next: str


@dataclass(frozen=True)
class Part:
    """Be one sentence for a reply: its slot, whether it is polite and true, and feedback if not."""

    id: str
    slot: str
    text: str
    right: bool
    says: str


@dataclass(frozen=True)
class Mishap:
    """Hold one mishap as a learner meets it.

    Attributes
    ----------
    situation : str
        What happened, in a few sentences.
    chat : tuple of Message
        What was written, oldest first.
    actions : tuple of Action
        In a mixed order, the same for the same seed.
    before : tuple of pairs of str
        Which right action must come before which; every order that keeps to it is right.
    parts : tuple of Part
        Sentences for the reply, slot by slot.
    """

    id: str
    name: str
    situation: str
    chat: tuple[Message, ...]
    actions: tuple[Action, ...]
    before: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]

    @property
    def steps(self) -> tuple[str, ...]:
        """Return the ids of the right actions in one right order."""
        return tuple(name for name in _table()["mishap"][self.id]["action"] if self.action(name).right)

    def action(self, name: str) -> Action:
        """Return an action.

        Raises
        ------
        ValueError
            When the mishap has none of that id.
        """
        for action in self.actions:
            if action.id == name:
                return action
        raise ValueError(f"the mishap {self.id!r} has no action {name!r}; choose again")

    def part(self, name: str) -> Part:
        """Return a sentence for the reply.

        Raises
        ------
        ValueError
            When the mishap has none of that id.
        """
        for part in self.parts:
            if part.id == name:
                return part
        raise ValueError(f"the mishap {self.id!r} has no sentence {name!r}; choose again")

    def reply(self, chosen: tuple[str, ...]) -> str:
        """Return the chosen sentences as one reply, in the order of the slots."""
        return " ".join(part.text for part in self.parts if part.id in chosen)


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))


def mishaps(seed: int) -> Mapping[str, Mishap]:
    """Return every mishap with the people and goods of a seed; the four of the task first."""
    return {name: _mishap(name, seed) for name in (*FOUR, *MORE)}


def mishap(name: str, seed: int) -> Mishap:
    """Return one mishap with the people and goods of a seed.

    Raises
    ------
    ValueError
        When there is none of that id.
    """
    if name not in (*FOUR, *MORE):
        raise ValueError(f"there is no mishap {name!r}; choose from {', '.join((*FOUR, *MORE))}")
    return _mishap(name, seed)


def drawn(seed: int, *, earlier: tuple[str, ...] = ()) -> str:
    """Draw the mishap of a round by its seed, one that was not played before while there are such."""
    left = [name for name in FOUR if name not in earlier] or [name for name in MORE if name not in earlier]
    return pick(seed, "mishap", left or list(FOUR + MORE))


def _mishap(name: str, seed: int) -> Mishap:
    row, said = _table()["mishap"][name], _wording(name, seed)
    actions = [
        Action(
            action,
            said(words["text"]),
            words.get("right", False),
            words.get("danger", False),
            said(words.get("says")),
            said(words["next"]),
        )
        for action, words in row["action"].items()
    ]
    parts = [
        Part(f"{slot}-{number}", slot, said(words["text"]), "says" not in words, said(words.get("says")))
        for slot in SLOTS
        for number, words in enumerate(row["part"][slot], start=1)
    ]
    return Mishap(
        id=name,
        name=said(row["name"]),
        situation=said(row["situation"]),
        chat=tuple(Message(one["role"], said(one["name"]), said(one["text"])) for one in row["chat"]),
        actions=tuple(sorted(actions, key=lambda action: _rank(seed, name, action.id))),
        before=tuple((first, then) for first, then in row["before"]),
        parts=tuple(sorted(parts, key=lambda part: (SLOTS.index(part.slot), _rank(seed, name, part.id)))),
    )


def _rank(seed: int, name: str, what: str) -> int:
    return pick(seed, f"{name} {what}", range(10_000))


def _wording(name: str, seed: int) -> "_Wording":
    table = _table()
    thing = pick(seed, f"{name} thing", table["things"])
    count = pick(seed, f"{name} count", (2, 3, 4))
    total = count * thing["price"]
    return _Wording(
        {
            "buyer": pick(seed, f"{name} buyer", table["buyers"]),
            "courier": pick(seed, f"{name} courier", table["couriers"]),
            "thing": Saying.of(thing["name"]).in_language(language()),
            "count": str(count),
            "left": str(count - 1),
            "total": rupiah(total),
            "part": rupiah(total // 2),
            "rest": rupiah(total - total // 2),
            "village": pick(seed, f"{name} village", table["villages"]),
        }
    )


@dataclass(frozen=True)
class _Wording:
    """Fill the names and sums of a seed into sentences."""

    blanks: Mapping[str, str]

    def __call__(self, pair: Mapping[str, str] | str | None) -> str:
        if pair is None:
            return ""
        given = {"id": pair, "en": pair} if isinstance(pair, str) else pair
        return Saying.of(given).in_language(language(), self.blanks)
