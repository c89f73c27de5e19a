"""The home pages in a real browser: every theme, every size, the keyboard alone."""

from itertools import pairwise

import pytest
from tests.accessible import WCAG, violations
from tests.lab.desks import make_content, start_desk

from lentera.course import content_root, load_course
from lentera.desk import THEMES, Desk
from lentera.progress import Score

pytestmark = pytest.mark.browser

PAGES = ["", "sesi", "tugas", "nilai", "cara", "bantuan", "kosong"]
RULES = (*WCAG, "best-practice")
# CSS pixels: the lent laptop, the small one, 200 % zoom on the lent one, 400 % zoom.
SCREENS = [(1366, 768), (1024, 600), (683, 384), (320, 640)]


@pytest.fixture
def home(page, shared_desk):
    page.goto(shared_desk.address)
    return page


def go(page, desk, path):
    page.goto(f"{desk.base}/lentera/{path}")


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_in_any_theme(home, shared_desk, path):
    # A colour on its way from one theme to the next is no colour of either.
    home.emulate_media(reduced_motion="reduce")
    go(home, shared_desk, path if path != "kosong" else "buka/s07")
    for theme in THEMES:
        home.evaluate("theme => { document.body.dataset.tema = theme; }", theme)
        assert violations(home, tags=RULES) == [], f"{path} {theme}"
    assert home.outside == []


@pytest.mark.parametrize("path", PAGES[:-1])
def test_nothing_scrolls_sideways(home, shared_desk, path):
    go(home, shared_desk, path)
    for width, height in SCREENS:
        home.set_viewport_size({"width": width, "height": height})
        for size in ("100", "200"):
            home.evaluate("size => { document.body.dataset.huruf = size; }", size)
            over = home.evaluate(
                "() => [...document.querySelectorAll('main *, header *')]"
                ".filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.sr, svg'))"
                ".map(e => e.outerHTML.slice(0, 120))"
            )
            wide = home.evaluate("() => document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, f"{path} at {width} px and {size} %: {wide} px too wide, {over[:3]}"
            assert over == [], f"{path} at {width} px and {size} %"


def stops(page, most=60):
    """Walk with Tab from the top to the end of the page and list what is met."""
    met = []
    page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
    for _press in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
                const e = document.activeElement;
                if (e === document.body) return null;
                const box = e.getBoundingClientRect(), look = getComputedStyle(e.closest('label') || e);
                const words = (e.innerText || e.labels?.[0]?.innerText || e.ariaLabel || '').replace(/\\s+/g, ' ').trim();
                return {words, name: e.name || '', width: box.width, height: box.height, top: box.top,
                        bottom: box.bottom, ring: look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2};
            }"""
        )
        if stop is None:
            return met
        met.append(stop)
    pytest.fail(f"{most} tabs did not leave the page: {[each['words'] for each in met[-5:]]}")


def test_the_keyboard_reaches_everything_in_order_and_is_seen(home):
    met = stops(home)
    words = [each["words"] for each in met]
    assert words[:8] == [
        "Langsung ke isi",
        "Lentera",
        "Beranda",
        "Sesi",
        "Nilai",
        "Tugas",
        "Bantuan",
        "Cara belajar saya",
    ]
    assert words[8].startswith("Mulai")
    assert any(each.startswith("Sesi 6") for each in words)
    assert words[-1] == "Ubah cara belajar"
    for each in met:
        assert each["ring"], f"no focus ring on {each['words']}"
        assert each["height"] >= 24, f"{each['words']} is {each['height']} px high"
        assert each["bottom"] > 0, f"{each['words']} is off the screen"
        assert each["top"] < 768, f"{each['words']} is off the screen"


def test_main_buttons_and_links_are_large_enough_for_a_shaking_hand(home, shared_desk):
    for path in PAGES[:-1]:
        go(home, shared_desk, path)
        small = home.evaluate(
            "() => [...document.querySelectorAll('.btn, nav a, .map a, select, input[type=text], label.pick')]"
            ".filter(e => e.getBoundingClientRect().height < 43.9).map(e => e.outerHTML.slice(0, 100))"
        )
        assert small == [], path


def test_the_skip_link_leads_to_the_content(home):
    home.keyboard.press("Tab")
    home.keyboard.press("Enter")
    assert home.evaluate("() => document.activeElement.id") == "isi"


def test_the_way_of_learning_is_chosen_by_keyboard_alone(home, shared_desk):
    go(home, shared_desk, "cara")

    def choose(name, value):
        for _press in range(40):
            if home.evaluate("() => document.activeElement.name") == name:
                break
            home.keyboard.press("Tab")
        for _press in range(8):
            if home.evaluate("() => document.activeElement.value") == value:
                return
            home.keyboard.press("ArrowDown")
        pytest.fail(f"{name} cannot be set to {value}")

    for size, theme in (("150", "kontras"), ("100", "terang")):
        choose("huruf", size)
        choose("tampilan", theme)
        choose("sapaan", "Kak")
        with home.expect_navigation(url="**/cara?pesan=*"):
            home.keyboard.press("Enter")
        assert home.evaluate("() => [document.body.dataset.huruf, document.body.dataset.tema]") == [
            size,
            theme,
        ]
        assert home.title().startswith("Cara belajar tersimpan di laptop ini.")
        assert home.evaluate("() => document.activeElement.id") == "pesan"


def test_headings_and_landmarks_have_their_own_names(home, shared_desk):
    for path in PAGES[:-1]:
        go(home, shared_desk, path)
        levels = home.evaluate(
            "() => [...document.querySelectorAll('h1,h2,h3')].map(e => Number(e.tagName[1]))"
        )
        assert levels[0] == 1
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels)), path
        names = home.evaluate(
            "() => [...document.querySelectorAll('section[aria-labelledby]')]"
            ".map(e => document.getElementById(e.getAttribute('aria-labelledby')).innerText)"
        )
        assert len(set(names)) == len(names)
        assert home.get_by_role("banner").count() == 1
        assert home.get_by_role("main").count() == 1
        assert home.get_by_role("navigation", name="Menu utama").count() == 1


def test_marks_of_several_sessions_fit_every_screen(page, tmp_path, curriculum):
    folder = tmp_path / "meja bernilai"
    desk = start_desk(folder / "meja", make_content(folder / "kursus", curriculum))
    try:
        course = load_course(content_root())
        with Desk(desk.workspace).recorder() as recorder:
            for number, session in enumerate(("s01", "s02", "s04", "s05")):
                recorder.handed_in(session)
                for task in course.sessions[session].tasks:
                    if number or task.grading == "auto":
                        recorder.graded(task.id, Score(task.points * (0.45 + number / 6), task.points))
        page.goto(desk.address)
        for path in ("", "nilai", "sesi"):
            go(page, desk, path)
            for width, height in SCREENS:
                page.set_viewport_size({"width": width, "height": height})
                for size in ("100", "200"):
                    page.evaluate("size => { document.body.dataset.huruf = size; }", size)
                    wide = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
                    assert wide <= 0, f"{path} at {width} px and {size} %: {wide} px too wide"
                    shown = page.evaluate(
                        "() => { const e = document.querySelector('.skip'), box = e.getBoundingClientRect();"
                        " return box.bottom > 0 && getComputedStyle(e).clipPath === 'none'; }"
                    )
                    assert not shown, f"{path} at {width} px and {size} %: the skip link peeks out"
        go(page, desk, "")
        assert page.get_by_role("link", name="Sesi 1", exact=False).count() == 0
        assert page.locator(".map li", has_text="Sesi 1").first.inner_text().endswith("Selesai")
        assert violations(page, tags=RULES) == []
    finally:
        desk.stop()


def test_the_systems_own_colours_show_one_current_entry(browser, shared_desk):
    context = browser.new_context(forced_colors="active", color_scheme="dark")
    page = context.new_page()
    page.goto(shared_desk.address)
    colours = page.eval_on_selector_all(
        ".top nav a", "all => all.map(e => getComputedStyle(e).borderBottomColor)"
    )
    assert colours[0] not in colours[1:]
    metal = page.eval_on_selector(".map .now .lt path[fill]", "e => getComputedStyle(e).stroke")
    paper = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert metal != paper
    context.close()
