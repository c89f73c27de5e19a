"""The bench on the screen: finished by mouse and by keyboard alone, told to the ear, in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE
from tests.widgets.test_bench_session import BATTERY, LOAD, PANEL, TASKS, bench, join

from lentera.solar.bench import TERMINALS
from lentera.tasks import RULE_SETS
from lentera.widgets.bench.session import BenchSession
from lentera.widgets.drawing.words import board_words

pytestmark = pytest.mark.browser

WAY = (*BATTERY, *PANEL, *LOAD)
NAMES = {name: row["option"] for name, row in board_words("b")["terminals"].items()}
PLUGS = {name: row["option"] for name, row in board_words("a")["terminals"].items()}


def free(place, kit="b"):
    return BenchSession(
        place, f"s06-rangkai-bebas-{kit}", [RULE_SETS[task] for task in TASKS], free=True, kit=kit
    )


def spot(shown, terminal):
    """Where a socket is on the screen [px]."""
    found = shown.page.locator(f'.lentera [data-terminal="{terminal}"]').first.bounding_box()
    return found["x"] + found["width"] / 2, found["y"] + found["height"] / 2


def choose(shown, label):
    """Choose from the list in focus with the arrow keys, as people do who do not see it."""
    shown.page.keyboard.press("Home")
    for _press in range(40):
        if shown.focused()["value"] == label:
            return
        shown.page.keyboard.press("ArrowDown")
    raise AssertionError(f"{label!r} is not in the list; last: {shown.focused()}")


def join_by_keys(shown, start, end, names=NAMES):
    shown.tab_to("combobox", "Dari")
    choose(shown, names[start])
    shown.press("Tab")
    choose(shown, names[end])
    shown.tab_to("button", "Sambungkan")
    shown.press("Enter")


def filled(place):
    """A bench with everything on it: a mistake told while joining, a hot lead, a kept bench and a file."""
    session = free(place)
    session.handle({"do": "judging", "when": "live"})
    join(session, *PANEL, *BATTERY, *LOAD)
    session.handle({"do": "join", "start": "battery.plus", "end": "battery.minus", "cable": "cu050"})
    session.handle({"do": "clock", "hour": 9.5, "sky": "mendung"})
    session.handle({"do": "keep", "name": "dengan kabel panas"})
    session.handle({"do": "share", "name": "Lampu rumah"})
    return session


def open_folds(shown):
    shown.page.evaluate(
        "document.querySelectorAll('.lentera details').forEach((one) => { one.open = true; })"
    )


def test_the_whole_lamp_by_mouse_with_clicks_and_drags(screen, place):
    session = bench(place)
    shown = screen(session)
    for number, (start, end) in enumerate(WAY):
        (x, y), (to_x, to_y) = spot(shown, start), spot(shown, end)
        shown.page.mouse.move(x, y)
        shown.page.mouse.down()
        if number % 2:
            shown.page.mouse.move((x + to_x) / 2, (y + to_y) / 2)
            shown.page.mouse.move(to_x, to_y)
            shown.page.mouse.up()
        else:
            shown.page.mouse.up()
            shown.page.mouse.click(to_x, to_y)
        shown.settle()
        assert len(session.view["wires"]) == number + 1
    shown.page.get_by_role("button", name="Buka kain").click()
    shown.page.get_by_role("button", name="Nyalakan sakelar").click()
    shown.page.get_by_role("button", name="Periksa").click()
    assert shown.live.startswith("Semua sudah tepat. Putaran 1 dari 3 sudah tepat.")
    assert "Lampu 1 menyala." in " ".join(shown.heard)


def test_the_whole_lamp_by_keyboard_alone_in_words(screen, place):
    session = bench(place)
    shown = screen(session)
    for start, end in WAY:
        join_by_keys(shown, start, end)
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    heard = shown.heard
    assert "Kabel 3 terpasang: baterai minus ke pengatur baterai minus." in " ".join(heard)
    assert heard[-1].startswith("Semua sudah tepat.")
    assert [wire["id"] for wire in session.view["wires"]] == list(range(1, 9))


def test_the_plug_in_kit_by_keyboard_alone(screen, place):
    session = free(place, "a")
    shown = screen(session)
    for start, end in (("panel.out", "box.in"), ("box.out1", "hub1.in"), ("hub1.1", "lamp1.in")):
        join_by_keys(shown, start, end, PLUGS)
    shown.tab_to("button", "Buka kain")
    shown.press("Enter")
    assert shown.heard[-1] == "Kain panel dibuka. Panel mengisi lampu 1."
    shown.tab_to("button", "Nyalakan lampu 1")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Sakelar lampu 1 dinyalakan. Lampu 1 menyala.")
    assert shown.focused()["name"] == "Matikan lampu 1"


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_the_filled_bench(screen, place, mode):
    shown = screen(filled(place), mode)
    open_folds(shown)
    assert shown.axe() == []
    assert shown.faults() == []


def test_everyone_can_use_the_empty_bench(screen, place):
    shown = screen(bench(place))
    assert shown.axe() == []
    assert shown.faults() == []


@pytest.mark.parametrize("mode", ["terang", "320"])
def test_the_plug_in_kit_fits_the_screen(screen, place, mode):
    session = free(place, "a")
    plugs = (("panel.out", "box.in"), ("box.out1", "hub1.in"), ("box.out2", "hub2.in"))
    lamps = (("hub1.1", "lamp1.in"), ("hub1.2", "lamp2.in"), ("hub2.1", "lamp3.in"), ("hub2.3", "lamp4.in"))
    join(session, *plugs, *lamps)
    session.handle({"do": "cover"})
    session.handle({"do": "switch", "lamp": 3})
    shown = screen(session, mode)
    open_folds(shown)
    assert shown.faults() == []


def test_tab_walks_through_the_bench_and_out_again(screen, place):
    shown = screen(filled(place))
    open_folds(shown)
    stops = shown.stops()
    assert stops[0] == "button Urungkan"
    assert any(stop.startswith("slider Jam") for stop in stops)
    for wire in range(1, 10):
        assert any(stop.startswith(f"button Lepas kabel {wire}:") for stop in stops), stops
    assert "button Buka dengan kabel panas" in stops


def test_a_lead_is_changed_in_its_row_by_keyboard(screen, place):
    session = free(place)
    join(session, *BATTERY)
    shown = screen(session)
    shown.tab_to("button", "Ubah kabel 2")
    shown.press("Enter")
    assert shown.focused()["role"] == "combobox"
    choose(shown, "1,5\u00a0mm²")
    shown.press("Tab")
    shown.page.keyboard.press("Control+a")
    shown.page.keyboard.type("8,5")
    shown.press("Enter")
    assert session.view["wires"][1]["detail"] == "1,5\u00a0mm², 8,5\u00a0m, konektor tuas"
    assert shown.heard[-1].startswith("Kabel 2 sekarang 1,5 milimeter persegi, 8,5 meter, konektor tuas.")
    assert shown.focused()["name"].startswith("Ubah kabel 2")


def test_a_refused_length_stays_in_its_form_to_be_put_right(screen, place):
    session = free(place)
    join(session, *BATTERY)
    shown = screen(session)
    shown.tab_to("button", "Ubah kabel 2")
    shown.press("Enter")
    shown.tab_to("textbox", "Panjang")
    shown.page.keyboard.press("Control+a")
    shown.page.keyboard.type("99")
    shown.press("Enter")
    assert shown.heard[-1] == "Panjang di luar batas. Tulis angka dari 0,1 sampai 50 meter."
    assert (shown.focused()["role"], shown.focused()["value"]) == ("textbox", "99")
    shown.page.keyboard.press("Control+a")
    shown.page.keyboard.type("9")
    shown.press("Enter")
    assert session.view["wires"][1]["length"] == 9.0
    assert shown.focused()["name"].startswith("Ubah kabel 2")


def test_taking_the_last_lead_off_leaves_the_focus_at_hand(screen, place):
    session = bench(place)
    join(session, BATTERY[0], BATTERY[1])
    shown = screen(session)
    shown.tab_to("button", "Lepas kabel 1")
    shown.press("Enter")
    assert shown.focused()["name"].startswith("Lepas kabel 2")
    shown.press("Enter")
    assert shown.focused()["name"] == "Dari"


def test_the_day_is_moved_by_arrow_keys_and_told(screen, place):
    session = free(place)
    join(session, *BATTERY, *PANEL)
    session.handle({"do": "cover"})
    shown = screen(session)
    open_folds(shown)
    shown.tab_to("slider", "Jam")
    shown.press("ArrowRight", "ArrowRight")
    assert session.view["clock"]["text"] == "13.00, cerah"
    assert shown.heard[-1].startswith("Jam 13.00, langit cerah.")
    shown.press("End")
    assert session.view["picture"]["sky"] == "malam"
    shown.page.get_by_role("button", name="Urungkan").click()
    assert session.view["clock"]["hour"] is None


def test_keeping_opening_and_sharing_by_keyboard(screen, place):
    session = free(place)
    join(session, *BATTERY)
    shown = screen(session)
    open_folds(shown)
    shown.tab_to("textbox", "Nama simpanan")
    shown.page.keyboard.type("tiga kabel")
    shown.press("Enter")
    assert shown.heard[-1] == "“tiga kabel” tersimpan."
    shown.tab_to("button", "Lepas kabel 1")
    shown.press("Enter")
    shown.tab_to("button", "Buka tiga kabel")
    shown.press("Enter")
    assert len(session.view["wires"]) == len(BATTERY)
    shown.tab_to("textbox", "Nama berkas")
    shown.page.keyboard.type("Bu Siti")
    shown.press("Enter")
    assert (place.folder / "bagikan" / "bu-siti.rangkaian.json").exists()
    shown.tab_to("button", "Buka Bu Siti")
    shown.press("Enter")
    assert shown.heard[-1] == "Rangkaian dari berkas terbuka."


def test_picture_and_diagram_show_the_same_leads_and_numbers(screen, place):
    session = bench(place)
    join(session, *WAY)
    shown = screen(session)
    numbers = "[...document.querySelectorAll('.lentera [data-wire]')].filter((one) => one.getClientRects().length).map((one) => one.dataset.wire)"
    on_board = shown.page.evaluate(numbers)
    shown.tab_to("tab", "Gambar")
    shown.press("ArrowRight")
    assert shown.focused()["name"] == "Bagan"
    assert shown.page.evaluate(numbers) == on_board == [str(number) for number in range(1, 9)]
    assert shown.axe() == []
    assert shown.faults() == []


def test_every_terminal_is_offered_in_the_form_and_on_the_picture(screen, place):
    shown = screen(bench(place))
    offered = (
        shown.page.locator(".lentera select")
        .first.locator("option")
        .evaluate_all("(all) => all.map((one) => one.value).filter(Boolean)")
    )
    drawn = shown.page.evaluate(
        "[...document.querySelectorAll('.lentera [data-terminal]')].map((one) => one.dataset.terminal)"
    )
    assert set(offered) == set(TERMINALS)
    assert set(TERMINALS) <= set(drawn)
