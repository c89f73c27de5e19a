"""The written answers beside the meter: three fields, for readings of this meter or of a real one."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lentera.rules import Saying
from lentera.widgets.form.form import Field, Kind, Option
from lentera.words import language

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Questions:
    """Hold what a task asks: its sentence, its fields and its hints."""

    intro: str = ""
    fields: tuple[Field, ...] = ()
    hints: tuple[str, ...] = ()

    def empty(self) -> dict[str, Any]:
        """Return the fields before anything is written."""
        return {field.id: field.empty() for field in self.fields}

    def read(self, stored: object) -> dict[str, Any]:
        """Return stored fields in their shape; raise ValueError when they are no table."""
        if not isinstance(stored, Mapping):
            raise ValueError(f"the answers are {stored!r}; expected a table")
        return {field.id: field.read(stored.get(field.id)) for field in self.fields}

    def field(self, name: object) -> Field:
        """Return a field; raise KeyError when the task does not ask it."""
        return {field.id: field for field in self.fields}[str(name)]


def questions(answer: str) -> Questions:
    """Read what a task asks from the data beside this module."""
    table = tomllib.loads((HERE / f"{answer}.toml").read_text(encoding="utf-8"))
    units = tuple(Option(row["id"], _said(row["text"])) for row in table["units"])
    fields = tuple(
        Field(row["id"], Kind.MEASURE, _said(row["label"]), _said(row["help"]), units)
        for row in table["fields"]
    )
    return Questions(_said(table["intro"]), fields, tuple(_said(row) for row in table["hints"]))


def _said(pair: Mapping[str, str]) -> str:
    return Saying.of(pair).in_language(language())
