"""Statements have the form any xAPI 2.0 record store accepts, and come back as they were."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import jsonschema
import pytest

from lentera.progress import (
    Result,
    Score,
    Statement,
    StatementError,
    Verb,
    from_xapi,
    rule,
    session,
    task,
    to_xapi,
)

IRI = {"type": "string", "pattern": r"^[a-z]+://\S+$"}
EXTENSIONS = {"type": "object", "propertyNames": IRI}
LANGUAGE_MAP = {
    "type": "object",
    "propertyNames": {"pattern": "^[a-z]{2}(-[A-Z]{2})?$"},
    "additionalProperties": {"type": "string"},
}
XAPI = {
    # The essentials of IEEE 9274.1.1: what a record store must refuse when it is otherwise.
    "type": "object",
    "required": ["id", "actor", "verb", "object", "timestamp"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
        "version": {"const": "2.0.0"},
        "actor": {
            "type": "object",
            "required": ["account"],
            "additionalProperties": False,
            "properties": {
                "objectType": {"const": "Agent"},
                "account": {
                    "type": "object",
                    "required": ["homePage", "name"],
                    "additionalProperties": False,
                    "properties": {"homePage": IRI, "name": {"type": "string", "minLength": 1}},
                },
            },
        },
        "verb": {
            "type": "object",
            "required": ["id"],
            "additionalProperties": False,
            "properties": {"id": IRI, "display": LANGUAGE_MAP},
        },
        "object": {
            "type": "object",
            "required": ["id"],
            "additionalProperties": False,
            "properties": {
                "objectType": {"const": "Activity"},
                "id": IRI,
                "definition": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {"type": IRI},
                },
            },
        },
        "result": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "score": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {
                        "raw": {"type": "number"},
                        "min": {"type": "number"},
                        "max": {"type": "number"},
                        "scaled": {"type": "number", "minimum": -1, "maximum": 1},
                    },
                },
                "success": {"type": "boolean"},
                "completion": {"type": "boolean"},
                "extensions": EXTENSIONS,
            },
        },
        "context": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"platform": {"type": "string"}, "extensions": EXTENSIONS},
        },
        "timestamp": {
            "type": "string",
            "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-](?!00:00$)\d{2}:\d{2}|\+00:00)$",
        },
    },
}

MORNING = datetime(2026, 11, 22, 9, 41, 5, 250_000, tzinfo=timezone(timedelta(hours=8)))
PLAIN = Statement(UUID(int=1), "SM-07", Verb.OPENED, session("s06"), MORNING, "laptop-1", 1)

STATEMENTS = [
    PLAIN,
    replace(PLAIN, verb=Verb.ATTEMPTED, activity=task("s06-kit")),
    replace(
        PLAIN,
        verb=Verb.NOT_YET,
        activity=task("s06-urutan"),
        result=Result(Score(5, 20), False, None, "s06.urutan", "panel-dulu", 2),
    ),
    replace(
        PLAIN, verb=Verb.PASSED, activity=task("s06-urutan"), result=Result(Score(20.0, 20), success=True)
    ),
    replace(PLAIN, verb=Verb.COMPLETED, activity=rule("s06.urutan"), result=Result(completion=True)),
    replace(PLAIN, verb=Verb.HANDED_IN, result=Result(completion=True)),
    replace(PLAIN, verb=Verb.GRADED, activity=task("s06-kit"), result=Result(Score(27.5, 30))),
    replace(PLAIN, verb=Verb.PRESENT, timestamp=MORNING.astimezone(UTC)),
    replace(PLAIN, result=Result()),
]


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda each: each.verb.value)
def test_the_form_is_xapi_and_comes_back(statement):
    written = json.loads(json.dumps(to_xapi(statement)))
    jsonschema.validate(written, XAPI)
    assert from_xapi(written) == statement


def test_every_verb_has_a_case():
    assert {statement.verb for statement in STATEMENTS} == set(Verb)


def test_one_statement_as_it_is_written():
    assert to_xapi(STATEMENTS[2]) == {
        "id": "00000000-0000-0000-0000-000000000001",
        "version": "2.0.0",
        "actor": {
            "objectType": "Agent",
            "account": {"homePage": "https://lentera.invalid/peserta", "name": "SM-07"},
        },
        "verb": {
            "id": "http://adlnet.gov/expapi/verbs/failed",
            "display": {"en": "not right yet", "id": "belum tepat"},
        },
        "object": {
            "objectType": "Activity",
            "id": "https://lentera.invalid/tugas/s06-urutan",
            "definition": {"type": "http://adlnet.gov/expapi/activities/assessment"},
        },
        "result": {
            "score": {"raw": 5, "min": 0, "max": 20, "scaled": 0.25},
            "success": False,
            "extensions": {
                "https://lentera.invalid/xapi/rule": "s06.urutan",
                "https://lentera.invalid/xapi/mistake": "panel-dulu",
                "https://lentera.invalid/xapi/hints": 2,
            },
        },
        "context": {
            "platform": "Lentera",
            "extensions": {
                "https://lentera.invalid/xapi/device": "laptop-1",
                "https://lentera.invalid/xapi/sequence": 1,
            },
        },
        "timestamp": "2026-11-22T09:41:05.250000+08:00",
    }


def test_what_a_record_store_adds_is_left_out():
    written = to_xapi(PLAIN) | {
        "stored": "2026-11-23T00:00:00Z",
        "authority": {"mbox": "mailto:a@lentera.invalid"},
    }
    assert from_xapi(written) == PLAIN


@pytest.mark.parametrize(
    "changes",
    [
        # a name, an e-mail, a lower-case code and an empty one are no learner codes
        {"learner": "Siti Khotimah"},
        {"learner": "siti@contoh.id"},
        {"learner": "sm-07"},
        {"learner": ""},
        # times without an offset, or with one that xAPI cannot write
        {"timestamp": MORNING.replace(tzinfo=None)},
        {"timestamp": MORNING.replace(tzinfo=timezone(timedelta(hours=7, seconds=12)))},
        # free text has no place
        {"device": "laptop Bu Siti"},
        {"sequence": 0},
    ],
    ids=str,
)
def test_what_does_not_belong_in_the_log_is_refused(changes):
    with pytest.raises(StatementError):
        replace(PLAIN, **changes)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Score(-1, 10),
        lambda: Score(11, 10),
        lambda: Score(0, 0),
        lambda: Score(float("nan"), 10),
        lambda: Score(1, float("inf")),
        lambda: Result(mistake="tangannya sakit"),
        lambda: Result(rule=""),
        lambda: Result(hints=-1),
        lambda: task("tugas enam"),
    ],
)
def test_impossible_results_are_refused(make):
    with pytest.raises(StatementError):
        make()


def broken(path, value):
    written = json.loads(json.dumps(to_xapi(STATEMENTS[2])))
    *way, last = path
    place = written
    for step in way:
        place = place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return written


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["id"], None),
        (["id"], "not-a-uuid"),
        (["actor"], "SM-07"),
        (["actor", "account", "homePage"], "https://elsewhere.invalid"),
        (["actor", "account", "name"], 7),
        (["verb", "id"], "http://adlnet.gov/expapi/verbs/voided"),
        (["object", "id"], "https://elsewhere.invalid/tugas/s06-urutan"),
        (["object", "id"], "https://lentera.invalid/rahasia/s06-urutan"),
        (["object", "id"], "s06-urutan"),
        (["timestamp"], "kemarin"),
        (["context", "extensions"], None),
        (["context", "extensions", "https://lentera.invalid/xapi/sequence"], "1"),
        (["context", "extensions", "https://lentera.invalid/xapi/sequence"], True),
        (["result", "score", "raw"], "5"),
        (["result", "score", "raw"], 21),
        (["result", "score", "max"], None),
        (["result", "success"], "no"),
        (["result"], 5),
    ],
)
def test_what_is_not_a_statement_of_ours_is_refused(path, value):
    with pytest.raises(StatementError):
        from_xapi(broken(path, value))
