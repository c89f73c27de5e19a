"""The fault table of the reference kit: what a meter reads at eight test points, healthy and with each fault.

The table was computed for a 20 Wp panel at 800 W/m² and 45 °C, a 12.6 V battery with 60 milliohm and one lamp on a
longer cable than the bench has. Its numbers are rounded to 0.01 V and 1 mA and its cables are not listed, so they
are fitted here from the healthy rows; 0.02 V and 4 mA (0.4 % of a large current) cover both.
"""

from dataclasses import dataclass, replace

import pytest

from lentera.solar.circuit import (
    Battery,
    ChargeController,
    Circuit,
    Fuse,
    LedString,
    PVModule,
    Resistor,
    Switch,
    Voltmeter,
)
from lentera.solar.controller import Charge, ControllerState, Load
from lentera.solar.panel import single_diode
from lentera.solar.parts import BATTERIES, PANELS

VOLTS = 0.02
AMPS = 0.004
ON = ControllerState(Charge.BULK, Load.ON)
# At 43 A the one milliohm of our common minus is 0.03 V, which the reference leaves out. Without a battery the
# reference also leaves out the controller's own use, 7 mA on the steep part of the panel's curve.
LOOSER = {"21 short at lamp": 0.04, "23 no battery": 0.05}
POINTS = ("panel", "pv", "bat", "post", "fuse", "load", "switch", "lamp")


@dataclass(frozen=True)
class Rig:
    """The reference kit with one fault at a time."""

    sun: float = 800.0
    on: bool = True
    lamps: int = 1
    emf: float = 12.6
    inner: float = 0.06
    state: ControllerState = ON
    panel_flipped: bool = False
    panel_open: bool = False
    panel_short: bool = False
    battery_flipped: bool = False
    battery_there: bool = True
    controller_there: bool = True
    fuse_blown: bool = False
    fuse_holder: float = 0.0
    pv_joint: float = 0.0
    plus_joint: float = 0.0
    minus_joint: float = 0.0
    lamp_joint: float = 0.0
    lamp_short: bool = False
    lamp_open: bool = False
    lamp_flipped: bool = False
    leds_shorted: int = 0

    def solve(self):
        """Give the eight voltages and the panel, battery and lamp currents as the table counts them."""
        circuit = Circuit(reference="c.battery_minus")
        ends = ("pv-", "pv+") if self.panel_flipped else ("pv+", "pv-")
        circuit.add(PVModule("panel", *ends, single_diode(PANELS["ks20"], self.sun, 45.0)))
        if not self.panel_open:
            circuit.add(Resistor("cable1", "pv+", "c.pv_plus", 0.05 + self.pv_joint))
        circuit.add(Resistor("cable2", "pv-", "c.pv_minus", 0.05))
        if self.panel_short:
            circuit.add(Resistor("short", "c.pv_plus", "c.pv_minus", 0.01))
        spec = replace(BATTERIES["vrla"], rest_voltage=(self.emf,) * 11, resistance=self.inner)
        ends = ("b-", "b+") if self.battery_flipped else ("b+", "b-")
        circuit.add(Battery("battery", *ends, spec, 0.5))
        if self.battery_there:
            circuit.add(Fuse("fuse", "b+", "f", blown=self.fuse_blown))
            circuit.add(Resistor("holder", "f", "g", 1e-6 + self.fuse_holder))
            circuit.add(Resistor("lead1", "g", "c.battery_plus", 0.02 + self.plus_joint))
            circuit.add(Resistor("lead2", "b-", "c.battery_minus", 0.02 + self.minus_joint))
        if self.controller_there:
            circuit.add(ChargeController("controller", self.state, prefix="c."))
        circuit.add(Switch("switch", "c.load_plus", "s", closed=self.on))
        circuit.add(Resistor("cable3", "s", "l+", 0.06 + self.lamp_joint))
        circuit.add(Resistor("cable4", "l-", "c.load_minus", 0.06))
        for n in range(self.lamps):
            ends = ("l-", "l+") if self.lamp_flipped else ("l+", "l-")
            circuit.add(LedString(f"lamp{n}", *ends, shorted=self.leds_shorted, open=self.lamp_open))
        if self.lamp_short:
            circuit.add(Resistor("lampshort", "l+", "l-", 0.02))
        pairs = (
            ("pv+", "pv-"),
            ("c.pv_plus", "c.pv_minus"),
            ("c.battery_plus", "c.battery_minus"),
            ("b+", "b-"),
            ("g", "b+"),
            ("c.load_plus", "c.load_minus"),
            ("s", "c.load_minus"),
            ("l+", "l-"),
        )
        volts = {}
        # One meter, moved from point to point, as on the table.
        for point, pair in zip(POINTS, pairs, strict=True):
            probe = Circuit(reference="c.battery_minus")
            for element in circuit.elements.values():
                probe.add(element)
            if point == "fuse" and not self.battery_there:
                continue
            probe.add(Voltmeter("meter", *pair))
            volts[point] = probe.solve().between(*pair)
        solution = circuit.solve()
        assert solution.converged
        lamp = sum(solution.currents[f"lamp{n}"] for n in range(self.lamps))
        lamp += solution.currents.get("lampshort", 0.0)
        return volts, (-solution.currents["panel"], solution.currents["battery"], lamp)


NIGHT = Rig(sun=0.0)
NOON = Rig(on=False)
LOAD_OFF = replace(ON, load=Load.LOW_VOLTAGE)

# name, rig, volts at the eight points (None where the model differs on purpose, see below), currents.
# A dark panel shows 6.38 V in the reference, from the leakage of the controller into a panel without shunt; ours
# has a shunt in the dark, so those two points are left out at night.
TABLE = [
    ("00 noon off", NOON, (13.26, 13.16, 12.72, 12.66, -0.02, 12.72, 0, 0), (0.991, 0.986, 0)),
    ("00 noon on", Rig(), (13.21, 13.11, 12.67, 12.63, -0.01, 12.66, 12.66, 12.6), (0.991, 0.564, 0.422)),
    ("00 night", NIGHT, (None, None, 12.55, 12.58, 0.01, 12.54, 12.54, 12.49), (0, -0.413, 0.408)),
    (
        "02 panel lead open",
        replace(NOON, panel_open=True),
        (19.9, 2.0, 12.6, 12.6, 0, 12.6, 0, 0),
        (0, -0.005, 0),
    ),
    (
        "03 panel reversed",
        replace(NOON, panel_flipped=True),
        (-19.9, -19.9, 12.6, 12.6, 0, 12.6, 0, 0),
        (0, -0.005, 0),
    ),
    (
        "04 panel cable shorted",
        replace(NOON, panel_short=True),
        (0.11, 0.01, 12.6, 12.6, 0, 12.6, 0, 0),
        (1.017, -0.005, 0),
    ),
    (
        "05 corroded panel joint",
        replace(NOON, pv_joint=2.0),
        (15.18, 13.16, 12.71, 12.66, -0.02, 12.71, 0, 0),
        (0.962, 0.957, 0),
    ),
    (
        "06 corroded battery terminal, night",
        replace(NIGHT, plus_joint=0.8),
        (None, None, 12.25, 12.58, 0.01, 12.24, 12.24, 12.2),
        (0, -0.378, 0.374),
    ),
    (
        "06 same, noon",
        replace(NOON, plus_joint=0.8),
        (14.04, 13.95, 13.5, 12.66, -0.02, 13.5, 0, 0),
        (0.984, 0.979, 0),
    ),
    (
        "07 dirty panel",
        replace(NOON, sun=520.0),
        (13.17, 13.1, 12.68, 12.64, -0.01, 12.68, 0, 0),
        (0.645, 0.640, 0),
    ),
    (
        "08 heavy shade",
        replace(NOON, sun=120.0),
        (13.0, 12.99, 12.62, 12.61, 0, 12.62, 0, 0),
        (0.149, 0.144, 0),
    ),
    (
        "10 flat battery, load off",
        replace(NIGHT, emf=10.9, state=LOAD_OFF),
        (None, None, 10.9, 10.9, 0, 0, 0, 0),
        (0, -0.004, 0),
    ),
    (
        "11 aged battery, night",
        replace(NIGHT, emf=12.2, inner=1.0),
        (None, None, 11.85, 11.87, 0.01, 11.84, 11.84, 11.8),
        (0, -0.332, 0.327),
    ),
    (
        "11 aged battery, noon",
        replace(NOON, emf=12.9, inner=1.0),
        (14.47, 14.38, 13.93, 13.87, -0.02, 13.93, 0, 0),
        (0.978, 0.973, 0),
    ),
    (
        "12 shorted cell",
        replace(NIGHT, emf=10.5, state=LOAD_OFF),
        (None, None, 10.5, 10.5, 0, 0, 0, 0),
        (0, -0.004, 0),
    ),
    (
        "13 controller dead",
        replace(NOON, controller_there=False),
        (19.9, 19.9, 12.6, 12.6, 0, 0, 0, 0),
        (0, 0, 0),
    ),
    (
        "14 load output dead",
        replace(NIGHT, state=LOAD_OFF),
        (None, None, 12.6, 12.6, 0, 0, 0, 0),
        (0, -0.005, 0),
    ),
    ("15 switch open", replace(NIGHT, on=False), (None, None, 12.6, 12.6, 0, 12.6, 0, 0), (0, -0.005, 0)),
    (
        "16 lamp open",
        replace(NIGHT, lamp_open=True),
        (None, None, 12.6, 12.6, 0, 12.6, 12.6, 12.6),
        (0, -0.005, 0),
    ),
    (
        "17 lamp reversed",
        replace(NIGHT, lamp_flipped=True),
        (None, None, 12.6, 12.6, 0, 12.6, 12.6, 12.6),
        (0, -0.005, 0),
    ),
    (
        "18 one LED shorted",
        replace(NIGHT, leds_shorted=1),
        (None, None, 12.5, 12.55, 0.02, 12.49, 12.48, 12.38),
        (0, -0.814, 0.810),
    ),
    (
        "19 thin cable",
        replace(NIGHT, lamp_joint=2.5),
        (None, None, 12.56, 12.58, 0.01, 12.55, 12.55, 11.72),
        (0, -0.323, 0.318),
    ),
    (
        "20 loose joint",
        replace(NIGHT, lamp_joint=10.0),
        (None, None, 12.58, 12.59, 0, 12.57, 12.57, 10.63),
        (0, -0.197, 0.192),
    ),
    (
        "21 short at lamp",
        replace(NIGHT, lamp_short=True),
        (None, None, 7.39, 9.99, 0.87, 6.52, 6.08, 0.87),
        (0, -43.45, 43.447),
    ),
    (
        "22 six lamps",
        replace(NIGHT, lamps=6),
        (None, None, 12.34, 12.47, 0.04, 12.3, 12.28, 12.03),
        (0, -2.127, 2.123),
    ),
    (
        "23 no battery",
        Rig(battery_there=False, state=ControllerState(Charge.UNBUFFERED, Load.ON)),
        (16.81, 16.72, 16.28, 12.6, None, 16.27, 16.26, 16.16),
        (0.851, 0, 0.851),
    ),
    (
        "24 no regulation",
        replace(NOON, emf=14.683),
        (15.34, 15.24, 14.8, 14.74, -0.02, 14.8, 0, 0),
        (0.956, 0.951, 0),
    ),
    (
        "25 holding 14.4 V",
        replace(NOON, emf=14.3238, state=ControllerState(Charge.ABSORPTION, Load.ON)),
        (17.99, 17.92, 14.4, 14.36, -0.01, 14.4, 0, 0),
        (0.640, 0.635, 0),
    ),
    (
        "26 loose minus",
        replace(NIGHT, minus_joint=1.5),
        (None, None, 12.03, 12.58, 0.01, 12.02, 12.02, 11.98),
        (0, -0.353, 0.348),
    ),
    (
        "27 corroded fuse holder",
        replace(NIGHT, fuse_holder=3.0),
        (None, None, 11.64, 12.58, 0.92, 11.64, 11.64, 11.6),
        (0, -0.308, 0.304),
    ),
]


@pytest.mark.parametrize(("case", "rig", "volts", "amps"), TABLE, ids=[row[0] for row in TABLE])
def test_a_meter_reads_what_the_fault_table_says(case, rig, volts, amps):
    tolerance = LOOSER.get(case, VOLTS)
    measured, currents = rig.solve()
    for point, expected in zip(POINTS, volts, strict=True):
        if expected is not None:
            # The meter's red probe is on the far side of the fuse, so a battery that gives reads below zero here;
            # the expected drops are written as positive in the direction of discharge.
            reading = (
                -measured[point]
                if point == "fuse"
                else abs(measured[point])
                if point == "lamp"
                else measured[point]
            )
            assert reading == pytest.approx(expected, abs=tolerance), point
    for name, measured_amps, expected in zip(("panel", "battery", "lamp"), currents, amps, strict=True):
        assert measured_amps == pytest.approx(expected, abs=max(AMPS, AMPS * abs(expected))), name


def test_blown_battery_fuse_at_night_leaves_the_controller_dead():
    volts, amps = replace(NIGHT, fuse_blown=True, state=ControllerState()).solve()
    assert volts["post"] == pytest.approx(12.6)
    assert abs(volts["fuse"]) == pytest.approx(
        12.6, abs=1.3
    )  # through the meter, which loads the 1 megohm leak
    for point in ("bat", "load", "switch", "lamp"):
        assert volts[point] == pytest.approx(0.0, abs=VOLTS), point
    assert amps == pytest.approx((0.0, 0.0, 0.0), abs=1e-5)


def test_blown_battery_fuse_at_noon_leaves_the_load_with_the_panel_alone():
    # The reference limits its path here to about 300 ohm without saying why; ours lets the panel through.
    unbuffered = ControllerState(Charge.UNBUFFERED, Load.ON)
    volts, _ = replace(NOON, fuse_blown=True, state=unbuffered).solve()
    assert volts["post"] == pytest.approx(12.6)
    assert 17.0 < volts["bat"] < 19.9
    assert abs(volts["fuse"]) == pytest.approx(volts["bat"] - 12.6, abs=0.02)


def test_reversed_battery_reads_minus_and_drives_nothing():
    reversed_ = ControllerState(Charge.REVERSED, Load.OFF)
    volts, amps = replace(NIGHT, on=False, battery_flipped=True, state=reversed_).solve()
    assert volts["bat"] == pytest.approx(-12.6, abs=VOLTS)
    assert abs(amps[1]) < 0.001
