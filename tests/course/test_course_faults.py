"""Every kind of fault: provoked in a copy, reported with its file and place, all at once."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.course.test_scenarios import CASES as SCENARIO_CASES

from lentera.course import CourseError, Severity, check_course, load_course
from lentera.course.faults import fault_kinds

Edit = Callable[[str, str, str], None]

TODAY = date(2026, 12, 1)
S06, S03 = "sessions/s06.toml", "sessions/s03.toml"


@dataclass(frozen=True)
class Case:
    """One spoilt place: what is replaced in which file, and the fault that must come of it."""

    kind: str
    file: str
    old: str
    new: str
    key: str
    told_in: str = ""

    def __str__(self) -> str:
        return f"{self.kind}: {self.new[:30]!r}"


PROGRAM = "program.toml"
CASES = [
    # the file itself
    Case("bad_toml", S06, 'title = "Merakit Lampu Surya"', 'title = "Merakit', "line 2"),
    Case("bad_toml", "kit.toml", "[panel]", "[panel", "line 5"),
    Case("bad_columns", "glossary.csv", "en,id,penjelasan", "inggris,indonesia,arti", "line 1"),
    Case("bad_row", "glossary.csv", "akun,Nama", "akun,lain,Nama", "line 3"),
    Case("file_name", S06, 'id = "s06"', 'id = "s16"', "id"),
    # keys and types
    Case("missing_key", S06, 'venue = "pkds"\n', "", "venue"),
    Case("missing_key", S06, 'netra = "', 'netra2 = "', "access.netra"),
    Case("unknown_key", S06, 'strand = "lampu', 'untai = "x"\nstrand = "lampu', "untai"),
    Case("unknown_key", S06, 'netra = "', 'netra2 = "', "access.netra2"),
    Case("unknown_key", PROGRAM, "laptops = 30", "laptops = 30\nlaptop = 3", "capacities.laptop"),
    Case("wrong_type", S06, "week = 3", 'week = "tiga"', "week"),
    Case("wrong_type", S06, "week = 3", "week = true", "week"),
    Case("wrong_type", S06, "minutes = 30", "minutes = 30.5", "activities[2].minutes"),
    Case("wrong_type", S06, 'answers = ["s06-pintu"]', "answers = [6]", "answers[0]"),
    Case("wrong_type", PROGRAM, "day = 2023-07-19", "day = 2023-07-19T08:00:00", "calendar.skips[0].day"),
    Case("wrong_type", "kit.toml", "value = 21.6", 'value = "21,6"', "panel.voc.value"),
    Case("empty", S06, 'title = "Merakit Lampu Surya"', 'title = " "', "title"),
    Case("empty", S03, 'tools = ["kartu tag", "kartu raba", "contoh halaman"]', "tools = []", "tools"),
    Case("empty", "glossary.csv", "account,akun", "account,", "account"),
    Case("not_a_choice", S06, 'grading = "observed"', 'grading = "watched"', "tasks[3].grading"),
    Case("not_a_choice", "facts.toml", 'certainty = "K"', 'certainty = "X"', "facts[0].certainty"),
    # ids and references
    Case("duplicate_id", S06, 'id = "s06-urutan"', 'id = "s06-sambungan"', "tasks[1].id"),
    Case("duplicate_id", S06, '"s06_merakit_lampu_surya.ipynb"', '"s03_halaman_web_pertama.ipynb"', "notebook"),
    Case("duplicate_id", "facts.toml", 'id = "modus-otp"', 'id = "modus-apk"', "facts[2].id"),
    Case("duplicate_id", "competences.toml", 'id = "digcomp-1.2"', 'id = "digcomp-1.1"', "competences[1].id"),
    Case("duplicate_id", "glossary.csv", "account,akun", "access point,akun", "access point"),
    Case("bad_id", S06, 'id = "s06-urutan"', 'id = "s6_urutan"', "tasks[1].id"),
    Case("bad_id", S06, 'answer = "s06-ukur"', 'answer = "../ukur"', "tasks[4].answer"),
    Case("bad_id", S06, 'id = "s06-kit-kain"', 'id = "kain"', "tasks[3].items[3].id"),
    Case("unknown_reference", S06, '"digcomp-5.2"', '"digcomp-9.9"', "competences"),
    Case("unknown_reference", S06, 'venue = "pkds"', 'venue = "balai"', "venue"),
    Case("unknown_reference", S06, "solar_mum =", "solar_dad =", "tracks"),
    Case("unknown_reference", PROGRAM, 'venue = "aula"\nproduct', 'venue = "balai"\nproduct', "modules.k04.venue"),
    Case("unknown_reference", PROGRAM, 'group = "coding"', 'group = "koding"', "tracks.coding_mum.group"),
    Case("unknown_reference", PROGRAM, "coding = 30\n", "", "cohorts.tiga_puluh_dua_puluh.learners"),
    Case("unknown_reference", PROGRAM, 'solar = ["s06", "s10"]', "", "certificate.capstones"),
    Case("unknown_reference", PROGRAM, 's04 = "k04"', 's04 = "k44"', "tracks.coding_mum.modules"),
    Case("unknown_reference", PROGRAM, 'cohort = "tiga', 'cohort = "seratus', "programme.cohort"),
    Case("unknown_reference", "competences.toml", 'framework = "pilar"', 'framework = "tiang"', "framework"),
    Case("unknown_reference", "kit.toml", "packs = {", "packets = {", "business.packs"),
    # sums
    Case("minutes_sum", S06, "minutes = 50", "minutes = 55", "activities", told_in="155"),
    Case("minutes_sum", PROGRAM, "minutes = 45", "minutes = 40", "modules.k06.parts", told_in="145"),
    Case("points_sum", S06, "points = 20", "points = 25", "tasks", told_in="105"),
    Case("points_sum", S06, "points = 2.5", "points = 3", "tasks[3].items", told_in="30.5"),
    Case("not_positive", S06, "points = 10", "points = -10", "tasks[2].points"),
    Case("not_positive", S06, "minutes = 10", "minutes = 0", "activities[0].minutes"),
    Case("out_of_range", PROGRAM, "weeks = 6", "weeks = 99999999999", "calendar.weeks"),
    Case("out_of_range", PROGRAM, "sessions = 12", "sessions = 0", "calendar.sessions"),
    Case("out_of_range", PROGRAM, "start = 2023-07-12", "start = 9999-12-31", "calendar.start"),
    Case("out_of_range", PROGRAM, "average = 60", "average = 600", "certificate.average"),
    Case("out_of_range", PROGRAM, "coding = 2\n", "coding = 0\n", "capacities.sharing.coding"),
    Case("out_of_range", PROGRAM, "coding = 30\n", "coding = -30\n", "learners.coding"),
    Case("items_needed", S06, 'auto"\nanswer = "s06-ukur', 'observed"\nanswer = "s06-ukur', "tasks[4].items"),
    Case("skeleton", S06, 'phase = "istirahat"', 'phase = "contoh"', "activities", told_in="istirahat"),
    Case("kit_sum", "kit.toml", "value = 7500", "value = 6000", "business.unit_cost", told_in="7500"),
    Case("kit_sum", "kit.toml", "value = 86,", "value = 85,", "business.break_even_packs", told_in="86"),
    Case("kit_sum", "kit.toml", "value = 21.2", "value = 14.2", "sizing.panel_exact"),
    Case("kit_sum", "kit.toml", "value = 0.28", "value = 0.14", "cable.example_drop"),
    # the calendar
    Case("calendar_count", PROGRAM, "sessions = 12", "sessions = 10", "calendar.sessions"),
    Case("calendar_collision", PROGRAM, "moved_to = 2023-07-20", "moved_to = 2023-07-22", "calendar.skips"),
    Case("calendar_skipped", PROGRAM, "moved_to = 2023-07-20", "moved_to = 2023-07-19", "skips[0].moved_to"),
    Case("calendar_order", PROGRAM, "moved_to = 2023-07-20", "moved_to = 2023-07-27", "skips[0].moved_to"),
    Case("calendar_start", PROGRAM, "start = 2023-07-12", "start = 2023-07-13", "calendar.start"),
    Case("calendar_long", PROGRAM, "moved_to = 2023-07-20", "", "calendar"),
    Case("skip_unused", PROGRAM, "day = 2023-07-19", "day = 2023-07-18", "calendar.skips[0].day"),
    # rooms and people
    Case("two_venues", PROGRAM, 'core = ["s01", "s02", "s03"', 'core = ["s01", "s02", "s04", "s03"', "coding_mum"),
    Case("two_activities", PROGRAM, 's11 = "x11"', 's10 = "x11"', "tracks.solar_mum", told_in="s10"),
    Case("no_place", PROGRAM, 's11 = "x11"', "", "tracks.solar_mum", told_in="s11"),
    Case("track_mismatch", S06, 'solar_mum = "core"', 'solar_mum = "optional"', "tracks.solar_mum"),
    Case("laptops", PROGRAM, "coding = 50", "coding = 51", "cohorts.lima_puluh", told_in="31 laptop"),
    Case("laptops", PROGRAM, "laptops = 30", "laptops = 19", "cohorts.tiga_puluh", told_in="20 laptop"),
    Case("kits", PROGRAM, "kits = 5", "kits = 4", "cohorts.", told_in="5 kit"),
    Case("seats", PROGRAM, "seats = 70", "seats = 49", "cohorts.", told_in="kursinya 49"),
    Case("learners_off", PROGRAM, "coding = 30\n", "codding = 30\n", "learners.codding"),
    # facts and words
    Case("fact_source", "facts.toml", 'source = "Bank Indonesia', 'source = ""\n# "', "facts.modus-otp.source"),
    Case("fact_old", "facts.toml", "checked_on = 2026-11-22", "checked_on = 2026-06-03", "facts.modus-apk", "181"),
    Case("fact_future", "facts.toml", "checked_on = 2026-11-22", "checked_on = 2026-12-02", "facts.modus-apk"),
    Case("fact_expired", "facts.toml", "2026-11-22\n", "2026-11-22\nexpires = 2026-11-30\n", "facts.modus-apk.expires"),
    Case("certified_claim", "competences.toml", '"persiapan menuju"', '"kompeten menurut"', "skkni_software.claim"),
    Case("term_unexplained", "glossary.csv", "Nama dan kunci Anda untuk masuk ke sebuah layanan.", "", "account"),
    Case("term_long", "glossary.csv", "Salinan berkas", "Salinan dari semua isi berkas milik kita sendiri di laptop ini", "backup"),
    # prose
    Case("style_error", S06, "Pasang semua 8", "Silahkan pasang semua 8", "tasks[0].text", told_in="silakan"),
    Case("style_error", S06, "Merakit Lampu Surya", "Merakit Lampu 12.8 V", "title", told_in="koma"),
    Case("style_error", S06, "Ada plus bertemu", "Salah! Ada plus bertemu", "card.mistakes[1].reply"),
    Case("style_warning", S06, "Lepas satu kabel.", "Perhatikan kabel.", "card.mistakes[2].reply"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_fault_is_reported_with_file_and_place(root: Path, edit: Edit, case: Case):
    edit(case.file, case.old, case.new)
    found = [fault for fault in check_course(root, TODAY) if fault.kind == case.kind]
    matching = [fault for fault in found if fault.file == f"curriculum/{case.file}" and case.key in fault.key]
    assert matching, [(fault.file, fault.key) for fault in found]
    assert all(fault.message and fault.next_step for fault in matching)
    assert any(case.told_in in fault.message for fault in matching)


ELSEWHERE = {
    "file_missing", "not_utf8", "session_count", "notebook_missing", "assignment_missing", "notebook_unlisted",
    "notebook_unreadable", "task_cell_missing", "task_cell_points", "mark_scheme",
}  # fmt: skip
"""Kinds provoked by the tests below instead of by a replaced text."""


def test_no_kind_of_fault_goes_untested():
    assert {case.kind for case in (*CASES, *SCENARIO_CASES)} | ELSEWHERE == set(fault_kinds())


def kinds(root: Path, file: str) -> set[str]:
    return {fault.kind for fault in check_course(root, TODAY) if fault.file == file}


@pytest.mark.parametrize(
    "file", ["program.toml", "kit.toml", "facts.toml", "competences.toml", "glossary.csv"]
)
def test_a_missing_file_is_one_fault(root: Path, file: str):
    (root / "curriculum" / file).unlink()
    errors = [fault for fault in check_course(root, TODAY) if fault.severity is Severity.ERROR]
    assert [(fault.kind, fault.file) for fault in errors] == [("file_missing", f"curriculum/{file}")]


@pytest.mark.parametrize("file", ["sessions/s06.toml", "facts.toml", "glossary.csv"])
def test_a_file_in_another_encoding_is_one_fault(root: Path, file: str):
    path = root / "curriculum" / file
    path.write_bytes(b"# caf\xe9\n" + path.read_bytes())
    errors = [fault for fault in check_course(root, TODAY) if fault.severity is Severity.ERROR]
    assert [(fault.kind, fault.file) for fault in errors] == [("not_utf8", f"curriculum/{file}")]


def test_a_session_that_does_not_parse_is_one_fault(root: Path, edit: Edit):
    edit(S06, 'title = "Merakit', "title = Merakit")
    errors = [fault for fault in check_course(root, TODAY) if fault.severity is Severity.ERROR]
    assert [(fault.kind, fault.key) for fault in errors] == [("bad_toml", "line 2")]


def test_a_lost_session_is_counted(root: Path):
    (root / "curriculum" / S06).unlink()
    assert "session_count" in kinds(root, "curriculum/sessions")


def test_all_faults_are_told_at_once(root: Path, edit: Edit):
    edit(S06, "minutes = 50", "minutes = 55")
    edit(S06, "points = 20", "points = 25")
    edit(S03, '"digcomp-3.1"', '"digcomp-7.1"')
    edit("facts.toml", 'source = "Bank Indonesia', 'source = ""\n# "')
    edit("kit.toml", "value = 7500", "value = 6000")
    edit("program.toml", "laptops = 30", 'laptops = "tiga puluh"')
    expected = {
        ("minutes_sum", f"curriculum/{S06}"),
        ("points_sum", f"curriculum/{S06}"),
        ("unknown_reference", f"curriculum/{S03}"),
        ("fact_source", "curriculum/facts.toml"),
        ("kit_sum", "curriculum/kit.toml"),
        ("wrong_type", "curriculum/program.toml"),
    }
    assert expected <= {(fault.kind, fault.file) for fault in check_course(root, TODAY)}
    with pytest.raises(CourseError) as caught:
        load_course(root)
    assert expected == {(fault.kind, fault.file) for fault in caught.value.faults}
    assert all(file in str(caught.value) for _, file in expected)


def test_loading_forgives_what_only_needs_a_look(root: Path, edit: Edit):
    edit("facts.toml", "checked_on = 2026-11-22", "checked_on = 2020-01-01")
    edit(S06, "Pasang semua 8", "Silahkan pasang semua 8")
    assert load_course(root).session("s06").title == "Merakit Lampu Surya"


def test_a_fact_is_fresh_for_180_days(root: Path):
    checked = date(2026, 11, 22)
    old = [
        len([f for f in check_course(root, checked + timedelta(days=age)) if f.kind == "fact_old"])
        for age in (180, 181)
    ]
    assert old == [0, len(load_course(root).facts)]


# notebooks and assignments


def markdown(source: str) -> dict[str, object]:
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def graded(grade_id: str, points: float, **marks: bool) -> dict[str, object]:
    marks = marks or {"grade": True}
    return {
        "cell_type": "code",
        "metadata": {"nbgrader": {"grade_id": grade_id, "points": points, **marks}},
        "source": "",
        "outputs": [],
    }


def write_notebook(path: Path, *cells: dict[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))


LESSON = "# Merakit Lampu Surya\n\nHari ini kita menyambung baterai, panel, dan lampu dengan aman."
RIGHT_CELLS = [
    graded("s06-sambungan", 30),
    graded("s06-urutan-b-p", 12),
    graded("s06-urutan-akhir", 8),
    graded("s06-sekering", 10),
    graded("s06-kit", 30, task=True, grade=False),
    graded("s06-ukur", 10),
]


def test_unwritten_notebooks_and_assignments_are_missing_but_no_error(root: Path):
    found = [fault for fault in check_course(root, TODAY) if fault.severity is Severity.MISSING]
    assert {fault.kind for fault in found} == {"notebook_missing", "assignment_missing"}
    assert len(found) == 24


def test_a_lesson_and_an_assignment_that_agree_with_the_plan_have_no_fault(root: Path):
    write_notebook(root / "sessions/s06_merakit_lampu_surya.ipynb", markdown(LESSON))
    write_notebook(root / "grading/source/s06/s06.ipynb", *RIGHT_CELLS)
    assert kinds(root, "sessions/s06_merakit_lampu_surya.ipynb") == set()
    assert kinds(root, "grading/source/s06/s06.ipynb") == set()


def test_an_installed_course_has_the_released_assignment_only(root: Path):
    write_notebook(root / "grading/release/s06/s06.ipynb", *RIGHT_CELLS)
    assert not any("s06.ipynb" in fault.file for fault in check_course(root, TODAY))


@pytest.mark.parametrize(
    ("cells", "kind", "key"),
    [
        (RIGHT_CELLS[1:], "task_cell_missing", "s06-sambungan"),
        ([*RIGHT_CELLS[:-1], graded("s06-ukur", 5)], "task_cell_points", "s06-ukur"),
        ([*RIGHT_CELLS, graded("s06-urutan-lagi", 1)], "task_cell_points", "s06-urutan"),
        (
            [*RIGHT_CELLS[:-1], graded("s06-ukur", 10, solution=True, grade=False)],
            "task_cell_missing",
            "s06-ukur",
        ),
    ],
)
def test_an_assignment_at_odds_with_the_plan(root: Path, cells: list[dict[str, object]], kind: str, key: str):
    file = "grading/source/s06/s06.ipynb"
    write_notebook(root / file, *cells)
    found = [fault for fault in check_course(root, TODAY) if fault.file == file]
    assert [(fault.kind, fault.key) for fault in found] == [(kind, key)]


@pytest.mark.parametrize("text", ["", "{", '{"nbformat": 4}', "[]"])
@pytest.mark.parametrize("file", ["sessions/s06_merakit_lampu_surya.ipynb", "grading/source/s06/s06.ipynb"])
def test_a_notebook_that_does_not_read(root: Path, file: str, text: str):
    write_notebook(root / file)
    (root / file).write_text(text)
    assert kinds(root, file) == {"notebook_unreadable"}


def test_a_notebook_no_session_names(root: Path):
    write_notebook(root / "sessions/s06_lama.ipynb", markdown(LESSON))
    assert kinds(root, "sessions/s06_lama.ipynb") == {"notebook_unlisted"}


def test_prose_faults_of_a_lesson_name_the_cell(root: Path):
    file = "sessions/s06_merakit_lampu_surya.ipynb"
    write_notebook(
        root / file,
        markdown(LESSON),
        markdown("## Langkah\n\n1. Panel ditutup dengan kain sampai semua selesai diperiksa."),
    )
    found = [fault for fault in check_course(root, TODAY) if fault.file == file]
    assert ("style_error", "cell 01, line 03, passive") in {(fault.kind, fault.key) for fault in found}


def test_the_trainer_marks_what_the_learner_ticks(root: Path):
    items = [item.text for item in load_course(root).task("s06-kit").items]
    file = "grading/source/s06/s06.ipynb"
    others = [cell for cell in RIGHT_CELLS if cell["metadata"]["nbgrader"]["grade_id"] != "s06-kit"]

    def scheme(*lines: str) -> dict[str, object]:
        text = "\n".join(["=== BEGIN MARK SCHEME ===", *lines, "=== END MARK SCHEME ==="])
        return {**graded("s06-kit", 30, task=True, grade=False), "source": text}

    write_notebook(root / file, *others, scheme(*items))
    assert kinds(root, file) == set()
    write_notebook(root / file, *others, scheme(*items[:-1], "Baterai dilepas terakhir."))
    found = [fault for fault in check_course(root, TODAY) if fault.file == file]
    assert [(fault.kind, fault.key) for fault in found] == [("mark_scheme", "s06-kit")]
    assert items[-1] in found[0].message
