"""Pulled plugs, full disks, damaged files and locked folders lose no answer."""

import errno
import json
import os
import signal
import subprocess
import sys
from datetime import timedelta

import pytest

from lentera.answers import AnswerFile, AnswerNotSaved
from lentera.answers.envelope import to_bytes
from lentera.atomic import write_atomically

TASK = "s06-rangkai"

WRITER = """
import sys
from datetime import datetime
from pathlib import Path
from lentera.answers import AnswerFile

answer_file = AnswerFile(Path(sys.argv[1]), "s06-rangkai")
moment = datetime.fromisoformat("2026-11-22T09:41:00+08:00")
for count in range(int(sys.argv[3])):
    answer_file.save({"who": sys.argv[2], "count": count, "wires": ["battery.plus"] * 2000}, moment)
    print(count, flush=True)
"""


def writer(folder, who, times):
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), who, str(times)], stdout=subprocess.PIPE, text=True
    )


def test_a_kill_in_the_middle_of_writing_leaves_the_last_saved_answer(tmp_path):
    for round_number in range(3):
        with writer(tmp_path, "a", 10**6) as process:
            said = [process.stdout.readline() for __ in range(20 + 7 * round_number)]
            process.send_signal(signal.SIGKILL)
            said += process.stdout.readlines()
        acknowledged = int(said[-1])
        answer = AnswerFile(tmp_path, TASK).load()
        assert answer.recovered_from is None
        assert answer.payload["count"] in {acknowledged, acknowledged + 1}
        assert len(answer.payload["wires"]) == 2000


def test_two_programs_may_save_at_once(tmp_path):
    processes = [writer(tmp_path, who, 60) for who in ("a", "b")]
    for process in processes:
        assert process.communicate()[0].split()[-1] == "59"
        assert process.returncode == 0
    answer = AnswerFile(tmp_path, TASK).load()
    assert answer.recovered_from is None
    assert answer.payload["count"] == 59
    assert not list(tmp_path.glob(".*.tmp"))


DAMAGED = {
    "empty": b"",
    "truncated": b'{"format": "lentera.answer/1", "task": "s06-rangkai", "answer": {"kab',
    "zeros, as after a power cut": b"\x00" * 400,
    "not text": b"\xff\xfe\x80",
    "not an object": b"[]",
    "deeply nested": b"[" * 100_000,
    "another task's": b'{"format": "lentera.answer/1", "task": "s06-kit", "saved_at": "2026-11-22T09:41:00+08:00",'
    b' "answer": {}}',
    "no object inside": b'{"format": "lentera.answer/1", "task": "s06-rangkai", '
    b'"saved_at": "2026-11-22T09:41:00+08:00", "answer": 7}',
    "a time without offset": b'{"format": "lentera.answer/1", "task": "s06-rangkai", '
    b'"saved_at": "2026-11-22T09:41:00", "answer": {}}',
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_falls_back_to_the_history_and_is_kept(tmp_path, morning, content):
    answer_file = AnswerFile(tmp_path, TASK)
    answer_file.save({"kabel": 1}, morning)
    answer_file.save({"kabel": 2}, morning + timedelta(minutes=2))
    answer_file.path.write_bytes(content)

    answer = AnswerFile(tmp_path, TASK).load()

    assert answer.payload == {"kabel": 2}
    assert answer.saved_at == morning + timedelta(minutes=2)
    assert answer.recovered_from.parent.name == ".riwayat"
    (kept,) = answer_file.damaged_files()
    assert kept.name == "s06-rangkai.rusak-1.json"
    assert kept.read_bytes() == content
    again = AnswerFile(tmp_path, TASK).load()
    assert (again.payload, again.recovered_from) == ({"kabel": 2}, None), "the main file is whole again"


def test_damaged_milestones_are_passed_over(tmp_path, morning):
    answer_file = AnswerFile(tmp_path, TASK)
    for count in range(3):
        answer_file.save({"kabel": count}, morning + timedelta(minutes=2 * count))
    (tmp_path / ".riwayat" / f"{TASK}.3.json").write_bytes(b"")
    answer_file.path.write_bytes(b"{")
    answer = answer_file.load()
    assert answer.payload == {"kabel": 1}
    assert answer.recovered_from.name == f"{TASK}.2.json"


def test_every_damaged_file_gets_its_own_name(tmp_path, morning):
    answer_file = AnswerFile(tmp_path, TASK)
    for content in (b"one", b"two", b"three"):
        answer_file.save({"kabel": 1}, morning)
        answer_file.path.write_bytes(content)
        answer_file.load()
    assert [path.read_bytes() for path in answer_file.damaged_files()] == [b"one", b"two", b"three"]


def test_a_damaged_file_without_history_is_kept_and_there_is_no_answer(tmp_path):
    answer_file = AnswerFile(tmp_path, TASK)
    answer_file.path.write_bytes(b"{")
    assert answer_file.load() is None
    assert answer_file.load() is None
    assert [path.read_bytes() for path in answer_file.damaged_files()] == [b"{"], "kept, and only once"


def test_saving_without_loading_first_never_writes_over_a_damaged_file(tmp_path, morning):
    (tmp_path / f"{TASK}.json").write_bytes(b"half an ans")
    answer_file = AnswerFile(tmp_path, TASK)
    answer_file.save({"kabel": 1}, morning)
    assert answer_file.load().payload == {"kabel": 1}
    assert [path.read_bytes() for path in answer_file.damaged_files()] == [b"half an ans"]


def test_a_file_that_vanished_comes_back_from_the_history(tmp_path, morning):
    answer_file = AnswerFile(tmp_path, TASK)
    answer_file.save({"kabel": 1}, morning)
    answer_file.path.unlink()
    assert answer_file.load().recovered_from is not None
    assert json.loads(answer_file.path.read_bytes())["answer"] == {"kabel": 1}


def test_drafts_of_killed_programs_are_swept_and_live_ones_are_not(tmp_path, morning):
    answer_file = AnswerFile(tmp_path, TASK)
    answer_file.save({"kabel": 1}, morning)
    dead, live = tmp_path / f".{TASK}.json.1-aa.tmp", tmp_path / f".{TASK}.json.2-bb.tmp"
    for draft in (dead, live):
        draft.write_bytes(b"{")
    written = answer_file.path.stat().st_mtime
    os.utime(dead, (written - 3600, written - 3600))
    answer_file.load()
    assert not dead.exists()
    assert live.exists()


def fill_disk(monkeypatch, code):
    """Make every write to the disk end as the operating system ends it, once the bytes are to be synced."""

    def refuse(_descriptor):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (errno.ENOSPC, "penyimpanan laptop penuh. Hapus berkas yang tidak dipakai."),
        (errno.EDQUOT, "penyimpanan laptop penuh."),
        (errno.EROFS, "folder ini hanya bisa dibaca. Biarkan halaman ini terbuka dan panggil pengajar."),
        (errno.EIO, "penyimpanan tidak menjawab. Biarkan halaman ini terbuka"),
    ],
)
def test_what_the_disk_refuses_is_told_and_the_earlier_answer_stays(
    tmp_path, morning, monkeypatch, code, says
):
    folder = tmp_path / "s06" / "jawaban"
    answer_file = AnswerFile(folder, TASK)
    answer_file.save({"kabel": 1}, morning)
    before = answer_file.path.read_bytes()
    with monkeypatch.context() as patch:
        fill_disk(patch, code)
        with pytest.raises(AnswerNotSaved) as caught:
            answer_file.save({"kabel": 2}, morning)
        with pytest.raises(AnswerNotSaved):
            answer_file.start_over()
    assert str(caught.value).startswith(
        "Jawaban belum tersimpan di s06/jawaban/s06-rangkai.json, karena " + says
    )
    assert caught.value.path == answer_file.path
    assert answer_file.path.read_bytes() == before
    assert not list(folder.glob(".*.tmp"))


def test_a_history_that_cannot_be_written_does_not_hold_up_the_answer(tmp_path, morning):
    (tmp_path / ".riwayat").write_text("a file where the folder should be")
    answer_file = AnswerFile(tmp_path, TASK)
    answer_file.save({"kabel": 1}, morning, milestone=True)
    assert answer_file.load().payload == {"kabel": 1}


@pytest.fixture
def tiny_disk(tmp_path):
    """Mount a disk of 64 KiB."""
    disk = tmp_path / "tiny"
    disk.mkdir()
    mounted = os.geteuid() == 0 and (
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True, check=False
        ).returncode
        == 0
    )
    if not mounted:
        pytest.skip("mounting a small disk needs the rights of root")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_disk_that_is_really_full(tiny_disk, morning):
    answer_file = AnswerFile(tiny_disk, TASK)
    answer_file.save({"kabel": 1}, morning)
    before = answer_file.path.read_bytes()
    with pytest.raises(AnswerNotSaved, match="penyimpanan laptop penuh"):
        answer_file.save({"catatan": "x" * 70_000}, morning)
    assert answer_file.path.read_bytes() == before
    assert not list(tiny_disk.glob(".*.tmp"))
    answer_file.save({"kabel": 2}, morning)
    assert answer_file.load().payload == {"kabel": 2}, "room is there again"


@pytest.mark.skipif(os.name == "nt", reason="folder rights work differently there")
class TestReadOnlyFolder:
    def test_saving_says_so_and_loading_works(self, read_only_folder, morning):
        folder, lock = read_only_folder
        answer_file = AnswerFile(folder, TASK)
        answer_file.save({"kabel": 1}, morning)
        lock()
        with pytest.raises(AnswerNotSaved, match="folder ini hanya bisa dibaca"):
            answer_file.save({"kabel": 2}, morning)
        assert answer_file.load().payload == {"kabel": 1}

    def test_a_damaged_file_is_answered_from_the_history_and_nothing_is_moved(
        self, read_only_folder, morning
    ):
        folder, lock = read_only_folder
        answer_file = AnswerFile(folder, TASK)
        answer_file.save({"kabel": 1}, morning)
        answer_file.path.write_bytes(b"{")
        lock()
        answer = AnswerFile(folder, TASK).load()
        assert answer.payload == {"kabel": 1}
        assert answer.recovered_from is not None
        assert answer_file.path.read_bytes() == b"{"


def test_writing_atomically_makes_the_folder_and_keeps_usual_rights(tmp_path):
    target = tmp_path / "s06" / "catatan.txt"
    usual = tmp_path / "usual.txt"
    usual.write_bytes(b"")
    write_atomically(target, b"isi")
    assert target.read_bytes() == b"isi"
    assert target.stat().st_mode == usual.stat().st_mode


def test_an_answer_of_a_newer_form_is_never_lost(tmp_path, morning):
    newer = to_bytes(TASK, {"kabel": 1}, morning).replace(b"lentera.answer/1", b"lentera.answer/9")
    (tmp_path / f"{TASK}.json").write_bytes(newer)
    answer_file = AnswerFile(tmp_path, TASK)
    answer_file.load()
    answer_file.save({"kabel": 2}, morning)
    assert [path.read_bytes() for path in answer_file.damaged_files()] == [newer]


def test_a_folder_that_is_a_file_is_told(tmp_path, morning):
    (tmp_path / "jawaban").write_text("oops")
    with pytest.raises(AnswerNotSaved, match="Jawaban belum tersimpan"):
        AnswerFile(tmp_path / "jawaban", TASK).save({}, morning)
