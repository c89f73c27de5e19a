"""Product cards on the screen: three cards by mouse, one by keyboard alone, in every way of looking."""

import shutil

import pytest
from tests.widgets.product_cards import cards
from tests.widgets.screens import EVERY_MODE

from lentera.course import content_root

pytestmark = pytest.mark.browser

ALT = "Sebungkus keripik pisang, plastik bening"


def fill(session, number, **values):
    for field, value in values.items():
        session.handle({"do": "set", "card": number, "field": field, "value": value})


@pytest.fixture
def photos(place):
    """A site with two photos and no page."""
    folder = place.site_folder / "foto"
    folder.mkdir(parents=True)
    for name in ("keripik", "sambal"):
        shutil.copyfile(content_root() / f"sessions/aset/foto/{name}-baik.jpg", folder / f"{name}.jpg")
    return place


@pytest.fixture
def whole(photos):
    """Three cards, the last one with code that is not a card yet, after a check and a hint."""
    session = cards(photos)
    fill(session, 0, name="Keripik pisang", picture="foto/keripik.jpg", alt=ALT, weight="150 g", price="Rp11.000", stock="12")  # fmt: skip
    session.handle({"do": "copy"})
    fill(session, 1, name="Sambal", picture="foto/sambal.jpg", alt="Sebotol sambal, tutup putih", price="18000")  # fmt: skip
    session.handle({"do": "copy"})
    fill(session, 2, name="Keripik singkong balado pedas manis", weight="200")
    code = session.view["code"]["text"]
    session.handle({"do": "code", "card": 2, "text": code.replace("</h2>", ""), "base": code})
    session.handle({"do": "hint"})
    session.handle({"do": "check"})
    return session


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_three_cards(screen, whole, mode):
    shown = screen(whole, mode)
    assert shown.axe() == []
    assert shown.faults() == []


def test_everyone_can_begin(screen, place):
    shown = screen(cards(place))
    assert shown.axe() == []
    assert shown.faults() == []
    stops = shown.stops()
    assert stops[0] == "button Urungkan"
    assert stops[-1] == "button Periksa"
    assert "textbox Kode kartu 1" in stops


def test_three_cards_are_made_by_mouse(screen, photos):
    shown = screen(cards(photos))
    page = shown.page
    page.get_by_label("Nama barang").fill("Keripik pisang")
    page.get_by_label("Foto", exact=True).select_option("foto/keripik.jpg")
    page.get_by_label("Teks alternatif foto").fill(ALT)
    page.get_by_label("Berat bersih").fill("150 g")
    page.get_by_label("Harga", exact=True).fill("Rp11.000")
    page.get_by_label("Stok").fill("12")
    page.get_by_role("button", name="Buat kartu kedua").click()
    shown.settle()
    assert shown.live == "Kartu 2 adalah salinan kartu 1. Ganti nama, foto, berat, dan harga."
    page.keyboard.type("Sambal bawang")
    page.get_by_role("button", name="Buat kartu ketiga").click()
    shown.settle()
    page.keyboard.type("Madu hutan")
    page.get_by_role("button", name="Periksa").click()
    shown.settle()
    assert "Tiga kartu lengkap." in page.locator(".fb").inner_text()
    page.wait_for_function("document.querySelector('.pc-photo img').naturalWidth > 0")
    written = (photos.site_folder / "produk.html").read_text()
    assert [written.count(f"<h2>{name}</h2>") for name in ("Keripik pisang", "Sambal bawang", "Madu hutan")] == [1, 1, 1]  # fmt: skip


def test_a_card_is_made_by_keyboard_alone(screen, place):
    shown = screen(cards(place))
    keyboard = shown.page.keyboard
    values = {"Teks alternatif foto": ALT, "Berat bersih": "150 g", "Harga": "11000", "Stok": "12"}
    shown.tab_to("textbox", "Nama barang")
    keyboard.type("Keripik pisang")
    shown.press("Tab")
    assert shown.heard[-1] == "Halaman produk.html sudah dibuat. Kartu 1 ada di sana."
    keyboard.type("Gambar contoh: ")
    shown.press("Tab")
    assert shown.heard[-1] == "Tersimpan: Foto"
    for name, value in values.items():
        shown.tab_to("textbox", name)
        keyboard.type(value)
    shown.press("Tab")
    assert "Tersimpan: Harga. Tulis seperti ini: Rp11.000." in shown.heard
    shown.page.evaluate("document.getElementById('before').focus()")
    shown.tab_to("textbox", "Kode kartu 1")
    shown.press("Control+a", "ArrowLeft")
    code = shown.page.locator(".pc-code").input_value()
    for _step in range(code.index("11000") + 2):
        keyboard.press("ArrowRight")
    keyboard.type(".")
    shown.press("Tab")
    assert shown.heard[-1] == "Kode tersimpan. Isian ikut berubah: Harga 11.000."
    shown.page.evaluate("document.getElementById('before').focus()")
    shown.tab_to("textbox", "Harga")
    shown.press("Home")
    keyboard.type("Rp")
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    assert "Kartu 2 belum ada." in shown.heard[-1]
    assert shown.activity.view["cards"][0]["word"] == "lengkap"


def test_code_that_is_no_card_yet_leads_to_its_line(screen, whole):
    shown = screen(whole)
    page = shown.page
    box = page.locator(".pc-code")
    assert "Judul bagian di baris 2 belum ditutup." in page.locator(".pc-finding").inner_text()
    assert "Judul bagian di baris 2" in box.evaluate(
        "one => one.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).textContent).join(' ')"
    )
    page.get_by_role("button", name="Ke baris 2").click()
    chosen = box.evaluate("one => one.value.slice(one.selectionStart, one.selectionEnd)")
    assert chosen == "  <h2>Keripik singkong balado pedas manis"
    assert shown.focused()["name"] == "Kode kartu 3"
    shown.press("End")
    page.keyboard.type("</h2>")
    shown.press("Tab")
    assert not page.locator(".pc-finding").is_visible()
    assert shown.heard[-1] == "Kode sama dengan kartu di halaman."


def test_the_code_of_the_form_can_be_taken_back(screen, whole):
    shown = screen(whole)
    shown.page.get_by_role("button", name="Pakai kode dari formulir").click()
    shown.settle()
    assert "</h2>" in shown.page.locator(".pc-code").input_value()
    assert shown.focused()["name"] == "Kode kartu 3"


def test_nothing_jumps_while_she_types(screen, place):
    shown = screen(cards(place))
    page = shown.page
    page.get_by_label("Nama barang").focus()
    page.keyboard.type("Keripik ")
    page.wait_for_function("document.querySelector('.pc-code').value.includes('Keripik')")
    shown.settle()
    page.keyboard.type("pisang")
    shown.press("Tab")
    assert page.get_by_label("Nama barang").input_value() == "Keripik pisang"
    code = page.locator(".pc-code")
    code.focus()
    shown.press("Control+End", "Enter")
    page.keyboard.type(" ")
    page.wait_for_timeout(1500)
    shown.settle()
    assert code.input_value().endswith("</article>\n ")


def test_a_card_is_deleted_after_a_question_with_the_focus_kept(screen, whole):
    shown = screen(whole)
    shown.tab_to("button", "Hapus kartu ini")
    shown.press("Enter")
    assert shown.focused()["description"] == "Hapus kartu 3 dari halaman? Urungkan mengembalikannya."
    shown.press("Escape")
    assert shown.focused()["name"] == "Hapus kartu ini"
    shown.press("Enter", "Tab", "Enter")
    assert shown.live == "Kartu 3 sudah dihapus. Kartu 2 terbuka: Sambal."
    assert shown.focused()["name"].startswith("2. Sambal")
    shown.page.get_by_role("button", name="Urungkan").click()
    shown.settle()
    assert shown.page.locator(".pc-open").count() == 3


def test_what_is_typed_is_kept_when_another_card_or_page_is_opened(screen, whole):
    shown = screen(whole)
    page = shown.page
    page.get_by_label("Stok").fill("77")
    page.get_by_role("button", name="1. Keripik pisang").click()
    shown.settle()
    assert shown.live == "Kartu 1 terbuka: Keripik pisang."
    assert page.get_by_label("Stok").input_value() == "12"
    page.get_by_label("Harga", exact=True).focus()
    page.keyboard.type("1")
    page.evaluate("window.leave()")
    shown.settle()
    assert shown.activity._cards[2].card.stock == "77"
    assert shown.activity._cards[0].card.price == "Rp11.0001"
