"""Print a sheet beside the notebook and tell where it is."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lentera.place import Place
from lentera.prints import PrintError, print_sheet
from lentera.widgets.activity import Refused
from lentera.widgets.line import Line
from lentera.words import _, language


def sheet_words(place: Place, title: str, note: str) -> dict[str, str]:
    """Return what stands on every sheet: head, foot, language."""
    name = place.preferences.name
    return {
        "lang": language(),
        "title": title,
        "course": "Lentera",
        "owner": _("Name: {name}").format(name=name or "_" * 24),
        "note": note,
        "page": _("Page {n} of {all}"),
    }


def print_beside(place: Place, source: str, data: Mapping[str, Any]) -> tuple[Line, dict[str, str]]:
    """Print a sheet; return the live line and, for a link, the file's name and where it is.

    Raises
    ------
    Refused
        When it cannot be set or written; the trainer finds the details in the log.
    """
    try:
        path = print_sheet(place.folder, source, data)
    except (ImportError, PrintError):
        place.note_trouble()
        raise Refused(Line.same(_("This laptop cannot print yet. Call the trainer."))) from None
    except OSError:
        place.note_trouble()
        raise Refused(
            Line.same(_("The sheet is not saved: the disk is full or shut. Call the trainer."))
        ) from None
    shown = path.relative_to(place.folder).as_posix()
    said = _("The sheet is ready to print: file {file}.").format(file=shown)
    heard = _("The sheet is ready to print: file {file}.").format(file=path.stem.replace("-", " "))
    return Line(said, heard), {"file": shown, "path": from_root(place, path)}


def from_root(place: Place, path: Path) -> str:
    """Return where the file is from the root of the learner's workspace, which Jupyter serves."""
    if place.desk is None:
        return ""
    try:
        return path.resolve().relative_to(place.desk.root.resolve()).as_posix()
    except ValueError:
        return ""
