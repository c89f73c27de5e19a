"""Benches that several tests use: the right lamp circuit, and seeded random miswirings."""

from dataclasses import replace
from itertools import combinations

import numpy as np

from lentera.solar.bench import (
    CONNECTOR_CHOICES,
    TERMINALS,
    BenchError,
    BenchState,
    Colour,
    Join,
    JoinedWire,
    PlugLamp,
    SetCover,
    SetSwitch,
    apply,
    terminals_of,
)
from lentera.solar.bench.state import MAX_SUN
from lentera.solar.controller import Charge, ControllerState, Load
from lentera.solar.parts import CABLES, FUSES

BATTERY = (
    ("battery.plus", "fuse.a"),
    ("fuse.b", "controller.battery_plus"),
    ("battery.minus", "controller.battery_minus"),
)
PANEL = (("panel.plus", "controller.pv_plus"), ("panel.minus", "controller.pv_minus"))
LAMP1 = (
    ("controller.load_plus", "switch.a"),
    ("switch.b", "lamp1.plus"),
    ("controller.load_minus", "lamp1.minus"),
)
LAMP2 = (("lamp1.plus", "lamp2.plus"), ("lamp1.minus", "lamp2.minus"))
RIGHT = BATTERY + PANEL + LAMP1 + LAMP2

PAIRS = tuple(combinations(TERMINALS, 2))

PLUGGED = (
    ("panel.out", "box.in"),
    ("box.out1", "hub1.in"),
    ("box.out2", "hub2.in"),
    ("hub1.1", "lamp1.in"),
    ("hub1.2", "lamp2.in"),
    ("hub2.1", "lamp3.in"),
    ("hub2.2", "lamp4.in"),
)
"""Kit A as its leaflet shows it."""


def join(*pairs, state=None):
    """Join pairs one after the other, letting the bench react each time."""
    state = BenchState() if state is None else state
    for start, end in pairs:
        state, _ = apply(state, Join(start, end))
    return state


def lit(*pairs, state=None):
    """Join pairs, take the cloth off and turn the switch on."""
    state = join(*(pairs or RIGHT), state=state)
    state, _ = apply(state, SetCover(covered=False))
    return apply(state, SetSwitch(on=True)).state


def random_bench(seed):
    """Wire 6 to 14 random pairs of terminals, with random light, parts and controller state."""
    rng = np.random.default_rng(seed)
    chosen = rng.choice(len(PAIRS), size=int(rng.integers(6, 15)), replace=False)
    wires = tuple(JoinedWire(n, *PAIRS[k], Colour.PLUS) for n, k in enumerate(chosen, start=1))
    charge = list(Charge)[rng.integers(len(Charge))]
    load = Load.ON if charge not in {Charge.OFF, Charge.REVERSED} and rng.random() < 0.7 else Load.OFF
    bench = BenchState(
        wires=wires,
        switch_on=bool(rng.random() < 0.7),
        covered=bool(rng.random() < 0.2),
        sun=float(rng.uniform(0.0, MAX_SUN)),
        fuse_blown=bool(rng.random() < 0.2),
        lamp1_dead=bool(rng.random() < 0.1),
        lamp2_dead=bool(rng.random() < 0.1),
        controller=ControllerState(charge, load),
        battery="lifepo4" if rng.random() < 0.5 else "vrla",
        panel="ks20" if rng.random() < 0.5 else "ks10",
        soc=float(rng.uniform(0.0, 1.0)),
    )
    return _varied(bench, rng)


def _varied(bench, rng):
    """Give leads other cables, lengths and joints, and the holder another fuse or none."""
    cables, fuses = tuple(CABLES), tuple(FUSES)
    wires = tuple(
        replace(
            wire,
            cable=cables[rng.integers(len(cables))],
            length=float(np.exp(rng.uniform(np.log(0.1), np.log(50.0)))),
            connector=CONNECTOR_CHOICES[rng.integers(len(CONNECTOR_CHOICES))],
        )
        if rng.random() < 0.7
        else wire
        for wire in bench.wires
    )
    drawn = rng.random()
    if drawn < 0.15:
        return replace(bench, wires=wires, fuse=None, fuse_blown=False)
    fuse = fuses[rng.integers(len(fuses))] if drawn < 0.5 else bench.fuse
    return replace(bench, wires=wires, fuse=fuse)


def random_plugs(seed):
    """Plug random cables of kit A, with random light, charge, switches and chargers."""
    rng = np.random.default_rng(seed)
    sockets = tuple(terminals_of("a"))
    state = BenchState(kit="a", soc=float(rng.uniform(0.0, 1.0)), covered=bool(rng.random() < 0.2))
    for _ in range(int(rng.integers(4, 40))):
        start, end = (str(socket) for socket in rng.choice(sockets, size=2, replace=False))
        try:
            state = apply(state, Join(start, end)).state
        except BenchError:
            continue
    lamps = tuple(
        PlugLamp(bool(rng.random() < 0.6), bool(rng.random() < 0.1), _charger(rng)) for _ in state.lamps
    )
    return replace(state, lamps=lamps, sun=float(rng.uniform(0.0, MAX_SUN)))


def _charger(rng):
    charge = (Charge.OFF, Charge.BULK, Charge.ABSORPTION, Charge.FLOAT)[rng.integers(4)]
    return ControllerState(charge, Load.OFF if charge is Charge.OFF or rng.random() < 0.3 else Load.ON)
