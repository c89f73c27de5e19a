"""Styles of a page as a preview may use them: nothing is fetched, pictures come from the site itself."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Final

import tinycss2

Resolve = Callable[[str], str | None]
"""Turn an address as it is written into what stands there instead; None for nothing."""

LARGEST_STYLE: Final = 128 * 2**10
"""Longer styles [characters] are left out of a preview."""

_KEPT_AT_RULES: Final = frozenset(
    {"media", "supports", "keyframes", "-webkit-keyframes", "layer", "container", "page"}
)
_FETCHING: Final = frozenset(
    {"url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "element", "paint", "expression"}
)
_BRACKETS: Final = {"() block": "()", "[] block": "[]", "{} block": "{}"}
_DEEPEST: Final = 30


def clean_style(text: str, resolve: Resolve) -> str:
    """Return a stylesheet without what fetches, fit to stand inside ``<style>``."""
    rules: list[str] = []
    for rule in _rules(text[:LARGEST_STYLE]):
        if rule.type == "qualified-rule":
            rules.append(f"{_said(rule.prelude, resolve)}{{{_said(rule.content, resolve)}}}")
        elif rule.type == "at-rule" and rule.lower_at_keyword in _KEPT_AT_RULES and rule.content is not None:
            head = f"@{rule.lower_at_keyword}{_said(rule.prelude, resolve)}"
            rules.append(f"{head}{{{_said(rule.content, resolve)}}}")
    return _inside_markup("\n".join(rules))


def clean_declarations(text: str, resolve: Resolve) -> str:
    """Return what stands in a ``style`` attribute without what fetches."""
    return _inside_markup(_said(_values(text[:LARGEST_STYLE]), resolve))


def fetches_elsewhere(text: str) -> bool:
    """Tell whether a stylesheet asks for another one by ``@import``."""
    return any(rule.type == "at-rule" and rule.lower_at_keyword == "import" for rule in _rules(text))


@lru_cache(maxsize=16)
def _rules(text: str) -> Sequence[Any]:
    return tuple(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))


@lru_cache(maxsize=256)
def _values(text: str) -> Sequence[Any]:
    return tuple(tinycss2.parse_component_value_list(text, skip_comments=True))


def _said(tokens: Sequence[Any], resolve: Resolve, depth: int = 0) -> str:
    return "".join(_pieces(tokens, resolve, depth)) if depth < _DEEPEST else ""


def _pieces(tokens: Sequence[Any], resolve: Resolve, depth: int) -> Iterator[str]:
    before = ""
    for token in tokens:
        # Where a comment stood between two words, they would become one.
        if token.type == before == "ident":
            yield " "
        before = token.type
        if token.type == "url":
            yield _address(token.value, resolve)
        elif token.type == "function":
            yield _function(token, resolve, depth)
        elif token.type in _BRACKETS:
            brackets = _BRACKETS[token.type]
            yield f"{brackets[0]}{_said(token.content, resolve, depth + 1)}{brackets[1]}"
        elif token.type not in {"comment", "error", "at-keyword"}:
            yield token.serialize()


def _function(token: Any, resolve: Resolve, depth: int) -> str:
    if token.lower_name not in _FETCHING:
        name = tinycss2.ast.IdentToken(0, 0, token.name).serialize()
        return f"{name}({_said(token.arguments, resolve, depth + 1)})"
    strings = [one.value for one in token.arguments if one.type == "string"]
    return _address(strings[0], resolve) if token.lower_name == "url" and len(strings) == 1 else "none"


def _address(written: str, resolve: Resolve) -> str:
    found = resolve(written)
    return f'url("{found}")' if found else "none"


def _inside_markup(text: str) -> str:
    """Keep a style from ending the element it stands in."""
    return text.replace("</", "<\\/").replace("<!--", "")
