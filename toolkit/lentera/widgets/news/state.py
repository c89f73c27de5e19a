"""What was found out about the news, as it is saved."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lentera.literacy.news.looking import Look, drawn, read_looks


@dataclass(frozen=True)
class Stopped:
    """Hold what is saved.

    Attributes
    ----------
    seed : int
        By which her four pieces of news are drawn.
    looks : mapping of str to Look
        What was found out and decided, by news.
    at : str
        The news whose card is open; empty for the first.
    checked : tuple of str
        News that was checked at least once; only those tell how they stand.
    """

    seed: int
    looks: Mapping[str, Look] = field(default_factory=dict)
    at: str = ""
    checked: tuple[str, ...] = ()

    def look(self, name: str) -> Look:
        """Return what was found out about one piece of news."""
        return self.looks.get(name, Look())

    def with_look(self, name: str, **changes: Any) -> "Stopped":
        """Return the state with changes in one piece of news."""
        return replace(self, looks={**self.looks, name: replace(self.look(name), **changes)})

    def to_content(self) -> dict[str, Any]:
        """Return the answer file's content, which the rules of the task read."""
        return {
            "benih": self.seed,
            "kabar": {name: look.to_content() for name, look in self.looks.items()},
            "terbuka": self.at,
            "diperiksa": list(self.checked),
        }

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "Stopped":
        """Read an answer file's content; raise ValueError when it is none."""
        read = read_looks(content)
        at, checked = content.get("terbuka"), content.get("diperiksa")
        known = {one.id for one in drawn(read.seed)} | set(read.by_news)
        return cls(
            read.seed,
            read.by_news,
            at if isinstance(at, str) and at in known else "",
            tuple(name for name in read.by_news if isinstance(checked, list) and name in checked),
        )
