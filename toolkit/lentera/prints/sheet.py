"""Set one of the templates beside this module as PDF; what people wrote goes in as data, never as source."""

import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from lentera.atomic import write_atomically

FOLDER: Final = "cetak"
"""Folder beside a notebook for what is printed."""

_HERE: Final = Path(str(files("lentera.prints")))


class PrintError(ValueError):
    """Report a sheet that cannot be set: what, and what to do."""


def to_pdf(source: str, data: Mapping[str, Any]) -> bytes:
    """Set a sheet.

    The file follows PDF/UA-1, so a screen reader finds title, language, headings and table. A sign that the
    fonts do not have (an emoji) is an empty box on paper; then the file has tags but does not claim the norm.

    Parameters
    ----------
    source : str
        Name of the template without ``.typ``, such as ``buku-servis``.
    data : mapping
        JSON values that the template shows.

    Raises
    ------
    PrintError
        When there is no such template, or it cannot be set with these data.
    """
    import typst  # noqa: PLC0415 - large, and only printing needs it

    path = _HERE / f"{source}.typ"
    if not path.is_file():
        known = ", ".join(sorted(one.stem for one in _HERE.glob("*.typ")))
        raise PrintError(f"there is no template {source!r}; choose from {known}")
    given = {"data": json.dumps(data, ensure_ascii=False)}

    def compiled(standards: list[str]) -> bytes:
        made: bytes = typst.compile(
            str(path),
            root=str(_HERE),
            format="pdf",
            ignore_system_fonts=True,
            sys_inputs=given,
            pdf_standards=standards,
        )
        return made

    try:
        try:
            return compiled(["ua-1"])
        except typst.TypstError as error:
            if "could not be displayed" not in str(error):
                raise
            return compiled([])
    except typst.TypstError as error:
        raise PrintError(f"the sheet {source!r} cannot be set: {error}") from error


def print_sheet(folder: Path, source: str, data: Mapping[str, Any]) -> Path:
    """Set a sheet and put it whole into the folder for printing; give its path.

    Raises
    ------
    PrintError
        As `to_pdf`.
    OSError
        When the disk is full or the folder cannot be written; an earlier sheet is untouched.
    """
    content = to_pdf(source, data)
    path = folder / FOLDER / f"{source}.pdf"
    write_atomically(path, content)
    return path
