"""The rules of a family's rules for devices: four elements, each so clear that a child can follow it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from lentera.literacy.family_parts import AGES, ELEMENTS, Part, parts
from lentera.literacy.family_words import (
    forbids_only,
    is_vague,
    names_content,
    names_friend,
    names_grown_up,
    names_place,
    names_time,
    opens_account,
    punishes,
)
from lentera.rules import Finding, RuleSet, load_rules, load_set, missed, right

_PATH: Final = Path(__file__).parent / "texts" / "s08-aturan.toml"
LONGEST: Final = 160
"""How long a family's own sentence may be [characters]; a poster has little room."""
MOST: Final = 3
"""How many ready sentences an element takes, so that a child can keep them."""
_YOUNGEST: Final = AGES[0]
_OWN_ACCOUNT: Final = AGES[-1]


@dataclass(frozen=True)
class FamilyRules:
    """Hold a family's rules.

    Attributes
    ----------
    age : str
        One of `AGES`; empty before it is chosen.
    chosen : mapping of str to tuple of str
        Ready sentences of each element. Those for other ages are kept, in case the age is changed back.
    written : mapping of str to str
        The family's own words for each element.
    """

    age: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)

    def parts(self, element: str) -> list[Part]:
        """Return the chosen sentences of an element that are for this age."""
        found = (parts()[one] for one in self.chosen.get(element, ()))
        return [part for part in found if self.age in part.ages]

    def own(self, element: str) -> str:
        """Return the family's own words for an element."""
        return self.written.get(element, "").strip()

    def with_part(self, part: Part, *, on: bool) -> "FamilyRules":
        """Return the rules with a sentence added at the end or taken out."""
        rest = tuple(one for one in self.chosen.get(part.element, ()) if one != part.id)
        return replace(self, chosen={**self.chosen, part.element: (*rest, part.id) if on else rest})

    def with_words(self, element: str, text: str) -> "FamilyRules":
        """Return the rules with an element in the family's own words."""
        return replace(self, written={**self.written, element: _line(text)})

    def to_content(self) -> dict[str, Any]:
        """Return the answer file's content."""
        return {
            "usia": self.age,
            "pilihan": {element: list(ids) for element, ids in self.chosen.items() if ids},
            "tulisan": {element: text for element, text in self.written.items() if text},
        }


def read_rules(content: Mapping[str, Any]) -> FamilyRules:
    """Read an answer file's content.

    Raises
    ------
    ValueError
        When it is no such answer.
    """
    age, chosen, written = content.get("usia"), content.get("pilihan"), content.get("tulisan")
    if not isinstance(age, str) or age not in {"", *AGES}:
        raise ValueError(f"'usia' is {age!r}; choose one of {', '.join(AGES)}")
    if not isinstance(chosen, Mapping) or not isinstance(written, Mapping):
        raise ValueError("'pilihan' and 'tulisan' must name elements; open the activity again")
    if not {*chosen, *written} <= set(ELEMENTS):
        raise ValueError(f"an element is none of {', '.join(ELEMENTS)}; open the activity again")
    if not all(isinstance(text, str) for text in written.values()):
        raise ValueError("own words are no text; write them again")
    return FamilyRules(
        age,
        {element: _ids(element, ids) for element, ids in chosen.items()},
        {element: _line(text) for element, text in written.items()},
    )


def _line(text: str) -> str:
    """Return a text as one line of a poster: no signs that cannot be printed, and not too long."""
    return "".join(sign if sign.isprintable() else " " for sign in text)[:LONGEST]


def _ids(element: str, value: Any) -> tuple[str, ...]:
    known = {part.id for part in parts().values() if part.element == element}
    if not isinstance(value, list) or not all(isinstance(one, str) and one in known for one in value):
        raise ValueError(f"{value!r} are no sentences of {element!r}; choose again")
    return tuple(dict.fromkeys(value))


def _element(
    name: str, check: Callable[[FamilyRules, set[str], str], Finding]
) -> Callable[[FamilyRules], Finding]:
    """Give a check what the sentences do and the own words, once there is something to judge."""

    def found(rules: FamilyRules) -> Finding:
        if not rules.age:
            return missed("age")
        does, own = {part.does for part in rules.parts(name)}, rules.own(name)
        return check(rules, does, own) if does or own else missed("empty")

    return found


def _time(rules: FamilyRules, does: set[str], own: str) -> Finding:
    if "jelas" in does or names_time(own):
        return right()
    forbids = "larangan" in does or forbids_only(own)
    # A family that gives a small child no device at all has said when: never yet.
    if forbids and rules.age == _YOUNGEST:
        return right()
    if forbids:
        return missed("ban", 0.25)
    return missed("vague" if "samar" in does or is_vague(own) else "other", 0.25)


def _place(_rules: FamilyRules, does: set[str], own: str) -> Finding:
    if "jelas" in does or names_place(own):
        return right()
    return missed("vague" if "samar" in does or is_vague(own) else "other", 0.25)


def _content(rules: FamilyRules, does: set[str], own: str) -> Finding:
    clear = "jelas" in does or (names_content(own) and not opens_account(own))
    if rules.age != _OWN_ACCOUNT and ("akun" in does or opens_account(own)):
        return missed("account", 0.5 if clear else 0.0)
    if clear or names_content(own):
        return right()
    if "larangan" in does or forbids_only(own):
        return missed("ban", 0.25)
    return missed("vague" if "samar" in does or is_vague(own) else "other", 0.25)


def _talk(_rules: FamilyRules, does: set[str], own: str) -> Finding:
    person = "jelas" in does or names_grown_up(own)
    if "hukuman" in does or punishes(own):
        return missed("punished", 0.5) if person else missed("punishment")
    if person:
        return right()
    if names_friend(own):
        return missed("friend", 0.5)
    if "baik" in does:
        return missed("kind", 0.25)
    return missed("alone" if "diam" in does else "other", 0.25)


RULES: Final[RuleSet[Any]] = RuleSet(
    "s08-aturan",
    "s08-aturan",
    read_rules,
    load_rules(
        _PATH,
        {
            "s08.rules.time": _element("waktu", _time),
            "s08.rules.place": _element("tempat", _place),
            "s08.rules.content": _element("isi", _content),
            "s08.rules.talk": _element("cerita", _talk),
        },
    ),
    load_set(_PATH),
)
"""Task ``s08-aturan``: time, place, content and account, and somebody to tell, for a child of this age."""
