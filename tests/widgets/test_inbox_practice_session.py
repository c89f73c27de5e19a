"""The practice at home without a screen: sets of six, what is remembered, a calm end, and more for who wants it."""

import errno
import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from tests.widgets.inbox_bank import BANK, BANK_WITH_VILLAGE, VILLAGE

from lentera.literacy.bank import bank as real_bank
from lentera.place import Place
from lentera.widgets.inbox.practice import PracticeSession
from lentera.widgets.inbox.session import InboxSession

NAME = "latihan-pesan"


def practice(place: Place, bank: Any = BANK) -> PracticeSession:
    return PracticeSession(place.at_home, NAME, bank=bank)


def stored(place: Place) -> dict[str, Any]:
    path = place.at_home.folder / f"jawaban/{NAME}.json"
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content["answer"]


def settle(session: PracticeSession, name: str, *, decision: str = "", bank: Any = BANK) -> dict[str, Any]:
    message = bank.messages[name]
    session.handle({"do": "open", "message": name})
    session.handle({"do": "decide", "decision": decision or message.decision})
    for sign in message.signs:
        if not decision:
            session.handle({"do": "sign", "sign": sign, "on": True})
    return session.handle({"do": "check"})


def names(session: PracticeSession) -> list[str]:
    return [one["id"] for one in session.view["rows"]]


def later(place: Place, days: int) -> Place:
    return replace(place, now=lambda: place.now() + timedelta(days=days))


def test_six_messages_are_settled_and_the_end_is_calm(place):
    session = practice(place)
    assert len(names(session)) == 6
    assert session.view["done"] is None
    for name in names(session):
        view = settle(session, name)
    assert view["done"]["said"].startswith("Selesai hari ini.")
    assert view["live"].endswith(view["done"]["said"])
    assert {word for _kind, word in view["done"]["kinds"]} == {"langsung dikenali"}
    assert not any(sign.isdigit() for _kind, word in view["done"]["kinds"] for sign in word)


def test_a_message_that_was_missed_is_told_in_words_and_its_kind_comes_again(place):
    session = practice(place)
    missed = next(name for name in names(session) if BANK.messages[name].decision == "bahaya")
    settle(session, missed, decision="aman")
    for name in names(session):
        view = settle(session, name)
    kind = BANK.kinds[BANK.messages[missed].kind].name
    assert [kind, "dikenali sesudah dibaca lagi"] in view["done"]["kinds"]
    assert "datang lagi" in view["done"]["said"]
    tomorrow = practice(later(place, 1))
    assert BANK.messages[missed].kind in {BANK.messages[name].kind for name in names(tomorrow)}


def test_who_stops_with_a_message_that_is_not_right_may_stop(place):
    session = practice(place)
    first, *others = names(session)
    wrong = "aman" if BANK.messages[first].decision != "aman" else "bahaya"
    for name in others:
        settle(session, name)
    view = settle(session, first, decision=wrong)
    assert view["done"]["said"].startswith("Setiap pesan sudah diperiksa.")
    assert "datang lagi sebentar lagi" in {word for _kind, word in view["done"]["kinds"]}
    assert len(session.handle({"do": "more"})["rows"]) == 6


def test_six_more_are_always_there_once_each_was_checked(place):
    session = practice(place)
    assert "Periksa setiap pesan" in session.handle({"do": "more"})["live"]
    for _round in range(5):
        for name in names(session):
            settle(session, name)
        view = session.handle({"do": "more"})
        assert len(set(names(session))) == 6
        assert view["done"] is None
        assert view["live"].startswith("Pesan baru sudah datang.")
    assert stored(place)["putaran"] == 6


def test_a_finished_set_makes_room_on_another_day_and_an_open_one_stays(place):
    session = practice(place)
    settle(session, names(session)[0])
    assert names(practice(later(place, 3))) == names(session)
    for name in names(session):
        settle(session, name)
    assert practice(place).view["done"] is not None
    assert practice(later(place, 1)).view["done"] is None
    assert practice(later(place, -400)).view["done"] is None


def test_the_memory_takes_only_the_first_check_of_a_message(place):
    session = practice(place)
    name = names(session)[0]
    settle(session, name)
    memory = stored(place)["ingatan"]
    settle(session, name)
    assert stored(place)["ingatan"] == memory


def test_what_the_lesson_saw_is_known_here(place):
    lesson = InboxSession(place, "s02-kotak-masuk", bank=BANK)
    lesson.handle({"do": "open", "message": "undangan"})
    lesson.handle({"do": "decide", "decision": "aman"})
    lesson.handle({"do": "check"})
    lesson.write_log()
    assert "apk" in practice(place)._state.memory.kinds


def test_the_lesson_does_not_change_a_set_that_is_on_the_screen(place):
    session = practice(place)
    before = names(session)
    lesson = InboxSession(place, "s02-kotak-masuk", bank=BANK)
    for name in before:
        lesson.handle({"do": "open", "message": name})
        lesson.handle({"do": "decide", "decision": BANK.messages[name].decision})
        lesson.handle({"do": "check"})
    lesson.write_log()
    assert set(names(practice(place))) != set(before)
    session.handle({"do": "decide", "decision": "aman"})
    assert names(session) == before
    assert session._state.memory.kinds


def test_messages_of_the_village_are_marked(place):
    session = practice(place, BANK_WITH_VILLAGE)
    for _round in range(6):
        if VILLAGE.id in names(session):
            break
        for name in names(session):
            settle(session, name, bank=BANK_WITH_VILLAGE)
        session.handle({"do": "more"})
    assert session.handle({"do": "open", "message": VILLAGE.id})["message"]["village"] == "dari desa kita"


def test_the_real_bank_gives_a_set_too(place):
    session = PracticeSession(place.at_home, NAME)
    assert len(names(session)) == 6
    for name in names(session):
        assert settle(session, name, bank=real_bank())["check"]["yet"] == ""


def test_a_message_that_left_the_bank_is_left_out(place):
    session = practice(place)
    settle(session, names(session)[0])
    content = stored(place)
    content["kotak"]["pesan"][1] = "hilang"
    place.at_home.answer(NAME).save(content, place.now())
    assert len(names(practice(place))) == 5


@pytest.mark.parametrize(
    "content",
    [
        {"ingatan": 3},
        {"kotak": []},
        {"kotak": {"pesan": []}},
        {"putaran": 0},
        {"putaran": True},
        {"ingatan": {"jenis": []}},
    ],
)
def test_a_practice_that_cannot_be_read_is_kept_aside(place, content):
    place.at_home.answer(NAME).save(content, place.now())
    session = practice(place)
    assert session.view["live"].startswith("Catatan lama belum terbaca")
    assert len(names(session)) == 6


def test_reopening_brings_everything_back(place):
    session = practice(place)
    settle(session, names(session)[2], decision="curiga")
    again = practice(place)
    assert again._state == session._state
    assert again.view["live"] == "Latihan dilanjutkan."


def test_two_notebooks_share_one_practice(place):
    one, other = practice(place), practice(place)
    settle(one, names(one)[3])
    other.handle({"do": "open", "message": names(one)[1]})
    assert other._state.inbox.checked == one._state.inbox.checked


@pytest.mark.parametrize("message", [{}, {"do": "terbang"}, {"do": "open", "message": "hantu"}])
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = practice(place)
    settle(session, names(session)[0])
    before = stored(place)
    assert "belum terbaca" in session.handle(message)["live"]
    assert stored(place) == before


def test_a_full_disk_changes_nothing(place, monkeypatch):
    session = practice(place)

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    session.handle({"do": "decide", "decision": "bahaya"})
    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = session.handle({"do": "check"})
    assert view["check"] is None
    assert not session._state.memory.kinds
    assert "belum tersimpan" in view["live"]


def test_english_partners_see_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    assert practice(place).words()["title"] == "Message practice"
