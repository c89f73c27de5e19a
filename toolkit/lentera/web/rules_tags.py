"""The rules on tags: what a browser forgives, worded from the cause."""

import tomllib
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Final

from lentera.rules import Finding, Rule, Saying, load_rules, missed, right
from lentera.web.looked import Looked, places
from lentera.web.page import Page, ParseError
from lentera.words import language

PATH: Final = Path(__file__).parent / "texts" / "tags.toml"

_CONTENT: Final = tomllib.loads(PATH.read_text(encoding="utf-8"))
_NAMES: Final = {name: Saying.of(pair) for name, pair in _CONTENT["name"].items()}
CODES: Final = {rule: tuple(table["mistake"]) for rule, table in _CONTENT["rule"].items()}
"""The kinds of `ParseError` that each rule looks for."""

_CHILD: Final = {"ul": "<li>", "ol": "<li>", "menu": "<li>", "tr": "<td>"}


def judge_errors(page: Page, codes: Iterable[str]) -> Finding:
    """Judge one group of errors: the first of them, and how many there are of its kind."""
    wanted = frozenset(codes)
    found = [error for error in page.errors if error.code in wanted]
    if not found:
        return right()
    first = found[0]
    lines = [error.line for error in found if error.code == first.code]
    return missed(first.code, **worded(first), **places(lines))


def worded(error: ParseError) -> dict[str, str]:
    """Word the details of an error: tags with their brackets, and what the tag makes."""
    known = error.details
    tag = known.get("tag", "")
    bare = tag.removeprefix("/")
    named = _NAMES[bare].in_language(language()) if bare in _NAMES else f"Tag <{bare}>"
    said = {"tag": f"<{tag}>", "nama": named, "penutup": f"</{bare}>", "anak": _CHILD.get(tag, "<tr>")}
    if "other" in known:
        said["lain"] = f"</{known['other']}>"
    if "block" in known:
        said["isi"] = f"<{known['block']}>"
    if "attribute" in known:
        said["atribut"] = known["attribute"]
    if "meant" in known:
        said["maksud"] = known["meant"] if "attribute" in known else f"<{known['meant']}>"
    if "sign" in known or "entity" in known:
        said["tanda"] = known.get("sign", "") or known["entity"]
    return said


def _judge(codes: tuple[str, ...], looked: Looked) -> Finding:
    return judge_errors(looked.page, codes)


RULES: Final[tuple[Rule[Looked], ...]] = load_rules(
    PATH, {rule: partial(_judge, codes) for rule, codes in CODES.items()}
)
