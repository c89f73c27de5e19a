"""The label without a screen: nine elements grow field by field, and nothing untrue is printed."""

import errno
import json
from typing import Any

import pytest

from lentera.place import Place
from lentera.product.label import LABEL
from lentera.product.standard import Portion, Sheet
from lentera.widgets.label.session import LabelSession

TASK = "s07-label"
FIELDS = {
    "nama": "Keripik Pisang",
    "jenis_pangan": "keripik",
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
}


def label(place: Place) -> LabelSession:
    return LabelSession(place, TASK, [LABEL], {TASK: 27.0})


def fill(session: LabelSession, **changes: str) -> dict[str, Any]:
    for field, value in {**FIELDS, **changes}.items():
        session.handle({"do": "set", "field": field, "value": value})
    for name in ("pisang", "minyak"):
        session.handle({"do": "chip", "id": name})
    return session.view


def stored(place: Place) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((place.folder / f"jawaban/{TASK}.json").read_text(encoding="utf-8"))
    return content["answer"]


def test_each_field_is_on_the_disk_before_it_is_told(place):
    view = label(place).handle({"do": "set", "field": "nama", "value": "Keripik"})
    assert view["live"] == "Tersimpan: Nama di label"
    assert stored(place)["nama"] == "Keripik"
    assert stored(place)["hari_ini"] == "2026-11-22"


def test_a_whole_label_earns_all_points(place):
    view = fill(label(place))
    assert view["tally"] == "9 dari 9 keterangan lengkap."
    assert {one["state"] for one in view["elements"]} == {"ok"}
    assert LABEL.judge(stored(place)).points(27) == 27


def test_an_empty_label_names_what_is_missing(place):
    view = label(place).view
    assert [one["word"] for one in view["elements"]] == ["belum ada"] * 9
    assert view["blocked"] == ""


def test_check_leads_to_the_element_that_comes_first(place):
    session = label(place)
    fill(session, asal="", izin="punya", nomor_izin="123456789012345")
    view = session.handle({"do": "check"})
    assert view["check"]["element"] == "permit"
    assert "nomor contoh" in view["check"]["yet"]
    session.write_log()
    with place.desk.open_log() as book:
        (statement,) = book.statements()
    assert statement.result.mistake == "number_made_up"


def test_check_of_nothing_tells_where_to_begin(place):
    assert label(place).handle({"do": "check"})["check"]["yet"].startswith("Label masih kosong.")


def test_chips_put_ingredients_on_and_off(place):
    session = label(place)
    assert (
        session.handle({"do": "chip", "id": "kacang"})["live"]
        == "kacang tanah masuk sebagai bahan 1. Alergen: kacang."
    )
    assert session.view["chips"] == ["kacang"]
    assert session.handle({"do": "chip", "id": "kacang"})["live"] == "kacang tanah dihapus dari label."
    assert session.view["ingredients"] == []


def test_several_ingredients_are_written_at_once(place):
    session = label(place)
    view = session.handle({"do": "add", "name": "pisang, gula aren; garam"})
    assert [one["name"] for one in view["ingredients"]] == ["pisang", "gula aren", "garam"]
    assert "sudah ada di label" in session.handle({"do": "add", "name": "Garam"})["live"]
    assert session.handle({"do": "add", "name": " , "})["live"] == "Tulis nama bahan lebih dulu."
    many = ", ".join(f"bahan {n}" for n in range(20))
    assert session.handle({"do": "add", "name": many})["live"].startswith("Label memuat sampai 20 bahan.")


def test_ingredients_are_moved_weighed_sorted_and_removed(place):
    session = label(place)
    session.handle({"do": "add", "name": "gula, pisang"})
    assert session.handle({"do": "sort"})["live"] == "Tulis gram bahan lebih dulu."
    assert session.handle({"do": "move", "number": 1, "by": -1})["live"] == "pisang sekarang bahan 1."
    assert "di ujung" in session.handle({"do": "move", "number": 0, "by": -1})["live"]
    session.handle({"do": "move", "number": 0, "by": 1})
    session.handle({"do": "grams", "number": 1, "value": "3.000"})
    session.handle({"do": "grams", "number": 0, "value": "250"})
    assert session.handle({"do": "sort"})["live"] == "Urutan baru: pisang, gula."
    assert session.handle({"do": "remove", "number": 0})["live"] == "pisang dihapus dari label."


def test_the_standard_sheet_is_taken_over(place):
    session = label(place)
    assert "masih kosong" in session.handle({"do": "take_standard"})["live"]
    sheet = Sheet(
        name="Keripik pisang", variant="manis", size="150", unit="g",
        portions=(Portion("gula", "250", "g"), Portion("pisang", "3", "kg")),
    )  # fmt: skip
    place.answer("s07-standar").save(sheet.to_content(), place.now())
    assert session.handle({"do": "check"})["standard"]["ok"]
    view = session.handle({"do": "take_standard"})
    assert [one["name"] for one in view["ingredients"]] == ["pisang", "gula"]
    assert (view["values"]["berat"], view["values"]["varian"]) == ("150", "manis")


def test_a_batch_of_the_production_house_is_taken_over(place):
    batch = {
        "kode": "A1-201126",
        "produk": "keripik",
        "jumlah": 40,
        "dibuat": "2026-11-20",
        "baik_sebelum": "2027-02-20",
    }
    place.answer("s07-produksi").save({"batch": [batch, {"kode": "rusak"}, 3]}, place.now())
    session = label(place)
    assert session.view["batches"] == [["A1-201126", "A1-201126: 40 bungkus, baik sebelum 20 02 2027"]]
    view = session.handle({"do": "take_batch", "code": "A1-201126"})
    assert (view["values"]["dibuat"], view["values"]["baik_sebelum"]) == ("2026-11-20", "2027-02-20")
    assert session.handle({"do": "set", "field": "baik_sebelum", "value": "2027-05-20"})[
        "blocked"
    ].startswith("Label ini belum boleh dicetak.")


def test_a_label_is_printed_as_sheet_and_as_picture(place):
    session = label(place)
    fill(session)
    view = session.handle({"do": "print", "kind": "pdf"})
    assert view["live"] == "Lembar siap dicetak: berkas cetak/label.pdf."
    assert view["printed"] == {"file": "cetak/label.pdf", "path": "s06/cetak/label.pdf"}
    assert (place.folder / "cetak/label.pdf").read_bytes().startswith(b"%PDF")
    assert session.handle({"do": "print", "kind": "svg"})["printed"]["file"] == "cetak/label.svg"


@pytest.mark.parametrize(
    "changes",
    [
        {"izin": "punya", "nomor_izin": "111111111111111"},
        {"nomor_izin": "306347102019827"},
        {"nama": "Keripik Halal"},
        {"varian": "penyembuh"},
        {"baik_sebelum": "2026-01-01"},
        {"dibuat": "2026-12-01", "kode": "x"},
    ],
)
def test_a_label_that_is_not_true_is_not_printed(place, changes):
    session = label(place)
    fill(session, **changes)
    for kind in ("pdf", "svg"):
        assert session.handle({"do": "print", "kind": kind})["live"].startswith("Belum dicetak.")
    assert not (place.folder / "cetak").exists()


def test_words_that_do_not_fit_are_told(place):
    session = label(place)
    fill(session, nama="Keripik" * 12, ukuran="8x5")
    assert session.handle({"do": "print", "kind": "pdf"})["live"].startswith(
        "Tulisan tidak muat di label 8 x 5 cm."
    )


def test_a_sheet_that_cannot_be_written_is_told(place, monkeypatch):
    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.prints.sheet.write_atomically", full)
    session = label(place)
    fill(session)
    assert session.handle({"do": "print", "kind": "pdf"})["live"].startswith("Lembar cetak belum tersimpan")
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    assert session.handle({"do": "print", "kind": "svg"})["live"].startswith(
        "Laptop ini belum bisa mencetak."
    )


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "terbang"},
        {"do": "set", "field": "warna", "value": "x"},
        {"do": "set", "field": "nama", "value": 3},
        {"do": "set", "field": "halal", "value": "mungkin"},
        {"do": "set", "field": "satuan", "value": "ton"},
        {"do": "set", "field": "ukuran", "value": "besar"},
        {"do": "set", "field": "gambar", "value": "gajah"},
        {"do": "chip", "id": "batu"},
        {"do": "add", "name": 3},
        {"do": "grams", "number": 9, "value": "1"},
        {"do": "grams", "number": 0, "value": 1},
        {"do": "move", "number": 0, "by": 5},
        {"do": "move", "number": True, "by": 1},
        {"do": "remove", "number": -1},
        {"do": "take_batch", "code": "Z9"},
        {"do": "print", "kind": "exe"},
    ],
)
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = label(place)
    fill(session)
    before = stored(place)
    assert "belum terbaca" in session.handle(message)["live"]
    assert stored(place) == before


def test_fields_that_are_not_asked_for_are_hidden_until_something_stands_in_them(place):
    session = label(place)
    assert session.view["hidden"] == ["nomor_halal", "tahun_halal", "nomor_izin"]
    session.handle({"do": "set", "field": "izin", "value": "punya"})
    assert "nomor_izin" not in session.view["hidden"]
    session.handle({"do": "set", "field": "nomor_izin", "value": "1"})
    assert "nomor_izin" not in session.handle({"do": "set", "field": "izin", "value": "belum"})["hidden"]


def test_reopening_brings_everything_back(place):
    fill(label(place))
    again = label(place)
    assert again.view["live"] == "Label sama seperti terakhir disimpan."
    assert again.view["values"]["usaha"] == "Usaha Bu Rahma"


def test_a_label_that_is_no_label_is_kept_aside(place):
    place.answer(TASK).save({"bahan": "hilang"}, place.now())
    assert label(place).view["live"].startswith("Catatan lama belum terbaca")
    assert label(place).view["ingredients"] == []


def test_two_notebooks_share_one_label(place):
    one, other = label(place), label(place)
    fill(one)
    view = other.handle({"do": "set", "field": "simpan", "value": "di tempat kering"})
    assert view["values"]["nama"] == "Keripik Pisang"


def test_a_full_disk_changes_nothing(place, monkeypatch):
    session = label(place)
    fill(session)

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = session.handle({"do": "set", "field": "usaha", "value": "lain"})
    assert view["values"]["usaha"] == "Usaha Bu Rahma"
    assert "belum tersimpan" in view["live"]


def test_facts_carry_their_day_and_unsure_ones_are_a_question(place):
    elements = {one["id"]: one["facts"] for one in label(place).words()["elements"]}
    assert all("(diperiksa: " in fact for facts in elements.values() for fact in facts)
    assert any(fact.startswith("Tanyakan dulu: ") for fact in elements["halal"])
    assert any("15 angka" in fact for fact in elements["permit"])


def test_english_partners_see_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = label(place)
    assert session.words()["title"] == "Product label"
    view = fill(session)
    assert view["tally"] == "9 of 9 elements are complete."
    assert view["label"]["rows"][0]["head"] == "Komposisi", "the label itself speaks Indonesian"
