"""Leads with their cable, length and joints, the fuse in its holder, and what they do to volts and warmth."""

from dataclasses import replace

import pytest
from tests.solar.benches import BATTERY, LAMP1, PANEL, RIGHT, join, lit

from lentera.solar.bench import (
    BenchError,
    BenchState,
    EventKind,
    Join,
    LampCondition,
    PullFuse,
    PutFuse,
    Refusal,
    Remove,
    ReplaceFuse,
    SetCover,
    SetLead,
    SetSun,
    SetSwitch,
    apply,
    burns_first,
    connections,
    evaluate,
    installation_of,
)
from lentera.solar.heating import Heat
from lentera.solar.parts import CABLES

K = EventKind


def kinds(events):
    return [event.kind for event in events]


def refused(state, action):
    with pytest.raises(BenchError) as caught:
        apply(state, action)
    return caught.value.refusal


def drop_of(reading, wire):
    return next(abs(row.drop) for row in reading.wires if row.wire == wire)


# --- Cable, length, joints --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cable", "length", "connector", "ohm"),
    [
        ("cu075", 0.6, "lever", 0.0175 * 0.6 / 0.75 + 0.006),
        ("cu050", 10.0, "lever", 0.0175 * 10.0 / 0.5 + 0.006),
        ("cu400", 50.0, "screw", 0.0175 * 50.0 / 4.0 + 0.010),
        ("cu150", 0.1, "twisted", 0.0175 * 0.1 / 1.5 + 0.080),
    ],
)
def test_a_lead_has_the_resistance_of_its_copper_and_of_both_joints(cable, length, connector, ohm):
    state, _ = apply(
        BenchState(), Join("lamp1.plus", "lamp2.plus", cable=cable, length=length, connector=connector)
    )
    assert installation_of(state).lead("wire1").element().ohm == pytest.approx(ohm, abs=1e-12)


def test_the_drop_along_a_lead_is_current_times_resistance():
    state = apply(lit(*BATTERY, *PANEL, *LAMP1), SetLead(7, "cu075", 8.0, "lever")).state
    reading = evaluate(state)
    wire = next(row for row in reading.wires if row.wire == 7)
    assert wire.amps == pytest.approx(reading.lamps[0].amps, abs=2e-6)  # the meter's share
    # The sum of the course's card, one way, and the joints.
    assert abs(wire.drop) == pytest.approx(abs(wire.amps) * (0.0175 * 8.0 / 0.75 + 0.006), rel=1e-9)


def test_a_long_thin_lead_takes_the_light_and_a_thick_one_gives_it_back():
    near = evaluate(lit()).lamps[0].brightness
    state = apply(lit(), SetLead(8, "cu050", 50.0, "lever")).state
    far = evaluate(state).lamps[0].brightness
    thick = evaluate(apply(state, SetLead(8, "cu400", 50.0, "lever")).state).lamps[0].brightness
    assert far < thick < near
    assert evaluate(apply(state, SetLead(8, "cu075", 0.6, "lever")).state).lamps[0].brightness == near


def test_taped_joints_lose_more_than_lever_joints():
    lever, screw, taped = (
        drop_of(evaluate(apply(lit(), SetLead(1, "cu075", 0.6, connector)).state), 1)
        for connector in ("lever", "screw", "twisted")
    )
    assert lever < screw < taped
    assert taped > 3.0 * lever


def test_a_changed_lead_keeps_its_number_its_place_and_its_ends():
    state = lit()
    changed, events = apply(state, SetLead(4, "cu150", 8.0, "screw"))
    assert kinds(events) == [K.LEAD_CHANGED]
    assert (events[0].wire, events[0].amount, events[0].cable, events[0].connector) == (
        4,
        8.0,
        "cu150",
        "screw",
    )
    assert [(w.id, w.start, w.end, w.colour) for w in changed.wires] == [
        (w.id, w.start, w.end, w.colour) for w in state.wires
    ]
    assert changed.history[-1] == SetLead(4, "cu150", 8.0, "screw")
    assert connections(changed) == connections(state)


@pytest.mark.parametrize(
    ("action", "refusal"),
    [
        (SetLead(99, "cu075", 1.0, "lever"), Refusal.UNKNOWN_WIRE),
        (SetLead(1, "cu999", 1.0, "lever"), Refusal.UNKNOWN_CABLE),
        (SetLead(1, "cu075", 1.0, "glue"), Refusal.UNKNOWN_CONNECTOR),
        (SetLead(1, "cu075", 1.0, "plug"), Refusal.UNKNOWN_CONNECTOR),
        (SetLead(1, "cu075", 0.09, "lever"), Refusal.LENGTH_OUT_OF_RANGE),
        (SetLead(1, "cu075", 50.1, "lever"), Refusal.LENGTH_OUT_OF_RANGE),
        (SetLead(1, "cu075", float("nan"), "lever"), Refusal.LENGTH_OUT_OF_RANGE),
        (Join("lamp1.plus", "lamp2.plus", length=float("inf")), Refusal.LENGTH_OUT_OF_RANGE),
        (Join("lamp1.plus", "lamp2.plus", cable=""), Refusal.UNKNOWN_CABLE),
        (Join("lamp1.plus", "lamp2.plus", connector=""), Refusal.UNKNOWN_CONNECTOR),
        (SetSwitch(on=True, lamp=1), Refusal.NOT_IN_KIT),
    ],
)
def test_a_cable_that_there_is_not_is_refused(action, refusal):
    assert refused(join(*BATTERY), action) is refusal


@pytest.mark.parametrize("length", [0.1, 50.0])
def test_the_shortest_and_the_longest_lead_are_there(length):
    assert evaluate(apply(lit(), SetLead(1, "cu250", length, "lever")).state).converged


# --- The volts that leads take ----------------------------------------------------------------------------------


def test_leads_that_take_more_than_a_twentieth_are_told_once():
    state = lit(*BATTERY, *PANEL, *LAMP1)
    assert K.DROP_LARGE not in {event.kind for event in state.standing}
    # 30 m there and 30 m back of 0.5 mm² at a third of an ampere: 0.7 V of 12.5 V.
    state, events = apply(state, SetLead(7, "cu050", 30.0, "lever"))
    assert K.DROP_LARGE not in kinds(events)
    state, events = apply(state, SetLead(8, "cu050", 18.0, "lever"))
    reading = evaluate(state)
    assert 0.047 < 1.0 - reading.lamps[0].volts / reading.controller.load_volts < 0.05
    assert kinds(events) == [K.LEAD_CHANGED]
    state, events = apply(state, SetLead(8, "cu050", 30.0, "lever"))
    assert kinds(events) == [K.LEAD_CHANGED, K.DROP_LARGE]
    assert events[1].lamp == 1
    reading = evaluate(state)
    assert events[1].amount == pytest.approx(reading.controller.load_volts - reading.lamps[0].volts)
    assert 0.05 < events[1].amount / reading.controller.load_volts < 0.07
    state, events = apply(state, SetLead(8, "cu050", 30.5, "lever"))
    assert kinds(events) == [K.LEAD_CHANGED]
    state, events = apply(state, SetLead(8, "cu400", 25.0, "lever"))
    assert K.DROP_LARGE not in {event.kind for event in state.standing}


def test_a_lamp_that_hangs_elsewhere_loses_nothing_from_the_load_screws():
    # A dull sky: on the panel the lamp has far less than the load screws, and no lead is to blame.
    state = lit(*BATTERY, ("panel.plus", "lamp1.plus"), ("panel.minus", "lamp1.minus"))
    state, _ = apply(state, SetSun(200.0))
    reading = evaluate(state)
    assert reading.lamps[0].condition is LampCondition.DIM
    assert reading.lamps[0].volts < 0.9 * reading.controller.load_volts
    assert K.DROP_LARGE not in {event.kind for event in reading.state.standing}


# --- Warm leads -------------------------------------------------------------------------------------------------


WARMTHS = [
    # Metres of the second lead; 12.6 V over both leads and the battery's 60 milliohm; warmth of 0.75 mm² (10 A).
    (45.0, Heat.COOL, []),
    (30.0, Heat.WARM, [K.WIRE_WARM] * 2),
    (15.0, Heat.HOT, [K.WIRE_HOT] * 2),
    (5.0, Heat.SOFTENING, [K.WIRE_HOT] * 2),
]


@pytest.mark.parametrize(("length", "heat", "told"), WARMTHS)
def test_a_lead_is_warm_before_it_is_hot_and_hot_before_it_softens(length, heat, told):
    first, second = (
        Join("battery.plus", "switch.a", length=30.0),
        Join("switch.a", "battery.minus", length=length),
    )
    state, events = apply(apply(BenchState(), first).state, second)
    reading = evaluate(state)
    amps = 12.6 / (0.0175 * (30.0 + length) / 0.75 + 2 * 0.006 + 0.06)
    assert {wire.heat for wire in reading.wires} == {heat}
    for wire in reading.wires:
        assert abs(wire.amps) == pytest.approx(amps, rel=0.005)
        assert wire.rise == pytest.approx(30.0 * (amps / 10.0) ** 2, rel=0.01)
    assert kinds(events) == [K.WIRE_JOINED, *told]
    assert reading.hot_wires == ((1, 2) if K.WIRE_HOT in told else ())


def test_half_the_current_is_a_quarter_of_the_warmth():
    state = join(
        ("battery.plus", "battery.minus"), ("battery.plus", "switch.a"), ("switch.a", "battery.minus")
    )
    wires = evaluate(state).wires
    assert wires[0].heat is Heat.MELTING
    assert wires[0].rise == pytest.approx(4.0 * wires[1].rise)


def test_a_cool_lead_says_nothing():
    assert {wire.heat for wire in evaluate(lit()).wires} == {Heat.COOL}
    assert max(wire.rise for wire in evaluate(lit()).wires) < 1.0


# --- The fuse in its holder -------------------------------------------------------------------------------------


def test_a_pulled_fuse_takes_the_battery_off_and_a_put_one_brings_it_back():
    night = apply(lit(), SetCover(covered=True)).state
    state, events = apply(night, PullFuse())
    assert kinds(events) == [K.FUSE_PULLED, K.CONTROLLER_OFF, K.LAMPS_OUT]
    assert events[0].fuse == "fuse5a"
    reading = evaluate(state)
    assert reading.battery.amps == 0.0
    assert reading.fuse_amps == 0.0
    assert reading.battery.volts == pytest.approx(12.6, abs=0.01)
    state, events = apply(state, PutFuse("fuse5a"))
    assert kinds(events) == [K.FUSE_PUT, K.CONTROLLER_ON, K.LAMPS_LIT]
    assert evaluate(state).lamps == evaluate(night).lamps


def test_a_holder_takes_one_fuse_and_gives_one():
    state = lit()
    assert refused(state, PutFuse("fuse5a")) is Refusal.FUSE_IN_PLACE
    state = apply(state, PullFuse()).state
    assert refused(state, PullFuse()) is Refusal.FUSE_ABSENT
    assert refused(state, ReplaceFuse()) is Refusal.FUSE_ABSENT
    assert refused(state, PutFuse("fuse99a")) is Refusal.UNKNOWN_FUSE


def test_a_new_fuse_into_a_short_blows_at_once():
    state = join(*BATTERY, ("controller.battery_plus", "controller.battery_minus"))
    assert state.fuse_blown
    state, _ = apply(state, PullFuse())
    assert not state.fuse_blown
    state, events = apply(state, PutFuse("fuse2a"))
    assert kinds(events) == [K.FUSE_PUT, K.FUSE_BLEW]
    assert state.fuse_blown
    assert state.fuse == "fuse2a"


def test_a_small_fuse_carries_the_lamps():
    state = apply(lit(), PullFuse()).state
    reading = evaluate(apply(state, PutFuse("fuse2a")).state)
    assert not reading.state.fuse_blown
    assert [lamp.condition for lamp in reading.lamps] == [LampCondition.LIT] * 2


def test_a_fuse_above_what_the_thinnest_lead_bears_is_told_as_long_as_it_is_there():
    state = apply(lit(), PullFuse()).state
    state, events = apply(state, PutFuse("fuse15a"))
    assert kinds(events)[-1] is not K.FUSE_TOO_LARGE  # the lamps come on after it
    told = next(event for event in events if event.kind is K.FUSE_TOO_LARGE)
    assert (told.fuse, told.wire) == ("fuse15a", 1)
    assert K.FUSE_TOO_LARGE not in kinds(apply(state, SetSwitch(on=False)).events)
    # 1.5 mm² bears 15 A; one thinner lead left is the one that would burn.
    for wire in (1, 2, 3, 6, 7, 9, 10):
        state = apply(state, SetLead(wire, "cu150", 0.6, "lever")).state
    assert burns_first(state) == 8
    state = apply(state, SetLead(8, "cu150", 0.6, "lever")).state
    assert burns_first(state) is None
    assert K.FUSE_TOO_LARGE not in {event.kind for event in state.standing}


@pytest.mark.parametrize("cable", CABLES)
def test_a_wire_in_the_holder_protects_no_lead_however_thick(cable):
    state = apply(apply(lit(), PullFuse()).state, PutFuse("wire")).state
    for wire in state.wires:
        state = apply(state, SetLead(wire.id, cable, 0.6, "lever")).state
    assert burns_first(state) == 1
    assert K.FUSE_TOO_LARGE in {event.kind for event in state.standing}


def test_the_leads_of_the_panel_need_no_thicker_copper():
    state = apply(lit(), PullFuse()).state
    for wire in (1, 2, 3, 6, 7, 8, 9, 10):
        state = apply(state, SetLead(wire, "cu250", 0.6, "lever")).state
    for wire in (4, 5):
        state = apply(state, SetLead(wire, "cu050", 0.6, "lever")).state
    assert burns_first(apply(state, PutFuse("fuse10a")).state) is None


def test_a_fuse_that_lies_loose_is_not_told_before_a_lead_reaches_it():
    state = apply(BenchState(), PullFuse()).state
    state, events = apply(state, PutFuse("wire"))
    assert kinds(events) == [K.FUSE_PUT]
    _, events = apply(state, Join("battery.plus", "fuse.a"))
    assert kinds(events) == [K.WIRE_JOINED, K.FUSE_TOO_LARGE]


def test_a_wire_in_place_of_the_fuse_lets_a_lead_burn():
    burnt = Join("controller.battery_plus", "controller.battery_minus", length=12.0)
    state, events = apply(join(*BATTERY), burnt)
    assert state.fuse_blown
    assert K.WIRE_HOT not in kinds(events)
    state = apply(apply(join(*BATTERY), PullFuse()).state, PutFuse("wire")).state
    state, events = apply(state, burnt)
    assert not state.fuse_blown
    assert kinds(events)[:2] == [K.WIRE_JOINED, K.SHORT_ACROSS_BATTERY]
    assert {wire.heat for wire in evaluate(state).wires} == {Heat.MELTING}


def test_an_impossible_holder_is_refused():
    with pytest.raises(ValueError, match="fuse 'moon' is not in the catalogue"):
        BenchState(fuse="moon")
    with pytest.raises(ValueError, match="the holder is empty"):
        BenchState(fuse=None, fuse_blown=True)


# --- The order, with the fuse out -------------------------------------------------------------------------------


def test_the_battery_counts_as_joined_when_the_fuse_goes_in():
    state = join(*BATTERY, state=apply(BenchState(), PullFuse()).state)
    assert connections(state).battery is None
    assert connections(join(*PANEL, state=state)).panel_before_battery
    state = join(*PANEL, state=apply(state, PutFuse("fuse5a")).state)
    found = connections(state)
    assert (found.battery, found.panel) == (5, 7)
    assert not found.panel_before_battery


def test_pulling_the_fuse_for_a_service_undoes_no_connection():
    state = lit()
    before = connections(state)
    state = apply(state, PullFuse()).state
    assert connections(state) == before
    state = apply(state, PutFuse("fuse5a")).state
    assert connections(state) == before
    # A lead taken off meanwhile counts from when the fuse is back.
    state = apply(state, PullFuse()).state
    state = apply(apply(state, Remove(1)).state, Join(*RIGHT[0])).state
    assert connections(state).battery is None
    state = apply(state, PutFuse("fuse5a")).state
    assert connections(state).battery == len(state.history)


def test_a_panel_joined_while_the_fuse_is_out_finds_no_battery():
    state = apply(join(*BATTERY), PullFuse()).state
    state = apply(join(*PANEL, state=state), PutFuse("fuse5a")).state
    assert connections(state).panel_before_battery
    # Taken off and joined again it finds one.
    state = join(PANEL[0], state=apply(state, Remove(4)).state)
    assert not connections(state).panel_before_battery


def test_a_lamp_lead_may_be_changed_while_the_fuse_is_out():
    state = apply(lit(), PullFuse()).state
    state = join(RIGHT[6], state=apply(state, Remove(7)).state)
    found = connections(apply(state, PutFuse("fuse5a")).state)
    assert (found.battery, found.lamp1) == (3, len(state.history))
    assert not found.panel_before_battery


def test_a_lead_round_the_empty_holder_joins_the_battery():
    state = apply(BenchState(), PullFuse()).state
    state = join(("battery.plus", "controller.battery_plus"), BATTERY[2], *PANEL, state=state)
    found = connections(state)
    assert (found.battery, found.panel) == (3, 5)
    assert not found.panel_before_battery


def test_what_happened_before_is_not_what_is_read():
    state = lit()
    assert replace(evaluate(state), state=state).wires == evaluate(replace(state, history=())).wires
