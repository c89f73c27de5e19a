"""Cases on the screen: decided by mouse and by keyboard alone, in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE
from tests.widgets.test_cases_session import SETS, decide, opened

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("mode", EVERY_MODE)
@pytest.mark.parametrize("answer", SETS)
def test_everyone_can_use_cases_in_all_their_states(screen, place, answer, mode):
    one = opened(place, answer)
    decide(one, 0)
    decide(one, 1, best=False)
    shown = screen(one, mode)
    assert shown.axe() == []
    assert shown.faults() == []


def test_a_piece_of_data_is_sorted_by_mouse(screen, place):
    one = opened(place, "s08-data")
    shown = screen(one)
    page = shown.page
    best = one._cases()[one._ids[0]].best
    page.locator(f"input[type=radio][value={best}]").click()
    page.get_by_role("button", name="Periksa", exact=True).click()
    shown.settle()
    assert page.locator(".fb .ok").is_visible()
    page.get_by_role("button", name="Nomor berikutnya").click()
    shown.settle()
    assert page.evaluate("document.activeElement.textContent") == "Nomor 2"


def test_all_permissions_are_decided_by_keys_alone(screen, place):
    one = opened(place, "s08-izin")
    shown = screen(one)
    for at, name in enumerate(one._ids):
        digit = ("beri", "saat-dipakai", "tolak").index(one._cases()[name].best) + 1
        if at == 0:
            shown.tab_to("radio", "1. Beri")
        shown.press(str(digit))
        shown.tab_to("button", "Periksa")
        shown.press("Enter")
        if at + 1 < len(one._ids):
            shown.tab_to("button", "Nomor berikutnya")
            shown.press("Enter")
    assert shown.heard[-1].endswith("Semua sudah tepat. Kerja bagus.")


def test_a_password_is_judged_with_its_reason_by_keyboard(screen, place):
    one = opened(place, "s01-sandi")
    case = one._cases()[one._ids[0]]
    shown = screen(one)
    shown.tab_to("radio", "1. Kuat")
    shown.press("1" if case.best == "kuat" else "2")
    reason = next(reason.text for reason in case.reasons if reason.id in case.needed)
    shown.tab_to("checkbox", reason)
    shown.press(" ")
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    assert one.view["check"]["holds"]


def test_single_keys_rest_when_she_does_not_want_them(screen, place):
    from dataclasses import replace

    place.desk.set_preferences(replace(place.preferences, keys=False))
    one = opened(place, "s08-izin")
    shown = screen(one)
    assert not shown.page.get_by_text("Tombol angka juga memilih.").is_visible()
    shown.tab_to("radio", "1. Beri")
    shown.press("3")
    assert one.view["choice"] == ""


def test_the_focus_walks_through_and_out(screen, place):
    assert len(screen(opened(place, "s01-sandi")).stops()) >= 6
