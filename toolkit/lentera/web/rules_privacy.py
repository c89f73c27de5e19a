"""The rules of the group privacy: nothing of a person goes on a page that she did not mean to show."""

from functools import partial
from pathlib import Path
from typing import Final

from lentera.rules import Finding, Rule, load_rules, missed, right
from lentera.web.looked import Looked, places
from lentera.web.privacy import Private, private_in_page

_PATH: Final = Path(__file__).parent / "texts" / "privacy.toml"

_KINDS: Final = {
    "privacy.secret": ("secret",),
    "privacy.identity": ("nik", "tax"),
    "privacy.account": ("bank",),
    "privacy.pictures": ("child", "undeclared"),
    "privacy.address": ("address",),
    "privacy.contact": ("phone", "email"),
}
"""What each rule looks for, the most dangerous first."""


def _private(looked: Looked) -> tuple[Private, ...]:
    return private_in_page(looked.page, looked.site, looked.declared)


def _check(kinds: tuple[str, ...], looked: Looked) -> Finding:
    found = [one for one in looked.once(_private) if one.kind in kinds]
    if not found:
        return right()
    first = min(found, key=lambda one: kinds.index(one.kind))
    lines = [one.line for one in found if one.kind == first.kind]
    return missed(first.kind, 0.0, isi=first.shown, berkas=looked.page.name, **places(lines))


RULES: Final[tuple[Rule[Looked], ...]] = load_rules(
    _PATH, {name: partial(_check, kinds) for name, kinds in _KINDS.items()}
)
