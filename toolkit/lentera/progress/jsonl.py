"""Statements as JSON lines: one xAPI statement a line, the queue that any record store accepts."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lentera.atomic import write_atomically
from lentera.progress.errors import StatementError
from lentera.progress.statement import Statement
from lentera.progress.xapi import from_xapi


def to_line(xapi: dict[str, Any]) -> str:
    """Return one statement as a line, the same one every time."""
    return json.dumps(xapi, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def write(path: Path, lines: Sequence[str]) -> int:
    """Write lines to a file, whole or not at all, and return their number."""
    write_atomically(path, "".join(f"{line}\n" for line in lines).encode())
    return len(lines)


def read(path: Path) -> tuple[list[Statement], dict[int, str]]:
    """Return the statements of a file, and why each unreadable line, numbered from 1, was left out."""
    statements, unreadable = [], {}
    for number, raw in enumerate(path.read_bytes().splitlines(), start=1):
        if not raw.strip():
            continue
        try:
            content = json.loads(raw)
            if not isinstance(content, dict):
                raise StatementError("A line holds one JSON object.")
            statements.append(from_xapi(content))
        except ValueError as error:  # broken UTF-8 and JSON, and StatementError
            unreadable[number] = str(error)
    return statements, unreadable
