"""The bench without a screen: what a gesture does, what is on the disk, and what comes back."""

import errno
import json
from pathlib import Path
from typing import Any

import pytest

from lentera import atomic
from lentera.desk import Desk
from lentera.place import Place
from lentera.progress import Verb
from lentera.solar.bench import BenchState, from_json, to_json
from lentera.solar.sentences import aloud
from lentera.tasks import RULE_SETS
from lentera.widgets.activity_widget import show
from lentera.widgets.bench.session import BenchSession
from lentera.widgets.form.forms import hints

TASKS = {"s06-sambungan": 30.0, "s06-urutan": 20.0, "s06-sekering": 10.0}
HINTS = ("satu", "dua", "tiga")
BATTERY = (
    ("battery.plus", "fuse.a"),
    ("fuse.b", "controller.battery_plus"),
    ("battery.minus", "controller.battery_minus"),
)
PANEL = (("panel.plus", "controller.pv_plus"), ("panel.minus", "controller.pv_minus"))
LOAD = (
    ("controller.load_plus", "switch.a"),
    ("switch.b", "lamp1.plus"),
    ("controller.load_minus", "lamp1.minus"),
)


def bench(place: Place) -> BenchSession:
    return BenchSession(place, "s06-rangkai", [RULE_SETS[task] for task in TASKS], TASKS, HINTS)


def join(session: BenchSession, *pairs: tuple[str, str]) -> dict[str, Any]:
    for start, end in pairs:
        session.handle({"do": "join", "start": start, "end": end})
    return session.view


def stored(place: Place) -> dict[str, Any]:
    path = place.folder / "jawaban" / "s06-rangkai.json"
    answer: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["answer"]
    return answer


def screen(view: dict[str, Any]) -> dict[str, Any]:
    """What a view says of the bench, without what belongs to the moment."""
    return {
        key: view[key] for key in ("wires", "picture", "switch_on", "covered", "clock", "readings", "summary")
    }


# Gestures


def test_each_gesture_says_one_thing_for_eyes_and_for_ears(place: Place) -> None:
    view = join(bench(place), *BATTERY)
    assert view["live"].startswith("Kabel 3 terpasang: Baterai − ke BATERAI −.")
    assert view["live_spoken"].startswith("Kabel 3 terpasang: baterai minus ke pengatur baterai minus.")


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ({"do": "switch"}, "Sakelar dinyalakan."),
        ({"do": "cover"}, "Kain panel dibuka."),
        ({"do": "sun", "sun": "malam"}, "Langit sekarang: malam."),
        ({"do": "remove", "wire": 1}, "Kabel 1 dilepas"),
        ({"do": "start_over"}, "Meja rangkai dikosongkan."),
        ({"do": "hint"}, "Petunjuk 1 terbuka."),
    ],
)
def test_controls(place: Place, message: dict[str, Any], says: str) -> None:
    session = bench(place)
    join(session, BATTERY[0])
    assert session.handle(message)["live"].startswith(says)


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ({"do": "join", "start": "battery.plus", "end": "fuse.a"}, "sudah tersambung oleh kabel 1"),
        ({"do": "join", "start": "fuse.a", "end": "battery.plus"}, "sudah tersambung oleh kabel 1"),
        ({"do": "join", "start": "fuse.a", "end": "fuse.a"}, "Kedua ujung kabel ada di Sekering kiri."),
        ({"do": "join", "start": "fuse.a", "end": "roof"}, "Lubang itu tidak ada di meja."),
        ({"do": "remove", "wire": 9}, "Kabel 9 tidak ada di meja."),
        ({"do": "replace_fuse"}, "Sekering masih utuh."),
        ({"do": "undo"}, "Diurungkan."),
        ({"do": "redo"}, "Belum ada langkah untuk diulangi."),
        ({"do": "sun", "sun": "badai"}, "Langkah itu belum terbaca."),
        ({"do": "remove"}, "Langkah itu belum terbaca."),
        ({"do": "dance"}, "Langkah itu belum terbaca."),
        ({}, "Langkah itu belum terbaca."),
    ],
)
def test_what_cannot_be_done_is_told_in_words(place: Place, message: dict[str, Any], says: str) -> None:
    session = bench(place)
    before = screen(join(session, BATTERY[0]))
    view = session.handle(message)
    assert says in view["live"]
    if message.get("do") != "undo":
        assert screen(view) == before


@pytest.mark.parametrize(
    ("start", "end", "asked", "colour"),
    [
        ("battery.plus", "fuse.a", "", "plus"),
        ("battery.minus", "controller.battery_minus", "", "minus"),
        ("controller.load_minus", "switch.a", None, "minus"),
        ("fuse.a", "switch.a", "", "plus"),
        ("battery.plus", "controller.battery_minus", "", "plus"),
        ("battery.minus", "controller.battery_minus", "plus", "plus"),
        ("battery.plus", "fuse.a", "minus", "minus"),
    ],
)
def test_colour_follows_the_terminals_unless_chosen(
    place: Place, start: str, end: str, asked: str | None, colour: str
) -> None:
    view = bench(place).handle({"do": "join", "start": start, "end": end, "colour": asked})
    assert view["wires"][0]["colour"] == colour


# The disk comes first


def test_what_is_on_the_screen_is_on_the_disk(place: Place) -> None:
    session = bench(place)
    for pair in (*BATTERY, *PANEL, *LOAD):
        view = join(session, pair)
        on_disk = from_json(stored(place)["bench"])
        assert [wire.id for wire in on_disk.wires] == [wire["id"] for wire in view["wires"]]


def test_a_full_disk_changes_nothing_on_the_screen(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    session = bench(place)
    before = join(session, BATTERY[0])
    kept = stored(place)

    def full(_path: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = join(session, BATTERY[1])
    assert screen(view) == screen(before)
    assert "belum tersimpan" in view["live"]
    assert stored(place) == kept
    monkeypatch.setattr("lentera.answers.file.write_atomically", atomic.write_atomically)
    assert len(join(session, BATTERY[1])["wires"]) == 2


def test_reopening_shows_the_same_bench(place: Place) -> None:
    session = bench(place)
    join(session, *BATTERY, *PANEL, *LOAD)
    session.handle({"do": "cover"})
    view = session.handle({"do": "switch"})
    again = bench(place)
    assert screen(again.view) == screen(view)
    assert again.view["live"] == "Meja rangkai sama seperti terakhir disimpan."


def test_two_notebooks_share_one_bench(place: Place) -> None:
    lesson, assignment = bench(place), bench(place)
    join(lesson, BATTERY[0])
    view = join(assignment, BATTERY[1])
    assert [wire["id"] for wire in view["wires"]] == [1, 2]
    assert [wire["id"] for wire in join(lesson, BATTERY[2])["wires"]] == [1, 2, 3]


@pytest.mark.parametrize("content", ["", "{", '{"format": "lentera.answer/1"}'])
def test_a_damaged_file_opens_from_its_copy(place: Place, content: str) -> None:
    session = bench(place)
    join(session, *BATTERY)
    session.handle({"do": "check"})
    path = place.folder / "jawaban" / "s06-rangkai.json"
    path.write_text(content, encoding="utf-8")
    again = bench(place)
    assert len(again.view["wires"]) == 3
    assert "pulih dari salinannya" in again.view["live"]


def test_an_answer_that_is_no_bench_is_kept_aside(place: Place) -> None:
    place.answer("s06-rangkai").save({"bench": {"version": 99}}, place.now())
    view = bench(place).view
    assert view["wires"] == []
    assert "disimpan terpisah" in view["live"]
    assert any(old.payload == {"bench": {"version": 99}} for old in place.answer("s06-rangkai").history())


# Undo and redo


def test_undo_and_redo_all_the_way_also_after_reopening(place: Place) -> None:
    session = bench(place)
    messages = (
        *({"do": "join", "start": start, "end": end} for start, end in (*BATTERY, *PANEL)),
        {"do": "cover"},
        {"do": "sun", "sun": "mendung"},
        {"do": "remove", "wire": 4},
    )
    seen = [screen(session.view), *(screen(session.handle(message)) for message in messages)]
    for expected in reversed(seen[:-1]):
        assert screen(session.handle({"do": "undo"})) == expected
    assert not session.view["undo"]["ok"]
    session = bench(place)
    for expected in seen[1:4]:
        assert screen(session.handle({"do": "redo"})) == expected
    session = bench(place)
    for expected in seen[4:]:
        assert screen(session.handle({"do": "redo"})) == expected
    assert not session.view["redo"]["ok"]


def test_undo_leads_back_over_a_start_over(place: Place) -> None:
    session = bench(place)
    session.handle({"do": "sun", "sun": "mendung"})
    before = screen(join(session, *BATTERY))
    session.handle({"do": "start_over"})
    session = bench(place)
    join(session, PANEL[0])
    session.handle({"do": "undo"})
    assert session.view["clock"]["sky"] == "mendung"
    assert screen(session.handle({"do": "undo"})) == before
    assert session.handle({"do": "redo"})["wires"] == []


def test_a_new_step_ends_what_was_undone(place: Place) -> None:
    session = bench(place)
    join(session, *BATTERY)
    session.handle({"do": "undo"})
    join(session, PANEL[0])
    assert not session.view["redo"]["ok"]


def test_undoing_never_falsifies_the_order(place: Place) -> None:
    session = bench(place)
    join(session, *PANEL, *BATTERY, *LOAD)
    assert "Panel tersambung sebelum baterai" in session.handle({"do": "check"})["check"]["yet"]
    for _ in range(8):
        session.handle({"do": "undo"})
    join(session, *BATTERY, *PANEL, *LOAD)
    assert session.handle({"do": "check"})["check"]["yet"] == ""


def test_removing_and_joining_again_counts_from_the_second_time(place: Place) -> None:
    session = bench(place)
    join(session, *BATTERY, *PANEL, *LOAD)
    session.handle({"do": "remove", "wire": 3})
    join(session, BATTERY[2])
    assert "Panel tersambung sebelum baterai" in session.handle({"do": "check"})["check"]["yet"]
    session.handle({"do": "undo"})
    session.handle({"do": "undo"})
    assert session.handle({"do": "check"})["check"]["yet"] == ""


# Checks, rounds, hints


def test_check_tells_what_is_right_then_one_finding_then_one_step(place: Place) -> None:
    session = bench(place)
    assert session.handle({"do": "check"})["check"]["yet"] == "Meja rangkai masih kosong. Mulai dari baterai."
    join(session, *BATTERY)
    shown = session.handle({"do": "check"})["check"]
    assert shown["right"][0].startswith("3 dari 8 sambungan sudah tepat.")
    assert shown["yet"] == "Panel + belum tersambung ke PANEL +."
    assert shown["next"] == "Sambungkan Panel + ke PANEL +."


def test_danger_is_told_before_unfinished_work(place: Place) -> None:
    session = bench(place)
    join(session, *PANEL, BATTERY[0], BATTERY[1])
    join(session, BATTERY[2])
    assert "Panel tersambung sebelum baterai" in session.handle({"do": "check"})["check"]["yet"]


def test_three_rounds_are_counted_and_survive_starting_over(place: Place) -> None:
    session = bench(place)
    for number, orders in enumerate(
        ((BATTERY, PANEL, LOAD), (BATTERY, LOAD, PANEL), (BATTERY, PANEL, LOAD)), 1
    ):
        join(session, *(pair for part in orders for pair in part))
        view = session.handle({"do": "check"})
        session.handle({"do": "check"})
        assert session.finished_rounds == number
        assert f"Putaran {number} dari 3 sudah tepat." in view["live"]
        assert "Bagus, Bu." in view["check"]["right"][0]
        session.handle({"do": "start_over"})
        session = bench(place)
    assert session.view["wires"] == []
    for task in TASKS:
        assert RULE_SETS[task].best(stored(place)).holds
        assert not RULE_SETS[task].judge(stored(place)).holds


def test_undoing_a_start_over_does_not_count_a_round_twice(place: Place) -> None:
    session = bench(place)
    join(session, *BATTERY, *PANEL, *LOAD)
    session.handle({"do": "check"})
    session.handle({"do": "start_over"})
    session.handle({"do": "undo"})
    session.handle({"do": "check"})
    assert session.finished_rounds == 1


def test_hints_open_one_by_one_and_stay_open(place: Place) -> None:
    session = bench(place)
    assert session.view["hints"] == []
    for number in (1, 2, 3):
        assert session.handle({"do": "hint"})["hints"] == list(HINTS[:number])
    view = session.handle({"do": "hint"})
    assert view["live"] == "Semua petunjuk sudah terbuka."
    assert not view["next_hint"]["ok"]
    assert bench(place).view["hints"] == list(HINTS)


def test_a_check_is_logged_for_each_task(place: Place, desk: Desk) -> None:
    session = bench(place)
    join(session, *PANEL, *BATTERY)
    session.handle({"do": "check"})
    session.write_log()
    log = desk.open_log()
    found = {one.activity.id: (one.verb, one.result) for one in log.statements()}
    verbs = {task: verb for task, (verb, _result) in found.items()}
    assert verbs == {
        "s06-sambungan": Verb.ATTEMPTED,  # under way is no wrong try
        "s06-urutan": Verb.NOT_YET,
        "s06-sekering": Verb.PASSED,
    }
    order = found["s06-urutan"][1]
    assert order is not None
    assert (order.rule, order.mistake) == ("s06.order.battery-before-panel", "panel_first")
    session.write_log()
    assert len(list(log.statements())) == 3


def test_a_broken_log_costs_nothing(place: Place, desk: Desk) -> None:
    (desk.private / "catatan.sqlite").mkdir()
    session = bench(place)
    join(session, *BATTERY)
    assert session.handle({"do": "check"})["check"]
    session.write_log()


# Real consequences


def test_a_short_circuit_blows_the_fuse_and_says_so(place: Place) -> None:
    session = bench(place)
    view = join(session, BATTERY[0], ("fuse.b", "controller.battery_minus"), BATTERY[2])
    assert view["live"] == "Kabel 3 terpasang: Baterai − ke BATERAI −. Sekering putus."
    assert view["picture"]["fuse"] == "blown"
    assert view["picture"]["title"] == "Gambar rangkaian: sekering putus."
    assert view["replace_fuse"] == {
        "ok": False,
        "why": "Sekering bisa diganti setelah hubung singkat dilepas.",
    }
    assert "hubung singkat" in session.handle({"do": "replace_fuse"})["live"]
    session.handle({"do": "remove", "wire": 2})
    assert session.view["replace_fuse"]["ok"]
    assert session.handle({"do": "replace_fuse"})["replace_fuse"] is None


def test_an_unfused_short_makes_the_lead_hot(place: Place) -> None:
    view = join(bench(place), ("battery.plus", "battery.minus"))
    assert view["wires"][0]["hot"]
    assert "menjadi panas" in view["live"]
    assert view["picture"]["title"] == "Gambar rangkaian: ada kabel panas."


def test_a_broken_lamp_is_told_and_can_be_replaced(place: Place) -> None:
    broken = {**to_json(BenchState()), "lamps_dead": [False, True]}
    place.answer("s06-rangkai").save({"bench": broken}, place.now())
    session = bench(place)
    assert session.view["picture"]["lamps"][1] == {
        "name": "Lampu 2",
        "brightness": 0.0,
        "word": "putus",
        "dead": True,
        "alarm": True,
        "on": None,
        "charging": False,
    }
    assert session.view["replace_lamp"] == {"ok": True, "why": ""}
    view = session.handle({"do": "replace_lamp"})
    assert view["live"].startswith("Lampu 2 diganti baru.")
    assert view["replace_lamp"] is None


def test_readings_use_the_decimal_comma_and_a_direction(place: Place) -> None:
    session = bench(place)
    join(session, *BATTERY, *PANEL, *LOAD)
    session.handle({"do": "cover"})
    rows = {row["name"]: row for row in session.handle({"do": "switch"})["readings"]}
    assert list(rows) == ["Panel", "Baterai", "Lampu", "Daya lampu"]
    assert rows["Baterai"]["value"].endswith("\u00a0V")
    assert "," in rows["Baterai"]["value"]
    assert rows["Panel"]["note"].startswith("memberi 0,")
    assert rows["Lampu"]["note"].startswith("memakai 0,")
    assert rows["Daya lampu"]["note"] == "1 lampu"


def test_summary_goes_from_source_to_load_with_spoken_names(place: Place) -> None:
    session = bench(place)
    lines = join(session, *BATTERY)["summary"]
    assert [line[0].split(":")[0] for line in lines] == [
        "Langit",
        "Panel",
        "Baterai +",
        "Sekering kiri",
        "BATERAI +",
        "Sakelar",
        "Lampu 1",
        "Lampu 2",
    ]
    assert "kabel 2 ke pengatur baterai plus" in lines[3][1]


def test_free_play_has_no_marks(place: Place) -> None:
    session = BenchSession(place, "s06-rangkai-bebas")
    assert not session.view["judged"]
    join(session, *BATTERY)
    assert (place.folder / "jawaban" / "s06-rangkai-bebas.json").exists()
    assert not (place.folder / "jawaban" / "s06-rangkai.json").exists()


def test_the_lead_to_take_off_is_marked_until_the_wiring_changes(place: Place) -> None:
    session = bench(place)
    minus = "controller.battery_minus"
    join(session, ("battery.plus", "fuse.a"), ("fuse.b", minus), ("battery.minus", minus))
    view = session.handle({"do": "check"})
    assert view["check"]["wire"] == "2"
    assert view["check"]["next"].startswith("Lepas kabel 2.")
    assert [wire["wrong"] for wire in view["wires"]] == [False, True, False]
    view = session.handle({"do": "remove", "wire": 2})
    assert view["check"] is None
    assert not any(wire["wrong"] for wire in view["wires"])


# For the ear


def test_a_check_and_a_hint_name_terminals_so_that_ears_tell_them_apart(place: Place) -> None:
    session = bench(place)
    join(session, *BATTERY)
    view = session.handle({"do": "check"})
    assert view["live_spoken"].startswith("Panel plus belum tersambung ke pengatur panel plus.")
    assert view["check"]["spoken"]["yet"] == "Panel plus belum tersambung ke pengatur panel plus."
    session = BenchSession(place, "s06-rangkai", hints=hints("s06-rangkai"))
    for number in (1, 2, 3):
        view = session.handle({"do": "hint"})
        assert view["live"] == f"Petunjuk {number} terbuka."
    assert view["live_spoken"].startswith("Petunjuk 3: Contoh urutan: Baterai plus ke Sekering.")
    assert "Baterai minus ke pengatur baterai minus." in view["hints_spoken"][2]


@pytest.mark.parametrize(
    ("shown", "heard"),
    [
        ("Panel + belum di PANEL +.", "Panel plus belum di pengatur panel plus."),
        ("Dari Lampu 1 − ke BEBAN −.", "Dari lampu 1 minus ke pengatur beban minus."),
        ("Lepas. BATERAI + kosong.", "Lepas. Pengatur baterai plus kosong."),
        ("Sekering kiri di lubang BATERAI.", "Sekering kiri di lubang BATERAI."),
    ],
)
def test_printed_names_are_read_out_by_their_spoken_names(shown: str, heard: str) -> None:
    assert aloud(shown) == heard


def test_undoing_a_start_over_is_no_flood(place: Place) -> None:
    session = bench(place)
    join(session, *BATTERY, *PANEL, *LOAD)
    session.handle({"do": "cover"})
    session.handle({"do": "switch"})
    session.handle({"do": "start_over"})
    assert session.handle({"do": "undo"})["live"] == "Diurungkan. 8 kabel terpasang. Lampu 1 menyala."


def test_redo_tells_the_danger_it_brings_back(place: Place) -> None:
    session = bench(place)
    first = join(session, ("battery.plus", "battery.minus"))["live"]
    session.handle({"do": "undo"})
    again = session.handle({"do": "redo"})["live"]
    for danger in ("Hubung singkat", "Kabel 1 menjadi panas."):
        assert danger in first
        assert danger in again


def test_two_lamps_that_change_alike_are_told_in_one_sentence(place: Place) -> None:
    session = bench(place)
    join(session, *BATTERY, *LOAD, ("lamp1.plus", "lamp2.plus"), ("lamp1.minus", "lamp2.minus"))
    session.handle({"do": "switch"})
    assert session.handle({"do": "undo"})["live"] == "Diurungkan. Sakelar mati. Dua lampu padam."


def test_no_sentence_says_that_a_panel_stops_while_it_lights_the_lamp(place: Place) -> None:
    session = bench(place)
    join(session, *BATTERY, *PANEL, *LOAD)
    session.handle({"do": "cover"})
    session.handle({"do": "switch"})
    view = session.handle({"do": "remove", "wire": 3})
    assert view["readings"][0]["note"].startswith("memberi 0,")
    assert "Pengisian dari panel berhenti." in view["live"]
    assert "berhenti memberi" not in view["live"]


def test_a_view_says_which_gesture_it_answers(place: Place) -> None:
    widget = show(bench(place))
    widget._handle_custom_msg({"do": "switch", "tag": ["meja-1", 4]}, [])
    assert widget.view["answers"] == ["meja-1", 4]
    widget._handle_custom_msg({"do": "switch"}, [])
    assert widget.view["answers"] is None
    widget.close()
