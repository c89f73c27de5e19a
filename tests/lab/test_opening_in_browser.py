"""Opening a session: its widgets come alive, nothing else does, and she stays where she was."""

import json

import nbformat
import psutil
import pytest
from tests.lab.desks import LESSON, lesson, make_content, start_desk, write_notebook

pytestmark = pytest.mark.browser

VIEWS = {"Notebook 7": "/notebooks/", "JupyterLab": "/lab/tree/"}
ALIVE = ".jp-OutputArea-output >> text=lampu menyala"
BAR = "#lentera-desk-bar"


@pytest.fixture(scope="module")
def desk(tmp_path_factory, curriculum):
    folder = tmp_path_factory.mktemp("meja buka")
    desk = start_desk(folder / "meja", make_content(folder / "kursus", curriculum))
    changed = lesson()
    changed.cells[2].source = "print('lampu ' + 'curian')"
    write_notebook(desk.workspace / "s06" / "dari_luar.ipynb", changed)
    yield desk
    desk.stop()


def open_notebook(page, desk, view, path=LESSON):
    page.goto(f"{desk.base}{VIEWS[view]}{path}?token={desk.token}")
    # JupyterLab may bring back a tab of an earlier visit, whose cells are hidden.
    page.wait_for_selector(".jp-Notebook .jp-Cell:visible", timeout=60_000)


def status(page):
    return page.locator(f"{BAR} [role=status]")


@pytest.mark.parametrize("view", VIEWS)
def test_widgets_come_alive_without_run(page, desk, view):
    before = (desk.workspace / LESSON).read_bytes()
    open_notebook(page, desk, view)
    page.wait_for_selector(ALIVE, timeout=60_000)
    page.get_by_role("combobox", name="Alat").wait_for()
    page.wait_for_function(
        "() => document.querySelector('#lentera-desk-bar [role=status]').innerText === 'Sesi 6 siap.'"
    )
    assert page.locator(".jp-OutputArea-output", has_text="tidak sendiri").count() == 0
    if view == "Notebook 7":
        assert page.title() == "Sesi 6 · Lentera"
    # Focus is where Jupyter puts it, on the first cell, and the page has not moved.
    page.wait_for_function(
        "() => document.activeElement.closest('.jp-Cell') === document.querySelector('.jp-Cell')"
    )
    assert page.evaluate("() => document.querySelector('.jp-WindowedPanel-outer').scrollTop") == 0
    page.wait_for_timeout(2_000)
    assert page.locator(".jp-mod-dirty").count() == 0
    assert (desk.workspace / LESSON).read_bytes() == before
    assert page.outside == []


@pytest.mark.parametrize("view", VIEWS)
def test_a_notebook_from_elsewhere_does_not_run(page, desk, view):
    open_notebook(page, desk, view, "s06/dari_luar.ipynb")
    page.wait_for_selector(BAR)
    page.wait_for_timeout(4_000)
    assert page.locator(".jp-OutputArea-output", has_text="lampu curian").count() == 0
    if view == "Notebook 7":  # JupyterLab also opens again what was open before
        assert status(page).inner_text() == ""


def test_a_changed_live_cell_waits_for_her(page, desk):
    mine = nbformat.read(desk.workspace / LESSON, as_version=4)
    original = mine.cells[2].source
    mine.cells[2].source = original + "\nprint('milik ' + 'saya')"
    write_notebook(desk.workspace / LESSON, mine)
    try:
        open_notebook(page, desk, "Notebook 7")
        page.wait_for_function(
            "() => document.querySelector('#lentera-desk-bar [role=status]')?.innerText.includes('sudah diubah')",
            timeout=60_000,
        )
        assert page.locator(".jp-OutputArea-output", has_text="milik saya").count() == 0
    finally:
        mine.cells[2].source = original
        write_notebook(desk.workspace / LESSON, mine)


def test_a_kernel_that_died_comes_alive_again(page, desk):
    open_notebook(page, desk, "Notebook 7")
    page.wait_for_selector(ALIVE, timeout=60_000)
    page.evaluate(
        "() => { for (const e of document.querySelectorAll('.jp-OutputArea-output')) e.dataset.before = ''; }"
    )
    server = psutil.Process(desk.process.pid)
    for kernel in server.children(recursive=True):
        kernel.kill()
    page.wait_for_selector(".jp-OutputArea-output:not([data-before]) >> text=lampu menyala", timeout=60_000)


@pytest.mark.parametrize("view", VIEWS)
def test_letters_never_change_the_notebook(page, desk, view):
    open_notebook(page, desk, view)
    choice = page.get_by_role("combobox", name="Alat")
    choice.wait_for(timeout=60_000)
    # JupyterLab opens beside it what was open before, so the cells of this notebook alone are counted.
    cells = page.locator(".jp-NotebookPanel", has=choice).locator(".jp-Cell")
    whole = len(json.loads((desk.workspace / LESSON).read_text(encoding="utf-8"))["cells"])
    cells.nth(whole - 1).wait_for(state="attached")
    for place in (choice, cells.first):
        place.focus()
        for key in [
            *"abcdefghijklmnopqrstuvwxyz0123456",
            "Shift+A",
            "Shift+B",
            "Shift+M",
            "Shift+L",
            "Control+Backspace",
            "Control+Shift+M",
            "ArrowLeft",
            "d",
            "d",
            "0",
            "0",
        ]:
            page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert cells.count() == whole
    choice.focus()
    page.keyboard.press("b")
    assert choice.input_value() == "Buzzer"
    assert page.get_by_role("dialog").count() == 0


def test_home_is_an_early_stop_and_saves_on_the_way(page, desk):
    open_notebook(page, desk, "Notebook 7")
    page.wait_for_selector(ALIVE, timeout=60_000)
    page.evaluate("() => { document.body.tabIndex = -1; document.body.focus(); }")
    met = []
    while "Beranda" not in met and len(met) < 3:
        page.keyboard.press("Tab")
        met.append(page.evaluate("() => document.activeElement.innerText"))
    assert "Beranda" in met, met
    page.keyboard.press("Enter")
    page.wait_for_url("**/lentera/")
    assert page.get_by_role("heading", level=1).inner_text().startswith("Selamat")


@pytest.mark.parametrize("view", VIEWS)
def test_the_look_she_chose_is_the_notebooks_look(page, desk, view):
    preferences = desk.workspace / ".lentera" / "preferensi.json"
    page.goto(f"{desk.base}/lentera/?token={desk.token}")
    page.goto(f"{desk.base}/lentera/cara")
    page.get_by_label("Kontras").check()
    page.get_by_label("150 %").check()
    page.get_by_role("button", name="Simpan", exact=True).click()
    page.wait_for_url("**/cara?pesan=*")
    assert json.loads(preferences.read_text(encoding="utf-8"))["theme"] == "kontras"
    open_notebook(page, desk, view)
    page.wait_for_function("() => document.body.dataset.jpThemeName === 'JupyterLab Dark High Contrast'")
    assert page.evaluate("() => [document.body.dataset.tema, document.body.dataset.huruf]") == [
        "kontras",
        "150",
    ]
    size = page.evaluate(
        "() => getComputedStyle(document.documentElement).getPropertyValue('--jp-content-font-size1').trim()"
    )
    assert size == "24px"


def test_tools_stay_where_there_is_code_to_run_and_go_where_there_is_none(page, desk):
    open_notebook(page, desk, "Notebook 7")
    page.wait_for_selector(ALIVE, timeout=60_000)
    menus = page.get_by_role("menubar")
    assert menus.is_visible()  # one cell waits for her Run
    whole = (desk.workspace / LESSON).read_bytes()
    mine = nbformat.reads(whole.decode(), as_version=4)
    mine.cells = [cell for cell in mine.cells if cell.id != "latihan"]
    write_notebook(desk.workspace / LESSON, mine)
    try:
        open_notebook(page, desk, "Notebook 7")
        page.wait_for_selector(ALIVE, timeout=60_000)
        menus.wait_for(state="hidden")
        assert page.locator(".jp-NotebookPanel-toolbar").is_hidden()
    finally:
        (desk.workspace / LESSON).write_bytes(whole)


def test_a_deleted_box_gets_words_now_and_at_the_next_opening(page, desk):
    gone = "() => document.querySelector('#lentera-desk-bar [role=status]')?.innerText.includes('latihan hilang')"
    whole = (desk.workspace / LESSON).read_bytes()
    try:
        open_notebook(page, desk, "Notebook 7")
        page.wait_for_selector(ALIVE, timeout=60_000)
        page.wait_for_function(
            "() => document.querySelector('#lentera-desk-bar [role=status]').innerText === 'Sesi 6 siap.'"
        )
        page.locator(".jp-CodeCell").nth(1).click(position={"x": 4, "y": 4})
        page.keyboard.press("Escape")
        page.locator(".lm-MenuBar-item", has_text="Edit").click()
        page.get_by_role("menuitem", name="Delete Cell").click()
        page.wait_for_function(gone)
        page.keyboard.press("Control+s")
        page.wait_for_timeout(1_000)
        open_notebook(page, desk, "Notebook 7")
        page.wait_for_function(gone, timeout=60_000)
    finally:
        (desk.workspace / LESSON).write_bytes(whole)
