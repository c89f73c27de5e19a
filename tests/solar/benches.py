"""Benches that several tests use: the right lamp circuit, and seeded random miswirings."""

from itertools import combinations

import numpy as np

from lentera.solar.bench import TERMINALS, BenchState, Colour, Join, JoinedWire, SetCover, SetSwitch, apply
from lentera.solar.bench.state import MAX_SUN
from lentera.solar.controller import Charge, ControllerState, Load

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
    return BenchState(
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
