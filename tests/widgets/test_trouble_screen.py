"""The four mishaps on the screen: settled by mouse, settled by keyboard alone, in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.market.mishaps import FOUR, SLOTS
from lentera.tasks import RULE_SETS
from lentera.widgets.trouble.session import TroubleSession

pytestmark = pytest.mark.browser

TASK = "s11-masalah"


def session(place):
    return TroubleSession(place, TASK, [RULE_SETS[TASK]], {TASK: 24.0})


@pytest.fixture
def begun(place):
    """Four cards, the first with three steps of which one harms, half a reply, and a check."""
    cards = session(place)
    for action in ("hitung", "kabari", "kurangi"):
        cards.handle({"do": "add", "action": action})
    for slot in cards.view["slots"][:2]:
        cards.handle({"do": "part", "slot": slot["id"], "part": slot["options"][0][0]})
    cards.handle({"do": "check"})
    return cards


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_a_card(screen, begun, mode):
    shown = screen(begun, mode)
    assert shown.axe() == []
    assert shown.faults() == []


def test_the_focus_walks_through_and_out(screen, begun):
    stops = screen(begun).stops()
    assert stops[0].startswith("tab 1. Stok habis (belum tepat)")
    assert stops[-1] == "button Periksa kartu ini"


def test_a_card_is_settled_by_mouse(screen, place):
    cards = session(place)
    about = cards._about(FOUR[0])
    shown = screen(cards)
    page = shown.page
    for action in about.steps:
        page.get_by_role("button", name=f"Pilih {about.action(action).text}").click()
        shown.settle()
    for slot in SLOTS:
        text = next(one.text for one in about.parts if one.slot == slot and one.right)
        page.get_by_label(text, exact=True).click()
    page.get_by_role("button", name="Periksa kartu ini").click()
    shown.settle()
    assert cards.view["check"]["holds"]
    assert page.get_by_role("tab", name="1. Stok habis (sudah tepat)").is_visible()


def test_cards_and_steps_work_by_keyboard_alone(screen, place):
    cards = session(place)
    shown = screen(cards)
    shown.tab_to("tab", "1. Stok habis")
    shown.press("ArrowRight")
    assert shown.heard[-1].startswith("Kartu: ")
    assert shown.focused()["name"].startswith("2. ")
    shown.press("ArrowLeft")
    about = cards._about(FOUR[0])
    for action in ("kabari", "hitung"):
        shown.tab_to("button", f"Pilih {about.action(action).text}")
        shown.press("Enter")
        assert shown.focused()["name"].startswith("terpilih")
        shown.page.evaluate("document.getElementById('before').focus()")
    shown.tab_to("button", "Naik Hitung")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Sekarang langkah 1: Hitung")
    assert shown.focused()["name"].startswith("Naik Hitung")
    shown.press("Enter")
    assert "di ujung" in shown.heard[-1]
    shown.tab_to("button", "Hapus langkah Hitung")
    shown.press("Enter")
    assert shown.heard[-1] == "Langkah 1 dihapus."
    assert shown.focused()["role"] == "button"


def test_own_words_are_kept_when_the_view_goes_away(screen, place):
    shown = screen(session(place))
    shown.tab_to("textbox", "Kata sendiri")
    shown.page.keyboard.type("Terima kasih")
    shown.page.evaluate("window.leave()")
    shown.settle()
    assert shown.activity.view["text"] == "Terima kasih"
