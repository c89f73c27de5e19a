"""The online room on the screen: finished by mouse, finished by keyboard alone, in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.tasks import RULE_SETS
from lentera.widgets.online_room.session import OnlineRoomSession

pytestmark = pytest.mark.browser

TASK = "s08-ruang-daring"
VISIT = {
    "do": "visit",
    "name": "Siti",
    "day": "2026-11-22",
    "start": "09.00",
    "end": "10.30",
    "done": "Kelas video",
    "odd": "Orang asing meminta foto",
    "told": ["guru"],
}


def room(place):
    return OnlineRoomSession(place, TASK, [RULE_SETS[TASK]], {TASK: 25.0})


def today(session):
    return next(one for one in session.view["homework"]["tasks"] if one["due"])


@pytest.fixture
def begun(place):
    """Every part filled in: a stranger in the class, a sheet sent without answers, a clash, a row of the log."""
    session = room(place)
    session._become(
        session._state.with_lesson(name="depan", at=7, on=frozenset({"captions", "pinned", "camera"}))
    )
    session.handle({"do": "act", "act": "foto"})
    task = today(session)
    for message in (
        {"do": "download", "task": task["id"]},
        {"do": "open", "task": task["id"]},
        {"do": "answer", "number": 0, "value": "Dari sumur"},
        {"do": "save"},
        {"do": "upload", "file": task["file"]},
        {"do": "many", "children": 4, "computers": 2},
        {"do": "seat", "slot": 0, "computer": 0, "child": session.view["schedule"]["options"][1][0]},
        VISIT,
        {"do": "tab", "tab": "tugas"},
        {"do": "check"},
    ):
        session.handle(message)
    return session


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_every_part(screen, begun, mode):
    shown = screen(begun, mode)
    # All four parts at once: one look at them all is enough.
    shown.page.evaluate(
        "document.querySelectorAll('[role=tabpanel]').forEach((one) => { one.hidden = false; })"
    )
    assert shown.axe() == []
    assert shown.faults() == []


def test_the_focus_walks_through_and_out(screen, begun):
    stops = screen(begun).stops()
    assert stops[0] == "tab Tugas anak"
    assert stops[-1] == "button Periksa"


def test_homework_is_finished_by_mouse(screen, place):
    session = room(place)
    task = today(session)
    shown = screen(session)
    page = shown.page
    page.get_by_role("tab", name="Tugas anak").click()
    page.get_by_role("button", name=f"Unduh {task['file']}").click()
    page.get_by_role("button", name=f"Buka {task['file']}").click()
    shown.settle()
    assert shown.focused()["name"].startswith("Soal 1")
    for number in (1, 2, 3):
        page.get_by_role("textbox", name=f"Soal {number}").fill(f"jawaban anak {number}")
    page.get_by_role("button", name="Simpan sebagai").click()
    shown.settle()
    page.get_by_role("radio", name=f"jawaban-{task['file']}").click()
    page.get_by_role("button", name="Unggah").click()
    page.get_by_role("button", name="Periksa").click()
    shown.settle()
    assert session.view["check"]["holds"]
    assert (place.folder / "kiriman" / f"jawaban-{task['file']}").is_file()


def test_homework_is_finished_by_keyboard_alone(screen, place):
    session = room(place)
    task = today(session)
    shown = screen(session)
    shown.tab_to("tab", "Kelas video")
    shown.press("ArrowRight")
    assert shown.heard[-1] == "Bagian: Tugas anak"
    shown.tab_to("button", f"Unduh {task['file']}")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Terunduh:")
    shown.tab_to("button", f"Buka {task['file']}")
    shown.press("Enter")
    for number in (1, 2, 3):
        shown.tab_to("textbox", f"Soal {number}")
        shown.page.keyboard.type(f"kata {number}")
    shown.tab_to("button", "Simpan sebagai")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Tersimpan sebagai")
    shown.tab_to("radio", task["file"])
    shown.press("ArrowDown")
    assert shown.focused()["name"].startswith("jawaban-")
    shown.tab_to("button", "Unggah")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Terkirim:")
    shown.tab_to("button", "Tarik")
    shown.press("Enter")
    assert shown.focused()["name"] == "Unggah"
    shown.press("Enter")
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Tugas sampai di sekolah")


def test_a_class_is_followed_by_keyboard_and_single_keys(screen, place):
    session = room(place)
    shown = screen(session)
    shown.tab_to("radio", "Dito" if "Dito" in str(session.words()) else "")
    shown.press("Space")
    shown.tab_to("button", "Masuk kelas")
    shown.press("Enter")
    assert "Selamat pagi" in shown.heard[-1]
    assert shown.focused()["name"] == "Lanjut"
    shown.tab_to("button", "Hadir, Bu.")
    shown.press("Enter", "m")
    assert shown.heard[-1] == "Mikrofon menyala."
    shown.press("m", "k", "k", "a", "t", "t")
    assert shown.heard[-1] == "Teks menyala."
    assert session.view["class"]["on"] == {
        "mic": False,
        "camera": False,
        "hand": True,
        "captions": True,
        "pinned": False,
    }
    shown.page.evaluate("document.getElementById('before').focus()")
    shown.tab_to("button", "Lanjut")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Langkah 2 dari 9.")
    shown.tab_to("button", "Keluar kelas")
    shown.press("Enter")
    assert shown.focused()["name"].startswith("Masuk lagi di langkah 2")


def test_single_keys_are_off_for_who_does_not_want_them(screen, place):
    session = room(place)
    for message in ({"do": "name", "name": "depan"}, {"do": "join"}):
        session.handle(message)
    shown = screen(session)
    shown.page.evaluate("window.model.set('look', { ...window.model.get('look'), keys: false })")
    shown.page.get_by_role("button", name="Mikrofon mati").focus()
    shown.press("m", "a")
    assert not session.view["class"]["on"]["mic"]
    assert not session.view["class"]["on"]["hand"]
    shown.press("Enter")
    assert session.view["class"]["on"]["mic"]
    assert shown.focused()["name"].startswith("Mikrofon menyala. Matikan mikrofon")


def test_a_place_in_the_schedule_and_a_row_of_the_log_are_chosen(screen, place):
    session = room(place)
    shown = screen(session)
    page = shown.page
    page.get_by_role("tab", name="Jadwal komputer").click()
    child = session.view["schedule"]["options"][1][0]
    page.get_by_label("08.45–09.30, Komputer 1").select_option(child)
    shown.settle()
    assert shown.live == f"Jam 08.45–09.30, komputer 1: {child}."
    page.get_by_role("button", name="Cetak jadwal").click()
    shown.settle()
    assert page.get_by_text("cetak/jadwal-komputer.pdf", exact=True).is_visible()
    page.get_by_role("tab", name="Pendamping").click()
    page.get_by_label("Nama depan").fill("Siti Aminah")
    page.get_by_label("Dari", exact=True).select_option("09.00")
    page.get_by_label("Sampai", exact=True).select_option("10.00")
    page.get_by_label("Kegiatan anak").fill("Kelas video")
    page.get_by_role("button", name="Simpan baris").click()
    shown.settle()
    assert "Nama lengkap tidak disimpan" in shown.heard[-1]
    assert shown.focused()["name"].startswith("Nama depan")
    assert page.get_by_label("Kegiatan anak").input_value() == "Kelas video"
    page.get_by_label("Nama depan").fill("Siti")
    page.get_by_role("button", name="Simpan baris").click()
    shown.settle()
    assert page.get_by_label("Kegiatan anak").input_value() == ""
    page.get_by_role("button", name="Hapus baris Siti").click()
    shown.settle()
    assert shown.focused()["name"] == "Kembalikan baris"
