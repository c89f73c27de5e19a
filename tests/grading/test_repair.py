import copy
import json
from collections.abc import Callable
from typing import Any

import nbformat
import pytest

from lentera.course import content_root
from lentera.grading.repair import Fix, repair

RELEASED = json.loads((content_root() / "grading" / "release" / "s06" / "s06.ipynb").read_text())
Notebook = dict[str, Any]


def ids(notebook: Notebook) -> list[str]:
    return [cell["id"] for cell in notebook["cells"]]


def changed(change: Callable[[Notebook], object]) -> bytes:
    notebook = copy.deepcopy(RELEASED)
    change(notebook)
    return json.dumps(notebook).encode()


def by_id(notebook: Notebook, cell_id: str) -> Notebook:
    return next(cell for cell in notebook["cells"] if cell["id"] == cell_id)


def test_an_untouched_notebook_stays_as_it_is() -> None:
    repaired = repair(json.dumps(RELEASED).encode(), RELEASED)
    assert repaired.notebook == RELEASED
    assert repaired.fixes == ()


def test_outputs_and_counts_are_no_change() -> None:
    def run(notebook: Notebook) -> None:
        for number, cell in enumerate(cell for cell in notebook["cells"] if cell["cell_type"] == "code"):
            cell["execution_count"] = number
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x"}]

    repaired = repair(changed(run), RELEASED)
    assert repaired.notebook == RELEASED
    assert repaired.fixes == ()


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b"{",
        b"[]",
        b"3",
        b"\xff",
        b'{"nbformat": 4}',
        b'{"nbformat": 3, "worksheets": []}',
        b'{"nbformat": 4, "cells": {}}',
        b"[" * 100_000,
    ],
    ids=lambda content: repr(content)[:30],
)
def test_what_is_no_notebook_is_replaced(content: bytes | None) -> None:
    repaired = repair(content, RELEASED)
    assert repaired.notebook == RELEASED
    assert repaired.sentences() == ["Lembar tugas hilang atau tidak terbaca. Lembar asli yang dinilai."]


@pytest.mark.parametrize(
    "cell_id", [cell["id"] for cell in RELEASED["cells"] if "nbgrader" in cell["metadata"]]
)
def test_a_deleted_cell_comes_back_to_its_place(cell_id: str) -> None:
    repaired = repair(changed(lambda nb: nb["cells"].remove(by_id(nb, cell_id))), RELEASED)
    assert repaired.notebook == RELEASED
    assert [fix for fix, _cell in repaired.fixes] == [Fix.BROUGHT_BACK]


def test_all_cells_deleted_gives_the_released_notebook() -> None:
    assert repair(changed(lambda nb: nb["cells"].clear()), RELEASED).notebook == RELEASED


def test_a_copy_of_a_cell_is_taken_out() -> None:
    def duplicate(notebook: Notebook) -> None:
        copied = copy.deepcopy(by_id(notebook, "s06-urutan-nilai")) | {"id": "salinan"}
        notebook["cells"].insert(2, copied)

    repaired = repair(changed(duplicate), RELEASED)
    assert repaired.notebook == RELEASED
    assert (Fix.DUPLICATE, "s06-urutan") in repaired.fixes


def test_a_retyped_cell_gets_its_type_back() -> None:
    def retype(notebook: Notebook) -> None:
        cell = by_id(notebook, "s06-urutan-nilai")
        cell["cell_type"] = "raw"
        del cell["outputs"], cell["execution_count"]

    repaired = repair(changed(retype), RELEASED)
    assert repaired.notebook == RELEASED
    assert repaired.sentences() == ["Jenis sel s06-urutan berubah. Jenisnya dikembalikan."]


def test_an_edited_grade_cell_gets_its_text_and_points_back() -> None:
    def cheat(notebook: Notebook) -> None:
        cell = by_id(notebook, "s06-urutan-nilai")
        cell["source"] = ["20"]
        cell["metadata"]["nbgrader"]["points"] = 2000

    repaired = repair(changed(cheat), RELEASED)
    assert repaired.notebook == RELEASED
    assert repaired.fixes == ((Fix.EDITED, "s06-urutan"),)


def test_moved_cells_go_home() -> None:
    repaired = repair(changed(lambda nb: nb["cells"].reverse()), RELEASED)
    assert repaired.notebook == RELEASED
    assert repaired.sentences() == ["Urutan sel tugas berubah. Urutannya dikembalikan."]


def test_her_own_cells_stay_behind_the_cell_they_stood_behind() -> None:
    def write(notebook: Notebook) -> None:
        own = {
            "cell_type": "markdown",
            "metadata": {"nbgrader": {"grade_id": "khayal"}},
            "source": "Catatanku",
        }
        notebook["cells"].insert(3, own)
        notebook["cells"].insert(0, {"cell_type": "code", "metadata": {}, "source": "1", "outputs": []})

    repaired = repair(changed(write), RELEASED)
    sources = ["".join(cell["source"]) for cell in repaired.notebook["cells"]]
    assert sources[0] == "1"
    assert sources[4] == "Catatanku"
    assert repaired.notebook["cells"][4]["metadata"] == {}
    assert repaired.fixes == ()
    nbformat.validate(repaired.notebook)
    assert len(set(ids(repaired.notebook))) == len(ids(repaired.notebook))


@pytest.mark.parametrize(
    "odd",
    [3, None, {}, {"cell_type": "code"}, {"cell_type": "code", "metadata": 1, "source": ""},
     {"cell_type": "code", "metadata": {"nbgrader": 7}, "source": ""},
     {"cell_type": "code", "metadata": {"nbgrader": {"grade_id": ["s06-urutan"]}}, "source": [1]}],
    ids=repr,
)  # fmt: skip
def test_odd_cells_do_no_harm(odd: object) -> None:
    repaired = repair(changed(lambda nb: nb["cells"].append(odd)), RELEASED)
    nbformat.validate(repaired.notebook)
    assert ids(repaired.notebook)[: len(RELEASED["cells"])] == ids(RELEASED)


def with_answer_cell() -> Notebook:
    """Return a release with a cell that learners write in, as later sessions have."""
    notebook = copy.deepcopy(RELEASED)
    about = {"grade": False, "grade_id": "jawab", "locked": False, "schema_version": 3, "solution": True}
    notebook["cells"].append(
        {"cell_type": "code", "execution_count": None, "id": "jawab", "outputs": [],
         "metadata": {"nbgrader": about}, "source": "# Tulis jawaban di sini."}
    )  # fmt: skip
    return notebook


def test_what_she_wrote_in_an_answer_cell_stays() -> None:
    released = with_answer_cell()
    submitted = copy.deepcopy(released)
    submitted["cells"][-1]["source"] = "jawabanku = 1"
    repaired = repair(json.dumps(submitted).encode(), released)
    assert repaired.notebook == submitted
    assert repaired.fixes == ()


def test_of_two_copies_of_an_answer_cell_the_written_one_counts() -> None:
    released = with_answer_cell()
    submitted = copy.deepcopy(released)
    empty = copy.deepcopy(submitted["cells"][-1]) | {"id": "salinan"}
    submitted["cells"][-1]["source"] = "jawabanku = 1"
    submitted["cells"].append(empty)
    repaired = repair(json.dumps(submitted).encode(), released)
    assert by_id(repaired.notebook, "jawab")["source"] == "jawabanku = 1"
    assert repaired.fixes == ((Fix.DUPLICATE, "jawab"),)
