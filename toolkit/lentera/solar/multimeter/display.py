"""What the display shows: counts, over-range and errors within the specification."""

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Final

from lentera.solar.multimeter.meter import METER, Range

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

OVER: Final = "OL"


@dataclass(frozen=True, slots=True)
class Display:
    """Be the display at rest: the text on it, its unit, and the number in V, A or ohm behind it.

    `value` is None when no number is shown: blank or OL.
    """

    text: str = ""
    unit: str = ""
    value: float | None = None
    range: Range | None = None

    @property
    def over(self) -> bool:
        """Say whether the number is too large for the range."""
        return self.text == OVER


BLANK: Final = Display()


def show(value: float, ranges: "Sequence[Range]", noise: "np.random.Generator | None" = None) -> Display:
    """Show a number in the first range that holds it, in the last one else.

    Parameters
    ----------
    value
        In V, A or ohm; inf shows OL.
    ranges
        At least one, the smallest first.
    noise
        Draws an error within ±(0.5 % + 2 counts) for this reading; left out, the meter is exact.
    """
    if noise is not None and abs(value) < inf:
        value *= 1.0 + METER.gain_error * float(noise.uniform(-1.0, 1.0))
    offset = 0.0 if noise is None else METER.count_error * float(noise.uniform(-1.0, 1.0))
    for row in ranges:
        counts = value / row.resolution + offset
        if abs(counts) < METER.counts + 0.5:
            shown = round(counts)
            text = f"{shown * row.resolution * row.scale:.{row.decimals}f}"
            # A display has no minus zero.
            return Display(text if shown else text.removeprefix("-"), row.unit, shown * row.resolution, row)
    return Display(OVER, ranges[-1].unit, None, ranges[-1])
