"""Judge while she joins: tell what is dangerous or out of order, never what is only unfinished."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from lentera.rules import MistakeKind, RuleSet, check
from lentera.solar.bench import BenchState, to_json
from lentera.widgets.judged import read_out
from lentera.words import Address, addressed, language

_TOLD: Final = (MistakeKind.DANGER, MistakeKind.UNDO, MistakeKind.IMPROVE)


@dataclass(frozen=True)
class Note:
    """Hold the one thing that is not right yet: rule and mistake, its sentence, the lead to take off."""

    rule: str
    mistake: str
    text: str
    wire: str = ""

    def to_json(self) -> dict[str, str]:
        """Return it as the screen reads it."""
        return {"text": self.text, "spoken": read_out(self.text).spoken, "wire": self.wire}


def note_on(bench: BenchState, rule_sets: Sequence[RuleSet[Any]], address: Address) -> Note | None:
    """Return what the rules would take back on a bench, the most dangerous first; None when nothing."""
    reports = check(rule_sets, {"bench": to_json(bench)}).reports
    missed = (verdict for report in reports for verdict in report.verdicts if not verdict.holds)
    told = [verdict for verdict in missed if verdict.kind in _TOLD]
    if not told:
        return None
    verdict = min(told, key=lambda one: _TOLD.index(one.kind or MistakeKind.IMPROVE))
    finding = verdict.finding
    text = addressed(verdict.sentence(language()), address)
    return Note(verdict.rule.id, finding.mistake or "", text, finding.details.get("wire", ""))
