"""The solar tasks that are marked automatically, by task id."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, Final

from lentera.rules import RuleSet

_WHERE: Final = {
    "s06-sambungan": "wiring:CONNECTIONS",
    "s06-urutan": "wiring:ORDER",
    "s06-sekering": "wiring:FUSE",
    "s06-ukur": "measuring:READINGS",
}
"""Module of this package and name of the rules of each task."""


class _RuleSets(Mapping[str, RuleSet[Any]]):
    """Load the rules of a task when they are asked for: marking one session needs no other's."""

    def __getitem__(self, task: str) -> RuleSet[Any]:
        module, name = _WHERE[task].split(":")
        rules: RuleSet[Any] = getattr(import_module(f"lentera.solar.{module}"), name)
        return rules

    def __iter__(self) -> Iterator[str]:
        return iter(_WHERE)

    def __len__(self) -> int:
        return len(_WHERE)


RULE_SETS: Final[Mapping[str, RuleSet[Any]]] = _RuleSets()
"""Task id to the rules that judge it."""
