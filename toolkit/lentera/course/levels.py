"""Name what a score means to the learner who reads it."""

from enum import StrEnum


class Level(StrEnum):
    """Name the four levels shown to learners, and the state before a trainer has marked."""

    MULAI = "Mulai"
    BERKEMBANG = "Berkembang"
    CAKAP = "Cakap"
    MAHIR = "Mahir"
    BELUM_DINILAI = "Belum dinilai"


LEVEL_STARTS = {Level.MULAI: 0, Level.BERKEMBANG: 55, Level.CAKAP: 70, Level.MAHIR: 85}
"""Lowest score [points of 100] of each level."""


def level(score: float | None) -> Level:
    """Name the level of a session score.

    Parameters
    ----------
    score : float or None
        Points of 100; None while an observed task is still unmarked.

    Raises
    ------
    ValueError
        When the score lies outside 0 to 100.
    """
    if score is None:
        return Level.BELUM_DINILAI
    if not 0 <= score <= 100:  # noqa: PLR2004 - a score is points of 100
        raise ValueError(f"A score lies between 0 and 100 points; this is {score}.")
    return max(
        (name for name, start in LEVEL_STARTS.items() if score >= start), key=lambda name: LEVEL_STARTS[name]
    )
