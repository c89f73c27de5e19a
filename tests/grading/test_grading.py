import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from lentera.classroom import ClassFolder
from lentera.course import content_root, load_course
from lentera.grading import Graded
from lentera.grading.engine import bare_environment
from lentera.progress import Verb

Class = tuple[ClassFolder, Graded]
TASKS = ("s06-sambungan", "s06-urutan", "s06-sekering", "s06-ukur")


def marks(graded: Graded, learner: str) -> dict[str, float | None]:
    (result,) = [each for each in graded.learners if each.learner == learner]
    return {mark.task: mark.points for mark in result.marks}


def page(classroom: ClassFolder, learner: str) -> str:
    return (classroom.root / "autograded" / learner / "s06" / "s06.ipynb").read_text()


# Right, another right way, an earlier round that was right, and right answers in broken notebooks.
@pytest.mark.parametrize("learner", ["SM-01", "SM-06", "SM-07", "SM-08"])
def test_right_work_gets_every_automatic_point(graded_class: Class, learner: str) -> None:
    assert marks(graded_class[1], learner) == {
        "s06-sambungan": 30.0,
        "s06-urutan": 20.0,
        "s06-sekering": 10.0,
        "s06-ukur": 10.0,
        "s06-kit": None,
    }


def test_the_empty_release_gets_nothing_and_is_not_marked_by_eye(graded_class: Class) -> None:
    assert marks(graded_class[1], "SM-02") == dict.fromkeys(TASKS, 0.0) | {"s06-kit": None}


def test_a_finished_round_counts_after_starting_over(graded_class: Class) -> None:
    found = marks(graded_class[1], "SM-09")
    assert [found[task] for task in TASKS] == [30.0, 20.0, 10.0, 0.0]


# Each typical mistake costs its own part, and only that.
@pytest.mark.parametrize(
    ("learner", "full", "partial"),
    [
        ("SM-03", {"s06-sambungan", "s06-sekering", "s06-ukur"}, {"s06-urutan": (0, 20)}),
        ("SM-04", {"s06-urutan", "s06-ukur"}, {"s06-sambungan": (20, 30), "s06-sekering": (-1, 1)}),
        ("SM-05", {"s06-urutan"}, {"s06-sambungan": (15, 30), "s06-sekering": (0, 10), "s06-ukur": (0, 10)}),
    ],
)
def test_a_mistake_costs_its_own_part(
    graded_class: Class, learner: str, full: set[str], partial: dict[str, tuple[float, float]]
) -> None:
    found = marks(graded_class[1], learner)
    course = load_course(content_root())
    assert {task for task in TASKS if found[task] == course.task(task).points} == full
    for task, (above, below) in partial.items():
        assert above < (found[task] or 0.0) < below


def test_answers_that_cannot_be_read_get_nothing_and_stop_nobody(graded_class: Class) -> None:
    assert marks(graded_class[1], "SM-10") == dict.fromkeys(TASKS, 0.0) | {"s06-kit": None}
    assert all(result.graded for result in graded_class[1].learners)


def test_repairs_are_told(graded_class: Class) -> None:
    told = {result.learner: result.sentences() for result in graded_class[1].learners}
    assert told["SM-06"][2:] == [
        "Sel s06-sambungan ada lebih dari satu. Salinannya dikeluarkan.",
        "Sel s06-urutan terhapus. Sel itu dikembalikan.",
        "Jenis sel s06-sekering berubah. Jenisnya dikembalikan.",
        "Isi sel s06-ukur berubah. Isinya dikembalikan.",
        "Urutan sel tugas berubah. Urutannya dikembalikan.",
    ]
    assert told["SM-07"][2:] == ["Lembar tugas hilang atau tidak terbaca. Lembar asli yang dinilai."]
    assert told["SM-08"][2:] == [
        "Lembar tugasnya berhenti saat dijalankan. Lembar asli dinilai dengan jawaban peserta."
    ]
    assert told["SM-01"] == ["SM-01, sesi 6: 70 dari 70 poin.", "Belum dinilai: s06-kit."]


def test_the_trainer_is_told_that_there_is_no_sandbox(graded_class: Class) -> None:
    assert graded_class[1].sentences()[0] == (
        "Lembar tugas peserta dijalankan di laptop ini tanpa ruang terkunci. Nilai hanya kelas sendiri."
    )
    assert graded_class[1].to_json()["sandbox"] is False


def test_the_trainer_is_told_what_comes_next(graded_class: Class) -> None:
    assert graded_class[1].sentences()[-2:] == [
        "Nilai tugas yang belum dinilai dengan: lentera trainer.",
        "Bagikan nilai dengan: lentera feedback --all.",
    ]


def test_what_was_handed_in_stays_as_it_was(graded_class: Class) -> None:
    classroom, _graded = graded_class
    assert (classroom.submitted("SM-07", "s06") / "s06.ipynb").read_bytes().startswith(b"\x00")
    assert "os._exit" in (classroom.submitted("SM-08", "s06") / "s06.ipynb").read_text()
    for learner in ("SM-01", "SM-05"):
        handed, graded = (place(learner, "s06") for place in (classroom.submitted, classroom.autograded))
        for answer in (handed / "jawaban").iterdir():
            if answer.is_file():
                assert (graded / "jawaban" / answer.name).read_bytes() == answer.read_bytes()


def test_grading_widgets_and_marks_writes_nothing_on_stderr(graded_class: Class) -> None:
    notebook = json.loads(page(graded_class[0], "SM-01"))
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", ())]
    assert [out for out in outputs if out["output_type"] == "error" or out.get("name") == "stderr"] == []
    assert "lentera.widget" not in json.dumps(outputs)


def test_grading_leaves_no_trace_of_learning_in_the_class_log(graded_class: Class) -> None:
    classroom, graded = graded_class
    with classroom.open_log() as log:
        said = log.statements()
    assert {statement.verb for statement in said} == {Verb.GRADED}
    assert len(said) == graded.recorded == 10 * len(TASKS)
    assert not (classroom.private / "galat.log").exists()


def test_the_gradebook_says_what_waits_for_the_trainer(graded_class: Class) -> None:
    query = """
        select student.id, base_cell.name, grade.auto_score, grade.needs_manual_grade
        from grade join base_cell on grade.cell_id = base_cell.id
        join submitted_notebook on grade.notebook_id = submitted_notebook.id
        join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id
        join student on submitted_assignment.student_id = student.id
    """
    with closing(sqlite3.connect(graded_class[0].root / "gradebook.db")) as gradebook:
        rows = gradebook.execute(query).fetchall()
    assert len(rows) == 50
    assert {(name == "s06-kit") == bool(waits) for _learner, name, _score, waits in rows} == {True}
    assert {score for _learner, name, score, _waits in rows if name == "s06-kit"} == {None}


def test_notebooks_see_none_of_the_trainers_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAHASIA_PENGAJAR", "jangan bocor")
    monkeypatch.setenv("JUPYTER_TOKEN", "jangan bocor")
    monkeypatch.setenv("PYTHONPATH", "/rumah/pengajar")
    environment = bare_environment(tmp_path)
    assert "jangan bocor" not in environment.values()
    assert "PYTHONPATH" not in environment
    assert environment["LENTERA_GRADING"] == "1"
    assert environment["HOME"].startswith(str(tmp_path))
