"""The multimeter on the table: its dial, its plugs and its two probes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from lentera.solar.installation import Conditions, Installation
from lentera.solar.multimeter import AUTO, RANGES, Meter, MeterReading, Mode, Socket, read


class Probe(StrEnum):
    """Name the two test leads."""

    RED = "red"
    BLACK = "black"

    @property
    def other(self) -> "Probe":
        """Give the other one."""
        return Probe.BLACK if self is Probe.RED else Probe.RED


@dataclass(frozen=True, slots=True)
class MeterDesk:
    """Hold the meter and its two probes.

    Attributes
    ----------
    meter : Meter
        Dial, range, plugs and fuses.
    red, black : str or None
        Terminals that the probes touch.
    opened : str or None
        Lead that was taken off at one end, to measure the current through it.
    hand : Probe
        The probe that the next press on the picture puts down.
    """

    meter: Meter = Meter()  # noqa: RUF009  frozen
    red: str | None = None
    black: str | None = None
    opened: str | None = None
    hand: Probe = Probe.RED

    def turn(self, mode: Mode) -> "MeterDesk":
        """Turn the dial; the meter chooses the range itself again."""
        return replace(self, meter=replace(self.meter, mode=mode, range=AUTO))

    def choose_range(self, name: str) -> "MeterDesk":
        """Choose a range of the mode; raise MeterError when the mode has none of that name."""
        return replace(self, meter=replace(self.meter, range=name))

    def plug(self, probe: Probe, socket: Socket) -> "MeterDesk":
        """Move a plug; one that stands in that socket already goes where this one was."""
        red, black = self.meter.red_socket, self.meter.black_socket
        if probe is Probe.RED:
            red, black = socket, red if black is socket else black
        else:
            red, black = black if red is socket else red, socket
        return replace(self, meter=replace(self.meter, red_socket=red, black_socket=black))

    def put(self, probe: Probe, terminal: str) -> "MeterDesk":
        """Put a probe on a terminal; the next press puts the other one."""
        return replace(self._with(probe, terminal), hand=probe.other)

    def press(self, terminal: str) -> "MeterDesk":
        """Put down the probe that is in the hand."""
        return self.put(self.hand, terminal)

    def touch(self, red: str | None, black: str | None) -> "MeterDesk":
        """Put both probes at once; None lifts one."""
        return replace(self, red=red, black=black, hand=Probe.RED if black or not red else Probe.BLACK)

    def lift(self, probe: Probe) -> "MeterDesk":
        """Take a probe off; it is the one in the hand then."""
        return replace(self._with(probe, None), hand=probe)

    def take(self, probe: Probe) -> "MeterDesk":
        """Choose which probe the next press puts down."""
        return replace(self, hand=probe)

    def open_lead(self, name: str, installation: Installation) -> "MeterDesk":
        """Take a lead off at its end and hold the probes on both sides of the gap."""
        start, end = installation.lead(name).pair
        return replace(self, opened=name, red=start, black=end, hand=Probe.RED)

    def close_lead(self) -> "MeterDesk":
        """Put the lead back; the probes come away."""
        return replace(self, opened=None, red=None, black=None, hand=Probe.RED)

    def with_new_fuse(self) -> "MeterDesk":
        """Put new fuses of the same kind into the meter."""
        return replace(self, meter=replace(self.meter, blown=frozenset()))

    def read(self, installation: Installation, conditions: Conditions) -> MeterReading:
        """Read the meter where the probes are; with both lifted, an opened lead gapes."""
        opened = self.opened
        if opened is not None and self.red is None and self.black is None:
            installation = installation.with_lead(replace(installation.lead(opened), open=True))
            opened = None
        return read(installation, conditions, self.meter, self.red, self.black, opened)

    def after(self, reading: MeterReading) -> "MeterDesk":
        """Give the desk with what measuring did to the meter."""
        return replace(self, meter=reading.meter)

    def fits(self, installation: Installation) -> bool:
        """Say whether the probes and the opened lead are there."""
        known = {*installation.terminals, None}
        leads = {*(lead.name for lead in installation.leads), None}
        return self.red in known and self.black in known and self.opened in leads

    def to_json(self) -> dict[str, Any]:
        """Return it as it stands in an answer file."""
        meter = self.meter
        return {
            "tombol": meter.mode.value,
            "batas": meter.range,
            "colokan_merah": meter.red_socket.value,
            "colokan_hitam": meter.black_socket.value,
            "sekering_putus": sorted(meter.blown),
            "merah": self.red,
            "hitam": self.black,
            "celah": self.opened,
            "tangan": self.hand.value,
        }

    @classmethod
    def from_json(cls, table: object) -> "MeterDesk":
        """Read it from an answer file; raise ValueError when it is no meter."""
        if not isinstance(table, Mapping):
            raise ValueError(f"the meter is {table!r}; expected a table")
        try:
            meter = Meter(
                Mode(table["tombol"]),
                str(table["batas"]),
                Socket(table["colokan_merah"]),
                Socket(table["colokan_hitam"]),
                frozenset(Socket(one) for one in table["sekering_putus"]),
            )
            red, black, opened = (place_name(table[key]) for key in ("merah", "hitam", "celah"))
            return cls(meter, red, black, opened, Probe(table["tangan"]))
        except (KeyError, TypeError) as error:
            raise ValueError(f"the meter lacks or misspells {error}") from error

    def _with(self, probe: Probe, terminal: str | None) -> "MeterDesk":
        if probe is Probe.RED:
            return replace(self, red=terminal)
        return replace(self, black=terminal)


_Change = Callable[[MeterDesk, Mapping[str, Any], Installation], MeterDesk]


def _place(message: Mapping[str, Any], key: str, installation: Installation) -> str:
    terminal = message[key]
    if terminal not in installation.terminals:
        raise ValueError(f"{key} is {terminal!r}; there are {', '.join(installation.terminals)}")
    return str(terminal)


def _touch(desk: MeterDesk, message: Mapping[str, Any], installation: Installation) -> MeterDesk:
    red, black = (_place(message, key, installation) if message[key] else None for key in ("red", "black"))
    return desk.touch(red, black)


def _lift(desk: MeterDesk, message: Mapping[str, Any], _installation: Installation) -> MeterDesk:
    return desk.lift(Probe(message["probe"])) if "probe" in message else desk.touch(None, None)


_CHANGES: Final[Mapping[str, _Change]] = {
    "turn": lambda desk, message, _where: desk.turn(Mode(message["mode"])),
    "range": lambda desk, message, _where: desk.choose_range(str(message["range"])),
    "plug": lambda desk, message, _where: desk.plug(Probe(message["probe"]), Socket(message["socket"])),
    "press": lambda desk, message, where: desk.press(_place(message, "terminal", where)),
    "put": lambda desk, message, where: desk.put(Probe(message["probe"]), _place(message, "terminal", where)),
    "touch": _touch,
    "lift": _lift,
    "hand": lambda desk, message, _where: desk.take(Probe(message["probe"])),
    "open_lead": lambda desk, message, where: desk.open_lead(str(message["lead"]), where),
    "close_lead": lambda desk, _message, _where: desk.close_lead(),
    "new_fuse": lambda desk, _message, _where: desk.with_new_fuse(),
}

GESTURES: Final = frozenset(_CHANGES)
"""What `act` understands."""


def act(desk: MeterDesk, message: Mapping[str, Any], installation: Installation) -> MeterDesk:
    """Do one gesture of the meter's screen.

    Raises
    ------
    KeyError, ValueError
        When the message makes no sense, or names a terminal or lead that is not there.
    """
    return _CHANGES[message["do"]](desk, message, installation)


def ranges_of(mode: Mode) -> list[str]:
    """Name the ranges that can be chosen in a mode, the smallest first; none where there is but one."""
    names = [name for name, row in RANGES.items() if row.mode is mode]
    return names if mode in {Mode.VOLTS, Mode.OHMS} else []


def place_name(value: object) -> str | None:
    """Read the name of a place or nothing from an answer file; raise ValueError for anything else."""
    if value is None or isinstance(value, str):
        return value
    raise ValueError(f"a place is {value!r}; expected a name or nothing")
