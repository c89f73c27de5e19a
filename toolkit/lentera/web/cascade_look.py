"""How one element is shown: what browser, old attributes and rules say, and what is around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

import tinycss2
from bs4 import Tag

from lentera.web.cascade_match import read_selectors
from lentera.web.cascade_sizes import KEYWORDS, MEDIUM, MONO, STEP, Around, keyword_size, length
from lentera.web.cascade_values import CURRENT, GLOBAL, WAITS, longhands, parts_of, read_value
from lentera.web.contrast import BLACK, CLEAR, Colour, parse_colour
from lentera.web.styles import Declaration, read_sheet

BUTTONS: Final = frozenset({"submit", "button", "reset"})
"""Kinds of input whose value is read as a text."""

_BROWSER: Final = """
h1 { font-size: 2em; font-weight: bold } h2 { font-size: 1.5em; font-weight: bold }
h3 { font-size: 1.17em; font-weight: bold } h4 { font-weight: bold }
h5 { font-size: .83em; font-weight: bold } h6 { font-size: .67em; font-weight: bold }
b, strong { font-weight: bolder } th { font-weight: bold }
small, sub, sup { font-size: smaller } big { font-size: larger } rt { font-size: 50% }
code, kbd, samp, tt, pre, xmp, listing, plaintext { font-family: monospace }
mark { color: black; background-color: yellow }
button { color: black; background-color: #efefef; font: 13.3333px Arial }
input, select { color: black; background-color: white; font: 13.3333px Arial }
textarea { color: black; background-color: white; font: 13.3333px monospace }
dialog { color: black; background-color: white }
"""
"""What a browser does before any style of the page."""


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """Be what one element puts behind its text, and what lies behind that."""

    ground: Colour
    image: bool
    opacity: float
    behind: "Layer | None"


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """Be how one element is shown.

    Attributes
    ----------
    colour, ground : Colour
        Of its text, and its own background, which may let through what is behind.
    image : bool
        Whether a picture or gradient lies on its ground.
    size : float
        Of its text [px].
    weight : float
        400 is ordinary, 700 bold.
    opacity : float
    hidden : bool
        Whether it, or an element around it, is not shown at all.
    unseen : bool
        Whether it keeps its place without being shown.
    keyword, absolute, mono
        How the size came about: browsers set texts of even width smaller where no size is given.
    custom : mapping
        Values of custom properties.
    behind : Layer or None
        All that lies behind its text.
    """

    colour: Colour = BLACK
    ground: Colour = CLEAR
    image: bool = False
    size: float = MEDIUM
    weight: float = 400
    opacity: float = 1.0
    hidden: bool = False
    unseen: bool = False
    keyword: str = "medium"
    absolute: bool = False
    mono: bool = False
    custom: Mapping[str, Any] | None = None
    behind: Layer | None = None


Said = tuple[tuple[Any, ...], Declaration]
"""How much a declaration weighs, and the declaration."""


@cache
def _of_browser(name: str) -> tuple[tuple[str, Any], ...]:
    """Return what the browser itself says of an element."""
    return tuple(
        pair
        for rule in read_sheet("", _BROWSER).rules
        for selector in read_selectors(rule.selector) or ()
        if selector.key.tag == name
        for declaration in rule.declarations
        for pair in longhands(declaration)
    )


_OLD: Final = {"bgcolor": "background-color", "text": "color", "color": "color"}
_OLD_SIZES: Final = dict(zip("1234567", KEYWORDS[1:], strict=True))


def _of_attributes(tag: Tag) -> list[tuple[str, Any]]:
    """Return what old attributes such as ``bgcolor`` say of an element."""
    found: list[tuple[str, Any]] = []
    for attribute, name in _OLD.items():
        if attribute not in tag.attrs or (attribute == "text" and tag.name != "body"):
            continue
        if attribute == "color" and tag.name != "font":
            continue
        written = str(tag.attrs[attribute]).strip()
        colour = parse_colour(written) or parse_colour(f"#{written}")
        if colour is not None:
            found.append((name, colour))
    if tag.name == "font" and str(tag.attrs.get("size")) in _OLD_SIZES:
        found += read_value(
            "font-size", tinycss2.parse_component_value_list(_OLD_SIZES[str(tag.attrs["size"])])
        )
    if tag.name == "input" and str(tag.attrs.get("type") or "").lower() in BUTTONS:
        found.insert(0, ("background-color", Colour(239, 239, 239)))
    if tag.name == "a" and "href" in tag.attrs:
        found.insert(0, ("color", Colour(0, 0, 238)))
    if "hidden" in tag.attrs or (tag.name == "dialog" and "open" not in tag.attrs):
        found.append(("display", "none"))
    return found


def look_of(tag: Tag, above: Look, said: Sequence[Said], root: Look, width: float, *, quirky: bool) -> Look:
    """Work out how an element is shown, from what is said of it and how the element around it is shown."""
    values: dict[str, Any] = dict(_of_browser(tag.name))
    if tag.name == "dialog" or tag.attrs:
        values.update(_of_attributes(tag))
    # Without a doctype, browsers begin anew with sizes in tables.
    start = (
        replace(above, size=MEDIUM, keyword="medium", absolute=False, weight=400)
        if quirky and tag.name == "table"
        else above
    )
    for _weight, declaration in sorted(said, key=lambda one: one[0]) if len(said) > 1 else said:
        values.update(longhands(declaration))
        if values.get(WAITS) is not None:
            values.update(dict.fromkeys(parts_of(values[WAITS][0]), values.pop(WAITS)))
    return _computed(values, start, root, width)


def _computed(values: Mapping[str, Any], above: Look, root: Look, width: float) -> Look:
    own = {name: value for name, value in values.items() if name.startswith("--")}
    custom = {**(above.custom or {}), **own} if own else above.custom
    plain = {name: _filled_in(name, value, custom) for name, value in values.items() if name not in own}

    def asked(name: str, inherited: Any, initial: Any, *, inherits: bool) -> Any:
        value = plain.get(name)
        if isinstance(value, str) and value in GLOBAL:
            if value == "inherit" or (value != "initial" and inherits):
                return inherited
            return initial
        if value is None:
            return inherited if inherits else initial
        return value

    colour = asked("color", above.colour, BLACK, inherits=True)
    colour = above.colour if colour == CURRENT else colour
    ground = asked("background-color", above.ground, CLEAR, inherits=False)
    weight = asked("font-weight", above.weight, 400, inherits=True)
    display = asked("display", "", "inline", inherits=False)
    visible = asked("visibility", "hidden" if above.unseen else "visible", "visible", inherits=True)
    ground = colour if ground == CURRENT else ground
    image = bool(asked("background-image", above.image, False, inherits=False))
    opacity = float(asked("opacity", above.opacity, 1.0, inherits=False))
    own_layer = bool(ground.alpha) or image or opacity < 1
    look = Look(
        colour=colour,
        ground=ground,
        image=image,
        weight=_weight_from(weight, above.weight),
        opacity=opacity,
        hidden=above.hidden or display == "none",
        unseen=visible in {"hidden", "collapse"},
        mono=asked("font-family", above.mono, False, inherits=True),
        size=above.size,
        keyword=above.keyword,
        absolute=above.absolute,
        custom=custom,
        behind=Layer(ground, image, opacity, above.behind) if own_layer else above.behind,
    )
    return _sized(look, above, root, plain.get("font-size"), width)


def _filled_in(name: str, value: Any, custom: Mapping[str, Any] | None) -> Any:
    """Put in what ``var()`` stands for; a value that comes to nothing is as if it were unset."""
    waits = isinstance(value, tuple) and len(value) == 2  # noqa: PLR2004 - name and tokens
    if not waits or not isinstance(value[1], tuple):
        return value
    tokens = _without_var(value[1], custom or {}, 0)
    found = dict(read_value(value[0], tokens)) if tokens is not None else {}
    return found.get(name, "unset")


def _without_var(tokens: Sequence[Any], custom: Mapping[str, Any], depth: int) -> list[Any] | None:
    if depth > 8:  # noqa: PLR2004 - names that stand for one another in a circle
        return None
    filled: list[Any] = []
    for token in tokens:
        if token.type != "function" or token.lower_name != "var":
            filled.append(token)
            continue
        given = [one for one in token.arguments if one.type != "whitespace"]
        name = given[0].value if given and given[0].type == "ident" else ""
        meant = custom.get(name)
        if meant is None:
            meant = given[2:] if len(given) > 2 else None  # noqa: PLR2004 - name, comma, what stands in
        inner = _without_var(meant, custom, depth + 1) if meant is not None else None
        if inner is None:
            return None
        filled += inner
    return filled


def _weight_from(weight: Any, above: float) -> float:
    if weight == "bolder":
        return 400 if above < 350 else 700 if above < 550 else 900  # noqa: PLR2004 - the steps of CSS
    if weight == "lighter":
        return 100 if above < 550 else 400 if above < 750 else 700  # noqa: PLR2004 - as above
    return float(weight)


def _sized(look: Look, above: Look, root: Look, size: Any, width: float) -> Look:
    """Work out the size of the text, as browsers do for texts of even width too."""
    if isinstance(size, str):
        size = None if size in {"inherit", "unset"} else "initial"
    if size == "initial":
        return replace(look, size=keyword_size("medium", mono=look.mono), keyword="medium", absolute=False)
    if size is None:
        return _changed_width(look, above)
    if size.type == "ident":
        word = size.lower_value
        if word in {"larger", "smaller"}:
            by = STEP if word == "larger" else 1 / STEP
            return _changed_width(replace(look, size=above.size * by, keyword=""), above)
        return replace(look, size=keyword_size(word, mono=look.mono), keyword=word, absolute=False)
    pixels = length(size, Around(above.size, root.size, width))
    if pixels is None:
        return _changed_width(look, above)
    relative = size.type == "percentage" or (
        size.type == "dimension" and size.lower_unit in {"em", "ex", "ch"}
    )
    sized = replace(look, size=pixels, keyword="", absolute=above.absolute or not relative)
    return _changed_width(sized, above)


def _changed_width(look: Look, above: Look) -> Look:
    if look.absolute or look.mono == above.mono:
        return look
    if look.keyword:
        return replace(look, size=keyword_size(look.keyword, mono=look.mono))
    return replace(look, size=look.size * MONO if look.mono else look.size / MONO)
