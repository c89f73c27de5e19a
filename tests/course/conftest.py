"""The real course, and copies of it that tests may spoil."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from lentera.course import Course, content_root, load_course

TODAY = date(2026, 12, 1)
"""A day on which every fact of the real course is fresh."""

Edit = Callable[[str, str, str], None]


@pytest.fixture(autouse=True)
def _indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LENTERA_LANG", raising=False)
    monkeypatch.delenv("LENTERA_CONTENT", raising=False)


@pytest.fixture(scope="session")
def course() -> Course:
    return load_course(content_root())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a copy of the curriculum, without notebooks."""
    shutil.copytree(content_root() / "curriculum", tmp_path / "curriculum")
    return tmp_path


@pytest.fixture
def edit(root: Path) -> Edit:
    """Return a function that replaces the first occurrence of a text in a file of the copy."""

    def replace(file: str, old: str, new: str) -> None:
        path = root / "curriculum" / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} no longer holds {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace
