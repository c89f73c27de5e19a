"""The rules of a product photo: bright, sharp, large enough, and told to those who do not see it.

The answer names a picture of the website and what stands for it in words. The picture itself is judged as it
lies in the folder ``situs``, whatever the answer says of it.
"""

import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lentera.product.photo_reading import LARGEST_FILE, LONG_SIDE, Light, PhotoReading, Trouble
from lentera.rules import Finding, RuleSet, load_rules, load_set, missed, right
from lentera.words import number

if TYPE_CHECKING:
    from collections.abc import Sequence

_PATH: Final = Path(__file__).parent / "texts" / "s07-foto.toml"

READING: Final = "bacaan"
"""Key under which `gather` puts what was seen in the picture."""
FOLDER: Final = "foto"
"""Folder of the website in which photos lie."""
SHORTEST_ALT: Final = 10
LONGEST_ALT: Final = 150
FEWEST_WORDS: Final = 3
"""Words an alternative text needs, so that it tells more than a name."""

_DEEPEST: Final = 4
_ENDINGS: Final = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg")
_EMPTY_BEGINNINGS: Final = ("gambar", "foto", "image", "picture", "photo")


@dataclass(frozen=True)
class PhotoAnswer:
    """Hold the photo that was chosen, the words for it, and what is seen in the file."""

    name: str
    alt: str
    reading: PhotoReading


def read_answer(content: Mapping[str, Any]) -> PhotoAnswer:
    """Read an answer file's content with what `gather` has put to it.

    Raises
    ------
    ValueError
        When it is no answer on a photo.
    """
    if not isinstance(content, Mapping):
        raise ValueError("the answer on the photo is no table; choose the photo again")
    name, alt = content.get(FOLDER, ""), content.get("alt", "")
    if not isinstance(name, str) or not isinstance(alt, str):
        raise ValueError("the answer's 'foto' and 'alt' are no texts; choose the photo again")
    reading = content.get(READING)
    if not isinstance(reading, PhotoReading):
        reading = PhotoReading(trouble=Trouble.MISSING)
    return PhotoAnswer(name, " ".join(alt.split()), reading)


def gather(content: Mapping[str, Any] | None, folder: Path) -> Mapping[str, Any] | None:
    """Put what is seen in the chosen picture to an answer's content."""
    if content is None:
        return None
    return {**content, READING: reading_of(folder, content.get(FOLDER))}


def reading_of(folder: Path, name: object) -> PhotoReading:
    """Look at one picture of a site's folder; no name leads out of it."""
    found = content_of(folder, name)
    if found is None:
        return PhotoReading(trouble=Trouble.MISSING)
    from lentera.product.photo_looking import look_at  # noqa: PLC0415 - only a photo needs numpy and Pillow

    return look_at(found)


def content_of(folder: Path, name: object) -> bytes | None:  # noqa: PLR0911 - one return for each way out
    """Return a picture's bytes, or None when there is no such plain file inside the folder."""
    if not isinstance(name, str) or not name.lower().endswith(_ENDINGS):
        return None
    parts = name.split("/")
    if len(parts) > _DEEPEST or any(_leads_out(part) for part in parts):
        return None
    path = folder
    try:
        if folder.is_symlink():
            return None
        for part in parts:
            path = path / part
            if path.is_symlink():
                return None
        status = path.stat()
        if not path.is_file() or status.st_size > LARGEST_FILE:
            return None
        return path.read_bytes()
    except (OSError, ValueError):
        return None


def _leads_out(part: str) -> bool:
    return not part or part.startswith(".") or any(sign in part for sign in ("\\", ":", "\x00", os.sep))


def _known(answer: PhotoAnswer) -> dict[str, str]:
    reading = answer.reading
    return {
        "width": number(reading.width),
        "height": number(reading.height),
        "long": number(reading.long_side),
        "needed": number(LONG_SIDE),
        "kb": number(reading.size / 1024),
        "letters": number(len(answer.alt)),
        "name": answer.name,
    }


def _seen(answer: PhotoAnswer) -> Finding | None:
    """Return the finding of a photo that cannot be judged at all."""
    if not answer.name:
        return missed("no_choice")
    trouble = answer.reading.trouble
    return missed(trouble.value, 0.0, **_known(answer)) if trouble else None


def _light(answer: PhotoAnswer) -> Finding:
    found = _seen(answer)
    if found:
        return found
    lit = answer.reading.lit
    return right(**_known(answer)) if lit is Light.GOOD else missed(lit.value, 0.0, **_known(answer))


def _sharp(answer: PhotoAnswer) -> Finding:
    found = _seen(answer)
    if found:
        return found
    return right(**_known(answer)) if answer.reading.is_sharp else missed("blurred", 0.0, **_known(answer))


def _size(answer: PhotoAnswer) -> Finding:
    found = _seen(answer)
    if found:
        return found
    return right(**_known(answer)) if answer.reading.is_large else missed("too_small", 0.0, **_known(answer))


def _alt(answer: PhotoAnswer) -> Finding:
    if not answer.name:
        return missed("no_choice")
    slip = slip_of_alt(answer.alt, answer.name)
    return missed(slip, 0.0, **_known(answer)) if slip else right(**_known(answer))


def slip_of_alt(alt: str, name: str = "") -> str | None:
    """Name what is not right yet in an alternative text; None when it tells what is seen.

    Parameters
    ----------
    alt : str
        The text.
    name : str
        The picture's path: its name alone tells nothing.
    """
    words = _words(alt)
    plain = " ".join(words)
    if not words:
        return "alt_empty"
    if alt.lower().rstrip(".").endswith(_ENDINGS) or plain == " ".join(_words(Path(name).stem)):
        return "alt_file_name"
    if words[0] in _EMPTY_BEGINNINGS:
        return "alt_begins_with_picture"
    if len(alt) > LONGEST_ALT:
        return "alt_long"
    if len(alt) < SHORTEST_ALT or len(set(words)) < FEWEST_WORDS:
        return "alt_short"
    return None


def _words(text: str) -> "Sequence[str]":
    kept = "".join(sign if unicodedata.category(sign)[0] in "LN" else " " for sign in text.casefold())
    return kept.split()


PHOTO: Final[RuleSet[Any]] = RuleSet(
    "s07-foto",
    "s07-foto",
    read_answer,
    load_rules(
        _PATH,
        {
            "s07.photo.light": _light,
            "s07.photo.sharp": _sharp,
            "s07.photo.size": _size,
            "s07.photo.alt": _alt,
        },
    ),
    load_set(_PATH),
    gather=gather,
)
"""Task ``s07-foto``: bright, sharp, 800 pixels, and an alternative text."""
