"""A family's rules for devices behind the screen: by the child's age, chosen or in own words, on a poster."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from lentera.literacy.family_parts import AGES, ELEMENTS, JUDGED, age_told, element_told, offered, parts
from lentera.literacy.family_rules import LONGEST, MOST, RULES, FamilyRules, read_rules
from lentera.literacy.report_reading import covered, masked
from lentera.rules.checking import Check
from lentera.rules.seeds import seed_of, shuffled
from lentera.widgets.activity import Refused
from lentera.widgets.family_rules.wording import facts_for, lines, rules_words, script, sheet
from lentera.widgets.judged import JudgedActivity
from lentera.widgets.line import Doing, Line
from lentera.widgets.printing import print_beside
from lentera.words import _, addressed

_TASK: Final = "s08-aturan"
_JUDGED_BY: Final = dict(zip((rule.id for rule in RULES.rules), JUDGED, strict=True))


class FamilyRulesSession(JudgedActivity[FamilyRules]):
    """One family's rules, without any screen.

    Parameters
    ----------
    place, answer_name, rule_sets, points
        As for `JudgedActivity`; the answer is ``s08-aturan``.
    """

    screen = "family_rules"
    milestones = frozenset({"check", "print"})

    _printed: Mapping[str, str] | None = None

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return rules_words(self.place.now().date())

    def _empty(self) -> FamilyRules:
        return FamilyRules()

    def _read(self, content: Mapping[str, Any]) -> FamilyRules:
        return read_rules(content)

    def _write(self, state: FamilyRules) -> Mapping[str, Any]:
        return state.to_content()

    def _ready(self) -> str:
        return _("Choose how old the child is. The sentences follow the age.")

    def _back(self) -> str:
        return _("Your family's rules are as you left them.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "age": lambda: self._choose_age(message["age"]),
            "part": lambda: self._choose(message["part"], on=message["on"]),
            "write": lambda: self._write_own(message["element"], message["value"]),
            "check": self._check_parts,
            "print": self._print,
        }
        return gestures[message["do"]]()

    def _choose_age(self, age: Any) -> Line:
        if age not in AGES:
            raise ValueError(f"there is no age {age!r}; choose from {', '.join(AGES)}")
        told = age_told(age)
        self._become(replace(self._state, age=age))
        said = _("Age: {age}. Now choose sentences together with the child.")
        return Line.same(said.format(age=f"{told['nama']}, {told['rentang']}"))

    def _choose(self, name: str, *, on: Any) -> Line:
        part = parts()[name]
        if not isinstance(on, bool) or self._state.age not in part.ages:
            raise ValueError(f"{name!r} cannot be chosen as {on!r} now; choose the age first")
        chosen = self._state.parts(part.element)
        if on and part not in chosen and len(chosen) >= MOST:
            raise Refused(Line.same(_("Three sentences are there. Take one out first.")))
        self._become(self._state.with_part(part, on=on))
        said = _("On the poster: {text}") if on else _("Off the poster: {text}")
        return Line.same(said.format(text=part.text))

    def _write_own(self, element: str, value: Any) -> Line:
        if element not in ELEMENTS or not isinstance(value, str) or not self._state.age:
            raise ValueError(f"{element!r} cannot be {value!r} now; choose the age first, then give a text")
        kept = masked(value[:LONGEST])
        self._become(self._state.with_words(element, kept.text))
        if kept.looked_like:
            return Line.same(self._noticed())
        return Line.same(_("Saved: {label}").format(label=element_told(element)["nama"]))

    def _noticed(self) -> str:
        said = _("That looks like a real number, {sapaan}. Write it by pen on the paper. It is covered by x.")
        return addressed(said, self.place.address)

    def _check_parts(self) -> Line:
        """Judge the rules, and tell in which part the one next step is done."""
        line = self._check()
        finding = Check(tuple(self._reports)).finding
        self._found["part"] = _JUDGED_BY[finding.rule.id] if finding is not None and self._state.age else ""
        return line

    def _can_print(self) -> Doing:
        written = any(lines(self._state, element) for element in ELEMENTS)
        return Doing(bool(self._state.age) and written, _("Choose a sentence first."))

    def _print(self) -> Line:
        doing = self._can_print()
        if not doing.ok:
            raise Refused(Line.same(doing.why))
        line, self._printed = print_beside(self.place, "aturan-keluarga", sheet(self.place, self._state))
        return line

    def _element(self, element: str) -> dict[str, Any]:
        state, own = self._state, self._state.written.get(element, "")
        seed = seed_of(self.place.learner, _TASK)
        return {
            "options": [
                [part.id, part.text] for part in shuffled(seed, element, offered(state.age, element))
            ],
            "chosen": [part.id for part in state.parts(element)],
            "own": own,
            "note": self._noticed() if covered(own) else "",
            "lines": lines(state, element),
        }

    def _draw(self) -> dict[str, Any]:
        state = self._state
        return {
            "age": state.age,
            "facts": facts_for(state.age, self.place.now().date()),
            "elements": {element: self._element(element) for element in ELEMENTS} if state.age else {},
            "script": script(state),
            "can_print": self._can_print().to_json(),
            "check": self._found,
            "printed": self._printed,
        }
