"""The typing desk on the screen: by keyboard alone, by mouse where no typing is asked, in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.tasks import RULE_SETS
from lentera.widgets.typing.session import TypingSession

pytestmark = pytest.mark.browser

TASKS = ("s01-perkenalan", "s01-buka-lagi")
GOOD = "Nama saya Rahma. Saya dari Desa Sukamaju. Saya suka membuat kue."


def session(place):
    return TypingSession(
        place, "s01-perkenalan", [RULE_SETS[task] for task in TASKS], dict.fromkeys(TASKS, 15.0)
    )


@pytest.fixture
def begun(place):
    """A saved file that is open again and changed, a text left over, some keys found, and a check."""
    desk = session(place)
    for key in "fjdkslaghex":
        desk.handle({"do": "key", "key": key})
    desk.handle({"do": "tab", "tab": "meja"})
    desk.handle({"do": "save", "text": GOOD})
    desk.handle({"do": "write", "text": GOOD + " x"})
    desk.handle({"do": "leave"})
    desk.handle({"do": "open"})
    desk.handle({"do": "write", "text": GOOD + "\nsaya juga suka kopi"})
    desk.handle({"do": "check"})
    return desk


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_both_parts(screen, begun, mode):
    shown = screen(begun, mode)
    assert shown.axe() == []
    assert shown.faults() == []
    shown.page.get_by_role("button", name="Tutup lembar").click()
    assert shown.faults() == []
    shown.page.get_by_role("button", name="Kembali menulis").click()
    shown.page.get_by_role("tab", name="1. Cari tombol").click()
    shown.settle()
    assert shown.axe() == []
    assert shown.faults() == []


def test_the_focus_walks_through_and_out(screen, begun):
    stops = screen(begun).stops()
    assert stops[0] == "tab 2. Tulis dan simpan"
    assert stops[1] == "textbox Tulisan tentang diri"
    assert stops[-1] == "button Periksa"


def test_keys_are_found_and_each_is_told(screen, place):
    desk = session(place)
    shown = screen(desk)
    shown.tab_to("textbox", "Tekan tombolnya di sini")
    assert shown.focused()["description"].startswith("Huruf F punya tonjolan.")
    shown.press("f")
    assert shown.heard[-1].startswith("Huruf f. Tepat. Tekan huruf j.")
    shown.press("h")
    assert shown.heard[-1] == "Itu huruf h. Yang dicari huruf j. 1 tombol ke kanan."
    shown.press("j", "d")
    assert desk.view["progress"] == "Tombol 4 dari 9"
    assert shown.page.get_by_label("Tekan tombolnya di sini").input_value() == ""
    shown.press("Tab")
    assert shown.focused()["name"] == "Lewati tombol ini"
    shown.press("Enter")
    assert shown.heard[-1].startswith("Dilewati.")
    assert shown.focused()["role"] == "textbox"


def test_space_enter_arrows_and_capitals_are_taken_as_keys(screen, place):
    desk = session(place)
    shown = screen(desk)
    for row, keys in (
        ("Spasi, Enter, Backspace", ("Space", "Enter", "Backspace")),
        ("Huruf besar", ("Shift+S", "Shift+I", "Shift+B")),
        ("Panah", ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown")),
    ):
        shown.page.get_by_role("button", name=row).click()
        shown.settle()
        shown.page.get_by_label("Tekan tombolnya di sini").focus()
        shown.press(*keys)
    assert set(desk._state.rows) == {"jarak", "kapital", "panah"}


def test_a_key_on_the_screen_or_a_spoken_letter_counts_too(screen, place):
    desk = session(place)
    shown = screen(desk)
    shown.page.get_by_label("Tekan tombolnya di sini").focus()
    shown.page.keyboard.insert_text("f")
    shown.settle()
    assert desk.view["asked"]["name"] == "huruf j"


def test_the_whole_way_by_keyboard_alone(screen, place):
    desk = session(place)
    shown = screen(desk)
    shown.tab_to("tab", "1. Cari tombol")
    shown.press("ArrowRight")
    shown.tab_to("textbox", "Tulisan tentang diri")
    shown.page.keyboard.type(GOOD)
    shown.settle()
    assert shown.page.locator(".ty-title").inner_text().split("\n")[-1] == "belum disimpan"
    assert shown.heard.count("Draf aman. Berkas belum disimpan.") == 1
    shown.press("Control+s")
    assert shown.heard[-1] == "Tersimpan: berkas perkenalan.txt, 3 kalimat."
    shown.tab_to("button", "Tutup lembar")
    shown.press("Enter")
    assert shown.focused()["name"] == "Buka berkas perkenalan.txt"
    shown.press("Enter")
    assert shown.focused()["name"] == "Tulisan tentang diri"
    shown.press("Control+End")
    shown.page.keyboard.type(" Anak saya dua.")
    shown.tab_to("button", "Simpan ke berkas")
    shown.press("Enter")
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    assert desk.view["check"]["holds"]
    assert (place.folder / "perkenalan.txt").read_text(encoding="utf-8") == GOOD + " Anak saya dua."


def test_an_unsaved_sheet_asks_before_it_is_closed(screen, place):
    desk = session(place)
    desk.handle({"do": "tab", "tab": "meja"})
    shown = screen(desk)
    area = shown.page.get_by_label("Tulisan tentang diri")
    area.fill("Saya Siti.")
    shown.page.get_by_role("button", name="Tutup lembar").click()
    assert shown.focused()["name"] == "Kembali menulis"
    assert "Simpan sebelum menutup?" in shown.focused()["description"]
    shown.press("Escape")
    assert shown.focused()["name"] == "Tutup lembar"
    shown.press("Enter")
    shown.page.get_by_role("button", name="Tutup tanpa menyimpan").click()
    shown.settle()
    assert shown.focused()["name"] == "Ambil lembar baru"
    shown.page.get_by_role("button", name="Ambil lagi tulisan itu").click()
    shown.settle()
    assert area.input_value() == "Saya Siti."
    shown.page.get_by_role("button", name="Tutup lembar").click()
    shown.page.get_by_role("button", name="Simpan, lalu tutup").click()
    shown.settle()
    assert (place.folder / "perkenalan.txt").read_text(encoding="utf-8") == "Saya Siti."
    assert shown.focused()["name"] == "Buka berkas perkenalan.txt"


def test_letters_typed_while_a_save_is_on_its_way_stay(screen, place):
    desk = session(place)
    desk.handle({"do": "tab", "tab": "meja"})
    shown = screen(desk)
    area = shown.page.get_by_label("Tulisan tentang diri")
    area.focus()
    shown.page.evaluate(
        """() => {
          const area = document.querySelector("textarea");
          const put = (text) => { area.value = text; area.dispatchEvent(new Event("input", { bubbles: true })); };
          put("Saya S"); put("Saya Siti.");
          area.dispatchEvent(new KeyboardEvent("keydown", { key: "s", ctrlKey: true, bubbles: true }));
          put("Saya Siti. Saya ibu");
        }"""
    )
    shown.settle()
    assert area.input_value() == "Saya Siti. Saya ibu"
    assert desk.view["text"] == "Saya Siti. Saya ibu"
    assert (place.folder / "perkenalan.txt").read_text(encoding="utf-8") == "Saya Siti."
    assert desk.view["unsaved"]
