"""The rules of the group style: every mark, name and value of a style is one that browsers understand."""

from functools import partial
from pathlib import Path
from typing import Final

from lentera.rules import Finding, Rule, load_rules, missed, right
from lentera.web.looked import Looked, places
from lentera.web.styles_faults import Fault, faults_of_page

_PATH: Final = Path(__file__).parent / "texts" / "style.toml"

_CODES: Final = {
    "style.marks": (
        "html",
        "slashes",
        "unclosed_note",
        "unclosed_quote",
        "unclosed_before",
        "unclosed_brace",
        "extra_brace",
        "missing_open",
        "outside",
        "missing_semicolon",
        "missing_colon",
        "equals",
        "smart_quote",
        "unreadable",
    ),
    "style.names": ("space_in_name", "property_meant", "property"),
    "style.values": (
        "empty_value",
        "colour_meant",
        "colour_hash",
        "colour_no_hash",
        "colour_quoted",
        "colour_function",
        "colour",
        "size_no_unit",
        "size_apart",
        "size_unit",
        "size_comma",
        "size_quoted",
        "size_word",
        "size_negative",
        "word_meant",
        "word",
    ),
    "style.selectors": ("tag_meant", "tag_unknown", "selector", "selector_missing"),
}
"""The faults each rule looks for."""


def _faults(looked: Looked) -> tuple[Fault, ...]:
    return faults_of_page(looked.site, looked.page)


def _check(codes: frozenset[str], looked: Looked) -> Finding:
    found = [fault for fault in looked.once(_faults) if fault.code in codes]
    if not found:
        return right()
    first = found[0]
    alike = [fault.line for fault in found if fault.code == first.code and fault.file == first.file]
    return missed(first.code, 0.0, **first.details, berkas=first.file, **places(alike))


RULES: Final[tuple[Rule[Looked], ...]] = load_rules(
    _PATH, {name: partial(_check, frozenset(codes)) for name, codes in _CODES.items()}
)
