"""The vocabulary of changes: what each does, how two of them join, how one is taken back, and bad data."""

from dataclasses import replace
from itertools import permutations
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lentera.solar.controller import Charge
from lentera.solar.faults import ChangeError, Situation, read_change, readings
from lentera.solar.faults.changes import UnitChange, combine
from lentera.solar.installation import ControllerFault, kit_b
from lentera.solar.panel import Shade
from lentera.solar.parts import FUSES

KIT = kit_b().installation
POINTS = kit_b().test_points


def changed(*rows):
    return combine(tuple(read_change(row) for row in rows), KIT)


def noon(installation):
    return readings(installation, Situation.NOON_OFF, POINTS)


def night(installation):
    return readings(installation, Situation.NIGHT_ON, POINTS)


def test_a_joint_adds_ohms_to_its_lead_alone():
    kit = changed({"lead": "panel_plus", "joint": 2.0})
    assert kit.lead("panel_plus").joint == 2.0
    assert [lead for lead in kit.leads if lead.name != "panel_plus"] == [
        lead for lead in KIT.leads if lead.name != "panel_plus"
    ]


def test_two_joints_of_one_lead_add_up():
    kit = changed({"lead": "switch_lamp1", "joint": 2.5}, {"lead": "switch_lamp1", "joint": 10.0})
    assert kit.lead("switch_lamp1").joint == 12.5


def test_swapped_terminals_exchange_all_their_leads_and_twice_is_nothing():
    row = {"swap": ["battery.plus", "battery.minus"]}
    kit = changed(row)
    assert kit.lead("battery_fuse").start == "battery.minus"
    assert kit.lead("battery_minus").start == "battery.plus"
    assert changed(row, row) == KIT


def test_two_bridges_between_the_same_terminals_conduct_side_by_side():
    row = {"bridge": ["lamp1.plus", "lamp1.minus"], "ohm": 4.0}
    (bridge,) = changed(row, row).bridges
    assert bridge.ohm == pytest.approx(2.0)


def test_added_lamps_draw_their_share_each():
    one, six = (
        night(KIT),
        night(
            changed(
                {"add": "lamp", "part": "led3w", "count": 5, "plus": "lamp1.plus", "minus": "lamp1.minus"}
            )
        ),
    )
    assert len(six.lamps) == 6
    assert six.amps["I_lamp"] > 5 * one.amps["I_lamp"]


def test_a_phone_on_the_load_screws_draws_its_ten_watts():
    kit = changed(
        {"add": "usb", "part": "usb10w", "plus": "controller.load_plus", "minus": "controller.load_minus"}
    )
    seen = readings(kit, Situation.NIGHT_OFF, POINTS)
    watts = -seen.amps["I_battery"] * seen.volts["TP4"]
    assert watts == pytest.approx(10.0 / 0.87, rel=0.03)


def test_a_piece_of_wire_takes_the_fuse_s_place():
    kit = changed({"unit": "fuse", "part": "wire"})
    assert kit.unit("fuse").spec == FUSES["wire"]


@pytest.mark.parametrize(
    ("unit", "conditions", "expected"),
    [
        ("panel", ({"soiling": 0.5}, {"soiling": 0.5}), {"soiling": 0.75}),
        ("panel", ({"light_share": 0.5}, {"light_share": 0.8}), {"light_share": 0.4}),
        ("panel", ({"leak": 30.0}, {"leak": 60.0}), {"leak": 20.0}),
        ("panel", ({"age": 5.0}, {"age": 12.0}), {"age": 12.0}),
        (
            "panel",
            ({"shade": {"transmission": 0.5}}, {"shade": {"transmission": 0.2, "cells": [3]}}),
            {"shade": Shade((3,), 0.2)},
        ),
        ("battery", ({"extra": 0.5}, {"extra": 0.25}), {"extra": 0.75}),
        ("battery", ({"drop": 2.1}, {"drop": 2.1}), {"drop": 4.2}),
        ("battery", ({"soc": 0.2}, {"soc": 0.46}), {"soc": 0.2}),
        ("battery", ({"soc": 0.95}, {"soc": 1.0}), {"soc": 1.0}),
        ("battery", ({"soc": 0.95}, {"soc": 0.2}), {"soc": 0.2}),
        ("battery", ({"polarisation": 0.7}, {"polarisation": -0.7}), {"polarisation": 0.7}),
        ("battery", ({"polarisation": 0.3}, {"polarisation": -0.7}), {"polarisation": -0.7}),
        ("battery", ({"health": 0.4}, {"health": 0.8}), {"health": 0.4}),
        ("controller", ({"fault": "load_open"}, {"fault": "dead"}), {"fault": ControllerFault.DEAD}),
        ("controller", ({"leak": 200.0}, {"leak": 200.0}), {"leak": 100.0}),
        ("fuse", ({"blown": True}, {"holder": 3.0}), {"blown": True}),
        ("lamp1", ({"shorted": 1}, {"shorted": 2}), {"shorted": 2}),
        ("switch", ({"broken": True}, {"broken": False}), {"broken": True}),
    ],
)
def test_the_worse_of_two_conditions_stays_whatever_the_order(unit, conditions, expected):
    for order in permutations(conditions):
        found = changed(*({"unit": unit, **condition} for condition in order)).unit(unit)
        for name, value in expected.items():
            assert getattr(found, name) == (pytest.approx(value) if isinstance(value, float) else value)


@given(st.lists(st.floats(-2.0, 2.0), min_size=1, max_size=5).flatmap(st.permutations))
def test_polarisations_join_in_any_order(volts):
    straight = changed(*({"unit": "battery", "polarisation": value} for value in volts))
    turned = changed(*({"unit": "battery", "polarisation": value} for value in reversed(volts)))
    assert straight == turned


@given(st.lists(st.floats(0.0, 1.0), min_size=1, max_size=5))
def test_states_of_charge_join_in_any_order(shares):
    straight = changed(*({"unit": "battery", "soc": value} for value in shares))
    turned = changed(*({"unit": "battery", "soc": value} for value in reversed(shares)))
    assert straight == turned


def test_lamps_hung_on_swapped_poles_are_swapped_too_whatever_the_order():
    rows = (
        {"swap": ["lamp1.plus", "lamp1.minus"]},
        {"add": "lamp", "part": "led3w", "count": 2, "plus": "lamp1.plus", "minus": "lamp1.minus"},
    )
    for order in permutations(rows):
        assert night(changed(*order)).amps["I_lamp"] == pytest.approx(0.0, abs=1e-6)


CHANGES = [
    {"lead": "panel_plus", "joint": 2.0},
    {"lead": "panel_plus", "open": True},
    {"swap": ["panel.plus", "panel.minus"]},
    {"bridge": ["controller.pv_plus", "controller.pv_minus"], "ohm": 0.01},
    {"unit": "battery", "extra": 0.94},
    {"unit": "controller", "fault": "dead"},
    {"unit": "lamp1", "shorted": 1},
    {"unit": "fuse", "part": "wire"},
    {"add": "lamp", "part": "led3w", "count": 3, "plus": "lamp1.plus", "minus": "lamp1.minus"},
    {"add": "usb", "part": "usb10w", "plus": "controller.load_plus", "minus": "controller.load_minus"},
]


@pytest.mark.parametrize("row", CHANGES, ids=str)
def test_taking_a_change_back_leaves_the_kit_as_it_was(row):
    change = read_change(row)
    struck = change.apply(KIT)
    assert struck != KIT
    assert change.restore(struck, KIT) == KIT


def test_taking_one_change_back_leaves_the_others():
    first, second = read_change(CHANGES[0]), read_change(CHANGES[4])
    assert first.restore(combine((first, second), KIT), KIT) == second.apply(KIT)


def test_a_repaired_switch_stays_as_it_is_turned():
    change = read_change({"unit": "switch", "broken": True})
    struck = change.apply(KIT)
    turned = struck.with_unit("switch", replace(struck.unit("switch"), on=True))
    assert change.restore(turned, KIT).unit("switch").on


def test_a_dead_controller_shows_nothing_and_a_sound_one_lights_its_display():
    dead = noon(changed({"unit": "controller", "fault": "dead"}))
    assert not dead.display_lit()
    assert noon(KIT).display_lit()
    assert noon(KIT).controllers["controller"].charge is Charge.BULK


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"lead": "panel_plus", "joint": -1.0}, r"^joint is -1.0 ohm; give a number from 0 up$"),
        ({"lead": "panel_plus", "joint": nan}, r"joint is nan"),
        ({"lead": "panel_plus", "joint": inf}, r"joint is inf"),
        ({"lead": "panel_plus", "joint": "2"}, r"joint is '2' ohm"),
        ({"lead": "panel_plus", "open": "yes"}, r"open is 'yes'; give true or false"),
        ({"lead": "panel_plus", "ohm": 1.0}, r"lead with ohm is not a change"),
        ({"bridge": ["a", "b"]}, r"bridge with nothing is not a change"),
        ({"bridge": ["a", "b"], "ohm": 0.0}, r"ohm is 0.0 ohm; give a number above 0"),
        ({"bridge": ["a", "b"], "ohm": nan}, r"ohm is nan"),
        ({"bridge": ["a", "a"], "ohm": 1.0}, r"is no pair; give two terminals"),
        ({"swap": ["a"]}, r"\['a'\] is no pair"),
        ({"add": "fan", "part": "x", "plus": "a", "minus": "b"}, r"add is 'fan'; it can be lamp, usb"),
        ({"add": "lamp", "part": "led3w", "plus": "a", "minus": "b", "count": 0}, r"count is 0"),
        ({"add": "lamp", "part": "led3w", "plus": "a", "minus": "b", "count": 2.5}, r"count is 2.5"),
        ({"unit": "battery"}, r"the unit gets no condition"),
        ({"unit": "battery", "soc": nan}, r"soc is nan; give a number"),
        ({"wish": 1}, r"wish is not a change; begin with one of add, bridge, lead, swap, unit"),
        ({}, r"nothing is not a change"),
    ],
)
def test_a_change_that_cannot_be_is_refused_with_its_field(row, sentence):
    with pytest.raises(ValueError, match=sentence):
        read_change(row)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"lead": "roof", "open": True}, r"there is no lead 'roof'"),
        ({"unit": "turbine", "soc": 0.5}, r"there is no unit 'turbine'"),
        ({"swap": ["panel.plus", "panel.middle"]}, r"there is no terminal 'panel.middle'"),
        ({"bridge": ["roof.a", "panel.plus"], "ohm": 1.0}, r"there is no terminal 'roof.a'"),
        (
            {"add": "lamp", "part": "led3w", "plus": "lamp9.plus", "minus": "lamp1.minus"},
            r"there is no terminal 'lamp9.plus'",
        ),
        (
            {"add": "lamp", "part": "neon", "plus": "lamp1.plus", "minus": "lamp1.minus"},
            r"there is no lamp 'neon'",
        ),
        (
            {"unit": "battery", "colour": "red"},
            r"colour is not a condition of unit 'battery'; it has drop, extra",
        ),
        ({"unit": "controller", "fault": "sleepy"}, r"fault is 'sleepy', which a Controller cannot have"),
        ({"unit": "fuse", "part": "nail"}, r"part is 'nail', which a FuseHolder cannot have"),
        ({"unit": "battery", "soc": "half"}, r"soc is 'half'"),
        ({"unit": "battery", "soc": -0.1}, r"soc is -0.1"),
        ({"unit": "panel", "shade": {}}, r"shade is \(\), which a Panel cannot have"),
        ({"unit": "panel", "shade": {"transmission": 0.5, "tree": 1}}, r"shade is .*tree"),
        ({"unit": "panel", "soiling": 1.5}, r"soiling is 1.5"),
    ],
)
def test_a_change_that_a_kit_cannot_take_is_refused(row, sentence):
    with pytest.raises(ValueError, match=sentence):
        read_change(row).apply(KIT)


def test_a_change_made_in_code_refuses_nan_as_well():
    with pytest.raises(ChangeError, match="polarisation is nan"):
        UnitChange("battery", (("polarisation", nan),))
