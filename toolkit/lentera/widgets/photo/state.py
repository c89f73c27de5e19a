"""What the photo studio saves: the chosen photo, the words for it, and what was done to each photo."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from lentera.product.photo import FOLDER, LONGEST_ALT
from lentera.product.photo_edits import read_edits
from lentera.web import Site
from lentera.web.site import ORIGINAL, fault_of_name
from lentera.widgets.site_activity import SiteState

_LONGEST_STEM: Final = 40
_MOST_WORKS: Final = 30
_PHOTOS: Final = (".jpg", ".jpeg", ".png", ".webp")


@dataclass(frozen=True)
class Work:
    """Hold what was done to one photo, and the check sum of the file that came of it."""

    edits: tuple[Mapping[str, Any], ...] = ()
    sum: int = 0


@dataclass(frozen=True)
class StudioState(SiteState):
    """Hold the chosen photo, the words for it, and the edits of each photo."""

    name: str = ""
    alt: str = ""
    works: Mapping[str, Work] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def from_content(cls, site: Site, content: Mapping[str, Any]) -> "StudioState":
        """Read the answer file.

        Raises
        ------
        ValueError
            When it is not the studio's.
        """
        name, alt, done = content.get(FOLDER, ""), content.get("alt", ""), content.get("ubahan", {})
        if not isinstance(name, str) or not isinstance(alt, str) or not isinstance(done, Mapping):
            raise ValueError("the answer on the photo cannot be read; choose the photo again")
        if name and fault_of_name(name) is not None:
            raise ValueError(f"{name!r} is no name of a photo; choose the photo again")
        return cls(site, name, alt[: 2 * LONGEST_ALT], MappingProxyType(_works(done)))

    def to_content(self) -> dict[str, Any]:
        """Return what the answer file holds besides the pages."""
        done = {
            name: {"langkah": [dict(one) for one in work.edits], "cap": work.sum}
            for name, work in self.works.items()
        }
        return {FOLDER: self.name, "alt": self.alt, "ubahan": done}

    @property
    def offered(self) -> list[str]:
        """List the photos of the site; originals are kept beside them and not offered."""
        names = self.site.pictures
        return sorted(one for one in names if one.lower().endswith(_PHOTOS) and not one.endswith(ORIGINAL))

    def works_with(self, name: str, work: Work) -> Mapping[str, Work]:
        """Return all works with a new one; the oldest goes when there are very many."""
        kept = {**self.works, name: work}
        while len(kept) > _MOST_WORKS:
            del kept[next(iter(kept))]
        return MappingProxyType(kept)


def stem_of(name: str) -> str:
    """Return a name that every laptop, website and reader can say."""
    plain = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in name.casefold())
    kept = "-".join(part for part in plain.split("-") if part)[:_LONGEST_STEM].strip("-")
    return kept.removesuffix("-asli") or "foto"


def _works(done: Mapping[str, Any]) -> dict[str, Work]:
    works = {}
    for name, work in list(done.items())[:_MOST_WORKS]:
        if (
            not isinstance(name, str)
            or not isinstance(work, Mapping)
            or not isinstance(work.get("cap", 0), int)
        ):
            raise ValueError("the edits in the answer cannot be read; choose the photo again")
        works[name] = Work(read_edits(work.get("langkah", [])), work.get("cap", 0))
    return works
