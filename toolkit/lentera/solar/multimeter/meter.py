"""The multimeter itself: its dial, its sockets, its ranges and its fuses."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from lentera.solar.parts import FuseSpec

AUTO: Final = "auto"
"""The range that the meter chooses itself."""


class MeterError(ValueError):
    """Tell that a meter cannot be set like that."""


class Mode(StrEnum):
    """Name what the dial points at; volts and amperes are direct current."""

    OFF = "off"
    VOLTS = "volts"
    AMPS = "amps"
    OHMS = "ohms"
    CONTINUITY = "continuity"


class Socket(StrEnum):
    """Name a socket of the meter."""

    COMMON = "common"
    VOLT_OHM = "volt_ohm"
    MILLIAMP = "milliamp"
    TEN_AMP = "ten_amp"


def _plain(entry: Any) -> Any:
    return entry["value"] if isinstance(entry, dict) and "value" in entry else entry


def _row(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _plain(entry) for key, entry in table.items()}


_DATA: Final[dict[str, Any]] = tomllib.loads(
    files("lentera.solar.multimeter").joinpath("meter.toml").read_text(encoding="utf-8")
)


@dataclass(frozen=True, slots=True)
class MeterSpec:
    """Describe the meter: resistances [ohm], voltages [V], errors, the length [m] and cable of a probe."""

    source: str
    counts: int
    input_resistance: float
    open_voltage: float
    beeps_below: float
    live_above: float
    gain_error: float
    count_error: int
    probe_length: float
    probe_cable: str


@dataclass(frozen=True, slots=True)
class Range:
    """Be a position of the dial.

    Attributes
    ----------
    resolution : float
        One count in volts, amperes or ohms.
    unit, scale, decimals
        How the number is shown.
    test_current : float
        What the meter drives through a short in this range [A]; 0 when it drives nothing.
    """

    name: str
    mode: Mode
    socket: Socket
    resolution: float
    unit: str
    scale: float
    decimals: int
    test_current: float = 0.0


@dataclass(frozen=True, slots=True)
class Shunt:
    """Be what stands between a current socket and COM: `ohm` [ohm] and a fuse."""

    ohm: float
    fuse: FuseSpec


def _range(name: str, table: Mapping[str, Any]) -> Range:
    row = _row(table)
    return Range(name, Mode(row.pop("mode")), Socket(row.pop("socket")), **row)


METER: Final = MeterSpec(**_row(_DATA["meter"]))
"""The numbers of the meter."""

RANGES: Final[Mapping[str, Range]] = MappingProxyType(
    {name: _range(name, table) for name, table in _DATA["range"].items()}
)
"""Every range by the name on the dial, the smallest of each mode first."""

SHUNTS: Final[Mapping[Socket, Shunt]] = MappingProxyType(
    {
        Socket(name): Shunt(_plain(table["shunt"]), FuseSpec(**_row(table["fuse"])))
        for name, table in _DATA["socket"].items()
    }
)
"""What the current sockets lead to."""


@cache
def ranges_of(mode: Mode) -> tuple[Range, ...]:
    """Give the ranges of a mode, the smallest first; continuity uses the smallest of ohms."""
    if mode is Mode.CONTINUITY:
        return (RANGES["200ohm"],)
    return tuple(row for row in RANGES.values() if row.mode is mode)


@dataclass(frozen=True, slots=True)
class Meter:
    """Be a meter as it lies on the table.

    Attributes
    ----------
    mode : Mode
        Where the dial points.
    range : str
        A key of `RANGES` of that mode, or "auto".
    red_socket, black_socket : Socket
        Where the two plugs are.
    blown : frozenset of Socket
        Current sockets whose fuse is blown.

    Raises
    ------
    MeterError
        When the mode has no such range, or both plugs are in one socket.
    """

    mode: Mode = Mode.VOLTS
    range: str = AUTO
    red_socket: Socket = Socket.VOLT_OHM
    black_socket: Socket = Socket.COMMON
    blown: frozenset[Socket] = frozenset()

    def __post_init__(self) -> None:
        names = [AUTO, *(row.name for row in ranges_of(self.mode))]
        if self.range not in names:
            raise MeterError(f"range is {self.range!r}; {self.mode} has {', '.join(names)}")
        if self.red_socket is self.black_socket:
            raise MeterError(f"red_socket and black_socket are both {self.red_socket}; use two sockets")

    @property
    def input(self) -> Socket | None:
        """Give the socket that works against COM, None when neither plug is in COM."""
        if self.black_socket is Socket.COMMON:
            return self.red_socket
        return self.black_socket if self.red_socket is Socket.COMMON else None

    @property
    def sign(self) -> float:
        """Give −1 when the red plug is in COM, else 1."""
        return -1.0 if self.red_socket is Socket.COMMON else 1.0

    @property
    def shunt(self) -> Shunt | None:
        """Give the shunt that lies between the probes, None when the plugs are not in a current socket."""
        return None if self.input is None else SHUNTS.get(self.input)

    @property
    def fuse_blown(self) -> bool:
        """Say whether the fuse of the socket in use is blown."""
        return self.input in self.blown

    @property
    def ranges(self) -> tuple[Range, ...]:
        """Give the ranges that it may show, the smallest first; none when it is off."""
        if self.range != AUTO:
            return (RANGES[self.range],)
        if self.mode is Mode.AMPS:
            # A meter cannot move its own plug: in amperes the socket is the range.
            found = tuple(row for row in ranges_of(self.mode) if row.socket is self.input)
            return found or (RANGES["10A"],)
        return ranges_of(self.mode)

    def with_fuse_blown(self) -> "Meter":
        """Give the meter after the fuse of the socket in use has blown."""
        return self if self.input is None else replace(self, blown=self.blown | {self.input})
