"""What was decided on the five payments, as it is saved."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lentera.course.scenarios import Payment
from lentera.literacy.payments.draw import drawn
from lentera.literacy.payments.tasks import Choice, Choices, read_choices


@dataclass(frozen=True)
class Decided:
    """Hold what is saved.

    Attributes
    ----------
    choices : Choices
        The seed of the payments and what was decided on each.
    at : int
        Which payment is open, from 0.
    checked : tuple of str
        Ids of payments that were checked at least once; only those tell how they stand.
    """

    choices: Choices
    at: int = 0
    checked: tuple[str, ...] = ()

    @property
    def payments(self) -> tuple[Payment, ...]:
        """Return the five payments."""
        return drawn(self.choices.seed)

    @property
    def payment(self) -> Payment:
        """Return the open payment."""
        return self.payments[self.at]

    @property
    def choice(self) -> Choice:
        """Return what was decided on the open payment."""
        return self.choices.on(self.payment)

    def with_choice(self, choice: Choice) -> "Decided":
        """Return the decisions with another one on the open payment."""
        changed = {**self.choices.by_payment, self.payment.id: choice}
        return replace(self, choices=Choices(self.choices.seed, changed))

    def to_content(self) -> dict[str, Any]:
        """Return the answer file's content, which the rules of the task read."""
        return {
            "benih": self.choices.seed,
            "transaksi": {
                name: {"putusan": choice.decision or "", "alasan": list(choice.reasons)}
                for name, choice in self.choices.by_payment.items()
            },
            "terbuka": self.payment.id,
            "diperiksa": list(self.checked),
        }

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "Decided":
        """Read an answer file's content; raise ValueError when it is none."""
        choices = read_choices(content)
        names = [one.id for one in drawn(choices.seed)]
        at, checked = content.get("terbuka"), content.get("diperiksa")
        return cls(
            choices,
            names.index(at) if isinstance(at, str) and at in names else 0,
            tuple(name for name in names if isinstance(checked, list) and name in checked),
        )
