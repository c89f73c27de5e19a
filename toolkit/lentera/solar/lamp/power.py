"""Where the power of a solved circuit goes, element by element."""

from typing import Final

from lentera.solar.circuit import (
    Battery,
    Element,
    Fuse,
    LedString,
    PVModule,
    Resistor,
    Solution,
    Switch,
    Wire,
)

# Their whole current is the one that carries their name. What is not among them has branches of its own
# inside, and is judged by what the others bring to its terminals.
_PLAIN: Final = (Battery, Fuse, LedString, PVModule, Resistor, Switch, Wire)


def powers(solution: Solution) -> dict[str, float]:
    """Give what each element takes from the circuit [W]; what delivers takes less than 0."""
    taken: dict[str, float] = {}
    arriving: dict[str, float] = {}
    voltages, currents = solution.voltages, solution.currents
    rest: list[Element] = []
    for name, element in solution.elements.items():
        if not isinstance(element, _PLAIN):
            rest.append(element)
            continue
        start, end = element.terminals
        amps = currents[name]
        taken[name] = (voltages[start] - voltages[end]) * amps
        arriving[start] = arriving.get(start, 0.0) - amps
        arriving[end] = arriving.get(end, 0.0) + amps
    for element in rest:
        taken[element.name] = sum(voltages[end] * arriving.get(end, 0.0) for end in element.terminals)
    return taken
