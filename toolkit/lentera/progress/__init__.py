"""One append-only log of what happened, and the views of it."""

from lentera.progress.class_grid import class_view
from lentera.progress.errors import (
    DamagedLog,
    LogConflict,
    LogError,
    LogNotRead,
    LogNotWritten,
    StatementError,
)
from lentera.progress.help import WRONG_TRIES, HelpNeed, help_table, needs_help
from lentera.progress.learner import LearnerView, NextStep, learner_view
from lentera.progress.log import Log
from lentera.progress.plan import CoursePlan, SessionPlan, TaskPlan
from lentera.progress.recorder import Recorder
from lentera.progress.results import ImportResult, MergeResult
from lentera.progress.sessions import SessionProgress, State, TaskProgress
from lentera.progress.statement import (
    Activity,
    ActivityKind,
    Result,
    Score,
    Statement,
    Verb,
    adopted,
    in_order,
    rule,
    session,
    task,
)
from lentera.progress.table import Cell, Column, Table
from lentera.progress.xapi import from_xapi, to_xapi

__all__ = [
    "WRONG_TRIES",
    "Activity",
    "ActivityKind",
    "Cell",
    "Column",
    "CoursePlan",
    "DamagedLog",
    "HelpNeed",
    "ImportResult",
    "LearnerView",
    "Log",
    "LogConflict",
    "LogError",
    "LogNotRead",
    "LogNotWritten",
    "MergeResult",
    "NextStep",
    "Recorder",
    "Result",
    "Score",
    "SessionPlan",
    "SessionProgress",
    "State",
    "Statement",
    "StatementError",
    "Table",
    "TaskPlan",
    "TaskProgress",
    "Verb",
    "adopted",
    "class_view",
    "from_xapi",
    "help_table",
    "in_order",
    "learner_view",
    "needs_help",
    "rule",
    "session",
    "task",
    "to_xapi",
]
