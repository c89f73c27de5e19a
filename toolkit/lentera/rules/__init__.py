"""One rule gives both the feedback and the mark."""

from lentera.rules.judging import Report, RuleSet, Verdict
from lentera.rules.rule import Finding, Remark, Rule, missed, right
from lentera.rules.texts import RuleTextError, Saying, SetTexts, load_rules, load_set

__all__ = [
    "Finding",
    "Remark",
    "Report",
    "Rule",
    "RuleSet",
    "RuleTextError",
    "Saying",
    "SetTexts",
    "Verdict",
    "load_rules",
    "load_set",
    "missed",
    "right",
]
