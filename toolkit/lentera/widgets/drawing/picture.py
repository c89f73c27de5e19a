"""Put what is seen of a circuit into one picture: bench, meter and workshop show the same dict.

The picture holds states and words only. `Scene` is what is seen; `scene_of` sees it in an installation at
rest, the bench fills it from its own readings.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from lentera.solar.bench import LampCondition
from lentera.solar.circuit import ControllerFault, Solution
from lentera.solar.controller import Load
from lentera.solar.installation import (
    Battery,
    Conditions,
    Controller,
    FuseHolder,
    Installation,
    Lamp,
    Panel,
    Switch,
)
from lentera.solar.installation.settle import buffered
from lentera.widgets.drawing.leads import drawn_leads
from lentera.widgets.drawing.scene import (
    Drawn,
    Face,
    Scene,
    Shining,
    battery_word,
    fuse_word,
    lamp_name,
    panel_word,
    shining,
)
from lentera.words import _

if TYPE_CHECKING:
    from lentera.solar.faults import Glow

_CHARGING: Final = 0.01
"""Panel current from which the charging light is on [A], as on the bench."""

_SKIES: Final = ((500.0, "cerah"), (120.0, "mendung"), (1.0, "hujan"))
"""Least irradiance [W/m²] at which a sky without a clock counts as clear, cloudy, rainy; below is night."""

_HIGH: Final = 0.8
"""How high the sun is drawn where no clock tells it."""


def picture_of(
    installation: Installation,
    solution: Solution,
    conditions: Conditions,
    *,
    title: str,
    description: str = "",
    wires: Sequence[Drawn] | None = None,
    glows: "Mapping[str, Glow] | None" = None,
    probes: Mapping[str, str | None] | None = None,
) -> dict[str, Any]:
    """Return the picture of an installation at rest.

    Parameters
    ----------
    installation, solution
        As `settle` or `faults.readings` gave them.
    title, description : str
        What a screen reader tells of the picture.
    wires : sequence of Drawn, optional
        Leads to draw; left out, those of the installation, in its order.
    glows : mapping, optional
        How lamps look where that was worked out already (`faults.Readings.lamps`); only so a flickering lamp
        is known.
    probes : mapping, optional
        Terminal of the "red" and of the "black" probe.
    """
    scene = scene_of(installation, solution, conditions, wires=wires, glows=glows)
    kit = "a" if "plug" in installation.units else "b"
    return replace(scene, probes=probes).to_json(kit=kit, title=title, description=description)


def scene_of(
    installation: Installation,
    solution: Solution,
    conditions: Conditions,
    *,
    wires: Sequence[Drawn] | None = None,
    glows: "Mapping[str, Glow] | None" = None,
) -> Scene:
    """See an installation at rest; see `picture_of`."""
    units = installation.units
    battery, panel, fuse = units.get("battery"), units.get("panel"), units.get("fuse")
    lamps = {name: unit for name, unit in units.items() if isinstance(unit, Lamp)}
    sky = sky_of(conditions.irradiance)
    return Scene(
        wires=tuple(drawn_leads(installation, solution)) if wires is None else tuple(wires),
        lamps=tuple(
            _plugged(name, _lamp(name, unit, solution, (glows or {}).get(name)), installation, solution)
            for name, unit in lamps.items()
        ),
        controller=_face(installation, solution),
        covered=isinstance(panel, Panel) and panel.covered,
        sky=sky,
        sun_height=0.0 if sky == "malam" else _HIGH,
        fuse=("blown" if fuse.blown else "in") if isinstance(fuse, FuseHolder) else "out",
        fuse_word=fuse_word(fuse.spec.rating) if isinstance(fuse, FuseHolder) else fuse_word(None),
        switch_on=any(isinstance(unit, Switch) and unit.on for unit in units.values()),
        battery_word=battery_word(battery.spec) if isinstance(battery, Battery) else "",
        panel_word=panel_word(panel.spec.power) if isinstance(panel, Panel) else "",
    )


def sky_of(irradiance: float) -> str:
    """Return the sky that an irradiance [W/m²] looks like where no clock tells the hour."""
    return next((sky for least, sky in _SKIES if irradiance >= least), "malam")


_CONDITION: Final = {
    "dark": LampCondition.DARK,
    "dim": LampCondition.DIM,
    "lit": LampCondition.LIT,
    "overbright": LampCondition.OVERBRIGHT,
}
"""By the value of a `Glow`; the catalogue of faults is not loaded for it."""


def _lamp(name: str, lamp: Lamp, solution: Solution, glow: "Glow | None") -> Shining:
    """See a lamp; a burnt-out one looks as dark as any other, and what it is one finds out by measuring."""
    title = lamp_name(int(name.removeprefix("lamp") or 1))
    amps = max(0.0, solution.currents.get(name, 0.0))
    if glow == "flickering":
        return Shining(title, _("flickering"), 0.5)
    condition = _CONDITION[glow] if glow is not None else _look(lamp, amps)
    brightness = 0.0 if condition is LampCondition.DARK else amps / lamp.spec.rated_current
    return shining(title, condition, brightness)


def _plugged(name: str, lamp: Shining, installation: Installation, solution: Solution) -> Shining:
    """Add what only a plug-in lamp has: its pull switch, and whether its cell is charged."""
    switch = installation.units.get(f"{name}_switch")
    if not isinstance(switch, Switch):
        return lamp
    return replace(
        lamp, on=switch.on, charging=solution.currents.get(f"{name}_charger.path", 0.0) > _CHARGING
    )


def _look(lamp: Lamp, amps: float) -> LampCondition:
    spec = lamp.spec
    if amps < spec.dark_below:
        return LampCondition.DARK
    if amps < spec.dim_below:
        return LampCondition.DIM
    return LampCondition.OVERBRIGHT if amps > spec.overbright_above else LampCondition.LIT


def _face(installation: Installation, solution: Solution) -> Face | None:
    controller, battery = installation.units.get("controller"), installation.units.get("battery")
    if not isinstance(controller, Controller):
        return None
    state = controller.state
    awake = state.awake and controller.fault is not ControllerFault.DEAD
    volts = solution.between("controller.battery_plus", "controller.battery_minus")
    charging = awake and solution.currents.get("controller.path", 0.0) > _CHARGING
    return Face(
        volts if awake else None,
        battery.soc if isinstance(battery, Battery) else 0.0,
        charging=charging and buffered(installation, "controller"),
        feeding=awake and state.load is Load.ON,
    )
