"""Cases behind the screen: one is open, is decided, and hears its reply; the list tells how all stand."""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from lentera.literacy.cases import Case, Decided, Found, judge_case
from lentera.rules.seeds import seed_of
from lentera.widgets.activity import Refused
from lentera.widgets.cases.wording import frame
from lentera.widgets.facts import facts_told
from lentera.widgets.judged import JudgedActivity
from lentera.widgets.line import Doing, Line
from lentera.words import _


class CasesSession(JudgedActivity[Decided]):
    """Let one learner decide a set of cases.

    A subclass names its task, draws its cases and words its choices.
    """

    screen = "cases"
    task: ClassVar[str]
    """Task by which the cases are drawn."""
    _at = 0

    @abstractmethod
    def _cases(self) -> Mapping[str, Case]:
        """Return every case there is."""

    @abstractmethod
    def _drawn(self, seed: int) -> tuple[str, ...]:
        """Draw the cases of a learner."""

    @abstractmethod
    def _worded(self) -> dict[str, Any]:
        """Return title, introduction, the names of the choices and the question."""

    @abstractmethod
    def _shown(self, case: Case) -> dict[str, Any]:
        """Return what the card of a case shows."""

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return {**frame(), **self._worded(), "judged": bool(self._rule_sets)}

    def _empty(self) -> Decided:
        return Decided(self._drawn(seed_of(self.place.learner, self.task)))

    def _read(self, content: Mapping[str, Any]) -> Decided:
        decided = Decided.from_content(content)
        if not set(decided.ids) & self._cases().keys():
            raise ValueError("none of these cases is known; open the activity again")
        return decided

    def _write(self, state: Decided) -> Mapping[str, Any]:
        return state.to_content()

    def _ready(self) -> str:
        return _("Read number 1. Then decide.")

    def _back(self) -> str:
        return _("What you decided is as you left it.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "open": lambda: self._open_case(message["at"]),
            "choose": lambda: self._choose(str(message["choice"])),
            "tick": lambda: self._tick(str(message["reason"]), on=message["on"] is True),
            "check": self._check_case,
            "next": self._next,
        }
        return gestures[message["do"]]()

    @property
    def _ids(self) -> Sequence[str]:
        return [name for name in self._state.ids if name in self._cases()]

    @property
    def _case(self) -> Case:
        return self._cases()[self._ids[min(self._at, len(self._ids) - 1)]]

    def _open_case(self, at: Any) -> Line:
        if isinstance(at, bool) or not isinstance(at, int) or not 0 <= at < len(self._ids):
            raise ValueError(f"there is no number {at!r}; give one from 0 to {len(self._ids) - 1}")
        self._at, self._found = at, None
        return Line.same(_("Number {n}: {what}").format(n=at + 1, what=self._case.title))

    def _choose(self, choice: str) -> Line:
        case = self._case
        if choice not in case.replies:
            raise ValueError(f"there is no choice {choice!r}; give one of {', '.join(case.replies)}")
        self._become(self._state.with_choice(case.id, choice))
        names = {one["id"]: one["text"] for one in self.words()["choices"]}
        return Line.same(_("Chosen: {what}.").format(what=names[choice]))

    def _tick(self, reason: str, *, on: bool) -> Line:
        case = self._case
        names = {one.id: one.text for one in case.reasons}
        ticked = [one for one in self._state.ticked.get(case.id, ()) if one != reason]
        self._become(self._state.with_reasons(case.id, [*ticked, reason] if on else ticked))
        said = _("Reason ticked: {what}.") if on else _("Reason taken away: {what}.")
        return Line.same(said.format(what=names[reason]))

    def _check_case(self) -> Line:
        """Judge the open case and show its finding; the log gets the whole task."""
        case = self._case
        if case.id not in self._state.chosen:
            raise Refused(Line.same(_("Decide first. Then press Check.")))
        self._become(self._state.with_check(case.id))
        found = self._judged(case)
        self._found = self._rows(found)
        reports = [rules.judge(self._answer()) for rules in self._rule_sets]
        self._unlogged.extend(partial(self._log, report) for report in reports)
        rows = self._found
        return Line.same(f"{' '.join(rows['right'])} {rows['yet']} {rows['next']}".strip())

    def _rows(self, found: Found) -> dict[str, Any]:
        if found.right:
            done = all(self._judged(self._cases()[name]).right for name in self._ids)
            closing = _("All are right. Well done.") if done else ""
            return {
                "right": [one for one in (found.said, closing) if one],
                "yet": "",
                "next": "",
                "holds": True,
            }
        half = self._case.reasons and self._state.chosen[self._case.id] == self._case.best
        again = _("Decide again. There is no limit.")
        if half:
            rest = found.next or _("Tick the reason that fits.")
            return {"right": [found.said], "yet": "", "next": rest, "holds": False}
        return {"right": [], "yet": found.said, "next": again, "holds": False}

    def _judged(self, case: Case) -> Found:
        choice = self._state.chosen.get(case.id, "")
        return judge_case(case, choice, self._state.ticked.get(case.id, ()))

    def _next(self) -> Line:
        """Open the next case that is not right yet, or simply the next one."""
        count = len(self._ids)
        order = [(self._at + step) % count for step in range(1, count + 1)]
        open_ones = [at for at in order if not self._judged(self._cases()[self._ids[at]]).right]
        return self._open_case((open_ones or order)[0])

    def _draw(self) -> dict[str, Any]:
        case, ids = self._case, self._ids
        judged = {name: self._judged(self._cases()[name]) for name in ids}
        checked = [name for name in ids if name in self._state.checked]
        ready = sum(judged[name].right for name in checked)
        choice = self._state.chosen.get(case.id, "")
        asked = bool(case.reasons) and bool(choice)
        return {
            "at": ids.index(case.id),
            "cases": [
                {"id": name, "label": self._cases()[name].title, **self._standing(name, judged[name])}
                for name in ids
            ],
            "tally": _("Number {n} of {total}. {ready} right already.").format(
                n=ids.index(case.id) + 1, total=len(ids), ready=ready
            ),
            "heading": _("Number {n}").format(n=ids.index(case.id) + 1),
            "card": self._shown(case),
            "choice": choice,
            "reasons": [[one.id, one.text] for one in case.reasons] if asked else [],
            "ticked": list(self._state.ticked.get(case.id, ())),
            "facts": facts_told(case.facts, self.place.now().date()) if case.id in checked else [],
            "next": Doing(len(ids) > 1).to_json(),
            "check": self._found,
        }

    def _standing(self, name: str, found: Found) -> dict[str, str]:
        if name in self._state.checked:
            return (
                {"mark": "ok", "word": _("is right")}
                if found.right
                else {"mark": "yet", "word": _("not right yet")}
            )
        if name in self._state.chosen:
            return {"mark": "later", "word": _("decided, not checked")}
        return {"mark": "", "word": _("not decided yet")}
