"""Statements in the form of the Experience API 2.0 (IEEE 9274.1.1), and back."""

import math
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from lentera.progress.errors import StatementError
from lentera.progress.statement import Activity, ActivityKind, Result, Score, Statement, Verb

_BASE = "https://lentera.invalid"
HOME_PAGE = f"{_BASE}/peserta"
VERSION = "2.0.0"

VERB_IRIS = {
    Verb.OPENED: "http://activitystrea.ms/schema/1.0/open",
    Verb.ATTEMPTED: "http://adlnet.gov/expapi/verbs/attempted",
    Verb.PASSED: "http://adlnet.gov/expapi/verbs/passed",
    Verb.NOT_YET: "http://adlnet.gov/expapi/verbs/failed",
    Verb.COMPLETED: "http://adlnet.gov/expapi/verbs/completed",
    Verb.HANDED_IN: "http://activitystrea.ms/schema/1.0/submit",
    Verb.GRADED: "http://adlnet.gov/expapi/verbs/scored",
    Verb.PRESENT: "http://adlnet.gov/expapi/verbs/attended",
}
"""Verbs of the public vocabularies, so that any learning record store knows them."""

_VERB_WORDS = {
    Verb.OPENED: ("opened", "membuka"),
    Verb.ATTEMPTED: ("attempted", "mencoba"),
    Verb.PASSED: ("passed", "sudah tepat"),
    Verb.NOT_YET: ("not right yet", "belum tepat"),
    Verb.COMPLETED: ("completed", "menyelesaikan"),
    Verb.HANDED_IN: ("handed in", "mengumpulkan"),
    Verb.GRADED: ("was graded", "dinilai"),
    Verb.PRESENT: ("was present", "hadir"),
}

ACTIVITY_TYPES = {
    ActivityKind.SESSION: "http://adlnet.gov/expapi/activities/lesson",
    ActivityKind.TASK: "http://adlnet.gov/expapi/activities/assessment",
    ActivityKind.RULE: "http://adlnet.gov/expapi/activities/objective",
}

_ACTIVITY_PATHS = {ActivityKind.SESSION: "sesi", ActivityKind.TASK: "tugas", ActivityKind.RULE: "aturan"}
_RULE, _MISTAKE, _HINTS, _DEVICE, _SEQUENCE = (
    f"{_BASE}/xapi/{name}" for name in ("rule", "mistake", "hints", "device", "sequence")
)
_VERBS = {iri: verb for verb, iri in VERB_IRIS.items()}
_KINDS = {path: kind for kind, path in _ACTIVITY_PATHS.items()}


def activity_iri(activity: Activity) -> str:
    """Return the IRI that names a session, task or rule."""
    return f"{_BASE}/{_ACTIVITY_PATHS[activity.kind]}/{activity.id}"


def to_xapi(statement: Statement) -> dict[str, Any]:
    """Return a statement as an xAPI 2.0 object, ready for JSON."""
    in_english, in_indonesian = _VERB_WORDS[statement.verb]
    xapi: dict[str, Any] = {
        "id": str(statement.id),
        "version": VERSION,
        "actor": {"objectType": "Agent", "account": {"homePage": HOME_PAGE, "name": statement.learner}},
        "verb": {
            "id": VERB_IRIS[statement.verb],
            "display": {"en": in_english, "id": in_indonesian},
        },
        "object": {
            "objectType": "Activity",
            "id": activity_iri(statement.activity),
            "definition": {"type": ACTIVITY_TYPES[statement.activity.kind]},
        },
        "context": {
            "platform": "Lentera",
            "extensions": {_DEVICE: statement.device, _SEQUENCE: statement.sequence},
        },
        "timestamp": statement.timestamp.isoformat(),
    }
    if statement.result is not None:
        xapi["result"] = _result_to_xapi(statement.result)
    return xapi


def _result_to_xapi(result: Result) -> dict[str, Any]:
    xapi: dict[str, Any] = {}
    if result.score is not None:
        raw, highest = result.score.raw, result.score.max
        xapi["score"] = {"raw": raw, "min": 0, "max": highest, "scaled": result.score.scaled}
    if result.success is not None:
        xapi["success"] = result.success
    if result.completion is not None:
        xapi["completion"] = result.completion
    extensions = {_RULE: result.rule, _MISTAKE: result.mistake, _HINTS: result.hints}
    if given := {iri: value for iri, value in extensions.items() if value is not None}:
        xapi["extensions"] = given
    return xapi


def from_xapi(xapi: Mapping[str, Any]) -> Statement:
    """Read a statement that `to_xapi` wrote, whatever a record store has added to it since.

    Raises
    ------
    StatementError
        When something is missing, has not its shape, or is not Lentera's.
    """
    try:
        extensions = xapi["context"]["extensions"]
        return Statement(
            id=UUID(xapi["id"]),
            learner=_learner_from(xapi["actor"]["account"]),
            verb=_VERBS[xapi["verb"]["id"]],
            activity=_activity_from(xapi["object"]["id"]),
            timestamp=datetime.fromisoformat(xapi["timestamp"]),
            device=extensions[_DEVICE],
            sequence=_whole(extensions[_SEQUENCE]),
            result=_result_from(xapi["result"]) if "result" in xapi else None,
        )
    except StatementError:
        raise
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise StatementError(
            f"This is no statement of Lentera ({type(error).__name__}: {error}). "
            "Its sender may run a newer Lentera: update this one, then read it again."
        ) from error


def _learner_from(account: Mapping[str, Any]) -> str:
    if account["homePage"] != HOME_PAGE:
        raise StatementError(f"The actor {account} is not from Lentera.")
    name: str = account["name"]
    return name


@cache
def _activity_from(iri: str) -> Activity:
    base, path, name = iri.rsplit("/", 2)
    if base != _BASE:
        raise StatementError(f"The activity {iri} is not from Lentera.")
    return Activity(_KINDS[path], name)


def _result_from(xapi: Mapping[str, Any]) -> Result:
    extensions = xapi.get("extensions", {})
    hints = extensions.get(_HINTS)
    score = xapi.get("score")
    return Result(
        score=None if score is None else Score(_number(score["raw"]), _number(score["max"])),
        success=_truth(xapi.get("success")),
        completion=_truth(xapi.get("completion")),
        rule=extensions.get(_RULE),
        mistake=extensions.get(_MISTAKE),
        hints=None if hints is None else _whole(hints),
    )


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise StatementError(f"{value!r} must be a whole number.")
    return value


def _number(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
        raise StatementError(f"{value!r} must be a number.")
    return value


def _truth(value: object) -> bool | None:
    if value is not None and not isinstance(value, bool):
        raise StatementError(f"{value!r} must be true or false.")
    return value
