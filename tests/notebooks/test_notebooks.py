"""Every tracked notebook: valid, without outputs, with ids that stay."""

import json
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted(
    [
        *ROOT.glob("sessions/*.ipynb"),
        *ROOT.glob("grading/source/*/*.ipynb"),
        *ROOT.glob("grading/release/*/*.ipynb"),
    ]
)
KNOWN_IDS = Path(__file__).with_name("cell_ids.json")
SESSIONS = [path for path in NOTEBOOKS if path.parent.name == "sessions"]


def name(path):
    return path.relative_to(ROOT).as_posix()


@pytest.fixture(params=NOTEBOOKS, ids=name)
def notebook(request):
    content = nbformat.read(request.param, as_version=nbformat.NO_CONVERT)
    nbformat.validate(content)
    return content


def test_there_is_a_session_an_assignment_and_its_release():
    assert {name(path) for path in NOTEBOOKS} >= {
        "sessions/s06_merakit_lampu_surya.ipynb",
        "grading/source/s06/s06.ipynb",
        "grading/release/s06/s06.ipynb",
    }


def test_the_format_has_cell_ids(notebook):
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)


def test_no_outputs_and_no_counts(notebook):
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert code
    assert not [cell.id for cell in code if cell.outputs or cell.execution_count is not None]


def test_ids_are_words_and_unique(notebook):
    ids = [cell.id for cell in notebook.cells]
    assert len(ids) == len(set(ids))
    assert not [cell_id for cell_id in ids if not re.fullmatch(r"s\d\d(-[a-z0-9]+)+", cell_id)]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_known_ids_stay(path):
    """An id names a cell in learners' copies, so it may be added but never renamed or reused."""
    known = json.loads(KNOWN_IDS.read_text(encoding="utf-8")).get(name(path))
    assert known, f"list the ids of {name(path)} in {KNOWN_IDS.name}"
    now = {cell["id"] for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]}
    assert set(known) <= now


def test_cells_that_come_alive_are_short_and_folded(notebook):
    alive = [cell for cell in notebook.cells if "lentera-hidup" in cell.metadata.get("tags", [])]
    assert alive
    for cell in alive:
        assert len([line for line in cell.source.splitlines() if line.strip()]) <= 8
        assert cell.metadata["jupyter"]["source_hidden"] is True


def test_a_notebook_names_its_session(notebook):
    assert re.fullmatch(r"s\d\d", notebook.metadata.lentera.sesi)
    assert notebook.metadata.kernelspec.name == "python3"


def test_pictures_are_local_and_described(notebook):
    for cell in notebook.cells:
        if cell.cell_type != "markdown":
            continue
        for alt, target in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", cell.source):
            assert len(alt) >= 10, cell.id
            assert not re.match(r"[a-z]+:", target), cell.id
            assert (ROOT / "sessions" / target).is_file(), target


@pytest.mark.parametrize("path", SESSIONS, ids=name)
def test_a_session_runs_from_top_to_bottom(path, tmp_path):
    """nbval runs a copy, so that no answer is written beside the source."""
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "--nbval-lax",
            "-q",
            "-p",
            "no:cacheprovider",
            "--rootdir",
            tmp_path,
            copy,
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    cells = sum(cell["cell_type"] == "code" for cell in json.loads(path.read_text(encoding="utf-8"))["cells"])
    assert run.returncode == 0, run.stdout + run.stderr
    assert f"{cells} passed" in run.stdout
