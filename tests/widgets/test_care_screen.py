"""The calendar of care on the screen: lived by mouse, lived by keyboard alone, in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.place import Place
from lentera.solar.maintenance import procedure
from lentera.widgets.care.session import CareSession

pytestmark = pytest.mark.browser

NAME = "s10-jadwal-rawat"


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """Five months in which the panel alone was looked after, a risky order of steps, and a lamp with a birthday."""
    place = Place(tmp_path_factory.mktemp("s10"))
    session = CareSession(place)
    for _month in range(5):
        session.handle({"do": "tick", "task": "wash_panel", "on": True})
        session.handle({"do": "run"})
    for step in ("wait_cool", "climb_roof", "rinse_panel"):
        session.handle({"do": "add", "step": step})
    session.handle({"do": "put_up", "day": "2026-08-01"})
    return place.answer(NAME).load().payload


@pytest.fixture
def lived(place, content):
    place.answer(NAME).save(content, place.now())
    session = CareSession(place)
    session.handle({"do": "check"})
    session.handle({"do": "print"})
    return session


TABS = ("Setahun merawat", "Urutan langkah", "Jadwal saya")


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_a_lived_year(screen, lived, mode):
    shown = screen(lived, mode)
    for tab in TABS:
        shown.page.get_by_role("tab", name=tab).click()
        assert shown.faults() == []
        if tab == TABS[0] or mode in {"terang", "kontras"}:
            assert shown.axe() == []


def test_everyone_can_begin(screen, place):
    shown = screen(CareSession(place))
    assert shown.axe() == []
    assert shown.faults() == []
    stops = shown.stops()
    assert stops[0] == "tab Setahun merawat"
    assert "button Jalankan bulan ini" in stops


def test_a_month_is_lived_by_mouse(screen, place):
    shown = screen(CareSession(place))
    page = shown.page
    page.get_by_role("button", name="Pilih semua").click()
    shown.settle()
    assert shown.live.startswith("5 pekerjaan terpilih:")
    page.get_by_role("button", name="Jalankan bulan ini").click()
    shown.settle()
    assert shown.live.startswith("Januari: terang 15")
    assert page.get_by_role("heading", name="Februari, bulan 2 dari 12").is_visible()
    assert page.get_by_role("img", name="Gambar setahun: 1 bulan sudah berjalan.").first.is_visible()
    assert page.get_by_role("rowheader", name="Januari").is_visible()


def test_a_month_is_lived_and_taken_back_by_keyboard_alone(screen, place):
    shown = screen(CareSession(place))
    shown.tab_to("checkbox", "Dari tanah, cuci panel")
    shown.press(" ")
    assert shown.heard[-1] == "1 pekerjaan terpilih: 20 menit bulan ini."
    shown.tab_to("button", "Jalankan bulan ini")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Januari: terang 15")
    assert shown.focused()["name"] == "Jalankan bulan ini"
    shown.tab_to("button", "Mundur satu bulan")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Kembali ke Januari.")


def test_a_new_year_is_asked_first_and_escape_keeps_the_months(screen, place):
    session = CareSession(place)
    session.handle({"do": "run"})
    shown = screen(session)
    shown.tab_to("button", "Mulai tahun baru")
    shown.press("Enter")
    assert shown.focused()["name"] == "Batal"
    assert shown.focused()["description"].startswith("Mulai tahun baru?")
    shown.press("Escape")
    assert shown.focused()["name"] == "Mulai tahun baru"
    assert len(session.view["table"]["rows"]) > 0
    shown.press("Enter", "Tab", "Enter")
    assert shown.heard[-1].startswith("Tahun baru dimulai.")
    assert session.view["table"]["rows"] == []


def test_an_order_is_built_moved_and_checked_by_keyboard_alone(screen, place):
    shown = screen(CareSession(place))
    shown.tab_to("tab", TABS[0])
    shown.press("ArrowRight")
    assert shown.focused()["name"] == TABS[1]
    texts = {step.id: step.text.id for step in procedure("rawat-panel").steps.values()}
    right = procedure("rawat-panel").example
    for step in (right[1], right[0], *right[2:]):
        shown.page.evaluate("document.getElementById('before').focus()")
        shown.tab_to("button", f"Tambahkan: {texts[step]}")
        shown.press("Enter")
    shown.tab_to("button", "Turun")
    shown.press("Enter")
    assert shown.heard[-1] == f"Pindah ke urutan 2: {texts[right[1]]}"
    assert shown.focused()["name"].endswith(texts[right[1]])
    shown.tab_to("button", "Periksa urutan")
    shown.press("Enter")
    assert shown.heard[-1] == "Semua langkah selesai dengan aman."


def test_the_focus_stays_near_when_steps_come_and_go(screen, lived):
    shown = screen(lived)
    page = shown.page
    page.get_by_role("tab", name=TABS[1]).click()
    page.get_by_role("button", name="Keluarkan: Naik ke atap.").click()
    shown.settle()
    assert shown.focused()["name"].startswith("Keluarkan")
    for _step in range(2):
        shown.press("Enter")
    assert shown.focused()["name"] == "Periksa urutan"


def test_the_calendar_is_dated_and_printed(screen, place):
    shown = screen(CareSession(place))
    page = shown.page
    page.get_by_role("tab", name=TABS[2]).click()
    page.get_by_label("Tanggal lampu dipasang").fill("2026-11-01")
    page.get_by_label("Tanggal lampu dipasang").blur()
    shown.settle()
    assert shown.live == "Jadwal dihitung dari 1 November 2026."
    page.get_by_role("button", name="Cetak (PDF)").click()
    shown.settle()
    assert shown.heard[-1] == "Lembar siap dicetak: berkas jadwal rawat."
    assert page.get_by_text("cetak/jadwal-rawat.pdf", exact=True).is_visible()


def test_on_a_small_screen_each_number_tells_its_column(screen, lived):
    shown = screen(lived, "320")
    row = shown.page.get_by_role("row", name="Januari").last
    assert row.is_visible()
    assert "Terang" in row.locator("td").first.evaluate(
        "(cell) => getComputedStyle(cell, '::before').content"
    )
