"""Cables between terminals, and paths that should not be there."""

from dataclasses import dataclass

from lentera.solar.circuit import Resistor, Wire
from lentera.solar.parts import CABLES


@dataclass(frozen=True, slots=True)
class Lead:
    """Be a cable between two terminals.

    Attributes
    ----------
    length : float
        One way [m].
    cable : str
        Key of `CABLES`.
    joint : float
        What corrosion or a loose screw adds [ohm].
    open : bool
        Whether it is cut or hangs loose.
    """

    name: str
    start: str
    end: str
    length: float
    cable: str = "cu075"
    joint: float = 0.0
    open: bool = False

    @property
    def pair(self) -> tuple[str, str]:
        """Give its two ends."""
        return (self.start, self.end)

    def element(self) -> Wire:
        """Give the cable in the circuit."""
        cable = CABLES[self.cable]
        contact = cable.contact_resistance + self.joint
        return Wire(self.name, self.start, self.end, self.length, cable.area, contact, cable.ampacity)


@dataclass(frozen=True, slots=True)
class Bridge:
    """Be an unwanted path of `ohm` [ohm] between two terminals: bare wires that touch, water, an insect."""

    name: str
    a: str
    b: str
    ohm: float

    def element(self) -> Resistor:
        """Give the path in the circuit."""
        return Resistor(self.name, self.a, self.b, self.ohm)
