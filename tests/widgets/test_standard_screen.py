"""The standard sheet on the screen: finished by mouse, finished by keyboard alone, in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.product.standard import STANDARD
from lentera.widgets.standard.session import StandardSession

pytestmark = pytest.mark.browser

TASK = "s07-standar"
PACKS = ("150", "148", "142", "152", "151")


def session(place):
    return StandardSession(place, TASK, [STANDARD], {TASK: 10.0})


@pytest.fixture
def written(place):
    """A whole sheet with one pack outside, weighed with its packaging, printed and checked."""
    sheet = session(place)
    for field, value in {
        "nama": "Keripik pisang", "varian": "manis", "berat": "150", "satuan": "g", "toleransi": "5", "cara": "kotor", "kemasan_kosong": "1",
    }.items():  # fmt: skip
        sheet.handle({"do": "set", "field": field, "value": value})
    for number, name in enumerate(("pisang", "gula", "garam")):
        for field, value in (("bahan", name), ("jumlah", "250"), ("satuan", "g")):
            sheet.handle({"do": "portion", "number": number, "field": field, "value": value})
        sheet.handle({"do": "add_portion"})
    for number, value in enumerate(PACKS):
        sheet.handle({"do": "pack", "number": number, "value": value})
    sheet.handle({"do": "print"})
    sheet.handle({"do": "check"})
    return sheet


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_a_written_sheet(screen, written, mode):
    shown = screen(written, mode)
    assert shown.axe() == []
    assert shown.faults() == []


def test_everyone_can_use_an_empty_sheet(screen, place):
    shown = screen(session(place))
    assert shown.axe() == []
    assert shown.faults() == []
    stops = shown.stops()
    assert stops[0] == "button Cetak lembar (PDF)"
    assert stops[-1] == "button Periksa"
    assert len(set(stops)) == len(stops), "two stops have one name"


def test_a_sheet_is_finished_by_mouse(screen, place):
    shown = screen(session(place))
    page = shown.page
    page.get_by_label("Nama produk atau jasa").fill("Keripik pisang")
    page.get_by_label("Berat bersih satu bungkus").fill("150")
    page.get_by_label("Satuan berat").select_option("g")
    page.get_by_label("Toleransi: beda yang boleh").fill("5")
    for number, name in enumerate(("pisang", "gula")):
        page.get_by_label(f"Bahan baris {number + 1}", exact=True).fill(name)
        page.get_by_label(f"Jumlah baris {number + 1}", exact=True).fill("250")
        page.get_by_label("Satuan takaran").nth(number).select_option("g")
    page.get_by_label("timbang isinya saja").click()
    for number, value in enumerate(PACKS):
        page.get_by_label(f"Bungkus {number + 1}, gram").fill(value)
        shown.press("Tab")
    assert "Bungkus 3 kurang 8\u00a0g." in [
        text.strip() for text in page.locator(".sp-said").all_inner_texts()
    ]
    page.get_by_role("button", name="Periksa").click()
    shown.settle()
    assert "Lembar standar lengkap." in page.locator(".fb").inner_text()


def test_a_service_is_finished_by_keyboard_alone(screen, place):
    shown = screen(session(place))
    keyboard = shown.page.keyboard

    def write(name, text):
        shown.tab_to("textbox", name)
        keyboard.type(text)

    shown.tab_to("radio", "barang")
    shown.press("ArrowRight")
    assert shown.live == "Tersimpan: Yang dijual"
    assert "Label sesudah ini untuk makanan." in shown.page.locator(".lentera .block p").first.inner_text()
    write("Nama produk atau jasa", "Servis lampu")
    write("Lama satu kali servis", "45")
    shown.tab_to("combobox", "Satuan waktu")
    keyboard.type("menit")
    write("Toleransi: beda", "10")
    for step in ("cuci panel", "periksa kabel"):
        write("Langkah kerja", step)
        shown.press("Tab")
        keyboard.type("10")
        shown.press("Tab")
        keyboard.type("menit")
        shown.press("Tab")
    shown.tab_to("radio", "pakai jam")
    shown.press(" ")
    for number, minutes in enumerate((44, 47, 58, 45, 46), 1):
        write(f"Servis {number}, menit", str(minutes))
    shown.press("Tab")
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Lembar standar lengkap.")
    assert "Kali ke-3 lebih 13\u00a0menit." in shown.page.locator(".sp-packs").inner_text()


def test_rows_come_and_go_with_the_focus_at_a_sensible_place(screen, written):
    shown = screen(written)
    shown.page.get_by_role("button", name="Hapus bahan 3").click()
    shown.settle()
    assert shown.focused()["name"] == "Tambah baris bahan"
    shown.press("Enter")
    assert shown.focused()["role"] in {"textbox", "button"}
    assert shown.live


def test_what_is_typed_is_kept_when_the_view_goes_away(screen, place):
    shown = screen(session(place))
    shown.tab_to("textbox", "Bungkus 1")
    shown.page.keyboard.type("149")
    shown.page.evaluate("window.leave()")
    shown.settle()
    assert shown.activity.view["packs"][0]["text"] == "149"
