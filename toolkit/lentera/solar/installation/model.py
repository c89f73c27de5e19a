"""An installation: its units, the leads between them, and its circuit."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from lentera.solar.circuit import Circuit
from lentera.solar.installation.conditions import Conditions
from lentera.solar.installation.lead import Bridge, Lead
from lentera.solar.installation.units import Removed, Unit


class UnknownNameError(ValueError):
    """Tell that an installation has no unit or lead of that name."""


@dataclass(frozen=True, slots=True)
class Installation:
    """Be a lamp as it is put together.

    Attributes
    ----------
    units : Mapping of str to Unit
        By name: "panel", "battery", "controller", "fuse", "switch", "lamp1" and so on.
    leads : tuple of Lead
        Cables between terminals of the units.
    bridges : tuple of Bridge
        Paths that should not be there.
    reference : str
        Terminal that counts as 0 V.
    """

    units: Mapping[str, Unit]
    leads: tuple[Lead, ...] = ()
    bridges: tuple[Bridge, ...] = ()
    reference: str = "controller.battery_minus"
    _terminals: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        units = MappingProxyType(dict(self.units))
        object.__setattr__(self, "units", units)
        terminals = tuple(end for name, unit in units.items() for end in unit.terminals(name))
        object.__setattr__(self, "_terminals", terminals)

    @property
    def terminals(self) -> tuple[str, ...]:
        """Give every terminal of its units."""
        return self._terminals

    def unit(self, name: str) -> Unit:
        """Give a unit; raise UnknownNameError when there is none of that name."""
        if name not in self.units:
            raise UnknownNameError(f"there is no unit {name!r}; there are {', '.join(self.units)}")
        return self.units[name]

    def lead(self, name: str) -> Lead:
        """Give a lead; raise UnknownNameError when there is none of that name."""
        for lead in self.leads:
            if lead.name == name:
                return lead
        raise UnknownNameError(
            f"there is no lead {name!r}; there are {', '.join(lead.name for lead in self.leads)}"
        )

    def with_unit(self, name: str, unit: Unit) -> "Installation":
        """Put a unit in, in place of the one of that name."""
        return replace(self, units={**self.units, name: unit})

    def without_unit(self, name: str) -> "Installation":
        """Take a unit out; its terminals stay, with nothing between them."""
        return self.with_unit(name, Removed(self.unit(name)))

    def with_lead(self, lead: Lead) -> "Installation":
        """Put a lead in, in place of the one of that name."""
        if any(known.name == lead.name for known in self.leads):
            leads = tuple(lead if known.name == lead.name else known for known in self.leads)
        else:
            leads = (*self.leads, lead)
        return replace(self, leads=leads)

    def without_lead(self, name: str) -> "Installation":
        """Take a lead away."""
        gone = self.lead(name)
        return replace(self, leads=tuple(lead for lead in self.leads if lead is not gone))

    def with_bridge(self, bridge: Bridge) -> "Installation":
        """Let two terminals touch."""
        return replace(self, bridges=(*self.bridges, bridge))


def circuit_of(installation: Installation, conditions: Conditions) -> Circuit:
    """Build the circuit of an installation as it stands.

    Raises
    ------
    CircuitError
        When a lead ends at a terminal that no unit has.
    """
    circuit = Circuit(installation.terminals, reference=installation.reference)
    for name, unit in installation.units.items():
        circuit.extend(unit.elements(name, conditions))
    circuit.extend([lead.element() for lead in installation.leads if not lead.open])
    circuit.extend([bridge.element() for bridge in installation.bridges])
    return circuit
