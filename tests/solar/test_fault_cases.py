"""Cases: drawn again by their code, different from their neighbours, and any two faults together come to rest."""

from collections import Counter
from itertools import combinations, pairwise, permutations, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lentera.solar.diagnosis import chart_of
from lentera.solar.diagnosis.chart import row_of
from lentera.solar.faults import (
    CaseError,
    Glow,
    Shows,
    Situation,
    as_found,
    case,
    draw,
    fault,
    faults_of,
    reading_table,
    readings,
    with_faults,
)
from lentera.solar.faults.catalogue import hidden_pairs, kits
from lentera.solar.installation import kit_b

KIT = kit_b()
FAULTS = faults_of("b", real=False)
IDS = [fault.id for fault in FAULTS]


def test_a_code_draws_the_same_case_again():
    drawn = draw(417, 2, "b")
    assert drawn.code == "B2-0417"
    again = case("B2-0417")
    assert again.code == drawn.code
    assert again.faults == drawn.faults
    assert again.installation == drawn.installation
    assert again.complaint == drawn.complaint
    assert case(" b2-0417 ").faults == drawn.faults


def test_codes_draw_the_same_case_on_every_computer():
    # A class writes codes on paper: whoever changes these draws the faults of every class anew.
    assert {code: [fault.id for fault in case(code).faults] for code in PINNED} == PINNED


@pytest.mark.parametrize("kit", ["a", "b"])
@pytest.mark.parametrize("level", [1, 2, 3])
def test_neighbours_differ(level, kit):
    drawn = [draw(number, level, kit).faults for number in range(400)]
    assert all(one != next_one for one, next_one in pairwise(drawn))


def test_levels_hold_what_they_promise():
    easy, middle, hard = ([draw(number, level) for number in range(300)] for level in (1, 2, 3))
    assert all(len(case.faults) == 1 and case.faults[0].level == 1 for case in easy)
    assert all(len(case.faults) == 1 and case.faults[0].level == 2 for case in middle)
    assert "battery-full" in {case.faults[0].id for case in middle}
    assert {len(case.faults) for case in hard} == {1, 2}
    assert all(case.faults[0].level == 3 for case in hard if len(case.faults) == 1)
    assert all(fault.real for case in hard for fault in case.faults)
    pairs = Counter(len(case.faults) for case in hard)
    assert 90 < pairs[2] < 210


def test_what_is_met_more_often_is_drawn_more_often():
    drawn = Counter(draw(number, 2).faults[0].id for number in range(600))
    assert drawn["battery-aged"] > 3 * drawn["battery-reversed"]


def test_every_fault_of_a_level_turns_up():
    for level in (1, 2):
        drawn = {draw(number, level).faults[0].id for number in range(600)}
        assert drawn == {fault.id for fault in FAULTS if fault.level == level}


def test_two_faults_of_a_case_never_sit_in_the_same_place():
    for number in range(300):
        for one, other in combinations(draw(number, 3).faults, 2):
            assert not one.touches & other.touches
            assert one.where != other.where


def test_the_owner_tells_what_leaves_her_in_the_dark():
    found = next(
        drawn
        for drawn in (draw(number, 3) for number in range(200))
        if len(drawn.faults) == 2 and "switch-broken" in {fault.id for fault in drawn.faults}
    )
    assert found.complaint == fault("switch-broken").symptom


def test_a_case_is_mended_one_fault_at_a_time():
    drawn = next(drawn for drawn in (draw(number, 3) for number in range(50)) if len(drawn.faults) == 2)
    first, second = drawn.faults
    half = drawn.mended(first)
    assert half.faults == (second,)
    assert half.installation == as_found(second.apply(KIT.installation))
    assert half.mended(second).installation == KIT.installation


def test_a_case_is_found_as_the_evening_left_it():
    found = as_found(fault("lamp-shorted").apply(KIT.installation))
    assert found.unit("fuse").blown
    assert as_found(fault("lamp-led-shorted").apply(KIT.installation)).unit("lamp1").open
    flat = fault("battery-flat").apply(KIT.installation)
    assert as_found(flat) == flat
    assert as_found(KIT.installation) == KIT.installation


def hides(kit, one, other):
    """Say whether no measurement shows the other fault beside this one."""
    chart = chart_of(kit)
    both = row_of(kits()[kit], (one, other), chart.measurements)
    alone = chart.values[chart.suspect(one.id)]
    return all(chart.alike(k, both[k : k + 1], alone[k : k + 1])[0] <= 1.0 for k in range(len(alone)))


def together(kit):
    """Give the pairs of faults that could be a case."""
    return [
        (one, other)
        for one, other in combinations(faults_of(kit), 2)
        if not one.touches & other.touches
        and one.where != other.where
        and Shows.EYES not in (one.shows, other.shows)
    ]


def check_hidden(kit, pairs):
    for one, other in pairs:
        hidden = hides(kit, one, other) or hides(kit, other, one)
        assert hidden == (frozenset({one.id, other.id}) in hidden_pairs(kit)), (one.id, other.id)


@pytest.mark.parametrize(("kit", "step"), [("a", 1), ("b", 23)])
def test_a_fault_that_hides_another_one_is_known(kit, step):
    check_hidden(kit, together(kit)[::step])


@pytest.mark.soak
def test_all_faults_that_hide_another_one_are_known():
    check_hidden("b", together("b"))


def test_of_two_faults_neither_hides_the_other():
    for kit in ("a", "b"):
        for number in range(300):
            ids = frozenset(fault.id for fault in draw(number, 3, kit).faults)
            assert ids not in hidden_pairs(kit)
            assert len(ids) == 1 or "fuse-is-wire" not in ids


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((-1, 1, "b"), "number is -1; give a whole number from 0 to 9999"),
        ((10_000, 1, "b"), "number is 10000"),
        ((1.5, 1, "b"), "number is 1.5"),
        ((True, 1, "b"), "number is True"),
        ((0, 4, "b"), "level is 4; give 1, 2 or 3"),
        ((0, 1, "q"), "kit is 'q'; there are"),
    ],
)
def test_a_case_that_cannot_be_is_refused(arguments, sentence):
    with pytest.raises(CaseError, match=sentence):
        draw(*arguments)


@pytest.mark.parametrize("code", ["", "B2", "B2-417", "B2-04170", "2B-0417", "B9-0001", "Q1-0001"])
def test_a_code_that_is_none_is_refused(code):
    with pytest.raises(CaseError):
        case(code)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(IDS), min_size=2, max_size=2, unique=True), st.sampled_from(Situation))
def test_any_two_faults_together_come_to_rest_in_any_order(ids, situation):
    tables = []
    for order in permutations(ids):
        struck = with_faults(KIT.installation, *(fault(id_) for id_ in order))
        seen = readings(struck, situation, KIT.test_points)
        assert seen.solution.converged
        assert set(seen.lamps.values()) <= set(Glow)
        tables.append(seen)
    one, other = tables
    for name in (*one.volts, *one.amps):
        assert one.value(name) == pytest.approx(other.value(name), abs=1e-5), name


@pytest.mark.soak
def test_every_two_faults_together_come_to_rest_in_every_situation():
    for one, other in combinations(FAULTS, 2):
        table = reading_table(with_faults(KIT.installation, one, other), KIT.test_points)
        assert all(seen.solution.converged for seen in table.values()), (one.id, other.id)


@pytest.mark.parametrize(
    ("first", "second"),
    list(product(("panel-joint-corroded", "panel-dirty"), ("lamp-joint-loose", "battery-aged"))),
)
def test_faults_of_two_sides_do_not_hide_each_other(first, second):
    both = with_faults(KIT.installation, fault(first), fault(second))
    noon = readings(both, Situation.NOON_OFF, KIT.test_points)
    night = readings(both, Situation.NIGHT_ON, KIT.test_points)
    alone_by_night = readings(fault(second).apply(KIT.installation), Situation.NIGHT_ON, KIT.test_points)
    alone_at_noon = readings(fault(first).apply(KIT.installation), Situation.NOON_OFF, KIT.test_points)
    assert noon.amps["I_pv"] == pytest.approx(alone_at_noon.amps["I_pv"], rel=0.06)
    assert night.amps["I_lamp"] == pytest.approx(alone_by_night.amps["I_lamp"], rel=1e-3)


PINNED = {
    "A1-0007": ["lamp-unplugged"],
    "A2-0100": ["lamp-cell-bad"],
    "A3-0417": ["panel-dirty", "lamp-cell-bad"],
    "B1-0000": ["panel-dirty"],
    "B1-0417": ["rain-week"],
    "B2-0001": ["lamp-reversed"],
    "B2-0417": ["fuse-holder-corroded"],
    "B3-0012": ["battery-terminal-corroded", "battery-cell-shorted"],
    "B3-9999": ["panel-dirty", "battery-aged"],
}
