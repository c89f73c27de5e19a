"""The showroom in Chromium: by keyboard, and in every mode."""

import pytest
from tests.widgets.screens import EVERY_MODE
from tests.widgets.test_showroom_session import PAGE, shop

from lentera.web import write_file
from lentera.widgets.showroom.session import ShowroomSession

pytestmark = pytest.mark.browser


@pytest.fixture
def session(place):
    shop(place.desk.root, "kue-rina", "Kue Rina")
    shop(place.desk.root, "sambal-siti")
    write_file(place.site_folder, "index.html", PAGE.format(name="Keripik Rahma").encode())
    return ShowroomSession(place, "s05-umpan-balik")


def test_a_visit_by_keyboard(screen, session):
    shown = screen(session)
    shown.tab_to("combobox", "Toko")
    shown.press("ArrowDown", "Tab")
    assert shown.live == "Toko terbuka: Sambal Bu Siti."
    shown.tab_to("textbox", "Satu pujian")
    shown.page.keyboard.type("Saya suka judulnya.")
    shown.tab_to("textbox", "Satu saran")
    shown.page.keyboard.type("Tambah harga.")
    shown.press("Tab")
    shown.settle()
    shown.page.wait_for_timeout(500)
    assert shown.live.startswith("Keduanya ada")


def test_a_visit_by_mouse(screen, session):
    shown = screen(session)
    page = shown.page
    page.get_by_label("Toko", exact=True).select_option("sambal-siti")
    shown.settle()
    assert page.frame_locator("iframe").get_by_role("heading", name="Sambal Bu Siti").is_visible()
    page.get_by_label("Halaman", exact=True).select_option("rasa.html")
    shown.settle()
    assert page.frame_locator("iframe").get_by_role("heading", name="Rasa").is_visible()
    page.get_by_label("Saya sudah merekamnya").check()
    shown.settle()
    page.get_by_label("Tempat rekaman").fill("HP pengajar")
    page.get_by_label("Tempat rekaman").blur()
    shown.settle()
    assert session._state.told["sambal-siti"].where == "HP pengajar"


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_visit(screen, session, mode):
    session.handle({"do": "tell", "field": "recorded", "value": True})
    shown = screen(session, mode)
    assert shown.axe() == []
    assert shown.faults() == []
    assert len(shown.stops()) >= 7
