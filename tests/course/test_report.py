"""How faults are told to people and programs, and where the course is found."""

import json
import shutil
from pathlib import Path

import pytest

from lentera.course import content_root, exit_code, report_json, report_text
from lentera.course.faults import Fault, fault

ERROR = ("minutes_sum", "curriculum/sessions/s06.toml", "activities", {"total": 155, "expected": 150})
WARNING = ("fact_old", "curriculum/facts.toml", "facts.x.checked_on", {"id": "x", "age": 200, "limit": 180})
MISSING = ("notebook_missing", "sessions/s01_mengenal_laptop.ipynb", "", {"id": "Sesi 1"})


def word(case: tuple[str, str, str, dict[str, object]]) -> Fault:
    kind, file, key, details = case
    return fault(kind, file, key, **details)


def test_text_groups_by_file_and_ends_with_totals():
    text = report_text([word(MISSING), word(ERROR), word(WARNING)])
    lines = text.splitlines()
    assert lines[0] == "curriculum/facts.toml"
    assert "  PERBAIKI: activities: Jumlah menit 155, seharusnya 150." in text
    assert "  BELUM ADA: Buku Sesi 1 belum ditulis." in text
    assert lines[-1] == "1 perlu diperbaiki, 1 perlu diperiksa, 1 belum ditulis."


def test_a_course_without_faults_says_so():
    assert report_text([]) == "Kursus lengkap. Tidak ada yang perlu diperbaiki."


def test_english_for_a_foreign_partner(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    assert "The minutes add up to 155 and should be 150." in report_text([word(ERROR)])


def test_json_holds_the_same_faults_and_the_totals():
    document = json.loads(report_json([word(ERROR), word(MISSING)]))
    assert document["counts"] == {"error": 1, "warning": 0, "missing": 1}
    assert document["faults"][0] == {
        "file": "curriculum/sessions/s06.toml",
        "key": "activities",
        "severity": "error",
        "kind": "minutes_sum",
        "message": "Jumlah menit 155, seharusnya 150.",
        "next_step": "Ubah menit kegiatan sampai jumlahnya 150.",
    }


@pytest.mark.parametrize(
    ("cases", "code"), [([], 0), ([WARNING, MISSING], 0), ([ERROR], 1), ([MISSING, ERROR, WARNING], 1)]
)
def test_only_errors_end_with_exit_code_one(cases: list[tuple[str, str, str, dict[str, object]]], code: int):
    assert exit_code([word(case) for case in cases]) == code


def test_the_course_is_found_and_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    found = content_root()
    assert (found / "curriculum" / "sessions" / "s06.toml").is_file()
    shutil.copytree(found / "curriculum", tmp_path / "curriculum")
    monkeypatch.setenv("LENTERA_CONTENT", str(tmp_path))
    assert content_root() == tmp_path.resolve()


def test_a_wrongly_named_course_says_where_it_looked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LENTERA_CONTENT", str(tmp_path / "nowhere"))
    with pytest.raises(FileNotFoundError, match="nowhere") as caught:
        content_root()
    assert "LENTERA_CONTENT" in str(caught.value)
