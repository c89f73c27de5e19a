"""What a kit may have beside the basics: a USB port, a dusk switch, a hub for plugs."""

from dataclasses import dataclass, field

from lentera.solar.circuit import Element
from lentera.solar.circuit import Switch as SwitchElement
from lentera.solar.circuit.kit import UsbPort as UsbElement
from lentera.solar.installation.conditions import Conditions
from lentera.solar.installation.units import ends, poles
from lentera.solar.parts import DuskSpec, UsbSpec
from lentera.solar.parts.bounds import Bound, check, within


@dataclass(frozen=True, slots=True)
class UsbPort:
    """Be a USB port.

    Attributes
    ----------
    drawing : bool
        Whether a phone charges on it.
    watts : float, optional
        What the phone takes [W]; left out, all that the port has.
    supply : float
        Voltage at which the port's current is reckoned [V].
    """

    spec: UsbSpec
    drawing: bool = False
    watts: float | None = field(default=None, metadata=within(0.0, 100.0, "W"))
    supply: float = field(default=12.5, metadata=within(1.0, 60.0, "V"))

    def __post_init__(self) -> None:
        if self.watts is not None:
            Bound("W", 0.0, self.spec.power).refuse("watts", self.watts)
        check(self)

    def terminals(self, name: str) -> tuple[str, ...]:
        """Give plus and minus of its supply."""
        return poles(name)

    def elements(self, name: str, conditions: Conditions) -> tuple[Element, ...]:  # noqa: ARG002  light does nothing to it
        """Give the port with its phone."""
        wanted = self.spec.power if self.watts is None else self.watts
        return (UsbElement(name, *poles(name), wanted if self.drawing else 0.0, self.supply, self.spec),)


@dataclass(frozen=True, slots=True)
class DuskSwitch:
    """Be a switch that closes at dusk.

    Attributes
    ----------
    on : bool
        What it decided last; it has hysteresis, so the light alone does not tell.
    blinded : bool
        Whether dirt covers its eye: it then takes the day for the night and never opens.
    """

    spec: DuskSpec
    on: bool = False
    blinded: bool = False

    def terminals(self, name: str) -> tuple[str, ...]:
        """Give both ends."""
        return ends(name)

    def elements(self, name: str, conditions: Conditions) -> tuple[Element, ...]:  # noqa: ARG002  it is told by `on`
        """Give the contact."""
        closed = self.on or self.blinded
        return (SwitchElement(name, *ends(name), closed=closed, ohm=self.spec.contact_resistance),)


@dataclass(frozen=True, slots=True)
class Hub:
    """Be a box where plugs meet: one plus bar and one minus bar; what a plug loses is in its lead."""

    def terminals(self, name: str) -> tuple[str, ...]:
        """Give the two bars."""
        return poles(name)

    def elements(self, name: str, conditions: Conditions) -> tuple[Element, ...]:  # noqa: ARG002  nothing is in it
        """Give nothing: leads end on the bars."""
        return ()
