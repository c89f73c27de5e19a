"""The four mishaps without a screen: steps in an order, a polite reply, and feedback on each card."""

import errno
import json
from typing import Any

import pytest

from lentera.market.mishaps import FOUR, SLOTS
from lentera.place import Place
from lentera.tasks import RULE_SETS
from lentera.widgets.trouble.session import TroubleSession

TASK = "s11-masalah"


def standing(session, name):
    """How a card stands: its mark and its word."""
    card = next(one for one in session.view["cards"] if one["id"] == name)
    return card["mark"], card["word"]


def trouble(place: Place) -> TroubleSession:
    return TroubleSession(place, TASK, [RULE_SETS[TASK]], {TASK: 24.0})


def stored(place: Place) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((place.folder / f"jawaban/{TASK}.json").read_text(encoding="utf-8"))
    return content["answer"]


def solve(session: TroubleSession, name: str) -> str:
    """Choose the right steps in order and the right sentences; return what the check says."""
    about = session._about(name)
    session.handle({"do": "card", "card": name})
    for action in about.steps:
        session.handle({"do": "add", "action": action})
    for slot in SLOTS:
        part = next(one.id for one in about.parts if one.slot == slot and one.right)
        session.handle({"do": "part", "slot": slot, "part": part})
    live: str = session.handle({"do": "check"})["live"]
    return live


def test_four_right_ways_earn_all_points(place):
    session = trouble(place)
    for name in FOUR:
        solve(session, name)
        assert session.view["check"]["right"]
        assert standing(session, name) == ("ok", "sudah tepat")
    assert RULE_SETS[TASK].judge(stored(place)).points(24) == 24


def test_own_words_stand_in_place_of_the_sentences(place):
    session = trouble(place)
    for action in session._about(FOUR[0]).steps:
        session.handle({"do": "add", "action": action})
    reply = "Selamat pagi, maaf barangnya kurang satu. Terima kasih sudah menunggu, silakan pilih."
    session.handle({"do": "text", "value": reply})
    assert session.view["reply"] == reply
    assert session.handle({"do": "check"})["check"]["holds"]


def test_a_harmful_step_is_told_with_its_reason(place):
    session = trouble(place)
    session.handle({"do": "add", "action": "kurangi"})
    found = session.handle({"do": "check"})["check"]
    assert "Sisa uang itu milik pembeli." in found["yet"]
    assert found["next"].startswith("Hapus langkah ini.")
    assert standing(session, "stok_habis")[1] == "belum tepat"


def test_steps_are_moved_and_removed(place):
    session = trouble(place)
    for action in ("kabari", "hitung"):
        session.handle({"do": "add", "action": action})
    assert not session.view["steps"][0]["up"]["ok"]
    assert session.handle({"do": "move", "at": 1, "by": -1})["live"].startswith("Sekarang langkah 1: Hitung")
    assert [step["id"] for step in session.view["steps"]] == ["hitung", "kabari"]
    assert "di ujung" in session.handle({"do": "move", "at": 0, "by": -1})["live"]
    assert session.handle({"do": "drop", "at": 0})["live"] == "Langkah 1 dihapus."
    assert "sudah ada" in session.handle({"do": "add", "action": "kabari"})["live"]


def test_a_card_tells_how_it_stands_only_after_a_check(place):
    session = trouble(place)
    assert standing(session, "alamat")[1] == "belum mulai"
    for action in session._about("stok_habis").steps:
        session.handle({"do": "add", "action": action})
    assert standing(session, "stok_habis") == ("later", "sudah mulai")


def test_an_empty_card_is_not_checked(place):
    assert "masih kosong" in trouble(place).handle({"do": "check"})["live"]


def test_a_sentence_can_be_taken_back(place):
    session = trouble(place)
    first = session.view["slots"][0]["options"][0][0]
    session.handle({"do": "part", "slot": "salam", "part": first})
    assert session.handle({"do": "part", "slot": "salam", "part": ""})["live"] == "Balasan: masih kosong"
    assert stored(place)["masalah"] == {}


def test_every_card_has_a_story_messages_and_choices(place):
    session = trouble(place)
    for name in FOUR:
        view = session.handle({"do": "card", "card": name})
        assert view["situation"]
        assert view["chat"]
        assert len(view["actions"]) > len(session._about(name).steps)
        assert all(len(slot["options"]) > 1 for slot in view["slots"])


def test_the_log_gets_each_check(place):
    session = trouble(place)
    solve(session, FOUR[0])
    session.write_log()
    with place.desk.open_log() as book:
        (statement,) = book.statements()
    assert statement.activity.id == TASK


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "terbang"},
        {"do": "card", "card": "hantu"},
        {"do": "add", "action": "hantu"},
        {"do": "drop", "at": 9},
        {"do": "drop", "at": True},
        {"do": "move", "at": 0, "by": 5},
        {"do": "part", "slot": "salam", "part": "fakta-1"},
        {"do": "part", "slot": "hantu", "part": ""},
        {"do": "text", "value": 4},
    ],
)
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = trouble(place)
    session.handle({"do": "add", "action": "hitung"})
    before = stored(place)
    assert "belum terbaca" in session.handle(message)["live"]
    assert stored(place) == before


def test_reopening_brings_everything_back(place):
    session = trouble(place)
    solve(session, FOUR[1])
    again = trouble(place)
    assert again.view["at"] == FOUR[1]
    assert again._state == session._state
    assert again.view["live"] == "Keputusan sama seperti terakhir disimpan."


@pytest.mark.parametrize(
    "content", [{}, {"benih": 1, "masalah": {"hantu": {}}}, {"benih": "x", "masalah": {}}]
)
def test_an_answer_that_is_none_is_kept_aside(place, content):
    place.answer(TASK).save(content, place.now())
    assert trouble(place).view["live"].startswith("Catatan lama belum terbaca")


def test_two_notebooks_share_the_decisions(place):
    one, other = trouble(place), trouble(place)
    one.handle({"do": "add", "action": "hitung"})
    other.handle({"do": "add", "action": "kabari"})
    assert [step["id"] for step in other.view["steps"]] == ["hitung", "kabari"]


def test_a_full_disk_changes_nothing(place, monkeypatch):
    session = trouble(place)

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = session.handle({"do": "add", "action": "hitung"})
    assert view["steps"] == []
    assert "belum tersimpan" in view["live"]


def test_english_partners_see_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = trouble(place)
    assert session.view["cards"][0]["name"] == "Out of stock"
    assert session.handle({"do": "add", "action": "hitung"})["live"].startswith("Step 1: Count")
