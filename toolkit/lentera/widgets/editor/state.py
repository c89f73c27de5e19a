"""What the editor works on: the site, which file is open, and what was taken away last."""

import posixpath
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import quote

from lentera.web import Site
from lentera.web.reading import read_text
from lentera.web.site import TEXTS, fault_of_name
from lentera.widgets.site_activity import SiteState

LARGEST_EDITED: Final = 256 * 2**10
"""Longer texts [byte] are shown and not changed."""
SHOWN_OF_LARGE: Final = 32 * 2**10
"""Characters of such a text that are shown."""

_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.(html|css)")


@dataclass(frozen=True)
class EditorState(SiteState):
    """Hold what is saved.

    Attributes
    ----------
    file : str
        The open file; empty when there is none.
    hints : int
        Hints read.
    removed : tuple of str and str, or None
        Name and text of the file that was deleted last.
    """

    file: str = ""
    hints: int = 0
    removed: tuple[str, str] | None = None

    @classmethod
    def of(cls, site: Site, content: Mapping[str, Any], first: str) -> "EditorState":
        """Read an answer's content; raise ValueError when it is not the editor's."""
        file, hints, removed = content.get("buka", ""), content.get("petunjuk", 0), content.get("dihapus")
        if not isinstance(file, str) or not isinstance(content.get("halaman", {}), dict):
            raise ValueError("the answer names no open file; open the editor anew")
        if not isinstance(hints, int) or isinstance(hints, bool) or hints < 0:
            raise ValueError(f"{hints!r} hints cannot have been read; open the editor anew")
        return cls(site, _open_file(site, file or first), hints, _removed(removed))

    @property
    def rest(self) -> Mapping[str, Any]:
        """Return what is saved besides the pages."""
        gone = {"nama": self.removed[0], "isi": self.removed[1]} if self.removed else None
        return {"buka": self.file, "petunjuk": self.hints, "dihapus": gone}

    @property
    def page(self) -> str:
        """Return the page that is previewed: the open one, or the first one beside a style."""
        pages = self.site.pages
        return self.file if self.file in pages else next(iter(pages), "")

    def opened(self, name: str) -> "EditorState":
        """Return the state with a file open."""
        return replace(self, file=_open_file(self.site, name))

    def without(self, name: str) -> "EditorState":
        """Return the state without a file, which can come back."""
        texts = {one: text for one, text in self.site.texts.items() if one != name}
        site = Site(texts, self.site.pictures, self.site.left_out)
        removed = (name, text_of(self.site.texts[name]))
        return replace(self, site=site, removed=removed, file=_open_file(site, self.file))


def _open_file(site: Site, wanted: str) -> str:
    names = (*site.pages, *sorted(name for name in site.texts if name not in site.pages))
    return wanted if wanted in site.texts else next(iter(names), "")


def _removed(given: object) -> tuple[str, str] | None:
    if given is None:
        return None
    name, text = (given.get("nama"), given.get("isi")) if isinstance(given, Mapping) else (None, None)
    if not isinstance(name, str) or not isinstance(text, str) or not is_text_name(name):
        raise ValueError("the deleted file of the answer has no name and text; open the editor anew")
    return name, text


def is_text_name(name: object) -> bool:
    """Tell whether a name can be that of a page or style of the site."""
    return isinstance(name, str) and fault_of_name(name) is None and name.lower().endswith(TEXTS)


def text_of(content: bytes) -> str:
    """Return a file's characters with plain line ends."""
    return read_text(content)[0]


def is_readable(content: bytes) -> bool:
    """Tell whether a file is text at all."""
    return not content or bool(text_of(content))


def written(text: str, before: bytes | None) -> str:
    """Return a text with the line ends that its file had before."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return plain.replace("\n", "\r\n") if before is not None and b"\r\n" in before else plain


def stamp(text: str) -> str:
    """Return what tells one text from another; the screen works it out in the same way."""
    content = text.encode("utf-8", "replace")
    return f"{len(content)}-{zlib.crc32(content):08x}"


def fitting_name(given: str, ending: str) -> str:
    """Return the file name that is nearest to what was typed: small letters, digits, dashes, one ending."""
    stem = given.strip().lower()
    for known in (".html", ".htm", ".css"):
        stem = stem.removesuffix(known)
    tidy = re.sub(r"[^a-z0-9]+", "-", stem).strip("-")[:40].strip("-")
    return f"{tidy or 'halaman'}{ending}"


def is_fitting(name: str) -> bool:
    """Tell whether a name works on every laptop, phone and host."""
    return _NAME.fullmatch(name) is not None and fault_of_name(name) is None


def free_name(site: Site, name: str) -> str:
    """Return a name for a copy that nothing in the site has yet."""
    stem, ending = posixpath.splitext(name)
    taken = {one.lower() for one in site.names}
    for number in range(1, 1000):
        found = f"{stem}-salinan{'' if number == 1 else f'-{number}'}{ending}"
        if found.lower() not in taken:
            return found
    raise ValueError(f"{name} has a thousand copies; delete some")


def address_from(file: str, target: str) -> str:
    """Return how a page writes the way to another file of the site."""
    return quote(posixpath.relpath(target, posixpath.dirname(file) or "."), safe="/-_.~")
