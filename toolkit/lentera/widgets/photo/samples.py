"""The sample photos, which are made by computer and belong to the course."""

from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import Final

from lentera.course import content_root
from lentera.product.photo_edits import preview
from lentera.product.photo_looking import open_photo
from lentera.words import _

_THUMB: Final = 160


def names() -> dict[str, str]:
    """Return what the samples show, by the name of their file."""
    return {
        "keripik-baik": _("crisps before a plain ground"),
        "keripik-gelap": _("crisps in a dark room"),
        "keripik-kabur": _("crisps from a moving hand"),
        "keripik-ramai": _("crisps among many things"),
        "keripik-terpotong": _("crisps, crooked and cut"),
        "sambal-baik": _("sambal before a plain ground"),
        "sambal-silau": _("sambal in glaring light"),
        "sambal-belakang-terang": _("sambal before a window"),
        "lampu-baik": _("lamp before a plain ground"),
        "lampu-kecil": _("lamp, a very small photo"),
    }


def content_of_sample(name: str) -> bytes:
    """Return the file of a sample.

    Raises
    ------
    KeyError
        When there is no such sample.
    OSError
        When its file is not there.
    """
    if name not in names():
        raise KeyError(name)
    return (_folder() / f"{name}.jpg").read_bytes()


def offered() -> list[dict[str, str]]:
    """Return the samples that are there, each with a small picture for the list."""
    return [
        {"id": name, "text": text, "picture": _thumb(name)} for name, text in names().items() if _thumb(name)
    ]


@cache
def _thumb(name: str) -> str:
    try:
        return as_uri(preview(open_photo(content_of_sample(name), _THUMB), _THUMB))
    except (OSError, ValueError):
        return ""


def as_uri(content: bytes) -> str:
    """Return a JPEG file as an address that a page shows without loading anything."""
    return f"data:image/jpeg;base64,{b64encode(content).decode('ascii')}"


@cache
def _folder() -> Path:
    return content_root() / "sessions" / "aset" / "foto"
