"""Put an installation's switches, ports and lamps as a household wants them at a moment."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from lentera.solar.dusk import dusk_on
from lentera.solar.installation import DuskSwitch, Installation, Lamp, Switch, Unit, UsbPort
from lentera.solar.lamp.habits import Brightness, Wanted
from lentera.solar.parts import LAMPS, USB_PORTS, LampSpec

_STEPS: Final = tuple(Brightness)


def _step(spec: LampSpec, brightness: Brightness) -> LampSpec:
    """Give the step of a lamp that has three, the lamp itself otherwise."""
    for name, known in LAMPS.items():
        family, _, step = name.rpartition("_")
        if known is spec and step in _STEPS:
            return LAMPS[f"{family}_{brightness}"]
    return spec


def dimmed(units: Mapping[str, Unit], brightness: Brightness) -> dict[str, Unit]:
    """Set every lamp that has steps to one of them."""
    return {
        name: replace(unit, spec=_step(unit.spec, brightness)) if isinstance(unit, Lamp) else unit
        for name, unit in units.items()
    }


def arranged(units: Mapping[str, Unit], wanted: Wanted, dusk: Mapping[str, bool]) -> dict[str, Unit]:
    """Move switches, plug or unplug the phone, let dusk switches be as told.

    Units that stay as they are stay the same objects.
    """
    after = dict(units)
    for name, unit in units.items():
        match unit:
            case Switch() if unit.on != wanted.on(name):
                after[name] = replace(unit, on=wanted.on(name))
            case UsbPort() if unit.drawing != wanted.phone:
                after[name] = replace(unit, drawing=wanted.phone)
            case DuskSwitch() if unit.on != dusk[name]:
                after[name] = replace(unit, on=dusk[name])
    return after


def dusk_of(units: Mapping[str, Unit], irradiance: float) -> dict[str, bool]:
    """Say of each dusk switch whether it is on at an irradiance [W/m²], after what it was."""
    return {
        name: dusk_on(irradiance, was_on=unit.on, spec=unit.spec)
        for name, unit in units.items()
        if isinstance(unit, DuskSwitch)
    }


def wants_light(wanted: Wanted, dusk: Mapping[str, bool]) -> bool:
    """Say whether light is wanted; where dusk switches decide, not before they are on."""
    return wanted.anything and (not dusk or any(dusk.values()))


def phone_power(installation: Installation) -> float:
    """Give what a phone takes from the installation's USB port [W]; the usual port's when there is none."""
    for unit in installation.units.values():
        if isinstance(unit, UsbPort):
            return unit.spec.power if unit.watts is None else unit.watts
    return USB_PORTS["usb10w"].power
