"""The rules of a case: what a learner reads about her diagnosis, and what it earns."""

import pytest
from tests.solar.diagnosing import (
    CHART,
    CHARTS,
    attempt,
    code_of,
    search,
    shown,
)

from lentera.course.style import StyleSeverity, TextKind, lint_text
from lentera.solar.diagnosis import (
    CASE_RULES,
    MOST_MEASUREMENTS,
    Kind,
    Reading,
    part_of,
    parts,
    read_attempt,
    remaining,
)
from lentera.solar.diagnosis.chart import row_of
from lentera.solar.faults import case, faults_of
from lentera.solar.faults.catalogue import kits


def test_who_stops_at_the_first_of_two_faults_is_shown_where_to_look():
    code = code_of("panel-dirty", "switch-broken")
    taken = [shown("switch-broken", id_) for id_ in ("night_on:lamp1", "night_on:TP6", "night_on:TP7")]
    rows = [{"measurement": reading.measurement, "value": reading.value} for reading in taken]
    answer = {
        "code": code,
        "readings": rows,
        "causes": ["switch-broken"],
        "part": "switch",
        "decision": "replace",
    }
    reasoning = read_attempt(answer).reasoning
    assert reasoning is not None
    assert reasoning.right_cause == 0.5
    value = row_of(kits()["b"], case(code).faults, CHART.measurements)[
        CHART.measurement(reasoning.unexplained)
    ]
    assert remaining(CHART, [*taken, Reading(reasoning.unexplained, float(value))]) == ()
    cause = next(v for v in CASE_RULES.judge(answer).verdicts if v.rule.id == "case.cause")
    assert cause.finding.mistake == "second"
    assert "arus" in cause.next_step("id")


RIGHT = {"causes": ["panel-lead-open"], "part": "panel_cable", "decision": "mend"}


def content(readings=None, **changes):
    taken = search("panel-lead-open") if readings is None else readings
    rows = [{"measurement": reading.measurement, "value": reading.value} for reading in taken]
    return {"code": code_of("panel-lead-open"), "readings": rows, **RIGHT, **changes}


@pytest.mark.parametrize(
    ("answer", "share"),
    [
        (content(), 1.0),
        # Other measurements, and the lead itself named instead of the cable.
        (content([shown("panel-lead-open", "noon_off:TP1"), shown("panel-lead-open", "noon_off:TP2")]), 1.0),
        (content(part="panel_plus"), 1.0),
    ],
)
def test_right_answers_earn_all(answer, share):
    report = CASE_RULES.judge(answer)
    assert report.holds
    assert report.share == share


@pytest.mark.parametrize(
    ("answer", "mistakes"),
    [
        (content([]), {"case.reasoning": "guess", "case.thrift": "unfinished"}),
        (content([shown("panel-lead-open", "night_on:TP3")]), {"case.reasoning": "open"}),
        (content(causes=["panel-dirty"]), {"case.reasoning": "against", "case.cause": "other"}),
        (content(causes=["panel-lead-open", "panel-dirty"]), {"case.cause": "half"}),
        (content(part="lamp"), {"case.part": "other"}),
        (content(part=""), {"case.part": "unfinished"}),
        (content(decision=None), {"case.decision": "unfinished"}),
        (content(decision="call"), {"case.decision": "other"}),
        (
            content(causes=[]),
            {
                "case.decision": "unfinished",
                "case.reasoning": "unfinished",
                "case.part": "unfinished",
                "case.cause": "unfinished",
            },
        ),
        (
            content(
                [
                    shown("panel-lead-open", f"{s}:TP{k}")
                    for s in ("noon_off", "night_on")
                    for k in range(1, 5)
                ]
            ),
            {"case.thrift": "many"},
        ),
    ],
)
def test_each_typical_mistake_has_its_own_sentence(answer, mistakes):
    report = CASE_RULES.judge(answer)
    assert {v.rule.id: v.finding.mistake for v in report.verdicts if not v.holds} == mistakes
    assert report.share < 1.0
    for language in ("id", "en"):
        for verdict in report.verdicts:
            sentence = verdict.sentence(language) + verdict.next_step(language)
            assert sentence
            assert "{" not in sentence


def test_a_dangerous_decision_is_told_first():
    answer = {
        "code": code_of("controller-no-regulation"),
        "readings": [],
        "causes": ["controller-no-regulation"],
        "part": "controller",
        "decision": "mend",
    }
    report = CASE_RULES.judge(answer)
    assert report.finding.finding.mistake == "danger"


@pytest.mark.parametrize(
    "bad",
    [
        {},
        {"code": "X"},
        content(decision="eat"),
        {**content(), "readings": [{"measurement": "moon", "value": 1}]},
        {**content(), "readings": [{"measurement": "night_on:TP3"}]},
        {**content(), "readings": 5},
        content(causes=["moon"]),
    ],
)
def test_an_attempt_that_cannot_be_read_says_so(bad):
    with pytest.raises(ValueError):
        read_attempt(bad)
    assert CASE_RULES.judge(bad).without_answer is not None


@pytest.mark.parametrize("kit", ["a", "b"])
def test_every_place_of_the_catalogue_has_a_part_to_name(kit):
    offered = set(parts(kits()[kit]))
    assert offered <= set(parts())
    for one in faults_of(kit, real=False):
        assert {part_of(place) for place in (one.where, *one.also)} <= offered, one.id
    assert ("lamp_plug" in offered) == (kit == "a")
    assert ("fuse" in offered) == (kit == "b")


@pytest.mark.parametrize(
    ("id_", "part"),
    [
        ("phone-left-charging", "usb"),
        ("battery-terminal-corroded", "battery"),
        ("battery-terminal-corroded", "battery_cable"),
        ("panel-reversed", "panel_cable"),
        ("lamp-shorted", "lamp_cable"),
    ],
)
def test_a_part_that_the_fault_s_name_says_is_not_called_another_one(id_, part):
    assert attempt([id_], [id_], search(id_), part=part).right_part == 1.0
    assert attempt([id_], [id_], search(id_), part="switch").right_part == 0.0


def test_looking_costs_nothing():
    looks = [m.id for m in CHART.measurements if m.kind is Kind.LOOK]
    assert len(looks) > MOST_MEASUREMENTS
    report = CASE_RULES.judge(content([shown("panel-lead-open", id_) for id_ in looks]))
    thrift = next(v for v in report.verdicts if v.rule.id == "case.thrift")
    assert thrift.holds


def test_sentences_are_plain():
    sentences = [remark.says.id for rule in CASE_RULES.rules for remark in rule.mistakes.values()]
    sentences += [remark.next.id for rule in CASE_RULES.rules for remark in rule.mistakes.values()]
    for sentence in sentences:
        assert lint_text(sentence, TextKind.FEEDBACK) == [], sentence
    for measurement in (*CHART.measurements, *CHARTS["a"].measurements):
        found = lint_text(measurement.name.id, TextKind.LABEL)
        assert not [fault for fault in found if fault.severity is StyleSeverity.ERROR], measurement.name.id
