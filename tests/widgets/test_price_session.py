"""Price without a screen: every number is on the disk at once, and is told as it was understood."""

import errno
import json

import pytest

from lentera.product.price_exercise import exercise_of
from lentera.tasks import RULE_SETS
from lentera.widgets.price.session import PriceSession

TASKS = ("s07-hpp", "s07-harga", "s07-impas")
POINTS = {"s07-hpp": 25.0, "s07-harga": 10.0, "s07-impas": 10.0}
OWN_ROWS = [
    ("pisang, minyak, bumbu", "149.000"),
    ("plastik dan label", "60.000"),
    ("upah sendiri", "60.000"),
    ("gas, listrik, antar", "31000"),
]


def prices(place):
    return PriceSession(place, "s07-harga", [RULE_SETS[task] for task in TASKS], POINTS)


def own(session, **changes):
    session.handle({"do": "mode", "mode": "sendiri"})
    for row, (name, amount) in enumerate(OWN_ROWS):
        session.handle({"do": "row", "row": row, "field": "nama", "value": name})
        session.handle({"do": "row", "row": row, "field": "jumlah", "value": amount})
    written = {
        "nama": "keripik pisang",
        "bungkus": "40",
        "hpp": "7500",
        "harga": "11000",
        "tetap": "300.000",
        "impas": "86",
    }
    for field, value in {**written, **changes}.items():
        session.handle({"do": "set", "field": field, "value": value})
    return session


def stored(place):
    return json.loads((place.folder / "jawaban/s07-harga.json").read_text(encoding="utf-8"))["answer"]


def test_her_own_product_earns_all_points_and_the_file_can_be_read(place):
    view = own(prices(place)).handle({"do": "check"})
    assert view["check"]["holds"]
    answer = stored(place)
    assert answer["nama"] == "keripik pisang"
    assert (answer["hpp"], answer["harga"], answer["impas"], answer["tetap"]) == (7500, 11_000, 86, 300_000)
    assert answer["biaya"][2] == {"nama": "upah sendiri", "golongan": "tenaga", "jumlah": 60_000}
    assert sum(RULE_SETS[task].judge(answer).points(POINTS[task]) for task in TASKS) == 45


def test_an_exercise_earns_all_points(place):
    session = prices(place)
    made = exercise_of(stored_seed(session))
    for field, value in (("hpp", round(made.unit)), ("harga", made.price), ("impas", int(made.needed) + 1)):
        session.handle({"do": "set", "field": field, "value": str(value)})
    assert session.handle({"do": "check"})["check"]["holds"]


def stored_seed(session):
    return session._state.seed


def test_a_number_is_told_as_it_was_understood(place):
    session = own(prices(place))
    assert (
        session.handle({"do": "set", "field": "hpp", "value": "7,5 ribu"})["live"]
        == "Tersimpan: HPP satu bungkus, Rp7.500"
    )
    assert (
        "Maksudnya Rp7.500? Tulis 7500."
        in session.handle({"do": "set", "field": "hpp", "value": "7.5"})["live"]
    )
    assert session.view["values"]["hpp"] == "7.5"
    assert session.handle({"do": "set", "field": "hpp", "value": ""})["live"] == "HPP satu bungkus kosong."
    assert "belum terbaca" in session.handle({"do": "set", "field": "hpp", "value": "tujuh"})["live"]
    assert (
        session.handle({"do": "set", "field": "margin", "value": "25 %"})["live"]
        == "Tersimpan: Margin (persen), 25 persen"
    )
    line = session.handle({"do": "row", "row": 0, "field": "jumlah", "value": "150000"})["live"]
    assert line == "Tersimpan: pisang, minyak, bumbu, Rp150.000 Jumlah semua biaya: Rp301.000."


def test_rows_come_and_go(place):
    session = prices(place)
    session.handle({"do": "mode", "mode": "sendiri"})
    view = session.handle({"do": "add", "group": "lain"})
    assert view["live"].startswith("Baris 5 ditambahkan: Lain-lain.")
    assert view["rows"][4]["golongan"] == "lain"
    session.handle({"do": "row", "row": 4, "field": "golongan", "value": "bahan"})
    view = session.handle({"do": "drop", "row": 0})
    assert len(view["rows"]) == 4
    assert view["rows"][3]["golongan"] == "bahan"
    for _row in range(16):
        view = session.handle({"do": "add", "group": "bahan"})
    assert not view["add"]["ok"]
    assert (
        session.handle({"do": "add", "group": "bahan"})["live"]
        == "Daftar penuh. Gabungkan biaya kecil dalam satu baris."
    )


def test_the_way_is_shown_after_her_own_result_only(place):
    session = own(prices(place), hpp="")
    assert session.view["asked"]["hpp"]["way"]["why"] == "Tulis hasil sendiri dahulu."
    assert session.handle({"do": "show", "result": "hpp"})["live"] == "Tulis hasil sendiri dahulu."
    session.handle({"do": "set", "field": "hpp", "value": "5000"})
    view = session.handle({"do": "show", "result": "hpp"})
    assert view["asked"]["hpp"]["lines"] == [
        "Jumlah semua biaya: Rp300.000.",
        "Rp300.000 ÷ 40 bungkus = Rp7.500.",
    ]
    assert view["asked"]["harga"]["lines"] == []
    view = session.handle({"do": "show", "result": "impas"})
    assert view["asked"]["impas"]["lines"][1] == "Rp300.000 ÷ Rp3.500 = 85,7 bungkus."


def test_the_sum_of_an_exercise_is_hers_to_find(place):
    session = prices(place)
    assert session.view["total"] == ""
    session.handle({"do": "set", "field": "hpp", "value": "1"})
    assert session.handle({"do": "show", "result": "hpp"})["total"].startswith("Jumlah semua biaya")


def test_bars_coins_and_plot_say_in_words_what_they_draw(place):
    view = own(prices(place)).view
    assert view["bars"]["told"] == "Dengan markup harganya Rp9.750. Dengan margin harganya Rp10.714."
    assert view["bars"]["table"]["rows"][1] == ["Margin 30 persen", "Rp3.214", "Rp10.714", "30 persen"]
    assert view["money"]["told"] == "1 × Rp5.000, 1 × Rp2.000, 1 × Rp500"
    assert view["plot"]["drawn"]["packs"] == 86
    rows = {row[0]: row[3] for row in view["plot"]["drawn"]["table"]["rows"]}
    assert rows["85"] == "−Rp2.500"
    assert rows["86"] == "Rp1.000"


def test_another_price_tells_how_many_packs_it_needs_and_is_not_saved(place):
    session = own(prices(place))
    before = stored(place)
    low, step = session.view["slider"]["min"], session.view["slider"]["step"]
    view = session.handle({"do": "what_if", "price": 12_500})
    assert view["live"] == "Dengan harga Rp12.500: impas di 60 bungkus, margin 40 persen."
    assert view["plot"]["drawn"]["packs"] == 60
    view = session.handle({"do": "what_if", "price": low})
    assert "rugi" in view["live"]
    assert view["plot"]["drawn"] is None
    assert step > 0
    assert stored(place) == before


def test_a_new_exercise_keeps_what_was_earned(place):
    session = prices(place)
    assert session.handle({"do": "new"})["live"] == "Latihan ini masih baru. Tulis satu hasil dahulu."
    made = exercise_of(stored_seed(session))
    session.handle({"do": "set", "field": "hpp", "value": str(round(made.unit))})
    before = session.view["given"]
    view = session.handle({"do": "new"})
    assert view["given"] != before
    assert view["values"]["hpp"] == ""
    assert RULE_SETS["s07-hpp"].best(stored(place)).share == 1


def test_everything_is_there_again_after_closing_and_in_another_notebook(place):
    session = own(prices(place))
    session.handle({"do": "show", "result": "harga"})
    other = prices(place)
    keep = {
        key: value
        for key, value in session.view.items()
        if key not in {"rev", "live", "live_spoken", "check"}
    }
    assert {key: other.view[key] for key in keep} == keep
    other.handle({"do": "set", "field": "harga", "value": "12000"})
    assert session.handle({"do": "set", "field": "nama", "value": "keripik"})["values"]["harga"] == "Rp12.000"


@pytest.mark.parametrize(
    "message",
    [
        {"do": "x"}, {}, {"do": "mode", "mode": "pinjam"}, {"do": "set", "field": "modal", "value": "1"}, {"do": "set", "field": "tetap", "value": "1"}, {"do": "set"},
        {"do": "row", "row": 99, "field": "nama", "value": "x"}, {"do": "row", "row": True, "field": "nama", "value": "x"},
        {"do": "row", "row": 0, "field": "golongan", "value": "pajak"}, {"do": "row", "row": 0, "field": "x", "value": "x"}, {"do": "add", "group": "pajak"},
        {"do": "drop", "row": -1}, {"do": "drop", "row": "0"}, {"do": "show", "result": "laba"}, {"do": "what_if", "price": 1}, {"do": "what_if", "price": None},
    ],
)  # fmt: skip
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = prices(place)
    before = {key: value for key, value in session.view.items() if key not in {"rev", "live", "live_spoken"}}
    view = session.handle(message)
    assert view["live"]
    assert {key: view[key] for key in before} == before


def test_hostile_words_and_numbers_are_saved_as_words(place):
    session = own(prices(place))
    for value in ("9" * 200, "Rp\u202e7500", "<b>1</b>", "\ud83d", "1e9", "١٢٣"):
        for field in ("hpp", "harga", "impas", "tetap", "bungkus", "margin"):
            view = session.handle({"do": "set", "field": field, "value": value})
            assert view["saved"].startswith("Tersimpan")
    assert session.handle({"do": "check"})["check"] is not None
    assert prices(place).view["values"] == session.view["values"]


@pytest.mark.parametrize(
    "content",
    [
        {"mode": "sendiri", "biaya": [{"golongan": "pajak"}]},
        {"mode": "x"},
        {"mode": "latihan", "latihan": {"benih": -1}},
        {"mode": "sendiri", "biaya": []},
    ],
)
def test_a_damaged_answer_is_kept_aside(place, content):
    place.answer("s07-harga").save(content, place.now())
    session = prices(place)
    assert session.view["values"]["hpp"] == ""
    assert session.handle({"do": "set", "field": "hpp", "value": "5"})["saved"].startswith("Tersimpan")


def test_a_full_disk_changes_nothing_on_the_screen(place, monkeypatch):
    session = own(prices(place))

    def full(*_args, **_kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = session.handle({"do": "set", "field": "hpp", "value": "1"})
    assert view["values"]["hpp"] == "Rp7.500"


def test_the_screen_speaks_english_where_that_is_chosen(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = own(prices(place))
    assert session.words()["title"] == "Cost, price and break-even"
    assert session.handle({"do": "check"})["check"]["holds"]
