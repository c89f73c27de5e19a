"""Tell editions of a notebook apart: what was delivered, and what a learner made of it."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

LIVE_TAG = "lentera-hidup"
"""Tag of the cells that run by themselves when a session is opened."""


def fingerprint(content: bytes) -> str:
    """Return the SHA-256 of a file's bytes."""
    return hashlib.sha256(content).hexdigest()


def words_of(content: bytes, *, is_notebook: bool) -> str:
    """Return the fingerprint of what a person can have changed in a file.

    In a notebook that is the kind and the source of its cells. Outputs, execution counts and
    metadata are Jupyter's own writing, and so is the empty cell it adds after the last one.
    A notebook that cannot be read counts as changed: it is fingerprinted byte by byte.
    """
    if not is_notebook:
        return fingerprint(content)
    try:
        cells = [_words(cell) for cell in json.loads(content)["cells"]]
    except (ValueError, KeyError, TypeError, AttributeError):
        return fingerprint(content)
    written = [cell for cell in cells if cell[1].strip()]
    return fingerprint(json.dumps(written, ensure_ascii=False).encode())


def live_cells(content: bytes) -> dict[str, str]:
    """Return id and source of the cells that may run when the notebook is opened, in order."""
    notebook = json.loads(content)
    if not notebook.get("metadata", {}).get("lentera", {}).get("sesi"):
        return {}
    return {
        cell["id"]: source_of(cell)
        for cell in notebook["cells"]
        if cell["cell_type"] == "code" and LIVE_TAG in cell.get("metadata", {}).get("tags", [])
    }


def source_of(cell: Mapping[str, Any]) -> str:
    """Return a cell's source as one text; nbformat also allows a list of lines."""
    source = cell.get("source", "")
    return source if isinstance(source, str) else "".join(source)


def _words(cell: Mapping[str, Any]) -> tuple[str, str]:
    return cell["cell_type"], source_of(cell)
