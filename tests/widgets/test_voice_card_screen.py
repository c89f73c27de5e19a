"""Copied voices on the screen: a plan made by mouse, made by keyboard alone, in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.widgets.voice_card.session import VoiceCardSession

pytestmark = pytest.mark.browser

NAME = "s02-suara"


@pytest.fixture
def begun(place):
    """Two checks tried, half a plan, and a printed card."""
    session = VoiceCardSession(place, NAME)
    for name in ("kata", "balik"):
        session.handle({"do": "try", "way": name})
    for part, value in (("tahu", "serumah"), ("tanya", "uang"), ("cara", "isyarat")):
        session.handle({"do": "plan", "part": part, "value": value, "on": True})
    session.handle({"do": "print"})
    return session


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_make_a_plan(screen, begun, mode):
    shown = screen(begun, mode)
    assert shown.axe() == []
    assert shown.faults() == []


def test_the_focus_walks_through_and_out(screen, begun):
    stops = screen(begun).stops()
    assert stops[0] == "radio Suara di telepon"
    assert stops[1] == "button Coba cara ini : Minta kata rahasia keluarga"
    assert stops[-1] == "button Cetak kartu"


def test_there_is_no_field_for_the_word(screen, begun):
    shown = screen(begun)
    kinds = shown.page.evaluate(
        "[...document.querySelectorAll('.lentera :is(input,textarea,[contenteditable])')].map((one) => one.type)"
    )
    assert set(kinds) == {"radio", "checkbox"}


def test_a_check_is_tried_and_a_plan_is_made_by_mouse(screen, place):
    session = VoiceCardSession(place, NAME)
    shown = screen(session)
    page = shown.page
    page.get_by_label("Video dan isyarat").click()
    shown.settle()
    assert page.get_by_role("img", name="Wajah seperti Rani").is_visible()
    page.get_by_role("button", name="Hubungi balik ke nomor lama").click()
    shown.settle()
    assert page.get_by_text("Rani menjawab lewat video").first.is_visible()
    page.get_by_label("orang yang serumah").click()
    page.get_by_role("button", name="Cetak kartu").click()
    shown.settle()
    assert session.view["chosen"]["tahu"] == ["serumah"]
    assert page.get_by_text("cetak/kata-keluarga.pdf", exact=True).is_visible()


def test_a_plan_is_made_by_keyboard_alone(screen, place):
    session = VoiceCardSession(place, NAME)
    shown = screen(session)
    shown.tab_to("radio", "Suara di telepon")
    shown.press("ArrowRight")
    assert shown.heard[-1].startswith("Nomor baru memanggil lewat video.")
    shown.tab_to("button", "Coba cara ini")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Wajah itu menggeleng.")
    assert shown.focused()["name"].startswith("Coba cara ini")
    shown.tab_to("checkbox", "diisyaratkan")
    shown.press("Space")
    assert shown.heard[-1].startswith("Masuk rencana: diisyaratkan.")
    shown.tab_to("button", "Cetak kartu")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Lembar siap dicetak")
