"""The contrast check on the screen: done by mouse, done by keyboard alone, in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.tasks import RULE_SETS
from lentera.widgets.contrast.session import ContrastSession

pytestmark = pytest.mark.browser

PAGE = """<!doctype html>
<html lang="id"><head><title>Keripik</title>
<link rel="stylesheet" href="gaya.css"></head>
<body><h1>Keripik Bu Rahma</h1>
<p>Renyah. <a href="produk.html">Daftar produk</a></p>
<ul><li>Asin</li></ul><p class="promo">Promo bulan ini</p></body></html>
"""
CSS = "body {\n  color: #999;\n}\n"


@pytest.fixture
def checked(place):
    place.site_folder.mkdir()
    (place.site_folder / "index.html").write_text(PAGE)
    (place.site_folder / "produk.html").write_text(PAGE.replace("Keripik Bu", "Produk Bu"))
    (place.site_folder / "gaya.css").write_text(CSS)
    tasks = ("s05-kontras", "s05-huruf")
    return ContrastSession(
        place, "s05-situs", [RULE_SETS[task] for task in tasks], dict.fromkeys(tasks, 20.0)
    )


def style(activity):
    return (activity.place.site_folder / "gaya.css").read_text()


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_it(screen, checked, mode):
    checked.handle({"do": "part", "part": "h1"})
    checked.handle({"do": "apply"})
    checked.handle({"do": "check"})
    shown = screen(checked, mode)
    assert shown.axe() == []
    assert shown.faults() == []


def test_without_a_page_it_says_what_comes_first(screen, place):
    shown = screen(ContrastSession(place, "s05-situs"))
    assert shown.live == "Belum ada halaman. Buat dulu di editor halaman."
    assert shown.axe() == []
    assert shown.faults() == []
    shown.page.get_by_role("button", name="Pakai pasangan ini").click(force=True)
    assert shown.live == "Belum ada halaman. Buat dulu di editor halaman."


def test_every_stop_has_a_name_and_the_way_leads_out(screen, checked):
    stops = screen(checked).stops()
    assert stops[0] == "button Urungkan"
    assert "combobox Halaman yang dicek" in stops
    assert stops[-1] == "combobox Ukuran huruf isi"
    assert len(set(stops)) == len(stops)


def test_the_table_is_a_table_for_the_ear(screen, checked):
    told = screen(checked).outline()
    assert 'table "Teks dan latar"' in told
    assert "abu-abu terang di putih" in told
    assert "2,8 : 1" in told
    assert 'img "Contoh teks biru malam di krem"' in told


def test_it_is_done_by_mouse(screen, checked):
    shown = screen(checked)
    page = shown.page
    page.get_by_role("radio", name="Kopi dan krem").click()
    shown.settle()
    assert shown.live == "Kopi dan krem. Teks cokelat tua di krem: 11,9\u00a0:\u00a01. Lolos."
    page.get_by_role("button", name="Pakai pasangan ini").click()
    shown.settle()
    assert "color: #4a2c0a;" in style(checked)
    assert page.get_by_text("Semua 4 pasangan warna lolos.").is_visible()
    page.get_by_role("button", name="Periksa").click()
    shown.settle()
    assert "Semua teks terbaca jelas di latarnya." in page.locator(".fb").inner_text()
    page.get_by_role("button", name="Pakai Malam").click()
    shown.settle()
    assert shown.live == "Gaya Malam terpasang. Semua 4 pasangan warna lolos."
    page.get_by_label("Ukuran huruf isi").select_option("22")
    shown.settle()
    assert "font-size: 22px;" in style(checked)
    page.get_by_role("button", name="Urungkan").click()
    page.get_by_label("Halaman yang dicek").select_option("produk.html")
    shown.settle()
    assert shown.live.startswith("produk.html: ")


def test_it_is_done_by_keyboard_alone(screen, checked):
    shown = screen(checked)
    shown.tab_to("radio", "Malam dan krem")
    shown.press("ArrowDown")
    assert shown.focused()["name"] == "Krem di malam, krem di biru malam, 13,9 : 1"
    assert shown.heard[-1] == "Krem di malam. Teks krem di biru malam: 13,9 : 1. Lolos."
    shown.press("ArrowDown")
    assert shown.heard[-1] == "Daun dan susu. Teks hijau tua di hijau pucat: 7,1 : 1. Lolos."
    shown.tab_to("button", "Pakai pasangan ini")
    shown.press("Enter")
    assert shown.heard[-1] == "Teks hijau tua di hijau pucat: 7,1 : 1. Lolos. Sudah ditulis di gaya.css."
    assert shown.focused()["name"] == "Pakai pasangan ini"
    assert "color: darkgreen;" in style(checked)
    shown.tab_to("textbox", "Kode warna (Warna teks)")
    shown.press("Control+a")
    shown.page.keyboard.type("merh")
    shown.press("Tab")
    assert shown.heard[-1] == "merh bukan warna. Tulis kode seperti #1e3a5f."
    shown.press("Shift+Tab", "Control+a")
    shown.page.keyboard.type("1e3a5f")
    shown.press("Enter")
    assert "Lolos." in shown.heard[-1]
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    assert "Semua teks terbaca jelas" in shown.heard[-1]
    shown.page.evaluate("document.getElementById('before').focus()")
    shown.tab_to("button", "Urungkan")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Sudah diurungkan.")
    assert style(checked) == CSS


def test_a_wrong_code_stays_in_the_field_to_be_mended(screen, checked):
    shown = screen(checked)
    field = shown.page.get_by_label("Kode warna (Warna latar)")
    field.fill("merh")
    field.blur()
    shown.settle()
    assert field.input_value() == "merh"


def test_the_colours_shown_are_those_of_the_page(screen, checked):
    shown = screen(checked)
    shown.page.get_by_role("radio", name="Manggis").click()
    shown.settle()
    fill = (
        "document.querySelector('.ck-preview').querySelector('{}').computedStyleMap().get('fill').toString()"
    )
    assert shown.page.evaluate(fill.format("rect")) == "rgb(230, 230, 250)"
    assert shown.page.evaluate(fill.format("text")) == "rgb(75, 0, 130)"
