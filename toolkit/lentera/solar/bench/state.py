"""The learner's bench at one moment, and every change that she can make to it."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from lentera.solar.controller import ControllerState
from lentera.solar.installation.units import ASLEEP
from lentera.solar.parts import BATTERIES, PANELS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lentera.solar.bench.events import Event

SUN_PRESETS: "Final[Mapping[str, float]]" = MappingProxyType({"siang": 800.0, "mendung": 200.0, "malam": 0.0})
"""Irradiance on the panel [W/m²] by the word on the button."""


class Colour(StrEnum):
    """Tell the two kinds of lead apart: red and plain, black and striped."""

    PLUS = "plus"
    MINUS = "minus"


@dataclass(frozen=True, slots=True)
class JoinedWire:
    """Be one lead between two terminals."""

    id: int
    start: str
    end: str
    colour: Colour

    @property
    def pair(self) -> frozenset[str]:
        """Give the two ends without direction."""
        return frozenset((self.start, self.end))


@dataclass(frozen=True, slots=True)
class Join:
    """Join two terminals with a lead."""

    start: str
    end: str
    colour: Colour = Colour.PLUS


@dataclass(frozen=True, slots=True)
class Remove:
    """Take one lead away by its number."""

    wire: int


@dataclass(frozen=True, slots=True)
class SetSwitch:
    """Turn the lamp switch on or off."""

    on: bool


@dataclass(frozen=True, slots=True)
class SetCover:
    """Put the cloth on the panel or take it off."""

    covered: bool


@dataclass(frozen=True, slots=True)
class SetSun:
    """Choose the irradiance [W/m²]."""

    sun: float


@dataclass(frozen=True, slots=True)
class ReplaceFuse:
    """Put a new fuse of the same rating in."""


@dataclass(frozen=True, slots=True)
class ReplaceLamp:
    """Put a new lamp in; `lamp` is 1 or 2."""

    lamp: int


@dataclass(frozen=True, slots=True)
class StartOver:
    """Clear the table: no leads, new fuse and lamps, cloth on, switch off, no history."""


Action = Join | Remove | SetSwitch | SetCover | SetSun | ReplaceFuse | ReplaceLamp | StartOver


@cache
def _batteries() -> tuple[str, ...]:
    """Name the batteries that the parts on the table are made for."""
    low, high = TWELVE_VOLTS
    return tuple(name for name, spec in BATTERIES.items() if low < spec.open_circuit_voltage(1.0) < high)


@dataclass(frozen=True, slots=True)
class BenchState:
    """Be the whole bench: what is joined, what is on, what is broken, and how it came to be.

    `wires` stand in the order of joining. `soc` is the battery's state of charge, 0 to 1. `sun` is the
    irradiance [W/m²] that reaches the panel when it is not covered. `history` holds every accepted action
    in order. `standing` holds the faults that were already told, so that each is told once.
    """

    wires: tuple[JoinedWire, ...] = ()
    switch_on: bool = False
    covered: bool = True
    sun: float = SUN_PRESETS["siang"]
    fuse_blown: bool = False
    lamp1_dead: bool = False
    lamp2_dead: bool = False
    controller: ControllerState = ASLEEP
    battery: str = "vrla"
    panel: str = "ks10"
    soc: float = 0.86
    standing: "tuple[Event, ...]" = ()
    history: tuple[Action, ...] = ()

    def __post_init__(self) -> None:
        if self.panel not in PANELS:
            raise ValueError(
                f"panel {self.panel!r} is not in the catalogue; choose one of {', '.join(PANELS)}"
            )
        if self.battery not in _batteries():
            raise ValueError(
                f"battery {self.battery!r} is not a 12 V one of the catalogue; "
                f"choose one of {', '.join(_batteries())}"
            )
        if not 0.0 <= self.soc <= 1.0:
            raise ValueError(f"soc is {self.soc}; give a state of charge from 0 to 1")
        if not 0.0 <= self.sun <= MAX_SUN:
            raise ValueError(f"sun is {self.sun}; give an irradiance from 0 to {MAX_SUN:.0f} W/m²")

    @property
    def irradiance(self) -> float:
        """Give the irradiance on the cells [W/m²]: none under the cloth."""
        return 0.0 if self.covered else self.sun

    @property
    def lamps_dead(self) -> tuple[bool, bool]:
        """Say for lamp 1 and lamp 2 whether it is broken."""
        return (self.lamp1_dead, self.lamp2_dead)

    @property
    def latched(self) -> bool:
        """Say whether the controller has switched the load off for overload."""
        return self.controller.latched


TWELVE_VOLTS: Final = (12.0, 15.0)
"""Rest voltages between which a full battery is one of 12 V [V]."""

MAX_SUN: Final = 1400.0
"""Largest irradiance accepted [W/m²]: the sun at the edge of clouds."""
