"""Lint the prose of a session notebook."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from lentera.course.style.blocks import BlockKind, blocks, words
from lentera.course.style.fault import StyleFault, StyleSeverity, TextKind, style_fault
from lentera.course.style.text import lint_text

PROSE_LEAST, PROSE_MOST = 10, 60
_MARKDOWN_IMAGE = re.compile(r"!\[([^\]]*)\]\(\s*([^)\s]*)[^)]*\)")
_HTML_IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\b(alt|src)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)


def lint_notebook(notebook: Mapping[str, Any]) -> list[StyleFault]:
    """Return where the Markdown cells of a notebook depart from the plain-language guide.

    Looks at every cell's text, at headings (exactly one of level 1, none skipped, one at the top of each
    cell), at the amount of prose (10 to 60 words a cell) and at the alternative text of pictures.

    Parameters
    ----------
    notebook : mapping
        A notebook of format 4, as JSON gives it.
    """
    found: list[StyleFault] = []
    level, ones = 0, 0
    for number, cell in enumerate(notebook.get("cells", [])):
        if cell.get("cell_type") != "markdown":
            continue
        text = cell_text(cell)
        here = [*lint_text(text, TextKind.LESSON), *_amount(text), *_pictures(text)]
        for block in blocks(text):
            if block.kind is BlockKind.HEADING:
                ones += block.level == 1
                if block.level > level + 1:
                    here.append(style_fault("heading_order", StyleSeverity.ERROR, block.text, block.line))
                level = block.level
        found += [replace(fault, cell=number) for fault in sorted(set(here))]
    if ones != 1:
        found.append(replace(style_fault("heading_one", StyleSeverity.ERROR, "#", 1, count=ones), cell=0))
    return found


def cell_text(cell: Mapping[str, Any]) -> str:
    """Return a cell's text; notebook files hold it as one text or as a list of lines."""
    source = cell.get("source", "")
    return source if isinstance(source, str) else "".join(source)


def _amount(text: str) -> Iterator[StyleFault]:
    parts = list(blocks(text))
    if parts and parts[0].kind is not BlockKind.HEADING:
        yield style_fault("heading_first", StyleSeverity.WARNING, parts[0].text[:40], parts[0].line)
    prose = [part for part in parts if part.kind not in {BlockKind.HEADING, BlockKind.TABLE}]
    count = sum(len(words(part.text)) for part in prose)
    if count > PROSE_MOST:
        yield style_fault("cell_long", StyleSeverity.ERROR, prose[0].text[:40], prose[0].line, count=count)
    elif count < PROSE_LEAST and not any(part.kind is BlockKind.TABLE for part in parts):
        yield style_fault("cell_short", StyleSeverity.WARNING, text[:40], 1, count=count)


def _pictures(text: str) -> Iterator[StyleFault]:
    for number, line in enumerate(text.splitlines(), start=1):
        pictures = [(match[0], match[1], match[2]) for match in _MARKDOWN_IMAGE.finditer(line)]
        for match in _HTML_IMAGE.finditer(line):
            named = {found[1].lower(): found[2] or found[3] or "" for found in _ATTRIBUTE.finditer(match[0])}
            pictures.append((match[0], named.get("alt", ""), named.get("src", "")))
        for whole, alt, source in pictures:
            file = PurePosixPath(source)
            if not alt.strip() or alt.strip().lower() in {file.name.lower(), file.stem.lower()}:
                yield style_fault("alt", StyleSeverity.ERROR, whole, number)
