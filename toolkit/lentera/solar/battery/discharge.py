"""The capacity test of the yearly service: a known load until the voltage says stop."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lentera.solar.battery.checks import within
from lentera.solar.battery.chemistry import BatteryError
from lentera.solar.battery.state import WARM_DAY, BatteryState, step, terminal_voltage

if TYPE_CHECKING:
    from lentera.solar.parts import BatterySpec

MINUTE: Final = 60.0
LONGEST: Final = 1000.0
"""Time after which a test is given up: so small a load says nothing about a battery [h]."""


@dataclass(frozen=True, slots=True)
class CapacityTest:
    """Hold what a capacity test found; model values.

    Attributes
    ----------
    amp_hours : float
        Charge drawn until the cut-off [Ah].
    hours : float
        Time until then [h].
    share : float
        `amp_hours` over the rated capacity [1].
    curve : tuple of (float, float)
        Hours and volts at the posts, every ten minutes and at the end.
    after : BatteryState
        The battery at the end; its voltage climbs again when it rests.
    """

    amp_hours: float
    hours: float
    share: float
    curve: tuple[tuple[float, float], ...]
    after: BatteryState


def capacity_test(
    spec: "BatterySpec",
    state: BatteryState,
    amps: float,
    cut_off: float,
    temperature: float = WARM_DAY,
    extra: float = 0.0,
) -> CapacityTest:
    """Draw a steady current from a battery until its voltage falls to the cut-off, minute by minute.

    Parameters
    ----------
    state
        The battery at the start: full and rested, when the test is to say anything.
    amps
        Current of the known load, above 0 [A].
    cut_off
        Voltage at the posts at which to stop [V]; a controller's low-voltage disconnect.
    extra
        Resistance on top of the data sheet's [ohm].

    Raises
    ------
    BatteryError
        When a number is out of range or the load is so small that the test would not end.
    """
    within("cut_off", cut_off, 0.0, 100.0, "V")
    within("amps", amps, spec.capacity / LONGEST, 100.0 * spec.capacity, "A")
    if not terminal_voltage(spec, state, 0.0) > cut_off:
        raise BatteryError(f"cut_off is {cut_off} V, above the battery at rest; charge it first or give less")
    curve = []
    drawn, minutes = 0.0, 0
    while True:
        volts = terminal_voltage(spec, state, -amps, extra)
        after, flows = step(spec, state, -amps, MINUTE, temperature)
        over = volts <= cut_off or flows.refused > 0.0
        if over or minutes % 10 == 0:
            curve.append((minutes / 60.0, volts))
        if over:
            break
        state = after
        drawn += flows.amp_hours_out
        minutes += 1
    return CapacityTest(drawn, minutes / 60.0, drawn / spec.capacity, tuple(curve), state)
