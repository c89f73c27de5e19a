"""What can be read off the bench at rest."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from lentera.solar.heating import Heat

if TYPE_CHECKING:
    from lentera.solar.bench.events import Event
    from lentera.solar.bench.state import BenchState
    from lentera.solar.controller import ControllerState

CHARGING: Final = 0.01
"""Current from the panel from which something counts as charging [A]."""


class Flow(StrEnum):
    """Name the direction of a current at a source."""

    NONE = "none"
    IN = "in"
    OUT = "out"


class LampCondition(StrEnum):
    """Name how a lamp looks."""

    DARK = "padam"
    DIM = "redup"
    LIT = "menyala"
    OVERBRIGHT = "terlalu_terang"
    BROKEN = "putus"


@dataclass(frozen=True, slots=True)
class SourceReading:
    """Read a source: `volts` from plus to minus [V], `amps` [A] without sign, and its direction.

    Out of the battery and out of the panel is `OUT`; into the battery is `IN`.
    """

    volts: float
    amps: float
    flow: Flow


@dataclass(frozen=True, slots=True)
class LampReading:
    """Read a lamp: `volts` [V] (negative when reversed), `amps` [A], `brightness` 1 at its rated current.

    In kit A, `cell_volts` is the voltage of the cell inside it [V] and `charge_amps` the current that comes
    in at its plug [A], part of which the LEDs take while they are lit; None in kit B.
    """

    volts: float
    amps: float
    brightness: float
    condition: LampCondition
    cell_volts: float | None = None
    charge_amps: float | None = None

    @property
    def charging(self) -> bool:
        """Say whether the panel gives it current through its plug."""
        return self.charge_amps is not None and self.charge_amps > CHARGING

    @property
    def watts(self) -> float:
        """Give the power [W]."""
        return self.volts * self.amps


@dataclass(frozen=True, slots=True)
class ControllerReading:
    """Read the controller: its state, its display and the voltages between its pairs of screws [V].

    `display` is what its screen shows [V], None when it is dark. `charge_amps` runs from panel to battery
    side [A], `load_amps` out of LOAD + [A].
    """

    state: "ControllerState"
    display: float | None
    panel_volts: float
    battery_volts: float
    load_volts: float
    charge_amps: float
    load_amps: float
    charging: bool
    load_on: bool


@dataclass(frozen=True, slots=True)
class WireReading:
    """Read a lead: `amps` from its start to its end [A], `drop` along it [V], `rise` above the air [K].

    The drop of a cable of kit A is that of both its cores together.
    """

    wire: int
    amps: float
    drop: float
    heat: Heat
    rise: float

    @property
    def hot(self) -> bool:
        """Say whether a hand would pull back."""
        return self.heat not in _BEARABLE


_BEARABLE: Final = frozenset({Heat.COOL, Heat.WARM})


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold everything that can be read once the bench has settled, and what happened on the way.

    `state` is the settled bench (a fuse may have blown). `events` are in order and new against what the given
    state had already told. Kit A has neither `controller` nor `battery`: each lamp has its own inside.
    """

    state: "BenchState"
    panel: SourceReading
    battery: SourceReading | None
    controller: ControllerReading | None
    lamps: tuple[LampReading, ...]
    wires: tuple[WireReading, ...]
    fuse_amps: float
    events: "tuple[Event, ...]"
    converged: bool

    @property
    def lamp_amps(self) -> float:
        """Give the current of all lamps together [A]."""
        return sum(lamp.amps for lamp in self.lamps)

    @property
    def lamp_watts(self) -> float:
        """Give the power of all lamps together [W]."""
        return sum(lamp.watts for lamp in self.lamps)

    @property
    def hot_wires(self) -> tuple[int, ...]:
        """Give the numbers of the leads that are hot."""
        return tuple(wire.wire for wire in self.wires if wire.hot)
