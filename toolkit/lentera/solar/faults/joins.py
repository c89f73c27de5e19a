"""How a condition joins the one that a unit is in already: the order of two faults does not matter."""

from collections.abc import Callable, Mapping
from math import inf
from types import MappingProxyType
from typing import Any, Final

from lentera.solar.installation import (
    Battery,
    Controller,
    ControllerFault,
    DuskSwitch,
    FuseHolder,
    Lamp,
    Panel,
    Switch,
    Unit,
    UsbPort,
)
from lentera.solar.panel import Shade
from lentera.solar.parts import BATTERIES, FUSES


def _either(now: bool, then: bool) -> bool:  # noqa: FBT001  joins one condition with another
    return now or then


def _added(now: float, then: float) -> float:
    return now + then


def _shares_lost(now: float, then: float) -> float:
    return 1.0 - (1.0 - now) * (1.0 - then)


def _shares_left(now: float, then: float) -> float:
    return now * then


def _beside(now: float, then: float) -> float:
    return then if now == inf else 1.0 / (1.0 / now + 1.0 / then)


def _larger(now: float, then: float) -> float:
    """Keep what is further from zero; of two as far, the one above."""
    return max(now, then, key=lambda value: (abs(value), value))


def _charge(now: float, then: float) -> float:
    """Keep the emptier of two states of charge; one above that of a battery at rest only counts alone."""
    lower = min(now, then)
    return lower if lower < _RESTING else max(now, then)


_RESTING: Final = Battery(BATTERIES["vrla"]).soc


def _darker(now: Shade, then: tuple[tuple[str, Any], ...]) -> Shade:
    """Keep the darker of two shadows; without `cells` it lies on the whole panel."""
    shape = dict(then)
    wanted = Shade(transmission=shape.pop("transmission"), **{"cells": None, **shape})
    return min(now, wanted, key=lambda shade: (shade.transmission, -_shaded(shade)))


def _shaded(shade: Shade) -> float:
    return inf if shade.cells is None else sum(shade.cells)


def _worse_fault(now: ControllerFault | None, then: str) -> ControllerFault:
    order = tuple(ControllerFault)
    wanted = ControllerFault(then)
    return wanted if now is None or order.index(wanted) < order.index(now) else now


def _other_fuse(now: Any, then: str) -> Any:
    """Keep the fuse that stands more."""
    return max(now, FUSES[then], key=lambda spec: spec.rating)


Join = Callable[[Any, Any], Any]

_JOINS: Final[Mapping[type, Mapping[str, Join]]] = MappingProxyType(
    {
        Panel: {
            "soiling": _shares_lost,
            "light_share": _shares_left,
            "leak": _beside,
            "covered": _either,
            "shade": _darker,
            "age": max,
        },
        Battery: {
            "soc": _charge,
            "polarisation": _larger,
            "extra": _added,
            "drop": _added,
            "health": min,
        },
        Controller: {"fault": _worse_fault, "leak": _beside},
        FuseHolder: {"blown": _either, "holder": _added, "part": _other_fuse},
        Switch: {"broken": _either},
        Lamp: {"shorted": max, "open": _either},
        UsbPort: {"drawing": _either},
        DuskSwitch: {"blinded": _either},
    }
)


def joins_of(unit: Unit) -> Mapping[str, Join]:
    """Give the conditions that a fault can change in a unit, and how each joins what it meets."""
    return _JOINS.get(type(unit), {})
