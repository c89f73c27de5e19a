"""The inbox behind the screen: open, decide, tick signs, check, put actions in order."""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from lentera.course.scenarios import Bank, Decision, Message, MessageKind
from lentera.literacy.bank import bank as whole_bank
from lentera.literacy.inbox.judging import judge_decision, judge_order, judge_signs, offered_signs
from lentera.place import Place
from lentera.rules import RuleSet
from lentera.rules.seeds import seed_of, shuffled
from lentera.widgets.activity import Refused
from lentera.widgets.facts import facts_told
from lentera.widgets.inbox.hints import hints_to
from lentera.widgets.inbox.reading import HINTS, Judged, R, opened
from lentera.widgets.inbox.showing import finding, message_view, rows_view, standing
from lentera.widgets.inbox.wording import decision_word, inbox_words, script
from lentera.widgets.judged import JudgedActivity
from lentera.widgets.line import Doing, Line
from lentera.widgets.ordering import added, dropped, moved, steps_view
from lentera.words import _, addressed


class MailActivity(JudgedActivity[R]):
    """What the lesson's inbox and the practice at home have in common.

    Parameters
    ----------
    place, answer_name, rule_sets, points
        As for `JudgedActivity`.
    bank : Bank, optional
        The scenarios; those of this course when left out.
    """

    screen = "inbox"
    milestones = frozenset({"check", "more"})

    def __init__(
        self,
        place: Place,
        answer_name: str,
        rule_sets: Sequence[RuleSet[Any]] = (),
        points: Mapping[str, float] | None = None,
        *,
        bank: Bank | None = None,
    ) -> None:
        self._bank = whole_bank() if bank is None else bank
        self._seed = seed_of(place.learner, answer_name)
        super().__init__(place, answer_name, rule_sets, points)

    @abstractmethod
    def _title(self) -> str:
        """Return the heading of the screen."""

    @abstractmethod
    def _first_check(self, message: Message, share: float, *, signs_right: bool | None) -> None:
        """Take note of what was known before any feedback."""

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return inbox_words(self._title(), self.place.address)

    def _ready(self) -> str:
        return _("Read the first message. Then decide: safe, doubtful, or dangerous.")

    def _back(self) -> str:
        return _("Your inbox is as you left it.")

    @property
    def _messages(self) -> tuple[Message, ...]:
        """Return the messages in their places; one that nobody knows any more is left out."""
        known = self._bank.messages
        return tuple(known[name] for name in self._state.inbox.ids if name in known)

    @property
    def _message(self) -> Message:
        return self._bank.messages[self._state.at]

    @property
    def _kind(self) -> MessageKind:
        return self._bank.kinds[self._message.kind]

    def _number(self, message: Message) -> int:
        return self._messages.index(message) + 1

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "open": lambda: self._open_message(message["message"]),
            "next": self._next,
            "decide": lambda: self._decide(message["decision"]),
            "sign": lambda: self._tick(message["sign"], on=message["on"]),
            "check": self._check,
            "hint": self._hint,
            "add": lambda: self._add(message["action"]),
            "drop": lambda: self._drop(message["at"]),
            "move": lambda: self._move(message["at"], message["by"]),
            "check_order": self._check_order,
        }
        return gestures[message["do"]]()

    def _open_message(self, name: Any) -> Line:
        message = next((one for one in self._messages if one.id == name), None)
        if message is None:
            raise ValueError(f"this inbox has no message {name!r}")
        self._become(opened(self._state, message.id))
        return self._told()

    def _told(self) -> Line:
        """Tell which message is open; the ear gets all of it, for the eyes it stands there."""
        n, total = self._number(self._message), len(self._messages)
        said = _("Message {n} of {total} is open.").format(n=n, total=total)
        return Line(said, f"{said} {script(self._message)}")

    def _next(self) -> Line:
        following = self._following()
        if following is None:
            raise Refused(Line.same(self._nothing_left()))
        return self._open_message(following.id)

    def _following(self) -> Message | None:
        """Return the next message that is not right yet, after the open one and then from the top."""
        return next((one for one in self._around() if self._state.share(one) != 1), None)

    def _around(self) -> tuple[Message, ...]:
        """Return the other messages: those after the open one, then those before it."""
        at = self._number(self._message)
        return (*self._messages[at:], *self._messages[: at - 1])

    def _nothing_left(self) -> str:
        if self._state.share(self._message) == 1:
            return _("Every message is right already.")
        return _("Every other message is right already. Only this one waits.")

    def _decide(self, name: Any) -> Line:
        decision = Decision(name)
        self._become(replace(self._state, inbox=self._state.inbox.with_decision(self._state.at, decision)))
        said = _("Decision: {decision}.").format(decision=decision_word(decision))
        if self._state.share(self._message) is not None:
            return Line.same(said)
        if decision is Decision.SAFE or not self._offered():
            following = _("Now press Check.")
        else:
            following = _("Now choose its signs of danger.")
        return Line.same(f"{said} {following}")

    def _offered(self) -> tuple[str, ...]:
        """Return the signs to choose from; a decision that sees no danger names none."""
        decision = self._state.inbox.decided.get(self._state.at)
        if decision is None or decision is Decision.SAFE:
            return ()
        return offered_signs(self._message, self._seed)

    def _tick(self, sign: Any, *, on: Any) -> Line:
        if sign not in self._offered() or not isinstance(on, bool):
            raise ValueError(f"there is no sign {sign!r} to tick")
        chosen = [one for one in self._state.signs if one != sign] + ([sign] if on else [])
        self._become(replace(self._state, inbox=self._state.inbox.with_signs(self._state.at, chosen)))
        said = _("Sign chosen: {sign}.") if on else _("Sign taken off: {sign}.")
        return Line.same(said.format(sign=self._bank.signs[sign].name))

    def _check(self) -> Line:
        """Judge the open message; the log gets the whole tasks."""
        state, message = self._state, self._message
        decision = state.inbox.decided.get(message.id)
        if decision is None:
            raise Refused(Line.same(_("Decide first: safe, doubtful, or dangerous.")))
        judged = {**state.judged, message.id: Judged(decision, state.signs)}
        self._become(replace(state, inbox=state.inbox.with_check(message.id), judged=judged))
        if message.id not in state.inbox.checked:
            found = judge_signs(message, state.signs, self._bank) if self._offered() else None
            share = judge_decision(message, decision)[0]
            self._first_check(message, share, signs_right=None if found is None else found.right)
        self._reports = [rules.judge(self._answer()) for rules in self._rule_sets]
        self._unlogged.extend(partial(self._log, report) for report in self._reports)
        return self._checked_line(message)

    def _checked_line(self, message: Message) -> Line:
        rows = self._finding() or {}
        _mark, word = standing(self._state, message, self._bank)
        shown = _("Message {n}: {standing}.").format(n=self._number(message), standing=word)
        return Line(shown, " ".join(one for one in (shown, *rows["right"], rows["yet"], rows["next"]) if one))

    def _finding(self) -> dict[str, Any] | None:
        done = "" if self._following() else f"{self._nothing_left()} {_('Well done, {sapaan}.')}"
        return finding(self._state, self._message, self._bank, self.place.address, done=done)

    def _hints_read(self) -> int:
        return sum(self._state.hints.values())

    def _hint(self) -> Line:
        n = self._state.hints.get(self._state.at, 0) + 1
        if n > HINTS:
            raise Refused(Line.same(_("All hints are open.")))
        self._state = replace(self._state, hints={**self._state.hints, self._state.at: n})
        hint = addressed(hints_to(self._message, self._bank)[n - 1], self.place.address)
        return Line(_("Hint {n} is open.").format(n=n), _("Hint {n}: {hint}").format(n=n, hint=hint))

    # What to do after a danger is seen

    def _sees_danger(self) -> bool:
        """Tell whether the open message is dangerous and was found so."""
        return self._message.decision is Decision.DANGER and self._state.share(self._message) == 1

    def _action(self, name: str) -> str:
        return dict(self._kind.actions)[name]

    def _arrange(self, steps: Sequence[str]) -> None:
        if not self._sees_danger():
            raise Refused(Line.same(_("Decide and check first. Then come the steps.")))
        self._become(replace(self._state, inbox=self._state.inbox.with_order(self._state.at, steps)))

    def _add(self, name: str) -> Line:
        text, steps = self._action(name), added(self._state.order, name)
        self._arrange(steps)
        return Line.same(_("Step {n}: {text}").format(n=len(steps), text=text))

    def _drop(self, number: Any) -> Line:
        self._arrange(dropped(self._state.order, number))
        return Line.same(_("Step {n} removed.").format(n=number + 1))

    def _move(self, number: Any, by: Any) -> Line:
        steps, to = moved(self._state.order, number, by)
        self._arrange(steps)
        return Line.same(_("Step {n} now: {text}").format(n=to + 1, text=self._action(steps[to])))

    def _check_order(self) -> Line:
        self._arrange(self._state.order)
        found = judge_order(self._kind, self._state.order)
        said = addressed(found.said, self.place.address)
        self._found = {"right": [said] if found.right else [], "yet": "" if found.right else said, "next": ""}
        return Line.same(said)

    def _order_view(self) -> dict[str, Any] | None:
        if not self._sees_danger() or not self._kind.actions:
            return None
        order = [name for name in self._state.order if name in dict(self._kind.actions)]
        # The bank writes them in a right order, which would give it away.
        mixed = shuffled(self._seed, f"tindakan {self._state.at}", self._kind.actions)
        return {
            "actions": [{"id": name, "text": text, "taken": name in order} for name, text in mixed],
            "steps": steps_view(order, self._action),
            "none": "" if order else _("No step yet. Choose the first one."),
            "check": self._found,
        }

    def _happened_view(self) -> dict[str, Any] | None:
        if not self._sees_danger() or not self._kind.if_done:
            return None
        closing = _("It is not {Sapaan} who did wrong. It is the swindler.")
        return {
            "steps": [addressed(step, self.place.address) for step in self._kind.if_done],
            "facts": facts_told(self._kind.facts, self.place.now().date()),
            "closing": addressed(closing, self.place.address),
        }

    def _count(self) -> str:
        """Say where she is, and how far."""
        right = sum(self._state.share(one) == 1 for one in self._messages)
        return _("Message {n} of {total}, {right} right already").format(
            n=self._number(self._message), total=len(self._messages), right=right
        )

    def _draw(self) -> dict[str, Any]:
        state, message = self._state, self._message
        hints = hints_to(message, self._bank)[: state.hints.get(message.id, 0)]
        following = self._following()
        return {
            "count": self._count(),
            "rows": rows_view(state, self._messages, self._bank),
            "message": message_view(message),
            "decision": state.inbox.decided.get(message.id, ""),
            "signs": [[name, self._bank.signs[name].name] for name in self._offered()],
            "chosen": list(state.signs),
            "check": self._finding(),
            "next": Doing(following is not None, self._nothing_left()).to_json(),
            "hints": [addressed(one, self.place.address) for one in hints],
            "hint_label": _("Hint {n} of {all}").format(n=min(len(hints) + 1, HINTS), all=HINTS),
            "more_hints": len(hints) < HINTS,
            "order": self._order_view(),
            "happened": self._happened_view(),
            "done": None,
        }
