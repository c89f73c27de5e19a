"""One session from the door to the mark, in a real browser."""

import json

import pytest
from tests.accessible import violations

pytestmark = pytest.mark.browser

WIRES = [
    ("battery.plus", "fuse.a"),
    ("fuse.b", "controller.battery_plus"),
    ("battery.minus", "controller.battery_minus"),
    ("panel.plus", "controller.pv_plus"),
    ("panel.minus", "controller.pv_minus"),
    ("controller.load_plus", "switch.a"),
    ("switch.b", "lamp1.plus"),
    ("controller.load_minus", "lamp1.minus"),
]
STEPS = 400


def assert_accessible(page, context=None):
    assert violations(page, context) == []


def tab_to(page, what, steps=STEPS):
    """Press Tab until the focused element is the one that is looked for."""
    for _press in range(steps):
        if page.evaluate(f"() => {{ const e = document.activeElement; return !!e && ({what}); }}"):
            return
        page.keyboard.press("Tab")
    focused = page.evaluate("() => document.activeElement.outerHTML.slice(0, 200)")
    pytest.fail(f"{steps} tabs did not reach {what}; focus is on {focused}")


def named(text):
    """An element that a person knows by its words."""
    return f"(e.innerText || e.ariaLabel || '').trim().startsWith({json.dumps(text)})"


def choose(page, value, steps=40):
    """Pick an option of the focused select with the arrow keys alone."""
    for _press in range(steps):
        if page.evaluate("() => document.activeElement.value") == value:
            return
        page.keyboard.press("ArrowDown")
    pytest.fail(f"the arrows do not reach {value}")


def bench(page):
    return page.locator(".lentera section.widget", has=page.get_by_role("heading", name="Meja rangkai")).first


def last_sentence(page):
    return bench(page).get_by_role("status").first


def wire_by_keyboard(page, start, end):
    before = bench(page).locator("ol.wires > li").count()
    tab_to(page, "e.tagName === 'SELECT' && e.labels[0].innerText === 'Dari'")
    choose(page, start)
    page.keyboard.press("Tab")
    choose(page, end)
    tab_to(page, f"e.tagName === 'BUTTON' && {named('Sambungkan')}")
    page.keyboard.press("Enter")
    bench(page).locator("ol.wires > li").nth(before).wait_for()


def press_by_keyboard(page, words):
    tab_to(page, f"(e.tagName === 'BUTTON' || e.tagName === 'A') && {named(words)}")
    page.keyboard.press("Enter")


def open_session_by_keyboard(page, address):
    page.goto(address)
    page.wait_for_selector("h1")
    assert_accessible(page)
    tab_to(page, "e.tagName === 'A' && e.closest('.next-card, .map') && e.href.includes('/buka/s06')")
    page.keyboard.press("Enter")
    bench(page).wait_for(timeout=90_000)


def answer(workspace):
    return json.loads((workspace / "s06" / "jawaban" / "s06-rangkai.json").read_text(encoding="utf-8"))[
        "answer"
    ]


def test_a_learner_goes_from_the_door_to_the_mark_by_keyboard_alone(
    page, open_desk, workspace, stick, lentera, tmp_path
):
    desk = open_desk()
    open_session_by_keyboard(page, desk.address)
    assert_accessible(page, ".lentera")
    for start, end in WIRES:
        wire_by_keyboard(page, start, end)
    press_by_keyboard(page, "Buka kain")
    press_by_keyboard(page, "Nyalakan sakelar")
    last_sentence(page).filter(has_text="menyala").wait_for()
    press_by_keyboard(page, "Periksa")
    bench(page).get_by_text("Semua 8 sambungan cocok.").wait_for()
    assert_accessible(page, ".lentera")

    for label, number, unit in (("Tegangan baterai", "12,6", "V"), ("Arus lampu", "0,41", "A")):
        in_field = f"(e.closest('fieldset')?.querySelector('legend').innerText || '').startsWith({json.dumps(label)})"
        tab_to(page, f"e.tagName === 'INPUT' && e.type === 'text' && {in_field}")
        page.keyboard.type(number)
        page.keyboard.press("Tab")
        choose(page, unit)
    page.wait_for_timeout(500)

    tab_to(page, f"e.tagName === 'A' && {named('Beranda')}")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1")
    press_by_keyboard(page, "Serahkan Sesi 6")
    page.wait_for_url("**/tugas**")
    assert_accessible(page)
    tab_to(page, f"e.tagName === 'BUTTON' && {named('Serahkan')}")
    page.keyboard.press("Enter")
    page.wait_for_selector("#pesan")
    assert_accessible(page)
    envelopes = list(stick.rglob("*.amplop"))
    assert len(envelopes) == 1

    course = tmp_path / "kelas"
    lentera("learner", "add", "SM-07", "--track", "solar_mum", "--course", course)
    assert (
        json.loads(lentera("collect", stick, "--course", course, "--json"))["outcomes"][0]["learner"]
        == "SM-07"
    )
    lentera("grade", "s06", "--course", course)
    lentera("feedback", "s06", "--to", f"usb:{stick}", "--course", course)
    grid = json.loads(lentera("progress", "--class", "--format", "json", "--course", course))[0]
    assert "Belum dinilai" in json.dumps(grid, ensure_ascii=False)

    page.goto(desk.address)
    press_by_keyboard(page, "Tugas")
    page.wait_for_url("**/tugas**")
    press_by_keyboard(page, "Ambil umpan balik")
    page.wait_for_selector("#pesan")
    page.goto(desk.address)
    marks = page.get_by_role("region", name="Nilai saya")
    assert "70" in marks.inner_text()
    press_by_keyboard(page, "Baca umpan balik")
    page.wait_for_url("**/umpan/s06")
    assert page.outside == []


def test_a_learner_wires_with_the_mouse(page, open_desk, workspace):
    desk = open_desk()
    page.goto(desk.address)
    page.locator("a[href$='/buka/s06']").first.click()
    bench(page).wait_for(timeout=90_000)
    for number, (start, end) in enumerate(WIRES):
        if number % 2:
            socket(page, start).click()
            socket(page, end).click()
        else:
            socket(page, start).drag_to(socket(page, end))
        bench(page).locator("ol.wires > li").nth(number).wait_for()
    bench(page).get_by_role("button", name="Buka kain").click()
    bench(page).get_by_role("button", name="Nyalakan sakelar").click()
    last_sentence(page).filter(has_text="menyala").wait_for()
    bench(page).get_by_role("button", name="Periksa").click()
    bench(page).get_by_text("Semua 8 sambungan cocok.").wait_for()
    assert len(answer(workspace)["bench"]["wires"]) == len(WIRES)
    assert page.outside == []


def socket(page, terminal):
    return bench(page).locator(f"[data-terminal='{terminal}']:visible")


def test_a_pulled_plug_loses_nothing_that_was_on_the_screen(page, open_desk, workspace):
    desk = open_desk()
    page.goto(desk.address)
    page.locator("a[href$='/buka/s06']").first.click()
    bench(page).wait_for(timeout=90_000)
    for number, (start, end) in enumerate(WIRES[:5]):
        socket(page, start).click()
        socket(page, end).click()
        bench(page).locator("ol.wires > li").nth(number).wait_for()
    on_screen = bench(page).locator("ol.wires > li").all_text_contents()
    desk.kill()

    again = open_desk()
    page.goto(again.address)
    page.locator("a[href$='/buka/s06']").first.click()
    bench(page).wait_for(timeout=90_000)
    bench(page).locator("ol.wires > li").nth(4).wait_for()
    assert bench(page).locator("ol.wires > li").all_text_contents() == on_screen
