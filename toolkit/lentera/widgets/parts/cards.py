"""The cards of the parts, read from data and worded in the interface language."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

from lentera.place import Place
from lentera.rules import Saying
from lentera.solar.knowing import SEVEN
from lentera.words import language

DATA: Final = Path(__file__).parent / "data"

KITS: Final = ("b", "a")
"""The kits, in the order in which they are learnt."""


@dataclass(frozen=True)
class Card:
    """Tell one part.

    Attributes
    ----------
    part, kit : str
        Stable name of the part, and the kit it belongs to.
    shape : Saying
        What the drawing shows.
    feel, poles, script : Saying
        What fingers find, where plus and minus are, and what is read aloud.
    """

    part: str
    kit: str
    name: Saying
    use: Saying
    shape: Saying
    feel: Saying
    poles: Saying
    script: Saying

    def to_json(self) -> dict[str, str]:
        """Return the card as the screen reads it, in the interface language."""
        code = language()
        said = {
            key: getattr(self, key).in_language(code)
            for key in ("name", "use", "shape", "feel", "poles", "script")
        }
        return {"id": self.part, "kit": self.kit, **said}


@cache
def cards() -> Mapping[str, Card]:
    """Return every card by part, kit B first."""
    found = {}
    for row in tomllib.loads((DATA / "cards.toml").read_text(encoding="utf-8"))["cards"]:
        part = row["part"]
        known = SEVEN.get(part)
        name, use = (known.name, known.use) if known else (Saying.of(row["name"]), Saying.of(row["use"]))
        texts = (Saying.of(row[key]) for key in ("shape", "feel", "poles", "script"))
        found[part] = Card(part, row["kit"], name, use, *texts)
    return found


@cache
def marks() -> Mapping[str, Saying]:
    """Return what eyes and fingers find on the parts whose poles are asked for."""
    rows: dict[str, Any] = tomllib.loads((DATA / "poles.toml").read_text(encoding="utf-8"))["mark"]
    return {name: Saying.of(pair) for name, pair in rows.items()}


def shuffled(place: Place, purpose: str, things: tuple[str, ...]) -> list[str]:
    """Return things in an order of the learner's own, the same at every opening: neighbours differ."""
    order = list(things)
    Random(f"{place.learner}:{purpose}").shuffle(order)  # noqa: S311 - no secret, only another order
    return order
