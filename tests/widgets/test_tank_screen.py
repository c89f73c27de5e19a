"""The tank on the screen: by mouse, by keyboard, by ear, in every way people look at it."""

import re

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.tasks import RULE_SETS
from lentera.widgets.tank.session import TankSession

pytestmark = pytest.mark.browser

TASK = "s04-daya"


def tank(place):
    return TankSession(place, TASK, [RULE_SETS[TASK]], {TASK: 18.0})


def filled(place):
    session = tank(place)
    for message in (
        {"do": "charge", "percent": 10},
        {"do": "cable", "cable": "panjang"},
        {"do": "load", "load": "kit2"},
        {"do": "set", "field": "soal1", "value": {"nilai": "12,9", "satuan": "W"}},
        {"do": "check"},
    ):
        session.handle(message)
    return session


def results(texts):
    """Work the three results out from what stands on the screen."""
    found = []
    for text in texts:
        numbers = {
            unit: float(value.replace(",", ".")) for value, unit in re.findall(r"(\d+,\d+)\s([VAW])", text)
        }
        watts = "W" not in numbers
        result = numbers["V"] * numbers["A"] if watts else numbers["W"] / numbers["V"]
        found.append((f"{result:.2f}".replace(".", ","), "W" if watts else "A"))
    return found


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_the_tank(screen, place, mode):
    shown = screen(filled(place), mode)
    assert shown.faults() == []
    assert shown.axe() == []


def test_an_untouched_tank_is_whole(screen, place):
    shown = screen(tank(place))
    assert shown.faults() == []
    assert shown.axe() == []


def test_words_never_meet_in_the_picture(screen, place):
    shown = screen(tank(place))
    faults = []
    for charge in (10, 100):
        shown.page.get_by_role("slider").press("Home" if charge == 10 else "End")
        for cable in ("pendek", "panjang"):
            shown.page.get_by_role("radio", name=cable).check()
            for load in ("Tanpa beban", "Lampu 1 W", "Lampu 5 W", "2 lampu kit B", "Mengisi HP"):
                shown.page.get_by_role("radio", name=load).check()
                faults += [f"{charge} {cable} {load}: {fault}" for fault in shown.faults()]
    assert faults == []


def test_the_tank_is_turned_by_mouse_and_solved(screen, place):
    shown = screen(tank(place))
    page = shown.page
    page.get_by_text("2 lampu kit B").click()
    assert shown.live.startswith("2 lampu kit B: 12,65")
    box = page.get_by_role("slider", name="Isi baterai").bounding_box()
    page.mouse.click(box["x"] + 16, box["y"] + box["height"] / 2)
    assert shown.live.startswith("10\u00a0%, hampir habis: 11,68")
    page.get_by_text("panjang dan tipis (10 m)").click()
    assert shown.live == "Kabel panjang dan tipis (10 m): 0,40\u00a0V hilang di jalan."
    texts = page.locator(".tk-ask").all_inner_texts()
    for number, (value, unit) in enumerate(results(texts), start=1):
        page.get_by_role("textbox", name=f"Soal {number}: Hasil hitungan").fill(value)
        page.get_by_role("combobox", name=f"Soal {number}: Satuan").select_option(unit)
    page.get_by_role("button", name="Periksa").click()
    assert shown.live == "Tiga soal daya sudah tepat. Bagus, Bu."


def test_the_tank_is_turned_by_keyboard_alone_and_solved(screen, place):
    session = tank(place)
    shown = screen(session)
    shown.tab_to("slider", "Isi baterai")
    assert shown.page.evaluate("document.activeElement.getAttribute('aria-valuetext')") == "100\u00a0%, penuh"
    shown.press("ArrowLeft", "ArrowLeft")
    assert shown.heard[-1] == "80 %: 12,51 volt kali 0,25 ampere sama dengan 3,1 watt."
    shown.tab_to("radio", "Lampu 3 W")
    shown.press("ArrowRight")
    assert shown.heard[-1].startswith("Lampu 5 W: 12,49 volt kali 0,42 ampere")
    shown.tab_to("radio", "pendek")
    shown.press("ArrowDown")
    assert "hilang di jalan" in shown.heard[-1]
    units = ["", *session.words()["units"]]
    for number, (value, unit) in enumerate(results(session.view["questions"]), start=1):
        shown.tab_to("textbox", f"Soal {number}: Hasil hitungan")
        shown.page.keyboard.type(value)
        shown.tab_to("combobox", f"Soal {number}: Satuan")
        shown.press(*["ArrowDown"] * units.index(unit))
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    assert shown.heard[-1] == "Tiga soal daya sudah tepat. Bagus, Bu."


def test_a_number_still_in_the_field_is_judged_too(screen, place):
    session = tank(place)
    shown = screen(session)
    number = shown.page.get_by_role("textbox", name="Soal 1: Hasil hitungan")
    number.fill("99")
    shown.page.get_by_role("button", name="Periksa").click()
    assert shown.live.startswith("Angka soal 1 belum cocok.")
    assert session.view["values"]["soal1"]["nilai"] == "99"


def test_the_question_is_told_with_its_field(screen, place):
    shown = screen(tank(place))
    shown.tab_to("textbox", "Soal 1: Hasil hitungan")
    assert "Berapa watt dayanya?" in shown.focused()["description"]


def test_the_table_has_what_the_picture_has(screen, place):
    shown = screen(filled(place))
    words = " ".join(shown.page.locator("table").inner_text().split())
    picture = " ".join(shown.page.locator(".tk-pic text").all_text_contents())
    for number in ("11,72", "11,32", "0,54", "6,1"):
        assert number in words
        assert number in picture


def test_tab_walks_through_and_out_again(screen, place):
    stops = screen(tank(place)).stops()
    assert [stop.split(" ", 1)[0] for stop in stops] == [
        "slider",
        "radio",
        "radio",
        *["textbox", "combobox"] * 3,
        "button",
    ]
