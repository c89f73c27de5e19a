"""A product's label alone, at its true size, as SVG; on A4 it is set like every other sheet."""

import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from lentera.atomic import write_atomically
from lentera.prints.sheet import FOLDER, PrintError

PRESETS: Final = {"20x10.6": (200.0, 106.0), "10x7": (100.0, 70.0), "8x5": (80.0, 50.0)}
"""Width and height of the labels that can be printed [mm]."""

_HERE: Final = Path(str(files("lentera.prints")))
_TOO_LONG: Final = "label-too-long"


def is_too_long(error: PrintError) -> bool:
    """Tell whether a label was refused because its words do not fit in letters of 7 pt."""
    return _TOO_LONG in str(error)


def to_svg(data: Mapping[str, Any]) -> bytes:
    """Set one label as SVG whose width and height are in millimetres.

    Raises
    ------
    PrintError
        When it cannot be set with these data, or its words do not fit.
    """
    import typst  # noqa: PLC0415 - large, and only printing needs it

    try:
        made: bytes = typst.compile(
            str(_HERE / "label.typ"),
            root=str(_HERE),
            format="svg",
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps({**data, "alone": True}, ensure_ascii=False)},
        )
    except typst.TypstError as error:
        raise PrintError(f"the label cannot be set: {error}") from error
    head, mark, rest = made.decode("utf-8").partition(">")
    for name in ("width", "height"):
        before, _, behind = head.partition(f' {name}="')
        head = f'{before} {name}="{data[name]:g}mm"{behind.partition(chr(34))[2]}'
    return f"{head}{mark}{rest}".encode()


def print_svg(folder: Path, data: Mapping[str, Any]) -> Path:
    """Set one label and put it whole into the folder for printing; give its path.

    Raises
    ------
    PrintError
        As `to_svg`.
    OSError
        When the disk is full or the folder cannot be written; an earlier label is untouched.
    """
    path = folder / FOLDER / "label.svg"
    write_atomically(path, to_svg(data))
    return path
