"""The tasks of the first page: heading, two paragraphs, a list, a picture that tells, every tag closed."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from bs4 import Tag

from lentera.rules import Finding, Remark, Rule, RuleSet, load_rules, load_set, missed, right
from lentera.web.links import State
from lentera.web.links_addresses import follow
from lentera.web.looked import Looked, line_of, places
from lentera.web.meaning import is_filled, names_a_file, placeholder_in, says_something, words_of
from lentera.web.page import Page, parse_page
from lentera.web.rules_meaning import bold_headings, dashed_list, loose_texts
from lentera.web.rules_tags import CODES, judge_errors
from lentera.web.rules_tags import RULES as TAG_RULES
from lentera.web.site import HOME, PICTURES, Site, gather

ANSWER: Final = "s03-profil"
_TEXTS: Final = Path(__file__).parent.parent / "texts"

_PARAGRAPHS: Final = 2
_ITEMS: Final = 3
_SHORTEST: Final = 10
_LONGEST: Final = 150
_LETTERS: Final = 4
"""Different letters below which a text is keys held down."""
_SHARES: Final = {0: 1.0, 1: 0.5, 2: 0.25}
"""Share that is earned with so many slips."""
_FIRST_WORDS: Final = frozenset(
    tomllib.loads((_TEXTS / "s03-gambar.toml").read_text(encoding="utf-8"))["words"]["first"]
)
_QUOTE_RULES: Final = ("web.tags.quotes",)
_CLOSED_RULES: Final = (
    "web.tags.brackets",
    "web.tags.names",
    "web.tags.closed",
    "web.tags.order",
    "web.tags.alone",
)

Check = Callable[[Looked], Finding]


def read_profile(content: Mapping[str, Any]) -> Looked:
    """Read the page that the tasks judge: ``index.html``, else the only page.

    Raises
    ------
    ValueError
        When no site comes with the answer.
    """
    site = content.get("situs")
    if not isinstance(site, Site):
        raise ValueError("the answer comes without the folder situs; gather it from there first")
    pages = site.pages
    name = HOME if HOME in pages else pages[0] if len(pages) == 1 else ""
    return Looked(site, parse_page(name, site.texts.get(name, b"")).meant)


def _of_page(check: Check, looked: Looked) -> Finding:
    return check(looked) if looked.page.name else missed("no_page")


def _left_over(tags: list[Tag]) -> Finding | None:
    """Return the finding on what a template left in the first of some tags, or on an empty one."""
    for tag in tags:
        words = words_of(tag)
        if not says_something(words):
            return missed("empty", **places([line_of(tag)]))
        if not is_filled(tag):
            return missed("placeholder", teks=placeholder_in(words), **places([line_of(tag)]))
    return None


# Heading


def _heading(looked: Looked) -> Finding:
    page = looked.page
    headings = page.tags("h1")
    filled = [tag for tag in headings if is_filled(tag)]
    if len(filled) > 1:
        return missed("many", 0.5, jumlah=str(len(filled)), baris=line_of(filled[1]))
    left = _left_over([tag for tag in headings if tag not in filled])
    if left is not None:
        return replace(left, share=0.5 if filled else 0.0)
    if filled:
        return right()
    lower = next((tag for tag in page.tags("h2", "h3", "h4", "h5", "h6") if is_filled(tag)), None)
    if lower is not None:
        return missed("lower", 0.3, tag=lower.name, baris=line_of(lower))
    bold = bold_headings(page)
    return missed("bold", 0.2, baris=line_of(bold[0])) if bold else missed("none")


# Paragraphs


def _paragraphs(looked: Looked) -> Finding:
    page = looked.page
    paragraphs = page.tags("p")
    filled = [tag for tag in paragraphs if is_filled(tag)]
    if len(filled) >= _PARAGRAPHS:
        return right()
    share = len(filled) / _PARAGRAPHS
    left = _left_over([tag for tag in paragraphs if tag not in filled])
    if left is not None:
        return replace(left, share=share)
    if filled and filled[0].find("br") is not None:
        return missed("breaks", share, baris=line_of(filled[0]))
    loose = loose_texts(page)
    if loose:
        return missed("loose", share, baris=loose[0])
    return missed("one" if filled else "none", share)


# List


def _items(listed: Tag) -> list[Tag]:
    return [child for child in listed.children if isinstance(child, Tag) and child.name == "li"]


def _list(looked: Looked) -> Finding:
    page = looked.page
    lists = page.tags("ul", "ol")
    longest = max(lists, key=lambda listed: sum(map(is_filled, _items(listed))), default=None)
    if longest is None:
        return _no_list(page)
    items = _items(longest)
    filled = [tag for tag in items if is_filled(tag)]
    if len(filled) >= _ITEMS:
        return right()
    share = len(filled) / _ITEMS
    if not items:
        return missed("no_items", baris=line_of(longest))
    left = _left_over([tag for tag in items if tag not in filled])
    if left is not None:
        return replace(left, share=share)
    if sum(is_filled(item) for listed in lists for item in _items(listed)) >= _ITEMS:
        return missed("split", share, baris=line_of(longest))
    return missed("few", share, jumlah=str(len(filled)), baris=line_of(longest))


def _no_list(page: Page) -> Finding:
    outside = [tag for tag in page.tags("li") if is_filled(tag)]
    if outside:
        return missed("outside", 0.3, baris=line_of(outside[0]))
    dashed = dashed_list(page)
    return missed("dashes", 0.2, baris=line_of(dashed[0])) if dashed else missed("none")


# Picture


def _picture(look: Callable[[Looked, Tag], Finding], looked: Looked) -> Finding:
    """Judge the picture that is nearest to right as a whole."""
    pictures = looked.page.tags("img")
    if not pictures:
        return missed("none")
    best = max(pictures, key=lambda tag: _is_there(looked, tag).share + _tells(looked, tag).share)
    return look(looked, best)


def _is_there(looked: Looked, tag: Tag) -> Finding:
    written = str(tag.get("src") or "").strip()
    details = {"gambar": written, "baris": line_of(tag)}
    if not written:
        return missed("no_source", **details)
    found = follow(looked.site, looked.page.name, written)
    picture = looked.site.pictures.get(found.target)
    if found.state is State.ALIVE and picture is not None:
        return right() if picture.whole else missed("broken", **details)
    if found.state is State.ALIVE or not written.lower().endswith(PICTURES):
        outside = found.state in (State.OUTSIDE, State.DISK)
        return missed("away" if outside else "no_picture", **details)
    if found.meant:
        return missed("meant", 0.5, maksud=found.meant, **details)
    return missed("away" if found.state is not State.NO_FILE else "no_file", **details)


def _tells(looked: Looked, tag: Tag) -> Finding:  # noqa: ARG001 - asked for like its sibling
    alt = tag.get("alt")
    details = {"baris": line_of(tag)}
    if alt is None:
        return missed("missing", **details)
    words = " ".join(str(alt).split())
    if placeholder_in(words):
        return missed("placeholder", teks=placeholder_in(words), **details)
    return _judge_words(words, tag, details) if says_something(words) else missed("empty", **details)


def _judge_words(words: str, tag: Tag, details: Mapping[str, str]) -> Finding:
    if names_a_file(words, str(tag.get("src") or "")):
        return missed("file_name", **details)
    first, _, rest = words.partition(" ")
    if first.lower().strip(".,:;-_0123456789()") in _FIRST_WORDS:
        return missed("begins", 0.5 if len(rest) >= _SHORTEST else 0.0, kata=first, **details)
    if len(words) < _SHORTEST:
        return missed("short", 0.3, jumlah=str(len(words)), **details)
    if len(words) > _LONGEST:
        return missed("long", 0.7, jumlah=str(len(words)), **details)
    if len({sign for sign in words.lower() if sign.isalpha()}) < _LETTERS:
        return missed("repeated", **details)
    return right()


# Tags


def _tags(rules: tuple[str, ...], looked: Looked) -> Finding:
    page = looked.page
    if not any(is_filled(tag) for tag in page.tags("h1", "p", "li")):
        return missed("no_text")
    codes = [code for rule in rules for code in CODES[rule]]
    finding = judge_errors(page, codes)
    count = sum(error.code in codes for error in page.errors)
    return replace(finding, share=_SHARES.get(count, 0.0))


def _tag_rules() -> tuple[Rule[Looked], ...]:
    """Join the rules of the task to the sentences on tags."""
    path = _TEXTS / "s03-tag.toml"
    groups = {"s03.tags.quotes": _QUOTE_RULES, "s03.tags.closed": _CLOSED_RULES}
    checks = {rule: partial(_of_page, partial(_tags, names)) for rule, names in groups.items()}
    remarks = {rule.id: rule.mistakes for rule in TAG_RULES}
    return tuple(
        replace(rule, mistakes={**rule.mistakes, **dict(_joined(remarks, groups[rule.id]))})
        for rule in load_rules(path, checks)
    )


def _joined(remarks: Mapping[str, Mapping[str, Remark]], names: tuple[str, ...]) -> dict[str, Remark]:
    return {code: remark for name in names for code, remark in remarks[name].items()}


def _rule_set(task: str, rules: tuple[Rule[Looked], ...]) -> RuleSet[Looked]:
    return RuleSet(task, ANSWER, read_profile, rules, load_set(_TEXTS / f"{task}.toml"), gather=gather)


def _rules_of(task: str, **checks: Check) -> tuple[Rule[Looked], ...]:
    named = {f"s03.{name.replace('_', '.')}": partial(_of_page, check) for name, check in checks.items()}
    return load_rules(_TEXTS / f"{task}.toml", named)


HEADING: Final = _rule_set("s03-judul", _rules_of("s03-judul", heading=_heading))
"""Task ``s03-judul``: exactly one main heading, 10 points."""

PARAGRAPHS: Final = _rule_set("s03-paragraf", _rules_of("s03-paragraf", paragraphs=_paragraphs))
"""Task ``s03-paragraf``: two paragraphs, 15 points."""

LIST: Final = _rule_set("s03-daftar", _rules_of("s03-daftar", list=_list))
"""Task ``s03-daftar``: a list of three, 15 points."""

PICTURE: Final = _rule_set(
    "s03-gambar",
    _rules_of(
        "s03-gambar", picture_there=partial(_picture, _is_there), picture_tells=partial(_picture, _tells)
    ),
)
"""Task ``s03-gambar``: a picture that tells, 20 points."""

TAGS: Final = _rule_set("s03-tag", _tag_rules())
"""Task ``s03-tag``: every tag closed and every quote in order, 20 points."""
