"""The multimeter on the screen: by mouse, by dragging, by lists, by keys alone, in every way people look at it."""

from typing import Any

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.place import Place
from lentera.tasks import RULE_SETS
from lentera.widgets.meter.session import MeterSession

pytestmark = pytest.mark.browser

TASK = "s04-ukur"
FILLED: tuple[dict[str, Any], ...] = (
    {"do": "turn", "mode": "volts"},
    {"do": "touch", "red": "battery.plus", "black": "battery.minus"},
    {"do": "note"},
    {"do": "thing", "thing": "siang"},
    {"do": "touch", "red": "lamp1.plus", "black": "lamp1.minus"},
    {"do": "note"},
    {"do": "use", "field": "tegangan_baterai", "number": 1},
    {"do": "check"},
    {"do": "hint"},
    {"do": "plug", "probe": "red", "socket": "ten_amp"},
    {"do": "touch", "red": "battery.plus", "black": "battery.minus"},
)


def meter(place: Place, *messages: dict[str, Any]) -> MeterSession:
    session = MeterSession(place, TASK, [RULE_SETS[TASK]], {TASK: 24.0})
    for message in messages:
        session.handle(message)
    return session


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_the_meter(screen: Any, place: Place, mode: str) -> None:
    shown = screen(meter(place, *FILLED), mode)
    for details in shown.page.locator("details").all():
        details.evaluate("one => { one.open = true; }")
    assert shown.faults() == []
    assert shown.axe() == []


def test_an_untouched_meter_is_whole(screen: Any, place: Place) -> None:
    shown = screen(meter(place))
    assert shown.faults() == []
    assert shown.axe() == []


def press(shown: Any, terminal: str) -> None:
    shown.page.locator(".table2").scroll_into_view_if_needed()
    box = shown.page.locator(f'.hit[data-terminal="{terminal}"]').bounding_box()
    shown.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    shown.settle()


def drag(shown: Any, probe: str, terminal: str) -> None:
    """Take a probe at its handle and lay its tip on a terminal."""
    shown.page.locator(".table2").scroll_into_view_if_needed()
    grip = shown.page.locator(f'[data-probe="{probe}"]').evaluate(
        "one => { const at = one.getPointAtLength(one.getTotalLength() / 2).matrixTransform(one.getScreenCTM());"
        " return [at.x, at.y]; }"
    )
    tip = shown.page.locator(f'[data-tip="{probe}"]').evaluate(
        "one => { const path = [...one.querySelectorAll('path')].find((p) => p.getAttribute('stroke') === 'var(--screw2)');"
        " const at = path.getPointAtLength(0).matrixTransform(path.getScreenCTM()); return [at.x, at.y]; }"
    )
    box = shown.page.locator(f'.hit[data-terminal="{terminal}"]').bounding_box()
    goal = (box["x"] + box["width"] / 2 - tip[0] + grip[0], box["y"] + box["height"] / 2 - tip[1] + grip[1])
    shown.page.mouse.move(*grip)
    shown.page.mouse.down()
    shown.page.mouse.move((grip[0] + goal[0]) / 2, (grip[1] + goal[1]) / 2)
    shown.page.mouse.move(*goal)
    shown.page.mouse.up()
    shown.settle()


def test_pressing_dragging_lists_and_keys_put_the_probes_alike(screen: Any, place: Place) -> None:
    session = meter(place, {"do": "turn", "mode": "volts"})
    shown = screen(session)
    desks = []

    def kept() -> None:
        desks.append(session._state.desk)
        shown.page.get_by_role("button", name="Angkat keduanya").click()
        shown.settle()

    press(shown, "battery.plus")
    press(shown, "battery.minus")
    assert shown.live.startswith("Hitam di Baterai −. Terbaca 12,60\u00a0V.")
    assert shown.heard[-1] == "Hitam di baterai minus. Terbaca 12,60 V."
    kept()
    drag(shown, "red", "battery.plus")
    drag(shown, "black", "battery.minus")
    kept()
    shown.page.get_by_label("Kabel merah +").select_option("battery.plus")
    shown.page.get_by_label("Kabel hitam −").select_option("battery.minus")
    assert session._state.desk.red is None, "choosing in a list touches nothing yet"
    shown.page.get_by_role("button", name="Tempelkan").click()
    shown.settle()
    kept()
    shown.page.get_by_label("Kabel merah +").focus()
    shown.press("ArrowDown", "Tab", "ArrowDown", "ArrowDown", "Tab", "Enter")
    kept()
    assert len(set(desks)) == 1
    assert (desks[0].red, desks[0].black) == ("battery.plus", "battery.minus")


def test_a_double_click_puts_down_one_probe(screen: Any, place: Place) -> None:
    session = meter(place, {"do": "turn", "mode": "volts"})
    shown = screen(session)
    box = shown.page.locator('.hit[data-terminal="battery.plus"]').bounding_box()
    shown.page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    shown.settle()
    assert (session._state.desk.red, session._state.desk.black) == ("battery.plus", None)


def test_the_task_is_finished_by_mouse(screen: Any, place: Place) -> None:
    session = meter(place)
    shown = screen(session)
    page = shown.page
    page.locator('.meterpic [data-mode="volts"]').click()
    for thing, part in (
        ("bagian lepas", "battery"),
        ("bagian lepas", "panel"),
        ("kit terpasang, siang", "lamp1"),
    ):
        page.get_by_role("radio", name=thing).click()
        page.get_by_role("radio", name="merah").click()
        shown.settle()
        press(shown, f"{part}.plus")
        press(shown, f"{part}.minus")
        page.get_by_role("button", name="Catat ukur").click()
        shown.settle()
    assert page.locator("table.notes tbody tr").count() == 3
    for index, box in enumerate(page.locator(".answer").all()):
        box.get_by_label("Dari catatan ukur").select_option(str(index + 1))
        box.get_by_role("button", name="Pakai ukuran ini").click()
        shown.settle()
    page.get_by_role("button", name="Periksa").click()
    shown.settle()
    assert session.view["check"]["holds"]
    assert "Tiga tegangan tercatat dengan satuannya." in page.locator(".fb").inner_text()


def test_the_task_is_finished_by_keyboard_alone(screen: Any, place: Place) -> None:
    session = meter(place)
    shown = screen(session)
    shown.tab_to("radio", "mati")
    shown.press("ArrowRight")
    assert shown.live.startswith("Tombol sekarang di V volt (DC).")
    shown.tab_to("combobox", "Kabel merah")
    shown.press("ArrowDown")
    shown.tab_to("combobox", "Kabel hitam")
    shown.press("ArrowDown", "ArrowDown")
    shown.tab_to("button", "Tempelkan")
    shown.press("Enter")
    assert shown.heard[-1] == "Merah di baterai plus. Hitam di baterai minus. Terbaca 12,60 V."
    shown.tab_to("button", "Catat ukur")
    shown.press("Enter")
    assert shown.heard[-1] == "Catatan 1: merah di baterai plus, hitam di baterai minus. Hasil 12,60 V."
    shown.tab_to("combobox", "Dari catatan ukur")
    shown.press("ArrowDown")
    shown.tab_to("button", "Pakai ukuran ini (Tegangan baterai)")
    shown.press("Enter")
    assert shown.heard[-1] == "Tegangan baterai: 12,60 V, dari catatan 1."
    # The other two come from a real meter.
    shown.page.evaluate("document.querySelectorAll('.answer input')[0].focus()")
    for number in ("20,4", "12,7"):
        shown.press("Tab")
        shown.tab_to("textbox", "Angka")
        shown.page.keyboard.type(number)
        shown.press("Tab", "ArrowDown")
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    assert session.view["check"]["holds"]
    assert shown.heard[-1].startswith("Tiga tegangan tercatat dengan satuannya.")


def test_a_blown_fuse_is_heard_seen_and_replaced_by_keyboard(screen: Any, place: Place) -> None:
    session = meter(place, {"do": "turn", "mode": "volts"}, FILLED[1])
    shown = screen(session)
    shown.tab_to("DisclosureTriangle", "Colokan: merah di VΩ, hitam di COM")
    shown.press("Enter")
    shown.tab_to("combobox", "Colokan merah")
    shown.press("Home")
    assert session.view["meter"]["red_socket"] == "volt_ohm", "choosing in the list plugs nothing yet"
    shown.tab_to("button", "Colokkan (Colokan merah)")
    shown.press("Enter")
    assert "Sekering multimeter putus" in shown.heard[-1]
    assert "sekering putus" in shown.page.locator(".meterpic").inner_html()
    shown.tab_to("button", "Angkat keduanya")
    shown.press("Enter")
    shown.tab_to("button", "Ganti sekering multimeter")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Sekering multimeter sudah diganti.")
    assert shown.focused()["name"].startswith("Kabel merah")


def test_removing_a_row_leaves_the_focus_on_its_neighbour(screen: Any, place: Place) -> None:
    shown = screen(meter(place, *FILLED[:3], {"do": "note"}))
    shown.tab_to("button", "Hapus Catatan 1")
    shown.press("Enter")
    assert shown.heard[-1] == "Catatan 1 dihapus."
    assert shown.focused()["name"].startswith("Hapus Catatan 2")
    shown.press("Enter")
    assert shown.focused()["name"] == "Catat ukur"


def test_tab_walks_through_the_meter_and_out_again(screen: Any, place: Place) -> None:
    stops = screen(meter(place, *FILLED)).stops()
    for wanted in ("radio kit terpasang, siang", "button Catat ukur", "button Tempelkan", "button Periksa"):
        assert wanted in stops
    assert stops.index("button Catat ukur") < stops.index("button Tempelkan") < stops.index("button Periksa")


def test_free_play_has_no_answers(screen: Any, place: Place) -> None:
    shown = screen(MeterSession(place, "s04-ukur-bebas"))
    assert shown.page.get_by_role("button", name="Periksa").count() == 0
    assert shown.faults() == []
