"""Logs are put together by the union of ids, over files too: any order, any number of times."""

import itertools
import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lentera.progress import (
    Log,
    LogConflict,
    MergeResult,
    Statement,
    Verb,
    in_order,
    session,
)

MORNING = datetime.fromisoformat("2026-11-22T09:00:00+08:00")

POOL = [
    Statement(
        UUID(int=number + 1),
        f"SM-{number % 3 + 10}",
        Verb.OPENED,
        session("s06"),
        # clocks that disagree and run backwards
        MORNING + timedelta(minutes=(number * 7) % 5 - number),
        f"laptop-{number % 2}",
        number // 2 + 1,
    )
    for number in range(10)
]
SETS = st.lists(st.sampled_from(POOL), max_size=12)


def merged(*parts):
    """Merge parts one after the other into an empty log and return what is in it."""
    with Log.open("sqlite://") as log:
        for part in parts:
            log.merge(part)
        return log.statements()


class TestMergeLaws:
    @settings(max_examples=40, deadline=None)
    @given(a=SETS, b=SETS, c=SETS)
    def test_the_order_of_merging_plays_no_part(self, a, b, c):
        results = [merged(*order) for order in itertools.permutations((a, b, c))]
        assert all(result == results[0] for result in results)
        assert set(results[0]) == {*a, *b, *c}

    @settings(max_examples=40, deadline=None)
    @given(a=SETS, b=SETS, c=SETS)
    def test_merging_merged_logs_is_merging_their_parts(self, a, b, c):
        assert merged(merged(a, b), c) == merged(a, merged(b, c)) == merged([*a, *b, *c])

    @settings(max_examples=40, deadline=None)
    @given(a=SETS, b=SETS)
    def test_merging_again_changes_nothing_and_merging_takes_nothing_away(self, a, b):
        with Log.open("sqlite://") as log:
            log.merge(a)
            before = set(log.statements())
            first = log.merge(b)
            after = log.statements()
            again = log.merge(b)
            assert before <= set(after)
            assert first == MergeResult(len(after) - len(before), len(b) - first.added)
            assert again == MergeResult(0, len(b))
            assert log.statements() == after


def test_a_changed_copy_never_replaces_what_the_log_has(log):
    log.record(POOL[0])
    forged = replace(POOL[0], learner="SM-99")
    assert log.merge([POOL[1], forged]) == MergeResult(1, 0, (forged.id,))
    with pytest.raises(LogConflict, match="Nothing was recorded"):
        log.record_many([POOL[2], forged])
    assert log.statements() == in_order(POOL[:2])


def test_a_log_merges_with_another_log(tmp_path, log):
    with Log.open(tmp_path / "stick.sqlite") as stick:
        stick.record_many(POOL[:4])
        log.record_many(POOL[2:6])
        assert log.merge(stick) == MergeResult(2, 2)
    assert len(log) == 6


class TestFiles:
    def test_json_lines_come_back_and_equal_logs_give_equal_files(self, tmp_path, log):
        log.merge(POOL)
        assert log.export_jsonl(tmp_path / "a.jsonl") == 10
        with Log.open(tmp_path / "other.sqlite") as other:
            other.merge(reversed(POOL))
            other.export_jsonl(tmp_path / "b.jsonl")
        with Log.open(tmp_path / "third.sqlite") as third:
            result = third.import_jsonl(tmp_path / "a.jsonl")
            assert (result.merged, result.unreadable) == (MergeResult(10, 0), {})
            assert third.statements() == log.statements()
        assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()

    def test_a_stick_pulled_too_early_costs_the_cut_line_only(self, tmp_path, log):
        with Log.open("sqlite://") as stick:
            stick.merge(POOL)
            stick.export_jsonl(tmp_path / "stick.jsonl")
        whole = (tmp_path / "stick.jsonl").read_bytes()
        lines = whole.splitlines(keepends=True)
        lines[3] = b"\xff\xfe\n"
        lines[5] = b"[1, 2]\n"
        (tmp_path / "stick.jsonl").write_bytes(b"".join(lines)[:-40])
        result = log.import_jsonl(tmp_path / "stick.jsonl")
        assert result.merged == MergeResult(7, 0)
        assert sorted(result.unreadable) == [4, 6, 10]
        (tmp_path / "stick.jsonl").write_bytes(whole)
        assert log.import_jsonl(tmp_path / "stick.jsonl").merged == MergeResult(3, 7)

    def test_what_a_newer_lentera_wrote_stays_in_the_log_and_out_of_the_views(self, tmp_path, log):
        log.record(POOL[0])
        connection = sqlite3.connect(tmp_path / "catatan.sqlite")
        connection.execute(
            "INSERT INTO statement (id, actor, verb, object, device, sequence, happened, body) "
            "VALUES ('x', 'SM-10', 'sang', 'session:s06', 'd', 1, '2026', '{\"verb\": \"sang\"}')"
        )
        connection.commit()
        connection.close()
        assert log.statements() == [POOL[0]]
        assert log.export_jsonl(tmp_path / "a.jsonl") == 2
        assert '{"verb": "sang"}' in (tmp_path / "a.jsonl").read_text(encoding="utf-8")
