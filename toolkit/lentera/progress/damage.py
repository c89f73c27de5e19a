"""Find a damaged SQLite file, keep it aside and rescue what can still be read."""

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from lentera.progress.errors import StatementError, primary_code
from lentera.progress.statement import Statement
from lentera.progress.xapi import from_xapi

_COMPANIONS = ("-wal", "-shm")


def is_damage(error: BaseException) -> bool:
    """Tell whether a database error means a damaged file, and not a busy or full one."""
    return primary_code(error) in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def is_damaged(path: Path) -> bool:
    """Tell whether an SQLite file is damaged; an absent or empty one is not.

    Raises
    ------
    sqlite3.Error
        When the file cannot be looked at for another reason.
    """
    if not path.exists() or path.stat().st_size == 0:
        return False
    try:
        with contextlib.closing(_read_only(path, timeout=10)) as connection:
            (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return True
        raise
    return bool(verdict != "ok")


def _read_only(path: Path, timeout: float) -> sqlite3.Connection:
    # A writable connection would fold the journal into the damaged file when it closes.
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=timeout)


def keep_aside(path: Path) -> Path:
    """Move a damaged database and its companions to the next free name and return it.

    Raises
    ------
    OSError
        When the file cannot be moved, as when another program holds it open on Windows.
    """
    number = 1
    while (aside := path.with_name(f"{path.name}.rusak-{number}")).exists():
        number += 1
    path.rename(aside)
    for ending in _COMPANIONS:
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))
    return aside


def readable_statements(aside: Path) -> Iterator[Statement]:
    """Yield every statement a damaged database still gives out; reads only, changes nothing."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(_read_only(aside, timeout=1)) as connection:
        # From both ends: a damaged page in the middle stops a scan, not the one from the other side.
        for direction in ("ASC", "DESC"):
            yield from _scan(connection, direction)


def _scan(connection: sqlite3.Connection, direction: str) -> Iterator[Statement]:
    query = f"SELECT body FROM statement ORDER BY position {direction}"  # noqa: S608 - one of two constants
    with contextlib.suppress(sqlite3.Error):
        for (body,) in connection.execute(query):
            with contextlib.suppress(StatementError, ValueError, TypeError):
                yield from_xapi(json.loads(body))
