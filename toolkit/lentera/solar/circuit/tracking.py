"""Find where an MPPT converter works: at the most power of what is on its panel screws, or below that.

The converter is fixed in each solve (`charge.Conversion`), and a few solves find the point. All it knows is
the power that it gets at a voltage, so any wiring will do: what cannot be converted leaves the path open.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from lentera.solar.circuit.charge import ChargeController, Conversion, Path
from lentera.solar.circuit.kit import PVModule
from lentera.solar.panel import SingleDiode, max_power_voltage

if TYPE_CHECKING:
    from lentera.solar.circuit.elements import Element
    from lentera.solar.circuit.netlist import Solution

    Solve = Callable[[Mapping[str, Element], Solution | None], Solution]

_GRID: Final = 12
_TRIPLE: Final = 3
_FINE: Final = 0.15
"""Step between the points whose parabola gives the top [V]."""
_GOLDEN: Final = 0.6180339887498949
_EXACT: Final = 1e-9
_TURNS: Final = 60


@dataclass(slots=True)
class _Converter:
    """Try points of work, one solve each; `solution` is the last one."""

    solve: "Solve"
    elements: "Mapping[str, Element]"
    controller: ChargeController
    solution: "Solution"

    def between(self, place: str) -> float:
        prefix = f"{self.controller.prefix}{place}_"
        return self.solution.between(f"{prefix}plus", f"{prefix}minus")

    def current(self, what: str) -> float:
        return self.solution.currents.get(f"{self.controller.name}.{what}", 0.0)

    def become(self, path: Path, conversion: Conversion | None = None) -> None:
        controller = replace(self.controller, path=path, conversion=conversion)
        self.solution = self.solve({**self.elements, controller.name: controller}, self.solution)

    def output(self, panel_volts: float) -> float:
        """Give what the last solve would put out [W]."""
        return self.controller.spec.efficiency * panel_volts * self.current("input")

    def power(self, panel_volts: float) -> float:
        """Give the output at a panel voltage [W]; the battery gets what the solve before found."""
        volts = max(self.between("battery"), self.controller.thresholds.undervoltage_lockout)
        amps = max(self.current("path"), 0.0)
        self.become(Path.CONVERTING, Conversion(panel_volts, volts, amps))
        return self.output(panel_volts)

    def deliver(self, panel_volts: float) -> bool:
        """Make the battery side take all the power; say whether the two sides agree."""
        for _ in range(_TURNS):
            volts = self.between("battery")
            power = self.output(panel_volts)
            if power <= 0.0 or volts <= 0.0:
                return False
            self.become(Path.CONVERTING, Conversion(panel_volts, volts, power / volts))
            given = self.between("battery") * self.current("path")
            if abs(given - self.output(panel_volts)) <= _EXACT * power:
                return True
        return False

    def excess(self, panel_volts: float, limit: float) -> float:
        """Give how much more power comes in than is needed to hold the battery at `limit` [W]."""
        self.become(Path.CONVERTING, Conversion(panel_volts, limit, holding=True))
        return self.output(panel_volts) - limit * self.current("path")


def track(
    solve: "Solve",
    elements: "Mapping[str, Element]",
    controller: ChargeController,
    previous: "Solution | None" = None,
) -> "Solution":
    """Solve a circuit whose `controller` converts.

    Parameters
    ----------
    solve
        Solves the given elements, the controller among them in one fixed state, from a similar solution.
    previous
        Solution of a similar circuit, as a warm start.

    Returns
    -------
    Solution
        With the path `CONVERTING`, and power out = efficiency x power in; or `OPEN` when the controller
        sleeps, has no battery, or gets less than `dropout` above the battery, and when the battery is full.

    Notes
    -----
    A real tracker wanders about the top and may stay on a lower one of several; this one gives its rest
    point, on the highest of a grid of voltages where cells are in uneven light. It never charges above the
    set point, or above the absorption voltage where there is none.
    """
    start = solve({**elements, controller.name: replace(controller, path=Path.OPEN)}, previous)
    work = _Converter(solve, elements, controller, start)
    limit = controller.set_point or controller.thresholds.absorption
    battery, highest = work.between("battery"), work.between("pv")
    lowest = battery + controller.spec.dropout
    asleep = not controller.state.awake or battery < controller.thresholds.undervoltage_lockout
    if asleep or battery >= limit or highest <= lowest:
        return start
    try:
        top = _near(work.power, lowest, highest, _guess(elements)) or _among(work.power, lowest, highest)
        work.power(top)
        if work.deliver(top) and work.between("battery") <= limit:
            return work.solution
        return work.solution if _hold(work, top, highest, limit) else start
    except np.linalg.LinAlgError:
        return start


def _guess(elements: "Mapping[str, Element]") -> float | None:
    """Give where the only module has its top [V]; None where the power may have several tops."""
    laws = [element.law for element in elements.values() if isinstance(element, PVModule)]
    if len(laws) == 1 and isinstance(laws[0], SingleDiode):
        return max_power_voltage(laws[0])
    return None


def _near(
    power: Callable[[float], float], lowest: float, highest: float, guess: float | None
) -> float | None:
    """Climb from a guess to the voltage of the most power [V]; None when the way leaves the range."""
    if guess is None:
        return None
    near = [
        (volts, power(volts)) for volts in (guess - _FINE, guess, guess + _FINE) if lowest < volts < highest
    ]
    while len(near) == _TRIPLE:
        left, middle, right = near
        if middle[1] >= max(left[1], right[1]):
            return _vertex(near)
        up = right[1] > left[1]
        volts = right[0] + _FINE if up else left[0] - _FINE
        if not lowest < volts < highest:
            return None
        near = [middle, right, (volts, power(volts))] if up else [(volts, power(volts)), left, middle]
    return None


def _among(power: Callable[[float], float], lowest: float, highest: float) -> float:
    """Give the voltage of the most power [V], by a grid and golden sections."""
    step = (highest - lowest) / _GRID
    grid = [lowest + k * step for k in range(_GRID)]
    found = [power(volts) for volts in grid]
    best = found.index(max(found))
    low, high = grid[max(best - 1, 0)], grid[best] + step
    inner = [(volts, power(volts)) for volts in (high - _GOLDEN * (high - low), low + _GOLDEN * (high - low))]
    while high - low > _FINE:
        if inner[0][1] >= inner[1][1]:
            high = inner[1][0]
            volts = high - _GOLDEN * (high - low)
            inner = [(volts, power(volts)), inner[0]]
        else:
            low = inner[0][0]
            volts = low + _GOLDEN * (high - low)
            inner = [inner[1], (volts, power(volts))]
    around = sorted([(low, power(low)), *inner, (high, power(high))], key=lambda point: -point[1])
    return min(max(_vertex(sorted(around[:_TRIPLE])), low), high)


def _vertex(points: list[tuple[float, float]]) -> float:
    """Give the top of the parabola through three points; the highest of them when it has none."""
    (a, fa), (b, fb), (c, fc) = points
    above = (b - a) ** 2 * (fb - fc) - (b - c) ** 2 * (fb - fa)
    below = (b - a) * (fb - fc) - (b - c) * (fb - fa)
    return b - above / (2.0 * below) if below else max(points, key=lambda point: point[1])[0]


def _hold(work: _Converter, top: float, highest: float, limit: float) -> bool:
    """Go from the top toward the open panel until the battery stands at `limit`; say whether it can be."""
    low, high = top, highest
    more, less = work.excess(low, limit), work.excess(high, limit)
    if work.current("path") <= 0.0 or more <= 0.0 or less >= 0.0:
        return False
    for _ in range(_TURNS):
        # Regula falsi, with the end that stays counted half (Illinois), else one end creeps.
        volts = (low * less - high * more) / (less - more)
        found = work.excess(volts, limit)
        if abs(found) <= _EXACT * limit or high - low < _EXACT:
            return True
        if found > 0.0:
            low, more, less = volts, found, 0.5 * less
        else:
            high, less, more = volts, found, 0.5 * more
    return False
