"""What a number of a part may be: its unit and its limits, looked at when the part is made."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from math import inf, nextafter
from sys import float_info
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_KEY: Final = "bound"


class PartError(ValueError):
    """Tell that a number of a part cannot be."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Hold the unit of a number and what it must be: above `low`, up to `high`.

    `low_allowed` lets `low` itself in, `endless` infinity.
    """

    unit: str
    low: float
    high: float
    low_allowed: bool = True
    endless: bool = False

    @property
    def ends(self) -> tuple[float, float]:
        """Give the least and the largest number that is within."""
        most = inf if self.endless else float_info.max
        least = self.low if self.low_allowed else nextafter(self.low, inf)
        return max(least, -most), min(self.high, most)

    def holds(self, value: float) -> bool:
        """Say whether a number is within; NaN never is."""
        least, largest = self.ends
        return least <= value <= largest

    @property
    def wanted(self) -> str:
        """Say what to give instead."""
        if self.low == -inf:
            return "a finite number"
        if self.high == inf:
            return f"a number from {self.low:g} up" if self.low_allowed else f"a number above {self.low:g}"
        return f"a number from {self.low:g} to {self.high:g}"

    def refuse(self, quantity: str, value: object, error: type[ValueError] = PartError) -> None:
        """Raise `error` when `value` is outside, not a number, or NaN."""
        if isinstance(value, int | float) and self.holds(value):
            return
        shown = " ".join(filter(None, (str(value), self.unit)))
        raise error(f"{quantity} is {shown}; give {self.wanted}")


def above_zero(unit: str, *, endless: bool = False) -> Mapping[str, Bound]:
    """Mark a field that must be above 0."""
    return {_KEY: Bound(unit, 0.0, inf, low_allowed=False, endless=endless)}


def zero_or_more(unit: str) -> Mapping[str, Bound]:
    """Mark a field that must be 0 or more."""
    return {_KEY: Bound(unit, 0.0, inf)}


def finite(unit: str) -> Mapping[str, Bound]:
    """Mark a field that may have either sign."""
    return {_KEY: Bound(unit, -inf, inf)}


def within(low: float, high: float, unit: str) -> Mapping[str, Bound]:
    """Mark a field that must lie from `low` to `high`."""
    return {_KEY: Bound(unit, low, high)}


def share() -> Mapping[str, Bound]:
    """Mark a field that is a share of something."""
    return within(0.0, 1.0, "")


@cache
def bounds_of(kind: "type[DataclassInstance]") -> Mapping[str, Bound]:
    """Give the bounds of the marked fields of a class, by the name of the field."""
    return {field.name: field.metadata[_KEY] for field in fields(kind) if _KEY in field.metadata}


@cache
def _spans(kind: "type[DataclassInstance]") -> tuple[tuple[str, float, float], ...]:
    """Give the least and the largest number of each marked field."""
    return tuple((name, *bound.ends) for name, bound in bounds_of(kind).items())


@cache
def _optional(kind: "type[DataclassInstance]") -> frozenset[str]:
    return frozenset(field.name for field in fields(kind) if field.default is None)


def check(part: "DataclassInstance", of: str = "") -> None:
    """Look at every marked field of a part; None is in order where it is the default.

    Parameters
    ----------
    of
        Name of the part, told before the name of the field.

    Raises
    ------
    PartError
        When a number is outside its limits or is NaN; the sentence names the field.
    """
    kind = type(part)
    for name, least, largest in _spans(kind):
        value = getattr(part, name)
        # A simulated day makes thousands of parts, nearly all of them in order.
        if type(value) is float and least <= value <= largest:
            continue
        if value is None and name in _optional(kind):
            continue
        bounds_of(kind)[name].refuse(f"{of}: {name}" if of else name, value)
