"""The fault workshop on the screen: finished by mouse, by keyboard alone, and by ear."""

from pathlib import Path

import pytest
from tests.widgets.narrating import Narrator, same_as_golden
from tests.widgets.screens import EVERY_MODE

from lentera.tasks import RULE_SETS
from lentera.widgets.workshop.session import WorkshopSession

pytestmark = pytest.mark.browser

GOLDEN = Path(__file__).parent / "goldens" / "bengkel_satu_gangguan.txt"
TASKS = {"s10-gangguan": 40.0, "s10-hemat-ukur": 20.0}
SWITCH = "3"
"""Tab of SM-07 with the broken switch."""


def workshop(place):
    return WorkshopSession(place, "s10-gangguan", [RULE_SETS[task] for task in TASKS], TASKS)


def found(place):
    session = workshop(place)
    for message in (
        {"do": "tab", "tab": SWITCH},
        {"do": "look"},
        {"do": "measure", "red": "controller.load_plus", "black": "controller.load_minus"},
        {"do": "hint"},
        {"do": "measure", "red": "switch.b", "black": "controller.load_minus"},
        {"do": "part", "value": "switch"},
        {"do": "cause", "value": "switch-broken"},
        {"do": "decision", "value": "replace"},
        {"do": "check"},
        {"do": "log"},
    ):
        session.handle(message)
    return session


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_a_checked_case_with_its_row_of_the_service_log(screen, place, mode):
    shown = screen(found(place), mode)
    assert shown.axe() == []
    assert shown.faults() == []


def test_everyone_can_begin(screen, place):
    shown = screen(workshop(place))
    assert shown.axe() == []
    assert shown.faults() == []


def test_practice_with_a_kit_of_plugs_is_open_to_everyone(screen, place):
    session = workshop(place)
    for message in ({"do": "tab", "tab": "lain"}, {"do": "code", "code": "A2-0003"}, {"do": "look"}):
        session.handle(message)
    shown = screen(session)
    assert shown.axe() == []
    assert shown.faults() == []


def test_tab_walks_through_the_case_and_out_again(screen, place):
    stops = screen(found(place)).stops()
    assert stops[0].startswith("button Perbesar")
    assert "tab Kasus 3 selesai" in stops
    order = ["Cermati lampu", "Titik ukur", "Ukur", "Bagian", "Periksa", "Minta petunjuk", "Mulai lagi"]
    places = [
        next(n for n, stop in enumerate(stops) if stop.split(" ", 1)[1].startswith(name)) for name in order
    ]
    assert places == sorted(places)


def test_a_fault_is_found_by_mouse(screen, place):
    session = workshop(place)
    shown = screen(session)
    page = shown.page
    page.get_by_role("tab", name="Kasus 3").click()
    page.get_by_role("button", name="Cermati lampu dan layar").click()
    shown.settle()
    for terminal in ("switch.b", "controller.load_minus"):
        page.locator(f"circle[data-terminal='{terminal}']").click()
        shown.settle()
    page.get_by_role("button", name="Ukur", exact=True).click()
    assert shown.live.startswith("Ukuran 1: Sakelar kanan ke BEBAN\u00a0−. Hasilnya 0,00\u00a0V.")
    assert page.get_by_role("img", name="Multimeter: 0,00\u00a0volt").count() == 1
    page.get_by_label("Titik ukur").select_option(label="BEBAN di pengatur")
    page.get_by_role("button", name="Ukur", exact=True).click()
    page.get_by_label("Bagian yang terganggu").select_option(label="Sakelar")
    shown.settle()
    page.get_by_label("Sebabnya").select_option(label="Sakelar rusak")
    page.get_by_label("Tindakan", exact=True).first.select_option(label="Ganti bagian itu")
    page.get_by_role("button", name="Periksa").click()
    shown.settle()
    assert page.get_by_text("Gangguannya ketemu, dan alasannya kuat.").count() == 2
    assert page.get_by_role("tab", name="Kasus 3 selesai").count() == 1
    page.get_by_role("button", name="Tulis di buku servis").click()
    shown.settle()
    assert "Keluhan dan temuan" in shown.focused()["name"]
    page.get_by_role("textbox", name="Oleh siapa").fill("Rahma")
    page.get_by_role("textbox", name="Biaya dalam rupiah").fill("12.000")
    page.get_by_role("textbox", name="Biaya dalam rupiah").blur()
    shown.settle()
    assert session.view["work"]["log"]["values"]["who"] == "Rahma"


_GRIP = """() => {
  const grip = document.querySelector("[data-probe=red]");
  const [fx, fy, tx, ty] = grip.getAttribute("d").match(/-?[\\d.]+/g).map(Number);
  const far = Math.hypot(tx - fx, ty - fy);
  const goal = document.querySelector("circle[data-terminal='switch.b']");
  const at = (x, y) => { const p = new DOMPoint(x, y).matrixTransform(grip.getScreenCTM()); return [p.x, p.y]; };
  return {
    grip: at((fx + tx) / 2, (fy + ty) / 2),
    tip: at(fx - (24 * (tx - fx)) / far, fy - (24 * (ty - fy)) / far),
    goal: at(Number(goal.getAttribute("cx")), Number(goal.getAttribute("cy"))),
  };
}"""
"""Where the red probe is held, where its tip is, and where it shall go."""


def test_a_probe_is_dragged_to_a_screw(screen, place):
    session = workshop(place)
    shown = screen(session)
    page = shown.page
    page.locator("[data-probe=red]").scroll_into_view_if_needed()
    at = page.evaluate(_GRIP)
    page.mouse.move(*at["grip"])
    page.mouse.down()
    page.mouse.move(*(at["grip"][k] + at["goal"][k] - at["tip"][k] for k in (0, 1)), steps=5)
    page.mouse.up()
    shown.settle()
    assert session.view["work"]["red"] == "switch.b"
    assert shown.live.startswith("Merah di Sakelar kanan.")


def test_the_list_of_causes_stays_where_the_arrow_keys_are(screen, place):
    session = found(place)
    shown = screen(session)
    shown.tab_to("combobox", "Bagian")
    before = len(shown.heard)
    for _ in range(3):
        shown.page.keyboard.press("ArrowDown")
    chosen = shown.page.get_by_label("Bagian yang terganggu").input_value()
    shown.press("Tab")
    assert session.view["work"]["part"] == chosen != "switch"
    # Who walks through the list is told of what she stops at, not of all that she passes.
    assert len(shown.heard) == before + 1


def test_beginning_again_is_asked_and_escape_keeps_the_case(screen, place):
    session = found(place)
    shown = screen(session)
    shown.tab_to("button", "Mulai lagi kasus ini")
    shown.press("Enter")
    assert shown.focused()["name"] == "Batal"
    shown.press("Escape")
    assert shown.focused()["name"] == "Mulai lagi kasus ini"
    assert len(session.view["work"]["rows"]) == 2
    shown.press("Enter", "Tab", "Enter")
    assert session.view["work"]["rows"] == []


def test_a_trainer_gives_everybody_the_same_case_by_its_code(screen, place):
    session = workshop(place)
    shown = screen(session)
    shown.tab_to("tab", "Kasus 1")
    shown.press("End")
    shown.tab_to("textbox", "Buka kasus dengan kode")
    shown.page.keyboard.type("b2-0417")
    shown.press("Enter")
    assert session.view["work"]["key"] == "B2-0417"
    assert shown.heard[-1].startswith("Latihan. Lampu redup")


def test_one_fault_is_found_by_keyboard_and_ear_alone(screen, place):
    story = Narrator(screen(workshop(place)))
    story.start()
    story.go("tab", "Kasus 1")
    story.press("ArrowRight")
    story.press("ArrowRight")
    story.go("button", "Cermati lampu dan layar")
    story.press("Enter")
    story.go("button", "Minta petunjuk")
    story.press("Enter")
    story.choose("Titik ukur", "BEBAN di pengatur")
    story.go("button", "Ukur")
    story.press("Enter")
    story.choose("Titik ukur", "Sesudah sakelar")
    story.go("button", "Ukur")
    story.press("Enter")
    story.choose("Bagian yang terganggu", "Sakelar")
    story.choose("Sebabnya", "Sakelar rusak")
    story.choose("Tindakan", "Ganti bagian itu")
    story.go("button", "Periksa")
    story.press("Enter")
    story.go("button", "Tulis di buku servis")
    story.press("Enter")
    same_as_golden(story.text(), GOLDEN)
