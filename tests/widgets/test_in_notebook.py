"""The widgets in a real Notebook 7: by keyboard alone, by mouse, for axe, at any size, with the kernel gone."""

import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.accessible import violations

from lentera.desk import Desk, Preferences
from lentera.words import Address

pytestmark = pytest.mark.browser

PID = "import os, pathlib; pathlib.Path('pid').write_text(str(os.getpid()))\n"
BENCH = PID + "from lentera import kelas; kelas.rangkai_surya()"
FORMS = (
    "from lentera import kelas; kelas.catat_ukur('s06-ukur')",
    "kelas.daftar_periksa('s06-kit')",
    "kelas.kuis('s06-pintu')",
    "kelas.cek('s06-sambungan'); kelas.halo('s06')",
)
LOOKED_AT = "lihat.ipynb"
LEADS = (
    ("battery.plus", "fuse.a"),
    ("fuse.b", "controller.battery_plus"),
    ("battery.minus", "controller.battery_minus"),
    ("panel.plus", "controller.pv_plus"),
    ("panel.minus", "controller.pv_minus"),
    ("controller.load_plus", "switch.a"),
    ("switch.b", "lamp1.plus"),
    ("controller.load_minus", "lamp1.minus"),
)


@pytest.fixture
def show(browser: Any, notebooks: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Open a notebook, run its cells by keyboard, and return the page; what went wrong in it fails the test."""
    opened: list[Any] = []
    broken: list[str] = []

    def go(
        *cells: str,
        width: int = 1366,
        height: int = 768,
        answers: bool = False,
        touch: bool = False,
        **look: Any,
    ) -> Any:
        if not answers:
            _forget(notebooks)
        Desk(notebooks.root).set_preferences(Preferences(address=Address.IBU, name="Rahma", **look))
        page = browser.new_page(viewport={"width": width, "height": height}, has_touch=touch)
        opened.append(page)
        page.on("console", lambda message: _note(broken, message))
        _open(page, notebooks, f"{tmp_path.name}.ipynb", cells)
        return page

    yield go
    for page in opened:
        page.close()
    notebooks.stop_kernels(besides=LOOKED_AT)
    assert broken == []


@pytest.fixture(scope="module")
def opened_once(browser: Any, notebooks: Any) -> Iterator[Any]:
    """The bench and the forms in one notebook, for all tests that only look."""
    _forget(notebooks)
    Desk(notebooks.root).set_preferences(Preferences(address=Address.IBU, name="Rahma"))
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    broken: list[str] = []
    page.on("console", lambda message: _note(broken, message))
    _open(page, notebooks, LOOKED_AT, (BENCH, *FORMS))
    yield page
    page.close()
    assert broken == []


@pytest.fixture
def looked_at(opened_once: Any) -> Iterator[Any]:
    """That page as it was opened, whatever another test has set."""
    yield opened_once
    opened_once.set_viewport_size({"width": 1366, "height": 768})
    opened_once.emulate_media(forced_colors="none", reduced_motion="no-preference")
    opened_once.evaluate(
        "document.querySelectorAll('.lentera').forEach(one => { one.dataset.huruf = '100'; })"
    )


def _forget(notebooks: Any) -> None:
    """Take away what other tests have answered."""
    answers = notebooks.root / "s06" / "jawaban"
    for old in (*answers.glob("*.json"), *(answers / ".riwayat").glob("*")):
        old.unlink()


def _open(page: Any, notebooks: Any, name: str, cells: tuple[str, ...]) -> None:
    page.goto(notebooks.write(name, *cells))
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    for patience in (8, 12, 20, 40):  # keys pressed before the kernel is there are lost
        _run_all(page, len(cells))
        if _appear(page, len(cells), patience):
            return
    pytest.fail("the cells did not run")


def _run_all(page: Any, cells: int) -> None:
    page.wait_for_function(
        "document.querySelector('.jp-Notebook-ExecutionIndicator')?.dataset.status === 'idle'"
    )
    page.locator(".jp-Cell").first.click(position={"x": 5, "y": 5})
    for _cell in range(cells - 1):
        page.keyboard.press("Shift+Enter")
    page.keyboard.press("Control+Enter")


def _appear(page: Any, cells: int, patience: int) -> bool:
    from playwright.sync_api import TimeoutError as TooLateError

    try:
        page.wait_for_function(
            f"document.querySelectorAll('.jp-Notebook .lentera').length >= {cells}", timeout=patience * 1000
        )
    except TooLateError:
        return False
    return True


def _note(broken: list[str], message: Any) -> None:
    if message.type == "error" and "lentera" in message.text.lower():
        broken.append(message.text)


def last(page: Any) -> str:
    text: str = page.locator(".lentera .say [role=status]").first.inner_text()
    return text


def wait_for_lead(page: Any, number: int) -> None:
    page.wait_for_function(f"document.querySelectorAll('.lentera .wire').length === {number}")


def tab_to(page: Any, wanted: str) -> None:
    """Press Tab until the element with this label has the focus."""
    for _press in range(80):
        if page.evaluate(
            """wanted => { const here = document.activeElement;
                const name = here.labels?.[0]?.textContent || here.textContent || '';
                return !!here.closest('.lentera') && name.trim().startsWith(wanted); }""",
            wanted,
        ):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"80 times Tab does not lead to {wanted!r}")


def choose(page: Any, terminal: str) -> None:
    """Choose an option of the focused list with the arrow keys."""
    page.keyboard.press("Home")
    for _press in range(20):
        if page.evaluate("document.activeElement.value") == terminal:
            return
        page.keyboard.press("ArrowDown")
    pytest.fail(f"the list does not offer {terminal}")


def outside(page: Any) -> list[str]:
    """Everything of ours that sticks out of its root to the right, or scrolls sideways."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('.lentera')].flatMap(root => {
            const edge = root.getBoundingClientRect().right + 1;
            return [...root.querySelectorAll('*')].filter(one => !one.closest('.sr') && !one.closest('svg') &&
                one.getClientRects().length && one.getBoundingClientRect().right > edge)
                .map(one => one.className + ' ' + one.textContent.slice(0, 40));
        })"""
    )
    return found


def test_the_whole_lamp_by_keyboard_alone(show: Callable[..., Any], notebooks: Any) -> None:
    page = show(BENCH)
    for number, (start, end) in enumerate(LEADS, start=1):
        if number == 1:
            tab_to(page, "Dari")
        choose(page, start)
        page.keyboard.press("Tab")
        choose(page, end)
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        wait_for_lead(page, number)
        assert f"Kabel {number} terpasang" in last(page)
        # The focus waits at the start of the form for the next lead.
        assert page.evaluate("document.activeElement.labels?.[0]?.textContent") == "Dari"
    for control, says in (
        ("Buka kain", "Kain panel dibuka."),
        ("Nyalakan sakelar", "Lampu 1 menyala."),
        ("Periksa", "Semua sudah tepat."),
    ):
        page.evaluate("document.querySelector('.lentera .bar button').focus()")
        tab_to(page, control)
        page.keyboard.press("Space")
        page.wait_for_function(
            "says => document.querySelector('.lentera .say').innerText.includes(says)", arg=says
        )
    assert "Bagus, Bu." in page.locator(".lentera .fb").inner_text()
    stored = json.loads((notebooks.root / "s06/jawaban/s06-rangkai.json").read_text(encoding="utf-8"))
    assert len(stored["answer"]["rounds"]) == 1

    # Taking a lead off leads to the next one, and from the last one back to the form.
    page.locator(".lentera .wire button:visible").nth(6).focus()
    page.keyboard.press("Enter")
    wait_for_lead(page, 7)
    assert "kabel 8" in page.evaluate("document.activeElement.textContent")
    for left in range(6, -1, -1):
        page.keyboard.press("Enter")
        wait_for_lead(page, left)
    assert page.evaluate("document.activeElement.labels?.[0]?.textContent") == "Dari"

    # Starting over asks first, in the page; Escape takes it back.
    tab_to(page, "Mulai lagi")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Batal"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "Mulai lagi"
    page.keyboard.press("Enter")
    tab_to(page, "Ya, mulai lagi")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "document.querySelector('.lentera .say').innerText.includes('Meja rangkai dikosongkan.')"
    )


def _socket(page: Any, terminal: str) -> tuple[float, float]:
    page.locator(".lentera .pic:visible").scroll_into_view_if_needed()
    box = page.locator(f'.lentera [data-terminal="{terminal}"]:visible').bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_the_mouse_clicks_and_drags(show: Callable[..., Any]) -> None:
    page = show(BENCH, height=1000)
    for number, (start, end) in enumerate(LEADS, start=1):
        x, y = _socket(page, start)
        if number % 2:
            page.mouse.click(x, y)
            assert "Tekan lubang kedua." in last(page)
            page.mouse.click(*_socket(page, end))
        else:
            page.mouse.move(x, y)
            page.mouse.down()
            page.mouse.move(*_socket(page, end), steps=6)
            page.mouse.up()
        wait_for_lead(page, number)
    # Dropped beside every socket, or chosen and cancelled: nothing is joined.
    page.mouse.move(*_socket(page, "lamp2.plus"))
    page.mouse.down()
    x, y = _socket(page, "lamp2.minus")
    page.mouse.move(x, y + 90, steps=4)
    page.mouse.up()
    assert "Kabel belum tersambung." in last(page)
    page.mouse.click(*_socket(page, "lamp2.plus"))
    page.locator(".lentera .bar button").first.focus()
    page.keyboard.press("Escape")
    assert "Pilihan dibatalkan." in last(page)
    wait_for_lead(page, 8)
    # Sockets are big enough to hit, and do not overlap.
    sizes = page.evaluate(
        """[...document.querySelectorAll('.lentera [data-terminal]')]
            .map(one => one.getBoundingClientRect().width).filter(Boolean)"""
    )
    assert len(sizes) == 18
    assert min(sizes) >= 43.5


HEAR = """() => { window.heard = [];
    const words = node => node.nodeType === 3 ? node.textContent
        : node.nodeType !== 1 || node.hidden || node.ariaHidden === 'true' ? '' : [...node.childNodes].map(words).join('');
    for (const live of document.querySelectorAll('.lentera [role=status]')) {
        let before = words(live);
        new MutationObserver(() => { const now = words(live); if (now !== before) window.heard.push(now); before = now; })
            .observe(live, { childList: true, subtree: true, characterData: true });
    } }"""


def test_each_gesture_is_told_exactly_once(show: Callable[..., Any]) -> None:
    page = show(BENCH)
    bench = page.locator(".lentera")
    page.evaluate(HEAR)

    def press(name: str) -> None:
        bench.get_by_role("button", name=name, exact=True).press("Enter")

    def join(start: str, end: str) -> None:
        bench.locator("select").nth(0).select_option(start)
        bench.locator("select").nth(1).select_option(end)
        press("Sambungkan")

    gestures: tuple[tuple[Callable[[], None], str], ...] = (
        (lambda: press("Urungkan"), "Urungkan dan Ulangi menunggu langkah pertama."),
        (lambda: press("Urungkan"), "Urungkan dan Ulangi menunggu langkah pertama."),
        (lambda: press("Periksa"), "Meja rangkai masih kosong. Mulai dari baterai."),
        (lambda: press("Periksa"), "Meja rangkai masih kosong. Mulai dari baterai."),
        (lambda: press("Sambungkan"), "Pilih dua ujung kabel: Dari dan Ke."),
        (lambda: press("Sambungkan"), "Pilih dua ujung kabel: Dari dan Ke."),
        (lambda: press("Petunjuk 1 dari 3"), "Petunjuk 1: Siapa yang disambung pertama?"),
        (lambda: join("battery.plus", "fuse.a"), "Kabel 1 terpasang: baterai plus ke sekering kiri."),
        (lambda: join("battery.plus", "fuse.a"), "Dua lubang ini sudah tersambung oleh kabel 1."),
        (lambda: join("battery.plus", "fuse.a"), "Dua lubang ini sudah tersambung oleh kabel 1."),
        (
            lambda: join("fuse.b", "battery.minus"),
            "Kabel 2 terpasang: sekering kanan ke baterai minus. Sekering",
        ),
        (lambda: press("Ganti sekering"), "Sekering bisa diganti setelah hubung singkat dilepas."),
        (lambda: press("Ganti sekering"), "Sekering bisa diganti setelah hubung singkat dilepas."),
        (lambda: press("Urungkan"), "Diurungkan. Kabel 2 tidak terpasang: sekering kanan ke baterai minus."),
        (lambda: press("Ulangi"), "Diulangi. Kabel 2 terpasang: sekering kanan ke baterai minus."),
        (lambda: press("Ulangi"), "Ulangi bisa ditekan sesudah Urungkan."),
    )
    for number, (gesture, says) in enumerate(gestures, start=1):
        gesture()
        page.wait_for_function("number => heard.length >= number", arg=number)
        heard = page.evaluate("heard")
        assert len(heard) == number, heard
        assert heard[-1].startswith(says)


def test_hands_that_press_everything_twice_do_it_once(show: Callable[..., Any]) -> None:
    page = show(BENCH, height=1000)
    bench = page.locator(".lentera")
    page.evaluate(HEAR)
    for number, (start, end) in enumerate(LEADS[:3], start=1):
        bench.locator("select").nth(0).select_option(start)
        bench.locator("select").nth(1).select_option(end)
        bench.get_by_role("button", name="Sambungkan").dblclick()
        wait_for_lead(page, number)
    page.mouse.dblclick(*_socket(page, "panel.plus"))
    page.mouse.dblclick(*_socket(page, "controller.pv_plus"))
    wait_for_lead(page, 4)
    page.wait_for_timeout(500)
    page.keyboard.press(
        "Escape"
    )  # the second press on PANEL + began a lead; Escape works wherever the focus is
    bench.get_by_role("button", name="Nyalakan sakelar").dblclick()
    bench.get_by_role("button", name="Matikan sakelar").wait_for()
    bench.locator(".wire button:visible").nth(1).dblclick(delay=80)
    wait_for_lead(page, 3)
    page.wait_for_timeout(500)
    wait_for_lead(page, 3)
    assert bench.get_by_role("button", name="Matikan sakelar").count() == 1
    heard = page.evaluate("heard")
    assert not [one for one in heard if "sudah tersambung" in one or "tidak ada di meja" in one], heard


def test_a_finger_drags_leads_up_and_down(show: Callable[..., Any]) -> None:
    page = show(BENCH, height=900, touch=True)
    fingers = page.context.new_cdp_session(page)
    for number, (start, end) in enumerate(
        (("controller.load_plus", "switch.a"), ("battery.minus", "controller.battery_minus")), start=1
    ):
        x, y = _socket(page, start)
        to_x, to_y = _socket(page, end)
        fingers.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
        for part in range(1, 9):
            point = {"x": x + (to_x - x) * part / 8, "y": y + (to_y - y) * part / 8}
            fingers.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
        fingers.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        wait_for_lead(page, number)
    page.touchscreen.tap(*_socket(page, "panel.plus"))
    page.touchscreen.tap(*_socket(page, "controller.pv_plus"))
    wait_for_lead(page, 3)


@pytest.mark.parametrize(("height", "room"), [(768, 666), (660, 558)])
def test_picture_live_line_and_check_are_seen_together(looked_at: Any, height: int, room: int) -> None:
    page = looked_at
    page.set_viewport_size({"width": 1366, "height": height})
    seen = page.evaluate(
        """() => { const box = name => document.querySelector('.lentera ' + name).getBoundingClientRect();
            return [box('.saybar').bottom - box('.bar').top, box('[data-terminal]').width]; }"""
    )
    assert seen[0] <= room
    # With room enough the sockets keep a finger's breadth.
    assert seen[1] >= (43.5 if height == 768 else 36)


def test_two_views_of_one_bench_stay_in_step(show: Callable[..., Any]) -> None:
    page = show(
        BENCH.replace("kelas.rangkai_surya()", "meja = kelas.rangkai_surya(); meja"), "meja", height=1000
    )
    first, second = page.locator(".lentera").nth(0), page.locator(".lentera").nth(1)
    first.locator("select").nth(0).select_option("battery.plus")
    first.locator("select").nth(1).select_option("fuse.a")
    first.get_by_role("button", name="Sambungkan").click()
    for view in (first, second):
        view.locator(".wire").wait_for()
        assert "Kabel 1 terpasang" in view.locator(".say").first.inner_text()


def test_axe_finds_nothing_in_any_theme(show: Callable[..., Any]) -> None:
    page = show(BENCH, *FORMS, theme="gelap")
    page.wait_for_function("() => !document.querySelector('.lentera:not([data-tema=gelap])')")
    bench = page.locator(".lentera").first
    for start, end in (LEADS[0], ("fuse.b", "controller.battery_minus"), LEADS[2]):
        bench.locator("select").nth(0).select_option(start)
        bench.locator("select").nth(1).select_option(end)
        bench.get_by_role("button", name="Sambungkan").click()
        page.wait_for_timeout(200)
    wait_for_lead(page, 3)
    for name in ("Periksa", "Petunjuk 1 dari 3", "Mulai lagi"):
        bench.get_by_role("button", name=name).click()
    for box in page.locator(".lentera").all()[1:]:
        if (check := box.get_by_role("button", name="Periksa")).count():
            check.click()
    page.wait_for_function("document.querySelectorAll('.lentera .note').length >= 5")
    for theme in ("terang", "gelap", "kontras"):
        page.evaluate(
            "theme => document.querySelectorAll('.lentera').forEach(one => { one.dataset.tema = theme; })",
            theme,
        )
        page.wait_for_timeout(300)
        assert violations(page, ".lentera") == [], theme


def test_letters_never_touch_the_notebook(show: Callable[..., Any]) -> None:
    page = show(BENCH, *FORMS[:3])
    cells = page.locator(".jp-Notebook .jp-Cell").count()
    code = "[...document.querySelectorAll('.jp-Notebook .cm-content')].map(one => one.textContent)"
    before = page.evaluate(code)
    page.evaluate("document.querySelectorAll('.lentera details').forEach(one => { one.open = true; })")
    stops = page.evaluate(
        """() => { window.stops = [...document.querySelectorAll('.lentera :is(a,button,input,select,textarea)')]
            .filter(one => one.checkVisibility()); return stops.length; }"""
    )
    assert stops > 40
    for index in range(stops):
        page.evaluate("index => { stops[index].focus(); }", index)
        assert page.evaluate("index => document.activeElement === stops[index]", index)
        page.keyboard.type("abcdefghijklmnopqrstuvwxyzdd0123")
        assert page.locator(".jp-Notebook .jp-Cell").count() == cells, f"stop {index}"
    assert page.evaluate(code) == before


def test_every_stop_shows_its_focus_and_is_big_enough(looked_at: Any) -> None:
    page = looked_at
    small = page.evaluate(
        """() => [...document.querySelectorAll('.lentera :is(button,select,input,textarea,a)')]
            .filter(one => one.getClientRects().length)
            .map(one => one.closest('label.pick') || one)
            .filter(one => { const box = one.getBoundingClientRect(); return box.width < 44 || box.height < 43.9; })
            .map(one => one.outerHTML.slice(0, 120))"""
    )
    assert small == []
    page.locator(".lentera select").first.focus()
    for _press in range(12):
        page.keyboard.press("Tab")
        ring = page.evaluate(
            """() => { const here = document.activeElement; if (!here.closest('.lentera')) return null;
                const shown = here.closest('label.pick') || here;
                const style = getComputedStyle(shown); return [style.outlineStyle, style.outlineWidth]; }"""
        )
        assert ring in (None, ["solid", "3px"])


def test_nothing_sticks_out_sideways(looked_at: Any) -> None:
    page = looked_at
    page.locator(".lentera").first.get_by_role("button", name="Periksa").click()
    page.wait_for_selector(".lentera .fb")
    for width, height in ((1366, 768), (1024, 600), (683, 384), (320, 640)):
        page.set_viewport_size({"width": width, "height": height})
        for size in ("100", "200"):
            page.evaluate(
                "size => document.querySelectorAll('.lentera').forEach(o => { o.dataset.huruf = size; })",
                size,
            )
            page.wait_for_timeout(200)
            assert outside(page) == [], (width, size)
            scrolls = page.evaluate(
                "[...document.querySelectorAll('.lentera')].filter(o => o.scrollWidth > o.clientWidth + 1).length"
            )
            assert scrolls == 0, (width, size)


def test_silence_of_the_kernel_is_told_in_words(show: Callable[..., Any], notebooks: Any) -> None:
    page = show(BENCH)
    kernel = int((notebooks.root / "s06/pid").read_text(encoding="utf-8"))
    switch = page.locator(".lentera").get_by_role("button", name="Nyalakan sakelar")
    os.kill(kernel, signal.SIGSTOP)
    try:
        switch.click()
        page.wait_for_timeout(600)
        switch.click()  # nothing has happened yet: she presses again, and still wants the lamp on
        notice = page.locator(".lentera .offline")
        notice.wait_for(timeout=8000)
        assert "Lentera belum menjawab." in notice.inner_text()
        assert "sudah tersimpan" in notice.inner_text()
    finally:
        os.kill(kernel, signal.SIGCONT)
    notice.wait_for(state="hidden", timeout=8000)
    assert "Sakelar dinyalakan." in last(page)


def test_a_killed_kernel_loses_nothing_that_was_on_the_screen(
    show: Callable[..., Any], notebooks: Any
) -> None:
    page = show(BENCH)
    bench = page.locator(".lentera")
    for number, (start, end) in enumerate(LEADS[:4], start=1):
        bench.locator("select").nth(0).select_option(start)
        bench.locator("select").nth(1).select_option(end)
        bench.get_by_role("button", name="Sambungkan").click()
        wait_for_lead(page, number)
    os.kill(int((notebooks.root / "s06/pid").read_text(encoding="utf-8")), signal.SIGKILL)
    time.sleep(0.2)
    page.close()
    again = show(BENCH, answers=True)
    wait_for_lead(again, 4)
    assert "sama seperti terakhir disimpan" in last(again)


def test_forced_colours_keep_every_edge(looked_at: Any) -> None:
    page = looked_at
    page.emulate_media(forced_colors="active")
    edges = page.evaluate(
        """() => [...document.querySelectorAll('.lentera :is(.btn,select)')].filter(one => one.getClientRects().length)
            .filter(one => parseFloat(getComputedStyle(one).borderTopWidth) < 2 ||
                getComputedStyle(one).borderTopColor === 'rgba(0, 0, 0, 0)').length"""
    )
    assert edges == 0
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.lentera .pic svg')).forcedColorAdjust")
        == "none"
    )


def test_reduced_motion_stops_every_transition(looked_at: Any) -> None:
    page = looked_at
    page.emulate_media(reduced_motion="reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll('.lentera *')]
            .filter(one => parseFloat(getComputedStyle(one).transitionDuration) > 0).length"""
    )
    assert moving == 0
