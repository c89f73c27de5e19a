"""The JavaScript of the widgets under node: its own tests, and modules that are joined as anywidget loads them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from lentera.widgets.assets import HERE, module

NODE = shutil.which("node")
SUITES = sorted(Path(__file__).parent.glob("*.test.js"))
SCREENS = sorted(path.stem for path in HERE.glob("*/*.js") if path.stem == path.parent.name)


@pytest.fixture
def node():
    """Node; without it the test is skipped on a laptop and fails in CI."""
    if NODE is None:
        if os.environ.get("CI"):
            pytest.fail("node is missing; .ci/run installs it")
        pytest.skip("node is not installed on this laptop")
    return NODE


@pytest.mark.parametrize("suite", SUITES, ids=lambda path: path.stem)
def test_javascript(node, suite):
    done = subprocess.run([node, "--test", suite], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", SCREENS)
def test_a_joined_module_is_valid_and_has_one_default(node, name, tmp_path):
    joined = tmp_path / "joined.mjs"
    joined.write_text(module(name), encoding="utf-8")
    look = (
        "import(process.argv[1]).then((it) => process.exit(typeof it.default.render === 'function' ? 0 : 1))"
    )
    done = subprocess.run([node, "-e", look, joined], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_imports_that_lead_in_a_circle_are_refused(monkeypatch, tmp_path):
    from lentera.widgets import assets

    (tmp_path / "lingkar").mkdir()
    (tmp_path / "lingkar/lingkar.js").write_text('import { a } from "./a.js";\nexport default { a };\n')
    (tmp_path / "lingkar/a.js").write_text('import { b } from "./lingkar.js";\nexport const a = b;\n')
    monkeypatch.setattr(assets, "HERE", tmp_path)
    with pytest.raises(ValueError, match="lead back"):
        assets.module("lingkar")


def test_an_import_that_cannot_be_joined_is_refused(monkeypatch, tmp_path):
    from lentera.widgets import assets

    (tmp_path / "bintang").mkdir()
    (tmp_path / "bintang/bintang.js").write_text('import * as a from "./a.js";\nexport default { a };\n')
    monkeypatch.setattr(assets, "HERE", tmp_path)
    with pytest.raises(ValueError, match="write imports as"):
        assets.module("bintang")
