"""The panel model against pvlib."""

import numpy as np
import pytest
from pvlib import pvsystem

from lentera.solar.circuit import Circuit, PVModule, Resistor, VoltageSource, Voltmeter
from lentera.solar.panel import SHUNT_FLOOR, cell_temperature, single_diode
from lentera.solar.parts import PANELS

CONDITIONS = [(1000.0, 25.0), (800.0, 45.0), (200.0, 33.0), (50.0, 20.0), (1200.0, 70.0)]


def reference(spec, irradiance, temperature):
    return pvsystem.calcparams_cec(
        irradiance,
        temperature,
        alpha_sc=spec.current_tempco,
        a_ref=spec.ideality_voltage,
        I_L_ref=spec.photocurrent,
        I_o_ref=spec.saturation_current,
        R_sh_ref=spec.shunt_resistance,
        R_s=spec.series_resistance,
        Adjust=spec.adjust,
    )


@pytest.mark.parametrize("panel", sorted(PANELS))
@pytest.mark.parametrize(("irradiance", "temperature"), CONDITIONS)
def test_five_parameters_are_those_of_pvlib(panel, irradiance, temperature):
    spec = PANELS[panel]
    law = single_diode(spec, irradiance, temperature)
    ours = (
        law.photocurrent,
        law.saturation_current,
        law.series_resistance,
        law.shunt_resistance,
        law.ideality_voltage,
    )
    assert ours == pytest.approx(reference(spec, irradiance, temperature), rel=1e-5)


@pytest.mark.parametrize("panel", sorted(PANELS))
@pytest.mark.parametrize(("irradiance", "temperature"), CONDITIONS)
def test_solved_curve_is_that_of_pvlib(panel, irradiance, temperature):
    law = single_diode(PANELS[panel], irradiance, temperature)
    parameters = (
        law.photocurrent,
        law.saturation_current,
        law.series_resistance,
        law.shunt_resistance,
        law.ideality_voltage,
    )
    for volts in np.linspace(-12.6, 22.0, 15):
        circuit = Circuit()
        circuit.add(PVModule("panel", "+", "-", law))
        circuit.add(VoltageSource("held", "+", "-", float(volts)))
        solution = circuit.solve()
        assert solution.converged
        expected = pvsystem.i_from_v(volts, *parameters, method="lambertw")
        assert -solution.currents["panel"] == pytest.approx(float(expected), abs=1e-6)


@pytest.mark.parametrize("panel", sorted(PANELS))
def test_fit_gives_the_data_sheet_back(panel):
    spec = PANELS[panel]
    law = single_diode(spec, 1000.0, 25.0)

    def solve(ohm):
        circuit = Circuit()
        circuit.add(PVModule("panel", "+", "-", law))
        circuit.add(Resistor("load", "+", "-", ohm))
        solution = circuit.solve()
        return solution.between("+", "-"), solution.currents["load"]

    assert solve(1e-6)[1] == pytest.approx(spec.short_circuit_current, rel=0.002)
    assert solve(1e8)[0] == pytest.approx(spec.open_circuit_voltage, rel=0.002)
    volts, amps = solve(spec.max_power_voltage / spec.max_power_current)
    assert volts == pytest.approx(spec.max_power_voltage, rel=0.002)
    assert volts * amps == pytest.approx(spec.power, rel=0.01)


def test_a_covered_panel_shows_no_volts_to_a_meter():
    circuit = Circuit()
    circuit.add(PVModule("panel", "+", "-", single_diode(PANELS["ks10"], 0.0, 29.0)))
    circuit.add(Voltmeter("meter", "+", "-"))
    assert circuit.solve().between("+", "-") == pytest.approx(0.0, abs=1e-9)


def test_shunt_stays_finite_in_the_dark():
    dark = single_diode(PANELS["ks10"], 0.0, 25.0)
    assert dark.shunt_resistance == single_diode(PANELS["ks10"], SHUNT_FLOOR, 25.0).shunt_resistance


def test_cells_run_at_45_degrees_in_the_day_preset():
    assert cell_temperature(800.0) == pytest.approx(45.0)
    assert cell_temperature(0.0) == pytest.approx(29.0)
