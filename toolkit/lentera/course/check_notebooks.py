"""Check that session notebooks and assignments are there and agree with the plan."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lentera.course.check_prose import style_as_fault
from lentera.course.faults import Fault, fault
from lentera.course.plan import CheckItem, Session, Task
from lentera.course.style import cell_text, lint_notebook
from lentera.course.whole import Course

_MARK_SCHEME = "BEGIN MARK SCHEME"


def notebook_faults(course: Course) -> Iterator[Fault]:
    """Yield what is missing, unreadable, unlisted, or at odds with the plan or the style guide."""
    for session in course.sessions.values():
        if not session.notebook or not session.assignment:
            continue  # told by the reader already
        yield from _lesson(course, session)
        yield from _assignment(course, session)
    listed = {session.notebook for session in course.sessions.values()}
    for path in sorted((course.root / "sessions").glob("*.ipynb")):
        if path.name not in listed:
            yield fault("notebook_unlisted", f"sessions/{path.name}")


def _lesson(course: Course, session: Session) -> Iterator[Fault]:
    path = course.notebook_path(session.id)
    file = _below(course.root, path)
    if not path.is_file():
        yield fault("notebook_missing", file, id=session.label)
        return
    notebook, reason = _read(path)
    if notebook is None:
        yield fault("notebook_unreadable", file, reason=reason)
        return
    for found in lint_notebook(notebook):
        yield style_as_fault(file, f"cell {found.cell:02}, line {found.line:02}, {found.rule}", found)


def _assignment(course: Course, session: Session) -> Iterator[Fault]:
    path = course.assignment_path(session.id)
    file = _below(course.root, path)
    if not path.is_file():
        yield fault("assignment_missing", file, id=session.label)
        return
    notebook, reason = _read(path)
    if notebook is None:
        yield fault("notebook_unreadable", file, reason=reason)
        return
    points = _grade_cells(notebook)
    for task in session.tasks:
        # A task may be marked by several cells: its own id, or its id with an ending.
        mine = [value for name, value in points.items() if name == task.id or name.startswith(f"{task.id}-")]
        if not mine:
            yield fault("task_cell_missing", file, task.id, id=task.id)
        elif sum(mine) != task.points:
            found = f"{sum(mine):g}"
            yield fault("task_cell_points", file, task.id, id=task.id, found=found, expected=task.points)
        for item in _items_not_in_scheme(notebook, task):
            yield fault("mark_scheme", file, task.id, id=task.id, item=item.text)


def _items_not_in_scheme(notebook: Mapping[str, Any], task: Task) -> list[CheckItem]:
    """Return the items the learner ticks that the trainer's mark scheme does not name.

    A released assignment has lost its mark scheme on purpose, so only a written one is looked at.
    """
    for cell in notebook.get("cells", []):
        text = cell_text(cell)
        mine = cell.get("metadata", {}).get("nbgrader", {}).get("grade_id") == task.id
        if mine and _MARK_SCHEME in text:
            return [item for item in task.items if item.text not in text]
    return []


def _grade_cells(notebook: Mapping[str, Any]) -> dict[str, float]:
    """Return the points of each nbgrader cell that gives any, by grade id.

    Cells a trainer marks without an answer cell are nbgrader *tasks*: they carry points but no grade mark.
    """
    points = {}
    for cell in notebook.get("cells", []):
        marks = cell.get("metadata", {}).get("nbgrader", {})
        if marks.get("grade") or marks.get("task"):
            points[str(marks.get("grade_id"))] = float(marks.get("points", 0))
    return points


def _read(path: Path) -> tuple[Mapping[str, Any] | None, str]:
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        return None, str(error)
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        return None, "no list of cells"
    return notebook, ""


def _below(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()
