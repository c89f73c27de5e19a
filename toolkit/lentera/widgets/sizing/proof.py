"""Her sizes live through a simulated year."""

from functools import cache
from typing import Final

from lentera.solar.sizing import Chemistry, Household, Proof, prove
from lentera.solar.sizing.house import House
from lentera.widgets.sizing.words import short
from lentera.words import _, number

_WEATHER_SEED: Final = 1
_MOST_LAMPS: Final = 6


@cache
def proof_of(panel: float, battery: float, chemistry: Chemistry, household: Household) -> Proof:
    """Return how a system of these sizes stands a year; see `sizing.prove`."""
    from lentera.solar.weather import SEPAKU, year  # noqa: PLC0415 - only a proof needs a year of weather

    return prove(panel, battery, chemistry, household, year(SEPAKU, 2026, _WEATHER_SEED))


def household_of(house: House) -> tuple[Household, str]:
    """Return the house as the year's model knows it, and the sentence that says so."""
    lamps = [load for load in house.loads if load.name in {"lampu", "lampu5"}]
    watts = sum(load.watts * load.count for load in lamps)
    count = max(1, min(_MOST_LAMPS, round(watts / 3.0)))
    hours = sum(load.energy for load in lamps) / (3.0 * count) if lamps else 1.0
    hours = min(12.0, max(0.5, round(2.0 * hours) / 2.0))
    other = max(0.0, house.energy - 3.0 * count * hours)
    text = _("Worked out as {n} lamps of 3 W for {hours} hours, and {wh} Wh for the rest.")
    return Household(count, hours, round(other)), text.format(n=count, hours=short(hours), wh=number(other))


def sentences(proof: Proof, known_as: str) -> list[str]:
    """Return what the proof says: verdict, dark hours, what the model took the house for, and its limit."""
    total = proof.result.total
    verdict = (
        _("These sizes hold: light in {share} percent of the wanted hours.")
        if proof.holds
        else _("These sizes are short: light in {share} percent of the wanted hours.")
    ).format(share=number(100 * proof.served))
    dark = _("Dark hours in the year: {dark} of {all}.").format(
        dark=number(total.dark), all=number(total.dark + total.light)
    )
    note = _("These are model values for the weather of Sepaku, not a promise.")
    return [verdict, dark, known_as, note]
