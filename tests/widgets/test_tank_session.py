"""The tank without a screen: numbers of a solved circuit, questions of her own, and what is on the disk."""

import errno
import json
import re

import pytest

from lentera import atomic
from lentera.desk import Desk
from lentera.place import Place
from lentera.progress import Verb
from lentera.solar.power import NAMES, questions_of
from lentera.solar.supply import supply
from lentera.tasks import RULE_SETS
from lentera.widgets.tank.session import TankSession

TASK = "s04-daya"
MOMENT = {"rev", "live", "live_spoken", "saved"}


def tank(place):
    return TankSession(place, TASK, [RULE_SETS[TASK]], {TASK: 18.0})


def stored(place):
    return json.loads((place.folder / "jawaban" / f"{TASK}.json").read_text(encoding="utf-8"))["answer"]


def write(session, *entries):
    for name, (value, unit) in zip(NAMES, entries, strict=True):
        session.handle({"do": "set", "field": name, "value": {"nilai": value, "satuan": unit}})
    return session.view


def right(session):
    """Work the three results out from the questions' words alone."""
    found = []
    for text in session.view["questions"]:
        numbers = {
            unit: float(value.replace(",", ".")) for value, unit in re.findall(r"(\d+,\d+)\s([VAW])", text)
        }
        watts = "W" not in numbers
        result = numbers["V"] * numbers["A"] if watts else numbers["W"] / numbers["V"]
        found.append((f"{result:.2f}".replace(".", ","), "W" if watts else "A"))
    return found


def same(view):
    return {key: value for key, value in view.items() if key not in MOMENT}


# The tank


@pytest.mark.parametrize(
    ("message", "told", "heard"),
    [
        (
            {"do": "load", "load": "lampu3"},
            "Lampu 3 W: 12,72\u00a0V × 0,25\u00a0A = 3,2\u00a0W.",
            "Lampu 3 W: 12,72 volt kali 0,25 ampere sama dengan 3,2 watt.",
        ),
        (
            {"do": "load", "load": "nihil"},
            "Tanpa beban: arus tidak mengalir, dayanya 0 W.",
            "Tanpa beban: arus tidak mengalir, dayanya 0 W.",
        ),
        (
            {"do": "charge", "percent": 50},
            "50\u00a0%, setengah: 12,21\u00a0V × 0,25\u00a0A = 3,1\u00a0W.",
            "50\u00a0%, setengah: 12,21 volt kali 0,25 ampere sama dengan 3,1 watt.",
        ),
        (
            {"do": "cable", "cable": "panjang"},
            "Kabel panjang dan tipis (10 m): 0,18\u00a0V hilang di jalan.",
            "Kabel panjang dan tipis (10 m): 0,18\u00a0V hilang di jalan.",
        ),
    ],
)
def test_each_gesture_is_told_in_one_sentence(place, message, told, heard):
    view = tank(place).handle(message)
    assert (view["live"], view["live_spoken"]) == (told, heard)


def test_a_cable_without_current_loses_nothing(place):
    session = tank(place)
    session.handle({"do": "load", "load": "nihil"})
    view = session.handle({"do": "cable", "cable": "panjang"})
    assert view["live"] == "Kabel panjang dan tipis (10 m): tanpa arus, tidak ada volt yang hilang."
    assert [row[1:] for row in view["table"]["rows"]] == [
        ["12,75", "0,00", "0,0"],
        ["0,00", "0,00", "0,0"],
        ["12,75", "0,00", "0,0"],
    ]


@pytest.mark.parametrize("load", ["lampu1", "lampu3", "lampu5", "kit1", "kit2", "hp"])
@pytest.mark.parametrize("cable", ["pendek", "panjang"])
@pytest.mark.parametrize("charge", [10, 50, 100])
def test_numbers_shown_are_the_circuit_s_and_agree_with_a_calculator(place, load, cable, charge):
    session = tank(place)
    for message in (
        {"do": "charge", "percent": charge},
        {"do": "load", "load": load},
        {"do": "cable", "cable": cable},
    ):
        view = session.handle(message)
    found = supply(charge, load, cable)
    assert view["numbers"]["load"] == pytest.approx(found.load, abs=0.0051)
    assert view["numbers"]["amps"] == pytest.approx(found.amps, abs=0.0051)
    rows = [[float(cell.replace(",", ".")) for cell in row[1:]] for row in view["table"]["rows"]]
    for volts, amps, watts in rows:
        assert watts == pytest.approx(volts * amps, abs=0.0501)
    gives, lost, takes = rows
    assert gives[0] - takes[0] == pytest.approx(lost[0], abs=1e-9)
    assert gives[2] - takes[2] == pytest.approx(lost[2], abs=0.1001)


def test_the_picture_says_in_words_what_it_shows(place):
    session = tank(place)
    session.handle({"do": "cable", "cable": "panjang"})
    said = session.handle({"do": "load", "load": "kit2"})["picture"]["description"]
    for word in (
        "12,71",
        "12,16",
        "0,74",
        "9,0",
        "besar",
        "kincir cepat",
        "panjang dan tipis",
        "2 lampu kit B",
    ):
        assert word in said


def test_words_for_flow_and_wheel_follow_the_numbers(place):
    session = tank(place)
    told = [
        (view["picture"]["flow"], view["picture"]["wheel"])
        for load in ("nihil", "lampu1", "lampu3", "kit2")
        if (view := session.handle({"do": "load", "load": load}))
    ]
    assert told == [
        ("diam", "kincir diam"),
        ("kecil", "kincir pelan"),
        ("sedang", "kincir sedang"),
        ("besar", "kincir cepat"),
    ]


# The questions


def test_what_she_works_out_is_right_and_logged(place, desk):
    session = tank(place)
    write(session, *right(session))
    view = session.handle({"do": "check"})
    session.write_log()
    assert view["live"] == "Tiga soal daya sudah tepat. Bagus, Bu."
    (logged,) = desk.open_log().statements()
    assert (logged.verb, logged.result.score.raw) == (Verb.PASSED, 18.0)
    assert RULE_SETS[TASK].judge(stored(place)).points(18) == 18


def test_feedback_names_what_is_right_then_one_thing(place):
    session = tank(place)
    one, two, three = right(session)
    write(session, one, (two[0], ""), three)
    view = session.handle({"do": "check"})
    assert view["check"]["right"][0].startswith("2 dari 3 soal sudah tepat.")
    assert view["check"]["yet"] == "Angka soal 2 sudah tepat. Satuannya belum dipilih."


def test_turning_the_tank_keeps_the_feedback_and_writing_takes_it_away(place):
    session = tank(place)
    write(session, ("1", "W"), ("", ""), ("", ""))
    session.handle({"do": "check"})
    assert session.handle({"do": "load", "load": "hp"})["check"] is not None
    assert write(session, ("2", "W"), ("", ""), ("", ""))["check"] is None


def test_playing_with_the_tank_is_no_answer_yet(place):
    session = tank(place)
    session.handle({"do": "load", "load": "kit1"})
    assert session.handle({"do": "check"})["live"] == "Belum ada soal yang dijawab. Mulai dari soal 1."


def test_questions_belong_to_the_learner_and_stay_hers(place, tmp_path):
    def texts(code):
        desk = Desk.open(tmp_path / code)
        desk.set_learner(code)
        return tuple(tank(Place(tmp_path / code, desk, place.now)).view["questions"])

    codes = [f"SM-{number:02}" for number in range(1, 11)]
    assert [texts(code) for code in codes] == [texts(code) for code in codes]
    assert len({texts(code) for code in codes}) > 8


def test_a_started_answer_keeps_its_questions_on_another_desk(place, tmp_path):
    first = tank(place)
    write(first, ("1", "W"), ("", ""), ("", ""))
    elsewhere = Place(place.folder, None, place.now)
    assert tank(elsewhere).view["questions"] == first.view["questions"]
    assert TankSession(Place(tmp_path / "lain", None, place.now), TASK).view["questions"] == []


def test_the_answer_file_holds_no_numbers_of_the_questions(place):
    session = tank(place)
    write(session, ("3,2", "W"), ("", ""), ("", ""))
    assert set(stored(place)) == {"tandon", "benih", "isian"}
    assert questions_of(stored(place)["benih"])[0].text == session.view["questions"][0]


# The disk comes first


@pytest.mark.parametrize(
    "message",
    [
        {"do": "charge", "percent": 30},
        {"do": "load", "load": "hp"},
        {"do": "cable", "cable": "panjang"},
        {"do": "set", "field": "soal2", "value": {"nilai": "10,8", "satuan": "W"}},
    ],
)
def test_every_gesture_is_saved_and_comes_back(place, message):
    view = tank(place).handle(message)
    again = tank(place).view
    assert same(again) == same(view)
    assert again["live"] == "Tandon sama seperti terakhir disimpan."


def test_two_notebooks_share_one_tank(place):
    one, two = tank(place), tank(place)
    one.handle({"do": "load", "load": "hp"})
    view = two.handle({"do": "charge", "percent": 40})
    assert (view["load"], view["charge"]) == ("hp", 40)


def test_a_full_disk_changes_nothing_on_the_screen(place, monkeypatch):
    session = tank(place)
    before = session.handle({"do": "load", "load": "hp"})

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = session.handle({"do": "load", "load": "kit2"})
    assert same(view) == same(before)
    assert "belum tersimpan" in view["live"]
    monkeypatch.setattr("lentera.answers.file.write_atomically", atomic.write_atomically)
    assert session.handle({"do": "load", "load": "kit2"})["load"] == "kit2"


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"isian": {}},
        {"isian": {}, "benih": "7"},
        {"isian": {}, "benih": 7, "tandon": 3},
        {"isian": {}, "benih": 7, "tandon": {"isi": 55}},
        {"isian": {}, "benih": 7, "tandon": {"isi": [50]}},
        {"isian": {}, "benih": 7, "tandon": {"beban": "setrika"}},
        {"isian": {}, "benih": 7, "tandon": {"kabel": ["panjang"]}},
        {"isian": {"soal1": 3}, "benih": 7},
    ],
)
def test_a_damaged_answer_is_kept_aside_and_she_starts_anew(place, content):
    place.answer(TASK).save(content, place.now())
    view = tank(place).view
    assert view["live"].startswith("Jawaban lama belum terbaca") or "disimpan terpisah" in view["live"]
    assert view["load"] == "lampu3"


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "dance"},
        {"do": "charge"},
        {"do": "charge", "percent": 55},
        {"do": "charge", "percent": True},
        {"do": "charge", "percent": [50]},
        {"do": "charge", "percent": 1e9},
        {"do": "load", "load": "setrika"},
        {"do": "load", "load": None},
        {"do": "cable", "cable": "karet"},
        {"do": "set", "field": "soal9", "value": {"nilai": "1", "satuan": "W"}},
        {"do": "set", "field": "soal1", "value": {"nilai": 1, "satuan": "W"}},
        {"do": "set", "field": "soal1", "value": {"nilai": "1", "satuan": "kg"}},
        {"do": "set", "field": "soal1", "value": {"nilai": "1", "satuan": []}},
        {"do": "set", "field": "soal1", "value": "1"},
    ],
)
def test_messages_nobody_knows_change_nothing(place, message):
    view = tank(place).handle(message)
    assert view["live"].startswith("Langkah itu belum terbaca.")
    assert not list(place.folder.glob("jawaban/*.json"))


def test_without_rules_there_is_the_tank_alone(place):
    session = TankSession(place, "s04-daya")
    assert session.words()["judged"] is False
    assert session.handle({"do": "load", "load": "hp"})["load"] == "hp"
    assert session.handle({"do": "check"})["live"].startswith("Langkah itu belum terbaca.")


def test_long_scribbles_are_cut(place):
    view = write(tank(place), ("9" * 500, "W"), ("", ""), ("", ""))
    assert view["values"]["soal1"]["nilai"] == "9" * 20


def test_english_partners_see_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = tank(place)
    assert session.words()["title"] == "Electricity as a water tank"
    assert (
        session.handle({"do": "load", "load": "lampu3"})["live"]
        == "3 W lamp: 12.72\u00a0V × 0.25\u00a0A = 3.2\u00a0W."
    )
    assert "How many" in session.view["questions"][0]
