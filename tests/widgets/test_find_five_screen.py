"""Finding five on the screen: by mouse, by keyboard, by ear, in every way people look at it."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.tasks import RULE_SETS
from lentera.web.find_five import kinds
from lentera.widgets.find_five.session import FindFiveSession

pytestmark = pytest.mark.browser

TASK = "s03-cari-lima"


def search(place):
    return FindFiveSession(place, TASK, [RULE_SETS[TASK]], {TASK: 20.0})


def planted(session):
    return session._state.puzzle.planted


def filled(place):
    session = search(place)
    first, second, third = planted(session)[:3]
    for one in (first, second):
        session.handle({"do": "choose", "line": one.line})
        session.handle({"do": "answer", "kind": one.fault.kind})
    session.handle({"do": "mend", "line": first.line, "text": session._state.puzzle.whole[first.line - 1]})
    session.handle({"do": "choose", "line": third.line})
    session.handle({"do": "check"})
    return session


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_search(screen, place, mode):
    shown = screen(filled(place), mode)
    assert shown.faults() == []
    assert shown.axe() == []


def test_the_repair_is_whole_too(screen, place):
    session = filled(place)
    session.handle({"do": "choose", "line": planted(session)[1].line})
    shown = screen(session)
    assert shown.faults() == []
    assert shown.axe() == []


def test_five_are_found_by_mouse_and_one_is_mended(screen, place):
    session = search(place)
    shown = screen(session)
    page = shown.page
    for one in planted(session):
        page.get_by_role("button", name=f"Baris {one.line}: ").click()
        page.get_by_text(kinds()[one.fault.kind].id, exact=True).click()
        page.get_by_role("button", name="Pilih ini").click()
        shown.settle()
    assert shown.live.startswith("5 dari 5 ditemukan.")
    last = planted(session)[-1].line
    page.get_by_label(f"Tulis baris {last} yang tepat").fill(session._state.puzzle.whole[last - 1])
    page.get_by_role("button", name="Simpan perbaikan").click()
    assert shown.live == f"Baris {last} sekarang tepat. Perbaikannya bagus."
    page.get_by_role("button", name="Periksa").click()
    assert shown.live == "Lima dari lima ditemukan. Bagus, Bu."


def choose(shown, kind):
    """Walk to a choice with the arrow keys and press the button behind the choices."""
    shown.press(*["ArrowDown"] * list(kinds()).index(kind))
    if not list(kinds()).index(kind):
        shown.press("Space")
    shown.tab_to("button", "Pilih ini")
    shown.press("Enter")


def test_five_are_found_by_keyboard_alone(screen, place):
    session = search(place)
    shown = screen(session)
    for number, one in enumerate(planted(session), start=1):
        shown.tab_to("button", f"Baris {one.line}: ")
        shown.press("Enter")
        assert shown.heard[-1].startswith(f"Baris {one.line} dipilih. Apa yang belum tepat? ")
        assert shown.focused()["role"] == "radio"
        choose(shown, one.fault.kind)
        assert shown.heard[-1].startswith(f"{number} dari 5 ditemukan.")
        assert shown.focused()["name"].startswith(f"Tulis baris {one.line} yang tepat")
        shown.press("Escape")
        assert shown.focused()["name"].startswith(f"Baris {one.line}: ")
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    assert shown.heard[-1] == "Lima dari lima ditemukan. Bagus, Bu."


def test_a_line_that_is_right_gives_the_focus_back(screen, place):
    session = search(place)
    line = next(n for n in range(1, 99) if session._state.puzzle.at(n) is None)
    shown = screen(session)
    shown.tab_to("button", f"Baris {line}: ")
    shown.press("Enter", "Space")
    shown.tab_to("button", "Pilih ini")
    shown.press("Enter")
    assert shown.heard[-1] == f"Baris {line} sudah tepat. Cari baris lain."
    assert shown.focused()["name"].startswith(f"Baris {line}: ")


def test_a_choice_must_come_before_the_button(screen, place):
    shown = screen(search(place))
    shown.page.get_by_role("button", name="Baris 5: ").click()
    shown.page.get_by_role("button", name="Pilih ini").click()
    assert shown.live == "Pilih dulu apa yang belum tepat."


def test_the_page_is_heard_line_by_line(screen, place):
    shown = screen(search(place))
    names = [stop for stop in shown.stops() if stop.startswith("button Baris")]
    assert names[1] == "button Baris 2: pembuka ha te em el, lang id"


def test_another_page_is_asked_for_twice_and_begins_at_its_first_line(screen, place):
    shown = screen(filled(place))
    shown.page.get_by_role("button", name="Halaman lain", exact=True).click()
    assert shown.focused()["name"] == "Batal"
    shown.page.get_by_role("button", name="Ya, halaman lain").click()
    assert shown.live.startswith("Halaman lain siap: ")
    assert shown.focused()["name"].startswith("Baris 1: ")
