"""Jobs at the kit: any safe order is right, each danger is named, and the next step always leads to the end."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lentera.course.style import StyleSeverity, TextKind, lint_text
from lentera.rules import MistakeKind, check
from lentera.solar.maintenance import (
    Danger,
    ProcedureError,
    StepRole,
    judge,
    procedure,
    procedure_rules,
    procedures,
    walk,
)
from lentera.solar.maintenance.constraint import Never
from lentera.solar.maintenance.read_procedures import packaged, read_procedures

ALL = sorted(procedures())
PASANG = list(procedure("b-pasang").example)
LEPAS = list(procedure("b-lepas").example)
BATTERY = ["join_battery_fuse", "join_fuse_controller", "join_battery_minus"]
PANEL = ["join_panel_plus", "join_panel_minus"]
LOAD = ["join_load_switch", "join_switch_lamp1", "join_lamp1_minus"]


def moved(order, step, before):
    rest = [name for name in order if name != step]
    rest.insert(rest.index(before), step)
    return rest


def put(order, step, before):
    at = order.index(before)
    return [*order[:at], step, *order[at:]]


def without(order, *steps):
    return [name for name in order if name not in steps]


def broken(judgement):
    return [violation.rule.id for violation in judgement.violations]


def shuffled(job, chance):
    """Draw one of the orders that the needs allow, with some of the optional steps."""
    steps = {
        name: step
        for name, step in job.steps.items()
        if step.role is StepRole.REQUIRED or (step.role is StepRole.OPTIONAL and chance.random() < 0.5)
    }
    order = []
    while len(order) < len(steps):
        ready = [n for n, s in steps.items() if n not in order and not (s.needs & steps.keys()) - set(order)]
        order.append(chance.choice(ready))
    return order


@pytest.mark.parametrize("name", ALL)
def test_the_example_is_right(name):
    judged = judge(name, procedure(name).example)
    assert judged.share == pytest.approx(1.0, abs=1e-12)
    assert judged.report.holds
    assert judged.praise("id") == ["Semua langkah selesai dengan aman."]
    assert not judged.missing


@given(st.sampled_from(ALL), st.integers(0, 10**9))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_every_order_that_the_needs_allow_is_right(name, seed):
    order = shuffled(procedure(name), random.Random(seed))  # noqa: S311 - shuffles orders
    judged = judge(name, order)
    assert (broken(judged), judged.early, judged.missing) == ([], (), ())
    assert judged.report.points(100) == 100


@pytest.mark.parametrize(
    "middle",
    [
        [*BATTERY, "insert_fuse", *PANEL, *LOAD],
        [*BATTERY, "insert_fuse", *LOAD, *PANEL],
        [*reversed(BATTERY), *LOAD, *PANEL, "insert_fuse"],
        [*BATTERY, PANEL[1], LOAD[2], "insert_fuse", PANEL[0], *LOAD[:2]],
    ],
    ids=["battery-panel-load", "battery-load-panel", "fuse last", "mixed"],
)
def test_panel_or_lamp_second_and_fuse_early_or_last_are_all_right(middle):
    start = ["measure_panel", "measure_battery"]
    order = [
        "dry_hands",
        "strip_cables",
        "rings_off",
        *start,
        "switch_off",
        "fuse_out",
        "cover_panel",
        *middle,
    ]
    judged = judge("b-pasang", [*order, "pull_test", "switch_on", "uncover_panel", "read_values"])
    assert judged.report.points(100) == 100, broken(judged)


BATERAI = list(procedure("b-rawat-baterai").example)
SEKERING = list(procedure("b-ganti-sekering").example)
GANTI = list(procedure("b-ganti-baterai").example)
UKUR = list(procedure("b-ukur-isi-baterai").example)
PANEL_WASH = list(procedure("rawat-panel").example)
COLOK = list(procedure("a-pasang").example)
CABUT = list(procedure("a-lepas").example)

# procedure, order, every rule that it breaks, most dangerous first
BROKEN = [
    ("b-pasang", moved(PASANG, "rings_off", "join_battery_fuse"), ["rings-off"]),
    ("b-pasang", without(PASANG, "rings_off"), ["rings-off"]),
    ("b-pasang", moved(PASANG, "dry_hands", "join_panel_plus"), ["dry"]),
    ("b-pasang", moved(PASANG, "insert_fuse", "join_battery_minus"), ["fuse-out"]),
    ("b-pasang", without(PASANG, "fuse_out"), ["fuse-out"]),
    (
        "b-pasang",
        moved(PASANG, "join_panel_plus", "join_battery_fuse"),
        ["battery-before-panel", "polarity-panel"],
    ),
    (
        "b-pasang",
        moved(PASANG, "join_battery_minus", "join_panel_minus"),
        ["fuse-out", "battery-before-panel"],
    ),
    ("b-pasang", moved(PASANG, "join_lamp1_minus", "join_battery_minus"), ["battery-before-load"]),
    ("b-pasang", moved(PASANG, "uncover_panel", "insert_fuse"), ["panel-covered"]),
    (
        "b-pasang",
        moved(moved(PASANG, "insert_fuse", "switch_on"), "uncover_panel", "insert_fuse"),
        ["sun-without-battery"],
    ),
    ("b-pasang", put(PASANG, "uncover_panel", "join_panel_minus"), ["panel-covered"]),
    ("b-pasang", without(PASANG, "cover_panel"), ["panel-covered"]),
    ("b-pasang", moved(PASANG, "measure_battery", "join_battery_minus"), ["polarity-battery"]),
    ("b-pasang", moved(PASANG, "measure_panel", "join_panel_minus"), ["polarity-panel"]),
    ("b-pasang", moved(PASANG, "switch_on", "join_lamp1_minus"), ["switch-off-while-joining", "pull-test"]),
    ("b-pasang", put(PASANG, "switch_on", "strip_cables"), ["switch-off-while-joining", "pull-test"]),
    ("b-pasang", without(PASANG, "switch_off"), ["switch-off-while-joining"]),
    ("b-pasang", without(PASANG, "pull_test"), ["pull-test"]),
    ("b-lepas", moved(LEPAS, "rings_off", "off_fuse_controller"), ["rings-off"]),
    ("b-lepas", moved(LEPAS, "dry_hands", "off_lamp1_minus"), ["dry"]),
    ("b-lepas", moved(LEPAS, "fuse_out", "off_battery_minus"), ["fuse-out"]),
    ("b-lepas", moved(LEPAS, "off_lamp1_minus", "off_battery_minus"), ["battery-last"]),
    ("b-lepas", moved(LEPAS, "fuse_out", "cover_panel"), ["sun-without-battery"]),
    (
        "b-lepas",
        put(without(LEPAS, "fuse_out"), "fuse_out", "rings_off"),
        ["sun-without-battery", "load-off-first"],
    ),
    ("b-lepas", moved(LEPAS, "cover_panel", "off_panel_minus"), ["panel-covered"]),
    ("b-lepas", moved(LEPAS, "switch_off", "off_load_switch"), ["load-off-first"]),
    ("b-lepas", put(LEPAS, "switch_on", "off_load_switch"), []),  # not a step of this job
    ("rawat-panel", moved(PANEL_WASH, "check_reach", "wipe_panel"), ["reach-first"]),
    ("rawat-panel", moved(PANEL_WASH, "wait_cool", "wipe_panel"), ["cool-panel"]),
    ("rawat-panel", moved(PANEL_WASH, "wipe_panel", "rinse_panel"), ["rinse-first"]),
    ("b-rawat-baterai", moved(BATERAI, "look_battery", "clean_posts"), ["look-first"]),
    ("b-rawat-baterai", moved(BATERAI, "rings_off", "tighten_posts"), ["rings-off"]),
    ("b-rawat-baterai", moved(BATERAI, "open_windows", "tighten_posts"), ["air"]),
    ("b-rawat-baterai", moved(BATERAI, "wear_gloves", "tighten_posts"), ["gloves"]),
    ("b-rawat-baterai", moved(BATERAI, "insert_fuse", "tighten_posts"), ["fuse-out"]),
    ("b-rawat-baterai", moved(BATERAI, "cover_panel", "clean_posts"), ["sun-without-battery"]),
    ("b-rawat-baterai", moved(BATERAI, "switch_off", "clean_posts"), ["load-off-first"]),
    ("b-rawat-baterai", moved(BATERAI, "uncover_panel", "insert_fuse"), ["sun-without-battery"]),
    ("b-ganti-sekering", moved(SEKERING, "find_short", "uncover_panel"), ["find-short-first", "ohm-dead"]),
    ("b-ganti-sekering", without(SEKERING, "find_short"), ["find-short-first"]),
    ("b-ganti-sekering", moved(SEKERING, "read_rating", "uncover_panel"), ["same-rating"]),
    ("b-ganti-sekering", moved(SEKERING, "switch_off", "find_short"), ["load-off-first"]),
    ("b-ganti-sekering", moved(SEKERING, "rings_off", "read_rating"), ["rings-off"]),
    ("b-ganti-sekering", moved(SEKERING, "dry_hands", "insert_fuse"), ["dry"]),
    ("b-ganti-sekering", moved(SEKERING, "cover_panel", "insert_fuse"), ["ohm-dead"]),
    (
        "b-ganti-sekering",
        put(put(SEKERING, "uncover_panel", "switch_on"), "old_fuse_out", "switch_on"),
        ["sun-without-battery"],
    ),
    ("b-ganti-baterai", moved(GANTI, "look_battery", "off_battery_minus"), ["look-first"]),
    ("b-ganti-baterai", moved(GANTI, "rings_off", "off_battery_fuse"), ["rings-off"]),
    ("b-ganti-baterai", moved(GANTI, "dry_hands", "off_battery_fuse"), ["dry"]),
    ("b-ganti-baterai", moved(GANTI, "wear_gloves", "off_battery_fuse"), ["gloves"]),
    ("b-ganti-baterai", moved(GANTI, "insert_fuse", "join_battery_minus"), ["fuse-out"]),
    ("b-ganti-baterai", moved(GANTI, "tape_posts", "measure_battery"), ["posts-taped"]),
    ("b-ganti-baterai", moved(GANTI, "cover_panel", "off_battery_minus"), ["sun-without-battery"]),
    ("b-ganti-baterai", moved(GANTI, "switch_off", "off_battery_fuse"), ["load-off-first"]),
    ("b-ganti-baterai", moved(GANTI, "match_battery", "measure_battery"), ["match-battery"]),
    ("b-ganti-baterai", moved(GANTI, "measure_battery", "insert_fuse"), ["polarity-battery"]),
    ("b-ganti-baterai", moved(GANTI, "set_profile", "switch_on"), ["profile-first"]),
    ("b-ganti-baterai", moved(GANTI, "pull_test", "read_values"), ["pull-test"]),
    ("b-ukur-isi-baterai", moved(UKUR, "charge_full", "wait_cutoff"), ["full-first"]),
    ("b-ukur-isi-baterai", moved(UKUR, "cover_panel", "note_end"), ["no-sun-in-test"]),
    ("b-ukur-isi-baterai", put(UKUR, "uncover_panel", "wait_cutoff"), ["no-sun-in-test"]),
    ("a-pasang", moved(COLOK, "check_lamps", "check_plugs"), ["check-lamps-first"]),
    ("a-pasang", moved(COLOK, "dry_plugs", "plug_lamps"), ["plugs-dry"]),
    ("a-pasang", moved(COLOK, "lamps_on", "charge_day"), ["charge-first"]),
    ("a-lepas", moved(CABUT, "store_dry", "dry_plugs"), ["plugs-dry"]),
    ("a-lepas", moved(CABUT, "lamps_off", "unplug_lamps"), ["lamps-off-first"]),
]


@pytest.mark.parametrize(("name", "order", "rules"), BROKEN)
def test_what_is_unsafe_is_named_the_most_dangerous_first(name, order, rules):
    judged = judge(name, order)
    assert sorted(broken(judged)) == sorted(rules)
    ranks = [violation.rule.danger.rank for violation in judged.violations]
    assert ranks == sorted(ranks)
    if rules:
        assert judged.share < 1.0
        assert judged.report.finding.rule.id == f"{name}.{broken(judged)[0]}"


TRAPS = [
    (name, rule.id, trap)
    for name in ALL
    for rule in procedure(name).rules
    if isinstance(rule.constraint, Never)
    for trap in sorted(rule.constraint.steps)
]


@pytest.mark.parametrize(("name", "rule", "trap"), TRAPS)
def test_a_trap_is_named_wherever_it_is_stepped_into(name, rule, trap):
    example = list(procedure(name).example)
    for at in (0, len(example) // 2, len(example)):
        judged = judge(name, [*example[:at], trap, *example[at:]])
        assert broken(judged) == [rule]
        assert judged.violations[0].position == at + 1
        assert judged.share < 1.0


def test_every_rule_of_every_job_is_broken_by_some_case_here_and_every_trap_has_a_rule():
    shown = {(name, rule) for name, _order, rules in BROKEN for rule in rules} | {case[:2] for case in TRAPS}
    assert shown == {(name, rule.id) for name in ALL for rule in procedure(name).rules}
    traps = {
        (name, step.id)
        for name in ALL
        for step in procedure(name).steps.values()
        if step.role is StepRole.TRAP
    }
    assert traps == {(name, trap) for name, _rule, trap in TRAPS}


@pytest.mark.parametrize("name", ALL)
def test_every_broken_need_is_reported_with_both_steps(name):
    job = procedure(name)
    example = list(job.example)
    for step in job.steps.values():
        for need in step.needs:
            order = moved(example, step.id, need)
            judged = judge(name, order)
            slips = {(slip.step.id, slip.need.id): slip.position for slip in judged.early}
            assert slips[step.id, need] == order.index(step.id) + 1
            assert judged.share < 1.0 or step.role is StepRole.OPTIONAL


@pytest.mark.parametrize("name", ALL)
def test_examples_hold_every_step_but_the_traps_and_needs_point_at_required_steps(name):
    job = procedure(name)
    assert set(job.example) == {step.id for step in job.steps.values() if step.role is not StepRole.TRAP}
    required = {step.id for step in job.required}
    for step in job.required:
        assert step.needs <= required, step.id


def test_uncovering_the_panel_in_between_is_caught_at_its_place():
    judged = judge("b-pasang", put(PASANG, "uncover_panel", "join_panel_minus"))
    (violation,) = judged.violations
    assert (violation.rule.id, violation.step.id) == ("panel-covered", "join_panel_minus")
    assert violation.position == PASANG.index("join_panel_minus") + 2
    assert violation.rule.danger is Danger.DAMAGE


def test_a_rule_broken_twice_is_told_once_at_its_first_place():
    judged = judge("b-pasang", ["join_panel_plus", "join_panel_minus", "bridge_posts", "bridge_posts"])
    places = {violation.rule.id: violation.position for violation in judged.violations}
    assert places["panel-covered"] == places["battery-before-panel"] == 1
    assert places["no-short"] == 3
    assert not judged.walk.safe


def test_wear_alone_is_still_safe():
    judged = judge("rawat-panel", moved(PANEL_WASH, "wait_cool", "wipe_panel"))
    assert broken(judged) == ["cool-panel"]
    assert judged.walk.safe


def test_unknown_and_useless_steps_cost_nothing_and_are_told():
    judged = judge("b-pasang", ["terbang", *PASANG[:9], "join_battery_fuse", *PASANG[9:], "", "rings_off"])
    assert judged.walk.unknown == (1, 26)
    assert judged.walk.repeated == (11,)
    assert judged.report.points(100) == 100


def test_what_was_undone_at_the_end_is_missing_again():
    judged = judge("b-pasang", [*PASANG, "cover_panel"])
    assert [step.id for step in judged.missing] == ["uncover_panel"]
    assert judged.next_steps[0].id == "uncover_panel"
    assert 0.95 < judged.share < 1.0
    assert judge("b-pasang", [*PASANG, "cover_panel", "uncover_panel"]).report.points(100) == 100


def test_nothing_done_earns_nothing_and_blames_nothing():
    for name in ALL:
        judged = judge(name, [])
        assert (judged.share, judged.violations, judged.praise("id")) == (0.0, (), [])
        assert judged.next_steps


def test_half_done_earns_about_half_and_says_what_comes_next():
    judged = judge("b-pasang", PASANG[:11])
    assert not judged.violations
    assert 0.3 < judged.share < 0.7
    assert judged.report.finding.kind is MistakeKind.UNFINISHED
    assert judged.report.next_step("id") == judged.next_steps[0].text.id
    assert judged.next_steps[0].id == "insert_fuse"


def test_a_danger_that_was_met_once_is_not_offered_again():
    order = moved(PASANG, "uncover_panel", "join_panel_plus")
    judged = judge("b-pasang", order[: order.index("join_panel_minus")])
    assert broken(judged) == ["panel-covered"]
    assert "join_panel_minus" not in {step.id for step in judged.next_steps}
    assert judged.next_steps[0].id == "cover_panel"


def test_a_standing_danger_is_ended_first():
    order = moved(PASANG, "uncover_panel", "insert_fuse")
    judged = judge("b-pasang", without(order[: order.index("pull_test")], "insert_fuse"))
    assert "sun-without-battery" in broken(judged)
    assert {step.id for step in judged.next_steps[:2]} == {"cover_panel", "insert_fuse"}
    # A fuse that blew in the sun is nobody's mistake, but the panel is covered before the new fuse goes in.
    started = judge("b-ganti-sekering", [])
    assert started.violations == ()
    assert started.next_steps[0].id == "cover_panel"


ANY_STEPS = st.sampled_from(ALL).flatmap(
    lambda name: st.tuples(
        st.just(name), st.lists(st.sampled_from([*procedure(name).steps, "terbang", ""]), max_size=40)
    )
)


@given(ANY_STEPS)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_any_list_of_steps_gets_a_judgement(case):
    name, steps = case
    judged = judge(name, steps)
    assert judged == judge(name, list(steps))
    assert 0.0 <= judged.share <= 1.0
    assert len(set(broken(judged))) == len(broken(judged))
    assert all(steps[violation.position - 1] == violation.step.id for violation in judged.violations)
    assert (judged.share == pytest.approx(1.0)) == judged.report.holds
    for code in ("id", "en"):
        texts = [*judged.praise(code), judged.report.finding_sentence(code), judged.report.next_step(code)]
        assert not any("{" in text for text in texts)


@given(ANY_STEPS)
@settings(max_examples=100, deadline=None, derandomize=True)
def test_the_offered_next_step_breaks_nothing_new_and_leads_to_the_end(case):
    name, steps = case
    job = procedure(name)
    walked, before = walk(job, steps), set(broken(walk(job, steps)))
    for _ in range(3 * len(job.steps)):
        if walked.complete:
            break
        assert walked.next_steps, (name, steps)
        assert all(step.role is not StepRole.TRAP for step in walked.next_steps)
        steps = [*steps, walked.next_steps[0].id]
        walked = walk(job, steps)
    assert walked.complete, (name, steps)
    assert set(broken(walked)) == before


@pytest.mark.parametrize("name", ALL)
def test_a_forgotten_or_late_step_is_led_back_to_safely(name):
    # A forgotten fuse is asked for only once the panel is covered again.
    job = procedure(name)
    example = list(job.example)
    orders = [without(example, step) for step in example]
    orders += [[*without(example, step), step] for step in example]
    orders += [[step, *without(example, step)] for step in example]
    for order in orders:
        steps, before = list(order), set(broken(walk(job, order)))
        while not walk(job, steps).complete:
            assert len(steps) < 2 * len(example) + 5, (order, steps)
            assert walk(job, steps).next_steps, (order, steps)
            steps.append(walk(job, steps).next_steps[0].id)
        assert set(broken(walk(job, steps))) == before, (order, steps)


def test_a_job_without_a_fuse_taken_out_is_led_over_the_covered_panel():
    judged = judge("b-rawat-baterai", without(BATERAI, "fuse_out"))
    assert [step.id for step in judged.next_steps[:1]] == ["cover_panel"]
    assert judged.report.share < 0.7


@pytest.mark.parametrize(
    ("order", "most"),
    [
        (put(PASANG, "bridge_posts", "pull_test"), 0.8),
        (moved(PASANG, "insert_fuse", "join_battery_minus"), 0.8),
    ],
    ids=["short", "fuse in early"],
)
def test_who_met_a_danger_has_no_points_for_the_order(order, most):
    judged = judge("b-pasang", order)
    assert judged.walk.complete
    assert judged.share < most
    worn = judge("b-pasang", without(PASANG, "pull_test"))
    assert worn.share > judged.share


@given(ANY_STEPS, st.data())
@settings(max_examples=60, deadline=None, derandomize=True)
def test_a_trap_never_raises_the_mark(case, data):
    name, steps = case
    trap = data.draw(
        st.sampled_from([s.id for s in procedure(name).steps.values() if s.role is StepRole.TRAP])
    )
    assert judge(name, [*steps, trap]).share <= judge(name, steps).share


def test_the_rule_set_gives_the_same_mark_and_the_same_first_sentence():
    rules = procedure_rules(procedure("b-lepas"), task="s06-lepas", answer="s06-lepas")
    assert (rules.task, rules.answer) == ("s06-lepas", "s06-lepas")
    order = moved(LEPAS, "fuse_out", "cover_panel")
    report = rules.judge({"steps": order})
    judged = judge("b-lepas", order)
    assert report.points(20) == judged.report.points(20) < 20
    checked = check([rules], {"steps": order})
    assert (
        checked.finding.sentence("id")
        == judged.report.finding_sentence("id")
        == judged.violations[0].rule.says.id
    )
    assert sum(rule.weight for rule in rules.rules) == pytest.approx(100)


@pytest.mark.parametrize("content", [{}, {"steps": "rings_off"}, {"steps": [1]}, {"steps": None}, []])
def test_a_damaged_answer_says_so(content):
    report = procedure_rules(procedure("b-pasang")).judge(content)
    assert report.share == 0
    assert "belum terbaca" in report.finding_sentence("id")


def test_no_answer_yet_says_where_to_begin():
    assert procedure_rules(procedure("b-pasang")).judge(None).finding_sentence("en").startswith("No step yet")


def test_an_unknown_procedure_and_an_order_that_is_no_list_are_refused():
    with pytest.raises(ProcedureError, match="there is no procedure 'terbang'; choose from a-lepas"):
        judge("terbang", [])
    with pytest.raises(ProcedureError, match="steps_done is not a list of step names"):
        judge("b-pasang", "rings_off")
    with pytest.raises(ProcedureError, match="steps_done"):
        judge("b-pasang", [3])


SAY = {"id": "Satu.", "en": "One."}
LIBRARY = {
    "step": {name: {"text": SAY, "part": "lamp", "sets": [name]} for name in ("one", "two")},
    "part": {"lamp": SAY},
    "tool": {},
    "derived": {},
}
RULE = {
    "danger": "care",
    "holds": SAY,
    "says": SAY,
    "next": SAY,
    "reason": SAY,
    "source": "here",
    "mark": "K",
}
JOB = {
    "kits": ["b"],
    "title": SAY,
    "start": [],
    "goal": [],
    "optional": [],
    "traps": [],
    "example": ["one", "two"],
    "steps": {"one": [], "two": ["one"]},
    "rules": [{"rule": "first", "before": ["one"], "steps": ["two"]}],
}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"steps": {"one": ["two"], "two": ["one"]}}, "job: one, two need each other; take one need out"),
        ({"steps": {"one": ["three"], "two": []}}, "job: 'three' is not a step here; check its spelling"),
        ({"steps": {"three": []}, "example": []}, "'three' is not a step here"),
        ({"example": ["one", "three"]}, "'three' is not a step here"),
        ({"goal": ["not lit"]}, "'lit' is not a fact here"),
        ({"rules": [{"rule": "second", "never": ["one"]}]}, "'second' is not a safety rule here"),
        ({"rules": [{"rule": "first", "after": ["one"]}]}, "rule first has after; give before and steps"),
        ({"rules": [{"rule": "first", "only_when": ["lit"], "steps": ["two"]}]}, "'lit' is not a fact here"),
        ({"title": {"id": "Satu."}}, "job: write title = { id = …, en = … }"),
    ],
)
def test_a_procedure_that_does_not_fit_is_refused_with_a_sentence(change, sentence):
    assert read_procedures(LIBRARY, {"rule": {"first": RULE}}, {}, {"job": JOB})["job"].required
    with pytest.raises(ProcedureError) as refused:
        read_procedures(LIBRARY, {"rule": {"first": RULE}}, {}, {"job": JOB | change})
    assert sentence in str(refused.value)


def test_every_safety_rule_and_step_of_the_files_is_used():
    assert set(packaged("safety.toml")["rule"]) == {
        rule.id for job in procedures().values() for rule in job.rules
    }
    assert set(packaged("steps.toml")["step"]) == {
        step for job in procedures().values() for step in job.steps
    }
    used = {tool for job in procedures().values() for step in job.steps.values() for tool in step.tools}
    assert set(packaged("steps.toml")["tool"]) == used
    parts = {step.part for job in procedures().values() for step in job.steps.values()}
    assert set(packaged("steps.toml")["part"]) == parts


STEPS = [step for job in procedures().values() for step in job.steps.values()]
RULES = [rule for job in procedures().values() for rule in job.rules]
TEXTS = (
    {step.text.id: TextKind.STEP for step in STEPS}
    | {
        text.id: TextKind.FEEDBACK
        for rule in RULES
        for text in (rule.holds, rule.says, rule.next, rule.reason)
    }
    | {job.title.id: TextKind.LABEL for job in procedures().values()}
)


def test_texts_are_plain():
    faults = {text: lint_text(text, kind) for text, kind in TEXTS.items()}
    assert {text: found for text, found in faults.items() if found} == {}


def test_what_is_said_of_a_danger_is_short():
    for rule in RULES:
        assert rule.source
        for words in (rule.holds, rule.says, rule.next, rule.reason):
            for sentence in words.id.replace("?", ".").replace("!", ".").split("."):
                assert len(sentence.split()) <= 12, sentence


def test_general_sentences_are_plain():
    general = packaged("safety.toml")["general"]
    pairs = [row for row in general.values() if "id" in row]
    pairs += [row[key] for row in general.values() if "id" not in row for key in row]
    for pair in pairs:
        faults = [f for f in lint_text(pair["id"], TextKind.FEEDBACK) if f.severity is StyleSeverity.ERROR]
        assert faults == []
