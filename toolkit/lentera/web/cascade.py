"""What a page looks like to an eye: colour, ground and size of every text, as a browser works them out.

All that is needed to tell whether a text can be read, and no more: no layout, so a text that is pushed over a
picture is judged by the elements around it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bs4 import Doctype, Tag
from bs4.element import NavigableString, PreformattedString

from lentera.web.cascade_look import BUTTONS, Look, Said, look_of
from lentera.web.cascade_match import Index, read_selectors
from lentera.web.cascade_sizes import counts_on
from lentera.web.cascade_values import RELEVANT
from lentera.web.contrast import CLEAR, WHITE, Colour, needed, ratio
from lentera.web.kept import kept_by_size
from lentera.web.page import Page
from lentera.web.site import Site
from lentera.web.styles import Applied, inline_of, sheets_of

DESKTOP: Final = 1280.0
PHONE: Final = 360.0
WIDTHS: Final = (DESKTOP, PHONE)
"""Screens a page is judged on [px]."""

_NOT_SHOWN: Final = frozenset(
    (
        "head", "title", "script", "style", "template", "noscript", "noframes", "noembed", "datalist",
        "svg", "math", "iframe", "object", "video", "audio", "canvas", "select", "option", "textarea",
        "param", "source", "track",
    )
)  # fmt: skip
"""Elements whose texts nobody reads on the page itself."""
_LONGEST_SAMPLE: Final = 60
_BOLD: Final = 600
_MOST_ELEMENTS: Final = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class TextLook:
    """Be one text as an eye meets it.

    Attributes
    ----------
    tag : Tag
        The element it stands in.
    sample : str
        How it begins.
    colour : Colour
        As it is seen, with everything mixed in that shines through.
    ground : Colour or None
        What it is seen on; None where a picture lies behind, which nobody can tell from the page.
    size : float
        [px]
    bold : bool
    """

    tag: Tag
    sample: str
    colour: Colour
    ground: Colour | None
    size: float
    bold: bool

    @property
    def line(self) -> int:
        """Return the line of its element; 0 for one that the browser put in."""
        return self.tag.sourceline or 0

    @property
    def ratio(self) -> float | None:
        """Return its contrast; None where the ground cannot be told."""
        return None if self.ground is None else ratio(self.colour, self.ground)

    @property
    def needed(self) -> float:
        """Return the contrast that its size asks for."""
        return needed(self.size, bold=self.bold)

    @property
    def enough(self) -> bool | None:
        """Tell whether it can be read; None where nobody can tell."""
        found = self.ratio
        return None if found is None else found >= self.needed - 1e-9


def widths_of(site: Site, page: Page) -> tuple[float, ...]:
    """Return the screens on which a page may look different: one when no style asks how wide it is."""
    by_width = any(applied.media or applied.sheet.by_width for applied in sheets_of(site, page)) or any(
        one.by_width for tag in page.tags_with("style") for one in inline_of(page, tag)
    )
    return WIDTHS if by_width else (DESKTOP,)


def text_looks(site: Site, page: Page, width: float = DESKTOP) -> tuple[TextLook, ...]:
    """Return every text of a page as an eye meets it on a screen of this width [px]."""
    return _texts(page, sheets_of(site, page), width)


@kept_by_size(lambda page, _sheets, _width: len(page.text))
def _texts(page: Page, sheets: tuple[Applied, ...], width: float) -> tuple[TextLook, ...]:
    texts = []
    seen: dict[int, tuple[Colour, Colour | None]] = {}
    samples = _indexed(page)[3]
    for (tag, look), sample in zip(_looks(page, sheets, width), samples, strict=True):
        if not sample or look.hidden or look.unseen:
            continue
        # Elements that are shown alike share their look.
        if id(look) not in seen:
            seen[id(look)] = _seen(look)
        colour, ground = seen[id(look)]
        texts.append(TextLook(tag, sample, colour, ground, look.size, look.weight >= _BOLD))
    return tuple(texts)


def _text_of(tag: Tag) -> str:
    """Return the text that stands in an element itself, shortened."""
    if tag.name == "input":
        shown = str(tag.attrs.get("type") or "").lower() in BUTTONS
        return " ".join(str(tag.attrs.get("value") or "").split())[:_LONGEST_SAMPLE] if shown else ""
    parts = [
        one
        for one in tag.contents
        if isinstance(one, NavigableString) and not isinstance(one, PreformattedString)
    ]
    words = " ".join("".join(parts).split()) if parts else ""
    return words if len(words) <= _LONGEST_SAMPLE else words[: _LONGEST_SAMPLE - 1].rstrip() + "…"


def _seen(look: Look) -> tuple[Colour, Colour | None]:
    """Mix a text and its ground with everything behind them, from the element outwards."""
    text, ground = look.colour, CLEAR
    unknown = False
    layer = look.behind
    while layer is not None:
        unknown = unknown or (layer.image and ground.alpha < 1)
        text, ground = text.over(layer.ground), ground.over(layer.ground)
        if layer.opacity < 1:
            text, ground = text.faded(layer.opacity), ground.faded(layer.opacity)
        layer = layer.behind
    return text.over(WHITE), None if unknown else ground.over(WHITE)


def element_looks(site: Site, page: Page, width: float = DESKTOP) -> tuple[tuple[Tag, Look], ...]:
    """Return how each element is shown, in the order of the page."""
    return _looks(page, sheets_of(site, page), width)


@kept_by_size(lambda page, _sheets, _width: len(page.text))
def _looks(page: Page, sheets: tuple[Applied, ...], width: float) -> tuple[tuple[Tag, Look], ...]:
    tags, index, old, _samples = _indexed(page)
    said = _said(page, sheets, width, tags, index)
    quirky = not any(isinstance(one, Doctype) for one in page.soup.contents)
    looks: dict[int, Look] = {}
    found = []
    first = root = Look()
    alike: dict[tuple[Any, ...], Look] = {}
    for place, tag in enumerate(tags):
        above = looks.get(id(tag.parent), first)
        mine = said.get(place, ())
        # Most elements are like another one: the same name and rules inside the same look.
        key = (id(above), tag.name, tuple(id(one) for _weight, one in mine), old[place])
        look = alike.get(key)
        if look is None:
            look = alike[key] = look_of(tag, above, mine, root, width, quirky=quirky)
        if tag.name == "html":
            root = look
        looks[id(tag)] = look
        found.append((tag, look))
    return tuple(found)


_OLD_NAMES: Final = ("type", "bgcolor", "text", "color", "size", "hidden", "href", "open")


def _old_key(tag: Tag) -> tuple[str, ...]:
    attrs = tag.attrs
    if not attrs:
        return ()
    return tuple(f"{name}={attrs[name]}" for name in _OLD_NAMES if name in attrs and name != "href") + (
        ("href",) if "href" in attrs else ()
    )


@kept_by_size(lambda page: len(page.text))
def _indexed(page: Page) -> tuple[list[Tag], Index, list[tuple[str, ...]], list[str]]:
    """Return what stays the same while styles change: elements, index, old attributes, texts."""
    tags = _elements(page)
    return tags, Index(tags), [_old_key(tag) for tag in tags], [_text_of(tag) for tag in tags]


def _elements(page: Page) -> list[Tag]:
    """Return the elements that may be shown, in the order of the page."""
    found: list[Tag] = []
    left_out: set[int] = set()
    for tag in page.tags():
        if tag.name in _NOT_SHOWN or id(tag.parent) in left_out:
            left_out.add(id(tag))
        else:
            found.append(tag)
    return found[:_MOST_ELEMENTS]


def _said(
    page: Page, sheets: Iterable[Applied], width: float, tags: Sequence[Tag], index: Index
) -> dict[int, list[Said]]:
    said: dict[int, list[Said]] = {}
    order = 0
    for applied in sheets:
        if not all(counts_on(one, width) for one in applied.media):
            continue
        for rule in applied.sheet.rules:
            told = [one for one in rule.declarations if one.name in RELEVANT or one.name.startswith("--")]
            if not told or not all(counts_on(one, width) for one in rule.media):
                continue
            for selector in read_selectors(rule.selector) or ():
                order += 1
                weighed = [((one.important, False, selector.weight, order), one) for one in told]
                for place in index.matches(selector):
                    said.setdefault(place, []).extend(weighed)
    for place, tag in enumerate(tags):
        for one in inline_of(page, tag) if "style" in tag.attrs else ():
            order += 1
            said.setdefault(place, []).append(((one.important, True, (0, 0, 0), order), one))
    return said
