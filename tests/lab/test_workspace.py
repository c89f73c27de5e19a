"""Sessions come to the desk; what a learner wrote is never overwritten."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from datetime import date

import nbformat
import pytest
from tests.lab.desks import ASSIGNMENT, LESSON, lesson, write_notebook

from lentera.desk import Desk
from lentera.lab import ChangeKind, WorkspaceError, prepare, session_files, workspace
from lentera.lab.workspace import may_run, restore_lesson

TODAY = date(2026, 11, 22)
BESIDE = "s06/s06_merakit_lampu_surya (baru 2026-11-22).ipynb"


@pytest.fixture
def desk(tmp_path):
    return Desk.open(tmp_path / "meja")


def bring(desk, content, today=TODAY):
    return [(change.kind, change.path) for change in prepare(desk.root, content, today)]


def everything(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def new_edition(content, text="Edisi kedua."):
    write_notebook(content / "sessions" / "s06_merakit_lampu_surya.ipynb", lesson(opening=text))


def her_change(desk, place=LESSON):
    notebook = nbformat.read(desk.root / place, as_version=4)
    notebook.cells[4].source = "print('punya saya')"
    write_notebook(desk.root / place, notebook)
    return (desk.root / place).read_bytes()


def test_a_new_desk_gets_lesson_assignment_and_pictures(desk, content):
    assert bring(desk, content) == [
        (ChangeKind.NEW, LESSON),
        (ChangeKind.NEW, "s06/aset/lampu.svg"),
        (ChangeKind.NEW, ASSIGNMENT),
    ]
    assert session_files(desk)["s06"].lesson == LESSON
    assert session_files(desk)["s06"].assignment == ASSIGNMENT


def test_bringing_twice_changes_nothing(desk, content):
    bring(desk, content)
    before = everything(desk.root)
    assert bring(desk, content) == []
    assert everything(desk.root) == before


def test_sessions_that_are_not_written_are_not_there(desk, content):
    (content / "sessions" / "catatan.txt").write_text("bukan sesi", encoding="utf-8")
    bring(desk, content)
    assert set(session_files(desk)) == {"s06"}


def test_an_untouched_copy_is_replaced(desk, content):
    bring(desk, content)
    new_edition(content)
    assert bring(desk, content) == [(ChangeKind.UPDATED, LESSON)]
    assert "Edisi kedua." in (desk.root / LESSON).read_text(encoding="utf-8")


def test_what_jupyter_wrote_is_no_change_of_hers(desk, content):
    bring(desk, content)
    notebook = nbformat.read(desk.root / LESSON, as_version=4)
    notebook.cells[1].execution_count = 7
    notebook.cells[1].outputs = [nbformat.v4.new_output("stream", text="lampu menyala\n")]
    notebook.cells.append(nbformat.v4.new_code_cell(""))
    notebook.metadata["language_info"] = {"name": "python"}
    write_notebook(desk.root / LESSON, notebook)
    new_edition(content)
    assert bring(desk, content) == [(ChangeKind.UPDATED, LESSON)]


def test_a_changed_copy_stays_and_the_new_edition_lies_beside_it(desk, content):
    bring(desk, content)
    hers = her_change(desk)
    new_edition(content)
    assert bring(desk, content) == [(ChangeKind.BESIDE, BESIDE)]
    assert (desk.root / LESSON).read_bytes() == hers
    assert "Edisi kedua." in (desk.root / BESIDE).read_text(encoding="utf-8")
    assert session_files(desk)["s06"].newer == (BESIDE,)
    assert bring(desk, content) == []


def test_her_work_on_the_same_edition_brings_nothing(desk, content):
    bring(desk, content)
    her_change(desk)
    assert bring(desk, content, date(2026, 12, 1)) == []


def test_only_one_untouched_edition_lies_beside_hers(desk, content):
    bring(desk, content)
    hers = her_change(desk)
    for day, text in ((22, "Edisi kedua."), (29, "Edisi ketiga.")):
        new_edition(content, text)
        bring(desk, content, date(2026, 11, day))
    beside = [path.name for path in desk.session_folder("s06").glob("*baru*")]
    assert beside == ["s06_merakit_lampu_surya (baru 2026-11-29).ipynb"]
    assert (desk.root / LESSON).read_bytes() == hers


def test_an_edition_beside_that_she_uses_is_hers_too(desk, content):
    bring(desk, content)
    her_change(desk)
    new_edition(content)
    bring(desk, content)
    used = her_change(desk, BESIDE)
    new_edition(content, "Edisi ketiga.")
    assert bring(desk, content) == [(ChangeKind.BESIDE, BESIDE.replace("22)", "22 2)"))]
    assert (desk.root / BESIDE).read_bytes() == used


def test_a_deleted_session_comes_back(desk, content):
    bring(desk, content)
    (desk.root / LESSON).unlink()
    assert bring(desk, content) == [(ChangeKind.NEW, LESSON)]


@pytest.mark.parametrize("broken", [b"", b"{", b'{"cells": 3}', b"\xff\xfe"])
def test_a_notebook_that_cannot_be_read_is_not_thrown_away(desk, content, broken):
    bring(desk, content)
    (desk.root / LESSON).write_bytes(broken)
    new_edition(content)
    assert bring(desk, content) == [(ChangeKind.BESIDE, BESIDE)]
    assert (desk.root / LESSON).read_bytes() == broken


def test_files_that_were_there_before_lentera_are_hers(desk, content):
    mine = lesson(opening="Tulisan saya.")
    write_notebook(desk.root / LESSON, mine)
    kept = (desk.root / LESSON).read_bytes()
    assert (ChangeKind.BESIDE, BESIDE) in bring(desk, content)
    assert (desk.root / LESSON).read_bytes() == kept


def test_answers_are_never_touched(desk, content):
    bring(desk, content)
    answer = desk.session_folder("s06") / "jawaban" / "s06-rangkai.json"
    answer.parent.mkdir()
    answer.write_text("{}", encoding="utf-8")
    (content / "grading" / "release" / "s06" / "jawaban").mkdir()
    (content / "grading" / "release" / "s06" / "jawaban" / "s06-rangkai.json").write_text(
        "[]", encoding="utf-8"
    )
    new_edition(content)
    bring(desk, content)
    assert answer.read_text(encoding="utf-8") == "{}"


@pytest.mark.parametrize("manifest", [b"", b"{", b"[]", b'{"files": {"a": {"unknown": 1}}}'])
def test_a_damaged_manifest_costs_no_work(desk, content, manifest):
    bring(desk, content)
    hers = her_change(desk)
    (desk.private / "kiriman.json").write_bytes(manifest)
    new_edition(content)
    bring(desk, content)
    assert (desk.root / LESSON).read_bytes() == hers


def test_a_full_disk_is_said_and_leaves_the_earlier_state_whole(desk, content, monkeypatch):
    bring(desk, content)
    before = everything(desk.root)
    new_edition(content)

    def full(*_arguments):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(WorkspaceError, match="Penyimpanan penuh"):
        bring(desk, content)
    assert everything(desk.root) == before
    monkeypatch.undo()
    assert bring(desk, content) == [(ChangeKind.UPDATED, LESSON)]


def test_a_kill_in_the_middle_loses_nothing(desk, content):
    """Kill the delivery at many moments; each time what is there is an old or a new file, whole."""
    bring(desk, content)
    hers = her_change(desk, ASSIGNMENT)
    command = (
        "import sys; from datetime import date; from pathlib import Path; from lentera.lab import prepare\n"
        "print('siap', flush=True)\n"
        "while True: prepare(Path(sys.argv[1]), Path(sys.argv[2]), date(2026, 11, 22))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", command, desk.root, content], stdout=subprocess.PIPE, env=os.environ
    )
    process.stdout.readline()
    for number in range(12):
        new_edition(content, f"Edisi nomor {number}.")
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert (desk.root / ASSIGNMENT).read_bytes() == hers
    nbformat.validate(nbformat.read(desk.root / LESSON, as_version=4))
    bring(desk, content)
    assert "Edisi nomor 11." in (desk.root / LESSON).read_text(encoding="utf-8")
    assert list(desk.session_folder("s06").glob("*baru*")) == []


def test_a_delivery_cut_short_is_not_taken_for_her_work(desk, content, monkeypatch):
    """The file is there, the manifest is not; then the course has moved on."""
    bring(desk, content)
    new_edition(content)
    keep, calls = workspace._keep, []

    def keep_once(*arguments):
        calls.append(arguments)
        if len(calls) > 1:
            raise OSError(errno.EIO, "pulled plug")
        keep(*arguments)

    monkeypatch.setattr(workspace, "_keep", keep_once)
    with pytest.raises(WorkspaceError):
        bring(desk, content)
    monkeypatch.undo()
    assert "Edisi kedua." in (desk.root / LESSON).read_text(encoding="utf-8")
    new_edition(content, "Edisi ketiga.")
    assert bring(desk, content) == [(ChangeKind.UPDATED, LESSON)]


def test_only_delivered_cells_may_run(desk, content):
    bring(desk, content)
    assert list(may_run(desk, LESSON)) == ["siap", "alat"]
    assert may_run(desk, LESSON)["siap"].startswith("from ipywidgets")
    assert may_run(desk, "s06/lain.ipynb") == {}
    assert may_run(desk, "") == {}


def test_the_edition_beside_hers_may_run_too(desk, content):
    bring(desk, content)
    her_change(desk)
    new_edition(content)
    bring(desk, content)
    assert list(may_run(desk, BESIDE)) == ["siap", "alat"]
    assert list(may_run(desk, LESSON)) == ["siap", "alat"]


def test_a_notebook_without_a_session_never_runs_by_itself(desk, content):
    notebook = lesson()
    del notebook.metadata["lentera"]
    write_notebook(content / "sessions" / "s06_merakit_lampu_surya.ipynb", notebook)
    bring(desk, content)
    assert may_run(desk, LESSON) == {}


def test_the_manifest_is_readable_by_people(desk, content):
    bring(desk, content)
    stored = json.loads((desk.private / "kiriman.json").read_text(encoding="utf-8"))
    assert stored["format"] == "lentera.delivery/1"
    assert sorted(stored["files"]) == sorted([ASSIGNMENT, "s06/aset/lampu.svg", LESSON])


def test_a_lesson_is_restored_and_hers_is_kept(desk, content):
    prepare(desk.root, content, TODAY)
    lesson = desk.root / LESSON
    delivered = lesson.read_bytes()
    answer = desk.root / "s06" / "jawaban" / "s06-rangkai.json"
    answer.parent.mkdir()
    answer.write_text("{}", encoding="utf-8")
    hers = json.loads(delivered)
    del hers["cells"][2]
    lesson.write_text(json.dumps(hers), encoding="utf-8")
    aside = restore_lesson(desk, content, "s06", TODAY)
    assert aside == "s06/s06_merakit_lampu_surya (milik saya 2026-11-22).ipynb"
    assert lesson.read_bytes() == delivered
    assert json.loads((desk.root / aside).read_text(encoding="utf-8")) == hers
    assert answer.read_text(encoding="utf-8") == "{}"
    assert restore_lesson(desk, content, "s06", TODAY) == ""
    assert prepare(desk.root, content, TODAY) == []
