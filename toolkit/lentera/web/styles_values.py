"""Names of properties and the looks of their values: what a beginner meant where it is none."""

import tomllib
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

import tinycss2.color3

from lentera.web.cascade_sizes import ABSOLUTE, RELATIVE
from lentera.web.cascade_values import GLOBAL, is_image, read_colour
from lentera.web.contrast import meant

_DATA: Final = Path(__file__).parent / "texts" / "properties.toml"
_NEAR: Final = 0.72
_UNITS: Final = frozenset(
    {*ABSOLUTE, *RELATIVE, *"lh rlh cqw cqi svh dvh lvh svw dvw fr deg s ms".split(" ")}  # noqa: SIM905 - a list of words
)
_MEANT_UNITS: Final = {
    "pixel": "px",
    "pixels": "px",
    "piksel": "px",
    "p": "px",
    "x": "px",
    "xp": "px",
    "ps": "px",
    "pxx": "px",
    "ppx": "px",
    "me": "em",
    "persen": "%",
}
_OTHER_WORDS: Final = frozenset({"none", "auto", "normal"})
_BORDER_WORDS: Final = frozenset(
    (
        "none", "hidden", "dotted", "dashed", "solid", "double", "groove", "ridge", "inset", "outset",
        "thin", "medium", "thick", "auto",
    )
)  # fmt: skip
_BACKGROUND_WORDS: Final = frozenset(
    (
        "none", "repeat", "repeat-x", "repeat-y", "no-repeat", "space", "round", "scroll", "fixed",
        "local", "left", "right", "top", "bottom", "center", "cover", "contain", "auto", "border-box",
        "padding-box", "content-box", "text",
    )
)  # fmt: skip
_HEX: Final = frozenset("0123456789abcdef")
_HEX_LENGTHS: Final = (3, 4, 6, 8)

Fault = tuple[str, dict[str, str]]
"""Code and values for the blanks."""


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


@cache
def _known() -> frozenset[str]:
    data = _data()
    return frozenset(
        [*data["colour"], *data["size"], *data["mixed"], *data["words"], *data["known"]["names"]]
    )


def is_known(name: str) -> bool:
    """Tell whether a name is one of CSS, or one that pages make up for themselves."""
    return name in _known() or name.startswith("-")


@lru_cache(maxsize=256)
def meant_property(name: str) -> str:
    """Return the property a beginner probably meant; "" when nobody can tell."""
    told: str = _data()["meant"].get(name, "")
    if told:
        return told
    near = get_close_matches(name, _taught(), 1, _NEAR) or get_close_matches(name, _known(), 1, _NEAR)
    return near[0] if near else ""


@cache
def _taught() -> tuple[str, ...]:
    data = _data()
    return (
        *data["colour"][:2],
        *data["size"][:24],
        *data["mixed"],
        "text-align",
        "font-family",
        "font-weight",
    )


def fault_of_value(name: str, tokens: Sequence[Any], written: str) -> Fault | None:  # noqa: PLR0911 - one return for each kind
    """Tell what is not in order in a value, without its blanks; None when nothing is."""
    data = _data()
    words = [one.lower_value for one in tokens if one.type == "ident"]
    if any(one.type == "function" and one.lower_name in {"var", "env", "attr"} for one in tokens):
        return None
    if len(tokens) == 1 and words and words[0] in GLOBAL:
        return None
    if name in data["colour"]:
        return next((found for one in tokens if (found := _colour(one, written)) is not None), None)
    if name in data["size"]:
        return _size(name, tokens, written)
    if name in data["mixed"]:
        return _mixed(name, tokens, written)
    if name in data["words"]:
        return _word(name, tokens)
    return None


def _colour(token: Any, written: str) -> Fault | None:  # noqa: PLR0911 - one return for each kind
    if read_colour(token) is not None:
        return None
    if token.type == "function":
        odd = token.lower_name in {"rgb", "rgba", "hsl", "hsla", "hwb"}
        return ("colour_function", {"ditulis": written}) if odd else None
    if token.type == "string":
        return ("colour_quoted", {"ditulis": str(token.value), "maksud": _css_of(str(token.value))})
    if token.type == "hash":
        return ("colour_hash", {"ditulis": f"#{token.value}"})
    plain = written.lower().strip()
    if len(plain) in _HEX_LENGTHS and set(plain) <= _HEX and any(sign.isdigit() for sign in plain):
        return ("colour_no_hash", {"ditulis": written, "maksud": f"#{plain}"})
    if token.type != "ident":
        return ("colour", {"ditulis": written})
    told = _css_of(written) or _css_of(token.value)
    return (
        ("colour_meant", {"ditulis": written, "maksud": told}) if told else ("colour", {"ditulis": written})
    )


@lru_cache(maxsize=256)
def _css_of(word: str) -> str:
    """Return what CSS calls a colour that somebody wrote in her own way; "" when nobody can tell."""
    joined = "".join(word.lower().split())
    if joined in _css_names():
        return joined
    by_word = meant()
    if joined in by_word:
        return by_word[joined]
    near = get_close_matches(joined, [*_css_names(), *by_word], 1, _NEAR)
    return by_word.get(near[0], near[0]) if near else ""


@cache
def _css_names() -> frozenset[str]:
    words = tinycss2.color3._COLOR_KEYWORDS  # noqa: SLF001 - the names are nowhere else
    return frozenset(name for name in words if name.isalpha())


def _size(name: str, tokens: Sequence[Any], written: str) -> Fault | None:  # noqa: PLR0911 - one return for each kind
    data = _data()
    allowed = data["size_words"].get(name, data["size_words"]["every"])
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.type == "number" and token.value and name not in data["bare"]:
            return _without_unit(token, following, written)
        if token.type == "dimension" and token.lower_unit not in _UNITS:
            return _other_unit(token)
        if token.type == "literal" and token.value == ",":
            return ("size_comma", {"ditulis": written, "maksud": written.replace(",", ".").replace(" ", "")})
        if token.type == "string":
            return ("size_quoted", {"ditulis": written, "maksud": str(token.value)})
        if token.type == "ident" and token.lower_value not in allowed:
            told = data["meant_values"].get(token.lower_value, "")
            return ("size_word", {"ditulis": token.value, "maksud": told if told[:1].isdigit() else "18px"})
        if name == "font-size" and token.type in {"dimension", "percentage"} and token.value < 0:
            return ("size_negative", {"ditulis": written})
    return None


def _without_unit(token: Any, following: Any, written: str) -> Fault:
    if following is not None and following.type == "ident" and following.lower_value in _UNITS:
        return ("size_apart", {"ditulis": written, "maksud": f"{token.representation}{following.value}"})
    if following is not None and following.type == "literal" and following.value == ",":
        return ("size_comma", {"ditulis": written, "maksud": written.replace(",", ".").replace(" ", "")})
    return ("size_no_unit", {"ditulis": token.representation, "maksud": f"{token.representation}px"})


def _other_unit(token: Any) -> Fault:
    unit = _MEANT_UNITS.get(token.lower_unit, "")
    near = [unit] if unit else get_close_matches(token.lower_unit, ["px", "em", "rem", "pt", "cm"], 1, 0.5)
    number = token.representation
    return (
        "size_unit",
        {"ditulis": f"{number}{token.unit}", "maksud": f"{number}{near[0] if near else 'px'}"},
    )


def _mixed(name: str, tokens: Sequence[Any], written: str) -> Fault | None:  # noqa: C901 - one return for each kind
    """Judge ``background`` and ``border``, in which a colour stands among other things."""
    words = _BACKGROUND_WORDS if name == "background" else _BORDER_WORDS
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if is_image(token) or (token.type == "literal" and token.value in ",/"):
            continue
        if token.type == "number" and token.value:
            if len(tokens) == 1:
                return _colour(token, written)
            return _without_unit(token, following, written)
        if token.type == "dimension":
            if token.lower_unit not in _UNITS:
                return _colour(token, written) if len(tokens) == 1 else _other_unit(token)
            continue
        if token.type in {"percentage", "number"}:
            continue
        if token.type == "ident" and token.lower_value in words:
            continue
        told = _data()["meant_values"].get(token.lower_value, "") if token.type == "ident" else ""
        if told in words:
            return ("word_meant", {"ditulis": token.value, "maksud": told})
        found = _colour(token, written if len(tokens) == 1 else getattr(token, "value", written) or written)
        if found is not None:
            return found
    return None


def _word(name: str, tokens: Sequence[Any]) -> Fault | None:
    if len(tokens) != 1 or tokens[0].type != "ident":
        quoted = len(tokens) == 1 and tokens[0].type == "string"
        return (
            ("word_meant", {"ditulis": f'"{tokens[0].value}"', "maksud": str(tokens[0].value)})
            if quoted
            else None
        )
    word = tokens[0].lower_value
    allowed: list[str] = _data()["words"][name]
    if word in allowed:
        return None
    told = _data()["meant_values"].get(word, "")
    near = [told] if told in allowed else get_close_matches(word, allowed, 1, 0.6)
    if near:
        return ("word_meant", {"ditulis": tokens[0].value, "maksud": near[0]})
    return ("word", {"ditulis": tokens[0].value, "maksud": ", ".join(allowed[:4])})
