"""The log keeps everything, finds it again, and numbers what happens on a device."""

import itertools
import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest
import sqlalchemy

from lentera.progress import (
    Log,
    Recorder,
    Result,
    Score,
    Statement,
    Verb,
    in_order,
    session,
    task,
)

MORNING = datetime.fromisoformat("2026-11-22T09:00:00+08:00")

OPENING = Statement(UUID(int=1), "SM-07", Verb.OPENED, session("s06"), MORNING, "laptop-1", 1)


def test_nothing_can_be_changed_or_deleted_even_past_the_program(tmp_path, log):
    log.record(OPENING)
    other = sqlite3.connect(tmp_path / "catatan.sqlite")
    for deed in ("UPDATE statement SET actor = 'SM-99'", "DELETE FROM statement"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            other.execute(deed)
    other.close()
    assert log.statements() == [OPENING]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, {0, 1, 2, 3}),
        ({"learners": ["SM-07"]}, {0, 1, 3}),
        ({"learners": []}, set()),
        ({"verbs": [Verb.PASSED, Verb.NOT_YET]}, {1, 2}),
        ({"activities": [task("s06-urutan")]}, {1, 2}),
        ({"activities": [session("s06")], "learners": ["SM-07"]}, {0, 3}),
        ({"since": MORNING + timedelta(minutes=2)}, {1, 2, 3}),
        # the same moment on a clock in another zone
        ({"since": (MORNING + timedelta(minutes=3)).astimezone(tz=None)}, {2, 3}),
    ],
    ids=str,
)
def test_statements_are_found_by_who_what_and_when(log, story, wanted, expected):
    told = story().opens("s06").passes("s06-urutan").misses("s06-urutan").hands_in("s06").told
    told[2] = replace(told[2], learner="SM-08")
    log.record_many(told)
    assert log.statements(**wanted) == [told[place] for place in sorted(expected)]


def test_a_query_is_one_question_to_the_database(log, story):
    log.record_many(story().misses("s06-urutan", times=30).told)
    asked = []
    sqlalchemy.event.listen(log._engine, "before_cursor_execute", lambda *event: asked.append(event[2]))
    log.statements(learners=["SM-07"], activities=[task("s06-urutan")])
    assert len([sql for sql in asked if sql.startswith("SELECT")]) == 1


def test_learner_and_activity_have_an_index(log, tmp_path):
    log.record(OPENING)
    connection = sqlite3.connect(tmp_path / "catatan.sqlite")
    plan = connection.execute(
        "EXPLAIN QUERY PLAN SELECT body FROM statement WHERE actor IN ('SM-07') AND object IN ('task:a')"
    ).fetchall()
    connection.close()
    assert "statement_actor_object" in str(plan)


class TestOrder:
    def test_a_devices_own_count_outranks_its_clock(self, story):
        told = story().opens("s06").misses("s06-urutan").passes("s06-urutan").told
        told[1] = replace(told[1], timestamp=datetime.fromisoformat("2000-01-01T00:00:00+08:00"))
        assert in_order(reversed(told)) == told

    def test_devices_are_woven_together_by_their_clocks(self, story):
        first, third = story(device="a").opens("s05").opens("s06").told
        second = replace(story(device="b").opens("s05").told[0], timestamp=MORNING + timedelta(seconds=90))
        assert in_order([third, second, first]) == [first, second, third]


class TestRecorder:
    @pytest.fixture
    def recorder(self, log):
        ids, minutes = itertools.count(1), itertools.count()
        return Recorder(
            log,
            "SM-07",
            "laptop-1",
            now=lambda: MORNING + timedelta(minutes=next(minutes)),
            new_id=lambda: UUID(int=next(ids)),
        )

    def test_each_deed_is_one_numbered_statement(self, log, recorder):
        made = [
            recorder.opened("s06"),
            recorder.tried("s06-urutan", holds=False, score=Score(5, 20), rule="r", mistake="m", hints=1),
            recorder.tried("s06-urutan", holds=True, score=Score(20, 20)),
            recorder.completed("s06-kit"),
            recorder.handed_in("s06"),
            recorder.graded("s06-kit", Score(27.5, 30), learner="SM-08"),
        ]
        assert log.statements() == made
        assert [each.sequence for each in made] == [1, 2, 3, 4, 5, 6]
        assert [each.verb for each in made] == [
            Verb.OPENED,
            Verb.NOT_YET,
            Verb.PASSED,
            Verb.COMPLETED,
            Verb.HANDED_IN,
            Verb.GRADED,
        ]
        assert [each.learner for each in made] == ["SM-07"] * 5 + ["SM-08"]
        assert made[1].result == Result(Score(5, 20), False, None, "r", "m", 1)

    def test_a_refused_statement_takes_no_number(self, recorder):
        with pytest.raises(ValueError, match="Free text stays out of the log"):
            recorder.opened("sesi enam")
        assert recorder.opened("s06").sequence == 1

    def test_the_real_clock_has_an_offset_and_ids_differ(self, log):
        recorder = Recorder(log, "SM-07", "laptop-1")
        first, second = recorder.opened("s06"), recorder.opened("s06")
        assert first.timestamp.utcoffset() is not None
        assert first.id != second.id


def test_a_record_is_on_the_disk_when_the_call_returns(log):
    with log._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2, "FULL"
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 10_000


def test_a_log_in_memory_is_a_log(story):
    with Log.open("sqlite://") as log:
        log.record_many(story().opens("s06").told)
        assert len(log) == 1
