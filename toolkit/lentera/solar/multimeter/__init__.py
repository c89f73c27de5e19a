"""The multimeter: dial, sockets and probes on an installation, with the readings that the circuit gives."""

from lentera.solar.multimeter.display import Display, show
from lentera.solar.multimeter.measure import read
from lentera.solar.multimeter.meter import (
    AUTO,
    METER,
    RANGES,
    SHUNTS,
    Meter,
    MeterError,
    MeterSpec,
    Mode,
    Range,
    Socket,
)
from lentera.solar.multimeter.notes import Note, told
from lentera.solar.multimeter.reading import MeterReading

__all__ = [
    "AUTO",
    "METER",
    "RANGES",
    "SHUNTS",
    "Display",
    "Meter",
    "MeterError",
    "MeterReading",
    "MeterSpec",
    "Mode",
    "Note",
    "Range",
    "Socket",
    "read",
    "show",
    "told",
]
