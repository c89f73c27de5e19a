"""A page of a small shop in which five things are not right yet, planted by a seed.

The page as it should be is kept beside it. What is found is judged against what was planted, and a repaired
line by the same check that looks at the learner's own pages.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from lentera.rules import Saying
from lentera.rules.seeds import as_seed, shuffled
from lentera.web.pieces import as_text, in_quotes
from lentera.web.site import Picture, Site

_PATH: Final = Path(__file__).parent / "texts" / "find_five.toml"

WANTED: Final = 5
PAGE: Final = "index.html"
_GROUPS: Final = ("readable", "tags", "structure", "meaning", "links", "access")


@dataclass(frozen=True)
class Shop:
    """Be one small shop: the words of its page."""

    id: str
    name: str
    lead: str
    picture: str
    alt: str
    goods_title: str
    goods: tuple[str, ...]
    order_title: str
    strong: str
    rest: str
    steps: tuple[str, ...]
    page: str
    link: str
    open: str


@dataclass(frozen=True)
class Line:
    """Be one line of a page and what it is for, such as ``h2`` or ``li``."""

    role: str
    text: str


@dataclass(frozen=True)
class Fault:
    """Be one thing that can be planted.

    Attributes
    ----------
    kind : str
        The choice that names it.
    kinds : frozenset of str
        Every choice that is right about it.
    says : Saying
        What is not right yet and how it is mended; ``{tag}`` is the tag of the line.
    look : Saying
        Where to look once more, after another choice.
    """

    id: str
    kind: str
    kinds: frozenset[str]
    says: Saying
    look: Saying


@dataclass(frozen=True)
class Planted:
    """Tell which line, from 1, has which fault, and its tag."""

    line: int
    fault: Fault
    tag: str


@dataclass(frozen=True)
class Puzzle:
    """Be a page with five planted faults.

    Attributes
    ----------
    lines : tuple of str
        As the learner reads them.
    whole : tuple of str
        As they should be.
    planted : tuple of Planted
        By line.
    """

    seed: int
    shop: Shop
    lines: tuple[str, ...]
    whole: tuple[str, ...]
    planted: tuple[Planted, ...]

    def at(self, line: int) -> Planted | None:
        """Return what is planted in a line."""
        return next((one for one in self.planted if one.line == line), None)

    @property
    def site(self) -> Site:
        """Return the site around the page: the picture and the page it leads to are there."""
        return _site(self.shop)


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))


@cache
def shops() -> tuple[Shop, ...]:
    """Return the shops whose pages are used."""
    return tuple(
        Shop(**{"id": name, **row, "goods": tuple(row["goods"]), "steps": tuple(row["steps"])})
        for name, row in _data()["shop"].items()
    )


@cache
def kinds() -> Mapping[str, Saying]:
    """Return the choices: what may not be right about a line."""
    return {name: Saying.of(row["name"]) for name, row in _data()["kind"].items()}


@cache
def objections() -> Mapping[str, Saying]:
    """Return what is said of a choice that does not fit the line."""
    return {name: Saying.of(row["not_here"]) for name, row in _data()["kind"].items()}


@cache
def faults() -> Mapping[str, Fault]:
    """Return every fault that can be planted."""
    return {
        name: Fault(
            name,
            row["kind"],
            frozenset((row["kind"], *row.get("also", ()))),
            Saying.of(row["says"]),
            Saying.of(row["look"]),
        )
        for name, row in _data()["fault"].items()
    }


def page_of(shop: Shop) -> tuple[Line, ...]:
    """Write the page of a shop, in which everything is right."""

    def told(tag: str, words: str) -> Line:
        return Line(tag, f"<{tag}>{as_text(words)}</{tag}>")

    picture = f"<img src={in_quotes(f'foto/{shop.picture}')} alt={in_quotes(shop.alt)}>"
    return (
        Line("doctype", "<!DOCTYPE html>"),
        Line("html", '<html lang="id">'),
        Line("title", f"<head><title>{as_text(shop.name)}</title></head>"),
        Line("body", "<body>"),
        told("h1", shop.name),
        told("p", shop.lead),
        Line("img", picture),
        told("h2", shop.goods_title),
        Line("ul", "<ul>"),
        *(told("li", words) for words in shop.goods),
        Line("end", "</ul>"),
        told("h2", shop.order_title),
        Line("strong", f"<p><strong>{as_text(shop.strong)}</strong> {as_text(shop.rest)}</p>"),
        Line("ol", "<ol>"),
        *(told("li", words) for words in shop.steps),
        Line("end", "</ol>"),
        Line("a", f"<p><a href={in_quotes(shop.page)}>{as_text(shop.link)}</a></p>"),
        Line("alone", f"<p>{as_text(shop.open)}</p>"),
        Line("end", "</body>"),
        Line("end", "</html>"),
    )


def _without_end(text: str) -> str:
    return text[: text.rindex("</")]


def _without_slash(text: str) -> str:
    start = text.rindex("</")
    return f"{text[:start]}<{text[start + 2 :]}"


def _other_end(text: str) -> str:
    return text[: text.rindex("</")] + ("</h2>" if text.startswith("<h1") else "</h3>")


def _crossed(text: str) -> str:
    return text.replace("</strong>", "").replace("</p>", "</p></strong>")


def _as_other(text: str, tag: str) -> str:
    start, end = text.index(">"), text.rindex("</")
    return f"<{tag}{text[start:end]}</{tag}>"


def _misspelt(text: str) -> str:
    name = text[1 : text.index(">")]
    return _as_other(text, {"h1": "hl", "h2": "hh2", "p": "pp", "li": "il"}[name])


def _attribute(text: str, name: str, change: Callable[[str], str | None]) -> str:
    """Change what an attribute holds; None takes it out."""
    start = text.index(f' {name}="')
    end = text.index('"', start + len(name) + 3) + 1
    value = change(text[start + len(name) + 3 : end - 1])
    return text[:start] + (f" {value}" if value is not None else "") + text[end:]


def _empty(text: str) -> str:
    end = text.rindex("</", 0, text.rindex("</head>") if "</head>" in text else None)
    return text[: text.rindex(">", 0, end) + 1] + text[end:]


_CHANGES: Final[Mapping[str, tuple[tuple[str, ...], Callable[[str], str]]]] = {
    "unclosed": (("h2", "li", "p", "alone"), _without_end),
    "slash": (("h1", "h2", "li"), _without_slash),
    "other_end": (("h1", "h2"), _other_end),
    "crossed": (("strong",), _crossed),
    "picture_end": (("img",), lambda text: f"{text}</img>"),
    "bracket": (("h2", "li", "p"), lambda text: text[:-1]),
    "quote": (("img",), lambda text: text.removesuffix('">') + ">"),
    "quote_first": (("img",), lambda text: text.replace('src="', "src=")),
    "smart_quotes": (("img",), lambda text: _attribute(text, "src", lambda value: f"src=“{value}”")),
    "space": (("p", "h2", "li"), lambda text: f"< {text[1:]}"),
    "misspelt": (("h2", "p", "li"), _misspelt),
    "two_h1": (("h2",), lambda text: _as_other(text, "h1")),
    "li_outside": (("alone",), lambda text: _as_other(text, "li")),
    "alt_missing": (("img",), lambda text: _attribute(text, "alt", lambda _value: None)),
    "alt_empty": (("img",), lambda text: _attribute(text, "alt", lambda _value: 'alt=""')),
    "alt_file": (("img",), lambda text: _attribute(text, "alt", lambda _value: f'alt="{_file(text)}"')),
    "folder": (("img",), lambda text: text.replace("foto/", "")),
    "case": (
        ("img",),
        lambda text: _attribute(text, "src", lambda value: f'src="foto/{_file(value).upper()}"'),
    ),
    "dead_link": (("a",), lambda text: text.replace(".html", ".htm")),
    "empty_link": (("a",), lambda text: _attribute(text, "href", lambda _value: 'href=""')),
    "vague_link": (("a",), lambda text: text[: text.index('">') + 2] + "Klik di sini</a></p>"),
    "empty_heading": (("h2",), _empty),
    "empty_title": (("title",), _empty),
}
"""Lines in which a fault can be planted, by what they are for, and what it does to them."""


def _file(text: str) -> str:
    return text.split("foto/", 1)[1].split('"', 1)[0]


def puzzle_of(seed: int) -> Puzzle:
    """Make the page of a seed; the same one whenever it is asked for.

    Raises
    ------
    ValueError
        When the seed is not a whole number from 0 to 9999.
    """
    return _made(as_seed(seed))


@cache
def _made(seed: int) -> Puzzle:
    shop = shuffled(seed, "shop", shops())[0]
    page = page_of(shop)
    planted: list[Planted] = []
    lines = [line.text for line in page]
    for name in shuffled(seed, "fault", list(_CHANGES)):
        fault = faults()[name]
        if any(one.fault.kind == fault.kind for one in planted):
            continue
        roles, change = _CHANGES[name]
        places = [place for place, line in enumerate(page) if line.role in roles]
        # Where two lines that follow one another are broken, a browser sees one fault and not two.
        free = [place for place in places if all(abs(one.line - 1 - place) > 1 for one in planted)]
        if not free:
            continue
        place = shuffled(seed, name, free)[0]
        lines[place] = change(page[place].text)
        role = page[place].role
        planted.append(Planted(place + 1, fault, _TAGS.get(role, role)))
        if len(planted) == WANTED:
            break
    planted.sort(key=lambda one: one.line)
    return Puzzle(seed, shop, tuple(lines), tuple(line.text for line in page), tuple(planted))


_TAGS: Final = {"alone": "p", "strong": "p"}


def _site(shop: Shop) -> Site:
    pictures = {f"foto/{shop.picture}": Picture(80_000, 800, 600)}
    return Site({shop.page: b"<h1>x</h1>"}, pictures)


def said_of(puzzle: Puzzle, lines: Sequence[str]) -> Iterator[Any]:
    """Give what the check of pages finds in some lines, most basic first."""
    from lentera.web.checking import check_page  # noqa: PLC0415 - marking what was found needs no parser

    site = puzzle.site.with_text(PAGE, ("\n".join(lines) + "\n").encode())
    yield from check_page(site, PAGE, groups=_GROUPS).all_findings


def is_mended(puzzle: Puzzle, line: int, text: str) -> bool:
    """Tell whether a line is right now, in the page as it should be around it."""
    lines = list(puzzle.whole)
    lines[line - 1] = text
    return bool(text.strip()) and not any(said_of(puzzle, lines))
