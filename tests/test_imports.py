"""The door of the notebooks opens fast: what a verb needs is loaded by that verb, and a mark loads its own room only."""

import json
import os
import subprocess
import sys

import pytest

HEAVY = {
    *("bs4", "html5lib", "soupsieve", "tinycss2", "PIL", "numpy", "segno", "typst"),
    *("IPython", "ipywidgets", "anywidget", "nbformat", "sqlite3"),
}
ROOMS = {"web", "product", "market", "solar"}


def loaded(code, folder, **environment):
    """Run code in a fresh process; give the names of all modules that are loaded then."""
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"],
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
        env={**os.environ, **environment},
    )
    return json.loads(run.stdout.splitlines()[-1])


def rooms(modules):
    """Give the domain rooms of which anything is loaded."""
    parts = [name.split(".") for name in modules]
    return {one[1] for one in parts if one[0] == "lentera" and len(one) > 1} & ROOMS


def heavy(modules):
    return HEAVY & {name.split(".")[0] for name in modules}


def test_the_door_of_the_notebooks_loads_nothing_heavy(tmp_path):
    modules = loaded("import lentera.kelas", tmp_path)
    assert heavy(modules) == set()
    assert rooms(modules) == set()
    ours = {name for name in modules if name.startswith("lentera.")}
    assert all(name.startswith("lentera.kelas") for name in ours), (
        "the rest is loaded by the verb that needs it"
    )


def test_a_verb_that_shows_something_loads_nothing_while_marks_are_given(tmp_path):
    verbs = "editor_halaman, label_produk, pasar_desa, studio_foto, terbit"
    code = f"from lentera import kelas\nfor verb in (kelas.{verbs.replace(', ', ', kelas.')}): verb()"
    modules = loaded(code, tmp_path, LENTERA_GRADING="1")
    assert heavy(modules) == set()
    assert rooms(modules) == set()


@pytest.mark.parametrize(
    ("task", "room", "needs"),
    [
        ("s06-sambungan", "solar", {"numpy"}),
        ("s07-standar", "product", set()),
        ("s07-label", "product", set()),
        ("s07-harga", "product", set()),
        ("s11-status", "market", set()),
        ("s11-masalah", "market", set()),
        ("s11-kas", "market", set()),
        ("s03-cari-lima", "web", {"PIL"}),
        ("s03-judul", "web", {"PIL", "bs4", "html5lib", "soupsieve"}),
        ("s05-kontras", "web", {"PIL", "bs4", "html5lib", "soupsieve", "tinycss2"}),
    ],
)
def test_a_mark_loads_its_own_room_only(task, room, needs, tmp_path):
    modules = loaded(f"from lentera import kelas\nkelas.nilai({task!r})", tmp_path, LENTERA_GRADING="1")
    assert rooms(modules) == {room}
    assert heavy(modules) <= needs
    assert not [name for name in modules if name.startswith("lentera.widgets")]
