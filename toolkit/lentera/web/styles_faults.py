"""What is not in order in a style sheet: marks that are missing, names and values that browsers leave out.

A browser says nothing when it leaves out a rule, so a beginner only sees that nothing happens. The first
fault of a file is its cause: what follows a forgotten brace is not told.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

import tinycss2

from lentera.web.cascade_match import read_selectors
from lentera.web.page import Page
from lentera.web.site import Site
from lentera.web.styles import LONGEST, linked_names
from lentera.web.styles_reach import within_reach
from lentera.web.styles_values import fault_of_value, is_known, meant_property
from lentera.web.tags_names import KNOWN, OLD, meant_by

_SMART: Final = "“”„‘’"
_LONGEST_QUOTE: Final = 40


@dataclass(frozen=True)
class Fault:
    """Be one thing that is not in order.

    Attributes
    ----------
    code : str
        Stable name of the kind.
    file : str
    line : int
        From 1.
    details : mapping of str to str
        Values for the blanks of its sentence.
    """

    code: str
    file: str
    line: int
    details: Mapping[str, str] = field(default_factory=dict)


def faults_of_page(site: Site, page: Page) -> tuple[Fault, ...]:
    """Return what is not in order in the style files a page links, in its ``<style>`` and ``style=""``."""
    found: list[Fault] = []
    for name in linked_names(page):
        content = site.texts.get(name)
        if content is not None and name.lower().endswith(".css"):
            found += faults_of_sheet(name, content.decode("utf-8-sig", "replace"))
    for tag in page.tags("style"):
        found += faults_of_sheet(page.name, tag.get_text(), tag.sourceline or 1)
    for tag in page.tags_with("style"):
        found += _in_attribute(page.name, str(tag.attrs["style"]), tag.sourceline or 1)
    return tuple(found)


@lru_cache(maxsize=64)
def faults_of_sheet(file: str, text: str, first_line: int = 1) -> tuple[Fault, ...]:
    """Return what is not in order in one style sheet, by line; nothing after a fault of its marks."""
    text = text[:LONGEST].replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    marks = fault_of_marks(text)
    text = within_reach(text)
    nodes = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    found = [
        Fault(code, file, first_line + line - 1, details) for code, line, details in _in_nodes(nodes, text)
    ]
    found.sort(key=lambda one: one.line)
    tag = next((one for one in found if one.code == "html"), None)
    if tag is not None:
        return (tag,)
    if marks is None:
        return tuple(found)
    code, line, details = marks
    line += first_line - 1
    shown = {name: str(int(value) + first_line - 1) for name, value in details.items() if value.isdecimal()}
    earlier = [one for one in found if one.line < line and one.code not in _OF_NOTHING]
    return (*earlier, Fault(code, file, line, {**details, **shown}))


_OF_NOTHING: Final = frozenset({"outside", "missing_open", "unreadable"})
"""Faults that a missing mark further down may have made up."""


def _in_attribute(file: str, text: str, line: int) -> Iterator[Fault]:
    text = within_reach(text[:LONGEST])
    nodes = tinycss2.parse_blocks_contents(text, skip_comments=True, skip_whitespace=True)
    for code, _line, details in _in_block(nodes, text):
        yield Fault(code, file, line, details)


Raw = tuple[str, int, dict[str, str]]
"""Code, line within the sheet, values for the blanks."""


def _in_nodes(nodes: list[Any], text: str) -> Iterator[Raw]:
    for node in nodes:
        if node.type == "qualified-rule":
            fault = _of_prelude(node.prelude)
            if fault is not None:
                yield fault
                continue
            inner = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            yield from _in_block(inner, text)
        elif node.type == "at-rule" and node.content is not None:
            if node.lower_at_keyword in {"media", "supports", "layer"}:
                inside = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                yield from _in_nodes(inside, text)
        elif node.type == "error":
            yield _of_rest(text, node)


def _of_prelude(prelude: list[Any]) -> Raw | None:  # noqa: PLR0911 - one return for each kind
    """Tell what is not in order in what stands before a brace; None when it is a selector."""
    tokens = [one for one in prelude if one.type not in {"whitespace", "comment"}]
    if not tokens:
        return ("selector_missing", prelude[0].source_line if prelude else 1, {})
    line = tokens[0].source_line
    if _is(tokens[0], "<"):
        return ("html", line, {})
    if _starts_note(tokens):
        return ("slashes", line, {})
    if any(_is(one, ";") for one in tokens):
        return _of_loose(tokens)
    for name in (one for at, one in enumerate(tokens) if _names_tag(tokens, at)):
        word = name.lower_value
        if word not in KNOWN and word not in OLD and "-" not in word:
            meant = meant_by(word)
            code = "tag_meant" if meant else "tag_unknown"
            return (code, name.source_line, {"ditulis": name.value, "maksud": meant})
    if read_selectors(tinycss2.serialize(tokens_with_blanks(prelude))) is None:
        return ("selector", line, {"ditulis": _quoted(tinycss2.serialize(prelude))})
    return None


def tokens_with_blanks(prelude: list[Any]) -> list[Any]:
    """Return what stands before a brace without its comments."""
    return [one for one in prelude if one.type != "comment"]


def _names_tag(tokens: list[Any], at: int) -> bool:
    before = tokens[at - 1] if at else None
    return tokens[at].type == "ident" and not (before is not None and (_is(before, ".") or _is(before, ":")))


def _of_loose(tokens: list[Any]) -> Raw:
    """Tell what made declarations stand outside of braces."""
    first = tokens[0]
    line = first.source_line
    if first.type == "ident" and not is_known(first.lower_value) and len(tokens) > 1:
        at = next((n for n, one in enumerate(tokens) if _is(one, ":")), 0)
        if at > 1 and tokens[at - 1].type == "ident" and is_known(tokens[at - 1].lower_value):
            return ("missing_open", line, {"ditulis": _quoted(tinycss2.serialize(tokens[: at - 1]))})
    return ("outside", line, {"ditulis": _quoted(str(getattr(first, "value", "") or ""))})


def _in_block(nodes: list[Any], text: str) -> Iterator[Raw]:
    for node in nodes:
        if node.type == "declaration":
            fault = _of_declaration(node)
            if fault is not None:
                yield fault
        elif node.type == "qualified-rule":
            yield from _in_nodes([node], text)
        elif node.type == "at-rule" and node.content is not None:
            inner = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            yield from _in_block(inner, text)
        elif node.type == "error":
            yield _of_rest(text, node)


def _of_declaration(node: Any) -> Raw | None:
    tokens = [one for one in node.value if one.type not in {"whitespace", "comment"}]
    line = node.source_line
    if not is_known(node.lower_name):
        meant = meant_property(node.lower_name)
        return ("property_meant" if meant else "property", line, {"ditulis": node.name, "maksud": meant})
    if not tokens:
        return ("empty_value", line, {"sifat": node.name})
    colon = next((at for at, one in enumerate(tokens) if _is(one, ":")), 0)
    if colon and tokens[colon - 1].type == "ident":
        last = tokens[max(0, colon - 2)]
        return ("missing_semicolon", last.source_line, {"sifat": node.name})
    if _has_smart(tinycss2.serialize(node.value)):
        return ("smart_quote", line, {"sifat": node.name})
    found = fault_of_value(node.lower_name, tokens, tinycss2.serialize(node.value).strip())
    return None if found is None else (found[0], line, {"sifat": node.name, **found[1]})


def _of_rest(text: str, node: Any) -> Raw:  # noqa: PLR0911 - one return for each kind
    """Tell what is not in order where tinycss2 read nothing, from what is written there."""
    rest, line = _statement(text, node)
    tokens = [
        one
        for one in tinycss2.parse_component_value_list(rest, skip_comments=True)
        if one.type not in {"whitespace", "{} block"}
    ]
    if not tokens:
        return ("unreadable", line, {"ditulis": _quoted(rest)})
    if _is(tokens[0], "<"):
        return ("html", line, {})
    if _starts_note(tokens):
        return ("slashes", line, {})
    words = [one.lower_value for one in tokens[:3] if one.type == "ident"]
    joined = "-".join(words[:2])
    if any(_is(one, "=") for one in tokens[:3]):
        return ("equals", line, {"sifat": words[0] if words else ""})
    colon = any(_is(one, ":") for one in tokens)
    if len(words) > 1 and colon and is_known(joined):
        return ("space_in_name", line, {"ditulis": " ".join(words[:2]), "maksud": joined})
    if words and not colon and is_known(words[0]):
        return ("missing_colon", line, {"sifat": words[0]})
    if _has_smart(rest):
        return ("smart_quote", line, {"sifat": words[0] if words else ""})
    if words and colon:
        return _of_loose(tokens) if len(words) > 1 else ("outside", line, {"ditulis": words[0]})
    return ("unreadable", line, {"ditulis": _quoted(rest)})


def _statement(text: str, node: Any) -> tuple[str, int]:
    """Return what stands around a place, from the sign that ends what is before it, and its line."""
    lines = text.split("\n")
    place = sum(len(one) + 1 for one in lines[: node.source_line - 1]) + node.source_column - 1
    start = max(text.rfind(sign, 0, place) for sign in "{};") + 1
    ends = [at for sign in ";}" if (at := text.find(sign, max(place, start))) >= 0]
    written = text[start : min(ends)] if ends else text[start:]
    blanks = len(written) - len(written.lstrip())
    return written.strip(), text.count("\n", 0, start + blanks) + 1


def _is(token: Any, sign: str) -> bool:
    return bool(token.type == "literal" and token.value == sign)


def _starts_note(tokens: list[Any]) -> bool:
    return len(tokens) > 1 and _is(tokens[0], "/") and _is(tokens[1], "/")


def _has_smart(text: str) -> bool:
    return any(sign in text for sign in _SMART)


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1] + "…"


def fault_of_marks(text: str) -> Raw | None:  # noqa: C901, PLR0912 - one walk over every sign
    """Find the first brace, quote or note that is not closed, or a brace too many."""
    open_braces: list[
        tuple[int, bool, int]
    ] = []  # line, whether of an at-rule, line of the first rule inside
    line, at, start, closed = 1, 0, 0, 0
    while at < len(text):
        sign = text[at]
        if text.startswith("/*", at):
            end = text.find("*/", at + 2)
            if end < 0:
                return ("unclosed_note", line, {})
            line += text.count("\n", at, end)
            at = end + 2
            continue
        if sign in "\"'":
            closing = _end_of_quote(text, at)
            if closing is None:
                return ("unclosed_quote", line, {"tanda": sign})
            line += text.count("\n", at, closing)
            at = closing
            continue
        if sign == "\n":
            line += 1
        elif sign == "{":
            before = text[start:at].strip()
            if open_braces and not open_braces[-1][1] and not open_braces[-1][2]:
                open_line, is_at, _inner = open_braces[-1]
                open_braces[-1] = (open_line, is_at, line)
            open_braces.append((line, before.startswith("@"), 0))
        elif sign == "}":
            if not open_braces:
                return _of_extra(text[closed:at], text.count("\n", 0, closed), line)
            open_braces.pop()
            closed = closed if open_braces else at + 1
        if sign in "{};":
            start = at + 1
        at += 1
    if not open_braces:
        return None
    open_line, _is_at, inner = open_braces[0]
    if inner:
        return ("unclosed_before", open_line, {"sebelum": str(inner)})
    return ("unclosed_brace", open_line, {})


def _of_extra(before: str, lines_before: int, line: int) -> Raw:
    """Tell why a brace closes nothing: there is one too many, or the one that opens is missing."""
    tokens = [
        one
        for one in tinycss2.parse_component_value_list(before, skip_comments=True)
        if one.type != "whitespace"
    ]
    if not any(_is(one, ":") for one in tokens):
        return ("extra_brace", line, {})
    code, here, details = _of_loose(tokens)
    return ("missing_open" if code == "outside" else code, here + lines_before, details)


def _end_of_quote(text: str, at: int) -> int | None:
    sign, here = text[at], at + 1
    while here < len(text):
        if text[here] == "\\":
            here += 2
            continue
        if text[here] == "\n":
            return None
        if text[here] == sign:
            return here + 1
        here += 1
    return None
