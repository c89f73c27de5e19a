"""The draft of a report behind the screen: five elements, evidence in order, and the first half hour."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from lentera.literacy.report import FIELDS, FIRST, LONGEST, Draft, read_draft
from lentera.literacy.report_cases import Step, evidence, first_steps
from lentera.literacy.report_reading import covered, masked
from lentera.rules import Verdict
from lentera.rules.seeds import seed_of, shuffled
from lentera.widgets.judged import JudgedActivity
from lentera.widgets.line import Line
from lentera.widgets.ordering import added, dropped, moved, steps_view
from lentera.widgets.printing import print_beside
from lentera.widgets.report.wording import field_names, noticed, places, report_words, sheet
from lentera.words import _, addressed, language

_LISTS: Final[Mapping[str, Callable[[], Mapping[str, Step]]]] = {
    "bukti": evidence,
    "pertama": first_steps,
}


class ReportSession(JudgedActivity[Draft]):
    """One learner's draft of a report, without any screen.

    There is no gesture that sends anything. What looks like a real number or code is covered before it is
    saved; the practice does not need it.

    Parameters
    ----------
    place, answer_name, rule_sets, points
        As for `JudgedActivity`; the answer is ``s02-draf``.
    """

    screen = "report"
    milestones = frozenset({"check", "print"})

    _printed: Mapping[str, str] | None = None
    _first: dict[str, str] | None = (
        None  # what was said of the first half hour; gone with the next change to it
    )

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return {**report_words(), "places": places(self.place.now().date())}

    def _empty(self) -> Draft:
        return Draft(seed_of(self.place.learner, "s02-draf"))

    def _read(self, content: Mapping[str, Any]) -> Draft:
        return read_draft(content)

    def _write(self, state: Draft) -> Mapping[str, Any]:
        return state.to_content()

    def _ready(self) -> str:
        return _("Read the story. Then write when it happened.")

    def _back(self) -> str:
        return _("The draft is as you left it.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "set": lambda: self._set(message["field"], message["value"]),
            "add": lambda: self._add(message["list"], message["action"]),
            "drop": lambda: self._drop(message["list"], message["at"]),
            "move": lambda: self._move(message["list"], message["at"], message["by"]),
            "check": self._check,
            "first": self._check_first,
            "print": self._print,
        }
        return gestures[message["do"]]()

    def _set(self, field: str, value: Any) -> Line:
        if field not in FIELDS or not isinstance(value, str):
            raise ValueError(f"{field!r} cannot be {value!r}; give a text")
        kept = masked(value[:LONGEST])
        self._become(replace(self._state, **{field: kept.text}))
        if kept.looked_like:
            return Line.same(self._said(noticed(kept.looked_like)))
        return Line.same(_("Saved: {label}").format(label=field_names()[field]))

    def _chosen(self, name: str) -> tuple[str, ...]:
        chosen: tuple[str, ...] = {"bukti": self._state.bukti, "pertama": self._state.pertama}[name]
        return chosen

    def _reorder(self, name: str, steps: tuple[str, ...]) -> None:
        found, first = self._found, self._first
        self._become(replace(self._state, **{name: steps}))
        # The two lists are judged apart: a change in one leaves what was said of the other.
        self._found, self._first = (found, None) if name == "pertama" else (None, first)

    def _add(self, name: str, step: str) -> Line:
        text = _LISTS[name]()[step].text
        steps = added(self._chosen(name), step)
        self._reorder(name, steps)
        return Line.same(_("Step {n}: {text}").format(n=len(steps), text=text))

    def _drop(self, name: str, number: Any) -> Line:
        self._reorder(name, dropped(self._chosen(name), number))
        return Line.same(_("Step {n} removed.").format(n=number + 1))

    def _move(self, name: str, number: Any, by: Any) -> Line:
        steps, to = moved(self._chosen(name), number, by)
        self._reorder(name, steps)
        return Line.same(_("Step {n} now: {text}").format(n=to + 1, text=_LISTS[name]()[steps[to]].text))

    def _check_first(self) -> Line:
        """Judge the first half hour at once; it is practice and leaves the log alone."""
        verdict = Verdict(FIRST, FIRST.check(self._state.pertama))
        code = language()
        text = self._said(f"{verdict.sentence(code)} {verdict.next_step(code)}".strip())
        kind = "ok" if verdict.holds else "stop" if verdict.kind == "danger" else "yet"
        self._first = {"kind": kind, "text": text}
        return Line.same(text)

    def _print(self) -> Line:
        line, self._printed = print_beside(self.place, "draf-laporan", sheet(self.place, self._state))
        return line

    def _said(self, text: str) -> str:
        return addressed(text, self.place.address)

    def _list(self, name: str) -> dict[str, Any]:
        known, chosen = _LISTS[name](), self._chosen(name)
        return {
            "actions": [
                {"id": one, "text": known[one].text, "taken": one in chosen}
                for one in shuffled(self._state.seed, name, list(known))
            ],
            "steps": steps_view(chosen, lambda one: known[one].text),
        }

    def _notes(self) -> dict[str, str]:
        """Return what is said beside a field in which something was covered."""
        found = {name: covered(getattr(self._state, name)) for name in FIELDS}
        return {name: self._said(noticed(kind)) for name, kind in found.items() if kind}

    def _draw(self) -> dict[str, Any]:
        state = self._state
        return {
            "name": state.case.name,
            "story": state.case.text,
            "values": {name: getattr(state, name) for name in FIELDS},
            "notes": self._notes(),
            "bukti": self._list("bukti"),
            "pertama": self._list("pertama"),
            "first": self._first,
            "check": self._found,
            "printed": self._printed,
        }
