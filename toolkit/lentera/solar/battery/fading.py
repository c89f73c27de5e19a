"""What age and cold leave of a battery."""

from math import inf
from typing import TYPE_CHECKING, Final

from lentera.solar.battery.checks import within
from lentera.solar.battery.chemistry import chemistry
from lentera.solar.battery.kernels import COLDEST_SHARE
from lentera.solar.parts.specs import STANDARD_TEMPERATURE

if TYPE_CHECKING:
    from lentera.solar.parts import BatterySpec

WORN_OUT: Final = 0.8
"""Share of the rated capacity at which a battery counts as worn out [1]."""
LEAST_HEALTH: Final = 0.05
"""Share that even a ruined battery keeps, so that its numbers stay finite [1]."""
LEAST_DEPTH: Final = 0.02
"""Depth below which cycles wear no less by the ampere-hour; data sheets end long before [1]."""


def capacity(spec: "BatterySpec", health: float, temperature: float) -> float:
    """Give the charge that can be drawn from full in twenty hours [Ah]; a model value.

    The accounts of `step` run on the capacity at 25 °C: in the cold the rest stays inside and comes back
    when it is warm. Warmth gives no bonus here; it is small and is paid for with life.

    Raises
    ------
    BatteryError
        When health or temperature is out of range.
    """
    within("health", health, LEAST_HEALTH, 1.0)
    within("temperature", temperature, -40.0, 80.0, "°C")
    colder = temperature - STANDARD_TEMPERATURE
    share = 1.0 + chemistry(spec).capacity_tempco * colder
    return spec.capacity * health * min(max(share, COLDEST_SHARE), 1.0)


def resistance(spec: "BatterySpec", health: float) -> float:
    """Give the resistance of a battery that has lost capacity [ohm]; a model value.

    Raises
    ------
    BatteryError
        When health is out of range.
    """
    within("health", health, LEAST_HEALTH, 1.0)
    worn = (1.0 - health) / (1.0 - WORN_OUT)
    return spec.resistance * (1.0 + chemistry(spec).resistance_growth * worn)


def age(
    spec: "BatterySpec", health: float, throughput: float, years: float, temperature: float, depth: float
) -> float:
    """Give the health of a battery after some use; a model value.

    Wear by use and wear by time add up. Cycles follow the power law that data sheets show: fewer cycles, and
    fewer ampere-hours in a life, the deeper each cycle is. Time wears twice as fast for every step of
    warmth that the chemistry names. What a battery suffers when it is left empty is not counted: real lead
    sulphates within weeks, so never read from this that standing empty does no harm.

    Parameters
    ----------
    health
        Share of the rated capacity that was left [1].
    throughput
        Charge that was drawn since [Ah].
    years
        Time since [years].
    temperature
        Mean temperature of the battery [°C].
    depth
        Typical depth of the cycles, 0 to 1.

    Raises
    ------
    BatteryError
        When a number is out of range; the sentence names it.
    """
    within("health", health, LEAST_HEALTH, 1.0)
    within("throughput", throughput, 0.0, inf, "Ah")
    within("years", years, 0.0, inf, "years")
    within("temperature", temperature, -40.0, 80.0, "°C")
    within("depth", depth, 0.0, 1.0)
    kind = chemistry(spec)
    # N cycles of depth d carry N·d of the capacity, and N = full_cycles · d^−exponent.
    life = kind.full_cycles * max(depth, LEAST_DEPTH) ** (1.0 - kind.depth_exponent)
    use: float = throughput / spec.capacity / life
    warmth: float = 2.0 ** ((temperature - STANDARD_TEMPERATURE) / kind.calendar_doubling)
    time = years / kind.calendar_years * warmth
    return max(health - (1.0 - WORN_OUT) * (use + time), LEAST_HEALTH)
