"""The standard sheet: right sheets of several kinds, and each typical mistake with its sentence."""

import pytest

from lentera.product.standard import STANDARD, pack_words, read_sheet, weigh
from lentera.product.standard_measures import Amount, read_amount, read_number

GOOD = {
    "jenis": "barang",
    "nama": "Keripik pisang",
    "varian": "manis",
    "takaran": [
        {"bahan": "pisang", "jumlah": "3", "satuan": "kg"},
        {"bahan": "gula", "jumlah": "250", "satuan": "g"},
    ],
    "berat": "150",
    "satuan": "g",
    "toleransi": "5",
    "jenis_toleransi": "jumlah",
    "cara": "nol",
    "kemasan_kosong": "",
    "timbangan": ["150", "148", "142", "152", "151"],
}
OIL = {
    **GOOD,
    "nama": "Minyak kelapa",
    "berat": "0,25 l",
    "satuan": "l",
    "toleransi": "4 %",
    "jenis_toleransi": "persen",
    "timbangan": ["250", "248 ml", "251", "0,252 l", "249"],
}
SERVICE = {
    "jenis": "jasa",
    "nama": "Servis lampu surya",
    "takaran": [
        {"bahan": "cuci panel", "jumlah": "10", "satuan": "menit"},
        {"bahan": "periksa kabel", "jumlah": "15", "satuan": "menit"},
    ],
    "berat": "1",
    "satuan": "jam",
    "toleransi": "15",
    "cara": "jam",
    "timbangan": [55, 62, 70, 58, 61],
}
GROSS = {
    **GOOD,
    "cara": "kotor",
    "kemasan_kosong": "7",
    "timbangan": ["157", "156", "158", "157", "155"],
}


@pytest.mark.parametrize(
    "sheet", [GOOD, OIL, SERVICE, GROSS], ids=["chips", "oil", "service", "with the pack"]
)
def test_right_sheets_earn_all_points(sheet):
    report = STANDARD.judge(sheet)
    assert report.finding_sentence("id") == ""
    assert report.points(10) == 10


@pytest.mark.parametrize(
    ("changes", "rule", "mistake"),
    [
        ({"nama": " "}, "name", "empty"),
        ({"nama": "123"}, "name", "no_words"),
        ({"takaran": []}, "recipe", "empty"),
        ({"takaran": GOOD["takaran"][:1]}, "recipe", "one"),
        ({"takaran": [{"bahan": "", "jumlah": "3", "satuan": "kg"}]}, "recipe", "no_name"),
        ({"takaran": [{"bahan": "gula", "jumlah": "banyak", "satuan": "g"}]}, "recipe", "no_amount"),
        ({"takaran": [{"bahan": "gula", "jumlah": "0", "satuan": "g"}]}, "recipe", "no_amount"),
        ({"takaran": [{"bahan": "gula", "jumlah": "3", "satuan": "sendok"}]}, "recipe", "kitchen"),
        ({"takaran": [{"bahan": "gula", "jumlah": "3"}]}, "recipe", "no_unit"),
        ({"berat": ""}, "size", "empty"),
        ({"berat": "satu"}, "size", "no_number"),
        ({"berat": "0"}, "size", "no_number"),
        ({"satuan": ""}, "size", "no_unit"),
        ({"toleransi": ""}, "tolerance", "empty"),
        ({"toleransi": "sedikit"}, "tolerance", "no_number"),
        ({"toleransi": "0"}, "tolerance", "zero"),
        ({"toleransi": "16"}, "tolerance", "wide"),
        ({"toleransi": "11", "jenis_toleransi": "persen"}, "tolerance", "wide"),
        ({"toleransi": "5 ml"}, "tolerance", "no_number"),
        ({"cara": ""}, "method", "empty"),
        ({"cara": "kotor"}, "method", "gross"),
        ({"cara": "kotor", "kemasan_kosong": "200"}, "method", "heavy_pack"),
        ({"timbangan": []}, "packs", "empty"),
        ({"timbangan": ["150", "148", "149", "150"]}, "packs", "few"),
        ({"timbangan": ["150", "x", "149", "150", "151"]}, "packs", "no_number"),
        ({"timbangan": ["0,150", "148", "149", "150", "151"]}, "packs", "mixed"),
        ({"timbangan": ["1", "1", "1", "1", "1"]}, "packs", "unlikely"),
        ({"timbangan": ["150", "148", "1.480", "150", "151"]}, "packs", "unlikely"),
        ({"timbangan": ["0", "148", "149", "150", "151"]}, "packs", "nothing_in"),
    ],
)
def test_each_typical_mistake_has_its_finding(changes, rule, mistake):
    (found,) = [
        one for one in STANDARD.judge({**GOOD, **changes}).verdicts if one.rule.id == f"s07.standard.{rule}"
    ]
    assert found.finding.mistake == mistake
    assert found.finding.share < 1
    for code in ("id", "en"):
        assert found.sentence(code)
        assert "{" not in found.sentence(code) + found.next_step(code)


@pytest.mark.parametrize(
    ("changes", "mistake"),
    [
        ({"takaran": []}, "empty_steps"),
        ({"takaran": SERVICE["takaran"][:1]}, "one_steps"),
        ({"berat": ""}, "empty_time"),
        ({"berat": "x"}, "no_number_time"),
        ({"satuan": ""}, "no_unit_time"),
        ({"cara": ""}, "empty_time"),
        ({"cara": "kira"}, "guessed"),
        ({"timbangan": [60]}, "few_times"),
        ({"timbangan": []}, "empty_times"),
    ],
)
def test_a_service_is_told_of_in_minutes(changes, mistake):
    found = STANDARD.judge({**SERVICE, **changes})
    assert mistake in {one.finding.mistake for one in found.verdicts}
    assert all("{" not in one.sentence("id") for one in found.verdicts)


def test_a_pack_outside_is_named_and_costs_nothing():
    weighing = weigh(read_sheet(GOOD))
    assert [one.place for one in weighing.outside] == [3]
    assert pack_words(weighing.outside[0], "barang", "g") == "Bungkus 3 kurang 8\u00a0g."
    assert STANDARD.judge(GOOD).holds
    assert weighing.mean == pytest.approx(148.6)
    assert weighing.spread == pytest.approx(10)


def test_the_empty_pack_is_taken_off():
    assert [one.net for one in weigh(read_sheet(GROSS)).packs] == [150, 149, 151, 150, 148]


def test_five_times_the_same_number_is_advice_only():
    report = STANDARD.judge({**GOOD, "timbangan": ["150"] * 5})
    assert report.holds
    assert "Timbang lagi satu per satu" in report.verdicts[-1].sentence("id")


def test_packs_that_are_all_heavier_hint_at_the_packaging():
    report = STANDARD.judge({**GOOD, "timbangan": ["157", "158", "156", "157", "158"]})
    assert "Mungkin kemasan ikut tertimbang" in report.verdicts[-1].sentence("id")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("150", 150),
        ("1.500", 1500),
        ("1.5", 1.5),
        ("0.150", 0.15),
        ("0,15", 0.15),
        ("1.500,5", 1500.5),
        ("1 500", 1500),
        ("", None),
        ("-3", None),
        ("1,5,5", None),
        ("12.34.5", None),
        ("²", None),
    ],
)
def test_numbers_are_read_as_people_write_them(text, number):
    assert read_number(text) == number


def test_a_unit_behind_the_number_counts_first():
    assert read_amount("0,15 kg", "g") == Amount(150, "g")
    assert read_amount("150 gr.", "kg") == Amount(150, "g")
    assert read_amount("150 ikat", "g") is None


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"halo": 1},
        {**GOOD, "jenis": "mobil"},
        {**GOOD, "takaran": "pisang"},
        {**GOOD, "takaran": [3]},
        {**GOOD, "timbangan": "150"},
        {**GOOD, "timbangan": [1] * 6},
    ],
)
def test_nonsense_is_refused(content):
    with pytest.raises(ValueError):
        read_sheet(content)
    assert "belum terbaca" in STANDARD.judge(content).finding_sentence("id")


def test_a_sheet_comes_back_as_it_was_written():
    assert read_sheet(read_sheet(GROSS).to_content()) == read_sheet(GROSS)


@pytest.mark.parametrize("written", ["± 5 g", "+/- 5", "5g", "3 %", "3 persen", "0,005 kg"])
def test_a_tolerance_is_read_however_it_is_written(written):
    sheet = {**GOOD, "toleransi": written}
    assert STANDARD.judge(sheet).points(10) == 10
