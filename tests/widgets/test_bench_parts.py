"""Cables, connectors, fuse, clock and the plug-in kit on the bench: what a gesture does and what is said."""

from pathlib import Path
from typing import Any

import pytest
from tests.widgets.test_bench_session import BATTERY, LOAD, PANEL, TASKS, bench, join, screen

from lentera.place import Place
from lentera.solar.bench import StartOver, apply, evaluate, from_json
from lentera.tasks import RULE_SETS
from lentera.widgets.bench.session import BenchSession

PLUGS = (("panel.out", "box.in"), ("box.out1", "hub1.in"), ("hub1.1", "lamp1.in"), ("hub1.2", "lamp2.in"))


def plug_bench(place: Place) -> BenchSession:
    return BenchSession(place, "s06-rangkai-bebas-a", kit="a")


# Cables


def test_a_lead_is_the_usual_one_unless_she_chooses(place: Place) -> None:
    session = bench(place)
    row = join(session, BATTERY[0])["wires"][0]
    assert row["detail"] == "0,75\u00a0mm², 0,6\u00a0m, konektor tuas"
    chosen = {"cable": "cu250", "length": 12, "connector": "twisted"}
    row = session.handle({"do": "join", "start": "fuse.b", "end": "controller.battery_plus", **chosen})[
        "wires"
    ][1]
    assert row["detail"] == "2,5\u00a0mm², 12\u00a0m, dipuntir dan diisolasi"
    assert {key: row[key] for key in chosen} == chosen


def test_a_lead_is_changed_in_place_and_undone(place: Place) -> None:
    session = bench(place)
    before = screen(join(session, *BATTERY))
    view = session.handle({"do": "lead", "wire": 2, "cable": "cu150", "length": 8})
    assert view["live"].startswith("Kabel 2 sekarang 1,5 mm², 8 m, konektor tuas.")
    assert [row["id"] for row in view["wires"]] == [1, 2, 3]
    assert view["wires"][1]["detail"] == "1,5\u00a0mm², 8\u00a0m, konektor tuas"
    assert view["wires"][0]["detail"] == before["wires"][0]["detail"]
    view = session.handle({"do": "undo"})
    assert view["live"] == "Diurungkan. Kabel 2 sekarang 0,75 mm², 0,6 m, konektor tuas."
    assert screen(view) == before


@pytest.mark.parametrize(
    "message",
    [
        {"do": "lead", "wire": 9, "cable": "cu150"},
        {"do": "lead", "wire": 1, "cable": "rope"},
        {"do": "lead", "wire": 1, "length": 0},
        {"do": "lead", "wire": 1, "length": 900},
        {"do": "lead", "wire": 1, "length": "nan"},
        {"do": "lead", "wire": 1, "length": "panjang"},
        {"do": "lead", "wire": 1, "connector": "glue"},
        {"do": "lead", "wire": 1, "connector": "plug"},
        {"do": "lead"},
        {"do": "join", "start": "fuse.b", "end": "switch.a", "length": -1},
        {"do": "put_fuse", "fuse": "fuse5a"},
        {"do": "put_fuse", "fuse": "nail"},
        {"do": "put_fuse"},
        {"do": "clock", "hour": 25},
        {"do": "clock", "hour": "pagi"},
        {"do": "clock", "hour": 9, "sky": "badai"},
        {"do": "switch", "lamp": "satu", "kit": "a"},
        {"do": "start_over", "kit": "a"},
        {"do": "start_over", "kit": "c"},
    ],
)
def test_impossible_things_change_nothing_and_are_told(place: Place, message: dict[str, Any]) -> None:
    session = bench(place)
    before = screen(join(session, BATTERY[0]))
    view = session.handle(message)
    if message["do"] == "switch":
        assert view["switch_on"]  # kit B has one switch, whatever else the message says
        return
    assert view["live"]
    assert screen(view) == before


def test_the_voltage_along_a_long_thin_lead_is_told_in_its_row(place: Place) -> None:
    session = bench(place)
    join(session, *BATTERY, *LOAD)
    view = session.handle({"do": "switch"})
    assert view["wires"][4]["drop"] in {"", "turun 0,01\u00a0V"}
    view = session.handle({"do": "lead", "wire": 5, "cable": "cu050", "length": 40})
    seen = next(wire for wire in evaluate(session.bench).wires if wire.wire == 5)
    assert seen.drop > 0.1
    assert view["wires"][4]["drop"] == f"turun {seen.drop:.2f}\u00a0V".replace(".", ",")


def test_warmth_is_told_in_the_line_the_row_the_summary_and_on_the_picture(place: Place) -> None:
    session = bench(place)
    view = session.handle({"do": "join", "start": "battery.plus", "end": "battery.minus", "cable": "cu050"})
    row, drawn = view["wires"][0], view["picture"]["wires"][0]
    assert "Kabel 1 menjadi panas." in view["live"]
    assert row["hot"]
    assert row["heat"] in {"panas", "melunak", "meleleh"}
    assert drawn["heat"] in {"hot", "softening", "melting"}
    assert (drawn["mark"], drawn["tone"]) == (row["heat"], "stop")
    assert [f"Kabel 1 {row['heat']}."] * 2 in view["summary"]


# The fuse in its holder


def test_a_pulled_fuse_opens_the_circuit_and_is_put_back(place: Place) -> None:
    session = bench(place)
    join(session, *BATTERY)
    assert session.view["fuse"]["pull"]["ok"]
    assert not session.view["fuse"]["put"]["ok"]
    view = session.handle({"do": "pull_fuse"})
    assert view["live"].startswith("Sekering 5 A dicabut.")
    assert view["picture"]["fuse"] == "out"
    assert view["picture"]["fuse_word"] == "Rumah sekering kosong"
    assert view["picture"]["controller"]["volts"] == ""
    assert view["summary"][3][0] == (
        "Sekering kiri: kabel 1 ke Baterai +. Sekering kanan: kabel 2 ke BATERAI +. Sekering dicabut."
    )
    assert not view["fuse"]["pull"]["ok"]
    view = session.handle({"do": "put_fuse", "fuse": "fuse3a"})
    assert view["live"].startswith("Sekering 3 A terpasang.")
    assert view["picture"]["fuse_word"] == "Sekering 3 A"
    assert view["picture"]["controller"]["volts"] == "12,6"


def test_a_fuse_that_is_too_large_warns_while_it_is_in(place: Place) -> None:
    session = bench(place)
    join(session, *BATTERY)
    session.handle({"do": "pull_fuse"})
    view = session.handle({"do": "put_fuse", "fuse": "fuse15a"})
    assert "terlalu besar untuk kabel" in view["live"]
    assert session.handle({"do": "undo"})["live"].startswith("Diurungkan. Sekering dicabut.")
    assert "terlalu besar untuk kabel" in session.handle({"do": "redo"})["live"]


# Day, cloud and night


def test_the_clock_brings_day_cloud_and_night(place: Place) -> None:
    session = bench(place)
    join(session, *BATTERY, *PANEL)
    session.handle({"do": "cover"})
    assert session.view["clock"] == {"hour": None, "sky": "cerah", "chosen": "cerah", "text": "cerah"}
    noon = session.handle({"do": "clock", "sky": "mendung"})
    assert noon["live"].startswith("Jam 12.00, langit mendung.")
    assert noon["clock"] == {
        "hour": 12.0,
        "sky": "mendung",
        "chosen": "mendung",
        "text": "12.00, mendung",
    }
    morning = session.handle({"do": "clock", "hour": 7.5})
    assert morning["clock"]["text"] == "07.30, mendung"
    assert morning["picture"]["sun_height"] < noon["picture"]["sun_height"] <= 1.0
    night = session.handle({"do": "clock", "hour": 21})
    assert (night["picture"]["sky"], night["picture"]["sun_height"]) == ("malam", 0.0)
    assert night["clock"]["chosen"] == "mendung"
    assert night["readings"][0]["note"] == "arus 0 A"
    assert night["summary"][0][0] == "Langit: 21.00, malam. Panel terbuka."


def test_a_slide_through_the_day_is_one_step_to_undo(place: Place) -> None:
    session = bench(place)
    before = screen(join(session, *BATTERY))
    for half in range(12, 37):
        session.handle({"do": "clock", "hour": half / 2})
    assert screen(session.handle({"do": "undo"})) == before
    assert session.handle({"do": "redo"})["clock"]["hour"] == 18.0


# The plug-in kit


def test_plugging_lighting_and_charging_in_words(place: Place) -> None:
    session = plug_bench(place)
    assert session.view["live"] == "Meja rangkai siap. Mulai dari panel."
    view = join(session, *PLUGS)
    assert view["live"] == "Kabel 4 tercolok: Kotak cabang 1 lubang 2 ke Lampu 2."
    assert view["live_spoken"] == "Kabel 4 tercolok: kotak cabang 1 lubang 2 ke lampu 2."
    assert {wire["colour"] for wire in view["picture"]["wires"]} == {"pair"}
    view = session.handle({"do": "cover"})
    assert [lamp["charging"] for lamp in view["picture"]["lamps"]] == [True, True, False, False]
    view = session.handle({"do": "clock", "hour": 20})
    view = session.handle({"do": "switch", "lamp": 2})
    assert [lamp["word"] for lamp in view["picture"]["lamps"]] == ["padam", "menyala", "padam", "padam"]
    assert [one["label"] for one in view["switches"]][:2] == ["Nyalakan lampu 1", "Matikan lampu 2"]
    assert [row["name"] for row in view["readings"]] == ["Panel", "Lampu 1", "Lampu 2", "Lampu 3", "Lampu 4"]
    assert view["readings"][2]["value"].startswith("3,")
    assert view["readings"][2]["note"].startswith("memakai 1,")
    assert view["picture"]["controller"] is None
    assert view["fuse"] is None


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ({"do": "join", "start": "hub1.1", "end": "hub1.2"}, "di kotak yang sama"),
        ({"do": "join", "start": "box.out1", "end": "hub1.1"}, "sama jenisnya"),
        ({"do": "join", "start": "panel.out", "end": "hub2.in"}, "sudah"),
        ({"do": "join", "start": "battery.plus", "end": "fuse.a"}, "Lubang itu tidak ada di meja."),
        ({"do": "switch", "lamp": 5}, "Lampu itu tidak ada"),
        ({"do": "switch"}, "Langkah itu belum terbaca."),
        ({"do": "lead", "wire": 1, "cable": "cu400"}, "abel"),
        ({"do": "pull_fuse"}, "tidak ada di kit ini"),
    ],
)
def test_what_plugs_cannot_do_is_told(place: Place, message: dict[str, Any], says: str) -> None:
    session = plug_bench(place)
    before = screen(join(session, PLUGS[0]))
    view = session.handle(message)
    assert says in view["live"]
    assert screen(view) == before


def test_the_other_kit_clears_the_table_and_undo_leads_back(place: Place) -> None:
    session = BenchSession(place, "s06-rangkai-bebas")
    before = screen(join(session, *BATTERY))
    view = session.handle({"do": "start_over", "kit": "a"})
    assert view["live"] == "Meja rangkai dikosongkan. Di meja sekarang Kit A, lampu colok."
    assert (view["kit"], view["picture"]["kit"], view["wires"]) == ("a", "a", [])
    join(session, PLUGS[0])
    session = BenchSession(place, "s06-rangkai-bebas")
    assert session.view["kit"] == "a"
    session.handle({"do": "undo"})
    view = session.handle({"do": "undo"})
    assert view["live"] == "Diurungkan. Di meja sekarang Kit B, rakitan 12 V. 3 kabel terpasang."
    assert screen(view) == before
    session.handle({"do": "redo"})
    assert [row["text"] for row in session.handle({"do": "redo"})["wires"]] == ["Panel ke Kotak utama masuk"]


def test_a_task_keeps_its_kit(place: Place) -> None:
    session = BenchSession(place, "s06-rangkai", [RULE_SETS[task] for task in TASKS], TASKS, kit="a")
    assert session.view["kit"] == "b"
    assert not session.view["free"]


# One wiring, one truth


def test_picture_list_file_and_rules_see_the_same_bench(place: Place, tmp_path: Path) -> None:
    session = BenchSession(place, "s06-rangkai-bebas")
    join(session, *BATTERY, *PANEL, *LOAD)
    session.handle({"do": "lead", "wire": 7, "cable": "cu050", "length": 20})
    session.handle({"do": "cover"})
    session.handle({"do": "clock", "hour": 9.5, "sky": "mendung"})
    view = session.handle({"do": "switch"})
    session.handle({"do": "share", "name": "Bukti"})
    content = place.answer("s06-rangkai-bebas").load()
    assert content is not None
    saved = from_json(content.payload["bench"])
    other = BenchSession(Place(tmp_path), "lain")
    shelf = tmp_path / "bagikan"
    shelf.mkdir()
    (shelf / "bukti.rangkaian.json").write_bytes(
        (place.folder / "bagikan" / "bukti.rangkaian.json").read_bytes()
    )
    opened = other.handle({"do": "open_shared", "file": "bukti.rangkaian.json"})
    assert saved == session.bench == other.bench
    assert evaluate(saved) == evaluate(session.bench)
    assert screen(opened) == screen(view)
    drawn = [
        (wire["number"], wire["start"], wire["end"], wire["colour"]) for wire in view["picture"]["wires"]
    ]
    assert drawn == [(row["number"], row["start"], row["end"], row["colour"]) for row in view["wires"]]
    for task in TASKS:
        judged = RULE_SETS[task].judge({"bench": content.payload["bench"]})
        assert judged.holds, task
        assert RULE_SETS[task].parse(content.payload) is not None


def test_readings_on_the_screen_are_those_of_the_domain(place: Place) -> None:
    session = bench(place)
    join(session, *BATTERY, *PANEL, *LOAD)
    session.handle({"do": "cover"})
    view = session.handle({"do": "switch"})
    reading = evaluate(session.bench)
    volts = f"{reading.battery.volts:.1f}\u00a0V".replace(".", ",")
    assert view["readings"][1]["value"] == volts
    assert view["picture"]["controller"]["volts"] == f"{reading.controller.display:.1f}".replace(".", ",")
    assert [lamp["brightness"] for lamp in view["picture"]["lamps"]] == [
        round(lamp.brightness, 3) for lamp in reading.lamps
    ]
    assert [wire["heat"] for wire in view["picture"]["wires"]] == [wire.heat.value for wire in reading.wires]


def test_starting_over_brings_a_five_ampere_fuse_back(place: Place) -> None:
    session = bench(place)
    session.handle({"do": "pull_fuse"})
    view = session.handle({"do": "start_over"})
    assert view["picture"]["fuse_word"] == "Sekering 5 A"
    assert session.bench.fuse == apply(session.bench, StartOver()).state.fuse
