"""Draw up what the bench's screen shows: numbers, words and states, all worded here."""

from typing import Any

from lentera.solar.bench import (
    TERMINALS,
    BenchState,
    Flow,
    JoinedWire,
    LampCondition,
    Part,
    Reading,
    SourceReading,
    can_replace_fuse,
    evaluate,
)
from lentera.widgets.bench.sentences import lamp_word, sky_of, wire_ends
from lentera.widgets.bench.words import part_name, shown_name, sky_words, spoken_name
from lentera.widgets.line import Doing, Line
from lentera.words import _, number, quantity

_ALARMING = frozenset({LampCondition.OVERBRIGHT, LampCondition.BROKEN})
_LIT = frozenset({LampCondition.DIM, LampCondition.LIT, LampCondition.OVERBRIGHT})
_BARS = 4
_PAIR = 2
_SUMMARY_ORDER = (
    Part.PANEL,
    Part.BATTERY,
    Part.FUSE,
    Part.CONTROLLER,
    Part.SWITCH,
    Part.LAMP1,
    Part.LAMP2,
)
"""From the sources to the loads, as a person explains a circuit."""


def bench_view(bench: BenchState, wrong: str = "") -> dict[str, Any]:
    """Return what the bench decides of the view; `wrong` is the lead the last check would take off."""
    reading = evaluate(bench)
    return {
        "picture": {
            "title": _("Picture of the circuit: {what}.").format(what=_in_short(bench, reading)),
            "description": _("The form and the list below hold the same and do the same."),
        },
        "wires": [_wire(bench, reading, index, wrong) for index in range(len(bench.wires))],
        "count": _count(len(bench.wires)),
        "switch_on": bench.switch_on,
        "covered": bench.covered,
        "sun": sky_of(bench.sun),
        "fuse_blown": bench.fuse_blown,
        "lamps": [
            {
                "brightness": round(lamp.brightness, 3),
                "word": lamp_word(lamp.condition),
                "dead": lamp.condition is LampCondition.BROKEN,
                "alarm": lamp.condition in _ALARMING,
            }
            for lamp in reading.lamps
        ],
        "controller": _controller(bench, reading),
        "readings": readings(bench, reading),
        "summary": [[line.shown, line.spoken] for line in summary(bench, reading)],
        "replace_fuse": _fuse(bench),
        "replace_lamp": Doing(ok=True).to_json() if any(bench.lamps_dead) else None,
    }


def _count(wires: int) -> str:
    if not wires:
        return _("List of leads")
    return _("List of leads: {n}").format(n=wires)


def _wire(bench: BenchState, reading: Reading, index: int, wrong: str) -> dict[str, Any]:
    wire = bench.wires[index]
    ends = wire_ends(wire)
    return {
        "id": wire.id,
        "number": str(wire.id),
        "label": _("Lead {wire}").format(wire=wire.id),
        "start": wire.start,
        "end": wire.end,
        "colour": wire.colour.value,
        "text": ends.shown.replace(" +", "\u00a0+").replace(" −", "\u00a0−"),
        "spoken": ends.spoken,
        "hot": wire.id in reading.hot_wires,
        "wrong": str(wire.id) == wrong,
    }


def _in_short(bench: BenchState, reading: Reading) -> str:
    """Say the one thing that matters most on the picture."""
    if reading.hot_wires:
        return _("a lead is hot")
    if bench.fuse_blown:
        return _("the fuse is blown")
    lit = [str(n) for n, lamp in enumerate(reading.lamps, start=1) if lamp.condition in _LIT]
    if len(lit) == len(reading.lamps):
        return _("two lamps are lit")
    if lit:
        return _("lamp {n} is lit").format(n=lit[0])
    return _("no lamp is lit")


def _controller(bench: BenchState, reading: Reading) -> dict[str, Any]:
    display = reading.controller.display
    name = _("Charge controller")
    return {
        "volts": "" if display is None else number(_settled(display, 1), 1),
        "bars": max(1, min(_BARS, round(bench.soc * _BARS))),
        "charging": reading.controller.charging,
        "feeding": reading.controller.load_on,
        "title": name if display is not None else _("{name}: screen dark").format(name=name),
    }


def _settled(value: float, decimals: int) -> float:
    """Return zero for what would be written as minus zero."""
    return 0.0 if abs(value) < 0.5 * 10**-decimals else value


def _volts(value: float) -> str:
    return quantity(_settled(value, 1), "V", 1)


def _amps(value: float) -> str:
    return quantity(_settled(value, 2), "A", 2)


def _flow(source: SourceReading, words: dict[Flow, str], without: str) -> str:
    if source.flow is Flow.NONE or not _settled(source.amps, 2):
        return without
    return words[source.flow].format(amps=_amps(source.amps))


def readings(bench: BenchState, reading: Reading) -> list[dict[str, str]]:
    """Return the four readings: name, number with unit, and one phrase that gives the direction."""
    no_current = _("no current")
    panel = _flow(
        reading.panel,
        {Flow.OUT: _("giving {amps}"), Flow.IN: _("back {amps}")},
        _("under the cloth") if bench.covered else no_current,
    )
    battery = _flow(reading.battery, {Flow.IN: _("in {amps}"), Flow.OUT: _("out {amps}")}, no_current)
    lit = [lamp for lamp in reading.lamps if lamp.condition in _LIT]
    shown = max(reading.lamps, key=lambda lamp: (lamp.amps, abs(lamp.volts)))
    using = _("using {amps}").format(amps=_amps(reading.lamp_amps)) if lit else lamp_word(shown.condition)
    how_many = _("{n} lamp").format(n=1) if len(lit) == 1 else _("{n} lamps").format(n=len(lit))
    return [
        {"name": _("Panel"), "value": _volts(reading.panel.volts), "note": panel},
        {"name": _("Battery"), "value": _volts(reading.battery.volts), "note": battery},
        {"name": _("Lamp"), "value": _volts(shown.volts), "note": using},
        {
            "name": _("Lamp power"),
            "value": quantity(_settled(reading.lamp_watts, 1), "W", 1),
            "note": how_many if lit else _("no power"),
        },
    ]


def summary(bench: BenchState, reading: Reading) -> list[Line]:
    """Tell the whole bench in words, from the sources to the loads, terminal by terminal."""
    parts = (_part_line(part, bench) + Line.same(_condition(part, bench, reading)) for part in _SUMMARY_ORDER)
    return [Line.same(_sky_line(bench)), *parts]


def _sky_line(bench: BenchState) -> str:
    sky = sky_words()[sky_of(bench.sun)]
    if bench.covered:
        return _("Sky: {sky}. The cloth covers the panel.").format(sky=sky)
    return _("Sky: {sky}. The panel is open.").format(sky=sky)


def _part_line(part: Part, bench: BenchState) -> Line:
    """Tell where the leads of a part go; free screws are told one by one only where there are two."""
    rows = [terminal for terminal in TERMINALS.values() if terminal.part is part]
    joined = {row.id: [wire for wire in bench.wires if row.id in wire.pair] for row in rows}
    free, other = _("not joined"), _("The other screws: not joined.")
    if not any(joined.values()):
        return Line.same(f"{part_name(part)}: {free}.")
    texts = []
    for name in (shown_name, spoken_name):
        said = []
        for row in rows:
            ends = [
                _("lead {wire} to {other}").format(wire=wire.id, other=name(TERMINALS[_far(wire, row.id)]))
                for wire in joined[row.id]
            ]
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
    display = reading.controller.display
    match part:
        case Part.FUSE:
            return _("The fuse is blown.") if bench.fuse_blown else _("The fuse is whole.")
        case Part.CONTROLLER:
            if display is None:
                return _("Its screen is dark.")
            return _("Its screen shows {volts}.").format(volts=_volts(display))
        case Part.SWITCH:
            return _("The switch is on.") if bench.switch_on else _("The switch is off.")
        case Part.LAMP1 | Part.LAMP2:
            n = 1 if part is Part.LAMP1 else 2
            condition = lamp_word(reading.lamps[n - 1].condition)
            return _("Lamp {n}: {condition}.").format(n=n, condition=condition)
        case _:
            return ""


def _fuse(bench: BenchState) -> dict[str, Any] | None:
    if not bench.fuse_blown:
        return None
    why = _("The fuse can be replaced once the short circuit is gone.")
    return Doing(can_replace_fuse(bench), why).to_json()
