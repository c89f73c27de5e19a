"""The rules of orders that go astray: the right steps in a right order, and a polite reply in writing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

from lentera.market.mishaps import FOUR, MORE, SLOTS, Mishap, mishap
from lentera.market.reviews import advise, words_of
from lentera.rules import Finding, RuleSet, load_rules, load_set, missed, right
from lentera.rules.seeds import as_seed

_PATH: Final = Path(__file__).parent / "texts" / "s11-masalah.toml"
_STEPS: Final = 4 / 6
"""Share of a mishap's points that its steps earn; the reply earns the rest."""
_SHORTEST_REPLY: Final = 6
_LONGEST_REPLY: Final = 600


@dataclass(frozen=True)
class Way:
    """Hold what was decided in one mishap.

    Attributes
    ----------
    actions, parts : tuple of str
        Ids of the chosen steps in order, and of the sentences of the reply.
    text : str
        A reply in her own words; it stands before the sentences when there is one.
    """

    actions: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True)
class Ways:
    """Hold an answer: the seed of its stories and what was decided in each."""

    seed: int
    by_mishap: Mapping[str, Way] = field(default_factory=dict)


def read_ways(content: Mapping[str, Any]) -> Ways:
    """Read an answer file's content; a mishap without an entry is an empty one.

    Raises
    ------
    ValueError
        When it is no such answer.
    """
    seed, rows = as_seed(content.get("benih")), content.get("masalah")
    if not isinstance(rows, Mapping) or not set(rows) <= {*FOUR, *MORE}:
        raise ValueError("'masalah' does not hold the mishaps by name; open the task again")
    return Ways(seed, {name: _way(mishap(name, seed), row) for name, row in rows.items()})


def _way(about: Mishap, row: Any) -> Way:
    if not isinstance(row, Mapping) or not isinstance(row.get("teks", ""), str):
        raise ValueError(f"the decision on {about.id!r} is damaged; choose again")
    actions, parts = (_ids(row.get(key, [])) for key in ("tindakan", "bagian"))
    for name in actions:
        about.action(name)
    for name in parts:
        about.part(name)
    return Way(actions, parts, row.get("teks", "")[:_LONGEST_REPLY])


def _ids(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValueError(f"{value!r} is no list of names; choose again")
    if len(set(value)) != len(value):
        raise ValueError(f"{value!r} names one thing twice; choose again")
    return tuple(value)


def judge_way(about: Mishap, way: Way) -> Finding:
    """Judge one mishap: 4 of its 6 points for the steps, 2 for the reply."""
    steps, reply = _steps(about, way.actions), _reply(about, way)
    share = _STEPS * steps.share + (1 - _STEPS) * reply.share
    if steps.mistake is not None:
        return missed(steps.mistake, share, **steps.details)
    if reply.mistake is not None:
        return missed(reply.mistake, share, **reply.details)
    return right(mishap=about.name)


def _steps(about: Mishap, chosen: tuple[str, ...]) -> Finding:
    """Judge the steps: a wrong one first, then their order, then what is missing.

    One that costs money or hurts a person undoes the others.
    """
    known = {"mishap": about.name}
    if not chosen:
        return missed("empty", **known)
    wrong = [about.action(name) for name in chosen if not about.action(name).right]
    kept = [name for name in chosen if about.action(name).right]
    share = _in_order(about, kept) / len(about.steps)
    if wrong:
        worst = max(wrong, key=lambda action: action.danger)
        said = {"action": worst.text, "says": worst.says, "next": worst.next}
        return missed(
            "danger" if worst.danger else "action", 0.0 if worst.danger else share / 2, **known, **said
        )
    turned = _turned(about, kept)
    if turned is not None:
        first, then = (about.action(name).text.rstrip(".") for name in turned)
        return missed("order", share, **known, first=first, then=then)
    absent = [name for name in about.steps if name not in kept]
    if absent:
        return missed("missing", share, **known, next=about.action(absent[0]).next)
    return right(**known)


def _turned(about: Mishap, chosen: list[str]) -> tuple[str, str] | None:
    """Return two chosen steps of which the second should come first."""
    for first, then in about.before:
        if first in chosen and then in chosen and chosen.index(then) < chosen.index(first):
            return first, then
    return None


def _in_order(about: Mishap, chosen: list[str]) -> int:
    """Count the chosen steps up to the first one that comes before its time."""
    for count in range(len(chosen), 0, -1):
        part = chosen[:count]
        needs = all(first in part for first, then in about.before if then in part)
        if needs and _turned(about, part) is None:
            return count
    return 0


def _reply(about: Mishap, way: Way) -> Finding:
    """Judge the reply: her own words if there are some, else the chosen sentences."""
    known = {"mishap": about.name}
    if way.text.strip():
        return _own_words(about, way.text)
    chosen = [about.part(name) for name in way.parts]
    if not chosen:
        return missed("no_reply", **known)
    good = {part.slot for part in chosen if part.right}
    rude = next((part for part in chosen if not part.right), None)
    share = len(good) / len(SLOTS)
    if rude is not None:
        return missed("reply_part", share / 2, **known, part=rude.text, says=rude.says)
    absent = next((slot for slot in SLOTS if slot not in good), None)
    if absent is not None:
        return missed(f"reply_{absent}", share, **known)
    return right(**known)


def _own_words(about: Mishap, text: str) -> Finding:
    serious = next((one for one in advise(text, answer=True) if one.serious), None)
    if serious is not None:
        return missed("reply_words", 0.0, mishap=about.name, says=serious.text)
    if len(set(words_of(text))) < _SHORTEST_REPLY:
        return missed("reply_short", 0.5, mishap=about.name)
    if any(one.id == "thanks" for one in advise(text, answer=True)):
        return missed("reply_thanks", 0.5, mishap=about.name)
    return right(mishap=about.name)


def _judge(name: str, ways: Ways) -> Finding:
    return judge_way(mishap(name, ways.seed), ways.by_mishap.get(name, Way()))


TROUBLES: Final[RuleSet[Any]] = RuleSet(
    "s11-masalah",
    "s11-masalah",
    read_ways,
    load_rules(_PATH, {f"s11.trouble.{name}": partial(_judge, name) for name in FOUR}),
    load_set(_PATH),
)
"""Task ``s11-masalah``: four orders that go astray, 6 points each."""
