"""What keeps somebody from using a page: texts nobody can read, links and fields without a name."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from bs4 import Tag
from bs4.element import NavigableString, PreformattedString

from lentera.rules import Saying
from lentera.web.cascade import TextLook, text_looks, widths_of
from lentera.web.contrast import nearest, ratio_text
from lentera.web.page import Page
from lentera.web.site import PAGES, PICTURES, Site
from lentera.web.styles import resolved
from lentera.words import language, number

_TEXTS: Final = Path(__file__).parent / "texts"

BODY_SIZE: Final = 16.0
"""Smallest size of ordinary text [px]."""
SMALLEST: Final = 12.0
"""Smallest size of notes, headings and fields [px]."""
_NOTES: Final = frozenset(
    (
        "h1", "h2", "h3", "h4", "h5", "h6", "small", "sub", "sup", "rt", "figcaption", "caption",
        "footer", "code", "kbd", "samp", "pre", "button", "input", "select", "textarea",
    )
)  # fmt: skip
"""Elements whose text need not have the size of ordinary text."""
_UNLABELLED: Final = frozenset({"hidden", "submit", "button", "reset", "image"})


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads((_TEXTS / "access-words.toml").read_text(encoding="utf-8"))


def element_name(tag: Tag) -> str:
    """Return what an element is called: ``paragraf``, ``judul h2``; its tag where it has no name."""
    row = _data()["element"].get(tag.name)
    return Saying.of(row).in_language(language()) if row else str(tag.name)


def shortened(text: str, longest: int = 32) -> str:
    """Return the beginning of a text, as it is quoted in a sentence."""
    words = " ".join(text.split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def unreadable(site: Site, page: Page) -> tuple[TextLook, ...]:
    """Return the texts with too little contrast on a large or a small screen, in the order of the page."""
    return _at_both(site, page, lambda text: text.enough is False)


def too_small(site: Site, page: Page) -> tuple[TextLook, ...]:
    """Return the texts that are too small on a large or a small screen, in the order of the page."""
    return _at_both(
        site, page, lambda text: text.size < BODY_SIZE and text.size < smallest_of(text.tag) - 1e-6
    )


def _at_both(site: Site, page: Page, wanted: Any) -> tuple[TextLook, ...]:
    found: dict[int, TextLook] = {}
    order: dict[int, int] = {}
    for width in widths_of(site, page):
        for place, text in enumerate(text_looks(site, page, width)):
            order.setdefault(id(text.tag), place)
            if wanted(text):
                found.setdefault(id(text.tag), text)
    return tuple(sorted(found.values(), key=lambda text: order[id(text.tag)]))


def smallest_of(tag: Tag) -> float:
    """Return the size that the text of an element should have at least [px]."""
    at: Any = tag
    while isinstance(at, Tag):
        if at.name in _NOTES:
            return SMALLEST
        at = at.parent
    return BODY_SIZE


def told(text: TextLook) -> dict[str, str]:
    """Return the words for the blanks of a sentence on one text."""
    ground = nearest(text.ground).word if text.ground is not None else ""
    return {
        "elemen": element_name(text.tag),
        "teks": shortened(text.sample),
        "warna": nearest(text.colour).word,
        "latar": ground,
        "rasio": ratio_text(text.ratio) if text.ratio is not None else "",
        "perlu": ratio_text(text.needed),
        "ukuran": size_text(text.size),
    }


def size_text(size: float) -> str:
    """Write a size as it is told: ``13,3 px``."""
    whole = abs(size - round(size)) < 0.05  # noqa: PLR2004 - less than is written
    return f"{number(size, 0 if whole else 1)}\u00a0px"


# Links


@dataclass(frozen=True, eq=False)
class LinkText:
    """Be one link with what is read out for it.

    Attributes
    ----------
    tag : Tag
    name : str
        What people see or hear.
    fault : str or None
        Which of the known faults its words have.
    """

    tag: Tag
    name: str
    fault: str | None


def links_of(page: Page) -> tuple[LinkText, ...]:
    """Return every link of a page with what is not in order about its words."""
    tags = [tag for tag in page.tags("a") if "href" in tag.attrs]
    targets: dict[str, str] = {}
    found = []
    for tag in tags:
        name = accessible_name(tag)
        plain = _plain(name)
        target = resolved(page.name, str(tag.attrs["href"])) or str(tag.attrs["href"]).strip()
        fault = _fault_of_words(name, plain)
        if fault is None and targets.setdefault(plain, target) != target:
            fault = "same"
        found.append(LinkText(tag, name, fault))
    return tuple(found)


def _fault_of_words(name: str, plain: str) -> str | None:
    if not plain:
        return "empty"
    if plain in _vague():
        return "vague"
    first = name.strip().lower()
    if " " not in first and (first.endswith(PAGES) or "://" in first or first.startswith("www.")):
        return "address"
    return None


@cache
def _vague() -> frozenset[str]:
    return frozenset(_plain(words) for words in _data()["vague"]["words"])


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text.lower()).split())


def accessible_name(tag: Tag) -> str:
    """Return what a screen reader says for a link or button."""
    label = str(tag.attrs.get("aria-label") or "").strip()
    if label:
        return label
    words = " ".join("".join(_heard(tag)).split())
    return words or str(tag.attrs.get("title") or "").strip()


def _heard(tag: Tag) -> Iterator[str]:
    for one in tag.descendants:
        if isinstance(one, NavigableString) and not isinstance(one, PreformattedString):
            yield str(one)
        elif isinstance(one, Tag) and one.name == "img":
            yield f" {one.attrs.get('alt') or ''} "
        elif isinstance(one, Tag) and one.attrs.get("aria-label"):
            yield f" {one.attrs['aria-label']} "


# Pictures


def fault_of_picture(tag: Tag, decorative: frozenset[str], page: Page) -> str | None:  # noqa: PLR0911 - one return for each kind
    """Tell what is not in order about the words of a picture; None when nothing is."""
    if str(tag.attrs.get("role") or "").lower() in {"presentation", "none"}:
        return None
    if str(tag.attrs.get("aria-hidden") or "").lower() == "true" or tag.attrs.get("aria-label"):
        return None
    alt = tag.attrs.get("alt")
    source = str(tag.attrs.get("src") or "")
    if alt is None:
        return "missing"
    words = " ".join(str(alt).split())
    if not words:
        link = tag.find_parent("a")
        if link is not None and not accessible_name(link):
            return "empty_link"
        return None if resolved(page.name, source) in decorative else "empty"
    if is_file_name(words, source):
        return "file_name"
    if _plain(words).split()[:1] and _plain(words).split()[0] in _data()["picture"]["words"]:
        return "says_picture"
    return None


def is_file_name(words: str, source: str) -> bool:
    """Tell whether the words of a picture are the name of its file."""
    low = words.lower()
    file = source.replace("\\", "/").rsplit("/", 1)[-1].lower()
    return low.endswith(PICTURES) or (
        low in {file, file.rsplit(".", 1)[0]} and any(one in low for one in "_-.0123456789")
    )


# Fields


def fault_of_field(tag: Tag, page: Page) -> str | None:  # noqa: PLR0911 - one return for each kind
    """Tell what is not in order about the name of a form field; None when nothing is."""
    if tag.name == "input" and str(tag.attrs.get("type") or "").lower() in _UNLABELLED:
        return None
    own = str(tag.attrs.get("id") or "")
    labels = page.tags("label")
    if own and any(str(one.attrs.get("for") or "") == own and one.get_text(strip=True) for one in labels):
        return None
    around = tag.find_parent("label")
    if around is not None and around.get_text(strip=True):
        return None
    named_by = str(tag.attrs.get("aria-labelledby") or "").split()
    if any(page.soup.find(id=one) is not None for one in named_by):
        return None
    if str(tag.attrs.get("aria-label") or tag.attrs.get("title") or "").strip():
        return None
    if any(one.attrs.get("for") and not page.soup.find(id=str(one.attrs["for"])) for one in labels):
        return "elsewhere"
    return "placeholder" if tag.attrs.get("placeholder") else "missing"
