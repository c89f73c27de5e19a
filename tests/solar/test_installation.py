"""An installed lamp: how it is put together, how it settles, and what it refuses."""

from dataclasses import replace
from math import inf, nan

import pytest

from lentera.solar.circuit import TripKind, Voltmeter
from lentera.solar.controller import Charge, Load
from lentera.solar.installation import (
    Bridge,
    Conditions,
    Controller,
    ControllerFault,
    Installation,
    KitError,
    Lamp,
    Lead,
    Panel,
    UnknownNameError,
    UsbPort,
    circuit_of,
    kit_b,
    read_kit,
    settle,
)
from lentera.solar.label import panel_from_label
from lentera.solar.parts import LAMPS, PANELS, USB_PORTS

NOON, NIGHT = Conditions(800.0), Conditions(0.0)


def changed(name, **changes):
    kit = kit_b().installation
    return kit.with_unit(name, replace(kit.unit(name), **changes))


def readings(settled):
    points = kit_b().test_points.values()
    return {point.id: settled.solution.between(point.red, point.black) for point in points}


def test_kit_b_in_the_sun_reads_as_the_reference_kit():
    # Healthy noon, lamp off: 800 W/m², 12.6 V at rest.
    expected = {
        "TP1": 13.26,
        "TP2": 13.16,
        "TP3": 12.72,
        "TP4": 12.66,
        "TP5": 0.02,
        "TP6": 12.72,
        "TP7": 0,
        "TP8": 0,
    }
    rest = settle(kit_b().installation, NOON)
    assert readings(rest) == pytest.approx(expected, abs=0.01)
    assert rest.solution.currents["battery"] == pytest.approx(0.986, abs=0.001)
    controller = rest.installation.unit("controller")
    assert (controller.state.charge, controller.state.load) == (Charge.BULK, Load.ON)


def test_kit_b_at_night_lights_its_lamp():
    rest = settle(changed("switch", on=True), NIGHT)
    assert rest.solution.currents["lamp1"] == pytest.approx(0.408, abs=0.001)
    assert readings(rest)["TP8"] == pytest.approx(12.49, abs=0.01)


def test_without_a_battery_the_sun_kills_the_lamp():
    kit = changed("switch", on=True).without_unit("battery")
    rest = settle(kit, NOON)
    assert [trip.kind for trip in rest.broken] == [TripKind.LAMP]
    assert rest.installation.unit("lamp1").open
    assert not rest.buffered["controller"]


def test_a_short_blows_the_fuse_and_leaves_the_posts_alive():
    kit = kit_b().installation.with_bridge(
        Bridge("short", "controller.battery_plus", "controller.battery_minus", 0.02)
    )
    rest = settle(kit, NIGHT)
    assert [trip.element for trip in rest.broken] == ["fuse"]
    assert readings(rest)["TP3"] == pytest.approx(0.0, abs=1e-3)
    assert readings(rest)["TP4"] == pytest.approx(12.6, abs=0.01)


@pytest.mark.parametrize(
    ("fault", "load_volts", "charging"),
    [(None, 12.7, True), (ControllerFault.LOAD_OPEN, 0.0, True), (ControllerFault.DEAD, 0.0, False)],
)
def test_a_broken_controller_shows_at_its_screws(fault, load_volts, charging):
    meter = Voltmeter("meter", "controller.load_plus", "controller.load_minus")
    rest = settle(changed("controller", fault=fault), NOON, [meter])
    assert readings(rest)["TP6"] == pytest.approx(load_volts, abs=0.05)
    assert (rest.solution.currents["battery"] > 0.5) is charging


def test_a_controller_without_regulation_goes_over_its_set_point():
    full = changed("battery", polarisation=1.8)
    absorbing = replace(
        full.unit("controller"), state=replace(full.unit("controller").state, charge=Charge.ABSORPTION)
    )
    held = settle(full.with_unit("controller", absorbing), NOON)
    wild = settle(full.with_unit("controller", replace(absorbing, fault=ControllerFault.NO_REGULATION)), NOON)
    assert readings(held)["TP3"] == pytest.approx(14.4, abs=0.01)
    assert readings(wild)["TP3"] > 14.45


def test_condition_of_a_part_changes_what_it_gives():
    clean = settle(kit_b().installation, NOON).solution.currents["battery"]
    dirty = settle(changed("panel", soiling=0.35), NOON).solution.currents["battery"]
    assert dirty == pytest.approx(0.65 * clean, rel=0.02)
    assert settle(changed("panel", covered=True), NOON).solution.currents["panel"] == pytest.approx(
        0, abs=0.01
    )
    wet = settle(changed("panel", leak=20.0), NOON).solution
    assert wet.currents["panel.leak"] == pytest.approx(wet.between("panel.plus", "panel.minus") / 20.0)


def test_a_worn_fuse_holder_takes_volts():
    on = changed("switch", on=True)
    rest = settle(on.with_unit("fuse", replace(on.unit("fuse"), holder=3.0)), NIGHT)
    assert readings(rest)["TP5"] == pytest.approx(-0.92, abs=0.02)


def test_leads_are_changed_by_name():
    kit = kit_b().installation
    assert kit.with_lead(replace(kit.lead("panel_plus"), joint=2.0)).lead("panel_plus").joint == 2.0
    cut = settle(kit.with_lead(replace(kit.lead("panel_plus"), open=True)), NOON)
    assert cut.solution.currents["battery"] < 0.0
    gone = settle(kit.without_lead("panel_plus"), NOON)
    assert gone.solution.currents["battery"] == pytest.approx(cut.solution.currents["battery"])
    longer = kit.with_lead(Lead("extra", "lamp1.plus", "lamp1.minus", 1.0))
    assert len(longer.leads) == len(kit.leads) + 1


def test_the_first_installation_is_never_changed():
    kit = kit_b().installation
    before = dict(kit.units)
    settle(kit.with_unit("lamp2", Lamp(LAMPS["led3w"])), NOON)
    assert dict(kit.units) == before
    with pytest.raises(TypeError):
        kit.units["lamp1"] = None


@pytest.mark.parametrize(
    ("build", "sentence"),
    [
        (lambda: Lead("x", "a", "b", -1.0), r"x: length is -1.0 m; give a number above 0"),
        (lambda: Lead("x", "a", "b", nan), r"x: length is nan m"),
        (lambda: Lead("x", "a", "b", 1.0, "rope"), r"x: cable is 'rope'; choose one of cu"),
        (lambda: Lead("x", "a", "b", 1.0, joint=-0.1), r"x: joint is -0.1 ohm"),
        (lambda: Bridge("x", "a", "b", 0.0), r"x: ohm is 0.0 ohm"),
        (lambda: Panel(PANELS["ks20"], soiling=1.5), r"soiling is 1.5"),
        (lambda: Panel(PANELS["ks20"], leak=-1.0), r"leak is -1.0"),
        (lambda: Panel(PANELS["ks20"], leak=0.0), r"leak is 0.0 ohm; give a number above 0"),
        (lambda: Panel(PANELS["ks20"], age=nan), r"age is nan years; give a number from 0 to 100"),
        (lambda: Lead("x", "a", "b", 1.0, joint=inf), r"x: joint is inf ohm; give a number from 0 up"),
        (lambda: UsbPort(USB_PORTS["usb10w"], watts=10.5), r"watts is 10.5 W; give a number from 0 to 10"),
        (lambda: UsbPort(USB_PORTS["usb10w"], watts=nan), r"watts is nan W"),
        (lambda: UsbPort(USB_PORTS["usb10w"], supply=0.5), r"supply is 0.5 V; give a number from 1 to 60"),
        (lambda: replace(kit_b().installation.unit("battery"), soc=nan), r"soc is nan"),
        (lambda: replace(kit_b().installation.unit("battery"), extra=-1.0), r"extra is -1.0"),
        (lambda: replace(kit_b().installation.unit("battery"), extra=inf), r"extra is inf"),
        (lambda: replace(kit_b().installation.unit("fuse"), holder=nan), r"holder is nan"),
        (lambda: replace(kit_b().installation.unit("lamp1"), shorted=4), r"shorted is 4"),
        (lambda: Controller(kit_b().installation.unit("controller").spec, "solar"), r"profile is 'solar'"),
        (lambda: Conditions(nan), r"irradiance is nan"),
        (lambda: Conditions(-1.0), r"irradiance is -1.0"),
        (lambda: Conditions(800.0, nan), r"air_temperature is nan"),
        (lambda: Conditions(800.0, cell_temperature=nan), r"cell_temperature is nan"),
    ],
)
def test_bad_input_is_refused_by_the_name_of_the_field(build, sentence):
    with pytest.raises(ValueError, match=sentence):
        build()


def test_unknown_names_say_which_there_are():
    kit = kit_b().installation
    with pytest.raises(UnknownNameError, match="no unit 'lamp9'; there are panel, battery"):
        kit.unit("lamp9")
    with pytest.raises(UnknownNameError, match="no lead 'x'; there are panel_plus"):
        kit.without_lead("x")
    with pytest.raises(ValueError, match="moon"):
        circuit_of(Installation(kit.units, (Lead("x", "panel.plus", "moon", 1.0),)), NOON)


def test_a_setting_for_lead_follows_the_battery_s_temperature():
    controller = replace(kit_b().installation.unit("controller"), profile="phocos_cml")
    # -25 mV/K for twelve volts of lead, from 25 °C; a low battery is low at any temperature.
    warm = replace(controller, temperature=35.0).thresholds
    assert controller.thresholds.absorption - warm.absorption == pytest.approx(0.25)
    assert warm.low_voltage_disconnect == controller.thresholds.low_voltage_disconnect
    with pytest.raises(ValueError, match="temperature is nan"):
        replace(controller, temperature=nan)


def test_a_kit_file_with_a_leak_of_nothing_is_refused_by_its_place():
    with pytest.raises(KitError, match=r"unit\.panel\.leak .* 0 ohm"):
        read_kit('[kit]\nbase = "b"\n[unit.panel]\nleak = 0\n')


def test_a_panel_too_high_for_the_controller_is_told():
    tall = panel_from_label("Panel 24 V", isc=5.0, voc=44.0, imp=4.6, vmp=36.0)
    kit = kit_b().installation.with_unit("panel", Panel(tall))
    assert settle(kit, NOON).endangered == ()
    # With the battery's fuse out nothing pulls its voltage down.
    loose = kit.with_unit("fuse", replace(kit.unit("fuse"), blown=True))
    assert settle(loose, NOON).endangered == ("controller",)
    assert settle(kit_b().installation, NOON).endangered == ()
