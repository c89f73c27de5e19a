"""An answer on price: her own product, or an exercise, as the answer file keeps them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from lentera.product.money import Number, read_count, read_percent, read_rupiah
from lentera.product.price_exercise import GROUPS, Exercise, exercise_of
from lentera.product.price_sums import margin_price, rounded_up, unit_cost

MOST_COSTS: Final = 20
"""Rows a cost list may have."""
MOST_PACKS: Final = 1_000_000
"""More packs are a slip of the finger."""


class Mode(StrEnum):
    """Tell whose numbers are worked with."""

    EXERCISE = "latihan"
    OWN = "sendiri"


@dataclass(frozen=True)
class Cost:
    """Be one row of a cost list."""

    name: str
    group: str
    amount: Number


@dataclass(frozen=True)
class Sums:
    """Hold what was written for one product, and what it is worked out from.

    Attributes
    ----------
    mode : Mode
        Her own product or an exercise.
    costs : tuple of Cost
        What all packs together cost.
    packs, margin, fixed : Number
        How many come out, the wanted margin [percent], the fixed costs of a month [Rp].
    unit, price, needed : Number
        Her three results: cost of one pack, price [Rp], packs to break even.
    """

    mode: Mode
    costs: tuple[Cost, ...]
    packs: Number
    margin: Number
    fixed: Number
    unit: Number
    price: Number
    needed: Number

    @property
    def total(self) -> float:
        """Return all costs that can be read, together [Rp]."""
        return sum(cost.amount.value or 0 for cost in self.costs)

    @property
    def has_packs(self) -> bool:
        """Tell whether the costs can be shared: a whole number of packs, 1 or more."""
        count = self.packs.value
        return count is not None and float(count).is_integer() and 1 <= count <= MOST_PACKS

    @property
    def true_unit(self) -> float | None:
        """Return what one pack costs by the list [Rp]; None while something is missing."""
        if not self.has_packs or not self.total:
            return None
        return unit_cost(self.total, self.packs.value or 0)

    @property
    def has_margin(self) -> bool:
        """Tell whether the margin leaves something for the cost."""
        return self.margin.value is not None and 0 < self.margin.value < 100  # noqa: PLR2004 - all of the price

    @property
    def true_price(self) -> int | None:
        """Return the price from margin and true cost, rounded up [Rp]; None while something is missing."""
        cost = self.true_unit
        if cost is None or not self.has_margin:
            return None
        return rounded_up(margin_price(cost, self.margin.value or 0))

    def of_group(self, group: str) -> list[Cost]:
        """Return the rows of one group."""
        return [cost for cost in self.costs if cost.group == group]

    def spent_on(self, group: str) -> float:
        """Return what one group costs together [Rp]."""
        return sum(cost.amount.value or 0 for cost in self.of_group(group))


def read_sums(content: Mapping[str, Any]) -> Sums:
    """Read an answer file's content.

    Raises
    ------
    ValueError
        When it is no answer on price.
    """
    if not isinstance(content, Mapping):
        raise ValueError("the answer on price is no table; write the numbers again")
    if Mode(content.get("mode", Mode.OWN)) is Mode.OWN:
        return _own(content)
    tried = content.get("latihan")
    if not isinstance(tried, Mapping):
        raise ValueError("the answer has no 'latihan'; open the exercise again")
    seed: Any = tried.get("benih")
    return of_exercise(exercise_of(seed), tried)


def of_exercise(exercise: Exercise, tried: Mapping[str, Any]) -> Sums:
    """Put what was written to the numbers of an exercise; none of those is taken from the file."""
    return Sums(
        Mode.EXERCISE,
        tuple(Cost(name, group, Number(amount)) for name, group, amount in exercise.costs),
        Number(exercise.packs),
        Number(exercise.margin),
        Number(exercise.fixed),
        read_rupiah(tried.get("hpp", "")),
        read_rupiah(tried.get("harga", "")),
        read_count(tried.get("impas", "")),
    )


def _own(content: Mapping[str, Any]) -> Sums:
    rows = content.get("biaya", [])
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise ValueError("the answer's 'biaya' is no list of costs; write the costs again")
    costs = []
    for row in rows[:MOST_COSTS]:
        group = row.get("golongan")
        if group not in GROUPS:
            raise ValueError(f"there is no group of costs {group!r}; choose one of {', '.join(GROUPS)}")
        costs.append(Cost(str(row.get("nama", "")).strip(), group, read_rupiah(row.get("jumlah", ""))))
    return Sums(
        Mode.OWN,
        tuple(costs),
        read_count(content.get("bungkus", "")),
        read_percent(content.get("margin", "")),
        read_rupiah(content.get("tetap", "")),
        read_rupiah(content.get("hpp", "")),
        read_rupiah(content.get("harga", "")),
        read_count(content.get("impas", "")),
    )


def other_round(content: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """List the answer as its other mode reads it, and earlier exercises: what was earned there is kept."""
    old = content.get("latihan_lama")
    tried = [content.get("latihan"), *(old if isinstance(old, list) else ())]
    rounds = [{**content, "mode": Mode.EXERCISE, "latihan": one} for one in tried if isinstance(one, Mapping)]
    return [*rounds, {**content, "mode": Mode.OWN}] if content.get("biaya") else rounds
