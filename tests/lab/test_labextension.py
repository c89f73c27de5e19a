"""The browser extension is one plain file whose name carries its content's hash."""

import hashlib
import json
import re

from lentera.lab.jupyter_settings import LABEXTENSIONS, SETTINGS

FOLDER = LABEXTENSIONS / "lentera-desk"


def test_the_file_is_named_after_its_content():
    """A browser keeps files for long; only a new name makes it read a new file."""
    package = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
    script = FOLDER / package["jupyterlab"]["_build"]["load"]
    assert [path.name for path in (FOLDER / "static").iterdir()] == [script.name]
    digest = hashlib.sha256(script.read_bytes()).hexdigest()[:12]
    assert script.name == f"remoteEntry.{digest}.js"


def test_it_names_no_address_outside():
    for path in FOLDER.rglob("*.js"):
        assert re.findall(r"https?://|//cdn", path.read_text(encoding="utf-8")) == []


def test_no_bare_letter_shortcut_is_left_out_of_the_list():
    settings = json.loads((SETTINGS / "overrides.json").read_text(encoding="utf-8"))
    shortcuts = settings["@jupyterlab/shortcuts-extension:shortcuts"]["shortcuts"]
    assert all(each["disabled"] and all(each["keys"]) for each in shortcuts)
    keys = {tuple(each["keys"]) for each in shortcuts}
    assert {("A",), ("B",), ("D", "D"), ("X",), ("Z",), ("0", "0"), ("I", "I"), ("O",), ("Tab",)} <= keys
