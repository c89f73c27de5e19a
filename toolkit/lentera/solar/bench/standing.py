"""Tell what stands on a bench at rest: what is wrong, the most dangerous first, and what goes well."""

from collections.abc import Iterator
from typing import Final

from lentera.solar.bench.events import Event, EventKind
from lentera.solar.bench.look import FLOWING
from lentera.solar.bench.nets import joined
from lentera.solar.bench.protection import burns_first
from lentera.solar.bench.readings import (
    ControllerReading,
    Flow,
    LampCondition,
    LampReading,
    Reading,
    SourceReading,
)
from lentera.solar.controller import CONTROLLER_THRESHOLDS, Charge, Load
from lentera.solar.heating import Heat

SHORTED: Final = 15.0
"""Battery current that nothing on this bench but a short can draw [A]."""
REVERSED: Final = -1.0
"""Voltage below which a pair of screws or a lamp counts as reversed [V]."""
LOAD_LIMIT: Final = 15.0
"""Voltage that lamps for 12 V must not see [V]."""
PANEL_SHORTED: Final = 1.0
"""Voltage under which a lit, delivering panel is shorted [V]."""
DROP_LIMIT: Final = 0.05
"""Share of the voltage that the leads to a lamp may take; the limit of the course."""

_LOAD_FAULTS: Final = {
    Load.LOW_VOLTAGE: EventKind.LOAD_LOW_BATTERY,
    Load.OVERLOAD: EventKind.LOAD_OVERLOAD,
    Load.OVER_VOLTAGE: EventKind.LOAD_PROTECTED,
    Load.FLICKERING: EventKind.LOAD_FLICKERS,
}
_GLOWING: Final = {LampCondition.LIT: EventKind.LAMP_LIT, LampCondition.DIM: EventKind.LAMP_DIM}


def standing(reading: Reading) -> tuple[Event, ...]:
    """Tell the faults and the good things that stand now."""
    controller, battery = reading.controller, reading.battery
    if controller is None or battery is None:
        return tuple(_of_kit_a(reading))
    found = [*_source_faults(reading, controller, battery), *_load_faults(reading, controller)]
    if controller.state.awake:
        found.append(Event(EventKind.CONTROLLER_ON))
    if controller.charging:
        found.append(Event(EventKind.CHARGING))
    found += [
        Event(_GLOWING[lamp.condition], lamp=number)
        for number, lamp in enumerate(reading.lamps, start=1)
        if lamp.condition in _GLOWING
    ]
    return tuple(found)


def _source_faults(
    reading: Reading, controller: ControllerReading, battery: SourceReading
) -> Iterator[Event]:
    if battery.flow is Flow.OUT and battery.amps > SHORTED:
        yield Event(EventKind.SHORT_ACROSS_BATTERY, amount=battery.amps)
    yield from _warm_wires(reading)
    burning = burns_first(reading.state)
    if burning is not None:
        yield Event(EventKind.FUSE_TOO_LARGE, wire=burning, fuse=reading.state.fuse)
    if controller.state.charge is Charge.REVERSED:
        driven = reading.panel.amps > FLOWING
        kind = EventKind.BATTERY_REVERSED_WITH_PANEL if driven else EventKind.BATTERY_REVERSED
        yield Event(kind, amount=controller.battery_volts)
    elif controller.panel_volts < REVERSED:
        yield Event(EventKind.PANEL_REVERSED, amount=controller.panel_volts)
    if abs(controller.panel_volts) > CONTROLLER_THRESHOLDS["pwm_12v"].max_panel:
        yield Event(EventKind.PANEL_OVERVOLTAGE, amount=controller.panel_volts)
    if reading.panel.flow is Flow.OUT and abs(reading.panel.volts) < PANEL_SHORTED:
        yield Event(EventKind.PANEL_SHORTED, amount=reading.panel.amps)


def _warm_wires(reading: Reading) -> Iterator[Event]:
    for hot, kind in ((True, EventKind.WIRE_HOT), (False, EventKind.WIRE_WARM)):
        for wire in reading.wires:
            if wire.heat is not Heat.COOL and wire.hot is hot:
                yield Event(kind, wire=wire.wire, amount=abs(wire.amps))


def _load_faults(reading: Reading, controller: ControllerReading) -> Iterator[Event]:
    if controller.load_volts > LOAD_LIMIT:
        yield Event(EventKind.LOAD_OVERVOLTAGE, amount=controller.load_volts)
    for number, lamp in enumerate(reading.lamps, start=1):
        if lamp.condition is LampCondition.OVERBRIGHT:
            yield Event(EventKind.LAMP_OVERBRIGHT, lamp=number, amount=lamp.amps)
        elif lamp.volts < REVERSED:
            yield Event(EventKind.LAMP_REVERSED, lamp=number, amount=lamp.volts)
        elif _loses_much(reading, controller, number, lamp):
            yield Event(EventKind.DROP_LARGE, lamp=number, amount=controller.load_volts - lamp.volts)
    kind = _LOAD_FAULTS.get(controller.state.load)
    if kind is not None:
        yield Event(kind, amount=controller.battery_volts)


def _loses_much(reading: Reading, controller: ControllerReading, number: int, lamp: LampReading) -> bool:
    """Say whether the leads from the LOAD screws to a lamp take more than they may."""
    lost = controller.load_volts - lamp.volts
    if not controller.load_on or lamp.condition not in _GLOWING or lost <= DROP_LIMIT * controller.load_volts:
        return False
    # A lamp that hangs elsewhere, as on the panel, has its own voltage and loses nothing from LOAD.
    return all(
        joined(reading.state, f"controller.load_{pole}", f"lamp{number}.{pole}") for pole in ("plus", "minus")
    )


def _of_kit_a(reading: Reading) -> Iterator[Event]:
    yield from _warm_wires(reading)
    for number, (unit, lamp) in enumerate(zip(reading.state.lamps, reading.lamps, strict=True), start=1):
        if unit.on and unit.charger.load is Load.LOW_VOLTAGE:
            yield Event(EventKind.LAMP_CELL_LOW, lamp=number)
        if lamp.charging:
            yield Event(EventKind.LAMP_CHARGING, lamp=number)
        if lamp.condition in _GLOWING:
            yield Event(_GLOWING[lamp.condition], lamp=number)
            if not lamp.charging:
                yield Event(EventKind.LAMP_ON_CELL, lamp=number)
