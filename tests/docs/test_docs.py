"""The documents say what is there."""

import re
from pathlib import Path

import pytest
import typer.main

from lentera import kelas
from lentera.cli import app
from lentera.course import content_root, load_course

ROOT = Path(__file__).parents[2]
READMES = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.id.md")}


def commands(group, prefix="lentera"):
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{prefix} {name}")
        else:
            yield f"{prefix} {name}", command


COMMANDS = dict(commands(typer.main.get_command(app)))


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_is_in_the_readme(line):
    assert line in READMES["README.md"]


@pytest.mark.parametrize(("line", "command"), COMMANDS.items(), ids=COMMANDS)
def test_every_command_has_help_with_an_example(line, command):
    assert command.help
    assert f": {line}" in command.epilog


@pytest.mark.parametrize("readme", READMES)
def test_every_command_in_a_readme_exists(readme):
    blocks = re.findall(r"```\n(.*?)```", READMES[readme], re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("lentera ")]
    assert lines
    for line in lines:
        assert any(line.startswith(known) for known in COMMANDS), line


@pytest.mark.parametrize("readme", READMES)
def test_the_lesson_index_agrees_with_the_plan(readme):
    course = load_course(content_root())
    for session in course.sessions.values():
        minutes = sum(activity.minutes for activity in session.activities)
        row = next(
            line for line in READMES[readme].splitlines() if line.startswith(f"| {session.id.upper()} |")
        )
        assert f"| {session.title} |" in row
        assert f"| {minutes} |" in row
        written = (content_root() / "sessions" / session.notebook).is_file()
        assert (f"sessions/{session.notebook}" in row) is written


@pytest.mark.parametrize(
    "document",
    [
        "README.md",
        "README.id.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "docs/solar.md",
        "docs/kegiatan.md",
        "docs/tanda-raba.md",
    ],
)
def test_links_and_pictures_are_there(document):
    path = ROOT / document
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
        here = target if path.parent == ROOT else f"{path.parent.name}/{target}"
        assert re.match(r"https?:", target) or (ROOT / here).exists(), target


def test_every_verb_of_the_notebooks_is_in_the_document_of_activities():
    text = (ROOT / "docs" / "kegiatan.md").read_text(encoding="utf-8")
    assert [verb for verb in kelas.__all__ if f"`kelas.{verb}(" not in text] == []


def test_every_picture_of_the_documents_has_its_licence_beside_it():
    table = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    pictures = [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.png")]
    assert [name for name in pictures if f"| `{name}` |" not in table] == []


def test_every_room_is_on_the_map():
    rooms = {
        path.name for path in (ROOT / "toolkit" / "lentera").iterdir() if (path / "__init__.py").is_file()
    }
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert {room for room in rooms if f"toolkit/lentera/{room}`" not in guide} == set()


def test_every_room_of_the_simulator_is_in_its_document():
    text = (ROOT / "docs" / "solar.md").read_text(encoding="utf-8")
    home = ROOT / "toolkit" / "lentera" / "solar"
    rooms = {f"{path.name}/" for path in home.iterdir() if (path / "__init__.py").is_file()}
    assert {room for room in rooms if f"`{room}`" not in text} == set()
    for name in re.findall(r"`(test_\w+\.py)`", text):
        assert (ROOT / "tests" / "solar" / name).is_file(), name


def test_make_targets_named_in_the_documents_exist():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for document in (*READMES.values(), (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")):
        for target in re.findall(r"\bmake ([a-z]+)\b", document):
            if target in {"its", "the"}:
                continue
            assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
