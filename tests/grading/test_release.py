import json
import shutil
from pathlib import Path

import nbformat
import pytest

from lentera.classroom import ClassroomError
from lentera.course import Grading, content_root, load_course
from lentera.grading import release

GRADING = content_root() / "grading"
SESSION = load_course(content_root()).session("s06")
SOURCE = json.loads((GRADING / "source" / "s06" / "s06.ipynb").read_text())
RELEASED = json.loads((GRADING / "release" / "s06" / "s06.ipynb").read_text())


@pytest.fixture
def course(tmp_path: Path) -> Path:
    for name in ("source", "nbgrader_config.py"):
        place = tmp_path / "grading" / name
        if (GRADING / name).is_dir():
            shutil.copytree(GRADING / name, place)
        else:
            shutil.copy(GRADING / name, place)
    return tmp_path / "grading"


def text(cell: dict[str, object]) -> str:
    return "".join(cell["source"])  # type: ignore[arg-type]


def test_the_release_is_the_golden_one_and_stays_it(course: Path) -> None:
    assert release(course, ["s06"]).changed == ("s06",)
    golden = {path.relative_to(GRADING): path.read_bytes() for path in GRADING.glob("release/**/*.*")}
    made = {path.relative_to(course): path.read_bytes() for path in course.glob("release/**/*.*")}
    assert made == golden
    assert release(course, []).changed == ()
    assert sorted(path.name for path in course.iterdir()) == ["nbgrader_config.py", "release", "source"]


def test_a_source_that_nbgrader_refuses_leaves_the_release(course: Path) -> None:
    release(course, ["s06"])
    before = (course / "release" / "s06" / "s06.ipynb").read_bytes()
    broken = json.loads(json.dumps(SOURCE))
    broken["cells"].append(broken["cells"][4] | {"id": "lagi"})  # the same grade id twice
    (course / "source" / "s06" / "s06.ipynb").write_text(json.dumps(broken))
    with pytest.raises(ClassroomError, match="Tugas s06 belum bisa dirilis"):
        release(course, ["s06"])
    assert (course / "release" / "s06" / "s06.ipynb").read_bytes() == before


def test_a_full_disk_is_told_as_such(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (course / "source" / "s06" / "s06.ipynb").write_text("{")  # whatever made it stop, the disk comes first
    monkeypatch.setattr("lentera.classroom.folders.disk_is_full", lambda _folder: True)
    with pytest.raises(ClassroomError, match=r"Tugas belum bisa ditulis: ruang simpan penuh\. Kosongkan"):
        release(course, ["s06"])


def test_a_session_without_an_assignment_is_told(course: Path) -> None:
    with pytest.raises(ClassroomError, match=r"Sesi s07 belum punya tugas\. Yang sudah punya tugas: s06\."):
        release(course, ["s07"])


def test_nothing_hidden_is_left_in_the_release() -> None:
    words = ("BEGIN", "END", "MARK SCHEME", "SOLUTION", "HIDDEN")
    assert [word for cell in RELEASED["cells"] for word in words if word in text(cell)] == []
    assert any("BEGIN MARK SCHEME" in text(cell) for cell in SOURCE["cells"])


@pytest.mark.parametrize("notebook", [SOURCE, RELEASED], ids=["source", "release"])
def test_notebooks_are_valid_without_outputs_and_with_our_ids(notebook: dict[str, object]) -> None:
    nbformat.validate(notebook)
    assert notebook["metadata"]["lentera"] == {"jenis": "tugas", "sesi": "s06"}  # type: ignore[index]
    for cell in notebook["cells"]:  # type: ignore[attr-defined]
        assert cell["id"].startswith("s06-")
        if cell["cell_type"] == "code":
            assert (cell["outputs"], cell["execution_count"]) == ([], None)
            assert cell["metadata"]["jupyter"] == {"source_hidden": True}
            assert len(text(cell).splitlines()) <= 8


def test_points_and_kinds_are_those_of_the_plan() -> None:
    marked = {
        about["grade_id"]: (about["points"], Grading.OBSERVED if about["task"] else Grading.AUTO)
        for cell in RELEASED["cells"]
        if (about := cell["metadata"].get("nbgrader", {})).get("grade") or about.get("task")
    }
    assert marked == {task.id: (task.points, task.grading) for task in SESSION.tasks}


def test_grade_cells_end_with_their_own_mark() -> None:
    for cell in RELEASED["cells"]:
        about = cell["metadata"].get("nbgrader", {})
        if about.get("grade"):
            assert text(cell) == f'from lentera import kelas\n\nkelas.nilai("{about["grade_id"]}")'


def test_the_mark_scheme_is_the_list_of_the_plan() -> None:
    (scheme,) = [text(cell) for cell in SOURCE["cells"] if "MARK SCHEME" in text(cell)]
    items = [line.partition(". ")[2] for line in scheme.splitlines() if line[:1].isdigit()]
    assert items == [item.text for item in SESSION.task("s06-kit").items]


def test_widget_cells_come_alive_on_opening() -> None:
    calls = [text(cell).splitlines()[-1] for cell in RELEASED["cells"]
             if "lentera-hidup" in cell["metadata"].get("tags", ())]  # fmt: skip
    assert calls == [
        'kelas.rangkai_surya("s06-rangkai")',
        'kelas.daftar_periksa("s06-kit")',
        'kelas.catat_ukur("s06-ukur")',
    ]


def test_the_trainer_reads_the_mark_scheme_without_the_marks_around_it() -> None:
    (scheme,) = [text(cell) for cell in SOURCE["cells"] if "MARK SCHEME" in text(cell)]
    marks = [line for line in scheme.splitlines() if "MARK SCHEME" in line]
    assert marks == ["<!-- BEGIN MARK SCHEME -->", "<!-- END MARK SCHEME -->"]
