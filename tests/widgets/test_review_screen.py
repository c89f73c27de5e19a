"""The review on the screen: written by mouse and by keyboard alone, in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.widgets.review.session import ReviewSession

pytestmark = pytest.mark.browser


@pytest.fixture
def written(place):
    """A review with a phone number in it, an answer, and advice on both."""
    review = ReviewSession(place)
    for field, value in {
        "bintang": "4",
        "ulasan": "Renyah. HP saya 081234567890.",
        "jawaban": "Terima kasih, Bu. Kemasan kami jaga tetap rapi.",
        "tempat": "HP pengajar",
    }.items():
        review.handle({"do": "set", "field": field, "value": value})
    review.handle({"do": "spoken", "on": True})
    review.handle({"do": "check"})
    return review


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_a_written_review(screen, written, mode):
    shown = screen(written, mode)
    assert shown.axe() == []
    assert shown.faults() == []


def test_a_review_is_written_by_mouse(screen, place):
    shown = screen(ReviewSession(place))
    page = shown.page
    page.get_by_label("5 dari 5").click()
    page.get_by_label("Tulisan pembeli").fill("Keripiknya renyah dan kemasannya utuh. Antarnya cepat.")
    page.get_by_label("Jawaban penjual").fill(
        "Terima kasih atas ulasannya, Bu. Kemasan kami jaga tetap rapi."
    )
    page.get_by_role("button", name="Baca saran").click()
    shown.settle()
    assert shown.live == "Ulasan siap dinilai. Bagus, Bu."
    assert page.get_by_text("Semua siap untuk pengajar.").is_visible()


def test_a_recording_is_named_by_keyboard_alone(screen, place):
    shown = screen(ReviewSession(place))
    shown.tab_to("checkbox", "Ulasan lisan atau isyarat")
    shown.press(" ")
    shown.tab_to("textbox", "Letak rekaman")
    shown.page.keyboard.type("HP pengajar")
    shown.tab_to("button", "Baca saran")
    shown.press("Enter")
    assert shown.heard[-1] == "Ulasan siap dinilai. Bagus, Bu."


def test_the_focus_walks_through_and_out(screen, written):
    stops = screen(written).stops()
    assert stops[0].startswith("combobox Barang yang diulas")
    assert stops[-1] == "button Baca saran"


def test_what_is_typed_is_kept_when_the_view_goes_away(screen, place):
    shown = screen(ReviewSession(place))
    shown.tab_to("textbox", "Tulisan pembeli")
    shown.page.keyboard.type("Renyah")
    shown.page.evaluate("window.leave()")
    shown.settle()
    assert shown.activity.view["texts"]["ulasan"]["value"] == "Renyah"
