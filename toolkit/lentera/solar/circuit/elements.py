"""The elements of a circuit.

Every element has a `name` that is unique in its circuit. The current of a two-terminal element counts from
its first terminal through the element to its second [A]: a battery that charges has a positive current, a
panel that delivers a negative one.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from math import inf, isfinite
from typing import Final, Protocol

from lentera.solar.circuit.stamps import Stamps

COPPER: Final = 0.0175
"""Resistivity of copper lead [ohm mm²/m]; the value that the course calculates with."""

VOLTMETER_RESISTANCE: Final = 10e6
"""Input resistance of a digital multimeter [ohm]."""

AMMETER_RESISTANCE: Final = 0.01
"""Shunt of the ampere socket [ohm]."""


class Element(Protocol):
    """Be something that can stand in a circuit."""

    @property
    def name(self) -> str:
        """Give the name, unique in the circuit."""

    @property
    def terminals(self) -> tuple[str, ...]:
        """Give the nodes that it touches."""

    def stamp(self, stamps: Stamps) -> None:
        """Add its equations."""


def refuse_unless_positive(element: str, quantity: str, value: float, unit: str) -> None:
    """Raise ValueError, naming the element and the quantity, unless a number is above 0 and finite."""
    if not 0.0 < value < inf:
        raise ValueError(f"{element}: {quantity} is {value} {unit}; give a number above 0")


def refuse_unless_finite(element: str, quantity: str, value: float, unit: str, least: float = -inf) -> None:
    """Raise ValueError, naming the element and the quantity, unless a number is finite, `least` or more."""
    if not (isfinite(value) and value >= least):
        wanted = "a finite number" if least == -inf else f"a number from {least:g} up"
        raise ValueError(f"{element}: {quantity} is {value} {unit}; give {wanted}")


class TripKind(StrEnum):
    """Name what gives way."""

    FUSE = "fuse"
    LAMP = "lamp"
    WIRE_HOT = "wire_hot"


@dataclass(frozen=True, slots=True)
class Trip:
    """Tell that an element gives way after a time [s] at a current [A]."""

    element: str
    kind: TripKind
    after: float
    amps: float


@dataclass(frozen=True, slots=True)
class Resistor:
    """Be a resistor of `ohm` [ohm]."""

    name: str
    a: str
    b: str
    ohm: float

    def __post_init__(self) -> None:
        refuse_unless_positive(self.name, "resistance", self.ohm, "ohm")

    @property
    def terminals(self) -> tuple[str, ...]:
        """Give the two nodes."""
        return (self.a, self.b)

    def stamp(self, stamps: Stamps) -> None:
        """Add its conductance."""
        stamps.conductance(self.name, self.a, self.b, 1.0 / self.ohm)


@dataclass(frozen=True, slots=True)
class VoltageSource:
    """Hold `volts` [V] between `plus` and `minus`, whatever the current."""

    name: str
    plus: str
    minus: str
    volts: float

    def __post_init__(self) -> None:
        refuse_unless_finite(self.name, "voltage", self.volts, "V")

    @property
    def terminals(self) -> tuple[str, ...]:
        """Give the two nodes."""
        return (self.plus, self.minus)

    def stamp(self, stamps: Stamps) -> None:
        """Add its unknown current and its condition."""
        stamps.hold(self.name, (self.plus, self.minus), (self.plus, self.minus), self.volts)


@dataclass(frozen=True, slots=True)
class CurrentSource:
    """Push `amps` [A] from `a` through itself to `b`."""

    name: str
    a: str
    b: str
    amps: float

    def __post_init__(self) -> None:
        refuse_unless_finite(self.name, "current", self.amps, "A")

    @property
    def terminals(self) -> tuple[str, ...]:
        """Give the two nodes."""
        return (self.a, self.b)

    def stamp(self, stamps: Stamps) -> None:
        """Add its current."""
        stamps.push(self.name, self.a, self.b, self.amps)


@dataclass(frozen=True, slots=True)
class Diode:
    """Be a diode: `saturation` [A], `ideality` n kT/q [V], `series` resistance [ohm]."""

    name: str
    anode: str
    cathode: str
    saturation: float = 1e-12
    ideality: float = 0.02585
    series: float = 0.0

    def __post_init__(self) -> None:
        refuse_unless_positive(self.name, "saturation current", self.saturation, "A")
        refuse_unless_positive(self.name, "ideality voltage", self.ideality, "V")
        refuse_unless_finite(self.name, "series resistance", self.series, "ohm", least=0.0)

    @property
    def terminals(self) -> tuple[str, ...]:
        """Give the two nodes."""
        return (self.anode, self.cathode)

    def stamp(self, stamps: Stamps) -> None:
        """Add its branch."""
        stamps.diode(self.name, self.anode, self.cathode, self.saturation, self.ideality, series=self.series)


@dataclass(frozen=True, slots=True)
class Switch:
    """Be a switch: `ohm` when closed [ohm], nothing at all when open."""

    name: str
    a: str
    b: str
    closed: bool
    ohm: float = 0.01

    def __post_init__(self) -> None:
        refuse_unless_positive(self.name, "resistance", self.ohm, "ohm")

    @property
    def terminals(self) -> tuple[str, ...]:
        """Give the two nodes."""
        return (self.a, self.b)

    def stamp(self, stamps: Stamps) -> None:
        """Add its conductance when closed."""
        if self.closed:
            stamps.conductance(self.name, self.a, self.b, 1.0 / self.ohm)


@dataclass(frozen=True, slots=True)
class Wire:
    """Be a copper lead: `length` [m], `area` [mm²], `contact` of both ends [ohm], `ampacity` [A]."""

    name: str
    a: str
    b: str
    length: float
    area: float
    contact: float = 0.005
    ampacity: float = inf
    ohm: float = field(init=False, compare=False)
    """Its resistance [ohm]."""

    def __post_init__(self) -> None:
        refuse_unless_positive(self.name, "length", self.length, "m")
        refuse_unless_positive(self.name, "area", self.area, "mm²")
        refuse_unless_finite(self.name, "contact resistance", self.contact, "ohm", least=0.0)
        if not self.ampacity > 0.0:
            raise ValueError(f"{self.name}: ampacity is {self.ampacity} A; give a number above 0, or inf")
        object.__setattr__(self, "ohm", COPPER * self.length / self.area + self.contact)

    @property
    def terminals(self) -> tuple[str, ...]:
        """Give the two nodes."""
        return (self.a, self.b)

    def stamp(self, stamps: Stamps) -> None:
        """Add its conductance."""
        stamps.conductance(self.name, self.a, self.b, 1.0 / self.ohm)

    def trip(self, amps: float) -> Trip | None:
        """Say that it gets hot at this current [A]."""
        return Trip(self.name, TripKind.WIRE_HOT, 0.0, amps) if abs(amps) > self.ampacity else None


@dataclass(frozen=True, slots=True)
class Voltmeter:
    """Be a multimeter in its volt socket; its reading is the voltage from `red` to `black`."""

    name: str
    red: str
    black: str
    ohm: float = VOLTMETER_RESISTANCE

    def __post_init__(self) -> None:
        refuse_unless_positive(self.name, "resistance", self.ohm, "ohm")

    @property
    def terminals(self) -> tuple[str, ...]:
        """Give the two nodes."""
        return (self.red, self.black)

    def stamp(self, stamps: Stamps) -> None:
        """Add its input resistance: without it a dead terminal would show a ghost voltage."""
        stamps.conductance(self.name, self.red, self.black, 1.0 / self.ohm)


@dataclass(frozen=True, slots=True)
class Ammeter:
    """Be a multimeter in its ampere socket; its current is its reading."""

    name: str
    red: str
    black: str
    ohm: float = AMMETER_RESISTANCE

    def __post_init__(self) -> None:
        refuse_unless_positive(self.name, "resistance", self.ohm, "ohm")

    @property
    def terminals(self) -> tuple[str, ...]:
        """Give the two nodes."""
        return (self.red, self.black)

    def stamp(self, stamps: Stamps) -> None:
        """Add its shunt."""
        stamps.conductance(self.name, self.red, self.black, 1.0 / self.ohm)
