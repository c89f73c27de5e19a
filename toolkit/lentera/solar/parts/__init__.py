"""The catalogue of parts: panels, batteries, controllers, lamps, cables, each number with its certainty."""

from lentera.solar.parts.catalogue import (
    BATTERIES,
    CABLES,
    CONTROLLERS,
    FUSES,
    LAMPS,
    PANELS,
    SWITCHES,
    certainty,
)
from lentera.solar.parts.specs import (
    BatterySpec,
    CableSpec,
    Certainty,
    ControllerSpec,
    FuseSpec,
    LampSpec,
    PanelSpec,
    SwitchSpec,
)

__all__ = [
    "BATTERIES",
    "CABLES",
    "CONTROLLERS",
    "FUSES",
    "LAMPS",
    "PANELS",
    "SWITCHES",
    "BatterySpec",
    "CableSpec",
    "Certainty",
    "ControllerSpec",
    "FuseSpec",
    "LampSpec",
    "PanelSpec",
    "SwitchSpec",
    "certainty",
]
