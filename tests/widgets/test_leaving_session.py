"""Leaving a laptop without a screen: steps in an order, how the laptop stands, and a check."""

import errno
import json

import pytest

from lentera.tasks import RULE_SETS
from lentera.widgets.leaving.session import LeavingSession

TASK = "s01-kunci-layar"
ANSWER = "s01-kunci"
GOOD = ("simpan", "keluar", "kunci", "pergi")


def leaving(place):
    return LeavingSession(place, ANSWER, [RULE_SETS[TASK]], {TASK: 15.0})


def stored(place):
    return json.loads((place.folder / f"jawaban/{ANSWER}.json").read_text(encoding="utf-8"))["answer"]


def choose(session, *steps):
    for step in steps:
        session.handle({"do": "add", "action": step})
    return session


def test_the_right_steps_earn_all_points(place):
    session = choose(leaving(place), *GOOD)
    assert session.handle({"do": "check"})["check"]["holds"]
    assert RULE_SETS[TASK].judge(stored(place)).points(15) == 15


def test_each_step_tells_how_the_laptop_stands(place):
    session = leaving(place)
    said = session.handle({"do": "add", "action": "simpan"})["live"]
    assert said == "Langkah 1: Simpan pekerjaan. Layar terbuka. Pekerjaan tersimpan."
    assert [scene["title"] for scene in session.view["scenes"]] == [
        "Mula-mula",
        "Sesudah langkah 1: Simpan pekerjaan.",
    ]
    assert session.view["scenes"][1]["looks"]["saved"]


def test_steps_are_moved_and_removed(place):
    session = choose(leaving(place), "kunci", "simpan")
    assert (
        session.handle({"do": "move", "at": 1, "by": -1})["live"] == "Sekarang langkah 1: Simpan pekerjaan."
    )
    assert [step["id"] for step in session.view["steps"]] == ["simpan", "kunci"]
    assert "di ujung" in session.handle({"do": "move", "at": 0, "by": -1})["live"]
    assert session.handle({"do": "drop", "at": 0})["live"] == "Langkah 1 dihapus."
    assert "sudah ada" in session.handle({"do": "add", "action": "kunci"})["live"]


def test_paper_with_the_password_comes_first_in_the_feedback(place):
    session = choose(leaving(place), "kunci", "simpan", "tulis")
    found = session.handle({"do": "check"})["check"]
    assert found["yet"].startswith("Takut lupa itu wajar.")
    assert found["next"].startswith("Hapus langkah kertas.")


def test_an_empty_list_is_told_where_to_begin(place):
    found = leaving(place).handle({"do": "check"})["check"]
    assert found["yet"].startswith("Belum ada langkah.")


def test_two_step_verification_is_told_with_the_day_of_looking_up(place):
    (fact,) = leaving(place).words()["two_facts"]
    assert "lewat aplikasi" in fact
    assert "diperiksa:" in fact


def test_the_log_gets_each_check(place):
    session = choose(leaving(place), *GOOD)
    session.handle({"do": "check"})
    session.write_log()
    with place.desk.open_log() as book:
        (statement,) = book.statements()
    assert statement.activity.id == TASK


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "terbang"},
        {"do": "add", "action": "hantu"},
        {"do": "add", "action": ["simpan"]},
        {"do": "drop", "at": 9},
        {"do": "drop", "at": True},
        {"do": "move", "at": 0, "by": 5},
    ],
)
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = choose(leaving(place), "simpan")
    before = stored(place)
    assert "belum terbaca" in session.handle(message)["live"]
    assert stored(place) == before


def test_reopening_brings_everything_back(place):
    session = choose(leaving(place), "simpan", "kunci")
    again = leaving(place)
    assert again._state == session._state
    assert again.view["live"] == "Langkahnya sama seperti terakhir disimpan."


@pytest.mark.parametrize("content", [{}, {"benih": 1, "langkah": ["hantu"]}, {"benih": "x", "langkah": []}])
def test_an_answer_that_is_none_is_kept_aside(place, content):
    place.answer(ANSWER).save(content, place.now())
    assert leaving(place).view["live"].startswith("Catatan lama belum terbaca")


def test_two_notebooks_share_the_steps(place):
    one, other = leaving(place), leaving(place)
    choose(one, "simpan")
    choose(other, "kunci")
    assert [step["id"] for step in other.view["steps"]] == ["simpan", "kunci"]


def test_a_full_disk_changes_nothing(place, monkeypatch):
    session = leaving(place)

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = session.handle({"do": "add", "action": "simpan"})
    assert view["steps"] == []
    assert "belum tersimpan" in view["live"]


def test_english_partners_see_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = leaving(place)
    assert session.words()["folds"][0]["title"] == "Turning the laptop off, in order"
    assert session.handle({"do": "add", "action": "simpan"})["live"].startswith("Step 1: Save the work.")
