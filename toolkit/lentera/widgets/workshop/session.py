"""The workshop behind the screen: open a case, work on it, check it, and write it down."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

from lentera.rules import check
from lentera.solar.diagnosis import CASE_RULES, advised, read_attempt
from lentera.solar.diagnosis.rota import cases_for
from lentera.solar.diagnosis.tasks import Tried
from lentera.solar.faults import CaseError, case, draw
from lentera.solar.faults.cases import NUMBERS
from lentera.widgets.activity import Refused
from lentera.widgets.judged import JudgedActivity, read_out
from lentera.widgets.line import Line
from lentera.widgets.workshop import gestures, ledger
from lentera.widgets.workshop.casework import OTHER, PRACTICE_KITS, PRACTICE_LEVELS, TABS, Casework, Shop
from lentera.widgets.workshop.naming import said
from lentera.widgets.workshop.view import HINT, shop_view
from lentera.widgets.workshop.words import workshop_words
from lentera.words import _

_PRACTICE_STEP: Final = 137
"""Numbers between one practice case and the next of a level."""


class WorkshopSession(JudgedActivity[Shop]):
    """One learner's fault workshop, without any screen.

    Parameters
    ----------
    place : Place
        Where answers and log are; the learner's code draws the six cases.
    answer_name : str
        Name of the answer file.
    rule_sets : sequence of RuleSet
        Rules of the tasks that read it, in the order of the curriculum.
    points : mapping of str to float
        Points of each task.
    """

    screen = "workshop"
    milestones = frozenset({"check", "restart"})

    @property
    def shop(self) -> Shop:
        """Return the workshop as it stands."""
        return self._state

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the workshop."""
        return workshop_words()

    def _empty(self) -> Shop:
        return Shop(tuple(Casework(one.code) for one in cases_for(self.place.learner or "")))

    def _read(self, content: Mapping[str, Any]) -> Shop:
        return Shop.from_content(content)

    def _write(self, state: Shop) -> Mapping[str, Any]:
        return state.to_content()

    def _ready(self) -> str:
        return _("The workshop is open. Read the complaint, then look.")

    def _back(self) -> str:
        return _("The workshop is as you left it.")

    def _hints_read(self) -> int:
        return sum(one.hints for one in self._state.cases)

    def _act(self, message: Mapping[str, Any]) -> Line:
        own: dict[str, Callable[[Mapping[str, Any]], Line]] = {
            "tab": self._tab,
            "code": self._code,
            "other": self._other,
            "practice": self._practice,
            "hint": self._ask,
            "check": lambda _message: self._check(),
            "log": self._log_row,
        }
        if message["do"] in own:
            return own[message["do"]](message)
        work, line = gestures.act(self._open_work, message)
        self._change(work)
        return line

    @property
    def _open_work(self) -> Casework:
        work = self._state.work
        if work is None:
            raise Refused(Line.same(_("Take a case for practice, or type a code.")))
        return work

    def _change(self, work: Casework) -> None:
        """Take the case over; an open hint stays until something new is known."""
        before, hint = self._state.work, (self._found or {}).get(HINT)
        self._become(self._state.with_work(work))
        if hint is not None and before is not None and before.readings == work.readings:
            self._found = {HINT: hint}

    def _keep(self, work: Casework) -> None:
        """Take the case over; what the check found still holds."""
        self._state = self._state.with_work(work)

    def _tab(self, message: Mapping[str, Any]) -> Line:
        tab = str(message["tab"])
        if tab not in TABS:
            raise ValueError(f"there is no tab {tab!r}; there are {', '.join(TABS)}")
        if tab != self._state.tab:
            self._become(replace(self._state, tab=tab))
        return self._complaint()

    def _complaint(self) -> Line:
        work = self._state.work
        if work is None:
            return Line.same(_("Take a case for practice, or type a code."))
        name = _("Case {n}.").format(n=self._state.tab) if self._state.tab != OTHER else _("Practice.")
        return Line.same(f"{name} {said(work.case.complaint)}")

    def _code(self, message: Mapping[str, Any]) -> Line:
        try:
            wanted = case(str(message["code"])).code
        except CaseError as error:
            raise Refused(Line.same(_("That is no code. Write it as B2-0417."))) from error
        self._become(self._state.opened(wanted))
        return self._complaint()

    def _practice(self, message: Mapping[str, Any]) -> Line:
        level = int(message.get("level", self._state.level))
        kit = str(message.get("kit", self._state.kit))
        if level not in PRACTICE_LEVELS or kit not in PRACTICE_KITS:
            raise ValueError(f"there is no practice of level {level} for kit {kit!r}")
        self._become(replace(self._state, level=level, kit=kit))
        return Line.same(_("Level {level}, kit {kit}.").format(level=level, kit=kit.upper()))

    def _other(self, _message: Mapping[str, Any]) -> Line:
        """Take the next case of the level, one that is not there yet; neighbours begin at different ones."""
        shop = self._state
        own = {one.code for one in (*shop.cases, *shop.practice)}
        same = [one for one in shop.practice if one.code.startswith(f"{shop.kit.upper()}{shop.level}")]
        number = int((same or shop.cases)[-1].code[-4:])
        while (found := draw(number % NUMBERS, shop.level, shop.kit)).code in own:
            number += _PRACTICE_STEP
        self._become(shop.opened(found.code))
        return self._complaint()

    def _ask(self, _message: Mapping[str, Any]) -> Line:
        """Tell what would say the most next; it costs nothing and is counted."""
        work = self._open_work
        gain = advised(work.attempt.chart, work.readings)
        text = _("Hint: no measurement tells the remaining suspects apart. Decide now.")
        if gain is not None:
            what = said(gain.measurement.name)
            text = _("Hint: {what}. It parts the suspects into {groups} groups.").format(
                what=what[:1].lower() + what[1:], groups=len(gain.groups)
            )
        if HINT not in (self._found or {}):
            self._keep(replace(work, hints=work.hints + 1))
        line = read_out(text)
        self._found = {**(self._found or {}), HINT: [line.shown, line.spoken]}
        return line

    def _check(self) -> Line:
        """Judge the open case; the rows of feedback are its own, the log gets the tasks' reports."""
        work = self._open_work
        found = check((CASE_RULES,), work.judged())
        self._keep(_checked(work))
        shown = found.shown(self.place.address)
        if self._open_work.found and not shown["next"]:
            shown["next"] = _("Write this case into the service log.")
        heard: dict[str, Any] = {row: read_out(shown[row]).spoken for row in ("yet", "next")}
        heard["right"] = [read_out(text).spoken for text in shown["right"]]
        self._found = {**shown, "spoken": heard, "holds": found.holds}
        if self._state.tab != OTHER:
            reports = check(self._rule_sets, self._write(self._state)).reports
            self._unlogged.extend(partial(self._log, report) for report in reports)
        return read_out(f"{shown['yet']} {shown['next']}" if shown["yet"] else " ".join(shown["right"]))

    def _log_row(self, message: Mapping[str, Any]) -> Line:
        work = self._open_work
        today = self.place.now().date()
        log = work.log or ledger.begun(work, today)
        if "field" not in message:
            self._keep(replace(work, log=log))
            return Line.same(_("The row is begun. Read it and complete it."))
        name = str(message["field"])
        log = ledger.written(log, name, message["value"])
        self._keep(replace(work, log=log))
        told = _("Written: {column}.").format(column=ledger.field_word(name))
        return Line.same(f"{told} {ledger.lacking(log, today) or _('The row is whole.')}")

    def _draw(self) -> dict[str, Any]:
        return shop_view(self._state, self._found or {}, self.place.now().date())


def _checked(work: Casework) -> Casework:
    """Count the check, and keep the attempt where it is the best so far."""
    now = Tried(0, work.attempt)
    kept = Tried(0, read_attempt({**work.best, "code": work.code})) if work.best else None
    better = now.found > 0.0 and (kept is None or (now.found, now.thrift) > (kept.found, kept.thrift))
    best = {key: value for key, value in work.judged().items() if key != "code"} if better else work.best
    solved = work.found or (now.found == 1.0 and now.safe)
    return replace(work, checks=work.checks + 1, found=solved, best=best)
