"""The names a page can use, and what a beginner meant by a name that is none."""

import tomllib
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

_DATA: Final[dict[str, Any]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))

HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
LISTS: Final = frozenset(("ul", "ol", "menu"))
FOREIGN: Final = frozenset(("svg", "math"))

VOID: Final[frozenset[str]] = frozenset(_DATA["void"])
"""Tags without an end tag."""
RAW: Final[frozenset[str]] = frozenset(_DATA["raw"])
"""Tags whose content is text alone."""
BLOCKS: Final[frozenset[str]] = HEADINGS | set(_DATA["blocks"])
"""Tags that stand as blocks of their own."""
INLINE: Final[frozenset[str]] = frozenset(_DATA["inline"])
"""Tags that stand within a line."""
HOLDS_INLINE: Final[frozenset[str]] = HEADINGS | set(_DATA["holds_inline"])
"""Tags in which no block can stand."""
HEAD_ONLY: Final[frozenset[str]] = frozenset(_DATA["head_only"])
"""Tags that can stand in the head."""
BOXES: Final[frozenset[str]] = frozenset(_DATA["boxes"])
"""Tags that hold others and may hold their own kind."""
KNOWN: Final[frozenset[str]] = VOID | RAW | BLOCKS | INLINE | HEAD_ONLY | BOXES | set(_DATA["other"])
"""Every name of HTML."""
OLD: Final[frozenset[str]] = frozenset(_DATA["old"])
"""Names that browsers still know and pages should no longer use."""

_GLOBAL_ATTRIBUTES: Final = frozenset((*_DATA["global_attributes"], *_DATA["old_attributes"]))
_ATTRIBUTES: Final[dict[str, list[str]]] = _DATA["attributes"]
_USUAL: Final = ("class", "id", "title", "lang")
_LIKE: Final = 0.66
_LIKE_ATTRIBUTE: Final = 0.6
_SHORTEST: Final = 3
"""Letters a name needs before likeness tells anything."""


@lru_cache(maxsize=256)
def meant_by(name: str) -> str:
    """Return the tag a beginner probably meant by a name that is none; "" when nobody can tell."""
    meant: str = _DATA["meant"].get(name, "")
    if meant:
        return meant
    stripped = name.rstrip(".,;:'\"\\=-_")
    if stripped in KNOWN:
        return stripped
    near = get_close_matches(name, _DATA["common"], 1, _LIKE) if len(name) >= _SHORTEST else []
    return near[0] if near else ""


@lru_cache(maxsize=256)
def attribute_meant_by(tag: str, name: str) -> str:
    """Return the attribute meant by a name that is none of the tag; "" when nobody can tell."""
    if not _is_odd_attribute(tag, name):
        return ""
    near = get_close_matches(name, (*_ATTRIBUTES[tag], *_USUAL), 1, _LIKE_ATTRIBUTE)
    return near[0] if near else ""


def is_stray_word(tag: str, name: str) -> bool:
    """Tell whether a word in a tag is neither an attribute nor meant as one."""
    return _is_odd_attribute(tag, name) and not attribute_meant_by(tag, name)


def _is_odd_attribute(tag: str, name: str) -> bool:
    if tag not in _ATTRIBUTES or name in _GLOBAL_ATTRIBUTES:
        return False
    return name not in _ATTRIBUTES[tag] and not name.startswith(("data-", "aria-", "on"))
