"""The rules of practice payments: five decisions, each with what was noticed.

A payment is worth 5 points: 3 for the decision, 2 for what was noticed. A careful decision that is not the
right one earns three quarters of the 3. What was noticed is judged whatever was decided; ticking everything
earns nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

from lentera.course.scenarios import Outcome, Payment
from lentera.literacy.bank import bank
from lentera.literacy.payments.draw import FIVE, drawn
from lentera.rules import Finding, RuleSet, load_rules, load_set, missed, right
from lentera.rules.seeds import as_seed

_PATH: Final = Path(__file__).parents[1] / "texts" / "s08-transaksi.toml"
_DECISION: Final = 3 / 5
"""Share of a payment's points that its decision earns; what was noticed earns the rest."""
_NEARLY: Final = 0.75


@dataclass(frozen=True)
class Choice:
    """Hold what was decided on one payment, and the ids of what was noticed."""

    decision: Outcome | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Choices:
    """Hold an answer: the seed of its payments and what was decided on each."""

    seed: int
    by_payment: Mapping[str, Choice] = field(default_factory=dict)

    def on(self, payment: Payment) -> Choice:
        """Return what was decided on a payment."""
        return self.by_payment.get(payment.id, Choice())


def read_choices(content: Mapping[str, Any]) -> Choices:
    """Read an answer file's content; a payment without an entry is undecided.

    Raises
    ------
    ValueError
        When it is no such answer.
    """
    seed, rows = as_seed(content.get("benih")), content.get("transaksi")
    if not isinstance(rows, Mapping):
        raise ValueError("the answer has no 'transaksi'; open the task again")
    known = {one.id: one for one in drawn(seed)}
    return Choices(seed, {name: _choice(known[name], row) for name, row in rows.items() if name in known})


def _choice(payment: Payment, row: Any) -> Choice:
    if not isinstance(row, Mapping):
        raise ValueError(f"the decision on {payment.id!r} is damaged; decide again")
    decision, ticked = row.get("putusan", ""), row.get("alasan", [])
    if decision not in {"", *Outcome} or not isinstance(ticked, list):
        raise ValueError(f"the decision on {payment.id!r} is damaged; decide again")
    offered = {*payment.reasons, *payment.decoys}
    return Choice(Outcome(decision) if decision else None, tuple(one for one in ticked if one in offered))


def judge_choice(payment: Payment, choice: Choice) -> Finding:
    """Judge one payment: 3 of its 5 points for the decision, 2 for what was noticed."""
    known = {"payment": payment.name, "says": "", "next": ""}
    if choice.decision is None:
        return missed("empty", **known)
    share = _decided(payment, choice.decision) * _DECISION + _noticed(payment, choice) * (1 - _DECISION)
    known["says"] = payment.replies[choice.decision]
    if choice.decision is not payment.decision:
        first = next((one for one in payment.reasons if one not in choice.reasons), payment.reasons[0])
        known["next"] = bank().reasons[first].look
        if choice.decision is Outcome.PAID:
            return missed("danger", share, **known)
        return missed("nearly" if choice.decision in payment.nearly else "decision", share, **known)
    odd = next((one for one in choice.reasons if one not in payment.reasons), None)
    if odd is not None:
        return missed("reason", share, **{**known, "next": bank().reasons[odd].not_here})
    lacking = [one for one in payment.reasons if one not in choice.reasons]
    if lacking:
        mistake = "reasons" if choice.reasons else "no_reason"
        return missed(mistake, share, **{**known, "next": bank().reasons[lacking[0]].look})
    return right(**known)


def _decided(payment: Payment, decision: Outcome) -> float:
    if decision is payment.decision:
        return 1.0
    return _NEARLY if decision in payment.nearly else 0.0


def _noticed(payment: Payment, choice: Choice) -> float:
    """Return the share of what was noticed: each thing that is not so takes one away that is."""
    seen = sum(1 for one in choice.reasons if one in payment.reasons)
    return max(0.0, (2 * seen - len(choice.reasons)) / len(payment.reasons))


def _judge(position: int, choices: Choices) -> Finding:
    payment = drawn(choices.seed)[position]
    found = judge_choice(payment, choices.on(payment))
    return Finding(found.share, found.mistake, {**found.details, "number": str(position + 1)})


PAYMENTS: Final[RuleSet[Any]] = RuleSet(
    "s08-transaksi",
    "s08-transaksi",
    read_choices,
    load_rules(_PATH, {f"s08.payment.{at + 1}": partial(_judge, at) for at in range(FIVE)}),
    load_set(_PATH),
)
"""Task ``s08-transaksi``: five payments, 5 points each."""
