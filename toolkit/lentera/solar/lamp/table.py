"""What an installation does at any battery voltage and any sun, solved once and looked up a year long."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from lentera.solar.controller import Load, Thresholds
from lentera.solar.installation import Battery, Controller, Installation, Unit
from lentera.solar.lamp.errors import LampError
from lentera.solar.lamp.sweep import AT, Array, Sweeper, forced

SUN: Final = (0.0, 5.0, 40.0, 150.0, 450.0, 800.0)
"""Irradiances at which the circuit is solved [W/m²]; one more stands at the year's brightest minute."""
NODES: Final = 7
"""Battery voltages at which the circuit is solved."""
BEYOND: Final = (0.3, 0.5, 0.65, 0.78, 0.88, 0.95, 1.3)
"""Battery voltages at which the circuit is solved as well, from the set point (0) to the panel's open circuit
(1), to learn what the panel's volts are when it may give less than it could."""
OPEN: Final = 2.05
"""Times the set point at which no panel of a kit charges any more."""
_ROUNDS: Final = 4
"""Rounds in which current and volts come to fit; each brings them ten times nearer."""
MISSING: Final = 25
"""Places on the axis of the panels' volts by the current that does not pass."""
BRIGHT: Final = 100.0
"""Irradiance from which on the panel's volts are learnt; below, there is little to hold back [W/m²]."""
LEAST_MISSING: Final = 3e-3
"""Least share of the panels' current that does not pass, on the axis of the panels' volts."""
STRAIGHT: Final = 2e-3
"""How far what the controller sees may lie from a straight law of emf and current [V]."""
SAME: Final = 0.02
"""How far the current of a whole circuit may lie from that put together of its sides."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Hold an installation's answers. States are what the household wants; the last one is the load cut off.

    Attributes
    ----------
    sun : (g,) array
        Irradiance [W/m²].
    emf : (e,) array
        Voltage inside the battery [V], evenly spaced.
    amps : (s, g, e) array
        Into a battery, charge path through [A].
    panel, phone : (s, g, e) array
        Out of the panels, and into the port [W].
    beside : (s,) array of bool
        Where the port hangs on the panels and not on the load. While the controller holds, such a port stands
        at more volts than here, so the panels' energy of these minutes is up to a third low.
    screw : tuple of float
        The controller sees `screw[0] · emf + screw[1] · amps` [V].
    volts : (s, e) array
        What the controller sees in the dark [V], rising; axis of what follows.
    drain : (s, e) array
        What it takes out of a battery in the dark [A].
    lamps, own, cables : (s, e) array
        Power in the dark over `volts` [A], which is straighter than power; the cables of the battery are left
        out.
    lit : (s, e) array
        Above 0 where every lamp is brighter than dim [A].
    full : (g,) array
        The panels' greatest current [A].
    held : (g, h) array
        The panels' volts when the controller lets less pass; see `held_place` [V].
    battery_cable, panel_cable : float
        Resistance of the cables to a battery and to the panels [ohm].
    efficiency : float
        Of a converter in the charge path, 0 where there is none.
    batteries : int
        Number of batteries that move together.
    """

    sun: Array
    emf: Array
    amps: Array
    panel: Array
    phone: Array
    beside: NDArray[np.bool_]
    screw: tuple[float, float]
    volts: Array
    drain: Array
    lamps: Array
    own: Array
    cables: Array
    lit: Array
    full: Array
    held: Array
    battery_cable: float
    panel_cable: float
    efficiency: float
    batteries: int

    def held_place(self, share: Array) -> Array:
        """Find the place on the last axis of `held` of a share of the panels' greatest current."""
        missing = np.log(np.clip(1.0 - share, LEAST_MISSING, 1.0))
        place: Array = (1.0 - missing / np.log(LEAST_MISSING)) * (MISSING - 1)
        return place


def _straight(answers: Array, emf: Array) -> tuple[float, float]:
    """Fit what the controller sees by emf and current."""
    seen = answers[..., AT["volts"]]
    columns = np.stack([np.broadcast_to(emf, seen.shape).ravel(), answers[..., AT["amps"]].ravel()], axis=1)
    (by_emf, ohm), *_ = np.linalg.lstsq(columns, seen.ravel(), rcond=None)
    worst = float(np.abs(columns @ (by_emf, ohm) - seen.ravel()).max())
    if worst > STRAIGHT:
        raise LampError(
            f"the controller's battery_plus is up to {worst:.3f} V away from what one battery explains; "
            "let simulate solve the days"
        )
    return float(by_emf), float(ohm)


def _held(answers: Array) -> Array:
    """Give the panels' volts by irradiance and by how much less than their greatest current passes [V].

    A diode's volts go with the logarithm of the current that does not pass, so that is the axis: from the
    logarithm of `LEAST_MISSING` to 0.
    """
    axis = np.linspace(np.log(LEAST_MISSING), 0.0, MISSING)
    held = []
    for row in answers:
        amps, volts = row[:, AT["panel_amps"]], row[:, AT["panel_volts"]]
        missing = np.log(np.clip(1.0 - amps / max(float(amps.max()), 1e-9), LEAST_MISSING, 1.0))
        order = np.argsort(missing)
        held.append(np.interp(axis, missing[order], volts[order]))
    return np.array(held)


@dataclass(frozen=True, slots=True, eq=False)
class _Sides:
    """Hold what the circuit answered: with the load cut off at every sun, and in the dark in every state.

    What the panels bring depends on the sun and the volts at the controller alone, what the loads take on the
    state and these volts alone; the battery's cable ties the two together.
    """

    emf: Array
    screw: tuple[float, float]
    cut: Array
    dark: Array

    def answers(self, state: int) -> Array:
        """Give what flows into a battery, what panels give and a phone takes in a state, as (3, g, e)."""
        drain = self.dark[..., AT["amps"]]
        seen = self.dark[..., AT["volts"]]
        volts, amps = self.cut[..., AT["volts"]], self.cut[..., AT["amps"]]
        panel = self.cut[..., AT["panel"]]
        phone = self.dark[state, :, AT["phone"]]
        flows, watts, charging = found = np.empty((3, *amps.shape))
        for sun, (axis, into) in enumerate(zip(volts, amps, strict=True)):
            brought = into - np.interp(axis, seen[-1], drain[-1])
            now = axis
            for _ in range(_ROUNDS):
                flows[sun] = np.interp(now, axis, brought) + np.interp(now, seen[state], drain[state])
                now = self.screw[0] * self.emf + self.screw[1] * flows[sun]
            watts[sun] = np.interp(now, axis, panel[sun])
            charging[sun] = np.interp(now, seen[state], phone)
        return found


def _emf_of(units: Mapping[str, Battery], limits: Thresholds) -> Array:
    """Choose battery voltages from below the cut-off to above the set point [V]."""
    empty = min(unit.spec.rest_voltage[0] - unit.drop for unit in units.values())
    return np.linspace(min(empty, 0.93 * limits.low_voltage_disconnect), 1.02 * limits.absorption, NODES)


def table_of(
    installation: Installation,
    states: Sequence[Mapping[str, Unit]],
    brightest: float,
    cell_at: Callable[[float], float],
) -> Table:
    """Solve an installation at all voltages and irradiances that a year may bring.

    Parameters
    ----------
    states
        Its units as the household may want them.
    brightest
        Highest irradiance [W/m²].
    cell_at
        Cell temperature at an irradiance [°C].

    Raises
    ------
    LampError
        When several batteries do not move together, or a battery is not joined to its controller alone.
    """
    sweeper = Sweeper(installation, cell_at)
    batteries = sweeper.plan.batteries
    controller = next(unit for unit in installation.units.values() if isinstance(unit, Controller))
    limits = controller.thresholds
    suns = np.array([sun for sun in SUN if sun < brightest] + [brightest])
    emf = _emf_of(batteries, limits)
    on = [forced(units, Load.ON) for units in states]
    off = forced(states[0], Load.LOW_VOLTAGE)
    cut = sweeper.sweep(off, suns.tolist(), emf.tolist())
    dark = np.concatenate([*(sweeper.sweep(units, [0.0], emf.tolist()) for units in on), cut[:1]])
    screw = _straight(np.concatenate([cut, dark]), emf)
    sides = _Sides(emf, screw, cut, dark)
    found = np.stack([sides.answers(state) for state in range(len(dark))])
    beside = np.zeros(len(dark), dtype=bool)
    for state, units in enumerate(on):
        answer = sweeper.sweep(units, [brightest], [float(emf[NODES // 2])])[0, 0]
        if not _agree(answer[AT["amps"]], found[state, 0, -1, NODES // 2]):
            # Something draws from the panels themselves, so sun and loads do not come apart.
            whole = sweeper.sweep(units, suns.tolist(), emf.tolist())
            found[state] = [whole[..., AT[name]] for name in ("amps", "panel", "phone")]
            beside[state] = True
    bright = suns >= BRIGHT
    room = (
        sweeper.sweep(off, [brightest], [OPEN * limits.absorption])[0, 0, AT["panel_volts"]]
        - limits.absorption
    )
    steep = [limits.absorption + share * max(float(room), 0.0) for share in BEYOND]
    beyond = sweeper.sweep(off, suns[bright].tolist(), steep)
    held = _held(np.concatenate([cut[bright], beyond], axis=1))
    inside = min(unit.spec.resistance + unit.extra for unit in batteries.values())
    battery_cable = max(screw[1] - screw[0] * inside, 0.0)
    lost = len(batteries) * battery_cable
    volts = dark[..., AT["volts"]]
    return Table(
        sun=suns,
        emf=emf,
        amps=found[:, 0],
        panel=found[:, 1],
        beside=beside,
        phone=found[:, 2],
        screw=screw,
        volts=volts,
        drain=-dark[..., AT["amps"]],
        lamps=dark[..., AT["lamps"]] / volts,
        own=dark[..., AT["own"]] / volts,
        cables=(dark[..., AT["cables"]] - lost * dark[..., AT["amps"]] ** 2) / volts,
        lit=dark[..., AT["lit"]],
        full=np.maximum(cut[..., AT["panel_amps"]].max(axis=1), 1e-9),
        held=np.concatenate([held[:1].repeat(np.count_nonzero(~bright), axis=0), held]),
        battery_cable=battery_cable,
        panel_cable=_panel_cable(cut, lost),
        efficiency=controller.spec.efficiency,
        batteries=len(batteries),
    )


def _agree(solved: float, put_together: float) -> bool:
    """Say whether two currents are the same but for interpolation [A]."""
    return bool(abs(solved - put_together) <= SAME * abs(solved) + 5e-3)


def _panel_cable(cut: Array, lost: float) -> float:
    """Give the resistance of the cables to the panels [ohm]; `lost` is that to the batteries."""
    bright = cut[-1, NODES // 2]
    amps = float(bright[AT["panel_amps"]])
    if amps < 0.01:  # noqa: PLR2004  no panel to speak of
        return 0.0
    return max(float(bright[AT["cables"]] - lost * bright[AT["amps"]] ** 2) / amps**2, 0.0)
