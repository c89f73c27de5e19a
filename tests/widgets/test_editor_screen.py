"""The page editor on the screen: seen in every way, with its findings, files, saved states and preview."""

import pytest
from tests.widgets.page_editing import PAGE, editor
from tests.widgets.screens import EVERY_MODE

pytestmark = pytest.mark.browser

BODY = PAGE.replace('alt="Sebungkus keripik pisang, label kuning"', 'alt=""')


@pytest.fixture
def written(place):
    """A page that lacks one thing, with a style, a deleted page, a hint, all findings and saved states."""
    session = editor(place)
    session.handle({"do": "sample", "file": "keripik-pisang.svg"})
    session.handle({"do": "new", "template": "gaya.css", "name": "gaya"})
    session.handle({"do": "new", "template": "kosong.html", "name": "lain"})
    session.handle({"do": "remove", "file": "lain.html"})
    session.handle({"do": "open", "file": "index.html"})
    session.handle({"do": "type", "file": "index.html", "text": BODY, "base": session.view["stamp"]})
    session.handle({"do": "hint"})
    session.handle({"do": "check"})
    session.handle({"do": "all"})
    session.handle({"do": "history"})
    return session


def code(shown):
    return shown.page.locator(".lentera .cm-content")


def frame_text(shown):
    """Return what stands in the preview."""
    shown.page.wait_for_function(
        "document.querySelectorAll('.ed-frame').length === 1 && document.querySelector('.ed-frame[data-shown]')"
    )
    handle = shown.page.query_selector(".ed-frame[data-shown]").content_frame()
    return handle.evaluate("document.body.innerText") if handle else ""


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_a_written_page(screen, written, mode):
    shown = screen(written, mode)
    for drawer in shown.page.locator("summary").all():
        drawer.click()
    shown.settle()
    assert shown.axe() == []
    assert shown.faults() == []


def test_tab_walks_through_everything_and_out_again(screen, place):
    shown = screen(editor(place))
    stops = shown.stops()
    assert stops[0] == "button Urungkan"
    assert "textbox Kode index.html. Tekan Esc lalu Tab untuk keluar." in stops
    assert "Iframe Pratinjau index.html" in stops
    assert stops[-1].startswith("DisclosureTriangle Kembali ke simpanan")


def test_the_finding_is_marked_told_and_reached(screen, written):
    shown = screen(written)
    page = shown.page
    assert page.locator(".ed-mark").count() >= 1
    shown.tab_to("textbox", "Kode index.html")
    shown.press("Control+Home")
    shown.press("F8")
    line = shown.activity.view["check"]["marks"][0]["line"]
    assert shown.heard[-1].startswith(f"Baris {line}: ")
    assert shown.focused()["role"] == "textbox"
    shown.press("Control+Home", "F8")
    assert shown.heard[-1].startswith(f"Baris {line}: ")
    page.get_by_role("button", name="Ke baris").first.click()
    shown.settle()
    assert shown.focused()["role"] == "textbox"


def test_a_mark_moves_with_its_line(screen, written):
    shown = screen(written)
    before = shown.page.locator(".ed-mark").first.inner_text()
    shown.tab_to("textbox", "Kode index.html")
    shown.press("Control+Home", "Enter", "Enter")
    assert shown.page.locator(".ed-mark").first.inner_text() == before
    assert "Tekan Periksa lagi" in shown.page.locator(".ed-low").inner_text()


def test_each_file_keeps_its_own_undo_steps(screen, written):
    shown = screen(written)
    page = shown.page
    code(shown).click()
    page.keyboard.type("X")
    page.get_by_label("Berkas", exact=True).select_option("gaya.css")
    shown.settle()
    assert "body {" in code(shown).inner_text()
    assert page.get_by_role("button", name="color warna huruf").is_visible()
    assert not page.get_by_role("button", name="h1 judul").is_visible()
    page.get_by_label("Berkas", exact=True).select_option("index.html")
    shown.settle()
    assert "X" in shown.activity.view["text"].replace("</", "")
    page.get_by_role("button", name="Urungkan").click()
    shown.settle()
    assert shown.activity.view["text"] == BODY


def test_a_page_is_made_renamed_deleted_and_put_back(screen, place):
    shown = screen(editor(place))
    page = shown.page
    page.locator("summary", has_text="Halaman baru").click()
    page.get_by_label("Templat").select_option("hubungi.html")
    page.get_by_role("button", name="Buat berkas").click()
    shown.settle()
    assert shown.focused()["name"].startswith("Kode hubungi.html")
    page.locator("summary", has_text="Ganti nama").click()
    page.get_by_label("Nama baru untuk hubungi.html").fill("kontak")
    page.get_by_role("button", name="Ganti nama").click()
    shown.settle()
    assert shown.activity.view["file"] == "kontak.html"
    page.get_by_role("button", name="Hapus kontak.html").click()
    shown.settle()
    assert shown.focused()["name"] == "Kembalikan kontak.html"
    shown.press("Enter")
    assert shown.activity.view["files"] == ["index.html", "kontak.html"]
    assert shown.focused()["role"] == "textbox"


def test_a_saved_state_comes_back(screen, written):
    shown = screen(written)
    shown.page.locator("summary", has_text="Kembali ke simpanan").click()
    shown.page.get_by_role("button", name="Tunjukkan simpanan").click()
    shown.settle()
    assert shown.focused()["name"].startswith("Pakai simpanan ini")
    shown.press("Enter")
    assert "NAMA USAHA" in code(shown).inner_text()
    assert shown.focused()["role"] == "textbox"


def test_the_preview_takes_neither_focus_nor_place(screen, written):
    shown = screen(written, "1024x600")
    shown.tab_to("textbox", "Kode index.html")
    shown.press("Control+Home")
    place_before = shown.page.evaluate("window.scrollY")
    for letter in "halo":
        shown.press(letter)
    frame_text(shown)
    assert shown.focused()["role"] == "textbox"
    assert shown.page.evaluate("window.scrollY") == place_before


def test_the_wide_preview_is_as_wide_as_a_desk_screen(screen, written):
    shown = screen(written)
    frame_text(shown)
    shown.page.get_by_text("Layar lebar").click()
    frame = shown.page.query_selector(".ed-frame[data-shown]")
    assert frame.content_frame().evaluate("window.innerWidth") == 1280
    box, sheet = frame.bounding_box(), shown.page.locator(".ed-sheet").bounding_box()
    assert abs(box["width"] - sheet["width"]) < 6
    shown.page.get_by_text("HP", exact=True).click()
    assert frame.content_frame().evaluate("window.innerWidth") == 360


def test_the_outline_is_read_or_the_button_says_why_not(screen, place):
    shown = screen(editor(place))
    shown.page.get_by_role("button", name="Dengarkan").click()
    assert (
        "Pembaca layar dapat membaca" in shown.live
        or shown.page.evaluate("speechSynthesis.getVoices().length") > 0
    )
