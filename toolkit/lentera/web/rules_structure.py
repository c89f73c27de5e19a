"""The rules on how a page is built: one main heading, a name for the tab, headings step by step."""

from pathlib import Path
from typing import Final

from bs4 import Tag

from lentera.rules import Finding, Rule, load_rules, missed, right
from lentera.web.looked import Looked, line_of, places
from lentera.web.meaning import READY_MADE_TITLES, placeholder_in, says_something, words_of
from lentera.web.page import Page

_PATH: Final = Path(__file__).parent / "texts" / "structure.toml"
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")


def page_titles(page: Page) -> list[Tag]:
    """Return the tags that name the page's tab; a drawing's own title is none."""
    return [tag for tag in page.tags("title") if tag.find_parent("svg") is None]


def _h1(looked: Looked) -> Finding:
    headings = looked.page.tags("h1")
    filled = [tag for tag in headings if says_something(words_of(tag))]
    if not headings:
        return missed("none")
    if not filled:
        return missed("empty", **places([line_of(headings[0])]))
    if len(filled) > 1:
        return missed("many", jumlah=str(len(filled)), **places([line_of(filled[1])]))
    return right()


def _title(looked: Looked) -> Finding:
    titles = page_titles(looked.page)
    if not titles:
        return missed("none")
    line = line_of(titles[0])
    said = " ".join(titles[0].get_text().split())
    if not says_something(said):
        return missed("empty", baris=line)
    if titles[0].find_parent("body") is not None:
        return missed("body", baris=line)
    if said.casefold() in READY_MADE_TITLES or placeholder_in(said) == said:
        return missed("ready_made", baris=line, teks=said)
    return right()


def _order(looked: Looked) -> Finding:
    before, skipped = 1, []
    for tag in looked.page.tags(*_HEADINGS):
        level = int(tag.name[1])
        if level > before + 1:
            skipped.append((before, tag))
        before = level
    if not skipped:
        return right()
    before, tag = skipped[0]
    return missed(
        "skipped",
        dari=f"h{before}",
        ke=tag.name,
        boleh=f"h{before + 1}",
        **places([line_of(found) for _, found in skipped]),
    )


RULES: Final[tuple[Rule[Looked], ...]] = load_rules(
    _PATH, {"web.structure.h1": _h1, "web.structure.title": _title, "web.structure.order": _order}
)
