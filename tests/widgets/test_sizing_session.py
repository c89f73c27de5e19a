"""Sizing behind its screen: rows, steps, cards, the proof and the shopping list."""

import json

import pytest

from lentera.answers import AnswerNotSaved
from lentera.solar.sizing.house import MOST_ROWS
from lentera.tasks import RULE_SETS
from lentera.widgets.sizing.session import SizingSession

TASKS = {"s12-energi": 15.0, "s12-ukuran": 20.0}
STEPS = (
    {"do": "add", "kind": "lampu"},
    {"do": "row", "row": 0, "field": "banyak", "value": "3"},
    {"do": "add", "kind": "hp"},
    {"do": "set", "field": "energi", "value": "55"},
    {"do": "set", "field": "panel_hitung", "value": "21,2"},
    {"do": "set", "field": "panel_beli", "value": "30"},
    {"do": "chemistry", "value": "lifepo4"},
    {"do": "set", "field": "baterai_hitung", "value": "11,3"},
    {"do": "set", "field": "baterai_beli", "value": "12"},
)


def sizing(place, **how):
    return SizingSession(place, "s12-ukuran", [RULE_SETS[task] for task in TASKS], TASKS, **how)


def filled(place):
    session = sizing(place)
    for message in STEPS:
        session.handle(message)
    return session


def stored(place):
    return json.loads((place.folder / "jawaban/s12-ukuran.json").read_text(encoding="utf-8"))["answer"]


def test_the_example_house_is_right_in_both_tasks(place):
    view = filled(place).handle({"do": "check"})
    assert view["check"]["holds"]
    assert view["check"]["yet"] == ""
    for task in TASKS:
        assert RULE_SETS[task].judge(stored(place)).holds


def test_a_step_waits_until_the_one_before_is_there(place):
    session = sizing(place)
    assert session.view["waits"]["energi"]
    assert session.view["waits"]["panel"]
    for message in STEPS[:4]:
        session.handle(message)
    assert session.view["waits"]["energi"] == session.view["waits"]["panel"] == ""
    assert session.view["waits"]["baterai"]


def test_what_is_filled_in_never_hides_again(place):
    session = filled(place)
    session.handle({"do": "drop", "row": 1})
    session.handle({"do": "drop", "row": 0})
    view = session.handle({"do": "set", "field": "energi", "value": ""})
    assert view["waits"]["panel"] == ""
    assert view["written"]["panel_hitung"] == "21,2"


def test_the_card_shows_her_numbers_and_keeps_the_result_to_itself(place):
    session = filled(place)
    card = session.view["cards"]["panel"]
    assert card["own"] == "55 ÷ 4 ÷ 0,65 = … Wp"
    assert card["example"] == ""
    view = session.handle({"do": "example", "step": "panel"})
    assert "21,2" in view["cards"]["panel"]["example"]
    assert view["live"] == "Contoh hitungannya sudah terbuka."
    assert sizing(place).view["cards"]["panel"]["open"]


def test_the_coding_tracks_find_every_example_open(place):
    assert all(card["example"] for card in sizing(place, cards=True).view["cards"].values())


def test_another_kind_of_battery_takes_the_old_size_away(place):
    view = filled(place).handle({"do": "chemistry", "value": "vrla"})
    assert view["written"]["baterai_beli"] == ""
    assert ["24", "24 Ah"] in view["battery_sizes"]
    assert view["cards"]["baterai"]["own"] == "55 × 2 ÷ 12 ÷ 0,5 ÷ 0,85 = … Ah"


def test_the_year_proves_the_sizes_and_an_old_proof_goes_with_a_change(place):
    session = filled(place)
    view = session.handle({"do": "prove"})
    assert view["live"].startswith("Ukuran ini kuat")
    assert any("nilai model" in text for text in view["proof"])
    assert session.handle({"do": "set", "field": "panel_beli", "value": "20"})["proof"] == []


def test_a_proof_without_sizes_says_what_is_missing(place):
    view = sizing(place).handle({"do": "prove"})
    assert "langkah 1 sampai 4" in view["live"]
    assert view["prove"] == {"ok": False, "why": view["live"]}


def test_a_house_that_the_year_does_not_know_is_told_so(place):
    session = filled(place)
    session.handle({"do": "set", "field": "panel_beli", "value": "100"})
    assert "50 Wp" in session.handle({"do": "prove"})["live"]


@pytest.mark.parametrize(
    ("area", "fuse", "words"),
    [
        ("0.75", "3", ("2,3 persen", "Kabelnya cocok", "melindungi kabel.")),
        ("0.5", "3", ("3,5 persen", "lebih tebal lebih baik")),
        ("0.75", "20", ("tidak melindungi",)),
    ],
)
def test_cable_and_fuse_are_told_in_words(place, area, fuse, words):
    session = filled(place)
    for field, value in (
        ("kabel_panjang", "8"),
        ("kabel_arus", "0,75"),
        ("kabel_luas", area),
        ("sekering", fuse),
    ):
        view = session.handle({"do": "set", "field": field, "value": value})
    told = " ".join(view["cable_notes"])
    assert all(word in told for word in words), told


def test_the_list_has_every_part_with_an_example_price_and_goes_to_a_file(place):
    session = filled(place)
    for field, value in (("kabel_panjang", "8"), ("kabel_luas", "0.75"), ("sekering", "3")):
        view = session.handle({"do": "set", "field": field, "value": value})
    assert [row[0] for row in view["list"]] == [
        "Panel surya 30 Wp",
        "Baterai LiFePO4 12,8 V 12 Ah",
        "Pengatur isi baterai 10 A",
        "Sekering 3 A dengan rumahnya",
        "Kabel tembaga 0,75 mm²",
        "Lampu LED 12 V",
        "Sakelar",
    ]
    assert ["Kabel tembaga 0,75 mm²", "16 m", "Rp104.000"] in view["list"]
    assert "contoh" in view["total"]
    view = session.handle({"do": "write_list"})
    assert view["live"] == "Daftar ada di berkas cetak/daftar-belanja.txt."
    text = (place.folder / "cetak/daftar-belanja.txt").read_text(encoding="utf-8")
    assert "Semua harga contoh" in text
    assert "Rp104.000" in text


def test_an_empty_list_writes_no_file(place):
    assert "kosong" in sizing(place).handle({"do": "write_list"})["live"]
    assert not (place.folder / "cetak").exists()


def test_a_list_that_cannot_be_written_is_told(place):
    session = filled(place)
    (place.folder / "cetak").write_text("no folder")
    assert "Panggil pengajar" in session.handle({"do": "write_list"})["live"]


def test_everything_is_there_again(place):
    filled(place)
    again = sizing(place)
    assert again.view["written"]["baterai_hitung"] == "11,3"
    assert [row["label"] for row in again.view["rows"]] == ["Baris 1: Lampu 3 W", "Baris 2: Isi HP"]


def test_two_notebooks_work_on_one_house(place):
    one, two = sizing(place), sizing(place)
    one.handle(STEPS[0])
    assert len(two.handle({"do": "add", "kind": "radio"})["rows"]) == 2


def test_a_full_disk_changes_nothing(place, monkeypatch):
    session = filled(place)

    def full(*_given, **_more):
        raise AnswerNotSaved(place.folder / "jawaban/s12-ukuran.json", OSError(28, "full"))

    monkeypatch.setattr(session._file, "save", full)
    view = session.handle({"do": "drop", "row": 0})
    assert len(view["rows"]) == 2
    assert "penuh" in view["live"]


def test_a_damaged_house_is_kept_aside(place):
    folder = place.folder / "jawaban"
    folder.mkdir()
    place.answer("s12-ukuran").save({"beban": 7}, place.now())
    assert "disimpan terpisah" in sizing(place).view["live"]
    assert sizing(place).view["rows"] == []


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "terbang"},
        {"do": "add", "kind": "kulkas"},
        {"do": "row", "row": 9, "field": "watt", "value": "3"},
        {"do": "row", "row": 0, "field": "warna", "value": "3"},
        {"do": "drop", "row": -1},
        {"do": "set", "field": "lain", "value": "3"},
        {"do": "chemistry", "value": "nuklir"},
        {"do": "example", "step": "tujuh"},
    ],
)
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = filled(place)
    before = stored(place)
    assert "belum terbaca" in session.handle(message)["live"]
    assert stored(place) == before


def test_a_long_list_is_refused_with_a_sentence(place):
    session = sizing(place)
    for _row in range(MOST_ROWS):
        session.handle({"do": "add", "kind": "lampu"})
    view = session.handle({"do": "add", "kind": "lampu"})
    assert len(view["rows"]) == MOST_ROWS
    assert str(MOST_ROWS) in view["live"]


def test_the_screen_speaks_english_to_partners(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = filled(place)
    assert session.words()["steps"]["panel"] == "Step 3. The panel"
    assert session.view["rows"][0]["label"] == "Row 1: 3 W lamp"
