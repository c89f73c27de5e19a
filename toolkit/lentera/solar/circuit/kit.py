"""The parts of the kit as circuit elements: panel, battery, fuse, lamp."""

from dataclasses import dataclass
from math import inf

from lentera.solar.circuit.elements import Trip, TripKind
from lentera.solar.circuit.stamps import Stamps
from lentera.solar.panel import SingleDiode
from lentera.solar.parts import FUSES, LAMPS, BatterySpec, FuseSpec, LampSpec


@dataclass(frozen=True, slots=True)
class PVModule:
    """Be a module with the five parameters that hold at its irradiance and temperature."""

    name: str
    plus: str
    minus: str
    law: SingleDiode

    @property
    def terminals(self) -> tuple[str, ...]:
        """Give the two nodes."""
        return (self.plus, self.minus)

    def stamp(self, stamps: Stamps) -> None:
        """Add its branch; it blocks, conducts forward or is shorted as its curve says."""
        law = self.law
        stamps.diode(
            self.name,
            self.plus,
            self.minus,
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
    """Be a fuse; a blown one is truly open."""

    name: str
    a: str
    b: str
    blown: bool = False
    spec: FuseSpec = FUSES["fuse5a"]

    @property
    def terminals(self) -> tuple[str, ...]:
        """Give the two nodes."""
        return (self.a, self.b)

    def stamp(self, stamps: Stamps) -> None:
        """Add its cold resistance while it is whole."""
        if not self.blown:
            stamps.conductance(self.name, self.a, self.b, 1.0 / self.spec.cold_resistance)

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
    """Be an LED lamp; `shorted` of its LEDs count as wire, an `open` one carries nothing."""

    name: str
    plus: str
    minus: str
    spec: LampSpec = LAMPS["led3w"]
    shorted: int = 0
    open: bool = False

    @property
    def terminals(self) -> tuple[str, ...]:
        """Give the two nodes."""
        return (self.plus, self.minus)

    def stamp(self, stamps: Stamps) -> None:
        """Add the string as one diode with its resistance."""
        if self.open:
            return
        spec, count = self.spec, self.spec.diodes - self.shorted
        stamps.diode(
            self.name,
            self.plus,
            self.minus,
            spec.saturation_current,
            spec.ideality_voltage * count,
            series=spec.series_resistance + spec.diode_resistance * count,
        )

    def trip(self, amps: float) -> Trip | None:
        """Say when it dies at this current [A]."""
        return (
            Trip(self.name, TripKind.LAMP, self.spec.dies_after, amps)
            if amps > self.spec.dies_above
            else None
        )
