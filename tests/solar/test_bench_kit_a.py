"""Kit A on the table: what plugs into what, which lamp charges, which one shines from its own cell."""

from dataclasses import replace

import pytest
from tests.solar.benches import PLUGGED, join

from lentera.solar.bench import (
    KITS,
    TERMINALS,
    BenchError,
    BenchState,
    EventKind,
    Flow,
    Join,
    LampCondition,
    Part,
    PullFuse,
    PutFuse,
    Refusal,
    Remove,
    ReplaceFuse,
    ReplaceLamp,
    SetClock,
    SetCover,
    SetLead,
    SetSun,
    SetSwitch,
    Sky,
    StartOver,
    apply,
    connections,
    evaluate,
    installation_of,
    measure,
    net_of,
    nets,
    terminals_of,
)
from lentera.solar.circuit import UnknownTerminalError
from lentera.solar.heating import Heat
from lentera.solar.installation import Conditions, kit_a, settle
from lentera.solar.parts import BATTERIES
from lentera.solar.sentences import story

K = EventKind
EMPTY = BenchState(kit="a")


def kinds(events):
    return [event.kind for event in events]


def done(state, *actions):
    for action in actions:
        state = apply(state, action).state
    return state


def whole(*actions):
    """Plug the kit as its leaflet shows it, in the sun."""
    return done(join(*PLUGGED, state=done(EMPTY, SetCover(covered=False))), *actions)


def test_the_terminals_of_the_two_kits():
    assert KITS == ("a", "b")
    assert terminals_of("b") is TERMINALS
    sockets = terminals_of("a")
    assert len(sockets) == 16
    assert not set(sockets) & set(TERMINALS)
    assert {socket.poles for socket in sockets.values()} == {2}
    assert [name for name, socket in sockets.items() if socket.takes] == [
        "box.in",
        "hub1.in",
        "hub2.in",
        *(f"lamp{n}.in" for n in (1, 2, 3, 4)),
    ]
    assert {terminal.poles for terminal in TERMINALS.values()} == {1}
    assert not any(terminal.takes for terminal in TERMINALS.values())
    assert sockets["hub2.3"].part is Part.HUB2
    with pytest.raises(ValueError, match="kit is 'c'; choose one of a, b"):
        terminals_of("c")
    with pytest.raises(ValueError, match="kit is 'c'"):
        BenchState(kit="c")


def test_the_plugged_kit_is_the_kit_of_the_course():
    bench = installation_of(whole())
    course = kit_a().installation
    assert set(bench.units) == set(course.units)
    ends = {(lead.pair, lead.length, lead.cable, lead.joint) for lead in course.leads}
    assert {(lead.pair, lead.length, lead.cable, lead.joint) for lead in bench.leads} == ends
    ours = settle(bench, Conditions(800.0)).solution
    theirs = settle(course, Conditions(800.0)).solution
    for lamp in (1, 2, 3, 4):
        name = f"lamp{lamp}_charger.path"
        assert ours.currents[name] == pytest.approx(theirs.currents[name], rel=1e-9)


def test_in_the_sun_every_lamp_charges():
    reading = evaluate(whole())
    assert reading.converged
    assert (reading.controller, reading.battery) == (None, None)
    assert len(reading.lamps) == 4
    assert all(lamp.charging for lamp in reading.lamps)
    assert {lamp.condition for lamp in reading.lamps} == {LampCondition.DARK}
    rest = BATTERIES["lfp_cell"].open_circuit_voltage(0.86)
    for lamp in reading.lamps:
        assert lamp.cell_volts == pytest.approx(
            rest + BATTERIES["lfp_cell"].resistance * lamp.charge_amps, abs=0.02
        )
    # The panel gives what the lamps and the idle USB port take, at a fraction of its 3.8 A at full sun.
    assert reading.panel.flow is Flow.OUT
    assert reading.panel.amps == pytest.approx(sum(lamp.charge_amps for lamp in reading.lamps), abs=0.01)
    assert 2.0 < reading.panel.amps < 3.2
    assert measure(whole(), "box.in", "box.in") < reading.panel.volts


def test_what_is_told_while_the_kit_is_plugged():
    state, told = done(EMPTY, SetCover(covered=False)), []
    for pair in PLUGGED:
        state, events = apply(state, Join(*pair))
        told.append(kinds(events))
    assert told == [*([[K.PLUG_JOINED]] * 3), *([[K.PLUG_JOINED, K.LAMP_CHARGING]] * 4)]
    _, events = apply(state, Remove(2))
    assert kinds(events) == [K.PLUG_PULLED, K.LAMPS_CHARGING_STOPPED]
    assert events[1].amount == 2
    assert story(events) == (
        "Kabel 2 dicabut: Kotak utama lubang 1 ke Kotak cabang 1 masuk. Pengisian 2 lampu berhenti."
    )
    _, events = apply(state, Remove(7))
    assert kinds(events) == [K.PLUG_PULLED, K.LAMP_CHARGING_STOPPED]
    assert events[1].lamp == 4


def test_the_cables_are_those_of_the_kit_whatever_is_asked_for():
    state = done(EMPTY, *(Join(*pair, cable="cu400", length=50.0) for pair in PLUGGED))
    assert {(wire.cable, wire.length) for wire in state.wires[:1]} == {("cu150", 5.0)}
    assert {(wire.cable, wire.length) for wire in state.wires[1:3]} == {("cu100", 0.5)}
    assert {(wire.cable, wire.length) for wire in state.wires[3:]} == {("cu075", 5.0)}
    assert {wire.connector for wire in state.wires} == {"plug"}


def test_a_cable_reads_the_drop_of_both_its_cores():
    reading = evaluate(whole())
    for wire in reading.wires[3:]:
        assert wire.drop == pytest.approx(2.0 * wire.amps * (0.0175 * 5.0 / 0.75 + 0.006), rel=1e-4)
        assert wire.heat is Heat.COOL
    ends = [measure(whole(), socket, socket) for socket in ("hub1.1", "lamp1.in")]
    assert ends[0] - ends[1] == pytest.approx(reading.wires[3].drop, abs=1e-4)


# --- The lamps --------------------------------------------------------------------------------------------------


def test_each_lamp_has_its_own_switch():
    state, events = apply(whole(), SetSwitch(on=True, lamp=3))
    assert kinds(events) == [K.LAMP_SWITCHED_ON, K.LAMP_LIT]
    assert {event.lamp for event in events} == {3}
    assert [lamp.condition for lamp in evaluate(state).lamps] == [
        LampCondition.DARK,
        LampCondition.DARK,
        LampCondition.LIT,
        LampCondition.DARK,
    ]
    assert evaluate(state).lamps[2].brightness == pytest.approx(1.0, abs=0.02)
    _, events = apply(state, SetSwitch(on=False, lamp=3))
    assert kinds(events) == [K.LAMP_SWITCHED_OFF, K.LAMP_OUT]


def test_at_night_a_lamp_shines_from_its_own_cell():
    state, events = apply(done(whole(), SetSun(0.0)), SetSwitch(on=True, lamp=1))
    assert kinds(events) == [K.LAMP_SWITCHED_ON, K.LAMP_ON_CELL]
    assert story(events) == "Sakelar lampu 1 dinyalakan. Lampu 1 menyala dari baterainya sendiri."
    reading = evaluate(state)
    assert reading.lamps[0].condition is LampCondition.LIT
    assert reading.lamps[0].charge_amps == pytest.approx(0.0, abs=1e-3)
    assert reading.lamps[0].cell_volts < reading.lamps[1].cell_volts
    assert reading.panel.amps == 0.0


def test_night_falls_on_two_lit_lamps():
    state = done(whole(), SetClock(12.0, Sky.CLEAR), SetSwitch(on=True, lamp=1), SetSwitch(on=True, lamp=2))
    state, events = apply(state, SetClock(19.5, Sky.CLEAR))
    assert kinds(events) == [K.CLOCK_CHANGED, K.LAMPS_ON_CELL, K.LAMPS_CHARGING_STOPPED]
    assert [event.amount for event in events[1:]] == [2, 4]
    _, events = apply(state, SetClock(8.0, Sky.CLEAR))
    assert kinds(events) == [K.CLOCK_CHANGED, K.LAMPS_CHARGING]


def test_a_lamp_off_its_plug_shines_too():
    state = done(EMPTY, SetSwitch(on=True, lamp=4))
    assert evaluate(state).lamps[3].condition is LampCondition.LIT
    assert evaluate(state).panel.amps == 0.0


def test_an_empty_cell_keeps_its_lamp_dark_and_says_so():
    state, events = apply(BenchState(kit="a", soc=0.0), SetSwitch(on=True, lamp=2))
    assert kinds(events) == [K.LAMP_SWITCHED_ON, K.LAMP_CELL_LOW]
    assert evaluate(state).lamps[1].condition is LampCondition.DARK


def test_lamps_beside_each_other_share_the_sun_and_longer_ways_get_less():
    alone = evaluate(done(whole(), Remove(5), Remove(6), Remove(7))).lamps[0]
    assert alone.charge_amps > 1.3 * evaluate(whole()).lamps[0].charge_amps
    # The third hub on the way: lamp 1 hangs on a hub that hangs on the other hub.
    state = join(
        ("panel.out", "box.in"),
        ("box.out1", "hub1.in"),
        ("hub1.1", "hub2.in"),
        ("hub1.2", "lamp1.in"),
        ("hub2.1", "lamp2.in"),
        state=done(EMPTY, SetCover(covered=False)),
    )
    near, far = evaluate(state).lamps[:2]
    assert far.charge_amps < near.charge_amps


def test_a_lamp_may_hang_straight_on_the_panel():
    state = join(("lamp1.in", "panel.out"), state=done(EMPTY, SetCover(covered=False)))
    assert evaluate(state).lamps[0].charging


# --- What cannot be ---------------------------------------------------------------------------------------------

REFUSALS = [
    (Join("hub1.1", "hub2.2"), Refusal.PLUGS_DO_NOT_MEET),
    (Join("panel.out", "box.out1"), Refusal.PLUGS_DO_NOT_MEET),
    (Join("lamp1.in", "lamp2.in"), Refusal.PLUGS_DO_NOT_MEET),
    (Join("hub1.1", "hub1.in"), Refusal.SAME_BOX),
    (Join("box.in", "box.out2"), Refusal.SAME_BOX),
    (Join("hub1.3", "hub1.3"), Refusal.SAME_TERMINAL),
    (Join("panel.out", "box.in"), Refusal.ALREADY_JOINED),
    (Join("box.in", "panel.out"), Refusal.ALREADY_JOINED),
    (Join("hub1.3", "lamp1.in"), Refusal.SOCKET_TAKEN),
    (Join("hub1.1", "lamp3.in"), Refusal.SOCKET_TAKEN),
    (Join("panel.plus", "box.in"), Refusal.UNKNOWN_TERMINAL),
    (Join("battery.plus", "fuse.a"), Refusal.UNKNOWN_TERMINAL),
    (Remove(99), Refusal.UNKNOWN_WIRE),
    (SetLead(99, "cu075", 1.0, "lever"), Refusal.UNKNOWN_WIRE),
    (SetLead(1, "cu075", 1.0, "lever"), Refusal.CABLE_AS_IT_IS),
    (SetSwitch(on=True), Refusal.UNKNOWN_LAMP),
    (SetSwitch(on=True, lamp=0), Refusal.UNKNOWN_LAMP),
    (SetSwitch(on=True, lamp=5), Refusal.UNKNOWN_LAMP),
    (ReplaceLamp(4), Refusal.LAMP_WHOLE),
    (ReplaceLamp(5), Refusal.UNKNOWN_LAMP),
    (PullFuse(), Refusal.NOT_IN_KIT),
    (PutFuse("fuse5a"), Refusal.NOT_IN_KIT),
    (ReplaceFuse(), Refusal.NOT_IN_KIT),
    (StartOver("c"), Refusal.UNKNOWN_KIT),
]


@pytest.mark.parametrize(("action", "refusal"), REFUSALS)
def test_what_cannot_be_plugged_is_refused(action, refusal):
    state = whole(Remove(6))
    with pytest.raises(BenchError) as refused:
        apply(state, action)
    assert refused.value.refusal is refusal


def test_the_socket_that_is_taken_is_named():
    with pytest.raises(BenchError, match=r"'hub1\.1' has a cable") as refused:
        apply(whole(Remove(6)), Join("lamp3.in", "hub1.1"))
    assert refused.value.event.start == "hub1.1"


def test_a_broken_lamp_is_replaced():
    broken = replace(EMPTY.lamps[1], dead=True, on=True)
    state = replace(EMPTY, lamps=(EMPTY.lamps[0], broken, *EMPTY.lamps[2:]))
    assert state.lamps_dead == (False, True, False, False)
    assert evaluate(state).lamps[1].condition is LampCondition.BROKEN
    state, events = apply(state, ReplaceLamp(2))
    assert kinds(events) == [K.LAMP_REPLACED, K.LAMP_ON_CELL]


def test_the_other_kit_is_laid_on_the_table():
    state = whole(SetClock(9.0, Sky.CLOUDY))
    state, events = apply(state, StartOver("b"))
    assert kinds(events) == [K.STARTED_OVER]
    assert state == BenchState(sun=state.sun, hour=9.0, sky=Sky.CLOUDY)
    again = apply(state, StartOver("a")).state
    assert again == BenchState(kit="a", sun=state.sun, hour=9.0, sky=Sky.CLOUDY)
    assert apply(again, StartOver()).state == again


def test_a_kit_out_of_its_box_is_at_rest():
    assert evaluate(EMPTY).state == EMPTY
    assert evaluate(EMPTY).events == ()


# --- Nets and the meter -----------------------------------------------------------------------------------------


def test_the_sockets_of_a_box_are_one_net():
    assert net_of(EMPTY, "hub1.in") == {"hub1.in", "hub1.1", "hub1.2", "hub1.3"}
    assert net_of(whole(), "lamp4.in") == set(terminals_of("a"))
    assert sorted(name for net in nets(whole(Remove(2))) for name in net) == sorted(terminals_of("a"))
    assert connections(whole()) == connections(BenchState())


def test_the_meter_reads_a_socket_and_nothing_where_nothing_is():
    state = whole()
    assert measure(state, "panel.out", "panel.out") == pytest.approx(evaluate(state).panel.volts, abs=0.001)
    assert measure(state, "hub1.3", "hub1.3") == pytest.approx(measure(state, "hub1.in", "hub1.in"))
    assert measure(EMPTY, "hub1.in", "hub1.in") == pytest.approx(0.0, abs=1e-6)
    # Red on the plus of one box, black on the minus of the next.
    assert measure(state, "box.in", "hub1.in") > measure(state, "hub1.in", "hub1.in")
    with pytest.raises(UnknownTerminalError, match=r"'battery.plus'"):
        measure(state, "battery.plus", "hub1.in")


def test_a_what_if_lifts_a_unit_of_the_kit():
    assert not any(lamp.charging for lamp in evaluate(whole(), without={"panel"}).lamps)
    with pytest.raises(ValueError, match="cannot lift fuse; choose among hub1, hub2, lamp1"):
        evaluate(whole(), without={"fuse"})
