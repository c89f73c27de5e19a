"""How she likes to work on the screen: tried at once, taken back by one key, in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.widgets.access.session import AccessSession

pytestmark = pytest.mark.browser


def dress(shown):
    return shown.page.evaluate("() => ({ ...document.querySelector('.lentera').dataset })")


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_choose(screen, place, mode):
    session = AccessSession(place)
    session.handle({"do": "set", "field": "address", "value": "Kak"})
    shown = screen(session, mode)
    assert shown.axe() == []
    assert shown.faults() == []


def test_the_focus_begins_at_the_way_back_and_walks_out(screen, place):
    session = AccessSession(place)
    session.handle({"do": "set", "field": "address", "value": "Kak"})
    stops = screen(session).stops()
    assert stops[0] == "button Kembalikan pilihan terakhir"
    assert "textbox Nama panggilan yang disukai" in stops
    assert stops[-1].startswith("radio 1. Air putih")


def test_choices_by_mouse_change_the_screen_at_once(screen, place):
    shown = screen(AccessSession(place))
    shown.page.get_by_label("150 persen").click()
    shown.settle()
    shown.page.get_by_label("Gelap: huruf terang").click()
    shown.settle()
    assert dress(shown)["tema"] == "gelap"
    assert dress(shown)["huruf"] == "150"
    shown.page.get_by_role("button", name="Seperti semula").click()
    shown.settle()
    assert dress(shown)["huruf"] == "100"
    assert place.desk.preferences.theme == "terang"
    shown.page.get_by_role("button", name="Tombol contoh").click()
    assert shown.heard[-1] == "Tombol contoh sudah ditekan."


def test_an_unreadable_screen_is_undone_by_escape_from_anywhere(screen, place):
    shown = screen(AccessSession(place))
    shown.tab_to("radio", "100 persen")
    shown.press("ArrowUp")
    assert dress(shown)["huruf"] == "200"
    shown.press("Escape")
    assert dress(shown)["huruf"] == "100"
    assert shown.heard[-1].startswith("Pilihan terakhir dikembalikan.")
    assert place.desk.preferences.text_size == 100


def test_everything_is_chosen_by_keyboard_alone(screen, place):
    shown = screen(AccessSession(place))
    shown.tab_to("radio", "Terang")
    shown.press("ArrowDown", "ArrowDown")
    shown.tab_to("radio", "Tampilkan")
    shown.press("ArrowDown")
    assert shown.heard[-1] == "Tombol baca nyaring sekarang tersembunyi."
    shown.tab_to("textbox", "Nama panggilan")
    shown.press("Control+a")
    shown.page.keyboard.type("Siti")
    shown.press("Tab")
    kept = place.desk.preferences
    assert (kept.theme, kept.sound, kept.name) == ("kontras", False, "Siti")
    shown.page.wait_for_function(
        "document.querySelector('.ax-message').innerText.includes('Selamat pagi, Bu Siti.')"
    )


def test_single_keys_are_tried_and_can_be_turned_off(screen, place):
    shown = screen(AccessSession(place))
    shown.tab_to("radio", "1. Air putih")
    shown.press("2")
    assert shown.heard[-1] == "Jawaban contoh: Teh."
    shown.page.get_by_label("Jangan pakai").click()
    shown.settle()
    shown.tab_to("radio", "2. Teh")
    shown.press("3")
    assert shown.page.get_by_label("2. Teh").is_checked()
    assert not shown.page.get_by_label("3. Kopi").is_checked()


def test_a_name_typed_last_is_kept_when_the_view_goes_away(screen, place):
    shown = screen(AccessSession(place))
    shown.tab_to("textbox", "Nama panggilan")
    shown.page.keyboard.type("Sari")
    shown.page.evaluate("window.leave()")
    shown.settle()
    assert place.desk.preferences.name == "Sari"
