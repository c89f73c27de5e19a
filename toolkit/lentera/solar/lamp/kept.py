"""Keep the tables of the installations last asked about, so that a change of habits is answered at once."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from lentera.solar.installation import Battery, Installation, Unit
from lentera.solar.lamp.table import Table, table_of

MOST: Final = 8
"""Tables kept; each is a few kilobytes."""


class _Question(NamedTuple):
    installation: Installation
    states: tuple[Mapping[str, Unit], ...]
    brightest: float
    law: tuple[float, float]


class Tables:
    """Give the table of an installation, solved anew only when nothing kept answers the question.

    A table lists its answers by the voltage inside the battery, so the charge it starts with changes nothing;
    everything else does.
    """

    def __init__(self) -> None:
        self._kept: deque[tuple[_Question, Table]] = deque(maxlen=MOST)

    def of(
        self,
        installation: Installation,
        states: Sequence[Mapping[str, Unit]],
        brightest: float,
        law: tuple[float, float],
    ) -> Table:
        """Give the table; `law` is the warmth of a sunless panel [°C] and its rise [K m²/W].

        Raises
        ------
        LampError
            As `table_of`.
        """
        rested = replace(installation, units=_rested(installation.units))
        asked = _Question(rested, tuple(_rested(units) for units in states), brightest, law)
        for question, table in self._kept:
            if question == asked:
                self._kept.remove((question, table))
                self._kept.append((question, table))
                return table
        made = table_of(asked.installation, asked.states, brightest, _warmth(law))
        self._kept.append((asked, made))
        return made


def _rested(units: Mapping[str, Unit]) -> dict[str, Unit]:
    """Put every battery to the same charge, at rest."""
    return {
        name: replace(unit, soc=1.0, polarisation=0.0) if isinstance(unit, Battery) else unit
        for name, unit in units.items()
    }


def _warmth(law: tuple[float, float]) -> Callable[[float], float]:
    dark, rise = law
    return lambda irradiance: dark + rise * irradiance
