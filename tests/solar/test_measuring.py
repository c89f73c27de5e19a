"""The rules of the written readings: right, right another way, and each typical mistake."""

import pytest

from lentera.tasks import RULE_SETS


def judged(voltage, voltage_unit, current, current_unit):
    return RULE_SETS["s06-ukur"].judge(
        {
            "isian": {
                "tegangan_baterai": {"nilai": voltage, "satuan": voltage_unit},
                "arus_lampu": {"nilai": current, "satuan": current_unit},
            }
        }
    )


@pytest.mark.parametrize(
    ("voltage", "voltage_unit", "current", "current_unit"),
    [
        ("12,6", "V", "0,41", "A"),
        ("12.6", "V", "0.41", "A"),
        ("12600", "mV", "410", "mA"),
        ("13", "V", "0,82", "A"),
        (" 12,6 ", "V", "0,41", "A"),
    ],
)
def test_right_readings(voltage, voltage_unit, current, current_unit):
    report = judged(voltage, voltage_unit, current, current_unit)
    assert report.holds, report.finding_sentence("id")
    assert report.points(10) == 10


@pytest.mark.parametrize(
    ("entries", "rule", "mistake", "points"),
    [
        (("", "", "", ""), "battery-voltage", "empty", 0),
        (("", "V", "0,41", "A"), "battery-voltage", "empty", 5),
        (("dua belas", "V", "0,41", "A"), "battery-voltage", "no_number", 5),
        (("12,6", "", "0,41", "A"), "battery-voltage", "no_unit", 7.5),
        (("12,6", "A", "0,41", "A"), "battery-voltage", "other_unit", 7.5),
        (("126", "V", "0,41", "A"), "battery-voltage", "comma", 7.5),
        (("-12,6", "V", "0,41", "A"), "battery-voltage", "negative", 7.5),
        (("6", "V", "0,41", "A"), "battery-voltage", "out_of_range", 7.5),
        (("12,6", "V", "0,41", "V"), "lamp-current", "other_unit", 7.5),
        (("12,6", "V", "0,41", "W"), "lamp-current", "other_unit", 7.5),
        (("12,6", "V", "41", "A"), "lamp-current", "comma", 7.5),
        (("12,6", "V", "0,41", "mA"), "lamp-current", "milli", 7.5),
        (("12,6", "mV", "0,41", "A"), "battery-voltage", "milli", 7.5),
        (("12,6", "V", "5", "mA"), "lamp-current", "out_of_range", 7.5),
        (("12,6", "V", "1e999", "A"), "lamp-current", "no_number", 5),
    ],
)
def test_typical_mistakes(entries, rule, mistake, points):
    report = judged(*entries)
    assert (report.finding.rule.id, report.finding.finding.mistake) == (f"s06.reading.{rule}", mistake)
    assert report.points(10) == points
    assert "{" not in report.finding_sentence("id") + report.next_step("id")


@pytest.mark.parametrize("content", [{}, {"isian": []}, {"isian": {"tegangan_baterai": "12"}}])
def test_a_damaged_answer_says_so(content):
    report = RULE_SETS["s06-ukur"].judge(content)
    assert report.points(10) == 0
    assert "belum terbaca" in report.finding_sentence("id")
