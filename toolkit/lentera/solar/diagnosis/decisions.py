"""The rules of the five decisions: mend it yourself, call the technician, or replace the part."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

from lentera.rules import Finding, RuleSet, load_rules, load_set, missed, right
from lentera.solar.faults import Decision

SAFE: Final[Mapping[str, frozenset[Decision]]] = {
    "baterai_gembung": frozenset({Decision.CALL}),
    "tuas_longgar": frozenset({Decision.MEND, Decision.CALL}),
    "panel_di_atap": frozenset({Decision.CALL}),
    "sekering_putus": frozenset({Decision.MEND, Decision.CALL}),
    "lampu_mati": frozenset({Decision.REPLACE, Decision.CALL}),
}
"""What harms nobody and nothing, by case."""

EASY: Final = frozenset({"tuas_longgar", "lampu_mati"})
"""Cases that need no technician: to call one is safe and costs a day of light."""

_CALLED: Final = 0.5
"""Share for calling a technician where her own hands do."""


def _read(content: Mapping[str, Any]) -> dict[str, str]:
    fields = content.get("isian") if isinstance(content, Mapping) else None
    if not isinstance(fields, Mapping):
        raise ValueError("the answer holds no decisions; write one for each case")
    chosen = {}
    for name, field in fields.items():
        if not isinstance(field, Mapping):
            raise ValueError(f"the decision {name!r} is not a choice")
        chosen[name] = str(field.get("pilihan") or "")
    return chosen


def _decision(case: str, chosen: Mapping[str, str]) -> Finding:
    decision = chosen.get(case, "")
    if decision not in set(Decision):
        return missed("empty")
    if Decision(decision) is Decision.CALL and case in EASY:
        return missed(decision, _CALLED)
    return right() if Decision(decision) in SAFE[case] else missed(decision)


_PATH: Final = Path(__file__).parent.parent / "texts" / "s10-keputusan.toml"

DECISIONS: Final[RuleSet[dict[str, str]]] = RuleSet(
    "s10-keputusan",
    "s10-keputusan",
    _read,
    load_rules(_PATH, {f"s10.decision.{case}": partial(_decision, case) for case in SAFE}),
    load_set(_PATH),
)
"""Task ``s10-keputusan``: a safe decision in each of five cases."""
