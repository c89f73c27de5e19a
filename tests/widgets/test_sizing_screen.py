"""Sizing on the screen: by keys, by pointer, in every way people look at it."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.tasks import RULE_SETS
from lentera.widgets.sizing.session import SizingSession

pytestmark = pytest.mark.browser

TASKS = {"s12-energi": 15.0, "s12-ukuran": 20.0}


def sizing(place):
    return SizingSession(place, "s12-ukuran", [RULE_SETS[task] for task in TASKS], TASKS)


def filled(place):
    session = sizing(place)
    for message in (
        {"do": "add", "kind": "lampu"},
        {"do": "row", "row": 0, "field": "banyak", "value": "3"},
        {"do": "add", "kind": "hp"},
        {"do": "set", "field": "energi", "value": "55"},
        {"do": "set", "field": "panel_hitung", "value": "21,2"},
        {"do": "set", "field": "panel_beli", "value": "30"},
        {"do": "chemistry", "value": "lifepo4"},
        {"do": "set", "field": "baterai_hitung", "value": "5,65"},
        {"do": "set", "field": "baterai_beli", "value": "12"},
        {"do": "example", "step": "panel"},
        {"do": "check"},
    ):
        session.handle(message)
    return session


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_it(screen, place, mode):
    shown = screen(filled(place), mode)
    assert shown.axe() == []
    assert shown.faults() == []


def test_the_empty_page_is_clean_and_tab_leads_through_it(screen, place):
    shown = screen(sizing(place))
    assert shown.axe() == []
    assert shown.faults() == []
    assert shown.stops()[0] == "button Tambah: Lampu 3 W"
    assert shown.stops()[-1] == "button Periksa"


def test_every_button_has_a_name_of_its_own(screen, place):
    names = [stop for stop in screen(filled(place)).stops() if stop.startswith("button")]
    assert len(names) == len(set(names))


def test_the_house_is_sized_by_keyboard_alone(screen, place):
    shown = screen(sizing(place))

    def write(name, text):
        shown.tab_to("textbox", name)
        shown.press("Control+A")
        shown.page.keyboard.type(text)
        shown.press("Tab")

    def pick(name, text):
        shown.tab_to("combobox", name)
        shown.page.keyboard.type(text)
        shown.press("Tab")

    shown.tab_to("button", "Tambah: Lampu 3 W")
    shown.press("Enter")
    write("Banyak", "3")
    shown.tab_to("button", "Tambah: Isi HP")
    shown.press("Enter")
    write("Energi sehari", "55")
    write("Panel, hasil hitungan", "21,2")
    pick("Panel di toko", "30")
    shown.tab_to("radio", "VRLA")
    shown.press("ArrowRight")
    write("Baterai, hasil hitungan", "11,3")
    pick("Baterai di toko", "12")
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    assert shown.live == "Energi sehari sudah tepat. Panel dan baterai sudah tepat ukurannya. Bagus, Bu."
    assert shown.heard[-1].startswith("Energi sehari sudah tepat.")


def test_rows_come_and_go_by_pointer_and_the_focus_stays_near(screen, place):
    shown = screen(sizing(place))
    page = shown.page
    page.get_by_role("button", name="Tambah: Lampu 3 W").click()
    page.get_by_role("button", name="Tambah: Radio kecil").click()
    shown.settle()
    assert page.locator(".loads > li").count() == 2
    page.get_by_role("button", name="Hapus Baris 2").click()
    shown.settle()
    assert shown.focused()["name"].startswith("Hapus Baris 1")
    page.get_by_role("button", name="Hapus Baris 1").click()
    shown.settle()
    assert shown.focused()["name"] == "Tambah: Lampu 3 W"


def test_the_worked_example_takes_the_focus_when_it_opens(screen, place):
    shown = screen(filled(place))
    shown.page.get_by_role("button", name="Tunjukkan langkahnya").first.click()
    shown.settle()
    assert "Jumlahnya 55 Wh" in shown.page.evaluate("document.activeElement.textContent")
