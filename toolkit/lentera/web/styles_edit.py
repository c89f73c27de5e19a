"""Change one value in somebody's own style sheet and keep every other sign of it as it is.

Places are those of tokens, so a value inside a comment or a string is never taken for the one that is meant.
Line ends, blanks, notes and rules that are not understood stay byte for byte.
"""

import re
from typing import Any, Final

import tinycss2

from lentera.web.cascade_values import read_colour
from lentera.web.page import Page
from lentera.web.styles import linked_names
from lentera.web.styles_reach import within_reach

_LINE_END: Final = re.compile(r"\r\n|[\r\n\f]")
_OPENS: Final = {"(": ")", "[": "]", "{": "}"}


def with_value(css: str, selector: str, name: str, value: str) -> str:
    """Return a style sheet in which a rule says this of a property.

    The value is changed in place where the last rule for this selector has the property, else it is added to
    that rule, else to a new rule at the end. For ``background-color``, a colour in ``background`` is changed.

    Parameters
    ----------
    css : str
        The whole text of the style sheet.
    selector : str
        One name such as ``body``.
    name, value : str
        Of the property.
    """
    rules = [
        (_offset(css, node), node)
        for node in tinycss2.parse_stylesheet(within_reach(css), skip_comments=True, skip_whitespace=True)
        if node.type == "qualified-rule" and _same(node.prelude, selector)
    ]
    for _start, node in reversed(rules):
        changed = _changed(css, node, name, value)
        if changed is not None:
            return changed
    end = _line_end(css)
    if rules:
        return _added(css, rules[-1][0], name, value, end)
    ready = css if not css or css.endswith(("\n", "\r")) else css + end
    gap = end if ready.strip() else ""
    return f"{ready}{gap}{selector} {{{end}  {name}: {value};{end}}}{end}"


def _same(prelude: list[Any], selector: str) -> bool:
    return " ".join(tinycss2.serialize(_told(prelude)).lower().split()) == " ".join(selector.lower().split())


def _told(tokens: list[Any]) -> list[Any]:
    return [one for one in tokens if one.type != "comment"]


def _changed(css: str, node: Any, name: str, value: str) -> str | None:
    """Change the value where it stands; None when the rule does not have the property."""
    inner = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
    names = {name, "background"} if name == "background-color" else {name}
    found = [one for one in inner if one.type == "declaration" and one.lower_name in names]
    for declaration in reversed(found):
        tokens = [one for one in declaration.value if one.type not in {"whitespace", "comment"}]
        if declaration.lower_name == "background" and name == "background-color":
            tokens = [one for one in tokens if read_colour(one) is not None]
            if not tokens:
                continue
            place = _offset(css, tokens[0])
            return css[:place] + value + css[_end_of_one(css, place) :]
        if not tokens:
            continue
        place = _offset(css, tokens[0])
        return css[:place] + value + css[_end_of_value(css, place) :]
    return None


def _added(css: str, start: int, name: str, value: str, end: str) -> str:
    """Add a declaration at the end of the rule that begins here."""
    opened = _find(css, start, "{")
    closed = _closing(css, opened)
    inside = css[opened + 1 : closed]
    body = inside.rstrip()
    one_line = not _LINE_END.search(inside)
    indent = "" if one_line else _indent_of(inside)
    last = _last_sign(inside)
    semicolon = "" if last in {"", ";", "}"} else ";"
    if one_line:
        told = f"{semicolon} {name}: {value}; " if body.strip() else f" {name}: {value}; "
        return css[: opened + 1] + body + told + css[closed:]
    at = opened + 1 + _end_of_told(inside)
    rest = css[at:closed]
    tail = rest if _LINE_END.search(rest) else end
    note, after = _split_tail(tail)
    return css[:at] + semicolon + note + f"{end}{indent}{name}: {value};" + after + css[closed:]


def _split_tail(tail: str) -> tuple[str, str]:
    """Part what follows the last value, such as a note, from the line end before the brace."""
    kept = tail.rstrip()
    return kept, tail[len(kept) :]


def _indent_of(inside: str) -> str:
    for line in _LINE_END.split(inside):
        if line.strip():
            blanks = line[: len(line) - len(line.lstrip())]
            if blanks:
                return blanks
    return "  "


def _last_sign(inside: str) -> str:
    told = inside[: _end_of_told(inside)]
    return told[-1:] if told.strip() else ""


def _end_of_told(inside: str) -> int:
    """Return where the last sign stands that is neither blank nor note."""
    at, last = 0, 0
    while at < len(inside):
        if inside.startswith("/*", at):
            at = _after_note(inside, at)
            continue
        step = _after(inside, at)
        if not inside[at].isspace():
            last = step
        at = step
    return last


# Places


def _offset(css: str, token: Any) -> int:
    """Return where a token begins; tinycss2 counts lines, whatever ends them."""
    line, place = token.source_line, 0
    for found in _LINE_END.finditer(css):
        if line == 1:
            break
        line -= 1
        place = found.end()
    return int(place + token.source_column - 1)


def _line_end(css: str) -> str:
    return "\r\n" if "\r\n" in css else "\n"


def _after_note(css: str, at: int) -> int:
    end = css.find("*/", at + 2)
    return len(css) if end < 0 else end + 2


def _after(css: str, at: int) -> int:
    """Return where what begins here ends: a note, a string, an escape, or one sign."""
    if css.startswith("/*", at):
        return _after_note(css, at)
    sign = css[at]
    if sign == "\\":
        return min(len(css), at + 2)
    if sign not in "\"'":
        return at + 1
    at += 1
    while at < len(css) and css[at] not in {sign, "\n"}:
        at += 2 if css[at] == "\\" else 1
    return min(len(css), at + 1)


def _find(css: str, at: int, wanted: str) -> int:
    while at < len(css) and css[at] != wanted:
        at = _after(css, at)
    return at


def _closing(css: str, opened: int) -> int:
    """Return where the brace that opens here is closed; the end of the text where it is not."""
    depth, at = 0, opened
    while at < len(css):
        if css[at] == "{":
            depth += 1
        elif css[at] == "}":
            depth -= 1
            if depth == 0:
                return at
        at = _after(css, at)
    return at


def _end_of_value(css: str, at: int) -> int:
    """Return where a value ends, before ``!important``, a note after it, and the sign that closes it."""
    waiting: list[str] = []
    last = at
    while at < len(css):
        sign = css[at]
        if css.startswith("/*", at):
            at = _after_note(css, at)
            continue
        if waiting and sign == waiting[-1]:
            waiting.pop()
        elif sign in _OPENS:
            waiting.append(_OPENS[sign])
        elif not waiting and sign in ";}!":
            return last
        step = _after(css, at)
        if not sign.isspace():
            last = step
        at = step
    return last


def _end_of_one(css: str, at: int) -> int:
    """Return where one token such as ``rgb(1, 2, 3)`` or ``#fff`` ends."""
    while at < len(css):
        sign = css[at]
        if sign == "(":
            depth = 0
            while at < len(css):
                depth += {"(": 1, ")": -1}.get(css[at], 0)
                at = _after(css, at)
                if depth == 0:
                    return at
        if sign.isspace() or sign in ";}!,/":
            return at
        at += 1
    return at


# The page


_HEAD_END: Final = re.compile(r"</head\s*>", re.IGNORECASE)
_TITLE_END: Final = re.compile(r"</title\s*>", re.IGNORECASE)
_HEAD: Final = re.compile(r"<(?:head|html)(?:\s[^<>]*)?>", re.IGNORECASE)
_DOCTYPE: Final = re.compile(r"<!doctype[^<>]*>", re.IGNORECASE)
_NOTE: Final = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)


def with_link(text: str, page: Page, address: str) -> str:
    """Return a page that links a style file; the page itself where it links one already."""
    if linked_names(page):
        return text
    # What stands in notes is no tag: blank it, so that places stay the same.
    told = _NOTE.sub(lambda found: " " * len(found.group()), text)
    link = f'<link rel="stylesheet" href="{address}">'
    end = _line_end(text)
    before = _HEAD_END.search(told)
    if before is not None:
        indent = text[: before.start()]
        blanks = indent[len(indent.rstrip(" \t")) :]
        return f"{indent}{'' if blanks else '  '}{link}{end}{blanks}{text[before.start() :]}"
    for pattern in (_TITLE_END, _HEAD, _DOCTYPE):
        found = list(pattern.finditer(told))
        if found:
            at = found[-1].end()
            return f"{text[:at]}{end}{link}{text[at:]}"
    return f"{link}{end}{text}"
