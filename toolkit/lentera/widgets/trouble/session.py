"""The four mishaps behind the screen: steps in an order, a polite reply, and a check of each."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

from lentera.market.mishaps import FOUR, SLOTS, Mishap, mishap
from lentera.market.names import Role, role_name
from lentera.market.rounds import seed_of
from lentera.market.trouble_rules import TROUBLES, Way
from lentera.rules import Verdict
from lentera.widgets.activity import Refused
from lentera.widgets.judged import JudgedActivity
from lentera.widgets.line import Line
from lentera.widgets.ordering import added, dropped, moved, steps_view
from lentera.widgets.trouble.ways import LONGEST_REPLY, Decided
from lentera.widgets.trouble.wording import slot_names, trouble_words
from lentera.words import _, addressed, language

_RULE: Final = "s11.trouble."


class TroubleSession(JudgedActivity[Decided]):
    """One learner's four orders that go astray, without any screen.

    Parameters
    ----------
    place, answer_name, rule_sets, points
        As for `JudgedActivity`; the answer is ``s11-masalah``.
    """

    screen = "trouble"

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return trouble_words()

    def _about(self, name: str) -> Mishap:
        return mishap(name, self._state.seed)

    def _empty(self) -> Decided:
        return Decided(seed_of(self.place.learner or ""))

    def _read(self, content: Mapping[str, Any]) -> Decided:
        return Decided.from_content(content)

    def _write(self, state: Decided) -> Mapping[str, Any]:
        return state.to_content()

    def _ready(self) -> str:
        return _("Read the first card. Then choose the first step.")

    def _back(self) -> str:
        return _("Your decisions are as you left them.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "card": lambda: self._open_card(message["card"]),
            "add": lambda: self._add(message["action"]),
            "drop": lambda: self._drop(message["at"]),
            "move": lambda: self._move(message["at"], message["by"]),
            "part": lambda: self._choose(message["slot"], message["part"]),
            "text": lambda: self._text(message["value"]),
            "check": self._check,
        }
        return gestures[message["do"]]()

    def _open_card(self, name: str) -> Line:
        if name not in FOUR:
            raise ValueError(f"there is no card {name!r}")
        self._become(replace(self._state, at=name))
        about = self._about(name)
        return Line.same(_("Card: {name}. {situation}").format(name=about.name, situation=about.situation))

    def _add(self, action: str) -> Line:
        about, way = self._about(self._state.at), self._state.way(self._state.at)
        text = about.action(action).text
        steps = added(way.actions, action)
        self._become(self._state.with_way(actions=steps))
        return Line.same(_("Step {n}: {text}").format(n=len(steps), text=text))

    def _drop(self, number: Any) -> Line:
        steps = dropped(self._state.way(self._state.at).actions, number)
        self._become(self._state.with_way(actions=steps))
        return Line.same(_("Step {n} removed.").format(n=number + 1))

    def _move(self, number: Any, by: Any) -> Line:
        steps, to = moved(self._state.way(self._state.at).actions, number, by)
        self._become(self._state.with_way(actions=steps))
        text = self._about(self._state.at).action(steps[to]).text
        return Line.same(_("Step {n} now: {text}").format(n=to + 1, text=text))

    def _choose(self, slot: str, part: str) -> Line:
        about, way = self._about(self._state.at), self._state.way(self._state.at)
        if slot not in SLOTS or (part and about.part(part).slot != slot):
            raise ValueError(f"the reply has no {part!r} in {slot!r}")
        kept = {about.part(one).slot: one for one in way.parts} | {slot: part}
        chosen = tuple(kept[one] for one in SLOTS if kept.get(one))
        self._become(self._state.with_way(parts=chosen))
        return Line.same(_("Reply: {text}").format(text=about.reply(chosen) or _("still empty")))

    def _text(self, value: Any) -> Line:
        if not isinstance(value, str):
            raise ValueError(f"the reply is {value!r}; give a text")
        self._become(self._state.with_way(text=value[:LONGEST_REPLY]))
        return Line.same(_("Your own reply is saved."))

    def _check(self) -> Line:
        """Judge the open card and show its finding; the log gets the whole task."""
        state = self._state
        if state.way(state.at) == Way():
            raise Refused(Line.same(_("This card is still empty. Choose the first step.")))
        self._become(
            replace(state, checked=tuple(name for name in FOUR if name in (*state.checked, state.at)))
        )
        self._found = self._finding(self._verdicts()[state.at])
        reports = [rules.judge(self._answer()) for rules in self._rule_sets]
        self._unlogged.extend(partial(self._log, report) for report in reports)
        found = self._found
        return self._read_out(f"{found['yet']} {found['next']}".strip() or " ".join(found["right"]))

    def _verdicts(self) -> dict[str, Verdict]:
        report = TROUBLES.judge(self._write(self._state))
        return {verdict.rule.id.removeprefix(_RULE): verdict for verdict in report.verdicts}

    def _finding(self, verdict: Verdict) -> dict[str, Any]:
        code = language()
        said, following = (
            addressed(text, self.place.address) for text in (verdict.sentence(code), verdict.next_step(code))
        )
        right = [said] if verdict.holds else []
        return {
            "right": right,
            "yet": "" if verdict.holds else said,
            "next": following,
            "holds": verdict.holds,
        }

    def _draw(self) -> dict[str, Any]:
        state, verdicts = self._state, self._verdicts()
        about, way = self._about(state.at), state.way(state.at)
        return {
            "at": state.at,
            "cards": [
                {"id": name, "name": self._about(name).name, **_standing(state, name, verdicts[name])}
                for name in FOUR
            ],
            "name": about.name,
            "situation": about.situation,
            "chat": [
                {
                    "who": _writer(one.role, one.name),
                    "time": "",
                    "text": one.text,
                    "mine": one.role == Role.SELLER,
                }
                for one in about.chat
            ],
            "actions": [
                {"id": one.id, "text": one.text, "taken": one.id in way.actions} for one in about.actions
            ],
            "steps": steps_view(way.actions, lambda name: about.action(name).text),
            "no_steps": "" if way.actions else _("No step yet. Choose the first one."),
            "slots": [
                {
                    "id": slot,
                    "label": slot_names()[slot],
                    "options": [[part.id, part.text] for part in about.parts if part.slot == slot],
                    "value": next((one for one in way.parts if about.part(one).slot == slot), ""),
                }
                for slot in SLOTS
            ],
            "reply": way.text.strip() or about.reply(way.parts),
            "text": way.text,
            "check": self._found,
        }


def _standing(state: Decided, name: str, verdict: Verdict) -> dict[str, str]:
    """Return how a card stands: a mark and a word; only what was checked tells whether it is right."""
    if state.way(name) == Way():
        return {"mark": "", "word": _("not begun")}
    if name not in state.checked:
        return {"mark": "later", "word": _("begun")}
    return (
        {"mark": "ok", "word": _("is right")}
        if verdict.holds
        else {"mark": "yet", "word": _("not right yet")}
    )


def _writer(role: str, name: str) -> str:
    told = role_name(Role(role)) if role in {one.value for one in Role} else ""
    return " · ".join(dict.fromkeys(part for part in (told, name) if part))
