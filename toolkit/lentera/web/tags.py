"""What a browser forgives about the tags of a page, cause before consequence."""

from dataclasses import dataclass
from typing import Final

from lentera.web.tags_attributes import Slip
from lentera.web.tags_mending import MOST_SLIPS, Mended
from lentera.web.tags_names import FOREIGN, RAW
from lentera.web.tags_reading import Following
from lentera.web.tags_tokens import Kind, Token

_CHANGES_NOTHING: Final = frozenset(
    ("unclosed", "entity", "entity_unknown", "twice", "never_opened", "nested", "crossed", "li_outside")
)
"""Slips with which a browser sees the same pieces."""


@dataclass(frozen=True)
class TagReading:
    """Hold what is not right yet about the tags of a page.

    Attributes
    ----------
    slips : tuple of Slip
        By place.
    pieces : tuple of Token
        The pieces of the page as they were meant.
    as_seen : bool
        Whether a browser sees the same pieces.
    """

    slips: tuple[Slip, ...]
    pieces: tuple[Token, ...]
    as_seen: bool


def read_tags(text: str, mended: Mended) -> TagReading:
    """Follow the pieces of a page as they were meant and find what is not right yet about its tags."""
    following = Following(text, mended)
    slips = [*mended.slips, *following.slips]
    as_seen = (
        all(slip.code in _CHANGES_NOTHING and slip.details.get("tag") not in RAW for slip in slips)
        and not mended.guessed
        and not any(token.name in FOREIGN for token in mended.tokens)
        and len(slips) < MOST_SLIPS
    )
    slips += _doctype(text, mended)
    return TagReading(tuple(sorted(slips, key=_place)), tuple(mended.tokens), as_seen)


def _place(slip: Slip) -> int:
    return slip.start


def _doctype(text: str, mended: Mended) -> list[Slip]:
    pieces = [token for token in mended.tokens if token.kind is not Kind.COMMENT]
    pieces = [token for token in pieces if text[token.start : token.end].strip("\ufeff \t\n\r\f")]
    doctypes = [token for token in pieces if token.kind is Kind.DOCTYPE]
    if pieces and not doctypes:
        return [Slip("doctype_missing", pieces[0].start)]
    if doctypes and pieces[0].kind is not Kind.DOCTYPE:
        return [Slip("doctype_late", doctypes[0].start)]
    return []
