"""Put a submitted notebook right before it is graded, cell by cell, from the released one.

Learners delete, duplicate, retype and move cells by accident. nbgrader then refuses the submission; here the
course's cells come back to their places, what the learner wrote stays, and what was done is told.
"""

import copy
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from lentera.words import _

Cell = dict[str, Any]
"""One cell as nbformat writes it."""


class Fix(StrEnum):
    """Name what was put right."""

    REPLACED = "replaced"
    BROUGHT_BACK = "brought back"
    DUPLICATE = "duplicate"
    RETYPED = "retyped"
    EDITED = "edited"
    MOVED = "moved"


@dataclass(frozen=True)
class Repaired:
    """A notebook that nbgrader can grade, and what was done to it.

    Attributes
    ----------
    notebook : dict
        nbformat 4 content.
    fixes : tuple of (Fix, str)
        What was put right, with the id of the cell; the id is empty for the whole notebook.
    """

    notebook: dict[str, Any]
    fixes: tuple[tuple[Fix, str], ...]

    def sentences(self) -> list[str]:
        """Return what was put right, in words for the trainer."""
        words = {
            Fix.REPLACED: _("The notebook was missing or unreadable. The released one was graded instead."),
            Fix.BROUGHT_BACK: _("Cell {cell} was deleted. It was brought back."),
            Fix.DUPLICATE: _("Cell {cell} was there more than once. The copies were taken out."),
            Fix.RETYPED: _("Cell {cell} had another type. The type was put back."),
            Fix.EDITED: _("Cell {cell} was changed. Its text was put back."),
            Fix.MOVED: _("The course's cells had changed places. The order was put back."),
        }
        return [words[fix].format(cell=cell) for fix, cell in self.fixes]


def repair(submitted: bytes | None, released: Mapping[str, Any]) -> Repaired:
    """Return the submitted notebook with the course's own cells put right.

    Parameters
    ----------
    submitted : bytes or None
        The file as it came; None when there is none.
    released : mapping
        The released notebook, nbformat 4.5.
    """
    cells = _readable_cells(submitted)
    if cells is None:
        return Repaired(copy.deepcopy(dict(released)), ((Fix.REPLACED, ""),))
    plan = {grade_id: cell for cell in released["cells"] if (grade_id := _grade_id(cell))}
    fixes: list[tuple[Fix, str]] = []
    chosen = {grade_id: _choose(cells, grade_id, cell, fixes) for grade_id, cell in plan.items()}
    if _order(cells, plan) != [grade_id for grade_id in plan if chosen[grade_id] is not None]:
        fixes.append((Fix.MOVED, ""))
    own = _own_cells(cells, plan, released["cells"])
    notebook = copy.deepcopy(dict(released))
    notebook["cells"] = _woven(released["cells"], chosen, own)
    return Repaired(notebook, tuple(fixes))


def _readable_cells(submitted: bytes | None) -> list[Cell] | None:
    """Return the cells that have the shape of cells, or None when this is no notebook."""
    try:
        content = json.loads(submitted or b"")
        if content["nbformat"] != 4:  # noqa: PLR2004 - the notebook format's major version
            return None
        cells = content["cells"]
        if not isinstance(cells, list):
            return None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return [cell for cell in cells if _is_cell(cell)]


def _is_cell(cell: object) -> bool:
    return (
        isinstance(cell, dict)
        and cell.get("cell_type") in {"code", "markdown", "raw"}
        and isinstance(cell.get("source"), str | list)
        and all(isinstance(line, str) for line in cell["source"])
        and isinstance(cell.get("metadata"), dict)
    )


def _grade_id(cell: Mapping[str, Any]) -> str:
    about = cell["metadata"].get("nbgrader")
    grade_id = about.get("grade_id") if isinstance(about, dict) else None
    return grade_id if isinstance(grade_id, str) else ""


def _is_answer(cell: Mapping[str, Any]) -> bool:
    return bool(cell["metadata"]["nbgrader"].get("solution"))


def _source(cell: Mapping[str, Any]) -> str:
    return "".join(cell["source"])


def _choose(
    cells: Sequence[Cell], grade_id: str, released: Cell, fixes: list[tuple[Fix, str]]
) -> Cell | None:
    """Return the cell to grade under an id, or None when it was deleted."""
    found = [cell for cell in cells if _grade_id(cell) == grade_id]
    if not found:
        fixes.append((Fix.BROUGHT_BACK, grade_id))
        return None
    if len(found) > 1:
        fixes.append((Fix.DUPLICATE, grade_id))
    worked_on = [cell for cell in found if _source(cell) != _source(released)]
    answer = (worked_on or found)[-1] if _is_answer(released) else found[0]
    if answer["cell_type"] != released["cell_type"]:
        fixes.append((Fix.RETYPED, grade_id))
    chosen = copy.deepcopy(released)
    if _is_answer(released):
        chosen["source"] = answer["source"]
    elif len(worked_on) == len(found) and released["metadata"]["nbgrader"].get("grade"):
        # Prose that differs is mostly an older edition of the course; it is renewed without a word.
        fixes.append((Fix.EDITED, grade_id))
    return chosen


def _order(cells: Sequence[Cell], plan: Mapping[str, Cell]) -> list[str]:
    """Return the course's ids in the order they were handed in, each once."""
    return list(dict.fromkeys(grade_id for cell in cells if (grade_id := _grade_id(cell)) in plan))


def _own_cells(
    cells: Sequence[Cell], plan: Mapping[str, Cell], released: Sequence[Cell]
) -> dict[str, list[Cell]]:
    """Return the learner's own cells by the course's cell they stand after ("" before the first)."""
    course_ids = {cell["id"] for cell in released}
    own: dict[str, list[Cell]] = {}
    after = ""
    for cell in cells:
        grade_id = _grade_id(cell)
        if grade_id in plan:
            after = plan[grade_id]["id"]
        elif cell.get("id") in course_ids:
            after = cell["id"]
        elif cell["cell_type"] != "raw":
            own.setdefault(after, []).append(_plain(cell))
    return own


def _plain(cell: Cell) -> Cell:
    """Return a learner's cell without outputs and without metadata that would confuse the grader."""
    plain = {"cell_type": cell["cell_type"], "metadata": {}, "source": cell["source"]}
    if cell["cell_type"] == "code":
        plain |= {"execution_count": None, "outputs": []}
    return plain


def _woven(
    released: Sequence[Cell],
    chosen: Mapping[str, Cell | None],
    own: Mapping[str, Sequence[Cell]],
) -> list[Cell]:
    """Lay the course's cells in their order, each followed by the learner's own that stood behind it."""
    woven = list(own.get("", ()))
    for cell in released:
        woven.append(chosen.get(_grade_id(cell)) or copy.deepcopy(cell))
        woven.extend(own.get(cell["id"], ()))
    for number, cell in enumerate(woven):
        cell.setdefault("id", f"milik-peserta-{number}")
    return woven
