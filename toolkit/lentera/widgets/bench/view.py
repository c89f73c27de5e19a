"""Draw up what the bench's screen shows: the picture, one row for each lead, readings, switches."""

from dataclasses import replace
from typing import Any, Final

from lentera.solar.bench import (
    BenchState,
    JoinedWire,
    Reading,
    WireReading,
    can_replace_fuse,
    evaluate,
    installation_of,
)
from lentera.solar.installation import Battery, Panel
from lentera.widgets.bench.readings import GLOWING, readings
from lentera.widgets.bench.sentences import lead_kind, wire_ends
from lentera.widgets.bench.sky import clock, sky_of, sun_height
from lentera.widgets.bench.summary import fuse_state, summary
from lentera.widgets.drawing.scene import (
    Drawn,
    Face,
    Scene,
    Shining,
    battery_word,
    fuse_named,
    lamp_name,
    panel_word,
    shining,
)
from lentera.widgets.drawing.words import heat_word, lamp_word
from lentera.widgets.line import Doing
from lentera.words import _, quantity

_DROP_SEEN: Final = 0.005
"""Voltage along a lead below which nothing is said of it [V]; it would be written 0,00."""


def bench_view(bench: BenchState, wrong: str = "") -> dict[str, Any]:
    """Return what the bench decides of the view; `wrong` is the lead the rules would take off."""
    reading = evaluate(bench)
    drawn = [_drawn(bench, wire, seen, wrong) for wire, seen in zip(bench.wires, reading.wires, strict=True)]
    return {
        "kit": bench.kit,
        "picture": _scene(bench, reading, drawn).to_json(
            kit=bench.kit,
            title=_("Picture of the circuit: {what}.").format(what=_in_short(bench, reading)),
            description=_("The form and the list below hold the same and do the same."),
        ),
        "wires": [
            _row(wire, seen, lead) for wire, seen, lead in zip(bench.wires, reading.wires, drawn, strict=True)
        ],
        "count": _("List of leads: {n}").format(n=len(bench.wires)) if bench.wires else _("List of leads"),
        "switch_on": bench.switch_on,
        "covered": bench.covered,
        "clock": clock(bench),
        "switches": _switches(bench, reading),
        "fuse": _fuse(bench),
        "readings": readings(bench, reading),
        "summary": [[line.shown, line.spoken] for line in summary(bench, reading)],
        "replace_fuse": _replace_fuse(bench),
        "replace_lamp": Doing(ok=True).to_json() if any(bench.lamps_dead) else None,
    }


def _scene(bench: BenchState, reading: Reading, drawn: list[Drawn]) -> Scene:
    """See the bench as its readings tell it: the same numbers as in the rows below."""
    return Scene(
        wires=drawn,
        lamps=_lamps(bench, reading),
        controller=_face(bench, reading),
        covered=bench.covered,
        sky=sky_of(bench),
        sun_height=sun_height(bench),
        fuse="out" if bench.fuse is None else "blown" if bench.fuse_blown else "in",
        fuse_word=fuse_named(bench.fuse),
        switch_on=bench.switch_on,
        **_prints(bench),
    )


def _lamps(bench: BenchState, reading: Reading) -> list[Shining]:
    seen = [
        shining(lamp_name(n), lamp.condition, lamp.brightness)
        for n, lamp in enumerate(reading.lamps, start=1)
    ]
    if bench.kit == "b":
        return seen
    rows = zip(seen, bench.lamps, reading.lamps, strict=True)
    return [replace(lamp, on=plug.on, charging=read.charging) for lamp, plug, read in rows]


def _face(bench: BenchState, reading: Reading) -> Face | None:
    seen = reading.controller
    if seen is None:
        return None
    return Face(seen.display, bench.soc, charging=seen.charging, feeding=seen.load_on)


def _drawn(bench: BenchState, wire: JoinedWire, seen: WireReading, wrong: str) -> Drawn:
    """Draw a lead; danger is marked before what the rules would change."""
    number = str(wire.id)
    colour = "pair" if bench.kit == "a" else wire.colour.value
    lead = Drawn(number, wire.start, wire.end, colour, number, seen.heat)
    if number == wrong and not seen.hot:
        return replace(lead, mark=_("not right yet"), tone="yet")
    return lead.marked()


def _row(wire: JoinedWire, seen: WireReading, lead: Drawn) -> dict[str, Any]:
    """Return a lead's row: its ends, what it is made of, how warm it is, and the voltage along it."""
    ends = wire_ends(wire)
    drop = abs(seen.drop)
    return {
        "id": wire.id,
        "number": lead.number,
        "label": _("Lead {wire}").format(wire=wire.id),
        "start": wire.start,
        "end": wire.end,
        "colour": lead.colour,
        "text": ends.shown.replace(" +", "\u00a0+").replace(" −", "\u00a0−"),
        "spoken": ends.spoken,
        "detail": lead_kind(wire),
        "heat": heat_word(seen.heat),
        "drop": _("drops {volts}").format(volts=quantity(drop, "V", 2)) if drop >= _DROP_SEEN else "",
        "mark": lead.mark,
        "tone": lead.tone,
        "hot": seen.hot,
        "wrong": lead.tone == "yet" and not heat_word(seen.heat),
        "cable": wire.cable,
        "length": wire.length,
        "connector": wire.connector,
        "can_change": lead.colour != "pair",
    }


def _in_short(bench: BenchState, reading: Reading) -> str:
    """Say the one thing that matters most on the picture."""
    if reading.hot_wires:
        return _("a lead is hot")
    if bench.fuse_blown:
        return _("the fuse is blown")
    lit = [n for n, lamp in enumerate(reading.lamps, start=1) if lamp.condition in GLOWING]
    if not lit:
        return _("no lamp is lit")
    if len(lit) == 1:
        return _("lamp {n} is lit").format(n=lit[0])
    return _("two lamps are lit") if len(lit) == _TWO else _("{n} lamps are lit").format(n=len(lit))


_TWO: Final = 2


def _switches(bench: BenchState, reading: Reading) -> list[dict[str, Any]]:
    """Return the pull switch of each plug-in lamp: number, whether it is on, and what pressing it does."""
    rows = []
    for n, (lamp, seen) in enumerate(zip(bench.lamps, reading.lamps, strict=False), start=1):
        label = _("Switch lamp {n} off") if lamp.on else _("Switch lamp {n} on")
        rows.append({"lamp": n, "on": lamp.on, "label": label.format(n=n), "word": lamp_word(seen.condition)})
    return rows


def _fuse(bench: BenchState) -> dict[str, Any] | None:
    """Return what can be done with the fuse holder; None for a kit without one."""
    if bench.kit == "a":
        return None
    return {
        "in": bench.fuse is not None,
        "fuse": bench.fuse or "",
        "text": fuse_state(bench),
        "pull": Doing(bench.fuse is not None, _("The holder is empty.")).to_json(),
        "put": Doing(bench.fuse is None, _("Pull the fuse out first.")).to_json(),
    }


def _replace_fuse(bench: BenchState) -> dict[str, Any] | None:
    if not bench.fuse_blown:
        return None
    why = _("The fuse can be replaced once the short circuit is gone.")
    return Doing(can_replace_fuse(bench), why).to_json()


def _prints(bench: BenchState) -> dict[str, str]:
    """Return what is printed on battery and panel; kit A has a panel of its own and no battery."""
    units = installation_of(bench).units
    panel, battery = units["panel"], units.get("battery")
    return {
        "panel_word": panel_word(panel.spec.power) if isinstance(panel, Panel) else "",
        "battery_word": battery_word(battery.spec) if isinstance(battery, Battery) else "",
    }
