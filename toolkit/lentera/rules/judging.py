"""Run a set of rules on one answer; the report is both the feedback and the mark."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from lentera.rules.rule import Finding, Remark, Rule
from lentera.rules.texts import MistakeKind, Saying, SetTexts

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Verdict:
    """Tell what one rule says of one answer."""

    rule: Rule[Any]
    finding: Finding

    @property
    def holds(self) -> bool:
        """Tell whether the rule holds."""
        return self.finding.holds

    def sentence(self, language: str) -> str:
        """Return the sentence the learner reads."""
        saying = self.rule.holds if self.finding.mistake is None else self._remark.says
        return saying.in_language(language, self.finding.details)

    def next_step(self, language: str) -> str:
        """Return the one thing to do next; empty when the rule holds."""
        if self.finding.mistake is None:
            return ""
        return self._remark.next.in_language(language, self.finding.details)

    @property
    def kind(self) -> MistakeKind | None:
        """Return how the mistake ranks, or None when the rule holds."""
        return None if self.holds else self._remark.kind

    @property
    def _remark(self) -> Remark:
        return self.rule.mistakes[self.finding.mistake or ""]


@dataclass(frozen=True)
class Report:
    """Gather the verdicts on one task.

    The learner is shown one finding at a time: the first rule of the set that does not hold yet.
    """

    task: str
    verdicts: tuple[Verdict, ...]
    complete: Saying
    tally: Saying
    without_answer: Saying | None = None

    @property
    def share(self) -> float:
        """Return the earned share of the task, 0 to 1."""
        total = sum(verdict.rule.weight for verdict in self.verdicts)
        earned = sum(verdict.rule.weight * verdict.finding.share for verdict in self.verdicts)
        return earned / total if total else 0.0

    @property
    def holds(self) -> bool:
        """Tell whether every rule holds."""
        return self.without_answer is None and all(verdict.holds for verdict in self.verdicts)

    def points(self, maximum: float) -> float:
        """Return the mark out of ``maximum`` [points], to the hundredth."""
        return round(self.share * maximum, 2)

    @property
    def finding(self) -> Verdict | None:
        """Return the first verdict that does not hold, or None."""
        return next((verdict for verdict in self.verdicts if not verdict.holds), None)

    def praise(self, language: str) -> list[str]:
        """Return what is right already: everything, or the tally and each rule's own sentence."""
        if self.holds:
            return [self.complete.in_language(language)]
        standing = [verdict for verdict in self.verdicts if verdict.holds]
        said = [verdict.sentence(language) for verdict in standing]
        if standing and self.tally:
            counts = {"n": str(len(standing)), "total": str(len(self.verdicts))}
            said.insert(0, self.tally.in_language(language, counts))
        return list(dict.fromkeys(sentence for sentence in said if sentence))

    def finding_sentence(self, language: str) -> str:
        """Return the one thing that is not there yet; empty when everything holds."""
        if self.without_answer is not None:
            return self.without_answer.in_language(language)
        return self.finding.sentence(language) if self.finding else ""

    def next_step(self, language: str) -> str:
        """Return the one next step; empty when the finding says it already."""
        return self.finding.next_step(language) if self.finding else ""


@dataclass(frozen=True)
class RuleSet(Generic[Answer]):
    """Hold the rules of one task and how its answer is read.

    Attributes
    ----------
    task : str
        Stable task id from the curriculum.
    answer : str
        Name of the answer file, which several tasks may share.
    parse : callable
        Turn the file's content into the typed answer; raises ValueError on what it cannot read.
    rules : tuple of Rule
        In the order in which the learner is told.
    texts : SetTexts
        What is said of the set as a whole.
    earlier : callable
        List the finished earlier rounds an answer file keeps, each as a file's content of its own.
    gather : callable
        Put to the file's content what stands in the website folder, where the answer is a real page or photo;
        the folder may be missing.
    """

    task: str
    answer: str
    parse: Callable[[Mapping[str, Any]], Answer]
    rules: tuple[Rule[Answer], ...]
    texts: SetTexts
    earlier: Callable[[Mapping[str, Any]], Sequence[Mapping[str, Any]]] = lambda _content: ()
    gather: Callable[[Mapping[str, Any] | None, Path], Mapping[str, Any] | None] = (
        lambda content, _site_folder: content
    )

    def judge(self, content: Mapping[str, Any] | None) -> Report:
        """Judge an answer file's content; None stands for no answer yet."""
        if content is None:
            return self._without_answer(self.texts.nothing_yet)
        try:
            answer = self.parse(content)
        except ValueError:
            return self._without_answer(self.texts.unreadable)
        verdicts = tuple(Verdict(rule, rule.check(answer)) for rule in self.rules)
        return Report(self.task, verdicts, self.texts.complete, self.texts.tally)

    def best(self, content: Mapping[str, Any] | None) -> Report:
        """Judge what is there now and every finished round, and return the best report.

        Tries are unlimited and the best one counts: a learner who starts over for practice
        keeps what she has earned.
        """
        reports = [self.judge(content)]
        if content is not None:
            reports += [self.judge(round_content) for round_content in self.earlier(content)]
        return max(reports, key=lambda report: report.share)

    def _without_answer(self, reason: Saying) -> Report:
        return Report(self.task, (), self.texts.complete, self.texts.tally, without_answer=reason)
