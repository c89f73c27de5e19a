"""The append-only log of statements; two logs are put together by the union of their ids."""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, func, insert, select
from sqlalchemy.exc import SQLAlchemyError

from lentera.progress import damage, jsonl, storage
from lentera.progress.errors import DamagedLog, LogConflict, LogNotRead, LogNotWritten, StatementError
from lentera.progress.results import ImportResult, MergeResult
from lentera.progress.statement import Activity, Statement, Verb, in_order
from lentera.progress.xapi import from_xapi, to_xapi

_CHUNK = 500
"""Ids asked for at once; databases limit the number of parameters."""

_TABLE = storage.statements


class Log:
    """Record statements and give them out; nothing is ever changed or taken away.

    Use `Log.open`. Each record is one short transaction that is on the disk when the call returns. Several
    programs on one laptop may write to the same log.

    Attributes
    ----------
    warning : DamagedLog or None
        Set when the file was damaged at opening: it was kept aside and a new log begun.
    """

    def __init__(self, engine: Engine, warning: DamagedLog | None = None) -> None:
        self._engine = engine
        self._where = storage.name_of(engine.url)
        self.warning = warning

    @classmethod
    def open(cls, path_or_url: Path | str) -> Self:
        """Open a log, making it if it is not there.

        Parameters
        ----------
        path_or_url : Path or str
            An SQLite file, or any database URL that SQLAlchemy knows.

        Raises
        ------
        LogNotWritten
            When the database can be neither opened nor made.
        """
        url = storage.address_of(path_or_url)
        path = storage.file_of(url)
        engine = storage.engine_for(url)
        aside = None
        try:
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                aside = damage.keep_aside(path) if damage.is_damaged(path) else None
            storage.prepare(engine)
        except (OSError, sqlite3.Error, SQLAlchemyError) as error:
            engine.dispose()
            raise LogNotWritten(storage.name_of(url), error) from error
        log = cls(engine)
        if aside is not None:
            rescued = log.merge(damage.readable_statements(aside)).added
            log.warning = DamagedLog(aside, rescued)
        return log

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def record(self, statement: Statement) -> None:
        """Record one statement; recording it again changes nothing.

        Raises
        ------
        LogNotWritten
            When the database does not take it.
        LogConflict
            When its id is taken by a different statement.
        """
        self.record_many([statement])

    def record_many(self, statements: Iterable[Statement]) -> None:
        """Record statements all together or not at all; raises as `record` does."""
        with self._writing() as connection:
            conflicts = _add(connection, statements).conflicts
            if conflicts:
                raise LogConflict(
                    f"{self._where}: {len(conflicts)} ids are taken by others, first {conflicts[0]}. "
                    "Nothing was recorded. Make a new id for each statement."
                )

    def append(self, device: str, make: Callable[[int], Statement]) -> Statement:
        """Record the statement that ``make`` builds from the device's next sequence number.

        Raises
        ------
        LogNotWritten
            When the database does not take it.
        """
        with self._writing() as connection:
            last = connection.scalar(select(func.max(_TABLE.c.sequence)).where(_TABLE.c.device == device))
            statement = make((last or 0) + 1)
            connection.execute(insert(_TABLE), [_row(statement)])
        return statement

    def merge(self, other: "Log | Iterable[Statement]") -> MergeResult:
        """Take in another log: the union by id, whatever the order and however often.

        Raises
        ------
        LogNotWritten
            When the database does not take them; then none of them is in the log.
        """
        incoming = other.statements() if isinstance(other, Log) else other
        with self._writing() as connection:
            return _add(connection, incoming)

    def statements(
        self,
        *,
        learners: Collection[str] | None = None,
        verbs: Collection[Verb] | None = None,
        activities: Collection[Activity] | None = None,
        since: datetime | None = None,
    ) -> list[Statement]:
        """Return statements in the order they happened, in one query.

        Parameters
        ----------
        learners, verbs, activities : collection, optional
            Only statements of these learners, with these verbs, about these activities.
        since : datetime, optional
            Only statements that happened then or later, by their device's clock; with an offset.

        Raises
        ------
        LogNotRead
            When the database cannot be read.
        """
        query = select(_TABLE.c.body)
        if learners is not None:
            query = query.where(_TABLE.c.actor.in_(learners))
        if verbs is not None:
            query = query.where(_TABLE.c.verb.in_([verb.value for verb in verbs]))
        if activities is not None:
            query = query.where(_TABLE.c.object.in_([_object(activity) for activity in activities]))
        if since is not None:
            query = query.where(_TABLE.c.happened >= _moment(since))
        try:
            with self._engine.connect() as connection:
                bodies = connection.scalars(query).all()
        except SQLAlchemyError as error:
            raise LogNotRead(self._where) from error
        return in_order(_understood(bodies))

    def __len__(self) -> int:
        try:
            with self._engine.connect() as connection:
                return connection.scalar(select(func.count()).select_from(_TABLE)) or 0
        except SQLAlchemyError as error:
            raise LogNotRead(self._where) from error

    def export_jsonl(self, path: Path) -> int:
        """Write all statements as JSON lines, whole or not at all, and return their number.

        Equal logs give equal files.

        Raises
        ------
        LogNotRead
            When the database cannot be read.
        OSError
            When the file cannot be written; an earlier one is untouched.
        """
        query = select(_TABLE.c.body).order_by(
            _TABLE.c.happened, _TABLE.c.device, _TABLE.c.sequence, _TABLE.c.id
        )
        try:
            with self._engine.connect() as connection:
                bodies = connection.scalars(query).all()
        except SQLAlchemyError as error:
            raise LogNotRead(self._where) from error
        return jsonl.write(path, bodies)

    def import_jsonl(self, path: Path) -> ImportResult:
        """Take in a file of JSON lines; unreadable lines are named and left out.

        Raises
        ------
        OSError
            When the file cannot be read.
        LogNotWritten
            When the database does not take the statements.
        """
        statements, unreadable = jsonl.read(path)
        return ImportResult(self.merge(statements), unreadable)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with storage.writing(self._engine) as connection:
                yield connection
        except SQLAlchemyError as error:
            raise LogNotWritten(self._where, error) from error


def _object(activity: Activity) -> str:
    return f"{activity.kind}:{activity.id}"


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _row(statement: Statement) -> dict[str, object]:
    return {
        "id": str(statement.id),
        "actor": statement.learner,
        "verb": statement.verb.value,
        "object": _object(statement.activity),
        "device": statement.device,
        "sequence": statement.sequence,
        "happened": _moment(statement.timestamp),
        "body": jsonl.to_line(to_xapi(statement)),
    }


def _understood(bodies: Iterable[str]) -> Iterator[Statement]:
    """Yield statements; one that a newer Lentera wrote stays in the log and out of this one's views."""
    for body in bodies:
        with suppress(StatementError):
            yield from_xapi(json.loads(body))


def _add(connection: Connection, incoming: Iterable[Statement]) -> MergeResult:
    added = already = 0
    conflicts = []
    waiting = list(incoming)
    for start in range(0, len(waiting), _CHUNK):
        chunk = waiting[start : start + _CHUNK]
        wanted = {str(statement.id) for statement in chunk}
        query = select(_TABLE.c.id, _TABLE.c.body).where(_TABLE.c.id.in_(wanted))
        known = {key: next(_understood([body]), None) for key, body in connection.execute(query)}
        rows = []
        for statement in chunk:
            key = str(statement.id)
            if key not in known:
                known[key] = statement
                rows.append(_row(statement))
            elif known[key] == statement:
                already += 1
            else:
                conflicts.append(statement.id)
        if rows:
            connection.execute(insert(_TABLE), rows)
        added += len(rows)
    return MergeResult(added, already, tuple(conflicts))
