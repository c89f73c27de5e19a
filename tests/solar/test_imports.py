"""The simulator opens fast: what only the weather needs is loaded when weather is asked for."""

import json
import pkgutil
import subprocess
import sys

import pytest

import lentera.solar
from lentera.solar import installation

HEAVY = {"pvlib", "pandas", "scipy", "numba", "PySAM", "IPython", "ipywidgets"}


def test_no_module_of_the_simulator_loads_the_heavy_libraries():
    names = [info.name for info in pkgutil.walk_packages(lentera.solar.__path__, "lentera.solar.")]
    assert "lentera.solar.weather" in names
    code = (
        "import importlib, json, sys\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        "print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(json.loads(run.stdout))


def opened_by(module, then=""):
    """Import a module in a fresh process; give the TOML files that it read and the modules that came along."""
    code = (
        "import importlib, json, sys\n"
        "read = []\n"
        "def hook(event, args):\n"
        "    if event == 'open' and str(args[0]).endswith('.toml'):\n"
        "        read.append(str(args[0]))\n"
        "sys.addaudithook(hook)\n"
        f"found = importlib.import_module({module!r})\n"
        f"{then}\n"
        "print(json.dumps([read, sorted(sys.modules)]))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


@pytest.mark.parametrize("module", ["circuit", "battery", "installation", "bench"])
def test_opening_the_bench_reads_no_part_and_no_kit(module):
    read, modules = opened_by(f"lentera.solar.{module}")
    assert read == []
    assert "lentera.solar.installation.kits" not in modules
    assert "lentera.solar.weather" not in modules


@pytest.mark.parametrize("task", ["s06-sambungan", "s04-bagian"])
def test_judging_a_task_reads_its_sentences_only(task):
    read, modules = opened_by("lentera.tasks", f"found.RULE_SETS[{task!r}]")
    session = task.partition("-")[0]
    assert {name.rpartition("/")[2].partition("-")[0] for name in read} == {session}
    assert "lentera.solar.installation.kits" not in modules


def test_what_an_installation_hands_out_is_there_when_it_is_asked_for():
    assert all(getattr(installation, name).__doc__ for name in installation.__all__)
    with pytest.raises(AttributeError, match="no attribute 'kit_c'"):
        _ = installation.kit_c
