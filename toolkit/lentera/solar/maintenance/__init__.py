"""Jobs at the kit, the calendar of care, what neglect costs, and the service log."""

from lentera.solar.maintenance.entry import COLUMNS, UNITS, Entry, EntryError, Reading, column_name, named
from lentera.solar.maintenance.judging import Judgement, judge, procedure_rules
from lentera.solar.maintenance.log_rules import SERVICE_LOG
from lentera.solar.maintenance.neglect import Climate, Neglect, conditions_after
from lentera.solar.maintenance.procedure import Procedure, ProcedureError, SafetyRule
from lentera.solar.maintenance.read_entry import read_entry
from lentera.solar.maintenance.read_procedures import procedure, procedures
from lentera.solar.maintenance.schedule import (
    Due,
    Schedule,
    ScheduleError,
    Season,
    Task,
    Visit,
    Who,
    calendar,
    certainty,
    due,
    schedule,
)
from lentera.solar.maintenance.service_log import ServiceLog, from_json
from lentera.solar.maintenance.step import Danger, Step, StepRole
from lentera.solar.maintenance.walk import Early, Violation, Walk, walk

__all__ = [
    "COLUMNS",
    "SERVICE_LOG",
    "UNITS",
    "Climate",
    "Danger",
    "Due",
    "Early",
    "Entry",
    "EntryError",
    "Judgement",
    "Neglect",
    "Procedure",
    "ProcedureError",
    "Reading",
    "SafetyRule",
    "Schedule",
    "ScheduleError",
    "Season",
    "ServiceLog",
    "Step",
    "StepRole",
    "Task",
    "Violation",
    "Visit",
    "Walk",
    "Who",
    "calendar",
    "certainty",
    "column_name",
    "conditions_after",
    "due",
    "from_json",
    "judge",
    "named",
    "procedure",
    "procedure_rules",
    "procedures",
    "read_entry",
    "schedule",
    "walk",
]
