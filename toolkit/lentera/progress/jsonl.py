"""Statements as JSON lines: one xAPI statement a line, the queue that any record store accepts."""

import contextlib
import json
import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lentera.progress.errors import StatementError
from lentera.progress.statement import Statement
from lentera.progress.xapi import from_xapi


def to_line(xapi: dict[str, Any]) -> str:
    """Return one statement as a line, the same one every time."""
    return json.dumps(xapi, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def write(path: Path, lines: Sequence[str]) -> int:
    """Write lines to a file, whole or not at all, and return their number."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with draft.open("x", encoding="utf-8", newline="\n") as stream:
            stream.writelines(f"{line}\n" for line in lines)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise
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
