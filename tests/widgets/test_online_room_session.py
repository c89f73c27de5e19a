"""The online room without a screen: real files for the homework, a class, a schedule, a log that keeps little."""

import errno
import json
from datetime import timedelta
from typing import Any

import pytest

from lentera.place import Place
from lentera.tasks import RULE_SETS
from lentera.widgets.online_room.session import OnlineRoomSession

TASK = "s08-ruang-daring"
VISIT = {
    "do": "visit",
    "name": "Siti",
    "day": "2026-11-22",
    "start": "09.00",
    "end": "10.30",
    "done": "Kelas video",
    "odd": "",
    "told": [],
}


def room(place: Place) -> OnlineRoomSession:
    return OnlineRoomSession(place, TASK, [RULE_SETS[TASK]], {TASK: 25.0})


def stored(place: Place) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((place.folder / f"jawaban/{TASK}.json").read_text(encoding="utf-8"))
    return content["answer"]


def today(session: OnlineRoomSession) -> dict[str, Any]:
    task: dict[str, Any] = next(one for one in session.view["homework"]["tasks"] if one["due"])
    return task


def opened(place: Place) -> tuple[OnlineRoomSession, dict[str, Any]]:
    """Open the part with the homework, with today's file downloaded and in the field."""
    session = room(place)
    session.handle({"do": "tab", "tab": "tugas"})
    task = today(session)
    for do in ("download", "open"):
        session.handle({"do": do, "task": task["id"]})
    return session, task


def filled(place: Place) -> tuple[OnlineRoomSession, dict[str, Any]]:
    session, task = opened(place)
    for number, text in enumerate(("satu", "dua", "tiga")):
        session.handle({"do": "answer", "number": number, "value": text})
    return session, task


def text_of(place: Place, *path: str) -> str:
    return place.folder.joinpath(*path).read_text(encoding="utf-8")


def test_homework_goes_down_and_up_as_real_files_and_earns_everything(place):
    session, task = filled(place)
    assert "Jawaban 1:\n" in text_of(place, "unduhan", task["file"])
    session.handle({"do": "save"})
    answers = f"jawaban-{task['file']}"
    assert "Jawaban 2: dua" in text_of(place, "unduhan", answers)
    live = session.handle({"do": "upload", "file": answers})["live"]
    assert live.startswith(f"Terkirim: {answers}, jam 09.")
    assert live.endswith("WITA (latihan).")
    assert text_of(place, "kiriman", answers) == text_of(place, "unduhan", answers)
    assert session.handle({"do": "check"})["check"]["holds"]
    assert RULE_SETS[TASK].judge(stored(place)).points(25) == 25
    session.write_log()
    with place.desk.open_log() as book:
        assert [one.activity.id for one in book.statements()] == [TASK]


def test_each_slip_is_told_and_can_be_mended(place):
    session, task = filled(place)
    answers = f"jawaban-{task['file']}"
    assert "lembar soal tanpa jawaban" in session.handle({"do": "upload", "file": task["file"]})["live"]
    assert session.handle({"do": "take_back", "number": 0})["live"].startswith("Kiriman ditarik")
    assert list((place.folder / "kiriman").iterdir()) == []
    session.handle({"do": "save"})
    session.handle({"do": "answer", "number": 0, "value": "lain"})
    assert "isi yang lama" in session.handle({"do": "upload", "file": answers})["live"]
    found = session.handle({"do": "check"})["check"]
    assert "belum masuk" in found["yet"]
    session.handle({"do": "save"})
    assert "2 kali" not in session.handle({"do": "upload", "file": answers})["live"]
    assert "2 kali" in session.handle({"do": "upload", "file": answers})["live"]
    session.handle({"do": "take_back", "number": 2})
    assert "lain" in text_of(place, "kiriman", answers)
    assert session.handle({"do": "check"})["check"]["holds"]


def test_taking_back_the_newer_file_puts_the_earlier_one_there_again(place):
    session, task = filled(place)
    answers = f"jawaban-{task['file']}"
    for text in ("lama", "baru"):
        session.handle({"do": "answer", "number": 0, "value": text})
        session.handle({"do": "save"})
        session.handle({"do": "upload", "file": answers})
    session.handle({"do": "take_back", "number": 1})
    assert "lama" in text_of(place, "kiriman", answers)


def test_what_another_program_wrote_in_the_answer_file_is_followed(place):
    session, task = filled(place)
    session.handle({"do": "save"})
    path = place.folder / "unduhan" / f"jawaban-{task['file']}"
    path.write_text(path.read_text(encoding="utf-8").replace("dua", "dari luar"), encoding="utf-8")
    view = session.handle({"do": "open", "task": task["id"]})
    assert view["homework"]["open"]["answers"] == ["satu", "dari luar", "tiga"]
    session.handle({"do": "answer", "number": 0, "value": "belum disimpan"})
    path.write_text("hilang", encoding="utf-8")
    view = session.handle({"do": "open", "task": task["id"]})
    assert view["homework"]["open"]["answers"][0] == "belum disimpan"


def test_lost_files_are_there_again(place):
    session, task = filled(place)
    session.handle({"do": "save"})
    for path in (place.folder / "unduhan").iterdir():
        path.unlink()
    session.handle({"do": "upload", "file": f"jawaban-{task['file']}"})
    assert sorted(path.name for path in (place.folder / "unduhan").iterdir()) == [
        f"jawaban-{task['file']}",
        task["file"],
    ]


def test_a_link_that_leads_elsewhere_is_not_followed(place, tmp_path):
    elsewhere = tmp_path / "lain"
    elsewhere.mkdir()
    (place.folder / "unduhan").symlink_to(elsewhere, target_is_directory=True)
    session = room(place)
    view = session.handle({"do": "download", "task": today(session)["id"]})
    assert "belum tersimpan" in view["live"]
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("target", ["folders", "answers"])
def test_a_full_disk_leaves_files_and_answer_as_they_were(place, monkeypatch, target):
    session, task = filled(place)
    session.handle({"do": "save"})
    session.handle({"do": "answer", "number": 0, "value": "baru"})
    before = stored(place)

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    names = {"folders": "lentera.widgets.online_room.folders", "answers": "lentera.answers.file"}
    with monkeypatch.context() as patch:
        patch.setattr(f"{names[target]}.write_atomically", full)
        view = session.handle({"do": "save"})
    assert "belum tersimpan" in view["live"]
    assert stored(place) == before
    assert "satu" in text_of(place, "unduhan", f"jawaban-{task['file']}")
    assert session.handle({"do": "save"})["live"].startswith("Tersimpan sebagai")
    assert "baru" in text_of(place, "unduhan", f"jawaban-{task['file']}")


def test_refusals_say_what_comes_first(place):
    session = room(place)
    assert "Buka dulu" in session.handle({"do": "save"})["live"]
    assert "Unduh" in session.handle({"do": "open", "task": today(session)["id"]})["live"]
    assert "Pilih dulu" in session.handle({"do": "upload", "file": ""})["live"]
    session, task = opened(place)
    for _time in range(12):
        session.handle({"do": "upload", "file": task["file"]})
    assert "Tarik dulu" in session.handle({"do": "upload", "file": task["file"]})["live"]


def test_a_whole_class_from_the_lobby_to_the_good_bye(place):
    session = room(place)
    assert not session.view["class"]["on"]["mic"]
    assert not session.view["class"]["on"]["camera"]
    assert "Pilih dulu nama" in session.handle({"do": "join"})["live"]
    assert "nomor itu" in session.handle({"do": "name", "name": "nomor"})["live"]
    assert "nomor itu" in session.handle({"do": "join"})["live"]
    session.handle({"do": "background", "background": "rumah"})
    assert "alamat rumah" in session.handle({"do": "switch", "name": "camera"})["live"]
    session.handle({"do": "name", "name": "depan"})
    view = session.handle({"do": "join"})
    assert "Selamat pagi" in view["live_spoken"]
    assert view["class"]["step"]["caption"].startswith("Selamat pagi")
    assert "menunggu kata hadir" in session.handle({"do": "go_on"})["live"]
    gestures = (
        [("reply", 0)],
        [("switch", "mic")],
        [("switch", "mic")],
        [("switch", "hand")],
        [("reply", 1)],
        [("switch", "hand")],
        [],
        [("act", "foto"), ("act", "lapor")],
    )
    for step in gestures:
        for do, what in step:
            view = session.handle({"do": do, {"reply": "number", "switch": "name", "act": "act"}[do]: what})
        view = session.handle({"do": "go_on"})
    assert view["class"]["step"]["last"]
    view = session.handle({"do": "leave"})
    assert view["class"]["phase"] == "over"
    assert not view["class"]["on"]["camera"]
    assert session.handle({"do": "again"})["class"]["phase"] == "lobby"


def test_the_stranger_is_told_about_by_feedback_that_leads_on(place):
    session = room(place)
    session._become(session._state.with_lesson(name="depan", at=7))
    view = session.handle({"do": "act", "act": "foto"})
    assert view["class"]["step"]["told"]["kind"] == "stop"
    assert "Jangan kirim" in session.handle({"do": "go_on"})["live"]
    assert session.handle({"do": "act", "act": "tolak"})["class"]["step"]["told"]["kind"] == "yet"
    assert session.handle({"do": "act", "act": "lapor"})["class"]["step"]["told"]["kind"] == "ok"


def test_who_leaves_early_comes_back_to_her_step(place):
    session = room(place)
    session._become(session._state.with_lesson(name="depan", at=3, on=frozenset({"mic"})))
    view = session.handle({"do": "leave"})
    assert view["class"]["phase"] == "lobby"
    assert not view["class"]["on"]["mic"]
    assert view["class"]["enter"] == "Masuk lagi di langkah 4"
    assert session.handle({"do": "join"})["class"]["step"]["count"] == "Langkah 4 dari 9"


def test_a_schedule_is_made_checked_and_printed(place):
    session = room(place)
    session.handle({"do": "tab", "tab": "jadwal"})
    session.handle({"do": "many", "children": 2, "computers": 2})
    lives = {
        slot: row["note"].split()[-1]
        for slot, row in enumerate(session.view["schedule"]["rows"])
        if row["note"]
    }
    first, second = lives
    live = session.handle({"do": "seat", "slot": first, "computer": 0, "child": lives[second]})["live"]
    assert "komputer 1" in live
    session.handle({"do": "seat", "slot": first, "computer": 0, "child": ""})
    for slot, child in lives.items():
        session.handle({"do": "seat", "slot": slot, "computer": 0, "child": child})
    live = session.handle({"do": "seat", "slot": first, "computer": 1, "child": lives[first]})["live"]
    assert f"{lives[first]} duduk di 2 komputer" in live
    found = session.handle({"do": "check"})["check"]
    assert not found["holds"]
    assert found["next"]
    session.handle({"do": "seat", "slot": first, "computer": 1, "child": ""})
    assert "Tugas" in session.handle({"do": "check"})["check"]["yet"]
    view = session.handle({"do": "print"})
    assert view["printed"]["file"] == "cetak/jadwal-komputer.pdf"
    assert (place.folder / "cetak/jadwal-komputer.pdf").read_bytes().startswith(b"%PDF")
    session.handle({"do": "clear"})
    assert "sudah kosong" in session.handle({"do": "clear"})["live"]


def test_a_row_of_the_log_is_kept_deleted_and_put_back(place):
    session = room(place)
    view = session.handle(VISIT)
    assert view["log"]["rows"][0]["when"] == "22 November 2026, 09.00–10.30"
    assert "sudah ada" in session.handle(VISIT)["live"]
    session.handle({"do": "remove", "row": 0})
    assert stored(place)["pendamping"] == []
    assert session.handle({"do": "undo"})["log"]["rows"][0]["name"] == "Siti"
    assert "Belum ada baris" in session.handle({"do": "undo"})["live"]


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        ({"name": "Siti Aminah"}, "name", "Nama lengkap tidak disimpan"),
        ({"done": "telepon 081234567"}, "done", "Ada nomor"),
        ({"odd": "anak SDN 4 diganggu"}, "odd", "nama sekolah"),
        ({"done": "Budi Santoso belajar"}, "done", "huruf kecil"),
        ({"start": "11.00"}, "time", "lebih awal"),
        ({"day": "2027-01-01"}, "day", "belum tiba"),
    ],
)
def test_what_says_too_much_is_noticed_and_never_on_the_disk(place, change, field, said):
    session = room(place)
    session.handle({"do": "tab", "tab": "pendamping"})
    view = session.handle({**VISIT, **change})
    assert said in view["live"]
    assert view["log"]["fault"] == field
    assert view["log"]["rows"] == []
    text = "".join(path.read_text(encoding="utf-8") for path in place.folder.rglob("*.json"))
    assert not any(value in text for value in change.values())


def test_facts_carry_the_day_of_looking_up(place):
    log = room(place).view["log"]
    assert "SAPA 129" in log["report"][0]
    assert all("diperiksa" in fact or "Tanyakan dulu" in fact for fact in (*log["report"], *log["account"]))


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "terbang"},
        {"do": "tab", "tab": "hantu"},
        {"do": "check"},
        {"do": "download", "task": "../x"},
        {"do": "answer", "number": 9, "value": "x"},
        {"do": "answer", "number": 0, "value": 3},
        {"do": "upload", "file": "../../etc/passwd"},
        {"do": "upload", "file": "../jawaban/s08-ruang-daring.json"},
        {"do": "take_back", "number": 0},
        {"do": "name", "name": "x"},
        {"do": "switch", "name": "hand"},
        {"do": "switch", "name": []},
        {"do": "size", "size": True},
        {"do": "go_on"},
        {"do": "leave"},
        {"do": "reply", "number": 0},
        {"do": "act", "act": "lapor"},
        {"do": "many", "children": 9, "computers": 1},
        {"do": "many", "children": 2.0, "computers": 1},
        {"do": "seat", "slot": 99, "computer": 0, "child": ""},
        {"do": "seat", "slot": 0, "computer": 0, "child": "Hantu"},
        {"do": "visit"},
        {**VISIT, "name": 4},
        {"do": "remove", "row": 0},
    ],
)
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = room(place)
    session.handle({"do": "name", "name": "depan"})
    before = stored(place)
    assert "belum terbaca" in session.handle(message)["live"]
    assert stored(place) == before


def test_reopening_brings_every_part_back(place):
    session, _task = filled(place)
    session.handle({"do": "save"})
    session.handle({"do": "name", "name": "depan"})
    session.handle({"do": "join"})
    session.handle(
        {"do": "seat", "slot": 0, "computer": 0, "child": session.view["schedule"]["options"][1][0]}
    )
    session.handle(VISIT)
    again = room(place)
    assert again._state == session._state
    assert again.view["live"] == "Ruang daring sama seperti terakhir disimpan."
    assert again.view["tab"] == "tugas"


@pytest.mark.parametrize(
    "content",
    [{}, {"benih": 1, "kelas": []}, {"benih": 1, "jadwal": 3}, {"benih": 1, "pendamping": 3}, {"benih": "x"}],
)
def test_an_answer_that_is_none_is_kept_aside(place, content):
    place.answer(TASK).save(content, place.now())
    assert room(place).view["live"].startswith("Catatan lama belum terbaca")


def test_a_clock_that_was_set_back_loses_no_row(place):
    session = room(place)
    session.handle(VISIT)
    earlier = Place(place.folder, place.desk, lambda: place.now() - timedelta(days=900))
    assert room(earlier).view["log"]["rows"][0]["name"] == "Siti"


def test_two_notebooks_share_the_room(place):
    one, other = room(place), room(place)
    one.handle({"do": "name", "name": "depan"})
    other.handle(VISIT)
    assert other.view["class"]["name"] == "depan"
    assert one.handle({"do": "tab", "tab": "pendamping"})["log"]["rows"][0]["name"] == "Siti"


def test_english_partners_see_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = room(place)
    assert session.words()["tabs"]["kelas"] == "Video class"
    assert session.handle({"do": "name", "name": "depan"})["live"].endswith("others do not.")
