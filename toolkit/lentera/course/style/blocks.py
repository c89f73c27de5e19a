"""Take a Markdown text apart into the pieces the style rules look at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lentera.course.style.fault import word_lists

_FENCE = re.compile(r"^\s*(```|~~~)")
_HEADING = re.compile(r"^(#{1,6})\s+(.*)$")
_ITEM = re.compile(r"^\s*(?:(\d{1,2}[.)])|[-*+])\s+")
_RULE = re.compile(r"^[\s|:-]+$")
_QUOTE = re.compile(r"^\s*>\s?")
# What is exempt: each becomes one neutral word, so that lengths still count it.
_EXEMPT = re.compile(
    r"`[^`]*`"  # code
    r"|\$[^$\n]+\$"  # formula
    r"|“[^”]*”|\"[^\"\n]*\"|‘[^’]*’|(?<!\w)'[^'\n]*'(?!\w)"  # quoted screen labels
    r"|https?://\S+"
)
_MARKDOWN_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_MARKDOWN_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_TAG = re.compile(r"<[^>]+>")
_BLANK = re.compile(r",?\s*\{sapaan\}|\{(\w+)\}", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’')\]*_]*(?=\s|$)")
_WORD = re.compile(r"[^\W_]+(?:[-'’/][^\W_]+)*")

NEUTRAL = "\u2060"
"""Stands for an exempt piece; it is no letter, so no word rule matches it."""


class BlockKind(StrEnum):
    """Name what a piece of text is."""

    PROSE = "prose"
    STEP = "step"
    BULLET = "bullet"
    HEADING = "heading"
    TABLE = "table"


@dataclass(frozen=True)
class Block:
    """Hold one piece of text: its kind, its words without markup, where it begins, and a heading's level."""

    kind: BlockKind
    text: str
    line: int
    level: int = 0


def blocks(text: str) -> Iterator[Block]:
    """Yield the headings, paragraphs, steps, bullets and table cells of a text; code blocks are left out."""
    paragraph: list[str] = []
    kind, began = BlockKind.PROSE, 1
    for number, line in _lines_of_prose(text):
        found = _kind(line)
        if paragraph and found is not BlockKind.PROSE:
            yield Block(kind, plain(" ".join(paragraph)), began)
            paragraph = []
        if found in {BlockKind.HEADING, BlockKind.TABLE}:
            yield from _whole_line(found, line, number)
        elif found is not None:
            if not paragraph:
                kind, began = found, number
            paragraph.append(_ITEM.sub("", line).strip() if found is not BlockKind.PROSE else line.strip())


def _lines_of_prose(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line outside code blocks, and an empty one where a block or the text ends."""
    fenced = False
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        if _FENCE.match(line):
            fenced = not fenced
            yield number, ""
        elif not fenced:
            yield number, _QUOTE.sub("", line)


def _kind(line: str) -> BlockKind | None:
    """Name what a line begins; None for an empty line. Prose also goes on with what came before."""
    if not line.strip():
        return None
    if _HEADING.match(line):
        return BlockKind.HEADING
    if line.strip().startswith("|"):
        return BlockKind.TABLE
    item = _ITEM.match(line)
    if not item:
        return BlockKind.PROSE
    return BlockKind.STEP if item[1] else BlockKind.BULLET


def _whole_line(kind: BlockKind, line: str, number: int) -> Iterator[Block]:
    heading = _HEADING.match(line)
    if heading and kind is BlockKind.HEADING:
        yield Block(kind, plain(heading[2]), number, len(heading[1]))
    elif not _RULE.match(line):
        for cell in line.strip().strip("|").split("|"):
            if cell.strip():
                yield Block(kind, plain(cell), number)


def plain(text: str) -> str:
    """Return a text without markup, with exempt pieces neutralised and blanks for the address taken out."""
    text = _MARKDOWN_IMAGE.sub("", text)
    text = _MARKDOWN_LINK.sub(r"\1", text)
    text = _EXEMPT.sub(NEUTRAL, text)
    text = _TAG.sub(" ", text)
    text = _BLANK.sub(lambda blank: NEUTRAL if blank[1] else "", text)
    return re.sub(r"(\*\*|__|(?<!\w)[*_]|[*_](?!\w))", "", text).strip()


def sentences(text: str) -> list[str]:
    """Split a paragraph into sentences; dots in numbers, file names and abbreviations do not end one."""
    abbreviations = set(word_lists()["lists"]["abbreviations"])
    found, start = [], 0
    for end in _SENTENCE_END.finditer(text):
        before = _WORD.findall(text[start : end.start()])
        if (
            end[0].startswith(".")
            and before
            and before[-1].lower() in abbreviations
            and end.end() < len(text)
        ):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    if text[start:].strip():
        found.append(text[start:].strip())
    return [sentence for sentence in found if words(sentence)]


def words(text: str) -> list[str]:
    """Return the words of a text; an exempt piece counts as one."""
    return _WORD.findall(text.replace(NEUTRAL, " kutipan "))


def syllables(word: str) -> int:
    """Count the syllables of an Indonesian word."""
    count = len(re.findall(r"[aiueoé]", word.lower()))
    # Written ai, au and oi are one sound at the end of a root: pan-tai, pu-lau.
    return count - len(re.findall(r"(?<=[^aiueo])(?:ai|au|oi)(?=$|nya$|lah$|kah$)", word.lower()))
