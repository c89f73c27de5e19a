"""The fault workshop without a screen: every gesture, what is saved, and what comes back."""

import errno
import json
from datetime import date
from functools import cache

import pytest

from lentera import atomic
from lentera.place import Place
from lentera.progress import Verb
from lentera.solar.diagnosis.decisions import SAFE
from lentera.solar.diagnosis.rota import cases_for
from lentera.solar.faults import Decision, Situation, draw, fault, faults_of
from lentera.solar.maintenance import read_entry
from lentera.tasks import RULE_SETS
from lentera.widgets.form.forms import ruled_form
from lentera.widgets.form.session import FormSession
from lentera.widgets.workshop.casework import MOST_PRACTICE, OTHER, Casework
from lentera.widgets.workshop.session import WorkshopSession
from lentera.widgets.workshop.view import shop_view

TASKS = {"s10-gangguan": 40.0, "s10-hemat-ukur": 20.0}


def workshop(place):
    return WorkshopSession(place, "s10-gangguan", [RULE_SETS[task] for task in TASKS], TASKS)


def do(session, *messages):
    for message in messages:
        session.handle(message)
    return session.view


@cache
def code_of(id_, level, kit="b"):
    """Find a case with just this fault."""
    drawn = (draw(n, level, kit) for n in range(3000))
    return next(one.code for one in drawn if [fault.id for fault in one.faults] == [id_])


def opened(place, id_="switch-broken", level=1):
    """Open a practice case with just this fault."""
    session = workshop(place)
    do(session, {"do": "code", "code": code_of(id_, level)})
    return session


def solve(session, *, measure=2):
    """Find the fault of the open case as the catalogue has it."""
    true = session.shop.work.case.faults
    screws = (
        "controller.load_plus",
        "switch.a",
        "switch.b",
        "lamp1.plus",
        "fuse.a",
        "fuse.b",
        "battery.plus",
    )
    for n in range(measure):
        do(session, {"do": "measure", "red": screws[n], "black": "controller.load_minus"})
    do(session, {"do": "part", "value": parts_with(session, true[0].id)[0]})
    do(session, {"do": "cause", "value": true[0].id})
    if len(true) > 1:
        do(session, {"do": "second", "value": true[1].id})
    careful = max(true, key=lambda one: ("mend", "replace", "call").index(one.advice.decision))
    return do(session, {"do": "decision", "value": careful.advice.decision}, {"do": "check"})


def parts_with(session, cause):
    """Give the parts under which a cause stands."""
    work = session.view["work"]
    return [
        part
        for (part, _word), group in zip(work["parts"], work["all_causes"], strict=True)
        if cause in dict(group["causes"])
    ]


def stored(place):
    path = place.folder / "jawaban" / "s10-gangguan.json"
    return json.loads(path.read_text(encoding="utf-8"))["answer"]


# Cases


def test_a_learner_finds_her_own_six_cases(place):
    view = workshop(place).view
    assert [one.code for one in workshop(place).shop.cases] == [one.code for one in cases_for("SM-07")]
    assert view["tab"] == "1"
    assert view["work"]["complaint"] == cases_for("SM-07")[0].complaint.id
    assert view["done"] == [False] * 6


def test_without_a_desk_the_cases_hang_on_no_folder(tmp_path):
    for name in ("satu", "dua"):
        (tmp_path / name).mkdir()
    codes = {tuple(c.code for c in workshop(Place(tmp_path / name)).shop.cases) for name in ("satu", "dua")}
    assert len(codes) == 1


def test_each_tab_tells_its_complaint(place):
    session = workshop(place)
    view = do(session, {"do": "tab", "tab": "4"})
    assert view["live"] == f"Kasus 4. {cases_for('SM-07')[3].complaint.id}"
    assert do(session, {"do": "tab", "tab": OTHER})["work"] is None


def test_every_fault_can_be_opened_in_every_moment(place):
    session = workshop(place)
    for kit in ("b", "a"):
        for one in faults_of(kit, real=False):
            code = code_of(one.id, one.level, kit)
            shop = session.shop.opened(code)
            for situation in Situation:
                work = shop.with_work(Casework(code, situation))
                shown = shop_view(work, {}, date(2026, 11, 22))["work"]
                assert shown["complaint"] == one.symptom.id
                assert shown["picture"]["lamps"]


def test_the_picture_does_not_give_the_fault_away(place):
    pictures = []
    for id_ in ("panel-lead-open", "panel-dirty"):
        session = opened(place, id_)
        pictures.append(do(session, {"do": "moment", "moment": "night_off"})["work"]["picture"])
    assert pictures[0]["wires"] == pictures[1]["wires"]
    assert not any(wire["open"] for wire in pictures[0]["wires"])


def test_a_code_opens_the_same_case_for_everybody(place):
    session = workshop(place)
    view = do(session, {"do": "code", "code": " b2-0417 "})
    assert view["tab"] == OTHER
    assert view["work"]["key"] == "B2-0417"
    assert view["work"]["complaint"] == draw(417, 2).complaint.id
    assert do(session, {"do": "code", "code": "mangga"})["live"].startswith("Kode ini belum terbaca")
    assert session.view["work"]["key"] == "B2-0417"


def test_the_code_of_an_own_case_opens_its_tab(place):
    session = workshop(place)
    assert do(session, {"do": "code", "code": cases_for("SM-07")[4].code})["tab"] == "5"
    assert session.view["practice"]["taken"] == []


def test_practice_never_gives_a_case_twice_and_keeps_the_last_ones(place):
    session = workshop(place)
    do(session, {"do": "tab", "tab": OTHER}, {"do": "practice", "level": 2})
    codes = [do(session, {"do": "other"})["work"]["key"] for _ in range(MOST_PRACTICE + 3)]
    assert len(set(codes)) == len(codes)
    assert len(stored(place)["latihan"]) == MOST_PRACTICE
    do(session, {"do": "practice", "kit": "a"})
    assert do(session, {"do": "other"})["work"]["key"].startswith("A2-")


# Looking and measuring


def test_looking_tells_lamp_and_screen_and_costs_nothing(place):
    session = opened(place)
    view = do(session, {"do": "look"})
    assert view["live"] == "Malam, sakelar nyala. Lampu 1: padam. Layar pengatur: menyala."
    assert view["work"]["count"] == "Catatan ukur: 0 dari 6"
    assert len(do(session, {"do": "look"})["work"]["looks"]) == 1


def test_two_presses_on_the_picture_put_red_then_black(place):
    session = opened(place)
    do(session, {"do": "press", "terminal": "controller.load_plus"})
    assert session.view["live"] == "Merah di BEBAN\u00a0+. Sekarang ujung hitam."
    do(session, {"do": "press", "terminal": "controller.load_minus"})
    assert session.view["live_spoken"].startswith("Hitam di pengatur beban minus.")
    probes = {"red": "controller.load_plus", "black": "controller.load_minus"}
    assert session.view["work"]["picture"]["probes"] == probes
    view = do(session, {"do": "measure"})
    assert view["live"] == "Ukuran 1: BEBAN\u00a0+ ke BEBAN\u00a0−. Hasilnya 12,60\u00a0V."
    assert view["live_spoken"].endswith("Hasilnya 12,60\u00a0volt.")


def test_the_form_and_the_picture_measure_the_same(place):
    session = opened(place)
    by_form = do(session, {"do": "measure", "red": "switch.b", "black": "lamp1.minus"})["work"]["rows"][0][2]
    do(session, {"do": "put", "probe": "red", "terminal": "switch.b"})
    by_hand = do(session, {"do": "put", "probe": "black", "terminal": "lamp1.minus"}, {"do": "measure"})
    assert by_hand["work"]["rows"][1][2] == by_form == "0,00\u00a0V"
    assert by_hand["live"].endswith("Tempat ini sudah pernah diukur.")


def test_a_test_point_is_one_whichever_way_it_is_chosen(place):
    session = opened(place)
    do(session, {"do": "measure", "red": "switch.b", "black": "controller.load_minus"})
    assert session.shop.work.readings[0].measurement == "night_on:TP7"


@pytest.mark.parametrize(
    ("way", "place_", "result"),
    [("amps", "I_battery", "0,25\u00a0A"), ("ohms", "lamp_cable", "OL")],
)
def test_amperes_and_ohms_are_measured_where_the_kit_allows(place, way, place_, result):
    session = opened(place, "panel-dirty")
    view = do(session, {"do": "way", "way": way}, {"do": "measure", "place": place_})
    shown = view["work"]["rows"][0][2]
    assert shown == result or way == "amps"
    assert shown.endswith("A") == (way == "amps")


def test_a_kit_of_plugs_is_measured_at_its_points(place):
    session = workshop(place)
    do(session, {"do": "code", "code": "A1-0001"}, {"do": "way", "way": "compare"})
    view = do(session, {"do": "measure", "place": "TP5-TP4"})
    assert view["live"].startswith("Ukuran 1: Colokan lampu 2 dan Colokan lampu 1.")
    assert not view["work"]["probed"]


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ({"do": "measure"}, "Taruh merah dan hitam di dua lubang yang berbeda."),
        ({"do": "measure", "red": "fuse.a", "black": "fuse.a"}, "Taruh merah dan hitam"),
    ],
)
def test_what_cannot_be_measured_is_told_and_changes_nothing(place, message, says):
    session = opened(place)
    before = stored(place)
    assert do(session, message)["live"].startswith(says)
    assert stored(place) == before


def test_a_place_must_be_chosen_first(place):
    session = opened(place)
    assert do(session, {"do": "way", "way": "amps"}, {"do": "measure"})["live"].startswith("Pilih dulu")


def test_a_moment_that_breaks_something_says_so(place):
    session = opened(place, "battery-disconnected", 2)
    view = do(session, {"do": "moment", "moment": "noon_on"})
    assert "rusak" in view["work"]["broken"]
    assert view["live"].startswith("Siang, sakelar nyala. Lampu mendapat tegangan")
    assert do(session, {"do": "moment", "moment": "night_on"})["work"]["broken"] == ""


def test_the_table_holds_twenty_measurements(place):
    session = opened(place)
    for _ in range(20):
        do(session, {"do": "measure", "red": "battery.plus", "black": "battery.minus"})
    view = do(session, {"do": "measure"})
    assert view["live"].startswith("Catatan sudah penuh.")
    assert view["work"]["count"] == "Catatan ukur: 20. Untuk nilai penuh paling banyak 6."
    assert not view["work"]["measure"]["ok"]


# Hints


def test_a_hint_names_what_tells_the_most_and_is_counted(place):
    session = opened(place)
    view = do(session, {"do": "hint"})
    assert view["live"].startswith("Petunjuk: cermati lampu, malam, sakelar ")
    assert view["work"]["hints"] == 1
    assert do(session, {"do": "hint"})["work"]["hints"] == 1
    do(session, {"do": "part", "value": "switch"})
    assert session.view["work"]["hint"] is not None
    do(session, {"do": "look"})
    assert session.view["work"]["hint"] is None
    assert do(session, {"do": "hint"})["work"]["hints"] == 2


def test_when_nothing_tells_suspects_apart_the_hint_says_so(place):
    session = opened(place)
    do(session, {"do": "hint"})
    for _ in range(12):
        if session.view["live"].startswith("Petunjuk: ukuran lain tidak memberi tahu lagi."):
            return
        gain_of(session)
        do(session, {"do": "hint"})
    raise AssertionError(session.view["live"])


def gain_of(session):
    """Measure what the hint advises."""
    from lentera.solar.diagnosis import advised

    work = session.shop.work
    measurement = advised(work.attempt.chart, work.readings).measurement
    do(session, {"do": "moment", "moment": measurement.situation})
    if measurement.kind == "look":
        do(session, {"do": "look"})
        return
    do(session, {"do": "way", "way": measurement.kind})
    point = work.case.kit.test_points.get(measurement.place)
    aim = {"red": point.red, "black": point.black} if point else {"place": measurement.place}
    do(session, {"do": "measure", **aim})


# Deciding and checking


def test_choosing_a_part_offers_its_causes_and_drops_another_part_s(place):
    session = opened(place)
    view = do(session, {"do": "part", "value": "switch"}, {"do": "cause", "value": "switch-broken"})
    assert view["live"] == "Sebab: Sakelar rusak."
    assert "switch-broken" in dict(view["work"]["causes"])
    view = do(session, {"do": "part", "value": "lamp"})
    assert view["live"] == "Bagian: lampu. Sekarang pilih sebabnya."
    assert view["work"]["cause"] == ""


def test_a_found_case_tells_what_each_reading_told(place):
    session = opened(place)
    do(session, {"do": "look"})
    do(session, {"do": "measure", "red": "controller.load_plus", "black": "controller.load_minus"})
    view = solve(session, measure=3)
    rows = view["work"]["telling"]
    assert [row["cells"][0] for row in rows] == ["1", "2", "3", "4", "5", "6"]
    assert rows[0]["cells"][3] == "23 dari 36 gangguan dicoret, sisa 13"
    assert rows[0]["percent"] == "64 persen"
    assert rows[3]["cells"][3] == "sudah pernah diukur"
    assert view["work"]["found"][0]["name"] == "Sakelar rusak"
    assert ["Sebab", "Kontak di dalam sakelar aus."] in view["work"]["found"][0]["rows"]


def test_a_check_without_any_reading_is_a_guess(place):
    view = solve(opened(place), measure=0)
    assert view["work"]["check"]["yet"] == "Jawaban ini masih tebakan. Belum ada ukuran."
    assert view["work"]["found"] == []


def test_an_unsafe_decision_is_told_first_and_the_case_is_not_found(place):
    session = opened(place, "controller-no-regulation", 3)
    solve(session)
    view = do(session, {"do": "decision", "value": "mend"}, {"do": "check"})
    assert view["work"]["check"]["yet"] == "Tindakan ini belum aman untuk kasus ini."


def test_a_new_fuse_without_looking_for_the_short_is_told(place):
    session = opened(place, "lamp-shorted", 3)
    do(session, {"do": "measure", "red": "fuse.b", "black": "fuse.a"}, {"do": "part", "value": "fuse"})
    do(session, {"do": "cause", "value": "battery-fuse-blown"}, {"do": "decision", "value": "mend"})
    view = do(session, {"do": "check"})
    assert view["work"]["check"]["yet"] == "Sekering baru akan putus lagi. Hubung singkatnya masih ada."


def test_a_found_case_gets_its_tick_and_its_points_stay(place):
    session = workshop(place)
    do(session, {"do": "tab", "tab": "3"})
    view = solve(session)
    assert view["done"] == [False, False, True, False, False, False]
    assert view["tally"] == "1 dari 6 kasus sudah ketemu. Yang diminta 4."
    do(session, {"do": "part", "value": "lamp"}, {"do": "check"}, {"do": "restart"})
    found, few = (RULE_SETS[task].judge(stored(place)) for task in TASKS)
    assert found.points(40) == 10
    assert few.points(20) == 5
    assert session.view["done"][2]
    assert session.view["work"]["rows"] == []


def test_all_six_cases_solved_earn_all_points_and_the_log_says_so(place):
    session = workshop(place)
    for tab in ("1", "2", "3", "4", "5", "6"):
        do(session, {"do": "tab", "tab": tab})
        solve(session)
        session.write_log()
    assert session.view["done"] == [True] * 6
    assert [RULE_SETS[task].judge(stored(place)).points(most) for task, most in TASKS.items()] == [40, 20]
    with place.desk.open_log() as log:
        told = [
            one for one in log.statements() if one.verb is Verb.PASSED or "passed" in str(one.verb).lower()
        ]
    assert told


def test_practice_is_not_marked(place):
    session = opened(place)
    solve(session)
    session.write_log()
    assert RULE_SETS["s10-gangguan"].judge(stored(place)).points(40) == 0
    with place.desk.open_log() as log:
        assert list(log.statements()) == []


# The service log


def test_the_row_is_prefilled_and_completed(place):
    session = opened(place)
    solve(session)
    view = do(session, {"do": "log"})
    values = view["work"]["log"]["values"]
    assert values["date"] == "2026-11-22"
    assert values["finding"].endswith("Sakelar rusak.")
    assert values["decision"] == "replace"
    assert view["work"]["log"]["readings"] == ["lubang BEBAN: 12,60\u00a0V", "sakelar: 12,60\u00a0V"]
    fields = {
        "sign": "worn_switch",
        "action": "Ganti sakelar.",
        "part": "switch",
        "cost": "12.000",
        "who": "Rahma",
    }
    for name, value in fields.items():
        view = do(session, {"do": "log", "field": name, "value": value})
    assert view["live"].endswith("Baris ini sudah lengkap.")
    row = next(one for one in stored(place)["latihan"] if one["code"] == view["work"]["key"])["servis"]
    entry = read_entry(row)
    assert (entry.cost, entry.parts, entry.decision) == (12_000, ("switch",), "replace")
    # Writing the row leaves the report on the screen.
    assert view["work"]["telling"]


def test_the_row_of_a_kit_of_plugs_has_its_readings_too(place):
    session = workshop(place)
    do(session, {"do": "code", "code": "A1-0001"}, {"do": "measure", "place": "TP2"}, {"do": "log"})
    assert len(session.view["work"]["log"]["readings"]) == 1


# What is saved


@pytest.mark.parametrize(
    "message",
    [
        {"do": "dance"},
        {"do": "tab", "tab": "9"},
        {"do": "tab"},
        {"do": "moment", "moment": "dawn"},
        {"do": "way", "way": "look"},
        {"do": "way", "way": "compare"},
        {"do": "measure", "red": "moon", "black": "fuse.a"},
        {"do": "measure", "red": "lamp2.plus", "black": "fuse.a"},
        {"do": "put", "probe": "green", "terminal": "fuse.a"},
        {"do": "press", "terminal": "moon"},
        {"do": "part", "value": "moon"},
        {"do": "cause", "value": "hub-unplugged"},
        {"do": "decision", "value": "eat"},
        {"do": "log", "field": "tasks", "value": "x"},
        {"do": "log", "field": "sign", "value": "x"},
        {"do": "practice", "level": 7},
        {"do": "practice", "kit": "c"},
    ],
)
def test_a_message_that_makes_no_sense_changes_nothing(place, message):
    session = opened(place)
    before = stored(place)
    assert do(session, message)["live"].startswith("Langkah itu")
    assert stored(place) == before


def test_everything_comes_back_as_it_was_left(place):
    session = opened(place)
    do(session, {"do": "look"}, {"do": "hint"})
    solve(session)
    before = do(
        session,
        {"do": "log", "field": "action", "value": "Ganti sakelar."},
        {"do": "moment", "moment": "noon_on"},
    )
    again = workshop(place).view
    same = {"work", "tab", "done", "practice", "tally"}
    gone = {"check", "telling", "found", "hint"}
    assert {k: v for k, v in again["work"].items() if k not in gone} == {
        k: v for k, v in before["work"].items() if k not in gone
    }
    assert {k: again[k] for k in same - {"work"}} == {k: before[k] for k in same - {"work"}}


def test_two_notebooks_share_one_workshop(place):
    one, other = workshop(place), workshop(place)
    do(one, {"do": "look"})
    do(other, {"do": "measure", "red": "battery.plus", "black": "battery.minus"})
    view = do(one, {"do": "part", "value": "lamp"})
    assert len(view["work"]["rows"]) == 1
    assert len(view["work"]["looks"]) == 1


def test_a_full_disk_changes_nothing_on_the_screen(place, monkeypatch):
    session = workshop(place)
    before = do(session, {"do": "look"})

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = do(session, {"do": "measure", "red": "battery.plus", "black": "battery.minus"})
    assert view["work"] == before["work"]
    assert "belum tersimpan" in view["live"]
    monkeypatch.setattr("lentera.answers.file.write_atomically", atomic.write_atomically)
    assert (
        len(do(session, {"do": "measure", "red": "battery.plus", "black": "battery.minus"})["work"]["rows"])
        == 1
    )


@pytest.mark.parametrize(
    "payload",
    [
        {},
        {"kasus": []},
        {"kasus": [{"code": f"B1-000{n}"} for n in range(6)], "latihan": 3},
        {"kasus": [{"code": "B1-0001"}] * 6},
        {"kasus": [{"code": f"B1-000{n}", "saat": "fajar"} for n in range(6)]},
        {"kasus": [{"code": f"B1-000{n}", "terbaik": {"readings": 3}} for n in range(6)]},
        {"kasus": [7] * 6},
    ],
)
def test_an_answer_that_is_no_workshop_is_kept_aside(place, payload):
    place.answer("s10-gangguan").save(payload, place.now())
    view = workshop(place).view
    assert "disimpan terpisah" in view["live"]
    assert view["work"]["rows"] == []


@pytest.mark.parametrize("content", ["", "{"])
def test_a_damaged_file_opens_from_its_copy(place, content):
    session = workshop(place)
    do(session, {"do": "look"}, {"do": "check"})
    (place.folder / "jawaban" / "s10-gangguan.json").write_text(content, encoding="utf-8")
    view = workshop(place).view
    assert "pulih dari salinannya" in view["live"]
    assert len(view["work"]["looks"]) == 1


def test_english_partners_see_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = opened(place)
    view = do(session, {"do": "measure", "red": "battery.plus", "black": "battery.minus"})
    assert view["live"] == "Reading 1: Battery\u00a0+ to Battery\u00a0−. Result 12.60\u00a0V."
    assert session.words()["title"] == "Fault workshop"
    assert fault("switch-broken").name.en in [
        word for _id, word in do(session, {"do": "part", "value": "switch"})["work"]["causes"]
    ]


# The five decisions


def test_the_form_of_the_decisions_asks_what_its_rules_judge(place):
    form = ruled_form(RULE_SETS["s10-keputusan"], place.address)
    assert {field.id for field in form.fields} == set(SAFE)
    for field in form.fields:
        assert [option.id for option in field.options] == list(Decision)
    session = FormSession(place, form)
    best = dict.fromkeys(SAFE, "call") | {"tuas_longgar": "mend", "lampu_mati": "replace"}
    for name, decision in best.items():
        do(session, {"do": "set", "field": name, "value": {"pilihan": decision}})
    assert do(session, {"do": "check"})["live"] == "5 keputusan aman. Bagus, Bu."
    assert RULE_SETS["s10-keputusan"].judge(session.content).points(20) == 20
    view = do(
        session, {"do": "set", "field": "baterai_gembung", "value": {"pilihan": "mend"}}, {"do": "check"}
    )
    assert view["notes"]["baterai_gembung"]["text"].startswith("Baterai menggembung bisa pecah")


def test_a_cause_named_in_the_second_field_alone_stays_there(place):
    session = opened(place)
    session.handle({"do": "second", "value": "switch-broken"})
    again = opened(place)
    assert (again.shop.work.cause, again.shop.work.second) == ("", "switch-broken")
    assert session.shop == again.shop
