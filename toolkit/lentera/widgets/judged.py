"""An activity whose answer is judged by the rules of its tasks, in the lesson as in the mark."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from lentera.place import Place
from lentera.rules import Report, RuleSet, check
from lentera.solar.sentences import aloud
from lentera.widgets.activity import Activity, S
from lentera.widgets.line import Line
from lentera.widgets.reporting import log_try
from lentera.words import _, language


class JudgedActivity(Activity[S]):
    """Add "Periksa" to an activity.

    Parameters
    ----------
    place : Place
        Where answers and log are.
    answer_name : str
        Name of the answer file.
    rule_sets : sequence of RuleSet
        Rules of the tasks that read it, in the order of the curriculum; none for free play.
    points : mapping of str to float
        Points of each task.
    """

    def __init__(
        self,
        place: Place,
        answer_name: str,
        rule_sets: Sequence[RuleSet[Any]] = (),
        points: Mapping[str, float] | None = None,
    ) -> None:
        self._rule_sets = tuple(rule_sets)
        self._points = dict(points or {})
        self._reports: Sequence[Report] = ()  # of the last check
        super().__init__(place, answer_name)

    def _answer(self) -> Mapping[str, Any] | None:
        """Return what the rules judge; None before the first step, for which the rules have a sentence."""
        return None if self._state == self._empty() else self._write(self._state)

    def _hints_read(self) -> int:
        """Return how many hints were read, for the log."""
        return 0

    def _check(self) -> Line:
        """Judge the answer; `_found` holds the rows of feedback, and the log gets each report."""
        found = check(self._rule_sets, self._answer())
        self._reports = found.reports
        shown = found.shown(self.place.address)
        heard = {"right": [self._read_out(text).spoken for text in shown["right"]]}
        heard |= {row: self._read_out(shown[row]).spoken for row in ("yet", "next")}
        self._found = {**shown, "spoken": heard, "holds": found.holds and bool(found.reports)}
        self._unlogged.extend(partial(self._log, report) for report in found.reports)
        said = f"{shown['yet']} {shown['next']}".strip() or " ".join(shown["right"])
        return self._read_out(said or _("The check is done."))

    def _read_out(self, text: str) -> Line:
        """Return a sentence of the rules with the words for the ear."""
        return read_out(text)

    def _log(self, report: Report) -> None:
        log_try(self.place, report, self._points.get(report.task, 0.0), hints=self._hints_read())


def read_out(text: str) -> Line:
    """Return a sentence of the rules or hints with the terminals' spoken names for the ear."""
    return Line(text, aloud(text, "en" if language() == "en" else "id"))
