"""A label on paper: its true size, its nine elements, marks to cut by, and words that fit or are refused."""

import re
import xml.etree.ElementTree as ET

import pytest

from lentera.prints import PrintError, to_pdf
from lentera.prints.label import PRESETS, is_too_long, print_svg, to_svg
from lentera.product.label_fields import read_label
from lentera.widgets.label.printing import print_data

LABEL = {
    "nama": "Keripik Pisang",
    "jenis_pangan": "keripik",
    "bahan": [{"nama": name} for name in ("pisang", "minyak goreng", "kacang tanah", "garam")],
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
    "simpan": "di tempat kering, tutup rapat",
    "alamat_situs": "http://192.168.1.10/rahma",
}
NINE = (
    "Keripik",
    "minyak goreng",
    "150 g",
    "Usaha Bu Rahma",
    "Halal",
    "A1-221126",
    "22 11 2026",
    "22 02 2027",
    "Izin P-IRT",
    "sedang diurus",
    "Pisang dari Sepaku",
    "Mengandung alergen",
)
A_POINT = 25.4 / 72


def data(preset, **changes):
    return print_data(read_label({**LABEL, **changes, "ukuran": preset}))


@pytest.mark.parametrize("preset", PRESETS)
def test_every_size_holds_the_nine_elements(text_of, preset):
    found = text_of(to_pdf("label", data(preset)))
    assert [one for one in NINE if one not in found] == []


@pytest.mark.parametrize(("preset", "count"), [("20x10.6", 2), ("10x7", 6), ("8x5", 10)])
def test_an_a4_sheet_holds_as_many_as_fit(text_of, preset, count):
    pdf = to_pdf("label", data(preset))
    assert text_of(pdf).count("A1-221126") == count
    assert pdf.count(b"/Type/Page\n") + pdf.count(b"/Type/Page/") + pdf.count(b"/Type /Page\n") <= 1
    assert "Gunting pada tanda" in text_of(pdf)


@pytest.mark.parametrize("preset", PRESETS)
def test_a_single_label_is_a_page_of_its_own_size(preset):
    wide, tall = PRESETS[preset]
    pdf = to_pdf("label", {**data(preset), "alone": True})
    box = re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", pdf)
    assert box is not None
    assert float(box[1]) * A_POINT == pytest.approx(wide, abs=0.01)
    assert float(box[2]) * A_POINT == pytest.approx(tall, abs=0.01)


@pytest.mark.parametrize("preset", PRESETS)
def test_the_picture_file_has_its_size_in_millimetres(preset):
    wide, tall = PRESETS[preset]
    root = ET.fromstring(to_svg(data(preset)))  # noqa: S314 - our own file
    assert (root.get("width"), root.get("height")) == (f"{wide:g}mm", f"{tall:g}mm")
    _x, _y, box_wide, box_tall = map(float, root.get("viewBox").split())
    assert box_wide * A_POINT == pytest.approx(wide, abs=0.01)
    assert box_tall * A_POINT == pytest.approx(tall, abs=0.01)


@pytest.mark.parametrize("preset", PRESETS)
def test_letters_are_never_smaller_than_seven_points(text_of, preset):
    long = {"asal": "Pisang dan gula aren dari Desa Contoh di tepi Sungai Contoh", "alamat_situs": ""}
    found = text_of(to_pdf("label", data(preset, **long)), "-bbox-layout")
    heights = [
        float(tall) - float(top)
        for top, tall, word in re.findall(
            r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]+)</word>', found
        )
        if word.isalpha()
    ]
    assert heights
    assert min(heights) >= 6.2  # a word of 7 pt is as tall as its letters' box


def test_nothing_leaves_its_label(text_of):
    long = {
        "nama": "Keripik Pisang Kepok Gula Aren",
        "simpan": "di tempat kering, tutup rapat sesudah dibuka",
        "alamat_situs": "",
    }
    for preset, (wide, tall) in PRESETS.items():
        found = text_of(to_pdf("label", {**data(preset, **long), "alone": True}), "-bbox")
        boxes = re.findall(r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">', found)
        assert boxes
        for left, top, right, bottom in boxes:
            assert float(left) >= 0
            assert float(top) >= 0
            assert float(right) * A_POINT <= wide
            assert float(bottom) * A_POINT <= tall


@pytest.mark.parametrize(
    "changes",
    [
        {"nama": "Keripik" * 12},
        {"bahan": [{"nama": f"bahan yang bernama sangat panjang sekali nomor {n}"} for n in range(20)]},
    ],
)
def test_words_that_do_not_fit_are_refused(changes):
    with pytest.raises(PrintError) as caught:
        to_svg(data("8x5", **changes))
    assert is_too_long(caught.value)
    with pytest.raises(PrintError) as caught:
        to_pdf("label", data("8x5", **changes))
    assert is_too_long(caught.value)


def test_an_unfinished_label_has_dots_for_the_pen(text_of):
    empty = dict.fromkeys(LABEL, "") | {"bahan": []}
    found = text_of(to_pdf("label", data("10x7", **empty)))
    assert "Komposisi" in found
    assert "......" in found


@pytest.mark.parametrize("hostile", ['#read("sheet.py")', "$ x^2 $", "]); #panic()", "</svg><script>"])
def test_what_people_write_is_text_and_never_source(text_of, hostile):
    found = text_of(to_pdf("label", data("20x10.6", simpan=hostile))).split()
    assert [word for word in hostile.split() if word not in found] == []


def test_the_qr_code_is_there_only_with_an_address():
    assert "<svg" in data("8x5")["qr"]
    assert data("8x5", alamat_situs=" ")["qr"] == ""


def test_a_label_is_tagged_for_screen_readers():
    assert b"pdfuaid" in to_pdf("label", data("10x7"))


def test_a_picture_file_is_written_whole(tmp_path):
    path = print_svg(tmp_path, data("8x5"))
    assert path == tmp_path / "cetak" / "label.svg"
    assert path.read_bytes().startswith(b"<svg")


def test_the_standard_sheet_and_the_register_are_printed(text_of):
    base = {
        "lang": "id",
        "course": "Lentera",
        "owner": "Nama: Rahma",
        "note": "",
        "page": "Halaman {n} dari {all}",
    }
    standard = {
        **base,
        "title": "Lembar standar",
        "facts": [["Nama", "Keripik"]],
        "recipe": "Takaran",
        "recipe_head": ["Bahan", "Jumlah"],
        "recipe_rows": [["pisang", "3 kg"]],
        "packs": "Lima bungkus",
        "packs_head": ["Nomor", "Hasil", "Beda"],
        "pack_rows": [["1", "142 g", "Bungkus 1 kurang 8 g."]],
        "result": "Rata-rata: 142 g.",
        "next": "Lima berikutnya",
        "next_head": ["Nomor", "Hasil", "Catatan"],
    }
    found = text_of(to_pdf("standar-produk", standard))
    assert "3 kg" in found
    assert "kurang 8 g." in found
    columns = ["Kode", "Produk", "Bungkus", "Dibuat", "Baik sebelum", "Keadaan"]
    rows = [["A1-221126", "keripik", "40", "22 11 2026", "22 02 2027", "sisa 92 hari"]]
    register = {**base, "title": "Daftar", "intro": "", "columns": columns, "rows": rows, "blank": 3}
    assert "A1-221126" in text_of(to_pdf("rumah-produksi", register))
