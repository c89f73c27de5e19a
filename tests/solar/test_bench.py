"""What the learner's bench does: the right lamp, every typical miswiring with its real consequence, and its order."""

from dataclasses import replace

import pytest
from tests.solar.benches import BATTERY, LAMP1, LAMP2, PANEL, RIGHT, join, lit

from lentera.solar.bench import (
    SUN_PRESETS,
    TERMINALS,
    BenchError,
    BenchState,
    Colour,
    EventKind,
    Flow,
    Join,
    LampCondition,
    Polarity,
    Refusal,
    Remove,
    ReplaceFuse,
    ReplaceLamp,
    SetCover,
    SetSun,
    SetSwitch,
    StartOver,
    apply,
    can_replace_fuse,
    connections,
    evaluate,
    joined,
    measure,
    net_of,
    nets,
)
from lentera.solar.circuit import UnknownTerminalError
from lentera.solar.controller import Charge, Load
from lentera.solar.parts import BATTERIES, PANELS

K = EventKind


def kinds(events):
    return [event.kind for event in events]


def flip(pairs, first, second):
    """Swap two terminals wherever they stand."""
    swap = {first: second, second: first}
    return tuple((swap.get(a, a), swap.get(b, b)) for a, b in pairs)


# --- The right lamp ---------------------------------------------------------------------------------------------


def test_right_wiring_lights_both_lamps():
    reading = evaluate(lit())
    assert reading.converged
    assert [lamp.condition for lamp in reading.lamps] == [LampCondition.LIT] * 2
    assert reading.lamps[0].volts == pytest.approx(12.48, abs=0.03)
    assert reading.lamps[0].brightness == pytest.approx(1.0, abs=0.03)
    assert reading.lamp_amps == pytest.approx(0.81, abs=0.02)
    assert reading.lamp_watts == pytest.approx(10.1, abs=0.2)
    assert (reading.panel.flow, reading.battery.flow) == (Flow.OUT, Flow.OUT)
    assert reading.panel.volts == pytest.approx(13.0, abs=0.05)
    assert reading.panel.amps == pytest.approx(0.50, abs=0.01)
    # What the lamps and the controller take, the panel and the battery give.
    assert reading.panel.amps + reading.battery.amps == pytest.approx(reading.lamp_amps + 0.005, abs=0.001)
    assert reading.controller.display == pytest.approx(12.55, abs=0.03)
    assert reading.controller.charging
    assert reading.controller.load_on
    assert reading.hot_wires == ()
    assert reading.events == ()


def test_lamp_off_by_day_charges_the_battery():
    state = apply(lit(), SetSwitch(on=False)).state
    reading = evaluate(state)
    assert reading.battery.flow is Flow.IN
    assert reading.battery.amps == pytest.approx(0.49, abs=0.01)
    assert [lamp.condition for lamp in reading.lamps] == [LampCondition.DARK] * 2


def test_at_night_the_battery_carries_the_lamps():
    reading = evaluate(apply(lit(), SetSun(SUN_PRESETS["malam"])).state)
    assert reading.panel.amps == 0.0
    assert reading.panel.volts == pytest.approx(0.0, abs=0.1)
    assert reading.battery.amps == pytest.approx(0.82, abs=0.02)
    assert reading.lamps[0].condition is LampCondition.LIT
    assert not reading.controller.charging


def test_every_change_tells_what_happened_in_order():
    state = BenchState()
    told = []
    actions = [
        *(Join(*pair) for pair in RIGHT),
        SetCover(covered=False),
        SetSwitch(on=True),
        SetSwitch(on=False),
    ]
    for action in actions:
        state, events = apply(state, action)
        told.append(kinds(events))
    assert told == [
        [K.WIRE_JOINED],
        [K.WIRE_JOINED],
        [K.WIRE_JOINED, K.CONTROLLER_ON],
        *([[K.WIRE_JOINED]] * 7),
        [K.PANEL_UNCOVERED, K.CHARGING],
        [K.SWITCH_ON, K.LAMPS_LIT],
        [K.SWITCH_OFF, K.LAMPS_OUT],
    ]


@pytest.mark.parametrize(("battery", "panel"), [("lifepo4", "ks10"), ("vrla", "ks20"), ("lifepo4", "ks20")])
def test_the_other_kits_light_too(battery, panel):
    reading = evaluate(lit(state=BenchState(battery=battery, panel=panel)))
    assert [lamp.condition for lamp in reading.lamps] == [LampCondition.LIT] * 2


def test_the_switch_may_stand_in_the_minus_lead():
    other = (
        ("controller.load_plus", "lamp1.plus"),
        ("lamp1.minus", "switch.b"),
        ("switch.a", "controller.load_minus"),
    )
    state = lit(*BATTERY, *PANEL, *other)
    assert evaluate(state).lamps[0].condition is LampCondition.LIT
    assert evaluate(apply(state, SetSwitch(on=False)).state).lamps[0].condition is LampCondition.DARK


def test_the_fuse_works_either_way_round():
    assert evaluate(lit(*flip(RIGHT, "fuse.a", "fuse.b"))).lamps[0].condition is LampCondition.LIT


# --- Shorts and the fuse ----------------------------------------------------------------------------------------

SHORTED = (
    ("battery.plus", "fuse.a"),
    ("fuse.b", "controller.battery_minus"),
    ("battery.minus", "controller.battery_minus"),
)


def test_a_short_through_the_fuse_blows_it_and_nothing_else_is_told():
    state = join(*SHORTED[:2])
    state, events = apply(state, Join(*SHORTED[2]))
    assert kinds(events) == [K.WIRE_JOINED, K.FUSE_BLEW]
    assert events[1].amount > 50.0
    reading = evaluate(state)
    assert state.fuse_blown
    assert reading.battery.amps == 0.0
    assert reading.battery.volts == pytest.approx(12.6, abs=0.01)
    assert reading.controller.battery_volts == pytest.approx(0.0, abs=0.001)
    assert reading.controller.display is None


def test_a_new_fuse_waits_until_the_short_is_gone():
    state = join(*SHORTED)
    assert not can_replace_fuse(state)
    with pytest.raises(BenchError) as refused:
        apply(state, ReplaceFuse())
    assert refused.value.refusal is Refusal.FUSE_WOULD_BLOW
    state = apply(state, Remove(2)).state
    assert can_replace_fuse(state)
    state, events = apply(state, ReplaceFuse())
    assert kinds(events) == [K.FUSE_REPLACED]
    state, events = apply(state, Join("fuse.b", "controller.battery_plus"))
    assert K.CONTROLLER_ON in kinds(events)
    assert not state.fuse_blown


def test_a_short_at_the_lamp_blows_the_fuse():
    state = lit()
    state, events = apply(state, Join("lamp1.plus", "lamp1.minus"))
    assert kinds(events)[:2] == [K.WIRE_JOINED, K.FUSE_BLEW]
    assert {lamp.condition for lamp in evaluate(state).lamps} == {LampCondition.DARK}


def test_a_battery_shorted_without_fuse_makes_the_lead_hot():
    state, events = apply(BenchState(), Join("battery.plus", "battery.minus"))
    assert kinds(events) == [K.WIRE_JOINED, K.SHORT_ACROSS_BATTERY, K.WIRE_HOT]
    reading = evaluate(state)
    assert reading.battery.amps > 100.0
    assert reading.battery.volts < 6.0
    assert reading.hot_wires == (1,)
    # It goes on until the lead is taken away, and is told once.
    state, events = apply(state, SetCover(covered=False))
    assert kinds(events) == [K.PANEL_UNCOVERED]
    state, events = apply(state, Remove(1))
    assert kinds(events) == [K.WIRE_REMOVED]
    assert evaluate(state).battery.amps == 0.0


def test_a_bypassed_fuse_changes_nothing_electrically():
    state = lit(("battery.plus", "controller.battery_plus"), BATTERY[2], *PANEL, *LAMP1)
    assert evaluate(state).lamps[0].condition is LampCondition.LIT
    assert evaluate(state).events == ()
    assert evaluate(state, without={"fuse"}).lamps[0].condition is LampCondition.LIT
    assert evaluate(lit(), without={"fuse"}).controller.display is not None  # the panel feeds it
    night = apply(lit(), SetCover(covered=True)).state
    assert evaluate(night, without={"fuse"}).lamps[0].condition is LampCondition.DARK


def test_without_the_fuse_the_controller_latches_on_a_shorted_load():
    pairs = (("battery.plus", "controller.battery_plus"), BATTERY[2], *LAMP1)
    state, events = apply(lit(*pairs), Join("lamp1.plus", "lamp1.minus"))
    assert K.LOAD_OVERLOAD in kinds(events)
    assert state.latched
    assert evaluate(state).controller.load_amps == 0.0
    # The controller tries again once the short is gone.
    state, events = apply(state, Remove(state.wires[-1].id))
    assert not state.latched
    assert K.LAMP_LIT in kinds(events)


# --- Swapped poles ----------------------------------------------------------------------------------------------


def test_a_reversed_battery_is_survived_and_told():
    pairs = flip(BATTERY, "controller.battery_plus", "controller.battery_minus")
    state, events = apply(join(*pairs[:2]), Join(*pairs[2]))
    assert kinds(events) == [K.WIRE_JOINED, K.BATTERY_REVERSED]
    reading = evaluate(state)
    assert reading.controller.state.charge is Charge.REVERSED
    assert reading.controller.battery_volts == pytest.approx(-12.6, abs=0.01)
    assert not state.fuse_blown
    assert reading.battery.amps == 0.0


def test_a_battery_reversed_on_a_live_panel_is_told_as_dangerous():
    pairs = flip(BATTERY, "controller.battery_plus", "controller.battery_minus")
    live = apply(join(*PANEL, *pairs[:2]), SetCover(covered=False)).state
    state, events = apply(live, Join(*pairs[2]))
    assert K.BATTERY_REVERSED_WITH_PANEL in kinds(events)
    assert evaluate(state).panel.amps > 0.4


def test_a_reversed_panel_does_not_charge():
    pairs = flip(PANEL, "controller.pv_plus", "controller.pv_minus")
    state = join(*BATTERY, *pairs)
    state, events = apply(state, SetCover(covered=False))
    assert kinds(events) == [K.PANEL_UNCOVERED, K.PANEL_REVERSED]
    reading = evaluate(state)
    assert reading.controller.panel_volts == pytest.approx(-19.9, abs=0.1)
    assert not reading.controller.charging
    assert reading.battery.flow is Flow.OUT


def test_a_reversed_lamp_stays_dark_and_whole():
    pairs = (*BATTERY, *flip(LAMP1, "lamp1.plus", "lamp1.minus"))
    state = join(*pairs)
    state, events = apply(state, SetSwitch(on=True))
    assert kinds(events) == [K.SWITCH_ON, K.LAMP_REVERSED]
    reading = evaluate(state)
    assert reading.lamps[0].condition is LampCondition.DARK
    assert reading.lamps[0].volts == pytest.approx(-12.6, abs=0.1)
    assert not state.lamp1_dead


def test_a_shorted_panel_is_told():
    state = apply(BenchState(), SetCover(covered=False)).state
    state, events = apply(state, Join("panel.plus", "panel.minus"))
    assert kinds(events) == [K.WIRE_JOINED, K.PANEL_SHORTED]
    assert evaluate(state).panel.amps == pytest.approx(0.51, abs=0.01)
    assert evaluate(state).hot_wires == ()


# --- The panel without a battery --------------------------------------------------------------------------------


def test_the_panel_alone_gives_the_load_too_many_volts():
    state = join(*PANEL)
    state, events = apply(state, SetCover(covered=False))
    assert K.LOAD_OVERVOLTAGE in kinds(events)
    reading = evaluate(state)
    assert reading.controller.state.charge is Charge.UNBUFFERED
    assert reading.controller.load_volts > 16.0
    assert not reading.controller.charging


def test_a_lamp_dies_on_a_big_panel_without_battery():
    state = join(*PANEL, *LAMP1, state=BenchState(panel="ks20"))
    state = apply(state, SetSwitch(on=True)).state
    state, events = apply(state, SetCover(covered=False))
    assert [kind for kind in kinds(events) if kind in {K.LAMP_OVERBRIGHT, K.LAMP_DEAD}] == [
        K.LAMP_OVERBRIGHT,
        K.LAMP_DEAD,
    ]
    assert state.lamp1_dead
    assert evaluate(state).lamps[0].condition is LampCondition.BROKEN
    # The same kit with its battery does not harm the lamp.
    assert (
        evaluate(lit(*BATTERY, *PANEL, *LAMP1, state=BenchState(panel="ks20"))).lamps[0].condition
        is LampCondition.LIT
    )


def test_a_lamp_straight_on_the_panel_sees_what_the_panel_drives():
    direct = (("panel.plus", "lamp1.plus"), ("panel.minus", "lamp1.minus"))
    small = evaluate(lit(*direct))
    assert small.lamps[0].volts == pytest.approx(13.3, abs=0.1)  # more than a resting battery gives
    assert small.lamps[0].brightness > 1.15
    noon = apply(BenchState(panel="ks20"), SetSun(1000.0)).state
    assert evaluate(lit(*direct, state=noon)).lamps[0].condition is LampCondition.BROKEN


def test_a_broken_lamp_is_replaced_once_it_is_broken():
    state = replace(lit(), lamp1_dead=True)
    assert evaluate(state).lamps[0].volts == pytest.approx(12.5, abs=0.1)
    state, events = apply(state, ReplaceLamp(1))
    assert K.LAMP_REPLACED in kinds(events)
    assert evaluate(state).lamps[0].condition is LampCondition.LIT


def test_a_weak_panel_alone_only_makes_the_lamps_flicker():
    cloudy = apply(BenchState(), SetSun(SUN_PRESETS["mendung"])).state
    state = lit(*PANEL, *LAMP1, *LAMP2, state=cloudy)
    reading = evaluate(state)
    assert reading.controller.state.load is Load.FLICKERING
    assert K.LOAD_FLICKERS in {event.kind for event in state.standing}
    assert evaluate(reading.state).state == reading.state


def test_taking_the_battery_off_a_running_system_is_told():
    state, events = apply(lit(), Remove(1))
    assert K.CHARGING_STOPPED in kinds(events)
    state, events = apply(state, SetSwitch(on=False))
    assert K.LOAD_OVERVOLTAGE in kinds(events)


# --- A flat battery ---------------------------------------------------------------------------------------------


def test_a_flat_battery_disconnects_the_load():
    state = lit(*BATTERY, *LAMP1, state=BenchState(battery="lifepo4", soc=0.02))
    reading = evaluate(state)
    assert reading.controller.state.load is Load.LOW_VOLTAGE
    assert reading.lamps[0].condition is LampCondition.DARK
    assert K.LOAD_LOW_BATTERY in {event.kind for event in state.standing}


# --- The controller is set for the battery on the table ---------------------------------------------------------


def test_lithium_keeps_its_own_limit_for_the_load():
    # It rests at 11.4 V: the setting for lead would leave the lamp on until 11.1 V.
    low = evaluate(lit(*BATTERY, *LAMP1, state=BenchState(battery="lifepo4", soc=0.07)))
    assert 11.2 < low.controller.battery_volts < 11.5
    assert low.controller.state.load is Load.LOW_VOLTAGE
    full = evaluate(lit(*BATTERY, *LAMP1, state=BenchState(battery="lifepo4", soc=0.2)))
    assert full.controller.state.load is Load.ON


def test_a_setting_with_protection_takes_a_load_without_battery_off_and_says_so():
    state = lit(*PANEL, *LAMP1, state=BenchState(battery="lifepo4", panel="ks20"))
    assert K.LOAD_PROTECTED in {event.kind for event in state.standing}
    reading = evaluate(state)
    assert reading.controller.state.load is Load.OVER_VOLTAGE
    assert not state.lamp1_dead
    assert reading.lamps[0].condition is LampCondition.DARK


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("battery", sorted(set(BATTERIES) - {"lfp_cell"}))
def test_every_panel_and_every_12_v_battery_of_the_catalogue_works_on_the_table(battery, panel):
    reading = evaluate(lit(state=BenchState(battery=battery, panel=panel)))
    assert [lamp.condition for lamp in reading.lamps] == [LampCondition.LIT] * 2
    assert 12.0 < reading.battery.volts < 14.4
    assert reading.panel.amps == pytest.approx(PANELS[panel].max_power_current * 0.8, rel=0.12)


def test_a_single_cell_is_no_battery_for_this_table():
    with pytest.raises(
        ValueError, match=r"battery 'lfp_cell' is not a 12 V one .* choose one of vrla, .*lifepo4_20$"
    ):
        BenchState(battery="lfp_cell")


# --- The meter --------------------------------------------------------------------------------------------------


def test_the_meter_reads_between_any_two_terminals():
    state = lit()
    assert measure(state, "battery.plus", "battery.minus") == pytest.approx(12.58, abs=0.02)
    assert measure(state, "battery.minus", "battery.plus") == pytest.approx(-12.58, abs=0.02)
    assert measure(state, "battery.plus", "battery.plus") == 0.0
    loose = BenchState()
    assert measure(loose, "battery.plus", "panel.minus") == 0.0
    assert measure(loose, "lamp1.plus", "lamp2.plus") == 0.0
    with pytest.raises(UnknownTerminalError, match="'nowhere'"):
        measure(state, "nowhere", "battery.plus")


def test_the_meter_between_a_blown_fuse_and_an_open_switch_reads_zero():
    state = replace(join(("battery.plus", "fuse.a"), ("switch.b", "battery.minus")), fuse_blown=True)
    assert measure(state, "fuse.b", "switch.a") == pytest.approx(0.0, abs=1e-9)
    assert measure(state, "fuse.a", "switch.b") == pytest.approx(12.6, abs=0.01)
    assert measure(state, "fuse.b", "switch.b") == pytest.approx(0.0, abs=1e-9)


# --- Refusals ---------------------------------------------------------------------------------------------------

REFUSALS = [
    (Join("battery.plus", "moon"), Refusal.UNKNOWN_TERMINAL, "'moon'"),
    (Join("fuse.a", "fuse.a"), Refusal.SAME_TERMINAL, "choose two"),
    (Join("battery.plus", "fuse.a"), Refusal.ALREADY_JOINED, "wire 1"),
    (Join("fuse.a", "battery.plus"), Refusal.ALREADY_JOINED, "wire 1"),
    (Remove(99), Refusal.UNKNOWN_WIRE, "no wire 99"),
    (ReplaceFuse(), Refusal.FUSE_WHOLE, "whole"),
    (ReplaceLamp(1), Refusal.LAMP_WHOLE, "whole"),
    (ReplaceLamp(3), Refusal.UNKNOWN_LAMP, "no lamp 3"),
    (SetSun(-1.0), Refusal.SUN_OUT_OF_RANGE, "0 to 1400"),
    (SetSun(float("nan")), Refusal.SUN_OUT_OF_RANGE, "0 to 1400"),
]


@pytest.mark.parametrize(("action", "refusal", "text"), REFUSALS)
def test_what_cannot_be_done_is_refused(action, refusal, text):
    state = join(*BATTERY)
    with pytest.raises(BenchError, match=text) as refused:
        apply(state, action)
    assert refused.value.refusal is refusal


def test_a_what_if_on_an_unknown_part_is_refused():
    with pytest.raises(ValueError, match="cannot lift moon"):
        evaluate(BenchState(), without={"moon"})


@pytest.mark.parametrize(
    "fields", [{"panel": "ks99"}, {"battery": "nicd"}, {"soc": 1.5}, {"sun": -1.0}, {"soc": float("nan")}]
)
def test_an_impossible_bench_is_refused(fields):
    with pytest.raises(ValueError, match=str(next(iter(fields)))):
        BenchState(**fields)


# --- Wires, nets and order --------------------------------------------------------------------------------------


def test_wire_numbers_stay_small_and_wires_keep_their_order():
    state = join(*BATTERY)
    state = apply(state, Remove(2)).state
    state, events = apply(state, Join("panel.plus", "controller.pv_plus", Colour.PLUS))
    assert events[0].wire == 2
    assert [wire.id for wire in state.wires] == [1, 3, 2]


def test_starting_over_clears_the_table_and_the_history_but_keeps_the_kit():
    state = lit(state=BenchState(panel="ks20", soc=0.5))
    state, events = apply(state, StartOver())
    assert events[0].kind is K.STARTED_OVER
    assert state == BenchState(panel="ks20", soc=0.5)


def test_nets_hold_every_terminal_once():
    for options in ({}, {"fuse": True}, {"fuse": True, "switch": True}):
        members = [terminal for net in nets(lit(), **options) for terminal in net]
        assert sorted(members) == sorted(TERMINALS)
    assert net_of(lit(), "battery.plus") == {"battery.plus", "fuse.a"}
    assert net_of(lit(), "battery.plus", fuse=True) == {
        "battery.plus",
        "fuse.a",
        "fuse.b",
        "controller.battery_plus",
    }
    assert joined(lit(), "controller.load_plus", "lamp2.plus")
    assert not joined(lit(), "controller.load_plus", "lamp2.plus", switch=False)
    assert not joined(lit(), "battery.plus", "battery.minus")
    with pytest.raises(KeyError):
        net_of(lit(), "moon")


ORDERS = [
    ("battery, panel, lamp", BATTERY + PANEL + LAMP1, False),
    ("battery, lamp, panel", BATTERY + LAMP1 + PANEL, False),
    ("lamp, battery, panel", LAMP1 + BATTERY + PANEL, False),
    ("one panel lead first, battery, other panel lead", (PANEL[0], *BATTERY, PANEL[1]), False),
    ("battery minus first", (BATTERY[2], *BATTERY[:2], *PANEL), False),
    ("panel, battery, lamp", PANEL + BATTERY + LAMP1, True),
    ("panel in between", (*BATTERY[:2], *PANEL, BATTERY[2]), True),
    ("panel reversed, then battery", (*flip(PANEL, "panel.plus", "panel.minus"), *BATTERY), True),
    ("panel without any battery", PANEL, True),
    ("no panel", BATTERY + LAMP1, False),
]


@pytest.mark.parametrize(("pairs", "early"), [row[1:] for row in ORDERS], ids=[row[0] for row in ORDERS])
def test_panel_before_battery(pairs, early):
    assert connections(join(*pairs)).panel_before_battery is early


def test_connections_count_from_the_step_that_completed_them():
    found = connections(lit())
    assert (found.battery, found.panel, found.lamp1, found.lamp2) == (3, 5, 8, 10)
    assert (found.battery_any, found.panel_any) == (3, 5)
    assert connections(BenchState()) == connections(join(("battery.plus", "fuse.a")))


def test_a_connection_made_again_counts_from_then():
    state = join(*PANEL, *BATTERY)
    assert connections(state).panel_before_battery
    state = apply(state, Remove(1)).state
    state = apply(state, Join(*PANEL[0])).state
    found = connections(state)
    assert (found.battery, found.panel) == (5, 7)
    assert not found.panel_before_battery
    # And the other way: the battery off and on again while the panel stays is the panel first.
    state = apply(state, Remove(3)).state
    assert connections(state).battery is None
    assert connections(state).panel_before_battery
    assert connections(apply(state, Join(*BATTERY[0])).state).panel_before_battery


def test_a_second_lead_beside_the_first_does_not_restart_a_connection():
    state = join(*BATTERY, ("battery.plus", "controller.battery_plus"))
    assert connections(state).battery == 3
    assert connections(apply(state, Remove(1)).state).battery == 3


def test_terminals_are_named_for_eye_and_ear():
    assert len(TERMINALS) == 18
    assert list(TERMINALS)[:3] == ["battery.plus", "battery.minus", "fuse.a"]
    assert TERMINALS["controller.battery_plus"].name == "BATERAI +"
    assert TERMINALS["controller.battery_plus"].spoken == "pengatur baterai plus"
    assert TERMINALS["lamp2.minus"].name == "Lampu 2 −"
    assert TERMINALS["fuse.a"].polarity is Polarity.NONE
    for name in ("name", "spoken", "name_en", "spoken_en"):
        assert len({getattr(terminal, name).casefold() for terminal in TERMINALS.values()}) == (
            18 if name.startswith("spoken") else 14
        )


def test_panel_and_battery_in_a_row_are_too_much_for_the_controller():
    state = lit(
        ("panel.minus", "battery.plus"),
        ("panel.plus", "controller.pv_plus"),
        ("battery.minus", "controller.pv_minus"),
    )
    found = [
        event
        for event in evaluate(replace(state, standing=())).events
        if event.kind is EventKind.PANEL_OVERVOLTAGE
    ]
    assert found
    # 12.6 V of the battery and 20 V of the panel.
    assert found[0].amount == pytest.approx(32.5, abs=1.0)
