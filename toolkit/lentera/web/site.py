"""A website as a value: the texts of its pages and styles, and the measures of its pictures.

Whatever lies in the folder was made by a beginner or came on a stick, so only plain files with ordinary names
inside the folder are read and written: no link leads out of it, and nothing hidden is looked at.
"""

import os
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from PIL import Image, UnidentifiedImageError

from lentera.atomic import remove_dead_drafts, write_atomically

HOME: Final = "index.html"
"""The page that opens first."""

PAGES: Final = (".html", ".htm")
TEXTS: Final = (*PAGES, ".css")
PICTURES: Final = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg")

LARGEST_TEXT: Final = 4 * 2**20
"""Longer texts [byte] are named and not read: nobody writes them by hand."""
LARGEST_PICTURE: Final = 8 * 2**20
"""Larger pictures [byte] are named and not opened."""
MOST_FILES: Final = 150
"""Files beyond these are named and not read."""
DEEPEST: Final = 3
"""Folders inside one another that are looked into."""

ORIGINAL: Final = "-asli.jpg"
"""Ends the name under which the photo studio keeps the original of an edited photo."""

_LONGEST_NAME = 80
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\/]')
_WINDOWS_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


class Reason(StrEnum):
    """Say why a file of the folder is not part of the site."""

    KIND = "kind"
    NAME = "name"
    LINK = "link"
    SIZE = "size"
    MANY = "many"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class LeftOut:
    """Name a file that lies in the folder and is not part of the site."""

    name: str
    reason: Reason


@dataclass(frozen=True)
class Picture:
    """Hold what a page needs to know of a picture.

    Attributes
    ----------
    size : int
        Of the file [byte].
    width, height : int
        [pixel]; 0 where the picture has no size of its own, as an SVG.
    whole : bool
        False when the file does not begin as a picture does.
    changed : int
        When the file last changed [ns]; a picture with another time is another picture.
    """

    size: int
    width: int = 0
    height: int = 0
    whole: bool = True
    changed: int = 0


@dataclass(frozen=True)
class Site:
    """Be a website.

    Attributes
    ----------
    texts : mapping of str to bytes
        Pages and styles as they lie on the disk, by path from the site's folder, with ``/`` between names.
    pictures : mapping of str to Picture
        By path.
    left_out : tuple of LeftOut
        What else lies there.
    """

    texts: Mapping[str, bytes] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.texts or self.pictures)

    @property
    def pages(self) -> tuple[str, ...]:
        """Return the paths of the pages: the first page first, then by name."""
        found = [name for name in self.texts if is_page(name)]
        return tuple(sorted(found, key=lambda name: (name != HOME, name)))

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the paths of all that a page can lead to or show."""
        return frozenset(self.texts) | frozenset(self.pictures)

    def with_text(self, name: str, content: bytes) -> "Site":
        """Return the site with one text put in or replaced."""
        return Site({**self.texts, name: content}, self.pictures, self.left_out)


class CannotWriteError(ValueError):
    """Report a name that may not be written in a site's folder."""


def is_page(name: str) -> bool:
    """Tell whether a path names a page."""
    return name.lower().endswith(PAGES)


def original_of(name: str) -> str:
    """Return the path of the original of an edited photo."""
    return f"{name.rpartition('.')[0]}{ORIGINAL}"


def is_original(site: Site, name: str) -> bool:
    """Tell whether a picture is the kept original of an edited photo of the site."""
    return name.endswith(ORIGINAL) and any(original_of(one) == name for one in site.pictures)


def fault_of_name(name: str) -> Reason | None:
    """Tell what keeps a path from being part of a site; None when nothing does."""
    parts = name.split("/")
    if len(parts) > DEEPEST + 1 or any(not _is_ordinary(part) for part in parts):
        return Reason.NAME
    return None if name.lower().endswith((*TEXTS, *PICTURES)) else Reason.KIND


def _is_ordinary(part: str) -> bool:
    return (
        0 < len(part) <= _LONGEST_NAME
        and not part.startswith(".")
        and not part.endswith((".", " "))
        and not _FORBIDDEN.search(part)
        and not _WINDOWS_DEVICE.match(part)
    )


def read_site(folder: Path, known: Site | None = None) -> Site:
    """Read a site's folder; a missing one is an empty site.

    Parameters
    ----------
    folder : Path
        The folder ``situs``.
    known : Site, optional
        What was read before: pictures that have not changed since are not opened again.
    """
    texts: dict[str, bytes] = {}
    pictures: dict[str, Picture] = {}
    left: list[LeftOut] = []
    for name, entry in _entries(folder, left):
        fault = fault_of_name(name)
        if len(texts) + len(pictures) >= MOST_FILES:
            fault = fault or Reason.MANY
        if fault is not None:
            left.append(LeftOut(name, fault))
            continue
        try:
            status = entry.stat(follow_symlinks=False)
            is_text = name.lower().endswith(TEXTS)
            if status.st_size > (LARGEST_TEXT if is_text else LARGEST_PICTURE):
                left.append(LeftOut(name, Reason.SIZE))
            elif is_text:
                texts[name] = Path(entry.path).read_bytes()
            else:
                before = known.pictures.get(name) if known else None
                same = before and (before.changed, before.size) == (status.st_mtime_ns, status.st_size)
                pictures[name] = before if before and same else _measured(Path(entry.path), status)
        except OSError:
            left.append(LeftOut(name, Reason.UNREADABLE))
    return Site(texts, pictures, tuple(left))


def _entries(
    folder: Path, left: list[LeftOut], prefix: str = "", depth: int = 0
) -> list[tuple[str, "os.DirEntry[str]"]]:
    """List the plain files below a folder by name; links, and what lies too deep, are named as left out."""
    found: list[tuple[str, os.DirEntry[str]]] = []
    try:
        if folder.is_symlink():
            return found
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return found
    for entry in entries:
        name = prefix + entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            left.append(LeftOut(name, Reason.LINK))
        elif entry.is_dir(follow_symlinks=False):
            if depth < DEEPEST:
                found += _entries(Path(entry.path), left, f"{name}/", depth + 1)
            else:
                left.append(LeftOut(name, Reason.NAME))
        elif entry.is_file(follow_symlinks=False):
            found.append((name, entry))
    return found


def _measured(path: Path, status: os.stat_result) -> Picture:
    size, changed = status.st_size, status.st_mtime_ns
    if path.suffix.lower() == ".svg":
        return Picture(size, whole=b"<svg" in path.read_bytes(), changed=changed)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path) as opened:
                width, height = opened.size
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError, Warning):
        return Picture(size, whole=False, changed=changed)
    return Picture(size, width, height, changed=changed)


def write_file(folder: Path, name: str, content: bytes) -> None:
    """Write one file of a site whole or not at all.

    Parameters
    ----------
    folder : Path
        The folder ``situs``; made when it is not there.
    name : str
        Path from there, with ``/`` between names.
    content : bytes
        The whole new content.

    Raises
    ------
    CannotWriteError
        When the name is not one of a page, style or picture inside the folder.
    OSError
        When the disk is full or the folder cannot be written; the earlier file is untouched.
    """
    if fault_of_name(name) is not None:
        raise CannotWriteError(f"{name!r} cannot be a file of a site. Use a name such as produk.html.")
    target = folder.joinpath(*name.split("/"))
    inside = [folder, *(parent for parent in target.parents if folder in parent.parents), target]
    if any(path.is_symlink() for path in inside):
        raise CannotWriteError(f"{name!r} is a link to another place. Delete the link, then save again.")
    remove_dead_drafts(target)
    write_atomically(target, content)


def gather(content: Mapping[str, Any] | None, folder: Path) -> Mapping[str, Any] | None:
    """Put the website to an answer's content, under ``situs``; None when there is neither.

    Pages that were lost from the folder are judged as the answer file last kept them, under ``halaman``.
    """
    site = read_site(folder)
    if not site.pages and content is not None:
        site = Site({**kept_texts(content), **site.texts}, site.pictures, site.left_out)
    if not site and content is None:
        return None
    return {**(content or {}), "situs": site}


def kept_texts(content: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the copies of pages and styles that an answer file keeps."""
    kept = content.get("halaman")
    if not isinstance(kept, dict):
        return {}
    return {
        name: text.encode("utf-8", "surrogatepass")
        for name, text in kept.items()
        if isinstance(name, str)
        and isinstance(text, str)
        and fault_of_name(name) is None
        and name.lower().endswith(TEXTS)
    }
