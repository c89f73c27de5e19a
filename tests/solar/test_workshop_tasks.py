"""The marked tasks of the fault workshop: right, right another way, and each typical mistake."""

import pytest
from tests.solar.diagnosing import code_of

from lentera.course.style import TextKind, lint_text
from lentera.rules import MistakeKind
from lentera.solar.diagnosis import Kind, chart_of, measurement_of, measurements_of, take
from lentera.solar.diagnosis.decisions import SAFE
from lentera.solar.faults import case, fault
from lentera.tasks import RULE_SETS

FOUND, FEW, DECISIONS = (RULE_SETS[task] for task in ("s10-gangguan", "s10-hemat-ukur", "s10-keputusan"))
FAULTS = (
    "switch-broken",
    "lamp-open",
    "battery-flat",
    "panel-lead-open",
    "controller-dead",
    "fuse-holder-corroded",
)


def solved(id_, measured=("night_on:TP3", "night_on:TP6", "night_on:TP7"), **changes):
    """Solve the case of one fault with some measurements."""
    code, true = code_of(id_), fault(id_)
    rows = [{"measurement": one, "value": take(case(code), one).value} for one in measured]
    return {
        "code": code,
        "readings": rows,
        "part": true.where,
        "causes": [id_],
        "decision": true.advice.decision.value,
    } | changes


def answer(*cases):
    taken = {row["code"] for row in cases}
    spare = (code_of(id_) for id_ in (*FAULTS, "panel-dirty", "panel-shaded") if code_of(id_) not in taken)
    return {"kasus": [*cases, *({"code": next(spare)} for _ in range(6 - len(cases)))]}


def points(rules, content, maximum):
    return rules.judge(content).points(maximum)


FOUR = [solved(id_) for id_ in FAULTS[:4]]
SEVEN = [f"night_on:TP{n}" for n in (2, 3, 4, 5, 6, 7, 8)]


@pytest.mark.parametrize(
    "content",
    [
        answer(*FOUR),
        # Other cases, and all six of them.
        answer(*(solved(id_) for id_ in FAULTS)),
        # Other measurements: between two screws of her own choice, and amperes.
        answer(*(solved(id_, ("noon_off:I_pv", "night_on:switch.b~lamp1.minus")) for id_ in FAULTS[:4])),
    ],
)
def test_four_cases_with_part_and_cause_earn_all_points(content):
    assert points(FOUND, content, 40) == 40
    assert points(FEW, content, 20) == 20
    assert FOUND.judge(content).holds
    assert FEW.judge(content).holds


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_each_case_adds_its_points(count):
    content = answer(*FOUR[:count])
    assert points(FOUND, content, 40) == 10 * count
    assert points(FEW, content, 20) == 5 * count


@pytest.mark.parametrize(
    ("row", "mistake", "share"),
    [
        (solved("switch-broken", ()), "guess", 0.0),
        (solved("switch-broken", part="lamp"), "part", 0.5),
        (solved("switch-broken", part="lamp", causes=["lamp-open"]), "part", 0.0),
        (solved("lamp-cable-thin", causes=["lamp-joint-loose"]), "cause", 0.5),
        (solved("lamp-open", causes=["lamp-open", "panel-dirty"]), "second", 0.75),
        (solved("switch-broken", causes=[]), "open", 0.0),
        (solved("controller-no-regulation", decision="mend"), "danger", 1.0),
        (
            solved("lamp-shorted", part="fuse", causes=["battery-fuse-blown"], decision="replace"),
            "short_first",
            0.0,
        ),
    ],
)
def test_each_typical_mistake_is_named_and_keeps_what_is_earned(row, mistake, share):
    others = [one for one in FOUR if one["code"] != row["code"]][:3]
    report = FOUND.judge(answer(*others, row))
    assert report.finding.finding.mistake == mistake
    assert report.finding.finding.details["case"] == "4"
    assert report.share == pytest.approx((3 + share) / 4)


def test_a_fuse_replaced_without_looking_for_the_short_is_a_danger():
    row = solved("lamp-shorted", part="fuse", causes=["battery-fuse-blown"], decision="mend")
    report = FOUND.judge(answer(row))
    kinds = [verdict.kind for verdict in report.verdicts if not verdict.holds]
    assert kinds[0] is MistakeKind.DANGER
    # The same words are right where no short is left.
    assert FOUND.judge(answer(solved("battery-fuse-blown"))).verdicts[0].holds


def test_a_seventh_measurement_costs_a_share_of_the_thrift_and_nothing_of_the_finding():
    content = answer(*FOUR[:3], solved("panel-lead-open", SEVEN))
    assert points(FOUND, content, 40) == 40
    report = FEW.judge(content)
    assert report.finding.finding.mistake == "many"
    assert report.points(20) == pytest.approx(15 + 5 * 6 / 7, abs=0.01)
    assert "7" in report.next_step("id")


def test_the_best_check_of_a_case_counts_whatever_came_after_it():
    best = solved("switch-broken")
    spoilt = solved("switch-broken", SEVEN, part="lamp", causes=["lamp-open"]) | {"terbaik": best}
    content = answer(*FOUR[1:], spoilt)
    assert points(FOUND, content, 40) == 40
    assert points(FEW, content, 20) == 20


def test_what_is_begun_is_told_before_what_is_not():
    report = FOUND.judge(answer(FOUR[0], solved("lamp-open", part="panel", causes=["panel-dirty"])))
    assert report.finding.finding.mistake == "part"


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"kasus": "semua"},
        {"kasus": [FOUR[0]] * 2},
        {"kasus": [{"code": f"B1-{n:04d}"} for n in range(7)]},
        {"kasus": [FOUR[0] | {"terbaik": {"causes": ["moon"]}}]},
        {
            "kasus": [
                {"code": "B1-0001", "readings": [{"measurement": "night_on:lamp2.plus~fuse.a", "value": 1}]}
            ]
        },
    ],
)
def test_an_answer_that_cannot_be_read_says_so(content):
    for rules in (FOUND, FEW):
        assert rules.judge(content).without_answer is not None


def decided(**chosen):
    best = {"baterai_gembung": "call", "tuas_longgar": "mend", "panel_di_atap": "call"}
    best |= {"sekering_putus": "mend", "lampu_mati": "replace"}
    return {"isian": {name: {"pilihan": value} for name, value in (best | chosen).items()}}


@pytest.mark.parametrize(
    "content",
    [
        decided(),
        decided(sekering_putus="call"),
    ],
)
def test_five_safe_decisions_earn_all(content):
    report = DECISIONS.judge(content)
    assert report.holds
    assert report.points(20) == 20


@pytest.mark.parametrize(
    ("case_", "value", "kind"),
    [
        ("baterai_gembung", "mend", MistakeKind.DANGER),
        ("baterai_gembung", "replace", MistakeKind.DANGER),
        ("panel_di_atap", "mend", MistakeKind.DANGER),
        ("panel_di_atap", "replace", MistakeKind.DANGER),
        ("sekering_putus", "replace", MistakeKind.DANGER),
        ("tuas_longgar", "replace", MistakeKind.IMPROVE),
        ("lampu_mati", "mend", MistakeKind.IMPROVE),
        ("lampu_mati", "", MistakeKind.UNFINISHED),
        ("lampu_mati", "eat", MistakeKind.UNFINISHED),
    ],
)
def test_each_unsafe_or_wasteful_decision_has_its_own_sentence(case_, value, kind):
    report = DECISIONS.judge(decided(**{case_: value}))
    assert report.finding.rule.id == f"s10.decision.{case_}"
    assert report.finding.kind is kind
    assert report.points(20) == 16
    for language in ("id", "en"):
        assert report.finding_sentence(language)
        assert report.next_step(language)


def test_to_call_a_technician_is_never_a_danger_and_half_a_decision_where_own_hands_do():
    report = DECISIONS.judge(decided(**dict.fromkeys(SAFE, "call")))
    assert {verdict.kind for verdict in report.verdicts} == {None, MistakeKind.IMPROVE}
    assert report.points(20) == 16
    assert DECISIONS.judge(decided(lampu_mati="call")).points(20) == 18


@pytest.mark.parametrize("content", [{}, {"isian": 3}, {"isian": {"lampu_mati": "call"}}])
def test_decisions_that_cannot_be_read_say_so(content):
    assert DECISIONS.judge(content).without_answer is not None


def test_every_sentence_is_plain_and_has_no_open_blank():
    for rules in (FOUND, FEW, DECISIONS):
        for rule in rules.rules:
            texts = [rule.holds, *(text for one in rule.mistakes.values() for text in (one.says, one.next))]
            for text in texts:
                assert lint_text(text.id, TextKind.FEEDBACK) == [], text.id
            # A table of the whole class tells the finding without its case.
            assert all("{" not in one.says.id for one in rule.mistakes.values())


def test_what_the_meter_shows_lies_within_a_tolerance_of_the_chart():
    for kit, ids in (("b", FAULTS), ("a", ("lamp-unplugged", "lamp-plug-corroded"))):
        chart = chart_of(kit)
        for id_ in ids:
            drawn = case(code_of(id_))
            for measurement in measurements_of(drawn.kit):
                column = chart.measurement(measurement.id)
                value = chart.values[chart.suspect(id_), column]
                shown = take(drawn, measurement.id).value
                assert chart.alike(column, value, shown) <= (0.0 if measurement.kind is Kind.LOOK else 0.25)


def test_two_screws_of_her_own_choice_are_measured_like_the_test_point_beside_them():
    drawn = case(code_of("panel-dirty"))
    straight = take(drawn, "night_on:TP3").value
    turned = take(drawn, "night_on:controller.battery_minus~controller.battery_plus").value
    assert turned == pytest.approx(-straight)
    assert measurement_of(drawn, "night_on:switch.b~lamp1.minus").name.id.startswith(
        "Ukur volt: Sakelar kanan"
    )


def test_an_open_switch_reads_what_ten_megohms_leave_of_the_lamp():
    drawn = case(code_of("panel-dirty"))
    across = take(drawn, "night_off:switch.a~switch.b").value
    supply = take(drawn, "night_off:TP6").value
    # A lamp that is dark drops a few volts at the microampere of the meter.
    assert 0.0 < across < supply - 1.0
