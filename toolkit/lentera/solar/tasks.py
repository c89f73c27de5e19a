"""The solar tasks that are marked automatically, by task id."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, Final

from lentera.rules import RuleSet

_WHERE: Final = {
    "s04-bagian": "knowing:PARTS",
    "s04-ukur": "measuring:VOLTAGES",
    "s04-daya": "power:POWER",
    "s04-kutub": "knowing:POLES",
    "s06-sambungan": "wiring:CONNECTIONS",
    "s06-urutan": "wiring:ORDER",
    "s06-sekering": "wiring:FUSE",
    "s06-ukur": "measuring:READINGS",
    "s10-gangguan": "diagnosis.tasks:FOUND",
    "s10-hemat-ukur": "diagnosis.tasks:FEW_MEASUREMENTS",
    "s10-keputusan": "diagnosis.decisions:DECISIONS",
    "s10-buku-servis": "maintenance:SERVICE_LOG",
    "s12-energi": "sizing.tasks:ENERGY",
    "s12-ukuran": "sizing.tasks:SIZES",
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
