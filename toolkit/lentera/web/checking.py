"""Check one page: every group of rules in the order in which a beginner should hear of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, Final

from lentera.rules import Report, Rule, Saying, Verdict
from lentera.web.looked import Looked
from lentera.web.page import parse_page
from lentera.web.site import Site

GROUPS: Final[Mapping[str, str]] = {
    "readable": "rules_readable",
    "tags": "rules_tags",
    "structure": "rules_structure",
    "meaning": "rules_meaning",
    "links": "rules_links",
    "access": "rules_access",
    "style": "rules_style",
    "privacy": "rules_privacy",
}
"""Module of each group, in the order they are told."""

_COMPLETE: Final = Saying("Halaman ini siap dibaca semua orang.", "This page is ready for everyone to read.")
_TALLY: Final = Saying("{n} dari {total} hal sudah tepat.", "{n} of {total} things are right.")


@dataclass(frozen=True)
class PageReport(Report):
    """Gather the verdicts on one page; ``finding`` is the one the learner is shown first."""

    @property
    def all_findings(self) -> tuple[Verdict, ...]:
        """Return every verdict that does not hold, most basic first."""
        return tuple(verdict for verdict in self.verdicts if not verdict.holds)


@cache
def rules_of(group: str) -> tuple[Rule[Looked], ...]:
    """Load the rules of one group."""
    rules: tuple[Rule[Looked], ...] = import_module(f"lentera.web.{GROUPS[group]}").RULES
    return rules


def check_page(
    site: Site, name: str, declared: Mapping[str, Any] | None = None, groups: Iterable[str] = tuple(GROUPS)
) -> PageReport:
    """Judge one page of a site.

    Parameters
    ----------
    site : Site
        The whole site, for links and pictures.
    name : str
        Path of the page; one that is not there is judged as an empty page.
    declared : mapping, optional
        What the learner decided elsewhere.
    groups : iterable of str, optional
        Names from `GROUPS`; all of them by default, always judged in the order of `GROUPS`.
    """
    looked = Looked(site, parse_page(name, site.texts.get(name, b"")).meant, declared or {})
    # Of a page without text nothing else is said: praise for links that are not there would mock the learner.
    wanted = set(groups) if looked.page.text.strip() else {"readable"}
    verdicts = tuple(
        Verdict(rule, rule.check(looked)) for group in GROUPS if group in wanted for rule in rules_of(group)
    )
    return PageReport(name, verdicts, _COMPLETE, _TALLY)
