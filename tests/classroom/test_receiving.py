from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from lentera.classroom import ClassroomError, Kind, Manifest, log_lines, receive, seal
from lentera.desk import Desk
from lentera.progress import Result, Score, Statement, Verb, task

Give = Callable[..., Path]
TRAINER = Ed25519PrivateKey.from_private_bytes(b"p" * 32)


@pytest.fixture
def give(stick: Path, now: datetime) -> Give:
    """Return a function that puts feedback on the stick."""

    def put(learner: str, page: str, counter: int, key: Ed25519PrivateKey = TRAINER, about: str = "") -> Path:
        mark = Statement(
            UUID(int=counter), about or learner, Verb.GRADED, task("s06-ukur"), now, "kelas1", counter,
            Result(Score(10, 10)),
        )  # fmt: skip
        files = {"umpan_balik.html": page.encode(), "catatan.jsonl": log_lines.written([mark])}
        manifest = Manifest(Kind.FEEDBACK, learner, "s06", now, "kelas1", counter)
        return seal(stick / f"{learner}_s06_umpan-balik_{counter}.amplop", manifest, files, key)

    return put


def page(desk: Desk) -> str:
    return (desk.feedback_folder / "s06" / "umpan_balik.html").read_text()


def marks(desk: Desk) -> int:
    with desk.open_log() as log:
        return len(log.statements(verbs=[Verb.GRADED]))


def test_page_and_marks_arrive(desk: Desk, stick: Path, give: Give) -> None:
    give("SM-07", "bagus", 1)
    received = receive(desk, f"usb:{stick}")
    assert received.sentences() == ["Umpan balik sesi 6 sudah ada. Buka dari Beranda."]
    assert page(desk) == "bagus"
    assert marks(desk) == 1


def test_twice_is_once(desk: Desk, stick: Path, give: Give) -> None:
    give("SM-07", "bagus", 1)
    receive(desk, stick)
    assert receive(desk, stick).sentences() == ["Umpan balik sesi 6 sudah diambil sebelumnya."]
    assert marks(desk) == 1


def test_the_newest_of_a_stick_counts_and_an_old_stick_does_not_undo(
    desk: Desk, stick: Path, give: Give
) -> None:
    old = give("SM-07", "satu", 9).read_bytes()
    give("SM-07", "dua", 10)
    receive(desk, stick)
    assert page(desk) == "dua"
    for path in stick.iterdir():
        path.unlink()
    (stick / "lama.amplop").write_bytes(old)
    receive(desk, stick)
    assert page(desk) == "dua"


def test_others_envelopes_stay_closed(desk: Desk, stick: Path, give: Give) -> None:
    give("SM-08", "untuk orang lain", 1)
    received = receive(desk, stick)
    assert received.sentences() == [
        "Belum ada umpan balik di sini. Tanya pengajar.",
        "1 amplop milik peserta lain tetap tertutup.",
    ]
    assert not desk.feedback_folder.exists()


def test_marks_of_others_inside_her_envelope_are_left_out(desk: Desk, stick: Path, give: Give) -> None:
    give("SM-07", "bagus", 1, about="SM-08")
    receive(desk, stick)
    assert marks(desk) == 0


def test_a_strange_trainers_laptop_is_held_until_accepted(desk: Desk, stick: Path, give: Give) -> None:
    give("SM-07", "asli", 5)
    receive(desk, stick)
    give("SM-07", "palsu", 6, Ed25519PrivateKey.generate())
    assert "belum dikenal" in receive(desk, stick).notes[0]
    assert page(desk) == "asli"


def test_a_new_trainers_laptop_can_be_accepted(desk: Desk, stick: Path, give: Give, tmp_path: Path) -> None:
    give("SM-07", "lama", 5).rename(tmp_path / "lama.amplop")
    receive(desk, tmp_path)
    give("SM-07", "baru", 1, Ed25519PrivateKey.generate())
    assert receive(desk, stick, accept_new_key=True).sessions == ()  # sealed at the same moment: not newer
    assert page(desk) == "lama"


def test_a_damaged_envelope_is_told_and_changes_nothing(desk: Desk, stick: Path, give: Give) -> None:
    path = give("SM-07", "bagus", 1)
    path.write_bytes(path.read_bytes()[:-1])
    assert receive(desk, stick).sentences() == [
        f"{path.name} rusak dan tidak dibuka. Semua tetap seperti semula. Minta salinan amplop yang baru."
    ]
    assert not desk.feedback_folder.exists()


@pytest.mark.parametrize(
    "name", ["SM-08_s06_1.amplop", "SM-08_s06_umpan-balik_3.amplop", "SM-07_s06_1.amplop"]
)
def test_a_damaged_envelope_that_is_not_her_feedback_is_none_of_her_business(
    desk: Desk, stick: Path, give: Give, name: str
) -> None:
    give("SM-07", "bagus", 1)
    (stick / name).write_bytes(b"PK rusak")
    assert receive(desk, stick).sentences() == ["Umpan balik sesi 6 sudah ada. Buka dari Beranda."]


def test_a_damaged_envelope_with_a_strange_name_may_be_hers(desk: Desk, stick: Path) -> None:
    (stick / "salinan.amplop").write_bytes(b"PK rusak")
    assert "salinan.amplop rusak" in receive(desk, stick).notes[0]


def test_without_a_code_she_is_told(tmp_path: Path, stick: Path) -> None:
    with pytest.raises(ClassroomError, match="Belum ada kode peserta"):
        receive(Desk.open(tmp_path / "baru"), stick)


def test_a_full_disk_is_told_and_redone_later(
    desk: Desk, stick: Path, give: Give, monkeypatch: pytest.MonkeyPatch
) -> None:
    give("SM-07", "bagus", 1)
    receive(desk, stick)
    give("SM-07", "lebih bagus", 2)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(ClassroomError, match="Kosongkan ruang simpan"):
            receive(desk, stick)
    assert page(desk) == "bagus"
    assert receive(desk, stick).sessions == ("s06",)
    assert page(desk) == "lebih bagus"
