"""One rule gives both the feedback and the mark."""

from lentera.rules.checking import Check, check
from lentera.rules.judging import Report, RuleSet, Verdict
from lentera.rules.rule import Finding, Remark, Rule, missed, right
from lentera.rules.texts import MistakeKind, RuleTextError, Saying, SetTexts, load_rules, load_set

__all__ = [
    "Check",
    "Finding",
    "MistakeKind",
    "Remark",
    "Report",
    "Rule",
    "RuleSet",
    "RuleTextError",
    "Saying",
    "SetTexts",
    "Verdict",
    "check",
    "load_rules",
    "load_set",
    "missed",
    "right",
]
