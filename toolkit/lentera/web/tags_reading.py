"""Follow the tags of a page from door to door: what is opened is closed, once, in order, and in its place.

Browsers close much by themselves and show something all the same. Each slip here is named where it was made,
not where a browser noticed it, and what follows from it is not named again.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from lentera.web.tags_attributes import Slip
from lentera.web.tags_mending import MOST_SLIPS, Mended, resolved
from lentera.web.tags_names import (
    BLOCKS,
    BOXES,
    FOREIGN,
    HEAD_ONLY,
    HEADINGS,
    HOLDS_INLINE,
    INLINE,
    KNOWN,
    LISTS,
    OLD,
    VOID,
)
from lentera.web.tags_tokens import Kind, Token

_CELLS: Final = frozenset(("td", "th"))
_ROW_GROUPS: Final = frozenset(("thead", "tbody", "tfoot"))
_ENDED_BY: Final = {
    "p": frozenset("p"),
    "li": frozenset(("li",)),
    "a": frozenset("a"),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "option": frozenset(("option",)),
    "body": frozenset(("head",)) | HEAD_ONLY,
    "td": _CELLS,
    "th": _CELLS,
    "tr": _CELLS | {"tr"},
} | dict.fromkeys(HEADINGS, HEADINGS)
_TABLE_PARTS: Final = {"tr": _ROW_GROUPS | {"table"}, "td": frozenset(("tr",)), "th": frozenset(("tr",))}
_TEXTLESS: Final = LISTS | _ROW_GROUPS | {"table", "tr"}


@dataclass(slots=True)
class _Open:
    """Be a tag that waits for its end."""

    name: str
    token: Token
    filled: bool = False
    block: str = ""
    """The block that stands in it although only a line can."""
    strangers: list[int] = field(default_factory=list)
    """Slips on what it cannot hold; they tell nothing more when it was never closed."""


class Following:
    """Follow the pieces of a page; `slips` is what was found, in the order in which it was found."""

    def __init__(self, text: str, mended: Mended) -> None:
        self.slips: list[Slip] = []
        self._text = text
        self._tokens = mended.tokens
        self._names = [
            resolved(token.name) if token.kind in (Kind.START, Kind.END) else "" for token in mended.tokens
        ]
        self._starts = self._count(Kind.START)
        self._ends = self._count(Kind.END)
        self._open: list[_Open] = []
        self._opened: Counter[str] = Counter()
        self._lost: dict[str, list[int]] = {}
        self._early: dict[str, list[int]] = {}
        self._untold: set[int] = set()
        self._odd_names: set[str] = set()
        self._seen: set[str] = set()
        self._after_body = False
        self._said_outside = False
        for place, token in enumerate(self._tokens):
            if len(self.slips) >= MOST_SLIPS:
                return
            if token.kind is Kind.TEXT:
                self._follow_text(token)
            elif token.kind is Kind.START:
                self._follow_start(place, token)
            elif token.kind is Kind.END:
                self._follow_end(place, token)
        for waiting in self._open[:MOST_SLIPS]:
            self._say_unclosed(waiting)
        self.slips = [slip for place, slip in enumerate(self.slips) if place not in self._untold]

    def _count(self, kind: Kind) -> Counter[str]:
        pairs = zip(self._tokens, self._names, strict=True)
        return Counter(name for token, name in pairs if token.kind is kind)

    def _say(self, code: str, token: Token, tag: str, **details: str) -> int:
        self.slips.append(Slip(code, token.start, {"tag": tag, **details}))
        return len(self.slips) - 1

    def _change(self, place: int, code: str, **details: str) -> None:
        slip = self.slips[place]
        self.slips[place] = Slip(code, slip.start, {**slip.details, **details})

    @property
    def _top(self) -> str:
        return self._open[-1].name if self._open else ""

    def _pop(self, place: int = -1) -> _Open:
        popped = self._open.pop(place)
        self._opened[popped.name] -= 1
        return popped

    def _lose(self) -> int:
        """Take the innermost open tag as never closed."""
        lost = self._pop()
        place = self._say_unclosed(lost)
        self._lost.setdefault(lost.name, []).append(place)
        return place

    def _say_unclosed(self, lost: _Open) -> int:
        self._untold.update(lost.strangers)
        return self._say("unclosed", lost.token, lost.name)

    # Text

    def _follow_text(self, token: Token) -> None:
        if token.name == "raw":
            self._fill()
            return
        if self._text[token.start : token.end].isspace():
            return
        self._fill()
        if self._after_body:
            self._outside(token, "")
        elif self._top in _TEXTLESS:
            self._say("text_place", self._first_letter(token), self._top)
        elif self._top == "head":
            self._head_content(token, "")

    def _first_letter(self, token: Token) -> Token:
        written = self._text[token.start : token.end]
        start = token.start + len(written) - len(written.lstrip())
        return Token(Kind.TEXT, start, token.end, "", [])

    def _fill(self) -> None:
        if self._open:
            self._open[-1].filled = True

    def _outside(self, token: Token, tag: str) -> None:
        if not self._said_outside:
            self._said_outside = True
            self._say("outside", self._first_letter(token) if token.kind is Kind.TEXT else token, tag)

    def _head_content(self, token: Token, tag: str) -> None:
        """Judge what a head cannot hold: most often the head was never closed."""
        if self._ends["head"]:
            if "in_head" not in self._seen:
                self._seen.add("in_head")
                self._say("in_head", self._first_letter(token) if token.kind is Kind.TEXT else token, tag)
        else:
            while self._opened["head"]:
                self._lose()

    # Start tags

    def _follow_start(self, place: int, token: Token) -> None:
        name = self._names[place]
        self._judge_name(token, name)
        if any(self._opened[foreign] for foreign in FOREIGN):
            if not token.self_closing:
                self._push(name, token)
            return
        if name in ("html", "head", "body"):
            if name in self._seen:
                self._say("twice", token, name)
                return
            self._seen.add(name)
        if self._is_forgotten_slash(place, name):
            self._say("slash", token, name)
            token.kind = Kind.END
            self._pop()
            return
        self._end_implied(name)
        self._judge_place(token, name)
        self._fill()
        if name in VOID:
            return
        if token.self_closing and name not in FOREIGN:
            self._say("self_closed", token, name)
            if self._ends[name] < self._starts[name]:
                return
        if name not in FOREIGN or not token.self_closing:
            self._push(name, token)

    def _push(self, name: str, token: Token) -> None:
        self._open.append(_Open(name, token))
        self._opened[name] += 1

    def _judge_name(self, token: Token, name: str) -> None:
        if token.name in KNOWN or "-" in token.name or any(self._opened[foreign] for foreign in FOREIGN):
            return
        written, token.name = token.name, name
        if written in self._odd_names and token.kind is Kind.END:
            return
        self._odd_names.add(written)
        if written in OLD:
            self._say("old", token, written)
        elif name != written:
            slash = "/" if token.kind is Kind.END else ""
            self._say("misspelt", token, slash + written, meant=slash + name)
        else:
            self._say("unknown", token, written)

    def _is_forgotten_slash(self, place: int, name: str) -> bool:
        """Tell whether a start tag stands where its end tag should: ``<h1>Toko<h1>``."""
        if name in VOID or self._top != name or not self._open[-1].filled:
            return False
        if self._starts[name] <= self._ends[name] or (name in BOXES and self._ends[name]):
            return False
        return self._is_empty_here(place, name)

    def _is_empty_here(self, place: int, name: str) -> bool:
        """Tell whether nothing follows a start tag that it could hold."""
        following = self._following(place)
        if following is None:
            return True
        token, near = self._tokens[following], self._names[following]
        if token.kind is Kind.TEXT:
            return "\n" in self._text[self._tokens[place].end : self._first_letter(token).start]
        if token.kind is Kind.END:
            return near != name
        if name in LISTS:
            return near != "li"
        return near == name if name in BOXES else near not in INLINE

    def _following(self, place: int) -> int | None:
        """Return the place of the next piece that is neither blank nor a comment."""
        for after in range(place + 1, min(place + 5, len(self._tokens))):
            token = self._tokens[after]
            if token.kind is Kind.COMMENT:
                continue
            if token.kind is not Kind.TEXT or not self._text[token.start : token.end].isspace():
                return after
        return None

    def _end_implied(self, name: str) -> None:
        ended_by = _ENDED_BY.get(name, frozenset())
        while self._top in ended_by:
            self._lose()
        if name in HEADINGS or name in ("p", "li"):
            # Emphasis left open in the line before would otherwise hold the rest of the page.
            inner = self._top
            around = self._open[-2].name if len(self._open) > 1 else ""
            if (
                inner in INLINE
                and inner != "a"
                and around in ended_by
                and not self._has_end_ahead(inner, around)
            ):
                self._lose()
                self._lose()

    def _has_end_ahead(self, inner: str, around: str) -> bool:
        return self._ends[inner] >= self._starts[inner] or self._ends[around] >= self._starts[around]

    def _judge_place(self, token: Token, name: str) -> None:
        top = self._top
        if self._after_body and name not in ("html", "body"):
            self._outside(token, name)
        elif top == "head" and name not in HEAD_ONLY and name in KNOWN and name != "body":
            self._head_content(token, name)
        elif name == "li" and not any(self._opened[kind] for kind in LISTS):
            self._say("li_outside", token, name)
        elif top in LISTS and name not in ("li", "script", "template"):
            self._open[-1].strangers.append(self._say("list_child", token, name))
        elif name in _TABLE_PARTS and top not in _TABLE_PARTS[name] and top in KNOWN:
            self._say("table_place", token, name)
        elif name in BLOCKS:
            holder = next((waiting for waiting in reversed(self._open) if waiting.name not in INLINE), None)
            inline = self._open[-1] if self._open else None
            if holder is not None and holder.name in HOLDS_INLINE:
                holder.block = holder.block or name
            elif inline is not None and inline.name in HOLDS_INLINE:
                inline.block = inline.block or name

    # End tags

    def _follow_end(self, place: int, token: Token) -> None:
        name = self._names[place]
        self._judge_name(token, name)
        if name in VOID:
            self._say("void_end", token, name)
        elif self._opened[name]:
            self._close(place, token, name)
        else:
            self._close_nothing(token, name)
        if name in ("body", "html"):
            self._after_body = True

    def _close(self, place: int, token: Token, name: str) -> None:
        depth = next(at for at in range(len(self._open) - 1, -1, -1) if self._open[at].name == name)
        inside = self._open[depth + 1 :]
        if inside:
            following = self._following(place)
            near = self._names[following] if following is not None else ""
            crossed = near and self._tokens[following or 0].kind is Kind.END
            if crossed and near != name and near in [waiting.name for waiting in inside]:
                self._say("crossed", token, near, other=name)
                self._pop(depth)
                return
            while self._top != name:
                early = self._lose()
                self._early.setdefault(name, []).append(early)
        closed = self._pop()
        if closed.block:
            self._say("block_inside", closed.token, name, block=closed.block)

    def _close_nothing(self, token: Token, name: str) -> None:
        if self._said_outside and name in ("html", "body"):
            return
        if self._lost.get(name):
            place = self._lost[name].pop()
            nested = name in _ENDED_BY and name in _ENDED_BY[name]
            if nested:
                self._change(place, "nested")
            elif self.slips[place].code == "unclosed":
                self._change(place, "crossed", other="")
        elif self._early.get(name):
            place = self._early[name].pop()
            if self.slips[place].code == "unclosed":
                self._change(place, "other_end", other=name)
        elif self._is_other_end(token, name):
            top = self._pop()
            self._say("other_end", top.token, top.name, other=name)
            token.name = top.name
        else:
            self._say("never_opened", token, name)

    def _is_other_end(self, token: Token, name: str) -> bool:
        """Tell whether an end tag was meant for the innermost open tag: ``<h1>Toko</h2>``."""
        top = self._top
        if not top or self._ends[name] <= self._starts[name] or self._starts[top] <= self._ends[top]:
            return False
        opened = self._open[-1].token
        same_line = "\n" not in self._text[opened.end : token.start]
        return same_line or {top, name} <= HEADINGS or {top, name} <= LISTS
