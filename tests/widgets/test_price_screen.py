"""Price on the screen: finished by mouse, finished by keyboard alone, in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE
from tests.widgets.test_price_session import own, prices

from lentera.product.price_exercise import exercise_of

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_a_filled_sheet(screen, place, mode):
    session = own(prices(place), impas="85")
    for result in ("hpp", "harga", "impas"):
        session.handle({"do": "show", "result": result})
    session.handle({"do": "check"})
    shown = screen(session, mode)
    shown.page.get_by_role("button", name="Baca contoh").click()
    assert shown.axe() == []
    assert shown.faults() == []


def test_everyone_can_use_a_new_exercise(screen, place):
    shown = screen(prices(place))
    assert shown.axe() == []
    assert shown.faults() == []
    stops = shown.stops()
    assert stops[0] == "radio Latihan"
    assert stops[-1] == "button Periksa"


def test_her_own_product_is_finished_by_mouse(screen, place):
    shown = screen(prices(place))
    page = shown.page
    page.get_by_label("Produk saya").click()
    shown.settle()
    for row, (name, amount) in enumerate(
        [("pisang", "149.000"), ("plastik", "60.000"), ("upah", "60.000"), ("gas", "31.000")]
    ):
        page.get_by_role("textbox", name="Nama biaya").nth(row).fill(name)
        page.get_by_role("textbox", name="Jumlah uang").nth(row).fill(amount)
    for label, value in {
        "Jumlah bungkus": "40",
        "HPP satu bungkus": "7500",
        "Harga jual satu bungkus": "9750",
        "Biaya tetap sebulan": "300.000",
        "Titik impas (bungkus)": "86",
    }.items():
        page.get_by_role("textbox", name=label, exact=True).fill(value)
    page.get_by_role("button", name="Periksa").click()
    shown.settle()
    assert "Rp9.750 adalah modal ditambah 30 persen." in page.locator(".fb").inner_text()
    page.get_by_role("textbox", name="Harga jual satu bungkus").fill("11000")
    page.get_by_role("button", name="Periksa").click()
    shown.settle()
    assert "Titik impas sudah tepat" in page.locator(".fb").inner_text()
    assert page.get_by_role("img", name="Uang masuk dan uang keluar").is_visible()


def test_an_exercise_is_finished_by_keyboard_alone(screen, place):
    session = prices(place)
    made = exercise_of(session._state.seed)
    shown = screen(session)
    shown.tab_to("textbox", "HPP satu bungkus")
    shown.page.keyboard.type(str(round(made.unit)))
    shown.tab_to("button", "Tunjukkan cara menghitung")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Jumlah semua biaya")
    assert "÷" in shown.page.evaluate("document.activeElement.textContent")
    shown.tab_to("textbox", "Harga jual")
    shown.page.keyboard.type(str(made.price))
    shown.tab_to("textbox", "Titik impas")
    shown.page.keyboard.type(str(int(made.needed) + 1))
    shown.tab_to("slider", "Coba harga lain")
    before = shown.focused()["value"]
    shown.press("ArrowRight")
    assert shown.focused()["value"] != before
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    assert shown.heard[-1].endswith("Bagus, Bu.")


def test_a_number_is_told_once_as_it_was_understood(screen, place):
    shown = screen(prices(place))
    shown.tab_to("textbox", "HPP satu bungkus")
    shown.page.keyboard.type("7,5 ribu")
    shown.press("Tab")
    assert shown.heard[-1] == "Tersimpan: HPP satu bungkus, Rp7.500"
    assert shown.page.get_by_role("textbox", name="HPP satu bungkus").input_value() == "Rp7.500"


def test_a_new_row_takes_the_focus_and_a_removed_one_gives_it_on(screen, place):
    shown = screen(prices(place))
    shown.page.get_by_label("Produk saya").click()
    shown.settle()
    shown.page.get_by_role("button", name="Tambah baris").click()
    shown.settle()
    assert shown.focused()["name"] == "Nama biaya baris 5"
    shown.page.get_by_role("button", name="Hapus baris 5").click()
    shown.settle()
    assert shown.focused()["name"] == "Hapus baris 4"


def test_every_field_of_her_costs_has_a_name_of_its_own(screen, place):
    stops = screen(own(prices(place))).stops()
    assert "combobox Golongan baris baru" in stops
    assert len(set(stops)) == len(stops)


def test_no_amount_is_broken_on_a_narrow_screen(screen, place):
    session = own(prices(place))
    for result in ("hpp", "harga", "impas"):
        session.handle({"do": "show", "result": result})
    shown = screen(session, "320")
    cells = shown.page.locator(".hb-stack tbody td")
    assert cells.count() > 10
    broken = shown.page.evaluate(
        """() => [...document.querySelectorAll(".hb-stack tbody :is(th,td)")].flatMap((cell) => {
            const range = document.createRange();
            range.selectNodeContents(cell.lastChild);
            const tops = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
            return tops.size === 1 ? [] : [cell.textContent];
        })"""
    )
    assert broken == []
    assert 'rowheader "86"' in shown.outline()


def test_what_is_typed_is_kept_when_the_view_goes_away(screen, place):
    shown = screen(prices(place))
    shown.tab_to("textbox", "Harga jual")
    shown.page.keyboard.type("8000")
    shown.page.evaluate("window.leave()")
    shown.settle()
    assert shown.activity.view["values"]["harga"] == "Rp8.000"
