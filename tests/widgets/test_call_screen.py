"""Practice calls on the screen: finished by mouse, finished by keyboard alone, in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.widgets.call.session import CallSession

pytestmark = pytest.mark.browser

NAME = "s02-telepon"


@pytest.fixture
def begun(place):
    """The call of the bank after two answers."""
    session = CallSession(place, NAME)
    for message in (
        {"do": "pick_up"},
        {"do": "answer", "answer": "siapa"},
        {"do": "answer", "answer": "tolak"},
    ):
        session.handle(message)
    return session


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_talk(screen, begun, mode):
    shown = screen(begun, mode)
    assert shown.axe() == []
    assert shown.faults() == []


@pytest.mark.parametrize("mode", ["terang", "320"])
def test_everyone_can_read_how_it_ended(screen, begun, mode):
    begun.handle({"do": "answer", "answer": "sebut"})
    shown = screen(begun, mode)
    assert shown.axe() == []
    assert shown.faults() == []
    assert "Kalau telanjur" in shown.outline()


def test_the_focus_walks_through_and_out(screen, begun):
    stops = screen(begun).stops()
    assert stops[0] == "tab 1. Urusan bank (sudah mulai)"
    assert stops[1] == "button Tutup telepon"
    assert stops[2].startswith("radio 1. ")
    assert stops[-1] == "button Jawab lain"


def test_a_call_is_finished_by_mouse(screen, place):
    session = CallSession(place, NAME)
    shown = screen(session)
    page = shown.page
    page.get_by_role("button", name="Angkat telepon").click()
    shown.settle()
    for name in ("siapa", "sebut"):
        text = next(answer["text"] for answer in session.view["offered"] if answer["id"] == name)
        page.get_by_role("radio", name=text).click()
        page.get_by_role("button", name="Ucapkan jawaban ini").click()
        shown.settle()
    assert session.view["live"].endswith("Ini bukan keliru Ibu. Penipunya yang keliru.")
    assert page.get_by_role("tab", name="1. Urusan bank (telanjur)").is_visible()
    page.get_by_role("button", name="Jawab lain").click()
    shown.settle()
    page.get_by_role("button", name="Tutup telepon").click()
    shown.settle()
    assert session.view["live"] == "Aman. Ibu tidak memberi apa pun."
    page.get_by_role("button", name="Telepon berikutnya").click()
    shown.settle()
    assert session.view["at"] == "puskesmas"
    assert shown.focused()["role"] == "tab"


def test_a_call_is_finished_by_keyboard_alone(screen, place):
    session = CallSession(place, NAME)
    shown = screen(session)
    shown.tab_to("button", "Angkat telepon")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Penelepon: Selamat sore, Bu.")
    assert shown.focused()["name"].startswith("1. ")
    shown.press("2")
    assert session.view["chat"][-1]["mine"] is False  # a digit chooses, it does not speak
    assert shown.focused()["name"].startswith("2. ")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Kaget itu wajar.")
    assert shown.focused()["name"].startswith("1. ")
    shown.press("ArrowDown")
    assert len(session.view["chat"]) == 3
    shown.page.evaluate("document.getElementById('before').focus()")
    shown.tab_to("button", "Tutup telepon")
    shown.press("Enter")
    assert shown.heard[-1].endswith("Aman. Ibu tidak memberi apa pun.")
    assert shown.focused()["name"] == "Jawab lain"
    shown.tab_to("button", "Dari awal")
    shown.press("Enter")
    assert len(session.view["chat"]) == 1
    assert shown.focused()["role"] == "radio"


def test_an_answer_is_chosen_before_it_is_said(screen, begun):
    shown = screen(begun)
    shown.tab_to("button", "Ucapkan jawaban ini")
    shown.press("Enter")
    assert shown.live == "Pilih satu jawaban dulu, atau tutup telepon."
    assert begun.view["state"] == "talking"


def test_the_tabs_are_walked_with_arrows(screen, begun):
    shown = screen(begun)
    shown.tab_to("tab", "1. Urusan bank")
    shown.press("ArrowRight")
    assert shown.heard[-1].startswith("Telepon: Jadwal puskesmas.")
    assert shown.focused()["name"].startswith("2. ")
