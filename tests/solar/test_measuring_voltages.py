"""The rules of the three voltages of session 4: right, right another way, and each typical mistake."""

import pytest

from lentera.rules import MistakeKind
from lentera.solar.bench import BenchState, measure
from lentera.solar.parts import PANELS
from lentera.tasks import RULE_SETS

FIELDS = ("tegangan_baterai", "tegangan_panel", "tegangan_lampu")
RIGHT = (("12,6", "V"), ("19,9", "V"), ("12,5", "V"))


def judged(*entries):
    pairs = zip(FIELDS, entries, strict=True)
    return RULE_SETS["s04-ukur"].judge(
        {"isian": {name: {"nilai": number, "satuan": unit} for name, (number, unit) in pairs}}
    )


@pytest.mark.parametrize(
    "entries",
    [
        RIGHT,
        (("13.2", "V"), ("21,8", "V"), ("13.1", "V")),
        (("12600", "mV"), ("19900", "mV"), ("12500", "mV")),
        (("10,5", "V"), ("14,8", "V"), ("14,8", "V")),
        ((" 12,60 ", "V"), ("+19,90", "V"), ("12,60", "V")),
    ],
)
def test_right_voltages(entries):
    report = judged(*entries)
    assert report.holds, report.finding_sentence("id")
    assert report.points(24) == 24


def instead(position, number, unit):
    entries = list(RIGHT)
    entries[position] = (number, unit)
    return entries


@pytest.mark.parametrize(
    ("position", "number", "unit", "mistake", "points"),
    [
        (0, "", "", "empty", 16),
        (0, "dua belas", "V", "no_number", 16),
        (0, "12,6", "", "no_unit", 20),
        (0, "12,6", "A", "other_unit", 20),
        (1, "19,9", "Ω", "other_unit", 20),
        (0, "12,6", "mV", "milli", 20),
        (0, "-12,6", "V", "negative", 20),
        (2, "−12,5", "V", "negative", 20),
        (0, "1260", "V", "comma", 20),
        (1, "199", "V", "comma", 20),
        (0, "9,8", "V", "out_of_range", 20),
        (1, "3,5", "V", "dark", 20),
        (1, "0", "V", "dark", 20),
        (1, "10,4", "V", "dark", 20),
        (1, "12,6", "V", "loaded", 20),  # what the battery has: the panel is still on the controller
        (1, "14,4", "V", "loaded", 20),
        (1, "-3,5", "V", "out_of_range", 20),
        (2, "0,0", "mV", "unlit", 20),
        (2, "5,75", "V", "unlit", 20),
    ],
)
def test_typical_mistakes(position, number, unit, mistake, points):
    report = judged(*instead(position, number, unit))
    part = ("battery", "panel", "lamp")[position]
    assert report.finding.rule.id == f"s04.reading.{part}-voltage"
    assert report.finding.finding.mistake == mistake
    assert report.points(24) == points
    for language in ("id", "en"):
        assert "{" not in report.finding_sentence(language) + report.next_step(language)


@pytest.mark.parametrize("sun", [20.0, 200.0, 1000.0])
@pytest.mark.parametrize("panel", PANELS)
def test_a_loose_panel_of_the_kit_is_right_in_any_daylight(sun, panel):
    volts = measure(BenchState(covered=False, sun=sun, panel=panel), "panel.plus", "panel.minus")
    assert judged(*instead(1, f"{volts:.1f}", "V")).holds


def test_an_empty_field_is_unfinished_work_and_no_wrong_try():
    assert judged(*instead(1, "", "")).finding.kind is MistakeKind.UNFINISHED


@pytest.mark.parametrize("content", [{}, {"isian": []}, {"isian": {"tegangan_baterai": "12"}}])
def test_a_damaged_answer_says_so(content):
    report = RULE_SETS["s04-ukur"].judge(content)
    assert report.points(24) == 0
    assert "belum terbaca" in report.finding_sentence("id")
