import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from lentera.answers import AnswerFile
from lentera.classroom import (
    ClassFolder,
    ClassroomError,
    Fate,
    collect,
    hand_in,
    log_lines,
    open_envelope,
    seal,
)
from lentera.classroom.envelope import LOG_NAME
from lentera.classroom.keys import signing_key
from lentera.classroom.lock import alone
from lentera.desk import Desk
from lentera.progress import Score, Verb

Tree = Callable[[Path], dict[str, bytes]]


def write(desk: Desk, note: str, now: datetime) -> None:
    AnswerFile(desk.session_folder("s06") / "jawaban", "s06-ukur").save({"isian": {"catatan": note}}, now)


def fates(classroom: ClassFolder, stick: Path, **options: object) -> list[Fate]:
    return [outcome.fate for outcome in collect(classroom, stick, **options).outcomes]  # type: ignore[arg-type]


def test_work_lands_in_nbgraders_layout(
    classroom: ClassFolder, desk: Desk, stick: Path, now: datetime, answer_of: Callable[[Path], str]
) -> None:
    hand_in(desk, "s06", stick, now)
    collected = collect(classroom, f"usb:{stick}")
    place = classroom.root / "submitted" / "SM-07" / "s06"
    assert answer_of(place) == "SM-07"
    assert (place / "timestamp.txt").read_text() == "2026-11-22 01:41:00.000000 UTC"
    assert (place / "s06.ipynb").is_file()
    assert collected.sentences() == ["1 amplop baru dari 1 amplop.", "SM-07, sesi 6: diterima."]
    assert collected.troubled == ()


def test_the_class_log_hears_what_she_did(
    classroom: ClassFolder, desk: Desk, stick: Path, now: datetime
) -> None:
    hand_in(desk, "s06", stick, now)
    collect(classroom, stick)
    with classroom.open_log() as log, desk.open_log() as hers:
        assert log.statements() == hers.statements()
        assert [said.verb for said in log.statements()] == [Verb.OPENED, Verb.HANDED_IN]


def test_twice_is_once(classroom: ClassFolder, desk: Desk, stick: Path, now: datetime, tree: Tree) -> None:
    hand_in(desk, "s06", stick, now)
    collect(classroom, stick)
    before = tree(classroom.root)
    assert fates(classroom, stick) == [Fate.ALREADY]
    assert tree(classroom.root) == before


def test_a_copy_under_another_name_is_the_same_envelope(
    classroom: ClassFolder, desk: Desk, stick: Path, now: datetime
) -> None:
    envelope = hand_in(desk, "s06", stick, now).envelope
    shutil.copy(envelope, stick / "salinan.amplop")
    assert fates(classroom, stick) == [Fate.TAKEN]


def test_newer_replaces_and_older_does_not(
    classroom: ClassFolder, desk: Desk, tmp_path: Path, now: datetime, answer_of: Callable[[Path], str]
) -> None:
    first, second = tmp_path / "pagi", tmp_path / "sore"
    write(desk, "pagi", now)
    hand_in(desk, "s06", first, now)
    write(desk, "sore", now)
    # A laptop with an empty clock battery: the count decides, not the clock.
    hand_in(desk, "s06", second, now - timedelta(days=9000))
    assert fates(classroom, second) == [Fate.TAKEN]
    assert fates(classroom, first) == [Fate.OLDER]
    assert answer_of(classroom.submitted("SM-07", "s06")) == "sore"
    assert len(list((classroom.private / "masuk").iterdir())) == 2
    third = tmp_path / "malam"
    write(desk, "malam", now)
    hand_in(desk, "s06", third, now)
    assert fates(classroom, third) == [Fate.TAKEN]
    assert answer_of(classroom.submitted("SM-07", "s06")) == "malam"


def test_all_of_a_stick_in_any_order_ends_with_the_newest(
    classroom: ClassFolder, desk: Desk, stick: Path, now: datetime, answer_of: Callable[[Path], str]
) -> None:
    for number in range(1, 12):  # "…_10" sorts before "…_9"
        write(desk, f"putaran {number}", now)
        hand_in(desk, "s06", stick, now)
    collect(classroom, stick)
    assert answer_of(classroom.submitted("SM-07", "s06")) == "putaran 11"


def test_an_unknown_code_is_held_until_it_is_known(
    classroom: ClassFolder, make_desk: Callable[..., Desk], stick: Path, now: datetime
) -> None:
    hand_in(make_desk("SM-99"), "s06", stick, now)
    (outcome,) = collect(classroom, stick).outcomes
    assert outcome.fate is Fate.UNKNOWN_LEARNER
    assert outcome.sentence.startswith("SM-99 belum ada di daftar peserta. SM-99_s06_1.amplop disimpan dulu.")
    assert not (classroom.root / "submitted").exists()
    classroom.add_learner("SM-99", "solar_mum")
    (stick / "SM-99_s06_1.amplop").unlink()  # the stick is long gone; the held copy is looked at again
    assert fates(classroom, stick) == [Fate.TAKEN]
    assert list((classroom.private / "ditahan").iterdir()) == []


def test_another_laptop_is_held_until_the_trainer_accepts_it(
    classroom: ClassFolder,
    make_desk: Callable[..., Desk],
    tmp_path: Path,
    now: datetime,
    answer_of: Callable[[Path], str],
) -> None:
    old, new = make_desk("SM-07", "laptop-lama"), make_desk("SM-07", "laptop-baru")
    write(old, "lama", now)
    write(new, "baru", now)
    for number in (1, 2, 3):
        hand_in(old, "s06", tmp_path / f"a{number}", now)
    assert fates(classroom, tmp_path / "a3") == [Fate.TAKEN]
    hand_in(new, "s06", tmp_path / "b", now)
    (outcome,) = collect(classroom, tmp_path / "b").outcomes
    assert outcome.fate is Fate.NEW_KEY
    assert "menyerahkan dari laptop lain" in outcome.sentence
    assert answer_of(classroom.submitted("SM-07", "s06")) == "lama"
    assert fates(classroom, tmp_path / "b", accept_new_key=["SM-07"]) == [Fate.TAKEN]
    assert answer_of(classroom.submitted("SM-07", "s06")) == "baru"
    # Back to the old laptop is a move too, and its later work counts once it is accepted.
    write(old, "kembali", now)
    hand_in(old, "s06", tmp_path / "c", now)
    assert fates(classroom, tmp_path / "c") == [Fate.NEW_KEY]
    assert fates(classroom, tmp_path / "c", accept_new_key=["SM-07"]) == [Fate.TAKEN]
    assert answer_of(classroom.submitted("SM-07", "s06")) == "kembali"


def test_a_broken_envelope_changes_nothing_and_stops_nobody(
    classroom: ClassFolder, make_desk: Callable[..., Desk], stick: Path, now: datetime, tree: Tree
) -> None:
    hand_in(make_desk("SM-07"), "s06", stick, now)
    collect(classroom, stick)
    before = tree(classroom.root)
    whole = (stick / "SM-07_s06_1.amplop").read_bytes()
    (stick / "SM-07_s06_1.amplop").write_bytes(whole[:-40] + b"x" * 40)
    (outcome,) = collect(classroom, stick).outcomes
    assert outcome.fate is Fate.REFUSED
    assert outcome.sentence.startswith("SM-07_s06_1.amplop rusak dan tidak dibuka.")
    assert tree(classroom.root) == before
    classroom.add_learner("SM-08", "solar_mum")
    hand_in(make_desk("SM-08"), "s06", stick, now)
    assert fates(classroom, stick) == [Fate.REFUSED, Fate.TAKEN]


def test_a_learner_cannot_mark_herself_or_speak_for_others(
    classroom: ClassFolder, make_desk: Callable[..., Desk], stick: Path, now: datetime
) -> None:
    desk = make_desk()
    with desk.recorder() as recorder:
        recorder.graded("s06-kit", Score(30, 30))
        recorder.graded("s06-kit", Score(0, 30), learner="SM-08")
        statements = recorder.log.statements()
    envelope = open_envelope(hand_in(desk, "s06", stick, now).envelope)
    forged = dict(envelope.files) | {LOG_NAME: log_lines.written(statements) + b"{}\nbukan json\n"}
    seal(stick / "palsu.amplop", replace(envelope.manifest, counter=9), forged, signing_key(desk.private))
    collect(classroom, stick)
    with classroom.open_log() as log:
        assert log.statements(verbs=[Verb.GRADED]) == []
        assert log.statements(learners=["SM-08"]) == []
        assert len(log.statements(verbs=[Verb.OPENED])) == 1


def test_a_folder_that_is_not_there_is_told(classroom: ClassFolder, tmp_path: Path) -> None:
    with pytest.raises(ClassroomError, match=r"tidak terbaca\. Pasang lagi flashdisk"):
        collect(classroom, tmp_path / "cabut")


def test_an_empty_stick_is_told(classroom: ClassFolder, stick: Path) -> None:
    assert collect(classroom, stick).sentences() == [
        "Belum ada amplop di sini. Minta peserta menyerahkan tugas."
    ]


def test_what_needs_the_trainer_comes_last_and_does_not_drown(
    classroom: ClassFolder, make_desk: Callable[..., Desk], desk: Desk, stick: Path, now: datetime
) -> None:
    hand_in(desk, "s06", stick, now)
    collect(classroom, stick)
    hand_in(desk, "s06", stick, now)
    hand_in(make_desk("AA-99"), "s06", stick, now)  # sorts before the others
    (stick / "SM-08_s06_1.amplop").write_bytes(b"PK rusak")
    said = collect(classroom, stick).sentences()
    assert said[:3] == [
        "1 amplop baru dari 4 amplop.",
        "SM-07, sesi 6: diterima.",
        "1 amplop sudah diterima sebelumnya. Tidak ada yang berubah.",
    ]
    assert [line.split()[0] for line in said[3:]] == ["AA-99", "SM-08_s06_1.amplop"]


def test_a_held_envelope_is_named_by_the_learner_not_by_its_id(
    classroom: ClassFolder, make_desk: Callable[..., Desk], stick: Path, now: datetime
) -> None:
    hand_in(make_desk("SM-99"), "s06", stick, now)
    collect(classroom, stick)
    (stick / "SM-99_s06_1.amplop").unlink()
    (outcome,) = collect(classroom, stick).outcomes
    assert outcome.file == "SM-99_s06_1.amplop"


def test_one_command_at_a_time(classroom: ClassFolder, stick: Path) -> None:
    with alone(classroom.private), pytest.raises(ClassroomError, match="Perintah lain sedang memakai"):
        collect(classroom, stick)
    assert collect(classroom, stick).outcomes == ()


_KILLED = """
import os, signal, sys
from pathlib import Path
from lentera.classroom import ClassFolder, collect

classroom, left = ClassFolder.open(Path(sys.argv[1])), [int(sys.argv[3])]

def deadly(name):
    real = getattr(os, name)
    def step(*given, **named):
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1
        return real(*given, **named)
    setattr(os, name, step)

deadly("rename")
deadly("replace")
collect(classroom, sys.argv[2])
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kills without warning")
def test_killed_at_any_step_the_old_or_the_new_work_is_there(
    classroom: ClassFolder, desk: Desk, tmp_path: Path, now: datetime, answer_of: Callable[[Path], str]
) -> None:
    write(desk, "lama", now)
    hand_in(desk, "s06", tmp_path / "lama", now)
    collect(classroom, tmp_path / "lama")
    write(desk, "baru", now)
    hand_in(desk, "s06", tmp_path / "baru", now)
    seen = []
    for step in range(12):
        trial = tmp_path / f"kelas-{step}"
        shutil.copytree(classroom.root, trial)
        command = [sys.executable, "-c", _KILLED, str(trial), str(tmp_path / "baru"), str(step)]
        died = subprocess.run(command, check=False, env=os.environ | {"PYTHONWARNINGS": "ignore"}).returncode
        after = ClassFolder.open(trial)
        seen.append(answer_of(after.submitted("SM-07", "s06")))
        collect(after, tmp_path / "baru")
        assert answer_of(after.submitted("SM-07", "s06")) == "baru"
        with after.open_log() as log:
            assert len(log.statements(verbs=[Verb.HANDED_IN])) == 2
        assert list(after.room.iterdir()) == []
        if died == 0:
            break
        assert died == -signal.SIGKILL
    assert seen[0] == "lama"
    assert seen[-1] == "baru"
    assert 3 <= len(seen) < 12
