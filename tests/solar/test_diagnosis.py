"""Finding faults: what a measurement tells, what stays possible, and whether a conclusion follows."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.solar.diagnosing import (
    CHART,
    CHARTS,
    SUSPECTS,
    attempt,
    code_of,
    metered,
    replace_case,
    search,
    shown,
)

from lentera.course.style import TextKind, lint_text
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
    action_apart,
    actions,
    advised,
    currents_of,
    gains,
    most_telling,
    posterior,
    remaining,
    review,
    twins,
)
from lentera.solar.diagnosis.chart import row_of
from lentera.solar.faults import Decision, Situation, catalogue, draw, fault, faults_of
from lentera.solar.faults.catalogue import kits


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


@pytest.mark.parametrize(("kit", "suspect"), SUSPECTS)
def test_the_advised_measurements_find_every_fault(kit, suspect):
    chart = CHARTS[kit]
    taken = search(suspect, chart=chart)
    # That nothing is wrong takes longer to prove, and nobody brings a sound kit.
    if suspect != SOUND:
        assert len(metered(chart, taken)) <= MOST_MEASUREMENTS
    left = remaining(chart, taken)
    assert suspect in left
    assert set(left) <= twins(chart, suspect)


@pytest.mark.parametrize("suspect", CHART.suspects)
def test_the_most_telling_measurements_find_every_fault(suspect):
    taken = search(suspect, choose=most_telling)
    assert len(taken) <= MOST_MEASUREMENTS
    assert set(remaining(CHART, taken)) <= twins(CHART, suspect)


@pytest.mark.parametrize(("kit", "suspect"), SUSPECTS)
@pytest.mark.parametrize("factor", [0.98, 1.02])
def test_a_meter_that_is_two_percent_off_misleads_nobody(kit, suspect, factor):
    chart = CHARTS[kit]
    taken = search(suspect, factor, chart)
    left = remaining(chart, taken)
    assert suspect in left
    if suspect != SOUND:
        one = fault(suspect)
        drawn = replace(draw(0, 1, kit), faults=(one,))
        found = review(drawn, taken, Conclusion((suspect,), one.where, one.advice.decision))
        assert (found.support, found.against) == (Support.FOLLOWS, ())


def test_one_looks_before_one_measures_and_measures_volts_before_amperes():
    assert advised(CHART).measurement.kind is Kind.LOOK
    # On the way to most faults no lead is opened for the ammeter, and nobody climbs to the panel first.
    kinds = {m.id: m.kind for m in CHART.measurements}
    for suspect in ("switch-broken", "lamp-cable-cut", "battery-flat", "panel-lead-open", "battery-aged"):
        taken = [reading.measurement for reading in search(suspect)]
        assert {kinds[id_] for id_ in taken} <= {Kind.LOOK, Kind.VOLTS}
        assert not any(id_.endswith(":TP1") for id_ in taken)


@pytest.mark.parametrize("suspect", ["battery-fuse-blown", "battery-disconnected", "lamp-shorted"])
def test_nobody_is_sent_to_switch_a_lamp_on_in_the_sun_without_its_battery(suspect):
    assert CHART.breaks[Situation.NOON_ON] == {"battery-fuse-blown", "battery-disconnected"}
    taken = search(suspect)
    assert not any(reading.measurement.startswith("noon_on:") for reading in taken)
    dark = [shown(suspect, "night_on:display")]
    one = fault(suspect)
    found = review(replace_case(one), dark, Conclusion((suspect,), one.where, one.advice.decision))
    assert found.next_measurement is not None
    assert not found.next_measurement.startswith("noon_on:")


def test_a_blown_fuse_calls_for_a_search_for_the_short():
    for suspect in ("battery-fuse-blown", "lamp-shorted"):
        assert "night_on:lamp_cable" in [reading.measurement for reading in search(suspect)]
    column = CHART.measurement("night_on:lamp_cable")
    ohms = {suspect: CHART.values[CHART.suspect(suspect), column] for suspect in CHART.suspects}
    assert 0.02 < ohms.pop("lamp-shorted") < 0.5
    # All others read as over the range: no learner has to know what a controller's insides measure.
    assert len(set(ohms.values())) == 1


def test_what_is_measured_can_be_reached_without_opening_a_lamp():
    assert currents_of(kits()["a"]) == ("I_pv",)
    assert currents_of(kits()["b"]) == ("I_pv", "I_battery", "I_lamp")
    asked = {m.place for m in CHARTS["a"].measurements if m.kind is Kind.AMPS}
    assert asked == {"I_pv"}


def test_a_corroded_plug_is_found_by_comparing_it_with_its_neighbour():
    chart = CHARTS["a"]
    sound, corroded = (shown(s, "noon_off:TP5-TP4", chart=chart).value for s in (SOUND, "lamp-plug-corroded"))
    assert sound == pytest.approx(0.0, abs=0.005)
    table = {p: shown("lamp-plug-corroded", f"noon_off:{p}", chart=chart).value for p in ("TP4", "TP5")}
    assert corroded == pytest.approx(table["TP5"] - table["TP4"])
    assert corroded > 0.1


def test_the_gain_is_close_to_the_information_that_a_scattering_meter_gives():
    # Three suspects, one measurement: integrate the mutual information of suspect and reading over the reading.
    volts = next(m for m in CHART.measurements if m.kind is Kind.VOLTS)
    levels, p = np.array([12.0, 12.3, 13.4]), np.array([0.5, 0.3, 0.2])
    chart = Chart(("one", "two", "three"), (volts,), p, levels[:, None])
    (gain,) = gains(chart)
    sigma = 0.03 * 12.5 / 2
    x = np.linspace(10.0, 16.0, 20_001)
    density = np.exp(-((x - levels[:, None]) ** 2) / (2 * sigma**2)) / (sigma * np.sqrt(2 * np.pi))
    mixed = p @ density
    exact = (p[:, None] * density * np.log2(np.maximum(density, 1e-300) / mixed)).sum() * (x[1] - x[0])
    assert exact <= gain.bits * 1.02
    assert gain.bits == pytest.approx(exact, rel=0.25)


def test_few_faults_cannot_be_told_apart_and_an_action_is_known_for_them():
    alike = {frozenset(twins(chart, suspect)) for chart in CHARTS.values() for suspect in chart.suspects}
    groups = {group for group in alike if len(group) > 1}
    assert groups == {
        frozenset({SOUND, "fuse-is-wire"}),
        frozenset({"lamp-open", "lamp-led-shorted"}),
    }
    for group in groups:
        action = action_apart(group)
        assert action is not None
        assert len({action.shows[suspect] for suspect in group}) == len(group)
    assert action_apart({"panel-dirty", "switch-broken"}) is None
    assert action_apart({"lamp-open"}) is None
    for action in actions():
        assert set(action.shows) <= set(CHART.suspects)
        for text, kind in (
            (action.does, TextKind.STEP),
            *((t, TextKind.FEEDBACK) for t in action.shows.values()),
        ):
            assert lint_text(text.id, kind) == [], text.id
            assert text.en


def test_of_what_no_measurement_tells_apart_the_learner_hears_what_to_do():
    found = attempt(["lamp-led-shorted"], ["lamp-open"], search("lamp-led-shorted"))
    assert (found.right_cause, found.support) == (1.0, Support.FOLLOWS)
    assert (found.alike, found.action) == (("lamp-led-shorted",), "ask-about-light")
    rows = [{"measurement": r.measurement, "value": r.value} for r in search("lamp-led-shorted")]
    answer = {"code": code_of("lamp-led-shorted"), "readings": rows, "causes": ["lamp-open"]}
    verdicts = {
        v.rule.id: v for v in CASE_RULES.judge({**answer, "part": "lamp", "decision": "replace"}).verdicts
    }
    assert "Tanya pemilik" in verdicts["case.reasoning"].sentence("id")
    plain = attempt(["switch-broken"], ["switch-broken"], search("switch-broken"))
    assert (plain.alike, plain.action) == ((), None)


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


@pytest.mark.parametrize(("kit", "id_"), [(kit, fault.id) for kit in CHARTS for fault in faults_of(kit)])
def test_following_the_catalogue_is_always_safe_and_right(kit, id_):
    one = catalogue()[id_]
    drawn = replace(draw(0, 1, kit), faults=(one,))
    taken = search(id_, chart=CHARTS[kit])
    found = review(drawn, taken, Conclusion((id_,), one.where, one.advice.decision))
    assert (found.right_cause, found.right_part, found.safe, found.right_decision) == (1.0, 1.0, True, True)
    assert found.support is Support.FOLLOWS


def test_two_faults_at_once_are_named_together():
    both = [fault("panel-dirty"), fault("switch-broken")]
    together = row_of(kits()["b"], tuple(both), CHART.measurements)
    assert together[CHART.measurement("noon_off:I_pv")] == pytest.approx(0.645, abs=0.01)
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
    assert pair.unexplained is None
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
