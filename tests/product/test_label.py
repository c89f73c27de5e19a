"""The nine elements: right labels of several kinds, each typical mistake, and what is never printed."""

import pytest

from lentera.product.label import ELEMENTS, LABEL, element_of, untrue
from lentera.product.label_fields import read_label
from lentera.product.label_goods import allergens_of
from lentera.product.label_printed import printed

GOOD = {
    "nama": "Keripik Pisang",
    "jenis_pangan": "keripik",
    "bahan": [
        {"nama": "pisang", "gram": "3.000"},
        {"nama": "minyak goreng", "gram": "800"},
        {"nama": "gula"},
    ],
    "berat": "150",
    "satuan": "g",
    "usaha": "Usaha Bu Rahma",
    "desa": "Desa Contoh, Sepaku",
    "kabupaten": "Penajam Paser Utara",
    "halal": "diurus",
    "izin": "diurus",
    "asal": "Pisang dari Sepaku",
    "kode": "A1-221126",
    "dibuat": "2026-11-22",
    "baik_sebelum": "2027-02-22",
    "hari_ini": "2026-11-22",
}
SYRUP = {
    **GOOD,
    "nama": "Sirop jahe",
    "bentuk": "cair",
    "jenis_pangan": "sirop",
    "berat": "0,5 l",
    "satuan": "l",
    "bahan": [{"nama": "gula"}, {"nama": "jahe"}, {"nama": "pewarna karamel"}],
    "halal": "bersertifikat",
    "nomor_halal": "ID6411000298317",
    "tahun_halal": "2025",
    "izin": "punya",
    "nomor_izin": "P-IRT 3136409010298-30",
    "kode": "SJ 7",
}
BEGINNER = {**GOOD, "halal": "belum", "izin": "belum", "kode": "batch 1", "satuan": "kg", "berat": "0,15"}
BACON = {
    **GOOD,
    "bahan": [{"nama": "daging babi"}, {"nama": "garam"}],
    "halal": "tidak_halal",
    "jenis_pangan": "abon",
}


@pytest.mark.parametrize(
    "label", [GOOD, SYRUP, BEGINNER, BACON], ids=["chips", "syrup", "beginner", "not halal"]
)
def test_honest_labels_earn_all_points(label):
    report = LABEL.judge(label)
    assert report.finding_sentence("id") == ""
    assert report.points(27) == 27
    assert untrue(read_label(label)) is None


def test_each_element_is_worth_three_points():
    assert [rule.weight for rule in LABEL.rules] == [3] * 9
    empty = {"nama": "", "bahan": [], "berat": ""}
    assert LABEL.judge(empty).points(27) == 0
    assert LABEL.judge({**empty, "nama": "Keripik"}).points(27) == 3


MISTAKES = [
    ({"nama": ""}, "name", "empty", True),
    ({"nama": "123"}, "name", "no_words", True),
    ({"nama": "Keripik 100 % HALAL"}, "name", "claim_halal", False),
    ({"varian": "Obat rindu"}, "name", "claim_health", False),
    ({"simpan": "BPOM"}, "name", "claim_permit", False),
    ({"bahan": []}, "ingredients", "empty", True),
    ({"bahan": [{"nama": "pisang"}]}, "ingredients", "one", True),
    ({"bahan": [{"nama": "gula"}, {"nama": "pewarna makanan"}]}, "ingredients", "additive", True),
    ({"bahan": [{"nama": "gula"}, {"nama": "tepung"}]}, "ingredients", "flour", True),
    ({"bahan": [{"nama": "gula"}, {"nama": "bumbu rempah"}]}, "ingredients", "vague", True),
    ({"bahan": [{"nama": "gula"}, {"nama": "Gula"}]}, "ingredients", "twice", True),
    (
        {"bahan": [{"nama": "gula", "gram": "100"}, {"nama": "pisang", "gram": "3.000"}]},
        "ingredients",
        "order",
        True,
    ),
    ({"bahan": [{"nama": "gula"}, {"nama": "garam halal"}]}, "ingredients", "claim_halal", False),
    ({"berat": ""}, "weight", "empty", True),
    ({"berat": "banyak"}, "weight", "no_number", True),
    ({"berat": "0"}, "weight", "no_number", True),
    ({"satuan": ""}, "weight", "no_unit", True),
    ({"satuan": "ons"}, "weight", "not_metric", True),
    ({"satuan": "bungkus", "berat": "1"}, "weight", "not_metric", True),
    ({"satuan": "kg"}, "weight", "huge", True),
    ({"bentuk": "cair"}, "weight", "fluid", True),
    ({"satuan": "ml"}, "weight", "solid", True),
    ({"usaha": "", "desa": "", "kabupaten": ""}, "maker", "empty", True),
    ({"usaha": ""}, "maker", "no_business", True),
    ({"desa": ""}, "maker", "no_village", True),
    ({"kabupaten": ""}, "maker", "no_regency", True),
    ({"desa": "Sepaku 6409 0112 3456 7890"}, "maker", "identity", False),
    ({"varian": "6409011234567890"}, "name", "identity", False),
    ({"asal": "Pisang dari 6409011234567890"}, "origin", "identity", False),
    ({"nama": "Keripik tanpa pengawet, halal"}, "name", "claim_halal", False),
    ({"halal": ""}, "halal", "empty", True),
    ({"nomor_halal": "ID6411000298317"}, "halal", "undeclared", False),
    ({"halal": "bersertifikat"}, "halal", "no_number", True),
    ({"halal": "bersertifikat", "nomor_halal": "12345678901"}, "halal", "made_up", False),
    ({"halal": "bersertifikat", "nomor_halal": "ID6411000298317"}, "halal", "no_year", True),
    (
        {"halal": "bersertifikat", "nomor_halal": "ID6411000298317", "tahun_halal": "2027"},
        "halal",
        "no_year",
        True,
    ),
    ({"bahan": [{"nama": "babi"}, {"nama": "garam"}]}, "halal", "forbidden", False),
    ({"kode": "", "dibuat": ""}, "production", "empty", True),
    ({"dibuat": ""}, "production", "day_empty", True),
    ({"dibuat": "kemarin"}, "production", "no_day", True),
    ({"dibuat": "2026-11-23"}, "production", "future", False),
    ({"kode": ""}, "production", "no_code", True),
    ({"kode": "x" * 21}, "production", "odd_code", True),
    ({"kode": "A1-321126"}, "production", "code_no_day", True),
    ({"kode": "A1-211126"}, "production", "code_differs", False),
    (
        {"kode": "kode1", "batch": {"kode": "kode1", "dibuat": "2026-11-20", "baik_sebelum": "2027-02-22"}},
        "production",
        "other_batch",
        False,
    ),
    ({"baik_sebelum": ""}, "expiry", "empty", True),
    ({"baik_sebelum": "lama"}, "expiry", "no_day", True),
    ({"dibuat": ""}, "expiry", "no_made", True),
    ({"baik_sebelum": "2026-11-22"}, "expiry", "before", False),
    ({"baik_sebelum": "2026-02-22"}, "expiry", "before", False),
    (
        {"batch": {"kode": "A1-221126", "dibuat": "2026-11-22", "baik_sebelum": "2027-01-22"}},
        "expiry",
        "other_batch",
        False,
    ),
    ({"jenis_pangan": ""}, "expiry", "no_food", True),
    ({"baik_sebelum": "2027-05-23"}, "expiry", "far", True),
    ({"baik_sebelum": "2026-11-28"}, "expiry", "short", True),
    ({"izin": ""}, "permit", "empty", True),
    ({"nomor_izin": "306347102019827"}, "permit", "undeclared", False),
    ({"izin": "punya"}, "permit", "number_empty", True),
    ({"izin": "punya", "nomor_izin": "12x"}, "permit", "number_letters", False),
    ({"izin": "punya", "nomor_izin": "2063471"}, "permit", "number_short", False),
    ({"izin": "punya", "nomor_izin": "3" + "06347102" * 3}, "permit", "number_long", False),
    ({"izin": "punya", "nomor_izin": "123456789012345"}, "permit", "number_made_up", False),
    ({"izin": "punya", "nomor_izin": "006347102019827"}, "permit", "number_structure", False),
    ({"asal": ""}, "origin", "empty", True),
    ({"asal": "123"}, "origin", "no_words", True),
    ({"asal": "madu halal dari Sepaku"}, "origin", "claim_halal", False),
    ({"bahan": [{"nama": "gula"}, {"nama": "gelatin"}]}, "origin", "animal", True),
]


@pytest.mark.parametrize(
    ("changes", "element", "mistake", "prints"),
    MISTAKES,
    ids=[f"{row[1]} {row[2]} {n}" for n, row in enumerate(MISTAKES)],
)
def test_each_typical_mistake_has_its_finding_and_false_ones_are_not_printed(
    changes, element, mistake, prints
):
    content = {**GOOD, **changes}
    found = next(one for one in LABEL.judge(content).verdicts if element_of(one) == element)
    assert found.finding.mistake == mistake
    assert found.finding.share < 1
    assert (untrue(read_label(content)) is None) is prints
    for code in ("id", "en"):
        assert "{" not in (found.sentence(code) + found.next_step(code)).replace("{sapaan}", "")


def test_every_mistake_of_the_texts_is_tried():
    tried = {(element, mistake) for _changes, element, mistake, _prints in MISTAKES}
    known = {
        (rule.id.rpartition(".")[2], name)
        for rule in LABEL.rules
        for name in rule.mistakes
        if not name.startswith("claim_")
    }
    assert known <= tried
    assert [element_of(one) for one in LABEL.judge(GOOD).verdicts] == list(ELEMENTS)


def test_gelatine_with_its_animal_is_clear():
    rows = [{"nama": "gula"}, {"nama": "gelatin"}]
    assert LABEL.judge({**GOOD, "bahan": rows, "asal": "gelatin dari sapi"}).holds
    assert LABEL.judge({**GOOD, "bahan": [rows[0], {"nama": "gelatin sapi"}]}).holds


@pytest.mark.parametrize(
    ("name", "groups"),
    [
        ("kacang tanah", ("kacang",)),
        ("susu bubuk", ("susu",)),
        ("susu kedelai", ("kedelai",)),
        ("Tepung Terigu", ("gandum",)),
        ("kuning telur", ("telur",)),
        ("terasi", ("udang",)),
        ("tepung beras", ()),
        ("pisang", ()),
    ],
)
def test_allergens_are_known_by_name(name, groups):
    assert allergens_of(name) == groups


def test_allergens_are_printed_in_bold_and_named():
    rows = [{"nama": "kacang tanah"}, {"nama": "gula"}]
    (row, *_rest) = printed(read_label({**GOOD, "bahan": rows})).rows
    assert row.text == "Kacang tanah, gula. Mengandung alergen: kacang"
    assert [piece.text for piece in row.pieces if piece.bold] == ["Kacang tanah", "kacang"]


def test_an_unmet_status_is_printed_as_it_is_and_a_false_number_never():
    values = {row.head: row.text for row in printed(read_label(GOOD)).rows}
    assert (values["Izin P-IRT"], values["Halal"]) == ("sedang diurus", "sedang diurus")
    false = {**GOOD, "izin": "punya", "nomor_izin": "123456789012345"}
    assert {row.head: row.text for row in printed(read_label(false)).rows}["Izin P-IRT"] == ""


def test_days_and_content_are_printed_plainly():
    shown = printed(read_label(SYRUP))
    assert (shown.made, shown.until, shown.size_head, shown.size) == (
        "22 11 2026",
        "22 02 2027",
        "Isi bersih",
        "0,5 l",
    )


@pytest.mark.parametrize("content", [{}, {"halo": 1}, {**GOOD, "bahan": "pisang"}, {**GOOD, "bahan": [3]}])
def test_nonsense_is_refused(content):
    with pytest.raises(ValueError):
        read_label(content)


def test_a_label_comes_back_as_it_was_written():
    batch = {"kode": "A1-221126", "dibuat": "2026-11-22", "baik_sebelum": "2027-02-22"}
    label = read_label({**SYRUP, "batch": batch, "gambar": "jahe", "ukuran": "8x5"})
    assert read_label(label.to_content()) == label


@pytest.mark.parametrize(
    "changes",
    [
        {
            "nama": "Kopi bubuk",
            "jenis_pangan": "kopi",
            "bahan": [{"nama": "kopi"}],
            "asal": "Kopi dari Kutai",
        },
        {"nama": "Gula semut", "jenis_pangan": "gula", "bahan": [{"nama": "nira aren"}]},
        {"baik_sebelum": "2026-11-27", "izin": "belum"},
        {"bahan": [{"nama": "kulit lumpia"}, {"nama": "minyak goreng"}]},
        {"nama": "Keripik pedas, belum punya sertifikat halal"},
    ],
    ids=["pure coffee", "pure sugar", "five days without a permit", "wrapper of lumpia", "honest not yet"],
)
def test_honest_labels_of_another_kind_earn_all_points_too(changes):
    report = LABEL.judge({**GOOD, **changes})
    assert report.finding_sentence("id") == ""
    assert report.points(27) == 27


def test_a_pure_food_is_believed_only_where_it_can_be_pure():
    pure = {**GOOD, "bahan": [{"nama": "pisang"}]}
    found = {element_of(one): one.finding.mistake for one in LABEL.judge(pure).verdicts}
    assert found["ingredients"] == "one"


def test_the_certificate_number_is_no_place_for_another_mark():
    label = {**GOOD, "halal": "bersertifikat", "nomor_halal": "ID6411000298317 BPOM", "tahun_halal": "2025"}
    assert untrue(read_label(label)) is not None


def test_not_required_is_printed_as_a_fact_and_not_as_law():
    rows = {row.head: row.text for row in printed(read_label({**GOOD, "halal": "tidak_wajib"})).rows}
    assert rows["Halal"] == "tidak bersertifikat"
