"""What a number of a part may be: its unit and its limits, looked at when the part is made."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from math import inf
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_KEY: Final = "bound"


class PartError(ValueError):
    """Tell that a number of a part cannot be."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Hold the unit of a number and what it must be."""

    unit: str
    low: float
    high: float
    wanted: str
    low_allowed: bool = False

    def refuse(self, quantity: str, value: object) -> None:
        """Raise PartError when `value` is outside, not a number, or NaN."""
        if isinstance(value, int | float) and (
            self.low < value < self.high
            or value == self.high < inf
            or (self.low_allowed and value == self.low)
        ):
            return
        shown = " ".join(filter(None, (str(value), self.unit)))
        raise PartError(f"{quantity} is {shown}; give {self.wanted}")


def above_zero(unit: str) -> Mapping[str, Bound]:
    """Mark a field that must be above 0."""
    return {_KEY: Bound(unit, 0.0, inf, "a number above 0")}


def zero_or_more(unit: str) -> Mapping[str, Bound]:
    """Mark a field that must be 0 or more."""
    return {_KEY: Bound(unit, 0.0, inf, "a number from 0 up", low_allowed=True)}


def finite(unit: str) -> Mapping[str, Bound]:
    """Mark a field that may have either sign."""
    return {_KEY: Bound(unit, -inf, inf, "a finite number")}


def share() -> Mapping[str, Bound]:
    """Mark a field that is a share of something."""
    return {_KEY: Bound("", 0.0, 1.0, "a number from 0 to 1", low_allowed=True)}


def check(spec: "DataclassInstance") -> None:
    """Look at every marked field of a part.

    Raises
    ------
    PartError
        When a number is outside its limits or is NaN; the sentence names the field.
    """
    for field in fields(spec):
        bound = field.metadata.get(_KEY)
        if bound is not None:
            bound.refuse(field.name, getattr(spec, field.name))
