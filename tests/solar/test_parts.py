"""The catalogue of kit B: the numbers of the course, each with its certainty."""

import pytest

from lentera.solar.circuit import Battery, Circuit, LedString, VoltageSource
from lentera.solar.parts import BATTERIES, CABLES, FUSES, PANELS, Certainty, certainty


def test_kit_is_the_one_of_the_course():
    assert PANELS["ks10"].power == pytest.approx(10.0, rel=0.02)
    assert PANELS["ks20"].power == pytest.approx(20.0, rel=0.02)
    assert (BATTERIES["vrla"].capacity, BATTERIES["lifepo4"].capacity) == (7.0, 6.0)
    assert FUSES["fuse5a"].rating == 5.0
    assert CABLES["cu075"].area == 0.75


@pytest.mark.parametrize(
    ("battery", "soc", "volts"),
    [
        ("vrla", 1.0, 12.75),
        ("vrla", 0.5, 12.24),
        ("vrla", 0.55, 12.29),
        ("vrla", 0.0, 11.6),
        ("vrla", -0.1, 11.6),
        ("vrla", 1.1, 12.75),
        ("lifepo4", 0.7, 13.3),
        ("lifepo4", 0.55, 13.25),
        ("lifepo4", 0.05, 11.0),
    ],
)
def test_rest_voltage_by_state_of_charge(battery, soc, volts):
    assert BATTERIES[battery].open_circuit_voltage(soc) == pytest.approx(volts)


def test_lithium_is_flat_where_lead_is_not():
    def spread(battery):
        spec = BATTERIES[battery]
        return spec.open_circuit_voltage(0.9) - spec.open_circuit_voltage(0.4)

    assert spread("lifepo4") < 0.25 < spread("vrla")


@pytest.mark.parametrize(("volts", "amps"), [(12.5, 0.41), (16.2, 0.85)])
def test_lamp_draws_what_its_model_was_fitted_to(volts, amps):
    circuit = Circuit()
    circuit.add(VoltageSource("supply", "+", "-", volts))
    circuit.add(LedString("lamp", "+", "-"))
    assert circuit.solve().currents["lamp"] == pytest.approx(amps, abs=0.007)


def test_battery_sags_by_its_resistance():
    circuit = Circuit()
    circuit.add(Battery("battery", "+", "-", BATTERIES["vrla"], 0.86, extra=0.04))
    circuit.add(LedString("lamp", "+", "-"))
    solution = circuit.solve()
    assert solution.between("+", "-") == pytest.approx(12.6 - 0.1 * solution.currents["lamp"], abs=1e-9)


def test_numbers_carry_their_certainty():
    assert certainty("panel", "ks10", "short_circuit_current") is Certainty.READ
    assert certainty("panel", "ks10", "photocurrent") is Certainty.MEASURED
    assert certainty("battery", "vrla", "rest_voltage") is Certainty.KNOWLEDGE
    with pytest.raises(KeyError):
        certainty("panel", "ks10", "colour")
    with pytest.raises(KeyError):
        certainty("panel", "ks10", "name")
