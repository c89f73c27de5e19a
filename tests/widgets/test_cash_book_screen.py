"""The cash book on the screen: finished by mouse, finished by keyboard alone, in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.tasks import RULE_SETS
from lentera.widgets.cash_book.session import CashBookSession

pytestmark = pytest.mark.browser

TASK = "s11-kas"


def session(place):
    return CashBookSession(place, TASK, [RULE_SETS[TASK]], {TASK: 20.0})


@pytest.fixture
def written(place):
    """A book with three rows, one of them removed, printed, exported and checked."""
    book = session(place)
    for at, (what, came, went) in enumerate(
        (
            ("Pesanan 1, keripik pisang", "27.000", ""),
            ("Ongkir pesanan 1", "", "5.000"),
            ("Pesanan 2", "x", ""),
        )
    ):
        book.handle({"do": "add"})
        for field, value in (("keterangan", what), ("masuk", came), ("keluar", went)):
            book.handle({"do": "set", "row": at, "field": field, "value": value})
    book.handle({"do": "profit", "value": "9.000"})
    for gesture in ("print", "csv", "check"):
        book.handle({"do": gesture})
    return book


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_a_written_book(screen, written, mode):
    shown = screen(written, mode)
    assert shown.axe() == []
    assert shown.faults() == []


def test_everyone_can_use_an_empty_book(screen, place):
    shown = screen(session(place))
    assert shown.axe() == []
    assert shown.faults() == []
    stops = shown.stops()
    assert stops[:3] == ["combobox Putaran yang mana", "button Tambah baris", "textbox Laba putaran ini"]


def test_the_truth_is_written_by_mouse_and_earns_everything(screen, place):
    book = session(place)
    shown = screen(book)
    page = shown.page
    market = book._state.round.market
    for at, row in enumerate(market.cash.rows[1:], start=1):
        page.get_by_role("button", name="Tambah baris").click()
        shown.settle()
        page.get_by_label(f"Keterangan, baris {at}").fill(row.account.value)
        side = "Uang masuk" if row.money_in else "Uang keluar"
        page.get_by_label(f"{side}, baris {at}").fill(str(abs(row.amount)))
    page.get_by_label("Laba putaran ini").fill(str(market.profit.amount))
    page.get_by_role("button", name="Periksa").click()
    shown.settle()
    assert book.view["check"]["holds"]


def test_a_row_is_written_removed_and_put_back_by_keyboard_alone(screen, place):
    shown = screen(session(place))
    shown.tab_to("button", "Tambah baris")
    shown.press("Enter")
    assert shown.heard[-1] == "Baris 1 terbuka. Tulis keterangannya."
    assert shown.focused()["name"] == "Keterangan, baris 1"
    shown.page.keyboard.type("Pesanan 1")
    shown.press("Tab")
    shown.page.keyboard.type("27.000")
    shown.press("Tab")
    shown.tab_to("button", "Tambah baris", 3)  # the next row is a few steps away, however long the book is
    shown.press("Shift+Tab")
    assert shown.focused()["name"] == "Hapus baris 1"
    assert shown.activity.view["rows"][0]["saldo"] == "Rp177.000"
    shown.press("Enter")
    assert shown.heard[-1].startswith("Baris 1 dihapus.")
    assert shown.focused()["name"] == "Kembalikan baris"
    shown.press("Enter")
    assert shown.heard[-1] == "Baris 1 kembali."
    assert shown.focused()["name"] == "Keterangan, baris 1"
    assert shown.focused()["value"] == "Pesanan 1"


def test_the_columns_have_heads_for_the_ear(screen, written):
    outline = screen(written).outline()
    assert 'columnheader "Uang masuk"' in outline
    assert 'rowheader "baris 1"' in outline


def test_what_is_typed_is_kept_when_the_view_goes_away(screen, written):
    shown = screen(written)
    shown.page.get_by_label("Keterangan, baris 2").focus()
    shown.page.keyboard.type("!")
    shown.page.evaluate("window.leave()")
    shown.settle()
    assert "!" in shown.activity.view["rows"][1]["keterangan"]
