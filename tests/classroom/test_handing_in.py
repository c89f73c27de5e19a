import errno
import json
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from lentera.answers import AnswerFile
from lentera.classroom import ClassroomError, drives, hand_in, open_envelope
from lentera.desk import Desk
from lentera.progress import Verb

Tree = Callable[[Path], dict[str, bytes]]


def test_the_envelope_carries_notebook_answers_and_log(desk: Desk, stick: Path, now: datetime) -> None:
    done = hand_in(desk, "s06", f"usb:{stick}", now)
    envelope = open_envelope(stick / "SM-07_s06_1.amplop")
    assert done.envelope == stick / "SM-07_s06_1.amplop"
    assert sorted(envelope.files) == ["catatan.jsonl", "jawaban/s06-ukur.json", "s06.ipynb"]
    assert (envelope.manifest.learner, envelope.manifest.session) == ("SM-07", "s06")
    assert envelope.files["s06.ipynb"] == (desk.session_folder("s06") / "s06.ipynb").read_bytes()
    assert len(envelope.files["catatan.jsonl"].splitlines()) == 1
    assert done.sentences() == [f"Tugas sesi 6 sudah diserahkan: SM-07_s06_1.amplop di {stick}."]
    json.dumps(done.to_json())


def test_she_keeps_a_copy_and_the_log_knows(desk: Desk, stick: Path, now: datetime) -> None:
    done = hand_in(desk, "s06", stick, now)
    assert done.copy.read_bytes() == done.envelope.read_bytes()
    with desk.open_log() as log:
        assert [said.activity.id for said in log.statements(verbs=[Verb.HANDED_IN])] == ["s06"]


def test_handing_in_again_never_replaces(desk: Desk, stick: Path, now: datetime) -> None:
    for _again in range(3):
        hand_in(desk, "s06", stick, now)
    assert sorted(path.name for path in stick.iterdir()) == [f"SM-07_s06_{n}.amplop" for n in (1, 2, 3)]
    counters = [open_envelope(path).manifest.counter for path in sorted(stick.iterdir())]
    assert counters == [1, 2, 3]


def test_history_and_drafts_stay_home(desk: Desk, stick: Path, now: datetime) -> None:
    answers = desk.session_folder("s06") / "jawaban"
    (answers / "s06-ukur.rusak-1.json").write_text("{")
    (answers / ".s06-ukur.json.tmp").write_text("{")
    (answers / "foto.jpg").write_bytes(b"x")
    done = hand_in(desk, "s06", stick, now)
    assert [name for name in open_envelope(done.envelope).files if "/" in name] == ["jawaban/s06-ukur.json"]


@pytest.mark.parametrize("content", [None, b"", b"{", b"[]", b'{"cells": 3}', b"\xff\xfe"], ids=repr)
def test_a_broken_notebook_is_sent_as_released(
    desk: Desk, stick: Path, now: datetime, content: bytes | None
) -> None:
    notebook = desk.session_folder("s06") / "s06.ipynb"
    released = notebook.read_bytes()
    notebook.unlink() if content is None else notebook.write_bytes(content)
    done = hand_in(desk, "s06", stick, now)
    assert open_envelope(done.envelope).files["s06.ipynb"] == released
    assert "Lembar tugas hilang atau rusak. Lembar baru yang dikirim. Semua jawaban tetap ikut." in (
        done.sentences()
    )


def test_a_damaged_answer_falls_back_to_its_last_whole_state(desk: Desk, stick: Path, now: datetime) -> None:
    answers = desk.session_folder("s06") / "jawaban"
    AnswerFile(answers, "s06-ukur").save({"isian": {"catatan": "utuh"}}, now, milestone=True)
    (answers / "s06-ukur.json").write_bytes(b'{"format": "lente')
    done = hand_in(desk, "s06", stick, now)
    sent = json.loads(open_envelope(done.envelope).files["jawaban/s06-ukur.json"])
    assert sent["answer"] == {"isian": {"catatan": "utuh"}}
    assert done.notes == ("s06-ukur.json rusak. Simpanan utuh yang terakhir dikirim.",)


def test_without_a_learner_code_nothing_happens(tmp_path: Path, stick: Path, now: datetime) -> None:
    with pytest.raises(ClassroomError, match="Belum ada kode peserta"):
        hand_in(Desk.open(tmp_path / "baru"), "s06", stick, now)
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize("session", ["s01", "s99", "../s06", ""])
def test_a_session_that_is_not_here_is_told(desk: Desk, stick: Path, now: datetime, session: str) -> None:
    with pytest.raises(ClassroomError, match="belum ada di laptop ini"):
        hand_in(desk, session, stick, now)


def test_a_stick_that_is_not_plugged_in_is_told(desk: Desk, tmp_path: Path, now: datetime) -> None:
    with pytest.raises(ClassroomError, match=r"belum ditemukan.*Pasang flashdisk"):
        hand_in(desk, "s06", f"usb:{tmp_path / 'cabut'}", now)
    assert not (tmp_path / "cabut").exists()


# What the stick does, and what she is told.
@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "penuh. Tugas belum diserahkan. Hapus satu berkas di sana"),
        (errno.EROFS, "hanya bisa dibaca. Tugas belum diserahkan. Geser kunci flashdisk"),
        (errno.EIO, "tidak menjawab lagi. Tugas belum diserahkan. Pasang lagi flashdisk"),
    ],
)
@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="asks the system which file is meant")
def test_a_stick_in_trouble_leaves_all_as_it_was(
    desk: Desk,
    stick: Path,
    now: datetime,
    tree: Tree,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    sentence: str,
) -> None:
    hand_in(desk, "s06", stick, now)
    before, on_stick = tree(desk.root), tree(stick)
    sync = os.fsync

    def troubled(descriptor: int) -> None:
        if str(stick) in str(Path(f"/proc/self/fd/{descriptor}").readlink()):
            raise OSError(number, os.strerror(number))
        sync(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", troubled)
        with pytest.raises(ClassroomError, match=sentence):
            hand_in(desk, "s06", f"usb:{stick}", now)
    assert tree(stick) == on_stick
    assert tree(desk.root) == before
    with desk.open_log() as log:
        assert len(log.statements(verbs=[Verb.HANDED_IN])) == 1
    assert hand_in(desk, "s06", stick, now).envelope.name == "SM-07_s06_2.amplop"


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="mounts a tiny disk")
def test_a_really_full_stick(desk: Desk, stick: Path, now: datetime) -> None:
    import subprocess

    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(stick)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("this machine does not let us mount")
    try:
        with pytest.raises(ClassroomError, match=r"penuh. Tugas belum diserahkan"):
            hand_in(desk, "s06", f"usb:{stick}", now)
        assert list(stick.iterdir()) == []
    finally:
        subprocess.run(["umount", str(stick)], check=True)


def test_drives_named_by_the_environment_are_found(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LENTERA_DRIVES", os.pathsep.join([str(stick), "/tidak/ada"]))
    (found,) = [drive for drive in drives() if drive.path == stick]
    assert (found.label, found.writable, found.target) == ("stik", True, f"usb:{stick}")
