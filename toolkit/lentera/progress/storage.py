"""The log's table, and how each database is opened so that a power cut costs nothing committed."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    event,
)
from sqlalchemy.engine import URL, make_url

from lentera.progress.errors import primary_code

BUSY_SECONDS = 10.0
"""How long a writer waits for another program on the same laptop [s]."""

_WRITES = {"lentera_writes": True}

metadata = MetaData()

statements = Table(
    "statement",
    metadata,
    Column("position", Integer, primary_key=True, autoincrement=True),
    Column("id", String(36), nullable=False, unique=True),
    Column("actor", String(16), nullable=False),
    Column("verb", String(16), nullable=False),
    Column("object", String(120), nullable=False),
    Column("device", String(100), nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("happened", String(32), nullable=False),  # UTC, so that text order is time order
    Column("body", Text, nullable=False),
    Index("statement_actor_object", "actor", "object"),
    Index("statement_device_sequence", "device", "sequence"),
)


def address_of(path_or_url: Path | str) -> URL:
    """Return the database URL of a file path or a URL."""
    if isinstance(path_or_url, str) and "://" in path_or_url:
        return make_url(path_or_url)
    return URL.create("sqlite", database=str(path_or_url))


def file_of(url: URL) -> Path | None:
    """Return the file of an SQLite database; None for memory and for other databases."""
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return None
    return Path(url.database)


def name_of(url: URL) -> str:
    """Return a short name of the database for people: no password, no long path."""
    path = file_of(url)
    return "/".join(path.parts[-2:]) if path else url.render_as_string(hide_password=True)


def engine_for(url: URL) -> Engine:
    """Return an engine; nothing is opened yet."""
    if url.get_backend_name() != "sqlite":
        return create_engine(url)
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun below, not guessed by the driver
    _use_wal(connection)
    connection.execute("PRAGMA synchronous=FULL")


def _use_wal(connection: sqlite3.Connection) -> None:
    # SQLite does not wait for its turn when two programs turn WAL on at the same moment.
    for wait in (0.02, 0.1, 0.5, 2.0):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if primary_code(error) != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(wait)
        else:
            return
    connection.execute("PRAGMA journal_mode=WAL")


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its place before it reads: upgrading later fails at once instead of waiting.
    writes = connection.get_execution_options().get("lentera_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Hold one short write transaction."""
    with engine.connect().execution_options(**_WRITES) as connection, connection.begin():
        yield connection


def _refuse_changes(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    for deed in ("UPDATE", "DELETE"):
        connection.exec_driver_sql(
            f"CREATE TRIGGER statement_no_{deed.lower()} BEFORE {deed} ON statement "
            "BEGIN SELECT RAISE(ABORT, 'The log is append-only: add a statement instead.'); END"
        )


def prepare(engine: Engine) -> None:
    """Make the table if it is not there; two programs may do so at once."""
    with engine.connect() as connection:
        ready = engine.dialect.has_table(connection, statements.name)
    if ready:
        return
    with writing(engine) as connection:
        if not engine.dialect.has_table(connection, statements.name):
            metadata.create_all(connection)
            _refuse_changes(connection)
