"""The kits of the course: kit A of plugs and kit B of screws, with its variants."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.solar.spice import deck_of, library

from lentera.course.style import StyleSeverity, TextKind, lint_text
from lentera.solar.controller import Charge, Load
from lentera.solar.installation import (
    Battery,
    Conditions,
    Controller,
    DuskSwitch,
    Lamp,
    Panel,
    Switch,
    UsbPort,
    kit_a,
    kit_b,
    settle,
)
from lentera.solar.panel import Shade, single_diode
from lentera.solar.parts import BATTERIES, LAMPS, PANELS, UnknownPartError

NOON = Conditions(irradiance=800.0)
NIGHT = Conditions(irradiance=0.0)
LAMPS_OF_A = ("lamp1", "lamp2", "lamp3", "lamp4")


def changed(installation, name, **condition):
    return installation.with_unit(name, replace(installation.unit(name), **condition))


def lit(installation):
    """Turn every switch on."""
    for name, unit in installation.units.items():
        if isinstance(unit, Switch | DuskSwitch):
            installation = changed(installation, name, on=True)
    return installation


# --- kit B


def test_kit_b_as_it_is_called_without_anything():
    units = kit_b().installation.units
    assert list(units) == ["panel", "battery", "controller", "fuse", "switch", "lamp1"]
    assert kit_b() is kit_b()
    assert units["controller"].profile == "pwm_12v"


@pytest.mark.parametrize("panel", ["ks10", "ks20", "sx330"])
@pytest.mark.parametrize("battery", ["vrla", "vrla26", "lifepo4", "lifepo4_12"])
@pytest.mark.parametrize("lamps", [1, 3])
@pytest.mark.parametrize("more", [{}, {"usb": True, "dusk": True}])
def test_every_variant_charges_by_day_and_lights_by_night(panel, battery, lamps, more):
    kit = kit_b(panel, battery, lamps, **more).installation
    day = settle(kit, NOON)
    amps = single_diode(PANELS[panel], 800.0, 45.0).photocurrent
    # What the shunt and the knee take is a few percent.
    assert 0.93 * amps < day.solution.currents["battery"] < amps
    night = settle(lit(kit), NIGHT)
    assert night.broken == ()
    for number in range(1, lamps + 1):
        assert night.solution.currents[f"lamp{number}"] > 0.35


def test_the_setting_follows_the_chemistry():
    assert kit_b(battery="lifepo4").installation.unit("controller").profile == "lfp_12v"
    assert kit_b(battery="vrla24").installation.unit("controller").profile == "pwm_12v"


def test_a_kit_as_sizing_asks_for_it():
    kit = kit_b("sx330", "lifepo4_12", 3, usb=True)
    units = kit.installation.units
    assert units["panel"] == Panel(PANELS["sx330"])
    assert units["battery"] == Battery(BATTERIES["lifepo4_12"])
    assert sum(isinstance(unit, Lamp) for unit in units.values()) == 3
    assert [point.red for point in kit.test_points.values()][-3:] == ["lamp2.plus", "lamp3.plus", "usb.plus"]


def test_a_phone_draws_its_power_from_the_load_screws():
    kit = kit_b(usb=True).installation
    charging = changed(kit, "usb", drawing=True, watts=5.0)
    idle, busy = settle(kit, NIGHT), settle(charging, NIGHT)
    more = busy.solution.currents["controller.load"] - idle.solution.currents["controller.load"]
    # 5 W at 87 % from about 12.5 V.
    assert more == pytest.approx(5.0 / 0.87 / 12.5, rel=0.02)


def test_a_port_on_a_flat_supply_gives_nothing():
    kit = kit_b(usb=True).installation
    flat = changed(changed(kit, "usb", drawing=True), "battery", drop=4.0)
    assert settle(flat, NIGHT).solution.currents["usb"] == pytest.approx(0.0, abs=1e-3)


def test_a_dusk_switch_stands_before_the_switch_and_a_blinded_one_never_opens():
    kit = changed(kit_b(dusk=True).installation, "switch", on=True)
    assert settle(kit, NIGHT).solution.currents["lamp1"] == pytest.approx(0.0, abs=1e-6)
    for condition in ({"on": True}, {"blinded": True}):
        assert settle(changed(kit, "dusk", **condition), NOON).solution.currents["lamp1"] > 0.35


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"panel": "ks21"}, "panel 'ks21' is not in the catalogue; did you mean 'ks20'?"),
        ({"battery": "lipo"}, "battery 'lipo' is not in the catalogue; "),
        ({"lamp": "led4w"}, "lamp 'led4w' is not in the catalogue; did you mean 'led3w'?"),
        ({"lamps": 0}, "lamps is 0; give a number from 1 to 6"),
        ({"lamps": 7}, "lamps is 7; give a number from 1 to 6"),
    ],
)
def test_a_part_that_does_not_exist_is_named(arguments, sentence):
    with pytest.raises((UnknownPartError, ValueError)) as refused:
        kit_b(**arguments)
    assert str(refused.value).startswith(sentence)


# --- units that kits have beside the basics


def test_a_shaded_and_an_old_panel_give_less():
    kit = kit_b().installation

    def amps(**condition):
        return settle(changed(kit, "panel", **condition), NOON).solution.currents["battery"]

    fresh = amps()
    # A whole cell in deep shade bypasses its half of the panel, which alone cannot reach the battery.
    assert amps(shade=Shade((1,), 0.1)) < 0.3 * fresh
    assert amps(shade=Shade(None, 0.5)) == pytest.approx(0.5 * fresh, rel=0.02)
    assert amps(age=20.0) == pytest.approx(fresh * 0.995**20, rel=0.02)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: Panel(PANELS["ks20"], age=float("nan")), "age is nan years; give a number from 0 to 100"),
        (lambda: Controller(kit_b().installation.unit("controller").spec, leak=0.0), "leak is 0.0 ohm; give a number above 0"),
        (lambda: UsbPort(kit_b(usb=True).installation.unit("usb").spec, watts=-1.0), "watts is -1.0 W; give a number from 0 to 10"),
        (lambda: UsbPort(kit_b(usb=True).installation.unit("usb").spec, supply=float("nan")), "supply is nan V; give a number from 1 to 60"),
    ],
)  # fmt: skip
def test_a_condition_that_cannot_be_is_refused(make, sentence):
    with pytest.raises(ValueError) as refused:
        make()
    assert str(refused.value) == sentence


def test_own_thresholds_take_the_place_of_the_profile():
    kit = kit_b().installation
    profile = kit.unit("controller").thresholds
    shy = changed(
        kit, "controller", own=replace(profile, low_voltage_disconnect=12.59, low_voltage_reconnect=12.9)
    )
    assert settle(lit(kit), NIGHT).installation.unit("controller").state.load is Load.ON
    assert settle(lit(shy), NIGHT).installation.unit("controller").state.load is Load.LOW_VOLTAGE


# --- kit A


def test_at_noon_the_panel_feeds_four_cells_alike():
    rest = settle(kit_a().installation, NOON)
    charge = [rest.solution.currents[f"{lamp}_cell"] for lamp in LAMPS_OF_A]
    panel = -rest.solution.currents["panel"]
    # 20 Wp of cells strung for three times the current: 0.8 × 3.8 A less what the operating point costs.
    assert panel == pytest.approx(0.8 * 3.79, rel=0.03)
    for amps in charge:
        assert amps == pytest.approx(panel / 4.0, rel=0.01)
    volts = rest.solution.between("panel.plus", "panel.minus")
    cells = sum(
        amps * rest.solution.between(f"{lamp}_cell.plus", f"{lamp}_cell.minus")
        for lamp, amps in zip(LAMPS_OF_A, charge, strict=True)
    )
    # Cables, plugs and the Schottky diodes take the rest.
    assert 0.7 < cells / (panel * volts) < 0.9
    assert 12.0 < panel * volts < 16.0


def test_the_panel_of_kit_a_has_the_power_of_the_twenty_watt_panel():
    spec = kit_a().installation.unit("panel").spec
    known = PANELS["ks20"]
    assert spec.power == known.power
    assert spec.open_circuit_voltage == pytest.approx(known.open_circuit_voltage / 3)
    assert spec.short_circuit_current == pytest.approx(3 * known.short_circuit_current)
    assert spec.series_resistance == pytest.approx(known.series_resistance / 9)
    assert spec.photocurrent * spec.ideality_voltage == pytest.approx(
        known.photocurrent * known.ideality_voltage
    )


@pytest.mark.parametrize(
    ("part", "hours"), [("lamp405_bright", 5.0), ("lamp405_medium", 11.0), ("lamp405_dim", 47.0)]
)
def test_a_lamp_burns_as_long_as_its_mode_table_says(part, hours):
    kit = lit(kit_a().installation)
    for lamp in LAMPS_OF_A:
        kit = changed(kit, lamp, spec=LAMPS[part])
    rest = settle(kit, NIGHT)
    for lamp in LAMPS_OF_A:
        drawn = -rest.solution.currents[f"{lamp}_cell"]
        cell = kit.unit(f"{lamp}_cell").spec
        assert cell.capacity / drawn == pytest.approx(hours, rel=0.1)
        assert cell.capacity * 3.2 / (drawn * 3.2) == pytest.approx(hours, rel=0.1)


def test_a_bright_lamp_is_one_of_three_watts_or_little_more():
    rest = settle(lit(kit_a().installation), NIGHT)
    watts = rest.solution.currents["lamp1"] * rest.solution.between("lamp1.plus", "lamp1.minus")
    assert 3.0 < watts < 4.1


def test_lamps_of_kit_a_burn_by_their_own_switch_and_unplugged():
    kit = changed(kit_a().installation, "lamp2_switch", on=True)
    for lead in ("lamp2_plug_plus", "lamp2_plug_minus"):
        kit = kit.with_lead(replace(kit.lead(lead), open=True))
    currents = settle(kit, NIGHT).solution.currents
    assert currents["lamp2"] > 1.0
    assert currents["lamp1"] == pytest.approx(0.0, abs=1e-6)


def test_an_unplugged_lamp_does_not_charge_and_the_others_get_more():
    whole = settle(kit_a().installation, NOON).solution.currents
    kit = kit_a().installation
    for lead in ("lamp1_plug_plus", "lamp1_plug_minus"):
        kit = kit.with_lead(replace(kit.lead(lead), open=True))
    rest = settle(kit, NOON)
    assert rest.solution.currents["lamp1_cell"] == pytest.approx(0.0, abs=1e-3)
    assert rest.solution.currents["lamp2_cell"] > 1.2 * whole["lamp2_cell"]
    assert rest.solution.between("lamp1_charger.pv_plus", "lamp1_charger.pv_minus") < 3.5


def test_a_corroded_plug_starves_its_lamp_alone():
    whole = settle(kit_a().installation, NOON).solution.currents
    lead = kit_a().installation.lead("lamp3_plug_plus")
    rest = settle(kit_a().installation.with_lead(replace(lead, joint=2.0)), NOON).solution.currents
    assert rest["lamp3_cell"] < 0.5 * whole["lamp3_cell"]
    assert rest["lamp4_cell"] > whole["lamp4_cell"]


def test_a_full_cell_is_held_at_its_voltage_while_the_others_charge():
    kit = changed(kit_a().installation, "lamp1_cell", soc=1.0, polarisation=0.195)
    rest = settle(kit, NOON)
    assert rest.installation.unit("lamp1_charger").state.charge is Charge.ABSORPTION
    assert rest.solution.between(
        "lamp1_charger.battery_plus", "lamp1_charger.battery_minus"
    ) == pytest.approx(3.6)
    assert rest.installation.unit("lamp2_charger").state.charge is Charge.BULK


@given(
    st.floats(0.0, 1300.0),
    st.lists(st.floats(0.0, 1.0), min_size=4, max_size=4),
    st.lists(st.booleans(), min_size=4, max_size=4),
)
@settings(max_examples=30)
def test_kit_a_comes_to_rest_in_any_light_with_any_cells(irradiance, charges, on):
    kit = kit_a().installation
    for lamp, soc, lit_ in zip(LAMPS_OF_A, charges, on, strict=True):
        kit = changed(changed(kit, f"{lamp}_cell", soc=soc), f"{lamp}_switch", on=lit_)
    rest = settle(kit, Conditions(irradiance=irradiance))
    assert rest.solution.converged
    assert rest.broken == ()


def test_the_usb_port_of_kit_a_works_while_the_sun_shines():
    kit = changed(kit_a().installation, "usb", drawing=True)
    assert settle(kit, NOON).solution.currents["usb"] == pytest.approx(2.5 / 0.85 / 4.2, rel=0.1)
    assert settle(kit, NIGHT).solution.currents["usb"] == pytest.approx(0.0, abs=1e-3)


def test_the_points_of_kit_a_are_plugs():
    inside = {"cell", "switch", "load", "battery"}
    for point in kit_a().test_points.values():
        for terminal in (point.red, point.black):
            assert not any(word in terminal for word in inside), terminal


def test_kit_a_shows_its_voltages_at_the_plugs():
    rest = settle(kit_a().installation, NOON)
    shown = [rest.solution.between(point.red, point.black) for point in kit_a().test_points.values()]
    assert shown == sorted(shown, reverse=True) or shown[0] > shown[1] > shown[3]
    assert all(3.5 < volts < 7.3 for volts in shown)


# --- an independent simulator


@pytest.mark.oracle
@pytest.mark.parametrize("conditions", [NOON, NIGHT], ids=["noon", "night"])
@pytest.mark.parametrize(
    "kit",
    [kit_a(), kit_b(), kit_b("sx330", "lifepo4_12", 3, usb=True, dusk=True)],
    ids=["a", "b", "b large"],
)
def test_a_settled_kit_agrees_with_ngspice(kit, conditions):
    solution = settle(lit(kit.installation), conditions).solution
    found = library().currents(deck_of(solution))
    assert found is not None
    for name, amps in found.items():
        ours = solution.currents[name]
        assert abs(amps - ours) < 1e-5 * max(1.0, abs(ours)), name


# --- words


@pytest.mark.parametrize("kit", [kit_a(), kit_b(lamps=2, usb=True, dusk=True)], ids=["a", "b"])
def test_the_names_are_plain(kit):
    for name in (kit.name, kit.source, *(point.name for point in kit.test_points.values())):
        errors = [fault for fault in lint_text(name, TextKind.LABEL) if fault.severity is StyleSeverity.ERROR]
        assert errors == [], name
