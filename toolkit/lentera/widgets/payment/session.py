"""Five practice payments behind the screen: decide on each, tick what was noticed, check it at once."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from lentera.course.scenarios import Outcome, Payment, ScreenKind, Shown
from lentera.literacy.bank import bank
from lentera.literacy.payments.tasks import PAYMENTS, Choice, Choices
from lentera.market.payment import MARK, qr_svg
from lentera.rules import Verdict
from lentera.rules.seeds import SEEDS, seed_of
from lentera.widgets.activity import Refused
from lentera.widgets.facts import facts_told
from lentera.widgets.judged import JudgedActivity
from lentera.widgets.line import Line
from lentera.widgets.payment.decided import Decided
from lentera.widgets.payment.wording import follows, outcome_name, payment_words, side_told
from lentera.words import _, addressed, language


class PaymentSession(JudgedActivity[Decided]):
    """One learner's five practice payments, without any screen.

    Parameters
    ----------
    place, answer_name, rule_sets, points
        As for `JudgedActivity`; without rule sets it is free play, and five others can be asked for.
    """

    screen = "payment"
    milestones = frozenset({"check", "more"})

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        words = payment_words()
        return {**words, "decision": self._said(words["decision"]), "free": not self._rule_sets}

    def _empty(self) -> Decided:
        return Decided(Choices(seed_of(self.place.learner, self._file.task)))

    def _read(self, content: Mapping[str, Any]) -> Decided:
        return Decided.from_content(content)

    def _write(self, state: Decided) -> Mapping[str, Any]:
        return state.to_content()

    def _ready(self) -> str:
        return _("Read the first payment. Then decide.")

    def _back(self) -> str:
        return _("Your payments are as you left them.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "card": lambda: self._open_card(message["card"]),
            "decide": lambda: self._decide(message["value"]),
            "reason": lambda: self._tick(message["reason"], on=message["on"]),
            "check": self._check,
            "more": self._more,
        }
        return gestures[message["do"]]()

    def _open_card(self, name: str) -> Line:
        at = [one.id for one in self._state.payments].index(name)
        self._become(replace(self._state, at=at))
        told = _("Payment {n}: {name}. {story}")
        return Line.same(
            told.format(n=at + 1, name=self._state.payment.name, story=self._said(self._state.payment.story))
        )

    def _decide(self, value: str) -> Line:
        outcome = Outcome(value)
        self._become(self._state.with_choice(replace(self._state.choice, decision=outcome)))
        told = _("Decision: {name}. {follows}")
        return Line.same(
            told.format(name=outcome_name(outcome), follows=follows(self._state.payment.side, outcome))
        )

    def _tick(self, name: str, *, on: Any) -> Line:
        payment, choice = self._state.payment, self._state.choice
        if name not in {*payment.reasons, *payment.decoys} or not isinstance(on, bool):
            raise ValueError(f"{payment.id!r} does not offer the reason {name!r}")
        kept = {*choice.reasons} - {name} | ({name} if on else set())
        reasons = tuple(one for one in bank().reasons if one in kept)
        self._become(self._state.with_choice(replace(choice, reasons=reasons)))
        told = _("Noticed: {reason}.") if on else _("Taken back: {reason}.")
        return Line.same(told.format(reason=bank().reasons[name].name))

    def _check(self) -> Line:
        """Judge the open payment and show its finding; the log gets the whole task."""
        state = self._state
        if state.choice == Choice():
            raise Refused(
                Line.same(_("This payment is not decided yet. Choose paid, not yet or suspicious."))
            )
        names = [one.id for one in state.payments]
        seen = tuple(name for name in names if name in (*state.checked, state.payment.id))
        self._become(replace(state, checked=seen))
        verdicts = self._verdicts()
        waiting = [name for name, verdict in zip(names, verdicts, strict=True) if not verdict.holds]
        self._found = self._finding(verdicts[state.at], waiting)
        reports = [rules.judge(self._answer()) for rules in self._rule_sets]
        self._unlogged.extend(partial(self._log, report) for report in reports)
        found = self._found
        return self._read_out(" ".join([*found["right"], found["yet"], found["next"]]).strip())

    def _verdicts(self) -> tuple[Verdict, ...]:
        return PAYMENTS.judge(self._write(self._state)).verdicts

    def _finding(self, verdict: Verdict, waiting: list[str]) -> dict[str, Any]:
        """Return the rows of feedback; `waiting` are the payments that are not right yet."""
        code = language()
        said, following = self._said(verdict.sentence(code)), self._said(verdict.next_step(code))
        right = [said, self._said(self._state.payment.after)] if verdict.holds else []
        if verdict.holds:
            following = _("Read another payment.") if waiting else ""
            right += [] if waiting else [self._said(PAYMENTS.texts.complete.in_language(code))]
        return {
            "right": right,
            "yet": "" if verdict.holds else said,
            "next": following,
            "holds": verdict.holds,
            "next_card": waiting[0] if waiting else "",
            "facts": facts_told(self._state.payment.facts, self.place.now().date()),
        }

    def _more(self) -> Line:
        if self._rule_sets:
            raise ValueError("a task keeps its five payments")
        self._become(Decided(Choices((self._state.choices.seed + 1) % SEEDS)))
        return Line.same(_("Five other payments are ready. Read the first one."))

    def _said(self, text: str) -> str:
        return addressed(text, self.place.address)

    def _draw(self) -> dict[str, Any]:
        state, verdicts = self._state, self._verdicts()
        payment, choice = state.payment, state.choice
        offered = [one for one in bank().reasons.values() if one.id in (*payment.reasons, *payment.decoys)]
        return {
            "at": payment.id,
            "cards": [
                {"id": one.id, "name": one.name, **_standing(state, one, verdict)}
                for one, verdict in zip(state.payments, verdicts, strict=True)
            ],
            "side": payment.side.value,
            "side_told": self._said(side_told(payment.side)),
            "story": self._said(payment.story),
            "screens": [self._screen(shown) for shown in payment.screens],
            "script": self._script(payment),
            "decision": choice.decision.value if choice.decision else "",
            "follows": follows(payment.side, choice.decision) if choice.decision else "",
            "reasons": [[one.id, one.name] for one in offered],
            "noticed": list(choice.reasons),
            "check": self._found,
        }

    def _screen(self, shown: Shown) -> dict[str, Any]:
        return {
            "kind": shown.kind.value,
            "title": self._said(shown.title),
            "rows": [list(row) for row in shown.rows],
            "words": self._said(shown.words),
            "qr": _qr(shown) if shown.kind is ScreenKind.STICKER else "",
        }

    def _script(self, payment: Payment) -> str:
        """Return everything there is to read, for the ear."""
        said = [side_told(payment.side), payment.story]
        for shown in payment.screens:
            said.append(f"{shown.title}:")
            said += [f"{name}: {value}." for name, value in shown.rows]
            said.append(shown.words)
        return self._said(" ".join(part for part in said if part))


def _qr(shown: Shown) -> str:
    told = ", ".join(f"{name} {value}" for name, value in shown.rows)
    return qr_svg(f"{MARK} | {told}", _("QR code, SIMULATION"), told)


def _standing(state: Decided, payment: Payment, verdict: Verdict) -> dict[str, str]:
    """Return how a payment stands: a mark and a word; only what was checked tells whether it is right."""
    if state.choices.on(payment) == Choice():
        return {"mark": "", "word": _("not begun")}
    if payment.id not in state.checked:
        return {"mark": "later", "word": _("begun")}
    if verdict.holds:
        return {"mark": "ok", "word": _("is right")}
    return {"mark": "yet", "word": _("not right yet")}
