"""What each measurement told: how many suspects it shut out, in words and as a share."""

from typing import Any

from lentera.solar.diagnosis import Step
from lentera.solar.faults import Decision, Fault, fault
from lentera.widgets.workshop.casework import Casework
from lentera.widgets.workshop.naming import moment, said, taken
from lentera.words import _, number


def telling(work: Casework) -> list[dict[str, Any]]:
    """Return a row for each reading: what was measured, what it showed, and how many suspects it shut out."""
    reasoning = work.attempt.reasoning
    if reasoning is None:
        return []
    return [_row(work, count, step) for count, step in enumerate(reasoning.steps, start=1)]


def _row(work: Casework, count: int, step: Step) -> dict[str, Any]:
    measurement, where, result = taken(work.case, step.reading)
    out = max(0, step.before - step.after)
    share = out / step.before if step.before else 0.0
    return {
        "cells": [
            str(count),
            f"{where.shown}, {moment(measurement.situation)}",
            result.shown,
            _told(step, out),
        ],
        "share": round(share, 3),
        "percent": _("{n} percent").format(n=round(100 * share)),
    }


def _told(step: Step, out: int) -> str:
    if step.repeated:
        return _("was measured before")
    if not out:
        return _("shuts nothing out")
    return _("shuts out {out} of {all}, {left} are left").format(out=out, all=step.before, left=step.after)


def decision_word(decision: Decision) -> str:
    """Return the word of a decision."""
    return {
        Decision.MEND: _("Mend it myself"),
        Decision.CALL: _("Call the technician"),
        Decision.REPLACE: _("Replace the part"),
    }[decision]


def about(one: Fault) -> list[list[str]]:
    """Tell what is known of a fault that was found: cause, mending, danger, decision and price."""
    low, high = (f"Rp{number(value)}" for value in (one.cost.low, one.cost.high))
    price = _("{low} to {high}").format(low=low, high=high) if one.cost.high else _("no cost")
    return [
        [_("Cause"), said(one.cause)],
        [_("How to mend it"), said(one.fix)],
        [_("Danger"), said(one.danger.sentence)],
        [_("Decision"), f"{decision_word(one.advice.decision)}. {said(one.advice.reason)}"],
        [_("Price, an example"), price],
    ]


def found_faults(work: Casework) -> list[dict[str, Any]]:
    """Return what is told of the faults of a case that was found."""
    if not work.found:
        return []
    named = [fault(one.id) for one in work.case.faults]
    return [{"name": said(one.name), "rows": about(one)} for one in named]
