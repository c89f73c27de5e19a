"""Kills, damaged files, full and busy disks cost the log nothing it had."""

import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from lentera.progress import (
    Log,
    LogNotRead,
    LogNotWritten,
    Recorder,
    Statement,
    Verb,
    session,
    storage,
)

MORNING = datetime.fromisoformat("2026-11-22T09:00:00+08:00")

OPENING = Statement(UUID(int=1), "SM-07", Verb.OPENED, session("s06"), MORNING, "laptop-1", 1)


WRITER = """
import sys
from lentera.progress import Log, Recorder
with Log.open(sys.argv[1]) as log:
    recorder = Recorder(log, "SM-07", "laptop-1")
    for count in range(int(sys.argv[2])):
        print(recorder.tried("s06-urutan", holds=False, rule="urutan", mistake="panel-dulu").id, flush=True)
"""


def writer(path, times):
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(times)], stdout=subprocess.PIPE, text=True
    )


def test_a_kill_while_writing_loses_no_recorded_statement(tmp_path):
    path = tmp_path / "catatan.sqlite"
    acknowledged = set()
    for round_number in range(3):
        with writer(path, 10**6) as process:
            said = [process.stdout.readline() for __ in range(25 + 9 * round_number)]
            process.send_signal(signal.SIGKILL)
            said += process.stdout.readlines()
        acknowledged |= {UUID(line.strip()) for line in said}
    with Log.open(path) as log:
        there = log.statements()
        assert log.warning is None
    assert acknowledged <= {statement.id for statement in there}
    assert len(there) <= len(acknowledged) + 3, "at most the one that each kill caught unannounced"
    assert [statement.sequence for statement in there] == list(range(1, len(there) + 1))


def test_programs_on_one_laptop_open_and_write_the_same_log_at_once(tmp_path):
    path = tmp_path / "catatan.sqlite"
    writers = [writer(path, 25) for __ in range(3)]
    for each in writers:
        each.communicate()
        assert each.returncode == 0
    with Log.open(path) as log:
        assert [statement.sequence for statement in log.statements()] == list(range(1, 76))


class TestDamage:
    @pytest.fixture
    def filled(self, tmp_path):
        path = tmp_path / "catatan.sqlite"
        with Log.open(path) as log:
            recorder = Recorder(log, "SM-07", "laptop-1")
            told = [recorder.opened("s06") for __ in range(200)]
        return path, told

    @pytest.mark.parametrize(
        "content", [b"this is no database", b"\x00" * 4096, b"SQLite format 3\x00" + b"\xff" * 5000]
    )
    def test_a_file_that_is_no_database_is_kept_and_a_new_log_begun(self, tmp_path, content):
        path = tmp_path / "catatan.sqlite"
        path.write_bytes(content)
        with Log.open(path) as log:
            assert log.warning.kept_as == tmp_path / "catatan.sqlite.rusak-1"
            assert log.warning.rescued == 0
            log.record(OPENING)
        assert log.warning.kept_as.read_bytes() == content
        with Log.open(path) as again:
            assert again.warning is None
            assert again.statements() == [OPENING]

    def test_readable_statements_of_a_damaged_file_are_rescued(self, filled):
        path, told = filled
        content = bytearray(path.read_bytes())
        middle = len(content) // 2 // 4096 * 4096
        content[middle : middle + 8192] = b"\x55" * 8192
        path.write_bytes(content)
        with Log.open(path) as log:
            assert log.warning.kept_as.read_bytes() == bytes(content)
            assert 100 <= log.warning.rescued == len(log) < 200
            assert set(log.statements()) < set(told)
        assert str(log.warning) == (
            f"Catatan kemajuan rusak. {log.warning.rescued} catatan masih terbaca dan sudah dipindahkan. "
            "Berkas rusak disimpan dengan nama catatan.sqlite.rusak-1. Tunjukkan kepada pengajar."
        )

    def test_a_truncated_file_is_kept_and_a_second_damage_gets_its_own_name(self, filled):
        path, __ = filled
        cut = path.read_bytes()[:30_000]
        for number in (1, 2):
            path.write_bytes(cut)
            with Log.open(path) as log:
                assert log.warning.kept_as.name == f"catatan.sqlite.rusak-{number}"
                assert log.warning.kept_as.read_bytes() == cut

    def test_the_journal_of_a_killed_program_is_no_damage(self, tmp_path):
        path = tmp_path / "catatan.sqlite"
        with writer(path, 10**6) as process:
            said = [process.stdout.readline() for __ in range(30)]
            process.send_signal(signal.SIGKILL)
        assert path.with_name("catatan.sqlite-wal").stat().st_size > 0
        with Log.open(path) as log:
            assert log.warning is None
            assert len(log) >= len(said)

    def test_the_journal_of_a_damaged_file_is_kept_with_it_and_rescued(self, filled):
        path, __ = filled
        with writer(path, 10**6) as process:
            said = [process.stdout.readline() for __ in range(5)]
            process.send_signal(signal.SIGKILL)
            said += process.stdout.readlines()
        journal = path.with_name("catatan.sqlite-wal").read_bytes()
        content = bytearray(path.read_bytes())
        middle = len(content) // 2 // 4096 * 4096
        content[middle : middle + 8192] = b"\x55" * 8192
        path.write_bytes(content)
        with Log.open(path) as log:
            kept = log.warning.kept_as
            assert kept.read_bytes() == bytes(content)
            assert kept.with_name(f"{kept.name}-wal").read_bytes() == journal
            assert {UUID(line.strip()) for line in said} <= {each.id for each in log.statements()}

    def test_an_empty_file_becomes_a_log(self, tmp_path):
        (tmp_path / "catatan.sqlite").touch()
        with Log.open(tmp_path / "catatan.sqlite") as log:
            assert log.warning is None
            assert len(log) == 0


class TestNotWritten:
    def test_a_full_disk_is_told_and_what_was_recorded_stays(self, log):
        log.record(OPENING)
        with log._engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        with pytest.raises(LogNotWritten, match=r"penyimpanan penuh .*Hapus berkas yang tidak dipakai"):
            log.merge(replace(OPENING, id=UUID(int=1000 + number)) for number in range(500))
        assert log.statements() == [OPENING], "all together or not at all"

    def test_a_busy_log_is_told_after_waiting(self, tmp_path, monkeypatch):
        monkeypatch.setattr("lentera.progress.storage.BUSY_SECONDS", 0.05)
        with Log.open(tmp_path / "catatan.sqlite") as log:
            other = sqlite3.connect(tmp_path / "catatan.sqlite", isolation_level=None)
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(LogNotWritten, match="sedang dipakai program lain"):
                log.record(OPENING)
            other.close()
            log.record(OPENING)

    def test_a_read_only_log_is_told(self, log):
        with log._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA query_only=ON")
        with pytest.raises(LogNotWritten, match="hanya bisa dibaca"):
            log.record(OPENING)

    def test_a_place_where_no_log_can_be_is_told(self, tmp_path):
        (tmp_path / "desk").write_text("a file, no folder")
        with pytest.raises(LogNotWritten, match=r"Catatan kemajuan belum tersimpan: desk/catatan\.sqlite"):
            Log.open(tmp_path / "desk" / "catatan.sqlite")

    def test_a_password_in_the_address_is_never_shown(self):
        address = storage.address_of("postgresql://pengelola:rahasia@server/lentera")
        assert storage.name_of(address) == "postgresql://pengelola:***@server/lentera"

    def test_a_log_that_lost_its_table_cannot_be_read(self, tmp_path, log):
        connection = sqlite3.connect(tmp_path / "catatan.sqlite")
        connection.execute("DROP TABLE statement")
        connection.close()
        for read in (log.statements, log.__len__, lambda: log.export_jsonl(tmp_path / "a.jsonl")):
            with pytest.raises(LogNotRead, match="Catatan kemajuan tidak terbaca"):
                read()
