"""Faults of a solar lamp: what each does to an installation, what a meter then shows, and cases to solve."""

from lentera.solar.faults.cases import Case, CaseError, case, draw
from lentera.solar.faults.catalogue import (
    UnknownFaultError,
    catalogue,
    fault,
    faults_of,
    tools,
)
from lentera.solar.faults.changes import Change, ChangeError
from lentera.solar.faults.fault import (
    Advice,
    Cost,
    Danger,
    DangerLevel,
    Decision,
    Fault,
    Shows,
    with_faults,
)
from lentera.solar.faults.read import AMMETERS, CatalogueError, read_change, read_faults
from lentera.solar.faults.readings import (
    Glow,
    Readings,
    UnknownReadingError,
    first_instant,
    reading_table,
    readings,
)
from lentera.solar.faults.situations import Situation, as_found

__all__ = [
    "AMMETERS",
    "Advice",
    "Case",
    "CaseError",
    "CatalogueError",
    "Change",
    "ChangeError",
    "Cost",
    "Danger",
    "DangerLevel",
    "Decision",
    "Fault",
    "Glow",
    "Readings",
    "Shows",
    "Situation",
    "UnknownFaultError",
    "UnknownReadingError",
    "as_found",
    "case",
    "catalogue",
    "draw",
    "fault",
    "faults_of",
    "first_instant",
    "read_change",
    "read_faults",
    "reading_table",
    "readings",
    "tools",
    "with_faults",
]
