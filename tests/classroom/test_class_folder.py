from pathlib import Path

import pytest

from lentera.classroom import ClassFolder, ClassroomError
from lentera.classroom.keys import signing_key


def test_a_class_folder_is_an_nbgrader_course(classroom: ClassFolder) -> None:
    assert (classroom.root / "nbgrader_config.py").is_file()
    assert (classroom.root / "source" / "s06" / "s06.ipynb").is_file()
    assert classroom.sessions() == ["s06"]
    assert (classroom.root / "peserta.csv").read_text() == "kode,jalur\nSM-07,solar_mum\n"


def test_opening_again_changes_nothing_but_renews_the_sources(classroom: ClassFolder) -> None:
    source = classroom.root / "source" / "s06" / "s06.ipynb"
    fresh = source.read_bytes()
    source.write_text("{}")
    again = ClassFolder.open(classroom.root)
    assert source.read_bytes() == fresh
    assert again.learners() == {"SM-07": "solar_mum"}
    assert again.device == classroom.device


# As spreadsheets save it.
@pytest.mark.parametrize(
    "text",
    [
        "kode,jalur\nSM-07,solar_mum\nCM-01,coding_mum\n",
        "\ufeffkode;jalur\r\nSM-07;solar_mum\r\nCM-01;coding_mum\r\n",
        "SM-07,solar_mum\n\n cm-01 , coding_mum \n,,\n",
        "Kode,Jalur,Catatan\nSM-07,solar_mum,x\nCM-01,coding_mum,\n",
    ],
)
def test_lists_from_spreadsheets_are_read(classroom: ClassFolder, text: str) -> None:
    (classroom.root / "peserta.csv").write_text(text, encoding="utf-8", newline="")
    assert classroom.learners() == {"SM-07": "solar_mum", "CM-01": "coding_mum"}


def test_a_line_without_a_code_is_named(classroom: ClassFolder) -> None:
    (classroom.root / "peserta.csv").write_text("kode,jalur\nBu Siti,solar_mum\n")
    with pytest.raises(ClassroomError, match=r"Baris 2 di .* belum berisi kode peserta: Bu Siti"):
        classroom.learners()


def test_learners_are_added_once(classroom: ClassFolder) -> None:
    assert classroom.add_learner(" cm-12 ", "coding_mum").sentences() == [
        "CM-12 masuk daftar. Jalurnya coding_mum."
    ]
    assert classroom.add_learner("CM-12", "coding_difabel").known_before
    assert classroom.learners() == {"CM-12": "coding_difabel", "SM-07": "solar_mum"}


@pytest.mark.parametrize(
    ("code", "track"), [("Siti", "solar_mum"), ("SM-7", "solar_mum"), ("SM-08", "memasak")]
)
def test_wrong_codes_and_tracks_are_told(classroom: ClassFolder, code: str, track: str) -> None:
    with pytest.raises(ClassroomError, match="bukan"):
        classroom.add_learner(code, track)
    assert classroom.learners() == {"SM-07": "solar_mum"}


def test_a_key_is_made_once_and_a_damaged_one_is_kept_aside(tmp_path: Path) -> None:
    first = signing_key(tmp_path).private_bytes_raw()
    assert signing_key(tmp_path).private_bytes_raw() == first
    assert (tmp_path / "kunci.ed25519").stat().st_mode & 0o077 == 0
    (tmp_path / "kunci.ed25519").write_bytes(first[:7])
    assert signing_key(tmp_path).private_bytes_raw() != first
    assert [path.read_bytes() for path in tmp_path.glob("*.rusak-*")] == [first[:7]]


def test_a_full_disk_keeps_the_list_and_is_told(
    classroom: ClassFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(ClassroomError, match=r"Daftar peserta belum bisa ditulis: ruang simpan penuh\."):
            classroom.add_learner("SM-08", "solar_mum")
    assert classroom.learners() == {"SM-07": "solar_mum"}


def test_a_log_that_cannot_be_opened_is_told_to_the_trainer(classroom: ClassFolder) -> None:
    (classroom.private / "catatan.sqlite").mkdir()
    with pytest.raises(ClassroomError, match=r"Catatan kelas di .* belum bisa dibuka\. Kosongkan"):
        classroom.open_log()
