"""The multimeter on kit B: every mode, by day and by night, with faults, and the ways to use it wrongly."""

import tomllib
from dataclasses import replace
from importlib.resources import files
from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.solar.spice import deck_of, library

from lentera.course.style import StyleSeverity, TextKind, lint_text
from lentera.solar.controller import Charge
from lentera.solar.installation import (
    Battery,
    Bridge,
    Conditions,
    FuseHolder,
    Installation,
    Lead,
    UnknownNameError,
    kit_b,
    settle,
)
from lentera.solar.multimeter import RANGES, Meter, MeterError, Mode, Note, Socket, read, show
from lentera.solar.parts import BATTERIES, FUSES

NOON = Conditions(irradiance=800.0)
NIGHT = Conditions(irradiance=0.0)
OFF = kit_b().installation
ON = OFF.with_unit("switch", replace(OFF.unit("switch"), on=True))

VOLTS = Meter(Mode.VOLTS)
TEN_AMPS = Meter(Mode.AMPS, "10A", Socket.TEN_AMP)
MILLIAMPS = Meter(Mode.AMPS, "200mA", Socket.MILLIAMP)
OHMS = Meter(Mode.OHMS)
BEEP = Meter(Mode.CONTINUITY)
POSTS = ("battery.plus", "battery.minus")
BATTERY_SCREWS = ("controller.battery_plus", "controller.battery_minus")


def changed(installation, name, **condition):
    return installation.with_unit(name, replace(installation.unit(name), **condition))


def volts(installation, conditions, red, black, meter=VOLTS):
    return read(installation, conditions, meter, red, black).value


# --- volts


@pytest.mark.parametrize(
    ("point", "conditions", "kit", "expected"),
    [
        ("TP1", NOON, OFF, 13.26),
        ("TP2", NOON, OFF, 13.16),
        ("TP3", NOON, OFF, 12.72),
        ("TP4", NOON, OFF, 12.66),
        ("TP6", NOON, OFF, 12.72),
        ("TP7", NOON, OFF, 0.0),
        ("TP8", NOON, OFF, 0.0),
        ("TP3", NIGHT, ON, 12.55),
        ("TP4", NIGHT, ON, 12.58),
        ("TP5", NIGHT, ON, -0.01),
        ("TP6", NIGHT, ON, 12.54),
        ("TP7", NIGHT, ON, 12.54),
        ("TP8", NIGHT, ON, 12.49),
    ],
)
def test_the_healthy_kit_reads_what_the_reference_says(point, conditions, kit, expected):
    place = kit_b().test_points[point]
    assert volts(kit, conditions, place.red, place.black) == pytest.approx(expected, abs=0.015)


def test_probes_the_other_way_round_show_minus():
    reading = read(OFF, NIGHT, VOLTS, *reversed(POSTS))
    assert reading.text == "-12.60"
    assert reading.notes == (Note.REVERSED,)
    assert (
        read(OFF, NIGHT, Meter(red_socket=Socket.COMMON, black_socket=Socket.VOLT_OHM), *POSTS).text
        == "-12.60"
    )


def test_a_probe_that_touches_nothing_never_shows_a_ghost():
    for red, black in (("battery.plus", None), (None, "battery.minus"), (None, None)):
        reading = read(OFF, NOON, VOLTS, red, black)
        assert reading.value == 0.0
        assert reading.notes == (Note.PROBE_OFF,)


def test_an_island_that_hangs_on_nothing_reads_zero():
    lonely = OFF.without_lead("battery_minus")
    assert volts(lonely, NIGHT, "battery.plus", "controller.battery_minus") == 0.0


def test_a_blown_fuse_has_the_battery_across_it_and_nothing_behind_it():
    blown = changed(ON, "fuse", blown=True)
    # What the controller leaks when it sleeps, 1 Mohm, is in line with the 10 Mohm of the meter.
    assert volts(blown, NIGHT, "fuse.a", "fuse.b") == pytest.approx(12.6, abs=1.3)
    assert volts(blown, NIGHT, "fuse.a", "battery.minus") == pytest.approx(12.6, abs=0.01)
    for point in ("TP3", "TP6", "TP7", "TP8"):
        place = kit_b().test_points[point]
        assert volts(blown, NIGHT, place.red, place.black) == pytest.approx(0.0, abs=0.005), point


def test_between_an_open_switch_and_a_blown_fuse_there_is_no_battery_voltage():
    blown = changed(OFF, "fuse", blown=True)
    assert volts(blown, NIGHT, "switch.b", "fuse.b") == pytest.approx(0.0, abs=0.005)


def test_an_open_switch_has_what_the_lamp_leaves_of_the_battery_voltage():
    # Through the 10 Mohm of the meter flows half a microampere: the three LEDs then need 3 × 0.0587 ln(I/Is).
    shown = volts(OFF, NIGHT, "switch.a", "switch.b")
    micro = shown / 10e6
    assert 12.6 - shown == pytest.approx(3 * 0.0587 * np.log(micro / 7.4e-24), abs=0.1)
    assert volts(ON, NIGHT, "switch.a", "switch.b") == pytest.approx(0.004, abs=0.001)


def test_an_open_switch_has_the_whole_battery_voltage_when_a_wire_takes_the_place_of_the_lamp():
    bridged = OFF.with_bridge(Bridge("wire", "lamp1.plus", "lamp1.minus", 0.1))
    assert volts(bridged, NIGHT, "switch.a", "switch.b") == pytest.approx(12.6, abs=0.01)


def test_a_dark_panel_reads_a_fraction_of_a_volt_and_a_lit_one_twenty():
    alone = OFF.without_lead("panel_plus")
    assert abs(volts(alone, NIGHT, "panel.plus", "panel.minus")) < 0.2
    assert volts(alone, NOON, "panel.plus", "panel.minus") == pytest.approx(19.9, abs=0.2)


def test_volts_across_a_lead_taken_off_are_those_of_the_open_gap():
    gap = read(OFF, NOON, VOLTS, opened="panel_plus")
    # The panel stands at its open voltage, the controller's screw near the battery's.
    assert 5.0 < gap.value < 20.0
    assert gap.installation.lead("panel_plus").open is False


def test_a_range_that_is_too_small_shows_ol_and_auto_finds_the_right_one():
    small = read(OFF, NIGHT, Meter(Mode.VOLTS, "2V"), *POSTS)
    assert (small.text, small.value, small.notes) == ("OL", None, (Note.OVER_RANGE,))
    assert small.said == "OL"
    assert read(OFF, NIGHT, Meter(Mode.VOLTS, "200V"), *POSTS).text == "12.6"
    assert read(OFF, NIGHT, VOLTS, *POSTS).display.range is RANGES["20V"]


def test_the_reading_is_said_as_people_write_it(monkeypatch):
    reading = read(OFF, NIGHT, VOLTS, *POSTS)
    assert reading.said == "12,60\u00a0V"
    monkeypatch.setenv("LENTERA_LANG", "en")
    assert reading.said == "12.60\u00a0V"


# --- amperes


def test_the_lamps_current_in_line():
    bare = settle(ON, NIGHT).solution.currents["lamp1"]
    reading = read(ON, NIGHT, TEN_AMPS, opened="load_switch")
    # Test leads, fuse and shunt take 0.03 V from a lamp that has 8 ohm of resistance.
    assert reading.solution.currents["lamp1"] == pytest.approx(bare, abs=0.01)
    assert reading.text == f"{reading.solution.currents['lamp1']:.2f}"
    assert reading.installation == settle(ON, NIGHT).installation


def test_current_in_line_shows_its_direction():
    forth = read(ON, NIGHT, TEN_AMPS, "controller.load_plus", "switch.a", "load_switch")
    back = read(ON, NIGHT, TEN_AMPS, "switch.a", "controller.load_plus", "load_switch")
    assert back.value == -forth.value < 0.0
    assert back.notes == (Note.CURRENT_BACKWARDS,)


def test_a_charging_battery_shows_current_toward_it():
    reading = read(OFF, NOON, TEN_AMPS, opened="fuse_controller")
    assert reading.value == pytest.approx(-0.99, abs=0.02)


def test_the_battery_still_counts_as_joined_while_the_meter_is_in_its_lead():
    reading = read(OFF, NOON, TEN_AMPS, opened="battery_fuse")
    assert reading.installation.unit("controller").state.charge is Charge.BULK


def test_the_controllers_own_use_in_milliamperes():
    assert read(OFF, NIGHT, MILLIAMPS, opened="fuse_controller").text == "5.0"


def test_the_short_circuit_current_of_the_panel():
    # 800 W/m² of 1.26 A; the meter's 0.08 ohm change nothing on the flat part of the curve.
    alone = OFF.without_lead("panel_plus")
    assert read(alone, NOON, TEN_AMPS, "panel.plus", "panel.minus").value == pytest.approx(
        1.26 * 0.8, abs=0.015
    )


def test_too_much_for_the_small_socket_blows_its_fuse_and_the_next_reading_is_zero():
    first = read(ON, NIGHT, MILLIAMPS, opened="load_switch")
    assert first.notes == (Note.METER_FUSE_BLEW,)
    assert first.value == 0.0
    assert first.meter.fuse_blown
    again = read(first.installation, NIGHT, first.meter, opened="load_switch")
    assert (again.value, again.notes) == (0.0, (Note.METER_FUSE_OPEN,))
    other = replace(first.meter, range="10A", red_socket=Socket.TEN_AMP)
    assert read(ON, NIGHT, other, opened="load_switch").value == pytest.approx(0.4, abs=0.02)


def test_auto_in_amperes_is_the_socket_in_use():
    assert read(OFF, NIGHT, replace(MILLIAMPS, range="auto"), opened="fuse_controller").unit == "mA"
    assert read(ON, NIGHT, replace(TEN_AMPS, range="auto"), opened="load_switch").unit == "A"


def test_amperes_with_the_plug_in_the_volt_socket_let_no_current_through():
    wrong = Meter(Mode.AMPS, "10A", Socket.VOLT_OHM)
    reading = read(ON, NIGHT, wrong, opened="load_switch")
    assert (reading.value, reading.notes) == (0.0, (Note.WRONG_SOCKET,))
    assert "10A" in reading.sentences[0]


# --- the wrong socket at a source


def test_volts_in_the_ampere_socket_at_the_battery_posts_blow_the_meters_fuse_only():
    reading = read(ON, NIGHT, Meter(Mode.VOLTS, red_socket=Socket.TEN_AMP), *POSTS)
    assert reading.notes == (Note.METER_FUSE_BLEW, Note.WRONG_SOCKET)
    assert reading.value == 0.0
    assert not reading.installation.unit("fuse").blown
    assert Socket.TEN_AMP in reading.meter.blown


def test_the_kits_own_fuse_goes_first_where_it_is_in_the_loop():
    # Both carry the same current; the 5 A blade melts at 30 A²s, the meter's ceramic fuse at 120 A²s.
    reading = read(ON, NIGHT, Meter(Mode.VOLTS, red_socket=Socket.TEN_AMP), *BATTERY_SCREWS)
    assert Note.KIT_FUSE_BLEW in reading.notes
    assert reading.installation.unit("fuse").blown
    assert not reading.meter.fuse_blown


def test_a_lamp_that_dies_while_the_probes_are_on_is_told():
    # Without a battery the panel drives twice the current through the lamp.
    reading = read(ON.without_lead("battery_fuse"), NOON, VOLTS, "lamp1.plus", "lamp1.minus")
    assert Note.LAMP_BROKE in reading.notes
    assert reading.installation.unit("lamp1").open


def test_a_large_fuse_in_the_kit_leaves_it_to_the_meter():
    strong = ON.with_unit("fuse", FuseHolder(replace(FUSES["fuse5a"], rating=30.0, melting_i2t=900.0)))
    reading = read(strong, NIGHT, Meter(Mode.VOLTS, red_socket=Socket.TEN_AMP), *BATTERY_SCREWS)
    assert reading.meter.fuse_blown
    assert not reading.installation.unit("fuse").blown


def test_a_meter_that_is_off_still_shorts_through_its_ampere_socket():
    reading = read(ON, NIGHT, Meter(Mode.OFF, red_socket=Socket.TEN_AMP), *POSTS)
    assert reading.notes == (Note.METER_FUSE_BLEW, Note.METER_OFF)
    assert reading.text == ""


def test_a_meter_that_is_off_shows_nothing():
    reading = read(ON, NIGHT, Meter(Mode.OFF), *POSTS)
    assert (reading.text, reading.value, reading.said, reading.notes) == ("", None, "", (Note.METER_OFF,))


def test_nothing_in_com_measures_nothing():
    odd = Meter(Mode.VOLTS, red_socket=Socket.VOLT_OHM, black_socket=Socket.TEN_AMP)
    reading = read(ON, NIGHT, odd, *POSTS)
    assert (reading.value, reading.notes) == (0.0, (Note.NO_COMMON,))


def test_amperes_at_two_poles_are_told_to_go_into_the_lead_before_any_socket_is_named():
    # Without that, the advice to use the 10 A socket would lead to a short of the battery.
    reading = read(ON, NIGHT, Meter(Mode.AMPS, "10A", Socket.VOLT_OHM), *POSTS)
    assert reading.notes == (Note.NOT_IN_LINE, Note.WRONG_SOCKET)
    blown = read(ON, NIGHT, TEN_AMPS, *POSTS)
    assert blown.notes == (Note.METER_FUSE_BLEW, Note.NOT_IN_LINE)
    panel = read(OFF, NOON, TEN_AMPS, "panel.plus", "panel.minus")
    assert panel.notes == ()  # the short-circuit current of a panel harms nothing


def test_a_lamp_bridged_by_the_meter_makes_the_controller_cut_its_load_and_says_so():
    reading = read(settle(ON, NIGHT).installation, NIGHT, TEN_AMPS, "lamp1.plus", "lamp1.minus")
    assert reading.value == 0.0
    assert reading.notes == (Note.LOAD_CUT, Note.NOT_IN_LINE)
    again = read(reading.installation, NIGHT, VOLTS, *POSTS)
    assert Note.LOAD_CUT not in again.notes


def test_plugs_in_each_others_sockets_are_told_instead_of_a_wrong_place_for_the_probes():
    swapped = Meter(Mode.VOLTS, red_socket=Socket.COMMON, black_socket=Socket.VOLT_OHM)
    reading = read(OFF, NIGHT, swapped, *POSTS)
    assert reading.value == pytest.approx(-12.6, abs=0.05)
    assert reading.notes == (Note.PLUGS_SWAPPED,)
    in_line = Meter(Mode.AMPS, "10A", Socket.COMMON, Socket.TEN_AMP)
    assert read(ON, NIGHT, in_line, opened="load_switch").notes == (Note.PLUGS_SWAPPED,)


# --- ohms and continuity


def rig(**units):
    """Give units with nothing between them."""
    return Installation(units, reference="none")


def test_a_known_resistor_reads_itself_in_every_range_that_holds_it():
    between = ("fuse.a", "fuse.b")
    for ohm, range_ in (
        (47.0, "200ohm"),
        (470.0, "2kohm"),
        (4700.0, "20kohm"),
        (47e3, "200kohm"),
        (1e6, "2Mohm"),
    ):
        kit = rig(fuse=FuseHolder(FUSES["fuse5a"], blown=True)).with_bridge(Bridge("r", *between, ohm))
        reading = read(kit, NIGHT, OHMS, *between)
        assert reading.display.range is RANGES[range_]
        assert reading.value == pytest.approx(ohm, rel=0.003)
        assert not reading.live
        assert read(kit, NIGHT, Meter(Mode.OHMS, range_), *between).value == reading.value


def test_a_good_fuse_taken_out_beeps_and_a_blown_one_does_not():
    good = read(rig(fuse=FuseHolder(FUSES["fuse5a"])), NIGHT, BEEP, "fuse.a", "fuse.b")
    assert good.beep
    assert good.value == pytest.approx(0.1, abs=0.11)
    blown = read(rig(fuse=FuseHolder(FUSES["fuse5a"], blown=True)), NIGHT, BEEP, "fuse.a", "fuse.b")
    assert (blown.beep, blown.text, blown.notes) == (False, "OL", (Note.NO_PATH,))


def test_a_blown_fuse_in_a_live_kit_is_flagged_and_shows_no_true_number():
    reading = read(changed(ON, "fuse", blown=True), NIGHT, BEEP, "fuse.a", "fuse.b")
    assert reading.live
    assert not reading.beep


def test_a_good_fuse_in_a_live_kit_reads_ohms_that_it_does_not_have():
    reading = read(ON, NIGHT, BEEP, "fuse.a", "fuse.b")
    assert reading.live
    # 8 mV of lamp current over 1 mA of test current look like 8 ohm.
    assert reading.value == pytest.approx(8.0, abs=1.0)
    # It beeps as a real one does, but does not claim that the points are joined.
    assert reading.beep
    assert reading.notes == (Note.LIVE, Note.BEEPS_LIVE)


def test_a_range_that_is_too_small_is_told_apart_from_no_path():
    lamp = ("lamp1.plus", "lamp1.minus")
    assert read(OFF, NIGHT, replace(OHMS, range="200ohm"), *lamp).notes == (Note.OVER_RANGE,)
    assert read(OFF, NIGHT, replace(OHMS, range="2Mohm"), *lamp).notes == (Note.NO_PATH,)
    assert read(OFF, NIGHT, OHMS, *lamp).notes == (Note.NO_PATH,)


def test_twenty_nine_ohm_beep_and_thirty_one_do_not():
    def beeps(ohm):
        kit = rig(switch=OFF.unit("switch")).with_bridge(Bridge("r", "switch.a", "switch.b", ohm))
        return read(kit, NIGHT, BEEP, "switch.a", "switch.b").beep

    assert beeps(29.0)
    assert not beeps(31.0)


def test_the_test_source_is_too_weak_to_light_a_lamp_either_way():
    lamp = rig(lamp1=OFF.unit("lamp1"))
    for pair in (("lamp1.plus", "lamp1.minus"), ("lamp1.minus", "lamp1.plus")):
        assert read(lamp, NIGHT, OHMS, *pair).text == "OL"


def test_a_blocking_diode_conducts_one_way_only():
    dead = OFF.without_unit("battery").without_unit("panel")
    forward = read(dead, NIGHT, OHMS, "controller.pv_plus", "controller.battery_plus")
    backward = read(dead, NIGHT, OHMS, "controller.battery_plus", "controller.pv_plus")
    assert forward.value < 1000.0
    assert backward.value is None or backward.value > 500_000.0


def test_ohms_on_the_battery_posts_are_flagged_and_harm_nothing():
    for pair in (POSTS, POSTS[::-1]):
        reading = read(OFF, NIGHT, OHMS, *pair)
        assert reading.live
        assert reading.installation == settle(OFF, NIGHT).installation


def test_a_short_is_found_with_the_lamp_taken_off():
    shorted = OFF.with_bridge(Bridge("short", "lamp1.plus", "lamp1.minus", 0.02)).without_lead("load_switch")
    reading = read(shorted, NIGHT, BEEP, "switch.b", "controller.load_minus")
    assert reading.beep
    assert not reading.live


def test_touching_probes_read_the_test_leads():
    reading = read(OFF, NIGHT, OHMS, "fuse.a", "fuse.a")
    # Twice a metre of 0.75 mm² copper and its plugs.
    assert reading.value == pytest.approx(2 * 0.0175 / 0.75, abs=0.06)
    assert reading.notes == (Note.SAME_PLACE,)
    assert read(OFF, NIGHT, BEEP, "fuse.a", "fuse.a").beep  # the way to try a meter
    assert read(OFF, NIGHT, VOLTS, "fuse.a", "fuse.a").value == 0.0
    assert read(OFF, NIGHT, TEN_AMPS, "fuse.a", "fuse.a").value == 0.0


def test_open_probes_in_ohms_show_ol():
    assert read(OFF, NIGHT, OHMS, "fuse.a").text == "OL"
    assert read(OFF, NIGHT, Meter(Mode.OHMS, red_socket=Socket.TEN_AMP), "fuse.a", "fuse.b").text == "OL"


# --- what cannot be


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ("batery.plus", "battery.minus"),
            "there is no terminal 'batery.plus'; did you mean 'battery.plus'?",
        ),
        (("battery.plus", "fuse.c"), "there is no terminal 'fuse.c'; did you mean 'fuse."),
        (("battery.plus", "qqq"), "there is no terminal 'qqq'; there are panel.plus, "),
        ((None, None, "panel_pluss"), "there is no lead 'panel_pluss'; did you mean 'panel_plus'?"),
    ],
)
def test_a_name_that_does_not_exist_is_named(arguments, sentence):
    with pytest.raises(UnknownNameError) as refused:
        read(OFF, NIGHT, VOLTS, *arguments)
    assert str(refused.value).startswith(sentence)


@pytest.mark.parametrize(
    ("setting", "sentence"),
    [
        ({"mode": Mode.VOLTS, "range": "10A"}, "range is '10A'; volts has auto, 200mV, 2V, 20V, 200V"),
        ({"mode": Mode.OFF, "range": "2V"}, "range is '2V'; off has auto"),
        ({"red_socket": Socket.COMMON}, "red_socket and black_socket are both common; use two sockets"),
    ],
)
def test_a_setting_that_cannot_be_is_refused(setting, sentence):
    with pytest.raises(MeterError, match=f"^{sentence}$"):
        Meter(**setting)


# --- display


@given(st.floats(-19.99, 19.99))
def test_the_display_is_within_half_a_count(value):
    shown = show(value, (RANGES["20V"],))
    assert shown.value == pytest.approx(value, abs=0.005 + 1e-9)
    assert float(shown.text) == pytest.approx(shown.value, abs=1e-9)
    assert not (shown.text.startswith("-") and shown.value == 0.0)


@pytest.mark.parametrize(
    ("value", "range_", "text"),
    [
        (19.99, "20V", "19.99"),
        (19.996, "20V", "OL"),
        (-19.996, "20V", "OL"),
        (-0.004, "20V", "0.00"),
        (inf, "2V", "OL"),
    ],
)
def test_the_display_has_two_thousand_counts(value, range_, text):
    assert show(value, (RANGES[range_],)).text == text


def test_noise_stays_within_the_specification_and_follows_its_seed():
    def drawn(seed):
        noise = np.random.default_rng(seed)
        return [read(OFF, NIGHT, VOLTS, *POSTS, noise=noise).value for _ in range(30)]

    first = drawn(7)
    assert first == drawn(7) != drawn(8)
    assert len(set(first)) > 5
    assert all(abs(value - 12.6) <= 0.005 * 12.6 + 0.025 for value in first)


# --- an independent simulator


@pytest.mark.oracle
@pytest.mark.parametrize(
    ("meter", "where"),
    [
        (VOLTS, ("switch.a", "switch.b")),
        (TEN_AMPS, (None, None, "load_switch")),
        (TEN_AMPS, ("panel.plus", "panel.minus")),
        (OHMS, ("lamp1.plus", "lamp1.minus")),
        (OHMS, POSTS),
        (BEEP, ("fuse.a", "fuse.b")),
    ],
)
@pytest.mark.parametrize("conditions", [NOON, NIGHT], ids=["noon", "night"])
def test_the_circuit_with_the_meter_agrees_with_ngspice(meter, where, conditions):
    solution = read(ON, conditions, meter, *where).solution
    found = library().currents(deck_of(solution))
    assert found is not None
    for name, amps in found.items():
        ours = solution.currents[name]
        assert abs(amps - ours) < 1e-5 * max(1.0, abs(ours)), name


# --- words


TEXTS = tomllib.loads(files("lentera.solar.multimeter").joinpath("notes.toml").read_text(encoding="utf-8"))


def test_every_note_has_its_sentence_and_nothing_else():
    assert set(TEXTS["note"]) == {note.value for note in Note}
    assert set(TEXTS["socket"]) == {socket.value for socket in Socket}


@pytest.mark.parametrize("note", list(Note))
def test_the_sentences_are_plain(note):
    row = TEXTS["note"][note.value]
    assert set(row) == {"id", "en"}
    errors = [f for f in lint_text(row["id"], TextKind.FEEDBACK) if f.severity is StyleSeverity.ERROR]
    assert errors == []
    assert all(len(part.split()) <= 12 for part in row["id"].split(". "))


def test_sentences_follow_the_interface_language(monkeypatch):
    reading = read(OFF, NIGHT, VOLTS, "battery.plus")
    assert reading.sentences == ("Ujung kabel ukur belum menempel. Tempelkan ujung merah dan hitam.",)
    monkeypatch.setenv("LENTERA_LANG", "en")
    assert reading.sentences == ("A probe touches nothing. Put the red and the black one on.",)


# --- any pair, any mode


@given(
    st.sampled_from(OFF.terminals),
    st.sampled_from(OFF.terminals),
    st.sampled_from([VOLTS, TEN_AMPS, MILLIAMPS, OHMS, BEEP, Meter(Mode.VOLTS, red_socket=Socket.TEN_AMP)]),
    st.sampled_from([NOON, NIGHT]),
    st.booleans(),
)
def test_any_two_terminals_in_any_mode_give_a_reading(red, black, meter, conditions, on):
    reading = read(ON if on else OFF, conditions, meter, red, black)
    assert reading.text
    assert set(reading.installation.units) == set(OFF.units)
    assert reading.installation.leads == OFF.leads


@given(st.sampled_from(OFF.terminals), st.sampled_from(OFF.terminals))
def test_swapped_probes_give_the_opposite_voltage(red, black):
    assert volts(ON, NOON, red, black) == -volts(ON, NOON, black, red)


def test_two_batteries_in_line_add_up():
    pair = rig(one=Battery(BATTERIES["vrla"]), two=Battery(BATTERIES["vrla"]))
    pair = pair.with_lead(Lead("between", "one.minus", "two.plus", 0.1))
    assert volts(pair, NIGHT, "one.plus", "two.minus") == pytest.approx(25.2, abs=0.1)
