"""The parts of the kit as circuit elements: panel, battery, fuse, lamp, USB port."""

from dataclasses import dataclass, field
from math import exp, inf
from typing import Final

from lentera.solar.circuit.elements import Trip, TripKind, refuse_unless_finite
from lentera.solar.circuit.stamps import Stamps
from lentera.solar.panel import SingleDiode, UnevenModule
from lentera.solar.parts import (
    BYPASS_DIODES,
    FUSES,
    HOLDERS,
    LAMPS,
    USB_PORTS,
    BatterySpec,
    BypassSpec,
    FuseSpec,
    LampSpec,
    UsbSpec,
)

SINK_KNEE: Final = 0.05
"""Voltage over which a current sink goes from nothing to its current [V]."""
SINK_SHARPNESS: Final = 1e-4
"""Saturation current of a sink's diode over its set current [1]."""
USB_KNEE: Final = 0.2
"""Voltage over which a USB port starts [V]; model value. Much sharper and the saturation current would fall
below what circuit simulators accept."""
USB_SERIES: Final = 0.05
"""Resistance of a USB port's input [ohm]; model value, [K]."""


def _sink(stamps: Stamps, name: str, start: str, end: str, amps: float) -> None:
    """Add a current sink that lets `amps` [A] pass from `start` to `end` while it has the voltage for it.

    It is a solar cell turned round: its light is the set current, so Newton's method knows the curve. By
    itself it would push about half a volt; it may stand only in series with a diode that needs more.
    """
    leak = SINK_SHARPNESS * amps
    stamps.diode(name, end, start, leak, SINK_KNEE, light=amps - leak)


@dataclass(frozen=True, slots=True)
class PVModule:
    """Be a module with the law that holds at its light and temperature; see `lentera.solar.panel.module_law`.

    A module in uneven light has the nodes `name#0`, `name#1` … inside, and the currents `name.cells1.1` … and
    `name.bypass1` … beside its own.
    """

    name: str
    plus: str
    minus: str
    law: SingleDiode | UnevenModule
    bypass: BypassSpec = field(default_factory=lambda: BYPASS_DIODES["schottky"])

    @property
    def terminals(self) -> tuple[str, ...]:
        """Give the two nodes."""
        return (self.plus, self.minus)

    def stamp(self, stamps: Stamps) -> None:
        """Add its branch; it blocks, conducts forward or is shorted as its curve says."""
        if isinstance(self.law, SingleDiode):
            _cells(stamps, self.name, self.plus, self.minus, self.law)
            return
        name, bypass = self.name, self.bypass
        node = f"{name}#0"
        stamps.conductance(name, self.plus, node, 1.0 / self.law.joint_resistance)
        left = sum(map(len, self.law.substrings))
        total = left
        for position, groups in enumerate(self.law.substrings, start=1):
            top = node
            for number, law in enumerate(groups, start=1):
                left -= 1
                below = f"{name}#{total - left}" if left else self.minus
                _cells(stamps, f"{name}.cells{position}.{number}", node, below, law)
                node = below
            stamps.diode(
                f"{name}.bypass{position}",
                node,
                top,
                bypass.saturation_current,
                bypass.ideality_voltage,
                series=bypass.resistance,
            )


def _cells(stamps: Stamps, name: str, plus: str, minus: str, law: SingleDiode) -> None:
    stamps.diode(
        name,
        plus,
        minus,
        law.saturation_current,
        law.ideality_voltage,
        1.0 / law.shunt_resistance,
        law.photocurrent,
        law.series_resistance,
    )


@dataclass(frozen=True, slots=True)
class Battery:
    """Be a battery at rest voltage of `soc`, with `polarisation` [V] on top and `extra` resistance [ohm]."""

    name: str
    plus: str
    minus: str
    spec: BatterySpec
    soc: float
    polarisation: float = 0.0
    extra: float = 0.0

    def __post_init__(self) -> None:
        refuse_unless_finite(self.name, "soc", self.soc, "of 1")
        refuse_unless_finite(self.name, "polarisation", self.polarisation, "V")
        refuse_unless_finite(self.name, "extra resistance", self.extra, "ohm", least=0.0)

    @property
    def terminals(self) -> tuple[str, ...]:
        """Give the two nodes."""
        return (self.plus, self.minus)

    @property
    def emf(self) -> float:
        """Give the voltage without load [V]."""
        return self.spec.open_circuit_voltage(self.soc) + self.polarisation

    def stamp(self, stamps: Stamps) -> None:
        """Add its resistance and the current that its voltage drives."""
        siemens = 1.0 / (self.spec.resistance + self.extra)
        stamps.conductance(self.name, self.plus, self.minus, siemens, -siemens * self.emf)


@dataclass(frozen=True, slots=True)
class Fuse:
    """Be a fuse in its `holder` [ohm]; a blown one is truly open."""

    name: str
    a: str
    b: str
    blown: bool = False
    spec: FuseSpec = field(default_factory=lambda: FUSES["fuse5a"])
    holder: float = field(default_factory=lambda: HOLDERS["blade"].resistance)

    def __post_init__(self) -> None:
        refuse_unless_finite(self.name, "holder", self.holder, "ohm", least=0.0)

    @property
    def terminals(self) -> tuple[str, ...]:
        """Give the two nodes."""
        return (self.a, self.b)

    @property
    def ohm(self) -> float:
        """Give the cold resistance of fuse and holder [ohm]."""
        return self.spec.cold_resistance + self.holder

    def stamp(self, stamps: Stamps) -> None:
        """Add its cold resistance while it is whole."""
        if not self.blown:
            stamps.conductance(self.name, self.a, self.b, 1.0 / self.ohm)

    def time_to_blow(self, amps: float) -> float:
        """Give how long it stands a current [s]: I²t above what it carries for ever; inf below."""
        heating = amps * amps - (self.spec.holds * self.spec.rating) ** 2
        return self.spec.melting_i2t / heating if heating > 0.0 else inf

    def trip(self, amps: float) -> Trip | None:
        """Say when it blows at this current [A]."""
        after = self.time_to_blow(amps)
        return Trip(self.name, TripKind.FUSE, after, amps) if after < inf else None


@dataclass(frozen=True, slots=True)
class LedString:
    """Be an LED lamp; `shorted` of its LEDs count as wire, an `open` one carries nothing.

    A lamp with a driver holds its current from a supply of about half a volt above its LEDs; below that it is
    LEDs and resistance. Model limits: its driver stands any voltage, and is a sink (a converter would
    draw less current from a higher voltage).
    """

    name: str
    plus: str
    minus: str
    spec: LampSpec = field(default_factory=lambda: LAMPS["led3w"])
    shorted: int = 0
    open: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.shorted < self.spec.diodes:
            raise ValueError(
                f"{self.name}: shorted is {self.shorted} LEDs; give 0 to {self.spec.diodes - 1} of the "
                f"{self.spec.diodes} it has"
            )

    @property
    def terminals(self) -> tuple[str, ...]:
        """Give the two nodes."""
        return (self.plus, self.minus)

    def stamp(self, stamps: Stamps) -> None:
        """Add the string as one diode with its resistance, and the sink of its driver."""
        if self.open:
            return
        spec, count = self.spec, self.spec.diodes - self.shorted
        end = f"{self.name}#driver" if spec.driver_current else self.minus
        stamps.diode(
            self.name,
            self.plus,
            end,
            spec.saturation_current,
            spec.ideality_voltage * count,
            series=spec.series_resistance + spec.diode_resistance * count,
        )
        if spec.driver_current:
            _sink(stamps, f"{self.name}.driver", end, self.minus, spec.driver_current)

    def trip(self, amps: float) -> Trip | None:
        """Say when it dies at this current [A]."""
        return (
            Trip(self.name, TripKind.LAMP, self.spec.dies_after, amps)
            if amps > self.spec.dies_above
            else None
        )


@dataclass(frozen=True, slots=True)
class UsbPort:
    """Be a USB port on the 12 V side that charges a phone with `watts` [W].

    Its current is the one that this power needs at `supply` [V], at whatever voltage it really gets: give the
    voltage of the solve before when it matters. Below `spec.starts` the current dies away.

    Raises
    ------
    ValueError
        When the power is more than the port has, or a number is not one.
    """

    name: str
    plus: str
    minus: str
    watts: float = 0.0
    supply: float = 12.5
    spec: UsbSpec = field(default_factory=lambda: USB_PORTS["usb10w"])

    def __post_init__(self) -> None:
        if not 0.0 <= self.watts <= self.spec.power:
            raise ValueError(
                f"{self.name}: watts is {self.watts} W; give 0 to {self.spec.power} W, all that the port has"
            )
        if not 0.0 < self.supply < inf:
            raise ValueError(f"{self.name}: supply is {self.supply} V; give a number above 0")

    @property
    def terminals(self) -> tuple[str, ...]:
        """Give the two nodes."""
        return (self.plus, self.minus)

    @property
    def amps(self) -> float:
        """Give the current that the phone takes from the supply [A]."""
        return self.watts / (self.spec.efficiency * self.supply)

    def stamp(self, stamps: Stamps) -> None:
        """Add what it uses itself and, with a phone, a threshold and a sink."""
        own = self.spec.own_use / self.supply
        if not self.watts:
            stamps.conductance(self.name, self.plus, self.minus, own)
            return
        stamps.conductance(f"{self.name}.own", self.plus, self.minus, own)
        middle = f"{self.name}#sink"
        stamps.diode(self.name, self.plus, middle, self.threshold, USB_KNEE, series=USB_SERIES)
        _sink(stamps, f"{self.name}.sink", middle, self.minus, self.amps)

    @property
    def threshold(self) -> float:
        """Give the saturation current of the diode that makes it start at `spec.starts` [A]."""
        return self.amps * exp(-self.spec.starts / USB_KNEE)
