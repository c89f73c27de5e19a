"""Leaving a laptop on the screen: finished by mouse, finished by keyboard alone, in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.literacy.leaving import step_name
from lentera.tasks import RULE_SETS
from lentera.widgets.leaving.session import LeavingSession

pytestmark = pytest.mark.browser

TASK = "s01-kunci-layar"
GOOD = ("simpan", "keluar", "kunci", "pergi")


def session(place):
    return LeavingSession(place, "s01-kunci", [RULE_SETS[TASK]], {TASK: 15.0})


@pytest.fixture
def begun(place):
    """Five steps, one of them a paper with the password, and a check."""
    steps = session(place)
    for step in ("simpan", "kunci", "keluar", "tulis", "pergi"):
        steps.handle({"do": "add", "action": step})
    steps.handle({"do": "check"})
    return steps


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_the_steps(screen, begun, mode):
    shown = screen(begun, mode)
    shown.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert shown.axe() == []
    assert shown.faults() == []


def test_the_focus_walks_through_and_out(screen, begun):
    stops = screen(begun).stops()
    assert "button Periksa" in stops
    assert stops[-1].endswith("Verifikasi dua langkah")


def test_the_steps_are_put_in_order_by_mouse(screen, place):
    steps = session(place)
    shown = screen(steps)
    for step in GOOD:
        shown.page.get_by_role("button", name=f"Pilih {step_name(step)}").click()
        shown.settle()
    shown.page.get_by_role("button", name="Periksa").click()
    shown.settle()
    assert steps.view["check"]["holds"]
    assert shown.page.get_by_role("img", name="Sesudah langkah 4").is_visible()


def test_the_steps_are_put_in_order_by_keyboard_alone(screen, place):
    steps = session(place)
    shown = screen(steps)
    for step in ("kunci", "simpan", "keluar", "pergi", "cabut"):
        shown.tab_to("button", f"Pilih {step_name(step)}")
        shown.press("Enter")
        assert shown.heard[-1].startswith("Langkah")
        shown.page.evaluate("document.getElementById('before').focus()")
    shown.tab_to("button", f"Turun {step_name('kunci')}")
    shown.press("Enter", "Enter")
    assert shown.heard[-1].startswith("Sekarang langkah 3: Kunci layar")
    shown.tab_to("button", f"Hapus langkah {step_name('cabut')}")
    shown.press("Enter")
    assert shown.heard[-1] == "Langkah 5 dihapus."
    assert shown.focused()["role"] == "button"
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    assert steps.view["check"]["holds"]


def test_pictures_tell_the_same_in_words(screen, begun):
    outline = screen(begun).outline()
    assert 'img "Sesudah langkah 2: Kunci layar' in outline
    assert "Layar terkunci. Pekerjaan tersimpan." in outline
