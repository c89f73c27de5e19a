"""The bundled CodeMirror: the bytes that were built, small, with its licences, and with no address in it."""

import hashlib
import json
import re
from pathlib import Path

from lentera.widgets.assets import module, stylesheet

ROOT = Path(__file__).parents[2]
SCREEN = ROOT / "toolkit/lentera/widgets/editor"
SOURCE = ROOT / "toolkit/editor"
BUNDLE = SCREEN / "codemirror.js"
NAMESPACE = "http://www.w3.org/2000/svg"


def test_the_bundle_is_the_one_that_was_built():
    expected = (SOURCE / "codemirror.sha256").read_text(encoding="utf-8").split()[0]
    assert hashlib.sha256(BUNDLE.read_bytes()).hexdigest() == expected


def test_the_bundle_is_small_enough_for_a_weak_laptop():
    assert BUNDLE.stat().st_size <= 450_000


def test_the_bundle_loads_nothing():
    text = BUNDLE.read_text(encoding="utf-8")
    assert set(re.findall(r"https?://[\w./]+", text)) <= {NAMESPACE}
    assert not re.search(r"\b(fetch|XMLHttpRequest|WebSocket|importScripts|sendBeacon)\b\s*\(", text)
    assert not re.search(r"\bimport\s*\(", text)


def test_the_lock_names_no_registry_and_the_same_versions():
    lock = json.loads((SOURCE / "package-lock.json").read_text(encoding="utf-8"))
    wanted = json.loads((SOURCE / "package.json").read_text(encoding="utf-8"))
    assert "resolved" not in json.dumps(lock)
    for name, version in {**wanted["dependencies"], **wanted["devDependencies"]}.items():
        found = lock["packages"][f"node_modules/{name}"]
        assert found["version"] == version
        assert found["integrity"]


def test_every_bundled_package_has_its_licence_beside_the_bundle():
    licences = (SCREEN / "codemirror.licences.txt").read_text(encoding="utf-8")
    wanted = json.loads((SOURCE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    for name, version in wanted.items():
        assert f"{name} {version} (MIT)" in licences
    assert licences.count("Permission is hereby granted") == len(
        re.findall(r"^\S+ [\d.]+ \(MIT\)$", licences, re.MULTILINE)
    )


def test_the_screen_is_one_module_and_its_names_are_its_own():
    text = module("editor").replace(
        BUNDLE.read_text(encoding="utf-8").replace("export const codemirror", "const codemirror"), ""
    )
    names = re.findall(r"^(?:const|let|function|class) (\w+)", text, re.MULTILINE)
    assert len(names) == len(set(names))
    assert text.count("export default") == 1


def test_every_selector_of_the_screen_stays_inside_it():
    sheet = (SCREEN / "editor.css").read_text(encoding="utf-8")
    rules = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    for selector in re.findall(r"([^{}]+)\{", rules):
        if not selector.strip().startswith("@"):
            assert all(one.strip().startswith(".lentera") for one in selector.split(",")), selector
    assert "url(" not in stylesheet("editor")
