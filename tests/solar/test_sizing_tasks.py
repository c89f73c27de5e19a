"""The rules of one's own lamp: right, right in another way, and each typical mistake."""

import pytest

from lentera.solar.sizing.house import FIELDS, MOST_ROWS, House, Row, written_number
from lentera.tasks import RULE_SETS

# The course's example, worked out by hand: 3 × 3 W × 5 h + 1 × 5 W × 2 h = 55 Wh; 55 / (4 × 0.65) = 21.2 Wp;
# 55 × 2 / (12.8 × 0.8 × 0.95) = 11.3 Ah; 55 × 2 / (12 × 0.5 × 0.85) = 21.6 Ah.
LAMPS = {"jenis": "lampu", "watt": "3", "banyak": "3", "jam": "5"}
PHONE = {"jenis": "hp", "watt": "5", "banyak": "1", "jam": "2"}
RIGHT = {
    "energi": "55",
    "panel_hitung": "21,2",
    "panel_beli": "30",
    "baterai_hitung": "11,3",
    "baterai_beli": "12",
}


def house(*rows, battery="lifepo4", **written):
    return {
        "beban": list(rows or (LAMPS, PHONE)),
        "baterai": battery,
        "isian": {**RIGHT, **written},
    }


def mistakes(task, content):
    return {
        one.rule.id: one.finding.mistake for one in RULE_SETS[task].judge(content).verdicts if not one.holds
    }


RIGHT_WAYS = {
    "the course's example": house(),
    "rounded to whole numbers": house(panel_hitung="21", baterai_hitung="11"),
    "rounded up to whole numbers": house(panel_hitung="22", baterai_hitung="12"),
    "a decimal point": house(panel_hitung="21.2"),
    "the other battery": house(battery="vrla", baterai_hitung="21,6", baterai_beli="24"),
    "one size more": house(battery="vrla", baterai_hitung="21,6", baterai_beli="26"),
    "as a calculator shows it": house(panel_hitung="21.153846", baterai_hitung="11,3071546053"),
    "rounded as at school": house(
        {"jenis": "lampu", "watt": "3", "banyak": "2", "jam": "4"},
        battery="vrla",  # 24 / 2.6 = 9.23 and 24 × 2 / 5.1 = 9.41
        energi="24",
        panel_hitung="9",
        panel_beli="10",
        baterai_hitung="9",
        baterai_beli="12",
    ),
    "watts with a comma": house(
        {"jenis": "lampu", "watt": "4,5", "banyak": "3", "jam": "3,5"},  # 47.25 Wh, 18.2 Wp, 9.7 Ah
        energi="47,3",
        panel_hitung="18",
        panel_beli="20",
        baterai_hitung="9,7",
        baterai_beli="12",
    ),
    "one lamp only": house(
        {"jenis": "lampu", "watt": "3", "banyak": "1", "jam": "4"},
        energi="12",
        panel_hitung="4,6",
        panel_beli="10",
        baterai_hitung="2,5",
        baterai_beli="6",
    ),
}


@pytest.mark.parametrize("content", RIGHT_WAYS.values(), ids=RIGHT_WAYS)
def test_what_is_right_gets_all_points(content):
    assert RULE_SETS["s12-energi"].judge(content).points(15) == 15
    if content is RIGHT_WAYS["one lamp only"]:
        # 6 Ah is the smallest battery that shops list, though it is more than twice what is needed.
        assert mistakes("s12-ukuran", content) == {}
    assert RULE_SETS["s12-ukuran"].judge(content).points(20) == 20


@pytest.mark.parametrize(
    ("content", "mistake"),
    [
        (house(energi=""), "empty"),
        (house(energi="lima puluh"), "no_number"),
        (house(energi="14"), "without_hours"),
        (house(energi="25"), "without_count"),
        (house(energi="98"), "hours_added"),
        (house(energi="45"), "one_row"),
        (house(energi="5,5"), "comma"),
        (house(energi="550"), "comma"),
        (house(energi="61"), "other"),
        (house({**LAMPS, "jam": ""}), "no_loads"),
        (house({**LAMPS, "jam": "30"}), "no_loads"),
        (house(LAMPS, {**PHONE, "banyak": "0"}), "row_open"),
        (house(LAMPS, {**PHONE, "banyak": "1,5"}), "row_open"),
        (
            house(LAMPS, PHONE, {"jenis": "radio", "watt": "4", "banyak": "1", "jam": "3"}, energi="55"),
            "last_row",
        ),
        (
            # A night light of 1 Wh that is left out shows, too.
            house(LAMPS, PHONE, {"jenis": "lampu", "watt": "0,5", "banyak": "1", "jam": "2"}, energi="55"),
            "last_row",
        ),
        (house(energi="54"), "other"),
    ],
)
def test_each_mistake_with_the_energy_is_named(content, mistake):
    assert mistakes("s12-energi", content) == {"s12.energy.day": mistake}
    assert RULE_SETS["s12-energi"].judge(content).points(15) == 0


@pytest.mark.parametrize(
    ("rule", "field", "value", "mistake"),
    [
        ("s12.panel.worked-out", "panel_hitung", "", "empty"),
        ("s12.panel.worked-out", "panel_hitung", "dua puluh", "no_number"),
        ("s12.panel.worked-out", "panel_hitung", "13,75", "without_losses"),
        ("s12.panel.worked-out", "panel_hitung", "84,6", "without_sun"),
        ("s12.panel.worked-out", "panel_hitung", "7,05", "daylight"),
        ("s12.panel.worked-out", "panel_hitung", "4,58", "daylight_only"),
        ("s12.panel.worked-out", "panel_hitung", "143", "times"),
        ("s12.panel.worked-out", "panel_hitung", "8,9", "losses_upside_down"),
        ("s12.panel.worked-out", "panel_hitung", "2,12", "comma"),
        ("s12.panel.worked-out", "panel_hitung", "37", "other"),
        ("s12.panel.bought", "panel_beli", "", "empty"),
        ("s12.panel.bought", "panel_beli", "20", "too_small"),
        ("s12.panel.bought", "panel_beli", "50", "too_large"),
        ("s12.panel.bought", "panel_beli", "25", "not_sold"),
        ("s12.battery.worked-out", "baterai_hitung", "", "empty"),
        ("s12.battery.worked-out", "baterai_hitung", "5,65", "one_day"),
        ("s12.battery.worked-out", "baterai_hitung", "9,05", "without_depth"),
        ("s12.battery.worked-out", "baterai_hitung", "10,74", "without_efficiency"),
        ("s12.battery.worked-out", "baterai_hitung", "8,6", "only_volts"),
        ("s12.battery.worked-out", "baterai_hitung", "21,6", "other_battery"),
        ("s12.battery.worked-out", "baterai_hitung", "110", "watt_hours"),
        ("s12.battery.worked-out", "baterai_hitung", "55", "watt_hours_one_day"),
        ("s12.battery.worked-out", "baterai_hitung", "1,13", "comma"),
        ("s12.battery.worked-out", "baterai_hitung", "40", "other"),
        ("s12.battery.bought", "baterai_beli", "", "empty"),
        ("s12.battery.bought", "baterai_beli", "6", "too_small"),
        ("s12.battery.bought", "baterai_beli", "30", "too_large"),
        ("s12.battery.bought", "baterai_beli", "7", "not_sold"),
    ],
)
def test_each_mistake_with_the_sizes_is_named(rule, field, value, mistake):
    assert mistakes("s12-ukuran", house(**{field: value})) == {rule: mistake}


def test_twice_the_need_is_the_most_that_is_still_right():
    # 24 + 20 = 44 Wh: 9.05 Ah, so 12 Ah; 20 Ah is 2.2 times the need.
    rows = ({"jenis": "lampu", "watt": "3", "banyak": "2", "jam": "4"}, {**PHONE, "banyak": "2"})
    fits = {"energi": "44", "panel_hitung": "16,9", "panel_beli": "30", "baterai_hitung": "9,05"}
    assert mistakes("s12-ukuran", house(*rows, **fits, baterai_beli="12")) == {}
    assert mistakes("s12-ukuran", house(*rows, **fits, baterai_beli="20")) == {
        "s12.battery.bought": "too_large"
    }


def test_half_the_battery_is_named_as_half_where_the_number_cannot_tell_why():
    # VRLA: 55 × 2 / (12 × 0.85) and 55 × 1 / (12 × 0.5 × 0.85) are both 10.8 Ah.
    content = house(battery="vrla", baterai_hitung="10,8", baterai_beli="24")
    assert mistakes("s12-ukuran", content) == {"s12.battery.worked-out": "half"}


def test_a_number_rounded_down_where_it_leaves_much_out_is_no_result():
    content = house({"jenis": "lampu", "watt": "3", "banyak": "1", "jam": "4"}, energi="12", panel_hitung="4")
    assert mistakes("s12-ukuran", content)["s12.panel.worked-out"] == "other"  # 4.6 Wp


def test_a_battery_without_its_kind_is_unfinished():
    assert mistakes("s12-ukuran", house(battery="")) == {
        "s12.battery.worked-out": "no_chemistry",
        "s12.battery.bought": "no_chemistry",
    }


def test_who_adds_up_wrongly_and_goes_on_rightly_loses_the_energy_alone():
    content = house(
        energi="45", panel_hitung="17,3", panel_beli="20", baterai_hitung="9,3", baterai_beli="12"
    )
    assert RULE_SETS["s12-energi"].judge(content).points(15) == 0
    assert RULE_SETS["s12-ukuran"].judge(content).points(20) == 20


def test_a_house_larger_than_one_system_is_told_so():
    content = house(
        {"jenis": "kipas", "watt": "60", "banyak": "4", "jam": "12"}, energi="2880", panel_hitung="1108"
    )
    assert mistakes("s12-ukuran", content)["s12.panel.bought"] == "too_much"


def test_an_energy_far_too_large_does_not_hide_that_the_sizes_fit_the_loads():
    assert mistakes("s12-ukuran", house(energi="5500")) == {}


def test_a_panel_too_small_for_the_loads_is_not_called_too_large():
    # Who wrote 3 Wh for 55 Wh may buy 10 Wp for it; 20 Wp fit neither.
    content = house(energi="3", panel_hitung="1,15", panel_beli="20")
    assert mistakes("s12-ukuran", content)["s12.panel.bought"] == "too_small"


def test_the_answer_reads_back_as_it_was_written():
    written = House.from_content(house())
    assert House.from_content(written.to_content()) == written
    assert written.energy == pytest.approx(55)


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"beban": {}},
        {"beban": [7]},
        {"beban": [LAMPS] * (MOST_ROWS + 1)},
        {"beban": [], "baterai": "nuklir"},
        {"beban": [], "isian": 3},
        {"beban": [], "baterai": []},
        {"beban": [], "baterai": {}},
        [],
        7,
    ],
)
def test_what_is_no_house_is_refused(content):
    with pytest.raises(ValueError):
        House.from_content(content)
    assert RULE_SETS["s12-energi"].judge(content).points(15) == 0


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12,5", 12.5),
        (" 3 ", 3.0),
        ("1.000", 1.0),
        ("", None),
        ("-3", None),
        ("1e5", None),
        ("nan", None),
        ("12,", None),
    ],
)
def test_numbers_are_read_as_people_write_them(text, value):
    assert written_number(text) == value


def test_a_row_that_cannot_be_true_is_no_load():
    assert Row("lampu", "3", "2", "5").load is not None
    assert Row("lampu", "0", "2", "5").load is None
    assert Row("lampu", "3", "2", "25").load is None


def test_only_known_fields_are_kept():
    kept = House.from_content({"beban": [], "isian": {"energi": "5", "lain": "x"}})
    assert set(kept.written) == {"energi"}
    assert set(FIELDS) >= set(RIGHT)
