"""Which elements a selector means, and how much it weighs.

Most selectors of a beginner are names, classes and ids one inside the other. Those are matched here, with an
index of the page, because walking the whole tree for each rule is slow on a weak laptop; soupsieve does the
others.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

import soupsieve
import tinycss2
from bs4 import Tag

Weight = tuple[int, int, int]
"""Ids; classes, attributes and states; names."""

_STATES: Final = frozenset(
    {"hover", "focus", "active", "visited", "focus-visible", "focus-within", "target", "autofill"}
)
"""States in which nobody finds an element on a page that was just opened."""
_OLD_PARTS: Final = frozenset({"before", "after", "first-line", "first-letter"})
_COMBINATORS: Final = frozenset({">", "+", "~"})
_LISTS: Final = frozenset({"is", "not", "has", "where", "-webkit-any", "matches"})


@dataclass(frozen=True)
class Compound:
    """Be what a selector says of one element."""

    tag: str = ""
    id: str = ""
    classes: tuple[str, ...] = ()
    link: bool = False
    root: bool = False


@dataclass(frozen=True)
class Selector:
    """Be one selector of a list.

    Attributes
    ----------
    weight : Weight
    parts : tuple of (str, Compound)
        From the element backwards, each with what joins it to the one before.
    sieve : object or None
        What soupsieve made of it, where it is not made of plain parts.
    never : bool
        Whether it only means a state or a part of an element.
    """

    weight: Weight
    parts: tuple[tuple[str, Compound], ...]
    sieve: Any = None
    never: bool = False

    @property
    def key(self) -> Compound:
        """Return what it says of the element itself."""
        return self.parts[0][1]


def _classes(tag: Tag) -> Sequence[str]:
    found = tag.attrs.get("class") or ()
    return found.split() if isinstance(found, str) else found


@lru_cache(maxsize=1024)
def read_selectors(text: str) -> tuple[Selector, ...] | None:
    """Read a list of selectors; None when a browser would leave out the whole rule."""
    lists = _split(tinycss2.parse_component_value_list(text, skip_comments=True))
    found = [_selector(tokens) for tokens in lists]
    return None if not found or None in found else tuple(one for one in found if one is not None)


def _split(tokens: Iterable[Any]) -> list[list[Any]]:
    lists: list[list[Any]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            lists.append([])
        else:
            lists[-1].append(token)
    return [_trim(one) for one in lists]


def _trim(tokens: list[Any]) -> list[Any]:
    while tokens and tokens[0].type == "whitespace":
        tokens = tokens[1:]
    while tokens and tokens[-1].type == "whitespace":
        tokens = tokens[:-1]
    return tokens


@dataclass
class _Reading:
    """Gather the parts of a selector from left to right."""

    parts: list[tuple[str, Compound]] = field(default_factory=list)
    tag: str = ""
    id: str = ""
    classes: list[str] = field(default_factory=list)
    link: bool = False
    root: bool = False
    any: bool = False
    join: str = ""
    plain: bool = True
    never: bool = False

    def close(self, join: str) -> None:
        if self.any:
            compound = Compound(self.tag, self.id, tuple(self.classes), self.link, self.root)
            self.parts.append((self.join, compound))
            self.tag = self.id = ""
            self.classes, self.link, self.root, self.any = [], False, False, False
            self.join = join
        elif join != " ":
            self.join = join


def _selector(tokens: list[Any]) -> Selector | None:
    if not tokens:
        return None
    found = _Reading()
    position = 0
    while position < len(tokens):
        position += _take(tokens, position, found)
    found.close(" ")
    weight = _weight(tokens)
    if found.never:
        return Selector(weight, (("", Compound()),), never=True)
    if not found.parts:
        return None
    joins = [join for join, _compound in found.parts]
    compounds = [compound for _join, compound in found.parts]
    # Read from the element backwards, each part carries what joins it to the next one on its left.
    backwards = tuple(zip(reversed(joins), reversed(compounds), strict=True))
    if found.plain:
        return Selector(weight, backwards)
    try:
        sieve = soupsieve.compile(tinycss2.serialize(tokens))
    except (soupsieve.SelectorSyntaxError, NotImplementedError, ValueError):
        return None
    return Selector(weight, backwards, sieve)


def _take(tokens: list[Any], position: int, found: _Reading) -> int:
    """Take in the next token; return how many were used."""
    token = tokens[position]
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if token.type == "whitespace":
        found.close(" ")
    elif token.type == "ident":
        found.tag, found.any = token.lower_value, True
    elif token.type == "hash":
        found.id, found.any = token.value, True
    elif token.type != "literal":
        found.plain, found.any = False, True
    elif token.value in _COMBINATORS:
        found.close(token.value)
        found.join = token.value
    elif token.value == "*":
        found.any = True
    elif token.value == "." and following is not None and following.type == "ident":
        found.classes.append(following.value)
        found.any = True
        return 2
    elif token.value == ":" and following is not None:
        found.any = True
        return _take_state(following, found)
    else:
        found.plain, found.any = False, True
    return 1


def _take_state(following: Any, found: _Reading) -> int:
    name = getattr(following, "lower_value", "")
    if following.type == "literal" or name in _STATES or name in _OLD_PARTS:
        found.never = True
    elif name in {"link", "any-link"}:
        found.link = True
    elif name == "root":
        found.root = True
    else:
        found.plain = False
    return 2


def _weight(tokens: Iterable[Any]) -> Weight:
    ids = classes = names = 0
    before = ""
    for token in tokens:
        if token.type == "hash":
            ids += 1
        elif token.type == "[] block":
            classes += 1
        elif token.type == "ident":
            if before in {".", ":"}:
                classes += 1
            else:
                names += 1
        elif token.type == "function":
            name = token.lower_name
            if name in _LISTS:
                inner = max((_weight(one) for one in _split(token.arguments)), default=(0, 0, 0))
                if name != "where":
                    ids, classes, names = ids + inner[0], classes + inner[1], names + inner[2]
            else:
                classes += 1
        before = token.value if token.type == "literal" else ""
    return ids, classes, names


class Index:
    """Find the elements of a page by selectors; each element is known by its place in the page.

    Parameters
    ----------
    tags : sequence of Tag
        In the order of the page; what is inside an element follows it at once.
    """

    def __init__(self, tags: Sequence[Tag]) -> None:
        self._tags = tags
        places = {id(tag): place for place, tag in enumerate(tags)}
        self._above = [places.get(id(tag.parent), -1) for tag in tags]
        self._end = list(range(1, len(tags) + 1))
        self._before = [-1] * len(tags)
        last: dict[int, int] = {}
        self._by_tag: dict[str, list[int]] = defaultdict(list)
        self._by_class: dict[str, list[int]] = defaultdict(list)
        self._by_id: dict[str, list[int]] = defaultdict(list)
        for place, tag in enumerate(tags):
            above = self._above[place]
            self._before[place] = last.get(above, -1)
            last[above] = place
            self._by_tag[tag.name].append(place)
            for one in _classes(tag) if tag.attrs else ():
                self._by_class[one].append(place)
            own = tag.attrs.get("id")
            if own:
                self._by_id[str(own)].append(place)
        for place in range(len(tags) - 1, 0, -1):
            above = self._above[place]
            if above >= 0:
                self._end[above] = max(self._end[above], self._end[place])

    def matches(self, selector: Selector) -> Sequence[int]:
        """Return the places of the elements that a selector means, in the order of the page."""
        if selector.never:
            return ()
        if selector.sieve is not None:
            near = self._near(selector.key)
            return [place for place in near if selector.sieve.match(self._tags[place])]
        parts = selector.parts
        found = self._fitting(parts[-1][1])
        for at in range(len(parts) - 2, -1, -1):
            found = self._led_to(found, parts[at][0], self._fitting(parts[at][1]))
        return found

    def _near(self, compound: Compound) -> Sequence[int]:
        if compound.id:
            return self._by_id.get(compound.id, ())
        if compound.classes:
            return self._by_class.get(compound.classes[0], ())
        if compound.tag:
            return self._by_tag.get(compound.tag, ())
        return range(len(self._tags))

    def _fitting(self, compound: Compound) -> Sequence[int]:
        near = self._near(compound)
        if compound.tag and (compound.id or compound.classes):
            near = [place for place in near if self._tags[place].name == compound.tag]
        wanted = compound.classes if compound.id else compound.classes[1:]
        if wanted:
            near = [place for place in near if all(place in self._with_class(one) for one in wanted)]
        if compound.link:
            near = [place for place in near if _is_link(self._tags[place])]
        if compound.root:
            near = [place for place in near if self._tags[place].name == "html"]
        return near

    def _with_class(self, name: str) -> frozenset[int]:
        return frozenset(self._by_class.get(name, ()))

    def _led_to(self, from_here: Sequence[int], join: str, near: Sequence[int]) -> Sequence[int]:
        """Keep of the elements near those that stand inside or after one of the others, as the joint says."""
        if join == " ":
            found: set[int] = set()
            for place in from_here:
                found.update(near[bisect_right(near, place) : bisect_left(near, self._end[place])])
            return sorted(found)
        others = set(from_here)
        if join == ">":
            return [place for place in near if self._above[place] in others]
        if join == "+":
            return [place for place in near if self._before[place] in others]
        return [place for place in near if any(one in others for one in self._all_before(place))]

    def _all_before(self, place: int) -> Iterator[int]:
        before = self._before[place]
        while before >= 0:
            yield before
            before = self._before[before]


def _is_link(tag: Tag) -> bool:
    return tag.name in {"a", "area"} and "href" in tag.attrs
