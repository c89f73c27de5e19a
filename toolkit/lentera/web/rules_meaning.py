"""The rules on meaning: a list is a list, a heading a heading, and nobody else's words are left."""

import re
from collections.abc import Iterator
from typing import Final

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from lentera.rules import Finding, Rule, load_rules, missed, right
from lentera.web.looked import Looked, line_of, places
from lentera.web.meaning import PATH, placeholder_in, words_of
from lentera.web.page import Page
from lentera.web.tags_names import INLINE

_ROOMS: Final = ("body", "main", "section", "article", "header", "footer")
"""Tags in which text wants a tag of its own."""
_LONG_TEXT: Final = 15
_FEW: Final = 3
_HEADING_WORDS: Final = 8
_BULLET = re.compile(r"[ \t]*([-*•–—·►✓✔]|\d{1,2}[.)])[ \t]*(?=\w)")
_FILLED: Final = ("p", "li", "h2", "h3", "h4", "h5", "h6", "strong", "em", "b", "td", "th", "button")
_SHOWN: Final = ("img", "input", "svg", "video", "audio", "iframe", "object", "picture")


def line_of_text(page: Page, text: str, parent: Tag) -> str:
    """Return the line where a text stands; the line of the tag around it when the text cannot be found."""
    written = next((line.strip() for line in text.splitlines() if line.strip()), "")
    start = page.text.find(written) if written else -1
    if start < 0 or page.text.count(written) > 1:
        return line_of(parent)
    return str(page.text.count("\n", 0, start) + 1)


def _placeholders(looked: Looked) -> Finding:
    page = looked.page
    if not placeholder_in(page.text):
        return right()
    found = [
        (phrase, line_of_text(page, text, text.parent))
        for text in page.strings
        if type(text) is NavigableString and (phrase := placeholder_in(text)) and text.parent is not None
    ]
    found += [
        (phrase, line_of(picture))
        for picture in page.tags("img")
        if (phrase := placeholder_in(str(picture.get("alt") or "")))
    ]
    if not found:
        return right()
    found.sort(key=lambda pair: int(pair[1] or 0))
    return missed("left", teks=found[0][0], **places([line for _, line in found]))


def loose_texts(page: Page) -> list[str]:
    """Return the lines of texts that stand directly in a part of the page, without a tag of their own."""
    return [
        line_of_text(page, child, room)
        for room in page.tags(*_ROOMS)
        for child in room.children
        if type(child) is NavigableString and len(child.strip()) >= _LONG_TEXT
    ]


def _paragraphs(looked: Looked) -> Finding:
    lines = loose_texts(looked.page)
    return missed("loose", **places(lines)) if lines else right()


def dashed_list(page: Page) -> tuple[Tag, str] | None:
    """Return where a list is written with signs instead of tags, and the signs; None when nowhere."""
    for room in page.tags("p", "div", *_ROOMS):
        marks = [found.group(1) for part in _lines_of(room) if (found := _BULLET.match(part))]
        if len(marks) >= _FEW:
            return room, _mark(marks)
    for run in _runs(page):
        dashed = [(tag, found.group(1)) for tag in run if (found := _BULLET.match(words_of(tag)))]
        if len(dashed) >= _FEW:
            return dashed[0][0], _mark([mark for _, mark in dashed])
    return None


def _lists(looked: Looked) -> Finding:
    dashed = dashed_list(looked.page)
    if dashed is not None:
        return missed("dashes", tanda=dashed[1], **places([line_of(dashed[0])]))
    broken = {id(tag) for one in looked.page.tags("br") for tag in one.parents}
    for tag in looked.page.tags("p"):
        parts = _lines_of(tag) if id(tag) in broken else []
        if len(parts) > _FEW and all(_is_item(part) for part in parts):
            return missed("breaks", **places([line_of(tag)]))
    return right()


def _mark(marks: list[str]) -> str:
    return marks[0] if len(set(marks)) == 1 else ", ".join(marks[:2])


def _lines_of(room: Tag) -> list[str]:
    """Return the lines that a browser shows of the text directly in a tag."""
    lines, line = [], ""
    for child in room.children:
        if isinstance(child, Tag) and child.name == "br":
            lines.append(line)
            line = ""
        elif isinstance(child, Tag) and child.name in INLINE:
            line += child.get_text()
        elif isinstance(child, Tag):
            lines.append(line)
            line = ""
        elif type(child) is NavigableString:
            line += child
    pieces = [*lines, line]
    if len(pieces) == 1:
        pieces = pieces[0].splitlines()
    return [piece.strip() for piece in pieces if piece.strip()]


def _is_item(part: str) -> bool:
    return len(part.split()) <= _FEW and not any(sign.isdigit() or sign in ":,@" for sign in part)


def _runs(page: Page) -> Iterator[list[Tag]]:
    """Give the paragraphs that follow one another directly."""
    run: list[Tag] = []
    for tag in page.tags("p"):
        if run and _before(tag) is run[-1]:
            run.append(tag)
        else:
            if len(run) >= _FEW:
                yield run
            run = [tag]
    if len(run) >= _FEW:
        yield run


def _before(tag: Tag) -> PageElement | None:
    """Return the tag that stands directly before another one."""
    before = tag.previous_sibling
    while before is not None and not isinstance(before, Tag):
        before = before.previous_sibling
    return before


def bold_headings(page: Page) -> list[Tag]:
    """Return the paragraphs that are one short bold line above more text."""
    return [tag for tag in page.tags("p", "div") if _is_bold_heading(tag)]


def _headings(looked: Looked) -> Finding:
    bold = [line_of(tag) for tag in bold_headings(looked.page)]
    return missed("bold", **places(bold)) if bold else right()


def _is_bold_heading(tag: Tag) -> bool:
    inside = [child for child in tag.children if isinstance(child, Tag) or str(child).strip()]
    if len(inside) != 1 or not isinstance(inside[0], Tag) or inside[0].name not in ("b", "strong"):
        return False
    words = words_of(tag)
    short = 0 < len(words.split()) <= _HEADING_WORDS
    if not short or words.endswith((".", "!", "?", ",")) or any(sign.isdigit() for sign in words):
        return False
    following = tag.find_next_sibling()
    return following is not None and following.name in ("p", "ul", "ol", "table", "div", "img")


def _empty(looked: Looked) -> Finding:
    found = [tag for tag in looked.page.tags(*_FILLED) if tag.sourceline and _is_empty(tag)]
    if not found:
        return right()
    lines = [line_of(tag) for tag in found if tag.name == found[0].name]
    return missed("empty", tag=f"<{found[0].name}>", **places(lines))


def _is_empty(tag: Tag) -> bool:
    if any(type(child) is NavigableString and child.strip() for child in tag.contents):
        return False
    return not tag.get_text(strip=True) and tag.find(_SHOWN) is None and not tag.get("aria-label")


RULES: Final[tuple[Rule[Looked], ...]] = load_rules(
    PATH,
    {
        "web.meaning.placeholders": _placeholders,
        "web.meaning.paragraphs": _paragraphs,
        "web.meaning.lists": _lists,
        "web.meaning.headings": _headings,
        "web.meaning.empty": _empty,
    },
)
