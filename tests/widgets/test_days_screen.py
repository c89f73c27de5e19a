"""A lamp's days on the screen: by mouse, by keyboard alone, by ear, and in every way people look at it."""

import re

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.widgets.days.session import DaysSession

pytestmark = pytest.mark.browser

CUT = [("kit", "a"), ("lit", 390)]


def session(place, *choices):
    made = DaysSession(place)
    for one in choices:
        made.handle({"do": one} if isinstance(one, str) else {"do": "set", "name": one[0], "value": one[1]})
    return made


def spoken(shown):
    """The value of the slider in focus, as it is heard."""
    return shown.page.evaluate("document.activeElement.getAttribute('aria-valuetext')")


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_it_with_a_comparison_on_the_screen(screen, place, mode):
    shown = screen(session(place, *CUT, "keep", ("lit", 240)), mode)
    assert shown.axe() == []
    assert shown.faults() == []


@pytest.mark.parametrize(
    ("choices", "mode"),
    [
        ([], "terang"),
        ([("span", "minggu"), ("sky", "tiga_hari_hujan"), ("kit", "a"), ("lit", 720)], "320"),
        ([("span", "tahun"), ("kit", "a"), "keep", ("brightness", "redup")], "zoom-200"),
        ([("span", "tahun")], "320"),
    ],
)
def test_nothing_is_cut_or_covered_in_any_length_of_time(screen, place, choices, mode):
    shown = screen(session(place, *choices), mode)
    assert shown.faults() == []
    shown.page.get_by_role("tab", name="Tabel").click()
    assert shown.faults() == []
    if not choices:
        assert shown.axe() == []


def test_by_mouse_a_result_is_kept_changed_and_read(screen, place):
    shown = screen(session(place))
    page = shown.page
    page.get_by_label("Kit", exact=True).select_option("a")
    page.get_by_role("button", name="Simpan sebagai A").click()
    shown.settle()
    page.get_by_label("Nyala lampu").fill("480")
    shown.settle()
    assert shown.live == "Lampu diminta menyala 8 jam. B menyala 2 jam lebih lama daripada A."
    assert (
        page.get_by_role("row", name="Lampu menyala").inner_text().split("\t")[-1].strip()
        == "2 jam lebih lama"
    )
    # The pointer on the picture reads the same place as the slider below it.
    picture = page.locator(".plots svg")
    box = picture.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.55, box["y"] + 60)
    first = page.locator(".reading").inner_text()
    page.mouse.move(box["x"] + box["width"] * 0.92, box["y"] + 60)
    assert re.match(r"Jam 1\d\.\d\d: matahari [1-9]", first)
    assert page.locator(".reading").inner_text() != first
    assert page.get_by_label("Baca jam").get_attribute("aria-valuetext").startswith("Jam 2")


def test_by_keyboard_alone_a_week_is_chosen_and_read_hour_by_hour(screen, place):
    shown = screen(session(place))
    shown.tab_to("radio", "Hari")
    shown.press("ArrowRight")
    assert shown.heard[-1].startswith("Sekarang: minggu. Menyala 35 jam.")
    shown.tab_to("combobox", "Cuaca")
    shown.page.keyboard.type("Tiga")
    shown.settle()
    assert shown.heard[-1].startswith("Cuaca: tiga hari hujan.")
    shown.tab_to("slider", "Nyala lampu")
    shown.press("PageUp", "PageUp", "ArrowRight")
    assert spoken(shown) == "7 jam 30 menit"
    assert "%" not in shown.heard[-1]
    shown.tab_to("tab", "Gambar")
    shown.tab_to("slider", "Baca hari dan jam")
    shown.press("Home")
    assert spoken(shown).startswith("Hari 1, jam 00.00: matahari 0 watt tiap meter persegi, baterai")
    shown.press("ArrowRight", "ArrowRight")
    assert spoken(shown).startswith("Hari 1, jam 02.00: ")
    shown.tab_to("button", "Simpan sebagai A")
    shown.press("Enter")
    shown.tab_to("button", "Hapus A")
    shown.press("Enter")
    assert shown.heard[-1] == "A dihapus."
    assert shown.focused()["name"] == "Simpan sebagai A"


def test_tab_walks_through_everything_and_out_again(screen, place):
    stops = screen(session(place, *CUT, "keep", ("lit", 240))).stops()
    assert stops == [
        "radio Hari",
        "combobox Cuaca",
        "combobox Kit",
        "slider Nyala lampu",
        "slider Mulai menyala",
        "combobox Terang lampu",
        "slider Isi HP sehari",
        "slider Baterai di awal",
        "tab Gambar",
        "slider Baca jam",
        "button Ganti A dengan hasil ini",
        "button Kembali ke pilihan A",
        "button Hapus A",
    ]


def test_the_picture_is_one_image_with_the_summary_and_the_table_has_its_rows(screen, place):
    shown = screen(session(place, *CUT))
    outline = shown.outline()
    assert 'img "Grafik matahari, baterai, dan lampu: Kit A, lampu colok' in outline
    assert "lalu dimatikan pengatur jam 22.36" in shown.live
    assert "Pengatur mematikan lampu jam 22.36" in outline
    shown.page.get_by_role("tab", name="Tabel").click()
    table = shown.page.get_by_role("table", name="Tiap jam")
    assert table.get_by_role("row").count() == 25
    assert table.get_by_role("row", name="22.00").get_by_role("cell").nth(3).inner_text() == "36 menit"


def test_work_that_takes_long_is_told(screen, place):
    shown = screen(session(place))
    shown.page.evaluate("window.model.send = () => {}")
    shown.page.get_by_label("Nyala lampu").fill("480")
    shown.page.wait_for_function(
        "document.querySelector('.say [role=status]').textContent.includes('menghitung')"
    )
    assert shown.heard[-1] == "Sedang menghitung."


def test_a_broken_kit_file_says_what_to_mend_and_focus_stays_sensible(screen, place):
    (place.folder / "kit.toml").write_text('[kit]\nbase = "b"\nlamps = 9\n', encoding="utf-8")
    shown = screen(session(place, ("kit", "sendiri")))
    assert shown.page.get_by_text("Isi dengan angka 1 sampai 6.").first.is_visible()
    assert shown.faults() == []
    shown.tab_to("button", "Baca lagi kit.toml")
    (place.folder / "kit.toml").write_text('[kit]\nbase = "b"\nlamps = 2\nusb = true\n', encoding="utf-8")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Berkas kit.toml dibaca lagi. Menyala 5 jam.")
    assert shown.page.locator(".plots svg").is_visible()
    assert shown.focused()["name"] == "Baca lagi kit.toml"
