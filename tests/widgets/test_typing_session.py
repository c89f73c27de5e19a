"""The typing desk without a screen: keys are told, each letter is kept, and a real file is saved and opened again."""

import errno
import json

import pytest

from lentera.atomic import write_atomically
from lentera.literacy.typing.keyboard import EXERCISES
from lentera.tasks import RULE_SETS
from lentera.widgets.typing.session import TypingSession

ANSWER = "s01-perkenalan"
TASKS = ("s01-perkenalan", "s01-buka-lagi")
GOOD = "Nama saya Rahma. Saya dari Desa Sukamaju. Saya suka membuat kue."


def typing(place):
    return TypingSession(place, ANSWER, [RULE_SETS[task] for task in TASKS], dict.fromkeys(TASKS, 15.0))


def stored(place):
    return json.loads((place.folder / f"jawaban/{ANSWER}.json").read_text(encoding="utf-8"))["answer"]


def file_of(place):
    return (place.folder / "perkenalan.txt").read_text(encoding="utf-8")


def press(session, *keys):
    for key in keys:
        session.handle({"do": "key", "key": key})
    return session.view["live"]


def full(_path, _content):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_from_the_first_word_to_a_changed_file(place):
    session = typing(place)
    session.handle({"do": "write", "text": GOOD})
    assert (
        session.handle({"do": "save", "text": GOOD})["live"] == "Tersimpan: berkas perkenalan.txt, 3 kalimat."
    )
    session.handle({"do": "close"})
    assert session.handle({"do": "open"})["text"] == GOOD
    changed = GOOD.replace("kue", "keripik")
    session.handle({"do": "save", "text": changed})
    assert session.handle({"do": "check"})["check"]["holds"]
    assert file_of(place) == changed
    assert [RULE_SETS[task].judge(stored(place)).holds for task in TASKS] == [True, True]
    assert [step["mark"] for step in session.view["steps"]] == ["ok"] * 5


def test_the_file_list_tells_name_sentences_and_time(place):
    session = typing(place)
    assert session.view["file"] is None
    file = session.handle({"do": "save", "text": GOOD})["file"]
    assert file["name"] == "perkenalan.txt"
    assert file["about"].startswith("3 kalimat, disimpan 09.")
    assert file["about"].endswith("WITA")


def test_each_letter_is_kept_before_it_is_saved(place):
    session = typing(place)
    view = session.handle({"do": "write", "text": "Nama s"})
    assert view["unsaved"]
    assert view["live"] == "Draf aman. Berkas belum disimpan."
    assert not (place.folder / "perkenalan.txt").exists()
    again = typing(place)
    assert again.view["text"] == "Nama s"
    assert again.view["live"] == "Tulisan kembali, juga yang belum disimpan."


def test_the_title_tells_saved_and_not_saved(place):
    session = typing(place)
    session.handle({"do": "save", "text": GOOD})
    assert (session.view["unsaved"], session.view["state"]) == (False, "Lembar tersimpan.")
    session.handle({"do": "write", "text": GOOD + " Dan"})
    assert (session.view["unsaved"], session.view["state"]) == (True, "Lembar belum disimpan.")
    assert session.handle({"do": "write", "text": GOOD})["live"] == "Isi lembar sama dengan berkas."


def test_a_line_without_a_full_stop_is_remarked_and_counts(place):
    view = typing(place).handle({"do": "write", "text": "saya siti\nsaya suka kopi."})
    assert view["count"] == "2 kalimat"
    assert view["loose"] == "Belum memakai titik: kalimat 1."


def test_an_unsaved_sheet_is_closed_only_on_purpose(place):
    session = typing(place)
    session.handle({"do": "save", "text": GOOD})
    session.handle({"do": "write", "text": "x"})
    assert "Simpan dulu" in session.handle({"do": "close"})["live"]
    assert session.view["is_open"]
    view = session.handle({"do": "leave"})
    assert (view["is_open"], view["left"], file_of(place)) == (False, True, GOOD)
    view = session.handle({"do": "take_back"})
    assert (view["is_open"], view["text"], view["unsaved"]) == (True, "x", True)


def test_save_and_close_is_one_gesture(place):
    view = typing(place).handle({"do": "save_close", "text": GOOD})
    assert not view["is_open"]
    assert file_of(place) == GOOD
    assert view["live"].startswith("Tersimpan: berkas perkenalan.txt")


def test_an_empty_sheet_makes_no_file(place):
    session = typing(place)
    assert "masih kosong" in session.handle({"do": "save", "text": " \n"})["live"]
    assert not (place.folder / "perkenalan.txt").exists()
    session.handle({"do": "close"})
    assert "Belum ada berkas" in session.handle({"do": "open"})["live"]
    assert session.handle({"do": "new"})["is_open"]


def test_what_another_program_wrote_is_opened(place):
    session = typing(place)
    session.handle({"do": "save_close", "text": GOOD})
    (place.folder / "perkenalan.txt").write_text("Ditulis di luar sana.", encoding="utf-8")
    view = session.handle({"do": "open"})
    assert (view["text"], view["unsaved"]) == ("Ditulis di luar sana.", False)


def test_a_file_that_was_deleted_comes_back_from_the_answer(place):
    session = typing(place)
    session.handle({"do": "save_close", "text": GOOD})
    (place.folder / "perkenalan.txt").unlink()
    assert session.handle({"do": "open"})["text"] == GOOD
    assert file_of(place) == GOOD


def test_a_full_disk_keeps_the_earlier_file_and_answer(place, monkeypatch):
    session = typing(place)
    session.handle({"do": "save", "text": GOOD})
    before = stored(place)
    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = session.handle({"do": "save", "text": "Baru. Sekali."})
    assert "belum tersimpan" in view["live"]
    assert (file_of(place), stored(place)) == (GOOD, before)
    monkeypatch.setattr("lentera.answers.file.write_atomically", write_atomically)
    monkeypatch.setattr("lentera.widgets.typing.session.write_atomically", full)
    assert "belum tersimpan" in session.handle({"do": "save", "text": "Baru. Sekali."})["live"]
    assert (file_of(place), stored(place)) == (GOOD, before)


def test_a_first_save_that_is_refused_leaves_no_file(place, monkeypatch):
    session = typing(place)
    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    session.handle({"do": "save", "text": GOOD})
    assert not (place.folder / "perkenalan.txt").exists()


def test_two_notebooks_share_sheet_and_file(place):
    one, other = typing(place), typing(place)
    one.handle({"do": "save", "text": GOOD})
    view = other.handle({"do": "tab", "tab": "meja"})
    assert (view["text"], view["file"]["name"]) == (GOOD, "perkenalan.txt")
    assert view["sheet"] > 0


def test_right_and_wrong_keys_are_told_with_the_way(place):
    session = typing(place)
    assert session.view["asked"]["name"] == "huruf f"
    assert press(session, "g") == "Itu huruf g. Yang dicari huruf f. 1 tombol ke kiri."
    assert session.view["pressed"] == {"key": "g", "ok": False}
    assert press(session, "f") == (
        "Huruf f. Tepat. Tekan huruf j. Huruf J punya tonjolan. Jari telunjuk kanan."
    )
    assert press(session, "Enter").startswith("Itu Enter. Yang dicari huruf j.")


def test_all_rows_can_be_found_and_the_next_row_comes_by_itself(place):
    session = typing(place)
    back = {"space": " ", "enter": "Enter", "backspace": "Backspace"}
    arrows = {one: f"Arrow{one.title()}" for one in ("left", "right", "up", "down")}
    for exercise in EXERCISES:
        assert session._state.row == exercise.id
        said = press(session, *(back.get(key, arrows.get(key, key)) for key in exercise.keys))
        assert "selesai." in said
    assert session.view["all_found"].startswith("Semua baris selesai.")
    assert stored(place)["latihan"]["selesai"] == [one.id for one in EXERCISES]


def test_shift_is_told_before_its_letter(place):
    session = typing(place)
    session.handle({"do": "row", "row": "kapital"})
    assert session.view["asked"] == {
        "key": "s",
        "shift": True,
        "name": "huruf S besar",
        "where": "Tahan Shift, lalu tekan hurufnya. Baris tengah. Jari manis kiri.",
    }
    assert press(session, "Shift").startswith("Shift sudah ditekan.")
    assert press(session, "s").startswith("Itu huruf s. Yang dicari huruf S besar.")
    assert press(session, "S").startswith("Huruf S besar. Tepat.")


def test_any_key_can_be_skipped(place):
    session = typing(place)
    assert session.handle({"do": "skip"})["live"].startswith("Dilewati. Tekan huruf j.")
    assert session.view["progress"] == "Tombol 2 dari 9"


def test_found_keys_do_not_take_a_check_away(place):
    session = typing(place)
    session.handle({"do": "save", "text": "Saya Siti."})
    session.handle({"do": "check"})
    press(session, "f")
    assert session.view["check"] is not None


def test_a_check_before_the_first_letter_tells_where_to_begin(place):
    session = typing(place)
    press(session, "f")
    found = session.handle({"do": "check"})["check"]
    assert "masih kosong" in found["yet"]


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "terbang"},
        {"do": "key", "key": 4},
        {"do": "key", "key": ""},
        {"do": "row", "row": "hantu"},
        {"do": "tab", "tab": "hantu"},
        {"do": "write", "text": None},
        {"do": "save", "text": ["x"]},
    ],
)
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = typing(place)
    session.handle({"do": "write", "text": "Saya"})
    before = stored(place)
    assert "belum terbaca" in session.handle(message)["live"]
    assert stored(place) == before


@pytest.mark.parametrize("gesture", ["write", "save", "save_close"])
def test_a_closed_sheet_takes_no_letters(place, gesture):
    session = typing(place)
    session.handle({"do": "save_close", "text": GOOD})
    assert "Buka berkasnya dulu" in session.handle({"do": gesture, "text": "x"})["live"]
    assert file_of(place) == GOOD


@pytest.mark.parametrize(
    "content", [{}, {"simpanan": 4, "terbuka": True}, {"simpanan": [4], "terbuka": True}]
)
def test_an_answer_that_is_none_is_kept_aside(place, content):
    place.answer(ANSWER).save(content, place.now())
    assert typing(place).view["live"].startswith("Catatan lama belum terbaca")


def test_a_damaged_practice_begins_anew_and_the_text_stays(place):
    session = typing(place)
    session.handle({"do": "write", "text": "Saya Siti."})
    content = stored(place) | {"latihan": {"baris": "hantu", "ke": 99, "selesai": "semua"}, "lembar": 7}
    place.answer(ANSWER).save(content, place.now())
    again = typing(place)
    assert (again.view["text"], again.view["progress"]) == ("Saya Siti.", "Tombol 1 dari 9")


def test_the_log_gets_both_tasks(place):
    session = typing(place)
    session.handle({"do": "save", "text": GOOD})
    session.handle({"do": "check"})
    session.write_log()
    with place.desk.open_log() as book:
        assert {one.activity.id for one in book.statements()} == set(TASKS)


def test_english_partners_see_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = typing(place)
    assert session.words()["save"] == "Save to the file"
    assert press(session, "g") == "That is letter g. Asked is letter f. 1 keys to the left."
