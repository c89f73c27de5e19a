"""The rules of knowing the solar lamp: seven parts with their uses, plus and minus of five of them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from lentera.rules import Finding, RuleSet, Saying, load_rules, load_set, missed, right
from lentera.words import language

_TEXTS = Path(__file__).parent / "texts"
_USES_PATH: Final = _TEXTS / "s04-bagian.toml"
_POLES_PATH: Final = _TEXTS / "s04-kutub.toml"

PLUS: Final = "plus"
MINUS: Final = "minus"


@dataclass(frozen=True)
class Part:
    """Be one of the seven parts: its name and what it is for."""

    id: str
    name: Saying
    use: Saying


@dataclass(frozen=True)
class Component:
    """Be a part with two poles.

    Attributes
    ----------
    places : mapping of str to Saying
        Where a pole can be, by place, in the order they are offered.
    plus, minus : str
        The places that are right.
    """

    id: str
    name: Saying
    places: Mapping[str, Saying]
    plus: str
    minus: str

    @property
    def poles(self) -> tuple[str, str]:
        """Return the places of plus and minus."""
        return (self.plus, self.minus)


def _read_parts() -> dict[str, Part]:
    table = tomllib.loads(_USES_PATH.read_text(encoding="utf-8"))["part"]
    return {name: Part(name, Saying.of(row["name"]), Saying.of(row["use"])) for name, row in table.items()}


def _read_components() -> dict[str, Component]:
    table = tomllib.loads(_POLES_PATH.read_text(encoding="utf-8"))["component"]
    return {
        name: Component(
            name,
            Saying.of(row["name"]),
            {place: Saying.of(words) for place, words in row["place"].items()},
            row["plus"],
            row["minus"],
        )
        for name, row in table.items()
    }


SEVEN: Final[Mapping[str, Part]] = _read_parts()
"""The seven parts of kit B, in the order of the lesson."""

COMPONENTS: Final[Mapping[str, Component]] = _read_components()
"""The five parts whose poles are shown."""


def _named(saying: Saying) -> dict[str, str]:
    """Give a name for the middle of a sentence and for its beginning."""
    name = saying.in_language(language())
    return {"part": name[0].lower() + name[1:], "Part": name}


def read_uses(content: Mapping[str, Any]) -> dict[str, str]:
    """Read the chosen use of each part; "" where none is chosen.

    Raises
    ------
    ValueError
        When the content is not such an answer.
    """
    chosen = content.get("cocok") if isinstance(content, Mapping) else None
    if not isinstance(chosen, Mapping):
        raise ValueError("the answer has no choices under 'cocok'; open the parts and choose again")
    found = {}
    for part in SEVEN:
        use = chosen.get(part, "")
        if use != "" and (not isinstance(use, str) or use not in SEVEN):
            raise ValueError(f"the use {use!r} of {part!r} is unknown; open the parts and choose again")
        found[part] = use
    return found


def _use(part: str, chosen: Mapping[str, str]) -> Finding:
    """Judge the use of one part; a mix-up of two that are alike has a sentence of its own."""
    use = chosen[part]
    names = _named(SEVEN[part].name)
    if use == part:
        return right()
    if not use:
        return missed("empty", **names)
    mixed = {"panel": "lampu", "lampu": "panel", "pengatur": "baterai", "baterai": "pengatur"}
    mixed |= {"sekering": "sakelar", "sakelar": "sekering"}
    return missed(use if mixed.get(part) == use else "other", **names)


def read_poles(content: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Read the chosen place of plus and minus of each component; "" where none is chosen.

    Raises
    ------
    ValueError
        When the content is not such an answer.
    """
    chosen = content.get("kutub") if isinstance(content, Mapping) else None
    if not isinstance(chosen, Mapping):
        raise ValueError("the answer has no choices under 'kutub'; open the task and choose again")
    found = {}
    for name, component in COMPONENTS.items():
        row = chosen.get(name, {})
        if not isinstance(row, Mapping):
            raise ValueError(f"the poles of {name!r} are not two places; open the task and choose again")
        found[name] = {pole: row.get(pole, "") for pole in (PLUS, MINUS)}
        for pole, place in found[name].items():
            if place != "" and (not isinstance(place, str) or place not in component.places):
                raise ValueError(f"{name!r} has no place {place!r} for {pole}; choose again")
    return found


def _poles(name: str, chosen: Mapping[str, Mapping[str, str]]) -> Finding:
    """Judge the poles of one component; one right pole earns half."""
    component = COMPONENTS[name]
    plus, minus = chosen[name][PLUS], chosen[name][MINUS]
    fits = {PLUS: plus == component.plus, MINUS: minus == component.minus}
    if all(fits.values()):
        return right()
    names = _named(component.name)
    if not plus and not minus:
        return missed("empty", **names)
    share = sum(fits.values()) / 2
    if share and "" in (plus, minus):
        there, waits = (PLUS, MINUS) if plus else (MINUS, PLUS)
        return missed("half", share, chosen=there, other=waits, **names)
    return missed(
        _confusion(component, plus, minus), share, other=PLUS if plus and not fits[PLUS] else MINUS, **names
    )


def _confusion(component: Component, plus: str, minus: str) -> str:
    """Name how two chosen places are mixed up."""
    if (plus, minus) == (component.minus, component.plus):
        return "swapped"
    if plus == minus:
        return "same"
    if component.id == "pengatur" and (plus, minus) in (("sekrup1", "sekrup2"), ("sekrup5", "sekrup6")):
        return "other_pair"
    return "other"


PARTS: Final[RuleSet[Any]] = RuleSet(
    "s04-bagian",
    "s04-bagian",
    read_uses,
    load_rules(_USES_PATH, {f"s04.part.{part}": partial(_use, part) for part in SEVEN}),
    load_set(_USES_PATH),
)
"""Task ``s04-bagian``: seven parts and their uses, 4 points each."""

POLES: Final[RuleSet[Any]] = RuleSet(
    "s04-kutub",
    "s04-kutub",
    read_poles,
    load_rules(_POLES_PATH, {f"s04.pole.{name}": partial(_poles, name) for name in COMPONENTS}),
    load_set(_POLES_PATH),
)
"""Task ``s04-kutub``: plus and minus of five parts, 2 points each."""
