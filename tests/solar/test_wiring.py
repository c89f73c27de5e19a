"""The rules of the wired lamp: right, right another way, and each typical mistake."""

import re

import pytest

from lentera.course.style import StyleSeverity, TextKind, lint_text
from lentera.rules import MistakeKind
from lentera.solar.bench import (
    BenchState,
    Join,
    PullFuse,
    PutFuse,
    Remove,
    SetCover,
    SetLead,
    StartOver,
    apply,
    to_json,
)
from lentera.solar.parts import CABLES
from lentera.tasks import RULE_SETS

BATTERY = [
    ("battery.plus", "fuse.a"),
    ("fuse.b", "controller.battery_plus"),
    ("battery.minus", "controller.battery_minus"),
]
PANEL = [("panel.plus", "controller.pv_plus"), ("panel.minus", "controller.pv_minus")]
LOAD = [
    ("controller.load_plus", "switch.a"),
    ("switch.b", "lamp1.plus"),
    ("controller.load_minus", "lamp1.minus"),
]
RIGHT = [*BATTERY, *PANEL, *LOAD]


def wired(pairs, state=None):
    state = state or BenchState()
    for start, end in pairs:
        state, _events = apply(state, Join(start, end))
    return state


def judged(task, state):
    return RULE_SETS[task].judge({"bench": to_json(state)})


def exchanged(pairs, one, other):
    return [tuple({one: other, other: one}.get(end, end) for end in pair) for pair in pairs]


def without(pairs, *gone):
    return [pair for pair in pairs if pair not in gone]


RIGHT_WIRINGS = {
    "as in the picture": RIGHT,
    "lamp before panel": [*BATTERY, *LOAD, *PANEL],
    "fuse turned round": exchanged(RIGHT, "fuse.a", "fuse.b"),
    "switch turned round": exchanged(RIGHT, "switch.a", "switch.b"),
    "the other lamp": exchanged(exchanged(RIGHT, "lamp1.plus", "lamp2.plus"), "lamp1.minus", "lamp2.minus"),
    "both lamps, side by side": [*RIGHT, ("lamp1.plus", "lamp2.plus"), ("lamp1.minus", "lamp2.minus")],
    "second lamp always on": [*RIGHT, ("controller.load_plus", "lamp2.plus"), ("lamp2.minus", "lamp1.minus")],
    "leads drawn the other way": [(end, start) for start, end in RIGHT],
}


@pytest.mark.parametrize("pairs", RIGHT_WIRINGS.values(), ids=RIGHT_WIRINGS)
@pytest.mark.parametrize("task", ["s06-sambungan", "s06-urutan", "s06-sekering"])
def test_a_right_bench_earns_everything(task, pairs):
    report = judged(task, wired(pairs))
    assert report.holds, report.finding_sentence("id")
    assert report.points(30) == 30
    assert report.next_step("id") == ""


# pairs, connections that hold, mistake told first, of which rule
MISTAKES = {
    "nothing but a lamp lead": ([LOAD[2]], 1, "missing", "battery-fuse"),
    "no fuse": ([("battery.plus", "controller.battery_plus"), *RIGHT[2:]], 6, "skipped", "battery-fuse"),
    "fuse gone round": ([*RIGHT, ("battery.plus", "controller.battery_plus")], 6, "bridged", "battery-fuse"),
    "fuse bridged": ([*RIGHT, ("fuse.a", "fuse.b")], 6, "bridged", "battery-fuse"),
    "battery minus missing": (without(RIGHT, BATTERY[2]), 7, "missing", "battery-minus"),
    "battery minus on the panel's screw": (
        [*without(RIGHT, BATTERY[2]), ("battery.minus", "controller.pv_minus")],
        7,
        "elsewhere",
        "battery-minus",
    ),
    "panel reversed": (exchanged(RIGHT, "panel.plus", "panel.minus"), 6, "reversed", "panel-plus"),
    "battery reversed": (exchanged(RIGHT, "battery.plus", "battery.minus"), 6, "reversed", "battery-fuse"),
    "panel shorted": ([*RIGHT, ("panel.plus", "panel.minus")], 6, "short", "panel-plus"),
    "panel on the battery's screws": (
        [
            *BATTERY,
            ("panel.plus", "controller.battery_plus"),
            ("panel.minus", "controller.battery_minus"),
            *LOAD,
        ],
        6,
        "elsewhere",
        "panel-plus",
    ),
    "panel straight on the battery": (
        [*RIGHT, ("panel.plus", "battery.plus")],
        5,
        "bypass",
        "battery-fuse",
    ),
    "panel plus on the load": (
        [*BATTERY, ("panel.plus", "controller.load_plus"), PANEL[1], *LOAD],
        7,
        "elsewhere",
        "panel-plus",
    ),
    "no switch": (
        [*BATTERY, *PANEL, ("controller.load_plus", "lamp1.plus"), LOAD[2]],
        6,
        "skipped",
        "load-switch",
    ),
    "switch in the minus lead": (
        [
            *BATTERY,
            *PANEL,
            ("controller.load_plus", "lamp1.plus"),
            ("lamp1.minus", "switch.a"),
            ("switch.b", "controller.load_minus"),
        ],
        5,
        "on_minus",
        "load-switch",
    ),
    "lamp reversed": (exchanged(RIGHT, "lamp1.plus", "lamp1.minus"), 6, "reversed", "switch-lamp"),
    "lamp minus missing": (RIGHT[:-1], 7, "missing", "lamp-minus"),
}


@pytest.mark.parametrize(("pairs", "held", "mistake", "rule"), MISTAKES.values(), ids=MISTAKES)
def test_a_typical_mistake_gets_its_own_sentence(pairs, held, mistake, rule):
    report = judged("s06-sambungan", wired(pairs))
    assert not report.holds
    assert (report.finding.rule.id, report.finding.finding.mistake) == (f"s06.connection.{rule}", mistake)
    assert sum(verdict.holds for verdict in report.verdicts) == held
    assert held / 8 <= report.share < 1
    for language in ("id", "en"):
        said = report.finding_sentence(language) + report.next_step(language)
        assert len(said) > 20
        assert "{" not in said


SHORT_THROUGH_FUSE = [BATTERY[0], ("fuse.b", "controller.battery_minus"), BATTERY[2]]

# pairs, rule told first, mistake, lead to take off
LEADS = {
    "short through the fuse": (SHORT_THROUGH_FUSE, "fuse-controller", "short", 2),
    "short through the fuse, joined in another order": (
        [SHORT_THROUGH_FUSE[1], BATTERY[2], BATTERY[0]],
        "fuse-controller",
        "short",
        1,
    ),
    "panel shorted": ([*RIGHT, ("panel.plus", "panel.minus")], "panel-plus", "short", 9),
    "fuse gone round": ([*RIGHT, ("battery.plus", "controller.battery_plus")], "battery-fuse", "bridged", 9),
    "fuse on the panel's screw": (
        [BATTERY[0], ("fuse.b", "controller.pv_plus")],
        "fuse-controller",
        "elsewhere",
        2,
    ),
    "panel plus on the load": (
        [*BATTERY, ("panel.plus", "controller.load_plus")],
        "panel-plus",
        "elsewhere",
        4,
    ),
    "panel straight on the battery": ([*RIGHT, ("panel.plus", "battery.plus")], "battery-fuse", "bypass", 9),
    "load shorted through the switch": (
        [*BATTERY, LOAD[0], ("switch.b", "controller.load_minus"), LOAD[2]],
        "switch-lamp",
        "short",
        5,
    ),
}


@pytest.mark.parametrize(("pairs", "rule", "mistake", "lead"), LEADS.values(), ids=LEADS)
def test_the_lead_to_take_off_is_named_and_a_right_one_never_is(pairs, rule, mistake, lead):
    report = judged("s06-sambungan", wired(pairs))
    verdict = next(each for each in report.verdicts if each.kind not in (None, MistakeKind.UNFINISHED))
    assert (verdict.rule.id, verdict.finding.mistake) == (f"s06.connection.{rule}", mistake)
    assert verdict.finding.details["wire"] == str(lead)
    assert f"Lepas kabel {lead}." in verdict.next_step("id")


@pytest.mark.parametrize("task", RULE_SETS)
def test_every_mistake_of_every_rule_has_words_in_both_languages(task):
    for rule in RULE_SETS[task].rules:
        for remark in rule.mistakes.values():
            for saying in (remark.says, remark.next):
                assert saying.id
                assert saying.en
                assert not style_errors(saying.id)


def style_errors(sentence):
    sentence = re.sub(r"\{\w+\}", "kabel", sentence)
    return [
        fault for fault in lint_text(sentence, TextKind.FEEDBACK) if fault.severity is StyleSeverity.ERROR
    ]


def test_half_of_a_connection_is_earned_where_the_current_flows():
    state = wired([*without(RIGHT, BATTERY[2]), ("battery.minus", "controller.pv_minus")])
    assert judged("s06-sambungan", state).points(30) == pytest.approx(30 * 7.5 / 8, abs=0.005)


ORDERS = {
    "battery, panel, lamp": (RIGHT, None, 20),
    "battery, lamp, panel": ([*BATTERY, *LOAD, *PANEL], None, 20),
    "panel first": ([*PANEL, *BATTERY, *LOAD], "panel_first", 6),
    "panel before the battery's last lead": ([*BATTERY[:2], *PANEL, BATTERY[2], *LOAD], "panel_first", 6),
    "lamp first": ([*LOAD, *BATTERY, *PANEL], "load_first", 14),
    "only the battery": (BATTERY, "no_panel", 0),
    "battery and panel": ([*BATTERY, *PANEL], "no_load", 14),
    "only the panel": (PANEL, "panel_first", 0),
    "nothing": ([], "no_battery", 0),
}


@pytest.mark.parametrize(("pairs", "mistake", "points"), ORDERS.values(), ids=ORDERS)
def test_the_order_of_joining(pairs, mistake, points):
    report = judged("s06-urutan", wired(pairs))
    assert (report.finding.finding.mistake if report.finding else None) == mistake
    assert report.points(20) == points


def test_a_panel_taken_off_and_joined_again_after_the_battery_is_right():
    state = wired([*PANEL, *BATTERY, *LOAD])
    lead = next(wire for wire in state.wires if wire.start == "panel.plus")
    state, _events = apply(state, Remove(lead.id))
    assert judged("s06-urutan", wired([PANEL[0]], state)).holds


def test_a_battery_taken_off_while_the_panel_stays_is_not_yet_right():
    state = wired(RIGHT)
    lead = next(wire for wire in state.wires if wire.start == "battery.minus")
    state, _events = apply(state, Remove(lead.id))
    report = judged("s06-urutan", wired([BATTERY[2]], state))
    assert report.finding.finding.mistake == "panel_first"


FUSES = {
    "missing": ([("battery.plus", "controller.battery_plus"), BATTERY[2]], "missing", 0),
    "one end only": ([BATTERY[0], BATTERY[2]], "half", 4),
    "in the minus lead": (
        [
            ("battery.plus", "controller.battery_plus"),
            ("battery.minus", "fuse.a"),
            ("fuse.b", "controller.battery_minus"),
        ],
        "on_minus",
        4,
    ),
    "gone round": ([*BATTERY, ("battery.plus", "controller.battery_plus")], "bridged", 0),
    "in the lamp's lead": (
        [
            ("battery.plus", "controller.battery_plus"),
            BATTERY[2],
            ("controller.load_plus", "fuse.a"),
            ("fuse.b", "lamp1.plus"),
        ],
        "far_away",
        2,
    ),
}


@pytest.mark.parametrize(("pairs", "mistake", "points"), FUSES.values(), ids=FUSES)
def test_the_place_of_the_fuse(pairs, mistake, points):
    report = judged("s06-sekering", wired(pairs))
    assert report.finding.finding.mistake == mistake
    assert report.points(10) == points


def test_a_blown_fuse_in_its_place_is_told_as_blown():
    # A short behind the fuse: the controller's battery screws joined.
    state = wired([*BATTERY, ("controller.battery_plus", "controller.battery_minus")])
    assert state.fuse_blown
    report = judged("s06-sekering", state)
    assert (report.finding.finding.mistake, report.points(10)) == ("blown", 8)


def done(state, *actions):
    for action in actions:
        state, _events = apply(state, action)
    return state


def test_a_pulled_fuse_is_not_in_its_place():
    report = judged("s06-sekering", done(wired(RIGHT), PullFuse()))
    assert (report.finding.finding.mistake, report.points(10)) == ("pulled", 6)
    assert report.finding.kind is MistakeKind.UNFINISHED
    assert "kosong" in report.finding_sentence("id")
    assert judged("s06-sekering", done(wired(RIGHT), PullFuse(), PutFuse("fuse5a"))).holds


@pytest.mark.parametrize("fuse", ["fuse2a", "fuse3a", "fuse5a", "glass5a", "fuse10a"])
def test_any_fuse_that_the_leads_bear_is_right(fuse):
    assert judged("s06-sekering", done(wired(RIGHT), PullFuse(), PutFuse(fuse))).points(10) == 10


@pytest.mark.parametrize(("fuse", "enough"), [("fuse15a", True), ("wire", False)])
def test_too_large_a_fuse_holds_only_partly_until_the_leads_are_thicker(fuse, enough):
    state = done(wired(RIGHT), PullFuse(), PutFuse(fuse))
    report = judged("s06-sekering", state)
    assert (report.finding.finding.mistake, report.points(10)) == ("too_large", 8)
    assert report.finding.kind is MistakeKind.DANGER
    thick = done(state, *(SetLead(wire.id, "cu400", 0.6, "lever") for wire in state.wires))
    # A wire is no fuse: no lead is thick enough for it.
    assert judged("s06-sekering", thick).holds is enough


def test_a_large_fuse_in_the_wrong_place_is_told_by_its_place_first():
    pairs = [("battery.plus", "controller.battery_plus"), BATTERY[2], ("battery.minus", "fuse.a")]
    report = judged("s06-sekering", done(wired(pairs), PullFuse(), PutFuse("wire")))
    assert report.finding.finding.mistake == "on_minus"


@pytest.mark.parametrize("task", ["s06-sambungan", "s06-urutan", "s06-sekering"])
def test_any_cable_length_and_connector_is_right(task):
    state, cables = wired(RIGHT), tuple(CABLES)
    for number, wire in enumerate(state.wires):
        connector = ("lever", "screw", "twisted")[number % 3]
        state = done(state, SetLead(wire.id, cables[number % len(cables)], 0.1 + 6.0 * number, connector))
    assert judged(task, state).holds


def test_a_pulled_fuse_leaves_every_connection_right():
    assert judged("s06-sambungan", done(wired(RIGHT), PullFuse())).points(30) == 30


def test_the_fuse_may_be_out_while_the_battery_is_joined():
    # As the procedure of the kit says: fuse out, join the battery, fuse in, then the panel.
    battery = wired(BATTERY, done(BenchState(), PullFuse()))
    assert judged("s06-urutan", wired([*PANEL, *LOAD], done(battery, PutFuse("fuse5a")))).points(20) == 20
    assert [mistake(battery, task) for task in ("panel", "load")] == ["no_fuse", "no_fuse"]
    early = wired([*PANEL, *LOAD], battery)
    assert mistake(early, "panel") == "panel_no_fuse"
    assert mistake(done(early, PutFuse("fuse5a")), "panel") == "panel_first"


def mistake(state, part):
    verdicts = judged("s06-urutan", state).verdicts
    return next(one.finding.mistake for one in verdicts if one.rule.id == f"s06.order.battery-before-{part}")


def test_a_panel_joined_in_a_service_without_the_fuse_comes_before_the_battery():
    fuse_out = done(wired(BATTERY), PullFuse())
    state = done(wired([*PANEL, *LOAD], fuse_out), PutFuse("fuse5a"))
    report = judged("s06-urutan", state)
    assert (report.finding.finding.mistake, report.points(20)) == ("panel_first", 6)


def test_pulling_the_fuse_for_a_service_keeps_the_order():
    state = done(wired(RIGHT), SetCover(covered=True), PullFuse(), PutFuse("fuse5a"))
    assert judged("s06-urutan", state).points(20) == 20


@pytest.mark.parametrize("task", ["s06-sambungan", "s06-urutan", "s06-sekering"])
def test_a_bench_of_the_other_kit_is_no_answer_to_these_tasks(task):
    report = judged(task, done(wired(RIGHT), StartOver("a")))
    assert report.points(30) == 0
    assert "belum terbaca" in report.finding_sentence("id")


@pytest.mark.parametrize("content", [{}, {"bench": 3}, {"bench": {}}, {"bench": {"wires": [{"start": "x"}]}}])
def test_a_damaged_answer_earns_nothing_and_says_so(content):
    report = RULE_SETS["s06-sambungan"].judge(content)
    assert report.points(30) == 0
    assert "belum terbaca" in report.finding_sentence("id")


def test_the_finished_round_counts_after_starting_over():
    finished = {"bench": to_json(wired(RIGHT))}
    content = {"bench": to_json(BenchState()), "rounds": [finished]}
    assert RULE_SETS["s06-sambungan"].judge(content).points(30) == 0
    assert RULE_SETS["s06-sambungan"].best(content).points(30) == 30
