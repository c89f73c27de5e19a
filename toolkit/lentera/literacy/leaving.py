"""Leaving a laptop: what is done in which order, and how the laptop stands after each step."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from lentera.rules import Finding, RuleSet, Saying, load_rules, load_set, missed, right
from lentera.rules.seeds import shuffled
from lentera.words import language

_TEXTS: Final = Path(__file__).parent / "texts"

RIGHT: Final = ("simpan", "keluar", "kunci", "pergi")
"""The four steps, in one right order."""
DECOYS: Final = ("cabut", "tulis")
STEPS: Final = (*RIGHT, *DECOYS)


@dataclass(frozen=True)
class Laptop:
    """Tell how a laptop stands.

    Attributes
    ----------
    saved, signed_out, locked, away, off : bool
        The work is saved; the accounts are closed; the screen is locked; she has gone and it lies in its
        place; the power was cut.
    lost : bool
        The work went with the power, unsaved.
    note : bool
        The password lies beside it on paper.
    refused : str
        The last step, when it could not be done any more.
    """

    saved: bool = False
    signed_out: bool = False
    locked: bool = False
    away: bool = False
    off: bool = False
    lost: bool = False
    note: bool = False
    refused: str = ""


def after(steps: Sequence[str]) -> Laptop:
    """Return how the laptop stands after some steps, whatever their order.

    Raises
    ------
    ValueError
        When one of them is none of `STEPS`.
    """
    laptop = Laptop()
    for step in steps:
        laptop = _done(replace(laptop, refused=""), step)
    return laptop


def _done(laptop: Laptop, step: str) -> Laptop:
    shut = laptop.locked or laptop.away or laptop.off
    if step == "tulis":
        return replace(laptop, note=True)
    if step == "pergi":
        return replace(laptop, away=True)
    if step == "cabut":
        return replace(laptop, off=True, lost=laptop.lost or not laptop.saved)
    if step not in RIGHT:
        raise ValueError(f"there is no step {step!r}; choose from {', '.join(STEPS)}")
    if shut:
        return replace(laptop, refused=step)
    return replace(
        laptop,
        saved=laptop.saved or step == "simpan",
        signed_out=laptop.signed_out or step == "keluar",
        locked=laptop.locked or step == "kunci",
    )


def told(laptop: Laptop) -> str:
    """Tell how a laptop stands, in one or two sentences."""
    names = ["away" if laptop.away else "off" if laptop.off else "locked" if laptop.locked else "open"]
    if laptop.away and not laptop.locked and not laptop.off:
        names = ["left_open"]
    names += ["lost"] if laptop.lost else ["saved" if laptop.saved else "unsaved"]
    names += ["note"] if laptop.note else []
    names += ["refused"] if laptop.refused else []
    if laptop.signed_out:
        names.insert(2, "signed_out")
    return " ".join(_say("state", name) for name in names)


def step_name(step: str) -> str:
    """Return a step in words."""
    return _say("step", step)


def offered(seed: int) -> list[str]:
    """Return the six steps in the order of a seed, never a right one."""
    order = shuffled(seed, "leaving", STEPS)
    kept = [one for one in order if one in RIGHT]
    return order[::-1] if kept[-2:] == ["kunci", "pergi"] else order


def read_steps(content: Mapping[str, Any]) -> tuple[str, ...]:
    """Read an answer file's content: the chosen steps in order.

    Raises
    ------
    ValueError
        When they are no list of known steps, each at most once.
    """
    steps = content.get("langkah")
    if not isinstance(steps, list) or not all(isinstance(one, str) and one in STEPS for one in steps):
        raise ValueError(f"'langkah' is {steps!r}; choose the steps again")
    if len(set(steps)) != len(steps):
        raise ValueError("'langkah' names one step twice; choose the steps again")
    return tuple(steps)


def _has_all(steps: tuple[str, ...]) -> Finding:
    """Judge which steps are there: a decoy first, then the first one that is missing."""
    chosen = [one for one in RIGHT if one in steps]
    share = len(chosen) / len(RIGHT)
    if not steps:
        return missed("empty")
    for decoy in DECOYS:
        if decoy in steps:
            return missed(decoy, share / 2)
    if len(chosen) < len(RIGHT):
        lacking = next(one for one in RIGHT if one not in chosen)
        return missed("missing", share, hint=_say("hint", lacking))
    return right()


def _comes_before(first: str, then: str, steps: tuple[str, ...]) -> bool | None:
    """Tell whether one step comes before another; None while one of them is not there."""
    if first not in steps or then not in steps:
        return None
    return steps.index(first) < steps.index(then)


def _saves_first(steps: tuple[str, ...]) -> Finding:
    """Judge that the work is saved before the screen is locked or left."""
    for then, mistake in (("kunci", "locked_unsaved"), ("pergi", "left_unsaved"), ("cabut", "cut_unsaved")):
        if _comes_before("simpan", then, steps) is False:
            return missed(mistake)
    return right() if "simpan" in steps and "kunci" in steps else missed("wait")


def _locks_first(steps: tuple[str, ...]) -> Finding:
    """Judge that the screen is locked before she goes, and accounts are closed before it is locked."""
    if _comes_before("kunci", "pergi", steps) is False:
        return missed("left_open")
    if _comes_before("keluar", "kunci", steps) is False or _comes_before("keluar", "pergi", steps) is False:
        return missed("signed_out_late", 0.5)
    return right() if "kunci" in steps and "pergi" in steps else missed("wait")


def _say(kind: str, name: str) -> str:
    return Saying.of(_table()[kind][name]).in_language(language())


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((_TEXTS / "leaving.toml").read_text(encoding="utf-8"))


_PATH: Final = _TEXTS / "s01-kunci-layar.toml"
LEAVING: Final[RuleSet[Any]] = RuleSet(
    "s01-kunci-layar",
    "s01-kunci",
    read_steps,
    load_rules(
        _PATH,
        {"s01.leaving.steps": _has_all, "s01.leaving.save": _saves_first, "s01.leaving.lock": _locks_first},
    ),
    load_set(_PATH),
)
"""Task ``s01-kunci-layar``: four steps when leaving a laptop; each order that keeps work safe is right."""
