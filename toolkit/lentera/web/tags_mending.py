"""Read a page as its writer meant it: the pieces, and what had to be mended to read them.

A browser that meets a forgotten quote swallows the lines up to the next one, and whatever follows looks wrong
too. Here the forgotten quote is named and the reading goes on behind it, so that one slip gives one sentence.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from lentera.web.tags_attributes import Slip, TagMending
from lentera.web.tags_names import KNOWN, RAW, meant_by
from lentera.web.tags_tokens import (
    Kind,
    Token,
    end_of_raw,
    is_letter,
    named,
    read_declaration,
    read_name,
    read_plain_tag,
    read_tag,
    references,
)

MOST_SLIPS: Final = 500
"""A page with more is not read further: nobody mends so many by hand."""

_MOST_ATTRIBUTES = 40

_SPACED = re.compile(r"<[ \t\n]*(/?)[ \t\n]*([A-Za-z][A-Za-z0-9]*)(?=[^<>\n]*>)")
_ODD_SLASH = re.compile(r"<(?:\\/?|//+|/\\)[ \t]*([A-Za-z][A-Za-z0-9]*)")
_BARE_TAG = re.compile(r"(?m)(^[ \t]*|/)([A-Za-z][A-Za-z0-9]*)>")
_DOCTYPE_LIKE = re.compile(r"<[!? \t-]*doc", re.IGNORECASE)
_PLAIN_DOCTYPE = re.compile(
    r"[ \t\n]+html[ \t\n]*(SYSTEM[ \t\n]+[\"']about:legacy-compat[\"'][ \t\n]*)?", re.IGNORECASE
)


@dataclass
class Mended:
    """Hold the pieces of a page as they were meant, and what was mended."""

    tokens: list[Token] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)
    guessed: bool = False
    """Whether tags were read where a browser sees the text of a title or style."""


def read_mended(text: str) -> Mended:
    """Cut a text into the pieces its writer meant."""
    return _Reading(text).mended


class _Reading:
    def __init__(self, text: str) -> None:
        self.text = text
        self.mended = Mended()
        self._raw_ends: dict[str, int] = {}
        place = 0
        while place < len(text) and len(self.mended.slips) < MOST_SLIPS:
            place = self._piece(place)

    def _say(self, code: str, start: int, **details: str) -> None:
        self.mended.slips.append(Slip(code, start, details))

    def _piece(self, place: int) -> int:
        text = self.text
        opened = text.find("<", place)
        if opened != place:
            end = opened if opened >= 0 else len(text)
            self._add_text(place, end)
            return end
        plain = read_plain_tag(text, place)
        if plain is not None:
            return self._add_tag(plain, mend=bool(plain.attributes), plain=True)
        following = text[place + 1 : place + 2]
        if is_letter(following) or (following == "/" and is_letter(text[place + 2 : place + 3])):
            return self._add_tag(read_tag(text, place, _MOST_ATTRIBUTES))
        if following in ("!", "?"):
            return self._declared(place)
        return self._odd(place, following)

    def _odd(self, place: int, following: str) -> int:
        """Read a ``<`` behind which neither a name nor a declaration stands."""
        text = self.text
        odd = _ODD_SLASH.match(text, place)
        if odd and odd.group(1).lower() in KNOWN:
            self._say("slash_odd", place, tag=odd.group(1).lower())
            return self._add_named(Kind.END, place, odd.start(1))
        spaced = _SPACED.match(text, place)
        if spaced and spaced.group(2).lower() in KNOWN:
            kind = Kind.END if spaced.group(1) else Kind.START
            self._say("space", place, tag=spaced.group(1) + spaced.group(2).lower())
            return self._add_named(kind, place, spaced.start(2))
        empty = "<>" if following == ">" else "</>" if text.startswith("</>", place) else ""
        self._say("empty_tag" if empty else "lone", place)
        return place + (len(empty) or 1)

    def _add_named(self, kind: Kind, start: int, name_at: int) -> int:
        """Add a tag whose name stands elsewhere than right behind its bracket."""
        name, end = read_name(self.text, name_at)
        closing = self.text.find(">", end)
        end = closing + 1 if closing >= 0 else len(self.text)
        name = name.partition("<")[0]
        return self._add_tag(Token(kind, start, end, name, []), mend=False)

    def _add_tag(self, token: Token, *, mend: bool = True, plain: bool = False) -> int:
        if token.name == "doctype":
            self._say("doctype_odd", token.start)
            self.mended.tokens.append(Token(Kind.DOCTYPE, token.start, token.end, "odd", []))
            return token.end
        stray = token.name[-1:]
        if stray in ("\\", ".", ",", ";", ":", '"', "'") and token.name[:-1] in KNOWN:
            token.name = token.name[:-1]
            self._say("name_end", token.start, tag=token.name, sign=stray)
        elif mend:
            mending = TagMending(self.text, token, plain=plain)
            self.mended.slips += mending.slips
        for attribute in token.attributes:
            if "&" in attribute.value:
                self._references(attribute.value, attribute.start, in_attribute=True)
        self.mended.tokens.append(token)
        if token.kind is Kind.START and token.name in RAW and not token.self_closing:
            return self._add_raw(token)
        return token.end

    def _add_raw(self, token: Token) -> int:
        """Add what stands up to the end tag as text; without an end tag read on as if none began."""
        end = self._raw_end(token.name, token.end)
        # What runs into the body was not meant as a title or a style.
        if end < 0 or re.search(r"<(?:body|title|style|h1)[ >]", self.text[token.end : end]):
            self.mended.guessed = True
            return token.end
        if end > token.end:
            self.mended.tokens.append(Token(Kind.TEXT, token.end, end, "raw", []))
            if token.name in ("title", "textarea"):
                self._references(self.text[token.end : end], token.end)
        return end

    def _raw_end(self, name: str, start: int) -> int:
        """Return where raw text ends, looked for once although many tags may wait for the same end."""
        known = self._raw_ends.get(name, 0)
        if 0 <= known < start:
            known = self._raw_ends[name] = end_of_raw(self.text, name, start)
        return known

    def _add_text(self, start: int, end: int) -> None:
        """Add text, and in it the tags whose opening bracket is missing."""
        if self.text.find(">", start, end) >= 0:
            for bare in _BARE_TAG.finditer(self.text, start, end):
                name = bare.group(2).lower()
                if name not in KNOWN or len(self.mended.slips) >= MOST_SLIPS:
                    continue
                closing = bare.group(1) == "/"
                at = bare.start(1 if closing else 2)
                self._say("bracket_first", at, tag=("/" if closing else "") + name)
                self._add_plain(start, at)
                kind = Kind.END if closing else Kind.START
                self.mended.tokens.append(Token(kind, at, bare.end(), name, []))
                start = bare.end()
        self._add_plain(start, end)

    def _add_plain(self, start: int, end: int) -> None:
        if start < end:
            if self.text.find("&", start, end) >= 0:
                self._references(self.text[start:end], start)
            self.mended.tokens.append(Token(Kind.TEXT, start, end, "", []))

    def _declared(self, place: int) -> int:
        text = self.text
        token, said = read_declaration(text, place)
        if token.kind is Kind.DOCTYPE:
            token.name = "html" if _PLAIN_DOCTYPE.fullmatch(said) and token.closed else "odd"
            if token.name == "odd":
                self._say("doctype_odd", place)
                opened = text.find("<", place + 1, token.end)
                token.end = opened if opened >= 0 else token.end
        elif text.startswith("<!--", place):
            if not token.closed or "<!--" in said:
                self._say("comment", place)
                line_end = text.find("\n", place)
                return line_end if line_end >= 0 else len(text)
        elif _DOCTYPE_LIKE.match(text, place):
            self._say("doctype_odd", place)
            token = Token(Kind.DOCTYPE, token.start, token.end, "odd", [])
        elif not text.startswith("<![CDATA[", place):
            self._say("comment_odd", place)
            opened = text.find("<", place + 1, token.end)
            token.end = opened if opened >= 0 else token.end
        self.mended.tokens.append(token)
        return token.end

    def _references(self, content: str, start: int, *, in_attribute: bool = False) -> None:
        for matched in references(content):
            written = matched.group(1)
            if written.startswith("#"):
                if not written.endswith(";"):
                    self._say("entity", start + matched.start(), entity=f"&{written}")
                continue
            name = named(written)
            if name is None:
                if written.endswith(";"):
                    self._say("entity_unknown", start + matched.start(), entity=f"&{written}")
            elif not name.endswith(";"):
                following = written[len(name) :] or content[matched.end() : matched.end() + 1]
                if not (in_attribute and (following[:1].isalnum() or following[:1] == "=")):
                    self._say("entity", start + matched.start(), entity=f"&{name}")


def resolved(name: str) -> str:
    """Return a known tag name: the name itself, the one that was meant, or the name as it is."""
    return name if name in KNOWN else meant_by(name) or name
