"""The draft of a report on the screen: by mouse, by keyboard alone, and in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.literacy.report_cases import evidence, first_steps
from lentera.tasks import RULE_SETS
from lentera.widgets.report.session import ReportSession

pytestmark = pytest.mark.browser

TASK = "s02-draf-laporan"


def session(place):
    return ReportSession(place, "s02-draf", [RULE_SETS[TASK]], {TASK: 20.0})


@pytest.fixture
def begun(place):
    """A draft with a number that was covered, evidence in the wrong order, first steps, a check and a sheet."""
    draft = session(place)
    case = draft._state.case
    for field, value in (("kapan", f"{case.day.day}-{case.day.month}-2026 pagi"), ("siapa", "081234567890")):
        draft.handle({"do": "set", "field": field, "value": value})
    for step in ("blokir", "tangkapan"):
        draft.handle({"do": "add", "list": "bukti", "action": step})
    draft.handle({"do": "add", "list": "pertama", "action": "bayar"})
    for gesture in ("first", "check", "print"):
        draft.handle({"do": gesture})
    return draft


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_write_a_draft(screen, begun, mode):
    shown = screen(begun, mode)
    assert shown.axe() == []
    assert shown.faults() == []


def test_the_focus_walks_through_and_out_and_meets_no_button_that_sends(screen, begun):
    stops = screen(begun).stops()
    assert stops[0] == "button Cetak (PDF)"
    assert stops[-1] == "button Lihat urutan saya"
    assert not any("irim" in stop.split(" ")[1] for stop in stops)


def test_a_draft_is_finished_by_mouse(screen, place):
    draft = session(place)
    case = draft._state.case
    shown = screen(draft)
    page = shown.page
    assert page.get_by_text(case.text).is_visible()
    page.get_by_label("1. Kapan terjadi?").fill(
        f"{case.day.day}/{case.day.month} {case.hour}.{case.minute:02}"
    )
    page.get_by_label("2. Siapa, dengan nomor apa?").fill(f"rekening {case.account}")
    page.get_by_label("3. Apa yang terjadi?").fill(case.text)
    for step in ("tangkapan", "transfer"):
        page.get_by_role("button", name=f"Pilih {evidence()[step].text}").click()
        shown.settle()
    page.get_by_label("5. Berapa kerugiannya?").fill(f"{case.amount // 1000} ribu")
    page.get_by_role("button", name="Periksa", exact=True).click()
    shown.settle()
    assert draft.view["check"]["holds"]
    page.get_by_role("button", name="Cetak (PDF)").click()
    shown.settle()
    assert (place.folder / "cetak/draf-laporan.pdf").is_file()
    assert page.get_by_text("cetak/draf-laporan.pdf", exact=True).is_visible()


def test_a_draft_is_finished_by_keyboard_alone(screen, place):
    draft = session(place)
    case = draft._state.case
    shown = screen(draft)
    values = [
        ("1. Kapan", f"{case.day.day}-{case.day.month}-2026 jam {case.hour}.{case.minute:02}"),
        ("2. Siapa", case.number),
        ("3. Apa", case.text),
    ]
    for name, value in values:
        shown.tab_to("textbox", name)
        shown.page.keyboard.type(value)
    for step in ("catat", "tangkapan"):
        shown.page.evaluate("document.getElementById('before').focus()")
        shown.tab_to("button", f"Pilih {evidence()[step].text}")
        shown.press("Enter")
        assert shown.heard[-1].endswith(evidence()[step].text)
    shown.tab_to("button", f"Naik {evidence()['tangkapan'].text}")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Sekarang langkah 1: Simpan tangkapan")
    shown.tab_to("textbox", "5. Berapa")
    shown.page.keyboard.type(f"Rp{case.amount}")
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    assert draft.view["check"]["holds"]
    assert shown.heard[-1].startswith("Kelima unsur laporan sudah lengkap.")


def test_the_first_half_hour_has_its_own_list(screen, place):
    draft = session(place)
    shown = screen(draft)
    for step in ("telepon", "bukti", "lapor"):
        shown.page.get_by_role("button", name=f"Pilih {first_steps()[step].text}").click()
        shown.settle()
    shown.page.get_by_role("button", name="Lihat urutan saya").click()
    shown.settle()
    assert shown.heard[-1].startswith("Tepat. Telepon bank dan simpan bukti")
    assert draft.view["bukti"]["steps"] == []
    assert draft.view["first"]["kind"] == "ok"


def test_a_real_number_is_covered_under_her_hand_and_told(screen, place):
    shown = screen(session(place))
    shown.tab_to("textbox", "2. Siapa")
    shown.page.keyboard.type("0812 3456 7890")
    shown.page.wait_for_function("document.activeElement.value === 'xxxx xxxx xxxx'")
    assert "mirip nomor sungguhan" in shown.heard[-1]
    assert "mirip nomor sungguhan" in shown.focused()["description"]
    shown.page.keyboard.type("!")
    assert shown.page.evaluate("document.activeElement.value") == "xxxx xxxx xxxx!"


def test_writing_is_kept_when_the_view_goes_away(screen, place):
    shown = screen(session(place))
    shown.tab_to("textbox", "1. Kapan")
    shown.page.keyboard.type("3 Mei")
    shown.page.evaluate("window.leave()")
    shown.settle()
    assert shown.activity.view["values"]["kapan"] == "3 Mei"


def test_the_focus_stays_near_when_a_step_is_removed(screen, begun):
    shown = screen(begun)
    shown.tab_to("button", f"Hapus langkah {evidence()['blokir'].text}")
    shown.press("Enter")
    assert shown.focused()["name"].startswith(("Pilih", "terpilih"))
