"""Tell the whole bench in words, from the sources to the loads, terminal by terminal."""

from collections.abc import Iterator
from typing import Final

from lentera.solar.bench import BenchState, JoinedWire, Part, Reading, terminals_of
from lentera.widgets.bench.readings import volts
from lentera.widgets.bench.sky import clock_word
from lentera.widgets.drawing.scene import fuse_named
from lentera.widgets.drawing.words import heat_word, lamp_word, part_name, shown_name, spoken_name
from lentera.widgets.line import Line
from lentera.words import _

_PAIR: Final = 2
_FIRST: Final = (Part.PANEL, Part.BATTERY, Part.FUSE, Part.CONTROLLER, Part.SWITCH)
"""From the sources to the loads, as a person explains a circuit; what is not named here follows."""


def summary(bench: BenchState, reading: Reading) -> list[Line]:
    """Return the state of the circuit, one line for each part, the sky first."""
    there = list(dict.fromkeys(row.part for row in terminals_of(bench.kit).values()))
    parts = [*(part for part in _FIRST if part in there), *(part for part in there if part not in _FIRST)]
    lines = [_part_line(part, bench) + Line.same(_condition(part, bench, reading)) for part in parts]
    return [Line.same(_sky_line(bench)), *lines, *_warm(reading)]


def _sky_line(bench: BenchState) -> str:
    sky = clock_word(bench)
    if bench.covered:
        return _("Sky: {sky}. The cloth covers the panel.").format(sky=sky)
    return _("Sky: {sky}. The panel is open.").format(sky=sky)


def _part_line(part: Part, bench: BenchState) -> Line:
    """Tell where the leads of a part go; free terminals are told one by one only where there are two."""
    known = terminals_of(bench.kit)
    rows = [terminal for terminal in known.values() if terminal.part is part]
    joined = {row.id: [wire for wire in bench.wires if row.id in wire.pair] for row in rows}
    free, other, to = _("not joined"), _("The other screws: not joined."), _("lead {wire} to {other}")
    if not any(joined.values()):
        return Line.same(f"{part_name(part)}: {free}.")
    texts = []
    for name in (shown_name, spoken_name):
        said = []
        for row in rows:
            ends = [to.format(wire=wire.id, other=name(known[_far(wire, row.id)])) for wire in joined[row.id]]
            if ends or len(rows) == _PAIR:
                text = f"{name(row)}: {', '.join(ends) or free}."
                said.append(text[0].upper() + text[1:])
        if len(said) < len(rows):
            said.append(other)
        texts.append(" ".join(said))
    return Line(texts[0], texts[1])


def _far(wire: JoinedWire, terminal: str) -> str:
    return wire.end if wire.start == terminal else wire.start


def _condition(part: Part, bench: BenchState, reading: Reading) -> str:
    """Say how a part is, where that is not told by its leads."""
    match part:
        case Part.FUSE:
            return fuse_state(bench)
        case Part.CONTROLLER:
            display = reading.controller.display if reading.controller else None
            if display is None:
                return _("Its screen is dark.")
            return _("Its screen shows {volts}.").format(volts=volts(display))
        case Part.SWITCH:
            return _("The switch is on.") if bench.switch_on else _("The switch is off.")
    return _lamp(part, reading)


def _lamp(part: Part, reading: Reading) -> str:
    if not part.value.startswith("lamp"):
        return ""
    n = int(part.value.removeprefix("lamp"))
    lamp = reading.lamps[n - 1]
    said = _("Lamp {n}: {condition}.").format(n=n, condition=lamp_word(lamp.condition))
    if lamp.cell_volts is None:
        return said
    text = _("Its cell has {volts} and charges.") if lamp.charging else _("Its cell has {volts}.")
    cell = text.format(volts=volts(lamp.cell_volts, 2))
    return f"{said} {cell}"


def fuse_state(bench: BenchState) -> str:
    """Say which fuse is in its holder and how it is."""
    if bench.fuse is None:
        return _("The fuse is pulled out.")
    if bench.fuse_blown:
        return _("The fuse is blown.")
    return _("{fuse} is whole.").format(fuse=fuse_named(bench.fuse))


def _warm(reading: Reading) -> Iterator[Line]:
    """Tell the leads that a hand would notice."""
    for lead in reading.wires:
        if word := heat_word(lead.heat):
            yield Line.same(_("Lead {wire}: {heat}.").format(wire=lead.wire, heat=word))
