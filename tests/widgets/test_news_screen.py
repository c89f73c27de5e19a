"""News to check on the screen: by mouse, by keyboard alone, and in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.literacy.news.looking import STEPS
from lentera.tasks import RULE_SETS
from lentera.widgets.news.session import NewsSession

pytestmark = pytest.mark.browser

TASK = "s02-periksa-kabar"
VERDICTS = ["benar", "belum-jelas", "bohong"]


def session(place):
    return NewsSession(place, "s02-kabar", [RULE_SETS[TASK]], {TASK: 20.0})


@pytest.fixture
def begun(place):
    """All four steps open, two sources asked, a verdict with a source that cannot decide, and a check."""
    cards = session(place)
    one = cards._news()
    for step in STEPS:
        cards.handle({"do": "step", "step": step})
    for source in one.sources[:2]:
        cards.handle({"do": "ask", "source": source.id})
    cards.handle({"do": "verdict", "value": str(one.verdict)})
    cards.handle({"do": "source", "value": next(source.id for source in one.sources if not source.decides)})
    cards.handle({"do": "pass", "value": "ya"})
    cards.handle({"do": "check"})
    return cards


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_check_news(screen, begun, mode):
    shown = screen(begun, mode)
    assert shown.axe() == []
    assert shown.faults() == []


def test_the_focus_walks_through_and_out(screen, begun):
    stops = screen(begun).stops()
    assert stops[0].startswith("tab 1. ")
    assert "(belum tepat)" in stops[0]
    assert sum(stop.startswith("button Tanya ") for stop in stops) == 4
    assert stops[-1] == "button Kabar berikutnya"


def test_news_is_checked_by_mouse(screen, place):
    cards = session(place)
    one = cards._news()
    shown = screen(cards)
    page = shown.page
    assert page.get_by_text(one.body).is_visible()
    assert page.get_by_text(f"Di dalam gambar: {one.picture_words}").is_visible()
    for name in ("Setop", "Telusuri", "Obrolkan", "Periksa"):
        page.get_by_role("button", name=f"{name} ").first.click()
        shown.settle()
    right = next(source for source in one.sources if source.decides)
    page.get_by_role("button", name=f"Tanya {right.name}").click()
    shown.settle()
    assert shown.heard[-1] == f"{right.name}: {right.told}"
    page.locator(f"input[value={one.verdict}]").check()
    page.get_by_role("radio", name=right.name).check()
    page.get_by_role("radio", name="Tanya dulu").check()
    page.get_by_role("button", name="Periksa kartu kabar").click()
    shown.settle()
    assert cards.view["check"]["holds"]
    assert page.get_by_role("tab", name=f"1. {one.name} (sudah tepat)").is_visible()


def test_news_is_checked_by_keyboard_alone(screen, place):
    cards = session(place)
    one = cards._news()
    shown = screen(cards)
    shown.tab_to("button", "Setop")
    shown.press("Enter")
    assert shown.heard[-1] == f"Setop: {one.pause}"
    assert shown.focused()["states"]["expanded"]
    shown.tab_to("button", "Periksa Apa kata")
    shown.press(" ")
    right = next(source for source in one.sources if source.decides)
    shown.tab_to("button", f"Tanya {right.name}")
    shown.press("Enter")
    assert shown.heard[-1] == f"{right.name}: {right.told}"
    shown.press(str(VERDICTS.index(one.verdict) + 1))
    assert shown.heard[-1].startswith("Putusan: ")
    assert cards.view["verdict"] == one.verdict
    shown.page.keyboard.press("Tab")
    shown.press(" ")
    for _step in range([source.id for source in one.sources].index(right.id)):
        shown.press("ArrowDown")
    assert cards.view["source"] == right.id
    shown.tab_to("button", "Periksa kartu kabar")
    shown.press("Enter")
    assert cards.view["check"]["holds"]
    shown.tab_to("button", "Kabar berikutnya")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Kabar 2 dari 4: ")
    here = shown.focused()
    assert here["role"] == "tab"
    assert here["name"].startswith("2. ")


def test_tabs_are_walked_with_arrows(screen, place):
    shown = screen(session(place))
    shown.tab_to("tab", "1. ")
    shown.press("ArrowLeft")
    assert shown.heard[-1].startswith("Kabar 4 dari 4: ")
    assert shown.focused()["name"].startswith("4. ")


def test_single_keys_rest_where_they_are_not_wanted(screen, place):
    cards = session(place)
    shown = screen(cards)
    shown.page.evaluate("model.set('look', {...model.get('look'), keys: false})")
    shown.tab_to("button", "Setop")
    shown.press("1")
    assert cards.view["verdict"] == ""


def test_the_picture_tells_its_words_to_whoever_does_not_see_it(screen, place):
    cards = session(place)
    outline = screen(cards).outline()
    assert 'img "Gambar kabar"' in outline
    assert cards._news().picture_words in outline
