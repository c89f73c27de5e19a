"""Exercises on price: the worked example of the course, and variants of it so that neighbours differ."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from lentera.course import content_root, load_course
from lentera.product.price_sums import break_even, margin_price, rounded_up, unit_cost
from lentera.rules.seeds import as_seed, pick

GROUPS: Final = ("bahan", "kemasan", "tenaga", "lain")
"""Groups of costs: material, packaging, labour, other."""

_ROWS: Final = (
    ("pisang", "bahan", "cost_banana"),
    ("minyak", "bahan", "cost_oil"),
    ("bumbu", "bahan", "cost_spice"),
    ("kemasan dan label", "kemasan", "cost_packaging"),
    ("upah sendiri", "tenaga", "cost_labour"),
    ("gas", "lain", "cost_gas"),
    ("listrik dan antar", "lain", "cost_power_delivery"),
)
_PACKS: Final = (24, 30, 36, 48, 50, 60)
_FIXED: Final = (180_000, 240_000, 270_000, 350_000, 420_000, 450_000)
_STEP: Final = 1_000
_CLEAR: Final = 0.15
"""Part of a pack by which break-even lies off a whole number, so that rounding is really asked for."""
_APART: Final = 120.0
"""Rupiah by which each typical slip lies off the right answer."""


@dataclass(frozen=True)
class Exercise:
    """Be the numbers of one product.

    Attributes
    ----------
    name : str
        What is made.
    costs : tuple of (str, str, int)
        Name, group and amount [Rp] of each cost.
    packs : int
        How many come out.
    margin : int
        Wanted margin [percent].
    fixed : int
        Fixed costs of a month [Rp].
    """

    name: str
    costs: tuple[tuple[str, str, int], ...]
    packs: int
    margin: int
    fixed: int

    @property
    def total(self) -> int:
        """Return all costs together [Rp]."""
        return sum(amount for _name, _group, amount in self.costs)

    @property
    def unit(self) -> float:
        """Return what one pack costs [Rp]."""
        return unit_cost(self.total, self.packs)

    @property
    def price(self) -> int:
        """Return the price from the margin, rounded up [Rp]."""
        return rounded_up(margin_price(self.unit, self.margin))

    @property
    def needed(self) -> float:
        """Return the break-even in packs, before rounding."""
        return break_even(self.fixed, self.price, self.unit)

    def of_group(self, group: str) -> int:
        """Return the costs of one group [Rp]."""
        return sum(amount for _name, kind, amount in self.costs if kind == group)


@cache
def worked_example() -> Exercise:
    """Return the example of the course, from its kit."""
    kit = load_course(content_root()).kit
    return Exercise(
        "keripik pisang",
        tuple((title, group, round(kit[f"business.{name}"])) for title, group, name in _ROWS),
        round(kit["business.packs"]),
        round(kit["business.margin"] * 100),
        round(kit["business.fixed_cost"]),
    )


def exercise_of(seed: int) -> Exercise:
    """Make the exercise of a seed; the same one whenever it is asked for.

    Raises
    ------
    ValueError
        When the seed is not a whole number from 0 to 9999.
    """
    return _made(as_seed(seed))


@cache
def _made(seed: int) -> Exercise:
    example = worked_example()
    attempt = 0
    while True:
        costs = tuple(
            (name, group, amount + _STEP * pick(seed, f"{attempt} {name}", range(-5, 9)))
            for name, group, amount in example.costs
        )
        packs, fixed = pick(seed, f"{attempt} packs", _PACKS), pick(seed, f"{attempt} fixed", _FIXED)
        made = Exercise(example.name, costs, packs, example.margin, fixed)
        if _teaches(made):
            return made
        attempt += 1


def _teaches(made: Exercise) -> bool:
    """Tell whether rounding matters and no two slips give the same number."""
    part = made.needed % 1
    exact = break_even(made.fixed, margin_price(made.unit, made.margin), made.unit) % 1
    without = [(made.total - made.of_group(group)) / made.packs for group in ("tenaga", "kemasan")]
    apart = abs(without[0] - without[1]) > _APART
    return all(_CLEAR < one < 1 - _CLEAR for one in (part, exact)) and apart
