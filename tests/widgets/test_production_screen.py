"""The production house on the screen: used by mouse, used by keyboard alone, in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.widgets.production.session import ProductionSession

pytestmark = pytest.mark.browser


def session(place):
    return ProductionSession(place, "s07-produksi")


@pytest.fixture
def written(place):
    """Batches of three states, one on the label, one removed."""
    house = session(place)
    for made, line, months in (
        ("2026-11-20", "A", "3"),
        ("2026-09-01", "B", "3"),
        ("2026-08-01", "A", "2"),
        ("2026-11-21", "C", "3"),
    ):
        given = {
            "produk": "Keripik pisang manis",
            "jalur": line,
            "dibuat": made,
            "jumlah": "40",
            "umur": months,
        }
        for field, value in given.items():
            house.handle({"do": "set", "field": field, "value": value})
        house.handle({"do": "add"})
    house.handle({"do": "label", "code": "A1-201126"})
    house.handle({"do": "remove", "code": "C1-211126"})
    house.handle({"do": "print"})
    return house


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_a_register(screen, written, mode):
    shown = screen(written, mode)
    assert shown.axe() == []
    assert shown.faults() == []


def test_everyone_can_use_an_empty_register(screen, place):
    shown = screen(session(place))
    assert shown.axe() == []
    assert shown.faults() == []
    stops = shown.stops()
    assert stops[0] == "button Cetak daftar batch (PDF)"
    assert stops[-1] == "button Catat batch"


def test_a_batch_is_noted_and_lent_to_the_label_by_mouse(screen, place):
    shown = screen(session(place))
    page = shown.page
    page.get_by_label("Produk batch ini").fill("Keripik pisang")
    page.get_by_label("Jumlah bungkus").fill("40")
    page.get_by_label("Dibuat tanggal").fill("2026-11-20")
    page.get_by_label("Lama simpan").fill("3")
    shown.press("Tab")
    page.get_by_text("Kode A1-201126, baik sebelum 20 Februari 2027").wait_for()
    page.get_by_role("button", name="Catat batch").click()
    shown.settle()
    assert shown.live.startswith("Batch A1-201126 dicatat: 40 bungkus")
    page.get_by_role("button", name="Pakai di label A1-201126").click()
    shown.settle()
    assert page.locator(".rp-chosen").is_visible()
    assert place.answer("s07-label").load().payload["kode"] == "A1-201126"


def test_a_batch_is_noted_removed_and_put_back_by_keyboard_alone(screen, place):
    shown = screen(session(place))
    shown.tab_to("button", "Catat batch")
    shown.press("Enter")
    assert shown.live == "Tulis nama produk lebih dulu."
    shown.page.evaluate("document.getElementById('before').focus()")
    shown.tab_to("combobox", "Produk batch ini")
    shown.page.keyboard.type("Keripik pisang")
    shown.tab_to("textbox", "Jumlah bungkus")
    shown.page.keyboard.type("25")
    shown.press("Tab")
    shown.tab_to("button", "Catat batch")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Batch A1-221126 dicatat: 25 bungkus")
    shown.tab_to("button", "Hapus batch A1-221126")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Batch A1-221126 dihapus.")
    assert shown.focused()["name"] == "Kembalikan batch"
    shown.press("Enter")
    assert shown.heard[-1] == "Batch A1-221126 kembali."


def test_what_is_typed_is_kept_when_the_view_goes_away(screen, place):
    shown = screen(session(place))
    shown.tab_to("textbox", "Jumlah bungkus")
    shown.page.keyboard.type("12")
    shown.page.evaluate("window.leave()")
    shown.settle()
    assert shown.activity.view["values"]["jumlah"] == "12"
