"""What a declaration comes to, for the few properties that decide whether a text can be read."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Final

import tinycss2.color4

from lentera.web.cascade_sizes import ABSOLUTE, KEYWORDS, RELATIVE
from lentera.web.contrast import CLEAR, Colour, colour_of
from lentera.web.styles import Declaration

GLOBAL: Final = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})
CURRENT: Final = "currentcolor"
WAITS: Final = "waits"
"""Name under which a declaration waits for its ``var()``."""

RELEVANT: Final = frozenset(
    {
        "color",
        "background",
        "background-color",
        "background-image",
        "font",
        "font-size",
        "font-weight",
        "font-family",
        "display",
        "visibility",
        "opacity",
    }
)

_SYSTEM: Final = {
    "canvas": Colour(255, 255, 255),
    "canvastext": Colour(0, 0, 0),
    "linktext": Colour(0, 0, 238),
    "buttonface": Colour(239, 239, 239),
    "buttontext": Colour(0, 0, 0),
    "field": Colour(255, 255, 255),
    "fieldtext": Colour(0, 0, 0),
    "mark": Colour(255, 255, 0),
    "marktext": Colour(0, 0, 0),
    "graytext": Colour(128, 128, 128),
}
_WEIGHTS: Final = {"normal": 400, "bold": 700, "bolder": "bolder", "lighter": "lighter"}
_BACKGROUND_WORDS: Final = frozenset(
    (
        "none", "repeat", "repeat-x", "repeat-y", "no-repeat", "space", "round", "scroll", "fixed",
        "local", "left", "right", "top", "bottom", "center", "cover", "contain", "auto", "border-box",
        "padding-box", "content-box", "text",
    )
)  # fmt: skip
_IMAGES: Final = frozenset(
    {
        "url",
        "linear-gradient",
        "radial-gradient",
        "conic-gradient",
        "repeating-linear-gradient",
        "repeating-radial-gradient",
        "repeating-conic-gradient",
        "image-set",
        "-webkit-linear-gradient",
        "-webkit-image-set",
    }
)
_STYLE_WORDS: Final = frozenset({"normal", "italic", "oblique", "small-caps", "condensed", "expanded"})
_GENERIC: Final = frozenset({"monospace", "ui-monospace"})

Longhand = tuple[str, Any]


@lru_cache(maxsize=4096)
def longhands(declaration: Declaration) -> tuple[Longhand, ...]:
    """Return what a declaration says of each property; nothing when a browser would leave it out."""
    return read_value(declaration.name, declaration.value)


def read_value(name: str, value: Sequence[Any]) -> tuple[Longhand, ...]:
    """Read the value of one property; nothing when it is none."""
    if name.startswith("--"):
        return ((name, tuple(value)),)
    if name not in RELEVANT:
        return ()
    tokens = [one for one in value if one.type not in {"whitespace", "comment"}]
    if not tokens:
        return ()
    if _has_var(value):
        return ((WAITS, (name, tuple(value))),)
    if len(tokens) == 1 and tokens[0].type == "ident" and tokens[0].lower_value in GLOBAL:
        return tuple((one, tokens[0].lower_value) for one in _PARTS.get(name, (name,)))
    return _READERS[name](tokens)


_PARTS: Final = {
    "background": ("background-color", "background-image"),
    "font": ("font-size", "font-weight", "font-family"),
}
"""The longhands that a shorthand sets."""


def parts_of(name: str) -> tuple[str, ...]:
    """Return the properties a declaration of this name sets."""
    return _PARTS.get(name, (name,))


def _has_var(tokens: Iterable[Any]) -> bool:
    for token in tokens:
        if token.type == "function" and (token.lower_name == "var" or _has_var(token.arguments)):
            return True
        if token.type == "() block" and _has_var(token.content):
            return True
    return False


def read_colour(token: Any) -> Colour | str | None:
    """Read one token as a colour; ``currentcolor`` stays a word."""
    if token.type == "ident":
        word = token.lower_value
        if word == CURRENT:
            return CURRENT
        if word in _SYSTEM:
            return _SYSTEM[word]
    try:
        return colour_of(tinycss2.color4.parse_color(token))
    except (ValueError, TypeError, ZeroDivisionError):
        return None


def _one_colour(name: str, tokens: Sequence[Any]) -> tuple[Longhand, ...]:
    colour = read_colour(tokens[0]) if len(tokens) == 1 else None
    return ((name, colour),) if colour is not None else ()


def is_image(token: Any) -> bool:
    """Tell whether a token draws an image."""
    return token.type == "url" or (token.type == "function" and token.lower_name in _IMAGES)


def _background(tokens: Sequence[Any]) -> tuple[Longhand, ...]:
    colour: Colour | str = CLEAR
    image = coloured = last_layer = False
    for index, token in enumerate(tokens):
        last_layer = not any(one.type == "literal" and one.value == "," for one in tokens[index:])
        if is_image(token):
            image = True
            continue
        if token.type == "literal" and token.value in {",", "/"}:
            continue
        if token.type in {"dimension", "percentage", "number"}:
            if not _is_length(token):
                return ()
            continue
        if token.type == "ident" and token.lower_value in _BACKGROUND_WORDS:
            continue
        found = read_colour(token)
        if found is None or coloured or not last_layer:
            return ()
        colour, coloured = found, True
    return (("background-color", colour), ("background-image", image))


def _is_length(token: Any) -> bool:
    if token.type == "dimension":
        return bool(token.lower_unit in ABSOLUTE or token.lower_unit in RELATIVE)
    return bool(token.type == "percentage" or (token.type == "number" and token.value == 0))


def _image(tokens: Sequence[Any]) -> tuple[Longhand, ...]:
    if len(tokens) == 1 and tokens[0].type == "ident" and tokens[0].lower_value == "none":
        return (("background-image", False),)
    return (("background-image", True),) if any(is_image(token) for token in tokens) else ()


def _is_size(token: Any) -> bool:
    if token.type == "ident":
        return token.lower_value in {*KEYWORDS, "larger", "smaller"}
    if token.type == "function":
        return token.lower_name in {"calc", "min", "max", "clamp"}
    return _is_length(token) and token.value >= 0


def _size(tokens: Sequence[Any]) -> tuple[Longhand, ...]:
    return (("font-size", tokens[0]),) if len(tokens) == 1 and _is_size(tokens[0]) else ()


def _weight_of(token: Any) -> Any:
    if token.type == "ident":
        return _WEIGHTS.get(token.lower_value)
    allowed = token.type == "number" and 1 <= token.value <= 1000  # noqa: PLR2004 - as in CSS
    return token.value if allowed else None


def _weight(tokens: Sequence[Any]) -> tuple[Longhand, ...]:
    found = _weight_of(tokens[0]) if len(tokens) == 1 else None
    return (("font-weight", found),) if found is not None else ()


def _is_mono(tokens: Sequence[Any]) -> bool:
    return len(tokens) == 1 and tokens[0].type == "ident" and tokens[0].lower_value in _GENERIC


def _family(tokens: Sequence[Any]) -> tuple[Longhand, ...]:
    known = all(token.type in {"ident", "string"} or getattr(token, "value", "") == "," for token in tokens)
    return (("font-family", _is_mono(tokens)),) if known else ()


def _font(tokens: Sequence[Any]) -> tuple[Longhand, ...]:
    weight: Any = 400
    for index, token in enumerate(tokens):
        if token.type == "ident" and token.lower_value in _STYLE_WORDS:
            continue
        found = _weight_of(token)
        if found is not None:
            weight = found
            continue
        if not _is_size(token):
            return ()
        rest = list(tokens[index + 1 :])
        if rest and getattr(rest[0], "value", "") == "/":
            rest = rest[2:]
        if not rest:
            return ()
        return (("font-size", token), ("font-weight", weight), ("font-family", _is_mono(rest)))
    return ()


def _word(name: str, tokens: Sequence[Any]) -> tuple[Longhand, ...]:
    return ((name, tokens[0].lower_value),) if tokens[0].type == "ident" else ()


def _opacity(tokens: Sequence[Any]) -> tuple[Longhand, ...]:
    if len(tokens) != 1 or tokens[0].type not in {"number", "percentage"}:
        return ()
    share = tokens[0].value / (100 if tokens[0].type == "percentage" else 1)
    return (("opacity", min(1.0, max(0.0, share))),)


_READERS: Final = {
    "color": lambda tokens: _one_colour("color", tokens),
    "background-color": lambda tokens: _one_colour("background-color", tokens),
    "background": _background,
    "background-image": _image,
    "font-size": _size,
    "font-weight": _weight,
    "font-family": _family,
    "font": _font,
    "display": lambda tokens: _word("display", tokens),
    "visibility": lambda tokens: _word("visibility", tokens),
    "opacity": _opacity,
}
