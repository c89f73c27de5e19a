"""The charge controller: its states one step at a time, and what its path does in a circuit."""

import pytest

from lentera.solar.circuit import (
    Battery,
    ChargeController,
    Circuit,
    LedString,
    Path,
    PVModule,
    Resistor,
    VoltageSource,
)
from lentera.solar.controller import (
    CONTROLLER_THRESHOLDS,
    Charge,
    ControllerReadings,
    ControllerState,
    Load,
    delay_of,
    next_state,
    release,
)
from lentera.solar.panel import single_diode
from lentera.solar.parts import BATTERIES, PANELS

OFF = ControllerState()
BULK = ControllerState(Charge.BULK, Load.ON)
ABSORPTION = ControllerState(Charge.ABSORPTION, Load.ON)
FLOAT = ControllerState(Charge.FLOAT, Load.ON)
LOW = ControllerState(Charge.BULK, Load.LOW_VOLTAGE)
LATCHED = ControllerState(Charge.BULK, Load.OVERLOAD)
ALONE = ControllerState(Charge.UNBUFFERED, Load.ON)
REVERSED = ControllerState(Charge.REVERSED, Load.OFF)

# before, battery volts, other readings, charge after, load after
STEPS = [
    # Waking and sleeping, with half a volt between.
    (OFF, 0.0, {}, Charge.OFF, Load.OFF),
    (OFF, 8.2, {}, Charge.OFF, Load.OFF),
    (OFF, 12.6, {}, Charge.BULK, Load.ON),
    (OFF, 10.0, {}, Charge.BULK, Load.LOW_VOLTAGE),
    (BULK, 8.2, {}, Charge.BULK, Load.LOW_VOLTAGE),
    (BULK, 7.9, {}, Charge.OFF, Load.OFF),
    # Low-voltage disconnect and its wide hysteresis.
    (BULK, 11.2, {}, Charge.BULK, Load.ON),
    (BULK, 11.0, {}, Charge.BULK, Load.LOW_VOLTAGE),
    (LOW, 11.2, {}, Charge.BULK, Load.LOW_VOLTAGE),
    (LOW, 12.5, {}, Charge.BULK, Load.LOW_VOLTAGE),
    (LOW, 12.6, {}, Charge.BULK, Load.ON),
    # The three stages.
    (BULK, 14.3, {}, Charge.BULK, Load.ON),
    (BULK, 14.4, {}, Charge.ABSORPTION, Load.ON),
    (ABSORPTION, 14.4, {}, Charge.ABSORPTION, Load.ON),
    (ABSORPTION, 13.5, {}, Charge.ABSORPTION, Load.ON),
    (ABSORPTION, 12.7, {}, Charge.BULK, Load.ON),
    (FLOAT, 13.8, {}, Charge.FLOAT, Load.ON),
    (FLOAT, 12.7, {}, Charge.BULK, Load.ON),
    # Overload latches until it is released or the power goes.
    (BULK, 12.5, {"load_current": 10.1}, Charge.BULK, Load.OVERLOAD),
    (BULK, 12.5, {"load_current": -10.1}, Charge.BULK, Load.OVERLOAD),
    (BULK, 12.5, {"load_current": 9.9}, Charge.BULK, Load.ON),
    (BULK, 6.0, {"load_current": 70.0}, Charge.BULK, Load.OVERLOAD),
    (LATCHED, 13.0, {}, Charge.BULK, Load.OVERLOAD),
    (LATCHED, 0.0, {}, Charge.OFF, Load.OFF),
    # The panel without a battery: nothing to hold the voltage.
    (OFF, 19.0, {"buffered": False}, Charge.UNBUFFERED, Load.ON),
    (ALONE, 19.0, {"buffered": False}, Charge.UNBUFFERED, Load.ON),
    (ALONE, 12.6, {}, Charge.BULK, Load.ON),
    # A reversed battery.
    (OFF, -12.6, {}, Charge.REVERSED, Load.OFF),
    (BULK, -12.6, {}, Charge.REVERSED, Load.OFF),
    (REVERSED, 0.0, {}, Charge.OFF, Load.OFF),
    (REVERSED, 12.6, {}, Charge.BULK, Load.ON),
]


@pytest.mark.parametrize(("before", "volts", "others", "charge", "load"), STEPS)
def test_next_state(before, volts, others, charge, load):
    after = next_state(before, ControllerReadings(volts, **others), 1.0)
    assert (after.charge, after.load) == (charge, load)


def test_absorption_turns_to_float_after_its_time():
    state = ABSORPTION
    for _ in range(2):
        state = next_state(state, ControllerReadings(14.4), 3600.0)
        assert state.charge is Charge.ABSORPTION
    assert state.held == 7200.0
    assert next_state(state, ControllerReadings(14.4), 3600.0).charge is Charge.FLOAT


def test_time_below_the_set_point_does_not_count():
    state = next_state(ABSORPTION, ControllerReadings(13.9), 3600.0)
    assert state == ABSORPTION


def test_release_clears_only_a_latch():
    assert release(LATCHED) == BULK
    assert release(LOW) == LOW


def rig(state, *, emf, sun=800.0, path=Path.THROUGH, extra=()):
    circuit = Circuit(reference="controller.battery_minus")
    law = single_diode(PANELS["ks20"], sun, 45.0)
    circuit.add(PVModule("panel", "controller.pv_plus", "controller.pv_minus", law))
    spec = BATTERIES["vrla"]
    polarisation = emf - spec.open_circuit_voltage(1.0)
    ends = ("controller.battery_plus", "controller.battery_minus")
    circuit.add(Battery("battery", *ends, spec, 1.0, polarisation=polarisation))
    circuit.add(ChargeController("controller", state, path=path))
    for element in extra:
        circuit.add(element)
    return circuit.solve()


def battery_volts(solution):
    return solution.between("controller.battery_plus", "controller.battery_minus")


@pytest.mark.parametrize(("state", "held"), [(ABSORPTION, 14.4), (FLOAT, 13.8)])
def test_regulating_holds_the_battery_at_the_set_point(state, held):
    solution = rig(state, emf=held - 0.02)
    assert battery_volts(solution) == pytest.approx(held, abs=1e-9)
    assert solution.paths["controller"] is Path.HOLDING
    # Less than the panel could give, and the panel climbs its curve.
    assert 0.2 < solution.currents["controller.path"] < 0.5
    assert solution.between("controller.pv_plus", "controller.pv_minus") > 18.0


def test_a_hungry_battery_gets_everything():
    solution = rig(ABSORPTION, emf=12.6)
    assert solution.paths["controller"] is Path.THROUGH
    assert solution.currents["controller.path"] == pytest.approx(0.99, abs=0.01)
    assert battery_volts(solution) < 14.4


def test_a_battery_above_the_set_point_gets_nothing():
    solution = rig(FLOAT, emf=14.2)
    assert solution.paths["controller"] is Path.OPEN
    assert solution.currents.get("controller.path", 0.0) == 0.0
    assert battery_volts(solution) == pytest.approx(14.2, abs=0.001)


def test_bulk_does_not_regulate():
    assert battery_volts(rig(BULK, emf=14.683)) == pytest.approx(14.74, abs=0.02)


def test_an_ideal_source_above_the_set_point_leaves_the_path_open():
    ends = ("controller.battery_plus", "controller.battery_minus")
    circuit = Circuit(reference=ends[1])
    circuit.add(VoltageSource("supply", *ends, 15.0))
    circuit.add(ChargeController("controller", ABSORPTION))
    circuit.add(
        PVModule(
            "panel", "controller.pv_plus", "controller.pv_minus", single_diode(PANELS["ks10"], 800.0, 45.0)
        )
    )
    solution = circuit.solve()
    assert solution.paths["controller"] is Path.OPEN
    assert battery_volts(solution) == pytest.approx(15.0)


def test_own_use_is_five_milliampere():
    solution = rig(BULK, emf=12.5, sun=0.0)
    assert solution.currents["controller.own"] == pytest.approx(0.005, abs=1e-4)


def test_load_off_is_off_for_a_lamp():
    lamp = LedString("lamp", "controller.load_plus", "controller.load_minus")
    assert rig(BULK, emf=12.6, extra=(lamp,)).currents["lamp"] > 0.4
    assert rig(LOW, emf=12.6, extra=(lamp,)).currents["lamp"] == pytest.approx(0.0, abs=1e-9)


def test_a_source_on_the_load_screws_feeds_the_battery_through_the_body_diode():
    feed = (
        VoltageSource("supply", "s", "controller.load_minus", 14.0),
        Resistor("r", "s", "controller.load_plus", 1.0),
    )
    assert rig(LOW, emf=12.6, sun=0.0, extra=feed).currents["battery"] > 0.3


def test_thresholds_are_those_of_the_kit():
    limits = CONTROLLER_THRESHOLDS["pwm_12v"]
    assert (limits.absorption, limits.float_) == (14.4, 13.8)
    assert (limits.low_voltage_disconnect, limits.low_voltage_reconnect) == (11.1, 12.6)
    assert limits.own_use == 0.005


@pytest.mark.parametrize(
    ("before", "after", "amps", "seconds"),
    [
        (BULK, LATCHED, 12.0, 0.5),
        (BULK, LATCHED, 60.0, 0.02),
        (BULK, LOW, 0.8, 5.0),
        (OFF, BULK, 0.0, 0.1),
        (BULK, OFF, 0.0, 0.1),
    ],
)
def test_delays(before, after, amps, seconds):
    seen = ControllerReadings(12.0, load_current=amps)
    assert delay_of(before, after, seen, CONTROLLER_THRESHOLDS["pwm_12v"]) == seconds
