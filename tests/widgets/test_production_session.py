"""The production house without a screen: batches with their codes, and the one the label carries."""

import errno
import json
from typing import Any

import pytest

from lentera.place import Place
from lentera.product.label import LABEL
from lentera.widgets.label.session import LabelSession
from lentera.widgets.production.session import ProductionSession

TASK = "s07-produksi"


def house(place: Place) -> ProductionSession:
    return ProductionSession(place, TASK)


def add(session: ProductionSession, **changes: str) -> dict[str, Any]:
    given = {
        "produk": "Keripik pisang",
        "dibuat": "2026-11-20",
        "jumlah": "40",
        "umur": "3",
        "satuan": "bulan",
        **changes,
    }
    for field, value in given.items():
        session.handle({"do": "set", "field": field, "value": value})
    return session.handle({"do": "add"})


def stored(place: Place) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((place.folder / f"jawaban/{TASK}.json").read_text(encoding="utf-8"))
    return content["answer"]


def test_a_batch_gets_its_code_and_day_by_itself(place):
    view = add(house(place))
    assert view["live"] == "Batch A1-201126 dicatat: 40 bungkus, baik sebelum 20 Februari 2027."
    assert stored(place)["batch"] == [
        {
            "kode": "A1-201126",
            "produk": "Keripik pisang",
            "jumlah": 40,
            "dibuat": "2026-11-20",
            "baik_sebelum": "2027-02-20",
        }
    ]


def test_the_form_tells_code_and_day_before_they_are_noted(place):
    session = house(place)
    add(session)
    assert session.handle({"do": "set", "field": "jumlah", "value": "10"})["preview"] == (
        "Kode A2-201126, baik sebelum 20 Februari 2027"
    )


def test_what_expires_first_is_on_top(place):
    session = house(place)
    add(session)
    add(session, umur="10", satuan="hari", jalur="B")
    view = add(session, dibuat="2026-09-01", umur="2", satuan="bulan", jalur="C")
    assert [one["code"] for one in view["batches"]] == ["C1-010926", "B1-201126", "A1-201126"]
    assert [one["state"] for one in view["batches"]] == ["lewat", "dulu", "baik"]
    assert view["batches"][1]["word"] == "sisa 8 hari, jual lebih dulu"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"produk": " "}, "Tulis nama produk lebih dulu."),
        ({"dibuat": "2026-11-23"}, "Pilih tanggal dibuat: hari ini atau sebelumnya."),
        ({"dibuat": "kemarin"}, "Pilih tanggal dibuat: hari ini atau sebelumnya."),
        ({"jumlah": ""}, "Tulis jumlah bungkus, misalnya 40."),
        ({"jumlah": "2,5"}, "Tulis jumlah bungkus, misalnya 40."),
        ({"jumlah": "99999"}, "Tulis jumlah bungkus, misalnya 40."),
        ({"umur": "0"}, "Tulis lama simpan: 1 atau lebih, sampai 24 bulan."),
        ({"umur": "25"}, "Tulis lama simpan: 1 atau lebih, sampai 24 bulan."),
    ],
)
def test_what_is_missing_is_told(place, changes, said):
    session = house(place)
    view = add(session, **changes)
    assert view["live"] == said
    assert view["add"]["why"] == said
    assert view["batches"] == []


def test_a_batch_is_removed_and_put_back(place):
    session = house(place)
    add(session)
    assert session.handle({"do": "remove", "code": "A1-201126"})["live"].startswith(
        "Batch A1-201126 dihapus."
    )
    again = house(place)
    assert again.view["undo"]
    assert again.handle({"do": "undo"})["live"] == "Batch A1-201126 kembali."
    assert again.handle({"do": "undo"})["live"] == "Tidak ada batch yang dihapus."
    again.handle({"do": "remove", "code": "A1-201126"})
    add(again)
    assert "sudah dipakai batch lain" in again.handle({"do": "undo"})["live"]


def test_the_batch_code_appears_on_the_label(place):
    session, label = house(place), LabelSession(place, "s07-label", [LABEL])
    label.handle({"do": "set", "field": "asal", "value": "Sepaku"})
    add(session)
    view = session.handle({"do": "label", "code": "A1-201126"})
    assert view["live"] == "Batch A1-201126 sekarang ada di label."
    assert view["batches"][0]["on_label"]
    shown = label.handle({"do": "set", "field": "usaha", "value": "Usaha Bu Rahma"})
    assert shown["values"]["kode"] == "A1-201126"
    assert shown["values"]["asal"] == "Sepaku"
    assert shown["values"]["nama"] == "Keripik pisang"
    assert {one["id"]: one["state"] for one in shown["elements"]}["production"] == "ok"


def test_a_batch_past_its_day_does_not_go_on_a_label(place):
    session = house(place)
    add(session, dibuat="2026-01-01")
    assert session.handle({"do": "label", "code": "A1-010126"})["live"].endswith("Jangan dijual.")
    assert not (place.folder / "jawaban/s07-label.json").exists()


def test_a_label_nobody_can_read_is_left_alone(place):
    place.answer("s07-label").save({"bahan": 7}, place.now())
    before = (place.folder / "jawaban/s07-label.json").read_bytes()
    session = house(place)
    add(session)
    assert session.handle({"do": "label", "code": "A1-201126"})["live"].startswith("Label belum terbaca.")
    assert (place.folder / "jawaban/s07-label.json").read_bytes() == before


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "terbang"},
        {"do": "set", "field": "warna", "value": "x"},
        {"do": "set", "field": "produk", "value": 3},
        {"do": "set", "field": "jalur", "value": "Z"},
        {"do": "set", "field": "satuan", "value": "abad"},
        {"do": "remove", "code": "Z1-010126"},
        {"do": "label", "code": 3},
    ],
)
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = house(place)
    add(session)
    before = stored(place)
    assert "belum terbaca" in session.handle(message)["live"]
    assert stored(place) == before


def test_reopening_brings_everything_back(place):
    add(house(place))
    again = house(place)
    assert again.view["live"] == "Daftar batch sama seperti terakhir disimpan."
    assert again.view["values"]["produk"] == "Keripik pisang"


@pytest.mark.parametrize("content", [{}, {"batch": 3}, {"batch": [{"kode": "x"}]}])
def test_a_register_that_is_none_is_kept_aside(place, content):
    place.answer(TASK).save(content, place.now())
    assert house(place).view["live"].startswith("Catatan lama belum terbaca")


def test_two_notebooks_share_one_register(place):
    one, other = house(place), house(place)
    add(one)
    assert len(add(other)["batches"]) == 2


def test_a_full_disk_changes_nothing(place, monkeypatch):
    session = house(place)
    add(session)

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    assert "belum tersimpan" in session.handle({"do": "remove", "code": "A1-201126"})["live"]
    view = session.handle({"do": "label", "code": "A1-201126"})
    assert "belum tersimpan" in view["live"]
    assert not view["batches"][0]["on_label"]
    assert len(view["batches"]) == 1


def test_the_register_is_printed(place):
    session = house(place)
    add(session)
    assert session.handle({"do": "print"})["printed"]["file"] == "cetak/rumah-produksi.pdf"


def test_english_partners_see_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = house(place)
    assert session.words()["title"] == "Production house"
    assert add(session)["live"].startswith("Batch A1-201126 added: 40 packs")
