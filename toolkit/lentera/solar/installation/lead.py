"""Cables between terminals, and paths that should not be there."""

from dataclasses import dataclass, field

from lentera.solar.circuit import Resistor, Wire
from lentera.solar.parts import CABLES
from lentera.solar.parts.bounds import above_zero, check, zero_or_more


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
    length: float = field(metadata=above_zero("m"))
    cable: str = "cu075"
    joint: float = field(default=0.0, metadata=zero_or_more("ohm"))
    open: bool = False
    _wire: Wire = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.cable not in CABLES:
            raise ValueError(f"{self.name}: cable is {self.cable!r}; choose one of {', '.join(CABLES)}")
        check(self, self.name)
        cable = CABLES[self.cable]
        contact = cable.contact_resistance + self.joint
        wire = Wire(self.name, self.start, self.end, self.length, cable.area, contact, cable.ampacity)
        object.__setattr__(self, "_wire", wire)

    @property
    def pair(self) -> tuple[str, str]:
        """Give its two ends."""
        return (self.start, self.end)

    def element(self) -> Wire:
        """Give the cable in the circuit."""
        return self._wire


@dataclass(frozen=True, slots=True)
class Bridge:
    """Be an unwanted path of `ohm` [ohm] between two terminals: bare wires that touch, water, an insect."""

    name: str
    a: str
    b: str
    ohm: float = field(metadata=above_zero("ohm"))

    def __post_init__(self) -> None:
        check(self, self.name)

    def element(self) -> Resistor:
        """Give the path in the circuit."""
        return Resistor(self.name, self.a, self.b, self.ohm)
