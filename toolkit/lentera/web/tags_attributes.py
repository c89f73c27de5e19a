"""Read one tag as its writer meant it: what is missing in it is said once, and the reading goes on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from lentera.web.tags_names import KNOWN, attribute_meant_by, is_stray_word
from lentera.web.tags_tokens import Attribute, Kind, Token, read_attribute, skip_gap

SMART_QUOTES: Final = "“”„‟″‘’‚‛′«»＂"
_SMART_CLOSE = re.compile(rf"[{SMART_QUOTES}\"]")
_VALUE_END = re.compile(r"[\n<>]|/>|[ \t\f\r]+[A-Za-z-]+[ \t]*=")
_NEXT_ATTRIBUTE = re.compile(r"[A-Za-z][A-Za-z-]*[ \t]*=")
_BARE_VALUE = re.compile(r"([A-Za-z-]+):?[ \t]*([\"'])")


@dataclass(frozen=True, slots=True)
class Slip:
    """Be one thing that a browser forgives.

    Attributes
    ----------
    code : str
        Name of the kind.
    start : int
        Where it stands in the text.
    details : dict of str to str
        Values for the blanks of its sentence.
    """

    code: str
    start: int
    details: dict[str, str] = field(default_factory=dict)


class TagMending:
    """Mend one tag: `token` is the tag as it was meant, `slips` what had to be mended."""

    def __init__(self, text: str, token: Token, *, plain: bool = False) -> None:
        self.token = token
        self.slips: list[Slip] = []
        self._text = text
        self._tag = token.name
        if plain:
            self._look_at(token.attributes)
            return
        if self._has_odd_name():
            return
        attributes = list(self._attributes())
        if self.slips and token.kind is Kind.START and attributes and not self._has_values(attributes):
            # The words belong to the text behind the tag.
            attributes = []
            self._end(token.start + 1 + len(token.name))
        token.attributes = attributes
        if not self.slips:
            self._look_at(attributes)

    def _has_values(self, attributes: list[Attribute]) -> bool:
        bracket = any(slip.code == "bracket" for slip in self.slips)
        return not bracket or any(attribute.quote is not None for attribute in attributes)

    def _say(self, code: str, start: int, **details: str) -> None:
        self.slips.append(Slip(code, start, {"tag": self._written(), **details}))

    def _written(self) -> str:
        return f"/{self._tag}" if self.token.kind is Kind.END else self._tag

    def _end(self, end: int) -> None:
        self.token.end = end
        self.token.closed = True
        self.token.self_closing = False

    def _has_odd_name(self) -> bool:
        """Mend a name that runs on because the bracket after it is missing."""
        token = self.token
        name, opened, _ = token.name.partition("<")
        if not opened:
            return False
        self._tag = token.name = _known_start(name)
        token.attributes = []
        self._end(self._text.index("<", token.start + 1))
        self._say("bracket", token.start)
        return True

    def _attributes(self) -> Iterator[Attribute]:
        """Give the attributes as they were meant, up to where the tag was meant to end."""
        text, token = self._text, self.token
        place = token.start + len(token.name) + (2 if token.kind is Kind.END else 1)
        if token.attributes:
            place = token.attributes[0].start
        elif token.closed:
            return
        while True:
            after = skip_gap(text, place)
            if after >= len(text) or (not token.closed and after >= token.end):
                self._say("bracket", token.start)
                line_end = text.find("\n", token.start)
                self._end(line_end if line_end >= 0 else len(text))
                return
            if text[after] == ">":
                slash = after > place and text[after - 1] == "/"
                token.end, token.closed, token.self_closing = after + 1, True, slash
                return
            attribute = read_attribute(text, after)
            opened = attribute.name.find("<")
            if opened < 0 and attribute.quote == "" and "<" in attribute.value:
                opened = attribute.end - attribute.start - len(attribute.value) + attribute.value.index("<")
            if opened >= 0:
                self._say("bracket", token.start)
                self._end(attribute.start + opened)
                return
            mended = self._mended(attribute)
            if mended is not None:
                yield mended
                place = mended.end
            else:
                place = self._after_leftover(attribute)

    def _mended(self, attribute: Attribute) -> Attribute | None:
        """Return the attribute as it was meant; None when it is no attribute at all."""
        value, quote = attribute.value, attribute.quote
        if quote is None:
            return self._without_equals(attribute)
        if quote == "":
            return self._without_quotes(attribute)
        after = self._text[attribute.end : attribute.end + 1]
        odd = bool(after) and after not in " \t\n\f\r/>"
        swallowed = "\n" in value and "<" in value[value.find(">") + 1 :] and ">" in value
        if (
            not attribute.closed
            or swallowed
            or (odd and (value.rstrip().endswith("=") or set(value) & set("<>\n")))
        ):
            self._say("quote", attribute.start, attribute=attribute.name)
            return self._cut_short(attribute)
        if odd:
            return self._crowded(attribute, after)
        return attribute

    def _cut_short(self, attribute: Attribute) -> Attribute:
        start = attribute.end - len(attribute.value) - (1 if attribute.closed else 0)
        found = _VALUE_END.search(self._text, start)
        end = found.start() if found else len(self._text)
        return Attribute(attribute.name, self._text[start:end], attribute.quote, attribute.start, end)

    def _crowded(self, attribute: Attribute, after: str) -> Attribute:
        """Mend what follows a closing quote at once."""
        if after in ",;":
            self._say("comma", attribute.end, attribute=attribute.name)
            return Attribute(
                attribute.name, attribute.value, attribute.quote, attribute.start, attribute.end + 1
            )
        if _NEXT_ATTRIBUTE.match(self._text, attribute.end):
            self._say("space_missing", attribute.end, attribute=attribute.name)
            return attribute
        self._say("quote_inside", attribute.start, attribute=attribute.name)
        closing = self._text.find(">", attribute.end)
        last = self._text.rfind(attribute.quote or '"', attribute.end, closing if closing >= 0 else None)
        end = last + 1 if last >= 0 else attribute.end + 1
        return Attribute(attribute.name, attribute.value, attribute.quote, attribute.start, end)

    def _without_quotes(self, attribute: Attribute) -> Attribute:
        value = attribute.value
        if _NEXT_ATTRIBUTE.match(value) and ('"' in value or "'" in value):
            self._say("value", attribute.start, attribute=attribute.name)
            end = attribute.end - len(value)
            return Attribute(attribute.name, "", "", attribute.start, end)
        if value[:1] and value[0] in SMART_QUOTES:
            self._say("smart_quotes", attribute.start, attribute=attribute.name)
            return self._up_to(attribute, _SMART_CLOSE, attribute.end - len(value) + 1)
        if value[-1:] and value[-1] in SMART_QUOTES:
            self._say("smart_quotes", attribute.start, attribute=attribute.name)
            return replace(attribute, value=value.rstrip(SMART_QUOTES))
        if value.startswith("="):
            self._say("equals", attribute.start, attribute=attribute.name)
            return self._up_to(
                attribute, re.compile(re.escape(value[1:2] or '"')), attribute.end - len(value) + 2
            )
        if '"' in value or "'" in value:
            self._say("quote_first", attribute.start, attribute=attribute.name)
            return replace(attribute, value=value.rstrip("\"'"))
        return attribute

    def _up_to(self, attribute: Attribute, close: re.Pattern[str], start: int) -> Attribute:
        """Let a value end at its closing quote, before the next tag."""
        limit = min(
            (at for mark in "<>\n" if (at := self._text.find(mark, start)) >= 0), default=len(self._text)
        )
        found = close.search(self._text, start, limit)
        end, close_end = (found.start(), found.end()) if found else (limit, limit)
        return Attribute(attribute.name, self._text[start:end], '"', attribute.start, close_end)

    def _without_equals(self, attribute: Attribute) -> Attribute | None:
        """Mend a word without an equals sign; None when it is left over from a value."""
        name = attribute.name
        bare = _BARE_VALUE.match(self._text, attribute.start)
        if bare and (
            attribute_meant_by(self._tag, bare.group(1).lower()) or not self._is_stray(bare.group(1).lower())
        ):
            self._say("equals", attribute.start, attribute=bare.group(1))
            return self._up_to(
                Attribute(bare.group(1).lower(), "", '"', attribute.start, attribute.end),
                re.compile(bare.group(2)),
                bare.end(),
            )
        if '"' in name or "'" in name:
            return None
        return attribute

    def _is_stray(self, name: str) -> bool:
        return is_stray_word(self._tag, name)

    def _after_leftover(self, attribute: Attribute) -> int:
        """Skip what is left of a value whose quote was missing in front; say so unless it was said."""
        if not self.slips:
            before = self.token.attributes[:1]
            name = before[0].name if before else attribute.name.strip("\"'")
            self._say("quote_first", attribute.start, attribute=name)
        return attribute.end

    def _look_at(self, attributes: list[Attribute]) -> None:
        """Look at the attributes of a tag that needed no mending."""
        token = self.token
        if token.kind is Kind.END:
            if attributes:
                self._say("end_attributes", token.start)
            return
        seen: set[str] = set()
        for attribute in attributes:
            name = attribute.name
            if name in seen:
                self._say("duplicate", attribute.start, attribute=name)
            seen.add(name)
            without = attribute.quote is None and name in ("src", "href")
            if without or (attribute.quote == "" and not attribute.value):
                self._say("value", attribute.start, attribute=name)
            elif meant := attribute_meant_by(self._tag, name):
                self._say("attribute_name", attribute.start, attribute=name, meant=meant)
            elif is_stray_word(self._tag, name):
                self._say("stray_word", attribute.start, attribute=name)


def _known_start(name: str) -> str:
    """Return the longest tag name that a run of letters begins with: its text may follow at once."""
    for length in range(len(name), 0, -1):
        if name[:length] in KNOWN:
            return name[:length]
    return name
