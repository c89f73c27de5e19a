"""Give a bench to others as a file beside the notebook, and read what lies there.

Files travel by USB stick or chat. A name is made safe for every file system; what is read is believed only as
far as `from_json` believes it.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from lentera.atomic import patiently, write_atomically
from lentera.solar.bench import BenchState, from_json, to_json

FOLDER: Final = "bagikan"
SUFFIX: Final = ".rangkaian.json"
FORMAT: Final = "lentera.rangkaian"
VERSION: Final = 1
LARGEST: Final = 1_000_000
"""No shared bench is that large [bytes]; a larger file is not read."""
MOST_SHOWN: Final = 50

_LONGEST = 60
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}


class NotShared(ValueError):  # noqa: N818 - names what is true of the file
    """Tell that a file holds no bench that can be opened."""


@dataclass(frozen=True)
class Shared:
    """Hold one file on the shelf: its file name, and the name its maker gave it."""

    file: str
    name: str


def file_name(name: str) -> str:
    """Return the file name for a bench: small letters, digits and dashes, good on every laptop."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-")
    if not stem or stem in _DEVICES:
        stem = f"rangkaian-{stem}".strip("-")
    return stem + SUFFIX


def share(folder: Path, name: str, bench: BenchState, moment: datetime) -> str:
    """Write a bench on the shelf of a notebook's folder and return the file name.

    Raises
    ------
    OSError
        When the disk is full or the folder cannot be written; a file that was there is untouched.
    """
    content = {
        "format": FORMAT,
        "version": VERSION,
        "nama": name,
        "disimpan": moment.isoformat(timespec="seconds"),
        "bench": to_json(bench),
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    file = file_name(name)
    write_atomically(folder / FOLDER / file, text.encode())
    return file


def is_there(folder: Path, name: str) -> bool:
    """Tell whether the shelf has a file of that name already."""
    return (folder / FOLDER / file_name(name)).exists()


def on_shelf(folder: Path) -> tuple[Shared, ...]:
    """List what lies on the shelf, by file name; what cannot be read is listed too and told when opened."""
    try:
        files = sorted(path.name for path in (folder / FOLDER).iterdir() if path.name.endswith(SUFFIX))
    except OSError:
        return ()
    return tuple(Shared(file, _named(folder, file)) for file in files[:MOST_SHOWN])


def open_shared(folder: Path, file: str) -> BenchState:
    """Read a bench from the shelf.

    Raises
    ------
    NotShared
        When the file is gone, damaged, or something else.
    """
    if Path(file).name != file or not file.endswith(SUFFIX):
        raise NotShared(f"{file!r} is no file of the shelf")
    try:
        return from_json(_content(folder / FOLDER / file)["bench"])
    except (OSError, KeyError, ValueError, RecursionError) as error:
        raise NotShared(f"{file}: {error}") from error


def _named(folder: Path, file: str) -> str:
    try:
        name = _content(folder / FOLDER / file)["nama"]
    except (OSError, KeyError, ValueError, RecursionError):
        return file.removesuffix(SUFFIX)
    return tidy(name) or file.removesuffix(SUFFIX)


def tidy(name: object) -> str:
    """Return a name as one short line without odd characters; empty when nothing is left."""
    if not isinstance(name, str):
        return ""
    seen = "".join(letter if letter.isprintable() else " " for letter in name)
    return " ".join(seen.split())[:LONGEST_NAME].strip()


LONGEST_NAME: Final = 40
"""Letters of a name that a learner gives."""


def _content(path: Path) -> Mapping[str, Any]:
    if path.stat().st_size > LARGEST:
        raise ValueError("larger than any bench")
    content = json.loads(patiently(path.read_bytes))
    if not isinstance(content, Mapping) or content.get("format") != FORMAT:
        raise ValueError(f"expected the format {FORMAT!r}")
    if content.get("version") != VERSION:
        raise ValueError(f"this reader knows version {VERSION}")
    return content
