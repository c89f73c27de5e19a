"""Word the readings under the picture: name, number with unit, and one phrase that gives the direction."""

from typing import Final

from lentera.solar.bench import BenchState, Flow, LampCondition, LampReading, Reading, SourceReading
from lentera.widgets.drawing.scene import lamp_name, settled
from lentera.widgets.drawing.words import lamp_word
from lentera.words import _, quantity

GLOWING: Final = frozenset({LampCondition.DIM, LampCondition.LIT, LampCondition.OVERBRIGHT})


def readings(bench: BenchState, reading: Reading) -> list[dict[str, str]]:
    """Return the readings of a kit: panel, battery and lamps, or panel and the cell in each lamp."""
    if bench.kit == "a":
        cells = (_cell(n, lamp) for n, lamp in enumerate(reading.lamps, start=1))
        return [_panel(bench, reading), *cells]
    return [_panel(bench, reading), *_battery(reading), *_lamps(reading)]


def volts(value: float, decimals: int = 1) -> str:
    """Write volts."""
    return quantity(settled(value, decimals), "V", decimals)


def amps(value: float) -> str:
    """Write amperes."""
    return quantity(settled(value, 2), "A", 2)


def _flow(source: SourceReading, words: dict[Flow, str], without: str) -> str:
    if source.flow is Flow.NONE or not settled(source.amps, 2):
        return without
    return words[source.flow].format(amps=amps(source.amps))


def _panel(bench: BenchState, reading: Reading) -> dict[str, str]:
    still = _("under the cloth") if bench.covered else _("no current")
    note = _flow(reading.panel, {Flow.OUT: _("giving {amps}"), Flow.IN: _("back {amps}")}, still)
    return {"name": _("Panel"), "value": volts(reading.panel.volts), "note": note}


def _battery(reading: Reading) -> list[dict[str, str]]:
    if reading.battery is None:
        return []
    words = {Flow.IN: _("in {amps}"), Flow.OUT: _("out {amps}")}
    note = _flow(reading.battery, words, _("no current"))
    return [{"name": _("Battery"), "value": volts(reading.battery.volts), "note": note}]


def _lamps(reading: Reading) -> list[dict[str, str]]:
    lit = [lamp for lamp in reading.lamps if lamp.condition in GLOWING]
    shown = max(reading.lamps, key=lambda lamp: (lamp.amps, abs(lamp.volts)))
    using = _("using {amps}").format(amps=amps(reading.lamp_amps)) if lit else lamp_word(shown.condition)
    how_many = _("{n} lamp").format(n=1) if len(lit) == 1 else _("{n} lamps").format(n=len(lit))
    return [
        {"name": _("Lamp"), "value": volts(shown.volts), "note": using},
        {
            "name": _("Lamp power"),
            "value": quantity(settled(reading.lamp_watts, 1), "W", 1),
            "note": how_many if lit else _("no power"),
        },
    ]


def _cell(n: int, lamp: LampReading) -> dict[str, str]:
    """Read the cell inside a plug-in lamp: what goes in, what the light takes, or that it rests."""
    charge = lamp.charge_amps or 0.0
    if settled(charge, 2) > 0:
        note = _("in {amps}").format(amps=amps(charge))
    elif lamp.condition in GLOWING:
        note = _("using {amps}").format(amps=amps(lamp.amps))
    else:
        note = lamp_word(lamp.condition)
    return {"name": lamp_name(n), "value": volts(lamp.cell_volts or 0.0, 2), "note": note}
