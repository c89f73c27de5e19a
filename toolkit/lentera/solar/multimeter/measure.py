"""Put the meter on an installation and read it.

The meter is part of the circuit: 10 Mohm in volts, a shunt with its own fuse in a current socket, a test
source in ohms. A current socket is a fuse holder with two test leads, so whatever a short through the meter
does to the installation happens by the installation's own rules.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from math import inf
from typing import TYPE_CHECKING, Final

from lentera.solar.circuit import CurrentSource, Resistor, Solution, Trip, TripKind, Voltmeter
from lentera.solar.controller import Load
from lentera.solar.installation import (
    Conditions,
    Controller,
    FuseHolder,
    Installation,
    Lead,
    Settled,
    UnknownNameError,
    settle,
)
from lentera.solar.multimeter.display import BLANK, Display, show
from lentera.solar.multimeter.meter import METER, Meter, Mode, Shunt, Socket, ranges_of
from lentera.solar.multimeter.notes import Note
from lentera.solar.multimeter.reading import MeterReading

if TYPE_CHECKING:
    import numpy as np

NAME: Final = "multimeter"
"""What the meter is called in a circuit; no unit of an installation may have this name."""

_A, _B = f"{NAME}.a", f"{NAME}.b"
_IN_OHMS: Final = frozenset({Mode.OHMS, Mode.CONTINUITY})
_NEAR: Final = 0.5


@dataclass(frozen=True, slots=True)
class _Spot:
    """Be the place where the probes are."""

    installation: Installation
    conditions: Conditions
    red: str
    black: str
    opened: Lead | None

    @property
    def in_line(self) -> bool:
        """Say whether the probes bridge the gap of the opened lead."""
        return self.opened is not None and {self.red, self.black} == set(self.opened.pair)

    @property
    def gaping(self) -> Installation:
        """Give the installation with the lead taken off."""
        if self.opened is None:
            return self.installation
        return self.installation.with_lead(replace(self.opened, open=True))

    def left(self, settled: Settled) -> Installation:
        """Give the installation after the meter is gone and the lead is back."""
        units = {name: unit for name, unit in settled.installation.units.items() if name != NAME}
        return replace(settled.installation, units=units, leads=self.installation.leads)


def read(
    installation: Installation,
    conditions: Conditions,
    meter: Meter,
    red: str | None = None,
    black: str | None = None,
    opened: str | None = None,
    *,
    noise: "np.random.Generator | None" = None,
    previous: Solution | None = None,
) -> MeterReading:
    """Measure between two terminals.

    Parameters
    ----------
    red, black : str, optional
        Terminals that the probes touch; a probe left out touches nothing.
    opened : str, optional
        Lead that was taken off at its end. With the probes on its two ends, or on no terminal at all, the
        meter stands in line with it: red where the lead starts, unless the probes say otherwise.
    noise : numpy.random.Generator, optional
        Draws an error within ±(0.5 % of the reading + 2 counts); left out, the meter is exact.
    previous : Solution, optional
        Of a similar circuit, as a warm start.

    Returns
    -------
    MeterReading
        Amperes are positive when the current enters at the red probe. Ohms are voltage over current of the
        test source where the probes are, so a live circuit gives a number that is not true; it is flagged.

    Raises
    ------
    UnknownNameError
        When a terminal or the lead does not exist; the sentence names the nearest one.

    Notes
    -----
    All numbers are model values. A probe that touches nothing reads 0.00 and says so; a real input picks up a
    few millivolts from the air.
    """
    lead = _lead(installation, opened)
    if lead is not None and red is None and black is None:
        red, black = lead.pair
    for terminal in (red, black):
        if terminal is not None:
            _known(terminal, installation.terminals, "terminal")
    idle = _idle(meter, red, black)
    if idle is not None:
        display = _touching(meter) if idle is Note.SAME_PLACE else _untouched(meter)
        notes = [idle, *_beep(meter, display)]
        if idle is Note.WRONG_SOCKET and lead is None:
            # The ampere socket alone would make a short of two poles: first say where amperes are measured.
            notes.insert(0, Note.NOT_IN_LINE)
        return MeterReading(display, tuple(notes), meter, installation)
    spot = _Spot(installation, conditions, str(red), str(black), lead)
    if meter.shunt is not None:
        return _through(spot, meter, meter.shunt, noise, previous)
    if meter.mode is Mode.VOLTS:
        return _volts(spot, meter, noise, previous)
    return _ohms(spot, meter, noise, previous)


def _known(name: str, known: Iterable[str], kind: str) -> None:
    """Refuse a name that does not exist, and say which one comes near."""
    names = tuple(known)
    if name not in names:
        near = get_close_matches(name, names, 1, _NEAR)
        hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(names)}"
        raise UnknownNameError(f"there is no {kind} {name!r}; {hint}")


def _lead(installation: Installation, name: str | None) -> Lead | None:
    if name is None:
        return None
    _known(name, (lead.name for lead in installation.leads), "lead")
    return installation.lead(name)


def _idle(meter: Meter, red: str | None, black: str | None) -> Note | None:
    """Say why nothing flows through the meter, None when it may."""
    if meter.mode is Mode.OFF and meter.shunt is None:
        return Note.METER_OFF
    if red is None or black is None:
        return Note.PROBE_OFF
    if meter.input is None:
        return Note.NO_COMMON
    if red == black:
        return Note.SAME_PLACE
    # In amperes with the plug in the volt socket nothing stands between the probes.
    return Note.WRONG_SOCKET if meter.mode is Mode.AMPS and meter.shunt is None else None


def _untouched(meter: Meter) -> Display:
    """Show what a meter shows whose input is open."""
    if meter.mode is Mode.OFF:
        return BLANK
    return show(inf if meter.mode in _IN_OHMS else 0.0, meter.ranges)


def _touching(meter: Meter) -> Display:
    """Show what a meter shows whose probes touch each other."""
    if meter.mode in _IN_OHMS and meter.input is Socket.VOLT_OHM:
        return show(_probe_ohm(), meter.ranges)
    return _untouched(meter)


def _beep(meter: Meter, display: Display, note: Note = Note.CONNECTED) -> list[Note]:
    near = display.value is not None and display.value < METER.beeps_below
    return [note] if meter.mode is Mode.CONTINUITY and near else []


def _probe(end: str, start: str, stop: str) -> Lead:
    return Lead(f"{NAME}.{end}", start, stop, METER.probe_length, METER.probe_cable)


@cache
def _probe_ohm() -> float:
    """Give the resistance of both test leads together [ohm]."""
    return _probe("red", _A, _B).element().ohm + _probe("black", _A, _B).element().ohm


def _events(broken: Iterable[Trip]) -> list[Note]:
    """Tell what gave way while the probes were on."""
    notes = []
    for trip in broken:
        if trip.kind is TripKind.LAMP:
            notes.append(Note.LAMP_BROKE)
        else:
            notes.append(Note.METER_FUSE_BLEW if trip.element == NAME else Note.KIT_FUSE_BLEW)
    return list(dict.fromkeys(notes))


def _overloaded(installation: Installation) -> set[str]:
    """Name the controllers that have cut their load because it drew too much."""
    return {
        name
        for name, unit in installation.units.items()
        if isinstance(unit, Controller) and unit.state.load is Load.OVERLOAD
    }


def _volts(
    spot: _Spot, meter: Meter, noise: "np.random.Generator | None", previous: Solution | None
) -> MeterReading:
    hung = Voltmeter(NAME, spot.red, spot.black, METER.input_resistance)
    settled = settle(spot.gaping, spot.conditions, (hung,), previous)
    display = show(meter.sign * settled.solution.between(spot.red, spot.black), meter.ranges, noise)
    notes = _events(settled.broken) + _of_number(meter, display, Note.REVERSED)
    return MeterReading(display, tuple(notes), meter, spot.left(settled), settled.solution)


def _of_number(meter: Meter, display: Display, negative: Note) -> list[Note]:
    if meter.sign < 0.0:
        return [Note.PLUGS_SWAPPED]
    if display.over:
        return [Note.OVER_RANGE]
    return [negative] if display.value is not None and display.value < 0.0 else []


def _through(
    spot: _Spot,
    meter: Meter,
    shunt: Shunt,
    noise: "np.random.Generator | None",
    previous: Solution | None,
) -> MeterReading:
    """Let the current run through the meter, wanted or not."""
    holder = FuseHolder(shunt.fuse, blown=meter.fuse_blown, holder=shunt.ohm)
    settled = settle(_joined(spot).with_unit(NAME, holder), spot.conditions, (), previous)
    notes = _events(settled.broken)
    if _overloaded(settled.installation) - _overloaded(spot.installation):
        notes.append(Note.LOAD_CUT)
    if notes and meter.mode is Mode.AMPS and not spot.in_line:
        notes.append(Note.NOT_IN_LINE)
    if Note.METER_FUSE_BLEW in notes:
        meter = meter.with_fuse_blown()
    elif meter.fuse_blown:
        notes.append(Note.METER_FUSE_OPEN)
    if meter.mode is Mode.AMPS and meter.ranges[0].socket is meter.input:
        display = show(meter.sign * settled.solution.currents[NAME], meter.ranges, noise)
        notes += _of_number(meter, display, Note.CURRENT_BACKWARDS)
    else:
        display = _untouched(meter)
        notes.append(Note.METER_OFF if meter.mode is Mode.OFF else Note.WRONG_SOCKET)
    return MeterReading(display, tuple(notes), meter, spot.left(settled), settled.solution)


def _joined(spot: _Spot) -> Installation:
    """Lay the two test leads from the meter to where the probes are."""
    red, black = _probe("red", spot.red, _A), _probe("black", _B, spot.black)
    lead = spot.opened
    if lead is None or not spot.in_line:
        return spot.gaping.with_lead(red).with_lead(black)
    # The lead hangs loose at its end: one probe holds that end, the other touches the terminal it came off.
    held, touching = (_A, black) if spot.red == lead.start else (_B, red)
    longer = replace(lead, end=held, joint=lead.joint + _probe_ohm() / 2.0)
    return spot.installation.with_lead(longer).with_lead(touching)


def _ohms(
    spot: _Spot, meter: Meter, noise: "np.random.Generator | None", previous: Solution | None
) -> MeterReading:
    """Drive the test source through what is between the probes, in each range until one holds the number."""
    high, low = (spot.red, spot.black) if meter.sign > 0.0 else (spot.black, spot.red)
    for row in meter.ranges:
        inner = METER.open_voltage / row.test_current
        within = Resistor(f"{NAME}.inner", high, low, inner)
        push = CurrentSource(f"{NAME}.source", low, high, row.test_current)
        idle = settle(spot.gaping, spot.conditions, (within,), previous)
        settled = settle(idle.installation, spot.conditions, (within, push), idle.solution)
        previous = settled.solution
        volts = settled.solution.between(high, low)
        amps = row.test_current - volts / inner
        display = show(volts / amps + _probe_ohm() if amps else inf, (row,), noise)
        if not display.over:
            break
    notes = _events((*idle.broken, *settled.broken))
    live = abs(idle.solution.between(high, low)) > METER.live_above
    if live:
        notes.append(Note.LIVE)
    elif display.over:
        notes.append(Note.NO_PATH if meter.ranges[-1] is ranges_of(meter.mode)[-1] else Note.OVER_RANGE)
    notes += _beep(meter, display, Note.BEEPS_LIVE if live else Note.CONNECTED)
    return MeterReading(display, tuple(notes), meter, spot.left(settled), settled.solution)
