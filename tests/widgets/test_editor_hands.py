"""Hands on the page editor: a first page by mouse and by keyboard alone, and letters that are never lost."""

import pytest
from tests.widgets.page_editing import editor

pytestmark = pytest.mark.browser


def code(shown):
    return shown.page.locator(".lentera .cm-content")


def frame_text(shown):
    """Return what stands in the preview."""
    shown.page.wait_for_function(
        "document.querySelectorAll('.ed-frame').length === 1 && document.querySelector('.ed-frame[data-shown]')"
    )
    handle = shown.page.query_selector(".ed-frame[data-shown]").content_frame()
    return handle.evaluate("document.body.innerText") if handle else ""


def type_over(shown, wanted, text):
    """Write one line of the code anew, as a hand does it: click, select to its end, type."""
    line = code(shown).locator(".cm-line", has_text=wanted).first
    line.scroll_into_view_if_needed()
    line.click()
    shown.page.keyboard.press("Home")
    shown.page.keyboard.press("Shift+End")
    shown.page.keyboard.type(text)
    shown.settle()


def test_a_first_page_is_made_by_mouse(screen, place):
    shown = screen(editor(place))
    page = shown.page
    for wanted, text in (
        ("<title>", "<title>Keripik Bu Rahma</title>"),
        ("<h1>", "<h1>Keripik Bu Rahma</h1>"),
        ("APA YANG", "<p>Keripik pisang dari Sepaku.</p>"),
        ("CERITA", "<p>Renyah dan gurih.</p>"),
        ("PILIHAN 1", "<li>Asin</li>"),
        ("PILIHAN 2", "<li>Manis</li>"),
        ("PILIHAN 3", "<li>Pedas</li>"),
    ):
        type_over(shown, wanted, text)
    page.get_by_role("button", name="Periksa").click()
    shown.settle()
    assert page.locator(".ed-rules .yet strong, .ed-rules strong.yet").count() == 1
    code(shown).locator(".cm-line", has_text="</ul>").click()
    shown.press("End")
    page.locator("summary", has_text="Gambar di situs").click()
    page.get_by_role("button", name="Sisipkan Gambar contoh: sebungkus keripik pisang").click()
    shown.settle()
    page.keyboard.type("Sebungkus keripik pisang, label kuning")
    shown.settle()
    page.get_by_role("button", name="Periksa").click()
    shown.settle()
    assert page.locator(".ed-rules strong.ok").count() == 5
    text = (place.site_folder / "index.html").read_text(encoding="utf-8")
    assert '  <img src="foto/keripik-pisang.svg" alt="Sebungkus keripik pisang, label kuning">\n' in text
    assert "Keripik Bu Rahma" in frame_text(shown)
    assert shown.activity.view["files"] == ["index.html"]


def test_a_first_page_is_made_by_keyboard_alone(screen, place):
    shown = screen(editor(place))
    keyboard = shown.page.keyboard
    shown.tab_to("textbox", "Kode index.html")
    keyboard.press("Control+a")
    keyboard.press("Delete")
    for number, text in (
        (1, "Keripik Bu Rahma"),
        (3, "Keripik pisang dari Sepaku."),
        (3, "Renyah dan gurih."),
    ):
        keyboard.press(f"Control+Alt+{number}")
        shown.settle()
        keyboard.type(text)
        keyboard.press("End")
    keyboard.press("Control+Alt+4")
    keyboard.type("Asin")
    for text in ("Manis", "Pedas"):
        keyboard.press("End")
        keyboard.press("Enter")
        keyboard.type(f"<li>{text}</li>")
    shown.press("Control+End")
    shown.tab_to("DisclosureTriangle", "Gambar di situs")
    shown.press("Enter")
    shown.tab_to("button", "Sisipkan Gambar contoh: tas anyaman")
    shown.press("Enter")
    assert shown.focused()["role"] == "textbox"
    keyboard.type("Tas anyaman rotan dengan dua gagang")
    shown.settle()
    shown.page.evaluate("document.getElementById('before').focus()")
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    text = (place.site_folder / "index.html").read_text(encoding="utf-8")
    assert (
        "<h1>Keripik Bu Rahma</h1>\n<p>Keripik pisang dari Sepaku.</p>\n<p>Renyah dan gurih.</p>\n<ul>\n  <li>Asin</li>"
        in text
    )
    assert [row["ok"] for row in shown.activity.view["check"]["rows"]] == [True] * 5, text


def test_quick_fingers_leave_no_copies(screen, place):
    shown = screen(editor(place))
    shown.tab_to("textbox", "Kode index.html")
    shown.press("Control+a")
    words = "<h1>Keripik pisang asin, manis, dan pedas dari Sepaku</h1>"
    shown.page.keyboard.type(words)
    shown.settle()
    shown.page.wait_for_timeout(300)
    assert shown.activity.view["text"] == words
    assert shown.activity.view["files"] == ["index.html"]


def test_tags_do_not_close_themselves_and_tab_is_no_trap(screen, place):
    shown = screen(editor(place))
    shown.tab_to("textbox", "Kode index.html")
    shown.press("Control+a")
    shown.page.keyboard.type("<h1>")
    shown.settle()
    assert shown.activity.view["text"] == "<h1>"
    shown.press("Tab")
    assert shown.focused()["role"] == "button"
    assert shown.activity.view["text"] == "<h1>"


def test_undo_and_redo_stay_in_the_file(screen, place):
    shown = screen(editor(place))
    start = shown.activity.view["text"]
    shown.page.get_by_role("button", name="h1 judul").click()
    shown.settle()
    assert shown.activity.view["text"].startswith("<h1></h1>")
    assert shown.heard[-1].startswith("Disisipkan: h1, judul.")
    shown.page.get_by_role("button", name="Urungkan").click()
    shown.settle()
    assert shown.activity.view["text"] == start
    shown.page.get_by_role("button", name="Ulangi").click()
    shown.settle()
    assert shown.activity.view["text"].startswith("<h1></h1>")
    shown.page.get_by_role("button", name="Urungkan").click()
    shown.page.get_by_role("button", name="Urungkan").click()
    shown.settle()
    assert shown.heard[-1] == "Tidak ada yang diurungkan di berkas ini."


def test_letters_that_the_disk_does_not_take_stay_on_the_screen(screen, place, monkeypatch):
    shown = screen(editor(place))
    code(shown).click()
    shown.press("Control+Home")

    def full(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("lentera.web.site.write_atomically", full)
        shown.page.keyboard.type("abc")
        shown.page.wait_for_selector(".ed-unsaved:not([hidden])")
        assert code(shown).inner_text().startswith("abc")
    shown.page.keyboard.type("d")
    shown.page.wait_for_selector(".ed-unsaved", state="hidden")
    shown.settle()
    assert (place.site_folder / "index.html").read_text(encoding="utf-8").startswith("abcd")
    assert not (place.site_folder / "index-salinan.html").exists()


def test_a_change_from_elsewhere_comes_in_and_the_caret_stays(screen, place):
    shown = screen(editor(place))
    shown.tab_to("textbox", "Kode index.html")
    shown.press("Control+Home", "ArrowDown", "ArrowDown")
    other = editor(place)
    text = other.view["text"].replace("CERITA SINGKAT", "Cerita dari buku catatan lain")
    other.handle({"do": "type", "file": "index.html", "text": text, "base": other.view["stamp"]})
    shown.page.get_by_role("button", name="Petunjuk").click()
    shown.settle()
    assert "Cerita dari buku catatan lain" in code(shown).inner_text()
    shown.tab_to("textbox", "Kode index.html")
    shown.page.keyboard.type("Q")
    shown.settle()
    assert "\nQ<head>" in shown.activity.view["text"]
    assert not (place.site_folder / "index-salinan.html").exists()


def test_what_is_typed_is_kept_when_the_view_goes_away(screen, place):
    shown = screen(editor(place))
    code(shown).click()
    shown.press("Control+Home")
    shown.page.keyboard.type("z")
    shown.page.evaluate("window.leave()")
    shown.settle()
    assert shown.activity.view["text"].startswith("z")
