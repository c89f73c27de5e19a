"""Lengths and screens: what a size comes to in pixels, and whether a rule counts on a screen of a width."""

import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import tinycss2

from lentera.web.styles_reach import within_reach

MEDIUM: Final = 16.0
"""Text size of a browser that nobody has set up [px]."""
MONO: Final = 13 / 16
"""How much smaller browsers set text of even width, where no size is given."""
_HEIGHT: Final = 720.0

KEYWORDS: Final = ("xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large")
_SIZES: Final = (9.0, 10.0, 13.0, 16.0, 18.0, 24.0, 32.0, 48.0)
_MONO_SIZES: Final = (9.0, 10.0, 12.0, 13.0, 16.0, 20.0, 26.0, 39.0)
STEP: Final = 1.2
"""What ``larger`` and ``smaller`` come to."""

ABSOLUTE: Final = {
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 96 / 25.4,
    "q": 96 / 101.6,
}
"""Pixels of each unit."""
RELATIVE: Final = frozenset({"em", "rem", "ex", "ch", "vw", "vh", "vmin", "vmax"})


@dataclass(frozen=True)
class Around:
    """Hold what a length can be measured by [px]."""

    em: float = MEDIUM
    rem: float = MEDIUM
    width: float = 1280.0


def keyword_size(keyword: str, *, mono: bool) -> float:
    """Return what a size word such as ``small`` comes to [px]."""
    return (_MONO_SIZES if mono else _SIZES)[KEYWORDS.index(keyword)]


def length(token: Any, around: Around) -> float | None:
    """Return what a length comes to [px]; None when it is none, as ``16`` without its unit."""
    if token.type == "percentage":
        return float(token.value) / 100 * around.em
    if token.type == "dimension":
        return _with_unit(float(token.value), token.lower_unit, around)
    if token.type == "number":
        return 0.0 if token.value == 0 else None
    if token.type == "function":
        return _worked_out(token, around)
    return None


def _with_unit(value: float, unit: str, around: Around) -> float | None:
    smaller, larger = sorted((around.width, _HEIGHT))
    by = {
        **ABSOLUTE,
        "em": around.em,
        "rem": around.rem,
        "ex": around.em / 2,
        "ch": around.em / 2,
        "vw": around.width / 100,
        "vh": _HEIGHT / 100,
        "vmin": smaller / 100,
        "vmax": larger / 100,
    }.get(unit)
    return None if by is None else value * by


def _worked_out(function: Any, around: Around) -> float | None:
    """Work out ``calc()``, ``min()``, ``max()`` and ``clamp()``."""
    terms: list[list[Any]] = [[]]
    for token in function.arguments:
        if token.type == "literal" and token.value == ",":
            terms.append([])
        elif token.type not in {"whitespace", "comment"}:
            terms[-1].append(token)
    values = [_sum(term, around) for term in terms]
    known = [value for value in values if value is not None]
    if not known or len(known) < len(values):
        return None
    match function.lower_name, len(known):
        case "calc", 1:
            return known[0]
        case "min", _:
            return min(known)
        case "max", _:
            return max(known)
        case "clamp", 3:
            return max(known[0], min(known[1], known[2]))
    return None


_OPERATORS: Final[dict[str, tuple[int, Callable[[float, float], float]]]] = {
    "+": (1, operator.add),
    "-": (1, operator.sub),
    "*": (2, operator.mul),
    "/": (2, operator.truediv),
}


def _sum(tokens: Sequence[Any], around: Around) -> float | None:
    """Work out a sum; a number may stand alone here, as the other side of × and ÷."""
    values: list[float] = []
    waiting: list[str] = []

    def reduce(rank: int) -> None:
        while waiting and _OPERATORS[waiting[-1]][0] >= rank:
            right, left = values.pop(), values.pop()
            values.append(_OPERATORS[waiting.pop()][1](left, right))

    try:
        for token in tokens:
            if token.type == "literal" and token.value in _OPERATORS:
                reduce(_OPERATORS[token.value][0])
                waiting.append(token.value)
                continue
            value = float(token.value) if token.type == "number" else _term(token, around)
            if value is None:
                return None
            values.append(value)
        reduce(0)
    except (IndexError, ZeroDivisionError, OverflowError):
        return None
    return values[0] if len(values) == 1 else None


def _term(token: Any, around: Around) -> float | None:
    if token.type != "() block":
        return length(token, around)
    return _sum([one for one in token.content if one.type not in {"whitespace", "comment"}], around)


@lru_cache(maxsize=256)
def counts_on(query: str, width: float) -> bool:
    """Tell whether a media condition holds on an ordinary screen of this width [px]."""
    lists: list[list[Any]] = [[]]
    for token in tinycss2.parse_component_value_list(within_reach(query), skip_comments=True):
        if token.type == "literal" and token.value == ",":
            lists.append([])
        elif token.type != "whitespace":
            lists[-1].append(token)
    return any(_holds(tokens, width) for tokens in lists) if any(lists) else True


def _holds(tokens: Sequence[Any], width: float) -> bool:
    holds, turned, joined_by_or = True, False, False
    first = True
    for token in tokens:
        if token.type == "ident":
            word = token.lower_value
            if word == "not":
                turned = True
            elif word == "or":
                joined_by_or = True
            elif word not in {"and", "only"}:
                holds = holds and word in {"screen", "all"}
                first = False
        elif token.type == "() block":
            here = _feature([one for one in token.content if one.type != "whitespace"], width)
            holds = (holds or here) if joined_by_or and not first else (holds and here)
            first = False
        else:
            return False
    return holds != turned


_SCREEN_IS: Final = {
    "prefers-color-scheme": "light",
    "prefers-reduced-motion": "no-preference",
    "prefers-contrast": "no-preference",
    "forced-colors": "none",
    "hover": "hover",
    "any-hover": "hover",
    "pointer": "fine",
    "any-pointer": "fine",
    "scripting": "enabled",
}
_COMPARES: Final[dict[str, Callable[[float, float], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
}


def _feature(tokens: Sequence[Any], width: float) -> bool:
    if len(tokens) == 1 and tokens[0].type == "() block":
        return _holds(tokens[0].content, width)
    if tokens and tokens[0].type == "ident" and tokens[0].lower_value == "not":
        return not _holds(tokens[1:], width)
    if len(tokens) == 1 and tokens[0].type == "ident":
        return tokens[0].lower_value in {"width", "height", "color", "hover", "pointer", "orientation"}
    name = tokens[0].lower_value if tokens and tokens[0].type == "ident" else ""
    if len(tokens) == 3 and name and getattr(tokens[1], "value", "") == ":":  # noqa: PLR2004 - name, colon, value
        return _plain_feature(name, tokens[2], width)
    return _range(tokens, width)


def _plain_feature(name: str, value: Any, width: float) -> bool:
    if value.type == "ident":
        if name == "orientation":
            return bool(value.lower_value == ("landscape" if width > _HEIGHT else "portrait"))
        return bool(_SCREEN_IS.get(name) == value.lower_value)
    pixels = length(value, Around(width=width))
    side = _HEIGHT if "height" in name else width
    if pixels is None:
        return False
    by = {"min": operator.ge, "max": operator.le}.get(name[:3], operator.eq)
    return name.removeprefix("min-").removeprefix("max-") in {"width", "height"} and by(side, pixels)


def _range(tokens: Sequence[Any], width: float) -> bool:
    """Judge ``(width >= 600px)`` and ``(400px <= width <= 700px)``."""
    sides: list[float] = []
    signs: list[str] = []
    for token in tokens:
        if token.type == "literal" and token.value in {"<", ">", "=", "<=", ">="}:
            if signs and len(signs) > len(sides) - 1 and token.value == "=":
                signs[-1] += "="
            else:
                signs.append(token.value)
        elif token.type == "ident" and token.lower_value in {"width", "height"}:
            sides.append(width if token.lower_value == "width" else _HEIGHT)
        else:
            pixels = length(token, Around(width=width))
            if pixels is None:
                return False
            sides.append(pixels)
    if len(sides) != len(signs) + 1 or not signs or any(sign not in _COMPARES for sign in signs):
        return False
    return all(
        _COMPARES[sign](left, right) for sign, left, right in zip(signs, sides, sides[1:], strict=False)
    )
