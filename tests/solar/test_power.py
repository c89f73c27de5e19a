"""The rules of power: questions from solved circuits, right in several shapes, and each typical slip."""

from itertools import pairwise

import pytest

from lentera.rules.seeds import SEEDS
from lentera.solar import power
from lentera.solar.power import NAMES, Asked, questions_of
from lentera.solar.supply import CABLE_CHOICES, CHARGES, LOADS, as_read, load_names, supply, watts_of
from lentera.tasks import RULE_SETS

SEED = 7
SAMPLE = range(0, SEEDS, 97)


def shown(text):
    """Read the two numbers of a question as a learner does."""
    words = text.replace("\u00a0", " ").replace("?", "").split()
    return {
        unit.strip("."): float(value.replace(",", "."))
        for value, unit in pairwise(words)
        if unit.strip(".") in {"V", "A", "W"} and value[0].isdigit()
    }


def by_hand(seed):
    """Work the three results out from the text alone."""
    results = []
    for question in questions_of(seed):
        numbers = shown(question.text)
        results.append(numbers["V"] * numbers["A"] if "A" in numbers else numbers["W"] / numbers["V"])
    return results


def answer(*entries, seed=SEED):
    fields = {
        name: {"nilai": value, "satuan": unit} for name, (value, unit) in zip(NAMES, entries, strict=True)
    }
    return {"benih": seed, "isian": fields}


def judged(*entries, seed=SEED):
    return RULE_SETS["s04-daya"].judge(answer(*entries, seed=seed))


def written(value, decimals):
    return f"{value:.{decimals}f}".replace(".", ",")


# Questions


@pytest.mark.parametrize("seed", SAMPLE)
def test_what_a_learner_works_out_from_the_text_is_right(seed):
    one, two, three = by_hand(seed)
    for decimals in (1, 2, 3):
        last = max(2, decimals)
        report = judged(
            (written(one, decimals), "W"),
            (written(two, decimals), "W"),
            (written(three, last), "A"),
            seed=seed,
        )
        assert report.holds, report.finding_sentence("id")
        assert report.points(18) == 18


def test_a_seed_makes_the_same_questions_every_time():
    texts = [question.text for question in questions_of(SEED)]
    power._made.cache_clear()
    assert [question.text for question in questions_of(SEED)] == texts


def test_the_questions_of_a_seed_never_change():
    # A mark that was given must stand on every laptop and in every release.
    assert [(q.asked, q.load) for q in questions_of(SEED)] == [
        ("watts", "lampu5"),
        ("watts", "kit2"),
        ("amps", "lampu3"),
    ]


def test_neighbours_get_different_numbers():
    assert len({tuple(q.text for q in questions_of(seed)) for seed in range(40)}) > 30


@pytest.mark.parametrize("seed", SAMPLE)
def test_numbers_are_those_of_a_solved_circuit(seed):
    for question in questions_of(seed):
        real = [
            (as_read(found.load, 1), as_read(found.amps, 2))
            for charge in CHARGES
            for cable in CABLE_CHOICES
            if (found := supply(charge, question.load, cable))
        ]
        assert (question.volts, question.amps) in real


@pytest.mark.parametrize("seed", SAMPLE)
def test_no_slip_looks_like_the_right_answer(seed):
    for position, question in enumerate(questions_of(seed)):
        v, a, w = question.volts, question.amps, question.watts
        slips = [v + a, v / a, a / v] if question.asked is Asked.WATTS else [w * v, v / w, w + v]
        for slip in slips:
            entries = [("", "")] * 3
            entries[position] = (f"{slip:.4f}", question.unit)
            assert judged(*entries, seed=seed).points(18) == 0


# Answers

ONE, TWO, THREE = by_hand(SEED)
RIGHT = ((written(ONE, 2), "W"), (written(TWO, 1), "W"), (written(THREE, 2), "A"))


@pytest.mark.parametrize(
    "entries",
    [
        RIGHT,
        ((f"{ONE:.1f}", "W"), (f"{TWO:.3f}", "W"), (f"{THREE:.3f}", "A")),
        ((written(ONE, 2), "W"), (f"{TWO * 1000:.0f}", "mW"), (f"{THREE * 1000:.0f}", "mA")),
    ],
)
def test_right_in_several_shapes(entries):
    report = judged(*entries)
    assert report.holds, report.finding_sentence("id")
    assert report.points(18) == 18


@pytest.mark.parametrize(
    ("position", "value", "unit", "mistake", "points"),
    [
        (0, "", "", "empty", 12),
        (0, "", "W", "empty", 12),
        (0, "tiga", "W", "no_number", 12),
        (0, ONE, "", "no_unit", 15),
        (0, ONE, "A", "other_unit", 15),
        (0, ONE, "V", "other_unit", 15),
        (1, TWO * 10, "W", "comma", 15),
        (1, TWO / 10, "W", "comma", 15),
        (1, TWO * 1000, "W", "milli", 15),
        (1, TWO, "mW", "milli", 15),
        (2, THREE * 1000, "A", "milli", 15),
        (2, THREE, "mA", "milli", 15),
        (2, THREE * 10, "A", "comma", 15),
        (2, THREE, "W", "other_unit", 15),
        (0, ONE * 1.06, "W", "rough", 15),
        (0, ONE * 2, "W", "off", 12),
        (0, 0.0, "W", "off", 12),
    ],
)
def test_typical_slips(position, value, unit, mistake, points):
    entries = list(RIGHT)
    entries[position] = (value if isinstance(value, str) else written(value, 4), unit)
    report = judged(*entries)
    assert report.finding.finding.mistake == mistake
    assert report.points(18) == points
    for language in ("id", "en"):
        assert "{" not in report.finding_sentence(language) + report.next_step(language)


def test_sums_and_quotients_are_recognised():
    one, _two, three = questions_of(SEED)
    for value, unit, position, mistake in (
        (one.volts + one.amps, "W", 0, "added"),
        (one.volts / one.amps, "W", 0, "divided"),
        (one.amps / one.volts, "W", 0, "divided"),
        (three.watts * three.volts, "A", 2, "multiplied"),
        (three.volts / three.watts, "A", 2, "inverted"),
        (three.volts - three.watts, "A", 2, "added"),
    ):
        entries = list(RIGHT)
        entries[position] = (written(value, 4), unit)
        report = judged(*entries)
        assert report.finding.finding.mistake == mistake
        assert report.points(18) == 12


def test_the_next_step_shows_the_sum_and_not_its_result():
    entries = [("", ""), *RIGHT[1:]]
    said = judged(*entries).next_step("id")
    assert questions_of(SEED)[0].sum in said
    assert written(ONE, 1) not in said.replace(questions_of(SEED)[0].sum, "")


def test_numbers_in_the_answer_file_are_not_believed():
    content = answer(("1", "W"), ("1", "W"), ("1", "A"))
    content["soal"] = [{"volts": 1.0, "amps": 1.0, "watts": 1.0}] * 3
    assert RULE_SETS["s04-daya"].judge(content).points(18) == 0


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"isian": {}},
        {"isian": [], "benih": 1},
        {"isian": {}, "benih": "1"},
        {"isian": {}, "benih": True},
        {"isian": {}, "benih": -1},
        {"isian": {}, "benih": [1]},
        {"isian": {}, "benih": SEEDS},
        {"isian": {"soal1": "3,2"}, "benih": 1},
    ],
)
def test_a_damaged_answer_says_so(content):
    report = RULE_SETS["s04-daya"].judge(content)
    assert report.points(18) == 0
    assert "belum terbaca" in report.finding_sentence("id")


# The circuit behind the tank


@pytest.mark.parametrize("load", LOADS)
@pytest.mark.parametrize("charge", [10, 50, 100])
def test_a_long_thin_cable_takes_the_volts_the_course_s_formula_says(charge, load):
    found = supply(charge, load, "panjang")
    copper = 2 * 10.0 * found.amps * 0.0175 / 0.5
    fuse_and_contacts = (0.02 + 2 * 0.006) * found.amps
    assert found.lost == pytest.approx(copper + fuse_and_contacts, abs=1e-6)


def test_no_load_takes_no_current_and_no_volts():
    found = supply(100, "nihil", "panjang")
    assert (found.amps, found.lost) == (0.0, 0.0)
    assert found.battery == pytest.approx(12.75)


@pytest.mark.parametrize(("load", "amps"), [("lampu1", 0.083), ("lampu3", 0.25), ("lampu5", 0.42)])
def test_a_lamp_with_a_driver_holds_its_current(load, amps):
    for charge in CHARGES:
        assert supply(charge, load, "pendek").amps == pytest.approx(amps, rel=0.01)


def test_a_phone_takes_its_watts_whatever_the_voltage():
    inputs = [found.load * found.amps for charge in CHARGES if (found := supply(charge, "hp", "panjang"))]
    assert max(inputs) - min(inputs) < 0.05
    assert sum(inputs) / len(inputs) == pytest.approx(5.0 / 0.87 + 0.003 * 12.0, rel=0.02)


def test_a_fuller_battery_drives_more_current_through_a_lamp_without_a_driver():
    amps = [supply(charge, "kit1", "pendek").amps for charge in CHARGES]
    assert amps == sorted(amps)
    assert amps[-1] > 1.3 * amps[0]


@pytest.mark.parametrize(
    ("charge", "load", "cable"),
    [(55, "lampu3", "pendek"), (50, "setrika", "pendek"), (50, "lampu3", "karet")],
)
def test_what_is_not_offered_is_refused_in_words(charge, load, cable):
    with pytest.raises(ValueError, match="give"):
        supply(charge, load, cable)


def test_halves_are_rounded_up_as_a_calculator_does():
    assert as_read(12.65, 1) == 12.7
    assert as_read(0.125, 2) == 0.13
    assert watts_of(12.5, 0.25) == 3.1
    assert watts_of(12.6, 0.25, 2) == 3.15


def test_every_load_has_a_name_in_both_languages():
    assert set(load_names()) == set(LOADS)
    assert all(name.id and name.en for name in load_names().values())
