"""The cash book without a screen: she writes rows of what happened; balance, sums, paper and spreadsheet follow."""

import csv
import errno
import io
import json
from typing import Any

import pytest

from lentera.market.rounds import Play
from lentera.market.samples import sample_round
from lentera.market.table import Table
from lentera.place import Place
from lentera.tasks import RULE_SETS
from lentera.widgets.cash_book.book import CashState
from lentera.widgets.cash_book.ledger import Ledger
from lentera.widgets.cash_book.session import CashBookSession
from lentera.words import rupiah

TASK = "s11-kas"
DAY = "2026-11-22"


def book(place: Place) -> CashBookSession:
    return CashBookSession(place, TASK, [RULE_SETS[TASK]], {TASK: 20.0})


def stored(place: Place) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((place.folder / f"jawaban/{TASK}.json").read_text(encoding="utf-8"))
    return content["answer"]


def write(session: CashBookSession, what: str, came: str = "", went: str = "") -> dict[str, Any]:
    session.handle({"do": "add"})
    at = len(session.view["rows"]) - 1
    for field, value in (("keterangan", what), ("masuk", came), ("keluar", went)):
        session.handle({"do": "set", "row": at, "field": field, "value": value})
    return session.view


def played(place: Place, *seeds: int) -> None:
    rounds = tuple(sample_round(seed, DAY) for seed in seeds)
    place.answer("s11-pesanan").save(Play(Table(), rounds).to_json(), place.now())


def write_the_truth(session: CashBookSession) -> None:
    """Write every row that really went through the cash box, and the profit."""
    market = session._state.round.market
    for row in market.cash.rows[1:]:
        write(session, row.account.value, str(row.money_in or ""), str(row.money_out or ""))
    session.handle({"do": "profit", "value": str(market.profit.amount)})


def test_the_right_book_earns_all_points(place):
    session = book(place)
    write_the_truth(session)
    assert session.handle({"do": "check"})["check"]["holds"]
    assert RULE_SETS[TASK].judge(stored(place)).points(20) == 20


def test_what_the_profit_needs_is_on_the_screen(place):
    session = book(place)
    market = session._state.round.market
    goods = {item.product for order in market.orders.values() for item in order.items}
    costs = {f"{(one := market.shop.product(product)).name} {rupiah(one.unit_cost)}" for product in goods}
    told = session.view["costs"].removeprefix("Modal satu bungkus: ").removesuffix(".")
    assert set(told.split(", ")) == costs


def test_the_balance_follows_each_row(place):
    session = book(place)
    assert session.view["opening"] == "Kas awal: Rp150.000"
    assert write(session, "Pesanan 1", "27.000")["rows"][0]["saldo"] == "Rp177.000"
    assert write(session, "Ongkir", "", "Rp5.000")["rows"][1]["saldo"] == "Rp172.000"
    assert session.view["live"] == "Baris 2 tersimpan. Saldo: Rp172.000."
    assert session.view["sums"] == {"masuk": "Rp27.000", "keluar": "Rp5.000", "saldo": "Rp172.000"}


def test_what_is_no_sum_is_asked_about_in_its_row(place):
    assert write(book(place), "Pesanan 1", "dua puluh")["rows"][0]["saldo"] == "belum angka"


def test_one_missing_row_is_named(place):
    session = book(place)
    write_the_truth(session)
    last = len(session.view["rows"]) - 1
    session.handle({"do": "remove", "row": last})
    found = session.handle({"do": "check"})["check"]
    assert not found["holds"]
    assert found["yet"]
    assert found["next"]


def test_her_own_play_is_what_the_book_is_about(place):
    played(place, 3, 4)
    session = book(place)
    assert session.view["round"] == 2
    assert session.view["rounds"] == [["0", "putaran contoh"], ["1", "Putaran 1"], ["2", "Putaran 2"]]
    assert session.view["happened"][0]["text"].startswith("Pesanan 1 dibuat.")
    assert session.handle({"do": "round", "round": 1})["live"] == "Buku kas ini untuk: Putaran 1."
    assert book(place).view["round"] == 1


def test_what_happens_in_the_market_meanwhile_is_followed(place):
    played(place, 3)
    session = book(place)
    write(session, "Pesanan 1", "1000")
    longer = sample_round(3, DAY)
    events = longer.to_json()["kejadian"]
    shorter = {**longer.to_json(), "kejadian": events[:5]}
    place.answer("s11-pesanan").save({"meja": [""] * 5, "putaran": [shorter]}, place.now())
    assert len(session.handle({"do": "add"})["happened"]) == 5
    assert len(stored(place)["putaran"]["kejadian"]) == 5


def test_a_market_that_cannot_be_read_leaves_the_example(place):
    place.answer("s11-pesanan").save({"putaran": [{"toko": 4}]}, place.now())
    assert book(place).view["rounds"] == [["0", "putaran contoh"]]


def test_rows_are_removed_and_come_back(place):
    session = book(place)
    write(session, "Pesanan 1", "27.000")
    write(session, "Ongkir", "", "5.000")
    assert session.handle({"do": "remove", "row": 0})["live"].startswith("Baris 1 dihapus.")
    again = book(place)
    assert again.view["undo"]
    assert again.handle({"do": "undo"})["live"] == "Baris 1 kembali."
    assert [row["keterangan"] for row in again.view["rows"]] == ["Pesanan 1", "Ongkir"]
    assert "Belum ada baris" in again.handle({"do": "undo"})["live"]


def test_a_full_book_says_so(place):
    session = book(place)
    for _row in range(61):
        session.handle({"do": "add"})
    assert len(session.view["rows"]) == 60
    assert session.view["live"] == "Buku kas penuh. Cetak dulu."
    assert not session.view["add"]["ok"]


def test_the_sheet_and_the_spreadsheet_come_from_the_same_table(place):
    session = book(place)
    assert session.handle({"do": "csv"})["live"] == "Belum ada baris. Tambah satu dulu."
    write(session, "=Pesanan; 1", "27.000")
    assert session.handle({"do": "print"})["printed"]["file"] == "cetak/buku-kas.pdf"
    assert session.handle({"do": "csv"})["csv"] == {
        "file": "cetak/buku-kas.csv",
        "path": "s06/cetak/buku-kas.csv",
    }
    data = (place.folder / "cetak/buku-kas.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Tanggal", "Keterangan", "Uang masuk", "Uang keluar", "Saldo"]
    assert rows[2] == ["22/11/2026", "'=Pesanan; 1", "27000", "", "177000"]
    assert rows[-1] == ["", "Jumlah semua", "27000", "0", "177000"]
    assert [row[4] for row in Ledger.of(session._state.own).printed()] == ["Rp150.000", "Rp177.000"]


def test_a_table_that_cannot_be_written_is_told(place, monkeypatch):
    session = book(place)
    write(session, "Pesanan 1", "27.000")

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.widgets.cash_book.session.write_atomically", full)
    view = session.handle({"do": "csv"})
    assert view["live"].startswith("Lembar cetak belum tersimpan")
    assert view["csv"] is None


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "terbang"},
        {"do": "set", "row": 4, "field": "masuk", "value": "1"},
        {"do": "set", "row": True, "field": "masuk", "value": "1"},
        {"do": "set", "row": 0, "field": "saldo", "value": "1"},
        {"do": "set", "row": 0, "field": "masuk", "value": 5},
        {"do": "profit", "value": 7},
        {"do": "remove", "row": -1},
        {"do": "round", "round": 5},
    ],
)
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = book(place)
    write(session, "Pesanan 1", "27.000")
    before = stored(place)
    assert "belum terbaca" in session.handle(message)["live"]
    assert stored(place) == before


def test_reopening_brings_everything_back(place):
    session = book(place)
    write(session, "Pesanan 1", "27.000")
    session.handle({"do": "profit", "value": "9.000"})
    again = book(place)
    assert again.view["live"] == "Buku kas sama seperti terakhir disimpan."
    assert again._state == session._state


@pytest.mark.parametrize("content", [{}, {"baris": "x"}, {"baris": [], "putaran": {"benih": "x"}}])
def test_a_book_that_is_no_book_is_kept_aside(place, content):
    place.answer(TASK).save(content, place.now())
    assert book(place).view["live"].startswith("Catatan lama belum terbaca")


@pytest.mark.parametrize(
    "removed", [7, {}, {"tempat": -1, "baris": {}}, {"tempat": 0, "baris": {"masuk": 4}}]
)
def test_an_odd_removed_row_is_left_out(place, removed):
    session = book(place)
    write(session, "Pesanan 1", "27.000")
    assert CashState.from_content({**stored(place), "dihapus": removed}).removed is None


def test_two_notebooks_share_one_book(place):
    one, other = book(place), book(place)
    write(one, "Pesanan 1", "27.000")
    assert write(other, "Ongkir", "", "5.000")["rows"][0]["keterangan"] == "Pesanan 1"


def test_a_full_disk_changes_nothing(place, monkeypatch):
    session = book(place)
    write(session, "Pesanan 1", "27.000")

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = session.handle({"do": "set", "row": 0, "field": "masuk", "value": "9"})
    assert view["rows"][0]["masuk"] == "27.000"
    assert "belum tersimpan" in view["live"]


def test_english_partners_see_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = book(place)
    assert session.words()["columns"][1]["name"] == "What for"
    assert write(session, "Order 1", "27.000")["live"] == "Row 1 is saved. Balance: Rp177.000."
