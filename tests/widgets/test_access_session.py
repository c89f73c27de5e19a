"""How she likes to work, without a screen: each choice is kept at once, taken back at once, and shown at once."""

import errno
from dataclasses import replace

import pytest

from lentera.desk import Preferences
from lentera.place import Place
from lentera.widgets.access.session import MOST_STEPS, AccessSession
from lentera.widgets.activity_widget import show
from lentera.words import Address


def choose(session, field, value):
    return session.handle({"do": "set", "field": field, "value": value})


@pytest.mark.parametrize(
    ("field", "value", "kept", "said"),
    [
        ("text_size", "150", 150, "Ukuran huruf 150 persen."),
        ("theme", "gelap", "gelap", "Warna layar: Gelap: huruf terang di atas biru tua."),
        ("sound", "off", False, "Tombol baca nyaring sekarang tersembunyi."),
        ("keys", "off", False, "Tombol angka sekarang mati."),
        ("address", "Kak", Address.KAK, "Sapaan: Kak."),
        ("name", "  Bu   Siti ", "Bu Siti", "Nama panggilan: Bu Siti."),
        ("name", "", "", "Nama panggilan kosong."),
    ],
)
def test_each_choice_is_kept_on_the_desk_and_told(place, field, value, kept, said):
    view = choose(AccessSession(place), field, value)
    assert getattr(place.desk.preferences, field) == kept
    assert view["live"] == said
    assert view["saved"].startswith("Tersimpan")


def test_nothing_is_written_into_the_folder_of_answers(place):
    choose(AccessSession(place), "theme", "gelap")
    assert not (place.folder / "jawaban").exists()


def test_the_log_learns_nothing(place):
    session = AccessSession(place)
    choose(session, "sound", "off")
    session.write_log()
    with place.desk.open_log() as book:
        assert list(book.statements()) == []


def test_the_last_choice_is_taken_back_one_after_the_other(place):
    session = AccessSession(place)
    before = place.desk.preferences
    choose(session, "text_size", "200")
    choose(session, "theme", "kontras")
    assert session.handle({"do": "undo"})["theme"] == "terang"
    assert place.desk.preferences.text_size == 200
    session.handle({"do": "undo"})
    assert place.desk.preferences == before
    assert "Belum ada pilihan" in session.handle({"do": "undo"})["live"]
    assert not session.view["undo"]["ok"]


def test_a_name_that_grows_is_one_step_back(place):
    session = AccessSession(place)
    for name in ("S", "Si", "Siti"):
        choose(session, "name", name)
    assert session.handle({"do": "undo"})["name"] == "Rahma"


def test_the_way_back_has_an_end(place):
    session = AccessSession(place)
    for _round in range(MOST_STEPS):
        choose(session, "theme", "gelap")
        choose(session, "theme", "terang")
    assert len(session._state.before) == MOST_STEPS


def test_as_at_the_beginning_keeps_name_and_address(place):
    session = AccessSession(place)
    choose(session, "text_size", "200")
    choose(session, "keys", "off")
    session.handle({"do": "reset"})
    assert place.desk.preferences == Preferences(address=Address.IBU, name="Rahma")
    assert "sudah seperti semula" in session.handle({"do": "reset"})["live"]
    assert session.handle({"do": "undo"})["text_size"] == "200"


def test_the_greeting_follows_address_and_name(place):
    session = AccessSession(place)
    assert session.view["hello"] == "Selamat pagi, Bu Rahma."
    assert choose(session, "address", "Anda")["hello"] == "Selamat pagi, Rahma."
    assert choose(session, "name", "")["hello"] == "Selamat pagi."


def test_the_look_of_the_widget_follows_each_choice(place):
    session = AccessSession(place)
    widget = show(session)
    widget._on_message(widget, {"do": "set", "field": "theme", "value": "kontras"}, [])
    assert widget.look["theme"] == "kontras"
    widget._on_message(widget, {"do": "undo"}, [])
    assert widget.look["theme"] == "terang"


def test_what_is_chosen_on_the_home_page_is_followed(place):
    session = AccessSession(place)
    place.desk.set_preferences(replace(place.desk.preferences, text_size=200))
    assert choose(session, "theme", "gelap")["text_size"] == "200"
    assert place.desk.preferences.text_size == 200


def test_two_notebooks_take_turns(place):
    one, other = AccessSession(place), AccessSession(place)
    choose(one, "theme", "gelap")
    assert choose(other, "text_size", "125")["theme"] == "gelap"
    assert (place.desk.preferences.theme, place.desk.preferences.text_size) == ("gelap", 125)


def test_away_from_any_desk_choices_are_tried_and_not_kept(tmp_path):
    session = AccessSession(Place(tmp_path))
    assert "belum bisa disimpan" in session.view["saved"]
    view = choose(session, "theme", "gelap")
    assert view["theme"] == session.look["theme"] == "gelap"
    assert not view["kept"]
    assert list(tmp_path.iterdir()) == []
    choose(session, "text_size", "150")
    assert session.look["theme"] == "gelap"


def test_a_full_disk_changes_nothing(place, monkeypatch):
    session = AccessSession(place)

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.desk.write_atomically", full)
    view = choose(session, "theme", "gelap")
    assert "belum tersimpan" in view["live"]
    assert view["theme"] == session.look["theme"] == "terang"


def test_damaged_preferences_begin_anew(place):
    (place.desk.private / "preferensi.json").write_text("{", encoding="utf-8")
    session = AccessSession(place)
    assert session.view["text_size"] == "100"
    choose(session, "text_size", "150")
    assert place.desk.preferences.text_size == 150


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "terbang"},
        {"do": "set", "field": "theme", "value": "ungu"},
        {"do": "set", "field": "text_size", "value": 150},
        {"do": "set", "field": "hantu", "value": "on"},
        {"do": "set", "field": "name", "value": 4},
        {"do": "set", "field": "keys", "value": True},
        {"do": "set", "field": ["theme"], "value": "gelap"},
        {"do": "set", "field": "theme", "value": ["gelap"]},
    ],
)
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = AccessSession(place)
    before = place.desk.preferences
    assert "belum terbaca" in session.handle(message)["live"]
    assert place.desk.preferences == before


def test_english_partners_see_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = AccessSession(place)
    assert session.words()["reset"] == "As at the beginning"
    assert choose(session, "text_size", "150")["live"] == "Text size 150 percent."
