"""The rules on whether a page can be read at all: its bytes, and that there are tags in it."""

import re
from pathlib import Path
from typing import Final

from lentera.rules import Finding, Rule, load_rules, missed, right
from lentera.web.looked import Looked, places
from lentera.web.page import Page
from lentera.web.tags_names import KNOWN

_PATH: Final = Path(__file__).parent / "texts" / "readable.toml"
_PUT_IN = ("html", "head", "body")
_WRITTEN = re.compile(r"&lt;([A-Za-z][A-Za-z0-9]*)&gt;")


def _file(looked: Looked) -> Finding:
    troubles = looked.page.reading
    return missed(troubles[0].code, **troubles[0].details) if troubles else right()


def _tags(looked: Looked) -> Finding:
    page = looked.page
    written = _tags_as_text(page)
    if written:
        first = written[0].group(1).lower()
        lines = [page.text.count("\n", 0, found.start()) + 1 for found in written]
        return missed("written", tag=f"<{first}>", **places(lines))
    if (
        "<" not in page.text
        and page.text.strip()
        and all(error.code.startswith("doctype") for error in page.errors)
    ):
        return missed("no_tags")
    return right()


def _tags_as_text(page: Page) -> list[re.Match[str]]:
    """Find tags that were pasted as text; a page that uses the same tag rightly may also speak of it."""
    if "&lt;" not in page.text:
        return []
    return [
        found
        for found in _WRITTEN.finditer(page.text)
        if found.group(1).lower() in KNOWN and not _is_used(page, found.group(1).lower())
    ]


def _is_used(page: Page, name: str) -> bool:
    return any(tag.sourceline for tag in page.tags(name)) if name in _PUT_IN else bool(page.tags(name))


RULES: Final[tuple[Rule[Looked], ...]] = load_rules(
    _PATH, {"web.readable.file": _file, "web.readable.tags": _tags}
)
