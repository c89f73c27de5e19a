"""The learner's bench at one moment, and every change that she can make to it."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from lentera.solar.bench.leads import LEAD_CABLE, LEAD_CONNECTOR, LEAD_LENGTH
from lentera.solar.bench.sky import HOURS, Sky
from lentera.solar.bench.terminals import terminals_of
from lentera.solar.controller import Charge, ControllerState, Load
from lentera.solar.installation.units import ASLEEP
from lentera.solar.parts import BATTERIES, FUSES, PANELS

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
    """Be one lead between two terminals; in kit A a cable with both poles.

    `cable` is a key of `parts.CABLES`, `length` [m], `connector` at both ends a key of `parts.CONNECTORS`.
    """

    id: int
    start: str
    end: str
    colour: Colour
    cable: str = LEAD_CABLE
    length: float = LEAD_LENGTH
    connector: str = LEAD_CONNECTOR

    @property
    def pair(self) -> frozenset[str]:
        """Give the two ends without direction."""
        return frozenset((self.start, self.end))


@dataclass(frozen=True, slots=True)
class Join:
    """Join two terminals with a lead; see `JoinedWire`. The cables of kit A are as they come."""

    start: str
    end: str
    colour: Colour = Colour.PLUS
    cable: str = LEAD_CABLE
    length: float = LEAD_LENGTH
    connector: str = LEAD_CONNECTOR


@dataclass(frozen=True, slots=True)
class Remove:
    """Take one lead away by its number."""

    wire: int


@dataclass(frozen=True, slots=True)
class SetLead:
    """Take another cable in place of a lead, between the same terminals; see `JoinedWire`."""

    wire: int
    cable: str
    length: float
    connector: str


@dataclass(frozen=True, slots=True)
class SetSwitch:
    """Turn the lamp switch on or off; in kit A the one of `lamp`, 1 to 4."""

    on: bool
    lamp: int | None = None


@dataclass(frozen=True, slots=True)
class SetCover:
    """Put the cloth on the panel or take it off."""

    covered: bool


@dataclass(frozen=True, slots=True)
class SetSun:
    """Choose the irradiance [W/m²]."""

    sun: float


@dataclass(frozen=True, slots=True)
class SetClock:
    """Choose the hour, 0 to 24 [h], and the sky; the sun follows (`sun_at`)."""

    hour: float
    sky: Sky


@dataclass(frozen=True, slots=True)
class PullFuse:
    """Pull the fuse out of its holder."""


@dataclass(frozen=True, slots=True)
class PutFuse:
    """Put a fuse in the empty holder; `fuse` is a key of `parts.FUSES`."""

    fuse: str


@dataclass(frozen=True, slots=True)
class ReplaceFuse:
    """Put a new fuse of the same rating in."""


@dataclass(frozen=True, slots=True)
class ReplaceLamp:
    """Put a new lamp in; `lamp` is its number."""

    lamp: int


@dataclass(frozen=True, slots=True)
class StartOver:
    """Clear the table: no leads, new 5 A fuse and lamps, cloth on, switches off, no history.

    `kit` lays the other kit on it, "a" or "b"; left out, the same one.
    """

    kit: str | None = None


Action = (
    Join
    | Remove
    | SetLead
    | SetSwitch
    | SetCover
    | SetSun
    | SetClock
    | PullFuse
    | PutFuse
    | ReplaceFuse
    | ReplaceLamp
    | StartOver
)


AWAKE: Final = ControllerState(Charge.BULK, Load.ON)
"""What the charger in a lamp of kit A does by itself: its cell, which nobody takes out, keeps it awake."""


@dataclass(frozen=True, slots=True)
class PlugLamp:
    """Be a lamp of kit A: its own switch, its LEDs, and what the charger inside it does."""

    on: bool = False
    dead: bool = False
    charger: ControllerState = AWAKE


PLUG_LAMPS: Final = (PlugLamp(),) * 4
"""The lamps of kit A as they come out of the box."""


@cache
def _batteries() -> tuple[str, ...]:
    """Name the batteries that the parts on the table are made for."""
    low, high = TWELVE_VOLTS
    return tuple(name for name, spec in BATTERIES.items() if low < spec.open_circuit_voltage(1.0) < high)


@dataclass(frozen=True, slots=True)
class BenchState:
    """Be the whole bench: what is joined, what is on, what is broken, and how it came to be.

    `wires` stand in the order of joining. `soc` is the battery's state of charge, 0 to 1. `sun` is the
    irradiance [W/m²] that reaches the panel when it is not covered; `hour` and `sky` are set when the clock
    chose it. `history` holds every accepted action in order; of clock settings in a row it keeps the last.
    `standing` holds the faults that were already told, so that each is told once.

    `kit` is "a" or "b". `fuse` is the key of the one in the holder, None for an empty holder. Of kit A only
    `lamps`, the cloth, the light and the leads mean something, and `soc` is that of the cell in each lamp;
    kit B has no `lamps`.
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
    kit: str = "b"
    fuse: str | None = "fuse5a"
    hour: float | None = None
    sky: Sky | None = None
    lamps: tuple[PlugLamp, ...] = ()

    def __post_init__(self) -> None:
        terminals_of(self.kit)
        if not self.lamps and self.kit == "a":
            object.__setattr__(self, "lamps", PLUG_LAMPS)
        if len(self.lamps) != (len(PLUG_LAMPS) if self.kit == "a" else 0):
            raise ValueError(
                f"lamps holds {len(self.lamps)}; kit A has {len(PLUG_LAMPS)} of them, kit B none"
            )
        self._refuse_unknown_parts()
        if not 0.0 <= self.soc <= 1.0:
            raise ValueError(f"soc is {self.soc}; give a state of charge from 0 to 1")
        if not 0.0 <= self.sun <= MAX_SUN:
            raise ValueError(f"sun is {self.sun}; give an irradiance from 0 to {MAX_SUN:.0f} W/m²")
        if (self.hour is None) != (self.sky is None):
            raise ValueError("hour and sky go together; give both or leave both out")
        if self.hour is not None:
            HOURS.refuse("hour", self.hour, ValueError)

    def _refuse_unknown_parts(self) -> None:
        if self.panel not in PANELS:
            raise ValueError(
                f"panel {self.panel!r} is not in the catalogue; choose one of {', '.join(PANELS)}"
            )
        if self.battery not in _batteries():
            raise ValueError(
                f"battery {self.battery!r} is not a 12 V one of the catalogue; "
                f"choose one of {', '.join(_batteries())}"
            )
        if self.fuse is not None and self.fuse not in FUSES:
            raise ValueError(f"fuse {self.fuse!r} is not in the catalogue; choose one of {', '.join(FUSES)}")
        if self.fuse is None and self.fuse_blown:
            raise ValueError("fuse_blown is true but the holder is empty; put a fuse in first")

    @property
    def irradiance(self) -> float:
        """Give the irradiance on the cells [W/m²]: none under the cloth."""
        return 0.0 if self.covered else self.sun

    @property
    def lamps_dead(self) -> tuple[bool, ...]:
        """Say for each lamp whether it is broken."""
        if self.kit == "a":
            return tuple(lamp.dead for lamp in self.lamps)
        return (self.lamp1_dead, self.lamp2_dead)

    @property
    def latched(self) -> bool:
        """Say whether the controller has switched the load off for overload."""
        return self.controller.latched


TWELVE_VOLTS: Final = (12.0, 15.0)
"""Rest voltages between which a full battery is one of 12 V [V]."""

MAX_SUN: Final = 1400.0
"""Largest irradiance accepted [W/m²]: the sun at the edge of clouds."""
