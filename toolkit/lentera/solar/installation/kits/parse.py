"""Turn the text of a kit file into tables."""

import re
import tomllib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from lentera.solar.installation.kits.faults import KitError, Notes

if TYPE_CHECKING:
    from pathlib import Path

Raw = dict[str, Any]
"""The tables of a kit file."""

TABLES: Final = ("kit", "unit", "lead", "bridge", "test_point")
"""The names of its tables."""

_LINE: Final = re.compile(r" \(at line (\d+), column \d+\)")
_DECLARED: Final = re.compile(r"\((.*)\) twice")


def text_of(source: "Path | str") -> str:
    """Give the text of a kit file; a `str` is the text itself.

    Raises
    ------
    KitError
        When the file is missing or no UTF-8 text.
    """
    if isinstance(source, str):
        return source
    notes = Notes()
    try:
        return source.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        notes.note("not_utf8", source.name)
    except OSError:
        notes.note("file_missing", source.name)
    raise KitError(notes.faults)


def parsed(text: str) -> Raw:
    """Parse the TOML of a kit; raise KitError with the line where it does not read."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise KitError(_syntax(str(error), text).faults) from error


def _syntax(reason: str, text: str) -> Notes:
    notes = Notes()
    found = _LINE.search(reason)
    # What lacks at the end of the text has no line number of its own.
    line = found[1] if found else str(max(1, len(text.splitlines())))
    told = _LINE.sub("", reason)
    declared = _DECLARED.search(told)
    if declared:
        parts = re.findall(r"'([^']*)'", declared[1])
        notes.note("twice", ".".join(parts), line=line)
    elif "Cannot overwrite" in told:
        before = text.splitlines()[int(line) - 1] if text.strip() else ""
        notes.note("twice", before.partition("=")[0].strip() or told, line=line)
    else:
        notes.note("syntax", "", line=line, reason=told)
    return notes


def is_controller(row: Any) -> bool:
    """Say whether a row of `unit` is a controller."""
    return isinstance(row, Mapping) and row.get("kind") == "controller"
