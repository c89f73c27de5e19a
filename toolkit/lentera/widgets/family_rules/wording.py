"""The words of a family's rules for devices, the lines of its poster, and what is printed."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from lentera.literacy.family_parts import AGES, ELEMENTS, age_told, element_told
from lentera.literacy.family_rules import LONGEST, FamilyRules
from lentera.place import Place
from lentera.widgets.facts import facts_told
from lentera.widgets.frame import frame_words
from lentera.widgets.printing import sheet_words
from lentera.words import _

_YOUNGER: Final = ("anak-usia", "anak-akun", "anak-akun-daftar")
_OLDER: Final = ("anak-usia-remaja", "anak-akun", "anak-akun-daftar")
_FACTS: Final = dict(zip(AGES, (_YOUNGER, _YOUNGER, _OLDER, _OLDER), strict=True))
_HELP: Final = ("lapor-sapa",)
_OWN_PICTURE: Final = "pena"


def rules_words(today: date) -> dict[str, Any]:
    """Return every fixed word of the screen."""
    return {
        **frame_words(_("Our family's rules for devices")),
        "together": _("Choose together with the child. The rules protect; nobody needs to be afraid."),
        "age": _("How old is the child?"),
        "ages": [
            {"id": age, "text": age_told(age)["nama"], "hint": age_told(age)["rentang"]} for age in AGES
        ],
        "facts": _("Good to know for this age"),
        "intro": _("For each part choose up to three sentences, or write your own."),
        "parts": _("Parts of the rules"),
        "onward": _("Go on: {label}"),
        "open": _("Open: {label}"),
        "poster": _("Our poster"),
        "elements": [{"id": element, **element_told(element)} for element in ELEMENTS],
        "own": _("Own words"),
        "own_help": _("Without full names and phone numbers."),
        "longest": LONGEST,
        "none": _("No sentence yet."),
        "help": facts_told(_HELP, today),
        "sign": _("Sign the printed poster with first names."),
        "print": _("Print the poster (PDF)"),
        "sheet": _("Poster to print:"),
        "open_sheet": _("Download the poster"),
        "listen": _("Listen to the poster"),
        "quiet": _("Stop listening"),
        "pictures": dict(pictures()),
    }


def facts_for(age: str, today: date) -> list[str]:
    """Return what the law says for an age, each with the day of looking up."""
    return facts_told(_FACTS[age], today) if age else []


def lines(rules: FamilyRules, element: str) -> list[dict[str, str]]:
    """Return the lines of an element on the poster: chosen sentences, then the family's own words."""
    chosen = [{"text": part.text, "picture": part.picture} for part in rules.parts(element)]
    own = rules.own(element)
    return [*chosen, {"text": own, "picture": _OWN_PICTURE}] if own else chosen


def script(rules: FamilyRules) -> str:
    """Return the poster as it is read aloud."""
    told = []
    for element in ELEMENTS:
        said = [_whole(line["text"]) for line in lines(rules, element)]
        if said:
            told.append(f"{element_told(element)['nama']}: {' '.join(said)}")
    return " ".join(told)


def _whole(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def sheet(place: Place, rules: FamilyRules) -> Mapping[str, Any]:
    """Return what is printed: an empty part stays open for the pen, the optional one is left out."""
    parts = [
        {
            "name": element_told(element)["nama"],
            "picture": _drawing(element_told(element)["gambar"]),
            "lines": [
                {"text": line["text"], "picture": _drawing(line["picture"])} for line in lines(rules, element)
            ],
        }
        for element in ELEMENTS
    ]
    if not parts[-1]["lines"]:
        parts.pop()
    age = age_told(rules.age)
    owner = _("Age: {age}").format(age=f"{age['nama']}, {age['rentang']}")
    return {
        **sheet_words(place, _("Our family's rules for devices"), _("Made together. Changed together.")),
        "owner": owner,
        "parts": parts,
        "help": " ".join(facts_told(_HELP, place.now().date())),
        "sign": _("We agree (first names only)"),
    }


def _drawing(name: str) -> str:
    """Return a drawing as a file of its own, in the colours of paper."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" fill="none" stroke="#14224F" '
        'stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"><style>.p{fill:#E6ECFA}</style>'
        f"{pictures()[name]}</svg>"
    )


@cache
def pictures() -> Mapping[str, str]:
    """Return every drawing as the inside of an SVG picture."""
    return tomllib.loads((Path(__file__).parent / "pictures.toml").read_text(encoding="utf-8"))
