"""Finding faults: what a measurement tells, what stays possible, and whether a conclusion follows."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lentera.course.style import StyleSeverity, TextKind, lint_text
from lentera.solar.diagnosis import (
    CASE_RULES,
    MOST_MEASUREMENTS,
    SOUND,
    Chart,
    Conclusion,
    DiagnosisError,
    Kind,
    Reading,
    Support,
    chart_of,
    gains,
    most_telling,
    parts,
    posterior,
    read_attempt,
    remaining,
    review,
    twins,
)
from lentera.solar.faults import Decision, case, catalogue, draw, fault, faults_of

CHART = chart_of("b")


def shown(suspect, measurement, factor=1.0):
    """Take a reading of a kit with one fault."""
    value = CHART.values[CHART.suspect(suspect), CHART.measurement(measurement)]
    return Reading(measurement, float(value) * factor)


def search(suspect, factor=1.0):
    """Measure what tells the most until nothing tells any more."""
    taken = []
    while (gain := most_telling(CHART, taken)) is not None:
        assert len(taken) < 20
        taken.append(shown(suspect, gain.measurement.id, factor))
    return taken


@cache
def code_of(*ids):
    """Find a case with just these faults."""
    for level in (1, 2, 3):
        for number in range(3000):
            found = draw(number, level)
            if {one.id for one in found.faults} == set(ids):
                return found.code
    raise AssertionError(ids)


def small():
    """Build a chart by hand: three suspects, a telling measurement, a half telling one and a useless one."""
    looks = [m for m in CHART.measurements if m.kind is Kind.VOLTS][:3]
    values = np.array([[0.0, 12.0, 5.0], [12.0, 12.05, 5.0], [6.0, 0.0, 5.0]])
    return Chart(("one", "two", "three"), tuple(looks), np.array([0.25, 0.25, 0.5]), values)


def test_information_is_counted_in_bits():
    chart = small()
    told = {gain.measurement.id: gain for gain in gains(chart)}
    first, second, third = (m.id for m in chart.measurements)
    # All three apart: the entropy of 1/4, 1/4, 1/2 is 1.5 bit; two alike against one: of 1/2, 1/2 it is 1 bit.
    assert told[first].bits == pytest.approx(1.5, abs=1e-6)
    assert told[second].bits == pytest.approx(1.0, abs=0.1)
    assert third not in told
    assert told[first].groups == (("one",), ("three",), ("two",))
    assert told[second].groups == (("one", "two"), ("three",))


def test_a_reading_leaves_the_suspects_that_fit_it():
    chart = small()
    first, second, _ = (m.id for m in chart.measurements)
    assert remaining(chart, [Reading(second, 12.1)]) == ("two", "one")
    assert remaining(chart, [Reading(second, 12.1), Reading(first, 0.1)]) == ("one",)
    assert remaining(chart, [Reading(second, 6.0)]) == ()
    assert posterior(chart, [Reading(second, 12.0)]).sum() == pytest.approx(1.0)
    # What was seen before it was measured again tells nothing more.
    assert {gain.measurement.id for gain in gains(chart, [Reading(second, 0.0)])} == set()


@pytest.mark.parametrize("suspect", CHART.suspects)
def test_the_most_telling_measurements_find_every_fault(suspect):
    taken = search(suspect)
    assert len(taken) <= MOST_MEASUREMENTS
    left = remaining(CHART, taken)
    assert suspect in left
    assert set(left) <= twins(CHART, suspect)


@pytest.mark.parametrize("suspect", CHART.suspects)
@pytest.mark.parametrize("factor", [0.99, 1.01])
def test_a_meter_that_is_one_percent_off_misleads_nobody(suspect, factor):
    left = remaining(CHART, search(suspect, factor))
    assert suspect in left
    assert left[0] in twins(CHART, suspect)


def test_few_faults_cannot_be_told_apart_and_the_course_knows_which():
    alike = {frozenset(twins(CHART, suspect)) for suspect in CHART.suspects}
    assert {group for group in alike if len(group) > 1} == {
        frozenset({SOUND, "fuse-is-wire"}),
        frozenset({"lamp-open", "lamp-led-shorted"}),
    }


def test_the_order_of_the_catalogue_changes_nothing():
    order = np.random.default_rng(4).permutation(len(CHART.suspects))
    turned = Chart(
        tuple(CHART.suspects[k] for k in order), CHART.measurements, CHART.priors[order], CHART.values[order]
    )
    taken = [shown("panel-reversed", "night_on:TP3")]
    first, second = gains(CHART, taken), gains(turned, taken)
    assert [gain.measurement.id for gain in first] == [gain.measurement.id for gain in second]
    assert [gain.bits for gain in first] == pytest.approx([gain.bits for gain in second])
    assert remaining(CHART, taken) == remaining(turned, taken)


@given(st.data())
def test_gains_are_never_negative_and_weights_always_sum_to_one(data):
    taken = [
        Reading(data.draw(st.sampled_from(CHART.measurements)).id, data.draw(st.floats(-25.0, 25.0)))
        for _ in range(data.draw(st.integers(0, 4)))
    ]
    weights = posterior(CHART, taken)
    assert weights.sum() == pytest.approx(1.0)
    assert (weights >= 0.0).all()
    done = {reading.measurement for reading in taken}
    assert all(gain.bits > 0.0 and gain.measurement.id not in done for gain in gains(CHART, taken))


def attempt(ids, causes, readings, part=None, decision=None):
    drawn = case(code_of(*ids))
    first = fault(causes[0])
    decision = first.advice.decision if decision is None else decision
    return review(drawn, readings, Conclusion(tuple(causes), part or first.where, decision))


def test_the_careful_learner_has_a_conclusion_that_follows():
    found = attempt(["panel-lead-open"], ["panel-lead-open"], search("panel-lead-open"))
    assert (found.right_cause, found.right_part, found.support) == (1.0, 1.0, Support.FOLLOWS)
    assert (found.safe, found.right_decision, found.wasted) == (True, True, 0)
    lefts = [step.after for step in found.steps]
    assert lefts == sorted(lefts, reverse=True)
    assert lefts[-1] == 1


def test_a_lucky_guess_is_right_but_open():
    found = attempt(["panel-lead-open"], ["panel-lead-open"], [])
    assert found.right_cause == 1.0
    assert found.support is Support.OPEN
    assert len(found.rivals) > 30
    assert found.next_measurement is not None


def test_a_reading_against_the_conclusion_is_named():
    found = attempt(["panel-lead-open"], ["panel-dirty"], search("panel-lead-open"))
    assert found.support is Support.AGAINST
    assert found.against
    assert found.right_cause == 0.0


def test_measurements_that_cannot_tell_are_counted():
    taken = search("panel-lead-open")
    more = [taken[0], shown("panel-lead-open", "night_off:TP8")]
    found = attempt(["panel-lead-open"], ["panel-lead-open"], [*taken, *more])
    assert found.wasted == 2
    assert found.steps[-2].repeated


def test_a_new_fuse_before_the_short_is_found_is_not_safe():
    readings = [shown("lamp-shorted", "night_on:TP3")]
    hasty = attempt(["lamp-shorted"], ["battery-fuse-blown"], readings, decision=Decision.MEND)
    assert not hasty.safe
    right = attempt(["lamp-shorted"], ["lamp-shorted"], readings)
    assert right.safe
    elsewhere = attempt(["lamp-shorted"], ["panel-dirty"], readings, decision=Decision.MEND)
    assert elsewhere.safe


def test_mending_what_only_the_technician_may_open_is_not_safe():
    readings = search("controller-no-regulation")
    assert not attempt(
        ["controller-no-regulation"], ["controller-no-regulation"], readings, decision=Decision.MEND
    ).safe
    assert attempt(["controller-no-regulation"], ["controller-no-regulation"], readings).safe


@pytest.mark.parametrize("id_", [fault.id for fault in faults_of("b")])
def test_following_the_catalogue_is_always_safe_and_right(id_):
    one = catalogue()[id_]
    drawn = replace_case(one)
    found = review(drawn, search(id_), Conclusion((id_,), one.where, one.advice.decision))
    assert (found.right_cause, found.right_part, found.safe, found.right_decision) == (1.0, 1.0, True, True)
    assert found.support is Support.FOLLOWS


def replace_case(*faults):
    return replace(draw(0, 1), code="B1-0000", faults=faults)


def test_two_faults_at_once_are_named_together():
    both = [fault("panel-dirty"), fault("switch-broken")]
    drawn = replace_case(*both)
    readings = [
        Reading(
            "noon_off:I_pv", CHART.values[CHART.suspect("panel-dirty"), CHART.measurement("noon_off:I_pv")]
        ),
        shown("switch-broken", "night_on:TP7"),
        shown("switch-broken", "night_on:TP6"),
    ]
    assert remaining(CHART, readings) == ()
    pair = review(drawn, readings, Conclusion(("switch-broken", "panel-dirty"), "switch", Decision.REPLACE))
    assert (pair.right_cause, pair.support) == (1.0, Support.FOLLOWS)
    one = review(drawn, readings, Conclusion(("switch-broken",), "switch", Decision.REPLACE))
    assert (one.right_cause, one.support) == (0.5, Support.AGAINST)
    extra = review(
        drawn, readings, Conclusion(("switch-broken", "panel-dirty", "lamp-open"), "switch", Decision.MEND)
    )
    assert extra.right_cause == pytest.approx(2 / 3)


def test_names_that_do_not_exist_are_answered_with_near_ones():
    with pytest.raises(DiagnosisError, match="no measurement 'night_on:TP33'; near it are night_on:TP3"):
        posterior(CHART, [Reading("night_on:TP33", 1.0)])
    with pytest.raises(DiagnosisError, match="no suspect 'panel-dirt'; near it are panel-dirty"):
        twins(CHART, "panel-dirt")
    with pytest.raises(DiagnosisError, match="value is nan"):
        Reading("night_on:TP3", float("nan"))
    with pytest.raises(DiagnosisError, match="causes is empty"):
        Conclusion((), "panel", Decision.MEND)


# The rules of a case.

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
        (content([shown("panel-lead-open", m.id) for m in CHART.measurements[:9]]), {"case.thrift": "many"}),
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


def test_every_place_of_the_catalogue_has_a_part_to_name():
    from lentera.solar.diagnosis import part_of

    assert {part_of(one.where) for one in faults_of("b", real=False)} <= set(parts())


def test_sentences_are_plain():
    sentences = [remark.says.id for rule in CASE_RULES.rules for remark in rule.mistakes.values()]
    sentences += [remark.next.id for rule in CASE_RULES.rules for remark in rule.mistakes.values()]
    for sentence in sentences:
        assert lint_text(sentence, TextKind.FEEDBACK) == [], sentence
    for measurement in CHART.measurements:
        found = lint_text(measurement.name.id, TextKind.LABEL)
        assert not [fault for fault in found if fault.severity is StyleSeverity.ERROR], measurement.name.id
