"""The rules of the parts and their poles: right, right in other shapes, and each typical mistake."""

import pytest

from lentera.solar.knowing import COMPONENTS, SEVEN
from lentera.tasks import RULE_SETS

RIGHT = {part: part for part in ("panel", "pengatur", "baterai", "sekering", "sakelar", "lampu", "kabel")}
POLES = {
    "panel": ("atas", "bawah"),
    "baterai": ("kiri", "kanan"),
    "pengatur": ("sekrup3", "sekrup4"),
    "lampu": ("kanan", "kiri"),
    "multimeter": ("polos", "belang"),
}


def matched(**changes):
    return RULE_SETS["s04-bagian"].judge({"cocok": {**RIGHT, **changes}})


def pointed(**changes):
    chosen = {**POLES, **changes}
    rows = {name: {"plus": plus, "minus": minus} for name, (plus, minus) in chosen.items()}
    return RULE_SETS["s04-kutub"].judge({"kutub": rows})


# Parts and uses


def test_seven_parts_have_seven_different_uses():
    assert list(SEVEN) == list(RIGHT)
    assert len({part.use.id for part in SEVEN.values()}) == len({part.use.en for part in SEVEN.values()}) == 7


@pytest.mark.parametrize(
    "content",
    [
        {"cocok": RIGHT},
        {"cocok": dict(reversed(RIGHT.items())), "kartu": "panel"},
        {"cocok": {**RIGHT, "payung": "panel"}, "dikenal": ["lampu"]},
    ],
)
def test_all_seven_matched_give_28_points(content):
    report = RULE_SETS["s04-bagian"].judge(content)
    assert report.holds
    assert report.points(28) == 28


@pytest.mark.parametrize(
    ("part", "use", "mistake"),
    [
        ("pengatur", "baterai", "baterai"),
        ("baterai", "pengatur", "pengatur"),
        ("sekering", "sakelar", "sakelar"),
        ("sakelar", "sekering", "sekering"),
        ("panel", "lampu", "lampu"),
        ("lampu", "panel", "panel"),
        ("kabel", "lampu", "other"),
        ("panel", "kabel", "other"),
        ("baterai", "", "empty"),
    ],
)
def test_each_mix_up_has_its_own_sentence(part, use, mistake):
    report = matched(**{part: use})
    assert (report.finding.rule.id, report.finding.finding.mistake) == (f"s04.part.{part}", mistake)
    assert report.points(28) == 24
    for language in ("id", "en"):
        said = report.finding_sentence(language) + report.next_step(language)
        assert said
        assert "{" not in said


def test_two_parts_that_swap_uses_lose_two_shares():
    assert matched(pengatur="baterai", baterai="pengatur").points(28) == 20


def test_one_use_for_all_earns_one_share():
    assert matched(**dict.fromkeys(RIGHT, "lampu")).points(28) == 4


def test_what_is_missing_is_unfinished_and_costs_no_more_than_itself():
    report = RULE_SETS["s04-bagian"].judge({"cocok": {"panel": "panel"}})
    assert report.points(28) == 4
    assert report.finding.kind == "unfinished"


# Poles


@pytest.mark.parametrize("extra", [{}, {"payung": {"plus": "x"}}, {"sakelar": 3}])
def test_all_ten_poles_give_10_points(extra):
    rows = {name: {"minus": minus, "plus": plus} for name, (plus, minus) in POLES.items()}
    report = RULE_SETS["s04-kutub"].judge({"kutub": {**rows, **extra}})
    assert report.holds
    assert report.points(10) == 10


@pytest.mark.parametrize("component", POLES)
@pytest.mark.parametrize(
    ("choose", "mistake", "points"),
    [
        (lambda plus, minus: (minus, plus), "swapped", 8),
        (lambda _plus, _minus: ("", ""), "empty", 8),
        (lambda plus, _minus: (plus, ""), "half", 9),
        (lambda _plus, minus: ("", minus), "half", 9),
        (lambda plus, _minus: (plus, plus), "same", 9),
        (lambda _plus, minus: (minus, ""), "other", 8),
    ],
)
def test_typical_mistakes_with_poles(component, choose, mistake, points):
    report = pointed(**{component: choose(*POLES[component])})
    assert (report.finding.rule.id, report.finding.finding.mistake) == (f"s04.pole.{component}", mistake)
    assert report.points(10) == points
    for language in ("id", "en"):
        assert "{" not in report.finding_sentence(language) + report.next_step(language)


@pytest.mark.parametrize("pair", [("sekrup1", "sekrup2"), ("sekrup5", "sekrup6")])
def test_another_pair_of_the_controller_is_told_apart(pair):
    report = pointed(pengatur=pair)
    assert report.finding.finding.mistake == "other_pair"
    assert "BATERAI" in report.finding_sentence("id")
    assert report.points(10) == 8


def test_one_right_screw_of_the_controller_earns_half():
    report = pointed(pengatur=("sekrup3", "sekrup2"))
    assert report.finding.finding.mistake == "other"
    assert "minus" in report.finding_sentence("id")
    assert report.points(10) == 9


def test_the_same_sign_twice_names_the_pole_to_move():
    assert "minus" in pointed(lampu=("kanan", "kanan")).next_step("id")
    assert "plus" in pointed(lampu=("kiri", "kiri")).next_step("id")


def test_places_are_those_of_the_bench_picture():
    # panel: plus over minus; battery: plus left; controller: plus left in each pair; lamp 1: plus right
    assert {name: one.poles for name, one in COMPONENTS.items()} == POLES


# Damaged answers


@pytest.mark.parametrize(
    ("task", "content"),
    [
        ("s04-bagian", {}),
        ("s04-bagian", {"cocok": []}),
        ("s04-bagian", {"cocok": {"panel": "payung"}}),
        ("s04-bagian", {"cocok": {"panel": ["panel"]}}),
        ("s04-kutub", {}),
        ("s04-kutub", {"kutub": "atas"}),
        ("s04-kutub", {"kutub": {"panel": "atas"}}),
        ("s04-kutub", {"kutub": {"panel": {"plus": "kiri"}}}),
        ("s04-kutub", {"kutub": {"panel": {"plus": 1}}}),
    ],
)
def test_a_damaged_answer_says_so(task, content):
    report = RULE_SETS[task].judge(content)
    assert report.points(10) == 0
    assert "belum terbaca" in report.finding_sentence("id")


@pytest.mark.parametrize("task", ["s04-bagian", "s04-kutub", "s04-daya"])
def test_without_an_answer_the_first_step_is_named(task):
    assert "Mulai dari" in RULE_SETS[task].judge(None).finding_sentence("id")
