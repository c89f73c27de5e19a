"""Forms on the screen, in every way people look at them."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.tasks import RULE_SETS
from lentera.widgets.form.forms import quiz_form, ruled_form
from lentera.widgets.form.session import FormSession
from lentera.words import Address

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_the_form(screen, place, mode):
    shown = screen(FormSession(place, ruled_form(RULE_SETS["s06-ukur"], Address.IBU)), mode)
    assert shown.axe() == []
    assert shown.faults() == []


def test_tab_walks_through_the_form_and_out_again(screen, place):
    shown = screen(FormSession(place, quiz_form("s06-pintu", Address.IBU)))
    assert shown.stops()[-1] == "button Periksa"


def test_a_reading_is_entered_and_checked_by_keyboard_alone(screen, place):
    shown = screen(FormSession(place, ruled_form(RULE_SETS["s06-ukur"], Address.IBU)))
    shown.tab_to("textbox", "Angka")
    shown.page.keyboard.type("12,6")
    shown.press("Tab")
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    assert "V" in shown.heard[-1]
