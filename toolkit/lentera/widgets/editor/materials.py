"""What the editor brings along: templates, sample drawings, hints, and the titles of the check's rows."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from lentera.rules import Saying
from lentera.words import language

HERE: Final = Path(__file__).parent
FIRST: Final = "isian.html"
"""Template of the very first page."""


@dataclass(frozen=True)
class Material:
    """Be a file that a learner can begin with.

    Attributes
    ----------
    file : str
        Its name here, by which the screen asks for it.
    name : str
        The name it gets in her site.
    title : Saying
        What it is.
    folder : str
        Where it lies here.
    """

    file: str
    name: str
    title: Saying
    folder: str

    @property
    def said(self) -> str:
        """Return what it is, in the interface language."""
        return self.title.in_language(language())

    def content(self) -> bytes:
        """Return the file."""
        return (HERE / self.folder / self.file).read_bytes()


@cache
def _texts() -> Mapping[str, Any]:
    return tomllib.loads((HERE / "texts.toml").read_text(encoding="utf-8"))


@cache
def templates() -> Mapping[str, Material]:
    """Return the templates of pages and styles by file name, in the order they are offered."""
    return _materials("templates", "")


@cache
def samples() -> Mapping[str, Material]:
    """Return the sample drawings by file name."""
    return _materials("samples", "foto/")


def _materials(kind: str, prefix: str) -> dict[str, Material]:
    return {
        row["file"]: Material(
            row["file"], prefix + row.get("name", row["file"]), Saying.of(row["text"]), kind
        )
        for row in _texts()[kind]
    }


def hints_of(answer: str) -> tuple[str, ...]:
    """Return the hints of an answer, from a nudge to a worked example; none for free work."""
    return tuple(Saying.of(row).in_language(language()) for row in _texts()["hints"].get(answer, ()))


def row_title(task: str) -> str:
    """Return the short title of a task's row; empty for a task without one."""
    pair = _texts()["rows"].get(task)
    return Saying.of(pair).in_language(language()) if pair else ""
