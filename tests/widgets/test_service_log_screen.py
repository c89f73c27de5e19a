"""The service log on the screen: finished by mouse, finished by keyboard alone, in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.tasks import RULE_SETS
from lentera.widgets.service_log.session import ServiceLogSession

pytestmark = pytest.mark.browser

TASK = "s10-buku-servis"


def session(place):
    return ServiceLogSession(place, TASK, [RULE_SETS[TASK]], {TASK: 20.0})


@pytest.fixture
def written(place):
    """A log with one whole row, one begun, and a case of the workshop beside it."""
    case = {"code": "B2-0417", "servis": {"finding": "lampu teras padam", "sign": "worn_switch"}}
    place.answer("s10-gangguan").save({"kasus": [case]}, place.now())
    log = session(place)
    for finding, sign in (("lampu redup, panel kotor", "dirty"), ("baterai menggembung", "swollen_battery")):
        log.handle({"do": "new"})
        for field, value in {
            "date": "2026-11-22", "finding": finding, "sign": sign, "action": "dicuci dan dikencangkan",
            "decision": "self", "cost": "5.000", "who": "Rahma", "parts": ["cable"],
        }.items():  # fmt: skip
            log.handle({"do": "set", "field": field, "value": value})
    log.handle({"do": "reading", "number": 0, "field": "place", "value": "battery"})
    log.handle({"do": "add_reading"})
    log.handle({"do": "remove", "row": 0})
    log.handle({"do": "print"})
    log.handle({"do": "check"})
    return log


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_a_written_log(screen, written, mode):
    shown = screen(written, mode)
    assert shown.axe() == []
    assert shown.faults() == []


def test_everyone_can_use_an_empty_log(screen, place):
    shown = screen(session(place))
    assert shown.axe() == []
    assert shown.faults() == []
    stops = shown.stops()
    assert stops[0] == "button Baris baru"
    assert stops[-1] == "button Periksa"


def test_a_row_is_finished_by_mouse(screen, place):
    shown = screen(session(place))
    page = shown.page
    page.get_by_label("Tanggal pekerjaan").fill("2026-11-22")
    page.get_by_label("Keluhan dan temuan").last.fill("lampu redup, panel kotor")
    page.get_by_label("Tanda gangguan").select_option("dirty")
    page.get_by_label("Tempat ukur").select_option("battery")
    page.get_by_label("Angka").fill("12,6")
    page.get_by_label("Satuan").select_option("V")
    page.get_by_label("Apa yang dikerjakan").fill("panel dicuci")
    page.get_by_label("perbaiki sendiri").click()
    page.get_by_label("Biaya dalam rupiah").fill("0")
    page.get_by_label("Dikerjakan oleh").fill("Rahma")
    page.get_by_role("button", name="Periksa").click()
    shown.settle()
    assert "Baris servis lengkap dan keputusannya aman." in page.locator(".fb").inner_text()
    assert page.get_by_text("baris ini lengkap").is_visible()


def test_a_row_is_finished_removed_and_put_back_by_keyboard_alone(screen, place):
    shown = screen(session(place))
    keyboard = shown.page.keyboard
    shown.tab_to("Date", "Tanggal pekerjaan")
    shown.page.evaluate(
        "document.activeElement.value = '2026-11-22'"
    )  # the order of its parts is the system's
    shown.page.evaluate("document.activeElement.dispatchEvent(new Event('change'))")
    shown.tab_to("textbox", "Keluhan dan temuan")
    keyboard.type("panel kotor")
    shown.press("Tab", "p", "a", "n", "e", "l", " ", "k")
    assert shown.focused()["value"] == "panel kotor"
    shown.tab_to("combobox", "Tempat ukur")
    keyboard.type("kutub")
    shown.press("Tab")
    keyboard.type("12,6")
    shown.press("Tab", "V", "Tab")
    shown.tab_to("textbox", "Apa yang dikerjakan")
    keyboard.type("panel dicuci")
    shown.tab_to("radio", "perbaiki sendiri")
    shown.press(" ")
    shown.tab_to("textbox", "Biaya")
    keyboard.type("0")
    shown.press("Tab")
    keyboard.type("Rahma")
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    assert "lengkap dan keputusannya aman" in shown.heard[-1]
    shown.tab_to("button", "Hapus baris 1")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Baris 1 dihapus.")
    assert shown.focused()["name"] == "Kembalikan baris"
    shown.press("Enter")
    assert shown.heard[-1] == "Baris 1 kembali."
    assert shown.focused()["name"].startswith("Tanggal pekerjaan")


def test_a_field_says_that_it_is_saved_once(screen, place):
    shown = screen(session(place))
    shown.page.get_by_label("Dikerjakan oleh").fill("Rahma")
    shown.press("Tab")
    assert shown.heard.count("Tersimpan: Dikerjakan oleh") == 1


def test_walking_through_a_list_by_keys_tells_once_that_it_is_saved(screen, place):
    shown = screen(session(place))
    shown.page.evaluate("""() => { window.told = 0;
      new MutationObserver(() => { window.told += 1; }).observe(document.querySelector(".say [role=status]"), { childList: true }); }""")
    shown.tab_to("combobox", "Tanda gangguan")
    shown.press("ArrowDown", "ArrowDown", "ArrowDown")
    assert shown.live == "Tersimpan: Tanda gangguan"
    assert shown.page.evaluate("window.told") == 1


def test_what_is_typed_is_kept_when_the_view_goes_away(screen, place):
    shown = screen(session(place))
    shown.tab_to("textbox", "Dikerjakan oleh")
    shown.page.keyboard.type("Rahma")
    shown.page.evaluate("window.leave()")
    shown.settle()
    assert shown.activity.view["row"]["who"] == "Rahma"


def test_measurements_come_and_go_with_the_focus_at_a_sensible_place(screen, written):
    shown = screen(written)
    shown.page.get_by_role("button", name="Hapus hasil ukur 2").click()
    shown.settle()
    assert shown.focused()["name"] == "Tambah hasil ukur"
    shown.press("Enter")
    assert shown.heard[-1].startswith("Hasil ukur 2 ditambahkan.")
    assert shown.focused()["role"] == "combobox"


def test_a_case_is_taken_over(screen, written):
    shown = screen(written)
    shown.page.get_by_role("button", name="Ambil kasus").click()
    shown.settle()
    assert shown.live.startswith("Kasus B2-0417 masuk ke baris 2.")
    assert not shown.page.get_by_role("button", name="Ambil kasus").is_visible()
