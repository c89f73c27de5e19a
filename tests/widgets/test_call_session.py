"""Practice calls without a screen: pick up, answer, hang up, try another way, and find it all again."""

import errno
import json
from dataclasses import replace
from typing import Any

import pytest

from lentera.place import Place
from lentera.widgets.call.session import CallSession
from lentera.words import Address

NAME = "s02-telepon"


def calls(place: Place) -> CallSession:
    return CallSession(place, NAME)


def stored(place: Place) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((place.folder / f"jawaban/{NAME}.json").read_text(encoding="utf-8"))
    return content["answer"]


def talk(session: CallSession, call: str, *answers: str) -> dict[str, Any]:
    """Open a call, pick it up and answer; return the last view."""
    session.handle({"do": "call", "call": call})
    view = session.handle({"do": "pick_up"})
    for answer in answers:
        view = session.handle({"do": "answer", "answer": answer})
    return view


def test_a_call_rings_before_anybody_speaks(place):
    view = calls(place).view
    assert view["state"] == "ringing"
    assert view["chat"] == []
    assert view["offered"] == []


def test_the_pressure_grows_and_each_answer_gets_a_remark(place):
    session = calls(place)
    view = talk(session, "bank-otp", "siapa", "tolak")
    assert [message["mine"] for message in view["chat"]] == [False, True, False, True, False]
    assert view["live"].startswith("Penelepon: Waktunya 1 menit, Bu!")
    assert view["live_spoken"].startswith("Tepat. OTP adalah kunci.")
    assert view["live"] in view["live_spoken"]
    assert view["remark"] == "Tepat. OTP adalah kunci. Orang lain tidak perlu tahu."


def test_a_code_that_was_told_ends_without_blame_and_with_what_to_do(place):
    view = talk(calls(place), "bank-otp", "siapa", "sebut")
    assert view["state"] == "ended"
    assert "Ini bukan keliru Ibu. Penipunya yang keliru." in view["end"]["text"]
    assert view["end"]["mark"] == "stop"
    assert view["end"]["if_done"][0].startswith("Telepon bank")
    assert any("diperiksa: " in fact for fact in view["end"]["facts"])


def test_hanging_up_is_possible_in_every_turn(place):
    session = calls(place)
    for answers in ((), ("siapa",), ("siapa", "tolak")):
        talk(session, "bank-otp", *answers)
        view = session.handle({"do": "hang_up"})
        assert view["end"]["mark"] == "ok"
        assert view["end"]["if_done"] == []
        session.handle({"do": "restart"})


def test_stopping_in_the_middle_was_close_and_still_good(place):
    session = calls(place)
    talk(session, "bank-otp", "siapa", "tolak", "separuh")
    view = session.handle({"do": "hang_up"})
    assert view["end"]["text"].startswith("Nyaris.")
    assert view["end"]["if_done"]


def test_an_honest_call_ends_well_and_says_so(place):
    view = talk(calls(place), "puskesmas", "catat", "sampai-jumpa")
    assert view["end"]["text"] == "Aman. Penelepon ini jujur."


def test_an_answer_can_be_taken_back_and_the_ends_tried_are_kept(place):
    session = calls(place)
    talk(session, "bank-otp", "siapa", "sebut")
    view = session.handle({"do": "back"})
    assert view["state"] == "talking"
    view = session.handle({"do": "hang_up"})
    assert view["seen"] == "Akhir yang sudah dicoba: aman, telanjur."
    card = next(card for card in view["cards"] if card["id"] == "bank-otp")
    assert (card["mark"], card["word"]) == ("ok", "aman")


def test_from_the_beginning_starts_the_conversation_again(place):
    session = calls(place)
    talk(session, "bank-otp", "siapa", "tolak")
    view = session.handle({"do": "restart"})
    assert len(view["chat"]) == 1
    assert view["remark"] == ""
    assert not view["back"]


def test_the_next_call_is_one_that_has_not_ended_yet(place):
    session = calls(place)
    for name in [card["id"] for card in session.view["cards"]]:
        talk(session, name)
        view = session.handle({"do": "hang_up"})
    assert view["next_call"] == ""
    assert {card["mark"] for card in view["cards"]} == {"ok"}


@pytest.mark.parametrize(
    ("first", "message", "told"),
    [
        ((), {"do": "answer", "answer": "siapa"}, "masih berdering"),
        ((), {"do": "hang_up"}, "masih berdering"),
        ((), {"do": "restart"}, "masih berdering"),
        ((), {"do": "back"}, "Belum ada jawaban"),
        (({"do": "pick_up"},), {"do": "pick_up"}, "sudah diangkat"),
        (({"do": "pick_up"},), {"do": "back"}, "Belum ada jawaban"),
        (({"do": "pick_up"}, {"do": "hang_up"}), {"do": "hang_up"}, "sudah berakhir"),
    ],
)
def test_what_cannot_be_done_now_is_told(place, first, message, told):
    session = calls(place)
    for one in first:
        session.handle(one)
    before = session._state
    assert told in session.handle(message)["live"]
    assert session._state == before


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "terbang"},
        {"do": "call", "call": "hantu"},
        {"do": "call", "call": ["x"]},
        {"do": "answer", "answer": "hantu"},
        {"do": "answer", "answer": "tutup"},
        {"do": "answer", "answer": {"a": 1}},
        {"do": "answer"},
    ],
)
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = calls(place)
    session.handle({"do": "pick_up"})
    before = stored(place)
    assert "belum terbaca" in session.handle(message)["live"]
    assert stored(place) == before


def test_reopening_brings_everything_back(place):
    session = calls(place)
    talk(session, "anak-celaka", "mana")
    again = calls(place)
    assert again._state == session._state
    assert again.view["live"] == "Telepon sama seperti terakhir disimpan."


@pytest.mark.parametrize(
    "content", [{}, {"jawaban": []}, {"jawaban": {"bank-otp": "siapa"}}, {"jawaban": {}, "akhir": [1]}]
)
def test_an_answer_that_is_none_is_kept_aside(place, content):
    place.answer(NAME).save(content, place.now())
    assert calls(place).view["live"].startswith("Catatan lama belum terbaca")


def test_a_call_of_an_earlier_release_is_kept_as_far_as_it_fits(place):
    content = {
        "terbuka": "hantu",
        "jawaban": {"bank-otp": ["siapa", "hilang"], "hantu": ["x"]},
        "akhir": {"bank-otp": ["aman", "entah"]},
    }
    place.answer(NAME).save(content, place.now())
    session = calls(place)
    assert session._state.paths == {"bank-otp": ("siapa",)}
    assert session.view["seen"] == "Akhir yang sudah dicoba: aman."


def test_two_notebooks_share_the_calls(place):
    one, other = calls(place), calls(place)
    talk(one, "bank-otp", "siapa")
    assert len(other.handle({"do": "answer", "answer": "tolak"})["chat"]) == 5


def test_a_full_disk_changes_nothing(place, monkeypatch):
    session = calls(place)

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = session.handle({"do": "pick_up"})
    assert view["state"] == "ringing"
    assert "belum tersimpan" in view["live"]


@pytest.mark.parametrize("address", Address)
def test_every_text_has_its_form_of_address(place, address):
    place.desk.set_preferences(replace(place.desk.preferences, address=address))
    session = calls(place)
    for card in session.view["cards"]:
        view = talk(session, card["id"])
        told = [view["story"], view["remark"], *(one["text"] for one in (*view["chat"], *view["offered"]))]
        assert not [text for text in told if "{" in text]
        session.handle({"do": "hang_up"})


def test_english_partners_see_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = calls(place)
    assert session.words()["title"] == "Practice calls"
    assert session.handle({"do": "pick_up"})["live"].startswith("Caller: ")
