"""Read the whole of ``curriculum/`` into typed objects."""

import csv
import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from lentera.course.consistency import contradictions
from lentera.course.faults import CourseError, Fault, Severity, fault
from lentera.course.knowledge import GlossaryTerm
from lentera.course.plan import Session
from lentera.course.read_knowledge import read_competences, read_facts, read_kit
from lentera.course.read_plan import read_session
from lentera.course.read_programme import read_programme
from lentera.course.reader import Reader
from lentera.course.whole import (
    COMPETENCE_FILE,
    FACT_FILE,
    GLOSSARY_FILE,
    KIT_FILE,
    PROGRAMME_FILE,
    SESSION_FOLDER,
    Course,
)

_GLOSSARY_COLUMNS = ["en", "id", "penjelasan"]


def load_course(root: Path) -> Course:
    """Read the plan below a course root.

    Raises
    ------
    CourseError
        When anything in it is unreadable, mistyped, missing or contradictory; it carries every fault.
    """
    course, faults = read_course(root)
    faults += contradictions(course)
    errors = tuple(sorted(found for found in faults if found.severity is Severity.ERROR))
    if errors:
        raise CourseError(errors)
    return course


def read_course(root: Path) -> tuple[Course, list[Fault]]:
    """Read what can be read, and every reading fault beside it.

    With faults the course holds stand-ins and is good only for finding more faults.
    """
    faults: list[Fault] = []
    sessions = _read_sessions(root, faults)
    frameworks, competences = read_competences(_open(root, COMPETENCE_FILE, faults))
    course = Course(
        root=root,
        programme=read_programme(_open(root, PROGRAMME_FILE, faults)),
        sessions=sessions,
        frameworks=frameworks,
        competences=competences,
        facts=read_facts(_open(root, FACT_FILE, faults)),
        kit=read_kit(_open(root, KIT_FILE, faults)),
        glossary=_read_glossary(root, faults),
    )
    return course, faults


def _read_sessions(root: Path, faults: list[Fault]) -> dict[str, Session]:
    sessions: dict[str, Session] = {}
    for path in sorted((root / SESSION_FOLDER).glob("*.toml")):
        file = f"{SESSION_FOLDER}/{path.name}"
        session = read_session(_open(root, file, faults))
        if session.id and session.id != path.stem:
            faults.append(fault("file_name", file, "id", id=session.id, stem=path.stem))
        # The file's name is the identity others refer to, also when the inside does not read.
        sessions[path.stem] = replace(session, id=path.stem)
    return sessions


def _open(root: Path, file: str, faults: list[Fault]) -> Reader:
    table = parse_toml(root, file, faults)
    # An unreadable file is one fault; its keys are not reported as missing too.
    return Reader(table or {}, file, faults if table is not None else [])


def parse_toml(root: Path, file: str, faults: list[Fault]) -> dict[str, Any] | None:
    """Return the tables of a file, or None and a fault when it cannot be read."""
    try:
        return tomllib.loads((root / file).read_text(encoding="utf-8"))
    except FileNotFoundError:
        faults.append(fault("file_missing", file))
    except UnicodeDecodeError as error:
        faults.append(fault("not_utf8", file, f"byte {error.start}"))
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"at line (\d+)", str(error))
        line = where[1] if where else "?"
        faults.append(fault("bad_toml", file, f"line {line}", line=line, reason=str(error)))
    return None


def _read_glossary(root: Path, faults: list[Fault]) -> tuple[GlossaryTerm, ...]:
    try:
        text = (root / GLOSSARY_FILE).read_text(encoding="utf-8")
    except FileNotFoundError:
        faults.append(fault("file_missing", GLOSSARY_FILE))
        return ()
    except UnicodeDecodeError as error:
        faults.append(fault("not_utf8", GLOSSARY_FILE, f"byte {error.start}"))
        return ()
    rows = csv.reader(text.splitlines())
    if next(rows, []) != _GLOSSARY_COLUMNS:
        faults.append(fault("bad_columns", GLOSSARY_FILE, "line 1", columns=", ".join(_GLOSSARY_COLUMNS)))
        return ()
    terms = []
    for row in rows:
        if len(row) != len(_GLOSSARY_COLUMNS):
            faults.append(fault("bad_row", GLOSSARY_FILE, f"line {rows.line_num}", count=len(row)))
            continue
        terms.append(GlossaryTerm(*(cell.strip() for cell in row)))
    return tuple(terms)
