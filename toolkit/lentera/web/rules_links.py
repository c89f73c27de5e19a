"""The rules of the group links: links lead somewhere, pictures and styles are there, pictures are light."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from lentera.rules import Finding, Remark, Rule, load_rules, missed, right
from lentera.web.links import Link, State, Use, links_of
from lentera.web.looked import Looked, places
from lentera.web.site import Picture
from lentera.words import number

HEAVIEST: Final = 200 * 1024
"""A heavier picture [byte] keeps a visitor with a phone waiting."""


def _follow(looked: Looked) -> tuple[Link, ...]:
    return links_of(looked.site, looked.page.name, looked.page)


def _links(looked: Looked) -> tuple[Link, ...]:
    return looked.once(_follow)


def _lead_somewhere(use: Use, looked: Looked) -> Finding:
    links = [link for link in _links(looked) if link.use is use]
    dead = [link for link in links if not link.alive]
    if not dead:
        return right()
    alike = [link.line for link in dead if link.state is dead[0].state]
    return missed(mistake_of(dead[0]), 1 - len(dead) / len(links), **told_of(dead[0]), **places(alike))


def mistake_of(link: Link) -> str:
    """Name the mistake of an address at which nobody arrives."""
    guessed = link.state in _GUESSES and link.meant
    return f"{link.state}_meant" if guessed else str(link.state)


def told_of(link: Link) -> dict[str, str]:
    """Word the address of a mistake, without its line."""
    return {
        "address": link.written.strip(),
        "meant": link.meant,
        "part": link.written.partition("#")[2],
        "page": link.target,
        "file": link.written.replace("\\", "/").rsplit("/", 1)[-1],
    }


def remark_of(link: Link) -> tuple[Remark, dict[str, str]]:
    """Return what is said of an address at which nobody arrives, and the values of its blanks."""
    rule = next(rule for rule in RULES if rule.id == f"links.{_RULE_OF[link.use]}")
    return rule.mistakes[mistake_of(link)], {**told_of(link), **places([link.line])}


_RULE_OF: Final = {Use.LEADS: "leads", Use.SHOWS: "pictures", Use.LOADS: "loads"}
_GUESSES: Final = frozenset((State.NO_FILE, State.DISK, State.LEADS_OUT))
"""States for which a file of a like name is sometimes there and sometimes not."""


def _shown(looked: Looked) -> list[tuple[Link, Picture]]:
    pictures: Mapping[str, Picture] = looked.site.pictures
    links = [link for link in _links(looked) if link.use is Use.SHOWS and link.alive]
    return [(link, pictures[link.target]) for link in links if link.target in pictures]


def _are_whole(looked: Looked) -> Finding:
    shown = _shown(looked)
    broken = [link for link, picture in shown if not picture.whole]
    if not broken:
        return right()
    found = places([link.line for link in broken])
    return missed("broken", 1 - len(broken) / len(shown), file=broken[0].target, **found)


def _are_light(looked: Looked) -> Finding:
    shown = _shown(looked)
    heavy: Sequence[tuple[Link, Picture]] = [pair for pair in shown if pair[1].size > HEAVIEST]
    if not heavy:
        return right()
    link, picture = heavy[0]
    found = places([one.line for one, _picture in heavy])
    share = 1 - len(heavy) / len(shown)
    return missed("heavy", share, file=link.target, size=number(picture.size / 1024), **found)


_CHECKS: Final[Mapping[str, Callable[[Looked], Finding]]] = {
    "links.leads": partial(_lead_somewhere, Use.LEADS),
    "links.pictures": partial(_lead_somewhere, Use.SHOWS),
    "links.loads": partial(_lead_somewhere, Use.LOADS),
    "links.whole": _are_whole,
    "links.light": _are_light,
}

RULES: Final[tuple[Rule[Looked], ...]] = load_rules(Path(__file__).parent / "texts" / "links.toml", _CHECKS)
"""In the order in which a beginner should hear of them."""
