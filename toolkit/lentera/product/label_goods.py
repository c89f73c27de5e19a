"""What ingredients and foods are: who carries allergens, who names nothing, how long food stays good."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from lentera.product.claims import words_of
from lentera.rules import Saying

_PATH: Final = Path(__file__).parent / "texts" / "ingredients.toml"


@dataclass(frozen=True)
class Known:
    """Be an ingredient that can be chosen by its picture.

    Attributes
    ----------
    name : Saying
        Its name; the Indonesian one stands on the label.
    picture : str
        Shapes of its drawing, on a field of 48 x 48.
    """

    id: str
    name: Saying
    picture: str


@dataclass(frozen=True)
class Food:
    """Be a kind of food.

    Attributes
    ----------
    months : int
        How long it stays good at most: our own example values.
    may_be_pure : bool
        Whether it may be of one thing alone, as ground coffee is.
    """

    id: str
    name: Saying
    months: int
    may_be_pure: bool = False


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))


@cache
def known_ingredients() -> tuple[Known, ...]:
    """Return the ingredients that have a picture."""
    return tuple(
        Known(name, Saying.of(row["name"]), row["picture"]) for name, row in _table()["ingredient"].items()
    )


@cache
def foods() -> dict[str, Food]:
    """Return the kinds of food by id."""
    return {
        name: Food(name, Saying.of(row["name"]), row["months"], row.get("pure", False))
        for name, row in _table()["food"].items()
    }


def _words(text: str) -> list[str]:
    return [word for word, _written in words_of(text)]


def allergens_of(ingredient: str) -> tuple[str, ...]:
    """Return the allergens an ingredient's name tells: ``kacang`` for ``kacang tanah``."""
    words = _words(ingredient)
    found = []
    for group, row in _table()["allergen"].items():
        first = next((at for at, word in enumerate(words) if word in row["words"]), None)
        if first is None:
            continue
        behind = words[first + 1] if first + 1 < len(words) else ""
        if behind not in row.get("unless", ()):
            found.append(group)
    return tuple(found)


def is_vague(ingredient: str) -> bool:
    """Tell whether a name hides what is in it: ``tepung``, ``bumbu``."""
    words = _words(ingredient)
    return bool(words) and set(words) <= set(_table()["vague"]["words"])


def is_unnamed_additive(ingredient: str) -> bool:
    """Tell whether only the use of an additive is named, as in ``pewarna makanan``."""
    words, additive = _words(ingredient), _table()["additive"]
    return bool(set(words) & set(additive["words"])) and set(words) <= {
        *additive["words"],
        *additive["fillers"],
    }


def source_is_open(ingredient: str, origin: str) -> bool:
    """Tell whether an ingredient may be of an animal, and neither its name nor the origin says which."""
    animal = _table()["animal"]
    words = set(_words(ingredient))
    told = (words | set(_words(origin))) & set(animal["named"]) or words & set(animal["plants"])
    return bool(words & set(animal["words"])) and not told


def is_forbidden(ingredient: str) -> bool:
    """Tell whether an ingredient cannot be part of a certified halal product."""
    return bool(set(_words(ingredient)) & set(_table()["forbidden"]["words"]))
