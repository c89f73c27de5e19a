"""Bend shares between 0 and 1 until their weighted sum meets a total: nothing ever leaves its bounds."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

ROUNDS = 60
CLOSE = 1e-10
"""Accepted relative difference from the total."""
SHARPEST = 40.0
"""Strongest bend looked for; exp(40) turns a share of 1e-17 into one half."""


def meet(shares: Array, weights: Array, totals: Array) -> Array:
    """Bend each row of shares so that its weighted sum meets the row's total.

    A bend of strength b turns the share s into s eᵇ / (1 - s + s eᵇ): 0 stays 0, 1 stays 1 and the order
    of the shares is kept. Scaling and cutting would not: one undoes the other.

    Parameters
    ----------
    shares : (rows, n) array
        Each from 0 to 1.
    weights : (rows, n) array
        Each 0 or more.
    totals : (rows,) array
        Each between 0 and the sum of the row's weights.

    Raises
    ------
    ValueError
        When a total cannot be met, naming the row.
    """
    lowest = np.where(shares <= 0.0, 0.0, weights).sum(axis=1)
    for row in np.flatnonzero(~((totals > 0.0) & (totals < lowest))):
        raise ValueError(f"row {row} has a total of {totals[row]:g}; give one between 0 and {lowest[row]:g}")
    strength = np.zeros(len(shares))
    low, high = np.full(len(shares), -SHARPEST), np.full(len(shares), SHARPEST)
    rest = 1.0 - shares
    for _ in range(ROUNDS):
        bent = shares / (shares + rest * np.exp(-strength)[:, None])
        weighted = weights * bent
        excess = weighted.sum(axis=1) - totals
        if np.all(np.abs(excess) <= CLOSE * totals):
            return bent
        np.copyto(high, strength, where=excess > 0.0)
        np.copyto(low, strength, where=excess < 0.0)
        slope = weighted.sum(axis=1) - np.einsum("ij,ij->i", weighted, bent)
        step = strength - excess / np.maximum(slope, 1e-300)
        strength = np.where((step > low) & (step < high), step, (low + high) / 2.0)
    raise ValueError("the shares are too close to 0 or 1 to be bent to the total; give less extreme shares")
