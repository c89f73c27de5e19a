"""The practice phrase on the screen: by mouse and by keyboard alone, in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.kelas import opening
from lentera.widgets.passphrase.session import PassphraseSession

pytestmark = pytest.mark.browser

FIELD = "Kalimat sandi latihan"


def practice(place) -> PassphraseSession:
    return PassphraseSession(place, "s01-kalimat", *opening.judged("s01-kalimat"))


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_a_checked_phrase(screen, place, mode):
    one = practice(place)
    one.handle({"do": "check", "kalimat": "sedia payung sebelum hujan"})
    shown = screen(one, mode)
    assert shown.axe() == []
    assert shown.faults() == []


def test_an_example_is_mended_by_mouse(screen, place):
    shown = screen(practice(place))
    page = shown.page
    page.get_by_role("button", name="sedia payung sebelum hujan").click()
    shown.settle()
    page.get_by_role("button", name="Periksa").click()
    shown.settle()
    assert page.get_by_text("peribahasa, lagu, dan doa dikenal banyak orang").first.is_visible()
    page.get_by_label(FIELD, exact=True).fill("gergaji nanas terbang rendah")
    page.get_by_role("button", name="Periksa").click()
    shown.settle()
    assert shown.live.startswith("Kalimat sandi latihan ini kuat.")


def test_a_phrase_is_made_by_keyboard_alone_and_never_spoken(screen, place):
    shown = screen(practice(place))
    shown.tab_to("textbox", FIELD)
    shown.page.keyboard.type("semut mencuri")
    shown.page.wait_for_timeout(600)
    shown.settle()
    shown.page.keyboard.type(" kompor tetangga")
    shown.page.wait_for_timeout(600)
    shown.settle()
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Kalimat sandi latihan ini kuat.")
    assert any("Tambah satu kata lagi." in one for one in shown.heard)
    assert not any(word in one for one in shown.heard for word in ("semut", "kompor", "tetangga"))


def test_the_letters_are_hidden_until_she_wants_them_and_gone_with_the_view(screen, place):
    shown = screen(practice(place))
    page = shown.page
    field = page.get_by_label(FIELD, exact=True)
    field.fill("semut mencuri kompor")
    assert field.get_attribute("type") == "password"
    page.get_by_text("Tampilkan huruf").click()
    assert field.get_attribute("type") == "text"
    page.evaluate("window.leave()")
    assert field.input_value() == ""
    assert field.get_attribute("type") == "password"


def test_the_focus_walks_through_and_out(screen, place):
    assert "Periksa" in " ".join(screen(practice(place)).stops())
