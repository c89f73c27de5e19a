"""The arithmetic of a battery on plain floats.

Each function calls nothing of this project, so that a year's loop can compile it as it stands
(``numba.njit(respond)``) and get the same numbers. They trust what they are given; `step` looks at it first.
"""

from math import exp, log
from typing import Final

from lentera.solar.battery.chemistry import Constants
from lentera.solar.parts.specs import STANDARD_TEMPERATURE

COLDEST_SHARE: Final = 0.2
"""Least share of itself that a law is scaled to by temperature; the laws are linear and would turn over."""
LARGEST_DROP: Final = 0.6
"""Share of the rest voltage that polarisation can take: even abused, the model's battery keeps its poles."""


def rest_voltage(soc_steps: tuple[float, ...], volts: tuple[float, ...], soc: float) -> float:
    """Interpolate the rest voltage at a state of charge [V]."""
    upper = 1
    while upper < len(soc_steps) - 1 and soc > soc_steps[upper]:
        upper += 1
    low, high = soc_steps[upper - 1], soc_steps[upper]
    place = min(max((soc - low) / (high - low), 0.0), 1.0)
    return volts[upper - 1] + place * (volts[upper] - volts[upper - 1])


def respond(
    known: Constants, soc: float, rest: float, health: float, amps: float, temperature: float
) -> tuple[float, float]:
    """Give how a battery answers a steady current: share stored [1] and polarisation in the end [V].

    Parameters
    ----------
    rest
        Its rest voltage at `soc` [V].
    amps
        Above 0 into the battery [A].
    temperature
        Of the battery [°C].
    """
    warmer = temperature - STANDARD_TEMPERATURE
    rate = abs(amps) / (known.capacity * health)
    if amps > 0.0:
        stored = known.coulombic
        missing = max(1.0 - soc, 0.0)
        if known.acceptance_slope > 0.0:
            stored *= 1.0 - exp(-known.acceptance_slope / (10.0 * rate + known.acceptance_offset) * missing)
        law = (
            known.charge_kinetic / (1.0 + (100.0 * rate) ** known.charge_kinetic_exponent)
            + known.charge_near_full
            / (missing + known.charge_near_full_offset) ** known.charge_near_full_exponent
            + known.charge_linear
        )
        law *= max(1.0 - known.charge_tempco * warmer, COLDEST_SHARE)
        end = known.end_voltage + known.end_voltage_log * log(1.0 + rate)
        room = known.cells * end * (1.0 - known.end_voltage_tempco * warmer) - rest
        return stored, min(known.cells * rate * law, max(room, 0.0))
    # A cold battery behaves as one that holds less: it comes to the steep end of the law sooner.
    there = min(max(1.0 + known.capacity_tempco * warmer, COLDEST_SHARE), 1.0)
    left = max(1.0 - (1.0 - soc) / there, 0.0) + known.discharge_near_empty_offset
    law = known.discharge_linear + known.discharge_near_empty / left**known.discharge_near_empty_exponent
    law *= max(1.0 - known.discharge_tempco * warmer, COLDEST_SHARE)
    return 1.0, -min(known.cells * rate * law, LARGEST_DROP * rest)


def advance(  # noqa: PLR0913, PLR0917  plain numbers in and out, so that it compiles
    known: Constants,
    soc: float,
    polarisation: float,
    health: float,
    stored: float,
    target: float,
    amps: float,
    seconds: float,
    temperature: float,
) -> tuple[float, float, float, float, float, float, float]:
    """Move a battery on by one step of steady current.

    Parameters
    ----------
    stored, target
        What `respond` gave for this current.

    Returns
    -------
    tuple of float
        State of charge [1], polarisation [V], and the flows [Ah]: in, out, gassing, self-discharge, refused.
    """
    hours = seconds / 3600.0
    full = known.capacity * health
    settling = 1.0 - exp(-seconds / known.relaxation)
    polarisation += (target - polarisation) * settling
    faster = 2.0 ** ((temperature - STANDARD_TEMPERATURE) / known.self_discharge_doubling)
    leak = min(known.self_discharge_rate * hours * full * faster, soc * full)
    came = given = gas = refused = 0.0
    if amps > 0.0:
        came = amps * hours
        kept = min(came * stored, (1.0 - soc) * full + leak)
        if known.gasses == 0.0 and came * stored > kept:
            # A sealed lithium cell has no way to turn too much charge into gas: its protection opens.
            refused = came - kept / stored
            came -= refused
        gas = came - kept
        change = kept - leak
    else:
        asked = -amps * hours
        given = min(asked, soc * full - leak)
        refused = asked - given
        change = -given - leak
    soc = min(max(soc + change / full, 0.0), 1.0)
    return soc, polarisation, came, given, gas, leak, refused
