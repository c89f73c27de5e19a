"""The standard sheet without a screen: each field is on the disk at once, each pack is judged as it is weighed."""

import errno
import json
from typing import Any

import pytest

from lentera.place import Place
from lentera.product.standard import MOST_PORTIONS, STANDARD
from lentera.widgets.standard.session import StandardSession

TASK = "s07-standar"
FIELDS = {"nama": "Keripik pisang", "berat": "150", "satuan": "g", "toleransi": "5", "cara": "nol"}


def standard(place: Place) -> StandardSession:
    return StandardSession(place, TASK, [STANDARD], {TASK: 10.0})


def fill(session: StandardSession, **changes: str) -> dict[str, Any]:
    for field, value in {**FIELDS, **changes}.items():
        session.handle({"do": "set", "field": field, "value": value})
    for number, row in enumerate((("pisang", "3", "kg"), ("gula", "250", "g"))):
        for field, value in zip(("bahan", "jumlah", "satuan"), row, strict=True):
            session.handle({"do": "portion", "number": number, "field": field, "value": value})
    for number, value in enumerate(("150", "148", "142", "152", "151")):
        session.handle({"do": "pack", "number": number, "value": value})
    return session.view


def stored(place: Place) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((place.folder / f"jawaban/{TASK}.json").read_text(encoding="utf-8"))
    return content["answer"]


def test_each_field_is_on_the_disk_before_it_is_told(place):
    view = standard(place).handle({"do": "set", "field": "nama", "value": "Keripik"})
    assert view["live"] == "Tersimpan: Nama produk atau jasa"
    assert stored(place)["nama"] == "Keripik"


def test_a_whole_sheet_earns_all_points(place):
    view = fill(standard(place))
    assert STANDARD.judge(stored(place)).points(10) == 10
    assert view["results"] == [
        "Rata-rata: 148,6\u00a0g.",
        "Terbesar dan terkecil berbeda 10\u00a0g.",
        "4 dari 5 dalam toleransi.",
    ]


def test_each_pack_is_told_as_it_is_weighed(place):
    session = standard(place)
    fill(session)
    assert session.handle({"do": "pack", "number": 2, "value": "142"})["live"] == "Bungkus 3 kurang 8\u00a0g."
    assert session.handle({"do": "pack", "number": 2, "value": "149"})["live"] == (
        "Bungkus 3 kurang 1\u00a0g, masih dalam toleransi."
    )
    assert session.handle({"do": "pack", "number": 2, "value": "ringan"})["live"].startswith(
        "Angka ke-3 belum terbaca."
    )
    assert session.view["packs"][2]["said"] == "belum terbaca"
    assert session.handle({"do": "pack", "number": 2, "value": ""})["live"] == "Angka ke-3 kosong."


def test_a_pack_before_the_standard_is_only_noted(place):
    assert (
        standard(place).handle({"do": "pack", "number": 0, "value": "150"})["live"] == "Bungkus 1 tercatat."
    )


def test_a_service_is_measured_in_minutes(place):
    session = standard(place)
    fill(session)
    view = session.handle({"do": "kind", "value": "jasa"})
    assert view["live"] == "Tersimpan: Yang dijual"
    assert (view["values"]["satuan"], view["values"]["cara"]) == ("", "")
    session.handle({"do": "set", "field": "satuan", "value": "menit"})
    assert session.handle({"do": "pack", "number": 0, "value": "150"})["live"] == "Kali ke-1 pas."
    assert session.view["base"] == "menit"


def test_rows_of_the_recipe_come_and_go(place):
    session = standard(place)
    assert len(session.view["portions"]) == 2
    assert session.handle({"do": "add_portion"})["live"] == "Isi dulu baris yang kosong."
    fill(session)
    assert session.handle({"do": "add_portion"})["live"] == "Baris 3 ditambahkan. Tulis namanya."
    session.handle({"do": "portion", "number": 2, "field": "bahan", "value": "garam"})
    assert session.handle({"do": "remove_portion", "number": 0})["live"] == "pisang dihapus."
    assert [one["bahan"] for one in session.view["portions"]] == ["gula", "garam"]


def test_a_recipe_can_be_full(place):
    session = standard(place)
    for number in range(MOST_PORTIONS):
        session.handle({"do": "portion", "number": number, "field": "bahan", "value": f"bahan {number}"})
        session.handle({"do": "add_portion"})
    assert len(session.view["portions"]) == MOST_PORTIONS
    assert session.view["more"]["why"] == f"Takaran memuat sampai {MOST_PORTIONS} baris."


def test_check_tells_one_thing_and_the_log_gets_it(place):
    session = standard(place)
    fill(session, toleransi="30")
    assert "terlalu lebar" in session.handle({"do": "check"})["check"]["yet"]
    session.write_log()
    with place.desk.open_log() as book:
        (statement,) = book.statements()
    assert statement.result.mistake == "wide"


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "terbang"},
        {"do": "kind", "value": "mobil"},
        {"do": "set", "field": "warna", "value": "x"},
        {"do": "set", "field": "nama", "value": 3},
        {"do": "set", "field": "satuan", "value": "menit"},
        {"do": "set", "field": "cara", "value": "jam"},
        {"do": "pack", "number": 5, "value": "1"},
        {"do": "pack", "number": 0, "value": 150},
        {"do": "portion", "number": 0, "field": "satuan", "value": "ember"},
        {"do": "portion", "number": 7, "field": "bahan", "value": "x"},
        {"do": "portion", "number": 0, "field": "warna", "value": "x"},
        {"do": "remove_portion", "number": True},
    ],
)
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = standard(place)
    fill(session)
    before = stored(place)
    assert "belum terbaca" in session.handle(message)["live"]
    assert stored(place) == before


def test_reopening_brings_everything_back(place):
    fill(standard(place))
    again = standard(place)
    assert again.view["live"] == "Lembar standar sama seperti terakhir disimpan."
    assert again.view["packs"][2]["text"] == "142"


@pytest.mark.parametrize(
    "content", [{"takaran": [], "nama": 3, "jenis": "mobil"}, {"lain": 1}, {"timbangan": 7}]
)
def test_a_sheet_that_is_no_sheet_is_kept_aside(place, content):
    place.answer(TASK).save(content, place.now())
    assert standard(place).view["live"].startswith("Catatan lama belum terbaca")


def test_two_notebooks_share_one_sheet(place):
    one, other = standard(place), standard(place)
    fill(one)
    assert (
        other.handle({"do": "set", "field": "varian", "value": "manis"})["values"]["nama"] == "Keripik pisang"
    )


def test_a_full_disk_changes_nothing(place, monkeypatch):
    session = standard(place)
    fill(session)

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = session.handle({"do": "pack", "number": 0, "value": "100"})
    assert view["packs"][0]["text"] == "150"
    assert "belum tersimpan" in view["live"]


def test_the_sheet_is_printed_whole_and_unfinished(place):
    session = standard(place)
    assert session.handle({"do": "print"})["printed"]["file"] == "cetak/standar-produk.pdf"
    fill(session)
    assert session.handle({"do": "print"})["live"].startswith("Lembar siap dicetak")


def test_english_partners_see_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = standard(place)
    assert session.words()["title"] == "Standard sheet"
    assert fill(session)["packs"][2]["said"] == "Pack 3 is 8\u00a0g short."
