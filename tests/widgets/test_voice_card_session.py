"""Copied voices without a screen: two stories, three checks, and a plan that never holds the word."""

import errno
import json
from typing import Any

import pytest

from lentera.course.style import StyleSeverity, TextKind, lint_text
from lentera.place import Place
from lentera.widgets.voice_card.session import VoiceCardSession
from lentera.widgets.voice_card.texts import option_name, options, part_name, parts, stories, story, way, ways

NAME = "s02-suara"


def card(place: Place) -> VoiceCardSession:
    return VoiceCardSession(place, NAME)


def stored(place: Place) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((place.folder / f"jawaban/{NAME}.json").read_text(encoding="utf-8"))
    return content["answer"]


def choose(session: VoiceCardSession, part: str, value: str, *, on: bool = True) -> dict[str, Any]:
    return session.handle({"do": "plan", "part": part, "value": value, "on": on})


def test_both_a_voice_and_a_face_that_signs_are_told(place):
    session = card(place)
    assert "Suaranya persis keponakan Ibu" in session.view["told"]["happens"]
    view = session.handle({"do": "story", "story": "isyarat"})
    assert "Ia berisyarat" in view["live"]
    assert "gerak tangan" in view["told"]["what"]


def test_a_check_shows_what_follows_only_when_it_is_tried(place):
    session = card(place)
    assert [one["follows"] for one in session.view["ways"]] == ["", "", ""]
    view = session.handle({"do": "try", "way": "balik"})
    assert view["live"].startswith("Rani menjawab di nomor lamanya.")
    assert [bool(one["follows"]) for one in view["ways"]] == [False, True, False]
    other = session.handle({"do": "story", "story": "isyarat"})
    assert [one["follows"] for one in other["ways"]] == ["", "", ""]


def test_the_plan_is_made_of_choices_and_counted(place):
    session = card(place)
    assert (
        choose(session, "tahu", "serumah")["live"]
        == "Masuk rencana: orang yang serumah. 1 dari 5 bagian sudah diputuskan."
    )
    view = choose(session, "tahu", "serumah", on=False)
    assert view["live"] == "Keluar dari rencana: orang yang serumah. 0 dari 5 bagian sudah diputuskan."
    assert view["chosen"]["tahu"] == []


def test_there_is_no_way_to_write_or_keep_the_word(place):
    session = card(place)
    for message in (
        {"do": "word", "value": "kelapa"},
        {"do": "plan", "part": "kata", "value": "kelapa", "on": True},
        {"do": "plan", "part": "tahu", "value": "kelapa", "on": True},
    ):
        session.handle(message)
    choose(session, "tahu", "saudara")
    assert "kelapa" not in json.dumps(stored(place))
    place.answer(NAME).save({**stored(place), "rencana": {"tahu": ["kelapa"]}, "kata": "kelapa"}, place.now())
    again = card(place)
    assert "kelapa" not in json.dumps(again.view)
    again.handle({"do": "try", "way": "kata"})
    assert "kelapa" not in json.dumps(stored(place))


def test_the_card_is_printed_with_the_plan_and_without_the_word(place, text_of):
    session = card(place)
    choose(session, "tanya", "uang")
    view = session.handle({"do": "print"})
    assert view["live"] == "Lembar siap dicetak: berkas cetak/kata-keluarga.pdf."
    assert view["printed"]["file"] == "cetak/kata-keluarga.pdf"
    printed = " ".join(text_of((place.folder / "cetak/kata-keluarga.pdf").read_bytes()).split())
    assert "ada yang meminta uang" in printed
    assert "Kata rahasianya tidak ditulis di sini." in printed
    assert "Nomor lama untuk dihubungi balik" in printed
    for name in ways():
        assert way(name, "suara")["name"] in printed


def test_an_empty_plan_prints_room_for_the_pen(place, text_of):
    session = card(place)
    session.handle({"do": "print"})
    printed = text_of((place.folder / "cetak/kata-keluarga.pdf").read_bytes())
    for part in parts():
        assert part_name(part).split()[0] in printed


def test_a_sheet_that_cannot_be_written_is_told(place, monkeypatch):
    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.prints.sheet.write_atomically", full)
    view = card(place).handle({"do": "print"})
    assert view["live"].startswith("Lembar cetak belum tersimpan")
    assert view["printed"] is None


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "terbang"},
        {"do": "story", "story": "hantu"},
        {"do": "try", "way": "hantu"},
        {"do": "plan", "part": "hantu", "value": "uang", "on": True},
        {"do": "plan", "part": "tanya", "value": "hantu", "on": True},
        {"do": "plan", "part": "tanya", "value": "uang", "on": 1},
        {"do": "plan", "part": ["tanya"], "value": "uang", "on": True},
    ],
)
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = card(place)
    choose(session, "lupa", "balik")
    before = stored(place)
    assert "belum terbaca" in session.handle(message)["live"]
    assert stored(place) == before


def test_reopening_brings_everything_back(place):
    session = card(place)
    session.handle({"do": "story", "story": "isyarat"})
    session.handle({"do": "try", "way": "tanya"})
    choose(session, "ganti", "bocor")
    again = card(place)
    assert again._state == session._state
    assert again.view["live"] == "Rencana sama seperti terakhir disimpan."


@pytest.mark.parametrize(
    "content", [{}, {"dicoba": {}, "rencana": []}, {"dicoba": {"suara": 3}, "rencana": {}, "cerita": ["x"]}]
)
def test_an_answer_that_is_none_is_kept_aside(place, content):
    place.answer(NAME).save(content, place.now())
    assert card(place).view["live"].startswith("Catatan lama belum terbaca")


def test_two_notebooks_share_the_plan(place):
    one, other = card(place), card(place)
    choose(one, "tahu", "saudara")
    assert choose(other, "tanya", "uang")["chosen"]["tahu"] == ["saudara"]


def test_a_full_disk_changes_nothing(place, monkeypatch):
    session = card(place)

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = choose(session, "tahu", "saudara")
    assert view["chosen"]["tahu"] == []
    assert "belum tersimpan" in view["live"]


def test_every_text_is_plain():
    texts = [text for name in stories() for text in story(name).values()]
    texts += [text for name in ways() for place in stories() for text in way(name, place).values()]
    texts += [part_name(part) for part in parts()]
    texts += [option_name(part, one) for part in parts() for one in options(part)]
    faults = [
        (text, found)
        for text in texts
        for found in lint_text(text.replace("{Sapaan}", "Ibu"), TextKind.LESSON)
        if found.severity is StyleSeverity.ERROR
    ]
    assert faults == []


def test_english_partners_see_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = card(place)
    assert session.words()["title"] == "Copied voices"
    assert session.handle({"do": "try", "way": "balik"})["live"].startswith("Rani answers")
