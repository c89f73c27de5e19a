"""One check for several tasks: what is right already, one finding, one next step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lentera.rules.judging import Report, RuleSet, Verdict
from lentera.rules.texts import MistakeKind
from lentera.words import Address, _, addressed, language

_MOST_PRAISE = 3


@dataclass(frozen=True)
class Check:
    """Hold the reports of all tasks that read one answer, in the order of the curriculum."""

    reports: tuple[Report, ...]

    @property
    def holds(self) -> bool:
        """Tell whether every task is right."""
        return all(report.holds for report in self.reports)

    @property
    def finding(self) -> Verdict | None:
        """Return the one thing to tell: what must be taken back first, else what comes next."""
        missed = [verdict for report in self.reports for verdict in report.verdicts if not verdict.holds]
        return min(missed, key=_rank, default=None)

    def shown(self, address: Address) -> dict[str, Any]:
        """Return the rows of feedback as the screen shows them: right, not right yet, next."""
        code = language()
        praise = list(dict.fromkeys(said for report in self.reports for said in report.praise(code)))
        praise = praise[:_MOST_PRAISE]
        if self.holds:
            praise.append(_("Well done, {sapaan}."))
        finding = self.finding
        if finding is not None:
            yet, following = finding.sentence(code), finding.next_step(code)
        else:
            unsaid = (report.finding_sentence(code) for report in self.reports)
            yet, following = next((sentence for sentence in unsaid if sentence), ""), ""
        right = " ".join(praise)
        return {
            "right": [addressed(right, address)] if right else [],
            "yet": addressed(yet, address),
            "next": addressed(following, address),
            "wire": finding.finding.details.get("wire", "") if finding is not None else "",
        }


def _rank(verdict: Verdict) -> int:
    """Rank what must be taken back before what must be added; among those the rules' own order holds."""
    must_go = (MistakeKind.DANGER, MistakeKind.UNDO)
    return must_go.index(verdict.kind) if verdict.kind in must_go else len(must_go)


def check(rule_sets: Sequence[RuleSet[Any]], content: Mapping[str, Any] | None) -> Check:
    """Judge one answer by the rules of every task that reads it."""
    return Check(tuple(rules.judge(content) for rules in rule_sets))
