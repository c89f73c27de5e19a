"""The photo studio on the screen: finished by mouse, finished by keyboard alone, in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE
from tests.widgets.test_photo_session import choose, do, on_disk, phone_photo, studio

from lentera.product.photo_looking import look_at

pytestmark = pytest.mark.browser

ALT = "Sebungkus keripik pisang, plastik kuning"


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_a_photo_that_is_being_cut(screen, place, mode):
    session = studio(place)
    choose(session, "keripik-gelap")
    do(
        session,
        {"do": "edit", "edit": "terang"},
        {"do": "alt", "text": "keripik"},
        {"do": "crop_open", "open": True},
        {"do": "shape", "shape": "bebas"},
        {"do": "check"},
    )
    shown = screen(session, mode)
    shown.page.get_by_role("button", name="Baca tentang kotak foto").click()
    assert shown.axe() == []
    assert shown.faults() == []


def test_everyone_can_use_an_empty_studio(screen, place):
    shown = screen(studio(place))
    assert shown.axe() == []
    assert shown.faults() == []
    stops = shown.stops()
    assert stops[0] == "button Baca tentang kotak foto"
    assert stops[-1] == "button Periksa"


def test_a_dark_photo_is_mended_by_mouse(screen, place):
    shown = screen(studio(place))
    page = shown.page
    page.get_by_role("button", name="keripik di ruang gelap").click()
    shown.settle()
    assert page.get_by_role("img", name="Foto sekarang. Barang ada di tengah. Latar tenang.").is_visible()
    page.get_by_role("button", name="Periksa").click()
    shown.settle()
    assert "Putar barang ke arah jendela" in page.locator(".fb").inner_text()
    page.get_by_role("button", name="Lebih terang").click()
    shown.settle()
    page.get_by_role("button", name="Ratakan terang").click()
    shown.settle()
    assert page.get_by_role("img", name="Foto sebelum diubah").is_visible()
    page.get_by_label("Teks alternatif").fill(ALT)
    page.get_by_role("button", name="Periksa").click()
    shown.settle()
    assert "Foto terang, tajam, dan punya teks alternatif." in page.locator(".fb").inner_text()


def test_a_photo_is_chosen_cut_and_described_by_keyboard_alone(screen, place):
    shown = screen(studio(place))
    shown.tab_to("button", "keripik miring")
    shown.press("Enter")
    assert shown.heard[-1].endswith("Tepi kiri terpotong.")
    shown.tab_to("button", "Potong foto")
    shown.press("Enter")
    shown.tab_to("slider", "Lebar bingkai")
    shown.press("ArrowLeft", "ArrowLeft")
    assert (
        shown.focused()["value"] in {"98", "98 %"}
        or shown.page.evaluate("document.activeElement.getAttribute('aria-valuetext')") == "98 %"
    )
    shown.tab_to("button", "Potong sesuai bingkai")
    shown.press("Enter")
    assert "Foto terpotong." in shown.heard[-1]
    assert shown.focused()["name"] == "Potong foto"
    shown.tab_to("textbox", "Teks alternatif")
    shown.page.keyboard.type(ALT)
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    assert shown.heard[-1]
    assert shown.activity.view["alt"] == ALT


def test_a_photo_of_her_own_comes_through_the_file_button(screen, place):
    shown = screen(studio(place))
    with shown.page.expect_file_chooser() as chooser:
        shown.page.get_by_role("button", name="Pilih berkas dari laptop").click()
    chooser.value.set_files({"name": "IMG_1.JPG", "mimeType": "image/jpeg", "buffer": phone_photo()})
    shown.page.get_by_role("heading", name="Langkah 2. Perbaiki foto").wait_for()
    shown.settle()
    assert look_at(on_disk(place, "foto/img-1.jpg")).width == 1600


def test_a_file_that_is_too_large_is_told_before_it_is_read(screen, place):
    shown = screen(studio(place))
    shown.page.locator("input[type=file]").set_input_files(
        {"name": "x.jpg", "mimeType": "image/jpeg", "buffer": b"x" * (8 * 2**20 + 1)}
    )
    shown.settle()
    assert shown.heard[-1] == "Foto ini terlalu besar untuk laptop. Kecilkan di HP."


def test_what_is_typed_is_kept_when_the_view_goes_away(screen, place):
    shown = screen(studio(place))
    shown.tab_to("textbox", "Teks alternatif")
    shown.page.keyboard.type("Sebungkus")
    shown.page.evaluate("window.leave()")
    shown.settle()
    assert shown.activity.view["alt"] == "Sebungkus"
