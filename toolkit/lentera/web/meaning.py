"""What tags say: the words in them, and whether somebody wrote them or a template did."""

import re
import tomllib
from pathlib import Path
from typing import Final

from bs4 import Tag
from bs4.element import NavigableString

from lentera.web.site import PICTURES

PATH: Final = Path(__file__).parent / "texts" / "meaning.toml"

_TABLE: Final = tomllib.loads(PATH.read_text(encoding="utf-8"))["placeholder"]
_PHRASES: Final = tuple(_TABLE["phrases"])
_ANY_PHRASE: Final = re.compile("|".join(rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in _PHRASES))
READY_MADE_TITLES: Final = frozenset(title.casefold() for title in _TABLE["titles"])
"""Names of tabs that programs write by themselves."""


def words_of(tag: Tag) -> str:
    """Return what is read aloud of a tag: its text, and what its pictures tell."""
    said = []
    for node in tag.descendants:
        if type(node) is NavigableString:
            said.append(node)
        elif isinstance(node, Tag) and node.name == "img":
            said.append(NavigableString(str(node.get("alt") or "")))
    return " ".join(" ".join(said).split())


def says_something(text: str) -> bool:
    """Tell whether there is a letter or a digit in a text."""
    return any(character.isalnum() for character in text)


def placeholder_in(text: str) -> str:
    """Return the first phrase of a template that still stands in a text; "" when none does."""
    if not any(phrase in text for phrase in _PHRASES):
        return ""
    found = _ANY_PHRASE.search(text)
    return found.group() if found else ""


def is_filled(tag: Tag) -> bool:
    """Tell whether somebody wrote something of her own into a tag."""
    words = words_of(tag)
    return says_something(words) and not placeholder_in(words)


def names_a_file(words: str, source: str = "") -> bool:
    """Tell whether words are the name of a file: of a picture by its ending, or of this very file.

    A word that is also the file's name without its ending, such as ``keripik``, is a word.
    """
    low = words.lower().strip()
    file = source.replace("\\", "/").rsplit("/", 1)[-1].lower()
    if low.endswith(PICTURES) and " " not in low.strip("./"):
        return True
    stem = file.rpartition(".")[0]
    return low == file or (low == stem and any(not sign.isalpha() for sign in stem))
